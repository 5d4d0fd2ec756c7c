//! Nothing that was typed is lost: a session that ended, a database that went away, a mistake in a field.

use axum::http::StatusCode;
use web::{Fields, Role, drafts};
use words::Lang;

use crate::site::{AR, FR, HOUR, PASSWORD, houses};

/// A new account, half of it still to be decided.
const NEW: [(&str, &str); 5] = [
    ("_page", "/accounts"),
    ("login", "y.haddad"),
    ("name", "Yasmine « Mina » Haddad"),
    ("role", "trainer"),
    ("new_password", "un secret à ne pas garder"),
];

#[tokio::test]
async fn a_form_sent_with_an_ended_session_comes_back_after_signing_in_without_its_passwords() {
    for house in houses().await {
        let id = house.account("admin", Role::Administrator, Lang::Fr).await;
        let mut browser = house.signed_in("admin").await;
        house.web.clock().advance(13 * HOUR);
        let door = browser.post("/accounts", &NEW).await;
        assert_eq!(door.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert!(door.says(&[&FR.t("sessions-title"), &FR.t("sessions-kept")]), "{}\n{}", house.name(), door.html);
        let (parked, next) = (door.hidden("parked"), door.hidden("next"));
        assert_eq!(next, "/accounts", "{}", house.name());
        assert!(parked.contains("Yasmine « Mina » Haddad") && !parked.contains("secret"), "{parked}");
        let wrong = browser
            .post("/sign-in", &[("login", "admin"), ("password", "de travers"), ("next", &next), ("parked", &parked)])
            .await;
        assert_eq!(wrong.hidden("parked"), parked, "{}: a mistake at the door loses nothing", house.name());
        let back = browser
            .post("/sign-in", &[("login", "admin"), ("password", PASSWORD), ("next", &next), ("parked", &parked)])
            .await;
        assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/accounts"), "{}", house.name());
        let visitor = house.visitor(id, "admin", Role::Administrator);
        let draft = drafts::draft(&house.web, &visitor, "/accounts").await.unwrap().unwrap();
        assert_eq!(draft.get("name"), "Yasmine « Mina » Haddad", "{}", house.name());
        assert!(!draft.has("new_password"), "{}", house.name());
        let page = browser.get("/accounts").await;
        assert_eq!(page.value_of("login"), "y.haddad", "{}\n{}", house.name(), page.html);
        assert!(page.says(&[&FR.t("frame-restored")]), "{}", house.name());
        assert_eq!(browser.post("/accounts", &NEW).await.status, StatusCode::SEE_OTHER, "{}", house.name());
        assert!(drafts::draft(&house.web, &visitor, "/accounts").await.unwrap().is_none(), "what was sent is no draft");
    }
}

#[tokio::test]
async fn choices_sent_with_an_ended_session_are_there_again_too() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        house.web.clock().advance(13 * HOUR);
        let door =
            browser.post("/preferences", &[("_page", "/preferences"), ("theme", "dark"), ("means", "braille")]).await;
        let (parked, next) = (door.hidden("parked"), door.hidden("next"));
        let back = browser
            .post("/sign-in", &[("login", "nadia"), ("password", PASSWORD), ("next", &next), ("parked", &parked)])
            .await;
        assert_eq!(back.place, "/preferences", "{}", house.name());
        let page = browser.get("/preferences").await;
        for chosen in ["name=\"theme\" value=\"dark\" checked", "name=\"means\" value=\"braille\" checked"] {
            assert!(page.html.contains(chosen), "{} {chosen}\n{}", house.name(), page.html);
        }
    }
}

#[tokio::test]
async fn what_another_person_had_typed_is_not_shown_to_who_signs_in_next() {
    for house in houses().await {
        let nadia = house.account("nadia", Role::Administrator, Lang::Fr).await;
        house.account("samir", Role::Administrator, Lang::Fr).await;
        let visitor = house.visitor(nadia, "nadia", Role::Administrator);
        drafts::keep(&house.web, &visitor, "/accounts", Fields(vec![("name".into(), "Yasmine".into())])).await.unwrap();
        assert!(house.signed_in("nadia").await.get("/accounts").await.html.contains("Yasmine"), "{}", house.name());
        assert!(!house.signed_in("samir").await.get("/accounts").await.html.contains("Yasmine"), "{}", house.name());
    }
}

