//! The points that an exercise asks for, and whether a document has them.

mod sheets;
mod texts;

use serde::{Deserialize, Serialize};
use words::{Arg, Talk};

use super::package::{Package, Refused};
use super::text::TextDocument;
use super::workbook::{Range, Workbook};

/// What an exercise asks of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum TextPoint {
    /// So many headings made by their styles.
    Headings(usize),
    /// No level of heading is jumped over.
    Levels,
    /// No paragraph that only looks like a heading.
    NoFalseHeadings,
    /// A paragraph in the style of the title.
    Title,
    /// The margins, in millimetres: above, right, below, left.
    Margins([f64; 4]),
    /// The pages are counted in a header or a footer.
    PageNumbers,
    /// So many items of lists made by the word processor.
    Lists(usize),
    /// No list made by typed dashes or numbers.
    NoFalseLists,
    /// Every table has a header row.
    TableHeaders(usize),
    /// Most of the text is marked as being in this language.
    Language(String),
    /// Every picture has an alternative text.
    AltTexts(usize),
    /// Spaces are made by styles, not by empty lines.
    NoEmptyLines,
    /// The text holds these words.
    Holds(String),
}

/// What an exercise asks of a workbook. `None` as a sheet is the first one.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetPoint {
    /// There is a sheet of this name.
    SheetNamed(String),
    /// The first row that holds something is all text, in bold.
    HeaderRow,
    /// Each of these cells is computed from other cells.
    Formulas(Range),
    /// A formula in these cells, or anywhere, calls this function (its English name).
    Function(String, Option<Range>),
    /// A cell shows this number.
    Value(Range, f64),
    /// The numbers of these cells are shown so.
    Format(Range, FormatAsked),
    /// So many charts, each with a title.
    Charts(usize),
}

/// How numbers should be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatAsked {
    /// With a currency.
    Currency,
    /// In per cent.
    Percent,
    /// As a date.
    Date,
    /// With two decimals, a currency or not.
    TwoDecimals,
}

impl FormatAsked {
    /// The words of a file, in order.
    pub const WORDS: [&str; 4] = ["currency", "percent", "date", "two_decimals"];

    /// Reads a word of a file.
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::Currency, Self::Percent, Self::Date, Self::TwoDecimals];
        all.into_iter().zip(Self::WORDS).find(|(_, own)| *own == word).map(|(asked, _)| asked)
    }
}

/// A point of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Of a text.
    Text(TextPoint),
    /// Of a sheet of a workbook.
    Sheet(Option<String>, SheetPoint),
}

/// A sentence about a place of the document: a text key and what it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    key: String,
    values: Vec<(String, Said)>,
}

/// What a sentence names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    /// Words of the document.
    Words(String),
    /// A cell, a formula, a measure: read left to right.
    Code(String),
    /// A number.
    Number(i64),
}

impl Note {
    fn new(key: &str) -> Self {
        Self { key: key.to_owned(), values: vec![] }
    }

    fn with(mut self, name: &str, said: Said) -> Self {
        self.values.push((name.to_owned(), said));
        self
    }

    /// The words of the document, cut after a line.
    fn words(self, name: &str, text: &str) -> Self {
        const MOST: usize = 60;
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cut = folded.chars().count() > MOST;
        let short: String = folded.chars().take(MOST).collect();
        self.with(name, Said::Words(if cut { format!("{short}…") } else { short }))
    }

    fn code(self, name: &str, text: impl std::fmt::Display) -> Self {
        self.with(name, Said::Code(text.to_string().chars().take(80).collect()))
    }

    fn number(self, name: &str, number: usize) -> Self {
        self.with(name, Said::Number(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    /// The sentence, as HTML.
    pub fn html(&self, talk: Talk) -> String {
        let arg = |said: &Said| match said {
            Said::Words(text) => Arg::Text(text.clone()),
            Said::Code(text) => Arg::Ltr(text.clone()),
            Said::Number(number) => Arg::from(*number),
        };
        let values: Vec<_> = self.values.iter().map(|(name, said)| (name.as_str(), arg(said))).collect();
        talk.html(&self.key, &values)
    }
}

/// What was found about a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The point.
    pub point: String,
    /// Whether the document has it.
    pub good: bool,
    /// Where it is missing, or what was found; at most [`MOST_NOTES`] sentences.
    pub notes: Vec<Note>,
}

/// The most sentences about one point.
const MOST_NOTES: usize = 6;

/// A document that was read.
#[derive(Debug)]
pub enum Document {
    /// A text.
    Text(TextDocument),
    /// A workbook.
    Workbook(Workbook),
}

impl Document {
    /// Reads a file that was sent under a name.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Refused> {
        let mut package = Package::open(name, bytes)?;
        if package.kind.is_text() {
            Ok(Self::Text(TextDocument::read(&mut package)?))
        } else {
            Ok(Self::Workbook(Workbook::read(&mut package)?))
        }
    }

    /// Looks for one point. Good without a note, or the sentences that say where it is missing.
    pub fn look_for(&self, point: &str, asked: &Asked) -> Finding {
        let mut notes = match (self, asked) {
            (Self::Text(text), Asked::Text(point)) => texts::missing(text, point),
            (Self::Workbook(book), Asked::Sheet(sheet, point)) => sheets::missing(book, sheet.as_deref(), point),
            _ => vec![Note::new("documents-note-other-kind")],
        };
        let more = notes.len().saturating_sub(MOST_NOTES);
        let good = notes.is_empty();
        notes.truncate(MOST_NOTES);
        if more > 0 {
            notes.push(Note::new("documents-note-more").number("count", more));
        }
        Finding { point: point.to_owned(), good, notes }
    }
}
