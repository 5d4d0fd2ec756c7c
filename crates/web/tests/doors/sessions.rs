//! Signing in, staying in, signing out.

use axum::http::StatusCode;
use store::{Sql, StoreError, params};
use web::Role;
use words::Lang;

use crate::site::{FR, HOUR, PASSWORD, houses};

#[tokio::test]
async fn a_person_signs_in_with_any_case_of_the_login_works_and_signs_out() {
    for house in houses().await {
        house.account("k.benali", Role::Trainee, Lang::Fr).await;
        let mut browser = house.browser();
        let asked = browser.get("/preferences").await;
        assert_eq!((asked.status, asked.place.as_str()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Fpreferences"));
        let door = browser.get(&asked.place).await;
        assert_eq!((door.status, door.hidden("next").as_str()), (StatusCode::OK, "/preferences"), "{}", house.name());
        let pairs = [("login", " K.Benali "), ("password", PASSWORD), ("next", "/preferences")];
        let back = browser.post("/sign-in", &pairs).await;
        assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/preferences"), "{}", house.name());
        let page = browser.get("/preferences").await;
        assert!(page.says(&["Mme k.benali"]), "{}\n{}", house.name(), page.html);
        assert_eq!(browser.get("/sign-in?next=/about").await.place, "/about", "who is inside is led on");
        let out = browser.post("/sign-out", &[]).await;
        assert_eq!((out.status, out.place.as_str()), (StatusCode::SEE_OTHER, "/sign-in"), "{}", house.name());
        assert!(!browser.cookies.contains_key("plateau") && !browser.is_inside().await, "{}", house.name());
    }
}

#[tokio::test]
async fn the_cookie_alone_is_no_longer_a_key_after_signing_out() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        let kept = browser.cookies.clone();
        browser.post("/sign-out", &[]).await;
        browser.cookies = kept;
        assert!(!browser.is_inside().await, "{}", house.name());
    }
}

#[tokio::test]
async fn the_session_cookie_is_out_of_reach_of_scripts_and_its_token_is_not_in_the_database() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.browser();
        let back = browser.sign_in("nadia", PASSWORD).await;
        let set = back.headers.get_all("set-cookie").iter().find(|cookie| cookie.as_bytes().starts_with(b"plateau="));
        let set = set.unwrap().to_str().unwrap();
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), "{set}");
        let sql = "SELECT COUNT(*) FROM session WHERE token_hash = $1";
        let token = browser.cookies["plateau"].clone();
        assert_eq!(house.fresh.store.read().number(sql, params![token]).await.unwrap(), 0, "{}", house.name());
    }
}

#[tokio::test]
async fn a_wrong_password_is_told_at_its_field_keeps_the_login_and_is_never_echoed() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.browser();
        let back = browser.sign_in("Nadia", "mot-de-passe-de-travers").await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert_eq!(back.error_at("password"), FR.t("sessions-error-wrong"), "{}", back.html);
        assert_eq!(
            (back.value_of("login").as_str(), back.value_of("password").as_str()),
            ("Nadia", ""),
            "{}",
            house.name()
        );
        assert!(!back.html.contains("mot-de-passe-de-travers"), "{}", house.name());
        assert!(
            back.html.contains(&format!("<title>{}", FR.t("frame-error-word"))),
            "{}: the title says so first",
            house.name()
        );
        assert!(!browser.cookies.contains_key("plateau"), "{}", house.name());
    }
}

#[tokio::test]
async fn an_empty_sign_in_says_what_is_missing_at_each_field() {
    for house in houses().await {
        let back = house.browser().post("/sign-in", &[]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert_eq!(back.error_at("login"), FR.t("sessions-error-login"));
        assert_eq!(back.error_at("password"), FR.t("sessions-error-password"));
    }
}

#[tokio::test]
async fn an_unknown_login_is_answered_in_the_words_of_a_wrong_password() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.browser();
        let unknown = browser.sign_in("personne", "mot-de-passe-de-travers").await;
        let wrong = browser.sign_in("nadia", "mot-de-passe-de-travers").await;
        assert_eq!(unknown.status, wrong.status, "{}", house.name());
        assert_eq!(unknown.html.replace("personne", "nadia"), wrong.html, "{}", house.name());
    }
}

