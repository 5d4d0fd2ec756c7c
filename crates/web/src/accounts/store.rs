//! Queries of accounts.

use serde_json::json;
use store::{
    AccountId, CentreId, Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, Store,
    StoreError, params,
};

use super::{NewAccount, fold_login};
use crate::{Account, Role};

/// A line of the list of accounts.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Identity.
    pub id: i64,
    /// What is typed at sign-in.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The stored word of the role.
    pub role: String,
}

pub(super) async fn insert(change: &Change, new: &NewAccount, hash: &str) -> Result<AccountId> {
    let sql = "INSERT INTO account (login, name, role, password_hash, active, home_centre_id, centre_id, preferences,
            failures, blocked_until, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 0, 0, $8) RETURNING id";
    let params = params![
        fold_login(&new.login),
        new.name.as_str(),
        new.role.code(),
        hash,
        true,
        new.centre.0,
        new.preferences.write(),
        change.now().0,
    ];
    let id = change.number(sql, params).await?;
    let detail = json!({"login": fold_login(&new.login), "role": new.role.code()});
    change.record(Entry::new("account.created", "account", id).detail(detail)).await?;
    Ok(AccountId(id))
}

pub(super) async fn id_of(store: &Store, login: &str) -> Result<Option<AccountId>> {
    let id = store.read().number("SELECT id FROM account WHERE login = $1", params![login]).await?;
    Ok((id != 0).then_some(AccountId(id)))
}

pub(super) async fn set_password(change: &Change, account: AccountId, hash: &str) -> Result<()> {
    let sql = "UPDATE account SET password_hash = $1, failures = 0, blocked_until = 0 WHERE id = $2";
    change.run(sql, params![hash, account.0]).await?;
    change.run("DELETE FROM session WHERE account_id = $1", params![account.0]).await?;
    change.record(Entry::new("account.password_reset", "account", account.0)).await?;
    Ok(())
}

/// True when nobody can sign in yet.
///
/// # Errors
/// What the database says.
pub async fn none_yet(store: &Store) -> Result<bool> {
    Ok(store.read().number("SELECT COUNT(*) FROM account", params![]).await? == 0)
}

/// Stores the hash of a one-time invitation for the first administrator; earlier ones end.
///
/// # Errors
/// What the database says.
pub async fn invite(store: &Store, token: &str) -> Result<()> {
    store.scratch().run("DELETE FROM invitation", params![]).await?;
    let sql = "INSERT INTO invitation (token_hash, created_at) VALUES ($1, $2)";
    store.scratch().run(sql, params![crate::sessions::hash(token), store.clock().now().0]).await?;
    Ok(())
}

/// A page of accounts of the given roles (all when empty), in the order of their creation.
///
/// # Errors
/// What the database says.
pub async fn list(store: &Store, role: Option<Role>, after: Option<i64>) -> Result<Keyset<Listed>> {
    let sql = "SELECT id, login, name, role FROM account
        WHERE id > $1 AND ($2 = '' OR role = $2) AND active ORDER BY id LIMIT $3";
    let params = params![after.unwrap_or(0), role.map_or("", Role::code), PAGE as i64 + 1];
    Ok(Keyset::of(store.read().all::<Listed>(sql, params).await?, |row| row.id))
}

/// One account.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub async fn account_of(db: &impl ConnectionTrait, id: AccountId) -> Result<Account> {
    let sql = "SELECT id, login, name, role FROM account WHERE id = $1";
    let row = db.one::<Listed>(sql, params![id.0]).await?.ok_or(StoreError::NotFound)?;
    let role = Role::parse(&row.role).unwrap_or(Role::Trainee);
    Ok(Account { id: AccountId(row.id), login: row.login, name: row.name, role })
}

/// The oldest active account of a role whose home is the centre; 0 when there is none.
///
/// # Errors
/// What the database says.
pub async fn first_of(db: &impl ConnectionTrait, scope: Scope, role: Role) -> Result<i64> {
    let sql = "SELECT id FROM account WHERE home_centre_id = $1 AND role = $2 AND active ORDER BY id LIMIT 1";
    db.number(sql, params![scope.centre.0, role.code()]).await
}

/// Grants a time factor to a person: it comes before their own choice until it is 0. The caller writes the journal.
///
/// # Errors
/// What the database says.
pub async fn grant_factor(change: &Change, account: AccountId, factor: f64) -> Result<()> {
    change.run("UPDATE account SET granted_factor = $2 WHERE id = $1", params![account.0, factor]).await?;
    Ok(())
}

/// The names of accounts by identity, for the lines of a history.
///
/// # Errors
/// What the database says.
pub async fn names(store: &Store, ids: &[i64]) -> Result<std::collections::BTreeMap<i64, String>> {
    let mut found = std::collections::BTreeMap::new();
    for id in ids {
        if !found.contains_key(id) {
            let account = account_of(store.read(), AccountId(*id)).await?;
            found.insert(*id, account.name);
        }
    }
    Ok(found)
}

/// Moves a person into a centre, or home when `centre` is none.
///
/// # Errors
/// What the database says.
pub async fn enter_centre(change: &Change, account: AccountId, centre: Option<CentreId>) -> Result<()> {
    match centre {
        Some(centre) => {
            change.run("UPDATE account SET centre_id = $1 WHERE id = $2", params![centre.0, account.0]).await?;
        }
        None => {
            change.run("UPDATE account SET centre_id = home_centre_id WHERE id = $1", params![account.0]).await?;
        }
    }
    let detail = json!({"centre": centre.map(|centre| centre.0)});
    change.record(Entry::new("account.entered_centre", "account", account.0).detail(detail)).await?;
    Ok(())
}
