//! The tables of the desk.

use store::{MigrationTrait, SqlMigration};

/// The migrations of the desk.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![desk(), segments()]
}

fn desk() -> Box<dyn MigrationTrait> {
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
    })
}

/// What lists, segments, portfolios and reports read. Every index of the list holds all that a filter asks, so that a page
/// never leaves it; `traits` is written by `clients::traits`.
fn segments() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000015_segments",
        sql: "
            ALTER TABLE client ADD COLUMN portfolio BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE client ADD COLUMN traits BIGINT NOT NULL DEFAULT 0;
            UPDATE client SET traits =
                (CASE WHEN birth_date = '' THEN 0 ELSE CAST(REPLACE(birth_date, '-', '') AS BIGINT) END) * 65536
                + (CASE status WHEN 'prospect' THEN 1 WHEN 'new' THEN 2 WHEN 'active' THEN 3 WHEN 'dormant' THEN 4
                    WHEN 'difficult' THEN 5 WHEN 'lost' THEN 6 ELSE 0 END) * 4096
                + (CASE language WHEN 'fr' THEN 1 WHEN 'ar' THEN 2 WHEN 'en' THEN 3 ELSE 0 END) * 1024
                + (CASE WHEN (given_latin = '' OR family_latin = '') AND (given_arabic = '' OR family_arabic = '')
                    THEN 1 WHEN given_latin = '' OR family_latin = '' THEN 128
                    WHEN given_arabic = '' OR family_arabic = '' THEN 256 ELSE 0 END)
                + (CASE WHEN EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = client.id) THEN 0 ELSE 2 END)
                + (CASE WHEN birth_date = '' THEN 4 ELSE 0 END)
                + (CASE WHEN street = '' OR wilaya = 0 OR commune = 0 THEN 8 ELSE 0 END)
                + (CASE WHEN needs = '' THEN 16 ELSE 0 END) + (CASE WHEN motivations = '' THEN 32 ELSE 0 END)
                + (CASE WHEN email = '' THEN 64 ELSE 0 END);
            CREATE INDEX client_newest ON client
                (centre_id, created_at, id, traits, wilaya, commune, portfolio, updated_at);
            CREATE INDEX client_changed ON client
                (centre_id, updated_at, id, traits, wilaya, commune, portfolio, created_at);
            CREATE INDEX client_status ON client
                (centre_id, status, created_at, id, traits, wilaya, commune, portfolio, updated_at);
            CREATE INDEX client_wilaya ON client
                (centre_id, wilaya, created_at, id, traits, commune, portfolio, updated_at);
            CREATE INDEX client_commune ON client
                (centre_id, commune, created_at, id, traits, wilaya, portfolio, updated_at);
            CREATE INDEX client_portfolio ON client
                (centre_id, portfolio, created_at, id, traits, wilaya, commune, updated_at) WHERE portfolio > 0;
            CREATE INDEX journal_files ON journal (centre_id, at, actor_id, verb)
                WHERE verb IN ('client.created', 'client.updated');
            CREATE TABLE segment (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), name TEXT NOT NULL, query TEXT NOT NULL,
                version BIGINT NOT NULL, made_by BIGINT NOT NULL, counted BIGINT NOT NULL, counted_at BIGINT NOT NULL,
                UNIQUE (centre_id, name)
            );
            CREATE TABLE portfolio (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), name TEXT NOT NULL, agent_id BIGINT NOT NULL,
                version BIGINT NOT NULL, UNIQUE (centre_id, name)
            );
            CREATE INDEX portfolio_agent ON portfolio (centre_id, agent_id, id);
            CREATE TABLE portfolio_move (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), at BIGINT NOT NULL, by_id BIGINT NOT NULL,
                portfolio BIGINT NOT NULL, query TEXT NOT NULL, files BIGINT NOT NULL, undone_at BIGINT NOT NULL
            );
            CREATE INDEX portfolio_move_centre ON portfolio_move (centre_id, id);
            CREATE TABLE portfolio_moved (
                move_id BIGINT NOT NULL REFERENCES portfolio_move (id), centre_id BIGINT NOT NULL,
                client_id BIGINT NOT NULL, left_portfolio BIGINT NOT NULL, PRIMARY KEY (move_id, client_id)
            );
            CREATE INDEX portfolio_moved_client ON portfolio_moved (centre_id, client_id, move_id);
            CREATE TABLE report (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), name TEXT NOT NULL, about TEXT NOT NULL,
                query TEXT NOT NULL, version BIGINT NOT NULL, made_by BIGINT NOT NULL, UNIQUE (centre_id, name)
            );
        ",
        sqlite: "
            ALTER TABLE client ADD COLUMN filed TEXT NOT NULL DEFAULT '';
            UPDATE client SET filed = LOWER(CASE WHEN given_latin = '' OR family_latin = ''
                THEN family_arabic || ' ' || given_arabic ELSE family_latin || ' ' || given_latin END);
            CREATE INDEX client_filed ON client
                (centre_id, filed, id, traits, wilaya, commune, portfolio, created_at, updated_at);
        ",
        postgres: "
            ALTER TABLE client ADD COLUMN filed TEXT COLLATE \"C\" NOT NULL DEFAULT '';
            UPDATE client SET filed = LOWER(CASE WHEN given_latin = '' OR family_latin = ''
                THEN family_arabic || ' ' || given_arabic ELSE family_latin || ' ' || given_latin END);
            CREATE INDEX client_filed ON client
                (centre_id, filed, id, traits, wilaya, commune, portfolio, created_at, updated_at);
        ",
    })
}
