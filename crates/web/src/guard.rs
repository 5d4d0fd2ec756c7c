//! The guards around every request: who asks, what was typed, security headers, cross-site posts, sizes, error pages.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use store::{CentreKind, Entry};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use words::{Lang, Talk};

use crate::sessions::{self, cookie};
use crate::{Fault, Fields, Page, Refusal, Visitor, Web, WebError, frame, upload};

/// The largest form that is accepted, in bytes.
const LARGEST_FORM: usize = 256 * 1024;

/// The largest form with a file that is read, in bytes. A room refuses what is too large for it, in its own words; this
/// limit is wider, so that it can.
const LARGEST_UPLOAD: usize = 32 * 1024 * 1024;

/// The noun at the end of an address that takes a file: `POST …/file`. Nothing else may be larger than a form.
const TAKES_A_FILE: &str = "/file";

/// What a post carried, kept so that no answer loses it.
#[derive(Clone, Debug, Default)]
pub struct Typed(pub Fields);

/// Where a request was sent: the path and query.
#[derive(Clone, Debug)]
pub(crate) struct Asked(pub String);

const HEADERS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(self)"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Puts every guard around the site.
pub(crate) fn around(web: &Web, site: Router) -> Router {
    site.layer(CatchPanicLayer::custom(panicked))
        .layer(CsrfLayer::new().with_rejection_response(|_| WebError::CrossSite.into_response()))
        .layer(from_fn_with_state(web.clone(), crate::braille::editions))
        .layer(from_fn_with_state(web.clone(), error_pages))
        .layer(from_fn_with_state(web.clone(), who_and_what))
        .layer(CompressionLayer::new().gzip(true))
        .layer(from_fn(headers))
}

#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    WebError::Broken(format!("panic: {}", text.unwrap_or("without a text"))).into_response()
}

async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Sets aside what a form carried and finds the person behind the cookie, in this order: whatever goes wrong afterwards,
/// what was typed is in the answer.
async fn who_and_what(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str()).to_owned();
    request.extensions_mut().insert(Asked(asked));
    if request.method() == Method::POST {
        request = match set_typed_aside(&web, request).await {
            Ok(request) => request,
            Err(response) => return *response,
        };
    }
    if let Some(token) = cookie(request.headers(), sessions::COOKIE) {
        match sessions::visitor(&web, token).await {
            Ok(Some(visitor)) => drop(request.extensions_mut().insert(visitor)),
            Ok(None) => {}
            Err(error) => {
                let shown = Shown::of(&web, &request);
                return shown.page(&web, WebError::from(error).into_response()).await;
            }
        }
    }
    next.run(request).await
}

async fn set_typed_aside(web: &Web, request: Request) -> Result<Request, Box<Response>> {
    let (mut parts, body) = request.into_parts();
    let boundary = boundary_of(&parts);
    if boundary.is_some() && !is_known(web, &parts.headers).await {
        // Nobody fills the memory before signing in. The file is asked for again afterwards.
        parts.extensions.insert(Typed::default());
        return Ok(Request::from_parts(parts, Body::empty()));
    }
    let largest = if boundary.is_some() { LARGEST_UPLOAD } else { LARGEST_FORM };
    let Ok(bytes) = to_bytes(body, largest).await else {
        let talk = talk_of(&parts.extensions, &parts.headers);
        let fault = Fault { title: "frame-too-large", text: "frame-too-large-text", retry: false };
        return Err(Box::new(frame::error_page(
            Page::outside(talk, String::new()),
            StatusCode::PAYLOAD_TOO_LARGE,
            fault,
            None,
        )));
    };
    match boundary {
        Some(boundary) => {
            let (fields, file) = upload::parse(bytes, &boundary).await;
            parts.extensions.insert(Typed(fields));
            parts.extensions.insert(file);
            Ok(Request::from_parts(parts, Body::empty()))
        }
        None => {
            parts.extensions.insert(Typed(Fields::parse(&bytes)));
            Ok(Request::from_parts(parts, Body::from(bytes)))
        }
    }
}

/// True for the headers of somebody who is signed in.
async fn is_known(web: &Web, headers: &HeaderMap) -> bool {
    match cookie(headers, sessions::COOKIE) {
        Some(token) => matches!(sessions::visitor(web, token).await, Ok(Some(_))),
        None => false,
    }
}

