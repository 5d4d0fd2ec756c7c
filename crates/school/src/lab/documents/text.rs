//! A text document as the checks see it, whoever wrote it.

use std::collections::BTreeMap;

use super::package::{FileKind, Package, Refused};
use super::{word, writer};

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub text: String,
    /// The level of a heading made by its style.
    pub heading: Option<u8>,
    /// True for the style of the document's title.
    pub title: bool,
    /// True when all of its text is bold.
    pub bold: bool,
    /// True for an item of a list made by the word processor.
    pub list: bool,
    /// True inside a table.
    pub in_table: bool,
    /// True when it holds a picture, a page break or the end of a section: without text, it is not an empty line.
    pub holds_more: bool,
}

impl Paragraph {
    /// True for an empty line that stands for a space.
    pub fn is_empty_line(&self) -> bool {
        self.text.trim().is_empty() && !self.holds_more && !self.in_table
    }
}

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// True when its first row is marked as a header row.
    pub header: bool,
    /// How many rows it has.
    pub rows: usize,
}

/// A picture, a drawing or a chart in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name.
    pub name: String,
    /// True when it has an alternative text, or is marked as decoration.
    pub described: bool,
}

/// The margins of a page, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: f64,
    /// On the right.
    pub right: f64,
    /// Below.
    pub bottom: f64,
    /// On the left.
    pub left: f64,
}

/// A letter of the Arabic blocks of Unicode.
fn is_arabic(c: &char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// A text document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextDocument {
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The tables, in order.
    pub tables: Vec<Table>,
    /// The pictures, in order.
    pub pictures: Vec<Picture>,
    /// The margins of its last section.
    pub margins: Option<Margins>,
    /// True when a header or a footer counts the pages.
    pub page_numbers: bool,
    /// How many letters are marked as being in each language, by the two or three letters of the language; under an empty
    /// text those that are marked with none.
    pub languages: BTreeMap<String, usize>,
}

impl TextDocument {
    /// Reads a text.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn read(package: &mut Package<'_>) -> Result<Self, Refused> {
        match package.kind {
            FileKind::Docx => word::read(package),
            FileKind::Odt => writer::read(package),
            FileKind::Xlsx | FileKind::Ods => Err(Refused::NotADocument),
        }
    }

    /// The language in which most of the text is marked.
    pub fn language(&self) -> &str {
        let most = self.languages.iter().max_by_key(|(_, count)| **count);
        most.map_or("", |(code, _)| code.as_str())
    }

    /// Counts the letters of a run as being in the languages it is marked with: word processors keep one language for
    /// Latin letters and another for Arabic ones.
    pub(super) fn count(&mut self, text: &str, language: &str, arabic: &str) {
        let (of_arabic, others): (Vec<char>, Vec<char>) =
            text.chars().filter(|c| c.is_alphabetic()).partition(is_arabic);
        self.add(language, others.len());
        self.add(arabic, of_arabic.len());
    }

    /// `fr-FR` counts for `fr`; no language counts for none.
    fn add(&mut self, language: &str, letters: usize) {
        let code = language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let code = if code == "zxx" || code == "none" { String::new() } else { code };
        if letters > 0 {
            *self.languages.entry(code).or_default() += letters;
        }
    }
}
