//! The trainer's side: one key to agree, a reason to change, and two trainers at once.

use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use super::house::houses;
use crate::assessment::{Level, State, Status, store};
use crate::practice::{AttemptState, attempt_by_id};

#[tokio::test]
async fn attempts_wait_for_a_trainer_the_oldest_first_and_move_on_when_reviewed() {
    for house in houses().await {
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        assert!(house.page(&trainer, "/reviews").await.contains("Aucun exercice n’attend"));
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        let karim = house.person("karim", Role::Trainee, Lang::Fr).await;
        let first = house.call(&amina, "practice").await;
        house.call(&karim, "exam").await;
        let page = house.page(&trainer, "/reviews").await;
        let place = |text: &str| page.find(text).unwrap();
        assert!(place("amina Testée") < place("karim Testée") && page.contains("MQ6-FR-1"));

        let review = format!("/reviews/{}", first.id.0);
        house.does(&trainer, &format!("{review}/agreements"), &[]).await;
        let grid = [("seen", "0"), ("level-0", "3"), ("level-1", "3"), ("level-2", "3")];
        house.does(&trainer, &format!("{review}/grid"), &grid).await;
        let page = house.page(&trainer, "/reviews").await;
        let (waiting, reviewed) = page.split_once("reviewed-title").unwrap();
        assert!(!waiting.contains("amina Testée") && waiting.contains("karim Testée"));
        assert!(reviewed.contains("amina Testée"), "{}", house.name);
        assert_eq!(house.journaled("attempt.reviewed").await, 1);
    }
}

#[tokio::test]
async fn agreeing_is_one_key_and_the_next_thing_to_decide_takes_the_focus() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let ids: Vec<i64> = house.evidence(&attempt).await.iter().map(|own| own.id.0).collect();
        let review = format!("/reviews/{}", attempt.id.0);
        for (at, id) in ids.iter().enumerate() {
            let place = house.does(&trainer, &format!("{review}/evidence/{id}/agreement"), &[]).await;
            match ids.get(at + 1) {
                Some(next) => {
                    assert_eq!(place, format!("{review}?next={next}"));
                    let page = house.page(&trainer, &place).await;
                    let button = page.split("<button").find(|button| button.contains("autofocus")).unwrap();
                    assert!(button.contains(&format!("id=\"agree-{next}\"")), "{button}");
                    assert_eq!(page.matches("autofocus").count(), 1);
                }
                None => assert_eq!(place, format!("{review}?next=grid")),
            }
        }
        let decided = house.evidence(&attempt).await;
        assert!(decided.iter().all(|own| own.state == State::Agreed));
        assert!(decided.iter().all(|own| own.decision.as_ref().unwrap().by == trainer.id));
        assert_eq!(house.journaled("evidence.agreed").await, 8, "{}", house.name);
        let state = attempt_by_id(house.store.read(), attempt.id).await.unwrap().state;
        assert_eq!(state, AttemptState::Closed, "the grid is still to be marked");
    }
}

#[tokio::test]
async fn the_same_key_twice_decides_once() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let first = house.evidence(&attempt).await[0].id.0;
        let agreement = format!("/reviews/{}/evidence/{first}/agreement", attempt.id.0);
        let place = house.does(&trainer, &agreement, &[]).await;
        assert_eq!(house.does(&trainer, &agreement, &[]).await, place);
        assert_eq!(house.journaled("evidence.agreed").await, 1, "{}", house.name);
    }
}

#[tokio::test]
async fn changing_costs_another_status_and_a_reason_and_nothing_typed_is_lost() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let first = house.evidence(&attempt).await[0].clone();
        assert_eq!(first.proposal, Some(Status::Acquired));
        let change = format!("/reviews/{}/evidence/{}/change", attempt.id.0, first.id.0);
        let seen = first.seen();

        let without = [("seen", seen.as_str()), ("status", "in_progress"), ("reason", "  ")];
        let answered = house.post(&trainer, &change, &without).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answered.body.contains("Il manque la raison") && answered.body.contains("f-reason-error"));
        assert!(answered.body.contains("value=\"in_progress\" checked"), "the status chosen is kept");

        let same = [("seen", seen.as_str()), ("status", "acquired"), ("reason", "Très bien mené.")];
        let answered = house.post(&trainer, &change, &same).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answered.body.contains("Très bien mené."), "the reason typed is kept");
        assert_eq!(house.evidence(&attempt).await[0].state, State::Proposed);

        let told = [("seen", seen.as_str()), ("status", "in_progress"), ("reason", "L’objet a été deviné.")];
        house.does(&trainer, &change, &told).await;
        let decided = house.evidence(&attempt).await[0].clone();
        let decision = decided.decision.clone().unwrap();
        assert_eq!((decided.state, decision.status), (State::Changed, Status::InProgress), "{}", house.name);
        assert_eq!(decision.reason, "L’objet a été deviné.");
        assert_eq!(decided.proposal, Some(Status::Acquired), "what the program proposed stays");
        let result = house.page(&trainee, &format!("/attempts/{}/result", attempt.id.0)).await;
        assert!(result.contains("L’objet a été deviné.") && result.contains("djamel Testée"));
    }
}

