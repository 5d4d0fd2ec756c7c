//! Writing sessions. Whoever writes first takes the lock of the timetable, so that what was judged in the same change still
//! holds when it is committed; and each deed keeps what it replaced, so that it can be undone.

use std::collections::BTreeSet;

use ::store::{AccountId, Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use desk::clients::Day;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::judge::{Clash, clashes};
use super::super::{Deed, Placed, State};
use super::calendar::calendar;
use super::lessons::lesson;

/// A session as it becomes, and the version of it that was seen.
#[derive(Clone, Debug)]
pub(in crate::timetable) struct Edit {
    pub id: i64,
    pub version: i64,
    pub to: Placed,
}

/// What a deed replaced: the session, the version that it made, and what stood before; nothing for a new session.
#[derive(Debug, Serialize, Deserialize)]
struct Before {
    id: i64,
    version: i64,
    before: Option<Placed>,
}

/// Waits until nobody else writes the timetable, and keeps others waiting until the change ends.
pub(in crate::timetable) async fn lock(change: &Change) -> Result<()> {
    change.run("UPDATE timetable SET changes = changes + 1 WHERE id = 1", params![]).await?;
    Ok(())
}

/// Places new sessions and writes the verb of the deed.
///
/// # Errors
/// What the database says.
pub(in crate::timetable) async fn place(change: &Change, deed: Deed, placed: &[Placed]) -> Result<Vec<i64>> {
    let mut made = vec![];
    for one in placed {
        let sql =
            "INSERT INTO lesson (section_id, module, trainer_id, room_id, on_day, from_slot, slots, teaching, kind,
                series, state, replaced_id, reason, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1) RETURNING id";
        made.push(change.number(sql, values(one)).await?);
    }
    let before = made.iter().map(|id| Before { id: *id, version: 1, before: None }).collect();
    keep(change, deed, before, placed).await?;
    Ok(made)
}

fn values(one: &Placed) -> Vec<::store::Value> {
    params![
        one.section,
        one.module.as_str(),
        one.trainer,
        one.room,
        one.day.as_str(),
        one.first,
        one.slots,
        one.teaching.as_str(),
        one.kind.as_str(),
        one.series.as_str(),
        one.state.as_str(),
        (one.replaced > 0).then_some(one.replaced),
        one.reason.as_str(),
    ]
}

async fn write(change: &Change, id: i64, version: i64, to: &Placed) -> Result<()> {
    let sql =
        "UPDATE lesson SET section_id = $1, module = $2, trainer_id = $3, room_id = $4, on_day = $5, from_slot = $6,
            slots = $7, teaching = $8, kind = $9, series = $10, state = $11, replaced_id = $12, reason = $13,
            version = version + 1 WHERE id = $14 AND version = $15";
    let mut all = values(to);
    all.extend(params![id, version]);
    if change.run(sql, all).await? == 0 { Err(StoreError::Stale) } else { Ok(()) }
}

/// Changes sessions and writes the verb of the deed with what stood before.
///
/// # Errors
/// [`StoreError::Stale`] when one of them is no longer what was seen; else what the database says.
pub(in crate::timetable) async fn alter(change: &Change, deed: Deed, edits: &[Edit]) -> Result<()> {
    let mut before = vec![];
    for edit in edits {
        let old = lesson(&**change, edit.id).await.map_err(|error| match error {
            StoreError::NotFound => StoreError::Stale,
            error => error,
        })?;
        write(change, edit.id, edit.version, &edit.to).await?;
        before.push(Before { id: edit.id, version: edit.version + 1, before: Some(old.placed()) });
    }
    let new: Vec<Placed> = edits.iter().map(|edit| edit.to.clone()).collect();
    keep(change, deed, before, &new).await
}

async fn keep(change: &Change, deed: Deed, before: Vec<Before>, new: &[Placed]) -> Result<()> {
    let sql = "INSERT INTO timetable_deed (by_id, at, verb, sessions, body, undone) VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id";
    let by = change.scope().actor.map(|actor| actor.0);
    let count = i64::try_from(before.len()).unwrap_or(i64::MAX);
    let body = json!(before).to_string();
    let id = change.number(sql, params![by, change.now().0, deed.verb(), count, body, false]).await?;
    // A deed of many sessions is read in `timetable_deed`; the journal names it and what its first session became.
    let old = before.first().and_then(|own| own.before.as_ref());
    let detail = json!({"deed": id, "sessions": count, "old": old, "new": new.first()});
    let subject = before.first().map_or(0, |own| own.id);
    change.record(Entry::new(deed.verb(), "lesson", subject).detail(detail)).await?;
    Ok(())
}

