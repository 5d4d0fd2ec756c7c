//! Requests, on both engines.

use ::store::{Store, journal_of};
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, file, fresh, with};
use crate::law::{Channel, Contact, may_contact};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

async fn seeded(store: &Store) {
    let change = store.begin(SCOPE).await.unwrap();
    seed_delays(&change, day("01/01/2026")).await.unwrap();
    super::super::seed(&change, day("01/01/2026")).await.unwrap();
    change.commit().await.unwrap();
}

const ASKED: [(&str, &str); 6] = [
    ("kind", "access"),
    ("asked_by", "Karim Benali"),
    ("way", "letter"),
    ("received_on", "22/11/2026"),
    ("identity", "document"),
    ("wanted", "Tout ce que vous savez de moi"),
];

/// Records a request about a file through its page and gives its number.
async fn asked(site: &Site, client: ClientId, other: &[(&str, &str)]) -> i64 {
    let place = format!("/clients/{}/requests", client.0);
    let once = site.get(&place).await.hidden("once");
    let back = site.post(&place, &with(&with(&ASKED, other), &[("once", &once)])).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.html);
    store::of_client(site.web.store.read(), SCOPE, client).await.unwrap()[0].id
}

async fn request(store: &Store, id: i64) -> Request {
    store::get(store.read(), SCOPE, id).await.unwrap()
}

#[tokio::test]
async fn law_counts_the_working_days_of_a_request_and_lists_the_overdue_first() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let id = file(&fresh.store, &KARIM).await;
        let late = asked(&site, id, &[("received_on", "20/10/2026"), ("kind", "rectification")]).await;
        let fine = asked(&site, id, &[]).await;
        let old = asked(&site, id, &[("received_on", "18/10/2026"), ("kind", "opposition")]).await;
        // Ten working days from Sunday 22 November: the weekend of 27 and 28 does not count.
        assert_eq!(request(&fresh.store, fine).await.due_on, "2026-12-06", "{}", fresh.name);
        // The first of November is a holiday of every year.
        assert_eq!(request(&fresh.store, late).await.due_on, "2026-11-04", "{}", fresh.name);
        let page = site.get("/law/requests").await;
        let at = |id: i64| page.html.find(&format!("href=\"/law/requests/{id}\""));
        assert!(at(old).is_some() && at(old) < at(late) && at(late) < at(fine), "{}\n{}", fresh.name, page.html);
        assert_eq!(page.html.matches(&*FR.t("law-overdue")).count(), 2, "{}", fresh.name);
        let rows = store::open(fresh.store.read(), ELSEWHERE, None).await.unwrap().0;
        assert!(rows.is_empty(), "{}: another centre sees nothing", fresh.name);
    }
}

