//! From a try that is the trainee's own to an attempt that a trainer reviews.

use ::store::{Change, Entry as Line, JournalRow};
use ::web::{Visitor, Web, WebError};
use async_trait::async_trait;
use desk::scripts::faults::Faults;
use serde_json::json;
use words::Talk;

use super::drill::Drill;
use super::shown::ShownOutcome;
use super::{DrillError, Try, TryState, store};
use crate::assessment::propose_measured;
use crate::exercises::{self, Conditions, Exercise, Kind, Workshop};
use crate::practice::{Attempt, AttemptId, Mode, scenario_by_id};

/// The workshop of drills.
pub(crate) struct Drills;

#[async_trait]
impl Workshop for Drills {
    fn kind(&self) -> Kind {
        Kind::Drill
    }

    fn read(&self, body: &str) -> Result<Exercise, Faults> {
        Drill::parse(body).map(|drill| drill.head)
    }

    async fn result(&self, web: &Web, visitor: &Visitor, attempt: &Attempt) -> Result<String, WebError> {
        let own = store::of_attempt(web.store.read(), attempt.id).await?;
        let drill = drill_of(web, &own).await?;
        ShownOutcome::of(web, visitor, &own, &drill).await?.html()
    }

    fn line(&self, row: &JournalRow, talk: Talk) -> Option<String> {
        (row.verb == "drill.handed_over").then(|| talk.t("drills-line-handed-over").into_owned())
    }
}

/// The pinned drill of a try.
///
/// # Errors
/// [`WebError::Broken`] when the pinned text no longer reads.
pub(super) async fn drill_of(web: &Web, own: &Try) -> Result<Drill, WebError> {
    let stored = scenario_by_id(web.store.read(), own.drill).await?;
    Drill::parse(&stored.body).map_err(|faults| {
        WebError::Broken(format!("drill {} version {} no longer reads: {faults}", stored.code, stored.version))
    })
}

/// Makes the attempt of a finished try and proposes its evidence, all or nothing. Nothing when it was handed over before.
///
/// # Errors
/// [`DrillError::NotDone`] when there is nothing to hand over.
pub(super) async fn hand_over(change: &Change, own: &Try, drill: &Drill) -> Result<Option<AttemptId>, DrillError> {
    let Some(outcome) = own.outcome.as_ref().filter(|_| own.state == TryState::Done) else {
        return Err(DrillError::NotDone);
    };
    // The conditions are those under which it was typed, not those of today.
    let conditions = Conditions { profile: &own.profile, factor: own.factor };
    let attempt = exercises::begin(change, own.trainee, own.drill, Mode::Practice, conditions).await?;
    if !store::hand_over(change, own.id, attempt.id).await? {
        return Ok(None);
    }
    let detail = json!({"try": own.id.0, "entry": own.entry.word(), "way": own.way.word()});
    let event = change.record(Line::new("drill.handed_over", "attempt", attempt.id.0).detail(detail)).await?;
    exercises::close(change, &attempt).await?;
    let sources = [own.event, event];
    let taken = drill.measures.iter().map(|aim| (aim.clone(), outcome.measured(aim.measure, &sources)));
    propose_measured(change, &attempt, taken.collect()).await?;
    Ok(Some(attempt.id))
}
