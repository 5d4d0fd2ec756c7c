//! The pages of requests: the work list, the requests about a file, one request and its steps.

use ::store::{Once, StoreError, spend};
use ::web::preferences::Script;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State as Shared};
use words::Talk;

use super::store::{self, After};
use super::{Identity, Kind, Request, RequestError, State, Step, TEXT, Way, read};
use crate::clients::{ClientId, Day};
use crate::law::web::{Head, Shown, head, once, shown_day, today, unsent};

const LIST: &str = "/law/requests";

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new()
        .page(LIST, list)
        .page("/law/requests/{id}", show)
        .post("/law/requests/{id}/identity", check_identity)
        .post("/law/requests/{id}/taking", take)
        .post("/law/requests/{id}/answer", answer)
        .post("/law/requests/{id}/refusal", refuse)
        .page("/clients/{id}/requests", of_a_file)
        .post("/clients/{id}/requests", create)
        .with_state(web)
}

/// A request, ready to be read.
pub(in crate::law) struct Line {
    pub id: i64,
    pub kind: Kind,
    pub state: State,
    pub name: Shown,
    pub due: String,
    pub overdue: bool,
    pub received: String,
}

impl Line {
    pub(in crate::law) fn new(row: &Request, script: Script, talk: Talk, today: Day) -> Self {
        Self {
            id: row.id,
            kind: row.kind(),
            state: row.state(),
            name: Shown::new(name(row, script), talk),
            due: shown_day(&row.due_on),
            overdue: row.is_overdue(today),
            received: shown_day(&row.received_on),
        }
    }
}

/// The client's name as lists show it.
fn name(row: &Request, script: Script) -> String {
    let latin = format!("{} {}", row.family_latin, row.given_latin);
    let arabic = format!("{} {}", row.family_arabic, row.given_arabic);
    let (first, second) = if script == Script::Arabic { (arabic, latin) } else { (latin, arabic) };
    if first.trim().is_empty() { second } else { first }
}

#[derive(Template)]
#[template(path = "law/requests/list.html")]
struct ListPage {
    page: Page,
    closed: bool,
    lines: Vec<Line>,
    next: Option<String>,
}

/// The work list, overdue first; with `?closed=yes` what is done.
async fn list(Shared(web): Shared<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let query = query.unwrap_or_default();
    let asked = Fields::parse(query.as_bytes());
    let closed = asked.get("closed") == "yes";
    let (db, scope) = (web.store.read(), visitor.scope());
    let (rows, next) = if closed {
        let found = store::closed(db, scope, asked.get("before").parse().ok()).await?;
        (found.rows, found.next.map(|next| format!("{LIST}?closed=yes&before={next}")))
    } else {
        let place = asked.get("after").split_once('.');
        let after = place.and_then(|(due, id)| Some(After(due.to_owned(), id.parse().ok()?)));
        let (rows, next) = store::open(db, scope, after).await?;
        (rows, next.map(|After(due, id)| format!("{LIST}?after={due}.{id}")))
    };
    let now = today(&web);
    let line = |row: &Request| Line::new(row, visitor.preferences.script, visitor.talk(), now);
    let lines = rows.iter().map(line).collect();
    let title = if closed { "law-requests-closed" } else { "law-requests-title" };
    let page = Page::new(&web, &visitor, title).await?.under("/law").document_of(&query);
    Page::show(&ListPage { page, closed, lines, next })
}

#[derive(Template)]
#[template(path = "law/requests/file.html")]
struct FilePage {
    page: Page,
    back: (String, Shown),
    lines: Vec<Line>,
    may_open: bool,
    form: Form,
}

fn place_of(client: ClientId) -> String {
    format!("/clients/{}/requests", client.0)
}

/// The requests about a file, and the form of a new one.
async fn of_a_file(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::RecordConsents)?;
    let head = head(&web, &visitor, &id).await?;
    let kept = unsent(&web, &visitor, &place_of(head.client.id)).await?;
    let restored = kept.is_some();
    let values = kept.unwrap_or_else(|| {
        let mut values = Fields::default();
        values.set("asked_by", head.client.name(visitor.preferences.script));
        values.set("way", Way::Call.code());
        values.set("received_on", today(&web).shown());
        values
    });
    let mut shown = file_page(&web, &visitor, head, &values, &[]).await?;
    shown.form = shown.form.kept(restored);
    Page::show(&shown)
}

