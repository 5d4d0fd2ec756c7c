//! Trainees: who they are, where they stand, in which section, and what was granted to them.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Sql, StoreError, params};
use ::web::accounts::grant_factor;
use desk::clients::Day;
use names::PersonName;
use serde_json::json;

use super::super::State;
use super::accommodations::accommodation;
use super::named;

/// A trainee.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Trainee {
    pub id: i64,
    /// The account at which they practise, 0 for none.
    pub account_id: i64,
    /// Their number in the register of the institution.
    pub number: String,
    pub given_latin: String,
    pub family_latin: String,
    pub given_arabic: String,
    pub family_arabic: String,
    /// YYYY-MM-DD, or nothing.
    pub birth_date: String,
    /// The stored word of their state.
    pub state: String,
    pub version: i64,
}

/// What the record of a trainee holds.
#[derive(Clone, Debug)]
pub struct NewTrainee {
    /// Their number in the register of the institution.
    pub number: String,
    /// Their name, in one script at least.
    pub name: PersonName,
    /// The day of birth.
    pub birth: Option<Day>,
}

const COLUMNS: &str = "t.id, COALESCE(t.account_id, 0) AS account_id, t.number, t.given_latin, t.family_latin,
    t.given_arabic, t.family_arabic, t.birth_date, t.state, t.version";

/// One trainee.
pub(crate) async fn trainee(db: &impl ConnectionTrait, id: i64) -> Result<Trainee> {
    let sql = format!("SELECT {COLUMNS} FROM trainee t WHERE t.id = $1");
    db.one(&sql, params![id]).await?.ok_or(StoreError::NotFound)
}

/// A page of all trainees, in the order in which they were enrolled; of a state unless it is empty.
pub(in crate::cohorts) async fn list(db: &impl ConnectionTrait, after: i64, state: &str) -> Result<Keyset<Trainee>> {
    let sql =
        format!("SELECT {COLUMNS} FROM trainee t WHERE t.id > $1 AND ($3 = '' OR t.state = $3) ORDER BY t.id LIMIT $2");
    let rows = db.all(&sql, params![after, PAGE as i64 + 1, state]).await?;
    Ok(Keyset::of(rows, |row: &Trainee| row.id))
}

/// The trainees among whom somebody is looked for, the newest first; of a state unless it is empty.
pub(in crate::cohorts) async fn register(db: &impl ConnectionTrait, state: &str) -> Result<Vec<Trainee>> {
    let sql = format!("SELECT {COLUMNS} FROM trainee t WHERE $1 = '' OR t.state = $1 ORDER BY t.id DESC LIMIT 20000");
    db.all(&sql, params![state]).await
}

/// Every trainee whose number or day of birth is among those of a list, to compare it with.
pub(in crate::cohorts) async fn all_for_comparison(
    db: &impl ConnectionTrait,
    numbers: &[String],
    births: &[String],
) -> Result<Vec<Trainee>> {
    let mut found: Vec<Trainee> = Vec::new();
    for (column, values) in [("number", numbers), ("birth_date", births)] {
        for part in values.chunks(200) {
            let places: Vec<String> = (1..=part.len()).map(|place| format!("${place}")).collect();
            let sql = format!("SELECT {COLUMNS} FROM trainee t WHERE t.{column} IN ({})", places.join(", "));
            let rows = db.all::<Trainee>(&sql, part.iter().map(|value| value.as_str().into()).collect()).await?;
            found.extend(rows);
        }
    }
    found.sort_by_key(|own| own.id);
    found.dedup_by_key(|own| own.id);
    Ok(found)
}

/// The trainees of a section today, in the order of enrolment.
pub(crate) async fn members(db: &impl ConnectionTrait, section: i64) -> Result<Vec<Trainee>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM section_member m JOIN trainee t ON t.id = m.trainee_id
        WHERE m.section_id = $1 AND m.until_on = '' ORDER BY t.id LIMIT $2"
    );
    db.all(&sql, params![section, super::super::MOST_MEMBERS]).await
}

/// Those who were in a section on a day, YYYY-MM-DD, in the order of enrolment.
pub(crate) async fn members_on(db: &impl ConnectionTrait, section: i64, day: &str) -> Result<Vec<Trainee>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM section_member m JOIN trainee t ON t.id = m.trainee_id
        WHERE m.section_id = $1 AND m.from_on <= $2 AND (m.until_on = '' OR m.until_on > $2) ORDER BY t.id LIMIT $3"
    );
    db.all(&sql, params![section, day, super::super::MOST_MEMBERS]).await
}

