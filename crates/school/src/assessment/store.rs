//! Queries of evidence, grid marks and progress.

use std::collections::BTreeMap;

use ::store::{AccountId, Change, ConnectionTrait, FromQueryResult, PAGE, Result, Sql, Store, StoreError, params};

use super::progress::{Piece, Rule};
use super::{Decision, Detail, Evidence, EvidenceId, Level, Mark, State, Status};
use crate::assessment::measure::{Measure, Unit};
use crate::practice::scenario::Aim;
use crate::practice::{Attempt, AttemptId};

/// What a new piece of evidence begins with.
pub(super) struct New<'a> {
    pub attempt: &'a Attempt,
    pub aim: &'a Aim,
    pub value: f64,
    pub numerator: f64,
    pub denominator: f64,
    pub met: bool,
    pub detail: &'a Detail,
    pub sources: &'a [i64],
    /// Nothing when there is no value.
    pub proposal: Option<Status>,
}

/// The stored word of a unit.
fn unit(measure: Measure) -> &'static str {
    match measure.unit() {
        Unit::Ratio => "ratio",
        Unit::Flag => "flag",
        Unit::Count => "count",
        Unit::Share => "share",
        Unit::Rate => "rate",
    }
}

pub(super) async fn insert(change: &Change, new: New<'_>) -> Result<EvidenceId> {
    let sql = "INSERT INTO evidence (attempt_id, account_id, criterion, measure, value, unit, numerator, denominator,
            target, met, detail, sources, profile, factor, proposal, state, status, reason, decided_by, decided_at,
            created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', '', NULL, 0, $17)
        RETURNING id";
    let state = if new.proposal.is_some() { State::Proposed } else { State::NotMeasured };
    let params = params![
        new.attempt.id.0,
        new.attempt.trainee.0,
        new.aim.criterion.as_str(),
        new.aim.measure.word(),
        new.value,
        unit(new.aim.measure),
        new.numerator,
        new.denominator,
        new.aim.target,
        new.met,
        written(new.detail)?,
        written(&new.sources)?,
        new.attempt.profile.as_str(),
        new.attempt.factor,
        new.proposal.map_or("", Status::code),
        state.code(),
        change.now().0,
    ];
    Ok(EvidenceId(change.number(sql, params).await?))
}

fn written(value: &impl serde::Serialize) -> Result<String> {
    // Plain numbers and words: only a number that is not finite could fail, and no measure gives one.
    serde_json::to_string(value).map_err(|error| StoreError::Newer(error.to_string()))
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    attempt_id: i64,
    account_id: i64,
    criterion: String,
    measure: String,
    value: f64,
    numerator: f64,
    denominator: f64,
    target: f64,
    met: bool,
    detail: String,
    sources: String,
    profile: String,
    factor: f64,
    proposal: String,
    state: String,
    status: String,
    reason: String,
    decided_by: Option<i64>,
    decided_at: i64,
}

impl TryFrom<Row> for Evidence {
    type Error = StoreError;

    /// A word that is not known was written by a newer program.
    fn try_from(row: Row) -> Result<Self> {
        let unknown = |word: &str| StoreError::Newer(format!("evidence {}: {word}", row.id));
        let decision = row.decided_by.zip(Status::parse(&row.status)).map(|(by, status)| Decision {
            status,
            reason: row.reason,
            by: AccountId(by),
            at: row.decided_at,
        });
        Ok(Self {
            id: EvidenceId(row.id),
            attempt: AttemptId(row.attempt_id),
            trainee: AccountId(row.account_id),
            measure: Measure::parse(&row.measure).ok_or_else(|| unknown(&row.measure))?,
            state: State::parse(&row.state).ok_or_else(|| unknown(&row.state))?,
            detail: serde_json::from_str(&row.detail).map_err(|_| unknown("detail"))?,
            sources: serde_json::from_str(&row.sources).map_err(|_| unknown("sources"))?,
            proposal: Status::parse(&row.proposal),
            criterion: row.criterion,
            value: row.value,
            numerator: row.numerator,
            denominator: row.denominator,
            target: row.target,
            met: row.met,
            profile: row.profile,
            factor: row.factor,
            decision,
        })
    }
}

