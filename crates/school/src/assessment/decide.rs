//! What a trainer decides: each function is one decision, with its guard and its journal line.

use ::store::{AccountId, Change, Entry};
use serde_json::json;

use super::store;
use super::{Evidence, EvidenceId, Level, Mark, ReviewError, State, Status};
use crate::exercises::Exercise;
use crate::practice::{Attempt, AttemptState, finish_review};

type Result<T> = std::result::Result<T, ReviewError>;

/// Holds the attempt for this change, or says that there is nothing to decide on.
async fn hold(change: &Change, attempt: &Attempt) -> Result<()> {
    if store::hold(change, attempt.id).await? { Ok(()) } else { Err(ReviewError::NotClosed) }
}

/// The trainer agrees with one proposal.
///
/// # Errors
/// [`ReviewError::Decided`] when it is decided already.
pub(super) async fn agree(change: &Change, attempt: &Attempt, id: EvidenceId) -> Result<()> {
    hold(change, attempt).await?;
    let old = store::evidence_by_id(&**change, attempt.id, id).await?;
    agree_with(change, &old).await
}

/// The trainer agrees with everything that is not decided yet; how much that was.
///
/// # Errors
/// [`ReviewError::NotClosed`]; else what the database says.
pub(super) async fn agree_with_all(change: &Change, attempt: &Attempt) -> Result<usize> {
    hold(change, attempt).await?;
    let all = store::evidence_of(&**change, attempt.id).await?;
    let open: Vec<_> = all.iter().filter(|evidence| evidence.is_undecided()).collect();
    for evidence in &open {
        agree_with(change, evidence).await?;
    }
    Ok(open.len())
}

async fn agree_with(change: &Change, old: &Evidence) -> Result<()> {
    let Some(status) = old.proposal.filter(|_| old.is_undecided()) else { return Err(ReviewError::Decided) };
    if !store::decide(change, old, State::Agreed, status, "").await? {
        return Err(ReviewError::Decided);
    }
    let detail = json!({
        "attempt": old.attempt.0, "criterion": old.criterion, "measure": old.measure.word(), "status": status.code(),
    });
    change.record(Entry::new("evidence.agreed", "evidence", old.id.0).detail(detail)).await?;
    Ok(())
}

/// The trainer decides otherwise, and says why. `seen` is what the page showed ([`Evidence::seen`]).
///
/// # Errors
/// [`ReviewError::Decided`] when somebody decided since.
pub(super) async fn decide_otherwise(
    change: &Change,
    attempt: &Attempt,
    id: EvidenceId,
    seen: &str,
    (status, reason): (Status, &str),
) -> Result<()> {
    hold(change, attempt).await?;
    let old = store::evidence_by_id(&**change, attempt.id, id).await?;
    if old.seen() != seen || !store::decide(change, &old, State::Changed, status, reason).await? {
        return Err(ReviewError::Decided);
    }
    let before =
        old.decision.as_ref().map(|own| json!({"status": own.status.code(), "by": own.by.0, "reason": own.reason}));
    let detail = json!({
        "attempt": old.attempt.0, "criterion": old.criterion, "measure": old.measure.word(),
        "proposal": old.proposal.map(Status::code), "old": before, "new": status.code(), "reason": reason,
    });
    change.record(Entry::new("evidence.changed", "evidence", old.id.0).detail(detail)).await?;
    Ok(())
}

/// One line of the grid as it is sent.
#[derive(Clone, Debug)]
pub(super) struct NewMark {
    pub criterion: String,
    pub level: Level,
    pub remark: String,
}

/// The newest moment of a grid: what a page shows of it, 0 when nobody has marked it.
pub(super) fn grid_seen(marks: &[Mark]) -> i64 {
    marks.iter().map(|mark| mark.at).max().unwrap_or(0)
}

/// The trainer saves the whole grid. `seen` is the moment of the grid that the page showed ([`grid_seen`]).
///
/// # Errors
/// [`ReviewError::Decided`] when somebody saved it since.
pub(super) async fn save_grid(
    change: &Change,
    attempt: &Attempt,
    by: AccountId,
    seen: i64,
    marks: Vec<NewMark>,
) -> Result<()> {
    hold(change, attempt).await?;
    let old = store::marks_of(&**change, attempt.id).await?;
    if grid_seen(&old) != seen {
        return Err(ReviewError::Decided);
    }
    let at = change.now().0;
    let new: Vec<_> = marks
        .into_iter()
        .map(|mark| Mark { criterion: mark.criterion, level: mark.level, remark: mark.remark, by, at })
        .collect();
    for mark in &new {
        store::put_mark(change, attempt, mark).await?;
    }
    let written = |marks: &[Mark]| -> Vec<_> {
        let line =
            |mark: &Mark| json!({"criterion": mark.criterion, "level": mark.level.code(), "remark": mark.remark});
        marks.iter().map(line).collect()
    };
    let detail = json!({"old": written(&old), "new": written(&new)});
    change.record(Entry::new("grid.saved", "attempt", attempt.id.0).detail(detail)).await?;
    Ok(())
}

/// True when a person has decided on everything: no proposal is open and every line of the grid is marked.
pub(super) fn is_complete(exercise: &Exercise, evidence: &[Evidence], marks: &[Mark]) -> bool {
    let marked = |criterion: &String| marks.iter().any(|mark| mark.criterion == *criterion);
    !evidence.iter().any(Evidence::is_undecided) && exercise.grid.iter().all(|line| marked(&line.criterion))
}

/// Ends the review when everything is decided. True when this change ended it.
///
/// # Errors
/// What the database says.
pub(super) async fn finish(change: &Change, attempt: &Attempt, exercise: &Exercise) -> Result<bool> {
    let evidence = store::evidence_of(&**change, attempt.id).await?;
    let marks = store::marks_of(&**change, attempt.id).await?;
    if attempt.state != AttemptState::Closed || !is_complete(exercise, &evidence, &marks) {
        return Ok(false);
    }
    Ok(finish_review(change, attempt.id).await?)
}
