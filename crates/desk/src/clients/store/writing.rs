//! Writing files: one by one with their journal line, or many at once.

use std::collections::BTreeSet;

use ::store::{Change, Entry, FromQueryResult, Result, Sql, StoreError, Value, params};
use ::web::preferences::Script;
use names::PersonName;
use names::fold::fold;
use serde_json::{Map, Value as Json, json};

use super::{get, own};
use crate::clients::custom::is_custom;
use crate::clients::search::stored_keys;
use crate::clients::traits::traits;
use crate::clients::{Client, ClientData, ClientId, FIELDS};

/// Makes a file and writes `client.created` with the values of its filled fields.
///
/// # Errors
/// What the database says.
pub async fn insert(change: &Change, data: &ClientData) -> Result<ClientId> {
    let ids = write_all(change, std::slice::from_ref(data), None).await?;
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
        write_all(change, some, None).await?;
    }
    let centre = change.scope().centre.0;
    change.record(Entry::new("clients.seeded", "centre", centre).detail(json!({"count": all.len()}))).await?;
    Ok(())
}

/// Makes the files of a batch of an import and gives their identities. The caller writes the line of the journal.
pub(crate) async fn import(change: &Change, all: &[ClientData], import: i64) -> Result<Vec<i64>> {
    write_all(change, all, Some(import)).await
}

/// Tables and columns that say something of a client: a file that one of them names is not taken back.
const TIES: [(&str, &str); 9] = [
    ("call", "client_id"),
    ("client_validation", "client_id"),
    ("client_merge", "winner_id"),
    ("client_merge", "loser_id"),
    ("client_distinct", "first_id"),
    ("client_distinct", "second_id"),
    ("portfolio_moved", "client_id"),
    ("client_link", "from_id"),
    ("client_link", "to_id"),
];

