//! Practice: scenarios, the sandbox of an attempt, and the simulated client at the other end of the real desk.

pub mod codes;
pub mod conversation;
mod lexicon;
pub mod library;
pub(crate) mod sandbox;
pub mod scenario;
mod scenario_check;
mod scenario_file;
mod simulated;
pub(crate) mod store;
mod understanding;
pub(crate) mod voice;
mod web;

#[cfg(test)]
mod conversation_tests;
#[cfg(test)]
mod scenario_tests;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use sandbox::{fill_clients, open as open_sandbox};
pub(crate) use scenario_file::{check_value, read_client};
pub use simulated::Simulated;
pub use store::{StoredScenario, attempt_by_id, attempt_of_centre, attempts_to_review, finish_review, scenario_by_id};
pub use web::routes;

use ::store::{AccountId, CentreId, Scope};

use crate::exercises::Kind;

/// The identity of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AttemptId(pub i64);

/// The identity of one version of a scenario, which never changes once an attempt has used it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScenarioId(pub i64);

/// What an attempt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The trainee may start again and sees the result at once.
    Practice,
    /// One try; the trainer opens the result.
    Exam,
}

impl Mode {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Exam => "exam",
        }
    }

    fn parse(code: &str) -> Self {
        if code == "exam" { Self::Exam } else { Self::Practice }
    }
}

/// Where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttemptState {
    /// The trainee said ready; the call is coming or open, the exercise not handed over.
    Open,
    /// The call is closed, or the exercise handed over, and the evidence proposed.
    Closed,
    /// A person has decided on everything.
    Reviewed,
    /// Given up, to start again.
    Abandoned,
}

impl AttemptState {
    const ALL: [Self; 4] = [Self::Open, Self::Closed, Self::Reviewed, Self::Abandoned];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Reviewed => "reviewed",
            Self::Abandoned => "abandoned",
        }
    }

    fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or(Self::Abandoned)
    }
}

/// One trainee's try of one version of one exercise. A call and desk work stand in their own sandbox; an
/// exercise of another kind stands in the centre in which the trainee stood.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its identity.
    pub id: AttemptId,
    /// The trainee.
    pub trainee: AccountId,
    /// The scenario, in the version of the day it began.
    pub scenario: ScenarioId,
    /// The kind of the exercise.
    pub kind: Kind,
    /// The centre: its own sandbox for a call and for desk work.
    pub centre: CentreId,
    /// Practice or exam.
    pub mode: Mode,
    /// Where it stands.
    pub state: AttemptState,
    /// The assistive means in use: `braille+speech`, or `none`.
    pub profile: String,
    /// The factor on every time allowed.
    pub factor: f64,
    /// The call; 0 for another kind.
    pub call: i64,
    /// When the trainee said ready.
    pub started_at: i64,
    /// When the call was closed, or 0.
    pub closed_at: i64,
}

impl Attempt {
    /// The scope in which the program itself reads and writes the sandbox of an attempt.
    pub fn sandbox(&self) -> Scope {
        Scope { centre: self.centre, actor: None }
    }
}
