//! The rules that the texts obey, checked message by message.

mod book;
#[cfg(test)]
mod tests;
mod walk;
mod writing;

use std::collections::BTreeSet;
use std::fmt;

use crate::catalogue::Source;
use crate::{Catalogue, Lang, cells};
use book::{Book, Entry};
use walk::Walk;

const LABEL: usize = 12;
const LINE: usize = 20;
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A text that breaks a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The language of the text.
    pub lang: Lang,
    /// The room, which is the name of the file.
    pub room: String,
    /// The line in the file, from 1; 0 for a message that is not there.
    pub line: usize,
    /// The key; empty when the file cannot be read there.
    pub key: String,
    /// The rule.
    pub rule: Rule,
    /// What is wrong, for the writer of the text.
    pub detail: String,
}

/// The rules of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The file is valid Fluent.
    Syntax,
    /// A key is written once in a language.
    Duplicate,
    /// A key begins with its room.
    Prefix,
    /// A key exists in the three languages.
    Missing,
    /// The three languages have the same variables and the same attributes.
    Differs,
    /// A message has a text, and only the attributes `.label` and `.short`.
    Shape,
    /// What a message refers to exists.
    Reference,
    /// A text of more than 20 characters is prose or has a `.short`.
    Long,
    /// `.short` has at most 20 characters.
    Short,
    /// `.label` has at most 12 characters.
    Label,
    /// A number is said in every plural of the language, and in no other.
    Plural,
    /// A text is written in the letters of its language.
    Letters,
    /// In French no line breaks before `: ; ? ! »` or after `«`: a no-break space stands there.
    Spacing,
}

/// `locales/fr/calls.ftl:12: calls-ring: …`, as editors read it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lang, room, line, key, rule, detail } = self;
        write!(f, "locales/{lang}/{room}.ftl:{line}: {key}: {detail} [{rule:?}]")
    }
}

/// Every fault of a catalogue, in the order of languages, files and lines.
#[must_use]
pub fn check(catalogue: &Catalogue) -> Vec<Fault> {
    let book = Book::read(catalogue.sources());
    let mut faults = book.faults.clone();
    for entry in book.messages() {
        one_language(&book, entry, &mut faults);
    }
    let keys: BTreeSet<&str> = book.messages().map(|entry| entry.key).collect();
    for key in keys {
        three_languages(&book, key, &mut faults);
    }
    faults.sort_by_key(|f| (f.lang.index(), f.room.clone(), f.line, f.key.clone(), f.rule));
    faults
}

/// The keys of messages that other messages refer to.
pub(crate) fn referred(sources: &[Source]) -> BTreeSet<String> {
    Book::read(sources).messages().flat_map(|entry| Walk::of(entry).references).collect()
}

fn one_language(book: &Book<'_>, entry: &Entry<'_>, faults: &mut Vec<Fault>) {
    let mut fault = |rule, detail: String| faults.push(entry.fault(rule, detail));
    if !entry.key.strip_prefix(entry.room).is_some_and(|rest| rest.len() > 1 && rest.starts_with('-')) {
        fault(Rule::Prefix, format!("the key must begin with {}-", entry.room));
    }
    let Some(value) = &entry.value else {
        fault(Rule::Shape, "the message has no text of its own".to_owned());
        return;
    };
    for name in entry.attributes.keys().filter(|name| !matches!(**name, "label" | "short")) {
        fault(Rule::Shape, format!(".{name} is neither .label nor .short"));
    }
    for reference in Walk::of(entry).references.iter().filter(|r| !book.knows(entry.lang, r)) {
        fault(Rule::Reference, format!("{reference} does not exist"));
    }
    let has_short = entry.attributes.contains_key("short");
    for text in book.expansions(entry.lang, value) {
        let count = cells(&text);
        if count > LINE && !has_short && !writing::is_prose(&text) {
            fault(Rule::Long, format!("{count} characters, not prose, and no .short: “{text}”"));
        }
    }
    for (name, limit, rule) in [("short", LINE, Rule::Short), ("label", LABEL, Rule::Label)] {
        for text in entry.attributes.get(name).into_iter().flat_map(|p| book.expansions(entry.lang, p)) {
            let count = cells(&text);
            if count > limit {
                fault(rule, format!(".{name} has {count} characters, at most {limit}: “{text}”"));
            }
        }
    }
    for text in entry.patterns().flat_map(|pattern| book.expansions(entry.lang, pattern)) {
        if let Some(stranger) = writing::stranger(entry.lang, &text) {
            fault(Rule::Letters, format!("“{stranger}” is not written as {} is", entry.lang));
        }
        if let Some(place) = writing::loose(entry.lang, &text) {
            fault(Rule::Spacing, format!("a no-break space stands at “{place}”"));
        }
    }
}

fn three_languages(book: &Book<'_>, key: &str, faults: &mut Vec<Fault>) {
    let found: Vec<&Entry<'_>> = Lang::ALL.iter().filter_map(|&lang| book.message(lang, key)).collect();
    let Some(&first) = found.first() else { return };
    for lang in Lang::ALL.into_iter().filter(|&lang| found.iter().all(|e| e.lang != lang)) {
        faults.push(Fault {
            lang,
            line: 0,
            ..first.fault(Rule::Missing, format!("missing, though it exists in {}", first.lang))
        });
    }
    let walks: Vec<Walk<'_>> = found.iter().map(|entry| Walk::of(entry)).collect();
    let variables: BTreeSet<&str> = walks.iter().flat_map(|walk| &walk.variables).copied().collect();
    let attributes: BTreeSet<&str> = found.iter().flat_map(|entry| entry.attributes.keys()).copied().collect();
    let selectors = walks.iter().flat_map(|walk| &walk.selectors);
    let numbers: BTreeSet<&str> = selectors.filter(|s| s.counts()).map(|s| s.variable).collect();
    for (entry, walk) in found.iter().zip(&walks) {
        for name in variables.iter().filter(|name| !walk.variables.contains(**name)) {
            faults.push(entry.fault(Rule::Differs, format!("${name} is used in another language, not here")));
        }
        for name in attributes.iter().filter(|name| !entry.attributes.contains_key(**name)) {
            faults.push(entry.fault(Rule::Differs, format!(".{name} exists in another language, not here")));
        }
        for selector in walk.selectors.iter().filter(|s| numbers.contains(s.variable)) {
            let (needed, allowed) = plurals(entry.lang);
            for plural in needed.iter().filter(|plural| !selector.keys.contains(*plural)) {
                let detail = format!("the choice on ${} has no [{plural}]", selector.variable);
                faults.push(entry.fault(Rule::Plural, detail));
            }
            for plural in selector.keys.iter().filter(|key| PLURALS.contains(*key) && !allowed.contains(*key)) {
                let detail = format!("[{plural}] of ${} is never said in {}", selector.variable, entry.lang);
                faults.push(entry.fault(Rule::Plural, detail));
            }
        }
    }
}

/// The cardinal plurals that a text must have and may have (Unicode CLDR, language plural rules).
fn plurals(lang: Lang) -> (&'static [&'static str], &'static [&'static str]) {
    match lang {
        Lang::Ar => (&PLURALS, &PLURALS),
        Lang::Fr => (&["one", "other"], &["one", "many", "other"]),
        Lang::En => (&["one", "other"], &["one", "other"]),
    }
}
