//! The after-call state: a call is coded before it is closed.

use ::store::StoreError;
use ::web::{Answer, Check, Fields, Page, Visitor, drafts, see_other, sessions};
use axum::extract::{Path, State};

use super::page::{Wrong, desk_page, wrap_up_place};
use super::{Desk, done, on_line, open};
use crate::calls::progress::{self, WrapUp};
use crate::calls::{Call, CallError, CallId, CodeKind, State as CallState, store};

pub(super) async fn wrap_up(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let mut check = Check::new(&fields);
    let given = WrapUp {
        reason: check.required("reason", 40, "calls-error-reason"),
        outcome: check.required("outcome", 40, "calls-error-outcome"),
        satisfaction: check
            .choice("satisfaction", &["1", "2", "3", "4", "5"], "calls-error-satisfaction")
            .parse()
            .unwrap_or(0),
        note: check.text("note", 2000),
    };
    if let Some(call) = store::left_behind(desk.web.store.read(), visitor.scope(), CallId(id)).await? {
        return after(&desk, &call).await;
    }
    let (change, mut call) = open(&desk, &visitor, id).await?;
    if call.state != CallState::WrapUp {
        drop(change);
        return after(&desk, &call).await;
    }
    if check.errors.is_empty() {
        let line = on_line(&desk, &call)?;
        match progress::wrap_up(&change, &mut call, line, given).await {
            Ok(()) => {
                change.commit().await?;
                drafts::forget(&desk.web, &visitor, &wrap_up_place(id)).await?;
                sessions::tell(&desk.web, &visitor, "calls-closed").await?;
                return after(&desk, &call).await;
            }
            Err(CallError::NoCode(CodeKind::Reason)) => check.wrong("reason", "calls-error-reason"),
            Err(CallError::NoCode(CodeKind::Outcome)) => check.wrong("outcome", "calls-error-outcome"),
            Err(CallError::Store(StoreError::Stale)) => {
                drop(change);
                let call = store::call_by_id(desk.web.store.read(), visitor.scope(), CallId(id)).await?;
                return after(&desk, &call).await;
            }
            Err(error) => return done(change, Err(error), "/desk").await,
        }
    }
    drop(change);
    let mut shown = desk_page(&desk, &visitor, "", &Wrong::WrapUp(&fields, &check.errors)).await?;
    shown.page.wrong = true;
    Page::show_wrong(&shown)
}

/// Where a call leads from here: once closed, to the place that its line names, also for a post that comes twice.
async fn after(desk: &Desk, call: &Call) -> Answer {
    let place = match call.state {
        CallState::Closed => on_line(desk, call)?.after(&desk.web.store, call).await?,
        _ => None,
    };
    Ok(see_other(place.as_deref().unwrap_or("/desk")))
}
