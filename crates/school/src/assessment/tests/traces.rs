//! What the desk leaves in the journal is what the measures read.

use ::store::{CentreId, Scope};
use ::web::Role;
use axum::http::StatusCode;
use desk::calls::{CallId, call_by_id};
use desk::clients::{self, ClientData, ClientId, Day};
use desk::scripts;
use words::Lang;

use super::house::{House, Person, houses};
use crate::assessment::State;
use crate::assessment::evidence_of::{clients_of_the_scenario, journal, trace};
use crate::assessment::measure::Measure;
use crate::assessment::trace::{Field, Trace};
use crate::practice::Attempt;

async fn left(house: &House, attempt: &Attempt) -> Trace {
    let (db, scope) = (house.store.read(), attempt.sandbox());
    let call = call_by_id(db, scope, CallId(attempt.call)).await.unwrap();
    let script = scripts::get(db, scope, call.script.unwrap()).await.unwrap();
    trace(db, attempt, &call, Some(&script.definition)).await.unwrap()
}

/// The identity that a client of the scenario has in the sandbox.
async fn file_of(house: &House, attempt: &Attempt, desk: &str) -> ClientId {
    let all = journal(house.store.read(), attempt).await.unwrap();
    let known = clients_of_the_scenario(&all);
    ClientId(*known.iter().find(|(_, own)| *own == desk).unwrap().0)
}

fn ids(named: &[crate::assessment::trace::Named]) -> Vec<&str> {
    named.iter().map(|named| named.id.as_str()).collect()
}

#[tokio::test]
async fn a_fact_is_given_when_the_caller_says_it_and_asked_for_when_the_agent_does() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.answer(&trainee, "MQ6-FR-1", "practice").await;
        house.say(&trainee, &attempt, "Bonjour, Amina à votre service.").await;
        house.say(&trainee, &attempt, "Quel est votre nom ?").await;
        house.say(&trainee, &attempt, "Et votre nom, s’il vous plaît ?").await;
        let left = left(&house, &attempt).await;
        assert_eq!(ids(&left.given), ["reason", "name"], "{}", house.name);
        assert_eq!(ids(&left.asked), ["name"], "{}", house.name);
        let question = &left.utterances[1];
        assert_eq!(question.text, "Quel est votre nom ?");
        assert_eq!(left.asked[0].moment.event, question.moment.event, "the action is the agent’s question");
        assert!(left.given[1].moment.event > question.moment.event);
        assert!(left.answered.is_some() && left.ended.is_none() && left.wrapped.is_none());
    }
}

#[tokio::test]
async fn the_steps_passed_the_path_taken_and_the_time_on_hold_are_read_from_the_call() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.answer(&trainee, "MQ6-FR-1", "practice").await;
        let call = format!("/calls/{}", attempt.call);
        house.step(&trainee, &attempt, "greet", "").await;
        house.does(&trainee, &format!("{call}/steps"), &[("step", "ask-name"), ("how", "skipped")]).await;
        house.step(&trainee, &attempt, "open-file", "collect").await;
        house.does(&trainee, &format!("{call}/hold"), &[]).await;
        house.wait(20);
        house.does(&trainee, &format!("{call}/hold/end"), &[]).await;
        house.does(&trainee, &format!("{call}/hold"), &[]).await;
        house.wait(7);
        house.does(&trainee, &format!("{call}/end"), &[]).await;
        let left = left(&house, &attempt).await;
        assert_eq!(ids(&left.steps), ["greet", "open-file"], "a step left out is not passed");
        assert!(
            left.path.contains(&"collect".to_owned()) && !left.path.contains(&"verify".to_owned()),
            "{:?}",
            left.path
        );
        let held: Vec<i64> = left.holds.iter().map(|hold| hold.to - hold.from).collect();
        assert_eq!(held, [20_000, 7_000], "a hold that nobody ended lasts until the end of the talk");
        assert_eq!(left.time_factor, 1.5);
    }
}

