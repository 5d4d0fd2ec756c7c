//! All files, one after the other.

use ::store::{ConnectionTrait, Result, Scope, Sql, params};

use super::{clients, select_clients};
use crate::clients::{Client, Status};

/// Files in the order of their making, after one of them: for an export.
///
/// # Errors
/// What the database says.
pub(crate) async fn stream(
    db: &impl ConnectionTrait,
    scope: Scope,
    status: Option<Status>,
    after: i64,
    most: i64,
) -> Result<Vec<Client>> {
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.id > $2 AND c.merged_into IS NULL AND ($3 = '' OR c.status = $3) ORDER BY c.id LIMIT $4"
    );
    let params = params![scope.centre.0, after, status.map_or("", Status::code), most];
    Ok(clients(db.all(sql, params).await?))
}
