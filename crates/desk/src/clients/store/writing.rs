//! Writing files: one by one with their journal line, or many at once.

use std::collections::BTreeSet;

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Moment, Pairs, Result, Sql, StoreError, params};
use ::web::preferences::Script;
use names::fold::fold;
use sea_orm::DbBackend;
use serde_json::{Map, Value as Json, json};

use super::keys::{add_keys, every_key, forget_keys, write as write_keys};
use super::{Row, clients, get, own, select_clients};
use crate::clients::born::BORN;
use crate::clients::custom::is_custom;
use crate::clients::traits::traits;
use crate::clients::{Client, ClientData, ClientId, FIELDS};

/// Makes a file and writes `client.created` with the values of its filled fields.
///
/// # Errors
/// What the database says.
pub async fn insert(change: &Change, data: &ClientData) -> Result<ClientId> {
    let ids = write_findable(change, &[Ready::new(data)]).await?;
    let id = ids.first().copied().map(ClientId).ok_or(StoreError::NotFound)?;
    let filed = data.filed(id, 1, change.now(), change.now());
    let filled = filed.values().0.into_iter().filter(|(_, value)| !value.is_empty());
    let new: Map<String, Json> = filled.map(|(field, value)| (field, Json::from(value))).collect();
    change.record(Entry::new("client.created", "client", id.0).detail(json!({"version": 1, "new": new}))).await?;
    Ok(id)
}

/// Makes many files and writes one line, `clients.seeded`, with their number.
///
/// # Errors
/// What the database says.
pub async fn seed(change: &Change, all: Vec<ClientData>) -> Result<()> {
    for some in all.chunks(1_000) {
        write_findable(change, &some.iter().map(Ready::new).collect::<Vec<_>>()).await?;
    }
    let centre = change.scope().centre.0;
    change.record(Entry::new("clients.seeded", "centre", centre).detail(json!({"count": all.len()}))).await?;
    Ok(())
}

/// Makes the files of a batch of an import and gives their identities. The caller writes the line of the journal, and later the keys,
/// those of many batches in the order of the index ([`super::keying`]).
pub(crate) async fn import(change: &Change, all: &[Ready], import: i64) -> Result<Vec<i64>> {
    write_all(change, all, Some(import)).await
}

/// Tables and columns that say something of a client: a file that one of them names is not taken back, nor deleted.
pub(super) const TIES: [(&str, &str); 8] = [
    ("client_validation", "client_id"),
    ("client_merge", "winner_id"),
    ("client_merge", "loser_id"),
    ("client_distinct", "first_id"),
    ("client_distinct", "second_id"),
    ("portfolio_moved", "client_id"),
    ("client_link", "from_id"),
    ("client_link", "to_id"),
];

/// The same, of tables whose index begins with the centre; their column is `client_id`.
pub(super) const TIES_OF_CENTRE: [&str; 6] =
    ["call", "law_notice_shown", "law_consent", "law_unmasking", "law_request", "law_erasure"];

/// What is a file's own and goes with it, beside its keys.
pub(super) const OWN: [&str; 2] = ["client_phone", "client_own"];

/// Takes away at most `most` files of an import, the first after `after`, those that nobody worked on: still as they were made,
/// and named nowhere else. Gives how many were looked at, how many are gone, and the last one that was looked at.
pub(crate) async fn take_back(change: &Change, import: i64, after: i64, most: i64) -> Result<(i64, i64, i64)> {
    let centre = change.scope().centre.0;
    let sql = "SELECT id FROM client WHERE centre_id = $1 AND import_id = $2 AND id > $3 ORDER BY id LIMIT $4";
    let seen: Vec<Id> = change.all(sql, params![centre, import, after, most]).await?;
    let Some(last) = seen.last().map(|row| row.id) else { return Ok((0, 0, after)) };
    let tie =
        |(table, column): &(&str, &str)| format!("AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.{column} = c.id)");
    let of_centre = |table: &&str| {
        format!("AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.centre_id = $1 AND t.client_id = c.id)")
    };
    let ties: Vec<String> = TIES.iter().map(tie).chain(TIES_OF_CENTRE.iter().map(of_centre)).collect();
    // Nobody saves one of them until the change ends; SQLite has one writer anyway.
    let held = if change.get_database_backend() == DbBackend::Postgres { "FOR UPDATE OF c" } else { "" };
    let sql = format!(
        "{} WHERE c.centre_id = $1 AND c.import_id = $2 AND c.id > $3 AND c.id <= $4 AND c.version = 1 {} {held}",
        select_clients!(""),
        ties.join(" ")
    );
    let free = clients(change.all::<Row>(&sql, params![centre, import, after, last]).await?);
    forget_keys(&**change, centre, &free).await?;
    let ids = json!(free.iter().map(|client| [client.id.0]).collect::<Vec<_>>()).to_string();
    let among = format!("IN (SELECT CAST(value ->> 0 AS BIGINT) FROM {})", change.rows_of("$1"));
    for table in OWN {
        change.run(&format!("DELETE FROM {table} WHERE client_id {among}"), params![ids.as_str()]).await?;
    }
    let gone = change.run(&format!("DELETE FROM client WHERE id {among}"), params![ids]).await?;
    let gone = i64::try_from(gone).unwrap_or(0);
    Ok((i64::try_from(seen.len()).unwrap_or(0), gone, last))
}

