//! The pages of merges: two files side by side, the preview, the list, undoing.

mod choosing;
mod undoing;

use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, see_other, sessions};
use askama::Template;
use words::{Lang, Talk};

use super::Group;
use crate::clients::{self, ClientId, Customs, Day, Text, readable, shown_phone};
use crate::places;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients/{id}/merge/{other}", choosing::choose)
        .page("/clients/{id}/merge/{other}/preview", choosing::preview)
        .page("/merges", undoing::list)
        .post("/merges", choosing::act)
        .page("/merges/{id}", undoing::show)
        .post("/merges/{id}/undoing", undoing::act)
        .with_state(web)
}

/// A value as a reader knows it.
pub(crate) struct Shown {
    pub(crate) text: Text,
    /// True for numbers, dates and addresses of the network, read left to right on any page.
    pub(crate) ltr: bool,
}

/// A value of [`clients::Client::values`] as a reader knows it: days, numbers and places in their written form.
pub(crate) fn shown(talk: Talk, own: &Customs, field: &str, value: &str) -> Shown {
    let is = |name: &str| field.starts_with(name);
    let text = if is("birth_date") {
        Day::parse(value).map_or_else(|_| value.to_owned(), Day::shown)
    } else if is("phone") {
        shown_phone(value)
    } else if is("commune") {
        let named = places::communes_named(value);
        named.first().filter(|_| talk.lang == Lang::Ar).map_or_else(|| value.to_owned(), |own| own.arabic.to_owned())
    } else {
        readable(talk, own, field, value)
    };
    Shown { text: Text::new(text, talk), ltr: is("birth_date") || is("phone") || is("email") }
}

/// What a file holds of a group, without what is empty.
fn all_shown(talk: Talk, own: &Customs, group: &Group, values: &Fields) -> Vec<Shown> {
    let held =
        group.fields.iter().map(|field| (field.as_ref(), values.get(field))).filter(|(_, value)| !value.is_empty());
    held.flat_map(|(field, value)| value.lines().map(move |line| shown(talk, own, field, line))).collect()
}

/// A choice of a group.
struct OptionLine {
    code: &'static str,
    values: Vec<Shown>,
    /// The text key of where the values come from.
    source: &'static str,
    chosen: bool,
}

/// A group of radio buttons.
#[derive(Template)]
#[template(path = "merge/group.html")]
struct GroupLine {
    talk: Talk,
    name: String,
    label: String,
    error: Option<String>,
    options: Vec<OptionLine>,
}

impl askama::filters::HtmlSafe for GroupLine {}

/// The names of groups in a sentence.
fn listed(talk: Talk, own: &Customs, groups: &[Group]) -> String {
    let names: Vec<String> = groups.iter().map(|group| own.label(group.name(), talk).to_lowercase()).collect();
    names.join(&talk.t("clients-separator"))
}

/// A merged file was asked for: the way to the file that stands for it, with a word about it.
pub(crate) async fn led_to_winner(web: &Web, visitor: &Visitor, id: ClientId) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let standing = clients::standing(web.store.read(), visitor.scope(), id).await?;
    sessions::tell(web, visitor, "merge-led").await?;
    Ok(see_other(&format!("/clients/{}", standing.id.0)))
}

/// The frame of a page of this room.
async fn framed(web: &Web, visitor: &Visitor, title: &str) -> Result<Page, ::web::WebError> {
    Ok(Page::new(web, visitor, title).await?.under("/clients"))
}