#[tokio::test]
async fn law_answers_nobody_before_it_is_known_who_asks_and_a_refusal_has_its_reason() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let client = file(&fresh.store, &KARIM).await;
        let id = asked(&site, client, &[("identity", "unchecked")]).await;
        let place = format!("/law/requests/{id}");
        assert_eq!(request(&fresh.store, id).await.state(), State::ToCheck, "{}", fresh.name);
        let early = site.post(&format!("{place}/answer"), &[("version", "1"), ("outcome", "Copie remise")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "{}", fresh.name);
        let checked = [("version", "1"), ("identity", "callback")];
        assert_eq!(site.post(&format!("{place}/identity"), &checked).await.status, StatusCode::SEE_OTHER);
        let stale = site.post(&format!("{place}/refusal"), &[("version", "1"), ("reason", "Pas la personne")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(stale.shows(&["Pas la personne</textarea>"]), "{}: what was typed stays", fresh.name);
        let empty = site.post(&format!("{place}/refusal"), &[("version", "2"), ("reason", " ")]).await;
        assert!(empty.shows(&["id=\"f-reason-error\""]), "{}\n{}", fresh.name, empty.html);
        let sent = [("version", "2"), ("reason", "Pas la personne")];
        assert_eq!(site.post(&format!("{place}/refusal"), &sent).await.status, StatusCode::SEE_OTHER);
        assert_eq!(request(&fresh.store, id).await.state(), State::Refused, "{}", fresh.name);
        assert!(site.get(&place).await.shows(&["Pas la personne"]), "{}", fresh.name);
        assert_eq!(site.post(&format!("{place}/taking"), &[("version", "3")]).await.status, StatusCode::CONFLICT);
        let lines = journal_of(fresh.store.read(), SCOPE, "client", client.0, None, 9).await.unwrap();
        assert!(lines.iter().all(|line| !line.detail.contains("Pas la personne")), "{}", fresh.name);
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).filter(|v| v.starts_with("request")).collect();
        assert_eq!(verbs, ["request.refused", "request.checked", "request.received"], "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_ends_prospecting_on_every_channel_when_an_opposition_is_answered() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let client = file(&fresh.store, &KARIM).await;
        let purpose = crate::law::purpose_by_code(fresh.store.read(), SCOPE, "prospecting").await.unwrap().unwrap();
        let given = crate::law::NewConsent {
            purpose: purpose.id,
            channels: vec![Channel::Phone],
            decision: crate::law::Decision::Given,
            source: crate::law::Source::Form,
            proof: "Formulaire 12".to_owned(),
            call: None,
            said_on: day("20/11/2026"),
        };
        let change = fresh.store.begin(SCOPE).await.unwrap();
        crate::law::record(&change, client, &given).await.unwrap();
        change.commit().await.unwrap();
        let id = asked(&site, client, &[("kind", "opposition")]).await;
        let sent = [("version", "1"), ("outcome", "Retiré des listes")];
        let back = site.post(&format!("/law/requests/{id}/answer"), &sent).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, back.html);
        let now = day("23/11/2026");
        for (channel, reason) in [(Channel::Phone, "law-contact-withdrawn"), (Channel::Sms, "law-contact-refused")] {
            let may = may_contact(fresh.store.read(), SCOPE, client, "prospecting", channel, now).await.unwrap();
            assert_eq!(may, Contact::No(reason), "{}", fresh.name);
        }
        let may = may_contact(fresh.store.read(), SCOPE, client, "service", Channel::Phone, now).await.unwrap();
        assert_eq!(may, Contact::Allowed, "{}: the contract goes on", fresh.name);
    }
}

