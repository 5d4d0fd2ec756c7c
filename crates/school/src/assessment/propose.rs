//! The evidence of an attempt, proposed in the transaction that closes its call.

use ::store::{Change, Entry};
use desk::calls::Call;
use desk::scripts::format::{Phase, Script, Step};
use serde_json::json;

use super::measure::{ExpectedStep, Measured, NotMeasurable};
use super::store::{self, New};
use super::{Detail, Status, evidence_of, measures};
use crate::practice::Attempt;
use crate::practice::scenario::{Aim, Scenario};

/// Takes every measure of the scenario and writes what it shows: one proposed piece of evidence for each, or a line that
/// says why the attempt has no value. Nothing is decided here.
///
/// # Errors
/// What the database says.
pub async fn propose(
    change: &Change,
    attempt: &Attempt,
    scenario: &Scenario,
    call: &Call,
    script: Option<&Script>,
) -> ::store::Result<()> {
    let trace = evidence_of::trace(&**change, attempt, call, script).await?;
    let steps = script.map(|script| script.steps.iter().map(expected).collect());
    let expectation = scenario.expectation(steps.unwrap_or_default());
    let take = |aim: &Aim| (aim.clone(), measures::take(aim.measure, &expectation, &trace));
    propose_measured(change, attempt, scenario.measures.iter().map(take).collect()).await
}

/// Writes what an attempt of any kind shows, in the transaction that closes it: one proposed piece of evidence for each
/// measure taken, or a line that says why there is no value. Nothing is decided here.
///
/// Each [`Measured`] holds the value, what it was made of, and the journal entries that it was read from.
///
/// # Errors
/// What the database says.
pub async fn propose_measured(
    change: &Change,
    attempt: &Attempt,
    taken: Vec<(Aim, Result<Measured, NotMeasurable>)>,
) -> ::store::Result<()> {
    for (aim, measured) in taken {
        match measured {
            Ok(measured) => write(change, attempt, &aim, measured).await?,
            Err(why) => write_not_measured(change, attempt, &aim, why).await?,
        }
    }
    Ok(())
}

fn expected(step: &Step) -> ExpectedStep {
    ExpectedStep { id: step.id.clone(), required: step.required, closing: step.phase == Phase::Closing }
}

async fn write(change: &Change, attempt: &Attempt, aim: &Aim, measured: Measured) -> ::store::Result<()> {
    let counted = aim.measure.weighed(measured.value, attempt.factor);
    let proposal = Status::proposed(aim.measure, counted, aim.target);
    let new = New {
        attempt,
        aim,
        value: measured.value,
        numerator: measured.numerator.into(),
        denominator: measured.denominator.into(),
        met: aim.measure.reaches(counted, aim.target),
        detail: &Detail { items: measured.detail, timing: measured.timing, why_not: None },
        sources: &measured.sources,
        proposal: Some(proposal),
    };
    let id = store::insert(change, new).await?;
    let detail = json!({
        "attempt": attempt.id.0, "criterion": aim.criterion, "measure": aim.measure.word(), "value": measured.value,
        "target": aim.target, "proposal": proposal.code(),
    });
    change.record(Entry::new("evidence.proposed", "evidence", id.0).detail(detail)).await?;
    Ok(())
}

async fn write_not_measured(change: &Change, attempt: &Attempt, aim: &Aim, why: NotMeasurable) -> ::store::Result<()> {
    let new = New {
        attempt,
        aim,
        value: 0.0,
        numerator: 0.0,
        denominator: 0.0,
        met: false,
        detail: &Detail { why_not: Some(why.key().to_owned()), ..Detail::default() },
        sources: &[],
        proposal: None,
    };
    let id = store::insert(change, new).await?;
    let detail = json!({
        "attempt": attempt.id.0, "criterion": aim.criterion, "measure": aim.measure.word(), "target": aim.target,
        "not_measured": why.key(),
    });
    change.record(Entry::new("evidence.proposed", "evidence", id.0).detail(detail)).await?;
    Ok(())
}
