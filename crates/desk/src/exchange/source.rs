//! Opening a file: what it is, what its columns are called, and its rows from a given place on.

use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};
use std::path::Path;

use names::fold::fold;
use sheets::csv::{CsvReader, Dialect, sniff, sniff_as};
use sheets::mapping::Mapping;
use sheets::vcard::{COLUMNS, VcardReader};
use sheets::xlsx::Workbook;
use sheets::{Doubt, Encoding, Limits, Position, Row, Rows, SheetError, Step};
use words::{Lang, Talk};

use super::Plan;
use super::plan::{Kind, Unsure};
use crate::clients::{CustomField, Customs, FIELDS, label_of};

/// Rows that are looked at to guess what a column holds.
const SAMPLE: usize = 50;

/// A file that was looked at.
#[derive(Clone, Debug)]
pub struct Opened {
    /// How it would be read.
    pub plan: Plan,
    /// Why the encoding may be wrong.
    pub doubts: Vec<Doubt>,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
}

/// What a person says of a file instead of the guess; empty texts leave the guess.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The name of the encoding.
    pub encoding: String,
    /// What stands between two cells.
    pub delimiter: Option<char>,
    /// The sheet of a workbook.
    pub sheet: String,
}

/// Looks at a file and proposes how to read it.
///
/// # Errors
/// What is wrong with the file as a whole, or with it as it was said to be read: [`SheetError::WrongEncoding`] and
/// [`SheetError::NoSheet`] among them.
pub fn inspect(path: &Path, name: &str, said: &Said, own: &Customs, lang: Lang) -> Result<Opened, SheetError> {
    let mut file = BufReader::new(File::open(path)?);
    let kind = sheets::Kind::of(&mut file, name)?;
    let (mut plan, doubts) = match kind {
        sheets::Kind::Csv => {
            let sniffed = match Encoding::named(&said.encoding) {
                Some(encoding) => sniff_as(&mut file, encoding)?,
                None => sniff(&mut file)?,
            };
            let mut plan = Plan::new(Kind::Csv, vec![], vec![], lang);
            plan.encoding = sniffed.dialect.encoding.name().to_owned();
            plan.doubts = sniffed.doubts.iter().copied().map(Unsure::of).collect();
            plan.delimiter = said.delimiter.unwrap_or(char::from(sniffed.dialect.delimiter));
            (plan, sniffed.doubts)
        }
        sheets::Kind::Vcard => (Plan::new(Kind::Vcard, vec![], vec![], lang), vec![]),
        sheets::Kind::Xlsx => {
            let book = Workbook::open(file, Limits::default())?;
            let mut plan = Plan::new(Kind::Xlsx, vec![], vec![], lang);
            plan.sheets = book.sheets().into_iter().map(|sheet| sheet.name).collect();
            plan.sheet = sheet(&plan.sheets, &said.sheet)?;
            (plan, vec![])
        }
    };
    let mut head: Vec<Vec<String>> = vec![];
    read(path, &plan, None, |row, step, _| {
        if step == Step::Row {
            head.push(row.cells().map(str::to_owned).collect());
        }
        head.len() <= SAMPLE
    })?;
    if head.is_empty() {
        return Err(SheetError::Empty);
    }
    if plan.kind == Kind::Vcard {
        plan.columns = COLUMNS.iter().map(|name| (*name).to_owned()).collect();
        plan.fields =
            plan.columns.iter().map(|name| if is_field(name) { name.clone() } else { String::new() }).collect();
        return Ok(Opened { plan, doubts, sample: head });
    }
    let columns: Vec<String> = head.remove(0).iter().map(|name| sheets::clean(name).text.into_owned()).collect();
    plan.fields = guess(&columns, &head, own);
    plan.columns = columns;
    Ok(Opened { plan, doubts, sample: head })
}

/// The sheet that was said, or the first one.
fn sheet(names: &[String], said: &str) -> Result<String, SheetError> {
    let found = if said.is_empty() { names.first() } else { names.iter().find(|name| *name == said) };
    found.cloned().ok_or_else(|| SheetError::NoSheet(said.to_owned()))
}

