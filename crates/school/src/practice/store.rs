//! Queries of scenarios and attempts.

use ::store::{
    AccountId, CentreId, Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Sql, Store, StoreError,
    params,
};
use serde_json::json;

use super::{Attempt, AttemptId, AttemptState, Mode, ScenarioId};
use crate::exercises::Kind;

/// A stored version of a scenario.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StoredScenario {
    /// Identity.
    pub id: i64,
    /// Code.
    pub code: String,
    /// Version.
    pub version: i64,
    /// The stored word of its [`Kind`].
    pub kind: String,
    /// The file as it was loaded.
    pub body: String,
}

/// An exercise to keep, as its file says it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ToKeep<'a> {
    pub kind: Kind,
    pub code: &'a str,
    pub version: u32,
    pub module: &'a str,
    pub body: &'a str,
}

/// Keeps a version of an exercise; an already known version is left as it is, because attempts may be pinned to it.
pub(crate) async fn keep_exercise(change: &Change, new: ToKeep<'_>) -> Result<bool> {
    let sql = "INSERT INTO scenario (code, version, module, body, loaded_at, kind) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (code, version) DO NOTHING";
    let version = i64::from(new.version);
    let params = params![new.code, version, new.module, new.body, change.now().0, new.kind.code()];
    let fresh = change.run(sql, params).await? == 1;
    if fresh {
        let detail = json!({"code": new.code, "version": version, "kind": new.kind.code()});
        change.record(Entry::new("scenario.loaded", "scenario", 0).detail(detail)).await?;
    }
    Ok(fresh)
}

/// The newest version of every exercise of a kind, in the order of their codes.
pub(crate) async fn newest(store: &Store, kind: Kind) -> Result<Vec<StoredScenario>> {
    let sql = "SELECT s.id, s.code, s.version, s.kind, s.body FROM scenario s WHERE s.kind = $1
        AND s.version = (SELECT MAX(t.version) FROM scenario t WHERE t.code = s.code) ORDER BY s.code";
    store.read().all(sql, params![kind.code()]).await
}

/// The newest version of one exercise of a kind.
pub(crate) async fn newest_of(store: &Store, kind: Kind, code: &str) -> Result<StoredScenario> {
    let sql = "SELECT id, code, version, kind, body FROM scenario WHERE kind = $1 AND code = $2
        ORDER BY version DESC LIMIT 1";
    store.read().one(sql, params![kind.code(), code]).await?.ok_or(StoreError::NotFound)
}

/// The newest version of one exercise that has a sandbox: a call or desk work.
pub(crate) async fn newest_at_desk(store: &Store, code: &str) -> Result<StoredScenario> {
    let sql = "SELECT id, code, version, kind, body FROM scenario WHERE kind IN ('call', 'work') AND code = $1
        ORDER BY version DESC LIMIT 1";
    store.read().one(sql, params![code]).await?.ok_or(StoreError::NotFound)
}

/// The attempt at the desk of a sandbox, call or desk work, that a trainee has not finished, if any: nobody stands in two.
pub(crate) async fn at_desk(db: &impl ConnectionTrait, trainee: AccountId) -> Result<Option<Attempt>> {
    match unfinished(db, trainee, Kind::Call).await? {
        Some(call) => Ok(Some(call)),
        None => unfinished(db, trainee, Kind::Work).await,
    }
}

/// One pinned version of a scenario.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub async fn scenario_by_id(db: &impl ConnectionTrait, id: ScenarioId) -> Result<StoredScenario> {
    db.one("SELECT id, code, version, kind, body FROM scenario WHERE id = $1", params![id.0])
        .await?
        .ok_or(StoreError::NotFound)
}

const COLUMNS: &str =
    "id, account_id, scenario_id, centre_id, mode, state, profile, factor, call_id, started_at, closed_at,
    (SELECT s.kind FROM scenario s WHERE s.id = scenario_id) AS kind";

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    account_id: i64,
    scenario_id: i64,
    centre_id: i64,
    mode: String,
    state: String,
    profile: String,
    factor: f64,
    call_id: i64,
    started_at: i64,
    closed_at: i64,
    kind: String,
}

impl TryFrom<Row> for Attempt {
    type Error = StoreError;

    /// A kind that is not known was written by a newer program.
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: AttemptId(row.id),
            trainee: AccountId(row.account_id),
            scenario: ScenarioId(row.scenario_id),
            kind: Kind::parse(&row.kind)?,
            centre: CentreId(row.centre_id),
            mode: Mode::parse(&row.mode),
            state: AttemptState::parse(&row.state),
            profile: row.profile,
            factor: row.factor,
            call: row.call_id,
            started_at: row.started_at,
            closed_at: row.closed_at,
        })
    }
}

/// What a new attempt begins with.
pub(crate) struct New<'a> {
    pub trainee: AccountId,
    pub scenario: ScenarioId,
    pub centre: CentreId,
    pub mode: Mode,
    pub profile: &'a str,
    pub factor: f64,
}

