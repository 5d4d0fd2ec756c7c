//! After the call: the codes that close it.

use axum::http::StatusCode;

use super::house::{Back, FR, NUMBER, PRODUCTION};
use super::*;

const CODED: [(&str, &str); 4] = [
    ("reason", "bill"),
    ("outcome", "information_given"),
    ("satisfaction", "4"),
    ("note", "Rappeler dimanche\nle matin."),
];

#[tokio::test]
async fn a_coded_call_is_closed_listed_and_leads_where_its_line_says() {
    for house in houses().await {
        house.file(PRODUCTION, &karim()).await;
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        let closed = desk.act(id, "wrap-up", &CODED).await;
        let place = format!("/calls/{}", id.0);
        assert_eq!((closed.status, closed.place.as_str()), (StatusCode::SEE_OTHER, place.as_str()), "{}", house.name());
        let call = house.call(id).await;
        assert_eq!(
            (call.state, call.reason.as_str(), call.outcome.as_str()),
            (State::Closed, "bill", "information_given"),
            "{}",
            house.name()
        );
        assert_eq!((call.satisfaction, call.note.as_str()), (4, "Rappeler dimanche\nle matin."), "{}", house.name());
        let shown = desk.get(&place).await;
        assert!(
            shown.shows(&["Facture", "Information donnée", "Rappeler dimanche", &FR.t("calls-closed")]),
            "{}\n{}",
            house.name(),
            shown.html
        );
        let list = desk.get("/calls").await;
        assert!(
            list.shows(&[&format!("href=\"{place}\""), "Benali Karim", "Facture", "Information donnée"]),
            "{}\n{}",
            house.name(),
            list.html
        );
        assert!(desk.get("/desk").await.shows(&[&FR.t("calls-none-text")]), "{}", house.name());
    }
}

#[tokio::test]
async fn a_coding_sent_twice_closes_once_and_leads_to_the_same_place() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        let posts = (0..3).map(|_| {
            let desk = desk.clone();
            tokio::spawn(async move { desk.act(id, "wrap-up", &CODED).await })
        });
        for post in posts.collect::<Vec<_>>() {
            let back = post.await.unwrap();
            assert_eq!(
                (back.status, back.place),
                (StatusCode::SEE_OTHER, format!("/calls/{}", id.0)),
                "{}\n{}",
                house.name(),
                back.html
            );
        }
        let other = [("reason", "payment"), ("outcome", "dropped"), ("satisfaction", "1")];
        assert_eq!(desk.act(id, "wrap-up", &other).await.place, format!("/calls/{}", id.0), "{}", house.name());
        assert_eq!(
            (house.call(id).await.reason.as_str(), house.told("call.closed").await),
            ("bill", 1),
            "{}",
            house.name()
        );
    }
}

fn kept(back: &Back, note: &str) {
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.html.contains(&format!("{note}</textarea>")), "{}", back.html);
    assert!(back.html.contains(&format!("<title>{}", FR.t("frame-error-word"))), "{}", back.html);
}

#[tokio::test]
async fn each_code_that_is_missing_is_told_at_its_field_and_the_note_is_kept() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        let back = desk.act(id, "wrap-up", &[("note", "Rappeler dimanche")]).await;
        kept(&back, "Rappeler dimanche");
        for field in ["reason", "outcome", "satisfaction"] {
            assert_eq!(
                back.error_at(field),
                FR.t(&format!("calls-error-{field}")),
                "{} {field}\n{}",
                house.name(),
                back.html
            );
        }
        let partly =
            desk.act(id, "wrap-up", &[("reason", "bill"), ("satisfaction", "9"), ("note", "Rappeler dimanche")]).await;
        kept(&partly, "Rappeler dimanche");
        assert!(partly.html.contains("<option value=\"bill\" selected>"), "{}", partly.html);
        assert_eq!(
            (partly.error_at("reason"), partly.error_at("satisfaction")),
            (String::new(), FR.t("calls-error-satisfaction").into_owned())
        );
        let long = "a".repeat(2001);
        let back = desk
            .act(id, "wrap-up", &[("reason", "bill"), ("outcome", "resolved"), ("satisfaction", "5"), ("note", &long)])
            .await;
        kept(&back, &long);
        assert!(!back.error_at("note").is_empty(), "{}", house.name());
        assert_eq!(house.call(id).await.state, State::WrapUp, "{}", house.name());
    }
}

