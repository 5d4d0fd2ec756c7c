//! Every key written anew, when the program makes keys by other rules than the base was written by.

use ::store::{CentreId, Engine, FromQueryResult, Result, Scope, Sql, Store, params};

use super::keying::{read_keys, write_keys};
use super::keys::RULES;

#[derive(FromQueryResult)]
struct Keying {
    rules: i64,
    begun: i64,
    centre: i64,
    last: i64,
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// Writes the keys of all files of all centres anew if they were written by other rules, and tells whether it was so: before anybody
/// works with the base. A program that ended in the middle goes on at its place.
///
/// # Errors
/// What the database says.
pub async fn rekey(store: &Store) -> Result<bool> {
    let sql = "SELECT rules, begun, centre, last FROM client_keying";
    let Some(mut at) = store.read().one::<Keying>(sql, params![]).await?.filter(|at| at.rules != RULES) else {
        return Ok(false);
    };
    let db = store.scratch();
    if at.begun != RULES {
        let all = if store.engine() == Engine::Postgres { "TRUNCATE client_key" } else { "DELETE FROM client_key" };
        db.run(all, params![]).await?;
        db.run("UPDATE client_keying SET begun = $1, centre = 0, last = 0", params![RULES]).await?;
        at = Keying { centre: 0, last: 0, ..at };
    }
    let sql = "SELECT id FROM centre WHERE id >= $1 ORDER BY id";
    for Id { id } in store.read().all::<Id>(sql, params![at.centre]).await? {
        let scope = Scope { centre: CentreId(id), actor: None };
        let mut last = if id == at.centre { at.last } else { 0 };
        loop {
            let keys = read_keys(store, scope, None, last).await?;
            let Some(end) = keys.last() else { break };
            write_keys(store, scope.centre, keys, true).await?;
            last = end;
            db.run("UPDATE client_keying SET centre = $1, last = $2", params![id, last]).await?;
        }
    }
    db.run("UPDATE client_keying SET rules = $1", params![RULES]).await?;
    Ok(true)
}