const COLUMNS: &str =
    "id, attempt_id, account_id, criterion, measure, value, numerator, denominator, target, met, detail,
    sources, profile, factor, proposal, state, status, reason, decided_by, decided_at";

/// The evidence of an attempt, in the order of its scenario.
pub(super) async fn evidence_of(db: &impl ConnectionTrait, attempt: AttemptId) -> Result<Vec<Evidence>> {
    let sql = format!("SELECT {COLUMNS} FROM evidence WHERE attempt_id = $1 ORDER BY id");
    db.all::<Row>(&sql, params![attempt.0]).await?.into_iter().map(Evidence::try_from).collect()
}

/// One piece of evidence of an attempt.
pub(super) async fn evidence_by_id(db: &impl ConnectionTrait, attempt: AttemptId, id: EvidenceId) -> Result<Evidence> {
    let sql = format!("SELECT {COLUMNS} FROM evidence WHERE attempt_id = $1 AND id = $2");
    db.one::<Row>(&sql, params![attempt.0, id.0]).await?.ok_or(StoreError::NotFound)?.try_into()
}

/// Holds an attempt that can be decided on until the end of the change, so that of two trainers the second waits and
/// sees what the first decided. False when the attempt is not closed.
pub(super) async fn hold(change: &Change, attempt: AttemptId) -> Result<bool> {
    let sql = "UPDATE attempt SET state = state WHERE id = $1 AND state IN ('closed', 'reviewed')";
    Ok(change.run(sql, params![attempt.0]).await? == 1)
}

/// Writes a decision over what `old` shows. False when it is no longer so.
pub(super) async fn decide(
    change: &Change,
    old: &Evidence,
    state: State,
    status: Status,
    reason: &str,
) -> Result<bool> {
    let sql = "UPDATE evidence SET state = $1, status = $2, reason = $3, decided_by = $4, decided_at = $5
        WHERE id = $6 AND state = $7 AND status = $8 AND decided_at = $9";
    let (old_status, old_at) = old.decision.as_ref().map_or(("", 0), |own| (own.status.code(), own.at));
    let params = params![
        state.code(),
        status.code(),
        reason,
        change.scope().actor.map(|actor| actor.0),
        change.now().0,
        old.id.0,
        old.state.code(),
        old_status,
        old_at,
    ];
    Ok(change.run(sql, params).await? == 1)
}

#[derive(FromQueryResult)]
struct MarkRow {
    criterion: String,
    level: String,
    remark: String,
    marked_by: i64,
    marked_at: i64,
}

/// The grid of an attempt, as far as it is marked.
pub(super) async fn marks_of(db: &impl ConnectionTrait, attempt: AttemptId) -> Result<Vec<Mark>> {
    let sql = "SELECT criterion, level, remark, marked_by, marked_at FROM grid_mark WHERE attempt_id = $1
        ORDER BY criterion";
    let mark = |row: MarkRow| {
        let level = Level::parse(&row.level).ok_or_else(|| StoreError::Newer(format!("level {}", row.level)))?;
        let (by, at) = (AccountId(row.marked_by), row.marked_at);
        Ok(Mark { criterion: row.criterion, level, remark: row.remark, by, at })
    };
    db.all::<MarkRow>(sql, params![attempt.0]).await?.into_iter().map(mark).collect()
}

/// Writes one line of the grid over whatever it held.
pub(super) async fn put_mark(change: &Change, attempt: &Attempt, mark: &Mark) -> Result<()> {
    let sql = "INSERT INTO grid_mark (attempt_id, account_id, criterion, level, remark, marked_by, marked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (attempt_id, criterion) DO UPDATE SET level = excluded.level, remark = excluded.remark,
            marked_by = excluded.marked_by, marked_at = excluded.marked_at";
    let params = params![
        attempt.id.0,
        attempt.trainee.0,
        mark.criterion.as_str(),
        mark.level.code(),
        mark.remark.as_str(),
        mark.by.0,
        mark.at,
    ];
    change.run(sql, params).await?;
    Ok(())
}

