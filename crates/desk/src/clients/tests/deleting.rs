//! Files made by mistake: deleted while nothing hangs on them, and made again.

use ::store::journal_of;

use super::*;
use crate::clients::store::{deleted, held_by};
use crate::links;

/// A link between two files.
async fn link(store: &Store, from: ClientId, to: ClientId) {
    let (relation, none) = (links::Relation::Household, String::new());
    let new = links::NewLink { relation, word: none.clone(), note: none, since: None, until: None };
    let change = store.begin(SCOPE).await.unwrap();
    links::add(&change, from, to, &new).await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_file_is_deleted_after_a_question_and_leaves_lists_search_and_numbers() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "samia", Role::Supervisor).await;
        let id = file(&fresh.store, &KARIM).await;
        let place = format!("/clients/{}/deletion", id.0);
        let record = site.get(&format!("/clients/{}", id.0)).await;
        assert!(record.shows(&[&format!("href=\"{place}\"")]), "{}\n{}", fresh.name, record.html);
        let page = site.get(&place).await;
        assert!(page.shows(&["Benali Karim", &FR.t("clients-deletion-text")]), "{}\n{}", fresh.name, page.html);
        for _twice in 0..2 {
            let back = site.post(&place, &[("version", "1")]).await;
            assert_eq!(
                (back.status, back.place.as_str()),
                (StatusCode::SEE_OTHER, "/clients/deleted"),
                "{}",
                back.html
            );
        }
        assert_eq!(site.get(&format!("/clients/{}", id.0)).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
        for sought in ["Benali", "3456", "karim.benali@example.com"] {
            assert!(search(fresh.store.read(), SCOPE, sought).await.unwrap().is_empty(), "{} {sought}", fresh.name);
        }
        assert!(by_phone(fresh.store.read(), SCOPE, "+213550123456").await.unwrap().is_empty(), "{}", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "client", id.0, None, 10).await.unwrap();
        assert_eq!(lines[0].verb, "client.deleted", "{}", fresh.name);
        assert_eq!(lines[0].json()["old"]["family_latin"], "Benali", "{}", fresh.name);
        assert_eq!(lines.iter().filter(|line| line.verb == "client.deleted").count(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_file_on_which_something_hangs_stays_and_the_page_says_what() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "samia", Role::Supervisor).await;
        let (id, other) = (file(&fresh.store, &KARIM).await, file(&fresh.store, &KARIM[..2]).await);
        link(&fresh.store, other, id).await;
        let place = format!("/clients/{}/deletion", id.0);
        assert_eq!(held_by(fresh.store.read(), SCOPE, id).await.unwrap(), ["clients-held-links"], "{}", fresh.name);
        for page in [site.get(&place).await, site.post(&place, &[("version", "1")]).await] {
            assert!(page.shows(&[&FR.t("clients-held-links"), &FR.t("clients-held-advice")]), "{}", page.html);
        }
        assert!(get(fresh.store.read(), SCOPE, id).await.is_ok(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_changed_since_the_question_is_not_deleted_unseen_nor_by_an_agent() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "samia", Role::Supervisor).await;
        let agent = Site::new(&fresh.store, "amina", Role::Agent).await;
        let id = file(&fresh.store, &KARIM).await;
        let place = format!("/clients/{}/deletion", id.0);
        change_file(&fresh.store, id, 1, &with(&KARIM, &[("needs", "Fibre")])).await.unwrap();
        let back = site.post(&place, &[("version", "1")]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", fresh.name);
        assert!(back.shows(&[&FR.t("clients-deletion-changed"), "value=\"2\""]), "{}\n{}", fresh.name, back.html);
        assert_eq!(agent.post(&place, &[("version", "2")]).await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        assert_eq!(agent.get("/clients/deleted").await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        assert!(get(fresh.store.read(), SCOPE, id).await.is_ok(), "{}", fresh.name);
        assert_eq!(site.post("/clients/999999/deletion", &[]).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_deleted_file_is_offered_for_thirty_days_and_made_again_from_its_form() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "samia", Role::Supervisor).await;
        assert!(site.get("/clients/deleted").await.shows(&[&FR.t("clients-deleted-none")]), "{}", fresh.name);
        let id = file(&fresh.store, &KARIM).await;
        site.post(&format!("/clients/{}/deletion", id.0), &[("version", "1")]).await;
        let line = deleted(fresh.store.read(), SCOPE, MORNING, None).await.unwrap().rows[0].id;
        let again = format!("/clients/new?again={line}");
        let page = site.get("/clients/deleted").await;
        assert!(page.shows(&["Benali Karim", &format!("href=\"{again}\"")]), "{}\n{}", fresh.name, page.html);
        let form = site.get(&again).await;
        assert!(
            form.shows(&["value=\"0550 12 34 56\"", "value=\"23/11/1985\"", "value=\"Kouba\"", "value=\"بن علي\""]),
            "{}\n{}",
            fresh.name,
            form.html
        );
        let elsewhere = deleted(fresh.store.read(), ELSEWHERE, MORNING, None).await.unwrap();
        assert!(elsewhere.rows.is_empty(), "{}", fresh.name);
        for wrong in ["x", "0", "999999"] {
            let back = site.get(&format!("/clients/new?again={wrong}")).await;
            assert_eq!(back.status, StatusCode::NOT_FOUND, "{} {wrong}", fresh.name);
        }
        fresh.store.clock().advance(31 * 24 * 3_600_000);
        let later = Site::new(&fresh.store, "leila", Role::Supervisor).await;
        assert!(later.get("/clients/deleted").await.shows(&[&FR.t("clients-deleted-none")]), "{}", fresh.name);
        assert_eq!(later.get(&again).await.status, StatusCode::NOT_FOUND, "{}", fresh.name);
    }
}
