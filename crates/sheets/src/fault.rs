use std::io;

use thiserror::Error;

use crate::{Encoding, kind::Foreign};

/// The bounds of a file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest cell, in bytes.
    pub cell: usize,
    /// The most cells of a row.
    pub columns: usize,
    /// The longest row, in bytes. A reader keeps about this much in memory.
    pub record: usize,
    /// The most rows of a sheet of a workbook.
    pub rows: u64,
    /// The most files inside a workbook.
    pub parts: usize,
    /// The most bytes of a workbook once it is unpacked.
    pub unpacked: u64,
    /// The most bytes of a workbook's shared texts once they are unpacked, and 48 for each of them: these stay in memory.
    pub shared: u64,
    /// How many times a workbook may grow when it is unpacked, once it is beyond 16 MiB.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            cell: 64 << 10,
            columns: 500,
            record: 2 << 20,
            rows: 1_048_576,
            parts: 2_000,
            unpacked: 2 << 30,
            shared: 160 << 20,
            ratio: 120,
        }
    }
}

/// Why a row is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The line of the fault, from 1.
    pub line: u64,
    /// The cell of the fault, from 0, if it is in one.
    pub column: Option<usize>,
}

/// What can be wrong with one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A quote opens on this line and does not close, or closes in the middle of a later row. Reading goes on with the next line.
    QuoteNotClosed,
    /// A quoted cell goes on after its closing quote. Reading goes on with the next line.
    StrayQuote,
    /// A cell is longer than the bound.
    CellTooLong,
    /// The row is longer than the bound. `until` is the line on which reading goes on.
    RowTooLong {
        /// The line on which reading goes on.
        until: u64,
    },
    /// More cells than the bound.
    TooManyColumns,
    /// Bytes that the encoding of the file does not have.
    NotInEncoding,
    /// A card of a vCard file that does not end, or a line in it that is no property.
    CardBroken,
}

/// What ends the reading or the writing of a whole file.
#[derive(Debug, Error)]
pub enum SheetError {
    /// The disk, the network or the pipe.
    #[error("the file cannot be read or written: {0}")]
    Io(#[source] io::Error),
    /// Nothing in it, or only blanks.
    #[error("the file is empty")]
    Empty,
    /// A file of another kind.
    #[error("the file is {0:?}, not CSV, XLSX or vCard")]
    Foreign(Foreign),
    /// The announced encoding is not that of the file.
    #[error("the file is not {announced:?}, rather {likely:?}; line {line}")]
    WrongEncoding {
        /// What was said.
        announced: Encoding,
        /// What it looks like.
        likely: Encoding,
        /// The first line that shows it.
        line: u64,
    },
    /// A workbook that would fill the memory or the disk.
    #[error("the workbook is larger than allowed: {0:?}")]
    Bomb(Bomb),
    /// A workbook that cannot be understood. The text is for the log.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// No sheet of this name.
    #[error("the workbook has no sheet {0}")]
    NoSheet(String),
    /// A row or a cell that a spreadsheet cannot hold.
    #[error("row {row} does not fit in a spreadsheet")]
    DoesNotFit {
        /// The row, from 1.
        row: u64,
    },
    /// A destination that was given to a writer and failed there. The text is for the log.
    #[error("the workbook cannot be written: {0}")]
    Unwritten(String),
}

/// What is too large in a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bomb {
    /// Too many files inside.
    Parts,
    /// Too many bytes once unpacked.
    Unpacked,
    /// Unpacked it is too many times as large as it was.
    Ratio,
    /// Too many shared texts, or too large a part of another kind: these stay in memory.
    SharedTexts,
    /// Too many styles of cells.
    Styles,
    /// One cell fills more than a row may have.
    Cell,
    /// More rows than the bound.
    Rows,
}
