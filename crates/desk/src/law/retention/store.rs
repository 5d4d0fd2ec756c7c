//! Queries of retention.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, Moment, PAGE, Result, Scope, Sql, params};
use serde_json::json;

use super::Outcome;
use crate::law::PurposeId;

/// A file whose time has run out.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: i64,
    pub given_latin: String,
    pub family_latin: String,
    pub given_arabic: String,
    pub family_arabic: String,
    pub updated_at: i64,
}

/// The files of a centre without any activity since a moment ($2), after a file ($3); for a purpose ($4) whose consent runs
/// out, those that hold one. A file that was merged is not erased by itself: it goes with the one that is kept.
macro_rules! select_idle {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM client c WHERE c.centre_id = $1 AND c.updated_at < $2 AND c.id > $3
            AND NOT EXISTS (SELECT 1 FROM call l WHERE l.centre_id = $1 AND l.client_id = c.id AND l.rings_at >= $2)
            AND NOT EXISTS (SELECT 1 FROM law_consent k WHERE k.centre_id = $1 AND k.client_id = c.id AND k.at >= $2)
            AND NOT EXISTS (SELECT 1 FROM law_request r WHERE r.centre_id = $1 AND r.client_id = c.id
                AND (r.updated_at >= $2 OR NOT r.closed))
            AND NOT EXISTS (SELECT 1 FROM law_erasure e WHERE e.centre_id = $1 AND e.client_id = c.id)
            AND ($4 <> 0 OR c.merged_into IS NULL)
            AND ($4 = 0 OR EXISTS (SELECT 1 FROM law_consent k WHERE k.centre_id = $1 AND k.client_id = c.id
                AND k.purpose_id = $4 AND k.decision = 'given' AND NOT EXISTS (SELECT 1 FROM law_consent n
                    WHERE n.centre_id = $1 AND n.client_id = c.id AND n.purpose_id = $4 AND n.channel = k.channel
                    AND (n.said_on > k.said_on OR (n.said_on = k.said_on AND n.id > k.id)))))
            ORDER BY c.id LIMIT ",
            $rest
        )
    };
}

const COLUMNS_SQL: &str =
    select_idle!("c.id, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic, c.updated_at", "$5");

/// The purpose that a query looks at: none when the file itself runs out.
fn purpose_of(outcome: Outcome, purpose: PurposeId) -> i64 {
    if outcome == Outcome::Withdraws { purpose.0 } else { 0 }
}

/// What a rule looks at: its purpose, what it does, and the first moment that is still kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub purpose: PurposeId,
    pub outcome: Outcome,
    pub since: Moment,
}

/// The first files, at most `most`, after a file.
pub(super) async fn idle(
    db: &impl ConnectionTrait,
    scope: Scope,
    rule: Rule,
    after: i64,
    most: usize,
) -> Result<Vec<Row>> {
    let purpose = purpose_of(rule.outcome, rule.purpose);
    db.all(COLUMNS_SQL, params![scope.centre.0, rule.since.0, after, purpose, most as i64]).await
}

/// A page of those files.
pub(super) async fn page(db: &impl ConnectionTrait, scope: Scope, rule: Rule, after: i64) -> Result<Keyset<Row>> {
    Ok(Keyset::of(idle(db, scope, rule, after, PAGE + 1).await?, |row| row.id))
}

/// How many there are, counted up to `most`.
pub(super) async fn count(db: &impl ConnectionTrait, scope: Scope, rule: Rule, most: i64) -> Result<i64> {
    let sql = concat!("SELECT COUNT(*) FROM (", select_idle!("c.id", "$5"), ") AS idle");
    let purpose = purpose_of(rule.outcome, rule.purpose);
    db.number(sql, params![scope.centre.0, rule.since.0, 0_i64, purpose, most]).await
}

/// Writes `retention.run` with how many files it took.
pub(super) async fn note_run(change: &Change, rule: Rule, files: usize) -> Result<()> {
    let done = if rule.outcome == Outcome::Erases { "erased" } else { "withdrawn" };
    let detail = json!({"files": files, "done": done, "kept_since": rule.since.0});
    change.record(Entry::new("retention.run", "purpose", rule.purpose.0).detail(detail)).await?;
    Ok(())
}
