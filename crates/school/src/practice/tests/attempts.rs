//! One attempt at a time, each in a sandbox of its own.

use ::store::{CentreId, CentreKind, Scope, centre_by_id};
use ::web::Role;
use ::web::preferences::Preferences;
use axum::http::StatusCode;
use desk::calls::{CallId, CodeKind, State, call_by_id};
use desk::{calls, clients, scripts};

use super::*;

#[tokio::test]
async fn saying_ready_makes_one_sandbox_with_the_clients_the_script_and_the_codes_of_the_scenario() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let brief = amina.get("/practice/MQ6-FR-1").await;
        assert!(
            brief.shows(&["Une facture plus chère que d’habitude", "MQ6.O2.C1", &FR.t("practice-ready")]),
            "{}",
            brief.html
        );
        let ready = amina.ready("MQ6-FR-1", "practice").await;
        assert_eq!((ready.status, ready.place.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", house.name());
        let attempts = house.attempts(&amina).await;
        let [attempt] = &attempts[..] else { panic!("{}: {attempts:?}", house.name()) };
        assert_eq!((attempt.state, attempt.mode, attempt.trainee), (AttemptState::Open, Mode::Practice, amina.id));
        let db = house.fresh.store.read();
        let centre = centre_by_id(db, attempt.centre).await.unwrap();
        assert_eq!(
            (centre.kind, centre.code.as_str(), centre.name.as_str()),
            (CentreKind::Sandbox, "MQ6-FR-1", "Djurdjura Télécom")
        );
        let held = clients::by_phone(db, attempt.sandbox(), "+213550142763").await.unwrap();
        assert_eq!(
            held.iter().map(|client| client.notes.contains("Option Jeux")).collect::<Vec<_>>(),
            [true],
            "{}",
            house.name()
        );
        let sql = format!("SELECT COUNT(*) FROM client WHERE centre_id = {}", attempt.centre.0);
        assert_eq!(house.count(&sql).await, 62, "{}: two of the story, sixty around them", house.name());
        let call = house.call(attempt).await;
        let script = scripts::get(db, attempt.sandbox(), call.script.unwrap()).await.unwrap();
        assert_eq!((script.code.as_str(), script.version), ("reception-fr", 1), "{}", house.name());
        for (kind, code) in [(CodeKind::Reason, "bill"), (CodeKind::Outcome, "resolved")] {
            let codes = calls::codes::codes(db, attempt.sandbox(), kind).await.unwrap();
            assert!(codes.iter().any(|own| own.code == code), "{} {code}", house.name());
        }
        assert_eq!((call.state, call.rings_at - attempt.started_at), (State::Waiting, 8_000), "{}", house.name());
    }
}

#[tokio::test]
async fn nothing_of_a_sandbox_is_seen_in_the_training_centre_or_by_another_trainee() {
    for house in houses().await {
        let (amina, samir) = (house.trainee("amina").await, house.trainee("samir").await);
        let before = house.journal(CentreId::TRAINING).await.len();
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        for table in ["client", "client_phone", "client_key", "script", "call_code", "call"] {
            let sql = format!("SELECT COUNT(*) FROM {table} WHERE centre_id <> {}", attempt.centre.0);
            assert_eq!(house.count(&sql).await, 0, "{}: {table}", house.name());
        }
        let client =
            clients::by_phone(house.fresh.store.read(), attempt.sandbox(), "+213550142763").await.unwrap()[0].id.0;
        let script = house.call(&attempt).await.script.unwrap().0;
        let trainer = house.person("nadia", Role::Trainer, Preferences::default()).await;
        for person in [&samir, &trainer] {
            for path in [format!("/clients/{client}"), format!("/calls/{}", attempt.call), format!("/scripts/{script}")]
            {
                assert_eq!(person.get(&path).await.status, StatusCode::NOT_FOUND, "{} {path}", house.name());
            }
            for path in ["/clients", "/clients?q=Benali", "/calls", "/desk", "/scripts"] {
                let page = person.get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{} {path}", house.name());
                assert!(!page.html.contains("Karim") && !page.html.contains("reception-fr"), "{} {path}", house.name());
            }
        }
        let told = house.journal(CentreId::TRAINING).await;
        let told: Vec<_> =
            told[before..].iter().filter(|row| row.actor_id == Some(amina.id.0)).map(|row| row.verb.as_str()).collect();
        assert_eq!(told, ["account.entered_centre", "attempt.started"], "{}: what the school keeps", house.name());
    }
}

