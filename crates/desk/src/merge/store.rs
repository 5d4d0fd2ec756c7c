//! Queries of merges.

use std::collections::BTreeMap;

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use ::web::Fields;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::MergeError;
use crate::clients::{self, Client, ClientData, ClientId};

/// A file and the version in which it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The file.
    pub id: ClientId,
    /// The version.
    pub version: i64,
}

impl Side {
    /// A file as it was just read.
    pub fn of(client: &Client) -> Self {
        Self { id: client.id, version: client.version }
    }
}

/// What a merge remembers, so that it can be undone. Values are those of [`Client::values`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Detail {
    before: BTreeMap<String, String>,
    other: BTreeMap<String, String>,
    result: BTreeMap<String, String>,
    calls: Vec<i64>,
}

/// A merge as it was done.
#[derive(Clone, Debug)]
pub struct Merge {
    /// Identity.
    pub id: i64,
    /// The file that stayed.
    pub kept: ClientId,
    /// The file that was merged into it.
    pub other: ClientId,
    /// When, in milliseconds.
    pub at: i64,
    /// Who.
    pub by: Option<String>,
    /// What the file that stayed held before.
    pub before: Fields,
    /// What the merge gave it.
    pub result: Fields,
    /// The calls that went from one file to the other.
    pub calls: Vec<i64>,
    /// When it was undone, in milliseconds; 0 for never.
    pub undone_at: i64,
    /// Who undid it.
    pub undone_by: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    winner_id: i64,
    loser_id: i64,
    at: i64,
    by_name: Option<String>,
    detail: String,
    undone_at: i64,
    undone_name: Option<String>,
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

const COLUMNS: &str =
    "m.id, m.winner_id, m.loser_id, m.at, a.name AS by_name, m.detail, m.undone_at, u.name AS undone_name
    FROM client_merge m LEFT JOIN account a ON a.id = m.by_id LEFT JOIN account u ON u.id = m.undone_by";

impl TryFrom<Row> for Merge {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let detail: Detail = serde_json::from_str(&row.detail).map_err(|_| StoreError::NotFound)?;
        Ok(Self {
            id: row.id,
            kept: ClientId(row.winner_id),
            other: ClientId(row.loser_id),
            at: row.at,
            by: row.by_name,
            before: Fields(detail.before.into_iter().collect()),
            result: Fields(detail.result.into_iter().collect()),
            calls: detail.calls,
            undone_at: row.undone_at,
            undone_by: row.undone_name,
        })
    }
}

