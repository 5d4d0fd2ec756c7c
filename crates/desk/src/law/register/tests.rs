//! The register, on both engines.

use ::store::journal_of;
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{ELSEWHERE, SCOPE, Site, fresh, with};

const ENTRY: [(&str, &str); 7] = [
    ("name", "Fichier clients"),
    ("purpose", "Suivre les contrats"),
    ("people", "Clients"),
    ("categories", "=Nom; \"numéros\""),
    ("recipients", "Téléconseillers"),
    ("retention", "60 mois"),
    ("security", "Habilitations, journal"),
];

#[tokio::test]
async fn law_keeps_a_register_that_is_corrected_read_and_taken_along() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let once = site.get("/law/register/new").await.hidden("once");
        let empty = site.post("/law/register", &with(&ENTRY, &[("security", ""), ("once", &once)])).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(empty.shows(&["id=\"f-security-error\"", "60 mois</textarea>"]), "{}\n{}", fresh.name, empty.html);
        for _twice in 0..2 {
            let back = site.post("/law/register", &with(&ENTRY, &[("once", &once)])).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        }
        let all = store::all(fresh.store.read(), SCOPE).await.unwrap();
        assert_eq!((all.len(), all[0].retention.as_str()), (1, "60 mois"), "{}", fresh.name);
        let place = format!("/law/register/{}", all[0].id);
        let changed = with(&ENTRY, &[("version", "1"), ("retention", "36 mois")]);
        assert_eq!(site.post(&place, &changed).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let late = site.post(&place, &with(&changed, &[("people", "Prospects")])).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(late.shows(&["Prospects</textarea>"]) && late.hidden("version") == "2", "{}", fresh.name);
        assert!(site.get("/law/register").await.shows(&["Fichier clients", "36 mois"]), "{}", fresh.name);
        let csv = site.get("/law/register.csv").await.html;
        assert!(csv.starts_with('\u{FEFF}') && csv.contains("\"'=Nom; \"\"numéros\"\"\""), "{}\n{csv}", fresh.name);
        assert_eq!(csv.lines().count(), 2, "{}", fresh.name);
        assert!(store::all(fresh.store.read(), ELSEWHERE).await.unwrap().is_empty(), "{}", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "register", all[0].id, None, 9).await.unwrap();
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).collect();
        assert_eq!(verbs, ["register.changed", "register.added"], "{}", fresh.name);
    }
}
