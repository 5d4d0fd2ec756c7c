//! Retention, on both engines.

use ::store::{Store, journal_of};
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::ClientId;
use crate::clients::tests::{ELSEWHERE, KARIM, SCOPE, Site, file, fresh};
use crate::law::{
    Channel, Contact, Decision, NewConsent, Source, is_erased, may_contact, purpose_by_code, record, seed,
};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

async fn agree(store: &Store, client: ClientId, said_on: Day) {
    let change = store.begin(SCOPE).await.unwrap();
    let purpose = purpose_by_code(&*change, SCOPE, "survey").await.unwrap().unwrap().id;
    let (channels, proof) = (vec![Channel::Email], "Formulaire".to_owned());
    let (decision, source) = (Decision::Given, Source::Form);
    let new = NewConsent { purpose, channels, decision, source, proof, call: None, said_on };
    record(&change, client, &new).await.unwrap();
    change.commit().await.unwrap();
}

#[test]
fn law_counts_months_back_to_a_day_that_exists() {
    assert_eq!(kept_since(day("31/03/2026"), 1), day("28/02/2026"));
    assert_eq!(kept_since(day("29/02/2028"), 12), day("28/02/2027"));
    assert_eq!(kept_since(day("15/01/2026"), 14), day("15/11/2024"));
}

#[tokio::test]
async fn law_previews_what_ran_out_and_runs_it_only_when_a_person_confirms() {
    for fresh in fresh().await {
        let change = fresh.store.begin(SCOPE).await.unwrap();
        seed(&change, day("01/01/2020")).await.unwrap();
        change.commit().await.unwrap();
        let (old, held) = (file(&fresh.store, &KARIM).await, file(&fresh.store, &KARIM).await);
        agree(&fresh.store, old, day("20/11/2026")).await;
        // The survey keeps a consent 24 months, the service a file 60.
        fresh.store.clock().advance(25 * 31 * DAY);
        agree(&fresh.store, held, day("01/12/2028")).await;
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let id = async |code: &str| purpose_by_code(fresh.store.read(), SCOPE, code).await.unwrap().unwrap().id.0;
        let survey = format!("/law/retention/{}", id("survey").await);
        let service = format!("/law/retention/{}", id("service").await);
        let link = |client: ClientId| format!("href=\"/clients/{}\"", client.0);
        assert!(site.get("/law/retention").await.shows(&[&survey, &service]), "{}", fresh.name);
        let page = site.get(&survey).await;
        assert!(page.shows(&[&link(old)]) && !page.html.contains(&link(held)), "{}\n{}", fresh.name, page.html);
        assert!(!site.get(&service).await.html.contains(&link(old)), "{}: the file is kept longer", fresh.name);
        let unsure = site.post(&format!("{survey}/run"), &[("once", "a")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        let sent = [("once", "b"), ("sure", "yes")];
        assert_eq!(site.post(&format!("{survey}/run"), &sent).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let now = day("30/01/2029");
        let may = async |client| may_contact(fresh.store.read(), SCOPE, client, "survey", Channel::Email, now).await;
        assert_eq!(may(old).await.unwrap(), Contact::No("law-contact-withdrawn"), "{}", fresh.name);
        assert_eq!(may(held).await.unwrap(), Contact::Allowed, "{}", fresh.name);
        fresh.store.clock().advance(62 * 31 * DAY);
        let site = Site::new(&fresh.store, "farida", Role::DataOfficer).await;
        assert!(site.get(&service).await.shows(&[&link(old), &link(held)]), "{}", fresh.name);
        for _twice in 0..2 {
            let sent = [("once", "c"), ("sure", "yes")];
            assert_eq!(site.post(&format!("{service}/run"), &sent).await.status, StatusCode::SEE_OTHER);
        }
        assert!(is_erased(fresh.store.read(), SCOPE, old).await.unwrap(), "{}", fresh.name);
        assert!(!site.get(&service).await.html.contains(&link(old)), "{}: nothing is left", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "purpose", id("service").await, None, 9).await.unwrap();
        let runs: Vec<_> = lines.iter().filter(|line| line.verb == "retention.run").collect();
        assert_eq!((runs.len(), runs[0].json()["files"].as_i64()), (1, Some(2)), "{}", fresh.name);
        assert!(!is_erased(fresh.store.read(), ELSEWHERE, old).await.unwrap(), "{}", fresh.name);
    }
}
