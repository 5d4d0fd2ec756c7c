//! Who is turned away, and how it is said.

use axum::http::{Request, StatusCode};
use store::{Sql, params};
use web::{Role, accounts};
use words::Lang;

use crate::site::{Back, FR, House, PASSWORD, body_of, houses};

#[tokio::test]
async fn a_trainee_who_asks_for_the_accounts_reads_why_not() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        let refused = browser.get("/accounts").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", house.name());
        assert!(refused.says(&[&FR.t("frame-refused"), &FR.t("frame-refused-accounts")]), "{}", refused.html);
        let new = [("login", "y.haddad"), ("name", "Yasmine"), ("role", "administrator"), ("new_password", PASSWORD)];
        assert_eq!(browser.post("/accounts", &new).await.status, StatusCode::FORBIDDEN, "{}", house.name());
        let all = accounts::list(&house.fresh.store, None, None).await.unwrap();
        assert_eq!(all.rows.len(), 1, "{}: and nothing was made", house.name());
    }
}

#[tokio::test]
async fn a_form_posted_from_another_site_is_refused_and_does_nothing() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        let chosen = body_of(&[
            ("language", "ar"),
            ("theme", "dark"),
            ("text_size", "100"),
            ("script", "latin"),
            ("ear", "both"),
            ("milestones", "0"),
            ("time_factor", "1"),
        ]);
        for (name, value) in
            [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example")]
        {
            for path in ["/preferences", "/sign-out-everywhere", "/sign-in"] {
                let request = Request::post(path).header("host", "127.0.0.1:8080").header(name, value);
                let refused = browser.send(request, chosen.clone()).await;
                assert_eq!(refused.status, StatusCode::FORBIDDEN, "{} {path} {value}", house.name());
            }
        }
        let page = browser.get("/preferences").await;
        assert!(
            page.html.contains("name=\"language\" value=\"fr\" checked"),
            "{}: nothing changed, still inside",
            house.name()
        );
        let link = Request::get("/preferences").header("sec-fetch-site", "cross-site");
        assert_eq!(
            browser.send(link, String::new()).await.status,
            StatusCode::OK,
            "{}: a link from elsewhere opens",
            house.name()
        );
    }
}

async fn every_kind_of_page(house: &House) -> Vec<(StatusCode, Back)> {
    house.account("admin", Role::Administrator, Lang::Fr).await;
    house.account("nadia", Role::Trainee, Lang::Fr).await;
    accounts::invite(&house.fresh.store, "lien").await.unwrap();
    let (mut outside, mut admin, mut nadia) =
        (house.browser(), house.signed_in("admin").await, house.signed_in("nadia").await);
    let mut pages = vec![];
    for path in ["/sign-in", "/about"] {
        pages.push((StatusCode::OK, outside.get(path).await));
    }
    for path in ["/preferences", "/accounts", "/announcements", "/shortcuts", "/about"] {
        pages.push((StatusCode::OK, admin.get(path).await));
    }
    pages.push((StatusCode::SEE_OTHER, outside.get("/preferences").await));
    pages.push((StatusCode::NOT_FOUND, admin.get("/nowhere").await));
    pages.push((StatusCode::NOT_FOUND, outside.get("/first-administrator/lien").await));
    pages.push((StatusCode::FORBIDDEN, nadia.get("/accounts").await));
    pages.push((StatusCode::UNPROCESSABLE_ENTITY, outside.sign_in("nadia", "de travers").await));
    pages.push((StatusCode::PAYLOAD_TOO_LARGE, outside.sign_in(&"x".repeat(300_000), "x").await));
    pages.push((StatusCode::METHOD_NOT_ALLOWED, admin.post("/about", &[]).await));
    pages.push((StatusCode::INTERNAL_SERVER_ERROR, admin.get("/defect").await));
    house.fresh.store.clone().close().await;
    pages.push((StatusCode::SERVICE_UNAVAILABLE, admin.get("/accounts").await));
    pages
}

#[tokio::test]
async fn every_page_even_of_an_error_forbids_foreign_scripts_frames_and_copies() {
    for house in houses().await {
        for (status, page) in every_kind_of_page(&house).await {
            assert_eq!(page.status, status, "{}\n{}", house.name(), page.html);
            let header = |name: &str| page.headers.get(name).map_or("", |value| value.to_str().unwrap());
            let policy = header("content-security-policy");
            for rule in [
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
            ] {
                assert!(policy.contains(rule), "{} {status} {rule}: {policy}", house.name());
            }
            assert!(!policy.contains("unsafe"), "{policy}");
            let others = [
                "x-content-type-options",
                "x-frame-options",
                "referrer-policy",
                "cross-origin-opener-policy",
                "cache-control",
            ];
            assert_eq!(
                others.map(header),
                ["nosniff", "DENY", "same-origin", "same-origin", "no-store"],
                "{} {status}",
                house.name()
            );
            assert!(header("permissions-policy").contains("camera=()"), "{} {status}", house.name());
            for inline in ["<script>", " style=\"", " onclick=", "javascript:"] {
                assert!(!page.html.contains(inline), "{} {status} {inline}", house.name());
            }
        }
    }
}

#[tokio::test]
async fn a_room_that_breaks_says_so_in_words_and_the_house_stands() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        let broken = browser.get("/defect").await;
        assert_eq!(broken.status, StatusCode::INTERNAL_SERVER_ERROR, "{}", house.name());
        assert!(
            broken.says(&[&FR.t("frame-broken-text"), "500"]) && !broken.html.contains("a room broke"),
            "{}",
            broken.html
        );
        assert!(browser.is_inside().await, "{}", house.name());
    }
}

#[tokio::test]
async fn a_page_that_does_not_exist_says_so_in_the_frame() {
    for house in houses().await {
        let lost = house.browser().get("/nulle-part").await;
        assert_eq!(lost.status, StatusCode::NOT_FOUND, "{}", house.name());
        assert!(
            lost.says(&[&FR.t("frame-not-found"), &FR.t("frame-not-found-text"), &FR.t("frame-go-home")]),
            "{}",
            lost.html
        );
    }
}

#[tokio::test]
async fn a_password_reset_ends_the_sessions_that_the_old_one_opened() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("nadia").await;
        assert!(accounts::reset(&house.fresh.store, "Nadia", "un autre secret".to_owned()).await.unwrap());
        assert!(!browser.is_inside().await, "{}", house.name());
        assert_eq!(
            browser.sign_in("nadia", PASSWORD).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            house.name()
        );
        assert_eq!(browser.sign_in("nadia", "un autre secret").await.status, StatusCode::SEE_OTHER, "{}", house.name());
        let sql = "SELECT COUNT(*) FROM journal WHERE verb = 'account.password_reset' AND detail = '{}'";
        assert_eq!(
            house.fresh.store.read().number(sql, params![]).await.unwrap(),
            1,
            "{}: told without the secret",
            house.name()
        );
    }
}
