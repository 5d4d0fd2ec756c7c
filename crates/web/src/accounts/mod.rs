//! Accounts: who may sign in, as what, and in which centre they stand.

pub(crate) mod password;
mod store;
pub(crate) mod web;

use ::store::{AccountId, CentreId, Change, Result, Scope, Store};

pub use self::store::{Listed, account_of, enter_centre, first_of, grant_factor, invite, list, names, none_yet};
pub use web::home_of;
pub(crate) use web::routes;

use crate::preferences::Preferences;
use crate::{Role, WebError};

/// An account to create.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What will be typed at sign-in; folded to lower case.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The first password, in clear, at least [`password::SHORTEST`] characters.
    pub password: String,
    /// The home centre.
    pub centre: CentreId,
    /// The first preferences.
    pub preferences: Preferences,
}

/// An account whose password is hashed: hashing is slow and stays outside any transaction.
#[derive(Clone, Debug)]
pub struct Prepared {
    new: NewAccount,
    hash: String,
}

impl NewAccount {
    /// Hashes the password.
    ///
    /// # Errors
    /// [`WebError::Broken`] when hashing fails.
    pub async fn prepare(self) -> std::result::Result<Prepared, WebError> {
        let hash = password::hash(self.password.clone()).await?;
        Ok(Prepared { new: self, hash })
    }
}

/// Creates an account.
///
/// # Errors
/// [`::store::StoreError::Duplicate`] when the login is taken.
pub async fn create(change: &Change, prepared: &Prepared) -> Result<AccountId> {
    store::insert(change, &prepared.new, &prepared.hash).await
}

/// Gives an account a new password and ends its sessions. False when there is no such login.
///
/// # Errors
/// What the database says.
pub async fn reset(store: &Store, login: &str, new: String) -> std::result::Result<bool, WebError> {
    let Some(account) = self::store::id_of(store, &fold_login(login)).await? else { return Ok(false) };
    let hash = password::hash(new).await?;
    let change = store.begin(Scope { centre: CentreId::PRODUCTION, actor: None }).await?;
    self::store::set_password(&change, account, &hash).await?;
    change.commit().await?;
    Ok(true)
}

/// Logins are compared without case and outer spaces.
pub fn fold_login(login: &str) -> String {
    login.trim().to_lowercase()
}
