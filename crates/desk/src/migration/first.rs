//! The first tables: client files, scripts, calls.

use store::{MigrationTrait, SqlMigration};

/// The first tables: client files, scripts, calls.
pub(super) fn first() -> Box<dyn MigrationTrait> {
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
        // An index that the program keeps itself: ten rows and more a client, without a reference that each of them would ask.
        sqlite: "
            CREATE TABLE client_key (
                centre_id BIGINT NOT NULL, key TEXT NOT NULL, client_id BIGINT NOT NULL,
                PRIMARY KEY (centre_id, key, client_id)
            ) WITHOUT ROWID;
            CREATE INDEX client_key_client ON client_key (client_id);
        ",
        postgres: "
            CREATE TABLE client_key (
                centre_id BIGINT NOT NULL, key TEXT NOT NULL, client_id BIGINT NOT NULL,
                PRIMARY KEY (centre_id, key, client_id)
            );
            CREATE INDEX client_key_client ON client_key (client_id);
        ",
    })
}

/// The open call of an agent, which every page asks for: an agent has one, and thousands that are closed.
pub(super) fn open_call() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000401_open_call",
        sql: "CREATE INDEX call_open ON call (agent_id, id) WHERE state <> 'closed';",
        sqlite: "",
        postgres: "",
    })
}
