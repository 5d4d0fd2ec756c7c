//! Mark sheets: the marks of one section in one module and semester, with each change that was made to them.

use std::collections::{BTreeMap, BTreeSet};

use ::store::{AccountId, Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use desk::clients::Day;
use serde_json::json;

use super::super::Mark;
use super::regimes::adopt;
use crate::cohorts::{self, Trainee};

/// A mark sheet.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::marks) struct Sheet {
    pub id: i64,
    pub section_id: i64,
    pub module: String,
    pub semester: i64,
    pub regime_id: i64,
    /// The day on which it was opened: its rules are those of that day.
    pub opened_on: String,
}

const SELECT: &str = "SELECT m.id, m.section_id, m.module, m.semester, m.regime_id, m.opened_on FROM mark_sheet m";

/// One mark sheet.
pub(in crate::marks) async fn sheet(db: &impl ConnectionTrait, id: i64) -> Result<Sheet> {
    db.one(&format!("{SELECT} WHERE m.id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// The mark sheets of a section, by semester.
pub(in crate::marks) async fn sheets_of(db: &impl ConnectionTrait, section: i64) -> Result<Vec<Sheet>> {
    let sql = format!("{SELECT} WHERE m.section_id = $1 ORDER BY m.semester, m.id LIMIT 300");
    db.all(&sql, params![section]).await
}

/// Opens the mark sheet of a module in a semester, under the rules of the day, and writes `mark_sheet.opened`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the section has one; else what the database says.
pub async fn open_sheet(change: &Change, section: i64, module: &str, semester: i64, day: Day) -> Result<i64> {
    let promotion = cohorts::section(&**change, section).await?.promotion_id;
    let regime = adopt(change, promotion, day).await?;
    let sql = "INSERT INTO mark_sheet (section_id, module, semester, regime_id, opened_on) VALUES ($1, $2, $3, $4, $5)
        RETURNING id";
    let id = change.number(sql, params![section, module, semester, regime, day.to_string()]).await?;
    let detail = json!({"section": section, "module": module, "semester": semester, "regime": regime});
    change.record(Entry::new("mark_sheet.opened", "mark_sheet", id).detail(detail)).await?;
    Ok(id)
}

/// What stands for one trainee and component, as it is stored; empty after it was taken away.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::marks) struct Given {
    pub component: String,
    pub trainee_id: i64,
    pub value: String,
    /// Who wrote it last.
    pub who: String,
}

/// The marks of a sheet.
pub(in crate::marks) async fn marks_of(db: &impl ConnectionTrait, sheet: i64) -> Result<Vec<Given>> {
    let sql = "SELECT m.component, m.trainee_id, m.value, COALESCE(a.name, '') AS who
        FROM mark m LEFT JOIN account a ON a.id = m.by_id WHERE m.sheet_id = $1 ORDER BY m.trainee_id, m.component";
    db.all(sql, params![sheet]).await
}

/// The people of a sheet: those of the section today, and those who have a mark and left since.
pub(in crate::marks) async fn people_of(db: &impl ConnectionTrait, sheet: &Sheet) -> Result<Vec<Trainee>> {
    let mut people = cohorts::members(db, sheet.section_id).await?;
    let known: BTreeSet<i64> = people.iter().map(|own| own.id).collect();
    let marked = marks_of(db, sheet.id).await?;
    let gone: BTreeSet<i64> = marked
        .iter()
        .filter(|own| !own.value.is_empty())
        .map(|own| own.trainee_id)
        .filter(|id| !known.contains(id))
        .collect();
    for id in gone {
        people.push(cohorts::trainee(db, id).await?);
    }
    Ok(people)
}

/// One mark to write: what the person saw, and what it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Whose.
    pub trainee: i64,
    /// What stood when the person read it.
    pub old: Option<Mark>,
    /// What it becomes.
    pub new: Option<Mark>,
}

fn word(mark: Option<Mark>) -> String {
    mark.map_or_else(String::new, Mark::code)
}

/// Writes one value where another stands; false when it does not stand there.
async fn put(change: &Change, (sheet, component, trainee): (i64, &str, i64), old: &str, new: &str) -> Result<bool> {
    let by = change.scope().actor.map(|actor| actor.0);
    let sql = "INSERT INTO mark (sheet_id, component, trainee_id, value, by_id, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (sheet_id, component, trainee_id) DO UPDATE
            SET value = excluded.value, by_id = excluded.by_id, at = excluded.at WHERE mark.value = $7";
    Ok(change.run(sql, params![sheet, component, trainee, new, by, change.now().0, old]).await? == 1)
}

async fn log(
    change: &Change,
    (sheet, component, trainee): (i64, &str, i64),
    session: &str,
    old: &str,
    new: &str,
) -> Result<()> {
    let sql =
        "INSERT INTO mark_change (sheet_id, component, trainee_id, session, old_value, new_value, by_id, at, undone)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, false)";
    let by = change.scope().actor.map(|actor| actor.0);
    change.run(sql, params![sheet, component, trainee, session, old, new, by, change.now().0]).await?;
    Ok(())
}

/// Writes the marks of one entry session, each with what stood before, and `marks.entered`.
///
/// # Errors
/// [`StoreError::Stale`] when one of them no longer is what the person saw; nothing is written then.
pub async fn enter(change: &Change, sheet: i64, component: &str, session: &str, cells: &[Cell]) -> Result<()> {
    let mut written = vec![];
    for cell in cells {
        let (key, old, new) = ((sheet, component, cell.trainee), word(cell.old), word(cell.new));
        if !put(change, key, &old, &new).await? {
            return Err(StoreError::Stale);
        }
        log(change, key, session, &old, &new).await?;
        written.push(json!([cell.trainee, old, new]));
    }
    let detail = json!({"component": component, "session": session, "marks": written});
    change.record(Entry::new("marks.entered", "mark_sheet", sheet).detail(detail)).await?;
    Ok(())
}

/// An entry session on a component.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::marks) struct Session {
    pub session: String,
    pub by_id: i64,
    pub who: String,
    pub at: i64,
    pub marks: i64,
    /// How many of its marks were undone.
    pub undone: i64,
}

