//! The pages of imports and exports.

mod arrival;
mod columns;
mod leaving;
mod outcome;
mod reading;

use std::path::PathBuf;
use std::sync::Arc;

use ::store::StoreError;
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{FromRef, Path, RawQuery, State};

use super::store::{self, Arrived};
use super::{ExchangeError, Import, ImportId, State as Stand, run};

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
        .page("/imports/{id}/plan", columns::show)
        .post("/imports/{id}/plan", columns::replan)
        .post("/imports/{id}/reading", reading::reread)
        .post("/imports/{id}/check", check)
        .post("/imports/{id}/start", begin)
        .post("/imports/{id}/stop", stop)
        .post("/imports/{id}/resumption", resume)
        .page("/imports/{id}/reversal", ask_back)
        .post("/imports/{id}/reversal", back)
        .get("/imports/{id}/progress", outcome::progress)
        .get("/imports/{id}/refusals", leaving::refusals)
        .page("/exports", leaving::exports)
        .get("/exports/clients", leaving::export)
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