#[tokio::test]
async fn law_erases_a_person_once_asked_twice_and_shows_nothing_of_them_any_more() {
    for fresh in fresh().await {
        seeded(&fresh.store).await;
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let trainee = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let client = file(&fresh.store, &KARIM).await;
        let edit = format!("/clients/{}/edit", client.0);
        trainee.type_in(&edit, &with(&KARIM, &[("language", "fr"), ("notes", "En cours")])).await;
        let id = asked(&site, client, &[("kind", "erasure")]).await;
        let place = format!("/law/requests/{id}/erasure");
        let wrong_way = site.post(&format!("/law/requests/{id}/answer"), &[("version", "1"), ("outcome", "x")]).await;
        assert_eq!(wrong_way.status, StatusCode::CONFLICT, "{}", fresh.name);
        let unsure = site.post(&place, &[("version", "1")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(!is_erased(fresh.store.read(), SCOPE, client).await.unwrap(), "{}", fresh.name);
        for _twice in 0..2 {
            let back = site.post(&place, &[("version", "1"), ("sure", "yes")]).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, back.html);
        }
        assert!(is_erased(fresh.store.read(), SCOPE, client).await.unwrap(), "{}", fresh.name);
        let secrets =
            ["Karim", "Benali", "كريم", "0550 12 34 56", "example.com", "Didouche", "23/11/1985", "plus rapide"];
        for address in [
            format!("/clients/{}", client.0),
            format!("/clients/{}/history", client.0),
            format!("/clients/{}/requests", client.0),
            format!("/law/requests/{id}"),
            "/clients".to_owned(),
        ] {
            let page = site.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{}: {address}", fresh.name);
            let seen: Vec<_> = secrets.iter().filter(|secret| page.html.contains(**secret)).collect();
            assert!(seen.is_empty(), "{}: {address} shows {seen:?}\n{}", fresh.name, page.html);
        }
        for sought in ["Benali", "0550123456", "karim.benali@example.com"] {
            let page = site.get(&format!("/clients?q={sought}")).await;
            assert!(!page.html.contains(&format!("/clients/{}\"", client.0)), "{}: {sought}", fresh.name);
        }
        assert_eq!(trainee.get(&edit).await.status, StatusCode::CONFLICT, "{}: it no longer changes", fresh.name);
        let sent = with(&KARIM, &[("language", "fr"), ("status", "active"), ("version", "2")]);
        assert_eq!(trainee.post(&edit, &sent).await.status, StatusCode::CONFLICT, "{}", fresh.name);
        let may =
            may_contact(fresh.store.read(), SCOPE, client, "service", Channel::Post, day("23/11/2026")).await.unwrap();
        assert_eq!(may, Contact::No("law-contact-erased"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_tells_what_is_wrong_in_a_request_at_its_field_and_needs_a_delay() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let client = file(&fresh.store, &KARIM).await;
        let place = format!("/clients/{}/requests", client.0);
        for (field, value) in [
            ("kind", ""),
            ("asked_by", ""),
            ("way", "pigeon"),
            ("received_on", "24/11/2026"),
            ("identity", "face"),
            ("kind", "access"),
        ] {
            let back = site.post(&place, &with(&with(&ASKED, &[(field, value)]), &[("once", value)])).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {field}", fresh.name);
            assert!(back.shows(&[&format!("id=\"f-{field}-error\"")]), "{}: {field}\n{}", fresh.name, back.html);
        }
        assert!(store::of_client(fresh.store.read(), SCOPE, client).await.unwrap().is_empty(), "{}", fresh.name);
        assert_eq!(site.get("/law/requests").await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_keeps_delays_and_holidays_as_data() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let once = site.get("/law/delays").await.hidden("once");
        site.post("/law/delays/proposals", &[("once", &once)]).await;
        let feast = [("day", "20/03/2027"), ("name", "Aïd el-Fitr")];
        assert_eq!(site.post("/law/holidays", &with(&feast, &[("once", "a")])).await.status, StatusCode::SEE_OTHER);
        let twice = site.post("/law/holidays", &with(&feast, &[("once", "b")])).await;
        assert!(twice.shows(&["id=\"f-day-error\"", "value=\"Aïd el-Fitr\""]), "{}\n{}", fresh.name, twice.html);
        let delay = [("kind", "access"), ("days", "5"), ("source", "Règle interne"), ("since", "01/11/2026")];
        let wrong = site.post("/law/delays", &with(&delay, &[("days", "0"), ("once", "c")])).await;
        assert!(wrong.shows(&["id=\"f-days-error\"", "value=\"Règle interne\""]), "{}\n{}", fresh.name, wrong.html);
        assert_eq!(site.post("/law/delays", &with(&delay, &[("once", "d")])).await.status, StatusCode::SEE_OTHER);
        let page = site.get("/law/delays").await;
        assert!(page.shows(&["20/03/2027", "Aïd el-Fitr", "05/07", "Règle interne"]), "{}\n{}", fresh.name, page.html);
        let client = file(&fresh.store, &KARIM).await;
        let id = asked(&site, client, &[]).await;
        assert_eq!(request(&fresh.store, id).await.due_on, "2026-11-29", "{}: the newer delay holds", fresh.name);
        let holiday = store::holidays(fresh.store.read(), SCOPE).await.unwrap().pop().unwrap();
        site.post(&format!("/law/holidays/{}/removal", holiday.id), &[]).await;
        assert!(!site.get("/law/delays").await.html.contains("Aïd el-Fitr"), "{}", fresh.name);
    }
}