#[tokio::test]
async fn five_failures_close_the_account_for_half_a_minute_even_to_the_right_password() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.browser();
        for _ in 0..5 {
            let back = browser.sign_in("nadia", "mot-de-passe-de-travers").await;
            assert_eq!(back.error_at("password"), FR.t("sessions-error-wrong"), "{}", house.name());
        }
        let shut = browser.sign_in("nadia", PASSWORD).await;
        assert_eq!(shut.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert_eq!(shut.error_at("login"), FR.t("sessions-error-blocked"), "{}", shut.html);
        assert!(!shut.html.contains(PASSWORD), "{}", house.name());
        house.web.clock().advance(29_000);
        assert_eq!(
            browser.sign_in("nadia", PASSWORD).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            house.name()
        );
        house.web.clock().advance(1_000);
        assert_eq!(browser.sign_in("nadia", PASSWORD).await.status, StatusCode::SEE_OTHER, "{}", house.name());
        let again = house.browser().sign_in("nadia", "mot-de-passe-de-travers").await;
        assert_eq!(
            again.error_at("password"),
            FR.t("sessions-error-wrong"),
            "a success forgives the failures before it"
        );
        assert!(house.browser().sign_in("nadia", PASSWORD).await.status == StatusCode::SEE_OTHER, "{}", house.name());
    }
}

#[tokio::test]
async fn a_further_failure_closes_the_account_for_twice_as_long() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.browser();
        for _ in 0..5 {
            browser.sign_in("nadia", "mot-de-passe-de-travers").await;
        }
        house.web.clock().advance(30_000);
        assert_eq!(
            browser.sign_in("nadia", "encore de travers").await.error_at("password"),
            FR.t("sessions-error-wrong")
        );
        house.web.clock().advance(59_000);
        assert_eq!(browser.sign_in("nadia", PASSWORD).await.error_at("login"), FR.t("sessions-error-blocked"));
        house.web.clock().advance(1_000);
        assert_eq!(browser.sign_in("nadia", PASSWORD).await.status, StatusCode::SEE_OTHER, "{}", house.name());
    }
}

#[tokio::test]
async fn passwords_guessed_at_the_same_moment_all_count() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let guesses = (0..6).map(|n| {
            let mut browser = house.browser();
            tokio::spawn(async move { browser.sign_in("nadia", &format!("de travers {n}")).await.status })
        });
        for guess in guesses.collect::<Vec<_>>() {
            assert_eq!(guess.await.unwrap(), StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        }
        let shut = house.browser().sign_in("nadia", PASSWORD).await;
        assert_eq!(shut.error_at("login"), FR.t("sessions-error-blocked"), "{}", house.name());
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_the_session_left_open_elsewhere_and_nobody_elses() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        house.account("samir", Role::Trainee, Lang::Fr).await;
        let (mut classroom, mut home) = (house.signed_in("nadia").await, house.signed_in("nadia").await);
        let mut samir = house.signed_in("samir").await;
        assert!(classroom.is_inside().await && home.is_inside().await, "{}", house.name());
        assert_eq!(home.post("/sign-out-everywhere", &[]).await.place, "/sign-in", "{}", house.name());
        assert!(!classroom.is_inside().await && !home.is_inside().await, "{}", house.name());
        assert!(samir.is_inside().await, "{}", house.name());
    }
}

#[tokio::test]
async fn a_session_unused_for_twelve_hours_ends_and_each_use_begins_the_twelve_hours_again() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        for _ in 0..2 {
            house.web.clock().advance(12 * HOUR - 60_000);
            assert!(browser.is_inside().await, "{}: used before twelve hours", house.name());
        }
        house.web.clock().advance(12 * HOUR);
        let late = browser.get("/preferences").await;
        assert_eq!(
            (late.status, late.place.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?next=%2Fpreferences"),
            "{}",
            house.name()
        );
    }
}

#[tokio::test]
async fn no_two_accounts_have_the_same_login_in_any_case() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let second = house.try_account(" NADIA", Role::Trainer, Lang::Ar).await;
        assert!(matches!(second, Err(StoreError::Duplicate(_))), "{}: {second:?}", house.name());
        let all = web::accounts::list(&house.fresh.store, None, None).await.unwrap();
        assert_eq!(all.rows.len(), 1, "{}: nothing of the second was kept", house.name());
    }
}
