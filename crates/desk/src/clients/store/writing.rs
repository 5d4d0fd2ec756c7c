//! Writing files: one by one with their journal line, or many at once.

use ::store::{Change, Entry, FromQueryResult, Result, Sql, StoreError, Value, params};
use ::web::preferences::Script;
use names::fold::fold;
use serde_json::{Map, Value as Json, json};

use super::get;
use crate::clients::search::stored_keys;
use crate::clients::traits::traits;
use crate::clients::{Client, ClientData, ClientId, FIELDS};

/// Makes a file and writes `client.created` with the values of its filled fields.
///
/// # Errors
/// What the database says.
pub async fn insert(change: &Change, data: &ClientData) -> Result<ClientId> {
    let ids = write_all(change, std::slice::from_ref(data)).await?;
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
        write_all(change, some).await?;
    }
    let centre = change.scope().centre.0;
    change.record(Entry::new("clients.seeded", "centre", centre).detail(json!({"count": all.len()}))).await?;
    Ok(())
}

/// Replaces what a file holds and writes `client.updated` with the old and new values of the fields that changed. A save that
/// changes nothing is recorded too, and leaves the version as it was.
///
/// # Errors
/// [`StoreError::Stale`] when the file is no longer at `expected_version`, [`StoreError::NotFound`] when the centre has no
/// such file; else what the database says.
pub async fn update(change: &Change, id: ClientId, expected_version: i64, data: &ClientData) -> Result<()> {
    let old = get(&**change, change.scope(), id).await?;
    if old.version != expected_version {
        return Err(StoreError::Stale);
    }
    let new = data.filed(id, old.version + 1, old.created_at, change.now());
    let (before, after) = differences(&old, &new);
    let version = if after.is_empty() { old.version } else { new.version };
    if !after.is_empty() {
        replace(change, &new, expected_version).await?;
        change.run("DELETE FROM client_phone WHERE client_id = $1", params![id.0]).await?;
        change.run("DELETE FROM client_key WHERE client_id = $1", params![id.0]).await?;
        write_phones(change, &[(id.0, data)]).await?;
        write_keys(change, &[(id.0, data)]).await?;
    }
    let detail = json!({"version": version, "old": before, "new": after});
    change.record(Entry::new("client.updated", "client", id.0).detail(detail)).await?;
    Ok(())
}

fn differences(old: &Client, new: &Client) -> (Map<String, Json>, Map<String, Json>) {
    let (old, new) = (old.values(), new.values());
    let changed = FIELDS.into_iter().filter(|field| old.get(field) != new.get(field));
    changed.map(|field| ((field.to_owned(), old.get(field).into()), (field.to_owned(), new.get(field).into()))).unzip()
}

/// The columns that a form fills, in the order of [`filled`].
const FILLED: [&str; 16] = [
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
    "traits",
    "filed",
];

fn filled(client: Client) -> [Value; 16] {
    let (traits, filed) = (traits(&client), fold(&client.filed_name(Script::Latin)));
    [
        client.given_latin.into(),
        client.family_latin.into(),
        client.given_arabic.into(),
        client.family_arabic.into(),
        client.birth_date.into(),
        client.email.into(),
        client.street.into(),
        i64::from(client.wilaya).into(),
        client.commune.into(),
        client.language.code().into(),
        client.status.code().into(),
        client.needs.into(),
        client.motivations.into(),
        client.notes.into(),
        traits.into(),
        filed.into(),
    ]
}

async fn replace(change: &Change, new: &Client, expected_version: i64) -> Result<()> {
    let columns: Vec<String> = (5..).zip(FILLED).map(|(at, column)| format!("{column} = ${at}")).collect();
    let sql = format!(
        "UPDATE client SET version = version + 1, updated_at = $4, {} WHERE centre_id = $1 AND id = $2 AND version = $3",
        columns.join(", ")
    );
    let mut params = params![change.scope().centre.0, new.id.0, expected_version, change.now().0];
    params.extend(filled(new.clone()));
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
async fn write_all(change: &Change, all: &[ClientData]) -> Result<Vec<i64>> {
    let mut ids: Vec<i64> = Vec::with_capacity(all.len());
    for some in all.chunks(TOGETHER) {
        let sql = format!(
            "INSERT INTO client (centre_id, version, created_at, updated_at, {}) VALUES {} RETURNING id",
            FILLED.join(", "),
            rows(4, FILLED.len(), some.len())
        );
        let now = change.now().0;
        let mut params = params![change.scope().centre.0, 1_i64, now, now];
        for data in some {
            params.extend(filled(data.filed(ClientId(0), 1, change.now(), change.now())));
        }
        let mut made: Vec<i64> = change.all::<Id>(&sql, params).await?.into_iter().map(|row| row.id).collect();
        made.sort_unstable();
        ids.extend(made);
    }
    let filed: Vec<(i64, &ClientData)> = ids.iter().copied().zip(all).collect();
    write_phones(change, &filed).await?;
    write_keys(change, &filed).await?;
    Ok(ids)
}

async fn write_phones(change: &Change, filed: &[(i64, &ClientData)]) -> Result<()> {
    let each = |(id, data): &(i64, &ClientData)| {
        let id = *id;
        let numbers = data.phones.iter().map(|phone| phone.e164().to_owned()).collect::<Vec<_>>();
        (1_i64..).zip(numbers).map(move |(place, e164)| (id, place, e164)).collect::<Vec<_>>()
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
async fn write_keys(change: &Change, filed: &[(i64, &ClientData)]) -> Result<()> {
    let each = |(id, data): &(i64, &ClientData)| {
        let id = *id;
        stored_keys(data).into_iter().map(move |key| (key, id))
    };
    let mut keys: Vec<(String, i64)> = filed.iter().flat_map(each).collect();
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
