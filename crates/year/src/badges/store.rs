//! Queries of badges.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use serde_json::json;

/// A badge.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Badge {
    pub id: i64,
    /// The unguessable part of its address.
    pub token: String,
    pub module: String,
    /// The signed credential.
    pub jwt: String,
    pub issued_on: String,
    /// The day on which it was revoked; empty while it stands.
    pub revoked_on: String,
    pub reason: String,
}

const SELECT: &str = "SELECT id, token, module, jwt, issued_on, revoked_on, reason FROM badge";

/// The badges of a trainee, the last first.
pub(super) async fn badges_of(db: &impl ConnectionTrait, trainee: i64) -> Result<Vec<Badge>> {
    db.all(&format!("{SELECT} WHERE trainee_id = $1 ORDER BY id DESC LIMIT 200"), params![trainee]).await
}

/// The badge at an address.
pub(super) async fn badge_at(db: &impl ConnectionTrait, token: &str) -> Result<Badge> {
    db.one(&format!("{SELECT} WHERE token = $1"), params![token]).await?.ok_or(StoreError::NotFound)
}

/// Issues a badge and writes `badge.issued`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the trainee has a standing one for the module; else what the database says.
pub(super) async fn issue(
    change: &Change,
    (trainee, module): (i64, &str),
    token: &str,
    jwt: &str,
    day: &str,
) -> Result<i64> {
    let sql = "INSERT INTO badge (token, trainee_id, module, jwt, issued_on, revoked_on, reason)
        VALUES ($1, $2, $3, $4, $5, '', '') RETURNING id";
    let id = change.number(sql, params![token, trainee, module, jwt, day]).await?;
    let detail = json!({"trainee": trainee, "module": module, "day": day});
    change.record(Entry::new("badge.issued", "badge", id).detail(detail)).await?;
    Ok(id)
}

/// Revokes a standing badge of a trainee for a reason and writes `badge.revoked`.
///
/// # Errors
/// [`StoreError::Stale`] when it does not stand any more; else what the database says.
pub(super) async fn revoke(change: &Change, trainee: i64, id: i64, day: &str, reason: &str) -> Result<()> {
    let sql = "UPDATE badge SET revoked_on = $3, reason = $4 WHERE id = $1 AND trainee_id = $2 AND revoked_on = ''";
    if change.run(sql, params![id, trainee, day, reason]).await? == 0 {
        return Err(StoreError::Stale);
    }
    change.record(Entry::new("badge.revoked", "badge", id).detail(json!({"day": day, "reason": reason}))).await?;
    Ok(())
}
