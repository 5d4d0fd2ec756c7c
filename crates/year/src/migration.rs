//! The tables of the school year.

use store::{MigrationTrait, SqlMigration};

/// The migrations of the school year.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(COHORTS),
        Box::new(PLAN),
        Box::new(MARKS),
        Box::new(TIMETABLE),
        Box::new(ATTENDANCE),
        Box::new(COMPETENCE),
        Box::new(COUNCIL),
        Box::new(BADGES),
        Box::new(MEETINGS),
        Box::new(DECISIONS),
        Box::new(LOGO),
    ]
}

/// Field visits and meetings of trainers, and what was decided there. Hours are minutes after midnight.
const MEETINGS: SqlMigration = SqlMigration {
    name: "m20261128_000501_meetings",
    sql: "
        CREATE TABLE meeting (
            id {id}, kind TEXT NOT NULL, section_id BIGINT REFERENCES section (id), on_day TEXT NOT NULL,
            begins BIGINT NOT NULL, ends BIGINT NOT NULL, subject TEXT NOT NULL, place TEXT NOT NULL, people TEXT NOT NULL,
            report TEXT NOT NULL, off TEXT NOT NULL, version BIGINT NOT NULL
        );
        CREATE INDEX meeting_day ON meeting (on_day, begins, id);
        CREATE INDEX meeting_section ON meeting (section_id, on_day);
        CREATE TABLE meeting_decision (
            id {id}, meeting_id BIGINT NOT NULL REFERENCES meeting (id), text TEXT NOT NULL, who TEXT NOT NULL,
            until_on TEXT NOT NULL, done_on TEXT NOT NULL
        );
        CREATE INDEX meeting_decision_meeting ON meeting_decision (meeting_id, id);
        CREATE INDEX meeting_decision_open ON meeting_decision (until_on, id) WHERE done_on = '';
    ",
    sqlite: "",
    postgres: "",
};

/// Decisions that are corrected, or withdrawn with a reason.
const DECISIONS: SqlMigration = SqlMigration {
    name: "m20261128_000502_meeting_decisions",
    sql: "
        ALTER TABLE meeting_decision ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '';
        ALTER TABLE meeting_decision ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
    ",
    sqlite: "",
    postgres: "",
};

/// The logo on the papers of the institution, as PNG in Base64: one row at most, with the identity 1.
const LOGO: SqlMigration = SqlMigration {
    name: "m20261128_000503_institution_logo",
    sql: "
        CREATE TABLE institution_logo (
            id BIGINT PRIMARY KEY, png TEXT NOT NULL, width BIGINT NOT NULL, height BIGINT NOT NULL, hash TEXT NOT NULL,
            at BIGINT NOT NULL
        );
    ",
    sqlite: "",
    postgres: "",
};

/// The week and the hours of the institution, its days off, sessions, and each deed with what it replaced. Slots are minutes
/// after midnight; days of the week are counted from Sunday, 0. The days off of every year are those of law 63-278 (26 July
/// 1963) as amended that have a fixed date; the institution confirms them.
const TIMETABLE: SqlMigration = SqlMigration {
    name: "m20261128_000401_timetable",
    sql: "
        CREATE TABLE timetable (
            id BIGINT PRIMARY KEY, days TEXT NOT NULL, slots TEXT NOT NULL, version BIGINT NOT NULL, changes BIGINT NOT NULL
        );
        INSERT INTO timetable (id, days, slots, version, changes)
        VALUES (1, '0,1,2,3,4', '480-540,540-600,600-660,660-720,780-840,840-900,900-960,960-1020', 1, 0);
        CREATE TABLE day_off (
            id {id}, from_on TEXT NOT NULL, until_on TEXT NOT NULL, name_fr TEXT NOT NULL, name_ar TEXT NOT NULL,
            moon BOOLEAN NOT NULL, confirmed BOOLEAN NOT NULL, UNIQUE (from_on, until_on, name_fr, name_ar)
        );
        INSERT INTO day_off (from_on, until_on, name_fr, name_ar, moon, confirmed) VALUES
            ('01-01', '01-01', 'Jour de l’an', 'رأس السنة الميلادية', FALSE, FALSE),
            ('01-12', '01-12', 'Yennayer', 'رأس السنة الأمازيغية', FALSE, FALSE),
            ('05-01', '05-01', 'Fête du travail', 'عيد العمال', FALSE, FALSE),
            ('07-05', '07-05', 'Fête de l’indépendance', 'عيد الاستقلال', FALSE, FALSE),
            ('11-01', '11-01', 'Fête de la Révolution', 'عيد الثورة', FALSE, FALSE);
        CREATE TABLE lesson (
            id {id}, section_id BIGINT NOT NULL REFERENCES section (id), module TEXT NOT NULL,
            trainer_id BIGINT NOT NULL REFERENCES trainer (id), room_id BIGINT NOT NULL REFERENCES room (id),
            on_day TEXT NOT NULL, from_slot BIGINT NOT NULL, slots BIGINT NOT NULL, teaching TEXT NOT NULL,
            kind TEXT NOT NULL, series TEXT NOT NULL, state TEXT NOT NULL, replaced_id BIGINT REFERENCES trainer (id),
            reason TEXT NOT NULL, version BIGINT NOT NULL
        );
        CREATE INDEX lesson_section ON lesson (section_id, on_day);
        CREATE INDEX lesson_trainer ON lesson (trainer_id, on_day);
        CREATE INDEX lesson_room ON lesson (room_id, on_day);
        CREATE INDEX lesson_series ON lesson (series, on_day);
        CREATE TABLE timetable_deed (
            id {id}, by_id BIGINT, at BIGINT NOT NULL, verb TEXT NOT NULL, sessions BIGINT NOT NULL, body TEXT NOT NULL,
            undone BOOLEAN NOT NULL
        );
        CREATE INDEX timetable_deed_by ON timetable_deed (by_id, id);
        CREATE TABLE calendar_feed (
            account_id BIGINT PRIMARY KEY REFERENCES account (id), token_hash TEXT NOT NULL UNIQUE, lang TEXT NOT NULL,
            at BIGINT NOT NULL
        );
        CREATE TABLE timetable_proposal (
            id {id}, by_id BIGINT, at BIGINT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL,
            seed BIGINT NOT NULL, body TEXT NOT NULL, taken BOOLEAN NOT NULL
        );
    ",
    sqlite: "",
    postgres: "",
};

