//! Councils: one row for each time that a section's semester was sat over. A sealed row is never changed.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Sql, StoreError, params};
use serde_json::json;

use super::super::minutes::Minutes;

/// A council.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Council {
    pub id: i64,
    pub section_id: i64,
    pub semester: i64,
    /// 1 for the first council of the semester.
    pub version: i64,
    /// `open` or `sealed`.
    pub state: String,
    pub held_on: String,
    pub president: String,
    pub members: String,
    pub remarks: String,
    /// The council whose minutes these will replace, 0 for none.
    pub former_id: i64,
    /// Why it is held again; empty for the first.
    pub reason: String,
    /// The number of the minutes in their year, 0 until they are sealed.
    pub number: i64,
    pub year: i64,
    /// The minutes as JSON, and their canonical text.
    pub body: String,
    pub canonical: String,
    pub hash: String,
    /// Counts everything that was written down while it was open.
    pub touched: i64,
    pub section: String,
    pub promotion: String,
}

impl Council {
    /// True once its minutes are sealed.
    pub fn is_sealed(&self) -> bool {
        self.state == "sealed"
    }

    /// The sealed minutes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] while it is open, or when a later version of the program wrote what this one cannot read.
    pub fn minutes(&self) -> Result<Minutes> {
        serde_json::from_str(&self.body).map_err(|error| {
            if self.is_sealed() {
                tracing::error!(%error, council = self.id, "sealed minutes cannot be read");
            }
            StoreError::NotFound
        })
    }
}

const SELECT: &str =
    "SELECT c.id, c.section_id, c.semester, c.version, c.state, c.held_on, c.president, c.members, c.remarks,
        COALESCE(c.former_id, 0) AS former_id, c.reason, c.number, c.year, c.body, c.canonical, c.hash, c.touched,
        s.code AS section, p.code AS promotion
    FROM council c JOIN section s ON s.id = c.section_id JOIN promotion p ON p.id = s.promotion_id";

/// One council.
pub(crate) async fn council(db: &impl ConnectionTrait, id: i64) -> Result<Council> {
    db.one(&format!("{SELECT} WHERE c.id = $1"), params![id]).await?.ok_or(StoreError::NotFound)
}

/// A page of all councils, the last first.
pub(in crate::council) async fn list(db: &impl ConnectionTrait, before: Option<i64>) -> Result<Keyset<Council>> {
    let sql = format!("{SELECT} WHERE c.id < $1 ORDER BY c.id DESC LIMIT $2");
    let rows = db.all::<Council>(&sql, params![before.unwrap_or(i64::MAX), PAGE as i64 + 1]).await?;
    Ok(Keyset::of(rows, |row| row.id))
}

/// The councils of a semester, the last first.
pub(in crate::council) async fn versions(
    db: &impl ConnectionTrait,
    section: i64,
    semester: i64,
) -> Result<Vec<Council>> {
    let sql = format!("{SELECT} WHERE c.section_id = $1 AND c.semester = $2 ORDER BY c.version DESC LIMIT 50");
    db.all(&sql, params![section, semester]).await
}

/// The last council of a semester.
pub(in crate::council) async fn latest(
    db: &impl ConnectionTrait,
    section: i64,
    semester: i64,
) -> Result<Option<Council>> {
    Ok(versions(db, section, semester).await?.into_iter().next())
}

/// The councils of a section whose minutes stand: the last sealed one of each semester, in their order.
pub(crate) async fn councils_of(db: &impl ConnectionTrait, section: i64) -> Result<Vec<Council>> {
    let sql = format!(
        "{SELECT} WHERE c.section_id = $1 AND c.state = 'sealed' AND c.version =
            (SELECT MAX(o.version) FROM council o
             WHERE o.section_id = c.section_id AND o.semester = c.semester AND o.state = 'sealed')
        ORDER BY c.semester LIMIT 20"
    );
    db.all(&sql, params![section]).await
}

/// The standing minutes of every section that a trainee was in, by semester and moment.
pub(crate) async fn sealed_of(db: &impl ConnectionTrait, trainee: i64) -> Result<Vec<Council>> {
    let sql = format!(
        "{SELECT} WHERE c.state = 'sealed' AND c.section_id IN
            (SELECT section_id FROM section_member WHERE trainee_id = $1)
            AND c.version = (SELECT MAX(o.version) FROM council o
                WHERE o.section_id = c.section_id AND o.semester = c.semester AND o.state = 'sealed')
        ORDER BY c.semester, c.sealed_at, c.id LIMIT 40"
    );
    db.all(&sql, params![trainee]).await
}

/// Opens the first council of a semester and writes `council.opened`.
///
/// # Errors
/// [`StoreError::Duplicate`] when it has one; else what the database says.
pub async fn open(change: &Change, section: i64, semester: i64) -> Result<i64> {
    let sql = "INSERT INTO council (section_id, semester, version, state, held_on, president, members, remarks, reason, number,
        year, sealed_at, body, canonical, hash, touched)
        VALUES ($1, $2, 1, 'open', '', '', '', '', '', 0, 0, 0, '', '', '', 0) RETURNING id";
    let id = change.number(sql, params![section, semester]).await?;
    let detail = json!({"section": section, "semester": semester});
    change.record(Entry::new("council.opened", "council", id).detail(detail)).await?;
    Ok(id)
}