/// Those who were in a section and left it, the last first.
pub(in crate::cohorts) async fn former_members(db: &impl ConnectionTrait, section: i64) -> Result<Vec<Trainee>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM trainee t WHERE t.id IN
            (SELECT trainee_id FROM section_member WHERE section_id = $1 AND until_on <> '')
            AND t.id NOT IN (SELECT trainee_id FROM section_member WHERE section_id = $1 AND until_on = '')
        ORDER BY t.id DESC LIMIT 100"
    );
    db.all(&sql, params![section]).await
}

/// A state that somebody was given.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct StateLine {
    pub state: String,
    pub from_on: String,
    pub reason: String,
    /// Who wrote it; empty for the program.
    pub who: String,
}

/// The states of a trainee, the last first.
pub(crate) async fn states(db: &impl ConnectionTrait, trainee: i64) -> Result<Vec<StateLine>> {
    let sql = "SELECT s.state, s.from_on, s.reason, COALESCE(a.name, '') AS who
        FROM trainee_state s LEFT JOIN account a ON a.id = s.by_id WHERE s.trainee_id = $1 ORDER BY s.id DESC LIMIT 100";
    db.all(sql, params![trainee]).await
}

/// A stay in a section.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Membership {
    pub section_id: i64,
    pub section: String,
    pub promotion: String,
    pub from_on: String,
    /// The day on which it ended; empty while it lasts.
    pub until_on: String,
}

/// The sections of a trainee over time, the last first.
pub(crate) async fn memberships(db: &impl ConnectionTrait, trainee: i64) -> Result<Vec<Membership>> {
    let sql = "SELECT m.section_id, s.code AS section, p.code AS promotion, m.from_on, m.until_on
        FROM section_member m JOIN section s ON s.id = m.section_id JOIN promotion p ON p.id = s.promotion_id
        WHERE m.trainee_id = $1 ORDER BY m.id DESC LIMIT 50";
    db.all(sql, params![trainee]).await
}

/// The section in which a trainee is, or was last.
pub(crate) async fn stay(db: &impl ConnectionTrait, trainee: i64) -> Result<Option<i64>> {
    Ok(memberships(db, trainee).await?.first().map(|own| own.section_id))
}

/// Enrols somebody in a section from a day on and writes `trainee.enrolled`; `account` is 0 for none, `import` the list that
/// named them.
///
/// # Errors
/// [`StoreError::Duplicate`] when the number or the account is taken; else what the database says.
pub async fn add_trainee(
    change: &Change,
    new: &NewTrainee,
    account: i64,
    section: i64,
    from: Day,
    import: Option<i64>,
) -> Result<i64> {
    let own = new.name.fields();
    let sql =
        "INSERT INTO trainee (account_id, number, given_latin, family_latin, given_arabic, family_arabic, birth_date,
        state, import_id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) RETURNING id";
    let values = params![
        (account > 0).then_some(account),
        new.number.as_str(),
        own.given_latin.as_str(),
        own.family_latin.as_str(),
        own.given_arabic.as_str(),
        own.family_arabic.as_str(),
        new.birth.map_or_else(String::new, |day| day.to_string()),
        State::Enrolled.code(),
        import,
    ];
    let id = change.number(sql, values).await?;
    write_state(change, id, State::Enrolled, from, "").await?;
    join(change, id, section, from).await?;
    let detail = json!({"number": new.number, "name": named(&new.name), "account": account, "section": section,
        "from": from.to_string(), "import": import});
    change.record(Entry::new("trainee.enrolled", "trainee", id).detail(detail)).await?;
    Ok(id)
}

async fn write_state(change: &Change, id: i64, state: State, from: Day, reason: &str) -> Result<()> {
    let sql =
        "INSERT INTO trainee_state (trainee_id, state, from_on, reason, by_id, at) VALUES ($1, $2, $3, $4, $5, $6)";
    let by = change.scope().actor.map(|actor| actor.0);
    change.run(sql, params![id, state.code(), from.to_string(), reason, by, change.now().0]).await?;
    Ok(())
}

