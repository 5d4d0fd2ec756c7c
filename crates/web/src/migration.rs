//! The tables of accounts and of people's working memory.

use store::{MigrationTrait, SqlMigration};

/// The migrations of this crate.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(ACCOUNTS), Box::new(GRANTED)]
}

/// The time factor that the school granted to a person; 0 for none. It comes before the person's own choice.
const GRANTED: SqlMigration = SqlMigration {
    name: "m20261128_000301_granted_factor",
    sql: "ALTER TABLE account ADD COLUMN granted_factor DOUBLE PRECISION NOT NULL DEFAULT 0;",
    sqlite: "",
    postgres: "",
};

const ACCOUNTS: SqlMigration = SqlMigration {
    name: "m20261123_000002_accounts",
    sql: "
            CREATE TABLE account (
                id {id}, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
                password_hash TEXT NOT NULL, active BOOLEAN NOT NULL,
                home_centre_id BIGINT NOT NULL REFERENCES centre (id), centre_id BIGINT NOT NULL REFERENCES centre (id),
                preferences TEXT NOT NULL, failures BIGINT NOT NULL, blocked_until BIGINT NOT NULL,
                created_at BIGINT NOT NULL
            );
            CREATE TABLE session (
                token_hash TEXT PRIMARY KEY, account_id BIGINT NOT NULL REFERENCES account (id),
                created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, notice TEXT
            );
            CREATE INDEX session_account ON session (account_id);
            CREATE TABLE invitation (token_hash TEXT PRIMARY KEY, created_at BIGINT NOT NULL);
            CREATE TABLE draft (
                account_id BIGINT NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL,
                PRIMARY KEY (account_id, form)
            );
            CREATE TABLE announcement (id {id}, account_id BIGINT NOT NULL, at BIGINT NOT NULL, text TEXT NOT NULL);
            CREATE INDEX announcement_account ON announcement (account_id, id);
        ",
    sqlite: "",
    postgres: "",
};
