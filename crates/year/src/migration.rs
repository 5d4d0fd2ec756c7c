//! The tables of the school year.

use store::{MigrationTrait, SqlMigration};

/// The migrations of the school year.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(COHORTS), Box::new(PLAN), Box::new(MARKS)]
}

/// The semester of each block of a promotion's plan; a block without a row, or with 0, has none.
const PLAN: SqlMigration = SqlMigration {
    name: "m20261128_000303_plan",
    sql: "
        CREATE TABLE plan_block (
            promotion_id BIGINT NOT NULL REFERENCES promotion (id), module TEXT NOT NULL, block BIGINT NOT NULL,
            semester BIGINT NOT NULL, PRIMARY KEY (promotion_id, module, block)
        );
    ",
    sqlite: "",
    postgres: "",
};

/// Rules in versions, mark sheets, marks, and each change of a mark with what stood before.
const MARKS: SqlMigration = SqlMigration {
    name: "m20261128_000304_marks",
    sql: "
        CREATE TABLE mark_regime (
            id {id}, promotion_id BIGINT NOT NULL REFERENCES promotion (id), number BIGINT NOT NULL,
            from_on TEXT NOT NULL, body TEXT NOT NULL, reason TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL,
            UNIQUE (promotion_id, number)
        );
        CREATE TABLE mark_sheet (
            id {id}, section_id BIGINT NOT NULL REFERENCES section (id), module TEXT NOT NULL,
            semester BIGINT NOT NULL, regime_id BIGINT NOT NULL REFERENCES mark_regime (id), opened_on TEXT NOT NULL,
            UNIQUE (section_id, module, semester)
        );
        CREATE INDEX mark_sheet_regime ON mark_sheet (regime_id);
        CREATE TABLE mark (
            sheet_id BIGINT NOT NULL REFERENCES mark_sheet (id), component TEXT NOT NULL,
            trainee_id BIGINT NOT NULL REFERENCES trainee (id), value TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL,
            PRIMARY KEY (sheet_id, component, trainee_id)
        );
        CREATE INDEX mark_trainee ON mark (trainee_id);
        CREATE TABLE mark_change (
            id {id}, sheet_id BIGINT NOT NULL REFERENCES mark_sheet (id), component TEXT NOT NULL,
            trainee_id BIGINT NOT NULL REFERENCES trainee (id), session TEXT NOT NULL, old_value TEXT NOT NULL,
            new_value TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL, undone BOOLEAN NOT NULL
        );
        CREATE INDEX mark_change_sheet ON mark_change (sheet_id, component, id);
        CREATE TABLE mark_override (
            sheet_id BIGINT NOT NULL REFERENCES mark_sheet (id), trainee_id BIGINT NOT NULL REFERENCES trainee (id),
            hundredths BIGINT NOT NULL, computed BIGINT NOT NULL, reason TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL,
            version BIGINT NOT NULL, PRIMARY KEY (sheet_id, trainee_id)
        );
    ",
    sqlite: "",
    postgres: "",
};

