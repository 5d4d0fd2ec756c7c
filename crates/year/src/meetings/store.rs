//! Every query of this room.

use ::store::{Change, ConnectionTrait, Entry, Result, Sql, StoreError, Value, params};
use sea_orm::FromQueryResult;
use serde_json::json;

use super::{Decision, Kind, Plan, State};

/// A visit or a meeting.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Meeting {
    pub id: i64,
    pub kind: String,
    pub section_id: i64,
    /// What its section is called; empty for all sections.
    pub section: String,
    pub promotion: String,
    pub on_day: String,
    pub begins: i64,
    pub ends: i64,
    pub subject: String,
    pub place: String,
    pub people: String,
    pub report: String,
    /// Why it does not take place; empty while it does.
    pub off: String,
    pub version: i64,
}

impl Meeting {
    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind).unwrap_or(Kind::During)
    }

    /// What has become of it by `today`, YYYY-MM-DD.
    pub fn state(&self, today: &str) -> State {
        match (self.off.is_empty(), self.report.is_empty()) {
            (false, _) => State::Off,
            (true, false) => State::Held,
            (true, true) if self.on_day.as_str() < today => State::Unreported,
            (true, true) => State::Planned,
        }
    }
}

const SELECT: &str = "SELECT m.id, m.kind, COALESCE(m.section_id, 0) AS section_id, COALESCE(s.code, '') AS section,
        COALESCE(p.code, '') AS promotion, m.on_day, m.begins, m.ends, m.subject, m.place, m.people, m.report, m.off, m.version
    FROM meeting m LEFT JOIN section s ON s.id = m.section_id LEFT JOIN promotion p ON p.id = s.promotion_id";

/// Visits and meetings from a day on, the next first, or those before it, the last first; of a section when it is given, with
/// those of all sections.
pub(super) async fn meetings(db: &impl ConnectionTrait, section: i64, from: &str, past: bool) -> Result<Vec<Meeting>> {
    let (compare, order) = if past { ("<", "DESC") } else { (">=", "ASC") };
    let sql = format!(
        "{SELECT} WHERE m.on_day {compare} $1 AND ($2 = 0 OR m.section_id = $2 OR m.section_id IS NULL)
        ORDER BY m.on_day {order}, m.begins {order}, m.id {order} LIMIT 200"
    );
    db.all(&sql, params![from, section]).await
}

