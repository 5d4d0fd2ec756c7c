//! The points of workbooks.

use super::{FormatAsked, Note, SheetPoint};
use crate::lab::documents::workbook::{
    Cell, NumberFormat, Place, Range, Sheet, Value, Workbook, functions, looks_at_cells,
};

/// How far a number may be from what is asked.
const NEAR: f64 = 0.005;

/// Where a point is missing; nothing when the workbook has it.
pub(super) fn missing(book: &Workbook, name: Option<&str>, point: &SheetPoint) -> Vec<Note> {
    match point {
        SheetPoint::SheetNamed(wanted) => {
            let found = book.sheet(Some(wanted)).is_some();
            if found { vec![] } else { vec![Note::new("documents-note-sheet").words("name", wanted)] }
        }
        SheetPoint::Charts(least) => charts(book, *least),
        point => match book.sheet(name) {
            Some(sheet) => in_sheet(sheet, point),
            None => vec![Note::new("documents-note-sheet").words("name", name.unwrap_or_default())],
        },
    }
}

fn in_sheet(sheet: &Sheet, point: &SheetPoint) -> Vec<Note> {
    match point {
        SheetPoint::HeaderRow => header_row(sheet),
        SheetPoint::Formulas(range) => range.cells().filter_map(|place| formula(sheet, place)).collect(),
        SheetPoint::Function(name, range) => function(sheet, name, *range),
        SheetPoint::Value(range, asked) => range.cells().filter_map(|place| value(sheet, place, *asked)).collect(),
        SheetPoint::Format(range, asked) => range.cells().filter_map(|place| format(sheet, place, *asked)).collect(),
        SheetPoint::SheetNamed(_) | SheetPoint::Charts(_) => vec![],
    }
}

fn charts(book: &Workbook, least: usize) -> Vec<Note> {
    let too_few = Note::new("documents-note-charts").number("found", book.charts).number("least", least);
    let untitled = Note::new("documents-note-chart-title").number("count", book.charts - book.titled_charts);
    let notes = [(book.charts < least, too_few), (book.titled_charts < book.charts, untitled)];
    notes.into_iter().filter_map(|(missing, note)| missing.then_some(note)).collect()
}

/// The first row that holds something: every cell of it a text, in bold.
fn header_row(sheet: &Sheet) -> Vec<Note> {
    let Some(first) = sheet.cells.keys().map(|place| place.row).min() else {
        return vec![Note::new("documents-note-empty-sheet")];
    };
    let row = sheet.cells.iter().filter(|(place, _)| place.row == first);
    let note = |(place, cell): (&Place, &Cell)| match &cell.value {
        Value::Text(_) if cell.bold => None,
        Value::Text(_) => Some(Note::new("documents-note-header-bold").code("cell", place)),
        _ => Some(Note::new("documents-note-header-text").code("cell", place)),
    };
    row.filter_map(note).collect()
}

fn formula(sheet: &Sheet, place: Place) -> Option<Note> {
    let cell = sheet.cells.get(&place);
    match cell.and_then(|cell| cell.formula.as_deref()) {
        Some(formula) if !looks_at_cells(formula) => {
            Some(Note::new("documents-note-typed-formula").code("cell", place).code("formula", format!("={formula}")))
        }
        Some(_) => match cell.map(|cell| &cell.value) {
            Some(Value::Error(error)) => {
                Some(Note::new("documents-note-error").code("cell", place).code("error", error))
            }
            _ => None,
        },
        None => Some(match cell.map(|cell| &cell.value) {
            None | Some(Value::Empty) => Note::new("documents-note-no-formula").code("cell", place),
            Some(_) => Note::new("documents-note-typed").code("cell", place),
        }),
    }
}

/// In a range, every cell that calls the function is counted; anywhere, one is enough.
fn function(sheet: &Sheet, name: &str, range: Option<Range>) -> Vec<Note> {
    let calls = |place: &Place| {
        let formula = sheet.cells.get(place).and_then(|cell| cell.formula.as_deref()).unwrap_or_default();
        functions(formula).iter().any(|own| own == name)
    };
    match range {
        None if sheet.cells.keys().any(calls) => vec![],
        None => vec![Note::new("documents-note-function").code("name", name)],
        Some(range) => {
            let without = range.cells().filter(|place| !calls(place));
            without
                .map(|place| Note::new("documents-note-function-in").code("name", name).code("cell", place))
                .collect()
        }
    }
}

fn value(sheet: &Sheet, place: Place, asked: f64) -> Option<Note> {
    let found = sheet.cells.get(&place).map(|cell| &cell.value);
    match found {
        Some(Value::Number(number)) if (number - asked).abs() <= NEAR => None,
        Some(Value::Number(number)) => {
            Some(Note::new("documents-note-value").code("cell", place).code("found", number).code("asked", asked))
        }
        _ => Some(Note::new("documents-note-no-value").code("cell", place).code("asked", asked)),
    }
}

fn format(sheet: &Sheet, place: Place, asked: FormatAsked) -> Option<Note> {
    let Some(cell) = sheet.cells.get(&place) else {
        return Some(Note::new("documents-note-empty-cell").code("cell", place));
    };
    let right = match asked {
        FormatAsked::Currency => cell.format == NumberFormat::Currency,
        FormatAsked::Percent => cell.format == NumberFormat::Percent,
        FormatAsked::Date => cell.format == NumberFormat::Date,
        FormatAsked::TwoDecimals => {
            matches!(cell.format, NumberFormat::Number { decimals: 2 } | NumberFormat::Currency)
        }
    };
    let key = match asked {
        FormatAsked::Currency => "documents-note-currency",
        FormatAsked::Percent => "documents-note-percent",
        FormatAsked::Date => "documents-note-date",
        FormatAsked::TwoDecimals => "documents-note-decimals",
    };
    (!right).then(|| Note::new(key).code("cell", place))
}
