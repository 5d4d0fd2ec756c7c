//! Validation, on both engines.

mod lacking;

use std::collections::BTreeMap;

use ::store::{AccountId, Moment, Scope, Sql, Store, journal_of, params};
use ::web::Role;
use axum::http::StatusCode;

use super::store::{After, Kind, anomalies, waiting};
use super::*;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, account, change_file, data, file, fresh, with};
use crate::clients::{self, ClientId};

/// The training centre, with somebody who acts.
fn by(actor: AccountId) -> Scope {
    Scope { actor: Some(actor), ..SCOPE }
}

async fn send(store: &Store, who: AccountId, id: ClientId, version: i64) -> Result<(), ValidationError> {
    let change = store.begin(by(who)).await?;
    submit(&change, id, version).await?;
    Ok(change.commit().await?)
}

async fn accept(store: &Store, who: AccountId, id: ClientId, version: i64) -> Result<(), ValidationError> {
    let change = store.begin(by(who)).await?;
    approve(&change, id, version, false).await?;
    Ok(change.commit().await?)
}

async fn refuse(store: &Store, who: AccountId, id: ClientId, remarks: &[(&str, &str)]) -> Result<(), ValidationError> {
    let remarks: BTreeMap<String, String> =
        remarks.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
    let version = clients::get(store.read(), SCOPE, id).await?.version;
    let change = store.begin(by(who)).await?;
    give_back(&change, id, version, &remarks).await?;
    Ok(change.commit().await?)
}

async fn state(store: &Store, id: ClientId) -> State {
    let version = clients::get(store.read(), SCOPE, id).await.unwrap().version;
    let rules = rules(store.read(), SCOPE).await.unwrap();
    state_of(of(store.read(), SCOPE, id).await.unwrap().as_ref(), version, rules)
}

#[tokio::test]
async fn a_file_is_submitted_returned_corrected_and_approved() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (account(store, "amina", Role::Trainee).await, account(store, "leila", Role::Supervisor).await);
        let id = file(store, &KARIM).await;
        assert_eq!(state(store, id).await, State::Open, "{}", fresh.name);
        send(store, agent, id, 1).await.unwrap();
        assert_eq!(state(store, id).await, State::Submitted, "{}", fresh.name);
        assert!(matches!(send(store, agent, id, 1).await, Err(ValidationError::NotNow)), "{}", fresh.name);
        assert!(matches!(refuse(store, chief, id, &[]).await, Err(ValidationError::NoRemark)), "{}", fresh.name);
        refuse(store, chief, id, &[("email", "Demander l'adresse exacte")]).await.unwrap();
        assert_eq!(state(store, id).await, State::Returned, "{}", fresh.name);
        assert!(matches!(accept(store, chief, id, 1).await, Err(ValidationError::NotSubmitted)), "{}", fresh.name);
        change_file(store, id, 1, &with(&KARIM, &[("email", "k@example.com")])).await.unwrap();
        send(store, agent, id, 2).await.unwrap();
        let found = of(store.read(), SCOPE, id).await.unwrap().unwrap();
        assert_eq!(
            found.remarks().get("email").map(String::as_str),
            Some("Demander l'adresse exacte"),
            "{}",
            fresh.name
        );
        accept(store, chief, id, 2).await.unwrap();
        assert_eq!(state(store, id).await, State::Approved, "{}", fresh.name);
        let lines = journal_of(store.read(), SCOPE, "client", id.0, None, 10).await.unwrap();
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).collect();
        let told = ["approved", "submitted", "updated", "returned", "submitted", "created"];
        assert_eq!(verbs, told.map(|verb| format!("client.{verb}")), "{}", fresh.name);
        assert_eq!(lines[3].json()["remarks"]["email"], "Demander l'adresse exacte", "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_change_after_the_approval_asks_for_another_where_the_centre_wants_it() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (account(store, "amina", Role::Trainee).await, account(store, "leila", Role::Supervisor).await);
        let id = file(store, &KARIM).await;
        send(store, agent, id, 1).await.unwrap();
        accept(store, chief, id, 1).await.unwrap();
        change_file(store, id, 1, &with(&KARIM, &[("notes", "Rappeler")])).await.unwrap();
        assert_eq!(state(store, id).await, State::Outdated, "{}", fresh.name);
        let change = store.begin(SCOPE).await.unwrap();
        set_rules(&change, Rules { revalidate: false, months: 6, points: 80 }).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(state(store, id).await, State::Approved, "{}", fresh.name);
        assert_eq!(rules(store.read(), SCOPE).await.unwrap(), Rules { revalidate: false, months: 6, points: 80 });
        assert_eq!(rules(store.read(), ELSEWHERE).await.unwrap(), Rules::default(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn nobody_approves_what_they_made_or_submitted_nor_what_changed_unseen() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (account(store, "amina", Role::Trainee).await, account(store, "leila", Role::Supervisor).await);
        let submitted = file(store, &KARIM).await;
        send(store, chief, submitted, 1).await.unwrap();
        assert!(matches!(accept(store, chief, submitted, 1).await, Err(ValidationError::Own)), "{}", fresh.name);
        let change = store.begin(by(chief)).await.unwrap();
        let made = clients::insert(&change, &data(&KARIM)).await.unwrap();
        change.commit().await.unwrap();
        send(store, agent, made, 1).await.unwrap();
        assert!(matches!(accept(store, chief, made, 1).await, Err(ValidationError::Own)), "{}", fresh.name);
        let change = store.begin(by(chief)).await.unwrap();
        approve(&change, made, 1, true).await.unwrap();
        drop(change);
        let other = file(store, &KARIM).await;
        send(store, agent, other, 1).await.unwrap();
        change_file(store, other, 1, &with(&KARIM, &[("notes", "Rappeler")])).await.unwrap();
        assert!(matches!(accept(store, chief, other, 1).await, Err(ValidationError::Changed)), "{}", fresh.name);
        accept(store, chief, other, 2).await.unwrap();
    }
}

#[tokio::test]
async fn what_waits_longest_comes_first_page_after_page() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let agent = account(store, "amina", Role::Trainee).await;
        let mut sent = vec![];
        for _ in 0..25 {
            let id = file(store, &KARIM).await;
            send(store, agent, id, 1).await.unwrap();
            sent.push(id.0);
        }
        let (first, next) = waiting(store.read(), SCOPE, After::default()).await.unwrap();
        let (second, end) = waiting(store.read(), SCOPE, next.unwrap()).await.unwrap();
        let met: Vec<i64> = first.iter().chain(&second).map(|found| found.client_id).collect();
        assert_eq!((met, end), (sent, None), "{}", fresh.name);
        assert!(waiting(store.read(), ELSEWHERE, After::default()).await.unwrap().0.is_empty(), "{}", fresh.name);
    }
}

