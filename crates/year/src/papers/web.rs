//! The page of a paper, and the marks of a section as a workbook.

use ::store::Entry;
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::json;
use sheets::xlsx::{Layout, XlsxWriter};
use sheets::{SheetError, WriteRows};
use words::{Arg, Lang, Talk};

use super::make::make;
use super::{Kind, Paper, Part};
use crate::cohorts::{self, Institution};
use crate::common::{id_of, school, today};
use crate::council::two_decimals;
use crate::marks::{Outcome, Semester};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new().page("/year/papers/{kind}/{id}", show).get("/year/sections/{id}/marks.xlsx", workbook).with_state(web)
}

#[derive(Template)]
#[template(path = "papers/paper.html")]
struct PaperPage {
    page: Page,
    /// How the papers themselves speak.
    own: Talk,
    institution: Institution,
    papers: Vec<Paper>,
    today: String,
}

/// The language of the paper: the one asked for, else the reader's; French where that is neither.
fn language(query: &Fields, reader: Talk) -> Talk {
    let lang = match query.get("in") {
        "ar" => Lang::Ar,
        "fr" => Lang::Fr,
        _ if reader.lang == Lang::Ar => Lang::Ar,
        _ => Lang::Fr,
    };
    Talk { lang, short: false }
}

/// Papers about one person or a section, in French or Arabic. Who opens one about people leaves a line in the journal.
async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let kind = Kind::parse(&kind).ok_or(WebError::NotFound)?;
    let own = language(&Fields::parse(query.unwrap_or_default().as_bytes()), visitor.talk());
    let db = web.store.read();
    let today = today(&web).shown();
    let papers = make(db, own, kind, &id, &today).await?;
    if !matches!(kind, Kind::Grid | Kind::Internship) {
        let detail = json!({"kind": kind.code(), "language": own.lang.code()});
        web.store.note(school(&visitor), Entry::new("paper.opened", kind.code(), id_of(&id)?).detail(detail)).await?;
    }
    let page = Page::new(&web, &visitor, kind.key()).await?.under("/year");
    let page = page.document_of(&format!("in={}", own.lang.code()));
    Page::show(&PaperPage { page, own, institution: cohorts::institution(db).await?, papers, today })
}

fn workbook_of(talk: Talk, name: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, SheetError> {
    let mut bytes = vec![];
    let layout = Layout { name, right_to_left: talk.lang == Lang::Ar };
    let mut writer = XlsxWriter::new(&mut bytes, &layout)?.with_figures();
    for row in rows {
        writer.write_row(&row.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    Box::new(writer).finish()?;
    Ok(bytes)
}

/// The marks of a section in a semester as a workbook: a row for each trainee, a column for each module, the average last.
async fn workbook(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let (talk, db, script) = (visitor.talk(), web.store.read(), visitor.preferences.script);
    let section = cohorts::section(db, id_of(&id)?).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let number = asked.get("semester").parse().unwrap_or(1);
    let semester = Semester::read(db, &section, number, script).await?;
    let mut people = cohorts::members(db, section.id).await?;
    people.sort_by_cached_key(|own| (own.filed(script), own.number.clone()));
    let first = ["papers-register", "papers-name"].map(|key| talk.t(key).into_owned());
    let average = std::iter::once(talk.t("marks-average").into_owned());
    let mut rows: Vec<Vec<String>> = vec![first.into_iter().chain(semester.codes.clone()).chain(average).collect()];
    for own in people {
        let modules = semester.of(own.id).into_iter().map(|own| match own.outcome {
            Outcome::Mark(mark) => two_decimals(mark),
            Outcome::Open => String::new(),
            Outcome::Exempt => talk.t("marks-exempt").into_owned(),
        });
        let average = semester.average(own.id).mark.map_or_else(String::new, two_decimals);
        let named = [own.number.clone(), own.filed(script)];
        rows.push(named.into_iter().chain(modules).chain([average]).collect());
    }
    let args = [("section", Arg::from(section.code.as_str())), ("semester", Arg::from(number))];
    let name = talk.with("marks-section-title", &args);
    let file = workbook_of(talk, &name, &rows).map_err(|error| WebError::Broken(error.to_string()))?;
    let detail = json!({"semester": number, "format": "xlsx"});
    web.store.note(school(&visitor), Entry::new("marks.taken", "section", section.id).detail(detail)).await?;
    let named = format!("attachment; filename=\"notes-s{number}.xlsx\"");
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, named)], file).into_response())
}
