//! Braille for paper and for reading lines: texts in French, Arabic and English become cells, lines and pages.
//!
//! A [`Sheet`] says what a document holds: headings, paragraphs, lists, tables, each text with its language. [`write`]
//! lays it out for an [`Edition`] (a braille code per language, a page of so many cells and lines) and hands the pages to
//! a [`Sink`]: [`Brf`] and [`Pef`] write the two file formats, a `Vec<Page>` keeps them for a page on the screen.
//!
//! The cells come from the tables of liblouis, a library that is looked for when the first text is translated. Without it
//! every call answers [`Error::Absent`] and nothing else changes ([ADR 0010]).
//!
//! No letter is ever dropped: a character that the table of its script does not know stands in the text as its code point,
//! `[U+0416]`, and in the [`Report`].
//!
//! The crate knows no web page and no database.
//!
//! [ADR 0010]: ../../docs/adr/0010-liblouis-at-run-time.md

mod brf;
mod error;
mod flow;
mod grade;
mod layout;
mod louis;
mod pages;
mod pef;
mod sheet;
mod size;
mod table;
mod translate;
mod writing;

pub use brf::{Brf, ascii};
pub use error::Error;
pub use grade::{Grade, Grades};
pub use layout::{Edition, write};
pub use louis::Louis;
pub use pages::{Line, Lost, Numbers, Page, Report, Sink};
pub use pef::{Meta, Pef};
pub use sheet::{Block, Item, Sheet, Span, Table, Text};
pub use size::{Size, SizeError};
pub use writing::Writing;

/// What everything here answers with.
pub type Result<T> = std::result::Result<T, Error>;

/// Cells as Unicode braille patterns: bit 0 of a cell is dot 1, bit 7 is dot 8.
#[must_use]
pub fn patterns(cells: &[u8]) -> String {
    cells.iter().map(|cell| char::from_u32(0x2800 + u32::from(*cell)).unwrap_or(' ')).collect()
}
