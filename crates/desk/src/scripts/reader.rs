//! Reads a TOML data file written by a teacher: typed values, and every fault with its line.
//!
//! The file is walked key by key instead of being handed to a deserialiser, so that one reading tells
//! all the faults: a deserialiser stops at the first, and forgets the line of what it has accepted.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::{Fault, Faults, Reason};

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    Fr,
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Language {
    /// The two letters of the language, as in the files: `fr`, `ar`, `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The language of two letters, or nothing.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Fr, Self::Ar, Self::En].into_iter().find(|language| language.code() == code)
    }
}

/// The same text in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Texts {
    /// In French.
    pub fr: String,
    /// In Arabic.
    pub ar: String,
    /// In English.
    pub en: String,
}

impl Texts {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.fr,
            Language::Ar => &self.ar,
            Language::En => &self.en,
        }
    }
}

/// The faults found so far, and where the lines start.
#[derive(Debug)]
pub struct Notes {
    starts: Vec<usize>,
    faults: RefCell<Vec<Fault>>,
}

impl Notes {
    fn new(source: &str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts, faults: RefCell::new(Vec::new()) }
    }

    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Notes a fault.
    pub fn fault(&self, line: usize, reason: Reason) {
        self.faults.borrow_mut().push(Fault { line, reason });
    }
}

/// Reads a whole file: `build` takes what it needs from the root, and the faults of the file refuse the result.
///
/// # Errors
/// Every fault of the file, in the order of its lines.
pub fn read<T>(source: &str, build: impl FnOnce(&Section<'_>) -> T) -> Result<T, Faults> {
    let notes = Notes::new(source);
    let (root, errors) = DeTable::parse_recoverable(source);
    for error in errors {
        let line = error.span().map_or(1, |span| notes.line(span.start));
        notes.fault(line, Reason::Unreadable(error.message().to_owned()));
    }
    // A file that is not TOML is told so, and nothing else: what follows from it would only be noise.
    let readable = notes.faults.borrow().is_empty();
    let built = readable.then(|| build(&Section::new(root.get_ref(), 1, &notes)));
    let mut faults = notes.faults.into_inner();
    faults.sort_by_key(|fault| fault.line);
    match built {
        Some(value) if faults.is_empty() => Ok(value),
        _ => Err(Faults(faults)),
    }
}

/// A table of the file. What was not asked of it when it is dropped is an unknown key, hence a fault.
#[derive(Debug)]
pub struct Section<'d> {
    table: &'d DeTable<'d>,
    line: usize,
    notes: &'d Notes,
    asked: RefCell<BTreeSet<String>>,
}

impl<'d> Section<'d> {
    fn new(table: &'d DeTable<'d>, line: usize, notes: &'d Notes) -> Self {
        Self { table, line, notes, asked: RefCell::new(BTreeSet::new()) }
    }

    fn take(&self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.asked.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    /// Whether the key is written.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.take(key).is_some()
    }

