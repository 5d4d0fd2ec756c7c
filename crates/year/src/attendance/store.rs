//! Queries of attendance.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use desk::clients::Day;
use serde_json::json;

use super::{Presence, Rule};

/// A line of a sheet.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Line {
    pub trainee_id: i64,
    /// The word of a [`Presence`].
    pub state: String,
    /// Who wrote it; empty for the program.
    pub who: String,
}

/// The sheet of a session, as far as it is kept.
pub(crate) async fn sheet(db: &impl ConnectionTrait, lesson: i64) -> Result<Vec<Line>> {
    let sql = "SELECT p.trainee_id, p.state, COALESCE(a.name, '') AS who
        FROM attendance p LEFT JOIN account a ON a.id = p.by_id WHERE p.lesson_id = $1 ORDER BY p.trainee_id";
    db.all(sql, params![lesson]).await
}

/// A line to write: whom, what stood, and what stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The trainee.
    pub trainee: i64,
    /// What stood; nothing for a new line.
    pub old: Option<Presence>,
    /// What stands.
    pub new: Presence,
}

/// Writes lines of a sheet, all or none, and `attendance.kept` with what stood before.
///
/// # Errors
/// [`StoreError::Stale`] when one of them is no longer what stood; else what the database says.
pub async fn keep(change: &Change, lesson: i64, cells: &[Cell]) -> Result<()> {
    let by = change.scope().actor.map(|actor| actor.0);
    for cell in cells {
        let (new, now) = (cell.new.code(), change.now().0);
        let touched = match cell.old {
            None => {
                let sql = "INSERT INTO attendance (lesson_id, trainee_id, state, by_id, at) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (lesson_id, trainee_id) DO NOTHING";
                change.run(sql, params![lesson, cell.trainee, new, by, now]).await?
            }
            Some(old) => {
                let sql = "UPDATE attendance SET state = $3, by_id = $4, at = $5
                    WHERE lesson_id = $1 AND trainee_id = $2 AND state = $6";
                change.run(sql, params![lesson, cell.trainee, new, by, now, old.code()]).await?
            }
        };
        if touched == 0 {
            return Err(StoreError::Stale);
        }
    }
    let line = |cell: &Cell| json!([cell.trainee, cell.old.map(Presence::code), cell.new.code()]);
    let lines: Vec<_> = cells.iter().map(line).collect();
    change.record(Entry::new("attendance.kept", "lesson", lesson).detail(json!({"lines": lines}))).await?;
    Ok(())
}

/// Whose absences are looked at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    /// Everybody of the sessions of a section.
    Section(i64),
    /// Everybody of the sessions of all sections of a promotion.
    Promotion(i64),
    /// One trainee, whatever the section.
    Trainee(i64),
}

/// What a sheet says of somebody who was not there all the time.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Missed {
    pub trainee_id: i64,
    pub lesson_id: i64,
    pub module: String,
    pub on_day: String,
    pub slots: i64,
    pub state: String,
    /// How many justifications cover the day.
    pub justified: i64,
}

/// Absences, times late and gone early from a day to another, the last first. A session that was called off has none.
pub(super) async fn missed(db: &impl ConnectionTrait, of: Of, from: &str, until: &str) -> Result<Vec<Missed>> {
    let (column, id) = match of {
        Of::Section(id) => ("l.section_id", id),
        Of::Promotion(id) => ("(SELECT s.promotion_id FROM section s WHERE s.id = l.section_id)", id),
        Of::Trainee(id) => ("p.trainee_id", id),
    };
    let sql = format!(
        "SELECT p.trainee_id, p.lesson_id, l.module, l.on_day, l.slots, p.state,
            (SELECT COUNT(*) FROM justification j
                WHERE j.trainee_id = p.trainee_id AND j.from_on <= l.on_day AND l.on_day <= j.until_on) AS justified
        FROM attendance p JOIN lesson l ON l.id = p.lesson_id
        WHERE {column} = $1 AND l.on_day >= $2 AND l.on_day <= $3 AND p.state <> 'present' AND l.state = 'planned'
        ORDER BY l.on_day DESC, l.from_slot DESC, p.trainee_id LIMIT 20000"
    );
    db.all(&sql, params![id, from, until]).await
}

