//! Competence: what each criterion has come to by the rule that a promotion keeps to the end, beside what the trainee says of
//! themselves, summed up by module for one trainee and for a section.
//!
//! Statuses come from what trainers decided ([`school::assessment`]). What trainees say of themselves stands beside it; it is
//! never added to it, and no mark is made of either.

mod store;
mod web;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use ::programme::Module;
use school::assessment::Status;

pub(crate) use self::store::rule_of;
pub use self::store::{assess_oneself, freeze};
pub use self::web::routes;

/// How many criteria stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub acquired: usize,
    pub in_progress: usize,
    pub not_acquired: usize,
    pub undecided: usize,
}

impl Sum {
    /// The criteria of a module for one trainee.
    pub fn of(module: &Module, statuses: &BTreeMap<String, Status>) -> Self {
        let mut sum = Self::default();
        for criterion in module.all_criteria() {
            match statuses.get(&criterion.id) {
                Some(Status::Acquired) => sum.acquired += 1,
                Some(Status::InProgress) => sum.in_progress += 1,
                Some(Status::NotAcquired) => sum.not_acquired += 1,
                None => sum.undecided += 1,
            }
        }
        sum
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            acquired: self.acquired + other.acquired,
            in_progress: self.in_progress + other.in_progress,
            not_acquired: self.not_acquired + other.not_acquired,
            undecided: self.undecided + other.undecided,
        }
    }

    /// True when nothing was decided yet.
    pub fn is_empty(self) -> bool {
        self.acquired + self.in_progress + self.not_acquired == 0
    }
}