#[tokio::test]
async fn a_code_that_the_centre_does_not_have_is_refused_at_its_own_field() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        let unknown = [("reason", "invoice"), ("outcome", "resolved"), ("satisfaction", "4"), ("note", "À suivre")];
        let back = desk.act(id, "wrap-up", &unknown).await;
        kept(&back, "À suivre");
        assert_eq!(
            (back.error_at("reason"), back.error_at("outcome")),
            (FR.t("calls-error-reason").into_owned(), String::new()),
            "{}",
            house.name()
        );
        let unknown = [("reason", "bill"), ("outcome", "won"), ("satisfaction", "4"), ("note", "À suivre")];
        let back = desk.act(id, "wrap-up", &unknown).await;
        kept(&back, "À suivre");
        assert_eq!(
            (back.error_at("reason"), back.error_at("outcome")),
            (String::new(), FR.t("calls-error-outcome").into_owned()),
            "{}",
            house.name()
        );
        assert_eq!(
            (house.call(id).await.state, house.told("call.closed").await),
            (State::WrapUp, 0),
            "{}",
            house.name()
        );
    }
}

#[tokio::test]
async fn the_reason_coded_during_the_call_waits_in_the_coding_and_an_unknown_one_is_refused() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        assert_eq!(desk.act(id, "reason", &[("reason", "delivery")]).await.place, "/desk", "{}", house.name());
        assert!(desk.get("/desk").await.shows(&[&FR.t("calls-reason-saved")]), "{}", house.name());
        for unknown in ["parcel", "resolved", ""] {
            desk.act(id, "reason", &[("reason", unknown)]).await;
            assert!(desk.get("/desk").await.shows(&[&FR.t("calls-error-reason")]), "{} {unknown:?}", house.name());
        }
        assert_eq!(
            (house.call(id).await.reason.as_str(), house.told("call.reason").await),
            ("delivery", 1),
            "{}",
            house.name()
        );
        desk.act(id, "end", &[]).await;
        assert!(desk.get("/desk").await.html.contains("<option value=\"delivery\" selected>"), "{}", house.name());
    }
}

#[tokio::test]
async fn a_coding_sent_while_the_call_goes_on_closes_nothing_and_loses_nothing() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.talking(&desk, NUMBER).await;
        let place = format!("/desk#wrap-up-{}", id.0);
        let mut typed = vec![("_page", place.as_str())];
        typed.extend(CODED);
        assert_eq!(desk.post("/drafts", &typed).await.status, StatusCode::NO_CONTENT, "{}", house.name());
        for pairs in [&CODED[..], &[]] {
            let back = desk.act(id, "wrap-up", pairs).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", house.name());
        }
        let page = desk.get("/desk").await;
        assert!(
            page.shows(&["data-state=\"talking\""]) && !page.shows(&[&FR.t("calls-closed")]),
            "{}\n{}",
            house.name(),
            page.html
        );
        desk.act(id, "end", &[]).await;
        let page = desk.get("/desk").await;
        assert!(
            page.shows(&["Rappeler dimanche", "<option value=\"bill\" selected>", &FR.t("frame-restored")]),
            "{}\n{}",
            house.name(),
            page.html
        );
        desk.act(id, "wrap-up", &CODED).await;
        assert_eq!(house.call(id).await.state, State::Closed, "{}", house.name());
    }
}

#[tokio::test]
async fn an_old_window_does_not_write_its_note_into_the_next_call() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let first = house.ended(&desk, NUMBER).await;
        desk.act(first, "wrap-up", &CODED).await;
        let second = house.ended(&desk, "+213661223344").await;
        let back = desk.act(first, "wrap-up", &[("note", "Note du premier appel")]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}\n{}", house.name(), back.html);
        let page = desk.get("/desk").await;
        assert!(page.html.contains(&format!("/calls/{}/wrap-up", second.0)), "{}", house.name());
        assert!(
            !page.html.contains("Note du premier appel") && !page.html.contains("Rappeler dimanche"),
            "{}",
            page.html
        );
        assert_eq!(house.call(second).await.state, State::WrapUp, "{}", house.name());
    }
}

#[tokio::test]
async fn the_number_of_a_call_that_is_over_is_masked_in_the_list_and_on_its_page() {
    for house in houses().await {
        let desk = house.agent("rachid").await;
        let id = house.ended(&desk, NUMBER).await;
        let place = format!("/calls/{}", id.0);
        assert!(desk.get(&place).await.shows(&["0550 14 27 63"]), "{}: the call is not coded yet", house.name());
        desk.act(id, "wrap-up", &CODED).await;
        for address in ["/calls", place.as_str()] {
            let page = desk.get(address).await;
            assert!(page.shows(&["finit par 63"]), "{} {address}\n{}", house.name(), page.html);
            assert!(!page.html.contains("0550 14 27 63"), "{} {address}", house.name());
        }
        let chief = house.person("leila", ::web::Role::Supervisor, PRODUCTION.centre).await;
        assert!(chief.get(&place).await.shows(&["0550 14 27 63"]), "{}", house.name());
    }
}