async fn join(change: &Change, id: i64, section: i64, from: Day) -> Result<()> {
    let sql = "INSERT INTO section_member (trainee_id, section_id, from_on, until_on) VALUES ($1, $2, $3, '')";
    change.run(sql, params![id, section, from.to_string()]).await?;
    Ok(())
}

/// Corrects number, name, birth and account and writes `trainee.updated` with what stood before.
///
/// # Errors
/// [`StoreError::Stale`] when the record is no longer at `version`, [`StoreError::Duplicate`] when the number or the account
/// is taken; else what the database says.
pub(in crate::cohorts) async fn change_trainee(
    change: &Change,
    old: &Trainee,
    version: i64,
    new: &NewTrainee,
    account: i64,
) -> Result<()> {
    let own = new.name.fields();
    let sql = "UPDATE trainee SET account_id = $3, number = $4, given_latin = $5, family_latin = $6, given_arabic = $7,
        family_arabic = $8, birth_date = $9, version = version + 1 WHERE id = $1 AND version = $2";
    let birth = new.birth.map_or_else(String::new, |day| day.to_string());
    let values = params![
        old.id,
        version,
        (account > 0).then_some(account),
        new.number.as_str(),
        own.given_latin.as_str(),
        own.family_latin.as_str(),
        own.given_arabic.as_str(),
        own.family_arabic.as_str(),
        birth.as_str(),
    ];
    if change.run(sql, values).await? == 0 {
        return Err(StoreError::Stale);
    }
    if old.account_id != account {
        regrant(change, old.id, old.account_id, account).await?;
    }
    let before = json!([
        old.number,
        old.family_latin,
        old.given_latin,
        old.family_arabic,
        old.given_arabic,
        old.birth_date,
        old.account_id
    ]);
    let detail = json!({"old": before, "new": [new.number, named(&new.name), birth, account]});
    change.record(Entry::new("trainee.updated", "trainee", old.id).detail(detail)).await?;
    Ok(())
}

/// Takes what was granted along to another account.
async fn regrant(change: &Change, trainee: i64, old: i64, new: i64) -> Result<()> {
    let factor = accommodation(&**change, trainee).await?.map_or(0.0, |own| own.factor);
    if old > 0 {
        grant_factor(change, ::store::AccountId(old), 0.0).await?;
    }
    if new > 0 {
        grant_factor(change, ::store::AccountId(new), factor).await?;
    }
    Ok(())
}

/// Gives a state from a day on, with its reason, and writes `trainee.state`; a state that leaves the section ends the stay.
///
/// # Errors
/// [`StoreError::Stale`] when the record is no longer at `version`; else what the database says.
pub(crate) async fn change_state(
    change: &Change,
    old: &Trainee,
    version: i64,
    state: State,
    from: Day,
    reason: &str,
) -> Result<()> {
    let sql = "UPDATE trainee SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![old.id, version, state.code()]).await? == 0 {
        return Err(StoreError::Stale);
    }
    write_state(change, old.id, state, from, reason).await?;
    if state.leaves() {
        leave(change, old.id, from).await?;
    }
    let detail = json!({"old": old.state, "new": state.code(), "from": from.to_string(), "reason": reason});
    change.record(Entry::new("trainee.state", "trainee", old.id).detail(detail)).await?;
    Ok(())
}

async fn leave(change: &Change, id: i64, until: Day) -> Result<()> {
    let sql = "UPDATE section_member SET until_on = $2 WHERE trainee_id = $1 AND until_on = ''";
    change.run(sql, params![id, until.to_string()]).await?;
    Ok(())
}

/// Ends the stay in one section and begins another the same day; writes `trainee.moved`.
///
/// # Errors
/// [`StoreError::Stale`] when the record is no longer at `version`, [`StoreError::Duplicate`] when somebody else moved them at
/// the same moment; else what the database says.
pub(crate) async fn move_to(change: &Change, old: &Trainee, version: i64, section: i64, from: Day) -> Result<()> {
    let sql = "UPDATE trainee SET version = version + 1 WHERE id = $1 AND version = $2";
    if change.run(sql, params![old.id, version]).await? == 0 {
        return Err(StoreError::Stale);
    }
    leave(change, old.id, from).await?;
    join(change, old.id, section, from).await?;
    let detail = json!({"section": section, "from": from.to_string()});
    change.record(Entry::new("trainee.moved", "trainee", old.id).detail(detail)).await?;
    Ok(())
}
