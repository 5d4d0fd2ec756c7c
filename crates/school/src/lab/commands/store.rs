//! Queries of attempts at the command line: the computer of each, as it stands.

use ::store::{Change, ConnectionTrait, FromQueryResult, Result, Sql, StoreError, params};

use super::Session;
use crate::practice::AttemptId;

#[derive(FromQueryResult)]
struct Row {
    state: String,
}

fn written(session: &Session) -> Result<String> {
    serde_json::to_string(session).map_err(|error| StoreError::Newer(error.to_string()))
}

fn read(attempt: AttemptId, row: &Row) -> Result<Session> {
    serde_json::from_str(&row.state).map_err(|error| StoreError::Newer(format!("session {}: {error}", attempt.0)))
}

/// Keeps the computer of a new attempt.
pub(super) async fn insert(change: &Change, attempt: AttemptId, session: &Session) -> Result<()> {
    let sql = "INSERT INTO command_session (attempt_id, state, saved_at) VALUES ($1, $2, $3)";
    change.run(sql, params![attempt.0, written(session)?, change.now().0]).await?;
    Ok(())
}

/// The computer of an attempt, held until the end of the change: of two lines sent at once the second waits, and sees
/// what the first did.
pub(super) async fn hold(change: &Change, attempt: AttemptId) -> Result<Session> {
    change.run("UPDATE command_session SET state = state WHERE attempt_id = $1", params![attempt.0]).await?;
    session_of(&**change, attempt).await
}

/// The computer of an attempt.
pub(super) async fn session_of(db: &impl ConnectionTrait, attempt: AttemptId) -> Result<Session> {
    let sql = "SELECT state FROM command_session WHERE attempt_id = $1";
    let row = db.one::<Row>(sql, params![attempt.0]).await?.ok_or(StoreError::NotFound)?;
    read(attempt, &row)
}

/// Keeps the computer as it stands now.
pub(super) async fn save(change: &Change, attempt: AttemptId, session: &Session) -> Result<()> {
    let sql = "UPDATE command_session SET state = $1, saved_at = $2 WHERE attempt_id = $3";
    change.run(sql, params![written(session)?, change.now().0, attempt.0]).await?;
    Ok(())
}
