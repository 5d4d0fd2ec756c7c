//! The sheet of a session in the browser.

use ::store::params;
use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use crate::house::{House, Person, houses};

/// A section of three, the trainer of its sessions, and two sessions: one of last week, one to come.
struct School {
    section: i64,
    trainees: Vec<i64>,
    trainer: Person,
    studies: Person,
    past: i64,
    to_come: i64,
}

async fn school(house: &House) -> School {
    let class = house.class(3).await;
    let studies = house.person("mourad", Role::Studies, Lang::Fr).await;
    let trainer = house.person("hamdi", Role::Trainer, Lang::Fr).await;
    let teaching = house.teaching(&trainer).await;
    let placed = |day: &str| teaching.session(class.section, day, 1, 2);
    let made = house.lays(&[placed("2026-11-16"), placed("2026-11-30")]).await;
    School { section: class.section, trainees: class.trainees, trainer, studies, past: made[0], to_come: made[1] }
}

/// The fields of a sheet: what was seen and what is chosen for each trainee.
fn sheet(trainees: &[i64], seen: [&str; 3], chosen: [&str; 3], once: &str) -> Vec<(String, String)> {
    let mut fields = vec![("once".to_owned(), once.to_owned())];
    for ((id, seen), chosen) in trainees.iter().zip(seen).zip(chosen) {
        fields.push((format!("p-{id}"), chosen.to_owned()));
        fields.push((format!("seen-{id}"), seen.to_owned()));
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

const NEW: [&str; 3] = ["", "", ""];

#[tokio::test]
async fn a_sheet_is_kept_corrected_and_the_journal_knows_what_stood() {
    for house in houses().await {
        let school = school(&house).await;
        let place = format!("/attendance/lessons/{}", school.past);
        let page = house.page(&school.trainer, &place).await.body;
        assert!(page.contains("value=\"present\" selected"), "{}: {page}", house.name);
        let first = sheet(&school.trainees, NEW, ["present", "absent", "late"], "a");
        house.does(&school.trainer, &place, &borrowed(&first)).await;
        house.does(&school.trainer, &place, &borrowed(&first)).await;
        assert_eq!(house.journaled("attendance.kept").await, 1, "{}", house.name);
        let seen = ["present", "absent", "late"];
        let second = sheet(&school.trainees, seen, ["present", "present", "late"], "b");
        house.does(&school.studies, &place, &borrowed(&second)).await;
        let kept =
            "SELECT COUNT(*) FROM journal WHERE verb = 'attendance.kept' AND detail LIKE '%\"absent\",\"present\"%'";
        assert_eq!(house.number(kept, params![]).await, 1, "{}", house.name);
        let present = "SELECT COUNT(*) FROM attendance WHERE state = 'present'";
        assert_eq!(house.number(present, params![]).await, 2, "{}", house.name);
    }
}

#[tokio::test]
async fn the_second_of_two_people_at_one_sheet_is_told_and_loses_nothing() {
    for house in houses().await {
        let school = school(&house).await;
        let place = format!("/attendance/lessons/{}", school.past);
        let theirs = sheet(&school.trainees, NEW, ["absent", "present", "present"], "a");
        house.does(&school.studies, &place, &borrowed(&theirs)).await;
        let mine = sheet(&school.trainees, NEW, ["late", "present", "present"], "b");
        let field = format!("p-{}", school.trainees[0]);
        let told = house.refused(&school.trainer, &place, &borrowed(&mine), &field).await;
        assert!(told.body.contains("vient d’écrire") && told.body.contains("value=\"late\" selected"), "{}", told.body);
        let absent = "SELECT COUNT(*) FROM attendance WHERE state = 'absent'";
        assert_eq!(house.number(absent, params![]).await, 1, "{}: nothing was replaced", house.name);
        let again = sheet(&school.trainees, ["absent", "present", "present"], ["late", "present", "present"], "c");
        house.does(&school.trainer, &place, &borrowed(&again)).await;
        assert_eq!(house.number(absent, params![]).await, 0, "{}", house.name);
        let wrong = sheet(&school.trainees, NEW, ["asleep", "present", "present"], "d");
        house.refused(&school.trainer, &place, &borrowed(&wrong), &field).await;
    }
}

#[tokio::test]
async fn a_session_to_come_or_called_off_has_no_sheet_and_another_trainer_keeps_none() {
    for house in houses().await {
        let school = school(&house).await;
        let to_come = format!("/attendance/lessons/{}", school.to_come);
        let page = house.page(&school.trainer, &to_come).await.body;
        assert!(page.contains("est à venir") && page.contains("Signature"), "{}: {page}", house.name);
        let fields = sheet(&school.trainees, NEW, ["absent"; 3], "a");
        let early = house.post(&school.trainer, &to_come, &borrowed(&fields)).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "{}", house.name);
        let past = format!("/attendance/lessons/{}", school.past);
        let other = house.person("saadi", Role::Trainer, Lang::Fr).await;
        assert_eq!(house.get(&other, &past).await.status, StatusCode::FORBIDDEN, "{}", house.name);
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        for place in [past, format!("/attendance/sections/{}", school.section), "/attendance/rules".to_owned()] {
            assert_eq!(house.get(&amina, &place).await.status, StatusCode::FORBIDDEN, "{place}");
        }
    }
}

#[tokio::test]
async fn absences_are_counted_justified_and_compared_with_dated_thresholds() {
    for house in houses().await {
        let school = school(&house).await;
        let place = format!("/attendance/lessons/{}", school.past);
        let fields = sheet(&school.trainees, NEW, ["present", "present", "absent"], "a");
        house.does(&school.trainer, &place, &borrowed(&fields)).await;
        let section = format!("/attendance/sections/{}", school.section);
        assert!(!house.page(&school.studies, &section).await.body.contains("seuil dépassé"), "{}", house.name);
        let rule = |once: &'static str, warn: &'static str| {
            [
                ("from", "01/11/2026"),
                ("warn", warn),
                ("most", "1"),
                ("lates", "3"),
                ("reason", "règlement"),
                ("once", once),
            ]
        };
        house.refused(&school.studies, "/attendance/rules", &rule("b", "5"), "most").await;
        house.refused(&school.studies, "/attendance/rules", &rule("b", "x"), "warn").await;
        house.does(&school.studies, "/attendance/rules", &rule("b", "1")).await;
        house.refused(&school.studies, "/attendance/rules", &rule("c", "1"), "from").await;
        let over = house.page(&school.studies, &section).await.body;
        assert_eq!(over.matches("seuil dépassé").count(), 1, "{}: {over}", house.name);
        let rows = over.split("<tbody>").nth(1).unwrap();
        assert!(rows.find("Cherif").unwrap() < rows.find("Aouadi").unwrap(), "{}", house.name);

        let one = format!("/attendance/trainees/{}", school.trainees[2]);
        house.refused(&school.studies, &one, &[("from", "16/11/2026"), ("once", "d")], "reason").await;
        let crossed = [("from", "16/11/2026"), ("until", "15/11/2026"), ("reason", "certificat"), ("once", "d")];
        house.refused(&school.studies, &one, &crossed, "until").await;
        let justified = [("from", "15/11/2026"), ("until", "17/11/2026"), ("reason", "certificat"), ("once", "d")];
        house.does(&school.studies, &one, &justified).await;
        house.does(&school.studies, &one, &justified).await;
        assert_eq!(house.journaled("absence.justified").await, 1, "{}", house.name);
        let page = house.page(&school.studies, &one).await.body;
        assert!(page.contains("justifiée") && !page.contains("seuil dépassé"), "{}: {page}", house.name);
        let id = house.number("SELECT id FROM justification", params![]).await;
        house.does(&school.studies, &format!("/attendance/justifications/{id}/removal"), &[]).await;
        assert!(house.page(&school.studies, &one).await.body.contains("seuil dépassé"), "{}", house.name);
        // A session that is called off has no absences.
        let act = format!("/timetable/lessons/{}/cancellation", school.past);
        house.does(&school.studies, &act, &[("why_not", "grève"), ("version", "1")]).await;
        assert!(!house.page(&school.studies, &one).await.body.contains("seuil dépassé"), "{}", house.name);
    }
}

#[tokio::test]
async fn every_page_of_attendance_opens_in_three_languages() {
    for house in houses().await {
        let school = school(&house).await;
        for (login, lang) in [("fr", Lang::Fr), ("ar", Lang::Ar), ("en", Lang::En)] {
            let studies = house.person(login, Role::Studies, lang).await;
            for own in [
                format!("/attendance/lessons/{}", school.past),
                format!("/attendance/sections/{}", school.section),
                format!("/attendance/trainees/{}", school.trainees[0]),
                "/attendance/rules".to_owned(),
            ] {
                assert_eq!(house.page(&studies, &own).await.body.matches("<h1 ").count(), 1, "{own}");
            }
        }
    }
}
