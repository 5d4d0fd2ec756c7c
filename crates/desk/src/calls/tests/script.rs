//! The published script during a call.

use ::store::CentreId;
use ::web::Role;
use axum::http::StatusCode;

use super::house::{FR, NUMBER, PRODUCTION, caller};
use super::*;

async fn steps(house: &House, id: CallId) -> Vec<(String, String)> {
    let passed = steps_of(house.fresh.store.read(), id).await.unwrap();
    passed.into_iter().map(|step| (step.step, step.how)).collect()
}

async fn talking(house: &House, desk: &Desk) -> CallId {
    let id = house.ringing_with(desk, NUMBER, Some(BRANCHED)).await;
    desk.act(id, "answer", &[]).await;
    id
}

#[tokio::test]
async fn a_step_is_said_with_its_fields_merged_and_the_next_one_is_current() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = talking(&house, &desk).await;
        assert_eq!(house.call(id).await.step, "greet", "{}", house.name());
        let once = desk.get("/desk").await.hidden("once");
        for _ in 0..2 {
            let back = desk.act(id, "steps", &[("step", "greet"), ("how", "passed"), ("once", &once)]).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", house.name());
        }
        assert_eq!(steps(&house, id).await, [("greet".to_owned(), "passed".to_owned())], "{}: once", house.name());
        let said = house.said(id).await;
        assert_eq!(
            said[1],
            ("agent".to_owned(), "Bonjour, Mme rachid à votre service.".to_owned()),
            "{}",
            house.name()
        );
        assert_eq!((said.len(), house.call(id).await.step.as_str()), (3, "file"), "{}", house.name());
        let page = desk.get("/desk").await;
        assert!(
            page.shows(&[
                "Ouvrir la fiche de Karim Benali.",
                "aria-current=\"step\"",
                &FR.t("calls-step-done"),
                "Trouvée",
                "Absente"
            ]),
            "{}\n{}",
            house.name(),
            page.html
        );
    }
}

#[tokio::test]
async fn a_branch_leads_where_it_says_and_a_step_done_with_the_hands_is_not_said() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = talking(&house, &desk).await;
        desk.act(id, "steps", &[("step", "greet"), ("how", "skipped")]).await;
        desk.act(id, "steps", &[("step", "file"), ("branch", "ask")]).await;
        assert_eq!(house.call(id).await.step, "ask", "{}", house.name());
        assert_eq!(house.said(id).await.len(), 1, "{}: neither was said", house.name());
        desk.act(id, "reason", &[("reason", "bill")]).await;
        desk.act(id, "steps", &[("step", "ask"), ("how", "passed")]).await;
        assert_eq!(house.said(id).await[1].1, "Est-ce bien au sujet de Facture ?", "{}", house.name());
        desk.act(id, "steps", &[("step", "leave"), ("how", "passed")]).await;
        assert_eq!(house.call(id).await.step, "", "{}: nothing follows", house.name());
        let how: Vec<_> = steps(&house, id).await.into_iter().map(|(_, how)| how).collect();
        assert_eq!(how, ["skipped", "ask", "passed", "passed"], "{}", house.name());
    }
}

#[tokio::test]
async fn a_step_that_the_script_does_not_have_changes_nothing() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = talking(&house, &desk).await;
        let journal = house.journal().await.len();
        for pairs in [&[("step", "dance"), ("how", "passed")][..], &[]] {
            assert_eq!(desk.act(id, "steps", pairs).await.status, StatusCode::SEE_OTHER, "{}", house.name());
        }
        assert_eq!(
            (house.call(id).await.step.as_str(), house.journal().await.len()),
            ("greet", journal),
            "{}",
            house.name()
        );
        desk.act(id, "hold", &[]).await;
        desk.act(id, "steps", &[("step", "greet"), ("how", "passed")]).await;
        assert!(steps(&house, id).await.is_empty(), "{}: nobody hears a step on hold", house.name());
    }
}

#[tokio::test]
async fn the_script_of_a_call_is_the_one_of_its_beginning() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = talking(&house, &desk).await;
        let change = house.fresh.store.begin(PRODUCTION).await.unwrap();
        crate::scripts::publish(&change, &BRANCHED.replace("à votre service", "à votre écoute")).await.unwrap();
        change.commit().await.unwrap();
        desk.act(id, "steps", &[("step", "greet"), ("how", "passed")]).await;
        assert_eq!(house.said(id).await[1].1, "Bonjour, Mme rachid à votre service.", "{}", house.name());
    }
}

#[tokio::test]
async fn a_whole_room_of_agents_says_the_greeting_at_the_same_moment() {
    for house in houses().await {
        let mut greetings = vec![];
        for n in 0..8 {
            let desk = house.person(&format!("agent{n}"), Role::Agent, CentreId::PRODUCTION).await;
            let id = caller(&house.fresh.store, desk.id, NUMBER, 0, Some(BRANCHED)).await;
            desk.get("/desk").await;
            greetings.push((desk, id));
        }
        for (action, pairs) in [("answer", &[][..]), ("steps", &[("step", "greet"), ("how", "passed")])] {
            let posts: Vec<_> = greetings
                .iter()
                .cloned()
                .map(|(desk, id)| tokio::spawn(async move { desk.act(id, action, pairs).await }))
                .collect();
            for post in posts {
                let back = post.await.unwrap();
                assert_eq!(back.status, StatusCode::SEE_OTHER, "{} {action}\n{}", house.name(), back.html);
            }
        }
        for (_, id) in greetings {
            assert_eq!(house.said(id).await.len(), 3, "{}", house.name());
        }
    }
}
