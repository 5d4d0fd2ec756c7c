//! The call of an attempt on the real desk: who calls, what is told and when.

use axum::http::StatusCode;
use desk::calls::{Match, State};

use super::house::site;
use super::*;

const BIRTH: &str = "Je suis né le 12 mai 1986.";
const REASON: &str = "C’est pour ma dernière facture : elle est beaucoup plus chère que d’habitude.";

async fn told(house: &House, attempt: &Attempt) -> Vec<String> {
    house.turns(attempt).await.into_iter().filter(|turn| !turn.is_agent()).map(|turn| turn.text).collect()
}

/// The facts that the caller has given, in order, as the words' own notes say.
async fn given(house: &House, attempt: &Attempt) -> Vec<String> {
    let notes = house.turns(attempt).await.into_iter().filter(|turn| !turn.is_agent());
    let facts =
        |turn: desk::calls::Turn| serde_json::from_str::<serde_json::Value>(&turn.trace).unwrap()["facts"].clone();
    notes.flat_map(|turn| serde_json::from_value::<Vec<String>>(facts(turn)).unwrap()).collect()
}

#[tokio::test]
async fn the_call_rings_when_the_scenario_says_and_its_caller_is_known_by_the_number() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        amina.ready("MQ6-FR-1", "practice").await;
        let attempt = house.attempts(&amina).await.pop().unwrap();
        house.clock().advance(7_999);
        assert!(amina.get("/desk/line").await.html.contains("\"state\":\"waiting\""), "{}", house.name());
        house.clock().advance(1);
        let line = amina.get("/desk/line").await;
        assert!(line.html.contains("\"state\":\"ringing\"") && line.html.contains("Karim Benali"), "{}", line.html);
        assert_eq!(house.call(&attempt).await.matched, Match::Certain, "{}", house.name());
        let desk = amina.get("/desk").await;
        assert!(
            desk.shows(&["Karim Benali", "Option Jeux", "data-centre=\"sandbox\""]),
            "{}\n{}",
            house.name(),
            desk.html
        );
    }
}

#[tokio::test]
async fn what_the_caller_knows_is_told_when_asked_for_and_not_before() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        assert_eq!(told(&house, &attempt).await, ["Allô, bonjour."], "{}", house.name());
        amina.say(&attempt, "Djurdjura Télécom, bonjour.").await;
        assert_eq!(
            told(&house, &attempt).await,
            ["Allô, bonjour.", "Bonjour.", REASON],
            "{}: volunteered at the first turn",
            house.name()
        );
        amina.say(&attempt, "Je comprends.").await;
        amina.say(&attempt, "Je regarde votre dossier.").await;
        assert_eq!(given(&house, &attempt).await, ["reason"], "{}: nothing more without a question", house.name());
        amina.say(&attempt, "Quelle est votre date de naissance ?").await;
        assert_eq!(told(&house, &attempt).await.last().map(String::as_str), Some(BIRTH), "{}", house.name());
        assert_eq!(given(&house, &attempt).await, ["reason", "birth-date"], "{}", house.name());
        let page = amina.get("/desk").await;
        assert!(page.shows(&[BIRTH]) && !page.shows(&["4 850 dinars"]), "{}", house.name());
    }
}

#[tokio::test]
async fn a_question_put_twice_is_answered_twice_and_counts_once_and_a_secret_is_never_told() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        for _ in 0..2 {
            amina.say(&attempt, "Quelle est votre date de naissance ?").await;
        }
        amina.say(&attempt, "Quel est le mot de passe de votre boîtier ?").await;
        let said = told(&house, &attempt).await;
        assert_eq!(said.iter().filter(|text| *text == BIRTH).count(), 2, "{}: {said:?}", house.name());
        assert!(said.last().unwrap().starts_with("Ah non, le code"), "{}: {said:?}", house.name());
        let given = given(&house, &attempt).await;
        assert_eq!(given.iter().filter(|fact| *fact == "birth-date").count(), 1, "{}: {given:?}", house.name());
        assert!(!given.iter().any(|fact| fact == "box-code"), "{}: {given:?}", house.name());
    }
}

#[tokio::test]
async fn a_step_of_the_script_asks_for_what_it_is_about() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        for (step, fact) in [("greet", "reason"), ("ask-name", "name")] {
            let back = amina.act(&attempt, "steps", &[("step", step), ("how", "passed")]).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", house.name());
            assert_eq!(given(&house, &attempt).await.last().map(String::as_str), Some(fact), "{} {step}", house.name());
        }
        let said = house.turns(&attempt).await;
        let greeting = said.iter().find(|turn| turn.is_agent()).unwrap();
        assert_eq!(
            greeting.text,
            "Bonjour et bienvenue chez Djurdjura Télécom. Mme amina à votre service.",
            "{}",
            house.name()
        );
        amina.act(&attempt, "steps", &[("step", "open-file"), ("how", "skipped")]).await;
        assert_eq!(house.turns(&attempt).await.len(), said.len(), "{}: a step left out is not said", house.name());
    }
}

#[tokio::test]
async fn the_caller_goes_on_where_the_talk_was_after_the_program_has_stopped() {
    for house in houses().await {
        let mut amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        amina.say(&attempt, "Djurdjura Télécom, bonjour.").await;
        amina.act(&attempt, "hold", &[]).await;
        amina.router = site(&house.fresh.store);
        assert!(amina.get("/desk").await.shows(&["data-state=\"hold\"", REASON]), "{}", house.name());
        amina.act(&attempt, "hold/end", &[]).await;
        amina.say(&attempt, "Merci d’avoir patienté.").await;
        let said = told(&house, &attempt).await;
        assert_eq!(
            said.iter().filter(|text| *text == REASON || *text == "Bonjour.").count(),
            2,
            "{}: {said:?}",
            house.name()
        );
        assert_eq!(given(&house, &attempt).await, ["reason"], "{}", house.name());
    }
}

#[tokio::test]
async fn a_caller_who_has_taken_leave_hangs_up() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        amina.say(&attempt, "Djurdjura Télécom, bonjour.").await;
        amina.say(&attempt, "Merci de votre appel, au revoir.").await;
        assert_eq!(house.call(&attempt).await.state, State::WrapUp, "{}", house.name());
        assert_eq!(
            told(&house, &attempt).await.last().map(String::as_str),
            Some("Au revoir, bonne journée."),
            "{}",
            house.name()
        );
        assert_eq!(
            attempt_of(&house, attempt.id.0).await.state,
            AttemptState::Open,
            "{}: it is coded first",
            house.name()
        );
    }
}

#[tokio::test]
async fn a_call_in_arabic_is_spoken_in_arabic_whatever_the_language_of_the_pages() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-AR-1", "practice").await;
        let page = amina.get("/desk").await;
        let opening = told(&house, &attempt).await.remove(0);
        assert!(page.html.contains(&format!("lang=\"ar\">{opening}<")), "{}\n{}", house.name(), page.html);
        assert!(page.html.contains("<html lang=\"fr\" dir=\"ltr\""), "{}", house.name());
    }
}
