//! Queries of the checks of documents: what was found, never the file.

use ::store::{Change, ConnectionTrait, FromQueryResult, Result, Sql, StoreError, params};

use super::Finding;
use crate::practice::AttemptId;

/// The last check of an attempt.
#[derive(Clone, Debug, Default)]
pub(super) struct Checked {
    /// The name of the file, as it was sent.
    pub name: String,
    /// Its size, in bytes.
    pub size: i64,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How many times a document was checked in the attempt.
    pub checks: i64,
    /// The line of the journal that tells the check.
    pub event: i64,
}

#[derive(FromQueryResult)]
struct Row {
    name: String,
    size: i64,
    findings: String,
    checks: i64,
    event: i64,
}

/// Keeps a check in place of the one before.
pub(super) async fn save(change: &Change, attempt: AttemptId, checked: &Checked) -> Result<()> {
    let findings = serde_json::to_string(&checked.findings).map_err(|error| StoreError::Newer(error.to_string()))?;
    let sql = "INSERT INTO document_check (attempt_id, name, size, findings, checks, event, saved_at)
        VALUES ($1, $2, $3, $4, 1, $5, $6)
        ON CONFLICT (attempt_id) DO UPDATE SET name = excluded.name, size = excluded.size, findings = excluded.findings,
            checks = document_check.checks + 1, event = excluded.event, saved_at = excluded.saved_at";
    let params = params![attempt.0, checked.name.as_str(), checked.size, findings, checked.event, change.now().0];
    change.run(sql, params).await?;
    Ok(())
}

/// The last check of an attempt, if there was one.
pub(super) async fn checked(db: &impl ConnectionTrait, attempt: AttemptId) -> Result<Option<Checked>> {
    let sql = "SELECT name, size, findings, checks, event FROM document_check WHERE attempt_id = $1";
    let Some(row) = db.one::<Row>(sql, params![attempt.0]).await? else { return Ok(None) };
    let findings = serde_json::from_str(&row.findings)
        .map_err(|error| StoreError::Newer(format!("document check {}: {error}", attempt.0)))?;
    Ok(Some(Checked { name: row.name, size: row.size, findings, checks: row.checks, event: row.event }))
}
