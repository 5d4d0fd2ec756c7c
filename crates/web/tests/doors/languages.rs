//! The language of the pages before and after the door.

use axum::http::{Request, StatusCode};
use web::Role;
use words::Lang;

use crate::site::{AR, FR, House, PASSWORD, houses};

const ARABIC: &str = "<html lang=\"ar\" dir=\"rtl\"";
const FRENCH: &str = "<html lang=\"fr\" dir=\"ltr\"";

#[tokio::test]
async fn the_browser_that_wishes_for_arabic_gets_it_from_right_to_left() {
    for house in houses().await {
        let mut browser = house.browser();
        assert!(browser.get("/sign-in").await.html.contains(FRENCH), "{}: French when nothing is wished", house.name());
        browser.wishes = Some("ar-DZ,ar;q=0.9,fr;q=0.5");
        let page = browser.get("/sign-in").await;
        assert!(page.html.contains(ARABIC) && page.says(&[&AR.t("sessions-title")]), "{}\n{}", house.name(), page.html);
        browser.wishes = Some("de-DE, *;q=0.1");
        assert!(browser.get("/sign-in").await.html.contains(FRENCH), "{}", house.name());
    }
}

#[tokio::test]
async fn a_language_chosen_at_the_door_wins_over_the_browsers_wish_and_the_page_stays() {
    for house in houses().await {
        let mut browser = house.browser();
        browser.wishes = Some("fr");
        let asked = Request::get("/language/ar").header("referer", "http://127.0.0.1:8080/sign-in?next=%2Fdesk");
        let back = browser.send(asked, String::new()).await;
        assert_eq!(
            (back.status, back.place.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?next=%2Fdesk"),
            "{}",
            house.name()
        );
        assert!(browser.get(&back.place).await.html.contains(ARABIC), "{}", house.name());
        let away = Request::get("/language/en").header("referer", "http://127.0.0.1:8080//evil.example");
        assert_eq!(browser.send(away, String::new()).await.place, "/sign-in", "{}", house.name());
        assert_eq!(browser.get("/language/xx").await.status, StatusCode::NOT_FOUND, "{}", house.name());
    }
}

async fn choose_french(house: &House) -> crate::site::Browser {
    let mut browser = house.signed_in("nadia").await;
    let chosen = [
        ("language", "fr"),
        ("theme", "dark"),
        ("text_size", "150"),
        ("script", "latin"),
        ("ear", "left"),
        ("milestones", "0"),
        ("time_factor", "1.5"),
    ];
    let back = browser.post("/preferences", &chosen).await;
    assert_eq!((back.status, back.place.as_str()), (StatusCode::SEE_OTHER, "/preferences"), "{}", house.name());
    browser
}

#[tokio::test]
async fn the_pages_speak_the_language_of_the_account_and_change_with_it_at_once() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Ar).await;
        let mut browser = house.signed_in("nadia").await;
        browser.wishes = Some("en");
        assert!(browser.get("/preferences").await.html.contains(ARABIC), "{}", house.name());
        let mut browser = choose_french(&house).await;
        let page = browser.get("/preferences").await;
        assert!(
            page.html.contains(FRENCH) && page.says(&[&FR.t("preferences-saved")]),
            "{}\n{}",
            house.name(),
            page.html
        );
        assert!(
            page.html.contains("class=\"theme-dark size-150\"") && page.html.contains("data-ear=\"left\""),
            "{}",
            house.name()
        );
        assert!(!browser.get("/preferences").await.says(&[&FR.t("preferences-saved")]), "{}: told once", house.name());
        assert!(
            browser.get("/announcements").await.says(&[&FR.t("preferences-saved")]),
            "{}: and kept in the log",
            house.name()
        );
    }
}

#[tokio::test]
async fn the_door_keeps_the_language_that_the_person_chose_inside() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Ar).await;
        let mut browser = choose_french(&house).await;
        browser.wishes = Some("ar");
        browser.post("/sign-out", &[]).await;
        assert!(browser.get("/sign-in").await.html.contains(FRENCH), "{}", house.name());
        assert!(browser.sign_in("nadia", PASSWORD).await.status == StatusCode::SEE_OTHER, "{}", house.name());
    }
}

#[tokio::test]
async fn a_form_too_large_is_refused_in_the_persons_language_inside_and_outside() {
    for house in houses().await {
        house.account("nadia", Role::Trainee, Lang::Ar).await;
        let large = "ا".repeat(130 * 1024);
        let mut browser = house.signed_in("nadia").await;
        let refused = browser.post("/preferences", &[("language", &large)]).await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", house.name());
        assert!(
            refused.html.contains(ARABIC) && refused.says(&[&AR.t("frame-too-large-text")]),
            "{}\n{}",
            house.name(),
            refused.html
        );
        let refused = house.browser().post("/sign-in", &[("login", &large)]).await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", house.name());
        assert!(refused.html.contains(FRENCH) && refused.says(&[&FR.t("frame-too-large-text")]), "{}", refused.html);
        let fits = browser.post("/preferences", &[("theme", &"x".repeat(255 * 1024))]).await;
        assert_eq!(fits.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: up to 256 KB are read", house.name());
    }
}
