//! Signing in and out. A session lives on the server under the hash of its token, so that it can be ended from there
//! and a copy of the database opens no door.

mod store;
mod web;

use ::store::Store;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use sha2::{Digest, Sha256};
use words::Talk;

pub(crate) use web::{routes, sign_in_to_go_on};

use crate::{Visitor, Web, announcements};

/// The name of the session cookie.
pub const COOKIE: &str = "plateau";

/// A session that is not used for this long ends, in milliseconds: twelve hours.
const IDLE_MS: i64 = 12 * 3_600_000;

/// A form token is kept for a week: no browser sends a form again later than that.
const SPENT_MS: i64 = 7 * 24 * 3_600_000;

/// Forgets what no one can use any more: ended sessions and old form tokens.
///
/// # Errors
/// What the database says.
pub(crate) async fn sweep(store: &Store) -> ::store::Result<u64> {
    let now = store.clock().now();
    self::store::sweep(store, now.plus_ms(-IDLE_MS), now.plus_ms(-SPENT_MS)).await
}

/// One cookie of a request.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(own, _)| *own == name)
        .map(|(_, value)| value)
}

/// The hash under which a secret token is stored.
pub(crate) fn hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The person behind a session token, if the session still lives.
pub(crate) async fn visitor(web: &Web, token: &str) -> ::store::Result<Option<Visitor>> {
    let now = web.clock().now();
    let found = store::find(&web.store, &hash(token), now.plus_ms(-IDLE_MS)).await?;
    let Some((visitor, seen_at)) = found else { return Ok(None) };
    if now.since(seen_at) > 60_000 {
        // A disk that is full must not keep people from reading.
        if let Err(error) = store::touch(&web.store, &visitor.session, now).await {
            tracing::warn!(%error, "the last use of a session is not noted");
        }
    }
    Ok(Some(visitor))
}

/// Leaves a sentence to be told on the person's next page, and in the announcement log.
///
/// # Errors
/// What the database says.
pub async fn notify(web: &Web, visitor: &Visitor, text: String) -> ::store::Result<()> {
    announcements::add(&web.store, visitor.account.id, &text).await?;
    store::set_notice(&web.store, &visitor.session, Some(&text)).await
}

/// The same, with the key of the sentence.
///
/// # Errors
/// What the database says.
pub async fn tell(web: &Web, visitor: &Visitor, key: &str) -> ::store::Result<()> {
    notify(web, visitor, visitor.talk().t(key).into_owned()).await
}

/// A notice is told once; when it cannot be forgotten it is told twice, which harms nobody.
pub(crate) async fn forget_notice(web: &Web, visitor: &Visitor) {
    if let Err(error) = store::set_notice(&web.store, &visitor.session, None).await {
        tracing::warn!(%error, "a notice is not forgotten");
    }
}

/// The address of the sign-in page that leads on to `next`.
pub(crate) fn sign_in_address(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/sign-in?next={next}")
}

/// A language name that can be chosen before sign-in.
pub(crate) fn language_cookie(talk: Talk, secure: bool) -> String {
    format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax{}", talk.lang.code(), if secure { "; Secure" } else { "" })
}

pub(crate) fn set_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = cookie.parse() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
