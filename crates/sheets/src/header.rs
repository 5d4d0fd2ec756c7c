//! The header row, and what is wrong with it.

use std::collections::HashMap;

use crate::{Row, clean, mapping::fold};

/// The names of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The names, cleaned. An empty one may stand between others.
    pub names: Vec<String>,
    /// What is wrong, column by column.
    pub faults: Vec<HeaderFault>,
}

/// What can be wrong with a column of the header, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderFault {
    /// A column without a name.
    Unnamed(usize),
    /// A column with the name of another one before, but for case, accents and signs.
    Repeated {
        /// The column.
        column: usize,
        /// The one before.
        first: usize,
    },
}

/// How a row fits its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// As many cells as names, or more that are all empty.
    Whole,
    /// Fewer cells than names: how many are missing.
    Short(usize),
    /// More cells than names, with something in them: how many.
    Long(usize),
}

impl Header {
    /// Reads the header from the first row.
    pub fn of(row: &Row) -> Header {
        let names: Vec<String> = row.cells().map(|cell| clean(cell).text.into_owned()).collect();
        let used = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        let mut faults = Vec::new();
        let mut firsts = HashMap::new();
        for (column, name) in names.iter().take(used).enumerate() {
            let folded = fold(name);
            if name.is_empty() {
                faults.push(HeaderFault::Unnamed(column));
            } else if let Some(first) = firsts.get(&folded) {
                faults.push(HeaderFault::Repeated { column, first: *first });
            } else {
                firsts.insert(folded, column);
            }
        }
        Header { names: names.into_iter().take(used).collect(), faults }
    }

    /// Says whether a row has a cell for each name.
    pub fn fit(&self, row: &Row) -> Fit {
        let used = (0..row.len()).rev().find(|at| row.get(*at).is_some_and(|cell| !cell.trim().is_empty()));
        let filled = used.map_or(0, |last| last + 1);
        if filled > self.names.len() {
            Fit::Long(filled - self.names.len())
        } else if row.len() < self.names.len() {
            Fit::Short(self.names.len() - row.len())
        } else {
            Fit::Whole
        }
    }
}
