//! A call comes: who it may be, when it rings, what declining does.

use ::store::CentreId;
use ::web::Role;
use axum::http::StatusCode;

use super::house::{FR, NUMBER, PRODUCTION, TRAINING, caller};
use super::*;

#[tokio::test]
async fn the_number_of_one_file_is_certain_and_its_file_is_open_on_the_desk() {
    for house in houses().await {
        let file = house.file(PRODUCTION, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = house.ringing(&desk, NUMBER).await;
        let call = house.call(id).await;
        assert_eq!((call.matched, call.client), (Match::Certain, Some(file)), "{}", house.name());
        let page = desk.get("/desk").await;
        assert!(
            page.shows(&[
                "<bdi>Karim Benali</bdi>",
                "0550 14 27 63",
                &FR.t("calls-match-certain"),
                "data-state=\"ringing\""
            ]),
            "{}\n{}",
            house.name(),
            page.html
        );
        assert!(page.html.contains(&format!("/calls/{}/answer", id.0)), "{}", house.name());
        let line = desk.get("/desk/line").await;
        assert!(line.html.contains("\"state\":\"ringing\"") && line.html.contains("Karim Benali"), "{}", line.html);
    }
}

#[tokio::test]
async fn the_number_of_a_household_may_be_each_of_its_people_until_the_agent_chooses() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let second = house.file(PRODUCTION, &yasmine()).await;
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        let call = house.call(id).await;
        assert_eq!((call.matched, call.client), (Match::Maybe, None), "{}", house.name());
        let page = desk.get("/desk").await;
        assert!(
            page.shows(&["Karim Benali", "Yasmine Benali", "1986-05-12", "1990-02-03", &FR.t("calls-maybe-text")]),
            "{}\n{}",
            house.name(),
            page.html
        );
        let chosen = desk.act(id, "client", &[("client", &second.0.to_string())]).await;
        assert_eq!((chosen.status, chosen.place.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", house.name());
        assert_eq!(house.call(id).await.client, Some(second), "{}", house.name());
        let page = desk.get("/desk").await;
        assert!(page.shows(&["<bdi>Yasmine Benali</bdi>"]) && !page.html.contains("Karim Benali"), "{}", page.html);
    }
}

#[tokio::test]
async fn the_number_of_nobody_is_unknown_and_a_file_can_be_made_with_it() {
    for house in houses().await {
        house.file(TRAINING, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        let call = house.call(id).await;
        assert_eq!(
            (call.matched, call.client),
            (Match::Unknown, None),
            "{}: another centre's file is nobody here",
            house.name()
        );
        let page = desk.get("/desk").await;
        assert!(
            page.shows(&[
                &FR.t("calls-unknown"),
                &FR.t("calls-no-file"),
                "/clients/new?return=/desk&amp;phone=%2B213550142763"
            ]),
            "{}\n{}",
            house.name(),
            page.html
        );
        let sought = desk.get("/desk?q=Benali").await;
        assert!(sought.shows(&[&FR.t("calls-none-found")]), "{}: nor by name", house.name());
    }
}

#[tokio::test]
async fn a_hidden_number_is_unknown_even_when_files_lack_a_number() {
    for house in houses().await {
        house.file(PRODUCTION, &[("given_latin", "Karim"), ("family_latin", "Benali")]).await;
        let desk = house.agent("rachid").await;
        let id = house.ringing(&desk, "").await;
        let call = house.call(id).await;
        assert_eq!((call.matched, call.client), (Match::Unknown, None), "{}", house.name());
        assert!(desk.get("/desk").await.shows(&[&FR.t("calls-hidden-number")]), "{}", house.name());
    }
}

#[tokio::test]
async fn a_call_does_not_ring_before_its_time_and_rings_once_from_then_on() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = caller(&house.fresh.store, desk.id, NUMBER, 8, None).await;
        house.clock().advance(7_999);
        let early = desk.get("/desk/line").await;
        assert!(early.html.contains("\"state\":\"waiting\""), "{}\n{}", house.name(), early.html);
        let page = desk.get("/desk").await;
        assert!(page.shows(&[&FR.t("calls-waiting-text")]) && !page.html.contains("/answer\""), "{}", page.html);
        let soon = desk.act(id, "answer", &[]).await;
        assert_eq!(
            (soon.status, house.call(id).await.state),
            (StatusCode::SEE_OTHER, State::Waiting),
            "{}",
            house.name()
        );
        house.clock().advance(1);
        for _ in 0..3 {
            assert!(desk.get("/desk/line").await.html.contains("\"state\":\"ringing\""), "{}", house.name());
        }
        assert_eq!((house.told("call.expected").await, house.told("call.rang").await), (1, 1), "{}", house.name());
    }
}

#[tokio::test]
async fn pages_that_ask_at_the_same_moment_let_a_call_ring_once_and_all_get_an_answer() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        caller(&house.fresh.store, desk.id, NUMBER, 0, None).await;
        let asked = (0..8).map(|n| {
            let desk = desk.clone();
            tokio::spawn(async move { desk.get(if n % 2 == 0 { "/desk/line" } else { "/desk" }).await })
        });
        for page in asked.collect::<Vec<_>>() {
            let page = page.await.unwrap();
            assert_eq!(page.status, StatusCode::OK, "{}\n{}", house.name(), page.html);
            assert!(page.html.contains("ringing"), "{}\n{}", house.name(), page.html);
        }
        assert_eq!(house.told("call.rang").await, 1, "{}", house.name());
    }
}

#[tokio::test]
async fn a_caller_who_is_declined_tries_again_fifteen_seconds_later() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = house.ringing(&desk, NUMBER).await;
        let declined = desk.act(id, "refusal", &[]).await;
        assert_eq!((declined.status, declined.place.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", house.name());
        house.clock().advance(14_999);
        assert!(desk.get("/desk/line").await.html.contains("\"state\":\"waiting\""), "{}", house.name());
        house.clock().advance(1);
        assert!(desk.get("/desk/line").await.html.contains("\"state\":\"ringing\""), "{}", house.name());
        desk.act(id, "answer", &[]).await;
        let call = house.call(id).await;
        assert_eq!((call.state, call.matched), (State::Talking, Match::Certain), "{}", house.name());
        let told = [house.told("call.rang").await, house.told("call.refused").await, house.told("call.answered").await];
        assert_eq!(told, [2, 1, 1], "{}", house.name());
    }
}

#[tokio::test]
async fn a_desk_without_a_call_says_so_and_each_agent_hears_only_their_own_line() {
    for house in houses().await {
        let (rachid, leila) = (house.agent("rachid").await, house.agent("leila").await);
        house.ringing(&rachid, NUMBER).await;
        let page = leila.get("/desk").await;
        assert!(page.shows(&[&FR.t("calls-none-text")]) && !page.html.contains("0550 14 27 63"), "{}", page.html);
        assert!(leila.get("/desk/line").await.html.contains("\"state\":\"idle\""), "{}", house.name());
        let admin = house.person("admin", Role::Administrator, CentreId::PRODUCTION).await;
        let refused = admin.get("/desk").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", house.name());
        assert!(refused.shows(&[&FR.t("frame-refused-calls")]), "{}", refused.html);
    }
}
