//! The data of one person, on both engines.

use ::store::journal_of;
use ::web::Role;
use axum::http::StatusCode;

use super::*;
use crate::clients::tests::{FR, KARIM, SCOPE, Site, file, fresh};
use crate::law::{Channel, Decision, NewConsent, Source, purpose_by_code, record, seed};

#[tokio::test]
async fn law_hands_a_person_everything_that_is_known_and_the_journal_knows_it() {
    for fresh in fresh().await {
        let site = Site::new(&fresh.store, "farid", Role::DataOfficer).await;
        let id = file(&fresh.store, &KARIM).await;
        let change = fresh.store.begin(SCOPE).await.unwrap();
        let day = Day::parse("20/11/2026").unwrap();
        seed(&change, day).await.unwrap();
        let purpose = purpose_by_code(&*change, SCOPE, "survey").await.unwrap().unwrap().id;
        for n in 0..25 {
            let new = NewConsent {
                purpose,
                channels: vec![Channel::Email],
                decision: Decision::Given,
                source: Source::Letter,
                proof: format!("Lettre {n}."),
                call: None,
                said_on: day,
            };
            record(&change, id, &new).await.unwrap();
        }
        change.commit().await.unwrap();
        let page = site.get(&format!("/clients/{}/data", id.0)).await;
        let expected = ["Karim", "كريم", "0550 12 34 56", "23/11/1985", "Kouba", "Lettre 0.", "Lettre 24.", "Alger"];
        assert!(page.shows(&expected) && page.shows(&[&FR.t("clients-history-created")]), "{}", page.html);
        let back = site.get(&format!("/clients/{}/data.json", id.0)).await;
        let data: Json = serde_json::from_str(&back.html).unwrap();
        assert_eq!(data["file"]["phone"], "+213550123456", "{}", fresh.name);
        assert_eq!(data["file"]["needs"], "Connexion plus rapide", "{}", fresh.name);
        assert_eq!(data["consents"].as_array().unwrap().len(), 25, "{}: over a page of a list", fresh.name);
        assert_eq!(data["consents"][0]["recorded_at"], "2026-11-23 09:00", "{}", fresh.name);
        assert!(data["history"].as_array().unwrap().len() > 25, "{}", fresh.name);
        assert!(!back.html.contains("Mme"), "{}: other people's names stay out", fresh.name);
        let lines = journal_of(fresh.store.read(), SCOPE, "client", id.0, None, 2).await.unwrap();
        let verbs: Vec<_> = lines.iter().map(|line| line.verb.as_str()).collect();
        assert_eq!(verbs, ["client.data_given", "client.opened"], "{}", fresh.name);
        let trainee = Site::new(&fresh.store, "nadia", Role::Trainee).await;
        for place in ["data", "data.json"] {
            let back = trainee.get(&format!("/clients/{}/{place}", id.0)).await;
            assert_eq!(back.status, StatusCode::FORBIDDEN, "{}: {place}", fresh.name);
        }
    }
}
