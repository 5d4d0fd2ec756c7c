//! The tables of the desk.

use store::{MigrationTrait, SqlMigration};

/// The migrations of the desk.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(SqlMigration {
        name: "m20261123_000003_desk",
        sql: "
            CREATE TABLE client (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id),
                given_latin TEXT NOT NULL, family_latin TEXT NOT NULL,
                given_arabic TEXT NOT NULL, family_arabic TEXT NOT NULL,
                birth_date TEXT NOT NULL, email TEXT NOT NULL, street TEXT NOT NULL,
                wilaya BIGINT NOT NULL, commune BIGINT NOT NULL,
                language TEXT NOT NULL, status TEXT NOT NULL,
                needs TEXT NOT NULL, motivations TEXT NOT NULL, notes TEXT NOT NULL,
                version BIGINT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL
            );
            CREATE INDEX client_centre ON client (centre_id, id);
            CREATE TABLE client_phone (
                centre_id BIGINT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id),
                place BIGINT NOT NULL, e164 TEXT NOT NULL, PRIMARY KEY (client_id, place)
            );
            CREATE INDEX client_phone_number ON client_phone (centre_id, e164);
            CREATE TABLE client_key (
                centre_id BIGINT NOT NULL, key TEXT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id),
                PRIMARY KEY (centre_id, key, client_id)
            );
            CREATE INDEX client_key_client ON client_key (client_id);
            CREATE TABLE script (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), code TEXT NOT NULL, version BIGINT NOT NULL,
                language TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, published_at BIGINT NOT NULL,
                UNIQUE (centre_id, code, version)
            );
            CREATE TABLE call_code (
                centre_id BIGINT NOT NULL REFERENCES centre (id), kind TEXT NOT NULL, code TEXT NOT NULL,
                place BIGINT NOT NULL, fr TEXT NOT NULL, ar TEXT NOT NULL, en TEXT NOT NULL,
                PRIMARY KEY (centre_id, kind, code)
            );
            CREATE TABLE call (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), agent_id BIGINT NOT NULL REFERENCES account (id),
                state TEXT NOT NULL, version BIGINT NOT NULL, number TEXT NOT NULL, line TEXT NOT NULL,
                line_memory TEXT NOT NULL, matched TEXT NOT NULL, client_id BIGINT REFERENCES client (id),
                script_id BIGINT REFERENCES script (id), step TEXT NOT NULL,
                reason TEXT NOT NULL, outcome TEXT NOT NULL, satisfaction BIGINT NOT NULL, note TEXT NOT NULL,
                identified_at BIGINT NOT NULL, rings_at BIGINT NOT NULL, rang_at BIGINT NOT NULL,
                answered_at BIGINT NOT NULL, held_since BIGINT NOT NULL, held_ms BIGINT NOT NULL,
                ended_at BIGINT NOT NULL, closed_at BIGINT NOT NULL
            );
            CREATE INDEX call_agent ON call (agent_id, state, id);
            CREATE INDEX call_centre ON call (centre_id, id);
            CREATE TABLE call_turn (
                id {id}, call_id BIGINT NOT NULL REFERENCES call (id), at BIGINT NOT NULL, speaker TEXT NOT NULL,
                text TEXT NOT NULL, trace TEXT NOT NULL, journal_id BIGINT NOT NULL
            );
            CREATE INDEX call_turn_call ON call_turn (call_id, id);
            CREATE TABLE call_step (
                id {id}, call_id BIGINT NOT NULL REFERENCES call (id), step TEXT NOT NULL, how TEXT NOT NULL,
                at BIGINT NOT NULL, journal_id BIGINT NOT NULL
            );
            CREATE INDEX call_step_call ON call_step (call_id, id);
        ",
        sqlite: "",
        postgres: "",
    }), Box::new(SqlMigration {
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
    }), Box::new(SqlMigration {
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
    }),
        Box::new(SqlMigration {
            name: "m20261127_000020_merge",
            sql: "
            ALTER TABLE client ADD COLUMN merged_into BIGINT REFERENCES client (id);
            CREATE INDEX client_birth ON client (centre_id, birth_date, id);
            CREATE INDEX call_client ON call (centre_id, client_id);
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
        }),
        Box::new(SqlMigration {
            name: "m20261127_000021_validation",
            sql: "
            CREATE INDEX client_updated ON client (centre_id, updated_at, id);
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
        }),
    ]
}
