//! Reads the file of an exercise that asks for a document. The format is `docs/lab-format.md`.

use std::collections::BTreeSet;

use desk::scripts::faults::{Faults, Reason};
use desk::scripts::reader::{self, Section};

use super::points::{Asked, FormatAsked, SheetPoint, TextPoint};
use super::workbook::Range;
use super::{DocumentExercise, PointAsked, items};
use crate::assessment::measure::Measure;
use crate::exercises::{check_aims, read_aims, read_head};

/// The format that this program reads.
pub const FORMAT: i64 = 1;

/// What can be looked for in a text.
const IN_TEXTS: [&str; 13] = [
    "headings",
    "levels",
    "no_false_headings",
    "title",
    "margins",
    "page_numbers",
    "lists",
    "no_false_lists",
    "table_headers",
    "language",
    "alt_texts",
    "no_empty_lines",
    "words",
];
/// What can be looked for in a workbook.
const IN_WORKBOOKS: [&str; 7] = ["sheet_named", "header_row", "formulas", "function", "value", "format", "charts"];

/// Reads and checks one exercise. `known` are the criteria of the programme.
///
/// # Errors
/// Every fault with its line.
pub fn parse(source: &str, known: &BTreeSet<String>) -> Result<DocumentExercise, Faults> {
    reader::read(source, |root| {
        let mut head = read_head(root, FORMAT, known);
        let kinds = ["text", "workbook"];
        let kind = root.choice("document", |word| kinds.into_iter().find(|own| *own == word), &kinds);
        let is_text = kind != Some("workbook");
        let points: Vec<PointAsked> =
            root.sections("points").iter().filter_map(|section| read_point(section, is_text, &head.criteria)).collect();
        let measures = read_aims(root, &Measure::OF_DOCUMENTS);
        check_aims(root, &head.criteria, &measures, &head.grid);
        check_points(root, &points);
        head.items = items(&points);
        let (brief, material) = (root.three_texts("brief"), root.text_or_none("material"));
        DocumentExercise { head, brief, material, is_text, points, measures }
    })
}

fn check_points(root: &Section<'_>, points: &[PointAsked]) {
    if points.is_empty() {
        root.fault("points", Reason::Empty("points".to_owned()));
    }
    let mut seen = BTreeSet::new();
    for point in points.iter().filter(|point| !seen.insert(&point.id)) {
        root.fault("points", Reason::Repeated(point.id.clone()));
    }
}

fn read_point(section: &Section<'_>, is_text: bool, criteria: &[String]) -> Option<PointAsked> {
    let (id, text, criterion) = (section.id("id"), section.three_texts("text"), section.text("criterion"));
    if !criterion.is_empty() && !criteria.contains(&criterion) {
        section.fault("criterion", Reason::Dangling { key: "criterion".to_owned(), id: criterion.clone() });
    }
    let asked = if is_text { read_text_point(section).map(Asked::Text) } else { read_sheet_point(section) };
    Some(PointAsked { id, criterion, text, asked: asked? })
}

fn word(section: &Section<'_>, allowed: &'static [&'static str]) -> Option<&'static str> {
    section.choice("look", |word| allowed.iter().find(|own| **own == word).copied(), allowed)
}

fn least(section: &Section<'_>) -> usize {
    usize::try_from(section.whole("least", 1, 1_000)).unwrap_or(1)
}

fn least_or_none(section: &Section<'_>) -> usize {
    section.whole_or_none("least", 1, 1_000).and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
}

fn read_text_point(section: &Section<'_>) -> Option<TextPoint> {
    Some(match word(section, &IN_TEXTS)? {
        "headings" => TextPoint::Headings(least(section)),
        "levels" => TextPoint::Levels,
        "no_false_headings" => TextPoint::NoFalseHeadings,
        "title" => TextPoint::Title,
        "margins" => TextPoint::Margins(["top", "right", "bottom", "left"].map(|side| section.number(side))),
        "page_numbers" => TextPoint::PageNumbers,
        "lists" => TextPoint::Lists(least(section)),
        "no_false_lists" => TextPoint::NoFalseLists,
        "table_headers" => TextPoint::TableHeaders(least_or_none(section)),
        "language" => TextPoint::Language(section.language("language").code().to_owned()),
        "alt_texts" => TextPoint::AltTexts(least_or_none(section)),
        "no_empty_lines" => TextPoint::NoEmptyLines,
        _ => TextPoint::Holds(section.text("words")),
    })
}

fn read_sheet_point(section: &Section<'_>) -> Option<Asked> {
    let look = word(section, &IN_WORKBOOKS)?;
    if look == "sheet_named" {
        return Some(Asked::Sheet(None, SheetPoint::SheetNamed(section.text("sheet"))));
    }
    let sheet = section.text_or_none("sheet");
    let point = match look {
        "header_row" => SheetPoint::HeaderRow,
        "formulas" => SheetPoint::Formulas(cells(section)?),
        "function" => {
            let range = if section.has("cells") { Some(cells(section)?) } else { None };
            SheetPoint::Function(function(section), range)
        }
        "value" => SheetPoint::Value(cells(section)?, section.number("value")),
        "format" => {
            SheetPoint::Format(cells(section)?, section.choice("format", FormatAsked::parse, &FormatAsked::WORDS)?)
        }
        _ => SheetPoint::Charts(least(section)),
    };
    Some(Asked::Sheet(sheet, point))
}

fn cells(section: &Section<'_>) -> Option<Range> {
    let written = section.text("cells");
    let range = Range::parse(&written);
    if range.is_none() && !written.is_empty() {
        section.fault("cells", Reason::Form { key: "cells".to_owned(), value: written });
    }
    range
}

/// Files keep the English names of functions, whatever the language of the spreadsheet.
fn function(section: &Section<'_>) -> String {
    let name = section.text("function");
    if !name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.') {
        section.fault("function", Reason::Form { key: "function".to_owned(), value: name.clone() });
    }
    name
}
