//! Queries of segments.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use super::MOST;
use crate::clients::Filter;

/// A segment as it is stored.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Segment {
    /// Identity.
    pub id: i64,
    /// Its name, unique in the centre.
    pub name: String,
    /// Its filter, as [`Filter::query`] writes it.
    pub query: String,
    /// Grows with every change.
    pub version: i64,
    /// How many files it held when it was last counted; -1 when it never was.
    pub counted: i64,
    /// When that was, in milliseconds.
    pub counted_at: i64,
}

const COLUMNS: &str = "id, name, query, version, counted, counted_at";

/// The segments of the centre, by name.
///
/// # Errors
/// What the database says.
pub(crate) async fn list(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Segment>> {
    let sql = format!("SELECT {COLUMNS} FROM segment WHERE centre_id = $1 ORDER BY name, id LIMIT $2");
    db.all(&sql, params![scope.centre.0, MOST]).await
}

/// Name and query of each segment, by name.
///
/// # Errors
/// What the database says.
pub async fn names(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<(String, String)>> {
    Ok(list(db, scope).await?.into_iter().map(|segment| (segment.name, segment.query)).collect())
}

/// The segment of a name.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has none of that name; else what the database says.
pub async fn by_name(db: &impl ConnectionTrait, scope: Scope, name: &str) -> Result<Segment> {
    let sql = format!("SELECT {COLUMNS} FROM segment WHERE centre_id = $1 AND name = $2");
    db.one(&sql, params![scope.centre.0, name]).await?.ok_or(StoreError::NotFound)
}

/// One segment of the centre.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such segment.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Segment> {
    let sql = format!("SELECT {COLUMNS} FROM segment WHERE centre_id = $1 AND id = $2");
    db.one(&sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)
}

/// True when another segment has this name.
pub(super) async fn is_taken(db: &impl ConnectionTrait, scope: Scope, name: &str, own: i64) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM segment WHERE centre_id = $1 AND name = $2 AND id <> $3";
    Ok(db.number(sql, params![scope.centre.0, name, own]).await? > 0)
}

/// True when the centre keeps as many segments as it may.
pub(super) async fn is_full(db: &impl ConnectionTrait, scope: Scope) -> Result<bool> {
    Ok(db.number("SELECT COUNT(*) FROM segment WHERE centre_id = $1", params![scope.centre.0]).await? >= MOST)
}

#[derive(FromQueryResult)]
struct Spent {
    location: String,
}

/// Where a form that was sent before led to.
pub(super) async fn led_to(db: &impl ConnectionTrait, token: &str) -> Result<Option<String>> {
    let row = db.one::<Spent>("SELECT location FROM spent WHERE token = $1", params![token]).await?;
    Ok(row.map(|row| row.location))
}

/// Keeps a filter under a name and writes `segment.created`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the name is taken; else what the database says.
pub async fn add(change: &Change, name: &str, filter: &Filter) -> Result<i64> {
    let (scope, query) = (change.scope(), filter.query());
    let sql = "INSERT INTO segment (centre_id, name, query, version, made_by, counted, counted_at)
        VALUES ($1, $2, $3, 1, $4, -1, 0) RETURNING id";
    let maker = scope.actor.map_or(0, |actor| actor.0);
    let id = change.number(sql, params![scope.centre.0, name, query.as_str(), maker]).await?;
    let detail = json!({"name": name, "query": query});
    change.record(Entry::new("segment.created", "segment", id).detail(detail)).await?;
    Ok(id)
}

/// Changes name and filter, forgets the count and writes `segment.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when the segment is no longer at `version`; else what the database says.
pub(super) async fn change_to(change: &Change, old: &Segment, version: i64, name: &str, filter: &Filter) -> Result<()> {
    let query = filter.query();
    let sql = "UPDATE segment SET name = $4, query = $5, version = version + 1, counted = -1, counted_at = 0
        WHERE centre_id = $1 AND id = $2 AND version = $3";
    let params = params![change.scope().centre.0, old.id, version, name, query.as_str()];
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": {"name": old.name, "query": old.query}, "new": {"name": name, "query": query}});
    change.record(Entry::new("segment.updated", "segment", old.id).detail(detail)).await?;
    Ok(())
}

/// Keeps a count with its moment and writes `segment.counted`.
///
/// # Errors
/// What the database says.
pub(super) async fn keep_count(change: &Change, id: i64, count: i64) -> Result<()> {
    let sql = "UPDATE segment SET counted = $3, counted_at = $4 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![change.scope().centre.0, id, count, change.now().0]).await?;
    change.record(Entry::new("segment.counted", "segment", id).detail(json!({"files": count}))).await?;
    Ok(())
}

/// Deletes a segment, no file, and writes `segment.deleted`.
///
/// # Errors
/// What the database says.
pub(super) async fn delete(change: &Change, old: &Segment) -> Result<()> {
    change
        .run("DELETE FROM segment WHERE centre_id = $1 AND id = $2", params![change.scope().centre.0, old.id])
        .await?;
    let detail = json!({"name": old.name, "query": old.query});
    change.record(Entry::new("segment.deleted", "segment", old.id).detail(detail)).await?;
    Ok(())
}
