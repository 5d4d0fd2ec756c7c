//! What an attempt at the command line shows.

use super::{CommandExercise, Session};
use crate::assessment::measure::{Item, Measure, Measured, NotMeasurable};
use crate::assessment::measures::ratio;

/// Takes one measure of an attempt.
///
/// # Errors
/// Why this attempt has no value for it.
pub(super) fn take(measure: Measure, exercise: &CommandExercise, session: &Session) -> Result<Measured, NotMeasurable> {
    match measure {
        Measure::TasksReached => tasks_reached(exercise, session),
        Measure::CommandsRight => commands_right(session),
        _ => Err(NotMeasurable::NothingExpected),
    }
}

/// Tasks reached ÷ tasks. Source: MC9 “Repérage correct des commandes MS-DOS”, “Utilisation adéquate des commandes
/// MS-DOS”. An attempt without a single line has no value: nothing was tried.
fn tasks_reached(exercise: &CommandExercise, session: &Session) -> Result<Measured, NotMeasurable> {
    let last = session.given.last().ok_or(NotMeasurable::NothingDone)?;
    let item = |id: &String| Item { id: id.clone(), good: session.reached.contains(id), event: last.event };
    Ok(ratio(Measure::TasksReached, exercise.tasks.iter().map(|task| item(&task.id)).collect()))
}

/// Commands without a fault ÷ commands given. Answers to questions and empty lines are no commands. Source: the same
/// criteria; the lines themselves are what was counted.
fn commands_right(session: &Session) -> Result<Measured, NotMeasurable> {
    let commands = session.given.iter().filter(|given| given.command && !given.typed.trim().is_empty());
    let item = |given: &super::Given| Item { id: given.typed.clone(), good: !given.fault, event: given.event };
    let detail: Vec<Item> = commands.map(item).collect();
    if detail.is_empty() { Err(NotMeasurable::NothingDone) } else { Ok(ratio(Measure::CommandsRight, detail)) }
}
