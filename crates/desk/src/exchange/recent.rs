//! What the last lines of a run made, by number, e-mail address, reference, and name with day of birth: the base does not hold these
//! yet. A batch is judged while the one before is written, and the keys of many files are written together.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use names::{PersonName, Script};

use crate::clients::FILES;

/// Lines that are forgotten together.
const TOGETHER: usize = if cfg!(test) { 500 } else { 20_000 };
// The keys that are gathered, those that are being written, and the batches between.
const _: () = assert!(REMEMBERED >= 2 * FILES + 2 * TOGETHER);
/// Lines of one key that are remembered: a family shares a number; one that hundreds share was put in for want of a better one.
const SHARED: usize = 20;
/// Lines that are remembered at most, thirty megabytes: in a dry run, which makes nothing, the first ones. A run in earnest forgets
/// lines before there are so many.
pub(super) const REMEMBERED: usize = 10 * TOGETHER;

/// How many of the files that a run made, in their order, have their keys in the base.
#[derive(Clone, Debug, Default)]
pub(super) struct Written(Arc<AtomicUsize>);

impl Written {
    pub fn add(&self, files: usize) {
        self.0.fetch_add(files, Ordering::Release);
    }

    fn get(&self) -> usize {
        self.0.load(Ordering::Acquire)
    }
}

/// The lines that made files whose keys are not written yet; in a dry run, the first lines that would.
#[derive(Default)]
pub(super) struct Recent {
    parts: VecDeque<Part>,
    /// Lines that were forgotten.
    forgotten: usize,
    written: Written,
}

#[derive(Default)]
struct Part {
    lines: Vec<Passed>,
    /// The place of the first line of each key, and those of the others.
    first: HashMap<u64, u32>,
    others: HashMap<u64, Vec<u32>>,
}

/// A line that made a file, or would.
pub(super) struct Passed {
    pub line: i64,
    names: Option<Box<str>>,
}

impl Passed {
    fn new(line: i64, name: Option<&PersonName>) -> Self {
        Self { line, names: name.map(|name| texts(name).collect::<Vec<_>>().join("\n").into()) }
    }

    /// The name in each script in which it is complete; none of an organisation.
    pub fn names(&self) -> Option<impl Iterator<Item = &str>> {
        self.names.as_ref().map(|names| names.split('\n'))
    }
}

/// A name in each script in which it is complete, Latin first.
pub(super) fn texts(name: &PersonName) -> impl Iterator<Item = String> + '_ {
    [Script::Latin, Script::Arabic].into_iter().filter_map(|script| name.full(script))
}

impl Recent {
    pub fn new(written: Written) -> Self {
        Self { written, ..Self::default() }
    }

    /// The lines that stand under a key, the first ones first.
    pub fn get(&self, key: &str) -> impl Iterator<Item = &Passed> {
        let hash = hashed(key);
        self.parts.iter().flat_map(move |part| {
            let places = part.first.get(&hash).into_iter().chain(part.others.get(&hash).into_iter().flatten());
            places.filter_map(|place| part.lines.get(*place as usize))
        })
    }

    /// Remembers a line under its keys, as long as there is room.
    pub fn add<'a>(&mut self, keys: impl Iterator<Item = &'a String>, line: i64, name: Option<&PersonName>) {
        if self.parts.back().is_none_or(|part| part.lines.len() == TOGETHER) {
            if self.parts.len() * TOGETHER == REMEMBERED {
                return;
            }
            self.parts.push_back(Part::default());
        }
        let Some(part) = self.parts.back_mut() else { return };
        let place = u32::try_from(part.lines.len()).unwrap_or(u32::MAX);
        for key in keys {
            let hash = hashed(key);
            if *part.first.entry(hash).or_insert(place) != place {
                let others = part.others.entry(hash).or_default();
                if others.len() < SHARED && others.last() != Some(&place) {
                    others.push(place);
                }
            }
        }
        part.lines.push(Passed::new(line, name));
    }

    /// Forgets the lines that the base holds: before it is asked for others.
    pub fn forget(&mut self) {
        while self.parts.len() > 1 && self.forgotten + TOGETHER <= self.written.get() {
            self.parts.pop_front();
            self.forgotten += TOGETHER;
        }
    }
}

pub(super) fn hashed(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