/// One of them.
pub(super) async fn meeting(db: &impl ConnectionTrait, id: i64) -> Result<Meeting> {
    db.one(&format!("{SELECT} WHERE m.id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// How many visits of a section, or of all of them for 0, were held, and how many there are that were not called off.
///
/// # Errors
/// What the database says.
pub async fn held_and_planned(db: &impl ConnectionTrait, section: i64) -> Result<(i64, i64)> {
    let count = |held: &str| {
        format!("SELECT COUNT(*) FROM meeting WHERE kind = 'visit' AND off = '' AND ($1 = 0 OR section_id = $1) {held}")
    };
    let held = db.number(&count("AND report <> ''"), params![section]).await?;
    Ok((held, db.number(&count(""), params![section]).await?))
}

/// The columns of a plan, from `kind` to `people`.
fn written(plan: &Plan) -> Vec<Value> {
    params![
        plan.kind.as_str(),
        (plan.section > 0).then_some(plan.section),
        plan.on_day.as_str(),
        plan.hours.0,
        plan.hours.1,
        plan.subject.as_str(),
        plan.place.as_str(),
        plan.people.as_str()
    ]
}

fn told(plan: &Plan) -> serde_json::Value {
    json!({"kind": plan.kind, "section": plan.section, "day": plan.on_day, "from": plan.hours.0, "until": plan.hours.1,
        "subject": plan.subject, "place": plan.place})
}

/// Plans a visit or a meeting and writes `meeting.planned`.
///
/// # Errors
/// What the database says.
pub async fn add(change: &Change, plan: &Plan) -> Result<i64> {
    let sql =
        "INSERT INTO meeting (kind, section_id, on_day, begins, ends, subject, place, people, report, off, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', 1) RETURNING id";
    let id = change.number(sql, written(plan)).await?;
    change.record(Entry::new("meeting.planned", "meeting", id).detail(told(plan))).await?;
    Ok(id)
}

/// Corrects what was planned and writes `meeting.corrected`.
pub(super) async fn correct(change: &Change, id: i64, version: i64, plan: &Plan) -> Result<()> {
    let sql =
        "UPDATE meeting SET kind = $1, section_id = $2, on_day = $3, begins = $4, ends = $5, subject = $6, place = $7,
        people = $8, version = version + 1 WHERE id = $9 AND version = $10";
    let mut params = written(plan);
    params.extend(params![id, version]);
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    change.record(Entry::new("meeting.corrected", "meeting", id).detail(told(plan))).await?;
    Ok(())
}

/// Writes the report of a visit or the minutes of a meeting, and `meeting.reported`; the journal keeps what it replaced.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`; else what the database says.
pub async fn report(change: &Change, id: i64, version: i64, text: &str) -> Result<()> {
    let before = meeting(&**change, id).await?.report;
    let sql = "UPDATE meeting SET report = $3, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![id, version, text]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"length": text.chars().count(), "before": before});
    change.record(Entry::new("meeting.reported", "meeting", id).detail(detail)).await?;
    Ok(())
}

/// Calls it off with a reason, or takes that back with an empty one; writes `meeting.called_off` or `meeting.restored`.
pub(super) async fn call_off(change: &Change, id: i64, version: i64, reason: &str) -> Result<()> {
    let sql = "UPDATE meeting SET off = $3, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![id, version, reason]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let verb = if reason.is_empty() { "meeting.restored" } else { "meeting.called_off" };
    change.record(Entry::new(verb, "meeting", id).detail(json!({"reason": reason}))).await?;
    Ok(())
}

/// The decisions of a meeting, in the order in which they were taken.
pub(super) async fn decisions(db: &impl ConnectionTrait, meeting: i64) -> Result<Vec<Decision>> {
    let sql =
        "SELECT id, text, who, until_on, done_on FROM meeting_decision WHERE meeting_id = $1 ORDER BY id LIMIT 200";
    db.all(sql, params![meeting]).await
}

/// Adds a decision and writes `meeting.decided`; `until_on` is YYYY-MM-DD or empty.
///
/// # Errors
/// What the database says.
pub async fn decide(change: &Change, meeting: i64, text: &str, who: &str, until_on: &str) -> Result<()> {
    let sql = "INSERT INTO meeting_decision (meeting_id, text, who, until_on, done_on) VALUES ($1, $2, $3, $4, '') RETURNING id";
    let id = change.number(sql, params![meeting, text, who, until_on]).await?;
    let detail = json!({"decision": id, "text": text, "who": who, "until": until_on});
    change.record(Entry::new("meeting.decided", "meeting", meeting).detail(detail)).await?;
    Ok(())
}

/// Says that a decision is done since a day, or, with an empty one, that it is not; writes `meeting.followed`.
///
/// # Errors
/// [`StoreError::Stale`] when it is so already; else what the database says.
pub(super) async fn follow(change: &Change, meeting: i64, decision: i64, done_on: &str) -> Result<()> {
    let sql = "UPDATE meeting_decision SET done_on = $3
        WHERE id = $2 AND meeting_id = $1 AND CASE WHEN done_on = '' THEN 1 ELSE 0 END = CASE WHEN $3 = '' THEN 0 ELSE 1 END";
    if change.run(sql, params![meeting, decision, done_on]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"decision": decision, "done": done_on});
    change.record(Entry::new("meeting.followed", "meeting", meeting).detail(detail)).await?;
    Ok(())
}

/// A decision that is still to be done, and where it was taken.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Open {
    pub meeting_id: i64,
    pub text: String,
    pub who: String,
    pub until_on: String,
}

/// The decisions that are still to be done, those with a day first; of a section when it is given, with those of all sections.
pub(super) async fn open_decisions(db: &impl ConnectionTrait, section: i64) -> Result<Vec<Open>> {
    let sql =
        "SELECT d.meeting_id, d.text, d.who, d.until_on FROM meeting_decision d JOIN meeting m ON m.id = d.meeting_id
        WHERE d.done_on = '' AND m.off = '' AND ($1 = 0 OR m.section_id = $1 OR m.section_id IS NULL)
        ORDER BY CASE WHEN d.until_on = '' THEN 1 ELSE 0 END, d.until_on, d.id LIMIT 100";
    db.all(sql, params![section]).await
}
