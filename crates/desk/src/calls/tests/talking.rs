//! The talk: its states, what is said, whose file it is, and what a second window or a second click does to it.

use ::store::CentreId;
use ::web::Role;
use axum::http::StatusCode;

use super::house::{FR, NUMBER, PRODUCTION, TRAINING};
use super::*;

fn turns(said: &[(String, String)]) -> Vec<(&str, &str)> {
    said.iter().map(|(who, text)| (who.as_str(), text.as_str())).collect()
}

#[tokio::test]
async fn a_call_is_answered_spoken_held_taken_back_and_ended() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        house.clock().advance(10_000);
        desk.act(id, "utterances", &[("text", "  Bonjour,   service clients. ")]).await;
        desk.act(id, "hold", &[]).await;
        let held = desk.get("/desk").await;
        assert!(
            held.shows(&["data-state=\"hold\"", &FR.t("calls-resume"), "J’attends."]),
            "{}\n{}",
            house.name(),
            held.html
        );
        assert!(!held.html.contains("name=\"text\""), "{}: nobody hears the agent now", house.name());
        house.clock().advance(30_000);
        desk.act(id, "hold/end", &[]).await;
        house.clock().advance(5_000);
        desk.act(id, "utterances", &[("text", "Merci d’avoir patienté.")]).await;
        let page = desk.get("/desk").await;
        let all = [
            "Allô ?",
            "Bonjour, service clients.",
            "J’attends.",
            "Je suis là.",
            "Merci d’avoir patienté.",
            "C’est pour ma facture.",
        ];
        assert!(page.shows(&all) && page.shows(&["data-state=\"talking\""]), "{}\n{}", house.name(), page.html);
        desk.act(id, "end", &[]).await;
        let call = house.call(id).await;
        assert_eq!((call.state, call.held_ms, call.held_since), (State::WrapUp, 30_000, 0), "{}", house.name());
        assert_eq!(call.ended_at - call.answered_at, 45_000, "{}", house.name());
        let said = house.said(id).await;
        let expected = [
            ("client", "Allô ?"),
            ("agent", "Bonjour, service clients."),
            ("client", "Bonjour."),
            ("client", "J’attends."),
            ("client", "Je suis là."),
            ("agent", "Merci d’avoir patienté."),
            ("client", "C’est pour ma facture."),
            ("client", "Au revoir."),
        ];
        assert_eq!(turns(&said), expected, "{}", house.name());
        let verbs: Vec<_> =
            house.journal().await.into_iter().filter(|row| row.call_id == Some(id.0)).map(|row| row.verb).collect();
        assert_eq!(verbs.first().map(String::as_str), Some("call.expected"), "{}", house.name());
        assert_eq!(
            verbs.last().map(String::as_str),
            Some("call.heard"),
            "{}: the goodbye is the last word",
            house.name()
        );
    }
}

#[tokio::test]
async fn a_caller_held_when_the_agent_hangs_up_was_held_until_then() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        desk.act(id, "hold", &[]).await;
        house.clock().advance(20_000);
        desk.act(id, "end", &[]).await;
        let call = house.call(id).await;
        assert_eq!((call.state, call.held_ms, call.held_since), (State::WrapUp, 20_000, 0), "{}", house.name());
    }
}

#[tokio::test]
async fn a_caller_who_hangs_up_leaves_the_agent_with_the_coding() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        for text in ["Bonjour.", "Je vous écoute.", "C’est fait."] {
            desk.act(id, "utterances", &[("text", text)]).await;
            assert_eq!(house.call(id).await.state, State::Talking, "{}", house.name());
        }
        desk.act(id, "utterances", &[("text", "Au revoir.")]).await;
        assert_eq!(house.call(id).await.state, State::WrapUp, "{}", house.name());
        let ended = house.journal().await.into_iter().find(|row| row.verb == "call.ended").unwrap();
        assert_eq!(ended.json()["by"], "client", "{}", house.name());
        assert!(desk.get("/desk").await.shows(&[&FR.t("calls-wrap-up")]), "{}", house.name());
    }
}

/// Everything that an agent can do with a call, and the states in which it is done.
const ACTIONS: [(&str, &[State]); 8] = [
    ("answer", &[State::Ringing]),
    ("refusal", &[State::Ringing]),
    ("utterances", &[State::Talking]),
    ("hold", &[State::Talking]),
    ("hold/end", &[State::Hold]),
    ("identification", &[State::Talking, State::Hold]),
    ("end", &[State::Talking, State::Hold]),
    ("wrap-up", &[State::WrapUp]),
];

