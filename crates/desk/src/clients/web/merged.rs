//! A form of a file that was merged into another while it was open.

use ::web::{Answer, Fields, Page, Visitor, Web};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::lang_attr_for;

use super::writing::{Conflict, FormPage, Shown, edit_form, edit_path};
use crate::clients::{Client, ClientData, Customs, FIELDS, readable};

/// The file was merged into another while its form was open: the form of that one, with everything that was typed, and beside it
/// what that one holds. Nothing of it is changed unseen.
pub(super) async fn merged_away(
    web: &Web,
    visitor: &Visitor,
    own: &Customs,
    standing: Client,
    data: &ClientData,
    fields: &Fields,
) -> Answer {
    let lang = visitor.preferences.language;
    let (mine, now, theirs) = (data.values(), standing.values(), standing.typed(lang));
    let shown = |field: &str, value: &str| {
        let text = readable(visitor.talk(), own, field, value);
        Shown { lang: lang_attr_for(&text, lang), text }
    };
    let differing = FIELDS.into_iter().filter(|field| mine.get(field) != now.get(field));
    let conflicts = differing.map(|field| Conflict {
        label: own.label(field, visitor.talk()),
        field: field.to_owned(),
        theirs: shown(field, theirs.get(field)),
        mine: shown(field, fields.get(field)),
        who: None,
        at: standing.updated_at.0,
        taken: false,
    });
    let mut values = fields.clone();
    values.set("version", standing.version.to_string());
    let path = edit_path(standing.id);
    let page = Page::new(web, visitor, "clients-edit-title").await?.under("/clients").wrong(true);
    let form = edit_form(visitor, own, standing.id, &path, &values, &[], false);
    let shown = FormPage { page, form, conflicts: conflicts.collect(), stale: true };
    Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response())
}
