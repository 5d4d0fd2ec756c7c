//! The page of a file that has arrived: how it is read, how it begins, and what its columns fill.

use ::web::{Answer, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, WebError};
use askama::Template;
use axum::extract::{Path, State};
use words::Talk;

use super::{Import, Room, Stand, go, id_of, reading, store};
use crate::clients::{self, Customs, FIELDS, Status};
use crate::exchange::plan::{Kind, Known, Order};
use crate::exchange::{Plan, source};

#[derive(Template)]
#[template(path = "exchange/plan.html")]
struct PlanPage {
    page: Page,
    import: Import,
    /// How the file is read; none when there is nothing to choose.
    reading: Option<Form>,
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
pub(super) async fn show(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let import = store::get(room.web.store.read(), visitor.scope(), id_of(&id)?).await?;
    show_plan(&room, &visitor, import, &Fields::default(), &[]).await
}

/// The page; what was `typed` in one of its forms stands over what the plan holds, and `errors` at their fields.
pub(super) async fn show_plan(
    room: &Room,
    visitor: &Visitor,
    import: Import,
    typed: &Fields,
    errors: &[FieldError],
) -> Answer {
    let (web, talk) = (&room.web, visitor.talk());
    let mut values = values_of(&import.plan);
    for (name, value) in &typed.0 {
        // Only what the forms ask: whoever sends thousands of other fields gains nothing.
        if values.has(name) {
            values.set(name, value.as_str());
        }
    }
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
        &values,
        errors,
    );
    let reading = reading::form(talk, &import, &values, errors);
    let page = Page::new(web, visitor, "exchange-plan-title").await?.under("/clients").wrong(!errors.is_empty());
    let same = same.filter(|same| same.id != import.id);
    let doubts = import.plan.doubts.iter().map(|doubt| doubt.said(talk)).collect();
    let shown = PlanPage { page, import, reading, form, columns, same, doubts };
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

/// What the forms show of a plan.
fn values_of(plan: &Plan) -> Fields {
    let mut values = Fields::default();
    for (at, field) in plan.fields.iter().enumerate() {
        values.set(&name_of(at), field.as_str());
    }
    values.set("known", plan.known.code());
    values.set("order", if plan.order == Order::FamilyFirst { "family" } else { "given" });
    values.set("language", plan.language.as_str());
    values.set("status", plan.status.as_str());
    reading::fill(&mut values, plan);
    values
}

/// The import of an address, if its file may be read and planned anew, and the fields of the centre.
pub(super) async fn to_plan(room: &Room, visitor: &Visitor, id: &str) -> Result<(Import, Customs), WebError> {
    visitor.may(Habilitation::ImportClients)?;
    let (db, scope) = (room.web.store.read(), visitor.scope());
    let import = store::get(db, scope, id_of(id)?).await?;
    if !import.may_be_planned() {
        return Err(WebError::Conflict("exchange-error-state"));
    }
    Ok((import, clients::custom_fields(db, scope).await?))
}

/// Keeps what the columns fill and begins the dry run.
pub(super) async fn replan(
    State(room): State<Room>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let (import, own) = to_plan(&room, &visitor, &id).await?;
    let plan = match read(&import.plan, &fields, &own) {
        Ok(plan) => plan,
        Err(errors) => return show_plan(&room, &visitor, import, &fields, &errors).await,
    };
    let change = room.web.store.begin(visitor.scope()).await?;
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
