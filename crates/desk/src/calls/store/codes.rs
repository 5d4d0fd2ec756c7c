//! Queries of the codes of a centre.

use ::store::{Change, ConnectionTrait, Result, Scope, Sql, params};

use crate::calls::codes::{Code, CodeKind, FIRST};

/// The codes of a kind in a centre, in their order.
///
/// # Errors
/// What the database says.
pub async fn codes(db: &impl ConnectionTrait, scope: Scope, kind: CodeKind) -> Result<Vec<Code>> {
    let sql = "SELECT code, fr, ar, en FROM call_code WHERE centre_id = $1 AND kind = $2 ORDER BY place";
    db.all(sql, params![scope.centre.0, kind.word()]).await
}

/// Gives a new centre its first codes.
///
/// # Errors
/// What the database says.
pub async fn seed_codes(change: &Change) -> Result<()> {
    for (place, line) in FIRST.lines().enumerate() {
        let mut parts = line.split(',').map(str::trim);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (kind, code, fr, ar, en) = (next(), next(), next(), next(), next());
        let sql = "INSERT INTO call_code (centre_id, kind, code, place, fr, ar, en)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (centre_id, kind, code) DO NOTHING";
        change.run(sql, params![change.scope().centre.0, kind, code, place as i64, fr, ar, en]).await?;
    }
    Ok(())
}
