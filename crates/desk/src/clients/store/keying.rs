//! The keys of many files by which they are found and recognised, written after the files themselves.
//!
//! A file has about ten, each at its own place of a large index. File by file, nearly every key changes a page of the index of
//! its own; those of many files in the order of the index change each page once.

use std::collections::HashMap;

use ::store::{CentreId, FromQueryResult, Result, Scope, Sql, Store, StoreError, params};

use super::keys::{KEYS, every_key, home, pairs};
use super::{Row, clients, select_clients};
use crate::clients::{Client, ClientId};

/// Files whose keys are sorted together, and the most that the keys hold in bytes. The more there are, the more of them share a page.
pub(crate) const FILES: usize = if cfg!(test) { 2_000 } else { 80_000 };
const BYTES: usize = 32 << 20;
/// Files that are read at a time.
const READ: usize = 1_000;
/// Keys of one statement: nobody else writes meanwhile.
const TOGETHER: usize = 20_000;

/// The keys of many files of a centre: one text, where each key of it ends and whose it is, and the files as they were then.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    text: String,
    /// The end of a key, and the place of its file.
    ends: Vec<(u32, u32)>,
    files: Vec<Read>,
    /// The import that made all of the files, if one did.
    import: Option<i64>,
}

/// A file as it was when its keys were worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
struct Read {
    id: i64,
    version: i64,
    merged: bool,
}

impl Keys {
    /// No keys yet: those of files that an import makes.
    pub fn of_import(import: i64) -> Self {
        Self { import: Some(import), ..Self::default() }
    }

    /// Adds the keys of a file that was just made; files come in the order of their identities.
    pub fn add_new(&mut self, id: i64, keys: &[String]) {
        self.push(Read { id, version: 1, merged: false }, keys);
    }

    fn add(&mut self, client: &Client) {
        let read = Read { id: client.id.0, version: client.version, merged: client.merged_into.is_some() };
        self.push(read, &every_key(client));
    }

    fn push(&mut self, file: Read, keys: &[String]) {
        let place = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        for key in keys {
            self.text.push_str(key);
            self.ends.push((u32::try_from(self.text.len()).unwrap_or(u32::MAX), place));
        }
        self.files.push(file);
    }

    /// True when it is time to write them.
    pub fn is_full(&self) -> bool {
        self.files.len() >= FILES || self.text.len() >= BYTES
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// The last file.
    pub fn last(&self) -> Option<i64> {
        self.files.last().map(|file| file.id)
    }

    /// Key `at` and the place of its file.
    fn get(&self, at: u32) -> (&str, u32) {
        let at = at as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].0 as usize);
        (&self.text[start..self.ends[at].0 as usize], self.ends[at].1)
    }

    /// The places of the keys of those files that are `kept`, merged ones or the others, in the order of the index.
    fn sorted(&self, kept: &[bool], merged: bool) -> Vec<u32> {
        let wanted = |at: &u32| {
            let file = self.ends[*at as usize].1 as usize;
            kept[file] && self.files[file].merged == merged
        };
        let mut places: Vec<u32> = self.places().filter(wanted).collect();
        places.sort_unstable_by(|one, other| self.get(*one).cmp(&self.get(*other)));
        places.dedup_by(|one, other| self.get(*one) == self.get(*other));
        places
    }

    fn places(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    fn pairs(&self, places: &[u32]) -> Vec<(String, i64)> {
        let pair = |at: &u32| {
            let (key, file) = self.get(*at);
            (key.to_owned(), self.files[file as usize].id)
        };
        places.iter().map(pair).collect()
    }

    /// Which of the files are still as they were.
    async fn unchanged(&self, store: &Store, centre: i64) -> Result<Vec<bool>> {
        let (Some(first), Some(last)) = (self.files.first(), self.files.last()) else { return Ok(vec![]) };
        let import = self.import.filter(|_| self.files.iter().all(|file| file.version == 1 && !file.merged));
        if let Some(import) = import {
            let sql = "SELECT COUNT(*) FROM client WHERE centre_id = $1 AND import_id = $2 AND id >= $3 AND id <= $4
                AND version = 1 AND merged_into IS NULL";
            let new = store.read().number(sql, params![centre, import, first.id, last.id]).await?;
            if usize::try_from(new).is_ok_and(|new| new == self.files.len()) {
                return Ok(vec![true; self.files.len()]);
            }
        }
        let mut same = Vec::with_capacity(self.files.len());
        for some in self.files.chunks(READ) {
            let (Some(first), Some(last)) = (some.first(), some.last()) else { break };
            let sql = "SELECT id, version, merged_into IS NOT NULL AS merged FROM client
                WHERE centre_id = $1 AND id >= $2 AND id <= $3";
            let now = store.read().all::<Read>(sql, params![centre, first.id, last.id]).await?;
            let now: HashMap<i64, Read> = now.into_iter().map(|file| (file.id, file)).collect();
            same.extend(some.iter().map(|file| now.get(&file.id) == Some(file)));
        }
        Ok(same)
    }
}

