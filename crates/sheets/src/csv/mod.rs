//! CSV: what it looks like, reading, writing.

mod dialect;
pub mod guard;
mod read;
mod scan;
mod write;

pub(crate) use self::scan::breaks;
pub use self::{
    dialect::{Dialect, Sniffed, delimiter, sniff, sniff_as},
    read::CsvReader,
    write::CsvWriter,
};
