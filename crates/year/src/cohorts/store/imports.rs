//! Lists of trainees that come from a file: the rows wait in the database until a person enrols them.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use desk::clients::Day;
use serde_json::json;

use super::super::file::Line;
use super::{NewTrainee, actor, add_trainee};

/// A list that was read.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::cohorts) struct Import {
    pub id: i64,
    /// The name of its file.
    pub name: String,
    pub section_id: i64,
    pub section: String,
    pub promotion: String,
    /// From which day on the people of it are enrolled.
    pub from_on: String,
    /// The names of its columns, as JSON.
    pub header: String,
    /// The field that each column fills, as JSON; nothing for none.
    pub columns: String,
    /// Its rows, as JSON.
    pub body: String,
    /// `prepared`, `enrolled` or `reverted`.
    pub state: String,
    /// How many people it enrolled.
    pub enrolled: i64,
    pub at: i64,
}

impl Import {
    /// The names of the columns.
    pub fn header(&self) -> Vec<String> {
        serde_json::from_str(&self.header).unwrap_or_default()
    }

    /// The field of each column.
    pub fn columns(&self) -> Vec<String> {
        serde_json::from_str(&self.columns).unwrap_or_default()
    }

    /// The rows.
    pub fn lines(&self) -> Vec<Line> {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

const SELECT: &str = "SELECT i.id, i.name, i.section_id, s.code AS section, p.code AS promotion, i.from_on, i.header,
        i.columns, i.body, i.state, i.enrolled, i.at
    FROM trainee_import i JOIN section s ON s.id = i.section_id JOIN promotion p ON p.id = s.promotion_id";

/// One list.
pub(in crate::cohorts) async fn get(db: &impl ConnectionTrait, id: i64) -> Result<Import> {
    db.one(&format!("{SELECT} WHERE i.id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// The last lists, without their rows.
pub(in crate::cohorts) async fn list(db: &impl ConnectionTrait) -> Result<Vec<Import>> {
    let sql = SELECT.replace("i.body", "'' AS body");
    db.all(&format!("{sql} ORDER BY i.id DESC LIMIT 20"), params![]).await
}

/// Keeps what was read of a file and writes `trainees.read`.
///
/// # Errors
/// What the database says.
pub(in crate::cohorts) async fn prepare(
    change: &Change,
    name: &str,
    (section, from): (i64, Day),
    (header, columns, lines): (&[String], &[String], &[Line]),
) -> Result<i64> {
    let sql =
        "INSERT INTO trainee_import (name, section_id, from_on, header, columns, body, state, enrolled, by_id, at)
        VALUES ($1, $2, $3, $4, $5, $6, 'prepared', 0, $7, $8) RETURNING id";
    let values = params![
        name,
        section,
        from.to_string(),
        json!(header).to_string(),
        json!(columns).to_string(),
        json!(lines).to_string(),
        actor(change),
        change.now().0,
    ];
    let id = change.number(sql, values).await?;
    let detail = json!({"name": name, "lines": lines.len(), "section": section});
    change.record(Entry::new("trainees.read", "trainee_import", id).detail(detail)).await?;
    Ok(id)
}

/// Says anew which column fills which field and writes `trainees.mapped`. Nothing happens once the list was used.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer prepared; else what the database says.
pub(in crate::cohorts) async fn map(change: &Change, id: i64, columns: &[String]) -> Result<()> {
    let text = json!(columns).to_string();
    let sql = "UPDATE trainee_import SET columns = $2 WHERE id = $1 AND state = 'prepared'";
    if change.run(sql, params![id, text]).await? == 0 {
        return Err(StoreError::Stale);
    }
    let entry = Entry::new("trainees.mapped", "trainee_import", id).detail(json!({"columns": columns}));
    change.record(entry).await?;
    Ok(())
}

/// Enrols everybody of a list, in one change, and writes `trainees.enrolled`.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer prepared, [`StoreError::Duplicate`] when somebody took a number meanwhile; else
/// what the database says. Nobody is enrolled then.
pub(in crate::cohorts) async fn enrol(
    change: &Change,
    import: &Import,
    people: &[NewTrainee],
    from: Day,
) -> Result<()> {
    let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let sql = "UPDATE trainee_import SET state = 'enrolled', enrolled = $2 WHERE id = $1 AND state = 'prepared'";
    if change.run(sql, params![import.id, count]).await? == 0 {
        return Err(StoreError::Stale);
    }
    for person in people {
        add_trainee(change, person, 0, import.section_id, from, Some(import.id)).await?;
    }
    let entry = Entry::new("trainees.enrolled", "trainee_import", import.id).detail(json!({"count": count}));
    change.record(entry).await?;
    Ok(())
}

/// Somebody whom a list enrolled.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::cohorts) struct Enrolled {
    pub number: String,
}

/// Those whom a list enrolled, by number.
pub(in crate::cohorts) async fn of_import(db: &impl ConnectionTrait, import: i64) -> Result<Vec<Enrolled>> {
    let sql = "SELECT number FROM trainee WHERE import_id = $1 ORDER BY number";
    db.all(sql, params![import]).await
}

/// What hangs on a trainee once somebody worked with them. Enrolment itself writes only `trainee_state` and `section_member`.
pub(in crate::cohorts) const WORKED: [&str; 9] = [
    "accommodation",
    "attendance",
    "badge",
    "council_decision",
    "justification",
    "mark",
    "mark_change",
    "mark_override",
    "self_assessment",
];

/// Those of a list on whom something hangs since: a correction, another state, a move, an account, or a row of [`WORKED`].
pub(in crate::cohorts) async fn hold(db: &impl ConnectionTrait, import: i64) -> Result<Vec<Enrolled>> {
    let worked = WORKED.map(|table| format!("OR EXISTS (SELECT 1 FROM {table} w WHERE w.trainee_id = t.id)")).concat();
    let sql = format!(
        "SELECT t.number FROM trainee t WHERE t.import_id = $1 AND (t.version > 1 OR t.account_id IS NOT NULL {worked})
        ORDER BY t.number"
    );
    db.all(&sql, params![import]).await
}

/// Takes a list back and writes `trainees.reverted`: the people it enrolled are no longer in the register. The journal keeps
/// that they were.
///
/// # Errors
/// [`StoreError::Stale`] when the list is not enrolled or something hangs on somebody of it; else what the database says.
pub(in crate::cohorts) async fn revert(change: &Change, import: i64) -> Result<()> {
    let sql = "UPDATE trainee_import SET state = 'reverted' WHERE id = $1 AND state = 'enrolled'";
    if change.run(sql, params![import]).await? == 0 || !hold(&**change, import).await?.is_empty() {
        return Err(StoreError::Stale);
    }
    let people = of_import(&**change, import).await?;
    for table in ["trainee_state", "section_member"] {
        let sql = format!("DELETE FROM {table} WHERE trainee_id IN (SELECT id FROM trainee WHERE import_id = $1)");
        change.run(&sql, params![import]).await?;
    }
    change.run("DELETE FROM trainee WHERE import_id = $1", params![import]).await?;
    let numbers: Vec<&str> = people.iter().map(|own| own.number.as_str()).collect();
    let entry = Entry::new("trainees.reverted", "trainee_import", import).detail(json!({"numbers": numbers}));
    change.record(entry).await?;
    Ok(())
}