/// One merge of the centre.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Merge> {
    let sql = format!("SELECT {COLUMNS} WHERE m.centre_id = $1 AND m.id = $2");
    db.one::<Row>(&sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// A page of the merges of the centre, the newest first.
pub(super) async fn list(db: &impl ConnectionTrait, scope: Scope, before: Option<i64>) -> Result<Keyset<Merge>> {
    let sql = format!("SELECT {COLUMNS} WHERE m.centre_id = $1 AND m.id < $2 ORDER BY m.id DESC LIMIT $3");
    let rows = db.all::<Row>(&sql, params![scope.centre.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1]).await?;
    let merges = rows.into_iter().map(Merge::try_from).collect::<Result<_>>()?;
    Ok(Keyset::of(merges, |merge: &Merge| merge.id))
}

/// The merge that took a file out of the lists and was not undone.
pub(super) async fn of_loser(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<i64> {
    let sql =
        "SELECT id FROM client_merge WHERE centre_id = $1 AND loser_id = $2 AND undone_at = 0 ORDER BY id DESC LIMIT 1";
    db.number(sql, params![scope.centre.0, id.0]).await
}

/// How many calls a file has, for the preview of its merge; counted on their index.
pub(super) async fn calls_of(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM call WHERE centre_id = $1 AND client_id = $2";
    db.number(sql, params![scope.centre.0, id.0]).await
}

/// Takes hold of a file in the version that was read, until the end of the change.
async fn hold(change: &Change, side: Side) -> Result<(), MergeError> {
    let sql = "UPDATE client SET version = version WHERE centre_id = $1 AND id = $2 AND version = $3
        AND merged_into IS NULL";
    if change.run(sql, params![change.scope().centre.0, side.id.0, side.version]).await? == 1 {
        return Ok(());
    }
    match clients::get(&**change, change.scope(), side.id).await?.merged_into {
        Some(_) => Err(MergeError::Merged),
        None => Err(MergeError::Changed),
    }
}

fn map(fields: Fields) -> BTreeMap<String, String> {
    fields.0.into_iter().collect()
}

/// Merges `other` into `kept`, which then holds `data`; gives the number of the merge. Writes `client.merged` to the file that
/// stays, with what moved and every old value, `client.absorbed` to the other, and `client.updated` when a value changed.
///
/// # Errors
/// [`MergeError::Itself`], [`MergeError::Merged`], [`MergeError::Changed`]; else what the database says.
pub async fn merge(change: &Change, kept: Side, other: Side, data: &ClientData) -> Result<i64, MergeError> {
    if kept.id == other.id {
        return Err(MergeError::Itself);
    }
    // Two people who merge the same files at once take hold of them in the same order.
    for side in if kept.id < other.id { [kept, other] } else { [other, kept] } {
        hold(change, side).await?;
    }
    let (scope, centre) = (change.scope(), change.scope().centre.0);
    let winner = clients::get(&**change, scope, kept.id).await?;
    let loser = clients::get(&**change, scope, other.id).await?;
    let result = write(change, &winner, data).await?;
    let calls = move_calls(change, other.id, kept.id, None).await?;
    let sql = "UPDATE client SET merged_into = $3, traits = -1 - traits, version = version + 1 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![centre, other.id.0, kept.id.0]).await?;
    stand_under(change, &loser, centre, -centre).await?;
    let detail = Detail { before: map(winner.values()), other: map(loser.values()), result: map(result), calls };
    let sql = "INSERT INTO client_merge (centre_id, winner_id, loser_id, at, by_id, detail, undone_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0) RETURNING id";
    let by = scope.actor.map(|actor| actor.0);
    let written = json!(detail);
    let id =
        change.number(sql, params![centre, kept.id.0, other.id.0, change.now().0, by, written.to_string()]).await?;
    let told = json!({
        "merge": id, "other": other.id.0, "before": written["before"], "other_values": written["other"],
        "result": written["result"], "moved": {"calls": written["calls"]},
    });
    change.record(Entry::new("client.merged", "client", kept.id.0).detail(told)).await?;
    let told = json!({"merge": id, "into": kept.id.0, "old": written["other"]});
    change.record(Entry::new("client.absorbed", "client", other.id.0).detail(told)).await?;
    Ok(id)
}

/// Undoes a merge: `kept`, which then holds `data`, and the file that was merged into it both stand again, the latter with the
/// calls that the merge had taken and that are still the former's. Writes `client.unmerged` and `client.restored`.
///
/// # Errors
/// [`MergeError::Undone`], [`MergeError::Buried`], [`MergeError::Changed`]; else what the database says.
pub async fn undo(change: &Change, id: i64, kept: Side, data: &ClientData) -> Result<(), MergeError> {
    let (scope, centre) = (change.scope(), change.scope().centre.0);
    let merge = get(&**change, scope, id).await?;
    if merge.undone_at != 0 {
        return Err(MergeError::Undone);
    }
    let winner = clients::get(&**change, scope, merge.kept).await?;
    if let Some(above) = winner.merged_into {
        return Err(MergeError::Buried(above));
    }
    if kept.id != merge.kept {
        return Err(MergeError::Changed);
    }
    hold(change, kept).await?;
    let sql =
        "UPDATE client_merge SET undone_at = $3, undone_by = $4 WHERE centre_id = $1 AND id = $2 AND undone_at = 0";
    let by = scope.actor.map(|actor| actor.0);
    if change.run(sql, params![centre, id, change.now().0, by]).await? != 1 {
        return Err(MergeError::Undone);
    }
    let result = write(change, &winner, data).await?;
    let sql = "UPDATE client SET merged_into = NULL, traits = -1 - traits, version = version + 1 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![centre, merge.other.0]).await?;
    stand_under(change, &clients::get(&**change, scope, merge.other).await?, -centre, centre).await?;
    let calls = move_calls(change, merge.kept, merge.other, Some(&merge.calls)).await?;
    let told = json!({
        "merge": id, "other": merge.other.0, "old": map(winner.values()), "new": map(result), "moved": {"calls": calls},
    });
    change.record(Entry::new("client.unmerged", "client", merge.kept.0).detail(told)).await?;
    let told = json!({"merge": id, "from": merge.kept.0, "calls": calls});
    change.record(Entry::new("client.restored", "client", merge.other.0).detail(told)).await?;
    Ok(())
}

/// Writes what the file that stays holds from now on, if that is something else, and gives it.
async fn write(change: &Change, winner: &Client, data: &ClientData) -> Result<Fields> {
    let result = data.over(winner, winner.version, winner.updated_at).values();
    if result != winner.values() {
        clients::update(change, winner.id, winner.version, data).await?;
    }
    Ok(result)
}

/// Moves what a file is found by. The numbers and keys of a merged file stand under the negative number of its centre: no search of
/// the centre sees them, and they come back as they were.
async fn stand_under(change: &Change, client: &Client, from: i64, to: i64) -> Result<()> {
    let sql = "UPDATE client_phone SET centre_id = $3 WHERE client_id = $1 AND centre_id = $2";
    change.run(sql, params![client.id.0, from, to]).await?;
    clients::forget_keys(&**change, from, std::slice::from_ref(client)).await?;
    clients::add_keys(&**change, to, client).await
}

/// Calls of one statement.
const TOGETHER: usize = 100;

/// Ties calls of one file to another, all of them or those named; gives their numbers.
async fn move_calls(change: &Change, from: ClientId, to: ClientId, only: Option<&[i64]>) -> Result<Vec<i64>> {
    let base = "UPDATE call SET client_id = $3, version = version + 1 WHERE centre_id = $1 AND client_id = $2";
    let given = || params![change.scope().centre.0, from.0, to.0];
    let Some(only) = only else {
        let moved = change.all::<Id>(&format!("{base} RETURNING id"), given()).await?;
        return Ok(moved.into_iter().map(|row| row.id).collect());
    };
    let places: Vec<String> = (4..4 + TOGETHER).map(|place| format!("${place}")).collect();
    let sql = format!("{base} AND id IN ({}) RETURNING id", places.join(", "));
    let mut moved = vec![];
    for some in only.chunks(TOGETHER) {
        let mut params = given();
        params.extend((0..TOGETHER).map(|at| some.get(at).copied().unwrap_or(0).into()));
        moved.extend(change.all::<Id>(&sql, params).await?.into_iter().map(|row| row.id));
    }
    Ok(moved)
}
