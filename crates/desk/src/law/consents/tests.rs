//! Consents, on both engines.

use ::store::{Store, journal_of};
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, file, fresh, with};
use crate::law::{NoticeTexts, PurposeData, publish, purposes};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The proposed purposes of the training centre, from the first of January on.
async fn seeded(store: &Store) {
    let change = store.begin(SCOPE).await.unwrap();
    super::super::seed(&change, day("01/01/2026")).await.unwrap();
    change.commit().await.unwrap();
}

async fn may(store: &Store, client: ClientId, purpose: &str, channel: Channel) -> Contact {
    may_contact(store.read(), SCOPE, client, purpose, channel, day("23/11/2026")).await.unwrap()
}

async fn purpose(store: &Store, code: &str) -> String {
    crate::law::purpose_by_code(store.read(), SCOPE, code).await.unwrap().unwrap().id.0.to_string()
}

const SAID: [(&str, &str); 5] = [
    ("channel", "phone"),
    ("decision", "given"),
    ("source", "letter"),
    ("said_on", "20/11/2026"),
    ("proof", "Lettre 412"),
];

#[tokio::test]
async fn law_allows_prospecting_on_the_channel_agreed_to_and_no_other_until_it_is_withdrawn() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let id = file(&fresh.store, &KARIM).await;
        let place = format!("/clients/{}/consents", id.0);
        assert_eq!(may(&fresh.store, id, "service", Channel::Post).await, Contact::Allowed, "{}", fresh.name);
        assert_eq!(may(&fresh.store, id, "prospecting", Channel::Sms).await, Contact::No("law-contact-none"));
        let (once, code) = (site.get(&place).await.hidden("once"), purpose(&fresh.store, "prospecting").await);
        let mut sent = with(&SAID, &[("purpose", &code), ("once", &once)]);
        sent.push(("channel", "sms"));
        for _twice in 0..2 {
            let back = site.post(&place, &sent).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, back.html);
        }
        let held = store::holding(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!(held.len(), 2, "{}: a post sent twice records once", fresh.name);
        assert_eq!(may(&fresh.store, id, "prospecting", Channel::Sms).await, Contact::Allowed);
        assert_eq!(may(&fresh.store, id, "prospecting", Channel::Email).await, Contact::No("law-contact-none"));
        let sms = held.iter().find(|row| row.channel() == Channel::Sms).unwrap();
        let leave = format!("{place}/{}/withdrawal", sms.id);
        let asked = site.get(&leave).await;
        assert!(asked.shows(&[&FR.t("law-withdraw-text"), "Prospection directe"]), "{}\n{}", fresh.name, asked.html);
        let evidence =
            [("source", "call"), ("said_on", "23/11/2026"), ("proof", "Dit au téléphone"), ("once", "other")];
        let early = site.post(&leave, &with(&evidence, &[("said_on", "19/11/2026")])).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: before the consent", fresh.name);
        assert_eq!(site.post(&leave, &evidence).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert_eq!(site.post(&leave, &evidence).await.status, StatusCode::SEE_OTHER, "{}: sent twice", fresh.name);
        assert_eq!(site.get(&leave).await.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert_eq!(may(&fresh.store, id, "prospecting", Channel::Sms).await, Contact::No("law-contact-withdrawn"));
        assert_eq!(may(&fresh.store, id, "prospecting", Channel::Phone).await, Contact::Allowed);
        let all = store::all(fresh.store.read(), SCOPE, id, None).await.unwrap().rows;
        assert_eq!(all.len(), 3, "{}: nothing is overwritten", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "client", id.0, None, 2).await.unwrap();
        assert_eq!(lines[0].verb, "consent.withdrawn", "{}", fresh.name);
        assert!(lines.iter().all(|line| !line.detail.contains("Dit au")), "{}: no proof in the journal", fresh.name);
        let page = site.get(&place).await;
        assert!(page.shows(&["Lettre 412", "Dit au téléphone", "Mme nadia", "20/11/2026"]), "{}", page.html);
        assert!(site.get(&format!("/clients/{}", id.0)).await.shows(&[&FR.t("law-history-withdrawn")]));
    }
}

#[tokio::test]
async fn law_takes_the_latest_day_said_and_not_the_last_line_typed() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let id = file(&fresh.store, &KARIM).await;
        let id_of = crate::law::purpose_by_code(fresh.store.read(), SCOPE, "service").await.unwrap().unwrap().id;
        let mut new = NewConsent {
            purpose: id_of,
            channels: vec![Channel::Post],
            decision: Decision::Refused,
            source: Source::Letter,
            proof: "Lettre".to_owned(),
            call: None,
            said_on: day("20/11/2026"),
        };
        for (decision, said_on) in [(Decision::Refused, "20/11/2026"), (Decision::Given, "01/02/2026")] {
            (new.decision, new.said_on) = (decision, day(said_on));
            let change = fresh.store.begin(SCOPE).await.unwrap();
            record(&change, id, &new).await.unwrap();
            change.commit().await.unwrap();
        }
        assert_eq!(may(&fresh.store, id, "service", Channel::Post).await, Contact::No("law-contact-refused"));
        let held = store::holding(fresh.store.read(), SCOPE, id).await.unwrap();
        assert_eq!((held.len(), held[0].decision()), (1, Decision::Refused), "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_knows_no_contact_for_a_purpose_that_ended_or_does_not_exist() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let id = file(&fresh.store, &KARIM).await;
        let service = crate::law::purpose_by_code(fresh.store.read(), SCOPE, "service").await.unwrap().unwrap();
        let change = fresh.store.begin(SCOPE).await.unwrap();
        let ended = PurposeData { until: Some(day("22/11/2026")), ..service.data };
        purposes::update(&change, service.id, service.version, &ended).await.unwrap();
        change.commit().await.unwrap();
        for code in ["service", "nothing"] {
            assert_eq!(may(&fresh.store, id, code, Channel::Phone).await, Contact::No("law-contact-purpose"), "{code}");
        }
    }
}