/// Sheets of sessions, what justifies absences, and the thresholds of the institution in versions.
const ATTENDANCE: SqlMigration = SqlMigration {
    name: "m20261128_000402_attendance",
    sql: "
        CREATE TABLE attendance (
            lesson_id BIGINT NOT NULL REFERENCES lesson (id), trainee_id BIGINT NOT NULL REFERENCES trainee (id),
            state TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL, PRIMARY KEY (lesson_id, trainee_id)
        );
        CREATE INDEX attendance_trainee ON attendance (trainee_id);
        CREATE TABLE justification (
            id {id}, trainee_id BIGINT NOT NULL REFERENCES trainee (id), from_on TEXT NOT NULL, until_on TEXT NOT NULL,
            reason TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL
        );
        CREATE INDEX justification_trainee ON justification (trainee_id, from_on);
        CREATE TABLE attendance_rule (
            id {id}, from_on TEXT NOT NULL UNIQUE, warn BIGINT NOT NULL, most BIGINT NOT NULL, lates BIGINT NOT NULL,
            reason TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL
        );
    ",
    sqlite: "",
    postgres: "",
};

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

/// The rule of each promotion, which no statement changes, and what trainees say of themselves.
const COMPETENCE: SqlMigration = SqlMigration {
    name: "m20261128_000450_competence",
    sql: "
        CREATE TABLE competence_rule (
            promotion_id BIGINT PRIMARY KEY REFERENCES promotion (id), rule TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL
        );
        CREATE TABLE self_assessment (
            trainee_id BIGINT NOT NULL REFERENCES trainee (id), criterion TEXT NOT NULL, status TEXT NOT NULL,
            at BIGINT NOT NULL, PRIMARY KEY (trainee_id, criterion)
        );
    ",
    sqlite: "
        CREATE TRIGGER competence_rule_keeps_updates BEFORE UPDATE ON competence_rule
            BEGIN SELECT RAISE(ABORT, 'the rule of a promotion is kept'); END;
        CREATE TRIGGER competence_rule_keeps_deletes BEFORE DELETE ON competence_rule
            BEGIN SELECT RAISE(ABORT, 'the rule of a promotion is kept'); END;
    ",
    postgres: "
        CREATE FUNCTION competence_rule_is_kept() RETURNS trigger LANGUAGE plpgsql AS
            $body$ BEGIN RAISE EXCEPTION 'the rule of a promotion is kept'; END $body$;
        CREATE TRIGGER competence_rule_keeps_rows BEFORE UPDATE OR DELETE ON competence_rule
            FOR EACH ROW EXECUTE FUNCTION competence_rule_is_kept();
    ",
};

