//! How a file is read: its kind, its columns, what to do with what is known already.

use serde::{Deserialize, Serialize};
use sheets::Doubt;
use words::{Arg, Lang, Talk};

use crate::clients::Status;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Text with rows and cells.
    Csv,
    /// A workbook.
    Xlsx,
    /// Address cards.
    Vcard,
}

/// What to do with a line whose client is in the file already: the same reference, or the same number or e-mail address with a
/// name alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known {
    /// Leave it out.
    Skip,
    /// Make a second file.
    Make,
    /// Fill what is empty in the file of the client.
    Fill,
    /// Replace what the line gives in the file of the client; an empty cell replaces nothing.
    Replace,
}

impl Known {
    /// Everything that can be done, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Skip, Self::Fill, Self::Replace, Self::Make];

    /// The word of forms and of the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Make => "make",
            Self::Fill => "fill",
            Self::Replace => "replace",
        }
    }

    /// The text key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Skip => "exchange-known-skip",
            Self::Make => "exchange-known-make",
            Self::Fill => "exchange-known-fill",
            Self::Replace => "exchange-known-replace",
        }
    }

    /// Reads such a word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }

    /// True when files that are there already may change.
    pub fn updates(self) -> bool {
        matches!(self, Self::Fill | Self::Replace)
    }
}

/// The order of a name that stands in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Family name first, as lists are written.
    FamilyFirst,
    /// Given name first, as it is said.
    GivenFirst,
}

/// How a file is read. Kept with the import, and proposed again for the next file with the same columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The kind of the file.
    pub kind: Kind,
    /// The name of its encoding; empty for a workbook.
    pub encoding: String,
    /// What stands between two cells of a CSV file.
    pub delimiter: char,
    /// The sheet of a workbook.
    pub sheet: String,
    /// The names of all its sheets.
    #[serde(default)]
    pub sheets: Vec<String>,
    /// The header of each column.
    pub columns: Vec<String>,
    /// The field that each column fills, or an empty text; `full_name` for a name in one cell.
    pub fields: Vec<String>,
    /// What to do with clients that are known.
    pub known: Known,
    /// The order of a name in one cell.
    pub order: Order,
    /// The code of the language of a client for whom the file gives none.
    pub language: String,
    /// The code of the status of a client for whom the file gives none.
    pub status: String,
    /// Why the encoding may be wrong.
    #[serde(default)]
    pub doubts: Vec<Unsure>,
}

/// Why the encoding of a file may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unsure {
    /// Some bytes have no letter in it: how many.
    NoLetter(usize),
    /// Many letters are neither French nor Arabic: how many of a hundred beyond plain ASCII.
    ForeignLetters(usize),
    /// The text was once read in a wrong encoding and saved like this.
    SavedWrong,
}

impl Unsure {
    /// What the reader of files doubts.
    pub(super) fn of(doubt: Doubt) -> Self {
        match doubt {
            Doubt::NoLetter(bytes) => Self::NoLetter(bytes),
            Doubt::ForeignLetters(share) => Self::ForeignLetters(share),
            Doubt::SavedWrong => Self::SavedWrong,
        }
    }

    /// The doubt in words, with what to do.
    pub(super) fn said(self, talk: Talk) -> String {
        match self {
            Self::NoLetter(bytes) => talk.with("exchange-doubt-letters", &[("n", Arg::from(bytes))]),
            Self::ForeignLetters(share) => talk.with("exchange-doubt-foreign", &[("n", Arg::from(share))]),
            Self::SavedWrong => talk.t("exchange-doubt-saved").into_owned(),
        }
    }
}

impl Plan {
    /// A plan for a file, before its columns are matched.
    pub(super) fn new(kind: Kind, columns: Vec<String>, fields: Vec<String>, lang: Lang) -> Self {
        Self {
            kind,
            encoding: String::new(),
            delimiter: ';',
            sheet: String::new(),
            sheets: vec![],
            columns,
            fields,
            known: Known::Skip,
            order: Order::FamilyFirst,
            language: lang.code().to_owned(),
            status: Status::Active.code().to_owned(),
            doubts: vec![],
        }
    }

    /// The column that fills a field.
    pub fn column_of(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|own| own == field)
    }

    /// True when a person or an organisation would be named, or known files are found by their reference.
    pub fn names_somebody(&self) -> bool {
        if self.known.updates() && self.column_of("reference").is_some() {
            return true;
        }
        let has = |field: &str| self.column_of(field).is_some();
        let person = |script: &str| has(&format!("given_{script}")) && has(&format!("family_{script}"));
        has("full_name")
            || person("latin")
            || person("arabic")
            || has("organisation_latin")
            || has("organisation_arabic")
    }
}
