//! Files that wait for a second person, and the rules of a centre.

use store::{MigrationTrait, SqlMigration};

/// Files that wait for a second person, and the rules of a centre.
pub(super) fn validation() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000021_validation",
        sql: "
            CREATE TABLE client_validation (
                client_id BIGINT PRIMARY KEY REFERENCES client (id), centre_id BIGINT NOT NULL REFERENCES centre (id),
                state TEXT NOT NULL, version BIGINT NOT NULL, submitted_by BIGINT, submitted_at BIGINT NOT NULL,
                decided_by BIGINT, decided_at BIGINT NOT NULL, remarks TEXT NOT NULL
            );
            CREATE INDEX client_validation_queue ON client_validation (centre_id, state, submitted_at, client_id);
            CREATE TABLE centre_rule (
                centre_id BIGINT NOT NULL REFERENCES centre (id), name TEXT NOT NULL, value BIGINT NOT NULL,
                PRIMARY KEY (centre_id, name)
            );
        ",
        sqlite: "",
        postgres: "",
    })
}
