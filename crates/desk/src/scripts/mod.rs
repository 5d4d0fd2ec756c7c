//! Call scripts: versioned, published, run as a keyboard list.

pub mod faults;
pub mod format;
pub mod reader;
mod store;

#[cfg(test)]
mod format_tests;

pub use self::store::{Listed, get, latest, list, publish};

use ::store::StoreError;

/// The identity of one published version of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScriptId(pub i64);

/// One published version of a script in a centre.
#[derive(Clone, Debug)]
pub struct Script {
    /// Its identity.
    pub id: ScriptId,
    /// Its code, the same for every version.
    pub code: String,
    /// Its version in this centre, from 1.
    pub version: i64,
    /// `fr`, `ar` or `en`.
    pub language: String,
    /// Its title, in its language.
    pub title: String,
    /// What is run.
    pub definition: format::Script,
}

/// Why a script is not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The text has faults, each with its line.
    #[error("{0}")]
    Faulty(faults::Faults),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}