const CODED: [(&str, &str); 3] = [("reason", "bill"), ("outcome", "resolved"), ("satisfaction", "4")];

#[tokio::test]
async fn what_the_state_does_not_allow_changes_nothing_and_shows_the_desk() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = house.ringing(&desk, NUMBER).await;
        let path = [State::Ringing, State::Talking, State::Hold, State::WrapUp, State::Closed];
        for (state, on) in path.into_iter().zip(["answer", "hold", "end", "wrap-up", ""]) {
            for (action, states) in ACTIONS {
                if states.contains(&state) {
                    continue;
                }
                let (before, journal) = (house.call(id).await, house.journal().await.len());
                let mut pairs = vec![("text", "Bonjour.")];
                pairs.extend(CODED);
                let back = desk.act(id, action, &pairs).await;
                assert_eq!(
                    back.status,
                    StatusCode::SEE_OTHER,
                    "{} {action} while {state:?}\n{}",
                    house.name(),
                    back.html
                );
                let after = house.call(id).await;
                assert_eq!(
                    (after.state, after.version),
                    (state, before.version),
                    "{} {action} while {state:?}",
                    house.name()
                );
                assert_eq!(house.journal().await.len(), journal, "{} {action} while {state:?}", house.name());
            }
            if !on.is_empty() {
                desk.act(id, on, &CODED).await;
            }
        }
        assert_eq!(house.call(id).await.state, State::Closed, "{}", house.name());
    }
}

#[tokio::test]
async fn a_closed_call_keeps_its_file_and_its_codes() {
    for house in houses().await {
        let (file, other) = (
            house.file(PRODUCTION, &karim()).await,
            house.file(PRODUCTION, &[("given_latin", "Amina"), ("family_latin", "Saadi")]).await,
        );
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        desk.act(id, "wrap-up", &CODED).await;
        let journal = house.journal().await.len();
        for (action, pairs) in [
            ("client", vec![("client", other.0.to_string())]),
            ("client/release", vec![]),
            ("reason", vec![("reason", "payment".to_owned())]),
        ] {
            let pairs: Vec<_> = pairs.iter().map(|(field, value)| (*field, value.as_str())).collect();
            let back = desk.act(id, action, &pairs).await;
            assert_eq!(back.status, StatusCode::SEE_OTHER, "{} {action}", house.name());
            let call = house.call(id).await;
            assert_eq!((call.client, call.reason.as_str()), (Some(file), "bill"), "{} {action}", house.name());
        }
        assert_eq!(house.journal().await.len(), journal, "{}", house.name());
        assert!(!desk.get("/desk").await.shows(&[&FR.t("calls-reason-saved")]), "{}: nothing was saved", house.name());
    }
}

#[tokio::test]
async fn a_post_sent_twice_with_one_token_says_the_sentence_once() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        let once = desk.get("/desk").await.hidden("once");
        assert!(!once.is_empty(), "{}", house.name());
        let posts = (0..4).map(|_| {
            let (desk, once) = (desk.clone(), once.clone());
            tokio::spawn(async move { desk.act(id, "utterances", &[("text", "Bonjour."), ("once", &once)]).await })
        });
        for post in posts.collect::<Vec<_>>() {
            let back = post.await.unwrap();
            assert_eq!(
                (back.status, back.place.as_str()),
                (StatusCode::SEE_OTHER, "/desk"),
                "{}\n{}",
                house.name(),
                back.html
            );
        }
        let said = house.said(id).await;
        assert_eq!(
            turns(&said),
            [("client", "Allô ?"), ("agent", "Bonjour."), ("client", "Bonjour.")],
            "{}",
            house.name()
        );
        let next = desk.get("/desk").await.hidden("once");
        desk.act(id, "utterances", &[("text", "Bonjour."), ("once", &next)]).await;
        assert_eq!(house.said(id).await.len(), 5, "{}: the same words on purpose are said again", house.name());
    }
}

