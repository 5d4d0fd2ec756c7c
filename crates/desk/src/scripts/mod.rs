//! Call scripts: versioned, published, run as a keyboard list.

pub mod faults;
pub mod format;
pub mod reader;
mod store;
mod web;

#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod tests;

pub use self::store::{Listed, get, latest, list, publish, versions};
pub use self::web::routes;

use ::store::StoreError;
use words::{Lang, Talk};

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

/// What a call puts in the place of the merged fields of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merge<'a> {
    /// The caller's name, once it is known.
    pub client_name: Option<&'a str>,
    /// The agent's name.
    pub agent_name: Option<&'a str>,
    /// The name of the company that the agent answers for.
    pub company: Option<&'a str>,
    /// The reason of the call, once it is coded.
    pub reason: Option<&'a str>,
}

impl Merge<'_> {
    /// The words of a step, a field without a value standing as its name in brackets, in the script's own language.
    pub fn said(&self, script: &Script, step: &format::Step) -> String {
        let talk = Talk { lang: script.lang(), short: false };
        step.said(|field| Some(self.value(field).map_or_else(|| talk.t(absent(field)).into_owned(), str::to_owned)))
    }

    fn value(&self, field: &str) -> Option<&str> {
        let value = match field {
            "client_name" => self.client_name,
            "agent_name" => self.agent_name,
            "company" => self.company,
            _ => self.reason,
        };
        value.filter(|value| !value.trim().is_empty())
    }
}

/// The key of a merged field's name in brackets; the format knows four fields ([`format::MERGED_FIELDS`]).
fn absent(field: &str) -> &'static str {
    match field {
        "client_name" => "scripts-absent-client-name",
        "agent_name" => "scripts-absent-agent-name",
        "company" => "scripts-absent-company",
        _ => "scripts-absent-reason",
    }
}

impl Script {
    /// The language it is spoken in; French for a word of the database that no language has.
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or(Lang::Fr)
    }
}
