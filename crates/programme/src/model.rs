//! The programme as the files give it.

use serde::{Deserialize, Serialize};

/// The same text in the three languages of the project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in the language `lang` (`fr`, `ar`, `en`, or a longer tag such as `ar-DZ`); French for any other.
    pub fn get(&self, lang: &str) -> &str {
        match lang.split(['-', '_']).next() {
            Some("ar") => &self.ar,
            Some("en") => &self.en,
            _ => &self.fr,
        }
    }
}

/// A whole programme, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// What `programme.toml` says.
    pub sheet: Sheet,
    /// The modules, in the order of the sheet.
    pub modules: Vec<Module>,
    /// Which complementary modules support which qualifying module.
    pub matrix: Matrix,
    /// Which part of each module is taught in which semester.
    pub semesters: SemesterPlan,
}

/// `programme.toml`: the programme itself, its equipment, recommendations, internship and contradictions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Version of the data format.
    pub format: u32,
    /// Official code, for example `1803`.
    pub code: String,
    /// Edition of the document, for example its year.
    pub version: String,
    /// Name of the trade.
    pub title: Text,
    /// Diploma that the programme leads to.
    pub diploma: Text,
    /// Author of the document.
    pub institution: Text,
    /// Approval number, as printed.
    pub visa: String,
    /// Weeks in a semester.
    pub weeks_per_semester: u8,
    /// Hours taught in a week.
    pub hours_per_week: u8,
    /// Semesters of training, the internship not counted.
    pub semesters: u8,
    /// Hours of training and internship together.
    pub total_hours: u32,
    /// Months of training and internship together.
    pub months: u16,
    /// Codes of the modules, in order.
    pub modules: Vec<String>,
    /// What the evaluation conditions may name.
    pub equipment: Vec<Equipment>,
    /// Pedagogical recommendations.
    pub recommendations: Vec<Recommendation>,
    /// The internship.
    pub internship: Internship,
    /// What the document says against itself, with where it stands.
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
}

/// A piece of equipment that evaluation conditions name by its identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Equipment {
    /// Lower-case words joined by hyphens.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A pedagogical recommendation of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// `R1`, `R2`…
    pub id: String,
    /// A short title, ours.
    pub title: Text,
    /// What it asks.
    pub text: Text,
}

/// A contradiction of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// `X1`, `X2`…
    pub id: String,
    /// What it is about.
    pub about: Text,
    /// What stands where.
    pub text: Text,
}

/// The internship: its organisation and its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Internship {
    /// Code in the structure of the programme (`SP`).
    pub code: String,
    /// Hours.
    pub hours: u16,
    /// Months.
    pub months: u16,
    /// Name.
    pub title: Text,
    /// What the teaching team prepares.
    pub preparation: Vec<Text>,
    /// Organisation: what kind of goal it has.
    pub goal: Text,
    /// Organisation: what the partial goals describe.
    pub partial_goals: Text,
    /// Organisation: how it runs.
    pub running: Text,
    /// Organisation: how it is assessed.
    pub assessment: Text,
    /// Sheet: what the internship is for.
    pub purpose: Text,
    /// Sheet: who follows the intern.
    pub follow_up: Text,
    /// Sheet: what the intern hands in and who assesses it.
    pub report: Text,
    /// Sheet: criteria of appreciation, `SP.C1`…
    pub criteria: Vec<Criterion>,
}

/// The kind of a module; its code begins accordingly (`MQ` or `MC`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A qualifying module (module qualifiant): the tasks of the trade.
    Qualifying,
    /// A complementary module (module complémentaire): the knowledge they need.
    Complementary,
}

impl Kind {
    /// The word of the format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Qualifying => "qualifying",
            Self::Complementary => "complementary",
        }
    }

    /// The kind that a well-formed module code (`MQ6`, `MC12`) announces.
    pub fn of_code(code: &str) -> Option<Self> {
        let (kind, rank) = match code.split_at_checked(2)? {
            ("MQ", rank) => (Self::Qualifying, rank),
            ("MC", rank) => (Self::Complementary, rank),
            _ => return None,
        };
        let well_formed = matches!(rank.parse::<u8>(), Ok(n) if n > 0 && n.to_string() == rank);
        well_formed.then_some(kind)
    }
}

/// One module sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// Version of the data format.
    pub format: u32,
    /// `MQ1`…, `MC1`…
    pub code: String,
    /// Qualifying or complementary.
    pub kind: Kind,
    /// Hours.
    pub hours: u16,
    /// Title.
    pub title: Text,
    /// Expected behaviour; in French it begins with an infinitive.
    pub behaviour: Text,
    /// Evaluation conditions: from what.
    pub from: Vec<Text>,
    /// Evaluation conditions: with what (identifiers of [`Equipment`]).
    pub with: Vec<String>,
    /// A remark of the document on the module as a whole, if it makes one.
    #[serde(default)]
    pub remark: Option<Text>,
    /// General criteria, `MQ6.G1`…
    pub general_criteria: Vec<Criterion>,
    /// Intermediate objectives, in order.
    pub objectives: Vec<Objective>,
}

/// An intermediate objective of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// `MQ6.O1`…
    pub id: String,
    /// What the trainee does.
    pub text: Text,
    /// Its contents.
    pub contents: Vec<Text>,
    /// Its practical work; may be empty.
    pub practice: Vec<Text>,
    /// Its criteria, `MQ6.O1.C1`…
    pub criteria: Vec<Criterion>,
}

/// A performance criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Stable identifier.
    pub id: String,
    /// A noun phrase.
    pub text: Text,
}

/// Whether a table that the document lost in part has been confirmed by the institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A proposal.
    ToConfirm,
    /// Confirmed.
    Confirmed,
}

/// `matrix.toml`: links between qualifying and complementary modules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// Version of the data format.
    pub format: u32,
    /// Confirmed or not.
    pub status: Status,
    /// What was lost and what this is.
    pub source: Text,
    /// One row per qualifying module.
    pub rows: Vec<MatrixRow>,
}

/// One row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// The qualifying module.
    pub mq: String,
    /// How many links the document gives it.
    pub links: u8,
    /// The complementary modules proposed, as many as `links`.
    pub proposal: Vec<String>,
}

/// `semesters.toml`: the hours of each module in blocks of one semester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SemesterPlan {
    /// Version of the data format.
    pub format: u32,
    /// Confirmed or not.
    pub status: Status,
    /// What was lost and what this is.
    pub source: Text,
    /// One row per module.
    pub rows: Vec<SemesterRow>,
}

/// The blocks of one module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SemesterRow {
    /// The module.
    pub module: String,
    /// Its blocks, in the order of the document.
    pub blocks: Vec<Block>,
    /// The semester (from 1) of each block, strictly increasing.
    pub proposal: Vec<u8>,
}

/// Hours a week during one semester.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Lectures (cours), hours a week.
    pub lecture: u8,
    /// Tutorials and practical work (TD and TP), hours a week.
    pub practical: u8,
}

impl Block {
    /// Lectures and practical work together, hours a week.
    pub fn weekly(self) -> u32 {
        u32::from(self.lecture) + u32::from(self.practical)
    }
}
