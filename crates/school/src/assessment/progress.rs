//! From decisions to the progress of a trainee: what each criterion has come to.

use std::cmp::Reverse;
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

/// How the decisions on a criterion in several attempts become its status. In one attempt the weakest counts, whatever the rule:
/// the criterion was not shown where one of its measures was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// The attempt decided last: a trainee who has learnt is not held to a first try.
    #[default]
    Last,
    /// The best attempt.
    Best,
    /// Acquired once two attempts showed it; else what the last one says, and in progress at most.
    Twice,
}

impl Rule {
    /// Every rule, in the order of choices.
    pub const ALL: [Self; 3] = [Self::Last, Self::Best, Self::Twice];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::Best => "best",
            Self::Twice => "twice",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// The standing of every criterion that was decided on, by a rule.
pub(super) fn standings(pieces: &[Piece], rule: Rule) -> BTreeMap<&str, Standing> {
    let mut by_criterion: BTreeMap<&str, Vec<&Piece>> = BTreeMap::new();
    for piece in pieces {
        by_criterion.entry(&piece.criterion).or_default().push(piece);
    }
    by_criterion.into_iter().filter_map(|(criterion, own)| Some((criterion, standing(&own, rule)?))).collect()
}

/// What one attempt says of a criterion: its weakest piece, and when it was decided on last.
struct Tried<'a> {
    last: i64,
    weakest: &'a Piece,
}

fn tried<'a>(pieces: &[&'a Piece]) -> BTreeMap<i64, Tried<'a>> {
    let mut attempts: BTreeMap<i64, Tried<'a>> = BTreeMap::new();
    for piece in pieces {
        let own = attempts.entry(piece.attempt.0).or_insert(Tried { last: piece.at, weakest: piece });
        own.last = own.last.max(piece.at);
        if (piece.status, Reverse(piece.at)) < (own.weakest.status, Reverse(own.weakest.at)) {
            own.weakest = piece;
        }
    }
    attempts
}

fn standing(pieces: &[&Piece], rule: Rule) -> Option<Standing> {
    let attempts = tried(pieces);
    let newest = attempts.iter().max_by_key(|(attempt, own)| (own.last, **attempt))?.1.weakest;
    let (given, status) = match rule {
        Rule::Last => (newest, newest.status),
        Rule::Best => {
            let best = attempts.values().max_by_key(|own| (own.weakest.status, own.last))?.weakest;
            (best, best.status)
        }
        Rule::Twice => {
            let acquired = attempts.values().filter(|own| own.weakest.status == Status::Acquired).count();
            let status = if acquired >= 2 { Status::Acquired } else { newest.status.min(Status::InProgress) };
            (newest, status)
        }
    };
    Some(Standing { status, pieces: pieces.len(), attempt: given.attempt, by: given.by, at: given.at })
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
