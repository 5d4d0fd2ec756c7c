//! The pages of visits and meetings.

mod edit;
mod list;
mod one;

use ::web::{Routes, Web};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list::show)
        .page("/year/meetings/{id}", one::show)
        .page("/year/meetings/{id}/edit", edit::open)
        .post("/year/meetings/{id}/edit", edit::save)
        .post("/year/meetings/{id}/report", one::report)
        .post("/year/meetings/{id}/state", one::call_off)
        .post("/year/meetings/{id}/decisions", one::decide)
        .post("/year/meetings/{id}/decisions/{decision}", one::follow)
        .with_state(web)
}

pub(super) const PLACE: &str = "/year/meetings";

/// The page of one of them.
fn place_of(id: i64) -> String {
    format!("{PLACE}/{id}")
}

/// The version on which somebody wrote: that of what was kept, else the one that stands. What was kept yesterday must not replace what
/// a colleague wrote today.
fn version_of(values: &::web::Fields, standing: i64) -> i64 {
    values.get("version").parse().unwrap_or(standing)
}
