//! The papers of the institution: transcripts, minutes, certificates, grids, reports and the internship sheet, in French or in Arabic
//! whatever the language of the reader. Each is made of the same few parts, so that page, print and braille say the same.
//!
//! What papers say of marks and decisions comes from sealed minutes only.

mod make;
mod press;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use ::paper::{Cell, Paper, Part};

pub use self::press::Press;
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
    /// compte rendu d’une visite, procès-verbal d’une réunion
    Meeting,
    /// feuille de présence d’une séance
    Attendance,
    /// emploi du temps d’une section, une semaine
    Week,
}

impl Kind {
    const ALL: [Self; 10] = [
        Self::Transcript,
        Self::Transcripts,
        Self::Minutes,
        Self::School,
        Self::Success,
        Self::Grid,
        Self::Internship,
        Self::Meeting,
        Self::Attendance,
        Self::Week,
    ];

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
            Self::Meeting => "meeting",
            Self::Attendance => "attendance",
            Self::Week => "week",
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
            Self::Meeting => "papers-meeting",
            Self::Attendance => "papers-attendance",
            Self::Week => "papers-week",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}
