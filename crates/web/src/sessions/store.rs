//! Queries of sessions and invitations.

use store::{
    AccountId, Centre, CentreId, CentreKind, Change, Entry, FromQueryResult, Moment, Result, Sql, Store, params,
};

use crate::preferences::Preferences;
use crate::{Account, Role, Visitor};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    login: String,
    name: String,
    role: String,
    preferences: String,
    centre_id: i64,
    kind: String,
    code: String,
    centre_name: String,
    grants: String,
    chosen: i64,
    seen_at: i64,
    notice: Option<String>,
    granted_factor: f64,
}

/// The person of a living session, in one query, and when the session was last seen.
pub(super) async fn find(store: &Store, hash: &str, oldest: Moment) -> Result<Option<(Visitor, Moment)>> {
    let sql = "SELECT a.id, a.login, a.name, a.role, a.preferences, a.centre_id, c.kind, c.code, c.name AS centre_name,
            c.grants, c.chosen, s.seen_at, s.notice, a.granted_factor
        FROM session s JOIN account a ON a.id = s.account_id JOIN centre c ON c.id = a.centre_id
        WHERE s.token_hash = $1 AND s.seen_at > $2 AND a.active";
    let Some(row) = store.read().one::<Row>(sql, params![hash, oldest.0]).await? else { return Ok(None) };
    let account = Account {
        id: AccountId(row.id),
        login: row.login,
        name: row.name,
        role: Role::parse(&row.role).unwrap_or(Role::Trainee),
    };
    let kind = CentreKind::parse(&row.kind);
    let (id, grants) = (CentreId(row.centre_id), Centre::granted(&row.grants));
    let centre = Centre { id, kind, code: row.code, name: row.centre_name, grants, chosen: row.chosen };
    let mut preferences = Preferences::read(&row.preferences);
    if row.granted_factor > 0.0 {
        preferences.time_factor = row.granted_factor;
    }
    let visitor = Visitor { account, centre, preferences, session: hash.to_owned(), notice: row.notice };
    Ok(Some((visitor, Moment(row.seen_at))))
}

pub(super) async fn touch(store: &Store, hash: &str, now: Moment) -> Result<()> {
    store.scratch().run("UPDATE session SET seen_at = $1 WHERE token_hash = $2", params![now.0, hash]).await?;
    Ok(())
}

pub(super) async fn set_notice(store: &Store, hash: &str, notice: Option<&str>) -> Result<()> {
    store.scratch().run("UPDATE session SET notice = $1 WHERE token_hash = $2", params![notice, hash]).await?;
    Ok(())
}

pub(super) async fn open(change: &Change, hash: &str, account: AccountId) -> Result<()> {
    let sql = "INSERT INTO session (token_hash, account_id, created_at, seen_at) VALUES ($1, $2, $3, $3)";
    change.run(sql, params![hash, account.0, change.now().0]).await?;
    change.run("UPDATE account SET failures = 0, blocked_until = 0 WHERE id = $1", params![account.0]).await?;
    change.record(Entry::new("session.opened", "account", account.0)).await?;
    Ok(())
}

pub(super) async fn close(change: &Change, hash: &str, account: AccountId) -> Result<()> {
    change.run("DELETE FROM session WHERE token_hash = $1", params![hash]).await?;
    change.record(Entry::new("session.closed", "account", account.0)).await?;
    Ok(())
}

pub(super) async fn close_all(change: &Change, account: AccountId) -> Result<()> {
    change.run("DELETE FROM session WHERE account_id = $1", params![account.0]).await?;
    change.record(Entry::new("session.closed_everywhere", "account", account.0)).await?;
    Ok(())
}

/// Forgets sessions that have ended by disuse and form tokens that no browser sends any more.
pub(super) async fn sweep(store: &Store, idle_since: Moment, spent_before: Moment) -> Result<u64> {
    let ended = store.scratch().run("DELETE FROM session WHERE seen_at < $1", params![idle_since.0]).await?;
    let spent = store.scratch().run("DELETE FROM spent WHERE at < $1", params![spent_before.0]).await?;
    Ok(ended + spent)
}

/// What sign-in compares.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Door {
    pub id: i64,
    pub centre_id: i64,
    pub password_hash: String,
    pub blocked_until: i64,
    pub preferences: String,
}

pub(super) async fn door(store: &Store, login: &str) -> Result<Option<Door>> {
    let sql = "SELECT id, centre_id, password_hash, blocked_until, preferences FROM account
        WHERE login = $1 AND active";
    store.read().one::<Door>(sql, params![login]).await
}

/// Counts a failure and says how many there are now. The database adds, so that guesses sent together all count.
pub(super) async fn failed(change: &Change, account: AccountId) -> Result<i64> {
    let sql = "UPDATE account SET failures = failures + 1 WHERE id = $1 RETURNING failures";
    let failures = change.number(sql, params![account.0]).await?;
    change.record(Entry::new("session.refused", "account", account.0)).await?;
    Ok(failures)
}

pub(super) async fn block(change: &Change, account: AccountId, until: Moment) -> Result<()> {
    change.run("UPDATE account SET blocked_until = $1 WHERE id = $2", params![until.0, account.0]).await?;
    Ok(())
}

/// True while a one-time invitation stands.
pub(super) async fn invited(store: &Store, hash: &str) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM invitation WHERE token_hash = $1 AND NOT EXISTS (SELECT 1 FROM account)";
    Ok(store.read().number(sql, params![hash]).await? > 0)
}

/// Uses up every invitation; false when this one no longer stood.
pub(super) async fn use_invitation(change: &Change, hash: &str) -> Result<bool> {
    let sql = "DELETE FROM invitation WHERE token_hash = $1 AND NOT EXISTS (SELECT 1 FROM account)";
    let used = change.run(sql, params![hash]).await?;
    change.run("DELETE FROM invitation", params![]).await?;
    Ok(used == 1)
}
