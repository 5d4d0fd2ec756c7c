//! Queries of tries.

use ::store::{
    AccountId, Change, ConnectionTrait, Entry as Line, FromQueryResult, Keyset, PAGE, Result, Sql, Store, StoreError,
    params,
};
use desk::scripts::reader::Language;
use serde_json::json;

use super::outcome::Outcome;
use super::{Entry, Try, TryId, TryState, Way};
use crate::practice::{AttemptId, ScenarioId};

const COLUMNS: &str = "id, account_id, scenario_id, entry, way, language, state, profile, factor, started_at, ended_at,
    typed, outcome, journal_id, attempt_id";

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    account_id: i64,
    scenario_id: i64,
    entry: String,
    way: String,
    language: String,
    state: String,
    profile: String,
    factor: f64,
    started_at: i64,
    ended_at: i64,
    typed: String,
    outcome: String,
    journal_id: i64,
    attempt_id: Option<i64>,
}

impl TryFrom<Row> for Try {
    type Error = StoreError;

    /// A word that is not known was written by a newer program.
    fn try_from(row: Row) -> Result<Self> {
        let unknown = |word: &str| StoreError::Newer(format!("try {}: {word}", row.id));
        let state = TryState::parse(&row.state);
        let outcome = match state {
            TryState::Done => Some(serde_json::from_str(&row.outcome).map_err(|_| unknown("outcome"))?),
            _ => None,
        };
        Ok(Self {
            id: TryId(row.id),
            trainee: AccountId(row.account_id),
            drill: ScenarioId(row.scenario_id),
            entry: Entry::parse(&row.entry).ok_or_else(|| unknown(&row.entry))?,
            way: Way::parse(&row.way).ok_or_else(|| unknown(&row.way))?,
            language: Language::parse(&row.language).ok_or_else(|| unknown(&row.language))?,
            state,
            outcome,
            profile: row.profile,
            factor: row.factor,
            started_at: row.started_at,
            ended_at: row.ended_at,
            typed: row.typed,
            event: row.journal_id,
            attempt: row.attempt_id.map(AttemptId),
        })
    }
}

/// What a new try begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct New<'a> {
    pub trainee: AccountId,
    pub drill: ScenarioId,
    pub entry: Entry,
    pub way: Way,
    pub language: Language,
    pub profile: &'a str,
    pub factor: f64,
}

/// Opens a try.
pub(super) async fn insert(change: &Change, new: New<'_>) -> Result<TryId> {
    let sql =
        "INSERT INTO drill_try (account_id, scenario_id, entry, way, language, state, profile, factor, started_at,
            ended_at, typed, times, outcome, journal_id)
        VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, 0, '', '', '', 0) RETURNING id";
    let (entry, way) = (new.entry.word(), new.way.word());
    let params =
        params![new.trainee.0, new.drill.0, entry, way, new.language.code(), new.profile, new.factor, change.now().0,];
    let id = change.number(sql, params).await?;
    let detail = json!({"drill": new.drill.0, "entry": entry, "way": way});
    change.record(Line::new("drill.started", "drill_try", id).detail(detail)).await?;
    Ok(TryId(id))
}

/// One try.
pub(super) async fn by_id(db: &impl ConnectionTrait, id: TryId) -> Result<Try> {
    let sql = format!("SELECT {COLUMNS} FROM drill_try WHERE id = $1");
    db.one::<Row>(&sql, params![id.0]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// The try that became an attempt.
pub(super) async fn of_attempt(db: &impl ConnectionTrait, attempt: AttemptId) -> Result<Try> {
    let sql = format!("SELECT {COLUMNS} FROM drill_try WHERE attempt_id = $1");
    db.one::<Row>(&sql, params![attempt.0]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// The try that a trainee has not finished, if any.
pub(super) async fn unfinished(db: &impl ConnectionTrait, trainee: AccountId) -> Result<Option<Try>> {
    let sql =
        format!("SELECT {COLUMNS} FROM drill_try WHERE account_id = $1 AND state = 'open' ORDER BY id DESC LIMIT 1");
    db.one::<Row>(&sql, params![trainee.0]).await?.map(Try::try_from).transpose()
}

/// Ends an open try with what was sent. False when it was ended or given up already.
pub(super) async fn finish(change: &Change, own: &Try, typed: &str, times: &str, outcome: &Outcome) -> Result<bool> {
    let written = serde_json::to_string(outcome).map_err(|error| StoreError::Newer(error.to_string()))?;
    let detail = json!({
        "drill": own.drill.0, "entry": own.entry.word(), "way": own.way.word(), "errors": outcome.compared.errors,
        "expected": outcome.compared.expected, "notes": outcome.rhythm.notes,
    });
    let event = change.record(Line::new("drill.done", "drill_try", own.id.0).detail(detail)).await?;
    let sql =
        "UPDATE drill_try SET state = 'done', ended_at = $1, typed = $2, times = $3, outcome = $4, journal_id = $5
        WHERE id = $6 AND state = 'open'";
    Ok(change.run(sql, params![change.now().0, typed, times, written, event, own.id.0]).await? == 1)
}

/// Gives an open try up. False when it is no longer open.
pub(super) async fn abandon(change: &Change, id: TryId) -> Result<bool> {
    let sql = "UPDATE drill_try SET state = 'dropped', ended_at = $1 WHERE id = $2 AND state = 'open'";
    let given_up = change.run(sql, params![change.now().0, id.0]).await? == 1;
    if given_up {
        change.record(Line::new("drill.abandoned", "drill_try", id.0)).await?;
    }
    Ok(given_up)
}

/// Ties a finished try to the attempt that it becomes. False when it became one before.
pub(super) async fn hand_over(change: &Change, id: TryId, attempt: AttemptId) -> Result<bool> {
    let sql = "UPDATE drill_try SET attempt_id = $1 WHERE id = $2 AND state = 'done' AND attempt_id IS NULL";
    Ok(change.run(sql, params![attempt.0, id.0]).await? == 1)
}

/// A page of a trainee's finished tries, newest first.
pub(super) async fn done_by(store: &Store, trainee: AccountId, before: Option<i64>) -> Result<Keyset<Try>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM drill_try WHERE account_id = $1 AND state = 'done' AND id < $2 ORDER BY id DESC LIMIT $3"
    );
    let params = params![trainee.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    let rows = store.read().all::<Row>(&sql, params).await?;
    let tries = rows.into_iter().map(Try::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Keyset::of(tries, |own: &Try| own.id.0))
}

/// The last finished tries of a trainee with an entry and in a language, before a try, newest first.
pub(super) async fn last_like(
    db: &impl ConnectionTrait,
    trainee: AccountId,
    (entry, language): (Entry, Language),
    before: i64,
    limit: i64,
) -> Result<Vec<Try>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM drill_try WHERE account_id = $1 AND state = 'done' AND entry = $2 AND language = $3
            AND id < $4 ORDER BY id DESC LIMIT $5"
    );
    let params = params![trainee.0, entry.word(), language.code(), before, limit];
    db.all::<Row>(&sql, params).await?.into_iter().map(Try::try_from).collect()
}
