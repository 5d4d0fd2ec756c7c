//! Whether anybody else works on the files of a centre while an import runs.

use ::store::{ConnectionTrait, Result, Scope, Sql, params};

use crate::exchange::ImportId;

/// The last line of the journal.
pub(in crate::exchange) async fn last_line(db: &impl ConnectionTrait) -> Result<i64> {
    db.number("SELECT COALESCE(MAX(id), 0) FROM journal", params![]).await
}

/// True when the centre holds a file.
pub(in crate::exchange) async fn has_files(db: &impl ConnectionTrait, scope: Scope) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM client WHERE centre_id = $1 LIMIT 1) file";
    Ok(db.number(sql, params![scope.centre.0]).await? > 0)
}

/// True when, after one line of the journal and up to another, somebody made or changed a file of the centre, or another import did.
pub(in crate::exchange) async fn others_worked(
    db: &impl ConnectionTrait,
    scope: Scope,
    import: ImportId,
    (after, last): (i64, i64),
) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM journal WHERE id > $1 AND id <= $2 AND centre_id = $3 AND verb LIKE 'client%'
        AND verb NOT IN ('client.opened', 'client.unmasked', 'client.data_given', 'clients.exported') AND NOT (subject = 'import' AND subject_id = $4)";
    Ok(db.number(sql, params![after, last, scope.centre.0, import.0]).await? > 0)
}
