//! The desk page and what the agent does on it.

mod acts;
mod closing;
mod page;
mod past;
mod ringing;

use std::sync::Arc;

use ::store::{Change, Once, StoreError};
use ::web::{Answer, Fields, Habilitation, Visitor, Web, WebError, see_other, sessions};
use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};

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
pub fn routes(web: Web, lines: Lines) -> Router {
    Router::new()
        .route("/desk", get(page::desk))
        .route("/desk/line", get(ringing::line))
        .route("/calls", get(past::list))
        .route("/calls/{id}", get(past::show))
        .route("/calls/{id}/answer", post(acts::answer))
        .route("/calls/{id}/refusal", post(acts::refuse))
        .route("/calls/{id}/utterances", post(acts::say))
        .route("/calls/{id}/steps", post(acts::step))
        .route("/calls/{id}/hold", post(acts::hold))
        .route("/calls/{id}/hold/end", post(acts::resume))
        .route("/calls/{id}/client", post(acts::attach))
        .route("/calls/{id}/client/release", post(acts::release))
        .route("/calls/{id}/identification", post(acts::identify))
        .route("/calls/{id}/reason", post(acts::reason))
        .route("/calls/{id}/end", post(acts::end))
        .route("/calls/{id}/wrap-up", post(closing::wrap_up))
        .route("/calls/{id}/voice/{turn}", get(past::voice))
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
