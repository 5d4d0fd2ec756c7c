//! What the pages of this room share, and the page that leads to those of the whole centre.

use ::web::{Answer, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::State;
use words::{Talk, lang_attr_for};

pub(super) use crate::clients::unsent;
use crate::clients::{self, Client, ClientId, Day};

pub(super) fn routes(web: Web) -> Routes {
    Routes::new().page("/law", index).with_state(web)
}

#[derive(Template)]
#[template(path = "law/index.html")]
struct Index {
    page: Page,
    links: [(&'static str, &'static str, &'static str); 8],
}

/// The pages of the whole centre, each with what it is for.
async fn index(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let page = Page::new(&web, &visitor, "law-title").await?.under("/law");
    let links = [
        ("/law/purposes", "law-purposes-title", "law-purposes-hint"),
        ("/law/notices", "law-notices-title", "law-notices-hint"),
        ("/law/requests", "law-requests-title", "law-requests-hint"),
        ("/law/delays", "law-delays-title", "law-delays-hint"),
        ("/law/retention", "law-retention-title", "law-retention-hint"),
        ("/law/register", "law-register-title", "law-register-hint"),
        ("/law/masking", "law-mask-title", "law-mask-hint"),
        ("/law/accesses", "law-accesses-all", "law-accesses-hint"),
    ];
    Page::show(&Index { page, links })
}

/// A run of text of a person or a record, and how it is marked up.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub text: String,
    pub lang: Option<&'static str>,
}

impl Shown {
    pub(super) fn new(text: impl Into<String>, talk: Talk) -> Self {
        let text = text.into();
        Self { lang: lang_attr_for(&text, talk.lang), text }
    }
}

/// A page that is one form, with what must be read before it.
#[derive(Template)]
#[template(path = "law/form.html")]
pub(super) struct FormPage {
    pub page: Page,
    /// Where the form was opened from: address and name.
    pub back: (String, Shown),
    /// What to read first.
    pub notes: Vec<Shown>,
    pub form: Form,
}

/// A file named in an address, with its link back.
pub(super) struct Head {
    pub client: Client,
    pub back: (String, Shown),
}

/// Reads the file of an address; not found in another centre.
pub(super) async fn head(web: &Web, visitor: &Visitor, id: &str) -> Result<Head, WebError> {
    let id = id.parse().map(ClientId).map_err(|_| WebError::NotFound)?;
    let client = clients::get(web.store.read(), visitor.scope(), id).await?;
    let name = Shown::new(client.name(visitor.preferences.script), visitor.talk());
    Ok(Head { back: (format!("/clients/{}", id.0), name), client })
}

/// The centre's day now.
pub(super) fn today(web: &Web) -> Day {
    Day::of(web.clock().now(), web.config.offset_minutes)
}

/// A stored day as people read it; as it stands when it is none.
pub(super) fn shown_day(stored: &str) -> String {
    Day::parse(stored).map_or_else(|_| stored.to_owned(), Day::shown)
}

/// The token of a form: the one that travels already, or a new one.
pub(super) fn once(web: &Web, values: &Fields) -> String {
    match values.get("once") {
        "" => web.chance.token(16),
        token => token.to_owned(),
    }
}

/// Yes and no, as a field offers them.
pub(super) fn yes_no(talk: Talk) -> Vec<(String, String)> {
    [("yes", "law-yes"), ("no", "law-no")].map(|(code, key)| (code.to_owned(), talk.t(key).into_owned())).to_vec()
}