/// A justification: days and reason.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Justification {
    pub id: i64,
    pub trainee_id: i64,
    pub from_on: String,
    pub until_on: String,
    pub reason: String,
}

const JUSTIFICATION: &str = "SELECT id, trainee_id, from_on, until_on, reason FROM justification";

/// The justifications of a trainee, the last first.
pub(super) async fn justifications(db: &impl ConnectionTrait, trainee: i64) -> Result<Vec<Justification>> {
    let sql = format!("{JUSTIFICATION} WHERE trainee_id = $1 ORDER BY from_on DESC, id DESC LIMIT 200");
    db.all(&sql, params![trainee]).await
}

/// One justification.
pub(super) async fn justification(db: &impl ConnectionTrait, id: i64) -> Result<Justification> {
    db.one(&format!("{JUSTIFICATION} WHERE id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// Justifies the absences of a trainee from a day to another and writes `absence.justified`; its identity.
///
/// # Errors
/// What the database says.
pub async fn justify(change: &Change, trainee: i64, (from, until): (Day, Day), reason: &str) -> Result<i64> {
    let sql = "INSERT INTO justification (trainee_id, from_on, until_on, reason, by_id, at)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    let by = change.scope().actor.map(|actor| actor.0);
    let values = params![trainee, from.to_string(), until.to_string(), reason, by, change.now().0];
    let id = change.number(sql, values).await?;
    let detail = json!({"from": from.to_string(), "until": until.to_string(), "reason": reason});
    change.record(Entry::new("absence.justified", "trainee", trainee).detail(detail)).await?;
    Ok(id)
}

/// Takes a justification back and writes `justification.removed` with what it said.
///
/// # Errors
/// [`StoreError::NotFound`] when somebody else took it back; else what the database says.
pub(super) async fn take_back(change: &Change, old: &Justification) -> Result<()> {
    if change.run("DELETE FROM justification WHERE id = $1", params![old.id]).await? == 0 {
        return Err(StoreError::NotFound);
    }
    let detail = json!({"from": old.from_on, "until": old.until_on, "reason": old.reason});
    change.record(Entry::new("justification.removed", "trainee", old.trainee_id).detail(detail)).await?;
    Ok(())
}

/// The thresholds over time, the last first.
pub(super) async fn rules(db: &impl ConnectionTrait) -> Result<Vec<Rule>> {
    let sql = "SELECT r.from_on, r.warn, r.most, r.lates, r.reason, COALESCE(a.name, '') AS who
        FROM attendance_rule r LEFT JOIN account a ON a.id = r.by_id ORDER BY r.from_on DESC, r.id DESC LIMIT 100";
    db.all(sql, params![]).await
}

/// The thresholds of a day: the last that had begun, else the usual ones.
pub(super) async fn rule_on(db: &impl ConnectionTrait, day: &str) -> Result<Rule> {
    let all = rules(db).await?;
    Ok(all.into_iter().find(|own| own.from_on.as_str() <= day).unwrap_or_else(Rule::usual))
}

/// Sets thresholds from a day on and writes `attendance.rule`.
///
/// # Errors
/// [`StoreError::Duplicate`] when thresholds begin on that day already; else what the database says.
pub(super) async fn set_rule(change: &Change, rule: &Rule) -> Result<()> {
    let sql = "INSERT INTO attendance_rule (from_on, warn, most, lates, reason, by_id, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let by = change.scope().actor.map(|actor| actor.0);
    let values =
        params![rule.from_on.as_str(), rule.warn, rule.most, rule.lates, rule.reason.as_str(), by, change.now().0,];
    let id = change.number(sql, values).await?;
    let detail = json!({
        "from": rule.from_on, "warn": rule.warn, "most": rule.most, "lates": rule.lates, "reason": rule.reason,
    });
    change.record(Entry::new("attendance.rule", "attendance_rule", id).detail(detail)).await?;
    Ok(())
}
