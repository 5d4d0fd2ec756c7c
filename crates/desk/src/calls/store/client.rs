//! The calls of one client: for the person who asks what is known of them, and for the one who asks to be forgotten.

use ::store::{Change, ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};

use crate::clients::ClientId;

/// A call as the client may read it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct CallOfClient {
    /// Identity.
    pub id: i64,
    /// The number that called, E.164, or empty.
    pub number: String,
    /// When it rang, in milliseconds.
    pub rings_at: i64,
    /// Reason code.
    pub reason: String,
    /// Outcome code.
    pub outcome: String,
    /// What the agent noted.
    pub note: String,
}

/// Every call of a client, the newest first.
///
/// # Errors
/// What the database says.
pub async fn calls_of_client(db: &impl ConnectionTrait, scope: Scope, client: ClientId) -> Result<Vec<CallOfClient>> {
    let sql = "SELECT id, number, rings_at, reason, outcome, note FROM call
        WHERE centre_id = $1 AND client_id = $2 ORDER BY id DESC";
    db.all(sql, params![scope.centre.0, client.0]).await
}

/// Takes the number, the note and what was said out of every call of a client. The times, the codes and the agent stay. It
/// cannot be undone. The caller records it.
///
/// # Errors
/// What the database says.
pub async fn forget_client(change: &Change, client: ClientId) -> Result<()> {
    let params = || params![change.scope().centre.0, client.0];
    let turns = "UPDATE call_turn SET text = '…' WHERE call_id IN
        (SELECT id FROM call WHERE centre_id = $1 AND client_id = $2)";
    change.run(turns, params()).await?;
    change.run("UPDATE call SET number = '', note = '' WHERE centre_id = $1 AND client_id = $2", params()).await?;
    Ok(())
}
