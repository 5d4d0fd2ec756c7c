//! Drafts: what is typed in a form is kept while it is typed, so that a closed browser or a killed server loses nothing.

mod store;
mod web;

pub(crate) use web::routes;

use crate::{Fields, Visitor, Web, WebError};

/// How long what was typed and never sent is kept, in milliseconds: ninety days, longer than a summer's holidays.
const KEPT_MS: i64 = 90 * 24 * 3_600_000;

/// Forgets what was typed so long ago that nobody comes back for it; how many that were.
///
/// # Errors
/// What the database says.
pub async fn sweep(store: &::store::Store) -> ::store::Result<u64> {
    store::sweep(store, store.clock().now().plus_ms(-KEPT_MS)).await
}

/// What the person typed on a page and did not send, if anything.
///
/// # Errors
/// What the database says.
pub async fn draft(web: &Web, visitor: &Visitor, page: &str) -> Result<Option<Fields>, WebError> {
    let body = store::find(&web.store, visitor.account.id, page).await?;
    Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
}

/// Keeps what was typed on a page.
///
/// # Errors
/// What the database says.
pub async fn keep(web: &Web, visitor: &Visitor, page: &str, fields: Fields) -> Result<(), WebError> {
    let body = serde_json::to_string(&fields.without_secrets()).map_err(|error| WebError::Broken(error.to_string()))?;
    Ok(store::keep(&web.store, visitor.account.id, page, &body).await?)
}

/// Forgets what was typed on a page, because it was sent or given up.
///
/// # Errors
/// What the database says.
pub async fn forget(web: &Web, visitor: &Visitor, page: &str) -> Result<(), WebError> {
    Ok(store::forget(&web.store, visitor.account.id, page).await?)
}

/// Forgets, within a change, what anybody typed on pages whose address begins with `place`: a person was erased.
///
/// # Errors
/// What the database says.
pub async fn forget_under(change: &::store::Change, place: &str) -> ::store::Result<u64> {
    store::forget_under(change, place).await
}
