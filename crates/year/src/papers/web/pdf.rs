//! Papers as PDF: one at once, those of a whole promotion as a work that is watched.

use ::paper::Head;
use ::store::{ConnectionTrait, Entry};
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State as Shared};
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::json;
use words::{Arg, Talk};

use super::super::make::{make, transcripts_of};
use super::super::press::{Press, State, Work};
use super::super::{Kind, Paper};
use super::{Desk, language, noted};
use crate::cohorts;
use crate::common::{id_of, school, today};

/// The head of a file of papers.
async fn head(db: &impl ConnectionTrait, own: Talk, title: &str, today: &str) -> Result<Head, WebError> {
    let (institution, logo) = (cohorts::institution(db).await?, cohorts::logo_png(db).await?);
    let lines = |header: &str, name: &str| {
        header.lines().chain([name]).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    };
    let text = |key| own.t(key).into_owned();
    Ok(Head {
        lang: own.lang.code(),
        title: title.to_owned(),
        french: lines(&institution.header_fr, &institution.name_fr),
        arabic: lines(&institution.header_ar, &institution.name_ar),
        done_on: (text("papers-done-on"), today.to_owned()),
        number: text("papers-number"),
        page: text("papers-page"),
        logo,
    })
}

fn file(name: &str, bytes: impl Into<Bytes>) -> Answer {
    let named = format!("attachment; filename=\"{name}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, named)];
    Ok((headers, bytes.into()).into_response())
}

/// One paper, or those of a section.
pub(super) async fn one(
    Shared(desk): Shared<Desk>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let kind = Kind::parse(&kind).ok_or(WebError::NotFound)?;
    let own = language(&Fields::parse(query.unwrap_or_default().as_bytes()), visitor.talk());
    let db = desk.web.store.read();
    let today = today(&desk.web).shown();
    let papers = make(db, own, kind, &id, &today).await?;
    if papers.is_empty() {
        return Err(WebError::Conflict("papers-nobody"));
    }
    noted(&desk.web, &visitor, kind, &id, own, "pdf").await?;
    let title = title_of(own, kind, &papers);
    let head = head(db, own, &title, &today).await?;
    file(&format!("{}-{id}-{}", kind.code(), own.lang.code()), desk.press.set(head, papers).await?)
}

/// What the file calls itself: the one paper with its number, or what several papers are together.
fn title_of(own: Talk, kind: Kind, papers: &[Paper]) -> String {
    match papers {
        [one] if one.number.is_empty() => one.title.clone(),
        [one] => format!("{} {}", one.title, one.number),
        _ => own.t(kind.key()).into_owned(),
    }
}

/// Begins the transcripts of a promotion; who has a work under way is led to it.
pub(super) async fn begin(
    Shared(desk): Shared<Desk>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let promotion = cohorts::promotion(desk.web.store.read(), id_of(&id)?).await?;
    let own = language(&fields, visitor.talk());
    let owner = visitor.account.id;
    let Some(token) = desk.press.begin(owner, promotion.id, own.lang) else {
        let token = desk.press.under_way(owner).ok_or(WebError::Conflict("papers-work-busy"))?;
        sessions::tell(&desk.web, &visitor, "papers-work-under-way").await?;
        return Ok(see_other(&format!("/year/papers/work/{token}")));
    };
    let detail =
        json!({"kind": "transcripts", "language": own.lang.code(), "format": "pdf", "promotion": promotion.id});
    desk.web.store.note(school(&visitor), Entry::new("paper.opened", "promotion", promotion.id).detail(detail)).await?;
    let (press, known) = (desk.press.clone(), token.clone());
    let work = {
        let (press, web, known) = (press.clone(), desk.web.clone(), token.clone());
        tokio::spawn(async move { all(&press, &web, own, promotion.id, &promotion.code, &known).await })
    };
    tokio::spawn(async move {
        let state = match work.await {
            Ok(Ok(bytes)) => State::Ready(bytes.into()),
            Ok(Err(WebError::Lacking(key, text))) => {
                tracing::error!(text, "papers as PDF");
                State::Failed(key, text)
            }
            Ok(Err(WebError::Conflict(key))) => State::Failed(key, String::new()),
            Ok(Err(error)) => {
                tracing::error!(?error, "papers as PDF");
                State::Failed("papers-work-failed-text", String::new())
            }
            Err(error) => {
                tracing::error!(%error, "papers as PDF");
                State::Failed("papers-work-failed-text", String::new())
            }
        };
        press.end(&known, state);
    });
    Ok(see_other(&format!("/year/papers/work/{token}")))
}

/// The transcripts of every section of a promotion, in one file.
async fn all(
    press: &Press,
    web: &Web,
    own: Talk,
    promotion: i64,
    code: &str,
    token: &str,
) -> Result<Vec<u8>, WebError> {
    let db = web.store.read();
    let sections = cohorts::sections(db, Some(promotion)).await?;
    let (total, mut papers) = (sections.len(), vec![]);
    for (done, section) in sections.into_iter().enumerate() {
        press.tell(token, State::Reading(done, total));
        papers.extend(transcripts_of(db, own, section.id).await?);
    }
    if papers.is_empty() {
        return Err(WebError::Conflict("papers-nobody"));
    }
    press.tell(token, State::Setting);
    let title = format!("{} {code}", own.t("papers-promotion-transcripts"));
    let head = head(db, own, &title, &today(web).shown()).await?;
    press.set(head, papers).await
}

#[derive(Template)]
#[template(path = "papers/work.html")]
struct WorkPage {
    page: Page,
    work: Work,
    token: String,
    promotion: String,
    why: &'static str,
    /// What the reason is about, for whoever mends it.
    about: String,
}

fn mine(desk: &Desk, visitor: &Visitor, token: &str) -> Result<Work, WebError> {
    visitor.may(Habilitation::ReadYear)?;
    desk.press.work(token, visitor.account.id).ok_or(WebError::NotFound)
}

/// How far the work is, and the file once it is there.
pub(super) async fn show(Shared(desk): Shared<Desk>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let work = mine(&desk, &visitor, &token)?;
    let promotion = cohorts::promotion(desk.web.store.read(), work.promotion).await?.code;
    let page = Page::new(&desk.web, &visitor, "papers-promotion-transcripts").await?.under("/year");
    let (why, about) = match &work.state {
        State::Failed(key, about) => (*key, about.clone()),
        _ => ("", String::new()),
    };
    Page::show(&WorkPage { page, work, token, promotion, why, about })
}

/// The same for the script of its page.
pub(super) async fn progress(Shared(desk): Shared<Desk>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let (work, talk) = (mine(&desk, &visitor, &token)?, visitor.talk());
    let (running, percent, state) = (work.state.is_running(), work.state.percent(), talk.t(work.state.key()));
    let told = match running {
        true => format!("{percent} %"),
        false => talk.with("exchange-ended-told", &[("state", Arg::from(state.as_ref()))]),
    };
    let body = json!({"running": running, "percent": percent, "state": state, "told": told, "counts": {}});
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, body.to_string()).into_response())
}

/// The file.
pub(super) async fn taken(Shared(desk): Shared<Desk>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let work = mine(&desk, &visitor, &token)?;
    match work.state {
        State::Ready(bytes) => file(&format!("transcripts-{}-{}", work.promotion, work.lang.code()), bytes),
        _ => Err(WebError::Conflict("papers-work-not-ready")),
    }
}