#[tokio::test]
async fn a_second_trainer_sees_who_decided_what_and_replaces_nothing_unknowingly() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let djamel = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let salima = house.person("salima", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let first = house.evidence(&attempt).await[0].clone();
        let place = format!("/reviews/{}/evidence/{}", attempt.id.0, first.id.0);
        house.does(&djamel, &format!("{place}/agreement"), &[]).await;

        let late = house.post(&salima, &format!("{place}/agreement"), &[]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("djamel Testée") && late.body.contains("Rien n’a été remplacé"), "{}", late.body);

        let seen = first.seen();
        let typed = [("seen", seen.as_str()), ("status", "not_acquired"), ("reason", "Je ne suis pas d’accord.")];
        let late = house.post(&salima, &format!("{place}/change"), &typed).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("djamel Testée") && late.body.contains("Je ne suis pas d’accord."));
        let still = house.evidence(&attempt).await[0].clone();
        assert_eq!(still.decision.as_ref().unwrap().by, djamel.id, "{}", house.name);

        house.wait(60);
        let seen = still.seen();
        assert!(late.body.contains(&format!("name=\"seen\" value=\"{seen}\"")), "a second sending is knowing");
        let typed = [("seen", seen.as_str()), ("status", "not_acquired"), ("reason", "Je ne suis pas d’accord.")];
        house.does(&salima, &format!("{place}/change"), &typed).await;
        let now = house.evidence(&attempt).await[0].decision.clone().unwrap();
        assert_eq!((now.by, now.status), (salima.id, Status::NotAcquired));
        assert_eq!(house.journaled("evidence.changed").await, 1, "the journal keeps the old decision and the new");
    }
}

#[tokio::test]
async fn the_grid_is_saved_whole_or_given_back_whole() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let (review, grid) = (format!("/reviews/{}", attempt.id.0), format!("/reviews/{}/grid", attempt.id.0));
        let page = house.page(&trainer, &review).await;
        assert!(page.contains("Sourire dans la voix"), "the hint of the scenario");
        assert!(page.contains(&format!("data-draft=\"{review}#grid\"")));

        let typed = [("seen", "0"), ("level-0", "3"), ("remark-0", "Voix posée."), ("level-1", "2"), ("level-2", "9")];
        let answered = house.post(&trainer, &grid, &typed).await;
        assert_eq!(answered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answered.body.contains("href=\"#f-level-2\"") && answered.body.contains("Il manque le niveau"));
        assert!(
            answered.body.contains("name=\"level-0\" value=\"3\" checked") && answered.body.contains("Voix posée.")
        );
        assert!(store::marks_of(house.store.read(), attempt.id).await.unwrap().is_empty(), "nothing is saved by half");

        let typed = [
            ("seen", "0"),
            ("level-0", "3"),
            ("remark-0", "Voix posée."),
            ("level-1", "0"),
            ("level-2", "not_observed"),
        ];
        house.does(&trainer, &grid, &typed).await;
        let marks = store::marks_of(house.store.read(), attempt.id).await.unwrap();
        let levels: Vec<_> = marks.iter().map(|mark| (mark.criterion.as_str(), mark.level)).collect();
        let expected = [("MQ6.O1.C2", Level::Three), ("MQ6.O2.C2", Level::Zero), ("MQ6.O3.C1", Level::NotObserved)];
        assert_eq!(levels, expected, "{}", house.name);
        assert_eq!(house.journaled("grid.saved").await, 1);
    }
}

#[tokio::test]
async fn what_was_typed_in_the_grid_and_not_sent_is_there_again() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let review = format!("/reviews/{}", attempt.id.0);
        let page = format!("{review}#grid");
        let typed = [("_page", page.as_str()), ("seen", "0"), ("level-1", "1"), ("remark-1", "À revoir ensemble.")];
        assert_eq!(house.post(&trainer, "/drafts", &typed).await.status, StatusCode::NO_CONTENT);
        let shown = house.page(&trainer, &review).await;
        assert!(shown.contains("À revoir ensemble.") && shown.contains("id=\"restored\""), "{}", house.name);
        assert!(shown.contains("name=\"level-1\" value=\"1\" checked"));
    }
}

#[tokio::test]
async fn two_trainers_with_one_grid_never_overwrite_each_other_silently() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let djamel = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let salima = house.person("salima", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let grid = format!("/reviews/{}/grid", attempt.id.0);
        let first = [("seen", "0"), ("level-0", "3"), ("level-1", "3"), ("level-2", "3")];
        house.does(&djamel, &grid, &first).await;
        house.wait(60);
        let second = [("seen", "0"), ("level-0", "0"), ("remark-0", "Inaudible."), ("level-1", "0"), ("level-2", "0")];
        let late = house.post(&salima, &grid, &second).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("djamel Testée") && late.body.contains("Inaudible."), "{}", late.body);
        let marks = store::marks_of(house.store.read(), attempt.id).await.unwrap();
        assert!(marks.iter().all(|mark| mark.level == Level::Three && mark.by == djamel.id), "{}", house.name);
    }
}

#[tokio::test]
async fn the_last_two_decisions_at_the_same_moment_still_finish_the_review() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let djamel = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let salima = house.person("salima", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let review = format!("/reviews/{}", attempt.id.0);
        let (agreements, grid) = (format!("{review}/agreements"), format!("{review}/grid"));
        let marks = [("seen", "0"), ("level-0", "3"), ("level-1", "3"), ("level-2", "3")];
        let (one, other) = tokio::join!(house.does(&djamel, &agreements, &[]), house.does(&salima, &grid, &marks));
        assert!(one == "/reviews" || other == "/reviews", "{one} {other} on {}", house.name);
        assert_eq!(attempt_by_id(house.store.read(), attempt.id).await.unwrap().state, AttemptState::Reviewed);
        assert_eq!(house.journaled("attempt.reviewed").await, 1);
    }
}