#[tokio::test]
async fn a_trainee_stands_in_the_sandbox_until_the_call_is_closed_and_is_then_at_home_again() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        for action in ["hold", "hold/end", "identification", "end"] {
            assert_eq!(house.stands_in(&amina).await, attempt.centre, "{} before {action}", house.name());
            assert!(
                amina.get("/clients").await.html.contains("data-centre=\"sandbox\""),
                "{} before {action}",
                house.name()
            );
            amina.act(&attempt, action, &[]).await;
        }
        assert_eq!(house.stands_in(&amina).await, attempt.centre, "{}: the coding is still to be done", house.name());
        let coded = [("reason", "bill"), ("outcome", "resolved"), ("satisfaction", "4")];
        let closed = amina.act(&attempt, "wrap-up", &coded).await;
        let result = format!("/attempts/{}/result", attempt.id.0);
        assert_eq!(
            (closed.status, closed.place.as_str()),
            (StatusCode::SEE_OTHER, result.as_str()),
            "{}",
            house.name()
        );
        assert_eq!(house.stands_in(&amina).await, CentreId::TRAINING, "{}", house.name());
        assert_eq!(attempt_of(&house, attempt.id.0).await.state, AttemptState::Closed, "{}", house.name());
        assert!(amina.get(&result).await.html.contains("data-centre=\"training\""), "{}", house.name());
        let again = amina.act(&attempt, "wrap-up", &coded).await;
        assert_eq!(
            (again.status, again.place.as_str()),
            (StatusCode::SEE_OTHER, result.as_str()),
            "{}: a second click",
            house.name()
        );
        let evidence =
            format!("SELECT COUNT(*) FROM evidence WHERE attempt_id = {} AND criterion = 'MQ6.G1'", attempt.id.0);
        assert_eq!(house.count(&evidence).await, 1, "{}: proposed once", house.name());
    }
}

#[tokio::test]
async fn a_window_left_open_on_a_call_that_is_over_explains_and_changes_nothing() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        amina.post("/practice/abandonment", &[]).await;
        let before = (house.call(&attempt).await.version, house.journal(attempt.centre).await.len());
        for action in ["answer", "utterances", "hold", "end", "client", "identification"] {
            let back = amina.act(&attempt, action, &[("text", "Bonjour."), ("client", "1")]).await;
            assert_eq!(back.status, StatusCode::CONFLICT, "{} {action}\n{}", house.name(), back.html);
            assert!(back.shows(&[&FR.t("calls-not-now")]), "{} {action}", house.name());
        }
        let coded = [("reason", "bill"), ("outcome", "resolved"), ("satisfaction", "4")];
        assert_eq!(amina.act(&attempt, "wrap-up", &coded).await.place, "/desk", "{}", house.name());
        let samir = house.trainee("samir").await;
        assert_eq!(samir.act(&attempt, "end", &[]).await.status, StatusCode::NOT_FOUND, "{}", house.name());
        assert_eq!(
            (house.call(&attempt).await.version, house.journal(attempt.centre).await.len()),
            before,
            "{}",
            house.name()
        );
    }
}

#[tokio::test]
async fn an_exam_leads_back_to_the_exercises_and_its_result_waits_for_the_trainer() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "exam").await;
        assert_eq!(attempt.mode, Mode::Exam, "{}", house.name());
        assert_eq!(house.close(&amina, &attempt).await.place, "/practice", "{}", house.name());
        let list = amina.get("/practice/attempts").await;
        assert!(list.shows(&["Une facture plus chère", &FR.t("practice-state-closed")]), "{}", list.html);
        assert!(!list.html.contains("/result\""), "{}", house.name());
    }
}

#[tokio::test]
async fn a_second_exercise_is_not_started_while_one_is_open() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        for (code, mode) in [("MQ6-FR-1", "practice"), ("MQ7-FR-1", "exam")] {
            let back = amina.ready(code, mode).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/practice"), "{}", house.name());
        }
        assert_eq!(
            (house.attempts(&amina).await.len(), house.count("SELECT COUNT(*) FROM centre").await),
            (1, 3),
            "{}",
            house.name()
        );
        assert_eq!(house.stands_in(&amina).await, attempt.centre, "{}", house.name());
        let brief = amina.get("/practice/MQ7-FR-1").await;
        assert!(brief.shows(&[&FR.t("practice-busy")]) && !brief.shows(&[&FR.t("practice-ready")]), "{}", brief.html);
        let list = amina.get("/practice").await;
        assert!(
            list.shows(&[&FR.t("practice-open"), &FR.t("practice-go-on"), &FR.t("practice-restart")]),
            "{}",
            list.html
        );
        house.close(&amina, &attempt).await;
        assert_eq!(
            amina.ready("MQ7-FR-1", "practice").await.place,
            "/desk",
            "{}: and is, once it is closed",
            house.name()
        );
    }
}

