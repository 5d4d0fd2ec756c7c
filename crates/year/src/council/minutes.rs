//! Sealed minutes: everything that was decided, and its canonical text.
//!
//! The text is described in `docs/minutes.md` so that anybody can check it by hand: lines of UTF-8 that end with a line feed,
//! `key: value`, in a fixed order. In a value a backslash is written `\\` and a line feed `\n`; nothing else is changed.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::marks::Standing;

/// The version of the canonical text.
const FORMAT: &str = "plateau-minutes 1";

/// A module of somebody, as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ModuleFact {
    pub code: String,
    pub coefficient: i64,
    /// In hundredths; nothing for an exemption, and for a mark that is missing.
    pub mark: Option<i64>,
    /// `passed`, `compensable`, `failed`, `eliminatory`, `exempt`, `missing`.
    pub standing: String,
}

/// What was decided about somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Decided {
    pub code: String,
    pub kind: String,
    pub fr: String,
    pub ar: String,
    pub reason: String,
}

/// A trainee in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Person {
    pub trainee: i64,
    pub number: String,
    pub latin: String,
    pub arabic: String,
    /// YYYY-MM-DD, or nothing.
    pub birth: String,
    pub modules: Vec<ModuleFact>,
    /// In hundredths.
    pub average: Option<i64>,
    /// What the rules proposed; empty while a mark was missing.
    pub proposal: String,
    pub decided: Decided,
}

/// The minutes of a council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Minutes {
    pub institution: [String; 2],
    pub promotion: String,
    pub programme: String,
    pub edition: String,
    pub section: String,
    pub semester: i64,
    pub year: i64,
    pub number: i64,
    pub version: i64,
    /// The hash of the minutes that these replace; empty for the first.
    pub replaces: String,
    /// Why the council was held again.
    pub again_because: String,
    pub held_on: String,
    pub sealed_on: String,
    pub president: String,
    pub members: String,
    pub remarks: String,
    /// The versions of the rules of marks.
    pub rules: Vec<i64>,
    /// In the order of their numbers in the register.
    pub people: Vec<Person>,
}

impl Minutes {
    /// `3/2027`
    pub fn reference(&self) -> String {
        format!("{}/{}", self.number, self.year)
    }

    /// The canonical text.
    pub fn canonical(&self) -> String {
        let mut text = format!("{FORMAT}\n");
        let rules: Vec<String> = self.rules.iter().map(i64::to_string).collect();
        let head = [
            ("institution-fr", self.institution[0].as_str()),
            ("institution-ar", self.institution[1].as_str()),
            ("programme", &format!("{} {}", self.programme, self.edition)),
            ("promotion", &self.promotion),
            ("section", &self.section),
            ("semester", &self.semester.to_string()),
            ("number", &self.reference()),
            ("version", &self.version.to_string()),
            ("replaces", &self.replaces),
            ("held-again-because", &self.again_because),
            ("held-on", &self.held_on),
            ("sealed-on", &self.sealed_on),
            ("president", &self.president),
            ("members", &self.members),
            ("remarks", &self.remarks),
            ("rules", &rules.join(" ")),
        ];
        for (key, value) in head {
            line(&mut text, key, value);
        }
        for own in &self.people {
            own.write(&mut text);
        }
        text.push_str("end\n");
        text
    }

    /// The SHA-256 of the canonical text, in hexadecimal.
    pub fn hash(&self) -> String {
        hash(&self.canonical())
    }
}

impl Person {
    fn write(&self, text: &mut String) {
        line(text, "trainee", &self.number);
        line(text, "name-latin", &self.latin);
        line(text, "name-arabic", &self.arabic);
        line(text, "born-on", &self.birth);
        for own in &self.modules {
            line(text, "module", &module_line(own));
        }
        line(text, "average", &self.average.map_or_else(|| "-".to_owned(), two_decimals));
        line(text, "proposed", &self.proposal);
        line(text, "decided", &format!("{} {}", self.decided.code, self.decided.kind));
        line(text, "decided-fr", &self.decided.fr);
        line(text, "decided-ar", &self.decided.ar);
        line(text, "reason", &self.decided.reason);
    }
}

/// The SHA-256 of a text in hexadecimal.
pub(super) fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn line(text: &mut String, key: &str, value: &str) {
    let value = value.replace('\\', "\\\\").replace('\n', "\\n");
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{key}: {value}");
}

/// `MQ6 3 14.50 passed`: code, coefficient, mark, standing.
pub(super) fn module_line(own: &ModuleFact) -> String {
    let mark = own.mark.map_or_else(|| "-".to_owned(), two_decimals);
    format!("{} {} {mark} {}", own.code, own.coefficient, own.standing)
}

/// Hundredths with a point: 14.50.
pub(crate) fn two_decimals(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The word of a standing in minutes.
pub(super) fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Passed => "passed",
        Standing::Compensable => "compensable",
        Standing::Failed => "failed",
        Standing::Eliminatory => "eliminatory",
    }
}
