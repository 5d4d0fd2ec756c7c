//! Imports, their refused lines, and the files that came with each.

use store::{MigrationTrait, SqlMigration};

/// Imports, their refused lines, and the files that came with each.
pub(super) fn imports() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000024_imports",
        sql: "
            CREATE TABLE import (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), name TEXT NOT NULL, size BIGINT NOT NULL,
                digest TEXT NOT NULL, stored TEXT NOT NULL, plan TEXT NOT NULL, state TEXT NOT NULL, why TEXT NOT NULL,
                rows_read BIGINT NOT NULL, made BIGINT NOT NULL, known BIGINT NOT NULL, alike BIGINT NOT NULL,
                refused BIGINT NOT NULL, cleaned BIGINT NOT NULL, record BIGINT NOT NULL, line BIGINT NOT NULL,
                byte BIGINT NOT NULL, made_by BIGINT, made_at BIGINT NOT NULL, ended_at BIGINT NOT NULL
            );
            CREATE INDEX import_centre ON import (centre_id, id);
            CREATE TABLE import_refusal (
                import_id BIGINT NOT NULL REFERENCES import (id), line BIGINT NOT NULL, why TEXT NOT NULL,
                cells TEXT NOT NULL, PRIMARY KEY (import_id, line)
            );
            ALTER TABLE client ADD COLUMN import_id BIGINT;
            CREATE INDEX client_import ON client (import_id, id) WHERE import_id IS NOT NULL;
        ",
        sqlite: "",
        postgres: "",
    })
}

/// The last file of an import whose keys of the search are written.
pub(super) fn keyed() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000001_keyed",
        sql: "ALTER TABLE import ADD COLUMN keyed BIGINT NOT NULL DEFAULT 0;",
        sqlite: "",
        postgres: "",
    })
}

/// What the lines of an import say of clients that were known: left out, or what they changed, so that it can be taken back.
pub(super) fn updates() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000203_updates",
        sql: "
            ALTER TABLE import ADD COLUMN updated BIGINT NOT NULL DEFAULT 0;
            CREATE TABLE import_known (
                import_id BIGINT NOT NULL REFERENCES import (id), line BIGINT NOT NULL, client_id BIGINT NOT NULL,
                what TEXT NOT NULL, fields TEXT NOT NULL, held TEXT NOT NULL, given TEXT NOT NULL, back TEXT NOT NULL,
                kept TEXT NOT NULL, PRIMARY KEY (import_id, line)
            );
            CREATE INDEX import_known_client ON import_known (client_id) WHERE client_id > 0;
        ",
        sqlite: "",
        postgres: "",
    })
}

/// Lines of an import that resemble a file or a line above. The keys of imported files are written once more at the next start: a name
/// with a day of birth is one of them now.
pub(super) fn alike() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000601_alike",
        sql: "
            CREATE TABLE import_alike (
                import_id BIGINT NOT NULL REFERENCES import (id), line BIGINT NOT NULL, client_id BIGINT NOT NULL,
                above BIGINT NOT NULL, why TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (import_id, line)
            );
            CREATE INDEX import_alike_client ON import_alike (client_id) WHERE client_id > 0;
            UPDATE import SET keyed = 0;
        ",
        sqlite: "",
        postgres: "",
    })
}

/// The keys of files, kept in the order of keys only; the rules by which they were written, and how far they are written by new ones.
///
/// On PostgreSQL a million files and their numbers no longer ask a million times whether their centre and their file exist, which both
/// are written or read in the same transaction: a tenth of an import. SQLite, on which every test runs too, still asks.
pub(super) fn keys() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000702_keys",
        sql: "
            DROP INDEX client_key_client;
            CREATE TABLE client_keying (rules BIGINT NOT NULL, begun BIGINT NOT NULL, centre BIGINT NOT NULL, last BIGINT NOT NULL);
            INSERT INTO client_keying (rules, begun, centre, last)
                SELECT CASE WHEN EXISTS (SELECT 1 FROM client) THEN 0 ELSE 1 END, 0, 0, 0;
        ",
        sqlite: "",
        // In the order of bytes, as on SQLite and as the program sorts them: other orders compare several times as slowly.
        postgres: "ALTER TABLE client_key ALTER COLUMN key TYPE TEXT COLLATE \"C\";
            ALTER TABLE client DROP CONSTRAINT client_centre_id_fkey;
            ALTER TABLE client_phone DROP CONSTRAINT client_phone_client_id_fkey;",
    })
}