/// Councils, what they decide, and the decisions that the institution knows. A sealed council is changed by no statement. The one
/// row of `minutes_seal` keeps the last number and moment, so that numbers have no gaps and dates never go back.
const COUNCIL: SqlMigration = SqlMigration {
    name: "m20261128_000451_council",
    sql: "
        CREATE TABLE council_code (
            id {id}, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, fr TEXT NOT NULL, ar TEXT NOT NULL,
            from_on TEXT NOT NULL, until_on TEXT NOT NULL, version BIGINT NOT NULL
        );
        INSERT INTO council_code (code, kind, fr, ar, from_on, until_on, version) VALUES
            ('ADM', 'admitted', 'Admis', 'ناجح', '2000-01-01', '', 1),
            ('ADC', 'compensated', 'Admis par compensation', 'ناجح بالتعويض', '2000-01-01', '', 1),
            ('RAT', 'resit', 'Rattrapage', 'استدراك', '2000-01-01', '', 1),
            ('RED', 'repeats', 'Redouble le semestre', 'يعيد السداسي', '2000-01-01', '', 1),
            ('AJO', 'deferred', 'Ajourné', 'مؤجل', '2000-01-01', '', 1),
            ('EXC', 'excluded', 'Exclu', 'مقصى', '2000-01-01', '', 1),
            ('DIP', 'graduated', 'Diplômé', 'متخرج', '2000-01-01', '', 1);
        CREATE TABLE council (
            id {id}, section_id BIGINT NOT NULL REFERENCES section (id), semester BIGINT NOT NULL, version BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'sealed')), held_on TEXT NOT NULL, president TEXT NOT NULL,
            members TEXT NOT NULL, remarks TEXT NOT NULL, former_id BIGINT REFERENCES council (id), reason TEXT NOT NULL,
            number BIGINT NOT NULL, year BIGINT NOT NULL, sealed_at BIGINT NOT NULL, body TEXT NOT NULL,
            canonical TEXT NOT NULL, hash TEXT NOT NULL, touched BIGINT NOT NULL, UNIQUE (section_id, semester, version)
        );
        CREATE UNIQUE INDEX council_number ON council (year, number) WHERE number > 0;
        CREATE INDEX council_former ON council (former_id);
        CREATE TABLE council_decision (
            council_id BIGINT NOT NULL REFERENCES council (id), trainee_id BIGINT NOT NULL REFERENCES trainee (id),
            code_id BIGINT NOT NULL, reason TEXT NOT NULL, seen TEXT NOT NULL, by_id BIGINT, at BIGINT NOT NULL,
            version BIGINT NOT NULL, PRIMARY KEY (council_id, trainee_id)
        );
        CREATE INDEX council_decision_trainee ON council_decision (trainee_id);
        CREATE TABLE minutes_seal (last_at BIGINT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL);
        INSERT INTO minutes_seal (last_at, year, number) VALUES (0, 0, 0);
    ",
    sqlite: "
        CREATE TRIGGER council_keeps_updates BEFORE UPDATE ON council WHEN OLD.state = 'sealed'
            BEGIN SELECT RAISE(ABORT, 'sealed minutes never change'); END;
        CREATE TRIGGER council_keeps_deletes BEFORE DELETE ON council WHEN OLD.state = 'sealed'
            BEGIN SELECT RAISE(ABORT, 'sealed minutes never change'); END;
        CREATE TRIGGER council_decision_keeps_inserts BEFORE INSERT ON council_decision
            WHEN (SELECT state FROM council WHERE id = NEW.council_id) = 'sealed'
            BEGIN SELECT RAISE(ABORT, 'sealed minutes never change'); END;
        CREATE TRIGGER council_decision_keeps_updates BEFORE UPDATE ON council_decision
            WHEN (SELECT state FROM council WHERE id = OLD.council_id) = 'sealed'
            BEGIN SELECT RAISE(ABORT, 'sealed minutes never change'); END;
        CREATE TRIGGER council_decision_keeps_deletes BEFORE DELETE ON council_decision
            WHEN (SELECT state FROM council WHERE id = OLD.council_id) = 'sealed'
            BEGIN SELECT RAISE(ABORT, 'sealed minutes never change'); END;
    ",
    postgres: "
        CREATE FUNCTION council_is_sealed() RETURNS trigger LANGUAGE plpgsql AS
            $body$ BEGIN RAISE EXCEPTION 'sealed minutes never change'; END $body$;
        CREATE TRIGGER council_keeps_rows BEFORE UPDATE OR DELETE ON council
            FOR EACH ROW WHEN (OLD.state = 'sealed') EXECUTE FUNCTION council_is_sealed();
        CREATE TRIGGER council_keeps_all BEFORE TRUNCATE ON council
            FOR EACH STATEMENT EXECUTE FUNCTION council_is_sealed();
        CREATE FUNCTION council_decision_is_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
            DECLARE own BIGINT;
            BEGIN
                IF TG_OP = 'INSERT' THEN own := NEW.council_id; ELSE own := OLD.council_id; END IF;
                IF EXISTS (SELECT 1 FROM council WHERE id = own AND state = 'sealed') THEN
                    RAISE EXCEPTION 'sealed minutes never change';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $body$;
        CREATE TRIGGER council_decision_keeps_rows BEFORE INSERT OR UPDATE OR DELETE ON council_decision
            FOR EACH ROW EXECUTE FUNCTION council_decision_is_kept();
    ",
};

/// Badges. Nobody has two that stand for one module.
const BADGES: SqlMigration = SqlMigration {
    name: "m20261128_000452_badges",
    sql: "
        CREATE TABLE badge (
            id {id}, token TEXT NOT NULL UNIQUE, trainee_id BIGINT NOT NULL REFERENCES trainee (id), module TEXT NOT NULL,
            jwt TEXT NOT NULL, issued_on TEXT NOT NULL, revoked_on TEXT NOT NULL, reason TEXT NOT NULL
        );
        CREATE UNIQUE INDEX badge_stands ON badge (trainee_id, module) WHERE revoked_on = '';
        CREATE INDEX badge_trainee ON badge (trainee_id, id);
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