/// Opens an attempt.
pub(crate) async fn insert(change: &Change, new: New<'_>) -> Result<AttemptId> {
    let sql = "INSERT INTO attempt (account_id, scenario_id, centre_id, mode, state, profile, factor, call_id,
            started_at, ready_at, closed_at)
        VALUES ($1, $2, $3, $4, 'open', $5, $6, 0, $7, $7, 0) RETURNING id";
    let params =
        params![new.trainee.0, new.scenario.0, new.centre.0, new.mode.code(), new.profile, new.factor, change.now().0,];
    let id = change.number(sql, params).await?;
    let detail = json!({"scenario": new.scenario.0, "mode": new.mode.code()});
    change.record(Entry::new("attempt.started", "attempt", id).detail(detail)).await?;
    Ok(AttemptId(id))
}

/// One attempt.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub async fn attempt_by_id(db: &impl ConnectionTrait, id: AttemptId) -> Result<Attempt> {
    let sql = format!("SELECT {COLUMNS} FROM attempt WHERE id = $1");
    db.one::<Row>(&sql, params![id.0]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// The attempt that owns a sandbox.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre is no sandbox of an attempt.
pub async fn attempt_of_centre(db: &impl ConnectionTrait, centre: CentreId) -> Result<Attempt> {
    let sql = format!("SELECT {COLUMNS} FROM attempt WHERE centre_id = $1");
    db.one::<Row>(&sql, params![centre.0]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// The attempt whose call this is.
pub(super) async fn attempt_of_call(db: &impl ConnectionTrait, call: i64) -> Result<Attempt> {
    let sql = format!("SELECT {COLUMNS} FROM attempt WHERE call_id = $1");
    db.one::<Row>(&sql, params![call]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// The attempt of a kind that a trainee has not finished, if any.
pub(crate) async fn unfinished(db: &impl ConnectionTrait, trainee: AccountId, kind: Kind) -> Result<Option<Attempt>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM attempt WHERE account_id = $1 AND state = 'open'
            AND scenario_id IN (SELECT id FROM scenario WHERE kind = $2) ORDER BY id DESC LIMIT 1"
    );
    db.one::<Row>(&sql, params![trainee.0, kind.code()]).await?.map(Attempt::try_from).transpose()
}

/// True when the trainee has begun an exam on any version of an exercise.
pub(crate) async fn examined(store: &Store, trainee: AccountId, code: &str) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM attempt a JOIN scenario s ON s.id = a.scenario_id
        WHERE a.account_id = $1 AND s.code = $2 AND a.mode = 'exam'";
    Ok(store.read().number(sql, params![trainee.0, code]).await? > 0)
}

/// A page of a trainee's attempts, newest first.
pub(super) async fn attempts_of(store: &Store, trainee: AccountId, before: Option<i64>) -> Result<Keyset<Attempt>> {
    let sql = format!("SELECT {COLUMNS} FROM attempt WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3");
    let params = params![trainee.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    let rows = store.read().all::<Row>(&sql, params).await?;
    let attempts = rows.into_iter().map(Attempt::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Keyset::of(attempts, |attempt: &Attempt| attempt.id.0))
}

/// A page of closed attempts that wait for a decision, oldest first.
///
/// # Errors
/// What the database says.
pub async fn attempts_to_review(store: &Store, after: Option<i64>) -> Result<Keyset<Attempt>> {
    let sql = format!("SELECT {COLUMNS} FROM attempt WHERE state = 'closed' AND id > $1 ORDER BY id LIMIT $2");
    let rows = store.read().all::<Row>(&sql, params![after.unwrap_or(0), PAGE as i64 + 1]).await?;
    let attempts = rows.into_iter().map(Attempt::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Keyset::of(attempts, |attempt: &Attempt| attempt.id.0))
}

/// Ties the call to its attempt.
pub(super) async fn set_call(change: &Change, attempt: AttemptId, call: i64) -> Result<()> {
    change.run("UPDATE attempt SET call_id = $1 WHERE id = $2", params![call, attempt.0]).await?;
    Ok(())
}

/// Moves an attempt on, from the state it must be in. False when it was elsewhere already.
pub(crate) async fn advance(change: &Change, attempt: AttemptId, from: AttemptState, to: AttemptState) -> Result<bool> {
    let sql = "UPDATE attempt SET state = $1, closed_at = CASE WHEN $1 = 'closed' THEN $2 ELSE closed_at END
        WHERE id = $3 AND state = $4";
    let moved = change.run(sql, params![to.code(), change.now().0, attempt.0, from.code()]).await? == 1;
    let verb = match to {
        AttemptState::Open => "attempt.started",
        AttemptState::Closed => "attempt.closed",
        AttemptState::Reviewed => "attempt.reviewed",
        AttemptState::Abandoned => "attempt.abandoned",
    };
    if moved {
        change.record(Entry::new(verb, "attempt", attempt.0)).await?;
    }
    Ok(moved)
}

/// Marks a closed attempt as fully decided.
///
/// # Errors
/// What the database says.
pub async fn finish_review(change: &Change, attempt: AttemptId) -> Result<bool> {
    advance(change, attempt, AttemptState::Closed, AttemptState::Reviewed).await
}
