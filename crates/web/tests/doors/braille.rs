//! The braille edition of a page.

use std::ffi::OsString;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use braille::{Grade, Louis, ascii};
use web::{Answer, Habilitation, Page, Role, Routes, Visitor, Web};
use words::{Arg, Lang};

use crate::site::{AR, Back, FR, House, houses};

/// A room with a document that everybody reads, and one for the administrator.
pub fn document(web: Web) -> Routes {
    Routes::new().page("/document", shown).page("/document/secret", secret).with_state(web)
}

async fn shown(State(web): State<Web>, visitor: Visitor) -> Answer {
    let page = Page::titled(&web, &visitor, "Réception d’appels".to_owned()).await?.document();
    let notice = page.notice.clone().unwrap_or_default();
    let lang = page.talk.lang.code();
    let links = page.edition.unwrap_or_default();
    Ok(Html(format!(
        "<!doctype html><html lang=\"{lang}\"><body><nav>menu</nav><main><h1>Réception d’appels</h1><p>{notice}</p>\
         <p>Le client <b lang=\"ar\">بن علي</b> appelle 😀</p><button>Enregistrer</button>\
         <footer><a href=\"{links}brf\">BRF</a></footer></main></body></html>"
    ))
    .into_response())
}

async fn secret(visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ManageAccounts)?;
    Ok(Response::default())
}

async fn reader(house: &House, lang: Lang) -> crate::site::Browser {
    house.account("nadia", Role::Trainee, lang).await;
    house.signed_in("nadia").await
}