/// People and places. That nobody is in two sections at once is kept by the index `section_member_now`.
const COHORTS: SqlMigration = SqlMigration {
    name: "m20261128_000302_cohorts",
    sql: "
        CREATE TABLE institution (
            id BIGINT PRIMARY KEY, name_fr TEXT NOT NULL, name_ar TEXT NOT NULL,
            header_fr TEXT NOT NULL, header_ar TEXT NOT NULL, promoter_fr TEXT NOT NULL, promoter_ar TEXT NOT NULL,
            co_promoter_fr TEXT NOT NULL, co_promoter_ar TEXT NOT NULL, version BIGINT NOT NULL
        );
        INSERT INTO institution (id, name_fr, name_ar, header_fr, header_ar, promoter_fr, promoter_ar, co_promoter_fr,
            co_promoter_ar, version)
        VALUES (1, '', '', '', '', 'Promoteur', 'المؤطر', 'Co-promoteur', 'المؤطر المشارك', 1);
        CREATE TABLE campus (id {id}, name_fr TEXT NOT NULL, name_ar TEXT NOT NULL, version BIGINT NOT NULL);
        CREATE TABLE room (
            id {id}, campus_id BIGINT NOT NULL REFERENCES campus (id), name TEXT NOT NULL, capacity BIGINT NOT NULL,
            version BIGINT NOT NULL, UNIQUE (campus_id, name)
        );
        CREATE TABLE trainer (
            id {id}, account_id BIGINT NOT NULL UNIQUE REFERENCES account (id), given_latin TEXT NOT NULL,
            family_latin TEXT NOT NULL, given_arabic TEXT NOT NULL, family_arabic TEXT NOT NULL, version BIGINT NOT NULL
        );
        CREATE TABLE trainer_module (
            trainer_id BIGINT NOT NULL REFERENCES trainer (id), module TEXT NOT NULL, PRIMARY KEY (trainer_id, module)
        );
        CREATE TABLE promotion (
            id {id}, code TEXT NOT NULL UNIQUE, programme TEXT NOT NULL, edition TEXT NOT NULL, starts_on TEXT NOT NULL,
            version BIGINT NOT NULL, plan_version BIGINT NOT NULL
        );
        CREATE TABLE promotion_semester (
            promotion_id BIGINT NOT NULL REFERENCES promotion (id), number BIGINT NOT NULL, from_on TEXT NOT NULL,
            until_on TEXT NOT NULL, PRIMARY KEY (promotion_id, number)
        );
        CREATE TABLE section (
            id {id}, promotion_id BIGINT NOT NULL REFERENCES promotion (id), code TEXT NOT NULL,
            room_id BIGINT REFERENCES room (id), version BIGINT NOT NULL, UNIQUE (promotion_id, code)
        );
        CREATE TABLE trainee_import (
            id {id}, name TEXT NOT NULL, section_id BIGINT NOT NULL REFERENCES section (id), from_on TEXT NOT NULL,
            header TEXT NOT NULL, columns TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
            enrolled BIGINT NOT NULL, by_id BIGINT NOT NULL, at BIGINT NOT NULL
        );
        CREATE TABLE trainee (
            id {id}, account_id BIGINT UNIQUE REFERENCES account (id), number TEXT NOT NULL UNIQUE,
            given_latin TEXT NOT NULL, family_latin TEXT NOT NULL, given_arabic TEXT NOT NULL,
            family_arabic TEXT NOT NULL, birth_date TEXT NOT NULL, state TEXT NOT NULL,
            import_id BIGINT REFERENCES trainee_import (id), version BIGINT NOT NULL
        );
        CREATE INDEX trainee_import_id ON trainee (import_id);
        CREATE TABLE trainee_state (
            id {id}, trainee_id BIGINT NOT NULL REFERENCES trainee (id), state TEXT NOT NULL, from_on TEXT NOT NULL,
            reason TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL
        );
        CREATE INDEX trainee_state_trainee ON trainee_state (trainee_id, id);
        CREATE TABLE section_member (
            id {id}, trainee_id BIGINT NOT NULL REFERENCES trainee (id), section_id BIGINT NOT NULL REFERENCES section (id),
            from_on TEXT NOT NULL, until_on TEXT NOT NULL
        );
        CREATE UNIQUE INDEX section_member_now ON section_member (trainee_id) WHERE until_on = '';
        CREATE INDEX section_member_section ON section_member (section_id, until_on);
        CREATE INDEX section_member_trainee ON section_member (trainee_id, id);
        CREATE TABLE accommodation (
            trainee_id BIGINT PRIMARY KEY REFERENCES trainee (id), means TEXT NOT NULL, factor DOUBLE PRECISION NOT NULL,
            documents TEXT NOT NULL, remark TEXT NOT NULL, version BIGINT NOT NULL
        );
    ",
    sqlite: "",
    postgres: "",
};
