//! Purposes, on both engines.

use ::store::journal_of;
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{ELSEWHERE, SCOPE, Site, fresh, with};

const VALID: [(&str, &str); 10] = [
    ("code", "loyalty"),
    ("fr", "Fidélité"),
    ("ar", "وفاء الزبائن"),
    ("en", "Loyalty"),
    ("needs_consent", "yes"),
    ("prospecting", "no"),
    ("basis", "consent"),
    ("article", "Loi 18-07, art. 7"),
    ("since", "01/01/2026"),
    ("months", "24"),
];

#[tokio::test]
async fn a_purpose_of_the_law_is_made_corrected_and_every_step_is_in_the_journal() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let once = site.get("/law/purposes/new").await.hidden("once");
        let sent = with(&VALID, &[("once", &once)]);
        for _twice in 0..2 {
            assert_eq!(site.post("/law/purposes", &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        }
        let all = purposes(fresh.store.read(), SCOPE).await.unwrap();
        assert_eq!((all.len(), all[0].code.as_str(), all[0].data.months), (1, "loyalty", 24), "{}", fresh.name);
        let place = format!("/law/purposes/{}", all[0].id.0);
        let changed = with(&VALID, &[("version", "1"), ("months", "12"), ("until", "31/12/2026")]);
        assert_eq!(site.post(&place, &changed).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let late = site.post(&place, &with(&changed, &[("fr", "Fidélité deux")])).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: two editors", fresh.name);
        assert!(late.shows(&["value=\"Fidélité deux\""]) && late.hidden("version") == "2", "{}", fresh.name);
        let now = purpose_by_code(fresh.store.read(), SCOPE, "loyalty").await.unwrap().unwrap();
        assert!(now.holds_on(Day::parse("31/12/2026").unwrap()) && !now.holds_on(Day::parse("01/01/2027").unwrap()));
        let lines = journal_of(fresh.store.read(), SCOPE, "purpose", now.id.0, None, 9).await.unwrap();
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).collect();
        assert_eq!(verbs, ["purpose.updated", "purpose.created"], "{}", fresh.name);
        assert!(purposes(fresh.store.read(), ELSEWHERE).await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_is_wrong_in_a_purpose_of_the_law_is_told_at_its_field() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        for (field, value) in [
            ("code", "Avec Espace"),
            ("fr", ""),
            ("ar", "اسم طويل جدا لا يسعه سطر برايل واحد"),
            ("needs_consent", "maybe"),
            ("article", ""),
            ("since", "32/01/2026"),
            ("until", "01/01/2020"),
            ("months", "-3"),
        ] {
            let back = site.post("/law/purposes", &with(&VALID, &[(field, value), ("once", field)])).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {field}", fresh.name);
            assert!(back.shows(&[&format!("id=\"f-{field}-error\"")]), "{}: {field}", fresh.name);
        }
        assert!(purposes(fresh.store.read(), SCOPE).await.unwrap().is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_proposed_purposes_of_the_law_are_taken_once_and_an_agent_keeps_none() {
    for fresh in fresh().await {
        let officer = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        for _twice in 0..2 {
            let once = officer.web.chance.token(16);
            officer.post("/law/purposes/proposals", &[("once", &once)]).await;
        }
        let all = purposes(fresh.store.read(), SCOPE).await.unwrap();
        assert_eq!(all.len(), FIRST.lines().count(), "{}", fresh.name);
        assert!(all.iter().all(|one| [&one.data.fr, &one.data.ar, &one.data.en].iter().all(|n| words::cells(n) <= 20)));
        let trainee = Site::new(&fresh.store, "amina", Role::Trainee).await;
        for place in ["/law", "/law/purposes", "/law/notices", "/law/accesses"] {
            assert_eq!(officer.get(place).await.status, StatusCode::OK, "{}: {place}", fresh.name);
            assert_eq!(trainee.get(place).await.status, StatusCode::FORBIDDEN, "{}: {place}", fresh.name);
        }
    }
}
