//! The pages of imports and exports.

mod arrival;
mod outcome;

use std::path::PathBuf;
use std::sync::Arc;

use ::store::StoreError;
use ::web::{
    Answer, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{FromRef, Path, RawQuery, State};
use words::Talk;

use super::plan::{Kind, Known, Order};
use super::store::{self, Arrived};
use super::{ExchangeError, Import, ImportId, Plan, State as Stand, run, source};
use crate::clients::{self, Customs, FIELDS, Status};

/// What the handlers need: the site, and where files to import are kept.
#[derive(Clone)]
struct Room {
    web: Web,
    folder: Arc<PathBuf>,
}

impl FromRef<Room> for Web {
    fn from_ref(room: &Room) -> Self {
        room.web.clone()
    }
}

/// The pages of this room; `folder` is where files to import are kept.
pub fn routes(web: Web, folder: PathBuf) -> Routes {
    Routes::new()
        .page("/imports", list)
        .post("/imports/file", arrival::receive)
        .page("/imports/{id}", outcome::show)
        .page("/imports/{id}/plan", plan)
        .post("/imports/{id}/plan", replan)
        .post("/imports/{id}/check", check)
        .post("/imports/{id}/start", begin)
        .post("/imports/{id}/stop", stop)
        .post("/imports/{id}/resumption", resume)
        .page("/imports/{id}/reversal", ask_back)
        .post("/imports/{id}/reversal", back)
        .get("/imports/{id}/progress", outcome::progress)
        .get("/imports/{id}/refusals", outcome::refusals)
        .page("/exports", outcome::exports)
        .get("/exports/clients", outcome::export)
        .with_state(Room { web, folder: Arc::new(folder) })
}

fn id_of(text: &str) -> Result<ImportId, WebError> {
    text.parse().map(ImportId).map_err(|_| WebError::NotFound)
}

/// What a visitor is told of an error that is not the file's.
fn broken(error: ExchangeError) -> WebError {
    match error {
        ExchangeError::Store(StoreError::Stale) | ExchangeError::State(_) => WebError::Conflict("exchange-error-state"),
        ExchangeError::Store(error) => error.into(),
        other => WebError::Broken(other.to_string()),
    }
}

#[derive(Template)]
#[template(path = "exchange/list.html")]
struct ListPage {
    page: Page,
    imports: Vec<Import>,
    next: Option<i64>,
    error: Option<String>,
}

async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    Page::show(&list_page(&web, &visitor, asked.get("before").parse().ok(), None).await?)
}

async fn list_page(
    web: &Web,
    visitor: &Visitor,
    before: Option<i64>,
    error: Option<String>,
) -> Result<ListPage, WebError> {
    let found = store::list(web.store.read(), visitor.scope(), before).await?;
    let page = Page::new(web, visitor, "exchange-title").await?.under("/clients").wrong(error.is_some());
    Ok(ListPage { page, imports: found.rows, next: found.next, error })
}

#[derive(Template)]
#[template(path = "exchange/plan.html")]
struct PlanPage {
    page: Page,
    import: Import,
    form: Form,
    columns: Vec<Column>,
    same: Option<Import>,
    /// Why the encoding may be wrong, in words.
    doubts: Vec<String>,
}

/// A column of the file, as a person recognises it.
struct Column {
    name: String,
    values: Vec<String>,
}

/// Values shown of a column.
const SHOWN: usize = 3;

