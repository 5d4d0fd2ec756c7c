//! Style and scripts, inside the program, under an address that changes with their content.

use std::sync::OnceLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

const FILES: &[(&str, &str, &str)] = &[
    ("plateau.css", "text/css; charset=utf-8", include_str!("assets/plateau.css")),
    ("plateau.js", "text/javascript; charset=utf-8", include_str!("assets/plateau.js")),
    ("announce.js", "text/javascript; charset=utf-8", include_str!("assets/announce.js")),
    ("drafts.js", "text/javascript; charset=utf-8", include_str!("assets/drafts.js")),
    ("keys.js", "text/javascript; charset=utf-8", include_str!("assets/keys.js")),
    ("line.js", "text/javascript; charset=utf-8", include_str!("assets/line.js")),
    ("sound.js", "text/javascript; charset=utf-8", include_str!("assets/sound.js")),
    ("progress.js", "text/javascript; charset=utf-8", include_str!("assets/progress.js")),
    ("drill.js", "text/javascript; charset=utf-8", include_str!("assets/drill.js")),
    ("chords.js", "text/javascript; charset=utf-8", include_str!("assets/chords.js")),
    ("start.js", "text/javascript; charset=utf-8", include_str!("assets/start.js")),
    ("icon.svg", "image/svg+xml", include_str!("assets/icon.svg")),
];

/// Twelve hexadecimal digits of the hash of every file.
pub fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut hash = Sha256::new();
        for (_, _, body) in FILES {
            hash.update(body);
        }
        hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    })
}

pub(crate) fn routes() -> Router {
    Router::new().route("/assets/{version}/{name}", get(file))
}

async fn file(Path((asked, name)): Path<(String, String)>) -> Response {
    let Some((_, kind, body)) = FILES.iter().find(|(own, _, _)| *own == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if asked == version() { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers =
        [(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, keep), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (headers, *body).into_response()
}
