//! The decisions that the institution knows.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use serde_json::json;

use super::super::{Code, Kind};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    kind: String,
    fr: String,
    ar: String,
    from_on: String,
    until_on: String,
    version: i64,
}

/// Every decision that there was, in the order in which they were made.
pub(in crate::council) async fn codes(db: &impl ConnectionTrait) -> Result<Vec<Code>> {
    let sql = "SELECT id, code, kind, fr, ar, from_on, until_on, version FROM council_code ORDER BY id LIMIT 200";
    let code = |row: Row| {
        let kind = Kind::parse(&row.kind).ok_or_else(|| StoreError::Newer(format!("decision {}", row.kind)))?;
        let Row { id, code, fr, ar, from_on, until_on, version, .. } = row;
        Ok(Code { id, code, kind, fr, ar, from_on, until_on, version })
    };
    db.all::<Row>(sql, params![]).await?.into_iter().map(code).collect()
}

fn values(new: &Code) -> serde_json::Value {
    json!({"code": new.code, "kind": new.kind.code(), "fr": new.fr, "ar": new.ar, "from": new.from_on, "until": new.until_on})
}

/// Adds a decision and writes `council_code.created`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the code is taken; else what the database says.
pub(in crate::council) async fn add_code(change: &Change, new: &Code) -> Result<i64> {
    let sql = "INSERT INTO council_code (code, kind, fr, ar, from_on, until_on, version)
        VALUES ($1, $2, $3, $4, $5, $6, 1) RETURNING id";
    let (code, kind, fr, ar) = (new.code.as_str(), new.kind.code(), new.fr.as_str(), new.ar.as_str());
    let id = change.number(sql, params![code, kind, fr, ar, new.from_on.as_str(), new.until_on.as_str()]).await?;
    change.record(Entry::new("council_code.created", "council_code", id).detail(values(new))).await?;
    Ok(id)
}

/// Changes names and days of a decision, never its kind, and writes `council_code.updated`. What was sealed keeps what it said.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at its version, [`StoreError::Duplicate`] when the code is taken; else what the
/// database says.
pub(in crate::council) async fn change_code(change: &Change, old: &Code, new: &Code) -> Result<()> {
    let sql = "UPDATE council_code SET code = $3, fr = $4, ar = $5, from_on = $6, until_on = $7, version = version + 1
        WHERE id = $1 AND version = $2";
    let (code, fr, ar) = (new.code.as_str(), new.fr.as_str(), new.ar.as_str());
    let days = (new.from_on.as_str(), new.until_on.as_str());
    if change.run(sql, params![old.id, new.version, code, fr, ar, days.0, days.1]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": values(old), "new": values(new)});
    change.record(Entry::new("council_code.updated", "council_code", old.id).detail(detail)).await?;
    Ok(())
}
