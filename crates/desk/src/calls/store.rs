//! Queries of calls.

mod client;
mod codes;

pub use self::client::{CallOfClient, calls_of_client, forget_client};
pub use self::codes::{codes, seed_codes};

use ::store::{
    AccountId, Change, ConnectionTrait, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, Store, StoreError, params,
};

use super::{Call, CallId, Match, State};
use crate::clients::ClientId;
use crate::scripts::ScriptId;

const COLUMNS: &str = "id, agent_id, state, version, number, line, line_memory, matched, client_id, script_id,
    step, reason, outcome, satisfaction, note, identified_at, rings_at, answered_at, held_since, held_ms, ended_at";

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    agent_id: i64,
    state: String,
    version: i64,
    number: String,
    line: String,
    line_memory: String,
    matched: String,
    client_id: Option<i64>,
    script_id: Option<i64>,
    step: String,
    reason: String,
    outcome: String,
    satisfaction: i64,
    note: String,
    identified_at: i64,
    rings_at: i64,
    answered_at: i64,
    held_since: i64,
    held_ms: i64,
    ended_at: i64,
}

impl From<Row> for Call {
    fn from(row: Row) -> Self {
        Self {
            id: CallId(row.id),
            version: row.version,
            state: State::parse(&row.state),
            agent: row.agent_id,
            number: row.number,
            line: row.line,
            line_memory: row.line_memory,
            matched: Match::parse(&row.matched),
            client: row.client_id.map(ClientId),
            script: row.script_id.map(ScriptId),
            step: row.step,
            reason: row.reason,
            outcome: row.outcome,
            satisfaction: row.satisfaction,
            note: row.note,
            identified_at: row.identified_at,
            rings_at: row.rings_at,
            answered_at: row.answered_at,
            held_since: row.held_since,
            held_ms: row.held_ms,
            ended_at: row.ended_at,
        }
    }
}

/// One call of the centre.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such call.
pub async fn call_by_id(db: &impl ConnectionTrait, scope: Scope, id: CallId) -> Result<Call> {
    let sql = format!("SELECT {COLUMNS} FROM call WHERE id = $1 AND centre_id = $2");
    let row = db.one::<Row>(&sql, params![id.0, scope.centre.0]).await?;
    Ok(row.ok_or(StoreError::NotFound)?.into())
}

/// The call on an agent's desk, in any state but closed.
///
/// # Errors
/// What the database says.
pub async fn open_call(db: &impl ConnectionTrait, scope: Scope) -> Result<Option<Call>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM call WHERE agent_id = $1 AND state <> 'closed' AND centre_id = $2
         ORDER BY id DESC LIMIT 1"
    );
    let agent = scope.actor.map_or(0, |actor| actor.0);
    Ok(db.one::<Row>(&sql, params![agent, scope.centre.0]).await?.map(Call::from))
}

/// A call of this agent in a centre that the agent has left since.
///
/// # Errors
/// What the database says.
pub(super) async fn left_behind(db: &impl ConnectionTrait, scope: Scope, id: CallId) -> Result<Option<Call>> {
    let sql = format!("SELECT {COLUMNS} FROM call WHERE id = $1 AND agent_id = $2 AND centre_id <> $3");
    let agent = scope.actor.map_or(0, |actor| actor.0);
    Ok(db.one::<Row>(&sql, params![id.0, agent, scope.centre.0]).await?.map(Call::from))
}

/// What a new call begins with.
pub(super) struct New<'a> {
    pub agent: AccountId,
    pub number: &'a str,
    pub line: &'a str,
    pub rings_at: i64,
    pub script: Option<ScriptId>,
}

pub(super) async fn insert(change: &Change, new: New<'_>) -> Result<CallId> {
    let sql = "INSERT INTO call (centre_id, agent_id, state, version, number, line, line_memory, matched, script_id, step,
            reason, outcome, satisfaction, note, identified_at, rings_at, rang_at, answered_at, held_since, held_ms,
            ended_at, closed_at)
        VALUES ($1, $2, 'waiting', 1, $3, $4, '', 'unknown', $5, '', '', '', 0, '', 0, $6, 0, 0, 0, 0, 0, 0) RETURNING id";
    let script = new.script.map(|script| script.0);
    let params = params![change.scope().centre.0, new.agent.0, new.number, new.line, script, new.rings_at];
    Ok(CallId(change.number(sql, params).await?))
}

