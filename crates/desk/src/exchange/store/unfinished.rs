//! Imports that a program left unfinished: running, or without the keys of their files.

use ::store::{AccountId, CentreId, ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};

use crate::exchange::ImportId;

#[derive(FromQueryResult)]
struct Unfinished {
    id: i64,
    centre_id: i64,
    made_by: Option<i64>,
}

/// Every import, in any centre, that the program was working on: for the start of the program.
pub(in crate::exchange) async fn unfinished(db: &impl ConnectionTrait) -> Result<Vec<(Scope, ImportId)>> {
    let sql =
        "SELECT id, centre_id, made_by FROM import WHERE state IN ('checking', 'importing', 'reverting') ORDER BY id";
    Ok(scoped(&db.all(sql, vec![]).await?))
}

/// Every import that has ended before the keys of its files were written.
pub(in crate::exchange) async fn unkeyed(db: &impl ConnectionTrait) -> Result<Vec<(Scope, ImportId)>> {
    let sql = "SELECT id, centre_id, made_by FROM import i WHERE state IN ('imported', 'stopped', 'reverted')
        AND EXISTS (SELECT 1 FROM client c WHERE c.import_id = i.id AND c.id > i.keyed) ORDER BY id";
    Ok(scoped(&db.all(sql, vec![]).await?))
}

fn scoped(rows: &[Unfinished]) -> Vec<(Scope, ImportId)> {
    let scope = |row: &Unfinished| Scope { centre: CentreId(row.centre_id), actor: row.made_by.map(AccountId) };
    rows.iter().map(|row| (scope(row), ImportId(row.id))).collect()
}

/// True while an import brings files in, in any centre, besides one.
pub(in crate::exchange) async fn others_bring(db: &impl ConnectionTrait, besides: Option<ImportId>) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM import WHERE state = 'importing' AND id <> $1";
    Ok(db.number(sql, params![besides.map_or(0, |id| id.0)]).await? > 0)
}

/// The last file of an import whose keys are written; 0 before the first.
pub(in crate::exchange) async fn keyed(db: &impl ConnectionTrait, id: ImportId) -> Result<i64> {
    db.number("SELECT keyed FROM import WHERE id = $1", params![id.0]).await
}

/// Notes how far the keys are written: working memory, no record.
pub(in crate::exchange) async fn set_keyed(db: &impl ConnectionTrait, id: ImportId, last: i64) -> Result<()> {
    db.run("UPDATE import SET keyed = $2 WHERE id = $1 AND keyed < $2", params![id.0, last]).await?;
    Ok(())
}

/// Notes that every file has its keys, and those that were erased have none.
pub(in crate::exchange) async fn set_all_keyed(db: &impl ConnectionTrait, id: ImportId) -> Result<()> {
    let last = db.number("SELECT MAX(id) FROM client WHERE import_id = $1", params![id.0]).await?;
    set_keyed(db, id, last).await
}
