//! Queries of portfolios. Those of assignments stand in `moves`.

pub(super) mod moves;

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use super::MOST;

/// A portfolio and who is in charge of it.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Portfolio {
    pub id: i64,
    pub name: String,
    /// The account in charge, 0 for nobody.
    pub agent_id: i64,
    /// Its name; empty for nobody.
    pub agent: String,
    pub version: i64,
}

const SELECT: &str = "SELECT p.id, p.name, p.agent_id, COALESCE(a.name, '') AS agent, p.version
    FROM portfolio p LEFT JOIN account a ON a.id = p.agent_id";

/// The portfolios of a centre by name; those of one agent only when it is given.
pub(super) async fn list(db: &impl ConnectionTrait, scope: Scope, agent: Option<i64>) -> Result<Vec<Portfolio>> {
    let sql = format!("{SELECT} WHERE p.centre_id = $1 AND ($2 = 0 OR p.agent_id = $2) ORDER BY p.name, p.id LIMIT $3");
    db.all(&sql, params![scope.centre.0, agent.unwrap_or(0), MOST]).await
}

/// One portfolio.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Portfolio> {
    let sql = format!("{SELECT} WHERE p.centre_id = $1 AND p.id = $2");
    db.one(&sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)
}

#[derive(FromQueryResult)]
struct Named {
    id: i64,
    name: String,
}

/// The portfolios of the centre by name: identity and name.
///
/// # Errors
/// What the database says.
pub async fn names(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<(i64, String)>> {
    let sql = "SELECT id, name FROM portfolio WHERE centre_id = $1 ORDER BY name, id LIMIT $2";
    let rows = db.all::<Named>(sql, params![scope.centre.0, MOST]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Who may be in charge of a portfolio: the people of the centre who work on files.
pub(super) async fn agents(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<(i64, String)>> {
    let sql = "SELECT id, name FROM account WHERE active AND role IN ('agent', 'supervisor', 'trainee', 'trainer')
        AND (home_centre_id = $1 OR centre_id = $1) ORDER BY name, id LIMIT 500";
    let rows = db.all::<Named>(sql, params![scope.centre.0]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// True when another portfolio has this name; the second value is true when the centre has as many as it may.
pub(super) async fn is_taken(db: &impl ConnectionTrait, scope: Scope, name: &str, own: i64) -> Result<(bool, bool)> {
    let sql = "SELECT COUNT(*) FROM portfolio WHERE centre_id = $1 AND name = $2 AND id <> $3";
    let same = db.number(sql, params![scope.centre.0, name, own]).await?;
    let all = db.number("SELECT COUNT(*) FROM portfolio WHERE centre_id = $1", params![scope.centre.0]).await?;
    Ok((same > 0, all >= MOST))
}

/// Makes an empty portfolio and writes `portfolio.created`; `agent` is 0 for nobody.
///
/// # Errors
/// [`StoreError::Duplicate`] when the name is taken; else what the database says.
pub async fn add(change: &Change, name: &str, agent: i64) -> Result<i64> {
    let sql = "INSERT INTO portfolio (centre_id, name, agent_id, version) VALUES ($1, $2, $3, 1) RETURNING id";
    let id = change.number(sql, params![change.scope().centre.0, name, agent]).await?;
    let detail = json!({"name": name, "agent": agent});
    change.record(Entry::new("portfolio.created", "portfolio", id).detail(detail)).await?;
    Ok(id)
}

/// Changes name and agent and writes `portfolio.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when the portfolio is no longer at `version`; else what the database says.
pub(super) async fn change_to(change: &Change, old: &Portfolio, version: i64, name: &str, agent: i64) -> Result<()> {
    let sql = "UPDATE portfolio SET name = $4, agent_id = $5, version = version + 1
        WHERE centre_id = $1 AND id = $2 AND version = $3";
    if change.run(sql, params![change.scope().centre.0, old.id, version, name, agent]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": {"name": old.name, "agent": old.agent_id}, "new": {"name": name, "agent": agent}});
    change.record(Entry::new("portfolio.updated", "portfolio", old.id).detail(detail)).await?;
    Ok(())
}

/// Gives every portfolio of one agent to another and writes `portfolio.transferred` for each; says how many.
///
/// # Errors
/// What the database says.
pub(super) async fn transfer(change: &Change, from: i64, to: i64) -> Result<usize> {
    let own = list(&**change, change.scope(), Some(from)).await?;
    for portfolio in &own {
        let sql = "UPDATE portfolio SET agent_id = $3, version = version + 1 WHERE centre_id = $1 AND id = $2";
        change.run(sql, params![change.scope().centre.0, portfolio.id, to]).await?;
        let detail = json!({"from": from, "to": to});
        change.record(Entry::new("portfolio.transferred", "portfolio", portfolio.id).detail(detail)).await?;
    }
    Ok(own.len())
}

/// True when a portfolio holds a file.
pub(super) async fn holds_files(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM client c
        WHERE centre_id = $1 AND portfolio = $2 AND portfolio > 0 LIMIT 1) probe";
    Ok(db.number(sql, params![scope.centre.0, id]).await? > 0)
}

/// Deletes an empty portfolio and writes `portfolio.deleted`.
///
/// # Errors
/// What the database says.
pub(super) async fn delete(change: &Change, old: &Portfolio) -> Result<()> {
    change
        .run("DELETE FROM portfolio WHERE centre_id = $1 AND id = $2", params![change.scope().centre.0, old.id])
        .await?;
    let detail = json!({"name": old.name, "agent": old.agent_id});
    change.record(Entry::new("portfolio.deleted", "portfolio", old.id).detail(detail)).await?;
    Ok(())
}
