//! Personal data.

use store::{MigrationTrait, SqlMigration};

/// Purposes, notices and consents; the index of who opened which file.
pub(super) fn law() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000011_law",
        sql: "
            CREATE TABLE law_purpose (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), code TEXT NOT NULL,
                fr TEXT NOT NULL, ar TEXT NOT NULL, en TEXT NOT NULL,
                needs_consent BOOLEAN NOT NULL, prospecting BOOLEAN NOT NULL, basis TEXT NOT NULL, article TEXT NOT NULL,
                since TEXT NOT NULL, until TEXT NOT NULL, months BIGINT NOT NULL,
                version BIGINT NOT NULL, updated_at BIGINT NOT NULL, UNIQUE (centre_id, code)
            );
            CREATE TABLE law_notice (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), version BIGINT NOT NULL,
                fr TEXT NOT NULL, ar TEXT NOT NULL, en TEXT NOT NULL, published_at BIGINT NOT NULL, actor_id BIGINT,
                UNIQUE (centre_id, version)
            );
            CREATE TABLE law_notice_shown (
                id {id}, centre_id BIGINT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id),
                version BIGINT NOT NULL, at BIGINT NOT NULL, actor_id BIGINT
            );
            CREATE INDEX law_notice_shown_client ON law_notice_shown (centre_id, client_id, id);
            CREATE TABLE law_consent (
                id {id}, centre_id BIGINT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id),
                purpose_id BIGINT NOT NULL REFERENCES law_purpose (id), channel TEXT NOT NULL, decision TEXT NOT NULL,
                source TEXT NOT NULL, proof TEXT NOT NULL, call_id BIGINT, notice_version BIGINT NOT NULL,
                said_on TEXT NOT NULL, at BIGINT NOT NULL, actor_id BIGINT
            );
            CREATE INDEX law_consent_client ON law_consent (centre_id, client_id, purpose_id, channel, id);
            CREATE INDEX journal_opened ON journal (centre_id, at, id)
                WHERE verb IN ('client.opened', 'client.unmasked', 'client.data_given');
            CREATE INDEX journal_opened_actor ON journal (centre_id, actor_id, at, id)
                WHERE verb IN ('client.opened', 'client.unmasked', 'client.data_given');
        ",
        sqlite: "",
        postgres: "",
    })
}

/// What is masked, and who saw it in full.
pub(super) fn masking() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000012_masking",
        sql: "
            CREATE TABLE law_masking (
                centre_id BIGINT PRIMARY KEY REFERENCES centre (id), fields TEXT NOT NULL, updated_at BIGINT NOT NULL
            );
            CREATE TABLE law_unmasking (
                id {id}, centre_id BIGINT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id),
                account_id BIGINT NOT NULL REFERENCES account (id), session TEXT NOT NULL, reason TEXT NOT NULL,
                at BIGINT NOT NULL
            );
            CREATE INDEX law_unmasking_person ON law_unmasking (centre_id, client_id, account_id, id);
        ",
        sqlite: "",
        postgres: "",
    })
}

/// Requests of the people concerned, their delays, and erasures.
pub(super) fn requests() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000013_requests",
        sql: "
            CREATE TABLE law_delay (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), kind TEXT NOT NULL, days BIGINT NOT NULL,
                source TEXT NOT NULL, since TEXT NOT NULL
            );
            CREATE INDEX law_delay_kind ON law_delay (centre_id, kind, since, id);
            CREATE TABLE law_holiday (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), day TEXT NOT NULL, name TEXT NOT NULL,
                UNIQUE (centre_id, day)
            );
            CREATE TABLE law_request (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id),
                client_id BIGINT NOT NULL REFERENCES client (id), kind TEXT NOT NULL, asked_by TEXT NOT NULL,
                way TEXT NOT NULL, received_on TEXT NOT NULL, identity TEXT NOT NULL, state TEXT NOT NULL,
                wanted TEXT NOT NULL, outcome TEXT NOT NULL, due_on TEXT NOT NULL, closed BOOLEAN NOT NULL,
                version BIGINT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL
            );
            CREATE INDEX law_request_due ON law_request (centre_id, due_on, id) WHERE NOT closed;
            CREATE INDEX law_request_closed ON law_request (centre_id, id) WHERE closed;
            CREATE INDEX law_request_client ON law_request (centre_id, client_id, id);
            CREATE TABLE law_erasure (
                centre_id BIGINT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id), request_id BIGINT,
                at BIGINT NOT NULL, actor_id BIGINT, PRIMARY KEY (centre_id, client_id)
            );
            CREATE INDEX call_client ON call (centre_id, client_id, id) WHERE client_id IS NOT NULL;
        ",
        sqlite: "",
        postgres: "",
    })
}

/// The register of processing.
pub(super) fn register() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261127_000014_register",
        sql: "
            CREATE TABLE law_register (
                id {id}, centre_id BIGINT NOT NULL REFERENCES centre (id), name TEXT NOT NULL, purpose TEXT NOT NULL,
                people TEXT NOT NULL, categories TEXT NOT NULL, recipients TEXT NOT NULL, retention TEXT NOT NULL,
                security TEXT NOT NULL, version BIGINT NOT NULL, updated_at BIGINT NOT NULL
            );
            CREATE INDEX law_register_centre ON law_register (centre_id, id);
        ",
        sqlite: "",
        postgres: "",
    })
}
