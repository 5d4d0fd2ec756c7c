//! Drills: typing on a standard keyboard or in braille, dictated by voice, by braille or by text (module MC9).
//!
//! A try stands on the server from its first key to its last, so that nothing typed is lost. What it shows is computed
//! here from the text and the times that were sent ([`outcome`]). It belongs to the trainee alone until they hand it to
//! the trainer, once: then it becomes an attempt with proposed evidence, like any other.

pub mod braille;
pub mod compare;
pub mod drill;
mod handover;
pub mod library;
pub mod outcome;
pub mod rhythm;
mod shown;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::web::routes;
pub(crate) use handover::Drills;

use ::store::AccountId;
use ::web::WebError;
use desk::scripts::reader::Language;
use serde::{Deserialize, Serialize};

use crate::practice::{AttemptId, ScenarioId};

/// What a try is typed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A standard keyboard.
    Keyboard,
    /// Six keys of a standard keyboard, pressed together: F D S for the dots 1 2 3, J K L for 4 5 6.
    SixKeys,
    /// The braille keys of a display, which arrive as characters.
    Display,
}

impl Entry {
    /// Every entry, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Keyboard, Self::SixKeys, Self::Display];
    /// The words of the format and of the store, in the same order.
    pub const WORDS: [&str; 3] = ["keyboard", "six_keys", "display"];

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The entry of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entry| entry.word() == word)
    }
}

/// How the lines are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Spoken, line by line.
    Voice,
    /// Shown in braille cells only, so that speech does not give the spelling away.
    Braille,
    /// Shown as text, to copy.
    Text,
}

impl Way {
    /// Every way, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Voice, Self::Braille, Self::Text];
    /// The words of the format and of the store, in the same order.
    pub const WORDS: [&str; 3] = ["voice", "braille", "text"];

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The way of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// What a drill trains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Keys and rows.
    Keys,
    /// Letters and signs on six keys.
    Braille,
    /// Words of the trade.
    Words,
    /// Names, phones, addresses, e-mails.
    Data,
    /// Mails and notes.
    Mails,
}

impl Family {
    /// Every family, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Keys, Self::Braille, Self::Words, Self::Data, Self::Mails];
    /// The words of the format, in the same order.
    pub const WORDS: [&str; 5] = ["keys", "braille", "words", "data", "mails"];

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The family of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.word() == word)
    }
}

/// The identity of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TryId(pub i64);

/// Where a try stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryState {
    /// Being typed.
    Open,
    /// Sent; its outcome is known.
    Done,
    /// Given up.
    Dropped,
}

impl TryState {
    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    fn parse(word: &str) -> Self {
        [Self::Open, Self::Done].into_iter().find(|state| state.word() == word).unwrap_or(Self::Dropped)
    }
}

/// One try of one version of one drill.
#[derive(Clone, Debug)]
pub struct Try {
    /// Its identity.
    pub id: TryId,
    /// Whose it is.
    pub trainee: AccountId,
    /// The drill, in the version of the day it began.
    pub drill: ScenarioId,
    /// What it is typed with.
    pub entry: Entry,
    /// How the lines are given.
    pub way: Way,
    /// The language of the lines.
    pub language: Language,
    /// Where it stands.
    pub state: TryState,
    /// The assistive means in use, as [`crate::practice::Attempt::profile`].
    pub profile: String,
    /// The person's time factor.
    pub factor: f64,
    /// When it began, in milliseconds.
    pub started_at: i64,
    /// When it was sent, or 0.
    pub ended_at: i64,
    /// What was typed, or the cells of six keys.
    pub typed: String,
    /// What it shows, once it is done.
    pub outcome: Option<outcome::Outcome>,
    /// The line of the journal that says it is done, or 0.
    pub event: i64,
    /// The attempt that it became, once it was handed to the trainer.
    pub attempt: Option<AttemptId>,
}

/// What a drill does not allow.
#[derive(Debug, thiserror::Error)]
enum DrillError {
    /// The entry or the way is not one of the drill, or needs what is not installed.
    #[error("the drill cannot be taken so")]
    NotSo,
    /// The try is not finished, or was given up: there is nothing to hand over.
    #[error("the try is not done")]
    NotDone,
    /// The database.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}

impl From<DrillError> for WebError {
    fn from(error: DrillError) -> Self {
        match error {
            DrillError::NotSo => Self::Conflict("drills-not-so"),
            DrillError::NotDone => Self::Conflict("drills-not-done"),
            DrillError::Store(error) => error.into(),
        }
    }
}
