//! Assessment: what the journal of an attempt shows becomes proposed evidence for criteria of the programme; a person
//! decides, marks the grid, and the decisions make the progress of a trainee.
//!
//! Nothing is measured twice and nothing is confirmed by the program: [`propose`] writes proposals in the transaction
//! that closes the call, and only a trainer's decision gives a criterion a status.

pub mod compare;
mod decide;
pub(crate) mod evidence_of;
mod items;
pub mod measure;
pub mod measures;
mod progress;
mod propose;
mod scene;
pub(crate) mod shown;
mod store;
mod timeline;
pub mod trace;
mod web;

#[cfg(test)]
mod measures_tests;
#[cfg(test)]
mod tests;

pub use progress::Rule;
pub use propose::{propose, propose_measured};
pub use store::{standing_of, statuses};
pub use web::routes;

use ::store::{AccountId, StoreError};
use serde::{Deserialize, Serialize};

use crate::practice::AttemptId;
use measure::{Direction, Item, Measure, Timing};

/// The identity of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EvidenceId(pub i64);

/// What is decided of a criterion, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// non acquis
    NotAcquired,
    /// en cours d’acquisition
    InProgress,
    /// acquis
    Acquired,
}

impl Status {
    /// Every status, the strongest first, as choices are listed.
    pub const ALL: [Self; 3] = [Self::Acquired, Self::InProgress, Self::NotAcquired];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAcquired => "not_acquired",
            Self::InProgress => "in_progress",
            Self::Acquired => "acquired",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotAcquired => "assessment-not-acquired",
            Self::InProgress => "assessment-in-progress",
            Self::Acquired => "assessment-acquired",
        }
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::NotAcquired => "stop",
            Self::InProgress => "attention",
            Self::Acquired => "good",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// What the program proposes for a value against its target.
    ///
    /// The target is met: *acquired*. Short of it: *in progress* from 70 % of the target on, for a measure that must
    /// reach its target; and up to twice the target, or one over it, for a measure that must not pass it. Else
    /// *not acquired*. The two thresholds are a default of the program, not a rule of the programme: a person decides.
    pub fn proposed(measure: Measure, value: f64, target: f64) -> Self {
        if measure.reaches(value, target) {
            return Self::Acquired;
        }
        let near = match measure.direction() {
            Direction::AtLeast => measure.reaches(value, NEAR * target),
            Direction::AtMost => measure.reaches(value, (2.0 * target).max(target + 1.0)),
        };
        if near { Self::InProgress } else { Self::NotAcquired }
    }
}

/// The part of a target from which a value short of it is in progress.
const NEAR: f64 = 0.7;

/// What a person marks on a line of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Not shown yet.
    Zero,
    /// Shown in part.
    One,
    /// Shown well.
    Two,
    /// Shown very well.
    Three,
    /// The attempt gave no occasion to see it.
    NotObserved,
}

impl Level {
    /// Every level, the highest first, as choices are listed.
    pub const ALL: [Self; 5] = [Self::Three, Self::Two, Self::One, Self::Zero, Self::NotObserved];
    /// The stored words, in the same order.
    pub const CODES: [&str; 5] = ["3", "2", "1", "0", "not_observed"];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zero => "0",
            Self::One => "1",
            Self::Two => "2",
            Self::Three => "3",
            Self::NotObserved => "not_observed",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Zero => "assessment-level-0",
            Self::One => "assessment-level-1",
            Self::Two => "assessment-level-2",
            Self::Three => "assessment-level-3",
            Self::NotObserved => "assessment-level-none",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// What it says of the criterion; *not observed* says nothing.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Zero => Some(Status::NotAcquired),
            Self::One => Some(Status::InProgress),
            Self::Two | Self::Three => Some(Status::Acquired),
            Self::NotObserved => None,
        }
    }
}

/// Where a piece of evidence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Proposed by the program; nobody has decided.
    Proposed,
    /// The attempt gave no value; there is nothing to agree with, and a person may still decide.
    NotMeasured,
    /// A person agreed with the proposal.
    Agreed,
    /// A person decided otherwise, with a reason.
    Changed,
}

impl State {
    const ALL: [Self; 4] = [Self::Proposed, Self::NotMeasured, Self::Agreed, Self::Changed];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::NotMeasured => "not_measured",
            Self::Agreed => "agreed",
            Self::Changed => "changed",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What a value was made of, as it is stored beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// What was counted, one by one.
    pub items: Vec<Item>,
    /// The duration, for a measure of time.
    pub timing: Option<Timing>,
    /// Why there is no value: the key of [`measure::NotMeasurable`].
    pub why_not: Option<String>,
}

/// A decision on a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was decided.
    pub status: Status,
    /// Why, when it is not what was proposed; else empty.
    pub reason: String,
    /// Who decided.
    pub by: AccountId,
    /// When, in milliseconds.
    pub at: i64,
}

/// One measure of one attempt, for one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Identity.
    pub id: EvidenceId,
    /// The attempt that it was read from.
    pub attempt: AttemptId,
    /// Whose it is.
    pub trainee: AccountId,
    /// The criterion of the programme.
    pub criterion: String,
    /// What was measured.
    pub measure: Measure,
    /// The value, in the measure's unit.
    pub value: f64,
    /// What was good, or the count.
    pub numerator: f64,
    /// What was counted.
    pub denominator: f64,
    /// What the scenario asks for.
    pub target: f64,
    /// Whether the value is on the good side of the target.
    pub met: bool,
    /// What the value was made of.
    pub detail: Detail,
    /// The journal entries that it was read from.
    pub sources: Vec<i64>,
    /// The assistive means in use, as [`crate::practice::Attempt::profile`].
    pub profile: String,
    /// The time factor of the attempt.
    pub factor: f64,
    /// What the program proposes; nothing when it was not measured.
    pub proposal: Option<Status>,
    /// Where it stands.
    pub state: State,
    /// The last decision.
    pub decision: Option<Decision>,
}

impl Evidence {
    /// True while a person still has to decide.
    pub fn is_undecided(&self) -> bool {
        self.state == State::Proposed
    }

    /// What a page shows of the present decision, sent back with the next one: a decision taken on something else is refused.
    fn seen(&self) -> String {
        let (status, at) = self.decision.as_ref().map_or(("", 0), |own| (own.status.code(), own.at));
        format!("{}.{status}.{at}", self.state.code())
    }
}

/// What a person marked on one line of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The criterion.
    pub criterion: String,
    /// The level.
    pub level: Level,
    /// A remark, possibly empty.
    pub remark: String,
    /// Who marked.
    pub by: AccountId,
    /// When, in milliseconds.
    pub at: i64,
}

/// What a review does not allow.
#[derive(Debug, thiserror::Error)]
enum ReviewError {
    /// The attempt is not closed, or was given up: there is nothing to decide.
    #[error("the attempt is not closed")]
    NotClosed,
    /// Somebody decided since the page was read.
    #[error("somebody has decided since")]
    Decided,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReviewError> for ::web::WebError {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::NotClosed => Self::Conflict("assessment-not-closed"),
            ReviewError::Decided => Self::Conflict("assessment-decided-since"),
            ReviewError::Store(error) => error.into(),
        }
    }
}
