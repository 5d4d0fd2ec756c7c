//! A call becomes evidence, the trainee reads it, and decisions become progress.

use ::web::Role;
use axum::http::StatusCode;
use words::Lang;

use super::house::{Person, houses};
use crate::assessment::measure::Measure;
use crate::assessment::{Evidence, State, Status};
use crate::practice::{AttemptState, attempt_by_id};

fn of(evidence: &[Evidence], measure: Measure) -> &Evidence {
    evidence.iter().find(|own| own.measure == measure).unwrap()
}

#[tokio::test]
async fn a_closed_call_proposes_one_piece_of_evidence_for_every_measure_of_its_scenario() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        assert_eq!(attempt.state, AttemptState::Closed);
        let all = house.evidence(&attempt).await;
        assert_eq!(all.len(), 8, "{}", house.name);
        assert_eq!(house.journaled("evidence.proposed").await, 8);
        assert!(all.iter().all(|own| own.state == State::Proposed && own.decision.is_none()));

        let reason = of(&all, Measure::ReasonCoded);
        assert_eq!((reason.met, reason.proposal), (true, Some(Status::Acquired)));
        let outcome = of(&all, Measure::OutcomeCoded);
        assert_eq!((outcome.met, outcome.proposal), (false, Some(Status::NotAcquired)));
        let closing = of(&all, Measure::ClosingProtocol);
        assert_eq!((closing.numerator, closing.denominator), (2.0, 3.0), "leave was not said");

        let talk = of(&all, Measure::TalkInBand).detail.timing.unwrap();
        assert_eq!((talk.seconds, talk.factor), (93.0, 1.5), "nine steps of 10 s and 3 s, raw, beside the factor");
        assert_eq!(reason.profile, "speech+braille");
        assert!(reason.sources.iter().all(|event| *event > 0) && !reason.sources.is_empty());
    }
}

#[tokio::test]
async fn the_trainee_reads_what_was_measured_against_what_and_from_which_action() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let page = house.page(&trainee, &format!("/attempts/{}/result", attempt.id.0)).await;
        assert!(page.contains(r#"<bdi dir="ltr">MQ6.O4.C2</bdi> Suivi correct du protocole de sortie de l’appel"#));
        assert!(page.contains("<bdi dir=\"ltr\">2/3</bdi>, soit <bdi dir=\"ltr\">67\u{a0}%</bdi>"), "{page}");
        assert!(page.contains("Objectif non atteint") && page.contains("Objectif atteint"));
        assert!(page.contains("<bdi>1 min 33 s</bdi>") && page.contains("× 1,5"), "raw seconds beside the factor");
        assert!(page.contains("Synthèse vocale, Plage braille"));
        assert!(page.contains("Attendu\u{a0}: <bdi>Demande résolue ou Information donnée</bdi>"), "{page}");
        for event in of(&house.evidence(&attempt).await, Measure::ReasonCoded).sources.iter() {
            assert!(
                page.contains(&format!("href=\"#event-{event}\"")) && page.contains(&format!("id=\"event-{event}\""))
            );
        }
        assert!(page.contains("Je suis né le 12 mai 1986."), "what the caller said stands in the time line");
        assert!(!page.contains("sandbox.filled") && !page.contains("evidence.proposed"));
    }
}

