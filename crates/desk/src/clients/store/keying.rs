//! The keys of imported files by which they are found and recognised, written after the files themselves.
//!
//! A file has about twelve, each at its own place of a large index. File by file, nearly every key changes a page of the index of
//! its own; those of many files in the order of the index change each page once.

use ::store::{FromQueryResult, Result, Scope, Sql, Store, params};

use super::writing::{KEYS, keys_of};
use super::{Row, clients, select_clients};
use crate::clients::Client;

/// Files whose keys are sorted together (forty megabytes), read so many at a time. The more there are, the more of them share a page.
const FILES: usize = 80_000;
const READ: usize = 1_000;
/// Keys of a file, about.
const EACH: usize = 12;
/// Keys of one statement: nobody else writes meanwhile.
const TOGETHER: usize = 20_000;

/// Writes the keys of the next files of an import after the file `after`, and gives the last of these; nothing when there is none.
/// It may be done again at any time.
///
/// # Errors
/// What the database says.
pub(crate) async fn write_keys_of(store: &Store, scope: Scope, import: i64, after: i64) -> Result<Option<i64>> {
    let (begun, centre) = (store.clock().now().0, scope.centre.0);
    // Those of a file that was merged into another stand under the negative number of the centre.
    let (mut homes, mut last) = ([(centre, Keys::default()), (-centre, Keys::default())], after);
    for _ in 0..FILES / READ {
        let sql = select_clients!("WHERE c.centre_id = $1 AND c.import_id = $2 AND c.id > $3 ORDER BY c.id LIMIT $4");
        let some = clients(store.read().all::<Row>(sql, params![centre, import, last, READ as i64]).await?);
        let Some(end) = some.last() else { break };
        last = end.id.0;
        for client in &some {
            homes[usize::from(client.merged_into.is_some())].1.add(client);
        }
    }
    if last == after {
        return Ok(None);
    }
    for (home, keys) in homes {
        for some in keys.sorted().chunks(TOGETHER) {
            store.scratch().add_pairs(KEYS, &[home], &keys.pairs(some)).await?;
        }
    }
    write_changed(store, scope, (import, after, last), begun).await?;
    Ok(Some(last))
}

/// The keys of many files: one text, and where each key of it ends.
#[derive(Default)]
struct Keys {
    text: String,
    ends: Vec<(usize, i64)>,
}

impl Keys {
    fn add(&mut self, client: &Client) {
        if self.ends.is_empty() {
            self.ends.reserve(FILES * EACH);
        }
        for (key, id) in keys_of(client) {
            self.text.push_str(&key);
            self.ends.push((self.text.len(), id));
        }
    }

    /// Key `at` and its file.
    fn get(&self, at: u32) -> (&str, i64) {
        let at = at as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].0);
        (&self.text[start..self.ends[at].0], self.ends[at].1)
    }

    /// The places of the keys in the order of the index.
    fn sorted(&self) -> Vec<u32> {
        let mut places: Vec<u32> = (0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)).collect();
        places.sort_unstable_by(|one, other| self.get(*one).cmp(&self.get(*other)));
        places
    }

    fn pairs(&self, places: &[u32]) -> Vec<(String, i64)> {
        let pair = |at: &u32| {
            let (key, id) = self.get(*at);
            (key.to_owned(), id)
        };
        places.iter().map(pair).collect()
    }
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// What somebody changed, merged or erased while the keys were sorted stands under the keys of what it holds now.
async fn write_changed(store: &Store, scope: Scope, (import, after, last): (i64, i64, i64), begun: i64) -> Result<()> {
    let centre = scope.centre.0;
    let sql = "SELECT id FROM client WHERE centre_id = $1 AND import_id = $2 AND id > $3 AND id <= $4
        AND (version > 1 OR merged_into IS NOT NULL) AND updated_at >= $5";
    let changed: Vec<Id> = store.read().all(sql, params![centre, import, after, last, begun]).await?;
    for Id { id } in changed {
        let client = super::get(store.read(), scope, crate::clients::ClientId(id)).await?;
        let home = if client.merged_into.is_some() { -centre } else { centre };
        store.scratch().run("DELETE FROM client_key WHERE client_id = $1", params![id]).await?;
        store.scratch().add_pairs(KEYS, &[home], &keys_of(&client)).await?;
    }
    Ok(())
}
