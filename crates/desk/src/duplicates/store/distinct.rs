//! Pairs that somebody declared to be two clients.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use crate::clients::ClientId;

/// A pair that is no duplicate, and who said so.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::duplicates) struct Distinct {
    pub id: i64,
    pub first_id: i64,
    pub second_id: i64,
    pub at: i64,
    pub by_name: Option<String>,
}

#[derive(FromQueryResult)]
struct Ends {
    first_id: i64,
    second_id: i64,
}

/// The files that were declared distinct from one.
pub(super) async fn of(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Vec<ClientId>> {
    let sql = "SELECT first_id, second_id FROM client_distinct WHERE centre_id = $1 AND first_id = $2
        UNION SELECT first_id, second_id FROM client_distinct WHERE centre_id = $1 AND second_id = $2";
    let rows = db.all::<Ends>(sql, params![scope.centre.0, id.0]).await?;
    let other = |row: &Ends| ClientId(if row.first_id == id.0 { row.second_id } else { row.first_id });
    Ok(rows.iter().map(other).collect())
}

/// True when a pair was declared distinct.
pub(super) async fn known(db: &impl ConnectionTrait, scope: Scope, one: ClientId, other: ClientId) -> Result<bool> {
    let (first, second) = (one.min(other), one.max(other));
    let sql = "SELECT id FROM client_distinct WHERE centre_id = $1 AND first_id = $2 AND second_id = $3";
    Ok(db.number(sql, params![scope.centre.0, first.0, second.0]).await? != 0)
}

/// Declares a pair distinct and writes `duplicate.dismissed`; false when it was so already, and then nothing is written.
pub(in crate::duplicates) async fn dismiss(change: &Change, one: ClientId, other: ClientId) -> Result<bool> {
    let (first, second) = (one.min(other), one.max(other));
    let sql = "INSERT INTO client_distinct (centre_id, first_id, second_id, at, by_id) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (centre_id, first_id, second_id) DO NOTHING";
    let scope = change.scope();
    let by = scope.actor.map(|actor| actor.0);
    if change.run(sql, params![scope.centre.0, first.0, second.0, change.now().0, by]).await? == 0 {
        return Ok(false);
    }
    let detail = json!({"other": second.0});
    change.record(Entry::new("duplicate.dismissed", "client", first.0).detail(detail)).await?;
    Ok(true)
}

/// Takes such a declaration back and writes `duplicate.restored`.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none of that number.
pub(in crate::duplicates) async fn restore(change: &Change, id: i64) -> Result<()> {
    let centre = change.scope().centre.0;
    let sql = "SELECT first_id, second_id FROM client_distinct WHERE centre_id = $1 AND id = $2";
    let ends = change.one::<Ends>(sql, params![centre, id]).await?.ok_or(StoreError::NotFound)?;
    change.run("DELETE FROM client_distinct WHERE centre_id = $1 AND id = $2", params![centre, id]).await?;
    let detail = json!({"other": ends.second_id});
    change.record(Entry::new("duplicate.restored", "client", ends.first_id).detail(detail)).await?;
    Ok(())
}

/// A page of the pairs that were declared distinct, the newest first.
pub(in crate::duplicates) async fn dismissed(
    db: &impl ConnectionTrait,
    scope: Scope,
    before: Option<i64>,
) -> Result<Keyset<Distinct>> {
    let sql = "SELECT d.id, d.first_id, d.second_id, d.at, a.name AS by_name
        FROM client_distinct d LEFT JOIN account a ON a.id = d.by_id
        WHERE d.centre_id = $1 AND d.id < $2 ORDER BY d.id DESC LIMIT $3";
    let rows = db.all(sql, params![scope.centre.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1]).await?;
    Ok(Keyset::of(rows, |row: &Distinct| row.id))
}