fn header_of(back: &Back, name: header::HeaderName) -> &str {
    back.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// The lines of a BRF, read back with one code.
fn read_back(brf: &str, grade: Grade) -> Vec<String> {
    let cell = |c: u8| (0..64u8).find(|cell| ascii(*cell) == c).unwrap();
    let lines = brf.lines().map(|line| line.trim_matches('\u{C}'));
    let cells = lines.map(|line| line.bytes().map(cell).collect::<Vec<_>>());
    cells.map(|cells| Louis::from_env().back(grade, &cells).unwrap()).collect()
}

const PREFERENCES: [(&str, &str); 7] = [
    ("milestones", "0"),
    ("language", "fr"),
    ("theme", "dark"),
    ("text_size", "100"),
    ("script", "latin"),
    ("ear", "both"),
    ("time_factor", "1"),
];

#[tokio::test]
async fn a_page_is_downloaded_as_braille_under_its_title() {
    for house in houses().await {
        let mut browser = reader(&house, Lang::Fr).await;
        assert!(browser.get("/document").await.html.contains("href=\"?braille=brf\""), "{}", house.name());
        let brf = browser.get("/document?braille=brf").await;
        assert_eq!((brf.status, header_of(&brf, header::CONTENT_TYPE)), (StatusCode::OK, "application/x-brf"));
        let named = header_of(&brf, header::CONTENT_DISPOSITION);
        assert_eq!(
            named,
            "attachment; filename=\"Reception-dappels.brf\"; filename*=UTF-8''R%C3%A9ception-d-appels.brf"
        );
        assert_eq!(header_of(&brf, header::CACHE_CONTROL), "no-store", "as the page itself");
        let lines = read_back(&brf.html, Grade::French6);
        assert!(lines[0].contains("Réception d"), "{lines:?}");
        assert!(
            lines.iter().any(|line| line.contains("Le client")) && lines.concat().contains("[U+1F600]"),
            "{lines:?}"
        );
        assert!(!lines.concat().contains("Enregistrer") && !lines.concat().contains("menu"), "{lines:?}");
        let arabic = read_back(&brf.html, Grade::Arabic6);
        assert!(arabic.iter().any(|line| line.contains("بن علي")), "{arabic:?}");
        let pef = browser.get("/document?braille=pef").await;
        assert_eq!(header_of(&pef, header::CONTENT_TYPE), "application/x-pef+xml");
        assert!(
            pef.html.contains("<dc:title>Réception d’appels</dc:title>") && pef.html.contains("rows=\"28\""),
            "{}",
            pef.html
        );
    }
}

#[tokio::test]
async fn braille_asks_for_the_same_rights_as_the_page() {
    for house in houses().await {
        let outside = house.browser().get("/document?braille=brf").await;
        assert_eq!(outside.status, StatusCode::SEE_OTHER, "{}", house.name());
        assert!(outside.place.contains("document") && outside.place.contains("braille"), "{}", outside.place);
        let mut browser = reader(&house, Lang::Ar).await;
        let refused = browser.get("/document/secret?braille=brf").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", house.name());
        assert!(refused.says(&[&AR.t("frame-refused-accounts")]), "{}", refused.html);
        assert_eq!(browser.get("/nulle-part?braille=pef").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn every_page_has_a_braille_edition_even_the_preferences() {
    for house in houses().await {
        let mut browser = reader(&house, Lang::Fr).await;
        let brf = browser.get("/preferences?braille=brf").await;
        assert_eq!(brf.status, StatusCode::OK, "{}", house.name());
        let text = read_back(&brf.html, Grade::French6).join("\n");
        assert!(text.contains("Langue des pages: Français") || text.contains("Langue: Français"), "{text}");
    }
}

#[tokio::test]
async fn the_preview_shows_cells_to_the_eye_and_says_the_words() {
    for house in houses().await {
        let mut browser = reader(&house, Lang::Fr).await;
        let view = browser.get("/document?braille=view").await;
        assert_eq!(view.status, StatusCode::OK, "{}", house.name());
        assert!(
            view.says(&[&FR.with("braille-view-title", &[("title", Arg::from("Réception d’appels"))])]),
            "{}",
            view.html
        );
        assert!(view.html.contains("aria-hidden=\"true\">⠀⠀⠨⠇⠑"), "{}", view.html);
        assert!(view.html.contains("<bdi lang=\"ar\">بن علي"), "{}", view.html);
        assert!(view.says(&[&FR.t("braille-lost-title"), &FR.t("braille-script-sign"), "U+1F600"]), "{}", view.html);
        assert!(view.html.contains("href=\"/document?braille=brf\""), "{}", view.html);
        assert!(!view.html.contains("⟦"), "{}", view.html);
    }
}

#[tokio::test]
async fn a_computer_without_liblouis_says_what_to_install_and_the_rest_works() {
    for house in houses().await {
        let house = house.with_louis(Louis::at(Some(OsString::from("/nulle/part.so")), None));
        let mut browser = reader(&house, Lang::Ar).await;
        let told = browser.get("/document?braille=brf").await;
        assert_eq!(told.status, StatusCode::SERVICE_UNAVAILABLE, "{}", house.name());
        assert!(told.says(&[&AR.t("braille-absent-title"), "liblouis20", "liblouis-data"]), "{}", told.html);
        assert!(told.html.contains("lang=\"ar\"") && browser.is_inside().await);
    }
}

#[tokio::test]
async fn a_missing_table_is_named() {
    for house in houses().await {
        let empty = std::env::temp_dir().join("plateau-without-tables");
        let house = house.with_louis(Louis::at(None, Some(empty)));
        let told = reader(&house, Lang::Fr).await.get("/document?braille=view").await;
        assert_eq!(told.status, StatusCode::SERVICE_UNAVAILABLE, "{}", house.name());
        assert!(told.says(&[&FR.t("braille-table-title"), "fr-bfu-comp6.utb"]), "{}", told.html);
    }
}

#[tokio::test]
async fn an_unknown_format_is_told_those_that_exist() {
    for house in houses().await {
        let told = reader(&house, Lang::Fr).await.get("/document?braille=odt").await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{}", house.name());
        assert!(
            told.says(&[&FR.t("braille-format-title"), "«\u{a0}brf\u{a0}»", "«\u{a0}pef\u{a0}»", "«\u{a0}view\u{a0}»"]),
            "{}",
            told.html
        );
    }
}

#[tokio::test]
async fn the_code_and_the_page_that_a_person_chose_are_used() {
    for house in houses().await {
        let mut browser = reader(&house, Lang::Fr).await;
        let mut chosen = PREFERENCES.to_vec();
        chosen.extend([("braille_fr", "fr-contracted"), ("braille_ar", "ar6"), ("braille_en", "en2")]);
        chosen.extend([("braille_cells", "٤٠"), ("braille_lines", "25")]);
        assert_eq!(browser.post("/preferences", &chosen).await.status, StatusCode::SEE_OTHER, "{}", house.name());
        let pef = browser.get("/document?braille=pef").await;
        assert!(pef.html.contains("cols=\"40\" rows=\"25\""), "{}", pef.html);
        chosen.retain(|(name, _)| *name != "braille_fr");
        chosen.push(("braille_fr", "fr8"));
        assert_eq!(browser.post("/preferences", &chosen).await.status, StatusCode::SEE_OTHER);
        let told = browser.get("/document?braille=brf").await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{}", house.name());
        assert!(told.says(&[&FR.t("braille-eight-title"), &FR.t("braille-fr8")]), "{}", told.html);
        assert_eq!(browser.get("/document?braille=pef").await.status, StatusCode::OK);
        assert_eq!(browser.post("/preferences", &PREFERENCES).await.status, StatusCode::SEE_OTHER);
        let kept = browser.get("/preferences").await.html;
        assert!(kept.contains("value=\"fr8\" checked"), "{}: a form that does not ask changes nothing", house.name());
    }
}

#[tokio::test]
async fn a_display_of_fewer_than_twelve_cells_is_refused_at_the_field() {
    for house in houses().await {
        let mut browser = reader(&house, Lang::Fr).await;
        for (cells, lines) in [("11", "28"), ("trente", "28"), ("61", "28"), ("30", "9"), ("", "41")] {
            let mut chosen = PREFERENCES.to_vec();
            chosen.extend([("braille_cells", cells), ("braille_lines", lines)]);
            let wrong = browser.post("/preferences", &chosen).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{} {cells} {lines}", house.name());
            assert!(
                wrong.html.contains("id=\"f-braille_cells-error\"")
                    || wrong.html.contains("id=\"f-braille_lines-error\"")
            );
            assert!(wrong.html.contains(&format!("value=\"{cells}\"")), "what was typed stays: {}", wrong.html);
        }
    }
}

#[tokio::test]
async fn what_is_told_once_is_told_on_a_page_and_not_in_a_file() {
    for house in houses().await {
        let mut browser = reader(&house, Lang::Fr).await;
        browser.post("/preferences", &PREFERENCES).await;
        let brf = browser.get("/document?braille=brf").await;
        assert!(!read_back(&brf.html, Grade::French6).concat().contains("préférences"), "{}", house.name());
        assert!(browser.get("/preferences").await.says(&[&FR.t("preferences-saved")]), "{}", house.name());
    }
}