#[tokio::test]
async fn a_field_saved_in_the_attempt_names_its_last_save_and_the_others_none() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.answer(&trainee, "MQ6-FR-1", "practice").await;
        let file = file_of(&house, &attempt, "benali-karim").await;
        save(&house, &attempt, &trainee, file, &[("email", "karim@exemple.dz")]).await;
        save(&house, &attempt, &trainee, file, &[("email", "karim.benali@exemple.dz"), ("needs", "sans option")]).await;
        let left = left(&house, &attempt).await;
        let field = |field: Field| left.file.iter().find(|own| own.field == field).unwrap();
        let saves: Vec<_> = journal(house.store.read(), &attempt).await.unwrap();
        let last = saves.iter().rfind(|row| row.verb == "client.updated").unwrap().id;
        assert_eq!(field(Field::Email).value, "karim.benali@exemple.dz");
        assert_eq!(field(Field::Email).event, Some(last), "{}", house.name);
        assert_eq!(field(Field::Needs).event, Some(last));
        assert_eq!(field(Field::Commune).value, "Bab Ezzouar");
        assert_eq!(field(Field::Commune).event, None, "it was there before the attempt");
    }
}

async fn save(house: &House, attempt: &Attempt, trainee: &Person, file: ClientId, new: &[(&str, &str)]) {
    let scope = Scope { centre: attempt.centre, actor: Some(trainee.id) };
    let client = clients::get(house.store.read(), scope, file).await.unwrap();
    let mut fields = client.typed(Lang::Fr);
    new.iter().for_each(|(field, value)| fields.set(field, *value));
    let data = ClientData::read(&fields, Lang::Fr, Day::parse("2026-11-23").unwrap()).unwrap();
    let change = house.store.begin(scope).await.unwrap();
    clients::update(&change, file, client.version, &data).await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_file_opened_is_an_access_to_a_client_of_the_scenario_or_to_somebody_around() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.answer(&trainee, "MQ7-FR-1", "practice").await;
        let named = file_of(&house, &attempt, "ait-ahmed-lynda").await;
        let around = ClientId(named.0 + 10);
        house.page(&trainee, &format!("/clients/{}", named.0)).await;
        house.page(&trainee, &format!("/clients/{}", around.0)).await;
        let opened: Vec<_> = left(&house, &attempt).await.accesses.into_iter().map(|own| own.client).collect();
        assert_eq!(opened, [Some("ait-ahmed-lynda".to_owned()), Some(format!("#{}", around.0))], "{}", house.name);
        house.code(&trainee, &attempt, "third_party", "data_refused").await;
        let evidence = house.evidence(&attempt).await;
        let accesses = evidence.iter().find(|own| own.measure == Measure::AccessesOutsideCase).unwrap();
        assert_eq!((accesses.value, accesses.met), (2.0, false));
        assert_eq!(accesses.sources.len(), 2, "each from the line of the journal that shows it");
    }
}

#[tokio::test]
async fn what_an_attempt_cannot_show_is_kept_with_its_reason_and_proposes_nothing() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.answer(&trainee, "MQ1-FR-1", "practice").await;
        let place = house.code(&trainee, &attempt, "order", "unresolved").await;
        assert_eq!(place, format!("/attempts/{}/result", attempt.id.0));
        let evidence = house.evidence(&attempt).await;
        let recorded = evidence.iter().find(|own| own.measure == Measure::FactsRecorded).unwrap();
        assert_eq!((recorded.state, recorded.proposal), (State::NotMeasured, None), "{}", house.name);
        assert_eq!(recorded.detail.why_not.as_deref(), Some("not-measurable-nothing-given"));
        let page = house.page(&trainee, &place).await;
        assert!(page.contains("le client n’a rien donné"), "{page}");
    }
}

#[tokio::test]
async fn nothing_of_an_open_attempt_is_shown_to_anybody() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.answer(&trainee, "MQ6-FR-1", "practice").await;
        for (person, path) in [
            (&trainee, format!("/attempts/{}/result", attempt.id.0)),
            (&trainer, format!("/attempts/{}/result", attempt.id.0)),
            (&trainer, format!("/reviews/{}", attempt.id.0)),
        ] {
            let answered = house.get(person, &path).await;
            assert_eq!(answered.status, StatusCode::CONFLICT, "{path}");
            assert!(!answered.body.contains("1986") && !answered.body.contains("Attendu"), "{path}");
        }
        assert_eq!(attempt.sandbox(), Scope { centre: attempt.centre, actor: None });
        assert_ne!(attempt.centre, CentreId::TRAINING);
    }
}
