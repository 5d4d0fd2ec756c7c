//! Queries of competence: the rule of a promotion, and what trainees say of themselves.

use std::collections::BTreeMap;

use ::store::{AccountId, Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, params};
use school::assessment::{Rule, Status};
use serde_json::json;

/// The rule that a promotion keeps.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Frozen {
    pub rule: String,
    /// Who chose it; empty for the program.
    pub who: String,
    pub at: i64,
}

/// The rule of a promotion once it is chosen.
pub(super) async fn frozen(db: &impl ConnectionTrait, promotion: i64) -> Result<Option<Frozen>> {
    let sql = "SELECT r.rule, COALESCE(a.name, '') AS who, r.at FROM competence_rule r
        LEFT JOIN account a ON a.id = r.by_id WHERE r.promotion_id = $1";
    db.one(sql, params![promotion]).await
}

/// The rule by which a promotion is read: the chosen one, and the usual one until then.
pub(crate) async fn rule_of(db: &impl ConnectionTrait, promotion: i64) -> Result<Rule> {
    let own = frozen(db, promotion).await?;
    Ok(own.and_then(|own| Rule::parse(&own.rule)).unwrap_or_default())
}

/// Chooses the rule of a promotion for good and writes `competence.rule`.
///
/// # Errors
/// [`::store::StoreError::Duplicate`] when it was chosen before: it never changes. Else what the database says.
pub async fn freeze(change: &Change, promotion: i64, rule: Rule) -> Result<()> {
    let by = change.scope().actor.map(|actor| actor.0);
    let sql = "INSERT INTO competence_rule (promotion_id, rule, by_id, at) VALUES ($1, $2, $3, $4)";
    change.run(sql, params![promotion, rule.code(), by, change.now().0]).await?;
    change.record(Entry::new("competence.rule", "promotion", promotion).detail(json!({"rule": rule.code()}))).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Said {
    criterion: String,
    status: String,
}

/// What a trainee says of themselves, by criterion.
pub(super) async fn said_by(db: &impl ConnectionTrait, trainee: i64) -> Result<BTreeMap<String, Status>> {
    let sql = "SELECT criterion, status FROM self_assessment WHERE trainee_id = $1";
    let rows = db.all::<Said>(sql, params![trainee]).await?;
    Ok(rows.into_iter().filter_map(|own| Some((own.criterion, Status::parse(&own.status)?))).collect())
}

/// Writes what a trainee says of themselves on criteria, nothing for what they no longer say, and `competence.self`.
///
/// # Errors
/// What the database says.
pub async fn assess_oneself(change: &Change, trainee: i64, said: &[(&str, Option<Status>)]) -> Result<()> {
    let sql = "INSERT INTO self_assessment (trainee_id, criterion, status, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (trainee_id, criterion) DO UPDATE SET status = excluded.status, at = excluded.at";
    let mut written = vec![];
    for (criterion, status) in said {
        let word = status.map_or("", Status::code);
        change.run(sql, params![trainee, *criterion, word, change.now().0]).await?;
        written.push(json!([criterion, word]));
    }
    let detail = json!({"said": written});
    change.record(Entry::new("competence.self", "trainee", trainee).detail(detail)).await?;
    Ok(())
}

/// The record of the trainee who practises at an account; nothing when there is none.
pub(super) async fn trainee_at(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<i64>> {
    let id = db.number("SELECT id FROM trainee WHERE account_id = $1", params![account.0]).await?;
    Ok((id > 0).then_some(id))
}

/// The promotion of a trainee's last section, 0 for none.
pub(super) async fn promotion_of(db: &impl ConnectionTrait, trainee: i64) -> Result<i64> {
    let sql = "SELECT s.promotion_id FROM section_member m JOIN section s ON s.id = m.section_id
        WHERE m.trainee_id = $1 ORDER BY m.id DESC LIMIT 1";
    db.number(sql, params![trainee]).await
}
