//! The page of the announcement log.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;

use super::store::{self, Row};
use crate::{Answer, Check, Fields, Page, Routes, Visitor, Web};

#[derive(Template)]
#[template(path = "announcements/announcements.html")]
struct Log {
    page: Page,
    rows: Vec<Row>,
    next: Option<i64>,
}

#[derive(Deserialize)]
struct After {
    before: Option<i64>,
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().page("/announcements", list).post("/announcements", add).with_state(web)
}

async fn list(State(web): State<Web>, visitor: Visitor, Query(after): Query<After>) -> Answer {
    let page = Page::new(&web, &visitor, "announcements-title").await?;
    let found = store::list(&web.store, visitor.account.id, after.before).await?;
    Page::show(&Log { page, rows: found.rows, next: found.next })
}

/// What the page's own script announced (a call that rings), so that the log is complete.
async fn add(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    let text = Check::new(&fields).line("text", 200);
    if !text.is_empty() {
        let text: String = text.chars().take(200).collect();
        store::add(&web.store, visitor.account.id, &text).await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