#[tokio::test]
async fn a_second_window_left_on_an_old_state_just_shows_the_desk() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        for action in ["answer", "refusal"] {
            let back = desk.act(id, action, &[]).await;
            assert_eq!(
                (back.status, back.place.as_str()),
                (StatusCode::SEE_OTHER, "/desk"),
                "{} {action}",
                house.name()
            );
        }
        desk.act(id, "end", &[]).await;
        let back = desk.act(id, "utterances", &[("text", "Allô ?")]).await;
        assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", house.name());
        assert!(desk.get("/desk").await.shows(&["data-state=\"wrap_up\""]), "{}", house.name());
        assert_eq!((house.told("call.answered").await, house.told("call.ended").await), (1, 1), "{}", house.name());
    }
}

#[tokio::test]
async fn a_sentence_too_long_or_with_invisible_characters_is_told_at_its_field_and_kept() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        let long = "a".repeat(1001);
        for text in [long.as_str(), "Bonjour\u{1}."] {
            let back = desk.act(id, "utterances", &[("text", text)]).await;
            assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
            assert!(!back.error_at("text").is_empty() && back.html.contains(text), "{}\n{}", house.name(), back.html);
        }
        let empty = desk.act(id, "utterances", &[("text", "   ")]).await;
        assert_eq!(empty.status, StatusCode::SEE_OTHER, "{}", house.name());
        assert_eq!(house.said(id).await.len(), 1, "{}: nothing was said", house.name());
        desk.act(id, "utterances", &[("text", &"a".repeat(1000))]).await;
        assert_eq!(house.said(id).await.len(), 3, "{}", house.name());
    }
}

#[tokio::test]
async fn a_sentence_sent_with_an_ended_session_is_back_in_its_field_after_signing_in() {
    for house in houses().await {
        let mut desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        let page = desk.get("/desk").await;
        let at = page.html.find("/utterances").unwrap();
        let place =
            page.html[at..].split("name=\"_page\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        house.clock().advance(13 * 3_600_000);
        let sentence = "Votre facture a été corrigée ce matin.";
        let door = desk.act(id, "utterances", &[("_page", &place), ("text", sentence), ("once", "jeton")]).await;
        assert_eq!(door.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        let (next, parked) = (door.hidden("next"), door.hidden("parked"));
        let pairs = [("login", "rachid"), ("password", super::house::PASSWORD), ("next", &next), ("parked", &parked)];
        assert!(desk.post("/sign-in", &pairs).await.place.starts_with("/desk"), "{}", house.name());
        desk.sign_in("rachid").await;
        assert!(desk.get("/desk").await.html.contains(sentence), "{}", house.name());
        desk.act(id, "utterances", &[("text", sentence)]).await;
        assert_eq!(
            desk.get("/desk").await.html.matches(sentence).count(),
            1,
            "{}: said once, and no draft",
            house.name()
        );
    }
}

#[tokio::test]
async fn another_agent_cannot_touch_the_call_and_who_takes_no_calls_is_told_why() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let (rachid, leila) = (house.agent("rachid").await, house.agent("leila").await);
        let samir = house.person("samir", Role::Trainer, CentreId::TRAINING).await;
        let admin = house.person("admin", Role::Administrator, CentreId::PRODUCTION).await;
        let id = house.talking(&rachid, NUMBER).await;
        let (before, journal) = (house.call(id).await, house.journal().await.len());
        let actions = ACTIONS.iter().map(|(action, _)| *action).chain(["client", "client/release", "reason", "steps"]);
        for action in actions {
            for pairs in [
                &[
                    ("text", "Bonjour."),
                    ("client", "1"),
                    ("reason", "bill"),
                    ("outcome", "resolved"),
                    ("satisfaction", "4"),
                ][..],
                &[("text", "Bonjour."), ("client", "1")],
            ] {
                assert_eq!(
                    leila.act(id, action, pairs).await.status,
                    StatusCode::NOT_FOUND,
                    "{} {action}",
                    house.name()
                );
                assert_eq!(
                    samir.act(id, action, pairs).await.status,
                    StatusCode::NOT_FOUND,
                    "{} {action}",
                    house.name()
                );
                let refused = admin.act(id, action, pairs).await;
                assert_eq!(refused.status, StatusCode::FORBIDDEN, "{} {action}", house.name());
                assert!(refused.shows(&[&FR.t("frame-refused-calls")]), "{} {action}", house.name());
            }
        }
        assert_eq!(house.call(id).await.version, before.version, "{}", house.name());
        assert_eq!(house.journal().await.len(), journal, "{}", house.name());
        assert_eq!(rachid.act(CallId(999_999), "answer", &[]).await.status, StatusCode::NOT_FOUND, "{}", house.name());
    }
}

