use std::io::Write;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::{SheetError, WriteRows};

/// The most rows of a sheet (Excel specifications and limits, Microsoft).
const ROWS: u32 = 1_048_576;
/// The most columns of a sheet.
const COLUMNS: usize = 16_384;
/// The most characters of a cell, in units of UTF-16.
const LONGEST: usize = 32_767;

/// How a workbook is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout<'a> {
    /// The name of the sheet. What a sheet cannot be called is left out of it.
    pub name: &'a str,
    /// The first column stands at the right.
    pub right_to_left: bool,
}

/// A small workbook as bytes: the first row is its head, and numbers can be reckoned with.
///
/// # Errors
/// What the writer says.
pub fn workbook(layout: &Layout<'_>, rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, SheetError> {
    let mut bytes = vec![];
    let mut writer = XlsxWriter::new(&mut bytes, layout)?.with_figures();
    for row in rows {
        writer.write_row(&row.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    Box::new(writer).finish()?;
    Ok(bytes)
}

/// Writes a workbook in the memory of one row: the rows wait in a temporary file until [`WriteRows::finish`] packs them.
///
/// The first row is the header: bold, and always in sight. Every cell is text, so that a phone keeps its zero and nothing is
/// a formula. Beyond 1 048 576 rows another sheet begins, with the same header.
pub struct XlsxWriter<W> {
    output: W,
    book: Workbook,
    name: String,
    right_to_left: bool,
    header: Vec<String>,
    text: Format,
    bold: Format,
    sheets: usize,
    next: u32,
    written: u64,
    most: u32,
    figures: bool,
}

impl<W: Write + Send> XlsxWriter<W> {
    /// Writes to `output`, all at the end.
    ///
    /// # Errors
    /// A temporary folder that cannot be written to.
    pub fn new(output: W, layout: &Layout<'_>) -> Result<Self, SheetError> {
        let mut writer = XlsxWriter {
            output,
            book: Workbook::new(),
            name: sheet_name(layout.name),
            right_to_left: layout.right_to_left,
            header: Vec::new(),
            text: Format::new().set_num_format("@"),
            bold: Format::new().set_num_format("@").set_bold(),
            sheets: 0,
            next: 0,
            written: 0,
            most: ROWS,
            figures: false,
        };
        writer.begin_sheet()?;
        Ok(writer)
    }

    /// The same with fewer rows on each sheet.
    pub fn rows_of_a_sheet(mut self, most: u32) -> Self {
        self.most = most.clamp(2, ROWS);
        self
    }

    /// The same with numbers that can be reckoned with: below the header and after the first column, a cell that is a plain number
    /// is one.
    pub fn with_figures(mut self) -> Self {
        self.figures = true;
        self
    }

    fn begin_sheet(&mut self) -> Result<(), SheetError> {
        let name = if self.sheets == 0 { self.name.clone() } else { format!("{} {}", self.name, self.sheets + 1) };
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(unwritten)?;
        sheet.set_name(name).map_err(unwritten)?;
        sheet.set_right_to_left(self.right_to_left);
        sheet.set_freeze_panes(1, 0).map_err(unwritten)?;
        self.sheets += 1;
        self.next = 0;
        Ok(())
    }

    fn put(&mut self, cells: &[&str]) -> Result<(), SheetError> {
        let format = if self.next == 0 { &self.bold } else { &self.text };
        let sheet = self.book.worksheet_from_index(self.sheets - 1).map_err(unwritten)?;
        put_cells(sheet, self.next, cells, format, self.figures && self.next > 0).map_err(unwritten)?;
        self.next += 1;
        Ok(())
    }
}

fn put_cells(sheet: &mut Worksheet, row: u32, cells: &[&str], format: &Format, figures: bool) -> Result<(), XlsxError> {
    for (column, cell) in (0_u16..).zip(cells) {
        if let Some(number) = figure(cell).filter(|_| figures && column > 0) {
            sheet.write_number(row, column, number)?;
        } else if !cell.is_empty() {
            sheet.write_string_with_format(row, column, *cell, format)?;
        }
    }
    Ok(())
}

/// A number in plain digits: with a sign or a point, and nothing else.
fn figure(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit()) && digits.len() <= 15;
    let signs = plain && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    cell.parse().ok().filter(|_| signs)
}

impl<W: Write + Send> WriteRows for XlsxWriter<W> {
    fn write_row(&mut self, cells: &[&str]) -> Result<(), SheetError> {
        let too_long = cells.iter().any(|cell| cell.len() > LONGEST && cell.encode_utf16().count() > LONGEST);
        if too_long || cells.len() > COLUMNS {
            return Err(SheetError::DoesNotFit { row: self.written + 1 });
        }
        if self.written == 0 {
            self.header = cells.iter().map(|cell| (*cell).to_owned()).collect();
        }
        if self.next == self.most {
            self.begin_sheet()?;
            let header = self.header.clone();
            self.put(&header.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        self.put(cells)?;
        self.written += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), SheetError> {
        self.book.save_to_writer(&mut self.output).map_err(unwritten)?;
        self.output.flush()?;
        Ok(())
    }
}

/// A name that a sheet may have: 31 units of UTF-16 at most, of which the number of a further sheet needs some.
fn sheet_name(name: &str) -> String {
    let allowed = name.chars().filter(|letter| !letter.is_control() && !"*?:[]\\/'".contains(*letter));
    let mut short = String::new();
    for letter in allowed {
        if short.encode_utf16().count() + letter.len_utf16() > 26 {
            break;
        }
        short.push(letter);
    }
    let short = short.trim();
    if short.is_empty() { "1".to_owned() } else { short.to_owned() }
}

fn unwritten(error: XlsxError) -> SheetError {
    match error {
        XlsxError::IoError(error) => SheetError::Io(error),
        other => SheetError::Unwritten(other.to_string()),
    }
}