/// Replaces what a file holds and writes `client.updated` with the old and new values of the fields that changed. A save that
/// changes nothing is recorded too, and leaves the version as it was.
///
/// # Errors
/// [`StoreError::Stale`] when the file is no longer at `expected_version` or was merged into another, [`StoreError::NotFound`] when the centre has no
/// such file; else what the database says.
pub async fn update(change: &Change, id: ClientId, expected_version: i64, data: &ClientData) -> Result<()> {
    let old = get(&**change, change.scope(), id).await?;
    if old.version != expected_version || old.merged_into.is_some() {
        return Err(StoreError::Stale);
    }
    let new = data.over(&old, old.version + 1, change.now());
    let (before, after) = differences(&old, &new);
    let version = if after.is_empty() { old.version } else { new.version };
    if !after.is_empty() {
        replace(change, &new, expected_version).await?;
        change.run("DELETE FROM client_phone WHERE client_id = $1", params![id.0]).await?;
        let centre = change.scope().centre.0;
        forget_keys(&**change, centre, std::slice::from_ref(&old)).await?;
        own::forget(change, id.0).await?;
        write_phones(change, &[(new.phones.as_slice(), id.0)]).await?;
        add_keys(&**change, centre, &new).await?;
        own::write(change, own::filled(&new).map(|(field, value)| own::row(id.0, field, value)).collect()).await?;
    }
    let detail = json!({"version": version, "old": before, "new": after});
    change.record(Entry::new("client.updated", "client", id.0).detail(detail)).await?;
    Ok(())
}

fn differences(old: &Client, new: &Client) -> (Map<String, Json>, Map<String, Json>) {
    let (old, new) = (old.values(), new.values());
    let own = old.0.iter().chain(&new.0).map(|(field, _)| field).filter(|field| is_custom(field));
    let fields: BTreeSet<&str> = FIELDS.into_iter().chain(own.map(String::as_str)).collect();
    let changed = fields.into_iter().filter(|field| old.get(field) != new.get(field));
    changed.map(|field| ((field.to_owned(), old.get(field).into()), (field.to_owned(), new.get(field).into()))).unzip()
}

/// The columns that a form fills, in the order of [`filled`].
const FILLED: [&str; 17] = [
    "given_latin",
    "family_latin",
    "given_arabic",
    "family_arabic",
    "birth_date",
    "email",
    "street",
    "wilaya",
    "commune",
    "language",
    "status",
    "needs",
    "motivations",
    "notes",
    "more",
    "traits",
    "filed",
];
/// Those of them that hold whole numbers.
const NUMBERS: [&str; 3] = ["wilaya", "commune", "traits"];

fn filled(client: &Client) -> [Json; 17] {
    let more = if client.more.is_empty() { String::new() } else { json!(client.more).to_string() };
    [
        client.given_latin.as_str().into(),
        client.family_latin.as_str().into(),
        client.given_arabic.as_str().into(),
        client.family_arabic.as_str().into(),
        client.birth_date.as_str().into(),
        client.email.as_str().into(),
        client.street.as_str().into(),
        client.wilaya.into(),
        client.commune.into(),
        client.language.code().into(),
        client.status.code().into(),
        client.needs.as_str().into(),
        client.motivations.as_str().into(),
        client.notes.as_str().into(),
        more.into(),
        traits(client).into(),
        fold(&client.filed_name(Script::Latin)).into(),
    ]
}

/// The columns out of row `value` of a list, in the order of [`FILLED`].
fn parts() -> String {
    let part = |(at, column): (usize, &&str)| match NUMBERS.contains(column) {
        true => format!("CAST(value ->> {at} AS BIGINT)"),
        false => format!("value ->> {at}"),
    };
    FILLED.iter().enumerate().map(part).collect::<Vec<_>>().join(", ")
}

async fn replace(change: &Change, new: &Client, expected_version: i64) -> Result<()> {
    let sql = format!(
        "UPDATE client SET version = version + 1, updated_at = $4, ({}) = (SELECT {} FROM {})
        WHERE centre_id = $1 AND id = $2 AND version = $3 AND merged_into IS NULL",
        FILLED.join(", "),
        parts(),
        change.rows_of("$5")
    );
    let row = json!([filled(new)]).to_string();
    let params = params![change.scope().centre.0, new.id.0, expected_version, change.now().0, row];
    // On PostgreSQL another editor may have saved between the reading and this line.
    if change.run(&sql, params).await? == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// A file made ready to be written: what costs time is done before the change is opened.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    /// Its columns, as a JSON list.
    row: String,
    phones: Vec<String>,
    keys: Vec<String>,
    /// The filled fields of the centre: identity and value.
    own: Vec<(i64, String)>,
}

