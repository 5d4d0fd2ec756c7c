//! Errors in two voices: a page that says what happened and what to do, and a line of the log for the operator.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::StoreError;

use crate::Refusal;

/// What a handler may end with instead of a page.
#[derive(Debug)]
pub enum WebError {
    /// Nobody is signed in.
    SignInFirst,
    /// No such page or record (or it belongs to another centre, which is the same to the visitor).
    NotFound,
    /// Not allowed, with the reason.
    Refused(Refusal),
    /// A post that another site sent.
    CrossSite,
    /// The request cannot be understood; the text is for the log.
    Malformed(String),
    /// A state change that the present state does not allow, with the key of the explanation.
    Conflict(&'static str),
    /// This computer lacks something, or cannot do it, with the key of the explanation; the text is for the log.
    Lacking(&'static str, String),
    /// The database or its disk.
    Store(StoreError),
    /// A defect of ours; the text is for the log.
    Broken(String),
}

impl From<StoreError> for WebError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            error => Self::Store(error),
        }
    }
}

impl From<askama::Error> for WebError {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

/// What the error page shows; travels in the response until the frame renders it in the visitor's language.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The key of the title.
    pub title: &'static str,
    /// The key of the explanation, which ends with what to do.
    pub text: &'static str,
    /// True when sending the same form again can help.
    pub retry: bool,
}

impl WebError {
    fn parts(&self) -> (StatusCode, Fault) {
        let fault = |title, text, retry| Fault { title, text, retry };
        match self {
            Self::SignInFirst => {
                (StatusCode::UNAUTHORIZED, fault("frame-sign-in-first", "frame-sign-in-first-text", true))
            }
            Self::NotFound => (StatusCode::NOT_FOUND, fault("frame-not-found", "frame-not-found-text", false)),
            Self::Refused(Refusal(reason)) => (StatusCode::FORBIDDEN, fault("frame-refused", reason, false)),
            Self::CrossSite => (StatusCode::FORBIDDEN, fault("frame-refused", "frame-cross-site-text", false)),
            Self::Malformed(_) => (StatusCode::BAD_REQUEST, fault("frame-malformed", "frame-malformed-text", false)),
            Self::Conflict(reason) => (StatusCode::CONFLICT, fault("frame-conflict", reason, false)),
            Self::Lacking(reason, _) => (StatusCode::SERVICE_UNAVAILABLE, fault("frame-lacking", reason, false)),
            Self::Store(error) if error.is_away() => {
                (StatusCode::SERVICE_UNAVAILABLE, fault("frame-away", "frame-away-text", true))
            }
            Self::Store(_) | Self::Broken(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, fault("frame-broken", "frame-broken-text", true))
            }
        }
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let (status, fault) = self.parts();
        match &self {
            Self::Store(error) => tracing::error!(%error, "the database"),
            Self::Broken(error) => tracing::error!(%error, "a defect"),
            Self::Lacking(_, error) => tracing::error!(%error, "what this computer lacks"),
            Self::Malformed(error) => tracing::info!(%error, "a request that cannot be understood"),
            _ => {}
        }
        let mut response = status.into_response();
        if let Self::Refused(refusal) = &self {
            response.extensions_mut().insert(*refusal);
        }
        response.extensions_mut().insert(fault);
        response
    }
}