async fn wrong(store: &Store, kind: Kind, now: Moment) -> Vec<(ClientId, &'static str)> {
    let rules = Rules::default();
    let (found, next) = anomalies(store.read(), SCOPE, kind, rules, now, After::default()).await.unwrap();
    assert_eq!(next, None);
    found.into_iter().map(|own| (own.client.id, own.reason)).collect()
}

#[tokio::test]
async fn overdue_contradictory_and_incomplete_files_are_listed_with_the_reason() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let now = ::store::testing::MORNING;
        let good = file(store, &KARIM).await;
        let bare = file(store, &[("given_latin", "Amina"), ("family_latin", "Saadi")]).await;
        assert_eq!(wrong(store, Kind::Incomplete, now).await, [(bare, "validation-incomplete")], "{}", fresh.name);
        assert_eq!(wrong(store, Kind::Overdue, now).await, [], "{}", fresh.name);
        let later = now.plus_ms(400 * 24 * 3_600_000);
        let overdue = wrong(store, Kind::Overdue, later).await;
        assert_eq!(overdue, [(good, "validation-overdue"), (bare, "validation-overdue")], "{}", fresh.name);
        assert_eq!(wrong(store, Kind::Contradictory, now).await, [], "{}", fresh.name);
        // A form refuses such values; an older base may hold them.
        for (id, set) in [(good, "wilaya = 31"), (bare, "birth_date = '2030-01-01'")] {
            store.scratch().run(&format!("UPDATE client SET {set} WHERE id = $1"), params![id.0]).await.unwrap();
        }
        let found = wrong(store, Kind::Contradictory, now).await;
        assert_eq!(found, [(good, "validation-commune"), (bare, "validation-birth-future")], "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_pages_lead_from_submission_to_remark_to_approval() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (Site::new(store, "amina", Role::Trainee).await, Site::new(store, "leila", Role::Supervisor).await);
        let id = file(store, &KARIM).await;
        let (record, decide) = (format!("/clients/{}", id.0), format!("/validation/{}", id.0));
        let page = agent.get(&record).await;
        assert!(
            page.shows(&[&FR.t("validation-state-open"), "100\u{202f}%", &FR.t("validation-submit")])
                || page.shows(&["100"]),
            "{}",
            page.html
        );
        let version = page.hidden("version");
        assert_eq!(
            agent.post(&format!("{record}/submission"), &[("version", &version)]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(agent.get("/validation").await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        assert_eq!(
            agent.post(&format!("{decide}/approval"), &[]).await.status,
            StatusCode::FORBIDDEN,
            "{}",
            fresh.name
        );
        assert!(chief.get("/validation").await.shows(&["Benali Karim", "Mme amina"]), "{}", fresh.name);
        let page = chief.get(&decide).await;
        assert!(page.shows(&["name=\"remark_email\"", "karim.benali@example.com"]), "{}", page.html);
        let version = page.hidden("version");
        let none = chief.post(&format!("{decide}/return"), &[("version", &version)]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(none.shows(&[&FR.t("validation-error-remark")]), "{}", none.html);
        let remark = [("version", version.as_str()), ("remark_email", "Demander l’adresse exacte")];
        change_file(store, id, 1, &with(&KARIM, &[("notes", "Rappeler")])).await.unwrap();
        let stale = chief.post(&format!("{decide}/return"), &remark).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", fresh.name);
        assert!(stale.shows(&["value=\"Demander l’adresse exacte\"", "Rappeler"]), "{}", stale.html);
        let remark = with(&remark, &[("version", "2")]);
        let back = chief.post(&format!("{decide}/return"), &remark).await;
        assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/validation"), "{}", fresh.name);
        for place in [record.clone(), format!("{record}/edit")] {
            let page = agent.get(&place).await;
            assert!(page.shows(&["Demander l’adresse exacte"]), "{place}\n{}", page.html);
        }
        assert!(
            agent.get(&format!("{record}/edit")).await.shows(&["aria-describedby=\"f-email-remark\""]),
            "{}",
            fresh.name
        );
        agent.post(&format!("{record}/submission"), &[("version", "2")]).await;
        let done = chief.post(&format!("{decide}/approval"), &[("version", "2")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert!(agent.get(&record).await.shows(&[&FR.t("validation-state-approved"), "Mme leila"]), "{}", fresh.name);
    }
}

#[tokio::test]
async fn the_rules_of_a_centre_are_checked_and_kept() {
    for fresh in fresh().await {
        let chief = Site::new(&fresh.store, "leila", Role::Supervisor).await;
        let wrong = [("revalidate", "no"), ("months", "zéro"), ("points", "101")];
        let page = chief.post("/validation/rules", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(
            page.shows(&["value=\"zéro\"", &FR.t("validation-error-months"), &FR.t("validation-error-points")]),
            "{}",
            page.html
        );
        let right = [("revalidate", "no"), ("months", "٦"), ("points", "80")];
        assert_eq!(chief.post("/validation/rules", &right).await.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        assert!(chief.get("/validation/rules").await.shows(&["value=\"6\"", "value=\"80\""]), "{}", fresh.name);
        for kind in ["overdue", "contradictory", "incomplete"] {
            let page = chief.get(&format!("/validation/anomalies?kind={kind}")).await;
            assert_eq!(page.status, StatusCode::OK, "{} {kind}", fresh.name);
        }
    }
}

#[tokio::test]
async fn a_submission_and_a_decision_sent_twice_are_done_once_and_lead_to_the_same_place() {
    for fresh in fresh().await {
        let store = &fresh.store;
        let (agent, chief) =
            (Site::new(store, "amina", Role::Trainee).await, Site::new(store, "leila", Role::Supervisor).await);
        let id = file(store, &KARIM).await;
        let (record, decide) = (format!("/clients/{}", id.0), format!("/validation/{}", id.0));
        let page = agent.get(&record).await;
        let (version, once) = (page.hidden("version"), page.hidden("once"));
        assert!(!once.is_empty(), "{}\n{}", fresh.name, page.html);
        for _twice in 0..2 {
            let sent = [("version", version.as_str()), ("once", once.as_str())];
            let back = agent.post(&format!("{record}/submission"), &sent).await;
            assert_eq!((back.status, &back.place), (StatusCode::SEE_OTHER, &record), "{}\n{}", fresh.name, back.html);
        }
        let page = chief.get(&decide).await;
        let (version, once) = (page.hidden("version"), page.hidden("once"));
        for _twice in 0..2 {
            let sent = [("version", version.as_str()), ("once", once.as_str()), ("remark_email", "À vérifier")];
            let back = chief.post(&format!("{decide}/return"), &sent).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/validation"), "{}", back.html);
        }
        let page = agent.get(&record).await;
        let sent = [("version", "1"), ("once", &page.hidden("once"))];
        agent.post(&format!("{record}/submission"), &sent).await;
        let once = chief.get(&decide).await.hidden("once");
        for _twice in 0..2 {
            let back = chief.post(&format!("{decide}/approval"), &[("version", "1"), ("once", &once)]).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/validation"), "{}", back.html);
        }
        let told = journal_of(store.read(), SCOPE, "client", id.0, None, 20).await.unwrap();
        let count = |verb: &str| told.iter().filter(|line| line.verb == verb).count();
        let counts = ["client.submitted", "client.returned", "client.approved"].map(count);
        assert_eq!(counts, [2, 1, 1], "{}", fresh.name);
    }
}
