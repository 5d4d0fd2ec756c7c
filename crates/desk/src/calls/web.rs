//! The desk page and what the agent does on it.

use std::sync::Arc;

use ::store::{Change, Once, StoreError};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{FromRef, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::codes::{Code, CodeKind, codes};
use super::progress::{self, Step, WrapUp};
use super::seen::Seen;
use super::store::{self, Listed};
use super::{Call, CallError, CallId, Line, Lines, State as CallState};
use crate::clients::{self, ClientId, Event, Found};
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
        .route("/desk", get(desk))
        .route("/desk/line", get(line))
        .route("/calls", get(list))
        .route("/calls/{id}", get(show))
        .route("/calls/{id}/answer", post(answer))
        .route("/calls/{id}/refusal", post(refuse))
        .route("/calls/{id}/utterances", post(say))
        .route("/calls/{id}/steps", post(step))
        .route("/calls/{id}/hold", post(hold))
        .route("/calls/{id}/hold/end", post(resume))
        .route("/calls/{id}/client", post(attach))
        .route("/calls/{id}/client/release", post(release))
        .route("/calls/{id}/identification", post(identify))
        .route("/calls/{id}/reason", post(reason))
        .route("/calls/{id}/end", post(end))
        .route("/calls/{id}/wrap-up", post(wrap_up))
        .route("/calls/{id}/voice/{turn}", get(voice))
        .with_state(Desk { web, lines: Arc::new(lines) })
}

#[derive(Template)]
#[template(path = "calls/desk.html")]
struct DeskPage {
    page: Page,
    seen: Option<Seen>,
    query: String,
    found: Vec<Found>,
    file: Option<Form>,
    events: Vec<Event>,
    say: Form,
    reason: Form,
    wrap_up: Form,
    voice: Option<i64>,
    seconds: i64,
    once: String,
}

impl DeskPage {
    fn length(&self) -> String {
        self.page.talk.duration(self.seconds)
    }

    fn name_of(&self, found: &Found) -> String {
        found.client.name(self.page.preferences.script)
    }

    fn lang_of(&self, text: &str) -> &'static str {
        words::lang_attr_for(text, self.page.talk.lang).unwrap_or(self.page.talk.lang.code())
    }
}

#[derive(Deserialize)]
struct Asked {
    q: Option<String>,
}

/// The agent's desk: the open call in reading order, or what to do when there is none.
async fn desk(State(desk): State<Desk>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    ring_and_attach(&desk, &visitor).await?;
    Page::show(&desk_page(&desk, &visitor, asked.q.as_deref().unwrap_or(""), &Wrong::Nothing).await?)
}

/// A due call rings; a file created during the call becomes the caller's.
async fn ring_and_attach(desk: &Desk, visitor: &Visitor) -> Result<Option<Call>, WebError> {
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

/// Which form of the desk comes back with errors: what was typed, and what is wrong with it.
enum Wrong<'a> {
    Nothing,
    Say(&'a Fields, &'a [FieldError]),
    WrapUp(&'a Fields, &'a [FieldError]),
}

async fn desk_page(desk: &Desk, visitor: &Visitor, query: &str, wrong: &Wrong<'_>) -> Result<DeskPage, WebError> {
    let (web, talk) = (&desk.web, visitor.talk());
    let page = Page::new(web, visitor, "calls-desk-title").await?.under("/desk");
    let seen = match store::open_call(web.store.read(), visitor.scope()).await? {
        Some(call) => Some(Seen::of(web.store.read(), visitor, call).await?),
        None => None,
    };
    let found = if query.trim().is_empty() {
        vec![]
    } else {
        clients::search(web.store.read(), visitor.scope(), query).await?
    };
    let (file, events) = match seen.as_ref().and_then(|seen| seen.client.as_ref()) {
        Some(client) => file_of(web, visitor, client).await?,
        None => (None, vec![]),
    };
    let id = seen.as_ref().map_or(0, |seen| seen.call.id.0);
    let once = web.chance.token(16);
    let say = say_form(web, visitor, id, wrong).await?.hidden("once", once.clone());
    let (reasons, outcomes) = seen.as_ref().map_or((&[][..], &[][..]), |seen| (&seen.reasons[..], &seen.outcomes[..]));
    let mut given = Fields::default();
    if let Some(seen) = &seen {
        given.set("reason", seen.call.reason.clone());
    }
    let reason = Form::new(talk, format!("/calls/{id}/reason"), "/desk", "calls-save-reason").fields(
        vec![reason_field(talk, reasons)],
        &given,
        &[],
    );
    let place = wrap_up_place(id);
    let kept = drafts::draft(web, visitor, &place).await?;
    let (values, errors, restored) = match wrong {
        Wrong::WrapUp(fields, errors) => (*fields, *errors, false),
        _ => (kept.as_ref().unwrap_or(&given), &[][..], kept.is_some()),
    };
    let wrap_up = Form::new(talk, format!("/calls/{id}/wrap-up"), place, "calls-close")
        .fields(wrap_up_fields(talk, reasons, outcomes), values, errors)
        .kept(restored);
    let voice = seen.as_ref().filter(|seen| desk.lines.of(&seen.call).is_some_and(Line::has_voice));
    let voice = voice.and_then(|seen| seen.reply().first().map(|turn| turn.id));
    let seconds = seen.as_ref().map_or(0, |seen| seen.seconds(web.clock().now()));
    Ok(DeskPage {
        page,
        seen,
        query: query.to_owned(),
        found,
        file,
        events,
        say,
        reason,
        wrap_up,
        voice,
        seconds,
        once,
    })
}

