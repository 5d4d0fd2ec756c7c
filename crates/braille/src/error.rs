//! What can be wrong, in words for the log; the pages choose their own.

use crate::{Grade, SizeError};

/// Why there is no braille.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The library is not on this computer.
    #[error("liblouis was not found ({tried}); Debian: apt-get install liblouis20 liblouis-data")]
    Absent {
        /// What was looked for, and what the system said.
        tried: String,
    },
    /// A table is missing or cannot be read.
    #[error("the braille table {name} cannot be used: {cause}")]
    Table {
        /// The file.
        name: String,
        /// What liblouis said.
        cause: String,
    },
    /// A code of eight dots on six-dot paper.
    #[error("{grade:?} has eight dots, and a BRF file holds six")]
    EightDots {
        /// The code that was asked for.
        grade: Grade,
    },
    /// A page of a size that is not made.
    #[error(transparent)]
    Size(#[from] SizeError),
    /// The file or connection that the pages are written to.
    #[error("the braille file cannot be written")]
    Write(#[from] std::io::Error),
}