#[tokio::test]
async fn only_a_file_of_the_own_centre_can_be_the_callers() {
    for house in houses().await {
        let foreign = house.file(TRAINING, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        for (client, status) in [
            (foreign.0.to_string(), StatusCode::NOT_FOUND),
            ("999999".to_owned(), StatusCode::NOT_FOUND),
            ("Benali".to_owned(), StatusCode::BAD_REQUEST),
            (String::new(), StatusCode::BAD_REQUEST),
        ] {
            let back = desk.act(id, "client", &[("client", &client)]).await;
            assert_eq!(back.status, status, "{} {client:?}", house.name());
        }
        assert_eq!(
            (house.call(id).await.client, house.told("call.client_chosen").await),
            (None, 0),
            "{}",
            house.name()
        );
    }
}

/// Makes a file through the pages of the clients, from the link of the desk.
async fn make_file(desk: &Desk) -> String {
    let page = desk.get("/clients/new?return=/desk&phone=%2B213550142763").await;
    let once = page.hidden("once");
    let mut pairs = karim();
    pairs.extend([("language", "fr"), ("status", "new"), ("return", "/desk"), ("once", &once)]);
    desk.post("/clients", &pairs).await.place
}

#[tokio::test]
async fn a_file_made_during_the_call_becomes_the_callers() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        house.file(PRODUCTION, &[("given_latin", "Amina"), ("family_latin", "Saadi")]).await;
        house.clock().advance(1_000);
        let id = house.talking(&desk, NUMBER).await;
        assert_eq!(make_file(&desk).await, "/desk", "{}", house.name());
        let page = desk.get("/desk").await;
        assert!(page.shows(&["<bdi>Karim Benali</bdi>"]), "{}\n{}", house.name(), page.html);
        let client = house.call(id).await.client.unwrap();
        let chosen = house.journal().await.into_iter().find(|row| row.verb == "call.client_chosen").unwrap();
        assert_eq!(
            (chosen.json()["client"].as_i64(), chosen.call_id),
            (Some(client.0), Some(id.0)),
            "{}",
            house.name()
        );
        desk.act(id, "client/release", &[]).await;
        assert!(
            desk.get("/desk").await.shows(&[&FR.t("calls-unknown")]),
            "{}: a file put aside does not come back",
            house.name()
        );
    }
}

#[tokio::test]
async fn a_file_made_while_coding_the_call_becomes_the_callers_too() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        assert_eq!(make_file(&desk).await, "/desk", "{}", house.name());
        assert!(
            desk.get("/desk").await.shows(&["<bdi>Karim Benali</bdi>", "data-state=\"wrap_up\""]),
            "{}",
            house.name()
        );
        assert!(house.call(id).await.client.is_some(), "{}", house.name());
    }
}

#[tokio::test]
async fn a_file_that_a_colleague_makes_meanwhile_is_not_taken_for_the_callers() {
    for house in houses().await {
        let (rachid, leila) = (house.agent("rachid").await, house.agent("leila").await);
        let id = house.talking(&rachid, NUMBER).await;
        make_file(&leila).await;
        assert!(rachid.get("/desk").await.shows(&[&FR.t("calls-unknown")]), "{}", house.name());
        assert_eq!(house.call(id).await.client, None, "{}", house.name());
    }
}

#[tokio::test]
async fn the_identity_is_verified_for_one_file_and_asked_again_for_another() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let other = house.file(PRODUCTION, &[("given_latin", "Amina"), ("family_latin", "Saadi")]).await;
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        house.clock().advance(5_000);
        for _ in 0..2 {
            assert_eq!(desk.act(id, "identification", &[]).await.place, "/desk", "{}", house.name());
        }
        assert_eq!(house.told("call.identified").await, 1, "{}", house.name());
        assert!(house.call(id).await.identified_at > 0, "{}", house.name());
        desk.act(id, "client", &[("client", &other.0.to_string())]).await;
        assert_eq!(house.call(id).await.identified_at, 0, "{}", house.name());
        assert!(desk.get("/desk").await.html.contains(&format!("/calls/{}/identification", id.0)), "{}", house.name());
    }
}