async fn file_page(
    web: &Web,
    visitor: &Visitor,
    head: Head,
    values: &Fields,
    errors: &[FieldError],
) -> Result<FilePage, WebError> {
    let (talk, place, now) = (visitor.talk(), place_of(head.client.id), today(web));
    let rows = store::of_client(web.store.read(), visitor.scope(), head.client.id).await?;
    let first = (String::new(), talk.t("law-choose").into_owned());
    let kinds = std::iter::once(first).chain(Kind::options(talk)).collect();
    let fields = vec![
        Field::select(talk, "kind", "law-kind", kinds).required(talk),
        Field::line(talk, "asked_by", "law-asked-by").required(talk),
        Field::select(talk, "way", "law-way", Way::options(talk)),
        Field::line(talk, "received_on", "law-received-on").required(talk).hint(talk, "law-day-hint"),
        Field::select(talk, "identity", "law-identity", Identity::options(talk)),
        Field::area(talk, "wanted", "law-wanted", 3),
    ];
    let form = Form::new(talk, &place, &place, "law-request-save")
        .fields(fields, values, errors)
        .hidden("once", once(web, values));
    let page = Page::new(web, visitor, "law-requests-file").await?.under("/clients").wrong(form.is_wrong());
    let lines = rows.iter().map(|row| Line::new(row, visitor.preferences.script, talk, now)).collect();
    let may_open = visitor.may(Habilitation::KeepLaw).is_ok();
    Ok(FilePage { page, back: head.back, lines, may_open, form })
}

async fn create(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::RecordConsents)?;
    let head = head(&web, &visitor, &id).await?;
    let place = place_of(head.client.id);
    let errors = match read(&fields, head.client.id, today(&web)) {
        Err(errors) => errors,
        Ok(new) => {
            let change = web.store.begin(visitor.scope()).await?;
            let first = spend(&change, fields.get("once"), &place).await? == Once::First;
            if !first || store::receive(&change, &new).await?.is_some() {
                if first {
                    change.commit().await?;
                } else {
                    drop(change);
                }
                drafts::forget(&web, &visitor, &place).await?;
                sessions::tell(&web, &visitor, "law-request-saved").await?;
                return Ok(see_other(&place));
            }
            vec![FieldError { field: "kind".to_owned(), key: "law-error-no-delay", args: vec![] }]
        }
    };
    Page::show_wrong(&file_page(&web, &visitor, head, &fields, &errors).await?)
}

#[derive(Template)]
#[template(path = "law/requests/show.html")]
struct ShowPage {
    page: Page,
    request: Request,
    line: Line,
    steps: Steps,
}

/// The forms of what can be done now.
#[derive(Default)]
struct Steps {
    identity: Option<Form>,
    taking: Option<Form>,
    answer: Option<Form>,
    refusal: Option<Form>,
    erasure: bool,
}

async fn show(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let request = found(&web, &visitor, &id).await?;
    Page::show(&show_page(&web, &visitor, request, &Fields::default(), &[]).await?)
}

/// The request of an address.
pub(super) async fn found(web: &Web, visitor: &Visitor, id: &str) -> Result<Request, WebError> {
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    Ok(store::get(web.store.read(), visitor.scope(), id).await?)
}

