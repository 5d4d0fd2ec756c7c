//! What the statement claims follows from the records, and from nothing else.

use super::{Claim, Kind, Statement};
use words::Lang;

/// A browser run without a fault, as `cargo xtask statement` writes it: see `xtask/src/statement`.
const CLEAN: &str = include_str!("../../../../xtask/src/statement/expected.json");

fn clean() -> Statement {
    serde_json::from_str(CLEAN).unwrap()
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
