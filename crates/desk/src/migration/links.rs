//! Links between files.

use store::{MigrationTrait, SqlMigration};

/// Links between files, kept once and read from both sides; and the files that were merged into one, by that one.
pub(super) fn links() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000201_links",
        sql: "
            CREATE TABLE client_link (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id),
                from_id BIGINT NOT NULL REFERENCES client (id), to_id BIGINT NOT NULL REFERENCES client (id),
                kind TEXT NOT NULL, word TEXT NOT NULL, note TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
                made_at BIGINT NOT NULL, made_by BIGINT, UNIQUE (centre_id, from_id, to_id, kind, word)
            );
            CREATE INDEX client_link_to ON client_link (centre_id, to_id, id);
            CREATE INDEX client_merged ON client (centre_id, merged_into) WHERE merged_into IS NOT NULL;
        ",
        sqlite: "",
        postgres: "",
    })
}