/// The page under which an unsent sentence of a call is kept.
fn say_place(id: i64) -> String {
    format!("/desk#say-{id}")
}

/// The page under which the unsent coding of a call is kept.
fn wrap_up_place(id: i64) -> String {
    format!("/desk#wrap-up-{id}")
}

/// The agent's next sentence, with what was kept of it when a session had ended.
async fn say_form(web: &Web, visitor: &Visitor, id: i64, wrong: &Wrong<'_>) -> Result<Form, WebError> {
    let (talk, place) = (visitor.talk(), say_place(id));
    let kept = drafts::draft(web, visitor, &place).await?;
    let nothing = Fields::default();
    let (values, errors, restored) = match wrong {
        Wrong::Say(fields, errors) => (*fields, *errors, false),
        _ => (kept.as_ref().unwrap_or(&nothing), &[][..], kept.is_some()),
    };
    let field = Field::line(talk, "text", "calls-say-field").hint(talk, "calls-say-hint");
    let form =
        Form::new(talk, format!("/calls/{id}/utterances"), place, "calls-say").fields(vec![field], values, errors);
    Ok(if restored { form.kept(true) } else { form })
}

/// The caller's file as a form that returns to the desk, for those who may write, and its last events.
async fn file_of(
    web: &Web,
    visitor: &Visitor,
    client: &clients::Client,
) -> Result<(Option<Form>, Vec<Event>), WebError> {
    let mut asked = Fields::default();
    asked.set("return", "/desk");
    let form = match visitor.may(Habilitation::WriteClients) {
        Ok(()) => Some(clients::file_form(web, visitor, client, &asked).await?),
        Err(_) => None,
    };
    let lines = clients::recent_history(web.store.read(), visitor.scope(), client.id).await?;
    Ok((form, lines.into_iter().take(5).map(|line| Event::new(line, visitor.talk())).collect()))
}

fn choices(talk: words::Talk, codes: &[Code]) -> Vec<(String, String)> {
    let first = (String::new(), talk.t("calls-choose").into_owned());
    let named = codes.iter().map(|code| (code.code.clone(), code.name(talk.lang).to_owned()));
    std::iter::once(first).chain(named).collect()
}

fn reason_field(talk: words::Talk, reasons: &[Code]) -> Field {
    Field::select(talk, "reason", "calls-reason", choices(talk, reasons))
}

fn wrap_up_fields(talk: words::Talk, reasons: &[Code], outcomes: &[Code]) -> Vec<Field> {
    let marks = [
        ("4", "calls-satisfied-4"),
        ("3", "calls-satisfied-3"),
        ("2", "calls-satisfied-2"),
        ("1", "calls-satisfied-1"),
        ("5", "calls-satisfied-none"),
    ];
    let marks = marks.map(|(code, key)| (code.to_owned(), talk.t(key).into_owned()));
    vec![
        reason_field(talk, reasons).required(talk),
        Field::select(talk, "outcome", "calls-outcome", choices(talk, outcomes)).required(talk),
        Field::radio(talk, "satisfaction", "calls-satisfaction", marks.to_vec()).required(talk),
        Field::area(talk, "note", "calls-note", 3),
    ]
}

