//! Every query of this room.

mod deciding;

use ::store::{Change, ConnectionTrait, Entry, Result, Sql, StoreError, Value, params};
use desk::clients::Day;
use sea_orm::FromQueryResult;
use serde_json::json;

use super::{Kind, Plan, State};

pub use self::deciding::decide;
pub(crate) use self::deciding::decisions;
pub(super) use self::deciding::{Due, Open, decision, follow, open_decisions, reword, withdraw};

/// How many a page lists.
const PAGE: usize = 50;
/// The most that a calendar holds.
const IN_CALENDAR: i64 = 500;

/// A visit or a meeting.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Meeting {
    pub id: i64,
    /// The code of its [`Kind`].
    pub kind: String,
    /// Its section; 0 for all sections.
    pub section_id: i64,
    /// What its section is called; empty for all sections.
    pub section: String,
    /// What the promotion of its section is called; empty for all sections.
    pub promotion: String,
    /// The day, YYYY-MM-DD.
    pub on_day: String,
    /// When it begins, in minutes after midnight.
    pub begins: i64,
    /// When it ends, in minutes after midnight.
    pub ends: i64,
    /// What it is about.
    pub subject: String,
    /// Where; may be empty.
    pub place: String,
    /// Who takes part, a line each.
    pub people: String,
    /// The report of a visit, the minutes of a meeting; empty until they are written.
    pub report: String,
    /// Why it does not take place; empty while it does.
    pub off: String,
    /// Counts the changes.
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

/// A place in the lists: the day, the minute and the identity of the last one that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place(pub String, pub i64, pub i64);

impl Place {
    /// Before everything of a day, YYYY-MM-DD.
    pub fn day(day: &str) -> Self {
        Self(day.to_owned(), -1, 0)
    }

    /// Reads what [`Self::written`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let day = Day::parse(parts.next()?).ok()?;
        Some(Self(day.to_string(), parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    }

    /// As an address holds it.
    pub fn written(&self) -> String {
        format!("{}.{}.{}", self.0, self.1, self.2)
    }
}

/// A page of a list, and the place after which the next one begins.
fn paged<T>(mut rows: Vec<T>, place: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(place);
    (rows, next)
}

/// Visits and meetings after a place, the next first, or those before it, the last first; of a section when it is given, with those
/// of all sections.
pub(super) async fn meetings(
    db: &impl ConnectionTrait,
    section: i64,
    Place(day, minute, id): &Place,
    past: bool,
) -> Result<(Vec<Meeting>, Option<String>)> {
    let (compare, order) = if past { ("<", "DESC") } else { (">", "ASC") };
    let sql = format!(
        "{SELECT} WHERE (m.on_day, m.begins, m.id) {compare} ($1, $2, $3)
        AND ($4 = 0 OR m.section_id = $4 OR m.section_id IS NULL)
        ORDER BY m.on_day {order}, m.begins {order}, m.id {order} LIMIT {}",
        PAGE + 1
    );
    let rows = db.all(&sql, params![day.as_str(), *minute, *id, section]).await?;
    Ok(paged(rows, |own: &Meeting| Place(own.on_day.clone(), own.begins, own.id).written()))
}

/// The visits of a section from a day to another, both included, those that were called off too, in their order.
///
/// # Errors
/// What the database says.
pub(crate) async fn visits(db: &impl ConnectionTrait, section: i64, from: &str, until: &str) -> Result<Vec<Meeting>> {
    let sql = format!(
        "{SELECT} WHERE m.on_day >= $1 AND m.on_day <= $2 AND m.kind = 'visit' AND m.section_id = $3
        ORDER BY m.on_day, m.begins, m.id LIMIT {IN_CALENDAR}"
    );
    db.all(&sql, params![from, until, section]).await
}

/// What stands in the calendar of a trainer: visits and meetings of the sections that they teach, and meetings of all sections.
///
/// # Errors
/// What the database says.
pub(crate) async fn of_trainer(
    db: &impl ConnectionTrait,
    trainer: i64,
    from: &str,
    until: &str,
) -> Result<Vec<Meeting>> {
    let sql = format!(
        "{SELECT} WHERE m.on_day >= $1 AND m.on_day <= $2 AND (m.section_id IS NULL OR EXISTS
            (SELECT 1 FROM lesson l WHERE l.section_id = m.section_id AND l.trainer_id = $3 AND l.state <> 'removed'))
        ORDER BY m.on_day, m.begins, m.id LIMIT {IN_CALENDAR}"
    );
    db.all(&sql, params![from, until, trainer]).await
}

/// One of them.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none; else what the database says.
pub(crate) async fn meeting(db: &impl ConnectionTrait, id: i64) -> Result<Meeting> {
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