/// The columns of the file and the fields that they fill.
async fn plan(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let import = store::get(room.web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let values = typed(&import.plan);
    show_plan(&room, &visitor, import, &values, &[]).await
}

async fn show_plan(room: &Room, visitor: &Visitor, import: Import, values: &Fields, errors: &[FieldError]) -> Answer {
    let (web, talk) = (&room.web, visitor.talk());
    let own = clients::custom_fields(web.store.read(), visitor.scope()).await?;
    let path = room.folder.join(&import.stored);
    let plan = import.plan.clone();
    let sample = tokio::task::spawn_blocking(move || sample(&path, &plan)).await;
    let sample = sample.map_err(|error| WebError::Broken(error.to_string()))?;
    let column = |(at, name): (usize, &String)| {
        let values = sample.iter().filter_map(|row| row.get(at)).filter(|value| !value.trim().is_empty());
        Column { name: name.clone(), values: values.take(SHOWN).cloned().collect() }
    };
    let columns = import.plan.columns.iter().enumerate().map(column).collect();
    let (_, same) = store::earlier(web.store.read(), visitor.scope(), &import.plan.columns, &import.digest).await?;
    let action = format!("/imports/{}/plan", import.id.0);
    let form = Form::new(talk, action.clone(), action, "exchange-check").fields(
        form_fields(talk, &import.plan, &own),
        values,
        errors,
    );
    let page = Page::new(web, visitor, "exchange-plan-title").await?.under("/clients").wrong(form.is_wrong());
    let same = same.filter(|same| same.id != import.id);
    let doubts = import.plan.doubts.iter().map(|doubt| doubt.said(talk)).collect();
    let shown = PlanPage { page, import, form, columns, same, doubts };
    if errors.is_empty() { Page::show(&shown) } else { Page::show_wrong(&shown) }
}

/// The first rows of the file, without its header; none when it cannot be read any more.
fn sample(path: &std::path::Path, plan: &Plan) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![];
    let read = source::read(path, plan, None, |row, _, _| {
        rows.push(row.cells().map(str::to_owned).collect());
        rows.len() < 20
    });
    if let Err(error) = read {
        tracing::warn!(%error, "the sample of an import");
    }
    rows.into_iter().skip(usize::from(plan.kind != Kind::Vcard)).collect()
}

fn name_of(at: usize) -> String {
    format!("c{at}")
}

fn form_fields(talk: Talk, plan: &Plan, own: &Customs) -> Vec<Field> {
    let mut choices = vec![(String::new(), talk.t("exchange-column-left").into_owned())];
    choices.push(("full_name".to_owned(), talk.t("exchange-full-name").into_owned()));
    choices.extend(FIELDS.iter().map(|field| ((*field).to_owned(), talk.t(clients::label_of(field)).into_owned())));
    choices.extend(own.active().map(|field| (field.name(), field.label(talk.lang).to_owned())));
    let column = |(at, name): (usize, &String)| {
        let field = Field::select(talk, name_of(at), "exchange-column", choices.clone());
        if name.is_empty() { field.labelled(&format!("{}", at + 1)) } else { field.labelled(name) }
    };
    let mut fields: Vec<Field> = plan.columns.iter().enumerate().map(column).collect();
    let words = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(code, key)| ((*code).to_owned(), talk.t(key).into_owned())).collect()
    };
    let statuses = Status::ALL.map(|status| (status.code(), status.key()));
    let languages = [("fr", "clients-language-fr"), ("ar", "clients-language-ar"), ("en", "clients-language-en")];
    fields.extend([
        Field::radio(talk, "known", "exchange-known", words(&Known::ALL.map(|known| (known.code(), known.key()))))
            .hint(talk, "exchange-known-hint"),
        Field::radio(
            talk,
            "order",
            "exchange-order",
            words(&[("family", "exchange-order-family"), ("given", "exchange-order-given")]),
        )
        .hint(talk, "exchange-order-hint"),
        Field::select(talk, "language", "exchange-language", words(&languages)),
        Field::select(talk, "status", "exchange-status", words(&statuses)),
    ]);
    fields
}

/// What the form shows of a plan.
fn typed(plan: &Plan) -> Fields {
    let mut values = Fields::default();
    for (at, field) in plan.fields.iter().enumerate() {
        values.set(&name_of(at), field.as_str());
    }
    values.set("known", plan.known.code());
    values.set("order", if plan.order == Order::FamilyFirst { "family" } else { "given" });
    values.set("language", plan.language.as_str());
    values.set("status", plan.status.as_str());
    values
}