/// True for what a column can fill, but for the centre's own fields.
pub(super) fn is_field(name: &str) -> bool {
    name == "full_name" || FIELDS.contains(&name)
}

/// The fields that the columns seem to fill. Names that our own forms and exports use, those of the centre's fields among them,
/// are certain; the others are guessed from name and values. A field stands at one column at most.
fn guess(columns: &[String], sample: &[Vec<String>], own: &Customs) -> Vec<String> {
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let values: Vec<Vec<&str>> = sample.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let guessed = Mapping::guess(&names, &values).columns;
    let mut fields: Vec<String> = names.iter().map(|name| named(name, own).unwrap_or_default()).collect();
    for (at, guess) in guessed.iter().enumerate() {
        let Some(name) = guess.map(|guess| guess.field.name()) else { continue };
        let free = !fields.iter().any(|field| field == name);
        if let Some(field) = fields.get_mut(at).filter(|field| field.is_empty() && free) {
            name.clone_into(field);
        }
    }
    fields
}

/// The field whose label in one of the three languages is the name of a column.
fn named(column: &str, own: &Customs) -> Option<String> {
    let sought = fold(column);
    let labels = |key: &str| Lang::ALL.map(|lang| fold(&Talk { lang, short: false }.t(key)));
    let custom = own.active().find(|field| Lang::ALL.into_iter().any(|lang| fold(field.label(lang)) == sought));
    let built_in = FIELDS.iter().find(|field| labels(label_of(field)).contains(&sought));
    custom.map(CustomField::name).or_else(|| built_in.map(|field| (*field).to_owned())).filter(|_| !sought.is_empty())
}

/// Hands every row on with the place after it, the header first when `from` is nothing, until `take` says that it is enough.
///
/// # Errors
/// What ends the reading of the file.
pub(super) fn read(
    path: &Path,
    plan: &Plan,
    from: Option<Position>,
    take: impl FnMut(&Row, Step, Position) -> bool,
) -> Result<(), SheetError> {
    let mut file = BufReader::with_capacity(1 << 17, File::open(path)?);
    match plan.kind {
        Kind::Csv => {
            let encoding = Encoding::named(&plan.encoding).unwrap_or(Encoding::Utf8);
            let delimiter = u8::try_from(plan.delimiter).unwrap_or(b';');
            let dialect = Dialect { encoding, delimiter };
            let mut rows = match from {
                Some(at) => CsvReader::resume(file, dialect, Limits::default(), at)?,
                None => CsvReader::new(file, dialect, Limits::default()),
            };
            all(&mut rows, take)
        }
        Kind::Vcard => {
            file.seek(SeekFrom::Start(0))?;
            let mut rows = match from {
                Some(at) => VcardReader::resume(file, Limits::default(), at)?,
                None => VcardReader::new(file, Limits::default())?,
            };
            all(&mut rows, take)
        }
        Kind::Xlsx => {
            let mut book = Workbook::open(file, Limits::default())?;
            let mut rows = book.rows(&plan.sheet)?;
            after(&mut rows, from)?;
            all(&mut rows, take)
        }
    }
}

/// Goes to a place in a workbook, which is read from its beginning.
fn after(rows: &mut impl Rows, from: Option<Position>) -> Result<(), SheetError> {
    let Some(from) = from else { return Ok(()) };
    let mut row = Row::new();
    while rows.position().record < from.record {
        if rows.next_row(&mut row)? == Step::End {
            break;
        }
    }
    Ok(())
}

fn all(rows: &mut impl Rows, mut take: impl FnMut(&Row, Step, Position) -> bool) -> Result<(), SheetError> {
    let mut row = Row::new();
    loop {
        let step = rows.next_row(&mut row)?;
        if step == Step::End || !take(&row, step, rows.position()) {
            return Ok(());
        }
    }
}
