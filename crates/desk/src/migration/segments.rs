//! What lists, segments, portfolios and reports read.

use store::{MigrationTrait, SqlMigration};

/// What lists, segments, portfolios and reports read. Every index of the list holds all that a filter asks, so that a page
/// never leaves it; `traits` is written by `clients::traits`.
pub(super) fn segments() -> Box<dyn MigrationTrait> {
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
