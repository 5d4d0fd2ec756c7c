//! Queries of preferences.

use serde_json::json;
use store::{AccountId, Change, Entry, Result, Sql, params};

/// Keeps the choices of an account.
pub(super) async fn save(change: &Change, account: AccountId, body: &str) -> Result<()> {
    change.run("UPDATE account SET preferences = $1 WHERE id = $2", params![body, account.0]).await?;
    let entry = Entry::new("preferences.changed", "account", account.0);
    change.record(entry.detail(serde_json::from_str(body).unwrap_or_else(|_| json!({})))).await?;
    Ok(())
}
