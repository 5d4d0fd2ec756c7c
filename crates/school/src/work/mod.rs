//! Desk work without a call: documents to read, tasks to do on the real desk of a sandbox, questions to answer, and a
//! hand-over. What is measured is what stands at the desk at the end, and what the journal tells of the way there.
//!
//! The file format is described in `docs/scenario-format.md`; `file.rs` reads it.

mod ends;
mod file;
mod file_check;
mod keys;
mod measure;
mod naming;
mod sandbox;
mod status;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub use status::WorkStatus;
pub(crate) use web::{PLACE, Work, begin, read, routes};

use desk::clients::Filter;
use desk::law::{Identity, Kind as RequestKind, Way};
use desk::reports::{About, Column, Group};
use desk::scripts::faults::Faults;
use desk::scripts::reader::{Language, Texts};

use crate::assessment::measure::Measured;
use crate::assessment::trace::Field;
use crate::exercises::Exercise;
use crate::practice::library;
use crate::practice::scenario::{Aim, Desk};

/// The word of `kind` in the head of a file of desk work.
pub(crate) const KIND: &str = "work";

/// True for the text of a file of desk work.
pub fn is_work(source: &str) -> bool {
    source.parse::<toml::Table>().is_ok_and(|file| file.get("kind").and_then(toml::Value::as_str) == Some(KIND))
}

/// Reads a file of desk work and checks it whole.
///
/// # Errors
/// Every fault, with its line.
pub fn check(source: &str) -> Result<WorkExercise, Faults> {
    file::parse(source, &library::surroundings().criteria)
}

/// An exercise of desk work, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkExercise {
    /// Who it is, what a person judges, the names of what is counted.
    pub head: Exercise,
    /// The language of most of its documents.
    pub language: Language,
    /// From 1 to 5.
    pub level: u8,
    /// What the trainee is told before “ready”.
    pub brief: Texts,
    /// The time allowed, in minutes, before the time factor.
    pub minutes: u32,
    /// What is allowed in this sandbox beyond the role of a trainee, as [`::web::Habilitation::GRANTS`] says it.
    pub habilitations: Vec<String>,
    /// The desk at the start. It has no script.
    pub desk: Desk,
    /// The portfolios of the trainee at the start.
    pub portfolios: Vec<Portfolio>,
    /// What is read.
    pub documents: Vec<Document>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// What is asked.
    pub questions: Vec<Question>,
    /// What is right at the end.
    pub expected: Expected,
    /// What is measured.
    pub measures: Vec<Aim>,
}

/// A portfolio that the trainee finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    /// Its name.
    pub name: String,
    /// Clients of the desk.
    pub clients: Vec<String>,
}

/// A document of the case: a letter, a form filled by hand, a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identifier.
    pub id: String,
    /// Its title, in the language of the page.
    pub title: Texts,
    /// The language in which it is written.
    pub language: Language,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The headings of its table; empty without one.
    pub columns: Vec<String>,
    /// The lines of its table.
    pub rows: Vec<Vec<String>>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub text: Texts,
    /// Where at the desk: address and text key of its name.
    pub place: Option<(&'static str, &'static str)>,
}

/// Something asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its identifier.
    pub id: String,
    /// The question.
    pub text: Texts,
    /// How it is answered.
    pub answer: Answer,
}

/// How a question is answered, and where its right answer comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A number: how many files of the desk answer this filter when the work is handed over.
    Count(Filter),
    /// A wilaya: the one with the most files of this filter when the work is handed over; any of them when several have as many.
    Wilaya(Filter),
    /// A day: the last one to answer the expected request, by the delays and holidays of the desk.
    Due,
    /// One of these, of which some are right.
    Choice {
        /// Identifier and text of each.
        options: Vec<(String, Texts)>,
        /// The identifiers of the right ones.
        right: Vec<String>,
    },
    /// Free words, which a person judges.
    Words,
}

/// A field and what it must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedField {
    /// Which field.
    pub field: Field,
    /// The right value.
    pub value: String,
    /// Other right values.
    pub accept: Vec<String>,
    /// What it counts for, from 1 to 5.
    pub weight: u32,
}

/// A file and what it must hold at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedFile {
    /// How the exercise calls it.
    pub id: String,
    /// A client of the desk; nothing for a file to be made.
    pub client: Option<String>,
    /// Its fields.
    pub fields: Vec<ExpectedField>,
}

/// An anomaly put into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anomaly {
    /// Its identifier.
    pub id: String,
    /// The client of the desk.
    pub client: String,
    /// What it is, for the review.
    pub name: Texts,
    /// What the file holds once it is repaired.
    pub fields: Vec<ExpectedField>,
}

/// A report to make.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedReport {
    /// Its identifier.
    pub id: String,
    /// What it is about.
    pub about: About,
    /// What its lines stand for.
    pub group: Group,
    /// The columns that it must have.
    pub columns: Vec<Column>,
    /// The files that it is of.
    pub filter: Filter,
}

/// A request of a person to take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedRequest {
    /// The client of the desk.
    pub client: String,
    /// What is asked for.
    pub kind: RequestKind,
    /// How it came in.
    pub way: Way,
    /// The right ways in which the identity was checked.
    pub identity: Vec<Identity>,
    /// The day on which it came in, `YYYY-MM-DD`.
    pub received_on: String,
}

/// A segment to make.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedSegment {
    /// Its identifier.
    pub id: String,
    /// What it is, for the review.
    pub name: Texts,
    /// The files that it holds.
    pub filter: Filter,
}

/// What is right at the end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expected {
    /// The clients whose files the case needs.
    pub clients_in_case: Vec<String>,
    /// Files and their fields.
    pub files: Vec<ExpectedFile>,
    /// Anomalies to repair.
    pub anomalies: Vec<Anomaly>,
    /// Files to submit to the supervisor: clients of the desk or files to be made.
    pub submitted: Vec<String>,
    /// Pairs of clients of the desk of which each is one person.
    pub merges: Vec<(String, String)>,
    /// Reports to make.
    pub reports: Vec<ExpectedReport>,
    /// The request to take in.
    pub request: Option<ExpectedRequest>,
    /// Segments to make.
    pub segments: Vec<ExpectedSegment>,
}

impl WorkExercise {
    /// Until when it may last for a person with this time factor, in milliseconds from its start.
    fn allowed_ms(&self, factor: f64) -> i64 {
        // Hours at most: far inside what both types hold.
        #[expect(clippy::cast_possible_truncation, reason = "hours at most")]
        let allowed = (f64::from(self.minutes) * 60_000.0 * factor.max(1.0)).round() as i64;
        allowed
    }
}

/// What one measure gave.
type Taken = Result<Measured, crate::assessment::measure::NotMeasurable>;
