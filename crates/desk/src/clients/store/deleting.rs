//! A file that was made by mistake: deleted while nothing hangs on it, and made again from the journal for thirty days.

use ::store::{
    Change, ConnectionTrait, Entry, FromQueryResult, Keyset, Moment, PAGE, Result, Scope, Sql, StoreError, params,
};
use ::web::Fields;
use serde_json::{Map, Value as Json, json};

use super::hold;
use super::keys::forget_keys;
use super::writing::{OWN, TIES, TIES_OF_CENTRE};
use crate::clients::ClientId;

/// For how long a deleted file can be made again, in milliseconds.
const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// The text key of what a table keeps of a client.
fn key_of(table: &str) -> &'static str {
    match table {
        "call" => "clients-held-calls",
        "client_link" => "clients-held-links",
        "client_merge" | "client_distinct" => "clients-held-merges",
        "client_validation" => "clients-held-validation",
        "portfolio_moved" => "clients-held-portfolio",
        _ => "clients-held-law",
    }
}

/// What hangs on a file and would be lost or left without it: text keys, each once. Nothing for a file that may be deleted.
///
/// # Errors
/// What the database says.
pub(in crate::clients) async fn held_by(
    db: &impl ConnectionTrait,
    scope: Scope,
    id: ClientId,
) -> Result<Vec<&'static str>> {
    let mut all = Vec::from(TIES.map(|(table, column)| (table, format!("t.{column} = $2 AND $1 > 0"))));
    // The index of these begins with the centre.
    all.extend(TIES_OF_CENTRE.map(|table| (table, "t.centre_id = $1 AND t.client_id = $2".to_owned())));
    let mut keys = vec![];
    for (table, condition) in all {
        let key = key_of(table);
        if keys.contains(&key) {
            continue;
        }
        let sql = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {table} t WHERE {condition} LIMIT 1) held");
        if db.number(&sql, params![scope.centre.0, id.0]).await? > 0 {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// Deletes a file and writes `client.deleted` with what it held. Gives what hangs on it when it may not be deleted: nothing is done
/// then.
///
/// # Errors
/// [`StoreError::Stale`] when the file is no longer at `version` or was merged, [`StoreError::NotFound`] when the centre has no such
/// file; else what the database says.
pub async fn delete(change: &Change, id: ClientId, version: i64) -> Result<Vec<&'static str>> {
    let client = hold(change, id).await?;
    if client.version != version || client.merged_into.is_some() {
        return Err(StoreError::Stale);
    }
    let held = held_by(&**change, change.scope(), id).await?;
    if !held.is_empty() {
        return Ok(held);
    }
    forget_keys(&**change, change.scope().centre.0, std::slice::from_ref(&client)).await?;
    for table in OWN {
        change.run(&format!("DELETE FROM {table} WHERE client_id = $1"), params![id.0]).await?;
    }
    for table in ["import_known", "import_alike"] {
        change.run(&format!("DELETE FROM {table} WHERE client_id = $1 AND client_id > 0"), params![id.0]).await?;
    }
    change.run("DELETE FROM client WHERE centre_id = $1 AND id = $2", params![change.scope().centre.0, id.0]).await?;
    ::web::drafts::forget_under(change, &format!("/clients/{}/", id.0)).await?;
    let filled = client.values().0.into_iter().filter(|(_, value)| !value.is_empty());
    let old: Map<String, Json> = filled.map(|(field, value)| (field, Json::from(value))).collect();
    change.record(Entry::new("client.deleted", "client", id.0).detail(json!({"version": version, "old": old}))).await?;
    Ok(held)
}

/// A file that was deleted.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::clients) struct Deleted {
    /// The number of its line in the journal.
    pub id: i64,
    /// When, in milliseconds.
    pub at: i64,
    /// The name of who did it.
    pub actor: Option<String>,
    detail: String,
}

impl Deleted {
    /// What it held, by field, as the journal writes it.
    pub fn values(&self) -> Fields {
        let detail: Json = serde_json::from_str(&self.detail).unwrap_or(Json::Null);
        let held = detail["old"].as_object().into_iter().flatten();
        Fields(held.map(|(field, value)| (field.clone(), value.as_str().unwrap_or_default().to_owned())).collect())
    }
}

/// The columns and the joined name, of the lines that are still offered.
const DELETED: &str =
    "SELECT j.id, j.at, j.detail, a.name AS actor FROM journal j LEFT JOIN account a ON a.id = j.actor_id
    WHERE j.centre_id = $1 AND j.verb = 'client.deleted' AND j.at >= $2";

/// A page of the files that were deleted in the last thirty days, the newest first, before journal number `before`.
///
/// # Errors
/// What the database says.
pub(in crate::clients) async fn deleted(
    db: &impl ConnectionTrait,
    scope: Scope,
    now: Moment,
    before: Option<i64>,
) -> Result<Keyset<Deleted>> {
    let sql = format!("{DELETED} AND j.id < $3 ORDER BY j.id DESC LIMIT $4");
    let params = params![scope.centre.0, now.0 - KEPT_MS, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(db.all(&sql, params).await?, |line: &Deleted| line.id))
}

/// One of them, by its number in the journal.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none, or its thirty days are over; else what the database says.
pub(in crate::clients) async fn deleted_file(
    db: &impl ConnectionTrait,
    scope: Scope,
    now: Moment,
    line: i64,
) -> Result<Deleted> {
    let sql = format!("{DELETED} AND j.id = $3");
    db.one(&sql, params![scope.centre.0, now.0 - KEPT_MS, line]).await?.ok_or(StoreError::NotFound)
}
