//! The tables of the school.

use store::{MigrationTrait, SqlMigration};

/// The migrations of the school.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(SqlMigration {
            name: "m20261123_000004_school",
            sql: "
            CREATE TABLE scenario (
                id {id}, code TEXT NOT NULL, version BIGINT NOT NULL, module TEXT NOT NULL, body TEXT NOT NULL,
                loaded_at BIGINT NOT NULL, UNIQUE (code, version)
            );
            CREATE TABLE attempt (
                id {id}, account_id BIGINT NOT NULL REFERENCES account (id),
                scenario_id BIGINT NOT NULL REFERENCES scenario (id),
                centre_id BIGINT NOT NULL REFERENCES centre (id), mode TEXT NOT NULL, state TEXT NOT NULL,
                profile TEXT NOT NULL, factor DOUBLE PRECISION NOT NULL, call_id BIGINT NOT NULL,
                started_at BIGINT NOT NULL, ready_at BIGINT NOT NULL, closed_at BIGINT NOT NULL
            );
            CREATE INDEX attempt_account ON attempt (account_id, id);
            CREATE INDEX attempt_state ON attempt (state, id);
            CREATE INDEX attempt_centre ON attempt (centre_id);
            CREATE TABLE evidence (
                id {id}, attempt_id BIGINT NOT NULL REFERENCES attempt (id),
                account_id BIGINT NOT NULL REFERENCES account (id),
                criterion TEXT NOT NULL, measure TEXT NOT NULL, value DOUBLE PRECISION NOT NULL, unit TEXT NOT NULL,
                numerator DOUBLE PRECISION NOT NULL, denominator DOUBLE PRECISION NOT NULL,
                target DOUBLE PRECISION NOT NULL, met BOOLEAN NOT NULL, detail TEXT NOT NULL, sources TEXT NOT NULL,
                profile TEXT NOT NULL, factor DOUBLE PRECISION NOT NULL, proposal TEXT NOT NULL, state TEXT NOT NULL,
                status TEXT NOT NULL, reason TEXT NOT NULL, decided_by BIGINT REFERENCES account (id),
                decided_at BIGINT NOT NULL, created_at BIGINT NOT NULL
            );
            CREATE INDEX evidence_attempt ON evidence (attempt_id, id);
            CREATE INDEX evidence_account ON evidence (account_id, criterion, id);
            CREATE TABLE grid_mark (
                attempt_id BIGINT NOT NULL REFERENCES attempt (id), account_id BIGINT NOT NULL REFERENCES account (id),
                criterion TEXT NOT NULL, level TEXT NOT NULL, remark TEXT NOT NULL,
                marked_by BIGINT NOT NULL REFERENCES account (id), marked_at BIGINT NOT NULL,
                PRIMARY KEY (attempt_id, criterion)
            );
            CREATE INDEX grid_mark_account ON grid_mark (account_id, criterion);
        ",
            sqlite: "",
            postgres: "",
        }),
        Box::new(SqlMigration {
            name: "m20261127_000005_kinds",
            sql: "
            ALTER TABLE scenario ADD COLUMN kind TEXT NOT NULL DEFAULT 'call';
            CREATE INDEX scenario_kind ON scenario (kind, code, version);
        ",
            sqlite: "",
            postgres: "",
        }),
        Box::new(SqlMigration {
            name: "m20261127_000006_drills",
            sql: "
            CREATE TABLE drill_try (
                id {id}, account_id BIGINT NOT NULL REFERENCES account (id),
                scenario_id BIGINT NOT NULL REFERENCES scenario (id),
                entry TEXT NOT NULL, way TEXT NOT NULL, language TEXT NOT NULL, state TEXT NOT NULL,
                profile TEXT NOT NULL, factor DOUBLE PRECISION NOT NULL,
                started_at BIGINT NOT NULL, ended_at BIGINT NOT NULL,
                typed TEXT NOT NULL, times TEXT NOT NULL, outcome TEXT NOT NULL, journal_id BIGINT NOT NULL,
                attempt_id BIGINT REFERENCES attempt (id)
            );
            CREATE INDEX drill_try_account ON drill_try (account_id, state, id);
            CREATE INDEX drill_try_attempt ON drill_try (attempt_id);
        ",
            sqlite: "",
            postgres: "",
        }),
        Box::new(SqlMigration {
            name: "m20261127_000009_lab",
            sql: "
            CREATE TABLE command_session (
                attempt_id BIGINT PRIMARY KEY REFERENCES attempt (id), state TEXT NOT NULL, saved_at BIGINT NOT NULL
            );
            CREATE TABLE document_check (
                attempt_id BIGINT PRIMARY KEY REFERENCES attempt (id), name TEXT NOT NULL, size BIGINT NOT NULL,
                findings TEXT NOT NULL, checks BIGINT NOT NULL, event BIGINT NOT NULL, saved_at BIGINT NOT NULL
            );
            CREATE TABLE key_card (
                account_id BIGINT NOT NULL REFERENCES account (id), reader TEXT NOT NULL, command TEXT NOT NULL,
                level BIGINT NOT NULL, due_at BIGINT NOT NULL, asked BIGINT NOT NULL, right_answers BIGINT NOT NULL,
                event BIGINT NOT NULL, PRIMARY KEY (account_id, reader, command)
            );
            CREATE TABLE key_round (
                attempt_id BIGINT PRIMARY KEY REFERENCES attempt (id), asked BIGINT NOT NULL,
                right_answers BIGINT NOT NULL
            );
        ",
            sqlite: "",
            postgres: "",
        }),
        Box::new(SqlMigration {
            name: "m20261128_000102_practice_work",
            sql: "
            CREATE TABLE work_answer (
                attempt_id BIGINT NOT NULL REFERENCES attempt (id), question TEXT NOT NULL, answer TEXT NOT NULL,
                right_answer TEXT NOT NULL, event BIGINT NOT NULL, PRIMARY KEY (attempt_id, question)
            );
        ",
            sqlite: "",
            postgres: "",
        }),
    ]
}
