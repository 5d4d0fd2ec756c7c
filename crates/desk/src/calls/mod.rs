//! Calls: states kept on the server, what was said, the script that ran, the codes that close a call.

pub mod codes;
pub mod line;
mod progress;
mod seen;
mod status;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub use codes::{Code, CodeKind, seed_codes};
pub use line::{Heard, Line, Lines, Spoken};
pub use progress::{
    Step, WrapUp, answer, attach, end, expect, hold, identify, pass_step, qualify, refuse, release, resume,
    ring_if_due, say, wrap_up,
};
pub use seen::{Offer, Seen};
pub use status::DeskStatus;
pub use store::{
    CallOfClient, Listed, PassedStep, Speaker, Turn, call_by_id, calls_of_client, forget_client, open_call, steps_of,
    turns_of,
};
pub use web::routes;

use ::store::StoreError;

use crate::clients::ClientId;
use crate::scripts::ScriptId;

/// The identity of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CallId(pub i64);

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Announced, not ringing yet.
    Waiting,
    /// Rings at the agent's desk.
    Ringing,
    /// The agent and the caller hear each other.
    Talking,
    /// The caller waits on the line.
    Hold,
    /// Hung up; the agent still has to code it.
    WrapUp,
    /// Coded and done.
    Closed,
}

impl State {
    const ALL: [Self; 6] = [Self::Waiting, Self::Ringing, Self::Talking, Self::Hold, Self::WrapUp, Self::Closed];

    /// The stored word, also used by the page's shapes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ringing => "ringing",
            Self::Talking => "talking",
            Self::Hold => "hold",
            Self::WrapUp => "wrap_up",
            Self::Closed => "closed",
        }
    }

    fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or(Self::Closed)
    }

    /// True while the agent and the caller are connected.
    pub fn is_connected(self) -> bool {
        matches!(self, Self::Talking | Self::Hold)
    }
}

/// How sure the desk is of the caller, from the number alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// One file has this number.
    Certain,
    /// Several files have it: a household, a company.
    Maybe,
    /// No file has it.
    Unknown,
}

impl Match {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Maybe => "maybe",
            Self::Unknown => "unknown",
        }
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Certain => "calls-match-certain",
            Self::Maybe => "calls-match-maybe",
            Self::Unknown => "calls-match-unknown",
        }
    }

    fn parse(code: &str) -> Self {
        match code {
            "certain" => Self::Certain,
            "maybe" => Self::Maybe,
            _ => Self::Unknown,
        }
    }
}

/// A call as it stands.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its identity.
    pub id: CallId,
    /// Raised by every change.
    pub version: i64,
    /// Where it stands.
    pub state: State,
    /// Whose desk it rings at.
    pub agent: i64,
    /// The caller's number, E.164, or empty when hidden.
    pub number: String,
    /// The kind of line (see [`Line::kind`]).
    pub line: String,
    /// What the line remembers between two moments; the desk does not read it.
    pub line_memory: String,
    /// How sure the desk is of the caller.
    pub matched: Match,
    /// The caller's file, once chosen.
    pub client: Option<ClientId>,
    /// The script that runs, fixed for the call.
    pub script: Option<ScriptId>,
    /// The current step of the script; empty before the first and after the last.
    pub step: String,
    /// The coded reason, or empty.
    pub reason: String,
    /// The coded outcome, or empty.
    pub outcome: String,
    /// 1 to 4, or 0 when not asked yet.
    pub satisfaction: i64,
    /// What the agent noted.
    pub note: String,
    /// When the agent confirmed who is calling, or 0.
    pub identified_at: i64,
    /// When it starts ringing.
    pub rings_at: i64,
    /// When it was answered, or 0.
    pub answered_at: i64,
    /// Since when it is on hold, or 0.
    pub held_since: i64,
    /// Milliseconds spent on hold before.
    pub held_ms: i64,
    /// When it was hung up, or 0.
    pub ended_at: i64,
}

/// What a call does not allow now.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The state does not allow it.
    #[error("a call that is {0:?} does not allow this")]
    NotNow(State),
    /// The script has no such step.
    #[error("the script has no such step")]
    NoStep,
    /// A code that this centre does not have.
    #[error("no such {0:?} code in this centre")]
    NoCode(CodeKind),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<CallError> for ::web::WebError {
    fn from(error: CallError) -> Self {
        match error {
            CallError::NotNow(_) | CallError::NoStep | CallError::Store(StoreError::Stale) => {
                Self::Conflict("calls-not-now")
            }
            CallError::NoCode(_) => Self::Malformed("a code of no call".to_owned()),
            CallError::Store(error) => error.into(),
        }
    }
}

/// The result of a step of a call.
pub type Result<T> = std::result::Result<T, CallError>;
