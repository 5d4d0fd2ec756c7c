//! What only some files hold, and the fields that a centre defines.

use store::{MigrationTrait, SqlMigration};

/// What only some files hold, and the fields that a centre defines.
pub(super) fn files() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000010_files",
        sql: "
            ALTER TABLE client ADD COLUMN more TEXT NOT NULL DEFAULT '';
            CREATE TABLE client_field (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id),
                fr TEXT NOT NULL, ar TEXT NOT NULL, en TEXT NOT NULL, kind TEXT NOT NULL, required BOOLEAN NOT NULL,
                shape TEXT NOT NULL, help_fr TEXT NOT NULL, help_ar TEXT NOT NULL, help_en TEXT NOT NULL,
                options TEXT NOT NULL, searchable BOOLEAN NOT NULL, active BOOLEAN NOT NULL, place BIGINT NOT NULL,
                version BIGINT NOT NULL
            );
            CREATE INDEX client_field_centre ON client_field (centre_id, place);
        ",
        sqlite: "",
        postgres: "",
    })
}

/// The files that were deleted, which a page lists.
pub(super) fn deleted() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000602_deleted",
        sql: "CREATE INDEX journal_deleted ON journal (centre_id, id) WHERE verb = 'client.deleted';",
        sqlite: "",
        postgres: "",
    })
}
