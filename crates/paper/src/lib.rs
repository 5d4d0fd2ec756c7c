//! Papers of an institution as PDF/UA-1 (ISO 14289-1): tagged, in the order in which they are read, in French or in Arabic.
//!
//! A paper is made of few parts, so that its page, its print, its braille and its PDF say the same. Nothing here knows what the
//! papers are about.

mod data;
mod fonts;
mod plain;
mod world;

#[cfg(test)]
mod tests;

use serde::Serialize;

pub use self::fonts::Fonts;
pub use self::plain::plain;
use self::world::Desk;

/// A value in a table or a list of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands there.
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
pub enum Part {
    /// A heading below the title.
    Heading(String),
    /// A sentence, as HTML that was made safe: elements without meaning, entities.
    Sentence(String),
    /// Labels with their values.
    Facts(Vec<(String, Cell)>),
    /// Caption, headings, rows; the first cell of a row names it.
    Table(String, Vec<String>, Vec<Vec<Cell>>),
    /// Values under each other.
    List(Vec<Cell>),
    /// A label with room to write.
    Blank(String),
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// Its number, where it has one.
    pub number: String,
    /// What stands on it, in its order.
    pub parts: Vec<Part>,
    /// Who signs, one place for each.
    pub signatures: Vec<String>,
}

/// What all papers of a file have in common.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// `fr` or `ar`: the language of the papers and their direction.
    pub lang: &'static str,
    /// The title of the file, which a reader says first.
    pub title: String,
    /// The lines of the letterhead in French, the name of the institution last.
    pub french: Vec<String>,
    /// The same in Arabic.
    pub arabic: Vec<String>,
    /// `Fait le`, and the day.
    pub done_on: (String, String),
    /// `N°`
    pub number: String,
    /// `Page`
    pub page: String,
    /// The logo of the institution as PNG, where there is one. It is decoration: the name stands below it.
    #[serde(skip)]
    pub logo: Option<Vec<u8>>,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// No font of this computer has both scripts.
    #[error("no font with Latin and Arabic letters was found in {0}: install fonts-noto-core, or DejaVu")]
    NoFont(String),
    /// A sign that no font has, and where: title and number of the paper.
    #[error("no font has U+{code:04X} {0}: {1}", code = u32::from(*.0))]
    Sign(char, String),
    /// Something else that the typesetter refuses, in its own words.
    #[error("the typesetter refuses the papers: {0}")]
    Refused(String),
}

/// Sets the papers, each on pages of its own, and gives the file.
///
/// # Errors
/// [`PaperError`].
pub fn pdf(fonts: &Fonts, head: &Head, papers: &[Paper]) -> Result<Vec<u8>, PaperError> {
    if let Some((sign, place)) = fonts.without(papers) {
        return Err(PaperError::Sign(sign, place));
    }
    let papers: Vec<_> = papers.iter().map(|own| data::paper(head.lang == "ar", own)).collect();
    let data = serde_json::json!({
        "head": head, "papers": papers, "fonts": fonts.families(), "logo": head.logo.is_some(),
    });
    Desk::with(fonts, data.to_string().into_bytes(), head.logo.clone()).set()
}
