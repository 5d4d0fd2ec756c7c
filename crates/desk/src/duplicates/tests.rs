//! Duplicates, on both engines.

use ::store::{Store, journal_of};
use ::web::Role;
use axum::http::StatusCode;

use super::store::{Kind, dismiss, dismissed, restore, walk};
use super::*;
use crate::clients::ClientId;
use crate::clients::tests::{ELSEWHERE, FR, KARIM, SCOPE, Site, data, file, fresh, with};

/// Who is found for these fields, and why.
async fn found(store: &Store, pairs: &[(&str, &str)]) -> Vec<(ClientId, Vec<&'static str>)> {
    let found = suspects(store.read(), SCOPE, &data(pairs)).await.unwrap();
    found.into_iter().map(|suspect| (suspect.client.id, suspect.reasons)).collect()
}

#[tokio::test]
async fn a_client_is_suspected_by_number_address_name_in_either_script_and_day_of_birth() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let name = |given, family| vec![("given_latin", given), ("family_latin", family)];
        let other = name("Amina", "Zerrouki");
        let phone = with(&other, &[("phone2", "+213 550 12 34 56")]);
        assert_eq!(found(&fresh.store, &phone).await, [(id, vec!["duplicates-same-phone"])], "{}", fresh.name);
        let email = with(&other, &[("email", "Karim.Benali@Example.com")]);
        assert_eq!(found(&fresh.store, &email).await, [(id, vec!["duplicates-same-email"])], "{}", fresh.name);
        let arabic = [("given_arabic", "كريم"), ("family_arabic", "بنعلي")];
        assert_eq!(found(&fresh.store, &arabic).await, [(id, vec!["duplicates-same-name"])], "{}", fresh.name);
        let alike = with(&name("Karime", "Ben Aly"), &[("birth_date", "23/11/1985")]);
        let reasons = found(&fresh.store, &alike).await;
        assert_eq!(reasons.len(), 1, "{}", fresh.name);
        assert!(reasons[0].1.contains(&"duplicates-same-birth"), "{}: {reasons:?}", fresh.name);
        assert_eq!(found(&fresh.store, &other).await, [], "{}", fresh.name);
    }
}