/// The state of the line for the page's own script.
async fn line(State(desk): State<Desk>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let call = ring_and_attach(&desk, &visitor).await?;
    let status = desk.web.status_of(&visitor).await?.ok_or(WebError::NotFound)?;
    let text = if visitor.preferences.short_texts { &status.short } else { &status.text };
    let answer = json!({
        "state": status.state, "text": text, "href": status.href, "call": status.call,
        "version": call.map_or(0, |call| call.version), "ring": status.text,
    });
    Ok(Json(answer).into_response())
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

async fn answer(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let script = script_of(&change, &call).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::answer(&change, &mut call, line, script.as_ref()).await;
    done(change, result, "/desk").await
}

async fn refuse(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::refuse(&change, &mut call).await;
    done(change, result, "/desk").await
}

async fn say(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
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

async fn spent(change: &Change, fields: &Fields) -> Result<bool, WebError> {
    let token = fields.get("once");
    Ok(!token.is_empty() && ::store::spend(change, token, "/desk").await? != Once::First)
}

async fn step(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
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

async fn hold(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::hold(&change, &mut call, line).await;
    done(change, result, "/desk").await
}

async fn resume(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::resume(&change, &mut call, line).await;
    done(change, result, "/desk").await
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

async fn attach(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let client = fields.get("client").parse().map_err(|_| WebError::Malformed("no client".to_owned()))?;
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::attach(&change, &mut call, ClientId(client)).await;
    told(&desk, &visitor, change, result, "calls-file-chosen").await
}

async fn release(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let result = progress::release(&change, &mut call).await;
    told(&desk, &visitor, change, result, "calls-file-released").await
}

async fn identify(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    if call.identified_at != 0 {
        return Ok(see_other("/desk"));
    }
    let result = progress::identify(&change, &mut call).await;
    told(&desk, &visitor, change, result, "calls-identity-told").await
}

async fn reason(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
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

async fn end(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (change, mut call) = open(&desk, &visitor, id).await?;
    let line = on_line(&desk, &call)?;
    let result = progress::end(&change, &mut call, line).await;
    done(change, result, "/desk").await
}

async fn wrap_up(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
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

/// The caller's last words as sound, when the line has a voice.
async fn voice(State(desk): State<Desk>, visitor: Visitor, Path((id, turn)): Path<(i64, i64)>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let call = store::call_by_id(desk.web.store.read(), visitor.scope(), CallId(id)).await?;
    let turns = store::turns_of(desk.web.store.read(), call.id).await?;
    let words = turns.iter().skip_while(|own| own.id != turn).take_while(|own| !own.is_agent());
    let text = words.map(|own| own.text.as_str()).collect::<Vec<_>>().join(" ");
    let sound = match desk.lines.of(&call) {
        Some(line) if !text.is_empty() => line.voice(&desk.web.store, &call, &text).await,
        _ => None,
    };
    match sound {
        Some(wav) => Ok(([(header::CONTENT_TYPE, "audio/wav")], wav).into_response()),
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}

#[derive(Template)]
#[template(path = "calls/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<(Listed, String, String, String)>,
    next: Option<i64>,
}

#[derive(Deserialize)]
struct Before {
    before: Option<i64>,
}

async fn list(State(desk): State<Desk>, visitor: Visitor, Query(before): Query<Before>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let (web, talk) = (&desk.web, visitor.talk());
    let page = Page::new(web, &visitor, "calls-title").await?.under("/desk");
    let names = names_of(web, &visitor).await?;
    let found = store::list(&web.store, visitor.scope(), before.before).await?;
    let named = |code: &str| names.iter().find(|own| own.code == code).map_or("", |own| own.name(talk.lang)).to_owned();
    let line = |row: Listed| {
        let latin_first = visitor.preferences.script == ::web::preferences::Script::Latin;
        let (first, second) = if latin_first { (&row.latin, &row.arabic) } else { (&row.arabic, &row.latin) };
        let both = [first, second].map(|name| name.as_deref().unwrap_or("").trim().to_owned());
        let name =
            both.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| super::status::national(&row.number));
        let (reason, outcome) = (named(&row.reason), named(&row.outcome));
        (row, name, reason, outcome)
    };
    Page::show(&ListPage { page, rows: found.rows.into_iter().map(line).collect(), next: found.next })
}

async fn names_of(web: &Web, visitor: &Visitor) -> Result<Vec<Code>, WebError> {
    let (db, scope) = (web.store.read(), visitor.scope());
    let mut all = codes(db, scope, CodeKind::Reason).await?;
    all.extend(codes(db, scope, CodeKind::Outcome).await?);
    Ok(all)
}

#[derive(Template)]
#[template(path = "calls/show.html")]
struct ShowPage {
    page: Page,
    seen: Seen,
    reason: String,
    outcome: String,
    seconds: i64,
}

impl ShowPage {
    fn length(&self) -> String {
        self.page.talk.duration(self.seconds)
    }
}

async fn show(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let call = store::call_by_id(desk.web.store.read(), visitor.scope(), CallId(id)).await?;
    let seen = Seen::of(desk.web.store.read(), &visitor, call).await?;
    let talk = visitor.talk();
    let named = |codes: &[Code], code: &str| {
        codes.iter().find(|own| own.code == code).map_or("", |own| own.name(talk.lang)).to_owned()
    };
    let reason = named(&seen.reasons, &seen.call.reason);
    let outcome = named(&seen.outcomes, &seen.call.outcome);
    let seconds = seen.seconds(desk.web.clock().now());
    let page = Page::new(&desk.web, &visitor, "calls-one-title").await?.under("/desk").document();
    Page::show(&ShowPage { page, seen, reason, outcome, seconds })
}
