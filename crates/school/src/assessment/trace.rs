//! What an attempt left behind, as the measures read it: plain values taken from the journal of its sandbox centre.
//!
//! Every `event` is the identifier of a journal entry; every `at` is in milliseconds on one clock of the attempt.

use serde::{Deserialize, Serialize};

/// A field of a client's file that a caller's fact can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Given name in Latin letters.
    GivenLatin,
    /// Family name in Latin letters.
    FamilyLatin,
    /// Given name in Arabic letters.
    GivenArabic,
    /// Family name in Arabic letters.
    FamilyArabic,
    /// Date of birth, `YYYY-MM-DD`.
    BirthDate,
    /// First phone, national or E.164.
    Phone,
    /// Second phone.
    Phone2,
    /// E-mail address.
    Email,
    /// Street and number.
    Street,
    /// Wilaya, by its code from 1 to 69.
    Wilaya,
    /// Commune, by its name.
    Commune,
    /// Language the person prefers: `fr`, `ar`, `en`.
    Language,
    /// Status: `prospect`, `new`, `active`, `dormant`, `difficult`, `lost`.
    Status,
    /// What the person needs, in free words.
    Needs,
    /// What drives the person, in free words.
    Motivations,
    /// Notes, in free words.
    Notes,
}

impl Field {
    /// The words of the fields, in their order.
    pub const WORDS: [&str; 16] = [
        "given_latin",
        "family_latin",
        "given_arabic",
        "family_arabic",
        "birth_date",
        "phone",
        "phone2",
        "email",
        "street",
        "wilaya",
        "commune",
        "language",
        "status",
        "needs",
        "motivations",
        "notes",
    ];
    /// The fields, in their order.
    pub const ALL: [Self; 16] = [
        Self::GivenLatin,
        Self::FamilyLatin,
        Self::GivenArabic,
        Self::FamilyArabic,
        Self::BirthDate,
        Self::Phone,
        Self::Phone2,
        Self::Email,
        Self::Street,
        Self::Wilaya,
        Self::Commune,
        Self::Language,
        Self::Status,
        Self::Needs,
        Self::Motivations,
        Self::Notes,
    ];

    /// The field of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// The word of the field.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// Whether the field holds free words, where several facts stand side by side.
    #[must_use]
    pub fn is_free(self) -> bool {
        matches!(self, Self::Needs | Self::Motivations | Self::Notes)
    }
}

/// A moment of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The journal entry.
    pub event: i64,
    /// When, in milliseconds.
    pub at: i64,
}

/// Something named (a fact, a step, an access) at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its identifier.
    pub id: String,
    /// When it happened.
    pub moment: Moment,
}

/// The state of a field of the caller's file at the end of the attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileField {
    /// Which field.
    pub field: Field,
    /// What it holds.
    pub value: String,
    /// The journal entry that wrote it during the attempt; nothing when it was there before and was left.
    pub event: Option<i64>,
}

/// A code chosen at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The code.
    pub code: String,
    /// The journal entry.
    pub event: i64,
}

/// The satisfaction coded at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// From 1 (not at all) to 4 (fully).
    pub score: u8,
    /// The journal entry.
    pub event: i64,
}

/// A time on hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// When it began, in milliseconds.
    pub from: i64,
    /// When it ended, in milliseconds.
    pub to: i64,
}

/// A client's file opened during the attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// The client of the scenario, or any other mark for a client around it; nothing for a file created in the attempt.
    pub client: Option<String>,
    /// When it was opened.
    pub moment: Moment,
}

/// Something the agent said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    /// The words.
    pub text: String,
    /// When they were said.
    pub moment: Moment,
}

/// What one attempt at one call left behind.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Trace {
    /// The facts that the caller gave, each once, in order.
    pub given: Vec<Named>,
    /// The facts that the agent asked for, each once, in order.
    pub asked: Vec<Named>,
    /// The file of the caller at the end; empty when no file was attached to the call.
    pub file: Vec<FileField>,
    /// The reason coded last.
    pub reason: Option<Coded>,
    /// The outcome coded last.
    pub outcome: Option<Coded>,
    /// The satisfaction coded last.
    pub satisfaction: Option<Score>,
    /// When the call was answered.
    pub answered: Option<Moment>,
    /// When the talk ended.
    pub ended: Option<Moment>,
    /// When the after-call state was closed.
    pub wrapped: Option<Moment>,
    /// The times on hold.
    pub holds: Vec<Hold>,
    /// The steps of the script on the path of this call, from its first to its last, whether passed or not.
    pub path: Vec<String>,
    /// The steps passed, in the order in which they were passed.
    pub steps: Vec<Named>,
    /// The files opened.
    pub accesses: Vec<Access>,
    /// What the agent said, in order.
    pub utterances: Vec<Utterance>,
    /// When the caller's identity was held to be verified, in milliseconds.
    pub identified_at: Option<i64>,
    /// The time factor of the trainee's assistive profile: 1 for none, 1.5 for half as much again.
    pub time_factor: f64,
}
