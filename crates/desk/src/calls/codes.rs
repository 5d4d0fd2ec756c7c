//! Reasons and outcomes of calls: data of a centre, named in three languages.

use ::store::FromQueryResult;
use words::Lang;

pub use super::store::{codes, seed_codes};

/// What a code says about a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Why the caller called (objet de l’appel).
    Reason,
    /// How the call ended (issue de l’appel).
    Outcome,
}

impl CodeKind {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Outcome => "outcome",
        }
    }
}

/// A code and its names.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Code {
    /// The stored word.
    pub code: String,
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

impl Code {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

/// The codes that a new centre begins with: kind, code, French, Arabic, English; every name fits 20 cells.
pub(super) const FIRST: &str = include_str!("codes.csv");

#[cfg(test)]
mod tests {
    use super::FIRST;

    #[test]
    fn every_first_code_has_three_names_of_at_most_20_characters() {
        for line in FIRST.lines() {
            let parts: Vec<_> = line.split(',').collect();
            assert_eq!(parts.len(), 5, "{line}");
            for name in &parts[2..] {
                assert!((1..=20).contains(&words::cells(name)), "{name}");
            }
        }
    }
}