#[tokio::test]
async fn a_database_that_went_away_gives_back_what_was_typed_with_a_form_to_send_it_again() {
    for house in houses().await {
        house.account("admin", Role::Administrator, Lang::Ar).await;
        let mut browser = house.signed_in("admin").await;
        house.fresh.store.clone().close().await;
        let back = browser.post("/accounts", &NEW).await;
        assert_eq!(back.status, StatusCode::SERVICE_UNAVAILABLE, "{}", house.name());
        assert!(
            back.says(&[&AR.t("frame-away"), &AR.t("frame-away-text"), &AR.t("frame-send-again")]),
            "{}",
            back.html
        );
        assert!(back.html.contains("<form method=\"post\" action=\"/accounts\">"), "{}", back.html);
        for (field, value) in &NEW[..4] {
            assert_eq!(&back.hidden(field), value, "{}: {field} can be sent again", house.name());
        }
        assert!(
            back.html.contains("<dd dir=\"auto\">Yasmine « Mina » Haddad</dd>"),
            "{}: it can be read",
            house.name()
        );
        assert!(!back.html.contains("un secret à ne pas garder"), "{}", house.name());
        let reading = browser.get("/accounts").await;
        assert_eq!(reading.status, StatusCode::SERVICE_UNAVAILABLE, "{}", house.name());
        assert!(!reading.says(&[&AR.t("frame-send-again")]), "{}: nothing was typed", house.name());
    }
}

#[tokio::test]
async fn the_door_itself_says_so_when_the_database_is_away_and_forgets_the_password() {
    for house in houses().await {
        house.fresh.store.clone().close().await;
        let back = house.browser().sign_in("nadia", PASSWORD).await;
        assert_eq!(
            (back.status, back.hidden("login").as_str()),
            (StatusCode::SERVICE_UNAVAILABLE, "nadia"),
            "{}",
            house.name()
        );
        assert!(back.says(&[&FR.t("frame-away-text")]) && !back.html.contains(PASSWORD), "{}", back.html);
    }
}

#[tokio::test]
async fn preferences_that_are_none_of_the_choices_are_told_at_their_fields_and_change_nothing() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        let bad = [
            ("language", "xx"),
            ("theme", "pink"),
            ("text_size", "1000"),
            ("script", ""),
            ("ear", "<b>"),
            ("milestones", "7"),
            ("time_factor", "NaN"),
        ];
        let back = browser.post("/preferences", &bad).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        for (field, _) in bad {
            assert_eq!(back.error_at(field), FR.t("frame-error-choice"), "{} {field}\n{}", house.name(), back.html);
        }
        assert!(!back.html.contains("<b>\""), "{}", house.name());
        let page = browser.get("/preferences").await;
        for kept in [
            "name=\"language\" value=\"fr\" checked",
            "name=\"theme\" value=\"system\" checked",
            "name=\"time_factor\" value=\"1\" checked",
        ] {
            assert!(page.html.contains(kept), "{} {kept}", house.name());
        }
    }
}

#[tokio::test]
async fn a_mistake_in_a_new_account_is_told_at_its_field_and_costs_no_retyping() {
    for house in houses().await {
        house.account("admin", Role::Administrator, Lang::Fr).await;
        let mut browser = house.signed_in("admin").await;
        let bad = [("login", "admin"), ("name", "Yasmine\u{7}"), ("role", "boss"), ("new_password", "court")];
        let back = browser.post("/accounts", &bad).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        let told = ["name", "role", "new_password"].map(|field| back.error_at(field));
        assert_eq!(
            told,
            ["frame-error-control", "accounts-error-role", "accounts-error-password"].map(|key| FR.t(key).into_owned())
        );
        assert_eq!(
            (back.value_of("login").as_str(), back.value_of("new_password").as_str()),
            ("admin", ""),
            "{}",
            house.name()
        );
        let taken = browser
            .post(
                "/accounts",
                &[("login", "ADMIN"), ("name", "Yasmine"), ("role", "trainer"), ("new_password", PASSWORD)],
            )
            .await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert_eq!(taken.error_at("login"), FR.t("accounts-error-taken"), "{}", taken.html);
    }
}

#[tokio::test]
async fn what_nobody_came_back_for_is_forgotten_after_a_season_and_nothing_younger() {
    for house in houses().await {
        let id = house.account("nadia", Role::Trainee, Lang::Fr).await;
        let visitor = house.visitor(id, "nadia", Role::Trainee);
        let typed = |text: &str| Fields(vec![("text".to_owned(), text.to_owned())]);
        drafts::keep(&house.web, &visitor, "/old", typed("avant l’été")).await.unwrap();
        house.web.clock().advance(60 * 24 * HOUR);
        let mut browser = house.signed_in("nadia").await;
        browser.post("/announcements", &[("text", "Appel entrant")]).await;
        drafts::keep(&house.web, &visitor, "/young", typed("hier")).await.unwrap();
        web::sweep(&house.fresh.store).await.unwrap();
        assert!(drafts::draft(&house.web, &visitor, "/old").await.unwrap().is_some(), "{}: too early", house.name());
        house.web.clock().advance(31 * 24 * HOUR);
        assert!(web::sweep(&house.fresh.store).await.unwrap() >= 3, "{}: a session, a draft, a line", house.name());
        assert!(drafts::draft(&house.web, &visitor, "/old").await.unwrap().is_none(), "{}", house.name());
        let young = drafts::draft(&house.web, &visitor, "/young").await.unwrap().unwrap();
        assert_eq!(young.get("text"), "hier", "{}", house.name());
        let log = house.signed_in("nadia").await.get("/announcements").await;
        assert!(!log.html.contains("Appel entrant"), "{}: an old announcement is still told", house.name());
    }
}