/// Places sessions that clash with nothing; for the demo and for what a person took over.
///
/// # Errors
/// [`StoreError::Duplicate`] when one of them clashes; else what the database says.
pub async fn lay(change: &Change, placed: &[Placed]) -> Result<Vec<i64>> {
    lock(change).await?;
    let calendar = calendar(&**change).await?;
    if !clashes(&**change, &calendar, placed, &BTreeSet::new()).await?.is_empty() {
        return Err(StoreError::Duplicate("lesson".to_owned()));
    }
    place(change, Deed::Generated, placed).await
}

/// Repeats sessions every week until a day, days off left out, and places them; in the order of their days. For the demo.
///
/// # Errors
/// [`StoreError::Duplicate`] when one of them clashes; else what the database says.
pub async fn lay_weekly(change: &Change, first: &[Placed], until: Day) -> Result<Vec<i64>> {
    let calendar = calendar(&**change).await?;
    let mut all = vec![];
    for one in first {
        let Ok(mut day) = Day::parse(&one.day) else { continue };
        while day <= until {
            if calendar.off_on(day).is_none() {
                all.push(Placed { day: day.to_string(), ..one.clone() });
            }
            day = day.plus_days(7);
        }
    }
    all.sort_by(|one, other| (&one.day, one.first).cmp(&(&other.day, other.first)));
    lay(change, &all).await
}

/// What a person did last and has not undone.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::timetable) struct LastDeed {
    pub id: i64,
    /// The verb of the deed.
    pub verb: String,
    /// How many sessions it touched.
    pub sessions: i64,
    body: String,
}

/// The last deed of a person that is not undone.
pub(in crate::timetable) async fn last_deed(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<LastDeed>> {
    let sql = "SELECT id, verb, sessions, body FROM timetable_deed WHERE by_id = $1 AND undone = $2
        ORDER BY id DESC LIMIT 1";
    db.one(sql, params![account.0, false]).await
}

/// Why a deed was not undone.
#[derive(Debug)]
pub(in crate::timetable) enum Undone {
    /// It was.
    Yes,
    /// Somebody changed one of the sessions since.
    Changed,
    /// Something else stands there now.
    Clashes(Box<Clash>),
}

/// Puts back what a deed replaced and writes `lesson.undone`; all of it or nothing. Drop the change when it was not undone.
///
/// # Errors
/// What the database says.
pub(in crate::timetable) async fn undo(change: &Change, deed: &LastDeed) -> Result<Undone> {
    lock(change).await?;
    let sql = "UPDATE timetable_deed SET undone = $2 WHERE id = $1 AND undone <> $2";
    if change.run(sql, params![deed.id, true]).await? == 0 {
        return Ok(Undone::Changed);
    }
    let Ok(before) = serde_json::from_str::<Vec<Before>>(&deed.body) else { return Ok(Undone::Changed) };
    let own: BTreeSet<i64> = before.iter().map(|one| one.id).collect();
    let back: Vec<Placed> = before.iter().filter_map(|one| one.before.clone()).collect();
    let calendar = calendar(&**change).await?;
    if let Some(clash) = clashes(&**change, &calendar, &back, &own).await?.into_iter().next() {
        return Ok(Undone::Clashes(Box::new(clash)));
    }
    for one in &before {
        let written = match &one.before {
            Some(old) => write(change, one.id, one.version, old).await,
            None => remove(change, one.id, one.version).await,
        };
        match written {
            Ok(()) => {}
            Err(StoreError::Stale) => return Ok(Undone::Changed),
            Err(error) => return Err(error),
        }
    }
    let detail = json!({"deed": deed.id, "verb": deed.verb, "sessions": deed.sessions});
    let subject = before.first().map_or(0, |one| one.id);
    change.record(Entry::new("lesson.undone", "lesson", subject).detail(detail)).await?;
    Ok(Undone::Yes)
}

async fn remove(change: &Change, id: i64, version: i64) -> Result<()> {
    let sql = "UPDATE lesson SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";
    let touched = change.run(sql, params![id, version, State::Removed.code()]).await?;
    if touched == 0 { Err(StoreError::Stale) } else { Ok(()) }
}
