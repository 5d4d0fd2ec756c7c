//! Queries of the announcement log.

use store::{AccountId, FromQueryResult, Keyset, Moment, PAGE, Result, Sql, Store, params};

/// One announcement.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: i64,
    pub at: i64,
    pub text: String,
}

/// Keeps an announcement.
pub(crate) async fn add(store: &Store, account: AccountId, text: &str) -> Result<()> {
    let sql = "INSERT INTO announcement (account_id, at, text) VALUES ($1, $2, $3)";
    store.scratch().run(sql, params![account.0, store.clock().now().0, text]).await?;
    Ok(())
}

/// A page of announcements, newest first.
pub(super) async fn list(store: &Store, account: AccountId, before: Option<i64>) -> Result<Keyset<Row>> {
    let sql = "SELECT id, at, text FROM announcement WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    let params = params![account.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(store.read().all::<Row>(sql, params).await?, |row| row.id))
}

/// Forgets what was announced before a moment.
pub(super) async fn sweep(store: &Store, before: Moment) -> Result<u64> {
    store.scratch().run("DELETE FROM announcement WHERE at < $1", params![before.0]).await
}