/// The boundary of a form with a file, where one may be sent. Everything else is a form without files, and as small.
fn boundary_of(parts: &Parts) -> Option<String> {
    let takes = parts.uri.path().ends_with(TAKES_A_FILE);
    let kind = parts.headers.get(header::CONTENT_TYPE).filter(|_| takes)?;
    multer::parse_boundary(kind.to_str().ok()?).ok()
}

/// What an error page needs of the request, kept while the request is answered.
struct Shown {
    page: Page,
    visitor: Option<Visitor>,
    typed: Option<Typed>,
    asked: Option<Asked>,
}

impl Shown {
    fn of(web: &Web, request: &Request) -> Self {
        let extensions = request.extensions();
        let visitor = extensions.get::<Visitor>().cloned();
        let page = match &visitor {
            Some(visitor) => Page::still(web, visitor, String::new()),
            None => Page::outside(talk_of(extensions, request.headers()), String::new()),
        };
        Self { page, visitor, typed: extensions.get::<Typed>().cloned(), asked: extensions.get::<Asked>().cloned() }
    }

    /// Turns the fault that a handler left in its response into a page, with what was typed in it. What a person asked in
    /// vain leaves their call or their exercise at hand; after a fault of the program nothing more is asked of the database.
    async fn page(mut self, web: &Web, response: Response) -> Response {
        let Some(fault) = response.extensions().get::<Fault>().copied() else { return response };
        if let Some(visitor) = self.visitor.as_ref().filter(|_| response.status().is_client_error()) {
            self.page.status = web.status_of(visitor).await.ok().flatten();
        }
        let again = match (fault.retry, self.typed, self.asked) {
            (true, Some(typed), Some(asked)) => Some((asked.0, typed.0.without_secrets())),
            _ => None,
        };
        frame::error_page(self.page, response.status(), fault, again)
    }
}

async fn error_pages(State(web): State<Web>, request: Request, next: Next) -> Response {
    let shown = Shown::of(&web, &request);
    let place = request.uri().path().to_owned();
    let response = next.run(request).await;
    let practises = shown.visitor.as_ref().filter(|visitor| visitor.centre.kind == CentreKind::Sandbox);
    if let (Some(visitor), Some(refusal)) = (practises, response.extensions().get::<Refusal>()) {
        note_refusal(&web, visitor, *refusal, &place).await;
    }
    shown.page(&web, response).await
}

/// In the sandbox of an exercise, and nowhere else, a refusal is written down: to stop at one is part of the exercise.
async fn note_refusal(web: &Web, visitor: &Visitor, Refusal(reason): Refusal, place: &str) {
    let place: String = place.chars().take(200).collect();
    let detail = json!({"reason": reason, "place": place});
    let entry = Entry::new("access.refused", "account", visitor.account.id.0).detail(detail);
    if let Err(error) = web.store.note(visitor.scope(), entry).await {
        tracing::error!(%error, "a refusal could not be written down");
    }
}

/// Lets signed-in people through; the others sign in first, and what they had typed comes with them.
pub(crate) async fn signed_in_only(State(web): State<Web>, request: Request, next: Next) -> Response {
    if request.extensions().get::<Visitor>().is_some() {
        return next.run(request).await;
    }
    let talk = talk_of(request.extensions(), request.headers());
    let asked = request.extensions().get::<Asked>().map_or_else(|| "/".to_owned(), |asked| asked.0.clone());
    match request.extensions().get::<Typed>() {
        Some(typed) => sessions::sign_in_to_go_on(&web, talk, typed.0.clone()),
        None if wants_data(request.headers()) => StatusCode::UNAUTHORIZED.into_response(),
        None => frame::see_other(&sessions::sign_in_address(&asked)),
    }
}

fn wants_data(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

/// Texts in the language of the person, of the language cookie, or of the browser, in this order.
pub(crate) fn talk_of(extensions: &Extensions, headers: &HeaderMap) -> Talk {
    if let Some(visitor) = extensions.get::<Visitor>() {
        return visitor.talk();
    }
    let chosen = cookie(headers, "lang").and_then(Lang::parse);
    let wished = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Talk { lang: chosen.unwrap_or_else(|| wished.map_or(Lang::Fr, Lang::negotiate)), short: false }
}
