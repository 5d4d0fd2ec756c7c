//! liblouis, looked for when the first text is translated.

mod calls;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use self::calls::Calls;
use crate::{Error, Grade, Result};

/// The names of the library, with the version of the interface that [`Calls`] is written for.
const NAMES: [&str; 3] = ["liblouis.so.20", "liblouis.20.dylib", "liblouis.dll"];

/// Where liblouis is. Cheap to clone; the library is opened at the first need and stays open.
#[derive(Clone, Debug)]
pub struct Louis {
    library: Option<OsString>,
    tables: Option<PathBuf>,
    calls: Arc<OnceLock<Calls>>,
}

/// A cell, and the place in the text of the character that it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub dots: u8,
    pub from: usize,
}

impl Louis {
    /// The library and the folder of tables that are named, or those of the system.
    #[must_use]
    pub fn at(library: Option<OsString>, tables: Option<PathBuf>) -> Self {
        Self { library, tables, calls: Arc::default() }
    }

    /// The library that `PLATEAU_LIBLOUIS` names, or the system's. Its tables are found by liblouis itself, which
    /// reads `LOUIS_TABLEPATH`.
    #[must_use]
    pub fn from_env() -> Self {
        Self::at(std::env::var_os("PLATEAU_LIBLOUIS").filter(|name| !name.is_empty()), None)
    }

    /// The version of the library.
    ///
    /// # Errors
    /// [`Error::Absent`].
    pub fn version(&self) -> Result<String> {
        Ok(self.calls()?.version())
    }

    /// Opens the library and these tables, so that what is missing is known before anything is written.
    ///
    /// # Errors
    /// [`Error::Absent`], [`Error::Table`].
    pub fn check(&self, grades: &[Grade]) -> Result<()> {
        let calls = self.calls()?;
        grades.iter().try_for_each(|grade| {
            let name = self.path(grade.table());
            calls.open_table(&name).map_err(|cause| Error::Table { name, cause })
        })
    }

    /// A text in cells, as dots (bit 0 is dot 1).
    ///
    /// This is the plain translation by one table: what the table does not know is lost here. [`write`](crate::write)
    /// cuts a text by script and loses nothing.
    ///
    /// # Errors
    /// [`Error::Absent`], [`Error::Table`].
    pub fn forward(&self, grade: Grade, text: &str) -> Result<Vec<u8>> {
        let text: Vec<char> = text.chars().collect();
        Ok(self.cells(grade, &text)?.iter().map(|cell| cell.dots).collect())
    }

    /// Cells read back as a text. Digits come as 0-9, which is how the pages write them in the three languages: Arabic
    /// braille has one sign for `3` and `٣`.
    ///
    /// # Errors
    /// [`Error::Absent`], [`Error::Table`].
    pub fn back(&self, grade: Grade, cells: &[u8]) -> Result<String> {
        let tables = format!("{},{}", self.path("unicode.dis"), self.path(grade.table()));
        let patterns: Vec<char> = crate::patterns(cells).chars().collect();
        let back = self.calls()?.back(&tables, &patterns);
        let text = back.map_err(|cause| Error::Table { name: grade.table().to_owned(), cause })?;
        Ok(text.into_iter().map(european).collect())
    }

    /// A text in cells. A character without cells in this table gives none, or a blank.
    pub(crate) fn cells(&self, grade: Grade, text: &[char]) -> Result<Vec<Cell>> {
        let name = self.path(grade.table());
        self.calls()?.forward(&name, text).map_err(|cause| Error::Table { name, cause })
    }

    fn calls(&self) -> Result<&Calls> {
        if let Some(calls) = self.calls.get() {
            return Ok(calls);
        }
        let names = match &self.library {
            Some(named) => vec![named.clone()],
            None => NAMES.map(OsString::from).to_vec(),
        };
        let mut tried = Vec::new();
        for name in names {
            match Calls::open(&name) {
                Ok(calls) => return Ok(self.calls.get_or_init(|| calls)),
                Err(cause) => tried.push(format!("{}: {cause}", name.display())),
            }
        }
        Err(Error::Absent { tried: tried.join("; ") })
    }

    fn path(&self, table: &str) -> String {
        match &self.tables {
            Some(folder) => folder.join(table).display().to_string(),
            None => table.to_owned(),
        }
    }
}

fn european(c: char) -> char {
    match c {
        '\u{0660}'..='\u{0669}' => char::from_u32(u32::from(c) - 0x0660 + 0x30).unwrap_or(c),
        _ => c,
    }
}
