//! Decisions of meetings.

use ::store::{Change, ConnectionTrait, Entry, Result, Sql, StoreError, params};
use desk::clients::Day;
use sea_orm::FromQueryResult;
use serde_json::json;

use super::{PAGE, paged};
use crate::meetings::{Decision, Wording};

const SELECT: &str = "SELECT id, text, who, until_on, done_on, withdrawn, version FROM meeting_decision";

/// The decisions of a meeting, withdrawn ones included, in the order in which they were taken.
///
/// # Errors
/// What the database says.
pub(crate) async fn decisions(db: &impl ConnectionTrait, meeting: i64) -> Result<Vec<Decision>> {
    db.all(&format!("{SELECT} WHERE meeting_id = $1 ORDER BY id"), params![meeting]).await
}

/// One decision of a meeting.
pub(in crate::meetings) async fn decision(db: &impl ConnectionTrait, meeting: i64, id: i64) -> Result<Decision> {
    let sql = format!("{SELECT} WHERE meeting_id = $1 AND id = $2");
    db.one(&sql, params![meeting, id]).await?.ok_or(StoreError::NotFound)
}

/// Adds a decision and writes `meeting.decided`.
///
/// # Errors
/// What the database says.
pub async fn decide(change: &Change, meeting: i64, wording: &Wording) -> Result<()> {
    let sql = "INSERT INTO meeting_decision (meeting_id, text, who, until_on, done_on) VALUES ($1, $2, $3, $4, '') RETURNING id";
    let Wording { text, who, until_on } = wording;
    let id = change.number(sql, params![meeting, text.as_str(), who.as_str(), until_on.as_str()]).await?;
    let detail = json!({"decision": id, "text": text, "who": who, "until": until_on});
    change.record(Entry::new("meeting.decided", "meeting", meeting).detail(detail)).await?;
    Ok(())
}

/// Corrects how a decision that stands is worded, and writes `meeting.reworded`; the journal keeps what it replaced.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`, or withdrawn; else what the database says.
pub(in crate::meetings) async fn reword(
    change: &Change,
    meeting: i64,
    id: i64,
    version: i64,
    wording: &Wording,
) -> Result<()> {
    let before = decision(&**change, meeting, id).await?;
    let sql = "UPDATE meeting_decision SET text = $1, who = $2, until_on = $3, version = version + 1
        WHERE meeting_id = $4 AND id = $5 AND version = $6 AND withdrawn = ''";
    let Wording { text, who, until_on } = wording;
    let params = params![text.as_str(), who.as_str(), until_on.as_str(), meeting, id, version];
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    let told = |text: &str, who: &str, until: &str| json!({"text": text, "who": who, "until": until});
    let detail = json!({"decision": id, "before": told(&before.text, &before.who, &before.until_on), "after": told(text, who, until_on)});
    change.record(Entry::new("meeting.reworded", "meeting", meeting).detail(detail)).await?;
    Ok(())
}

/// Withdraws a decision that is open, with a reason, or takes that back with an empty one; writes `meeting.withdrawn` or
/// `meeting.reinstated`.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`, was carried out, or is so already; else what the database says.
pub(in crate::meetings) async fn withdraw(
    change: &Change,
    meeting: i64,
    id: i64,
    version: i64,
    reason: &str,
) -> Result<()> {
    let sql = "UPDATE meeting_decision SET withdrawn = $1, version = version + 1
        WHERE meeting_id = $2 AND id = $3 AND version = $4 AND done_on = ''
        AND CASE WHEN withdrawn = '' THEN 1 ELSE 0 END = CASE WHEN $1 = '' THEN 0 ELSE 1 END";
    if change.run(sql, params![reason, meeting, id, version]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let verb = if reason.is_empty() { "meeting.reinstated" } else { "meeting.withdrawn" };
    let detail = json!({"decision": id, "reason": reason});
    change.record(Entry::new(verb, "meeting", meeting).detail(detail)).await?;
    Ok(())
}

/// Says that a decision is done since a day, or, with an empty one, that it is not; writes `meeting.followed`.
///
/// # Errors
/// [`StoreError::Stale`] when it is so already, or withdrawn; else what the database says.
pub(in crate::meetings) async fn follow(change: &Change, meeting: i64, decision: i64, done_on: &str) -> Result<()> {
    let sql = "UPDATE meeting_decision SET done_on = $3, version = version + 1 WHERE id = $2 AND meeting_id = $1
        AND withdrawn = '' AND CASE WHEN done_on = '' THEN 1 ELSE 0 END = CASE WHEN $3 = '' THEN 0 ELSE 1 END";
    if change.run(sql, params![meeting, decision, done_on]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"decision": decision, "done": done_on});
    change.record(Entry::new("meeting.followed", "meeting", meeting).detail(detail)).await?;
    Ok(())
}

/// A decision that is still to be done, and where it was taken.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::meetings) struct Open {
    pub id: i64,
    pub meeting_id: i64,
    pub text: String,
    pub who: String,
    pub until_on: String,
}

/// A place in the list of open decisions: the day, and the identity of the last one that was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::meetings) struct Due(pub String, pub i64);

impl Due {
    /// Reads what [`Self::written`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, id) = text.split_once('.')?;
        (day == NO_DAY || Day::parse(day).is_ok()).then_some(())?;
        Some(Self(day.to_owned(), id.parse().ok()?))
    }

    fn written(own: &Open) -> String {
        let day = if own.until_on.is_empty() { NO_DAY } else { own.until_on.as_str() };
        format!("{day}.{}", own.id)
    }
}

/// After every day: where a decision without one stands.
const NO_DAY: &str = "9999";

/// The decisions that are still to be done after a place, those with a day first; of a section when it is given, with those of
/// all sections.
pub(in crate::meetings) async fn open_decisions(
    db: &impl ConnectionTrait,
    section: i64,
    Due(day, id): &Due,
) -> Result<(Vec<Open>, Option<String>)> {
    let due = format!("CASE WHEN d.until_on = '' THEN '{NO_DAY}' ELSE d.until_on END");
    let sql = format!(
        "SELECT d.id, d.meeting_id, d.text, d.who, d.until_on FROM meeting_decision d JOIN meeting m ON m.id = d.meeting_id
        WHERE d.done_on = '' AND d.withdrawn = '' AND m.off = '' AND ($1 = 0 OR m.section_id = $1 OR m.section_id IS NULL)
        AND ({due} > $2 OR ({due} = $2 AND d.id > $3)) ORDER BY {due}, d.id LIMIT {}",
        PAGE + 1
    );
    let rows = db.all(&sql, params![section, day.as_str(), *id]).await?;
    Ok(paged(rows, Due::written))
}