/// Takes away at most `most` files of an import, the first after `after`, those that nobody worked on: still as they were made,
/// and named nowhere else. Gives how many were looked at, how many are gone, and the last one that was looked at.
pub(crate) async fn take_back(change: &Change, import: i64, after: i64, most: i64) -> Result<(i64, i64, i64)> {
    let centre = change.scope().centre.0;
    let sql = "SELECT id FROM client WHERE centre_id = $1 AND import_id = $2 AND id > $3 ORDER BY id LIMIT $4";
    let seen: Vec<Id> = change.all(sql, params![centre, import, after, most]).await?;
    let Some(last) = seen.last().map(|row| row.id) else { return Ok((0, 0, after)) };
    let tie =
        |(table, column): &(&str, &str)| format!("AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.{column} = c.id)");
    let ties: Vec<String> = TIES.iter().map(tie).collect();
    let free = format!(
        "SELECT c.id FROM client c WHERE c.centre_id = $1 AND c.import_id = $2 AND c.id > $3 AND c.id <= $4
            AND c.version = 1 {}",
        ties.join(" ")
    );
    for table in ["client_key", "client_phone", "client_own"] {
        let sql = format!("DELETE FROM {table} WHERE client_id IN ({free})");
        change.run(&sql, params![centre, import, after, last]).await?;
    }
    let sql = format!("DELETE FROM client WHERE id IN ({free})");
    let gone = i64::try_from(change.run(&sql, params![centre, import, after, last]).await?).unwrap_or(0);
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
        change.run("DELETE FROM client_key WHERE client_id = $1", params![id.0]).await?;
        own::forget(change, id.0).await?;
        write_phones(change, std::slice::from_ref(&new)).await?;
        write_keys(change, keys_of(data.name.as_ref(), &new)).await?;
        own::write(change, std::slice::from_ref(&new)).await?;
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

fn filled(client: &Client) -> [Value; 17] {
    let more = if client.more.is_empty() { String::new() } else { json!(client.more).to_string() };
    let (traits, filed) = (traits(client), fold(&client.filed_name(Script::Latin)));
    [
        client.given_latin.as_str().into(),
        client.family_latin.as_str().into(),
        client.given_arabic.as_str().into(),
        client.family_arabic.as_str().into(),
        client.birth_date.as_str().into(),
        client.email.as_str().into(),
        client.street.as_str().into(),
        i64::from(client.wilaya).into(),
        client.commune.into(),
        client.language.code().into(),
        client.status.code().into(),
        client.needs.as_str().into(),
        client.motivations.as_str().into(),
        client.notes.as_str().into(),
        more.into(),
        traits.into(),
        filed.into(),
    ]
}

async fn replace(change: &Change, new: &Client, expected_version: i64) -> Result<()> {
    let columns: Vec<String> = (5..).zip(FILLED).map(|(at, column)| format!("{column} = ${at}")).collect();
    let sql = format!(
        "UPDATE client SET version = version + 1, updated_at = $4, {} WHERE centre_id = $1 AND id = $2 AND version = $3
            AND merged_into IS NULL",
        columns.join(", ")
    );
    let mut params = params![change.scope().centre.0, new.id.0, expected_version, change.now().0];
    params.extend(filled(new));
    // On PostgreSQL another editor may have saved between the reading and this line.
    if change.run(&sql, params).await? == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// Rows in one statement; engines take many parameters slowly.
const TOGETHER: usize = 40;

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// Writes files with their numbers and keys and gives their identities, in the order given.
async fn write_all(change: &Change, all: &[ClientData], import: Option<i64>) -> Result<Vec<i64>> {
    let mut filed: Vec<Client> =
        all.iter().map(|data| data.filed(ClientId(0), 1, change.now(), change.now())).collect();
    for some in filed.chunks_mut(TOGETHER) {
        let sql = format!(
            "INSERT INTO client (centre_id, version, created_at, updated_at, import_id, {}) VALUES {} RETURNING id",
            FILLED.join(", "),
            rows(5, FILLED.len(), some.len())
        );
        let now = change.now().0;
        let mut params = params![change.scope().centre.0, 1_i64, now, now, import];
        some.iter().for_each(|client| params.extend(filled(client)));
        let mut made: Vec<i64> = change.all::<Id>(&sql, params).await?.into_iter().map(|row| row.id).collect();
        made.sort_unstable();
        some.iter_mut().zip(made).for_each(|(client, id)| client.id = ClientId(id));
    }
    write_phones(change, &filed).await?;
    own::write(change, &filed).await?;
    write_keys(change, filed.iter().zip(all).flat_map(|(client, data)| keys_of(data.name.as_ref(), client)).collect())
        .await?;
    Ok(filed.into_iter().map(|client| client.id.0).collect())
}

/// Every key under which a file stands, with its identity.
fn keys_of(name: Option<&PersonName>, client: &Client) -> Vec<(String, i64)> {
    stored_keys(name, client).into_iter().map(|key| (key, client.id.0)).collect()
}

async fn write_phones(change: &Change, filed: &[Client]) -> Result<()> {
    let each = |client: &Client| {
        let id = client.id.0;
        (1_i64..).zip(client.phones.clone()).map(move |(place, e164)| (id, place, e164)).collect::<Vec<_>>()
    };
    let phones: Vec<(i64, i64, String)> = filed.iter().flat_map(each).collect();
    for some in phones.chunks(TOGETHER) {
        let sql =
            format!("INSERT INTO client_phone (centre_id, client_id, place, e164) VALUES {}", rows(1, 3, some.len()));
        let mut params = params![change.scope().centre.0];
        for (id, place, e164) in some {
            params.extend([(*id).into(), (*place).into(), e164.as_str().into()]);
        }
        change.run(&sql, params).await?;
    }
    Ok(())
}

/// In the order of the keys, so that the index grows in few places.
async fn write_keys(change: &Change, mut keys: Vec<(String, i64)>) -> Result<()> {
    keys.sort_unstable();
    keys.dedup();
    for some in keys.chunks(5 * TOGETHER) {
        let sql = format!("INSERT INTO client_key (centre_id, key, client_id) VALUES {}", rows(1, 2, some.len()));
        let mut params = params![change.scope().centre.0];
        for (key, id) in some {
            params.extend([key.as_str().into(), (*id).into()]);
        }
        change.run(&sql, params).await?;
    }
    Ok(())
}

/// `($1, $2, $3), ($1, $4, $5)` for one shared parameter, two own ones and two rows.
fn rows(shared: usize, own: usize, count: usize) -> String {
    let row = |at: usize| {
        let first = shared + at * own;
        let numbers = (1..=shared).chain(first + 1..=first + own).map(|number| format!("${number}"));
        format!("({})", numbers.collect::<Vec<_>>().join(", "))
    };
    (0..count).map(row).collect::<Vec<_>>().join(", ")
}