/// The entry sessions of a component, the last first.
pub(in crate::marks) async fn sessions_of(
    db: &impl ConnectionTrait,
    sheet: i64,
    component: &str,
) -> Result<Vec<Session>> {
    let sql = "SELECT c.session, COALESCE(c.by_id, 0) AS by_id, COALESCE(a.name, '') AS who, MAX(c.at) AS at,
            COUNT(*) AS marks, SUM(CASE WHEN c.undone THEN 1 ELSE 0 END) AS undone
        FROM mark_change c LEFT JOIN account a ON a.id = c.by_id WHERE c.sheet_id = $1 AND c.component = $2
        GROUP BY c.session, c.by_id, a.name ORDER BY MAX(c.id) DESC LIMIT 10";
    db.all(sql, params![sheet, component]).await
}

#[derive(FromQueryResult)]
struct Changed {
    id: i64,
    trainee_id: i64,
    old_value: String,
    new_value: String,
}

/// Puts back what stood before an entry session and writes `marks.undone`; a mark that somebody changed since stays. How many
/// were put back, and how many stayed.
///
/// # Errors
/// [`StoreError::NotFound`] when nothing of the session is left to undo; else what the database says.
pub(in crate::marks) async fn undo(
    change: &Change,
    sheet: i64,
    component: &str,
    session: &str,
    by: Option<AccountId>,
) -> Result<(usize, usize)> {
    let sql = "SELECT id, trainee_id, old_value, new_value FROM mark_change WHERE sheet_id = $1 AND component = $2
        AND session = $3 AND NOT undone AND ($4 = 0 OR by_id = $4) ORDER BY id DESC";
    let all = change.all::<Changed>(sql, params![sheet, component, session, by.map_or(0, |by| by.0)]).await?;
    if all.is_empty() {
        return Err(StoreError::NotFound);
    }
    let (mut back, mut stayed) = (vec![], 0);
    for own in all {
        let key = (sheet, component, own.trainee_id);
        if put(change, key, &own.new_value, &own.old_value).await? {
            back.push(json!([own.trainee_id, own.new_value, own.old_value]));
        } else {
            stayed += 1;
        }
        change.run("UPDATE mark_change SET undone = true WHERE id = $1", params![own.id]).await?;
    }
    let count = back.len();
    let detail = json!({"component": component, "session": session, "marks": back, "stayed": stayed});
    change.record(Entry::new("marks.undone", "mark_sheet", sheet).detail(detail)).await?;
    Ok((count, stayed))
}

/// A mark that a person set in the place of the computed one.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::marks) struct Override {
    pub trainee_id: i64,
    pub hundredths: i64,
    /// What was computed when the person decided; -1 when nothing could be.
    pub computed: i64,
    pub reason: String,
    pub who: String,
    pub at: i64,
    pub version: i64,
}

const OVERRIDE: &str =
    "SELECT o.trainee_id, o.hundredths, o.computed, o.reason, COALESCE(a.name, '') AS who, o.at, o.version
    FROM mark_override o LEFT JOIN account a ON a.id = o.by_id";

/// The marks of a sheet that people set.
pub(in crate::marks) async fn overrides_of(db: &impl ConnectionTrait, sheet: i64) -> Result<BTreeMap<i64, Override>> {
    let rows = db.all::<Override>(&format!("{OVERRIDE} WHERE o.sheet_id = $1"), params![sheet]).await?;
    Ok(rows.into_iter().map(|own| (own.trainee_id, own)).collect())
}

/// The mark that a person set for one trainee, if any.
pub(in crate::marks) async fn override_of(
    db: &impl ConnectionTrait,
    sheet: i64,
    trainee: i64,
) -> Result<Option<Override>> {
    db.one(&format!("{OVERRIDE} WHERE o.sheet_id = $1 AND o.trainee_id = $2"), params![sheet, trainee]).await
}

/// Sets a mark in the place of the computed one, or gives it up when `new` is nothing; writes `mark.overridden` with both, and
/// why.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version` (0 before the first); else what the database says.
pub(in crate::marks) async fn put_override(
    change: &Change,
    (sheet, trainee): (i64, i64),
    version: i64,
    new: Option<i64>,
    computed: Option<i64>,
    reason: &str,
) -> Result<()> {
    let by = change.scope().actor.map(|actor| actor.0);
    let touched = match new {
        None => {
            let sql = "DELETE FROM mark_override WHERE sheet_id = $1 AND trainee_id = $2 AND version = $3";
            change.run(sql, params![sheet, trainee, version]).await?
        }
        Some(new) => {
            let sql =
                "INSERT INTO mark_override (sheet_id, trainee_id, hundredths, computed, reason, by_id, at, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8 + 1) ON CONFLICT (sheet_id, trainee_id) DO UPDATE
                    SET hundredths = excluded.hundredths, computed = excluded.computed, reason = excluded.reason,
                        by_id = excluded.by_id, at = excluded.at, version = excluded.version
                WHERE mark_override.version = $8";
            let values = params![sheet, trainee, new, computed.unwrap_or(-1), reason, by, change.now().0, version];
            change.run(sql, values).await?
        }
    };
    if touched == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"trainee": trainee, "mark": new, "computed": computed, "reason": reason});
    change.record(Entry::new("mark.overridden", "mark_sheet", sheet).detail(detail)).await?;
    Ok(())
}
