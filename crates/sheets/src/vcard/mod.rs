//! vCard: address books of phones, mail programs and spreadsheets (versions 2.1, 3.0 of RFC 2426 and 4.0 of RFC 6350).

mod card;
mod lines;
mod property;
mod read;
mod write;

pub use self::{card::COLUMNS, read::VcardReader, write::VcardWriter};
