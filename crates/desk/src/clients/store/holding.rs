//! Taking hold of a file: nobody saves, merges or erases it until the change ends.

use ::store::{Change, Result, Sql, StoreError, params};

use super::get;
use crate::clients::{Client, ClientId};

/// Takes hold of a file and gives it as it stands then, also one that was merged into another.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such file; else what the database says.
pub(crate) async fn hold(change: &Change, id: ClientId) -> Result<Client> {
    let sql = "UPDATE client SET version = version WHERE centre_id = $1 AND id = $2";
    if change.run(sql, params![change.scope().centre.0, id.0]).await? == 0 {
        return Err(StoreError::NotFound);
    }
    get(&**change, change.scope(), id).await
}
