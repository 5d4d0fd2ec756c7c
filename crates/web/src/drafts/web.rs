//! Drafts arrive from the page as it is typed in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use crate::{Answer, Fields, Routes, Visitor, Web, WebError, see_other};

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().post("/drafts", keep).post("/drafts/deletion", forget).with_state(web)
}

async fn keep(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    let page = page_of(&fields)?;
    super::keep(&web, &visitor, &page, fields).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn forget(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    let page = page_of(&fields)?;
    super::forget(&web, &visitor, &page).await?;
    Ok(see_other(&page))
}

fn page_of(fields: &Fields) -> Result<String, WebError> {
    let page = fields.page().filter(|page| page.len() <= 300);
    page.map(str::to_owned).ok_or_else(|| WebError::Malformed("a draft without its page".to_owned()))
}