/// Keeps what the columns fill and begins the dry run.
async fn replan(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let (web, scope) = (&room.web, visitor.scope());
    let import = store::get(web.store.read(), scope, id_of(&id)?).await?;
    if !matches!(import.state, Stand::Prepared | Stand::Checked) && import.counts.made + import.counts.updated > 0
        || import.state.is_running()
    {
        return Err(WebError::Conflict("exchange-error-state"));
    }
    let own = clients::custom_fields(web.store.read(), scope).await?;
    let plan = match read(&import.plan, &fields, &own) {
        Ok(plan) => plan,
        Err(errors) => return show_plan(&room, &visitor, import, &fields, &errors).await,
    };
    let change = web.store.begin(scope).await?;
    store::replan(&change, import.id, &plan).await?;
    store::begin(&change, import.id, Stand::Checking).await?;
    change.commit().await?;
    go(&room, &visitor, import.id)
}

/// Reads the form over the plan of the file.
fn read(old: &Plan, typed: &Fields, own: &Customs) -> Result<Plan, Vec<FieldError>> {
    let mut errors = vec![];
    let mut wrong = |field: String, key| errors.push(FieldError { field, key, args: vec![] });
    let mut plan = old.clone();
    plan.fields = vec![];
    for at in 0..old.columns.len() {
        let field = typed.get(&name_of(at));
        let exists = field.is_empty() || source::is_field(field) || own.active().any(|own| own.name() == field);
        if !exists {
            wrong(name_of(at), "frame-error-choice");
        } else if !field.is_empty() && plan.fields.iter().any(|other| other == field) {
            wrong(name_of(at), "exchange-error-twice");
        }
        plan.fields.push(field.to_owned());
    }
    match Known::parse(typed.get("known")) {
        Some(known) => plan.known = known,
        None => wrong("known".to_owned(), "frame-error-choice"),
    }
    if !plan.names_somebody() {
        wrong(name_of(0), "exchange-error-no-name");
    }
    plan.order = if typed.get("order") == "given" { Order::GivenFirst } else { Order::FamilyFirst };
    match words::Lang::parse(typed.get("language")) {
        Some(lang) => lang.code().clone_into(&mut plan.language),
        None => wrong("language".to_owned(), "frame-error-choice"),
    }
    match Status::parse(typed.get("status")) {
        Some(status) => status.code().clone_into(&mut plan.status),
        None => wrong("status".to_owned(), "frame-error-choice"),
    }
    if errors.is_empty() { Ok(plan) } else { Err(errors) }
}

/// Lets the program work on an import in the background, and shows it.
fn go(room: &Room, visitor: &Visitor, id: ImportId) -> Answer {
    let (store, folder, scope) = (room.web.store.clone(), room.folder.clone(), visitor.scope());
    tokio::spawn(async move { run::background(&store, &folder, scope, id).await });
    Ok(see_other(&format!("/imports/{}", id.0)))
}

async fn check(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let id = id_of(&id)?;
    run::start(&room.web.store, visitor.scope(), id, true).await.map_err(broken)?;
    go(&room, &visitor, id)
}

async fn begin(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let id = id_of(&id)?;
    run::start(&room.web.store, visitor.scope(), id, false).await.map_err(broken)?;
    go(&room, &visitor, id)
}

async fn stop(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let id = id_of(&id)?;
    run::stop(&room.web.store, visitor.scope(), id).await.map_err(broken)?;
    Ok(see_other(&format!("/imports/{}", id.0)))
}

async fn resume(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let id = id_of(&id)?;
    run::go_on(&room.web.store, visitor.scope(), id).await.map_err(broken)?;
    go(&room, &visitor, id)
}

#[derive(Template)]
#[template(path = "exchange/back.html")]
struct BackPage {
    page: Page,
    import: Import,
}

async fn ask_back(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let import = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let page = Page::new(&web, &visitor, "exchange-back-title").await?.under("/clients");
    Page::show(&BackPage { page, import })
}

async fn back(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let id = id_of(&id)?;
    let import = store::get(room.web.store.read(), visitor.scope(), id).await?;
    if !matches!(import.state, Stand::Imported | Stand::Stopped | Stand::Reverted) {
        return Err(WebError::Conflict("exchange-error-state"));
    }
    run::revert(&room.web.store, visitor.scope(), id).await.map_err(broken)?;
    sessions::tell(&room.web, &visitor, "exchange-back-begun").await?;
    go(&room, &visitor, id)
}
