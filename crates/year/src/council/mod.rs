//! The council of a semester: prepared by the program, decided by people, sealed in numbered minutes.
//!
//! Which decisions there are, and what they are called, is data of the institution, dated and to be confirmed: the official
//! programme says nothing of councils. The program proposes; where people decide otherwise they say why. Sealed minutes never
//! change: a council that was wrong is held again, and both minutes stay.

mod minutes;
mod prepare;
mod seal;
mod store;
mod web;

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use self::tests::sealed_for_tests;

use desk::clients::Day;

use crate::cohorts::State;

pub(crate) use self::minutes::{Decided, Minutes, ModuleFact, Person, two_decimals};
pub(crate) use self::prepare::full_names;
use self::seal::{blockers, former_effects};
pub use self::seal::{digest, seal, touched};
pub(crate) use self::store::{Council, council, councils_of, sealed_of};
pub use self::store::{NewDecision, Sitting, decide, keep_sitting, open};
pub use self::web::routes;

/// What a decision is by its nature, whatever the institution calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// admis
    Admitted,
    /// admis par compensation
    Compensated,
    /// rattrapage
    Resit,
    /// redouble
    Repeats,
    /// ajourné
    Deferred,
    /// exclu
    Excluded,
    /// diplômé
    Graduated,
}

impl Kind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 7] = [
        Self::Admitted,
        Self::Compensated,
        Self::Resit,
        Self::Repeats,
        Self::Deferred,
        Self::Excluded,
        Self::Graduated,
    ];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Compensated => "compensated",
            Self::Resit => "resit",
            Self::Repeats => "repeats",
            Self::Deferred => "deferred",
            Self::Excluded => "excluded",
            Self::Graduated => "graduated",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Admitted => "council-kind-admitted",
            Self::Compensated => "council-kind-compensated",
            Self::Resit => "council-kind-resit",
            Self::Repeats => "council-kind-repeats",
            Self::Deferred => "council-kind-deferred",
            Self::Excluded => "council-kind-excluded",
            Self::Graduated => "council-kind-graduated",
        }
    }

    /// The shape beside its name.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Admitted | Self::Compensated | Self::Graduated => "good",
            Self::Resit | Self::Deferred => "attention",
            Self::Repeats | Self::Excluded => "stop",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The state that the seal gives to the trainee; nothing for a decision that leaves it as it is.
    pub fn state(self) -> Option<State> {
        match self {
            Self::Repeats => Some(State::Repeating),
            Self::Excluded => Some(State::Excluded),
            Self::Graduated => Some(State::Graduated),
            Self::Admitted | Self::Compensated | Self::Resit | Self::Deferred => None,
        }
    }

    /// True for what can be decided while a mark is missing: it does not rest on the marks of the semester.
    pub fn without_marks(self) -> bool {
        matches!(self, Self::Deferred | Self::Excluded)
    }
}

/// A decision that the institution knows, with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Code {
    pub id: i64,
    /// What stands in lists: `ADM`.
    pub code: String,
    pub kind: Kind,
    pub fr: String,
    pub ar: String,
    /// YYYY-MM-DD; from that day on it can be chosen.
    pub from_on: String,
    /// The first day on which it no longer can; empty while there is none.
    pub until_on: String,
    pub version: i64,
}

impl Code {
    /// True when it can be chosen on a day.
    pub fn stands(&self, day: Day) -> bool {
        let day = day.to_string();
        self.from_on <= day && (self.until_on.is_empty() || day < self.until_on)
    }
}

/// Why a council cannot be sealed as it stands: one sentence for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Blocker {
    /// Nobody is in the section.
    Nobody,
    /// The day, the president or the members are not written down.
    Sitting,
    /// A module of the semester has no mark sheet.
    NoSheet(String),
    /// A trainee has no mark in modules, and the decision rests on marks.
    Missing(i64, String, Vec<String>),
    /// Nothing is decided about a trainee.
    Undecided(i64, String),
    /// Marks, rules or state changed since it was decided.
    Overtaken(i64, String),
    /// The decision differs from the proposal and no reason is given.
    NoReason(i64, String),
    /// The decision can no longer be chosen.
    Withdrawn(i64, String),
    /// The trainee's present state does not lead to the decided one.
    State(i64, String),
}

/// Why a council was not sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Something is missing; the page says what.
    #[error("the council cannot be sealed yet")]
    Blocked,
    /// Sealed meanwhile, or changed since the page was read.
    #[error("the council changed since")]
    Stale,
    /// The database.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}
