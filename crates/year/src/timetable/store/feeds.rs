//! Calendar feeds: who may read which sessions by a secret link. The secret itself is never stored.

use ::store::{AccountId, Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, params};
use sha2::{Digest, Sha256};

/// The hash under which a secret is stored.
fn hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A feed that is open.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::timetable) struct Feed {
    pub account_id: i64,
    /// The code of the language in which it is written.
    pub lang: String,
    /// When it was opened.
    pub at: i64,
}

const SELECT: &str = "SELECT f.account_id, f.lang, f.at FROM calendar_feed f JOIN account a ON a.id = f.account_id";

/// The feed of an account.
pub(in crate::timetable) async fn feed_of(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Feed>> {
    db.one(&format!("{SELECT} WHERE f.account_id = $1"), params![account.0]).await
}

/// The feed of a secret, while the account is active.
pub(in crate::timetable) async fn feed_by_token(db: &impl ConnectionTrait, token: &str) -> Result<Option<Feed>> {
    db.one(&format!("{SELECT} WHERE f.token_hash = $1 AND a.active"), params![hash(token)]).await
}

/// Opens the feed of an account under a new secret, so that an older link no longer works, and writes `feed.opened`.
///
/// # Errors
/// What the database says.
pub(in crate::timetable) async fn open_feed(
    change: &Change,
    account: AccountId,
    token: &str,
    lang: &str,
) -> Result<()> {
    let sql = "INSERT INTO calendar_feed (account_id, token_hash, lang, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, lang = excluded.lang, at = excluded.at";
    change.run(sql, params![account.0, hash(token), lang, change.now().0]).await?;
    change.record(Entry::new("feed.opened", "account", account.0)).await?;
    Ok(())
}

/// Closes the feed of an account and writes `feed.closed`.
///
/// # Errors
/// What the database says.
pub(in crate::timetable) async fn close_feed(change: &Change, account: AccountId) -> Result<()> {
    change.run("DELETE FROM calendar_feed WHERE account_id = $1", params![account.0]).await?;
    change.record(Entry::new("feed.closed", "account", account.0)).await?;
    Ok(())
}
