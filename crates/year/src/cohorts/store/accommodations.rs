//! What was granted to a trainee.

use ::store::{AccountId, Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use ::web::accounts::grant_factor;
use serde_json::json;

use super::actor;

/// What was granted to a trainee.
#[derive(Clone, Debug, Default, FromQueryResult)]
pub struct Granted {
    /// The assistive means, apart by `+`: `braille+speech`.
    pub means: String,
    /// What every time allowed is multiplied by: 1, 1.5, 2 or 3.
    pub factor: f64,
    /// In which form documents and subjects are given.
    pub documents: String,
    /// Anything else that was decided.
    pub remark: String,
    /// Counts the changes; 0 before the first.
    pub version: i64,
}

/// What was granted to a trainee, if anything.
pub(in crate::cohorts) async fn accommodation(db: &impl ConnectionTrait, trainee: i64) -> Result<Option<Granted>> {
    let sql = "SELECT means, factor, documents, remark, version FROM accommodation WHERE trainee_id = $1";
    db.one(sql, params![trainee]).await
}

/// Keeps what is granted to a trainee and writes `accommodation.granted`, without its content: the journal is read by more
/// people than this. The account of the trainee takes the time factor from here on.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `new.version`; else what the database says.
pub async fn keep_accommodation(change: &Change, trainee: i64, account: i64, new: &Granted) -> Result<()> {
    let values =
        params![trainee, new.means.as_str(), new.factor, new.documents.as_str(), new.remark.as_str(), new.version,];
    let sql = "INSERT INTO accommodation (trainee_id, means, factor, documents, remark, version)
        VALUES ($1, $2, $3, $4, $5, $6 + 1) ON CONFLICT (trainee_id) DO UPDATE SET means = excluded.means,
            factor = excluded.factor, documents = excluded.documents, remark = excluded.remark, version = excluded.version
        WHERE accommodation.version = $6";
    if change.run(sql, values).await? == 0 {
        return Err(StoreError::Stale);
    }
    if account > 0 {
        grant_factor(change, AccountId(account), new.factor).await?;
    }
    let entry = Entry::new("accommodation.granted", "trainee", trainee).detail(json!({"by": actor(change)}));
    change.record(entry).await?;
    Ok(())
}
