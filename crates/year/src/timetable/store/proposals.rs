//! Weeks that were proposed and wait to be taken over.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use serde_json::json;

use super::super::generate;

/// What a session takes up.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::timetable) struct Taken {
    pub section_id: i64,
    pub module: String,
    pub teaching: String,
    pub trainer_id: i64,
    pub room_id: i64,
    pub on_day: String,
    pub from_slot: i64,
    pub slots: i64,
}

/// What the sessions from a day to another take up, those that were called off left out.
pub(in crate::timetable) async fn taken(db: &impl ConnectionTrait, from: &str, until: &str) -> Result<Vec<Taken>> {
    let sql = "SELECT section_id, module, teaching, trainer_id, room_id, on_day, from_slot, slots FROM lesson
        WHERE on_day >= $1 AND on_day <= $2 AND state = 'planned' ORDER BY id";
    db.all(sql, params![from, until]).await
}

/// A proposal and the days over which it would be placed.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::timetable) struct Proposed {
    pub from_on: String,
    pub until_on: String,
    pub seed: i64,
    body: String,
    pub taken: bool,
}

impl Proposed {
    /// The week.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when a later version of the program wrote what this one cannot read.
    pub fn week(&self) -> Result<generate::Proposal> {
        serde_json::from_str(&self.body).map_err(|_| StoreError::NotFound)
    }
}

/// Keeps a proposal and writes `timetable.proposed`; its identity.
///
/// # Errors
/// What the database says.
pub async fn propose(
    change: &Change,
    (from, until): (&str, &str),
    seed: u32,
    week: &generate::Proposal,
) -> Result<i64> {
    let sql = "INSERT INTO timetable_proposal (by_id, at, from_on, until_on, seed, body, taken)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let by = change.scope().actor.map(|actor| actor.0);
    let body = json!(week).to_string();
    let id = change.number(sql, params![by, change.now().0, from, until, i64::from(seed), body, false]).await?;
    let detail = json!({"from": from, "until": until, "placed": week.pieces.len(), "left": week.left.len()});
    change.record(Entry::new("timetable.proposed", "timetable_proposal", id).detail(detail)).await?;
    Ok(id)
}

/// One proposal.
pub(in crate::timetable) async fn proposed(db: &impl ConnectionTrait, id: i64) -> Result<Proposed> {
    let sql = "SELECT from_on, until_on, seed, body, taken FROM timetable_proposal WHERE id = $1";
    db.one(sql, params![id]).await?.ok_or(StoreError::NotFound)
}

/// Marks a proposal as taken over; its sessions are written, and journaled, by the same change.
///
/// # Errors
/// [`StoreError::Stale`] when it was taken over before; else what the database says.
pub(in crate::timetable) async fn take(change: &Change, id: i64) -> Result<()> {
    let sql = "UPDATE timetable_proposal SET taken = $2 WHERE id = $1 AND taken <> $2";
    if change.run(sql, params![id, true]).await? == 0 { Err(StoreError::Stale) } else { Ok(()) }
}
