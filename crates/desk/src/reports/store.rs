//! Queries of reports that are not of files, and the reports that are kept. What they read is as long as the period asked.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use super::{About, Group, MOST};

/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;

/// A period, in milliseconds: from, included, to, left out; and the minutes east of UTC of its days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Period {
    pub from: i64,
    pub to: i64,
    pub offset: i32,
}

impl Period {
    fn shift(self) -> i64 {
        i64::from(self.offset) * 60_000
    }
}

/// What one agent did to files on one day.
#[derive(Debug, FromQueryResult)]
pub(super) struct Told {
    pub day: i64,
    pub agent: i64,
    pub made: i64,
    pub changed: i64,
}

/// Files made and corrections saved, by day and agent (0 for the program itself), from the journal.
pub(super) async fn told(db: &impl ConnectionTrait, scope: Scope, period: Period) -> Result<Vec<Told>> {
    let sql = format!(
        "SELECT (at + {}) / {DAY_MS} AS day, COALESCE(actor_id, 0) AS agent,
            COUNT(CASE WHEN verb = 'client.created' THEN 1 END) AS made,
            COUNT(CASE WHEN verb = 'client.updated' THEN 1 END) AS changed
        FROM journal WHERE centre_id = $1 AND verb IN ('client.created', 'client.updated') AND at >= $2 AND at < $3
        GROUP BY (at + {}) / {DAY_MS}, COALESCE(actor_id, 0)",
        period.shift(),
        period.shift()
    );
    db.all(&sql, params![scope.centre.0, period.from, period.to]).await
}

/// The calls of one value.
#[derive(Clone, Debug, Default, FromQueryResult)]
pub(super) struct Calls {
    /// The agent, the outcome or the day.
    pub value: String,
    /// Calls.
    pub calls: i64,
    /// Those that were answered.
    pub answered: i64,
    /// From answer to end, all together, in milliseconds.
    pub talked_ms: i64,
    /// Calls with a satisfaction.
    pub rated: i64,
    /// Their satisfaction, all together.
    pub satisfaction: i64,
}

impl Calls {
    pub(super) fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.answered += other.answered;
        self.talked_ms += other.talked_ms;
        self.rated += other.rated;
        self.satisfaction += other.satisfaction;
    }
}

/// The calls that rang in a period and are coded, by agent, outcome or day.
pub(super) async fn calls(db: &impl ConnectionTrait, scope: Scope, group: Group, period: Period) -> Result<Vec<Calls>> {
    let value = match group {
        Group::Outcome => "outcome".to_owned(),
        Group::Month => format!("CAST((rings_at + {}) / {DAY_MS} AS TEXT)", period.shift()),
        _ => "CAST(agent_id AS TEXT)".to_owned(),
    };
    let sql = format!(
        "SELECT {value} AS value, COUNT(*) AS calls, COUNT(CASE WHEN answered_at > 0 THEN 1 END) AS answered,
            CAST(COALESCE(SUM(CASE WHEN answered_at > 0 AND ended_at > answered_at THEN ended_at - answered_at END), 0)
                AS BIGINT) AS talked_ms,
            COUNT(CASE WHEN satisfaction > 0 THEN 1 END) AS rated,
            CAST(COALESCE(SUM(satisfaction), 0) AS BIGINT) AS satisfaction
        FROM call WHERE centre_id = $1 AND state = 'closed' AND rings_at >= $2 AND rings_at < $3
        GROUP BY {value} ORDER BY {value}"
    );
    db.all(&sql, params![scope.centre.0, period.from, period.to]).await
}

#[derive(FromQueryResult)]
struct Person {
    id: i64,
    name: String,
}

/// The names of everybody with an account, by identity.
pub(super) async fn people(db: &impl ConnectionTrait) -> Result<Vec<(i64, String)>> {
    let rows = db.all::<Person>("SELECT id, name FROM account ORDER BY id", params![]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// A report that is kept: what it is about, and the query of its address.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Kept {
    pub id: i64,
    pub name: String,
    pub about: String,
    pub query: String,
}

/// The reports that a centre keeps, by name.
pub(super) async fn list(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Kept>> {
    let sql = "SELECT id, name, about, query FROM report WHERE centre_id = $1 ORDER BY name, id LIMIT $2";
    db.all(sql, params![scope.centre.0, MOST]).await
}

/// One of them.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Kept> {
    let sql = "SELECT id, name, about, query FROM report WHERE centre_id = $1 AND id = $2";
    db.one(sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)
}

/// True when a report has this name; the second value is true when the centre keeps as many as it may.
pub(super) async fn is_taken(db: &impl ConnectionTrait, scope: Scope, name: &str) -> Result<(bool, bool)> {
    let sql = "SELECT COUNT(*) FROM report WHERE centre_id = $1 AND name = $2";
    let same = db.number(sql, params![scope.centre.0, name]).await?;
    let all = db.number("SELECT COUNT(*) FROM report WHERE centre_id = $1", params![scope.centre.0]).await?;
    Ok((same > 0, all >= MOST))
}

/// Keeps a report under a name and writes `report.created`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the name is taken; else what the database says.
pub async fn keep(change: &Change, name: &str, about: About, query: &str) -> Result<i64> {
    let scope = change.scope();
    let sql = "INSERT INTO report (centre_id, name, about, query, version, made_by)
        VALUES ($1, $2, $3, $4, 1, $5) RETURNING id";
    let maker = scope.actor.map_or(0, |actor| actor.0);
    let id = change.number(sql, params![scope.centre.0, name, about.code(), query, maker]).await?;
    let detail = json!({"name": name, "about": about.code(), "query": query});
    change.record(Entry::new("report.created", "report", id).detail(detail)).await?;
    Ok(id)
}

/// Deletes a report that was kept, and writes `report.deleted`.
pub(super) async fn delete(change: &Change, old: &Kept) -> Result<()> {
    change.run("DELETE FROM report WHERE centre_id = $1 AND id = $2", params![change.scope().centre.0, old.id]).await?;
    let detail = json!({"name": old.name, "about": old.about, "query": old.query});
    change.record(Entry::new("report.deleted", "report", old.id).detail(detail)).await?;
    Ok(())
}
