//! Tables of a page.

use ::braille::{Table, Text};
use words::Lang;

use super::reading::{Reading, is_left_out, lang_of};
use super::tree::Element;

/// The most columns that one cell is believed to span.
const WIDEST: usize = 50;

/// A table with its caption, its headers and its rows, those of the foot last.
pub(super) fn table(reading: &Reading<'_>, table: &Element, lang: Lang) -> Table {
    let mut read = Table::default();
    let mut foot = vec![];
    for part in table.elements().filter(|part| !is_left_out(part)) {
        let lang = lang_of(part, lang);
        match part.name.as_str() {
            "caption" => read.caption = reading.flat(&part.children, lang),
            "thead" => {
                let mut rows = part.elements().filter(|row| row.name == "tr");
                read.head = rows.next().map(|head| row(reading, head, lang)).unwrap_or_default();
                read.rows.extend(rows.map(|line| row(reading, line, lang)));
            }
            "tfoot" => foot.extend(part.elements().map(|line| row(reading, line, lang))),
            "tbody" => read.rows.extend(part.elements().map(|line| row(reading, line, lang))),
            "tr" if read.head.is_empty() && read.rows.is_empty() && part.elements().all(|cell| cell.name == "th") => {
                read.head = row(reading, part, lang);
            }
            "tr" => read.rows.push(row(reading, part, lang)),
            _ => {}
        }
    }
    read.rows.extend(foot);
    read
}

fn row(reading: &Reading<'_>, row: &Element, lang: Lang) -> Vec<Text> {
    let mut cells = vec![];
    for cell in row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")) {
        cells.push(reading.flat(&cell.children, lang_of(cell, lang)));
        let span: usize = cell.get("colspan").and_then(|span| span.parse().ok()).unwrap_or(1);
        cells.extend((1..span.min(WIDEST)).map(|_| Text::default()));
    }
    cells
}