#[tokio::test]
async fn starting_again_gives_a_fresh_sandbox_and_keeps_the_old_journal() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let old = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        amina.say(&old, "Bonjour, je vous écoute.").await;
        let db = house.fresh.store.read();
        let client = clients::by_phone(db, old.sandbox(), "+213550142763").await.unwrap()[0].id;
        let spoilt = [
            ("given_latin", "Karim"),
            ("family_latin", "Zerrouki"),
            ("language", "fr"),
            ("status", "lost"),
            ("version", "1"),
            ("phone", "0550142763"),
        ];
        assert_eq!(amina.post(&format!("/clients/{}/edit", client.0), &spoilt).await.status, StatusCode::SEE_OTHER);
        let journal = house.journal(old.centre).await;
        assert_eq!(amina.post("/practice/restart", &[]).await.place, "/desk", "{}", house.name());
        let attempts = house.attempts(&amina).await;
        let [first, new] = &attempts[..] else { panic!("{}: {attempts:?}", house.name()) };
        assert_eq!((first.state, new.state), (AttemptState::Abandoned, AttemptState::Open), "{}", house.name());
        assert_eq!(
            (new.scenario, new.mode, house.stands_in(&amina).await),
            (old.scenario, old.mode, new.centre),
            "{}",
            house.name()
        );
        assert!(new.centre != old.centre && new.call != old.call, "{}", house.name());
        let fresh = clients::by_phone(db, new.sandbox(), "+213550142763").await.unwrap();
        assert_eq!((fresh[0].family_latin.as_str(), house.turns(new).await.len()), ("Benali", 0), "{}", house.name());
        let kept = house.journal(old.centre).await;
        let same = kept.iter().zip(&journal).all(|(now, then)| now.id == then.id && now.detail == then.detail);
        assert!(kept.len() >= journal.len() && same, "{}: every line of the first try is there", house.name());
        assert_eq!(house.turns(first).await.len(), 4, "{}: and every word", house.name());
    }
}

#[tokio::test]
async fn two_posts_to_start_again_give_one_new_attempt() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        let posts = (0..2).map(|_| {
            let amina = amina.clone();
            tokio::spawn(async move { amina.post("/practice/restart", &[]).await.status })
        });
        for post in posts.collect::<Vec<_>>() {
            assert_eq!(post.await.unwrap(), StatusCode::SEE_OTHER, "{}", house.name());
        }
        let attempts = house.attempts(&amina).await;
        let open: Vec<_> = attempts.iter().filter(|attempt| attempt.state == AttemptState::Open).collect();
        let [open] = &open[..] else { panic!("{}: {attempts:?}", house.name()) };
        assert_eq!(house.stands_in(&amina).await, open.centre, "{}", house.name());
    }
}

#[tokio::test]
async fn an_exercise_given_up_brings_the_trainee_home_and_stays_in_the_list() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        assert_eq!(amina.post("/practice/abandonment", &[]).await.place, "/practice", "{}", house.name());
        let page = amina.get("/practice").await;
        assert!(page.shows(&[&FR.t("practice-abandoned")]) && !page.shows(&[&FR.t("practice-open")]), "{}", page.html);
        assert_eq!(house.stands_in(&amina).await, CentreId::TRAINING, "{}", house.name());
        assert_eq!(attempt_of(&house, attempt.id.0).await.state, AttemptState::Abandoned, "{}", house.name());
        assert!(amina.get("/practice/attempts").await.shows(&[&FR.t("practice-state-abandoned")]), "{}", house.name());
        amina.post("/practice/abandonment", &[]).await;
        assert!(
            !amina.get("/practice").await.shows(&[&FR.t("practice-abandoned")]),
            "{}: there was nothing to give up",
            house.name()
        );
    }
}