/// Reads files of a centre, after one of them, for their keys: all of them, or those of an import. Nobody is found by what an erasure
/// left.
///
/// # Errors
/// What the database says.
pub(crate) async fn read_keys(store: &Store, scope: Scope, import: Option<i64>, after: i64) -> Result<Keys> {
    let of_import = if import.is_some() { "AND c.import_id = $4" } else { "" };
    let sql = format!(
        "{} WHERE c.centre_id = $1 AND c.id > $2 {of_import} AND NOT EXISTS
            (SELECT 1 FROM law_erasure e WHERE e.centre_id = $1 AND e.client_id = c.id) ORDER BY c.id LIMIT $3",
        select_clients!("")
    );
    let (mut keys, mut last) = (Keys { import, ..Keys::default() }, after);
    while !keys.is_full() {
        let mut params = params![scope.centre.0, last, READ as i64];
        params.extend(import.map(Into::into));
        let some = store.read().all::<Row>(&sql, params).await?;
        let some = clients(some);
        let Some(end) = some.last() else { break };
        last = end.id.0;
        some.iter().for_each(|client| keys.add(client));
    }
    Ok(keys)
}

/// Writes the keys of many files. It may be done again at any time. A file that somebody saved, merged, erased or deleted meanwhile
/// has the keys of what it holds now from them; those of what it held then are left out.
///
/// With `look`, PostgreSQL looks at the table anew: where it grew a lot, or else those who look files up meanwhile go through all of a
/// table that the engine believes small.
///
/// # Errors
/// What the database says.
pub(crate) async fn write_keys(store: &Store, centre: CentreId, keys: Keys, look: bool) -> Result<()> {
    let before = keys.unchanged(store, centre.0).await?;
    // Sorting takes a moment, and others go on meanwhile.
    let sorting = tokio::task::spawn_blocking(move || {
        let homes = [false, true].map(|merged| (home(centre.0, merged), keys.sorted(&before, merged)));
        (keys, before, homes)
    });
    let (keys, before, homes) = sorting.await.map_err(|error| StoreError::Stopped(error.to_string()))?;
    let written = write_sorted(store, &keys, &homes, look).await;
    // Whoever changed a file meanwhile may not have seen the keys that are there now, also when some could not be written.
    store.settle().await?;
    let after = keys.unchanged(store, centre.0).await?;
    let mut stale: HashMap<u32, Vec<u32>> = (0_u32..)
        .zip(before.iter().zip(&after))
        .filter(|(_, (before, after))| **before && !**after)
        .map(|(at, _)| (at, vec![]))
        .collect();
    if !stale.is_empty() {
        for at in keys.places() {
            if let Some(places) = stale.get_mut(&keys.get(at).1) {
                places.push(at);
            }
        }
    }
    for (file, places) in stale {
        take_stale(store, centre, keys.files[file as usize], keys.pairs(&places)).await?;
    }
    written
}

async fn write_sorted(store: &Store, keys: &Keys, homes: &[(i64, Vec<u32>)], look: bool) -> Result<()> {
    for (home, places) in homes {
        for (at, some) in places.chunks(TOGETHER).enumerate() {
            let pairs = keys.pairs(some);
            match KEYS.add_new(store.scratch(), &[*home], &pairs).await {
                // Somebody saved a file meanwhile, or it is done again.
                Err(StoreError::Duplicate(_)) => KEYS.add(store.scratch(), &[*home], &pairs).await?,
                added => added?,
            };
            if look && at == 0 {
                store.look_at_tables(&[KEYS.table]).await;
            }
        }
    }
    Ok(())
}

/// Takes away the keys of what a file held and does not hold now.
async fn take_stale(store: &Store, centre: CentreId, file: Read, held: Vec<(String, i64)>) -> Result<()> {
    let scope = Scope { centre, actor: None };
    let now = async || StoreError::missing(super::get(store.read(), scope, ClientId(file.id)).await);
    let here = home(centre.0, file.merged);
    let holds = |client: &Client| home(centre.0, client.merged_into.is_some()) == here;
    let mut client = now().await?;
    loop {
        let own = client.iter().filter(|client| holds(client)).flat_map(pairs).collect::<Vec<_>>();
        let stale: Vec<_> = held.iter().filter(|pair| !own.contains(pair)).cloned().collect();
        KEYS.remove(store.scratch(), &[here], &stale).await?;
        let then = now().await?;
        if then.as_ref().map(|then| then.version) == client.as_ref().map(|client| client.version) {
            return Ok(());
        }
        // What it held may have come back while it was taken away.
        if let Some(then) = then.as_ref().filter(|then| holds(then)) {
            super::keys::write(store.scratch(), here, pairs(then)).await?;
        }
        client = then;
    }
}

/// Takes away the keys of files of an import, after one of them, that somebody changed or deleted: for a program that was killed while
/// it wrote their keys, and does not know which.
///
/// # Errors
/// What the database says.
pub(crate) async fn forget_changed(store: &Store, import: i64, after: i64) -> Result<()> {
    let sql =
        "SELECT COUNT(*) FROM client WHERE import_id = $1 AND id > $2 AND (version > 1 OR merged_into IS NOT NULL)";
    let last = store.read().number("SELECT MAX(id) FROM client WHERE import_id = $1", params![import]).await?;
    let deleted = "SELECT COUNT(*) FROM journal WHERE verb = 'client.deleted' AND subject_id > $1 AND subject_id <= $2";
    let changed = store.read().number(sql, params![import, after]).await?
        + store.read().number(deleted, params![after, last]).await?;
    if changed > 0 {
        let sql = "DELETE FROM client_key WHERE client_id > $2 AND client_id <= $3 AND NOT EXISTS
            (SELECT 1 FROM client c WHERE c.id = client_key.client_id
                AND (c.import_id IS NULL OR c.import_id <> $1 OR (c.version = 1 AND c.merged_into IS NULL)))";
        store.scratch().run(sql, params![import, after, last]).await?;
    }
    Ok(())
}
