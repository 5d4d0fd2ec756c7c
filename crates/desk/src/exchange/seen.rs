//! Keys that a run has seen: in a centre that had no files, only these can stand in the base, so that others are not looked up.
//!
//! A first import has three keys a line, nearly all of them new, and each would be sought in an index that soon is larger than the
//! memory of the database. The keys themselves would be too many to keep: a filter of Bloom holds a few bits for each, and errs on one
//! side only. What it may have seen is looked up.

use ::store::{ConnectionTrait, Result, Scope, Store};

use super::recent::hashed;
use super::{Import, store};

/// Bits for each key that is expected: one key in a hundred is then looked up in vain.
const BITS: u64 = 10;
/// Places of a key.
const PLACES: u64 = 4;
/// Keys of a line, and its shortest length in bytes, about.
const KEYS: u64 = 4;
const LINE: u64 = 60;
/// Lines of the journal that are looked at once more: a line may become visible after one with a higher number.
const AGAIN: i64 = 200;
/// The size of the filter in words of 64 bits: 64 KB at least, 16 MB at most. A fuller one only lets more keys be looked up.
const WORDS: (u64, u64) = (8 << 10, 2 << 20);

/// The keys that a run has seen, as long as nobody else works on the files of the centre.
pub(super) struct Seen {
    words: Vec<u64>,
    /// The last line of the journal of which it is known whose it is.
    known: i64,
}

impl Seen {
    /// For a run from the first line in a centre without files; none for others.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(store: &Store, scope: Scope, import: &Import, from_start: bool) -> Result<Option<Self>> {
        let known = store::last_line(store.read()).await?;
        if !from_start || store::has_files(store.read(), scope).await? {
            return Ok(None);
        }
        let lines = u64::try_from(import.size).unwrap_or(0) / LINE;
        let words = (lines * KEYS * BITS / 64).clamp(WORDS.0, WORDS.1);
        Ok(Some(Self { words: vec![0; usize::try_from(words).unwrap_or(0)], known }))
    }

    /// True while the base holds no keys but those of this run.
    ///
    /// # Errors
    /// What the database says.
    pub async fn holds(&mut self, db: &impl ConnectionTrait, scope: Scope, import: &Import) -> Result<bool> {
        let last = store::last_line(db).await?;
        let after = std::mem::replace(&mut self.known, last) - AGAIN;
        Ok(!store::others_worked(db, scope, import.id, (after, last)).await?)
    }

    /// Remembers a key.
    pub fn add(&mut self, key: &str) {
        for (word, bit) in self.places(key) {
            self.words[word] |= bit;
        }
    }

    /// False for a key that was never added.
    pub fn may_hold(&self, key: &str) -> bool {
        self.places(key).all(|(word, bit)| self.words[word] & bit != 0)
    }

    /// The words of a key and the bit in each.
    fn places(&self, key: &str) -> impl Iterator<Item = (usize, u64)> + use<> {
        let (hash, bits) = (hashed(key), 64 * self.words.len() as u64);
        // Two halves of one good hash make as many places as are wanted (Kirsch and Mitzenmacher, 2006).
        let (first, step) = (hash >> 32, hash & 0xFFFF_FFFF);
        (0..PLACES).map(move |at| {
            let place = (first + at * (step | 1)) % bits;
            (usize::try_from(place / 64).unwrap_or(0), 1 << (place % 64))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_held_and_little_else() {
        let mut seen = Seen { words: vec![0; 1 << 10], known: 0 };
        (0..6_000).for_each(|at| seen.add(&format!("+2136{at:08}")));
        assert!((0..6_000).all(|at| seen.may_hold(&format!("+2136{at:08}"))));
        let wrong = (0..10_000).filter(|at| seen.may_hold(&format!("@{at}"))).count();
        assert!(wrong < 300, "{wrong} of 10000");
    }
}
