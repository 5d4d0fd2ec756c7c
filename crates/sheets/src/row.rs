use std::io;

use crate::{Fault, SheetError};

/// Where a row stands in its file. Lines and records count from 1, bytes from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Number of the record: the header row is 1. Refused rows count.
    pub record: u64,
    /// The line on which the row begins; in a workbook, the number of the row.
    pub line: u64,
    /// Offset of its first byte in the file as it is stored. Always 0 in a workbook.
    pub byte: u64,
}

impl Position {
    /// The beginning of a file.
    pub const START: Position = Position { record: 1, line: 1, byte: 0 };
}

/// What the file says a cell is. A CSV file and a vCard only know text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nature {
    /// Text, or nothing.
    #[default]
    Text,
    /// A number. A phone that was stored like this has lost its leading zero.
    Number,
    /// A date, a moment or a time, given as `2026-11-27`, `2026-11-27 08:30:00` or `08:30:00`.
    Date,
    /// A duration, given as `26:30:00` (hours, minutes, seconds).
    Duration,
    /// Yes or no, given as `TRUE` or `FALSE`.
    Truth,
    /// A formula that failed, given as the spreadsheet shows it: `#N/A`.
    Error,
}

/// One row of cells. It is filled again and again, so that reading does not allocate.
#[derive(Clone, Debug, Default)]
pub struct Row {
    text: String,
    ends: Vec<usize>,
    natures: Vec<Nature>,
    position: Option<Position>,
}

impl Row {
    /// An empty row, to be filled by a reader.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True without any cell.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a cell, counted from 0; nothing beyond the last one.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = if index == 0 { 0 } else { *self.ends.get(index - 1)? };
        self.text.get(start..end)
    }

    /// What the file says the cell is; text beyond the last one.
    pub fn nature(&self, index: usize) -> Nature {
        self.natures.get(index).copied().unwrap_or_default()
    }

    /// The cells in their order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// True if every cell is empty or blank.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where the row begins in its file.
    pub fn position(&self) -> Position {
        self.position.unwrap_or(Position::START)
    }

    pub(crate) fn begin(&mut self, position: Position) {
        self.text.clear();
        self.ends.clear();
        self.natures.clear();
        self.position = Some(position);
    }

    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.close(Nature::Text);
    }

    /// The text being built. [`Row::close`] makes a cell of what was added.
    pub(crate) fn open(&mut self) -> &mut String {
        &mut self.text
    }

    pub(crate) fn close(&mut self, nature: Nature) {
        if nature != Nature::Text {
            self.natures.resize(self.ends.len(), Nature::Text);
            self.natures.push(nature);
        }
        self.ends.push(self.text.len());
    }
}

/// What a reader met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A row. It is in the [`Row`] that was handed over.
    Row,
    /// A row that cannot be taken. The [`Row`] holds its place and, in one cell, its raw text (at most 4 KiB). Reading goes on.
    Refused(Fault),
    /// The file is read.
    End,
}

/// A file that gives rows, one after the other.
pub trait Rows {
    /// Fills `row` with what comes next.
    ///
    /// # Errors
    /// Only what ends the reading of the whole file; what is wrong in one row is [`Step::Refused`].
    fn next_row(&mut self, row: &mut Row) -> Result<Step, SheetError>;

    /// Where the next row will be looked for. Kept with what was imported, it allows to go on after an interruption.
    fn position(&self) -> Position;
}

/// A destination of rows.
pub trait WriteRows {
    /// Writes one row.
    ///
    /// # Errors
    /// The destination's, or a row that the format cannot hold.
    fn write_row(&mut self, cells: &[&str]) -> Result<(), SheetError>;

    /// Writes what is left. A file that was not finished is not a file.
    ///
    /// # Errors
    /// The destination's.
    fn finish(self: Box<Self>) -> Result<(), SheetError>;
}

/// The longest raw text kept of a refused row, in bytes.
const RAW: usize = 4096;

/// Puts the raw text of a refused row in its place.
pub(crate) fn refuse(row: &mut Row, position: Position, raw: &str) {
    let mut end = raw.len().min(RAW);
    while !raw.is_char_boundary(end) {
        end -= 1;
    }
    row.begin(position);
    row.push(raw.get(..end).unwrap_or_default().trim_end_matches(['\r', '\n']));
}

impl From<io::Error> for SheetError {
    fn from(error: io::Error) -> Self {
        SheetError::Io(error)
    }
}
