//! The papers of the institution: transcripts, minutes, certificates, grids and the internship sheet, in French or in Arabic
//! whatever the language of the reader. Each is made of the same few parts, so that page, print and braille say the same.
//!
//! What papers say of marks and decisions comes from sealed minutes only.

mod make;
mod web;

#[cfg(test)]
mod tests;

pub use self::web::routes;

/// What a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// relevé de notes d’un stagiaire
    Transcript,
    /// relevés de notes de toute une section, d’un tenant
    Transcripts,
    /// procès-verbal du conseil
    Minutes,
    /// certificat de scolarité
    School,
    /// attestation de réussite
    Success,
    /// grille d’évaluation vierge d’un module
    Grid,
    /// fiche de stage
    Internship,
}

impl Kind {
    const ALL: [Self; 7] =
        [Self::Transcript, Self::Transcripts, Self::Minutes, Self::School, Self::Success, Self::Grid, Self::Internship];

    /// The word of the address.
    fn code(self) -> &'static str {
        match self {
            Self::Transcript => "transcript",
            Self::Transcripts => "transcripts",
            Self::Minutes => "minutes",
            Self::School => "school",
            Self::Success => "success",
            Self::Grid => "grid",
            Self::Internship => "internship",
        }
    }

    /// The text key of its name.
    fn key(self) -> &'static str {
        match self {
            Self::Transcript => "papers-transcript",
            Self::Transcripts => "papers-transcripts",
            Self::Minutes => "papers-minutes",
            Self::School => "papers-school",
            Self::Success => "papers-success",
            Self::Grid => "papers-grid",
            Self::Internship => "papers-internship",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// A value in a table or a list of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub text: String,
    /// True for numbers, days and codes, which read from left to right.
    pub ltr: bool,
}

impl Cell {
    /// Words, in whatever script.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ltr: false }
    }

    /// A number, a day, a code.
    pub fn figures(text: impl Into<String>) -> Self {
        Self { text: text.into(), ltr: true }
    }
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Heading(String),
    /// A sentence, as HTML.
    Sentence(String),
    Facts(Vec<(String, Cell)>),
    /// Caption, headings, rows; the first cell of a row names it.
    Table(String, Vec<String>, Vec<Vec<Cell>>),
    List(Vec<Cell>),
    /// A label with room to write.
    Blank(String),
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paper {
    pub title: String,
    /// Its number, where it has one.
    pub number: String,
    pub parts: Vec<Part>,
    /// Who signs, one place for each.
    pub signatures: Vec<String>,
}
