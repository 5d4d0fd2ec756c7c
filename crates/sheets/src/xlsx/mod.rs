//! Workbooks: reading within bounds, writing as a stream.

mod inspect;
mod read;
mod value;
mod write;

pub use self::{
    read::{Merged, Sheet, Workbook, XlsxRows},
    write::{Layout, XlsxWriter, workbook},
};

/// The media type of a workbook.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
