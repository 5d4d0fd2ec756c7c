//! The first administrator, and where the door leads to.

use axum::http::StatusCode;
use store::{Sql, params};
use web::{Role, accounts};
use words::Lang;

use crate::site::{FR, House, PASSWORD, houses};

const FIRST: [(&str, &str); 3] = [("login", "chef"), ("name", "Mme Chef"), ("new_password", PASSWORD)];

async fn accounts_of(house: &House) -> i64 {
    house.fresh.store.read().number("SELECT COUNT(*) FROM account", params![]).await.unwrap()
}

#[tokio::test]
async fn the_link_of_the_first_administrator_works_once() {
    for house in houses().await {
        accounts::invite(&house.fresh.store, "lien").await.unwrap();
        let mut browser = house.browser();
        let page = browser.get("/first-administrator/lien").await;
        assert_eq!(page.status, StatusCode::OK, "{}", house.name());
        assert!(page.says(&[&FR.t("sessions-first-text")]), "{}", page.html);
        let made = browser.post("/first-administrator/lien", &FIRST).await;
        assert_eq!((made.status, made.place.as_str()), (StatusCode::SEE_OTHER, "/sign-in"), "{}", house.name());
        assert_eq!(browser.get("/first-administrator/lien").await.status, StatusCode::NOT_FOUND, "{}", house.name());
        let second = [("login", "intrus"), ("name", "M. Intrus"), ("new_password", PASSWORD)];
        assert_eq!(
            browser.post("/first-administrator/lien", &second).await.status,
            StatusCode::NOT_FOUND,
            "{}",
            house.name()
        );
        assert_eq!(
            browser.post("/first-administrator/lien", &[]).await.status,
            StatusCode::NOT_FOUND,
            "{}",
            house.name()
        );
        assert_eq!(accounts_of(&house).await, 1, "{}", house.name());
        assert_eq!(browser.sign_in("chef", PASSWORD).await.status, StatusCode::SEE_OTHER, "{}", house.name());
        assert_eq!(
            browser.get("/accounts").await.status,
            StatusCode::OK,
            "{}: and it is an administrator",
            house.name()
        );
    }
}

#[tokio::test]
async fn two_people_with_the_same_first_link_make_one_administrator() {
    for house in houses().await {
        accounts::invite(&house.fresh.store, "lien").await.unwrap();
        let posts = ["chef", "sous-chef"].map(|login| {
            let mut browser = house.browser();
            tokio::spawn(async move {
                let pairs = [("login", login), ("name", "Mme Chef"), ("new_password", PASSWORD)];
                browser.post("/first-administrator/lien", &pairs).await.status
            })
        });
        let mut answers = vec![];
        for post in posts {
            answers.push(post.await.unwrap());
        }
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND], "{}", house.name());
        assert_eq!(accounts_of(&house).await, 1, "{}", house.name());
    }
}

#[tokio::test]
async fn a_mistake_in_the_first_account_does_not_use_up_the_link_and_a_wrong_link_opens_nothing() {
    for house in houses().await {
        accounts::invite(&house.fresh.store, "ancien").await.unwrap();
        accounts::invite(&house.fresh.store, "lien").await.unwrap();
        let mut browser = house.browser();
        assert_eq!(
            browser.get("/first-administrator/ancien").await.status,
            StatusCode::NOT_FOUND,
            "{}: a newer link ends it",
            house.name()
        );
        let wrong = browser
            .post("/first-administrator/lien", &[("login", "chef"), ("name", ""), ("new_password", "court")])
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        let told = (wrong.error_at("name"), wrong.error_at("new_password"));
        assert_eq!(told, (FR.t("accounts-error-name").into_owned(), FR.t("accounts-error-password").into_owned()));
        assert_eq!(
            (wrong.value_of("login").as_str(), wrong.html.contains("court\"")),
            ("chef", false),
            "{}",
            wrong.html
        );
        assert_eq!(
            browser.post("/first-administrator/lien", &FIRST).await.status,
            StatusCode::SEE_OTHER,
            "{}",
            house.name()
        );
    }
}

#[tokio::test]
async fn the_door_leads_to_no_other_site() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut inside = house.signed_in("nadia").await;
        for next in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\r\n/evil.example",
            "javascript:alert(1)",
        ] {
            let mut browser = house.browser();
            let address = format!("/sign-in?{}", crate::site::body_of(&[("next", next)]));
            let door = browser.get(&address).await;
            assert_eq!(door.hidden("next"), "/", "{} {next:?}", house.name());
            let back = browser.post("/sign-in", &[("login", "nadia"), ("password", PASSWORD), ("next", next)]).await;
            assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/"), "{} {next:?}", house.name());
            assert_eq!(inside.get(&address).await.place, "/", "{} {next:?}", house.name());
        }
    }
}

#[tokio::test]
async fn everybody_starts_at_the_first_room_that_they_may_open() {
    for house in houses().await {
        house.account("admin", Role::Administrator, Lang::Fr).await;
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        assert_eq!(house.signed_in("admin").await.get("/").await.place, "/accounts", "{}", house.name());
        let mut nadia = house.signed_in("nadia").await;
        assert_eq!(nadia.get("/").await.place, "/preferences", "{}", house.name());
        assert!(!nadia.get("/preferences").await.html.contains("href=\"/accounts\""), "{}", house.name());
    }
}
