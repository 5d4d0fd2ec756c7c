//! Imports by the name of their file, as a filter offers them.

use ::store::{ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};

/// Imports that are offered by name.
const NEWEST: i64 = 50;

/// An import that made files.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Brought {
    /// Its number.
    pub id: i64,
    /// The name of its file.
    pub name: String,
    /// When the file came, in milliseconds.
    pub made_at: i64,
}

/// The newest imports that made files, the newest first. What a dry run counts was not made.
///
/// # Errors
/// What the database says.
pub(crate) async fn brought(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Brought>> {
    let sql = "SELECT id, name, made_at FROM import
        WHERE centre_id = $1 AND made > 0 AND state NOT IN ('prepared', 'checking', 'checked')
        ORDER BY id DESC LIMIT $2";
    db.all(sql, params![scope.centre.0, NEWEST]).await
}
