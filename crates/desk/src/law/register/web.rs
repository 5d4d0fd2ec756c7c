//! The pages of the register: all of it to read, print or take along, and the form of one entry.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use sheets::csv::CsvWriter;
use sheets::{SheetError, WriteRows};
use words::Talk;

use super::store::{self, Row};
use super::{FIELDS, read};
use crate::law::web::{FormPage, Shown, once, unsent};

const LIST: &str = "/law/register";
const NEW: &str = "/law/register/new";

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new()
        .page(LIST, list)
        .post(LIST, create)
        .get("/law/register.csv", csv)
        .page(NEW, blank)
        .page("/law/register/{id}", open)
        .post("/law/register/{id}", save)
        .with_state(web)
}

#[derive(Template)]
#[template(path = "law/register/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
}

impl ListPage {
    fn facts<'a>(&self, row: &'a Row) -> Vec<(&'static str, &'a str)> {
        FIELDS.into_iter().zip(row.texts()).skip(1).map(|((_, key), text)| (key, text)).collect()
    }
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let rows = store::all(web.store.read(), visitor.scope()).await?;
    let page = Page::new(&web, &visitor, "law-register-title").await?.under("/law").document();
    Page::show(&ListPage { page, rows })
}

/// The register for a spreadsheet, with the mark that makes it read as UTF-8.
async fn csv(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let talk = visitor.talk();
    let names = FIELDS.map(|(_, key)| talk.t(key).into_owned());
    let rows = store::all(web.store.read(), visitor.scope()).await?;
    let file = written(&names, &rows).map_err(|error| WebError::Broken(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"register.csv\""),
    ];
    Ok((headers, file).into_response())
}

fn written(names: &[String], rows: &[Row]) -> Result<Vec<u8>, SheetError> {
    let mut writer = CsvWriter::new(vec![], b';');
    writer.write_row(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
    for row in rows {
        writer.write_row(&row.texts())?;
    }
    writer.into_inner()
}

fn form(talk: Talk, place: &str, action: &str, values: &Fields, errors: &[FieldError], restored: bool) -> Form {
    let field = |(name, key)| {
        let field = if name == "name" { Field::line(talk, name, key) } else { Field::area(talk, name, key, 3) };
        field.required(talk)
    };
    let form = Form::new(talk, action, place, "law-register-save");
    let form = form.fields(FIELDS.into_iter().map(field).collect(), values, errors);
    let form = ["version", "once"].into_iter().fold(form, |form, name| form.hidden(name, values.get(name)));
    form.kept(restored)
}

async fn form_page(web: &Web, visitor: &Visitor, title: &str, form: Form) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let page = Page::new(web, visitor, title).await?.under("/law").wrong(form.is_wrong());
    let back = (LIST.to_owned(), Shown::new(talk.t("law-register-title"), talk));
    Ok(FormPage { page, back, notes: vec![], form })
}

async fn blank(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let kept = unsent(&web, &visitor, NEW).await?;
    let restored = kept.is_some();
    let mut values = kept.unwrap_or_default();
    values.set("once", once(&web, &values));
    let form = form(visitor.talk(), NEW, LIST, &values, &[], restored);
    Page::show(&form_page(&web, &visitor, "law-register-new", form).await?)
}

async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    match read(&fields) {
        Ok(texts) => {
            let change = web.store.begin(visitor.scope()).await?;
            if spend(&change, fields.get("once"), LIST).await? == Once::First {
                store::insert(&change, &texts).await?;
                change.commit().await?;
            } else {
                drop(change);
            }
            saved(&web, &visitor, NEW).await
        }
        Err(errors) => {
            let form = form(visitor.talk(), NEW, LIST, &fields, &errors, false);
            Page::show_wrong(&form_page(&web, &visitor, "law-register-new", form).await?)
        }
    }
}

async fn saved(web: &Web, visitor: &Visitor, place: &str) -> Answer {
    drafts::forget(web, visitor, place).await?;
    sessions::tell(web, visitor, "law-register-saved").await?;
    Ok(see_other(LIST))
}

async fn entry(web: &Web, visitor: &Visitor, id: &str) -> Result<Row, WebError> {
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    Ok(store::get(web.store.read(), visitor.scope(), id).await?)
}

async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let row = entry(&web, &visitor, &id).await?;
    let place = format!("{LIST}/{}", row.id);
    let kept = drafts::draft(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let values = kept.unwrap_or_else(|| {
        let mut values = Fields::default();
        FIELDS.into_iter().zip(row.texts()).for_each(|((field, _), text)| values.set(field, text));
        values.set("version", row.version.to_string());
        values
    });
    let form = form(visitor.talk(), &place, &place, &values, &[], restored);
    Page::show(&form_page(&web, &visitor, "law-register-edit", form).await?)
}

/// Saves an entry. When somebody else changed it meanwhile the form comes again with what was typed.
async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, mut fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let row = entry(&web, &visitor, &id).await?;
    let place = format!("{LIST}/{}", row.id);
    let errors = match read(&fields) {
        Ok(texts) => {
            let change = web.store.begin(visitor.scope()).await?;
            match store::update(&change, row.id, fields.get("version").parse().unwrap_or(0), &texts).await {
                Ok(()) => {
                    change.commit().await?;
                    return saved(&web, &visitor, &place).await;
                }
                Err(StoreError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
            drop(change);
            fields.set("version", entry(&web, &visitor, &id).await?.version.to_string());
            vec![FieldError { field: "name".to_owned(), key: "law-error-register-overtaken", args: vec![] }]
        }
        Err(errors) => errors,
    };
    let form = form(visitor.talk(), &place, &place, &fields, &errors, false);
    Page::show_wrong(&form_page(&web, &visitor, "law-register-edit", form).await?)
}
