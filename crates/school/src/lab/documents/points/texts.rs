//! The points of texts.

use super::{Note, TextPoint};
use crate::lab::documents::text::{Margins, Paragraph, TextDocument};

/// How far a margin may be from what is asked, in millimetres.
const NEAR: f64 = 1.0;
/// The longest line that can pass for a heading, in characters.
const LONGEST_HEADING: usize = 80;
/// What of the letters must be in the language asked for.
const MOST_OF: f64 = 0.8;

/// Where a point is missing; nothing when the document has it.
pub(super) fn missing(text: &TextDocument, point: &TextPoint) -> Vec<Note> {
    match point {
        TextPoint::Headings(least) => {
            let found = text.paragraphs.iter().filter(|own| own.heading.is_some()).count();
            too_few("documents-note-headings", found, *least)
        }
        TextPoint::Levels => levels(text),
        TextPoint::NoFalseHeadings => false_headings(text),
        TextPoint::Title => {
            let found = text.paragraphs.iter().any(|own| own.title && !own.text.trim().is_empty());
            when(!found, || Note::new("documents-note-title"))
        }
        TextPoint::Margins(asked) => margins(text.margins, *asked),
        TextPoint::PageNumbers => when(!text.page_numbers, || Note::new("documents-note-pages")),
        TextPoint::Lists(least) => {
            let found = text.paragraphs.iter().filter(|own| own.list && !own.text.trim().is_empty()).count();
            too_few("documents-note-lists", found, *least)
        }
        TextPoint::NoFalseLists => {
            let typed = text.paragraphs.iter().enumerate().filter(|(_, own)| !own.list && has_typed_sign(&own.text));
            typed.map(|(at, own)| place("documents-note-false-list", at, own)).collect()
        }
        TextPoint::TableHeaders(least) => table_headers(text, *least),
        TextPoint::Language(code) => language(text, code),
        TextPoint::AltTexts(least) => alt_texts(text, *least),
        TextPoint::NoEmptyLines => empty_lines(text),
        TextPoint::Holds(words) => {
            let wanted = folded(words);
            let found = text.paragraphs.iter().any(|own| folded(&own.text).contains(&wanted));
            when(!found, || Note::new("documents-note-words").words("words", words))
        }
    }
}

fn when(missing: bool, note: impl FnOnce() -> Note) -> Vec<Note> {
    if missing { vec![note()] } else { vec![] }
}

fn too_few(key: &str, found: usize, least: usize) -> Vec<Note> {
    when(found < least, || Note::new(key).number("found", found).number("least", least))
}

/// A sentence about a paragraph: its number and how it begins.
fn place(key: &str, at: usize, paragraph: &Paragraph) -> Note {
    Note::new(key).number("at", at + 1).words("words", &paragraph.text)
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'")
}

/// A heading goes at most one level deeper than the one before; the first is of level 1.
fn levels(text: &TextDocument) -> Vec<Note> {
    let (mut notes, mut before) = (vec![], 0);
    let headings = text.paragraphs.iter().enumerate().filter_map(|(at, own)| Some((at, own, own.heading?)));
    for (at, own, level) in headings {
        if level > before + 1 {
            let key = if before == 0 { "documents-note-first-level" } else { "documents-note-level" };
            notes.push(place(key, at, own).number("level", level.into()).number("before", before.into()));
        }
        before = level;
    }
    if before == 0 {
        notes.push(Note::new("documents-note-no-heading"));
    }
    notes
}

/// A short line, all bold, that is no heading, no title and no item, and ends without a full stop.
fn false_headings(text: &TextDocument) -> Vec<Note> {
    let looks = |own: &Paragraph| {
        let line = own.text.trim();
        own.bold
            && own.heading.is_none()
            && !own.title
            && !own.list
            && !own.in_table
            && line.chars().count() <= LONGEST_HEADING
            && !line.ends_with(['.', '!', '?', ';', ','])
    };
    let found = text.paragraphs.iter().enumerate().filter(|(_, own)| looks(own));
    found.map(|(at, own)| place("documents-note-false-heading", at, own)).collect()
}

fn margins(found: Option<Margins>, asked: [f64; 4]) -> Vec<Note> {
    let Some(Margins { top, right, bottom, left }) = found else {
        return vec![Note::new("documents-note-no-margins")];
    };
    let sides = [
        "documents-note-margin-top",
        "documents-note-margin-right",
        "documents-note-margin-bottom",
        "documents-note-margin-left",
    ];
    let all = sides.into_iter().zip([top, right, bottom, left]).zip(asked);
    let wrong = all.filter(|((_, found), asked)| (found - asked).abs() > NEAR);
    let millimetres = |length: f64| format!("{length:.0} mm");
    wrong
        .map(|((key, found), asked)| Note::new(key).code("found", millimetres(found)).code("asked", millimetres(asked)))
        .collect()
}

/// A dash, a star, a round or a number typed at the beginning of a line.
fn has_typed_sign(text: &str) -> bool {
    let line = text.trim_start();
    let sign = ["- ", "– ", "— ", "* ", "• ", "· ", "-\t", "•\t"].into_iter().any(|sign| line.starts_with(sign));
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    sign || ((1..=2).contains(&digits)
        && [". ", ") ", ".\t", ")\t", "- "].into_iter().any(|sign| rest.starts_with(sign)))
}

fn table_headers(text: &TextDocument, least: usize) -> Vec<Note> {
    let mut notes = too_few("documents-note-tables", text.tables.len(), least);
    let without = text.tables.iter().enumerate().filter(|(_, table)| !table.header);
    notes.extend(without.map(|(at, _)| Note::new("documents-note-table-header").number("at", at + 1)));
    notes
}

fn language(text: &TextDocument, code: &str) -> Vec<Note> {
    let all: usize = text.languages.values().sum();
    let right = text.languages.get(code).copied().unwrap_or_default();
    let share = if all == 0 {
        0.0
    } else {
        f64::from(u32::try_from(right).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
    };
    when(share < MOST_OF, || match text.language() {
        "" => Note::new("documents-note-no-language").code("asked", code),
        found => Note::new("documents-note-language").code("found", found).code("asked", code),
    })
}

fn alt_texts(text: &TextDocument, least: usize) -> Vec<Note> {
    let mut notes = too_few("documents-note-pictures", text.pictures.len(), least);
    let without = text.pictures.iter().enumerate().filter(|(_, picture)| !picture.described);
    notes
        .extend(without.map(|(at, own)| Note::new("documents-note-alt").number("at", at + 1).words("name", &own.name)));
    notes
}

/// The last paragraph of a document may be empty: word processors leave one.
fn empty_lines(text: &TextDocument) -> Vec<Note> {
    let all = text.paragraphs.iter().enumerate();
    let empty = all.filter(|(at, own)| own.is_empty_line() && at + 1 < text.paragraphs.len());
    empty.map(|(at, _)| Note::new("documents-note-empty").number("at", at + 1)).collect()
}
