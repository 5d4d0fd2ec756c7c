//! All files, one after the other.

use ::store::{ConnectionTrait, Result, Scope, Sql};

use super::conditions::Words;
use super::{Row, clients, select_clients};
use crate::clients::{Asked, Client, Filter};

/// Files that answer a filter in the order of their making, after one of them: for an export.
///
/// # Errors
/// What the database says.
pub(crate) async fn stream(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    after: i64,
    most: i64,
) -> Result<Vec<Client>> {
    let mut words = Words::new(scope);
    let (after, most, conditions) = (words.put(after), words.put(most), words.conditions(filter, asked));
    let sql = format!(
        "{} WHERE c.centre_id = $1 AND c.id > {after}{conditions} ORDER BY c.id LIMIT {most}",
        select_clients!("")
    );
    Ok(clients(db.all::<Row>(&sql, words.params).await?))
}
