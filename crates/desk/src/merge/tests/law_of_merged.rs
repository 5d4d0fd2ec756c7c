//! A person whose files were merged is one person before the law.

use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{FR, Site};

/// A request of erasure about a file, recorded on its page.
async fn erasure_asked(site: &Site, client: ClientId) -> i64 {
    let place = format!("/clients/{}/requests", client.0);
    let once = site.get(&place).await.hidden("once");
    let sent = [
        ("kind", "erasure"),
        ("asked_by", "Karime Ben Ali"),
        ("way", "letter"),
        ("received_on", "22/11/2026"),
        ("identity", "document"),
        ("wanted", "Effacez tout"),
        ("once", once.as_str()),
    ];
    let back = site.post(&place, &sent).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.html);
    site.web.store.read().number("SELECT MAX(id) FROM law_request", params![]).await.unwrap()
}

async fn seeded(store: &Store) {
    let day = clients::Day::parse("01/01/2026").unwrap();
    let change = store.begin(SCOPE).await.unwrap();
    law::seed_delays(&change, day).await.unwrap();
    law::seed(&change, day).await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test]
async fn law_hands_over_what_the_merged_file_held_and_erases_it_with_the_one_that_is_kept() {
    for fresh in fresh().await {
        let store = &fresh.store;
        seeded(store).await;
        let site = Site::new(store, "farid", Role::DataOfficer).await;
        let (kept, other) = (file(store, &KARIM).await, file(store, &KARIME).await);
        let asked = erasure_asked(&site, other).await;
        join(store, kept, other).await.unwrap();
        let page = site.get(&format!("/clients/{}/data", kept.0)).await;
        assert!(page.shows(&[&FR.t("law-data-merged"), "Oran", "Karime"]), "{}\n{}", fresh.name, page.html);
        let back = site.get(&format!("/clients/{}/data.json", kept.0)).await;
        let data: serde_json::Value = serde_json::from_str(&back.html).unwrap();
        assert_eq!(data["merged"][0]["client"], other.0, "{}", fresh.name);
        assert_eq!(data["merged"][0]["file"]["given_latin"], "Karime", "{}", fresh.name);
        let sent = [("version", "1"), ("sure", "yes")];
        let back = site.post(&format!("/law/requests/{asked}/erasure"), &sent).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", fresh.name, back.html);
        for id in [kept, other] {
            let left = get(store, id).await;
            assert_eq!((left.email.as_str(), left.phones.len()), ("", 0), "{}: {}", fresh.name, id.0);
            assert!(!left.given_latin.contains("Karim"), "{}: {}", fresh.name, id.0);
        }
        assert!(law::is_erased(store.read(), SCOPE, kept).await.unwrap(), "{}", fresh.name);
        let keys = store.read().number("SELECT COUNT(*) FROM client_key", vec![]).await.unwrap();
        assert_eq!(keys, 0, "{}: nobody is found by what is left", fresh.name);
        let sql = "SELECT COUNT(*) FROM law_request WHERE asked_by <> '' OR wanted <> ''";
        let said = store.read().number(sql, params![]).await.unwrap();
        assert_eq!(said, 0, "{}: nothing of what they said stays", fresh.name);
    }
}