/// Opens a new council over sealed minutes, with everything that was decided, and writes `council.reopened`. The sealed ones stay.
///
/// # Errors
/// [`StoreError::Duplicate`] when somebody did it already; else what the database says.
pub(in crate::council) async fn reopen(change: &Change, former: &Council, reason: &str) -> Result<i64> {
    let sql =
        "INSERT INTO council (section_id, semester, version, state, held_on, president, members, remarks, former_id,
        reason, number, year, sealed_at, body, canonical, hash, touched)
        VALUES ($1, $2, $3, 'open', '', $4, $5, '', $6, $7, 0, 0, 0, '', '', '', 0) RETURNING id";
    let values = params![
        former.section_id,
        former.semester,
        former.version + 1,
        former.president.as_str(),
        former.members.as_str(),
        former.id,
        reason,
    ];
    let id = change.number(sql, values).await?;
    let sql = "INSERT INTO council_decision (council_id, trainee_id, code_id, reason, seen, by_id, at, version)
        SELECT $1, trainee_id, code_id, reason, seen, by_id, at, 1 FROM council_decision WHERE council_id = $2";
    change.run(sql, params![id, former.id]).await?;
    let detail = json!({"former": former.id, "hash": former.hash, "reason": reason});
    change.record(Entry::new("council.reopened", "council", id).detail(detail)).await?;
    Ok(id)
}

/// Holds an open council for this change, so that nobody seals it or decides in it meanwhile. False when it is sealed, or was
/// touched since `seen`.
pub(in crate::council) async fn hold(change: &Change, id: i64, seen: Option<i64>) -> Result<bool> {
    let sql = "UPDATE council SET touched = touched + 1 WHERE id = $1 AND state = 'open' AND ($2 < 0 OR touched = $2)";
    Ok(change.run(sql, params![id, seen.unwrap_or(-1)]).await? == 1)
}

/// Who sat, when, and what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// YYYY-MM-DD; empty until it is known.
    pub held_on: String,
    /// Who presided.
    pub president: String,
    /// Who was present, a line each.
    pub members: String,
    /// What the minutes should say beside the decisions.
    pub remarks: String,
}

impl Council {
    /// Who sat, when, and what was said.
    pub fn sitting(&self) -> Sitting {
        Sitting {
            held_on: self.held_on.clone(),
            president: self.president.clone(),
            members: self.members.clone(),
            remarks: self.remarks.clone(),
        }
    }
}

/// Writes down who sat and what was said, and `council.sat`. The council is held by the change.
///
/// # Errors
/// What the database says.
pub async fn keep_sitting(change: &Change, id: i64, new: &Sitting) -> Result<()> {
    let sql = "UPDATE council SET held_on = $2, president = $3, members = $4, remarks = $5 WHERE id = $1";
    let Sitting { held_on, president, members, remarks } = new;
    let values = params![id, held_on.as_str(), president.as_str(), members.as_str(), remarks.as_str()];
    change.run(sql, values).await?;
    let detail = json!({"held_on": held_on, "president": president, "members": members, "remarks": remarks});
    change.record(Entry::new("council.sat", "council", id).detail(detail)).await?;
    Ok(())
}

/// The moment of the next seal: now, and never before the last one. A clock that went backwards gives no earlier date. From here
/// to the end of the change nobody else seals.
pub(in crate::council) async fn sealing_moment(change: &Change) -> Result<i64> {
    let sql = "UPDATE minutes_seal SET last_at = CASE WHEN last_at > $1 THEN last_at ELSE $1 END RETURNING last_at";
    change.number(sql, params![change.now().0]).await
}

/// The moment of the last seal, 0 before the first.
pub(in crate::council) async fn last_sealed(db: &impl ConnectionTrait) -> Result<i64> {
    db.number("SELECT last_at FROM minutes_seal", params![]).await
}

/// The next number of a year. A change that is not committed takes none: there are no gaps.
pub(in crate::council) async fn number(change: &Change, year: i64) -> Result<i64> {
    let sql =
        "UPDATE minutes_seal SET number = CASE WHEN year = $1 THEN number + 1 ELSE 1 END, year = $1 RETURNING number";
    change.number(sql, params![year]).await
}

/// Seals a council and writes `council.sealed` with the hash.
///
/// # Errors
/// What the database says.
pub(in crate::council) async fn keep_minutes(change: &Change, id: i64, minutes: &Minutes, at: i64) -> Result<()> {
    let (body, canonical, hash) = (json!(minutes).to_string(), minutes.canonical(), minutes.hash());
    let sql = "UPDATE council SET state = 'sealed', number = $2, year = $3, sealed_at = $4, body = $5, canonical = $6, hash = $7
        WHERE id = $1";
    let values = params![id, minutes.number, minutes.year, at, body.as_str(), canonical.as_str(), hash.as_str()];
    change.run(sql, values).await?;
    let detail = json!({"number": minutes.reference(), "hash": hash, "sealed_on": minutes.sealed_on});
    change.record(Entry::new("council.sealed", "council", id).detail(detail)).await?;
    Ok(())
}