#[tokio::test]
async fn namesakes_born_on_different_days_are_not_suspected() {
    for fresh in fresh().await {
        file(&fresh.store, &KARIM).await;
        let namesake = with(&KARIM[..4], &[("birth_date", "01/02/1990")]);
        assert_eq!(found(&fresh.store, &namesake).await, [], "{}", fresh.name);
        let same_day = with(&KARIM[..4], &[("birth_date", "23/11/1985")]);
        assert_eq!(found(&fresh.store, &same_day).await.len(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn an_import_asks_for_many_files_at_once_by_number_and_address_only() {
    for fresh in fresh().await {
        let id = file(&fresh.store, &KARIM).await;
        let lines = [
            data(&[("given_latin", "Amina"), ("family_latin", "Saadi"), ("phone", "0550123456")]),
            data(&KARIM[..5]),
            data(&[("given_latin", "Amina"), ("family_latin", "Saadi"), ("email", "KARIM.benali@example.com")]),
        ];
        let held = exact(fresh.store.read(), SCOPE, &lines).await.unwrap();
        assert_eq!(held, [vec![id], vec![], vec![id]], "{}", fresh.name);
        let there = exact(fresh.store.read(), ELSEWHERE, &lines).await.unwrap();
        assert!(there.iter().all(Vec::is_empty), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_new_file_that_looks_known_comes_back_once_and_loses_nothing() {
    for fresh in fresh().await {
        let known = file(&fresh.store, &KARIM).await;
        let site = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        let once = site.get("/clients/new").await.hidden("once");
        let own =
            [("language", "fr"), ("status", "new"), ("once", &*once), ("_page", "/clients/new"), ("notes", "À revoir")];
        let typed = with(&KARIM[..6], &own);
        let back = site.post("/clients", &typed).await;
        assert_eq!(back.status, StatusCode::CONFLICT, "{}", fresh.name);
        let link = format!("href=\"/clients/{}\"", known.0);
        assert!(
            back.shows(&[&link, "À revoir", &FR.t("duplicates-create-anyway"), &FR.t("duplicates-same-phone")]),
            "{}\n{}",
            fresh.name,
            back.html
        );
        assert_eq!(back.hidden("once"), once, "{}", fresh.name);
        let seen = back.hidden("duplicates_seen");
        let again = with(&typed, &[("duplicates_seen", &seen)]);
        let made = site.post("/clients", &again).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", fresh.name);
        let twice = site.post("/clients", &typed).await;
        assert_eq!((twice.status, &twice.place), (StatusCode::SEE_OTHER, &made.place), "{}", fresh.name);
        let record = site.get(&made.place).await;
        assert!(
            record.shows(&[&format!("{}/duplicates\"", made.place), &FR.t("duplicates-of-title")]),
            "{}",
            record.html
        );
    }
}

async fn pairs(store: &Store, kind: Kind) -> Vec<(ClientId, ClientId)> {
    let (pairs, next) = walk(store.read(), SCOPE, kind, "").await.unwrap();
    assert_eq!(next, None);
    pairs.into_iter().map(|pair| (pair.first.id, pair.second.id)).collect()
}

#[tokio::test]
async fn the_pairs_of_a_centre_are_walked_by_number_by_address_and_by_birth() {
    for fresh in fresh().await {
        let one = file(&fresh.store, &KARIM).await;
        let phone =
            file(&fresh.store, &[("given_latin", "Ali"), ("family_latin", "Saadi"), ("phone", "0550123456")]).await;
        let mail = [("given_latin", "Lina"), ("family_latin", "Meziane"), ("email", "karim.benali@example.com")];
        let mail = file(&fresh.store, &mail).await;
        let birth = [("given_latin", "Kareem"), ("family_latin", "Ben Ali"), ("birth_date", "23/11/1985")];
        let birth = file(&fresh.store, &birth).await;
        assert_eq!(pairs(&fresh.store, Kind::Phone).await, [(one, phone)], "{}", fresh.name);
        assert_eq!(pairs(&fresh.store, Kind::Email).await, [(one, mail)], "{}", fresh.name);
        assert_eq!(pairs(&fresh.store, Kind::Birth).await, [(one, birth)], "{}", fresh.name);
        let (there, _) = walk(fresh.store.read(), ELSEWHERE, Kind::Phone, "").await.unwrap();
        assert!(there.is_empty(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn every_pair_is_met_once_however_many_pages_there_are() {
    for fresh in fresh().await {
        for number in 0..25 {
            let phone = format!("05501234{number:02}");
            for given in ["Ali", "Omar"] {
                file(&fresh.store, &[("given_latin", given), ("family_latin", "Saadi"), ("phone", &phone)]).await;
            }
        }
        let (mut met, mut from) = (vec![], Some(String::new()));
        while let Some(place) = from {
            let (pairs, next) = walk(fresh.store.read(), SCOPE, Kind::Phone, &place).await.unwrap();
            met.extend(pairs.into_iter().map(|pair| (pair.first.id, pair.second.id)));
            from = next;
        }
        let all = met.len();
        met.sort_unstable();
        met.dedup();
        assert_eq!((all, met.len()), (25, 25), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_pair_set_aside_is_proposed_no_more_until_that_is_taken_back() {
    for fresh in fresh().await {
        let (one, other) = (file(&fresh.store, &KARIM).await, file(&fresh.store, &KARIM).await);
        let change = fresh.store.begin(SCOPE).await.unwrap();
        assert!(dismiss(&change, other, one).await.unwrap());
        assert!(!dismiss(&change, one, other).await.unwrap(), "{}: once is enough", fresh.name);
        change.commit().await.unwrap();
        assert!(pairs(&fresh.store, Kind::Phone).await.is_empty(), "{}", fresh.name);
        let client = crate::clients::get(fresh.store.read(), SCOPE, one).await.unwrap();
        assert!(suspects_of(fresh.store.read(), SCOPE, &client).await.unwrap().is_empty(), "{}", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "client", one.0, None, 1).await.unwrap();
        assert_eq!((lines[0].verb.as_str(), lines[0].json()["other"].as_i64()), ("duplicate.dismissed", Some(other.0)));
        let row = dismissed(fresh.store.read(), SCOPE, None).await.unwrap().rows.remove(0);
        let change = fresh.store.begin(SCOPE).await.unwrap();
        restore(&change, row.id).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(pairs(&fresh.store, Kind::Phone).await, [(one, other)], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_supervisor_sets_a_pair_aside_and_a_trainee_only_reads() {
    for fresh in fresh().await {
        let (one, other) = (file(&fresh.store, &KARIM).await, file(&fresh.store, &KARIM).await);
        let trainee = Site::new(&fresh.store, "amina", Role::Trainee).await;
        let trainer = Site::new(&fresh.store, "nadia", Role::Trainer).await;
        let (first, second) = (one.0.to_string(), other.0.to_string());
        let pair = [("one", first.as_str()), ("other", second.as_str()), ("return", "/duplicates")];
        let list = trainee.get("/duplicates").await;
        assert!(list.shows(&["Benali Karim", &FR.t("duplicates-same-phone")]), "{}", list.html);
        assert!(!list.html.contains(&*FR.t("duplicates-dismiss")), "{}", fresh.name);
        assert_eq!(trainee.post("/duplicates/distinct", &pair).await.status, StatusCode::FORBIDDEN, "{}", fresh.name);
        let done = trainer.post("/duplicates/distinct", &pair).await;
        assert_eq!((done.status, done.place.as_str()), (StatusCode::SEE_OTHER, "/duplicates"), "{}", fresh.name);
        assert!(trainer.get("/duplicates").await.shows(&[&FR.t("duplicates-none")]), "{}", fresh.name);
        let aside = trainer.get("/duplicates/distinct").await;
        assert!(aside.shows(&["Benali Karim", "Mme nadia"]), "{}", aside.html);
        let page = trainer.get(&format!("/clients/{first}/duplicates")).await;
        assert!(page.shows(&[&FR.t("duplicates-of-none")]), "{}", page.html);
        let itself = [("one", first.as_str()), ("other", first.as_str())];
        assert_eq!(trainer.post("/duplicates/distinct", &itself).await.status, StatusCode::BAD_REQUEST);
    }
}