#[tokio::test]
async fn an_exam_is_neither_given_up_nor_started_again() {
    for house in houses().await {
        let amina = house.trainee("amina").await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "exam").await;
        for path in ["/practice/abandonment", "/practice/restart"] {
            let refused = amina.post(path, &[]).await;
            assert_eq!(refused.status, StatusCode::CONFLICT, "{} {path}", house.name());
            assert!(refused.shows(&[&FR.t("practice-exam-goes-on")]), "{} {path}\n{}", house.name(), refused.html);
        }
        let list = amina.get("/practice").await;
        assert!(
            list.shows(&[&FR.t("practice-exam-goes-on")]) && !list.shows(&["/practice/abandonment"]),
            "{}",
            list.html
        );
        let attempts = house.attempts(&amina).await;
        assert_eq!((attempts.len(), attempts[0].state), (1, AttemptState::Open), "{}", house.name());
        assert_eq!(house.stands_in(&amina).await, attempt.centre, "{}", house.name());
        assert_eq!(house.call(&attempt).await.state, State::Talking, "{}: the call goes on", house.name());
    }
}

#[tokio::test]
async fn an_attempt_keeps_the_means_and_the_time_factor_of_the_day_it_began() {
    for house in houses().await {
        let preferences =
            Preferences { means: vec!["braille".into(), "speech".into()], time_factor: 2.0, ..Preferences::default() };
        let amina = house.person("amina", Role::Trainee, preferences).await;
        let attempt = house.on_the_line(&amina, "MQ6-FR-1", "practice").await;
        let other = [
            ("language", "fr"),
            ("theme", "system"),
            ("text_size", "100"),
            ("script", "latin"),
            ("ear", "both"),
            ("milestones", "0"),
            ("time_factor", "1"),
        ];
        assert_eq!(amina.post("/preferences", &other).await.status, StatusCode::SEE_OTHER, "{}", house.name());
        let kept = attempt_of(&house, attempt.id.0).await;
        assert_eq!((kept.profile.as_str(), kept.factor), ("braille+speech", 2.0), "{}", house.name());
    }
}

#[tokio::test]
async fn only_a_trainee_practises_and_who_may_not_reads_why() {
    for house in houses().await {
        let trainer = house.person("nadia", Role::Trainer, Preferences::default()).await;
        for path in ["/practice", "/practice/MQ6-FR-1", "/practice/attempts"] {
            let refused = trainer.get(path).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{} {path}", house.name());
            assert!(refused.shows(&[&FR.t("frame-refused-practice")]), "{} {path}", house.name());
        }
        assert_eq!(trainer.ready("MQ6-FR-1", "practice").await.status, StatusCode::FORBIDDEN, "{}", house.name());
        let amina = house.trainee("amina").await;
        assert_eq!(amina.ready("MQ6-FR-99", "practice").await.status, StatusCode::NOT_FOUND, "{}", house.name());
        assert_eq!(
            amina.post("/practice/restart", &[]).await.place,
            "/practice",
            "{}: nothing to start again",
            house.name()
        );
        assert_eq!(house.count("SELECT COUNT(*) FROM attempt").await, 0, "{}", house.name());
    }
}

#[tokio::test]
async fn a_whole_class_says_ready_at_the_same_moment_and_each_has_a_sandbox() {
    for house in houses().await {
        let mut class = vec![];
        for n in 0..6 {
            class.push(house.trainee(&format!("stagiaire{n}")).await);
        }
        let posts =
            class.iter().cloned().map(|person| tokio::spawn(async move { person.ready("MQ6-FR-1", "practice").await }));
        for post in posts.collect::<Vec<_>>() {
            let ready = post.await.unwrap();
            assert_eq!(
                (ready.status, ready.place.as_str()),
                (StatusCode::SEE_OTHER, "/desk"),
                "{}\n{}",
                house.name(),
                ready.html
            );
        }
        let mut centres = vec![];
        for person in &class {
            let attempt = house.attempts(person).await.pop().unwrap();
            assert_eq!(house.stands_in(person).await, attempt.centre, "{}", house.name());
            let scope = Scope { centre: attempt.centre, actor: None };
            assert_eq!(
                call_by_id(house.fresh.store.read(), scope, CallId(attempt.call)).await.unwrap().agent,
                person.id.0
            );
            centres.push(attempt.centre.0);
        }
        centres.sort_unstable();
        centres.dedup();
        assert_eq!(centres.len(), class.len(), "{}", house.name());
    }
}
