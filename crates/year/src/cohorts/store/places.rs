//! The institution, its campuses and its rooms.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use serde_json::json;

/// What stands on the papers of the institution, in French and in Arabic.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromQueryResult, serde::Serialize)]
pub struct Institution {
    /// The name in French; empty until it is given.
    pub name_fr: String,
    /// The name in Arabic.
    pub name_ar: String,
    /// The lines above the name on papers, in French.
    pub header_fr: String,
    /// The same in Arabic.
    pub header_ar: String,
    /// What the trainer who follows an internship is called, in French.
    pub promoter_fr: String,
    /// The same in Arabic.
    pub promoter_ar: String,
    /// What the person who follows it in the company is called, in French.
    pub co_promoter_fr: String,
    /// The same in Arabic.
    pub co_promoter_ar: String,
    /// Counts the changes.
    pub version: i64,
}

/// The institution; there is one.
pub(crate) async fn institution(db: &impl ConnectionTrait) -> Result<Institution> {
    let sql = "SELECT name_fr, name_ar, header_fr, header_ar, promoter_fr, promoter_ar, co_promoter_fr, co_promoter_ar,
        version FROM institution WHERE id = 1";
    db.one(sql, params![]).await?.ok_or(StoreError::NotFound)
}

/// Writes the institution and `institution.updated` with what stood before; `new.version` is the version that was read.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since; else what the database says.
pub async fn change_institution(change: &Change, new: &Institution) -> Result<()> {
    let old = institution(&**change).await?;
    let sql = "UPDATE institution SET name_fr = $1, name_ar = $2, header_fr = $3, header_ar = $4, promoter_fr = $5,
        promoter_ar = $6, co_promoter_fr = $7, co_promoter_ar = $8, version = version + 1 WHERE id = 1 AND version = $9";
    let values = params![
        new.name_fr.as_str(),
        new.name_ar.as_str(),
        new.header_fr.as_str(),
        new.header_ar.as_str(),
        new.promoter_fr.as_str(),
        new.promoter_ar.as_str(),
        new.co_promoter_fr.as_str(),
        new.co_promoter_ar.as_str(),
        new.version,
    ];
    if change.run(sql, values).await? == 0 {
        return Err(StoreError::Stale);
    }
    let entry = Entry::new("institution.updated", "institution", 1).detail(json!({"old": old, "new": new}));
    change.record(entry).await?;
    Ok(())
}

/// A campus.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::cohorts) struct Campus {
    pub id: i64,
    pub name_fr: String,
    pub name_ar: String,
    pub version: i64,
}

/// The campuses, the oldest first.
pub(in crate::cohorts) async fn campuses(db: &impl ConnectionTrait) -> Result<Vec<Campus>> {
    db.all("SELECT id, name_fr, name_ar, version FROM campus ORDER BY id LIMIT 100", params![]).await
}

/// A room and how many people it holds.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Room {
    pub id: i64,
    pub campus_id: i64,
    pub name: String,
    /// Places, from 1.
    pub capacity: i64,
    pub version: i64,
}

/// The rooms, by campus and name.
pub(crate) async fn rooms(db: &impl ConnectionTrait) -> Result<Vec<Room>> {
    let sql = "SELECT id, campus_id, name, capacity, version FROM room ORDER BY campus_id, name, id LIMIT 500";
    db.all(sql, params![]).await
}

/// Adds a campus and writes `campus.created`.
///
/// # Errors
/// What the database says.
pub async fn add_campus(change: &Change, name_fr: &str, name_ar: &str) -> Result<i64> {
    let sql = "INSERT INTO campus (name_fr, name_ar, version) VALUES ($1, $2, 1) RETURNING id";
    let id = change.number(sql, params![name_fr, name_ar]).await?;
    change.record(Entry::new("campus.created", "campus", id).detail(json!({"fr": name_fr, "ar": name_ar}))).await?;
    Ok(id)
}

/// Renames a campus and writes `campus.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`; else what the database says.
pub(in crate::cohorts) async fn change_campus(change: &Change, id: i64, version: i64, names: [&str; 2]) -> Result<()> {
    let sql = "UPDATE campus SET name_fr = $3, name_ar = $4, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![id, version, names[0], names[1]]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"fr": names[0], "ar": names[1]});
    change.record(Entry::new("campus.updated", "campus", id).detail(detail)).await?;
    Ok(())
}

/// Adds a room and writes `room.created`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the campus has a room of this name; else what the database says.
pub async fn add_room(change: &Change, campus: i64, name: &str, capacity: i64) -> Result<i64> {
    let sql = "INSERT INTO room (campus_id, name, capacity, version) VALUES ($1, $2, $3, 1) RETURNING id";
    let id = change.number(sql, params![campus, name, capacity]).await?;
    let detail = json!({"campus": campus, "name": name, "capacity": capacity});
    change.record(Entry::new("room.created", "room", id).detail(detail)).await?;
    Ok(id)
}

/// Changes name and capacity of a room and writes `room.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`, [`StoreError::Duplicate`] when the name is taken; else what the
/// database says.
pub(in crate::cohorts) async fn change_room(change: &Change, old: &Room, name: &str, capacity: i64) -> Result<()> {
    let sql = "UPDATE room SET name = $3, capacity = $4, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![old.id, old.version, name, capacity]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": [old.name, old.capacity], "new": [name, capacity]});
    change.record(Entry::new("room.updated", "room", old.id).detail(detail)).await?;
    Ok(())
}
