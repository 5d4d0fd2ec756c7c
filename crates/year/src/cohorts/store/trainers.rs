//! Trainers and what they teach.

use ::store::{AccountId, Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use names::PersonName;
use serde_json::json;

use super::named;

/// A trainer.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Trainer {
    pub id: i64,
    pub account_id: i64,
    pub given_latin: String,
    pub family_latin: String,
    pub given_arabic: String,
    pub family_arabic: String,
    pub version: i64,
}

const SELECT: &str =
    "SELECT id, account_id, given_latin, family_latin, given_arabic, family_arabic, version FROM trainer";

/// The trainers, in the order in which they were added.
pub(crate) async fn trainers(db: &impl ConnectionTrait) -> Result<Vec<Trainer>> {
    db.all(&format!("{SELECT} ORDER BY id LIMIT 300"), params![]).await
}

/// One trainer.
pub(in crate::cohorts) async fn trainer(db: &impl ConnectionTrait, id: i64) -> Result<Trainer> {
    db.one(&format!("{SELECT} WHERE id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

#[derive(FromQueryResult)]
struct Taught {
    trainer_id: i64,
    module: String,
}

/// The modules that each trainer teaches: trainer and code.
pub(crate) async fn modules_of(db: &impl ConnectionTrait) -> Result<Vec<(i64, String)>> {
    let rows = db.all::<Taught>("SELECT trainer_id, module FROM trainer_module ORDER BY trainer_id, module", params![]);
    Ok(rows.await?.into_iter().map(|row| (row.trainer_id, row.module)).collect())
}

/// True when the person of an account teaches a module.
pub(crate) async fn teaches(db: &impl ConnectionTrait, account: AccountId, module: &str) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM trainer t JOIN trainer_module m ON m.trainer_id = t.id
        WHERE t.account_id = $1 AND m.module = $2";
    Ok(db.number(sql, params![account.0, module]).await? > 0)
}

/// Adds a trainer with an account and what they teach; writes `trainer.created`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the account is a trainer already; else what the database says.
pub async fn add_trainer(change: &Change, account: i64, name: &PersonName, modules: &[&str]) -> Result<i64> {
    let own = name.fields();
    let sql = "INSERT INTO trainer (account_id, given_latin, family_latin, given_arabic, family_arabic, version)
        VALUES ($1, $2, $3, $4, $5, 1) RETURNING id";
    let values = params![
        account,
        own.given_latin.as_str(),
        own.family_latin.as_str(),
        own.given_arabic.as_str(),
        own.family_arabic.as_str(),
    ];
    let id = change.number(sql, values).await?;
    teach(change, id, modules).await?;
    let detail = json!({"account": account, "name": named(name), "modules": modules});
    change.record(Entry::new("trainer.created", "trainer", id).detail(detail)).await?;
    Ok(id)
}

/// Changes name and modules and writes `trainer.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when the record is no longer at `version`; else what the database says.
pub(in crate::cohorts) async fn change_trainer(
    change: &Change,
    id: i64,
    version: i64,
    name: &PersonName,
    modules: &[&str],
) -> Result<()> {
    let own = name.fields();
    let sql = "UPDATE trainer SET given_latin = $3, family_latin = $4, given_arabic = $5, family_arabic = $6,
        version = version + 1 WHERE id = $1 AND version = $2";
    let values = params![
        id,
        version,
        own.given_latin.as_str(),
        own.family_latin.as_str(),
        own.given_arabic.as_str(),
        own.family_arabic.as_str(),
    ];
    if change.run(sql, values).await? == 0 {
        return Err(StoreError::Stale);
    }
    change.run("DELETE FROM trainer_module WHERE trainer_id = $1", params![id]).await?;
    teach(change, id, modules).await?;
    let detail = json!({"name": named(name), "modules": modules});
    change.record(Entry::new("trainer.updated", "trainer", id).detail(detail)).await?;
    Ok(())
}

async fn teach(change: &Change, id: i64, modules: &[&str]) -> Result<()> {
    for module in modules {
        let sql = "INSERT INTO trainer_module (trainer_id, module) VALUES ($1, $2)";
        change.run(sql, params![id, *module]).await?;
    }
    Ok(())
}