/// Writes a call back. The version read must still stand.
pub(super) async fn save(change: &Change, call: &Call) -> Result<()> {
    let sql = "UPDATE call SET version = version + 1, state = $1, line_memory = $2, matched = $3, client_id = $4,
            step = $5, reason = $6, outcome = $7, satisfaction = $8, note = $9, identified_at = $10, rings_at = $11,
            answered_at = $12, held_since = $13, held_ms = $14, ended_at = $15,
            rang_at = CASE WHEN $1 = 'ringing' AND state <> 'ringing' THEN $16 ELSE rang_at END,
            closed_at = CASE WHEN $1 = 'closed' AND state <> 'closed' THEN $16 ELSE closed_at END
        WHERE id = $17 AND centre_id = $18 AND version = $19";
    let params = params![
        call.state.code(),
        call.line_memory.as_str(),
        call.matched.code(),
        call.client.map(|client| client.0),
        call.step.as_str(),
        call.reason.as_str(),
        call.outcome.as_str(),
        call.satisfaction,
        call.note.as_str(),
        call.identified_at,
        call.rings_at,
        call.answered_at,
        call.held_since,
        call.held_ms,
        call.ended_at,
        change.now().0,
        call.id.0,
        change.scope().centre.0,
        call.version,
    ];
    if change.run(sql, params).await? == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The agent.
    Agent,
    /// The caller.
    Client,
}

impl Speaker {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Client => "client",
        }
    }
}

/// One thing said.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Turn {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: i64,
    /// `agent` or `client`.
    pub speaker: String,
    /// The words.
    pub text: String,
    /// The line's own note.
    pub trace: String,
    /// The journal line.
    pub journal_id: i64,
}

impl Turn {
    /// True when the agent said it.
    pub fn is_agent(&self) -> bool {
        self.speaker == Speaker::Agent.code()
    }
}

pub(super) async fn add_turn(
    change: &Change,
    call: CallId,
    speaker: Speaker,
    text: &str,
    trace: &str,
    journal: i64,
) -> Result<i64> {
    let sql = "INSERT INTO call_turn (call_id, at, speaker, text, trace, journal_id)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    change.number(sql, params![call.0, change.now().0, speaker.code(), text, trace, journal]).await
}

/// Everything said in a call, oldest first.
///
/// # Errors
/// What the database says.
pub async fn turns_of(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<Turn>> {
    let sql = "SELECT id, at, speaker, text, trace, journal_id FROM call_turn WHERE call_id = $1 ORDER BY id";
    db.all(sql, params![call.0]).await
}

/// A step of the script that was passed or skipped.
#[derive(Clone, Debug, FromQueryResult)]
pub struct PassedStep {
    /// The step's identifier.
    pub step: String,
    /// `passed`, `skipped`, or the label of the branch taken.
    pub how: String,
    /// When.
    pub at: i64,
    /// The journal line.
    pub journal_id: i64,
}

pub(super) async fn add_step(change: &Change, call: CallId, step: &str, how: &str, journal: i64) -> Result<()> {
    let sql = "INSERT INTO call_step (call_id, step, how, at, journal_id) VALUES ($1, $2, $3, $4, $5)";
    change.run(sql, params![call.0, step, how, change.now().0, journal]).await?;
    Ok(())
}

/// The steps of the script passed so far, in order.
///
/// # Errors
/// What the database says.
pub async fn steps_of(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<PassedStep>> {
    db.all("SELECT step, how, at, journal_id FROM call_step WHERE call_id = $1 ORDER BY id", params![call.0]).await
}

/// The file that this agent created since the call rang, newest first, unless the agent has put it aside.
pub(super) async fn created_during(db: &impl ConnectionTrait, scope: Scope, call: &Call) -> Result<Option<ClientId>> {
    let sql = "SELECT subject_id FROM journal WHERE centre_id = $1 AND actor_id = $2 AND verb = 'client.created'
        AND at >= $3 AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.centre_id = $1 AND r.call_id = $4
            AND r.verb = 'call.client_released' AND r.id > journal.id) ORDER BY id DESC LIMIT 1";
    let actor = scope.actor.map_or(0, |actor| actor.0);
    let id = db.number(sql, params![scope.centre.0, actor, call.rings_at, call.id.0]).await?;
    Ok((id != 0).then_some(ClientId(id)))
}

/// A line of the list of calls.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Identity.
    pub id: i64,
    /// State word.
    pub state: String,
    /// The caller's number.
    pub number: String,
    /// When it rang or will ring.
    pub rings_at: i64,
    /// Reason code.
    pub reason: String,
    /// Outcome code.
    pub outcome: String,
    /// The client's names, empty when none.
    pub latin: Option<String>,
    /// The same in Arabic.
    pub arabic: Option<String>,
}

/// A page of an agent's calls in the centre, newest first.
pub(super) async fn list(store: &Store, scope: Scope, before: Option<i64>) -> Result<Keyset<Listed>> {
    let sql = "SELECT k.id, k.state, k.number, k.rings_at, k.reason, k.outcome,
            c.family_latin || ' ' || c.given_latin AS latin, c.family_arabic || ' ' || c.given_arabic AS arabic
        FROM call k LEFT JOIN client c ON c.id = k.client_id
        WHERE k.centre_id = $1 AND k.agent_id = $2 AND k.id < $3 ORDER BY k.id DESC LIMIT $4";
    let agent = scope.actor.map_or(0, |actor| actor.0);
    let params = params![scope.centre.0, agent, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(store.read().all::<Listed>(sql, params).await?, |row| row.id))
}
