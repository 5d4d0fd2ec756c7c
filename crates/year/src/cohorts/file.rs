//! Reading a list of trainees from a CSV file or a workbook, and recognising its columns.

use std::io::Cursor;

use ::web::{Check, Fields};
use desk::clients::Day;
use names::fold::fold;
use serde::{Deserialize, Serialize};
use sheets::csv::{CsvReader, sniff};
use sheets::mapping::Mapping;
use sheets::xlsx::Workbook;
use sheets::{Foreign, Kind, Limits, Row, Rows, SheetError, Step};
use words::{Lang, Talk};

use super::{NAMES, NewTrainee, read_trainee};

/// The most lines of a list.
pub(super) const MOST_LINES: usize = 2_000;

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// Its line in the file, from 1.
    pub line: i64,
    /// Its cells.
    pub cells: Vec<String>,
    /// True when the file is damaged here: the cells say nothing.
    pub broken: bool,
}

/// A list as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The field that each column seems to fill; nothing for none.
    pub columns: Vec<String>,
    pub lines: Vec<Line>,
}

/// The fields that a column can fill, in the order of the choice.
pub(super) const FIELDS: [&str; 6] = ["number", NAMES[0], NAMES[1], NAMES[2], NAMES[3], "birth_date"];

/// The text key of a field's label.
pub(super) fn label_of(field: &str) -> &'static str {
    match field {
        "number" => "cohorts-number",
        "family_latin" => "cohorts-family-latin",
        "given_latin" => "cohorts-given-latin",
        "family_arabic" => "cohorts-family-arabic",
        "given_arabic" => "cohorts-given-arabic",
        _ => "cohorts-birth",
    }
}

/// Why a list cannot be read, as the key of a sentence.
pub(super) fn refused(error: &SheetError) -> &'static str {
    match error {
        SheetError::Empty => "cohorts-import-empty",
        SheetError::Foreign(_) => "cohorts-import-foreign",
        SheetError::Bomb(_) => "cohorts-import-large",
        _ => "cohorts-import-damaged",
    }
}

/// Reads a whole file.
///
/// # Errors
/// What is wrong with it as a whole; [`SheetError::Empty`] when it has a header only.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Read, SheetError> {
    let mut source = Cursor::new(bytes);
    let (mut header, mut lines) = (Vec::new(), Vec::new());
    let mut take = |row: &Row, step: &Step| {
        let broken = matches!(step, Step::Refused(_));
        let cells: Vec<String> = row.cells().map(|cell| sheets::clean(cell).text.into_owned()).collect();
        if header.is_empty() {
            header = cells;
        } else if broken || cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(Line { line: i64::try_from(row.position().line).unwrap_or(0), cells, broken });
        }
        lines.len() <= MOST_LINES
    };
    match Kind::of(&mut source, name)? {
        Kind::Csv => {
            let dialect = sniff(&mut source)?.dialect;
            all(&mut CsvReader::new(source, dialect, Limits::default()), &mut take)?;
        }
        Kind::Xlsx => {
            let mut book = Workbook::open(source, Limits::default())?;
            let first = book.sheets().into_iter().next().map(|sheet| sheet.name).ok_or(SheetError::Empty)?;
            all(&mut book.rows(&first)?, &mut take)?;
        }
        Kind::Vcard => return Err(SheetError::Foreign(Foreign::Unknown)),
    }
    if lines.is_empty() {
        return Err(SheetError::Empty);
    }
    let columns = guess(&header, &lines);
    Ok(Read { header, columns, lines })
}

fn all(rows: &mut impl Rows, take: &mut impl FnMut(&Row, &Step) -> bool) -> Result<(), SheetError> {
    let mut row = Row::new();
    loop {
        let step = rows.next_row(&mut row)?;
        if step == Step::End || !take(&row, &step) {
            return Ok(());
        }
    }
}

/// Words that stand over a column of numbers of the register, folded.
const NUMBERS: [&str; 11] = [
    "number",
    "numero",
    "n",
    "no",
    "matricule",
    "numero d inscription",
    "n d inscription",
    "n dinscription",
    "registration number",
    "رقم التسجيل",
    "الرقم",
];

/// The field of each column: by our own labels in the three languages, then by what the words and values say.
fn guess(header: &[String], lines: &[Line]) -> Vec<String> {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let values: Vec<Vec<&str>> =
        lines.iter().take(50).map(|line| line.cells.iter().map(String::as_str).collect()).collect();
    let guessed = Mapping::guess(&names, &values).columns;
    let mut columns: Vec<String> = header.iter().map(|name| named(name)).collect();
    for (at, guess) in guessed.iter().enumerate() {
        let Some(name) = guess.map(|guess| guess.field.name()).filter(|name| FIELDS.contains(name)) else { continue };
        let free = !columns.iter().any(|field| field == name);
        if let Some(column) = columns.get_mut(at).filter(|column| column.is_empty() && free) {
            name.clone_into(column);
        }
    }
    columns
}

fn named(column: &str) -> String {
    let bare = |text: &str| fold(text).replace(['°', '’', '\''], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let sought = bare(column);
    let says = |field: &&&str| {
        let labels = Lang::ALL.map(|lang| bare(&Talk { lang, short: false }.t(label_of(field))));
        **field == column.trim()
            || labels.contains(&sought)
            || (**field == "number" && NUMBERS.contains(&sought.as_str()))
    };
    FIELDS.iter().find(says).map_or_else(String::new, |field| (*field).to_owned())
}

/// The fields that a line fills.
pub(super) fn fields(line: &Line, columns: &[String]) -> Fields {
    let mut fields = Fields::default();
    for (cell, field) in line.cells.iter().zip(columns).filter(|(_, field)| !field.is_empty()) {
        // A workbook writes a day with its midnight.
        let day = if cell.contains(':') { cell.split_whitespace().next() } else { None };
        fields.set(field, day.filter(|_| field == "birth_date").unwrap_or(cell));
    }
    fields
}

/// The person of a line, or what is wrong with it.
pub(super) fn person(fields: &Fields, today: Day) -> Result<NewTrainee, Vec<::web::FieldError>> {
    let mut check = Check::new(fields);
    let read = read_trainee(&mut check, fields, today);
    read.ok_or(check.errors)
}
