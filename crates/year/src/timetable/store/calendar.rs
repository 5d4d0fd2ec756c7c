//! The week, the hours and the days off of the institution.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use serde_json::json;

use super::super::{Calendar, DayOff, Slot};

#[derive(FromQueryResult)]
struct Week {
    days: String,
    slots: String,
    version: i64,
}

const OFF: &str = "SELECT id, from_on, until_on, name_fr, name_ar, moon, confirmed FROM day_off";

/// The calendar of the institution; there is one.
pub(crate) async fn calendar(db: &impl ConnectionTrait) -> Result<Calendar> {
    let sql = "SELECT days, slots, version FROM timetable WHERE id = 1";
    let week: Week = db.one(sql, params![]).await?.ok_or(StoreError::NotFound)?;
    let off: Vec<DayOff> = db.all(&format!("{OFF} ORDER BY from_on, id LIMIT 500"), params![]).await?;
    Ok(Calendar::stored(&week.days, &week.slots, week.version, off))
}

/// Changes the days of teaching and the hours of a day and writes `timetable.week` with what stood before.
///
/// # Errors
/// [`StoreError::Stale`] when they are no longer at `version`; else what the database says.
pub(in crate::timetable) async fn set_week(change: &Change, version: i64, days: &[i64], slots: &[Slot]) -> Result<()> {
    let old = calendar(&**change).await?;
    let days: Vec<String> = days.iter().map(i64::to_string).collect();
    let (days, slots) = (days.join(","), Calendar::written_slots(slots));
    let sql = "UPDATE timetable SET days = $1, slots = $2, version = version + 1 WHERE id = 1 AND version = $3";
    if change.run(sql, params![days.as_str(), slots.as_str(), version]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({
        "old": {"days": old.days, "slots": Calendar::written_slots(&old.slots)}, "new": {"days": days, "slots": slots},
    });
    change.record(Entry::new("timetable.week", "timetable", 1).detail(detail)).await?;
    Ok(())
}

/// One entry of the days off.
pub(in crate::timetable) async fn off(db: &impl ConnectionTrait, id: i64) -> Result<DayOff> {
    db.one(&format!("{OFF} WHERE id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// Adds days off, not confirmed yet, and writes `day_off.created`; `new.id` is not read.
///
/// # Errors
/// [`StoreError::Duplicate`] when the same days bear the same name; else what the database says.
pub(in crate::timetable) async fn add_off(change: &Change, new: &DayOff) -> Result<i64> {
    let sql = "INSERT INTO day_off (from_on, until_on, name_fr, name_ar, moon, confirmed)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    let values = params![
        new.from_on.as_str(),
        new.until_on.as_str(),
        new.name_fr.as_str(),
        new.name_ar.as_str(),
        new.moon,
        new.confirmed,
    ];
    let id = change.number(sql, values).await?;
    let detail = json!({"from": new.from_on, "until": new.until_on, "fr": new.name_fr, "ar": new.name_ar});
    change.record(Entry::new("day_off.created", "day_off", id).detail(detail)).await?;
    Ok(id)
}

/// Takes days off out and writes `day_off.removed`.
///
/// # Errors
/// [`StoreError::NotFound`] when somebody else took them out; else what the database says.
pub(in crate::timetable) async fn remove_off(change: &Change, old: &DayOff) -> Result<()> {
    if change.run("DELETE FROM day_off WHERE id = $1", params![old.id]).await? == 0 {
        return Err(StoreError::NotFound);
    }
    let detail = json!({"from": old.from_on, "until": old.until_on, "fr": old.name_fr, "ar": old.name_ar});
    change.record(Entry::new("day_off.removed", "day_off", old.id).detail(detail)).await?;
    Ok(())
}

/// Marks days off as confirmed by the institution and writes `day_off.confirmed`.
///
/// # Errors
/// [`StoreError::NotFound`] when somebody else took them out; else what the database says.
pub(in crate::timetable) async fn confirm_off(change: &Change, id: i64) -> Result<()> {
    if change.run("UPDATE day_off SET confirmed = $2 WHERE id = $1", params![id, true]).await? == 0 {
        return Err(StoreError::NotFound);
    }
    change.record(Entry::new("day_off.confirmed", "day_off", id)).await?;
    Ok(())
}

/// The last slot that a session in the timetable takes, 0 without sessions.
pub(in crate::timetable) async fn last_slot(db: &impl ConnectionTrait) -> Result<i64> {
    db.number("SELECT MAX(from_slot + slots - 1) FROM lesson WHERE state = 'planned'", params![]).await
}