impl Ready {
    /// Works out the columns and the keys of a file.
    pub fn new(data: &ClientData) -> Self {
        let client = data.filed(ClientId(0), 1, Moment(0), Moment(0));
        let own = own::filled(&client).map(|(field, value)| (field, value.to_owned())).collect();
        Self { row: json!(filled(&client)).to_string(), keys: every_key(&client), own, phones: client.phones }
    }

    /// Every key under which the file stands.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The keys of references and of whole e-mail addresses, first and second: by these, others are recognised as this client.
    pub fn further(&self) -> impl Iterator<Item = &String> + Clone {
        self.keys.iter().filter(|key| key.starts_with('#') || key.rfind('@').is_some_and(|at| at > 0))
    }

    /// The key of its name and day of birth.
    pub fn born(&self) -> Option<&str> {
        self.keys.iter().map(String::as_str).find(|key| key.starts_with(BORN))
    }
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// Writes files with their numbers and keys and gives their identities, in the order given.
async fn write_findable(change: &Change, all: &[Ready]) -> Result<Vec<i64>> {
    let ids = write_all(change, all, None).await?;
    let keys = all.iter().zip(&ids).flat_map(|(ready, id)| ready.keys.iter().map(|key| (key.clone(), *id)));
    write_keys(&**change, change.scope().centre.0, keys.collect()).await?;
    Ok(ids)
}

/// The same without their keys.
async fn write_all(change: &Change, all: &[Ready], import: Option<i64>) -> Result<Vec<i64>> {
    let sql = format!(
        "INSERT INTO client (centre_id, version, created_at, updated_at, import_id, {})
        SELECT $1, 1, $2, $2, CAST($3 AS BIGINT), {} FROM {} RETURNING id",
        FILLED.join(", "),
        parts(),
        change.rows_of("$4")
    );
    let rows = format!("[{}]", all.iter().map(|ready| ready.row.as_str()).collect::<Vec<_>>().join(","));
    let params = params![change.scope().centre.0, change.now().0, import, rows];
    let mut ids: Vec<i64> = change.all::<Id>(&sql, params).await?.into_iter().map(|row| row.id).collect();
    // Rows get their identities in the order of the list, and may be told in another.
    ids.sort_unstable();
    let filed = || all.iter().zip(&ids);
    let phones: Vec<_> = filed().map(|(ready, id)| (ready.phones.as_slice(), *id)).collect();
    write_phones(change, &phones).await?;
    let own = filed().flat_map(|(ready, id)| ready.own.iter().map(|(field, value)| own::row(*id, *field, value)));
    own::write(change, own.collect()).await?;
    Ok(ids)
}

/// The numbers of files.
const PHONES: Pairs =
    Pairs { table: "client_phone", shared: &["centre_id", "place"], text: "e164", number: "client_id" };

/// The first numbers of all files, then the second ones, and so on.
async fn write_phones(change: &Change, files: &[(&[String], i64)]) -> Result<()> {
    let most = files.iter().map(|(phones, _)| phones.len()).max().unwrap_or(0);
    for (place, at) in (1_i64..).zip(0..most) {
        let numbers = files.iter().filter_map(|(phones, id)| Some((phones.get(at)?.clone(), *id)));
        PHONES.add_new(&**change, &[change.scope().centre.0, place], &numbers.collect::<Vec<_>>()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ::store::Engine;

    use super::*;
    use crate::clients::tests::fresh;

    #[derive(FromQueryResult)]
    struct Named {
        name: String,
    }

    #[tokio::test]
    async fn every_table_that_names_a_client_ties_its_file_or_goes_with_it() {
        let all = fresh().await;
        let fresh = all.iter().find(|own| own.store.engine() == Engine::Sqlite).unwrap();
        let sql = "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND f.\"table\" = 'client' AND m.name <> 'client'";
        let named: Vec<Named> = fresh.store.read().all(sql, params![]).await.unwrap();
        let named: BTreeSet<&str> = named.iter().map(|own| own.name.as_str()).collect();
        let ties = TIES.iter().map(|(table, _)| *table).chain(TIES_OF_CENTRE).chain(OWN);
        let known: BTreeSet<&str> = ties.collect();
        let forgotten: Vec<_> = named.difference(&known).collect();
        assert!(named.len() > 8 && forgotten.is_empty(), "{forgotten:?} of {named:?}");
    }
}
