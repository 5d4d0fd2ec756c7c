use std::collections::BTreeMap;

use words::{Lang, Talk};

use crate::marks::{Mark, MarkError, Outcome, Resit, Rules, Standing, average, compute, shown};

fn marks(given: &[(&str, Mark)]) -> BTreeMap<String, Mark> {
    given.iter().map(|(code, mark)| ((*code).to_owned(), *mark)).collect()
}

#[test]
fn a_mark_is_read_with_a_comma_or_a_point_in_any_digits() {
    for (typed, hundredths) in [
        ("14,5", 1450),
        ("14.5", 1450),
        ("١٤٫٥", 1450),
        ("20", 2000),
        ("0", 0),
        (" 9,25 ", 925),
        ("12,500", 1250),
        ("07", 700),
    ] {
        assert_eq!(Mark::parse(typed), Ok(Some(Mark::Given(hundredths))), "{typed}");
    }
    for (typed, mark) in
        [("a", Mark::Absent), ("A", Mark::Absent), ("غ", Mark::Absent), ("d", Mark::Exempt), ("م", Mark::Exempt)]
    {
        assert_eq!(Mark::parse(typed), Ok(Some(mark)), "{typed}");
    }
    assert_eq!(Mark::parse("  "), Ok(None));
}

#[test]
fn what_is_no_mark_is_refused_with_its_reason() {
    for typed in ["21", "20,01", "-1", "-0,5", "200000000000000000000"] {
        assert_eq!(Mark::parse(typed), Err(MarkError::OutOfScale), "{typed}");
    }
    for typed in ["x", "14,", ",5", "1 4", "14,5,0", "abc", "+5", "1e1"] {
        assert_eq!(Mark::parse(typed), Err(MarkError::Unreadable), "{typed}");
    }
    assert_eq!(Mark::parse("9,255"), Err(MarkError::TooFine));
}

#[test]
fn every_mark_reads_back_as_it_is_stored_and_as_it_is_shown() {
    for lang in Lang::ALL {
        let talk = Talk { lang, short: false };
        for mark in (0..=2_000).map(Mark::Given).chain([Mark::Absent, Mark::Exempt]) {
            assert_eq!(Mark::stored(&mark.code()), Some(mark));
            assert_eq!(Mark::parse(&mark.typed(talk)), Ok(Some(mark)));
        }
    }
    assert_eq!(shown(5, Talk { lang: Lang::Fr, short: false }), "0,05");
}

#[test]
fn a_module_s_mark_is_the_weighted_mean_rounded_half_upwards() {
    let mut rules = Rules::usual();
    // (10,00 + 12,01 + 2 × 13,01) ÷ 4 = 12,0075
    let given = marks(&[("C1", Mark::Given(1000)), ("C2", Mark::Given(1201)), ("C3", Mark::Given(1301))]);
    let computed = compute(&rules, &given);
    assert_eq!((computed.sum, computed.mark), ((4803, 4), Some(1201)));
    rules.rounding = 25;
    assert_eq!(compute(&rules, &given).mark, Some(1200));
    rules.rounding = 100;
    let half = marks(&[("C1", Mark::Given(1250)), ("C2", Mark::Given(1250)), ("C3", Mark::Given(1250))]);
    assert_eq!(compute(&rules, &half).mark, Some(1300), "half goes upwards");
}

#[test]
fn a_missing_mark_leaves_the_module_open_and_an_exemption_does_not() {
    let mut rules = Rules::usual();
    let open = compute(&rules, &marks(&[("C1", Mark::Given(1000))]));
    assert_eq!(
        (open.mark, open.missing.as_slice(), open.outcome(None)),
        (None, ["C2".to_owned(), "C3".to_owned()].as_slice(), Outcome::Open)
    );
    let exempt = marks(&[("C1", Mark::Given(1000)), ("C2", Mark::Exempt), ("C3", Mark::Given(1300))]);
    assert_eq!(compute(&rules, &exempt).mark, Some(1200), "(10 + 2 × 13) ÷ 3");
    let all = marks(&[("C1", Mark::Exempt), ("C2", Mark::Exempt), ("C3", Mark::Exempt)]);
    assert_eq!(compute(&rules, &all).outcome(None), Outcome::Exempt);
    let absent = marks(&[("C1", Mark::Absent), ("C2", Mark::Given(800)), ("C3", Mark::Given(1200))]);
    assert_eq!(compute(&rules, &absent).mark, Some(800), "an absence counts zero");
    rules.absent_is_zero = false;
    assert_eq!(compute(&rules, &absent).missing, ["C1"], "or waits for a decision");
    assert_eq!(compute(&rules, &absent).outcome(Some(900)), Outcome::Mark(900), "which a person can make");
}

#[test]
fn a_second_session_does_what_the_rules_say() {
    let mut rules = Rules::usual();
    let given = |resit| {
        marks(&[
            ("C1", Mark::Given(900)),
            ("C2", Mark::Given(900)),
            ("C3", Mark::Given(900)),
            ("R", Mark::Given(resit)),
        ])
    };
    assert_eq!(compute(&rules, &given(1200)).mark, Some(1200));
    assert_eq!(compute(&rules, &given(600)).mark, Some(900));
    rules.resit = Resit::Replaces;
    assert_eq!(compute(&rules, &given(600)).mark, Some(600));
    rules.resit = Resit::None;
    assert_eq!(compute(&rules, &given(1200)).mark, Some(900), "a mark of a session that does not exist counts nothing");
    assert!(!rules.has("R"));
}

#[test]
fn a_mark_stands_by_the_thresholds_of_the_rules() {
    let mut rules = Rules::usual();
    let standing = |rules: &Rules| [1000, 999, 500, 499].map(|mark| Standing::of(rules, mark));
    use Standing::{Compensable, Eliminatory, Failed, Passed};
    assert_eq!(standing(&rules), [Passed, Compensable, Compensable, Eliminatory]);
    rules.compensation = false;
    assert_eq!(standing(&rules), [Passed, Failed, Failed, Eliminatory]);
}

#[test]
fn an_average_waits_for_every_module_and_leaves_out_what_one_is_exempt_from() {
    let module = |code: &str, coefficient, outcome| (code.to_owned(), coefficient, outcome);
    let all = [
        module("MQ1", 3, Outcome::Mark(1000)),
        module("MC1", 2, Outcome::Mark(1500)),
        module("MC2", 2, Outcome::Exempt),
    ];
    assert_eq!(average(&all).mark, Some(1200), "(3 × 10 + 2 × 15) ÷ 5");
    let open = [all[0].clone(), module("MQ6", 3, Outcome::Open)];
    assert_eq!((average(&open).mark, average(&open).missing), (None, vec!["MQ6".to_owned()]));
    assert_eq!(average(&[]).mark, None);
}
