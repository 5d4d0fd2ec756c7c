//! What the statement claims follows from the records, and from nothing else.

use askama::Template;
use words::{Lang, Talk};

use super::web::StatementPage;
use super::{Claim, Kind, Statement};
use crate::Page;

/// A browser run without a fault, as `cargo xtask statement` writes it: see `xtask/src/statement`.
const CLEAN: &str = include_str!("../../../../xtask/src/statement/expected.json");

fn clean() -> Statement {
    let mut statement: Statement = serde_json::from_str(CLEAN).unwrap();
    statement.records[0].program = env!("CARGO_PKG_VERSION").to_owned();
    statement
}

#[test]
fn the_statement_in_the_program_can_be_read() {
    let own: Statement = serde_json::from_str(super::STATEMENT).unwrap();
    assert_eq!(own, Statement::own());
    for record in &own.records {
        assert!(record.at > 0 && record.date.len() >= 10, "{record:?}");
        assert!(record.presentations.iter().all(|sum| sum.key().is_some()), "{:?}", record.presentations);
    }
}

#[test]
fn without_a_record_nothing_is_claimed() {
    let none = Statement::default();
    assert_eq!(none.claim(), Claim::Nothing);
    assert!(none.languages_left_out().is_empty() && !none.has(Kind::Browser));
}

#[test]
fn one_fault_anywhere_changes_what_is_claimed() {
    assert_eq!(clean().claim(), Claim::NoFaultFound);
    let spoil: [fn(&mut super::Record); 4] = [
        |record| record.presentations[0].faults = 1,
        |record| record.pages[0].faults = 1,
        |record| record.journeys[0].failed = 1,
        |record| record.failures.push("signin fr · stopped".to_owned()),
    ];
    for (at, spoil) in spoil.into_iter().enumerate() {
        let mut statement = clean();
        spoil(&mut statement.records[0]);
        assert_eq!(statement.claim(), Claim::Faults, "{at}");
    }
}

#[test]
fn a_language_or_a_kind_of_check_that_is_not_recorded_is_told() {
    let statement = clean();
    assert!(statement.has(Kind::Browser) && !statement.has(Kind::ScreenReader));
    assert_eq!(statement.languages_left_out(), [Lang::En]);
}

#[test]
fn pages_of_one_name_are_told_together_in_the_language_of_the_reader() {
    let record = &clean().records[0];
    let told = |lang| record.pages_in(&lang).into_iter().map(|sum| (sum.name, sum.checks)).collect::<Vec<_>>();
    assert_eq!(told(Lang::Fr), [("Connexion".to_owned(), 4), ("Fiches clients".to_owned(), 4)]);
    assert_eq!(told(Lang::En).first().map(|(name, _)| name.as_str()), Some("sign-in"));
}

fn shown(statement: Statement, lang: Lang) -> String {
    let talk = Talk { lang, short: false };
    let page = Page::outside(talk, talk.t("accessibility-title").into_owned());
    StatementPage { page, statement }.render().unwrap()
}

#[test]
fn the_page_tells_date_versions_results_and_what_was_left_out_in_every_language() {
    for lang in Lang::ALL {
        let (html, talk) = (shown(clean(), lang), Talk { lang, short: false });
        let texts = ["clean", "partial", "no-reader", "mode-structure", "journey-pages", "failures-none"];
        for text in texts.map(|name| talk.t(&format!("accessibility-{name}"))) {
            assert!(html.contains(text.as_ref()), "{lang}: “{text}” is not on the page\n{html}");
        }
        for value in ["27/11/2026", "4d27456a1b", "axe-core 4.14.1", "--only pages --lang fr,ar", "<td data-label="] {
            assert!(html.contains(value), "{lang}: {value}\n{html}");
        }
        assert!(!html.contains(talk.t("accessibility-older").split('{').next().unwrap()), "{lang}: it is this version");
    }
}

#[test]
fn what_failed_is_told_as_the_check_said_it() {
    let mut statement = clean();
    statement.records[0].failures = vec!["pages fr · audit: axe label <input>".to_owned()];
    statement.records[0].program = "0.0.9".to_owned();
    let html = shown(statement, Lang::En);
    assert!(
        html.contains("axe label &#60;input&#62;") && html.contains("This check was made on another version"),
        "{html}"
    );
    assert!(!html.contains("found no fault"), "{html}");
}
