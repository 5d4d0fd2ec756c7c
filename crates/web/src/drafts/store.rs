//! Queries of drafts.

use store::{AccountId, Change, FromQueryResult, Moment, Result, Sql, Store, params};

#[derive(FromQueryResult)]
struct Row {
    body: String,
}

pub(super) async fn find(store: &Store, account: AccountId, form: &str) -> Result<Option<String>> {
    let sql = "SELECT body FROM draft WHERE account_id = $1 AND form = $2";
    Ok(store.read().one::<Row>(sql, params![account.0, form]).await?.map(|row| row.body))
}

pub(super) async fn keep(store: &Store, account: AccountId, form: &str, body: &str) -> Result<()> {
    let sql = "INSERT INTO draft (account_id, form, body, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id, form) DO UPDATE SET body = excluded.body, at = excluded.at";
    store.scratch().run(sql, params![account.0, form, body, store.clock().now().0]).await?;
    Ok(())
}

pub(super) async fn forget(store: &Store, account: AccountId, form: &str) -> Result<()> {
    store.scratch().run("DELETE FROM draft WHERE account_id = $1 AND form = $2", params![account.0, form]).await?;
    Ok(())
}

/// Forgets what anybody typed on pages whose address begins so; the address holds neither `%` nor `_`.
pub(super) async fn forget_under(change: &Change, place: &str) -> Result<u64> {
    change.run("DELETE FROM draft WHERE form LIKE $1", params![format!("{place}%")]).await
}

/// Forgets the drafts that were last touched before a moment.
pub(super) async fn sweep(store: &Store, before: Moment) -> Result<u64> {
    store.scratch().run("DELETE FROM draft WHERE at < $1", params![before.0]).await
}
