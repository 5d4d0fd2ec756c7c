use std::os::unix::fs::PermissionsExt;

use ::web::Role;
use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde_json::Value as Json;
use words::Lang;

use super::credential::verified;
use crate::council::sealed_for_tests;
use crate::house::{House, Person, houses};

fn decoded(part: &str) -> Json {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

/// The public page of the badge that the page of a trainee links to.
async fn public(house: &House, studies: &Person, place: &str) -> String {
    let page = house.page(studies, place).await.body;
    let token = page.split("href=\"/badges/").nth(1).unwrap_or_else(|| panic!("no badge in {page}"));
    format!("/badges/{}", token.split('"').next().unwrap())
}

#[tokio::test]
async fn a_stranger_verifies_the_credential_of_a_validated_module() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let studies = house.person("karim", Role::Studies, Lang::Fr).await;
        let place = format!("/year/trainees/{}/badges", ready.trainees[0]);
        for _ in 0..2 {
            house.does(&studies, &place, &[("module", "MQ6")]).await;
        }
        assert_eq!(house.journaled("badge.issued").await, 1, "{}: one badge for a module", house.name);
        let address = public(&house, &studies, &place).await;
        assert!(address.len() >= "/badges/".len() + 32, "{}: an address that nobody guesses", house.name);
        let stranger = Person::nobody();
        let page = house.page(&stranger, &address).await.body;
        for said in ["la signature est exacte", "Aouadi Amina", "PV 1/2026", "MQ6"] {
            assert!(page.contains(said), "{}: {said}: {page}", house.name);
        }
        let jwt = house.page(&stranger, &format!("{address}/credential.jwt")).await.body;
        // As somebody who knows RFC 7515 and RFC 8037 and nothing of this program.
        let parts: Vec<&str> = jwt.split('.').collect();
        let (header, payload) = (decoded(parts[0]), decoded(parts[1]));
        assert_eq!((&header["alg"], &header["jwk"]["crv"]), (&Json::from("EdDSA"), &Json::from("Ed25519")));
        let public = URL_SAFE_NO_PAD.decode(header["jwk"]["x"].as_str().unwrap()).unwrap();
        let signed = format!("{}.{}", parts[0], parts[1]);
        let signature = URL_SAFE_NO_PAD.decode(parts[2]).unwrap();
        UnparsedPublicKey::new(&ED25519, public).verify(signed.as_bytes(), &signature).unwrap();
        assert_eq!(payload["iss"], payload["issuer"]["id"], "{}", house.name);
        assert_eq!(decoded(payload["iss"].as_str().unwrap().strip_prefix("did:jwk:").unwrap()), header["jwk"]);
        assert_eq!(payload["type"], serde_json::json!(["VerifiableCredential", "OpenBadgeCredential"]));
        assert_eq!((&payload["jti"], payload["nbf"].as_i64()), (&payload["id"], Some(1_795_420_800)));
        assert_eq!(payload["validFrom"], "2026-11-23T08:00:00Z");
        let mut forged = parts[1].to_owned();
        forged.replace_range(40..41, if &forged[40..41] == "A" { "B" } else { "A" });
        assert_eq!(verified(&format!("{}.{forged}.{}", parts[0], parts[2])), None, "{}: one letter", house.name);
    }
}

#[tokio::test]
async fn a_revoked_badge_says_so_and_why_to_everybody_and_another_can_be_issued() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let studies = house.person("karim", Role::Studies, Lang::Fr).await;
        let place = format!("/year/trainees/{}/badges", ready.trainees[0]);
        house.does(&studies, &place, &[("module", "MQ6")]).await;
        let address = public(&house, &studies, &place).await;
        let id = house.number("SELECT id FROM badge", vec![]).await.to_string();
        let revocation = format!("{place}/revocation");
        house.refused(&studies, &revocation, &[("badge", &id), ("reason", "")], "reason").await;
        house.refused(&studies, &revocation, &[("badge", "99"), ("reason", "x")], "badge").await;
        house.does(&studies, &revocation, &[("badge", &id), ("reason", "Note corrigée après recours")]).await;
        let page = house.page(&Person::nobody(), &address).await.body;
        assert!(page.contains("révoqué") && page.contains("Note corrigée après recours"), "{}: {page}", house.name);
        assert!(!page.contains("Badge valable"), "{}", house.name);
        house.does(&studies, &place, &[("module", "MQ6")]).await;
        assert_eq!(house.journaled("badge.issued").await, 2, "{}", house.name);
    }
}

#[tokio::test]
async fn no_badge_without_minutes_and_none_by_a_trainer() {
    for house in houses().await {
        let ready = sealed_for_tests(&house).await;
        let studies = house.person("karim", Role::Studies, Lang::Fr).await;
        let failed = format!("/year/trainees/{}/badges", ready.trainees[1]);
        let asked = house.post(&studies, &failed, &[("module", "MQ6")]).await;
        assert_eq!(asked.status, StatusCode::CONFLICT, "{}: an eliminatory mark validates nothing", house.name);
        let trainer = house.person("nadia", Role::Trainer, Lang::Fr).await;
        let place = format!("/year/trainees/{}/badges", ready.trainees[0]);
        assert_eq!(house.post(&trainer, &place, &[("module", "MQ6")]).await.status, StatusCode::FORBIDDEN);
        let nobody = Person::nobody();
        assert_eq!(house.get(&nobody, "/badges/0123456789abcdef").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&nobody, &place).await.status, StatusCode::SEE_OTHER, "{}: sign in first", house.name);
        assert_eq!(house.journaled("badge.issued").await, 0, "{}", house.name);
    }
}

#[test]
fn the_key_is_made_once_and_read_by_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let keys = super::Keys::in_folder(folder.path());
    let chance = ::store::Chance::seeded(7);
    let first = super::key::issuer(&keys.own(&chance).unwrap());
    assert_eq!(super::key::issuer(&keys.own(&chance).unwrap()), first);
    let mode = std::fs::metadata(folder.path().join("badge-key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    std::fs::write(folder.path().join("badge-key"), b"short").unwrap();
    assert!(keys.own(&chance).is_err(), "a damaged key is told, and never replaced");
}
