//! The versions of a promotion's rules. A version is never changed: what it gave stays as it was given.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use desk::clients::Day;
use serde_json::json;

use super::super::Rules;

/// A version of the rules.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::marks) struct Regime {
    pub id: i64,
    /// Its number in the promotion, from 1.
    pub number: i64,
    /// The first day of the mark sheets that follow it.
    pub from_on: String,
    pub body: String,
    /// Why it was made; empty for the first rules.
    pub reason: String,
    /// Who made it; empty for the program.
    pub who: String,
}

impl Regime {
    /// The rules.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when a later version of the program wrote what this one cannot read.
    pub fn rules(&self) -> Result<Rules> {
        serde_json::from_str(&self.body).map_err(|error| {
            tracing::error!(%error, regime = self.id, "rules of marks cannot be read");
            StoreError::NotFound
        })
    }
}

const SELECT: &str = "SELECT r.id, r.number, r.from_on, r.body, r.reason, COALESCE(a.name, '') AS who
    FROM mark_regime r LEFT JOIN account a ON a.id = r.by_id";

/// The versions of a promotion, the last first.
pub(in crate::marks) async fn regimes(db: &impl ConnectionTrait, promotion: i64) -> Result<Vec<Regime>> {
    let sql = format!("{SELECT} WHERE r.promotion_id = $1 ORDER BY r.number DESC LIMIT 100");
    db.all(&sql, params![promotion]).await
}

/// One version.
pub(in crate::marks) async fn regime(db: &impl ConnectionTrait, id: i64) -> Result<Regime> {
    db.one(&format!("{SELECT} WHERE r.id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// How many mark sheets follow the versions of a promotion.
pub(in crate::marks) async fn sheets_under(db: &impl ConnectionTrait, promotion: i64) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM mark_sheet m JOIN mark_regime r ON r.id = m.regime_id WHERE r.promotion_id = $1";
    db.number(sql, params![promotion]).await
}

/// Adds a version after `last` (0 for none) and writes `regime.created` with the rules.
///
/// # Errors
/// [`StoreError::Duplicate`] when somebody else made this version; else what the database says.
pub(crate) async fn add_regime(
    change: &Change,
    promotion: i64,
    last: i64,
    from: Day,
    rules: &Rules,
    reason: &str,
) -> Result<i64> {
    let body = json!(rules);
    let sql = "INSERT INTO mark_regime (promotion_id, number, from_on, body, reason, by_id, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let by = change.scope().actor.map(|actor| actor.0);
    let values = params![promotion, last + 1, from.to_string(), body.to_string(), reason, by, change.now().0];
    let id = change.number(sql, values).await?;
    let detail =
        json!({"promotion": promotion, "number": last + 1, "from": from.to_string(), "reason": reason, "rules": body});
    change.record(Entry::new("regime.created", "mark_regime", id).detail(detail)).await?;
    Ok(id)
}

/// The version that a mark sheet opened on a day follows: the last that had begun. Without any, the usual rules become the
/// first version.
///
/// # Errors
/// What the database says.
pub async fn adopt(change: &Change, promotion: i64, day: Day) -> Result<i64> {
    let all = regimes(&**change, promotion).await?;
    let today = day.to_string();
    let begun = all.iter().find(|own| own.from_on <= today).or(all.last());
    match begun {
        Some(own) => Ok(own.id),
        None => add_regime(change, promotion, 0, day, &Rules::usual(), "").await,
    }
}