async fn show_page(
    web: &Web,
    visitor: &Visitor,
    request: Request,
    values: &Fields,
    errors: &[FieldError],
) -> Result<ShowPage, WebError> {
    let talk = visitor.talk();
    let line = Line::new(&request, visitor.preferences.script, talk, today(web));
    let page = Page::new(web, visitor, request.kind().key()).await?.under("/law").wrong(!errors.is_empty());
    let place = format!("{LIST}/{}", request.id);
    let form = |noun: &str, button: &str, fields| {
        Form::new(talk, format!("{place}/{noun}"), &place, button)
            .fields(fields, values, errors)
            .hidden("version", request.version.to_string())
    };
    let mut steps = Steps::default();
    let state = request.state();
    if state == State::ToCheck {
        let ways = Identity::options(talk).into_iter().filter(|(code, _)| code != Identity::Unchecked.code()).collect();
        let field = Field::select(talk, "identity", "law-identity", ways);
        steps.identity = Some(form("identity", "law-step-check", vec![field]));
    }
    if state == State::Received {
        steps.taking = Some(form("taking", "law-step-take", vec![]));
    }
    if !state.is_closed() {
        let field = Field::area(talk, "reason", "law-refusal", 3).required(talk);
        steps.refusal = Some(form("refusal", "law-step-refuse", vec![field]));
    }
    if matches!(state, State::Received | State::InHand) {
        steps.erasure = request.kind() == Kind::Erasure;
        if !steps.erasure {
            let field = Field::area(talk, "outcome", "law-outcome", 3).required(talk).hint(talk, hint_of(&request));
            steps.answer = Some(form("answer", "law-step-answer", vec![field]));
        }
    }
    Ok(ShowPage { page, request, line, steps })
}

fn hint_of(request: &Request) -> &'static str {
    if request.kind() == Kind::Opposition { "law-outcome-opposition" } else { "law-outcome-hint" }
}

async fn check_identity(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let mut check = Check::new(&fields);
    let how = Identity::parse(check.choice("identity", &Identity::CODES[1..], "frame-error-choice"));
    advance(&web, &visitor, &id, &fields, how.map(Step::Checked), check.errors).await
}

async fn take(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    advance(&web, &visitor, &id, &fields, Some(Step::Taken), vec![]).await
}

async fn answer(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    if found(&web, &visitor, &id).await?.kind() == Kind::Erasure {
        return Err(WebError::Conflict("law-erasure-first"));
    }
    let (text, errors) = text(&fields, "outcome", "law-error-outcome");
    advance(&web, &visitor, &id, &fields, Some(Step::Answered(text)), errors).await
}

async fn refuse(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let (text, errors) = text(&fields, "reason", "law-error-refusal");
    advance(&web, &visitor, &id, &fields, Some(Step::Refused(text)), errors).await
}

fn text(fields: &Fields, field: &str, missing: &'static str) -> (String, Vec<FieldError>) {
    let mut check = Check::new(fields);
    let text = check.text(field, TEXT);
    if text.is_empty() {
        check.wrong(field, missing);
    }
    (text, check.errors)
}

/// Does a step. What is wrong, or what somebody else did meanwhile, is told on the page of the request, with what was typed.
async fn advance(
    web: &Web,
    visitor: &Visitor,
    id: &str,
    fields: &Fields,
    step: Option<Step>,
    mut errors: Vec<FieldError>,
) -> Answer {
    let request = found(web, visitor, id).await?;
    if let (Some(step), true) = (step, errors.is_empty()) {
        let change = web.store.begin(visitor.scope()).await?;
        let version = fields.get("version").parse().unwrap_or(0);
        match store::step(&change, request.id, version, &step).await {
            Ok(()) => {
                if request.kind() == Kind::Opposition && matches!(step, Step::Answered(_)) {
                    super::super::consents::oppose(&change, ClientId(request.client_id), today(web)).await?;
                }
                change.commit().await?;
                sessions::tell(web, visitor, "law-step-done").await?;
                return Ok(see_other(&format!("{LIST}/{}", request.id)));
            }
            Err(RequestError::Store(StoreError::Stale)) => {}
            Err(error) => return Err(error.into()),
        }
        drop(change);
        let field = ["outcome", "reason", "identity"].into_iter().find(|field| fields.has(field));
        let field = field.unwrap_or("reason").to_owned();
        errors.push(FieldError { field, key: "law-error-step-overtaken", args: vec![] });
    }
    let request = found(web, visitor, id).await?;
    Page::show_wrong(&show_page(web, visitor, request, fields, &errors).await?)
}
