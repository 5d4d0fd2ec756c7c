//! What is decided about each trainee in an open council.

use std::collections::BTreeMap;

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use serde_json::json;

/// What stands about one trainee.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::council) struct Decision {
    pub trainee_id: i64,
    /// 0 when a decision was taken back.
    pub code_id: i64,
    pub reason: String,
    /// The digest of what it was taken on.
    pub seen: String,
    /// Who wrote it.
    pub who: String,
    pub version: i64,
}

/// The decisions of a council, by trainee.
pub(in crate::council) async fn decisions_of(
    db: &impl ConnectionTrait,
    council: i64,
) -> Result<BTreeMap<i64, Decision>> {
    let sql = "SELECT d.trainee_id, d.code_id, d.reason, d.seen, COALESCE(a.name, '') AS who, d.version
        FROM council_decision d LEFT JOIN account a ON a.id = d.by_id WHERE d.council_id = $1";
    let rows = db.all::<Decision>(sql, params![council]).await?;
    Ok(rows.into_iter().map(|own| (own.trainee_id, own)).collect())
}

/// One decision to write: what the person saw, and what is decided.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// About whom.
    pub trainee: i64,
    /// The decision, 0 for none.
    pub code: i64,
    /// Why; required where it differs from the proposal.
    pub reason: String,
    /// The digest of the marks on which it is taken.
    pub seen: String,
    /// The version of what stood, 0 for nothing.
    pub version: i64,
}

/// Writes decisions and `council.decided`. The council is held by the change.
///
/// # Errors
/// [`StoreError::Stale`] when one of them no longer stands at its version: nothing is written then. Else what the database says.
pub async fn decide(change: &Change, council: i64, all: &[NewDecision]) -> Result<()> {
    let by = change.scope().actor.map(|actor| actor.0);
    let sql = "INSERT INTO council_decision (council_id, trainee_id, code_id, reason, seen, by_id, at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8 + 1) ON CONFLICT (council_id, trainee_id) DO UPDATE
            SET code_id = excluded.code_id, reason = excluded.reason, seen = excluded.seen, by_id = excluded.by_id,
                at = excluded.at, version = excluded.version
        WHERE council_decision.version = $8";
    let mut written = vec![];
    for own in all {
        let values = params![
            council,
            own.trainee,
            own.code,
            own.reason.as_str(),
            own.seen.as_str(),
            by,
            change.now().0,
            own.version,
        ];
        if change.run(sql, values).await? == 0 {
            return Err(StoreError::Stale);
        }
        written.push(json!([own.trainee, own.code, own.reason]));
    }
    let detail = json!({"decisions": written});
    change.record(Entry::new("council.decided", "council", council).detail(detail)).await?;
    Ok(())
}
