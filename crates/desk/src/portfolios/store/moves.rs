//! Queries of assignments: files that went into a portfolio, where each of them was before, and the way back.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use crate::clients::filtering::Words;
use crate::clients::{Asked, ClientId, Filter};

/// An assignment.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::portfolios) struct Move {
    pub id: i64,
    pub at: i64,
    /// Who assigned; empty for the program itself.
    pub who: String,
    /// The portfolio that the files went into, 0 for none.
    pub portfolio: i64,
    /// The filter that chose the files; empty for one file.
    pub query: String,
    pub files: i64,
    /// When it was undone; 0 when it was not.
    pub undone_at: i64,
}

const SELECT: &str = "SELECT m.id, m.at, COALESCE(a.name, '') AS who, m.portfolio, m.query, m.files, m.undone_at
    FROM portfolio_move m LEFT JOIN account a ON a.id = m.by_id";

/// How many files of a filter an assignment would move: those that are not there already.
pub(in crate::portfolios) async fn would_move(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    to: i64,
) -> Result<i64> {
    let mut words = Words::new(scope);
    let (conditions, to) = (words.conditions(filter, asked), words.put(to));
    let sql = format!("SELECT COUNT(*) FROM client c WHERE c.centre_id = $1{conditions} AND (c.portfolio + 0) <> {to}");
    db.number(&sql, words.params).await
}

/// Puts the files of a filter into a portfolio (0 takes them out), writes `portfolio.assigned`, and says how many moved.
///
/// # Errors
/// What the database says.
pub async fn assign(change: &Change, filter: &Filter, asked: Asked, to: i64) -> Result<i64> {
    let mut words = Words::new(change.scope());
    let (conditions, to_word) = (words.conditions(filter, asked), words.put(to));
    let chosen = format!("{conditions} AND (c.portfolio + 0) <> {to_word}");
    moved(change, words, &chosen, &filter.query(), to).await
}

/// The same for one file.
///
/// # Errors
/// What the database says.
pub async fn assign_one(change: &Change, client: ClientId, to: i64) -> Result<i64> {
    let mut words = Words::new(change.scope());
    let (client, to_word) = (words.put(client.0), words.put(to));
    let chosen = format!(" AND c.id = {client} AND c.portfolio <> {to_word}");
    moved(change, words, &chosen, "", to).await
}

async fn moved(change: &Change, mut words: Words, chosen: &str, query: &str, to: i64) -> Result<i64> {
    let scope = change.scope();
    let sql = "INSERT INTO portfolio_move (centre_id, at, by_id, portfolio, query, files, undone_at)
        VALUES ($1, $2, $3, $4, $5, 0, 0) RETURNING id";
    let by = scope.actor.map_or(0, |actor| actor.0);
    let id = change.number(sql, params![scope.centre.0, change.now().0, by, to, query]).await?;
    let own = words.put(id);
    let sql = format!(
        "INSERT INTO portfolio_moved (move_id, centre_id, client_id, left_portfolio)
        SELECT CAST({own} AS BIGINT), c.centre_id, c.id, c.portfolio FROM client c WHERE c.centre_id = $1{chosen}"
    );
    let files = i64::try_from(change.run(&sql, words.params).await?).unwrap_or(i64::MAX);
    let sql = "UPDATE client SET portfolio = $3 WHERE centre_id = $1
        AND id IN (SELECT client_id FROM portfolio_moved WHERE move_id = $2 AND centre_id = $1)";
    change.run(sql, params![scope.centre.0, id, to]).await?;
    let sql = "UPDATE portfolio_move SET files = $3 WHERE centre_id = $1 AND id = $2";
    change.run(sql, params![scope.centre.0, id, files]).await?;
    let detail = json!({"move": id, "files": files, "query": query});
    change.record(Entry::new("portfolio.assigned", "portfolio", to).detail(detail)).await?;
    Ok(files)
}

/// Takes the files of an assignment back to where they were, those excepted that were assigned again since, and writes
/// `portfolio.assignment_undone`. Says how many went back.
///
/// # Errors
/// [`StoreError::Stale`] when it was undone already; else what the database says.
pub(in crate::portfolios) async fn undo(change: &Change, one: &Move) -> Result<i64> {
    let centre = change.scope().centre.0;
    let sql = "UPDATE portfolio_move SET undone_at = $3 WHERE centre_id = $1 AND id = $2 AND undone_at = 0";
    if change.run(sql, params![centre, one.id, change.now().0]).await? == 0 {
        return Err(StoreError::Stale);
    }
    // A portfolio that is gone takes no file back.
    let sql = "UPDATE client SET portfolio = COALESCE((SELECT p.id FROM portfolio_moved m
            JOIN portfolio p ON p.id = m.left_portfolio AND p.centre_id = $1
            WHERE m.move_id = $2 AND m.client_id = client.id), 0)
        WHERE centre_id = $1 AND portfolio + 0 = $3
        AND id IN (SELECT client_id FROM portfolio_moved WHERE move_id = $2 AND centre_id = $1)
        AND NOT EXISTS (SELECT 1 FROM portfolio_moved later JOIN portfolio_move l ON l.id = later.move_id
            WHERE later.centre_id = $1 AND later.client_id = client.id AND later.move_id > $2 AND l.undone_at = 0)";
    let files = i64::try_from(change.run(sql, params![centre, one.id, one.portfolio]).await?).unwrap_or(i64::MAX);
    let detail = json!({"move": one.id, "files": files, "of": one.files});
    change.record(Entry::new("portfolio.assignment_undone", "portfolio", one.portfolio).detail(detail)).await?;
    Ok(files)
}

/// A page of assignments, newest first.
pub(in crate::portfolios) async fn list(
    db: &impl ConnectionTrait,
    scope: Scope,
    before: Option<i64>,
) -> Result<Keyset<Move>> {
    let sql = format!("{SELECT} WHERE m.centre_id = $1 AND m.id < $2 ORDER BY m.id DESC LIMIT $3");
    let params = params![scope.centre.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(db.all(&sql, params).await?, |one: &Move| one.id))
}

/// One assignment.
pub(in crate::portfolios) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Move> {
    let sql = format!("{SELECT} WHERE m.centre_id = $1 AND m.id = $2");
    db.one(&sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)
}

/// The newest assignments of one file, at most [`PAGE`].
pub(in crate::portfolios) async fn of_file(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
) -> Result<Vec<Move>> {
    let sql = format!(
        "{SELECT} JOIN portfolio_moved f ON f.move_id = m.id WHERE f.centre_id = $1 AND f.client_id = $2
        ORDER BY f.move_id DESC LIMIT $3"
    );
    db.all(&sql, params![scope.centre.0, client.0, PAGE as i64]).await
}

/// The portfolio of one file, 0 for none.
pub(in crate::portfolios) async fn portfolio_of(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
) -> Result<i64> {
    db.number("SELECT portfolio FROM client WHERE centre_id = $1 AND id = $2", params![scope.centre.0, client.0]).await
}
