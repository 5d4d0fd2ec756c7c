//! Masking, on both engines.

use ::store::testing::MORNING;
use ::store::{AccountId, CentreId, Scope, Store, journal_of};
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::calls;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, Site, data, file, fresh};

/// A file of the production centre.
async fn real_file(store: &Store) -> ClientId {
    let change = store.begin(ELSEWHERE).await.unwrap();
    let id = crate::clients::insert(&change, &data(&KARIM)).await.unwrap();
    change.commit().await.unwrap();
    id
}

const SECRETS: [&str; 4] = ["0550 12 34 56", "karim.benali@example.com", "23/11/1985", "Didouche"];

#[tokio::test]
async fn law_masks_a_real_client_until_a_reason_is_given_and_the_journal_keeps_it() {
    for fresh in fresh().await {
        let (agent, id) = (Site::new(&fresh.store, "sofiane", Role::Agent).await, real_file(&fresh.store).await);
        let (place, edit) = (format!("/clients/{}", id.0), format!("/clients/{}/edit", id.0));
        for address in [place.as_str(), "/clients", "/clients?q=Benali"] {
            let page = agent.get(address).await;
            assert!(page.shows(&["finit par 56"]), "{}: {address}\n{}", fresh.name, page.html);
            assert!(SECRETS.iter().all(|secret| !page.html.contains(secret)), "{}: {address}", fresh.name);
        }
        let asked = agent.get(&edit).await;
        assert_eq!((asked.status, asked.html.contains("0550")), (StatusCode::SEE_OTHER, false), "{}", fresh.name);
        let form = agent.get(&asked.place).await;
        assert!(form.shows(&[&FR.t("law-unmask-text")]) && form.hidden("return") == edit, "{}", form.html);
        let unmasking = format!("{place}/unmasking");
        let none = agent.post(&unmasking, &[("once", "a"), ("reason", "curiosity")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        for _twice in 0..2 {
            let sent = [("once", "b"), ("reason", "correction"), ("return", edit.as_str())];
            let back = agent.post(&unmasking, &sent).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, edit.as_str()), "{}", fresh.name);
        }
        assert!(agent.get(&place).await.shows(&SECRETS), "{}", fresh.name);
        assert!(agent.get(&edit).await.shows(&SECRETS), "{}", fresh.name);
        let lines = journal_of(fresh.store.read(), ELSEWHERE, "client", id.0, None, 20).await.unwrap();
        let unmasked: Vec<_> = lines.iter().filter(|line| line.verb == "client.unmasked").collect();
        assert_eq!(unmasked.len(), 1, "{}", fresh.name);
        assert_eq!(unmasked[0].json()["reason"], "correction", "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_masks_again_the_next_day_and_for_every_other_person_and_file() {
    for fresh in fresh().await {
        let agent = Site::new(&fresh.store, "sofiane", Role::Agent).await;
        let other = Site::new(&fresh.store, "rachid", Role::Agent).await;
        let (id, twin) = (real_file(&fresh.store).await, real_file(&fresh.store).await);
        let place = format!("/clients/{}", id.0);
        agent.post(&format!("{place}/unmasking"), &[("once", "a"), ("reason", "contact")]).await;
        assert!(agent.get(&place).await.shows(&SECRETS), "{}", fresh.name);
        assert!(agent.get(&format!("/clients/{}", twin.0)).await.shows(&["finit par 56"]), "{}", fresh.name);
        assert!(other.get(&place).await.shows(&["finit par 56"]), "{}", fresh.name);
        for _four_hours in 0..6 {
            fresh.store.clock().advance(4 * 3_600_000);
            agent.get("/clients").await;
        }
        assert!(agent.get(&place).await.shows(&["finit par 56"]), "{}: the day ended", fresh.name);
    }
}

#[tokio::test]
async fn law_masks_what_the_centre_chose_and_trainees_see_their_fictitious_people() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let (trainee, officer) = (
            Site::new(&fresh.store, "amina", Role::Trainee).await,
            Site::new(&fresh.store, "farid", Role::DataOfficer).await,
        );
        let place = format!("/clients/{}", id.0);
        assert!(trainee.get(&place).await.shows(&SECRETS), "{}", fresh.name);
        let once = officer.get("/law/masking").await.hidden("once");
        officer.post("/law/masking", &[("fields", "email"), ("once", &once)]).await;
        let page = trainee.get(&place).await;
        assert!(page.shows(&["0550 12 34 56", &FR.t("law-masked")]), "{}\n{}", fresh.name, page.html);
        assert!(!page.html.contains("karim.benali@"), "{}", fresh.name);
        assert!(officer.get(&place).await.shows(&SECRETS), "{}: the habilitation allows it", fresh.name);
        let setting = officer.get("/law/masking").await;
        assert!(setting.shows(&["value=\"email\" checked"]), "{}\n{}", fresh.name, setting.html);
        assert!(!setting.html.contains("value=\"phones\" checked"), "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_masks_nothing_while_the_client_is_on_the_line() {
    for fresh in fresh().await {
        let (agent, id) = (Site::new(&fresh.store, "sofiane", Role::Agent).await, real_file(&fresh.store).await);
        let place = format!("/clients/{}", id.0);
        let accounts = ::web::accounts::list(&fresh.store, Some(Role::Agent), None).await.unwrap().rows;
        let actor = AccountId(accounts[0].id);
        let scope = Scope { centre: CentreId::PRODUCTION, actor: Some(actor) };
        let change = fresh.store.begin(scope).await.unwrap();
        let call = calls::expect(&change, actor, "+213550123456", "test", MORNING, None).await.unwrap();
        change.commit().await.unwrap();
        assert!(agent.get(&place).await.shows(&["finit par 56"]), "{}: it does not ring yet", fresh.name);
        let mut call = calls::call_by_id(fresh.store.read(), scope, call).await.unwrap();
        let change = fresh.store.begin(scope).await.unwrap();
        assert!(calls::ring_if_due(&change, &mut call).await.unwrap(), "{}", fresh.name);
        change.commit().await.unwrap();
        assert!(agent.get(&place).await.shows(&SECRETS), "{}", fresh.name);
    }
}

#[tokio::test]
async fn law_masks_what_another_editor_wrote_until_the_reason_is_given_again_and_loses_nothing_typed() {
    for fresh in fresh().await {
        let agent = Site::new(&fresh.store, "sofiane", Role::Agent).await;
        let id = real_file(&fresh.store).await;
        let (place, edit) = (format!("/clients/{}", id.0), format!("/clients/{}/edit", id.0));
        agent.post(&format!("{place}/unmasking"), &[("once", "a"), ("reason", "correction")]).await;
        let version = agent.get(&edit).await.hidden("version");
        let other = crate::clients::tests::with(&KARIM, &[("email", "autre@example.com")]);
        let change = fresh.store.begin(ELSEWHERE).await.unwrap();
        crate::clients::update(&change, id, 1, &data(&other)).await.unwrap();
        change.commit().await.unwrap();
        for _four_hours in 0..6 {
            fresh.store.clock().advance(4 * 3_600_000);
            agent.get("/clients").await;
        }
        let typed = crate::clients::tests::with(&KARIM, &[("notes", "Écrit à minuit"), ("_page", edit.as_str())]);
        let typed =
            crate::clients::tests::with(&typed, &[("version", &version), ("language", "fr"), ("status", "active")]);
        let asked = agent.post(&edit, &typed).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, asked.html);
        assert!(asked.place.starts_with(&format!("{place}/unmasking")), "{}: {}", fresh.name, asked.place);
        assert!(!agent.get(&asked.place).await.html.contains("autre@example.com"), "{}", fresh.name);
        agent.post(&format!("{place}/unmasking"), &[("once", "b"), ("reason", "correction")]).await;
        let form = agent.get(&edit).await;
        assert!(form.shows(&["Écrit à minuit"]), "{}\n{}", fresh.name, form.html);
        assert_eq!(form.hidden("version"), version, "{}: what changed meanwhile still comes up", fresh.name);
        assert!(agent.post(&edit, &typed).await.shows(&["autre@example.com"]), "{}", fresh.name);
    }
}
