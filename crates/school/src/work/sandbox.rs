//! The sandbox of desk work: the files of the exercise, the portfolios of the trainee, and what is allowed there.

use ::store::{Change, Entry, grant};
use ::web::{Visitor, Web, WebError};
use desk::clients::{ClientId, Day};
use desk::{calls, law, portfolios};
use serde_json::json;

use super::WorkExercise;
use crate::practice::{AttemptId, Mode, ScenarioId, fill_clients, open_sandbox};

/// The day from which the delays of the law stand in a sandbox: before anything that an exercise can be about.
fn long_ago() -> Day {
    Day::parse("2019-01-01").unwrap_or(Day::OLDEST)
}

/// Makes the sandbox and the attempt that owns it, and moves the trainee into it, all or nothing.
pub(super) async fn start(
    web: &Web,
    visitor: &Visitor,
    id: ScenarioId,
    exercise: &WorkExercise,
    mode: Mode,
) -> Result<AttemptId, WebError> {
    let change = web.store.begin(visitor.scope()).await?;
    let (centre, attempt) =
        open_sandbox(&change, visitor, id, (exercise.head.code.as_str(), &exercise.desk.company), mode).await?;
    let granted: Vec<&str> = exercise.habilitations.iter().map(String::as_str).collect();
    grant(&change, centre, &granted).await?;
    // What fills the sandbox is nobody's work: it is written without an actor, in the sandbox.
    let change = change.for_centre(centre).by_nobody();
    fill(&change, visitor, exercise, attempt).await?;
    change.commit().await?;
    Ok(attempt)
}

async fn fill(change: &Change, visitor: &Visitor, exercise: &WorkExercise, attempt: AttemptId) -> Result<(), WebError> {
    calls::seed_codes(change).await?;
    if exercise.expected.request.is_some() {
        law::seed(change, long_ago()).await?;
        law::seed_delays(change, long_ago()).await?;
    }
    let ids = fill_clients(change, &exercise.head.code, exercise.language, &exercise.desk).await?;
    for portfolio in &exercise.portfolios {
        let own = portfolios::add(change, &portfolio.name, visitor.account.id.0).await?;
        for client in portfolio.clients.iter().filter_map(|word| ids.get(word)) {
            portfolios::assign_one(change, ClientId(*client), own).await?;
        }
    }
    let detail = json!({"clients": ids, "habilitations": exercise.habilitations});
    change.record(Entry::new("sandbox.filled", "attempt", attempt.0).detail(detail)).await?;
    Ok(())
}
