//! Rows from and to files: CSV, XLSX and vCard, read and written as a stream.
//!
//! [`Kind::of`] says what a file is. [`csv::CsvReader`], [`xlsx::Workbook::rows`] and [`vcard::VcardReader`] give [`Row`]s through [`Rows`], together with
//! what is wrong in the file; [`csv::CsvWriter`], [`xlsx::XlsxWriter`] and [`vcard::VcardWriter`] take them through [`WriteRows`]. Between them, [`Header`] and
//! [`Mapping`] understand the first row, and [`clean`] takes out of a cell what nobody sees.
//!
//! The crate knows no database, no pages and no texts: errors are values with a line and a column, of which the caller makes sentences.

mod clean;
pub mod csv;
mod encoding;
mod fault;
mod header;
mod kind;
pub mod mapping;
mod row;
mod source;
pub mod vcard;
pub mod xlsx;

pub use self::{
    clean::{Cleaned, Removed, clean},
    encoding::{Doubt, Encoding},
    fault::{Bomb, Fault, FaultKind, Limits, SheetError},
    header::{Fit, Header, HeaderFault},
    kind::{Foreign, Kind},
    mapping::{Field, Guess, Mapping},
    row::{Nature, Position, Row, Rows, Step, WriteRows},
};
