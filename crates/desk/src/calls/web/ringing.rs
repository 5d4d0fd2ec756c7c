//! A call that is due rings, and the page's own script asks for the state of the line.

use ::store::StoreError;
use ::web::{Answer, Habilitation, Visitor, WebError};
use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use serde_json::json;
use words::Arg;

use super::Desk;
use crate::calls::{Call, CallError, CallId, State as CallState, progress, store};
use crate::clients::ClientId;

/// A due call rings; a file created during the call becomes the caller's.
pub(super) async fn ring_and_attach(desk: &Desk, visitor: &Visitor) -> Result<Option<Call>, WebError> {
    let db = desk.web.store.read();
    let Some(call) = store::open_call(db, visitor.scope()).await? else { return Ok(None) };
    let due = call.state == CallState::Waiting && call.rings_at <= desk.web.clock().now().0;
    let created = if call.client.is_none() && (call.state.is_connected() || call.state == CallState::WrapUp) {
        store::created_during(db, visitor.scope(), &call).await?
    } else {
        None
    };
    if !due && created.is_none() {
        return Ok(Some(call));
    }
    match ring_or_attach(desk, visitor, call.id, created).await {
        Ok(call) => Ok(Some(call)),
        // Another page of this agent did it at the same moment.
        Err(CallError::NotNow(_) | CallError::Store(StoreError::Stale)) => {
            Ok(store::open_call(db, visitor.scope()).await?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn ring_or_attach(
    desk: &Desk,
    visitor: &Visitor,
    id: CallId,
    created: Option<ClientId>,
) -> Result<Call, CallError> {
    let change = desk.web.store.begin(visitor.scope()).await?;
    let mut call = store::call_by_id(&*change, visitor.scope(), id).await?;
    let done = match created {
        Some(client) if call.client.is_none() => {
            progress::attach(&change, &mut call, client).await?;
            true
        }
        _ => progress::ring_if_due(&change, &mut call).await?,
    };
    if done {
        change.commit().await?;
    }
    Ok(call)
}

/// The state of the line for the page's own script.
pub(super) async fn line(State(desk): State<Desk>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let call = ring_and_attach(&desk, &visitor).await?;
    let status = desk.web.status_of(&visitor).await?.ok_or(WebError::NotFound)?;
    let text = if visitor.preferences.short_texts { &status.short } else { &status.text };
    let now = desk.web.clock().now().0;
    let minutes =
        call.as_ref().filter(|call| call.answered_at != 0).map_or(0, |call| (now - call.answered_at) / 60_000);
    let time = visitor.talk().with("calls-time-told", &[("minutes", Arg::from(minutes))]);
    let answer = json!({
        "state": status.state, "text": text, "href": status.href, "call": status.call,
        "version": call.map_or(0, |call| call.version), "ring": status.text,
        "minutes": minutes, "time": time,
    });
    Ok(Json(answer).into_response())
}