/// The attempts reviewed last, newest first, at most [`PAGE`].
pub(super) async fn reviewed(store: &Store) -> Result<Vec<AttemptId>> {
    #[derive(FromQueryResult)]
    struct Id {
        id: i64,
    }
    let sql = "SELECT id FROM attempt WHERE state = 'reviewed' ORDER BY closed_at DESC, id DESC LIMIT $1";
    let rows = store.read().all::<Id>(sql, params![PAGE as i64]).await?;
    Ok(rows.into_iter().map(|row| AttemptId(row.id)).collect())
}

#[derive(FromQueryResult)]
struct PieceRow {
    attempt_id: i64,
    criterion: String,
    word: String,
    decided_by: i64,
    decided_at: i64,
}

/// Where each criterion of a module stands for a trainee by a rule, in the order of the programme; nothing where nobody decided yet.
/// What a review of an exam still hides is left out.
///
/// # Errors
/// What the database says.
pub async fn statuses(
    store: &Store,
    trainee: AccountId,
    module: &'static ::programme::Module,
    rule: Rule,
) -> Result<Vec<(&'static ::programme::Criterion, Option<Status>)>> {
    let standing = standing_of(store, trainee, rule, true).await?;
    Ok(module.all_criteria().map(|criterion| (criterion, standing.get(&criterion.id).copied())).collect())
}

/// The status of every criterion that was decided on for a trainee, by a rule. `published` leaves out what a review of an exam
/// still hides from the trainee.
///
/// # Errors
/// What the database says.
pub async fn standing_of(
    store: &Store,
    trainee: AccountId,
    rule: Rule,
    published: bool,
) -> Result<BTreeMap<String, Status>> {
    let pieces = pieces_of(store, trainee, published).await?;
    let standings = super::progress::standings(&pieces, rule);
    Ok(standings.into_iter().map(|(criterion, own)| (criterion.to_owned(), own.status)).collect())
}

/// What was decided of a trainee, on evidence and on grids, in no order. `published` leaves out exams whose review is
/// not finished: the trainee does not see them yet.
pub(super) async fn pieces_of(store: &Store, trainee: AccountId, published: bool) -> Result<Vec<Piece>> {
    let of_evidence = "SELECT e.attempt_id, e.criterion, e.status AS word, e.decided_by, e.decided_at
        FROM evidence e JOIN attempt a ON a.id = e.attempt_id
        WHERE e.account_id = $1 AND e.state IN ('agreed', 'changed') AND e.decided_by IS NOT NULL
            AND (a.mode <> 'exam' OR a.state = 'reviewed' OR $2 = 'all')";
    let of_grids =
        "SELECT g.attempt_id, g.criterion, g.level AS word, g.marked_by AS decided_by, g.marked_at AS decided_at
        FROM grid_mark g JOIN attempt a ON a.id = g.attempt_id
        WHERE g.account_id = $1 AND (a.mode <> 'exam' OR a.state = 'reviewed' OR $2 = 'all')";
    let whose = if published { "published" } else { "all" };
    let decided = store.read().all::<PieceRow>(of_evidence, params![trainee.0, whose]).await?;
    let marked = store.read().all::<PieceRow>(of_grids, params![trainee.0, whose]).await?;
    let decided = decided.into_iter().map(|row| (Status::parse(&row.word), row));
    let marked = marked.into_iter().map(|row| (Level::parse(&row.word).and_then(Level::status), row));
    let piece = |(status, row): (Option<Status>, PieceRow)| {
        Some(Piece {
            criterion: row.criterion,
            status: status?,
            attempt: AttemptId(row.attempt_id),
            by: AccountId(row.decided_by),
            at: row.decided_at,
        })
    };
    Ok(decided.chain(marked).filter_map(piece).collect())
}
