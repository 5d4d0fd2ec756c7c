//! From decisions to the progress of a trainee: what each criterion has come to.

use std::collections::BTreeMap;

use ::programme::{Criterion, Module, Objective};
use ::store::AccountId;

use super::Status;
use crate::practice::AttemptId;

/// One decision on one criterion: on a piece of evidence, or on a line of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub criterion: String,
    pub status: Status,
    pub attempt: AttemptId,
    pub by: AccountId,
    pub at: i64,
}

/// What a criterion has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// Its status.
    pub status: Status,
    /// How many decisions it rests on, in all attempts.
    pub pieces: usize,
    /// The attempt that gave the status.
    pub attempt: AttemptId,
    /// Who decided.
    pub by: AccountId,
    /// When.
    pub at: i64,
}

/// The standing of every criterion that was decided on.
///
/// The attempt decided last wins over earlier ones: a trainee who has learnt is not held to a first try. In one attempt
/// several pieces may speak of one criterion, in the order in which the trainer's keys happened to fall; there the
/// weakest counts, since the criterion was not shown where one of its measures was not.
pub(super) fn standings(pieces: &[Piece]) -> BTreeMap<&str, Standing> {
    let mut by_criterion: BTreeMap<&str, Vec<&Piece>> = BTreeMap::new();
    for piece in pieces {
        by_criterion.entry(&piece.criterion).or_default().push(piece);
    }
    by_criterion.into_iter().filter_map(|(criterion, own)| Some((criterion, standing(&own)?))).collect()
}

fn standing(pieces: &[&Piece]) -> Option<Standing> {
    let last = pieces.iter().max_by_key(|piece| (piece.at, piece.attempt.0))?.attempt;
    let of_last = pieces.iter().filter(|piece| piece.attempt == last);
    let weakest = of_last.min_by_key(|piece| (piece.status, std::cmp::Reverse(piece.at)))?;
    Some(Standing { status: weakest.status, pieces: pieces.len(), attempt: last, by: weakest.by, at: weakest.at })
}

/// How many criteria of a module stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub acquired: usize,
    pub in_progress: usize,
    pub not_acquired: usize,
    pub undecided: usize,
}

impl Sum {
    /// The sum of a module.
    pub(super) fn of(module: &Module, standings: &BTreeMap<&str, Standing>) -> Self {
        let mut sum = Self::default();
        for criterion in module.all_criteria() {
            match standings.get(criterion.id.as_str()).map(|own| own.status) {
                Some(Status::Acquired) => sum.acquired += 1,
                Some(Status::InProgress) => sum.in_progress += 1,
                Some(Status::NotAcquired) => sum.not_acquired += 1,
                None => sum.undecided += 1,
            }
        }
        sum
    }

    /// True when nothing was decided yet.
    pub(super) fn is_empty(self) -> bool {
        self.acquired + self.in_progress + self.not_acquired == 0
    }
}

/// The criteria of a module by objective, the general ones first, in the order of the programme.
pub(super) fn groups(module: &'static Module) -> Vec<(Option<&'static Objective>, &'static [Criterion])> {
    let general = std::iter::once((None, module.general_criteria.as_slice()));
    let own = module.objectives.iter().map(|objective| (Some(objective), objective.criteria.as_slice()));
    general.chain(own).filter(|(_, criteria)| !criteria.is_empty()).collect()
}