#[tokio::test]
async fn every_page_is_whole_in_the_three_languages() {
    for house in houses().await {
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        let attempt = house.call(&amina, "practice").await;
        let id = attempt.id.0;
        let first = house.evidence(&attempt).await[0].id.0;
        let pages = |trainee: &Person, trainer: &Person| {
            [
                (trainer.clone(), format!("/attempts/{id}/result")),
                (trainer.clone(), "/reviews".to_owned()),
                (trainer.clone(), format!("/reviews/{id}")),
                (trainer.clone(), format!("/reviews/{id}/evidence/{first}/change")),
                (trainer.clone(), "/trainees".to_owned()),
                (trainer.clone(), format!("/trainees/{}/progress", amina.id.0)),
                (trainee.clone(), "/progress".to_owned()),
            ]
        };
        for lang in Lang::ALL {
            let trainee = house.person(&format!("trainee-{}", lang.code()), Role::Trainee, lang).await;
            let trainer = house.person(&format!("trainer-{}", lang.code()), Role::Trainer, lang).await;
            for (person, path) in pages(&trainee, &trainer) {
                let page = house.page(&person, &path).await;
                assert_eq!(page.matches("<h1 ").count(), 1, "{path}");
                assert!(page.contains(&format!(r#"<html lang="{}" dir="{}""#, lang.code(), lang.dir())), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a_result_opens_for_its_trainee_and_for_trainers_only() {
    for house in houses().await {
        let amina = house.person("amina", Role::Trainee, Lang::Fr).await;
        let karim = house.person("karim", Role::Trainee, Lang::Fr).await;
        let head = house.person("nadia", Role::Studies, Lang::Fr).await;
        let attempt = house.call(&amina, "practice").await;
        let result = format!("/attempts/{}/result", attempt.id.0);
        assert_eq!(house.get(&karim, &result).await.status, StatusCode::FORBIDDEN);
        let refused = house.get(&amina, &format!("/reviews/{}", attempt.id.0)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.body.contains("réservée aux formateurs"));
        assert_eq!(house.get(&amina, "/trainees").await.status, StatusCode::FORBIDDEN);
        house.page(&head, "/trainees").await;
        let progress = house.page(&head, &format!("/trainees/{}/progress", amina.id.0)).await;
        assert!(!progress.contains("/result\""), "who may not open a result gets no link to it");
        assert_eq!(house.get(&head, "/reviews").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.get(&head, &format!("/trainees/{}/progress", head.id.0)).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_exam_shows_nothing_to_its_trainee_before_the_review_is_finished() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "exam").await;
        let (result, review) = (format!("/attempts/{}/result", attempt.id.0), format!("/reviews/{}", attempt.id.0));
        house.does(&trainer, &format!("{review}/agreements"), &[]).await;
        let page = house.page(&trainee, &result).await;
        assert!(page.contains("Le résultat s’ouvrira ici") && !page.contains("MQ6.O4.C2") && !page.contains("event-"));
        assert!(house.page(&trainee, "/progress").await.contains("Aucune décision"), "{}", house.name);
        let seen = house.page(&trainer, &format!("/trainees/{}/progress", trainee.id.0)).await;
        assert!(seen.contains("Confirmé") || seen.contains("MQ6.O4.C2"));

        let grid = [("seen", "0"), ("level-0", "3"), ("level-1", "2"), ("level-2", "not_observed")];
        assert_eq!(house.does(&trainer, &format!("{review}/grid"), &grid).await, "/reviews");
        assert_eq!(attempt_by_id(house.store.read(), attempt.id).await.unwrap().state, AttemptState::Reviewed);
        assert!(house.page(&trainee, &result).await.contains("MQ6.O4.C2"));
        assert!(house.page(&trainee, "/progress").await.contains("MQ6.O4.C2"));
    }
}

#[tokio::test]
async fn decisions_stand_on_the_progress_page_by_module_and_objective() {
    for house in houses().await {
        let trainee = house.person("amina", Role::Trainee, Lang::Fr).await;
        let trainer = house.person("djamel", Role::Trainer, Lang::Fr).await;
        let attempt = house.call(&trainee, "practice").await;
        let review = format!("/reviews/{}", attempt.id.0);
        house.does(&trainer, &format!("{review}/agreements"), &[]).await;
        let grid = [("seen", "0"), ("level-0", "3"), ("level-1", "1"), ("level-2", "not_observed")];
        house.does(&trainer, &format!("{review}/grid"), &grid).await;

        let page = house.page(&trainee, "/progress").await;
        let row = |id: &str| {
            let start = page.find(&format!("<tr><th scope=\"row\"><bdi dir=\"ltr\">{id}</bdi>")).unwrap();
            page[start..].split("</tr>").next().unwrap().to_owned()
        };
        assert!(row("MQ6.G1").contains("Acquis") && row("MQ6.G1").contains("djamel Testée"));
        assert!(row("MQ6.G1").contains("23/11/2026"));
        assert!(row("MQ6.O4.C1").contains("Non acquis"));
        assert!(row("MQ6.O1.C2").contains("Acquis"), "level 3");
        assert!(row("MQ6.O2.C2").contains("En cours"), "level 1");
        assert!(row("MQ6.O3.C1").contains("Non décidé"), "not observed changes nothing");
        assert!(page.contains("MQ6.O2</bdi> Identifier l’interlocuteur"), "objectives are named");
        let modules = page.matches("encore rien").count();
        assert_eq!(modules, 21, "every other module is one line");
        assert!(house.page(&trainer, "/trainees").await.contains("Non acquis"));
    }
}