    /// The line of the table.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The line of a key, or that of the table when the key is absent.
    #[must_use]
    pub fn line_of(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.line, |value| self.notes.line(value.span().start))
    }

    /// The lines of the tables or texts of a list deeper in the file, found by its keys; none when it is not there.
    #[must_use]
    pub fn item_lines(&self, path: &[&str]) -> Vec<usize> {
        let mut table = self.table;
        let Some((last, above)) = path.split_last() else {
            return Vec::new();
        };
        for key in above {
            let Some(DeValue::Table(inner)) = table.get(*key).map(Spanned::get_ref) else {
                return Vec::new();
            };
            table = inner;
        }
        let items = table.get(*last).and_then(|value| value.get_ref().as_array());
        items.map(|array| array.iter().map(|item| self.notes.line(item.span().start)).collect()).unwrap_or_default()
    }

    /// Notes a fault at a key.
    pub fn fault(&self, key: &str, reason: Reason) {
        self.notes.fault(self.line_of(key), reason);
    }

    /// Notes a fault at a line.
    pub fn fault_at(&self, line: usize, reason: Reason) {
        self.notes.fault(line, reason);
    }

    fn missing<T>(&self, key: &str) -> Option<T> {
        self.notes.fault(self.line, Reason::Missing(key.to_owned()));
        None
    }

    fn kind<T>(&self, key: &str, expected: &'static str) -> Option<T> {
        self.fault(key, Reason::Kind { key: key.to_owned(), expected });
        None
    }

    /// A text that may be absent, trimmed; written empty is a fault.
    #[must_use]
    pub fn text_or_none(&self, key: &str) -> Option<String> {
        let value = self.take(key)?.get_ref();
        let Some(text) = value.as_str() else {
            return self.kind(key, "a text");
        };
        if text.trim().is_empty() {
            self.fault(key, Reason::Empty(key.to_owned()));
            return None;
        }
        Some(text.trim().to_owned())
    }

    /// A text that must be there. Empty when faulty.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        if !self.has(key) {
            return self.missing(key).unwrap_or_default();
        }
        self.text_or_none(key).unwrap_or_default()
    }

    /// An identifier: lower-case letters, digits, hyphens, dots. Empty when faulty.
    #[must_use]
    pub fn id(&self, key: &str) -> String {
        let id = self.text(key);
        if !id.is_empty() && !is_identifier(&id) {
            self.fault(key, Reason::Form { key: key.to_owned(), value: id.clone() });
        }
        id
    }

    /// A whole number inside its limits, that may be absent.
    #[must_use]
    pub fn whole_or_none(&self, key: &str, min: i64, max: i64) -> Option<i64> {
        let value = self.take(key)?.get_ref();
        let number = value.as_integer().filter(|n| n.radix() == 10).and_then(|n| n.as_str().parse::<i64>().ok());
        let Some(number) = number else {
            return self.kind(key, "a whole number");
        };
        if !(min..=max).contains(&number) {
            self.fault(key, Reason::Range { key: key.to_owned(), min: min.to_string(), max: max.to_string() });
            return None;
        }
        Some(number)
    }

    /// A whole number inside its limits. `min` when faulty.
    #[must_use]
    pub fn whole(&self, key: &str, min: i64, max: i64) -> i64 {
        if !self.has(key) {
            return self.missing(key).unwrap_or(min);
        }
        self.whole_or_none(key, min, max).unwrap_or(min)
    }

    /// A number, whole or not. Zero when faulty.
    #[must_use]
    pub fn number(&self, key: &str) -> f64 {
        let Some(value) = self.take(key) else {
            return self.missing(key).unwrap_or_default();
        };
        let text = match value.get_ref() {
            DeValue::Integer(whole) => whole.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => return self.kind(key, "a number").unwrap_or_default(),
        };
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => number,
            _ => self.kind(key, "a number").unwrap_or_default(),
        }
    }

    /// True or false; false when absent.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        match self.take(key).map(Spanned::get_ref) {
            None => false,
            Some(DeValue::Boolean(flag)) => *flag,
            Some(_) => self.kind(key, "true or false").unwrap_or_default(),
        }
    }

    /// A list of texts, each trimmed and not empty; an empty list when absent.
    #[must_use]
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            return self.kind(key, "a list of texts").unwrap_or_default();
        };
        let mut texts = Vec::new();
        for item in array.iter() {
            let line = self.notes.line(item.span().start);
            match item.get_ref().as_str().map(str::trim) {
                Some("") => self.notes.fault(line, Reason::Empty(key.to_owned())),
                Some(text) => texts.push(text.to_owned()),
                None => self.notes.fault(line, Reason::Kind { key: key.to_owned(), expected: "a list of texts" }),
            }
        }
        texts
    }

    /// A list of texts with at least one.
    #[must_use]
    pub fn some_texts(&self, key: &str) -> Vec<String> {
        if !self.has(key) {
            return self.missing(key).unwrap_or_default();
        }
        if self.table.get(key).and_then(|value| value.get_ref().as_array()).is_some_and(|array| array.is_empty()) {
            self.fault(key, Reason::Empty(key.to_owned()));
        }
        self.texts(key)
    }

    /// One word of a list of words, that may be absent.
    #[must_use]
    pub fn choice_or_none<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>, allowed: &[&str]) -> Option<T> {
        let word = self.text_or_none(key)?;
        let found = parse(&word);
        if found.is_none() {
            self.fault(key, Reason::Choice { key: key.to_owned(), value: word, allowed: allowed.join(", ") });
        }
        found
    }

    /// One word of a list of words, that must be there. Nothing when faulty.
    #[must_use]
    pub fn choice<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>, allowed: &[&str]) -> Option<T> {
        if !self.has(key) {
            return self.missing(key);
        }
        self.choice_or_none(key, parse, allowed)
    }

    /// One of the three languages. French when faulty.
    #[must_use]
    pub fn language(&self, key: &str) -> Language {
        self.choice(key, Language::parse, &["fr", "ar", "en"]).unwrap_or(Language::Fr)
    }

    /// The same text in the three languages, all three written.
    #[must_use]
    pub fn three_texts(&self, key: &str) -> Texts {
        let Some(section) = self.section(key) else {
            return Texts::default();
        };
        Texts { fr: section.text("fr"), ar: section.text("ar"), en: section.text("en") }
    }

    /// A table that may be absent.
    #[must_use]
    pub fn section_or_none(&self, key: &str) -> Option<Section<'d>> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Section::new(table, self.notes.line(value.span().start), self.notes)),
            _ => self.kind(key, "a table"),
        }
    }

    /// A table that must be there. Nothing when faulty.
    #[must_use]
    pub fn section(&self, key: &str) -> Option<Section<'d>> {
        if !self.has(key) {
            return self.missing(key);
        }
        self.section_or_none(key)
    }

    /// A list of tables; an empty list when absent.
    #[must_use]
    pub fn sections(&self, key: &str) -> Vec<Section<'d>> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            return self.kind(key, "a list of tables").unwrap_or_default();
        };
        let mut sections = Vec::new();
        for item in array.iter() {
            let line = self.notes.line(item.span().start);
            match item.get_ref() {
                DeValue::Table(table) => sections.push(Section::new(table, line, self.notes)),
                _ => self.notes.fault(line, Reason::Kind { key: key.to_owned(), expected: "a list of tables" }),
            }
        }
        sections
    }
}

impl Drop for Section<'_> {
    fn drop(&mut self) {
        for (key, _) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if !self.asked.borrow().contains(name) {
                self.notes.fault(self.notes.line(key.span().start), Reason::UnknownKey(name.to_owned()));
            }
        }
    }
}

/// Whether a text can be an identifier of a data file: lower-case letters, digits, hyphens and dots.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._".contains(c))
}
