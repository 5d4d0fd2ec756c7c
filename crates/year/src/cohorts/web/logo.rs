//! The logo on the papers: sent as a file, shown, taken off.

use ::web::{Answer, Habilitation, Upload, Visitor, Web, WebError, see_other, sessions};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;

use super::institution::{self, OWN};
use crate::cohorts::{logo, store};
use crate::common::school;

/// The picture, as it was written anew: what somebody sent is never given out. Whoever has it already is told so.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, headers: HeaderMap) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let db = web.store.read();
    let own = store::kept_logo(db).await?.ok_or(WebError::NotFound)?;
    let tag = format!("\"{}\"", own.hash);
    let is_known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let kept = [(header::CACHE_CONTROL, "private, no-cache".to_owned()), (header::ETAG, tag)];
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let png = store::logo_png(db).await?.ok_or(WebError::NotFound)?;
    Ok((kept, [(header::CONTENT_TYPE, "image/png")], png).into_response())
}

/// Takes a picture in the place of the one before; one that cannot be read changes nothing.
pub(super) async fn receive(State(web): State<Web>, visitor: Visitor, upload: Upload) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let read = tokio::task::spawn_blocking(move || logo::read(&upload.bytes)).await;
    match read.map_err(|error| WebError::Broken(error.to_string()))? {
        Ok(picture) => {
            let change = web.store.begin(school(&visitor)).await?;
            store::change_logo(&change, &picture).await?;
            change.commit().await?;
            sessions::tell(&web, &visitor, "cohorts-logo-saved").await?;
            Ok(see_other(OWN))
        }
        Err(error) => {
            tracing::info!(%error, "a logo was refused");
            institution::refused(&web, &visitor, error.key()).await
        }
    }
}

/// Takes the logo off the papers.
pub(super) async fn remove(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let change = web.store.begin(school(&visitor)).await?;
    if store::remove_logo(&change).await? {
        change.commit().await?;
        sessions::tell(&web, &visitor, "cohorts-logo-removed").await?;
    }
    Ok(see_other(OWN))
}
