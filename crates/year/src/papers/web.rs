//! The page of a paper, its PDF, and the marks of a section as a workbook.

mod pdf;

use ::store::Entry;
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{FromRef, Path, RawQuery, State};
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::json;
use sheets::xlsx::{self, Layout};
use words::{Arg, Lang, Talk};

use super::make::{make, marks_table};
use super::{Kind, Paper, Part, Press};
use crate::cohorts::{self, Institution, Logo};
use crate::common::{id_of, school, today};
use crate::marks::Semester;

/// The pages of this room.
pub fn routes(web: Web, press: Press) -> Routes {
    Routes::new()
        .page("/year/papers/{kind}/{id}", show)
        .get("/year/papers/{kind}/{id}/pdf", pdf::one)
        .post("/year/promotions/{id}/transcripts", pdf::begin)
        .page("/year/papers/work/{token}", pdf::show)
        .get("/year/papers/work/{token}/progress", pdf::progress)
        .get("/year/papers/work/{token}/file", pdf::taken)
        .get("/year/sections/{id}/marks.xlsx", workbook)
        .with_state(Desk { web, press })
}

/// What the handlers share.
#[derive(Clone)]
struct Desk {
    web: Web,
    press: Press,
}

impl FromRef<Desk> for Web {
    fn from_ref(desk: &Desk) -> Self {
        desk.web.clone()
    }
}

#[derive(Template)]
#[template(path = "papers/paper.html")]
struct PaperPage {
    page: Page,
    /// How the papers themselves speak.
    own: Talk,
    institution: Institution,
    logo: Option<Logo>,
    papers: Vec<Paper>,
    today: String,
    /// Where its PDF is.
    pdf: String,
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

/// Papers about one person or a section, in French or Arabic.
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
    noted(&web, &visitor, kind, &id, own, "page").await?;
    let page = Page::new(&web, &visitor, kind.key()).await?.under("/year");
    let page = page.document_of(&format!("in={}", own.lang.code()));
    let pdf = format!("/year/papers/{}/{id}/pdf?in={}", kind.code(), own.lang.code());
    let (institution, logo) = tokio::try_join!(cohorts::institution(db), cohorts::kept_logo(db))?;
    Page::show(&PaperPage { page, own, institution, logo, papers, today, pdf })
}

/// Who opens a paper about people leaves a line in the journal.
async fn noted(web: &Web, visitor: &Visitor, kind: Kind, id: &str, own: Talk, format: &str) -> Result<(), WebError> {
    if matches!(kind, Kind::Grid | Kind::Internship | Kind::Week) {
        return Ok(());
    }
    let detail = json!({"kind": kind.code(), "language": own.lang.code(), "format": format});
    web.store.note(school(visitor), Entry::new("paper.opened", kind.code(), id_of(id)?).detail(detail)).await?;
    Ok(())
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
    cohorts::in_order(&mut people, script);
    let rows = marks_table(talk, &semester, &people, script);
    let args = [("section", Arg::from(section.code.as_str())), ("semester", Arg::from(number))];
    let name = talk.with("marks-section-title", &args);
    let layout = Layout { name: &name, right_to_left: talk.lang == Lang::Ar };
    let file = xlsx::workbook(&layout, rows).map_err(|error| WebError::Broken(error.to_string()))?;
    let detail = json!({"semester": number, "format": "xlsx"});
    web.store.note(school(&visitor), Entry::new("marks.taken", "section", section.id).detail(detail)).await?;
    let named = format!("attachment; filename=\"notes-s{number}.xlsx\"");
    Ok(([(header::CONTENT_TYPE, xlsx::MEDIA.to_owned()), (header::CONTENT_DISPOSITION, named)], file).into_response())
}