#[tokio::test]
async fn law_tells_what_is_wrong_in_a_decision_at_its_field_and_keeps_the_rest() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let id = file(&fresh.store, &KARIM).await;
        let (place, code) = (format!("/clients/{}/consents", id.0), purpose(&fresh.store, "survey").await);
        for (field, value) in [
            ("purpose", "0"),
            ("channel", "pigeon"),
            ("decision", "withdrawn"),
            ("source", "opposition"),
            ("said_on", "24/11/2026"),
            ("said_on", "hier"),
            ("proof", ""),
        ] {
            let sent = with(&with(&SAID, &[("purpose", &code), ("once", "x")]), &[(field, value)]);
            let back = site.post(&place, &sent).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {field} {value}", fresh.name);
            let error = format!("id=\"f-{field}-error\"");
            assert!(back.shows(&[&error]), "{}: {field}\n{}", fresh.name, back.html);
            assert!(field == "proof" || back.shows(&["Lettre 412</textarea>"]), "{}: {field}", fresh.name);
        }
        assert!(store::all(fresh.store.read(), SCOPE, id, None).await.unwrap().rows.is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_notes_which_version_of_the_notice_a_client_was_given() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let id = file(&fresh.store, &KARIM).await;
        let place = format!("/clients/{}/consents", id.0);
        assert!(site.get(&place).await.shows(&[&FR.t("law-notices-none")]), "{}", fresh.name);
        let early = site.post(&format!("/clients/{}/notice", id.0), &[("once", "a")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "{}: nothing to give yet", fresh.name);
        for _twice in 0..2 {
            let texts =
                NoticeTexts { fr: "Vos données".into(), ar: "معطياتكم".into(), en: "Your data".into() };
            let change = fresh.store.begin(SCOPE).await.unwrap();
            publish(&change, &texts).await.unwrap();
            change.commit().await.unwrap();
        }
        site.post(&format!("/clients/{}/notice", id.0), &[("once", "b")]).await;
        let (code, once) = (purpose(&fresh.store, "survey").await, site.get(&place).await.hidden("once"));
        site.post(&place, &with(&SAID, &[("purpose", &code), ("once", &once)])).await;
        let rows = store::all(fresh.store.read(), SCOPE, id, None).await.unwrap().rows;
        assert_eq!(rows[0].notice_version, 2, "{}", fresh.name);
        assert!(site.get("/law/notices/2").await.shows(&["Vos données", "معطياتكم", "Your data"]), "{}", fresh.name);
        assert_eq!(site.get("/law/notices/3").await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_shows_nothing_of_a_file_to_another_centre() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let id = file(&fresh.store, &KARIM).await;
        let agent = Site::new(&fresh.store, "sofiane", Role::Agent).await;
        let place = format!("/clients/{}/consents", id.0);
        assert_eq!(agent.get(&place).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        assert_eq!(agent.post(&place, &SAID).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        let found = may_contact(fresh.store.read(), ELSEWHERE, id, "service", Channel::Post, day("23/11/2026")).await;
        assert_eq!(found.unwrap(), Contact::No("law-contact-purpose"), "{}", fresh.name);
    }
}
