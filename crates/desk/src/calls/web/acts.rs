//! What the agent does during a call: each post is one act.

use ::web::{Answer, Check, Fields, Page, Visitor, WebError, drafts, see_other, sessions};
use axum::extract::{Path, State};

use super::page::{Wrong, desk_page, say_place};
use super::{Desk, done, on_line, open, script_of, spent, told};
use crate::calls::progress::{self, Step};
use crate::calls::seen::Seen;
use crate::calls::{CallError, State as CallState};
use crate::clients::ClientId;

pub(super) async fn answer(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let script = script_of(&change, &call).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::answer(&change, &mut call, line, script.as_ref()).await;
    done(change, result, "/desk").await
}

pub(super) async fn refuse(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::refuse(&change, &mut call).await;
    done(change, result, "/desk").await
}

pub(super) async fn say(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let mut check = Check::new(&fields);
    let text = check.line("text", 1000);
    if text.is_empty() {
        return Ok(see_other("/desk#f-text"));
    }
    let (change, mut call) = open(&desk, &visitor, id).await?;
    if !check.errors.is_empty() && call.state == CallState::Talking {
        drop(change);
        let mut shown = desk_page(&desk, &visitor, "", &Wrong::Say(&fields, &check.errors)).await?;
        shown.page.wrong = true;
        return Page::show_wrong(&shown);
    }
    if spent(&change, &fields).await? {
        return Ok(see_other("/desk"));
    }
    let line = on_line(&desk, &call)?;
    let result = progress::say(&change, &mut call, line, &text).await;
    let answer = done(change, result, "/desk").await?;
    drafts::forget(&desk.web, &visitor, &say_place(id)).await?;
    Ok(answer)
}

pub(super) async fn step(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    if spent(&change, &fields).await? {
        return Ok(see_other("/desk"));
    }
    let seen = Seen::of(&*change, &visitor, call.clone()).await?;
    let Some(script) = &seen.script else { return Err(WebError::NotFound) };
    let wanted = fields.get("step");
    let text = script.definition.step(wanted).map(|step| seen.words(&visitor, step)).unwrap_or_default();
    let branch = Some(fields.get("branch")).filter(|branch| !branch.is_empty());
    let step = Step { id: wanted, skipped: fields.get("how") == "skipped", branch, text: &text };
    let line = on_line(&desk, &call)?;
    let result = progress::pass_step(&change, &mut call, line, script, step).await;
    done(change, result, "/desk").await
}

pub(super) async fn hold(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::hold(&change, &mut call, line).await;
    done(change, result, "/desk").await
}

pub(super) async fn resume(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::resume(&change, &mut call, line).await;
    done(change, result, "/desk").await
}

pub(super) async fn attach(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let client = fields.get("client").parse().map_err(|_| WebError::Malformed("no client".to_owned()))?;
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::attach(&change, &mut call, ClientId(client)).await;
    told(&desk, &visitor, change, result, "calls-file-chosen").await
}

pub(super) async fn release(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::release(&change, &mut call).await;
    told(&desk, &visitor, change, result, "calls-file-released").await
}

pub(super) async fn identify(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    if call.identified_at != 0 {
        return Ok(see_other("/desk"));
    }
    let result = progress::identify(&change, &mut call).await;
    told(&desk, &visitor, change, result, "calls-identity-told").await
}

pub(super) async fn reason(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::qualify(&change, &mut call, fields.get("reason")).await;
    let told = match result {
        Ok(()) => {
            change.commit().await?;
            "calls-reason-saved"
        }
        Err(CallError::NoCode(_)) => {
            drop(change);
            "calls-error-reason"
        }
        Err(error) => return done(change, Err(error), "/desk").await,
    };
    sessions::tell(&desk.web, &visitor, told).await?;
    Ok(see_other("/desk"))
}

pub(super) async fn end(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::end(&change, &mut call, line).await;
    done(change, result, "/desk").await
}
