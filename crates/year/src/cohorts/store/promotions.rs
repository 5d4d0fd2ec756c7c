//! Promotions and their sections.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use desk::clients::Day;
use serde_json::json;

/// A promotion: everybody who began one edition of the programme together.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Promotion {
    /// Its identity.
    pub id: i64,
    /// What it is called: `2026-2029`.
    pub code: String,
    /// The code of its programme: `1803`. It never changes.
    pub programme: String,
    /// The edition of the programme that it follows to the end.
    pub edition: String,
    /// Its first day, YYYY-MM-DD.
    pub starts_on: String,
    /// Counts the changes of code and dates.
    pub version: i64,
    /// Counts the changes of its semester plan.
    pub plan_version: i64,
}

/// What a promotion is made of. Semesters are (first day, last day), in order; none where it is not fixed yet.
#[derive(Clone, Debug)]
pub struct NewPromotion {
    /// What it is called.
    pub code: String,
    /// Its first day.
    pub starts_on: Day,
    /// The days of each semester of the programme.
    pub semesters: Vec<Option<(Day, Day)>>,
}

const SELECT: &str = "SELECT id, code, programme, edition, starts_on, version, plan_version FROM promotion";

/// The promotions, the newest first.
pub(in crate::cohorts) async fn promotions(db: &impl ConnectionTrait) -> Result<Vec<Promotion>> {
    db.all(&format!("{SELECT} ORDER BY starts_on DESC, id DESC LIMIT 60"), params![]).await
}

/// One promotion.
pub(crate) async fn promotion(db: &impl ConnectionTrait, id: i64) -> Result<Promotion> {
    db.one(&format!("{SELECT} WHERE id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// The days of a semester.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Semester {
    pub number: i64,
    pub from_on: String,
    pub until_on: String,
}

/// The semesters of a promotion whose days are fixed.
pub(crate) async fn semesters(db: &impl ConnectionTrait, promotion: i64) -> Result<Vec<Semester>> {
    let sql = "SELECT number, from_on, until_on FROM promotion_semester WHERE promotion_id = $1 ORDER BY number";
    db.all(sql, params![promotion]).await
}

/// The semester of a day, YYYY-MM-DD: the last that had begun, else the first; nothing while no semester has its days.
pub(crate) async fn semester_at(db: &impl ConnectionTrait, promotion: i64, day: &str) -> Result<Option<Semester>> {
    let all = semesters(db, promotion).await?;
    Ok(all.iter().rfind(|own| own.from_on.as_str() <= day).or(all.first()).cloned())
}

/// Adds a promotion that follows the programme built in, in its present edition, and writes `promotion.created`. The blocks
/// of its plan stand in no semester yet.
///
/// # Errors
/// [`StoreError::Duplicate`] when the code is taken; else what the database says.
pub async fn add_promotion(change: &Change, new: &NewPromotion) -> Result<i64> {
    let sheet = &school::programme::programme().sheet;
    let sql = "INSERT INTO promotion (code, programme, edition, starts_on, version, plan_version)
        VALUES ($1, $2, $3, $4, 1, 1) RETURNING id";
    let values = params![new.code.as_str(), sheet.code.as_str(), sheet.version.as_str(), new.starts_on.to_string()];
    let id = change.number(sql, values).await?;
    fix(change, id, new).await?;
    let detail = json!({"code": new.code, "programme": sheet.code, "edition": sheet.version, "starts_on": new.starts_on.to_string()});
    change.record(Entry::new("promotion.created", "promotion", id).detail(detail)).await?;
    Ok(id)
}

/// Changes code and days and writes `promotion.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`, [`StoreError::Duplicate`] when the code is taken; else what the
/// database says.
pub(in crate::cohorts) async fn change_promotion(
    change: &Change,
    old: &Promotion,
    version: i64,
    new: &NewPromotion,
) -> Result<()> {
    let sql = "UPDATE promotion SET code = $3, starts_on = $4, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![old.id, version, new.code.as_str(), new.starts_on.to_string()]).await? == 0 {
        return Err(StoreError::Stale);
    }
    change.run("DELETE FROM promotion_semester WHERE promotion_id = $1", params![old.id]).await?;
    fix(change, old.id, new).await?;
    let days = |day: &Option<(Day, Day)>| day.map(|(first, last)| [first.to_string(), last.to_string()]);
    let semesters: Vec<_> = new.semesters.iter().map(days).collect();
    let detail =
        json!({"old": [old.code, old.starts_on], "new": [new.code, new.starts_on.to_string()], "semesters": semesters});
    change.record(Entry::new("promotion.updated", "promotion", old.id).detail(detail)).await?;
    Ok(())
}

async fn fix(change: &Change, id: i64, new: &NewPromotion) -> Result<()> {
    for (number, days) in (1_i64..).zip(&new.semesters) {
        let Some((first, last)) = days else { continue };
        let sql = "INSERT INTO promotion_semester (promotion_id, number, from_on, until_on) VALUES ($1, $2, $3, $4)";
        change.run(sql, params![id, number, first.to_string(), last.to_string()]).await?;
    }
    Ok(())
}

/// A section of a promotion.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Section {
    /// Its identity.
    pub id: i64,
    /// Its promotion.
    pub promotion_id: i64,
    /// What it is called: `A`.
    pub code: String,
    /// The code of its promotion.
    pub promotion: String,
    /// Its usual room, 0 for none.
    pub room_id: i64,
    /// Counts the changes.
    pub version: i64,
}

