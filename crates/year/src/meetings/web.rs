//! The pages of visits and meetings.

mod decision;
mod decisions;
mod edit;
mod list;
mod one;

use ::web::{FieldError, Fields, Routes, Visitor, Web, WebError, drafts};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list::show)
        .page("/year/meetings/{id}", one::show)
        .page("/year/meetings/{id}/edit", edit::open)
        .post("/year/meetings/{id}/edit", edit::save)
        .post("/year/meetings/{id}/report", one::report)
        .post("/year/meetings/{id}/state", one::call_off)
        .post("/year/meetings/{id}/decisions", decisions::decide)
        .post("/year/meetings/{id}/decisions/{decision}", decisions::follow)
        .page("/year/meetings/{id}/decisions/{decision}/edit", decision::open)
        .post("/year/meetings/{id}/decisions/{decision}/edit", decision::save)
        .post("/year/meetings/{id}/decisions/{decision}/withdrawal", decision::withdraw)
        .with_state(web)
}

pub(super) const PLACE: &str = "/year/meetings";

/// The page of one of them.
fn place_of(id: i64) -> String {
    format!("{PLACE}/{id}")
}

/// The version on which somebody wrote: that of what was kept, else the one that stands. What was kept yesterday must not replace what
/// a colleague wrote today.
fn version_of(values: &Fields, standing: i64) -> i64 {
    values.get("version").parse().unwrap_or(standing)
}

/// A form of a page as it was sent, with what is wrong in it.
type Sent = (Fields, Vec<FieldError>);

/// What a form of a page holds: what was sent and is wrong, else what was kept, else what stands. True when it was kept.
async fn held(
    web: &Web,
    visitor: &Visitor,
    place: &str,
    sent: Option<Sent>,
    standing: Fields,
) -> Result<(Fields, Vec<FieldError>, bool), WebError> {
    if let Some((fields, errors)) = sent {
        return Ok((fields, errors, false));
    }
    let kept = drafts::draft(web, visitor, place).await?;
    let restored = kept.is_some();
    Ok((kept.unwrap_or(standing), vec![], restored))
}

fn wrong(field: &str, key: &'static str) -> FieldError {
    FieldError { field: field.to_owned(), key, args: vec![] }
}
