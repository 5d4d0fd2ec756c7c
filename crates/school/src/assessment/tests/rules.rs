//! The rules that need no database: what is proposed, what a level says, what decisions come to.

use ::store::AccountId;

use crate::assessment::measure::Measure;
use crate::assessment::progress::{Piece, Rule, Sum, standings};
use crate::assessment::{Level, Status};
use crate::practice::AttemptId;
use crate::programme::programme;

#[test]
fn a_value_that_meets_its_target_is_proposed_as_acquired() {
    assert_eq!(Status::proposed(Measure::FactsAsked, 0.6, 0.6), Status::Acquired);
    assert_eq!(Status::proposed(Measure::ScriptSteps, 9.0 / 10.0, 0.9), Status::Acquired);
    assert_eq!(Status::proposed(Measure::AccessesOutsideCase, 0.0, 0.0), Status::Acquired);
    assert_eq!(Status::proposed(Measure::ReasonCoded, 1.0, 1.0), Status::Acquired);
}

#[test]
fn a_value_is_in_progress_from_seven_tenths_of_its_target_on() {
    assert_eq!(Status::proposed(Measure::FactsAsked, 0.7, 1.0), Status::InProgress);
    assert_eq!(Status::proposed(Measure::FactsAsked, 0.56, 0.8), Status::InProgress);
    assert_eq!(Status::proposed(Measure::FactsAsked, 0.69, 1.0), Status::NotAcquired);
    assert_eq!(Status::proposed(Measure::OutcomeCoded, 0.0, 1.0), Status::NotAcquired);
}

#[test]
fn a_count_is_in_progress_up_to_twice_its_target_or_one_over_it() {
    let accesses = |value, target| Status::proposed(Measure::AccessesOutsideCase, value, target);
    assert_eq!(accesses(1.0, 0.0), Status::InProgress);
    assert_eq!(accesses(2.0, 0.0), Status::NotAcquired);
    assert_eq!(accesses(2.0, 1.0), Status::InProgress);
    assert_eq!(accesses(6.0, 3.0), Status::InProgress);
    assert_eq!(accesses(7.0, 3.0), Status::NotAcquired);
}

#[test]
fn every_stored_word_is_read_back() {
    assert_eq!(Level::ALL.map(Level::code), Level::CODES);
    for level in Level::ALL {
        assert_eq!(Level::parse(level.code()), Some(level));
    }
    for status in Status::ALL {
        assert_eq!(Status::parse(status.code()), Some(status));
    }
}

#[test]
fn levels_3_and_2_say_acquired_and_not_observed_says_nothing() {
    let said = Level::ALL.map(Level::status);
    let (acquired, progress, not) = (Status::Acquired, Status::InProgress, Status::NotAcquired);
    assert_eq!(said, [Some(acquired), Some(acquired), Some(progress), Some(not), None]);
}

fn piece(criterion: &str, status: Status, attempt: i64, at: i64) -> Piece {
    Piece { criterion: criterion.into(), status, attempt: AttemptId(attempt), by: AccountId(attempt), at }
}

#[test]
fn the_attempt_decided_last_gives_the_status() {
    let pieces = [piece("MQ6.G1", Status::Acquired, 2, 200), piece("MQ6.G1", Status::NotAcquired, 1, 100)];
    let own = standings(&pieces, Rule::Last)["MQ6.G1"];
    assert_eq!((own.status, own.pieces, own.by, own.at), (Status::Acquired, 2, AccountId(2), 200));

    // An old attempt that is reviewed late is the last decision.
    let late = [piece("MQ6.G1", Status::Acquired, 2, 200), piece("MQ6.G1", Status::NotAcquired, 1, 300)];
    assert_eq!(standings(&late, Rule::Last)["MQ6.G1"].status, Status::NotAcquired);
}

#[test]
fn in_one_attempt_the_weakest_piece_counts_whatever_the_order_of_the_keys() {
    let pieces = [piece("MQ6.G1", Status::NotAcquired, 1, 100), piece("MQ6.G1", Status::Acquired, 1, 101)];
    assert_eq!(standings(&pieces, Rule::Last)["MQ6.G1"].status, Status::NotAcquired);
    let turned = [piece("MQ6.G1", Status::Acquired, 1, 100), piece("MQ6.G1", Status::NotAcquired, 1, 101)];
    assert_eq!(standings(&turned, Rule::Last)["MQ6.G1"].status, Status::NotAcquired);
}

#[test]
fn the_sum_of_a_module_counts_every_one_of_its_criteria_once() {
    let pieces = [
        piece("MQ6.G1", Status::Acquired, 1, 100),
        piece("MQ6.O1.C1", Status::InProgress, 1, 100),
        piece("MQ7.G1", Status::NotAcquired, 1, 100),
    ];
    let standings = standings(&pieces, Rule::Last);
    let module = programme().module("MQ6").unwrap();
    let sum = Sum::of(module, &standings);
    assert_eq!((sum.acquired, sum.in_progress, sum.not_acquired), (1, 1, 0));
    assert_eq!(sum.undecided, module.all_criteria().count() - 2);
    assert!(Sum::of(programme().module("MC1").unwrap(), &standings).is_empty());
}

#[test]
fn a_promotion_may_count_the_best_attempt_or_ask_for_two() {
    let (acquired, not) = (Status::Acquired, Status::NotAcquired);
    let once = [piece("MQ6.G1", acquired, 1, 10), piece("MQ6.G1", not, 2, 20)];
    let status = |pieces: &[Piece], rule| standings(pieces, rule)["MQ6.G1"].status;
    assert_eq!(status(&once, Rule::Last), not);
    assert_eq!(status(&once, Rule::Best), acquired);
    assert_eq!(status(&once, Rule::Twice), not);
    assert_eq!(status(&once[..1], Rule::Twice), Status::InProgress, "shown once only");
    let twice = [once[0].clone(), once[1].clone(), piece("MQ6.G1", acquired, 3, 30)];
    assert_eq!(status(&twice, Rule::Twice), acquired);
    let mixed = [piece("MQ6.G1", acquired, 1, 10), piece("MQ6.G1", not, 1, 11)];
    assert_eq!(status(&mixed, Rule::Best), not, "in one attempt the weakest counts");
}