const SECTION: &str =
    "SELECT s.id, s.promotion_id, s.code, p.code AS promotion, COALESCE(s.room_id, 0) AS room_id, s.version
    FROM section s JOIN promotion p ON p.id = s.promotion_id";

/// One section.
pub(crate) async fn section(db: &impl ConnectionTrait, id: i64) -> Result<Section> {
    db.one(&format!("{SECTION} WHERE s.id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// A section and how many trainees it has today.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Counted {
    pub id: i64,
    pub promotion_id: i64,
    pub code: String,
    pub promotion: String,
    pub trainees: i64,
}

/// The sections of every promotion, the newest promotion first; of one when it is given.
pub(crate) async fn sections(db: &impl ConnectionTrait, promotion: Option<i64>) -> Result<Vec<Counted>> {
    let sql = "SELECT s.id, s.promotion_id, s.code, p.code AS promotion,
            (SELECT COUNT(*) FROM section_member m WHERE m.section_id = s.id AND m.until_on = '') AS trainees
        FROM section s JOIN promotion p ON p.id = s.promotion_id WHERE $1 = 0 OR s.promotion_id = $1
        ORDER BY p.starts_on DESC, p.id DESC, s.code, s.id LIMIT 500";
    db.all(sql, params![promotion.unwrap_or(0)]).await
}

fn room(id: i64) -> Option<i64> {
    (id > 0).then_some(id)
}

/// Adds an empty section and writes `section.created`; `room_id` is 0 for none.
///
/// # Errors
/// [`StoreError::Duplicate`] when the promotion has a section of this code; else what the database says.
pub async fn add_section(change: &Change, promotion: i64, code: &str, room_id: i64) -> Result<i64> {
    let sql = "INSERT INTO section (promotion_id, code, room_id, version) VALUES ($1, $2, $3, 1) RETURNING id";
    let id = change.number(sql, params![promotion, code, room(room_id)]).await?;
    let detail = json!({"promotion": promotion, "code": code, "room": room_id});
    change.record(Entry::new("section.created", "section", id).detail(detail)).await?;
    Ok(id)
}

/// Changes code and room of a section and writes `section.updated`.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`, [`StoreError::Duplicate`] when the code is taken; else what the
/// database says.
pub(in crate::cohorts) async fn change_section(
    change: &Change,
    old: &Section,
    version: i64,
    code: &str,
    room_id: i64,
) -> Result<()> {
    let sql = "UPDATE section SET code = $3, room_id = $4, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![old.id, version, code, room(room_id)]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": [old.code, old.room_id], "new": [code, room_id]});
    change.record(Entry::new("section.updated", "section", old.id).detail(detail)).await?;
    Ok(())
}
