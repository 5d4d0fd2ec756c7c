//! The week that is proposed.

use std::collections::BTreeSet;

use super::{Busy, Left, Need, Problem, Proposal, SectionAsk, TrainerAsk, Why, generate};
use crate::timetable::Teaching;

/// Two days of four slots with a pause in the middle.
fn small(sections: usize, rooms: &[i64], trainers: &[(i64, &[&str])], needs: &[(usize, &str, i64)]) -> Problem {
    let number = |at: usize| i64::try_from(at).unwrap();
    Problem {
        days: vec![0, 1],
        slots: 4,
        pauses: vec![2],
        sections: (0..sections).map(|at| SectionAsk { id: number(at) + 1, rooms: rooms.to_vec() }).collect(),
        trainers: trainers
            .iter()
            .map(|(id, modules)| TrainerAsk { id: *id, modules: modules.iter().map(|own| (*own).to_owned()).collect() })
            .collect(),
        needs: needs
            .iter()
            .map(|(section, module, hours)| Need {
                section: *section,
                module: (*module).to_owned(),
                teaching: Teaching::Lecture,
                hours: *hours,
            })
            .collect(),
        busy: vec![],
        seed: 7,
    }
}

fn found(problem: &Problem) -> Proposal {
    generate(problem, || false)
}

/// Nobody and nothing is at two places, and every session lies within its half of the day.
fn holds(problem: &Problem, proposal: &Proposal) {
    let mut taken = BTreeSet::new();
    for piece in &proposal.pieces {
        for slot in piece.first..piece.first + piece.slots {
            assert!(slot <= problem.slots);
            for who in [("section", piece.section), ("trainer", piece.trainer), ("room", piece.room)] {
                assert!(taken.insert((piece.weekday, slot, who)), "{who:?} twice on {} at {slot}", piece.weekday);
            }
        }
        assert!(!problem.pauses.iter().any(|pause| piece.first <= *pause && *pause < piece.first + piece.slots - 1));
        let able = problem.trainers.iter().find(|own| own.id == piece.trainer).unwrap();
        assert!(able.modules.contains(&piece.module));
    }
}

#[test]
fn two_sections_share_a_trainer_and_are_never_together_with_them() {
    let problem = small(2, &[1, 2], &[(1, &["MQ1"]), (2, &["MQ2"])], &[(0, "MQ1", 4), (1, "MQ1", 4), (0, "MQ2", 3)]);
    let proposal = found(&problem);
    holds(&problem, &proposal);
    assert_eq!(proposal.left, []);
    assert_eq!(proposal.pieces.iter().map(|piece| piece.slots).sum::<i64>(), 11);
    let days: BTreeSet<i64> =
        proposal.pieces.iter().filter(|own| own.section == 1 && own.module == "MQ1").map(|own| own.weekday).collect();
    assert_eq!(days.len(), 2, "the sessions of a module stand on different days");
}

#[test]
fn the_same_seed_proposes_the_same_week() {
    let problem = small(2, &[1, 2], &[(1, &["MQ1", "MQ2"]), (2, &["MQ2"])], &[(0, "MQ1", 3), (1, "MQ2", 3)]);
    assert_eq!(found(&problem), found(&problem));
}

#[test]
fn what_stands_already_is_left_alone() {
    let mut problem = small(1, &[1], &[(1, &["MQ1"])], &[(0, "MQ1", 2)]);
    let busy = |weekday, slot| Busy { weekday, slot, section: 9, trainer: 1, room: 8 };
    problem.busy = vec![busy(0, 1), busy(0, 4), busy(1, 1), busy(1, 2)];
    let proposal = found(&problem);
    holds(&problem, &proposal);
    let placed: Vec<_> = proposal.pieces.iter().map(|own| (own.weekday, own.first)).collect();
    assert_eq!(placed, [(1, 3)], "the trainer has two hours together then only");
}

#[test]
fn what_cannot_be_placed_has_its_reason() {
    let nobody = found(&small(1, &[1], &[(1, &["MQ1"])], &[(0, "MQ2", 3)]));
    let left =
        Left { section: 1, module: "MQ2".to_owned(), teaching: Teaching::Lecture, hours: 3, why: Why::NoTrainer };
    assert_eq!(nobody, Proposal { pieces: vec![], left: vec![left] });
    let nowhere = found(&small(1, &[], &[(1, &["MQ1"])], &[(0, "MQ1", 1)]));
    assert_eq!(nowhere.left[0].why, Why::NoRoom);
    // Eight hours fit in the week, ten do not.
    let problem = small(1, &[1], &[(1, &["MQ1"]), (2, &["MQ2"])], &[(0, "MQ1", 8), (0, "MQ2", 2)]);
    let full = found(&problem);
    holds(&problem, &full);
    assert_eq!(full.pieces.iter().map(|own| own.slots).sum::<i64>(), 8);
    assert_eq!(full.left.iter().map(|own| (own.hours, &own.why)).collect::<Vec<_>>(), [(2, &Why::NoHours)]);
    // One room for two sections: what fills it stands in the way of the rest.
    let problem = small(2, &[1], &[(1, &["MQ1"]), (2, &["MQ2"])], &[(0, "MQ1", 8), (1, "MQ2", 2)]);
    let full = found(&problem);
    holds(&problem, &full);
    let left: Vec<_> = full.left.iter().map(|own| (own.section, own.hours, &own.why)).collect();
    assert_eq!(left, [(2, 2, &Why::Beside(vec!["MQ1".to_owned()]))]);
}

#[test]
fn when_the_time_is_over_nothing_is_invented() {
    let problem = small(1, &[1], &[(1, &["MQ1"])], &[(0, "MQ1", 2)]);
    let proposal = generate(&problem, || true);
    assert!(proposal.pieces.is_empty() && proposal.left[0].why == Why::Time, "{proposal:?}");
}
