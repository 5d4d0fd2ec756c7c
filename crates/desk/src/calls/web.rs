//! The desk page and what the agent does on it.

mod acts;
mod closing;
mod page;
mod past;
mod ringing;

use std::sync::Arc;

use ::store::{Change, Once, StoreError};
use ::web::{Answer, Fields, Habilitation, Routes, Visitor, Web, WebError, see_other, sessions};
use axum::extract::FromRef;

use super::store;
use super::{Call, CallError, CallId, Line, Lines};
use crate::scripts;

/// The desk and the lines it answers.
#[derive(Clone)]
struct Desk {
    web: Web,
    lines: Arc<Lines>,
}

impl FromRef<Desk> for Web {
    fn from_ref(desk: &Desk) -> Self {
        desk.web.clone()
    }
}

/// The routes of calls.
pub fn routes(web: Web, lines: Lines) -> Routes {
    Routes::new()
        .page("/desk", page::desk)
        .get("/desk/line", ringing::line)
        .page("/calls", past::list)
        .page("/calls/{id}", past::show)
        .post("/calls/{id}/answer", acts::answer)
        .post("/calls/{id}/refusal", acts::refuse)
        .post("/calls/{id}/utterances", acts::say)
        .post("/calls/{id}/steps", acts::step)
        .post("/calls/{id}/hold", acts::hold)
        .post("/calls/{id}/hold/end", acts::resume)
        .post("/calls/{id}/client", acts::attach)
        .post("/calls/{id}/client/release", acts::release)
        .post("/calls/{id}/identification", acts::identify)
        .post("/calls/{id}/reason", acts::reason)
        .post("/calls/{id}/end", acts::end)
        .post("/calls/{id}/wrap-up", closing::wrap_up)
        .get("/calls/{id}/voice/{turn}", past::voice)
        .with_state(Desk { web, lines: Arc::new(lines) })
}

/// Opens a change on a call and reads it in the same transaction.
async fn open(desk: &Desk, visitor: &Visitor, id: i64) -> Result<(Change, Call), WebError> {
    visitor.may(Habilitation::TakeCalls)?;
    let change = desk.web.store.begin(visitor.scope()).await?;
    match store::call_by_id(&*change, visitor.scope(), CallId(id)).await {
        Ok(call) if call.agent == visitor.account.id.0 => Ok((change, call)),
        Err(StoreError::NotFound) if store::left_behind(&*change, visitor.scope(), CallId(id)).await?.is_some() => {
            Err(WebError::Conflict("calls-not-now"))
        }
        Ok(_) => Err(WebError::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// Commits what was done. A post replayed, or sent from a second tab, finds the call elsewhere: the desk shows where.
async fn done(change: Change, result: Result<(), CallError>, to: &str) -> Answer {
    match result {
        Ok(()) => change.commit().await?,
        Err(CallError::NotNow(_) | CallError::NoStep | CallError::Store(StoreError::Stale)) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(to))
}

fn on_line<'a>(desk: &'a Desk, call: &Call) -> Result<&'a dyn Line, WebError> {
    desk.lines.of(call).ok_or_else(|| WebError::Broken(format!("no line of the kind {:?}", call.line)))
}

async fn script_of(change: &Change, call: &Call) -> Result<Option<scripts::Script>, WebError> {
    match call.script {
        Some(id) => Ok(Some(scripts::get(&**change, change.scope(), id).await?)),
        None => Ok(None),
    }
}

/// The same, and the desk tells in a sentence what was done.
async fn told(desk: &Desk, visitor: &Visitor, change: Change, result: Result<(), CallError>, key: &str) -> Answer {
    let happened = result.is_ok();
    let answer = done(change, result, "/desk").await?;
    if happened {
        sessions::tell(&desk.web, visitor, key).await?;
    }
    Ok(answer)
}

async fn spent(change: &Change, fields: &Fields) -> Result<bool, WebError> {
    let token = fields.get("once");
    Ok(!token.is_empty() && ::store::spend(change, token, "/desk").await? != Once::First)
}
