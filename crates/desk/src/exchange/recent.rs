//! What the last lines of a run made, by reference and e-mail address: the index does not hold these yet, for the keys of many files
//! are written together.

use std::collections::HashMap;
use std::sync::Arc;

use names::PersonName;

use super::alike::{REMEMBERED, hashed};

/// The lines that made files whose keys are not written yet; in a dry run, the first lines that would.
#[derive(Default)]
pub(super) struct Recent {
    by_key: HashMap<u64, Passed>,
    lines: usize,
}

/// A line that made a file, or would.
#[derive(Clone)]
pub(super) struct Passed {
    pub line: i64,
    pub name: Option<Arc<PersonName>>,
}

impl Recent {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines
    }

    /// The first line that stands under a key.
    pub fn get(&self, key: &str) -> Option<&Passed> {
        self.by_key.get(&hashed(key))
    }

    /// Remembers a line under its keys, as long as there is room.
    pub fn add(&mut self, keys: impl Iterator<Item = String>, line: i64, name: Option<&PersonName>) {
        if self.lines == REMEMBERED {
            return;
        }
        let passed = Passed { line, name: name.cloned().map(Arc::new) };
        for key in keys {
            self.by_key.entry(hashed(&key)).or_insert_with(|| passed.clone());
        }
        self.lines += 1;
    }
}
