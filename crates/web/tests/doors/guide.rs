//! The guide and the accessibility statement: open to all, in the language of who reads.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use web::Role;
use words::{Lang, Talk};

use crate::site::{AR, Browser, FR, House, houses};

const PAGES: [&str; 11] =
    ["trainee", "trainer", "import", "year", "keyboard", "nvda", "jaws", "orca", "braille", "magnifier", "install"];

fn speaking(house: &House, lang: Lang) -> Browser {
    let mut browser = house.browser();
    browser.wishes = Some(lang.code());
    browser
}

/// The local addresses of the links of a page.
fn links(html: &str) -> BTreeSet<String> {
    let after = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    after.filter(|href| href.starts_with('/') && !href.starts_with("/assets/")).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_guide_is_read_before_signing_in_in_every_language() {
    for house in houses().await {
        for lang in Lang::ALL {
            let (mut browser, talk) = (speaking(&house, lang), Talk { lang, short: false });
            let contents = browser.get("/guide").await;
            assert_eq!(contents.status, StatusCode::OK, "{}", house.name());
            assert!(contents.says(&[&talk.t("guide-text"), &talk.t("guide-pages")]), "{}", contents.html);
            for page in PAGES {
                assert!(links(&contents.html).contains(&format!("/guide/{page}")), "{lang} {page}");
                let leaf = browser.get(&format!("/guide/{page}")).await;
                assert_eq!(leaf.status, StatusCode::OK, "{lang} {page}");
                assert_eq!(leaf.html.matches("<h1 ").count(), 1, "{lang} {page}");
                assert!(leaf.html.contains("<h2 id=\"s1\">"), "{lang} {page}");
            }
        }
    }
}

#[tokio::test]
async fn every_link_of_the_guide_opens_for_who_has_signed_in() {
    for house in houses().await {
        house.account("amina", Role::Trainee, Lang::Fr).await;
        let mut browser = house.signed_in("amina").await;
        let mut all = BTreeSet::new();
        for page in PAGES {
            all.extend(links(&browser.get(&format!("/guide/{page}")).await.html));
        }
        assert!(all.len() > PAGES.len());
        for href in all {
            let back = browser.get(&href).await;
            assert!(back.status != StatusCode::NOT_FOUND, "{}: {href} leads nowhere", house.name());
        }
    }
}

#[tokio::test]
async fn the_guide_and_the_statement_are_linked_at_the_foot_of_every_page() {
    for house in houses().await {
        house.account("amina", Role::Trainee, Lang::Fr).await;
        let outside = house.browser().get("/sign-in").await;
        let inside = house.signed_in("amina").await.get("/preferences").await;
        for page in [outside, inside] {
            let foot = page.html.split("<footer>").nth(1).unwrap();
            assert!(foot.contains("href=\"/guide\"") && foot.contains("href=\"/accessibility\""), "{}", page.html);
        }
    }
}

#[tokio::test]
async fn keys_and_foreign_words_are_marked_on_an_arabic_page() {
    for house in houses().await {
        let page = speaking(&house, Lang::Ar).get("/guide/nvda").await;
        for mark in
            ["<kbd dir=\"ltr\">NVDA+<wbr>Tab</kbd>", "<bdi lang=\"fr\">NVDA</bdi>", "<th scope=\"row\">", "<caption>"]
        {
            assert!(page.html.contains(mark), "{}: no {mark}\n{}", house.name(), page.html);
        }
        let install = house.browser().get("/guide/install").await;
        assert!(
            install.html.contains("<pre dir=\"ltr\" lang=\"en\"><code>plateau demo</code></pre>"),
            "{}",
            install.html
        );
    }
}

#[tokio::test]
async fn a_question_is_answered_with_links_to_the_places() {
    for house in houses().await {
        let found = house.browser().get("/guide?q=repondre+appel+F8").await;
        assert_eq!(found.status, StatusCode::OK, "{}", house.name());
        assert!(found.html.contains("href=\"/guide/nvda#s6\""), "{}", found.html);
        let none = speaking(&house, Lang::Ar).get("/guide?q=%3Cb%3Exyz").await;
        assert_eq!(none.status, StatusCode::OK, "{}", house.name());
        assert!(
            none.says(&[&AR.with("guide-found", &[("n", 0.into())])]) && !none.html.contains("<b>xyz"),
            "{}",
            none.html
        );
    }
}

#[tokio::test]
async fn a_question_that_cannot_be_asked_is_explained_and_kept() {
    for house in houses().await {
        let mut browser = house.browser();
        let empty = browser.get("/guide?q=++").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert_eq!(empty.error_at("q"), FR.t("guide-error-empty"));
        let long = "mot".repeat(40);
        let told = browser.get(&format!("/guide?q={long}")).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", house.name());
        assert!(told.error_at("q").contains("120") && told.value_of("q") == long, "{}", told.html);
        let control = browser.get("/guide?q=a%00b").await;
        assert_eq!(control.error_at("q"), FR.t("frame-error-control"), "{}", house.name());
    }
}

#[tokio::test]
async fn a_page_that_the_guide_does_not_have_is_not_found() {
    for house in houses().await {
        let back = house.browser().get("/guide/jours-feries").await;
        assert_eq!(back.status, StatusCode::NOT_FOUND, "{}", house.name());
        assert!(back.says(&[&FR.t("frame-not-found-text")]), "{}", back.html);
    }
}

#[tokio::test]
async fn the_statement_says_what_is_recorded_and_how_to_report_a_barrier() {
    let statement = include_str!("../../../../docs/accessibility-statement.json");
    let statement: serde_json::Value = serde_json::from_str(statement).unwrap();
    let records = statement["records"].as_array().unwrap();
    for house in houses().await {
        for lang in Lang::ALL {
            let talk = Talk { lang, short: false };
            let page = speaking(&house, lang).get("/accessibility").await;
            assert_eq!(page.status, StatusCode::OK, "{}", house.name());
            assert!(page.says(&[&talk.t("accessibility-aim"), &talk.t("accessibility-report")]), "{}", page.html);
            assert_eq!(page.says(&[&talk.t("accessibility-nothing")]), records.is_empty(), "{}", page.html);
            for record in records {
                assert!(page.html.contains(record["commit"].as_str().unwrap()), "{lang}: {}", page.html);
            }
        }
    }
}
