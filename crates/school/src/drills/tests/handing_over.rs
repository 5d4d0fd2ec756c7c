//! From a try to evidence that a trainer decides on.

use ::web::Role;
use ::web::preferences::Preferences;
use axum::http::StatusCode;
use words::Lang;

use super::bench::{begin, drill, even, houses, reader, send, tried};
use crate::exercises::Kind;
use crate::practice::{Mode, attempt_by_id};

#[tokio::test]
async fn a_try_handed_over_becomes_evidence_once_and_the_trainer_decides() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let nadia = house.person("nadia", Role::Trainer, Preferences::in_language(Lang::Fr)).await;
        let text = drill(&house, "MC9-FR-16").await.text();
        let earlier = begin(&amina, "MC9-FR-17", "keyboard", "text").await;
        send(&house, &amina, &earlier, &text, &even(&text, 400)).await;
        let place = begin(&amina, "MC9-FR-16", "keyboard", "text").await;
        let refused = amina.post(&format!("{place}/handover"), &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "nothing is handed over before its end");
        send(&house, &amina, &place, &text, &even(&text, 600)).await;
        for _ in 0..2 {
            assert_eq!(amina.post(&format!("{place}/handover"), &[]).await.place, place);
        }
        let own = tried(&house, &place).await;
        let attempt = attempt_by_id(house.fresh.store.read(), own.attempt.unwrap()).await.unwrap();
        assert_eq!(
            (attempt.kind, attempt.mode, attempt.factor, attempt.profile.as_str()),
            (Kind::Drill, Mode::Practice, 1.5, "braille")
        );
        // Accuracy for two criteria, speed, net speed and regularity for one.
        assert_eq!(house.count("SELECT COUNT(*) FROM evidence").await, 5, "{}", house.name());
        let weighed = "SELECT COUNT(*) FROM evidence WHERE measure = 'typing_speed' AND value = 100 AND factor = 1.5
            AND target = 120 AND proposal = 'acquired'";
        assert_eq!(
            house.count(weighed).await,
            1,
            "100 strokes with 1.5 times the time count for 150: {}",
            house.name()
        );
        let list = nadia.get("/reviews").await;
        assert!(list.shows(&["accusé de réception", "MC9-FR-16"]), "{}", list.html);
        let review = nadia.get(&format!("/reviews/{}", attempt.id.0)).await;
        assert!(
            review.shows(&["100 frappes par minute", "Texte demandé", "Le stagiaire remet sa saisie.", "MC9.G2"]),
            "{}",
            review.html
        );
        assert!(
            !review.html.contains("D’habitude"),
            "what is usual comes from tries that are not the trainer's to see"
        );
        assert!(amina.get(&place).await.html.contains("D’habitude"));
        assert_eq!(nadia.get(&earlier).await.status, StatusCode::FORBIDDEN);
        nadia.post(&format!("/reviews/{}/agreements", attempt.id.0), &[]).await;
        assert!(amina.get("/progress").await.shows(&["MC9.G2", "MC9.O3.C1"]));
        let result = amina.get(&format!("/attempts/{}/result", attempt.id.0)).await;
        assert!(result.shows(&["Texte demandé", "Confirmé par"]), "{}", result.html);
        assert!(amina.get("/practice/attempts").await.shows(&["accusé de réception"]));
    }
}

#[tokio::test]
async fn what_has_no_times_is_evidence_of_accuracy_only() {
    for house in houses().await {
        let amina = reader(&house, "amina").await;
        let text = drill(&house, "MC9-AR-11").await.text();
        let place = begin(&amina, "MC9-AR-11", "keyboard", "text").await;
        assert!(amina.get(&place).await.shows(&["<bdi lang=\"fr\">Condor Plume.</bdi>"]));
        send(&house, &amina, &place, &text.replace("Djezzy", "Djezy"), "").await;
        amina.post(&format!("{place}/handover"), &[]).await;
        let states = "SELECT COUNT(*) FROM evidence WHERE (measure = 'typing_accuracy' AND state = 'proposed')
            OR (measure = 'typing_speed' AND state = 'not_measured')";
        assert_eq!(house.count(states).await, 2, "{}", house.name());
    }
}

#[tokio::test]
async fn trainers_read_drills_and_do_not_take_them_and_others_do_neither() {
    for house in houses().await {
        let nadia = house.person("nadia", Role::Trainer, Preferences::in_language(Lang::Ar)).await;
        let page = nadia.get("/drills/MC9-AR-09").await;
        assert!(page.status == StatusCode::OK && !page.html.contains("action=\"/drills/MC9-AR-09/tries\""));
        assert_eq!(
            nadia.post("/drills/MC9-AR-09/tries", &[("entry", "keyboard"), ("way", "text")]).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(nadia.get("/drills/history").await.status, StatusCode::FORBIDDEN);
        let sofiane = house.person("sofiane", Role::Agent, Preferences::in_language(Lang::Fr)).await;
        assert_eq!(sofiane.get("/drills").await.status, StatusCode::FORBIDDEN);
    }
}
