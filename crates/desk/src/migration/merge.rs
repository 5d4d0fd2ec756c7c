//! Files that were merged, and pairs that are no duplicates.

use store::{MigrationTrait, SqlMigration};

/// Files that were merged, and pairs that are no duplicates.
pub(super) fn merge() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000020_merge",
        sql: "
            ALTER TABLE client ADD COLUMN merged_into BIGINT REFERENCES client (id);
            CREATE INDEX client_birth ON client (centre_id, birth_date, id);
            CREATE TABLE client_distinct (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id),
                first_id BIGINT NOT NULL REFERENCES client (id), second_id BIGINT NOT NULL REFERENCES client (id),
                at BIGINT NOT NULL, by_id BIGINT, UNIQUE (centre_id, first_id, second_id)
            );
            CREATE TABLE client_merge (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id),
                winner_id BIGINT NOT NULL REFERENCES client (id), loser_id BIGINT NOT NULL REFERENCES client (id),
                at BIGINT NOT NULL, by_id BIGINT, detail TEXT NOT NULL, undone_at BIGINT NOT NULL, undone_by BIGINT
            );
            CREATE INDEX client_merge_centre ON client_merge (centre_id, id);
            CREATE INDEX client_merge_loser ON client_merge (centre_id, loser_id, id);
        ",
        sqlite: "",
        postgres: "",
    })
}
