//! Organisations, further contacts, the centre's own fields, the rules of the status.

use super::*;
use crate::clients::store::{self as files, custom_fields};

const FIELD: [(&str, &str); 8] = [
    ("fr", "Contrat"),
    ("ar", "العقد"),
    ("en", "Contract"),
    ("kind", "text"),
    ("shape", "AA-9999"),
    ("required", "no"),
    ("searchable", "yes"),
    ("options", ""),
];

const OFFER: [(&str, &str); 7] = [
    ("fr", "Offre"),
    ("ar", "العرض"),
    ("en", ""),
    ("kind", "choice"),
    ("options", "Fibre ; ألياف ; Fibre\nMobile ; نقال\n"),
    ("required", "yes"),
    ("searchable", "no"),
];

fn error_at(page: &Back, field: &str) -> String {
    let start = format!("<p class=\"error\" id=\"f-{field}-error\">");
    let after = page.html.split(&start).nth(1).unwrap_or_default();
    after.split("</p>").next().unwrap_or_default().split("</b> ").nth(1).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn an_organisation_needs_no_person_and_is_found_in_both_scripts() {
    for fresh in fresh().await {
        let pairs = [
            ("organisation_latin", "Boulangerie El Baraka"),
            ("organisation_arabic", "مخبزة البركة"),
            ("registration", "16/00-0123456 B 19"),
            ("phone", "021 65 43 21"),
        ];
        let id = file(&fresh.store, &pairs).await;
        let client = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert!(client.is_organisation(), "{}", fresh.name);
        assert_eq!(client.name(Script::Arabic), "مخبزة البركة");
        assert!(!client.missing().contains(&"clients-birth-date"));
        for typed in ["el baraka", "بركة", "16000123456B19", "boulangerie"] {
            let found = search(fresh.store.read(), SCOPE, typed).await.unwrap();
            assert_eq!(found.first().map(|one| one.client.id), Some(id), "{} {typed}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_file_holds_four_numbers_two_e_mails_and_two_addresses() {
    for fresh in fresh().await {
        let more = [
            ("phone2", "0661 12 34 57"),
            ("phone3", "021 65 43 21"),
            ("phone4", "0770 12 34 58"),
            ("email2", "k.benali@example.dz"),
            ("street2", "3, cité des Pins"),
            ("wilaya2", "31"),
            ("commune2", "Oran"),
            ("channel", "sms"),
            ("script", "arabic"),
            ("reference", "C-2041"),
        ];
        let id = file(&fresh.store, &with(&KARIM, &more)).await;
        let client = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!(client.phones.len(), 4, "{}", fresh.name);
        let typed = client.typed(Lang::Ar);
        assert_eq!((typed.get("phone4"), typed.get("commune2")), ("0770 12 34 58", "وهران"), "{}", fresh.name);
        for typed in ["0770123458", "k.benali@example.dz", "c2041", "458"] {
            let found = search(fresh.store.read(), SCOPE, typed).await.unwrap();
            assert_eq!(found.first().map(|one| one.client.id), Some(id), "{} {typed}", fresh.name);
        }
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let page = site.get(&format!("/clients/{}", id.0)).await;
        assert!(page.shows(&["k.benali@example.dz", "3, cité des Pins", "Oran", "C-2041"]), "{}", fresh.name);
        let form = site.get(&format!("/clients/{}/edit", id.0)).await;
        assert!(form.shows(&["<details class=\"more\" open>"]), "{}", fresh.name);
        let again = with(&KARIM, &[("phone4", "0550 12 34 56"), ("language", "fr"), ("status", "active")]);
        let back = site.post("/clients", &again).await;
        assert_eq!(error_at(&back, "phone4"), FR.t("clients-error-phone-twice"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_status_follows_its_rules() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        for (from, to, key) in [
            ("active", "prospect", "clients-error-status-prospect"),
            ("dormant", "new", "clients-error-status-new"),
            ("prospect", "dormant", "clients-error-status-dormant"),
        ] {
            let id = file(&fresh.store, &with(&KARIM, &[("status", from)])).await;
            let sent = with(&KARIM, &[("status", to), ("language", "fr"), ("version", "1")]);
            let back = site.post(&format!("/clients/{}/edit", id.0), &sent).await;
            assert_eq!(error_at(&back, "status"), FR.t(key), "{} {from} {to}", fresh.name);
            let sent = with(&KARIM, &[("status", "lost"), ("language", "fr"), ("version", "1")]);
            let back = site.post(&format!("/clients/{}/edit", id.0), &sent).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER, "{} {from}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_field_of_the_centre_is_asked_checked_found_and_kept() {
    for fresh in fresh().await {
        let chief = Site::new(&fresh.store, "samia", Role::Trainer).await;
        assert_eq!(chief.post("/clients/fields", &FIELD).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert_eq!(chief.post("/clients/fields", &OFFER).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let own = custom_fields(fresh.store.read(), SCOPE).await.unwrap();
        let (contract, offer) = (own.0[0].name(), own.0[1].name());
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        assert!(site.get("/clients/new").await.shows(&["Contrat", "Offre", "Fibre"]), "{}", fresh.name);
        let send = async |pairs: &[(&str, &str)]| {
            let base = with(&KARIM, &[("language", "fr"), ("status", "active")]);
            site.post("/clients", &with(&base, pairs)).await
        };
        let back = send(&[(&contract, "12")]).await;
        let shape = FR.with("clients-error-own-shape", &[("shape", "AA-9999".into())]);
        assert_eq!(error_at(&back, &contract), shape, "{}", fresh.name);
        assert_eq!(error_at(&back, &offer), FR.t("clients-error-own-required"), "{}", fresh.name);
        assert_eq!(error_at(&send(&[(&offer, "Satellite")]).await, &offer), FR.t("frame-error-choice"));
        let made = send(&[(&contract, "AB-1234"), (&offer, "Mobile")]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert!(site.get(&made.place).await.shows(&["Contrat", "AB-1234", "Mobile"]), "{}", fresh.name);
        let found = search(fresh.store.read(), SCOPE, "ab 1234").await.unwrap();
        assert_eq!(found.first().map(|one| one.reason), Some("clients-found-own"), "{}", fresh.name);
        // Put away, it is asked no more, and a save keeps what the file holds.
        chief.post(&format!("/clients/fields/{}/state", own.0[0].id), &[]).await;
        assert!(!site.get("/clients/new").await.shows(&["Contrat"]), "{}", fresh.name);
        let id = found[0].client.id;
        let sent = with(&KARIM, &[("status", "lost"), ("language", "fr"), ("version", "1"), (&offer, "Fibre")]);
        site.post(&format!("/clients/{}/edit", id.0), &sent).await;
        let client = get(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!((client.extra(&contract), client.extra(&offer)), ("AB-1234", "Fibre"), "{}", fresh.name);
        let changed = files::history(fresh.store.read(), SCOPE, id, None).await.unwrap().rows[0].changed();
        assert_eq!(changed, ["status".to_owned(), offer], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_field_is_refused_with_a_reason_and_only_to_those_who_may() {
    for fresh in fresh().await {
        let chief = Site::new(&fresh.store, "samia", Role::Trainer).await;
        for (field, typed, key) in [
            ("fr", "", "clients-error-field-name"),
            ("ar", "", "clients-error-field-name"),
            ("options", "Fibre", "clients-error-field-options"),
            ("options", "Fibre\nFibre", "clients-error-field-options-twice"),
            ("shape", "AA", "clients-error-field-shape"),
            ("kind", "colour", "frame-error-choice"),
        ] {
            let back = chief.post("/clients/fields", &with(&OFFER, &[(field, typed)])).await;
            assert_eq!(error_at(&back, field), FR.t(key), "{} {field} {typed}", fresh.name);
        }
        let back = chief.post("/clients/fields", &with(&FIELD, &[("options", "a\nb")])).await;
        assert_eq!(error_at(&back, "options"), FR.t("clients-error-field-options-kind"), "{}", fresh.name);
        assert!(custom_fields(fresh.store.read(), SCOPE).await.unwrap().0.is_empty(), "{}", fresh.name);
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        assert_eq!(site.get("/clients/fields").await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        // Two people change the same field.
        chief.post("/clients/fields", &FIELD).await;
        let id = custom_fields(fresh.store.read(), SCOPE).await.unwrap().0[0].id;
        let place = format!("/clients/fields/{id}");
        let first = with(&FIELD, &[("version", "1"), ("fr", "Numéro")]);
        assert_eq!(chief.post(&place, &first).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let second = chief.post(&place, &with(&FIELD, &[("version", "1"), ("fr", "Dossier")])).await;
        assert_eq!(error_at(&second, "fr"), FR.t("clients-error-field-stale"), "{}", fresh.name);
        assert!(second.shows(&["Dossier"]), "{}", fresh.name);
    }
}
