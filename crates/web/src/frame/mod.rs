//! The page frame: what every page carries, and the pages that belong to no room.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use store::CentreKind;
use words::{Arg, Lang, Talk};

use crate::preferences::Preferences;
use crate::{
    Account, Answer, Fault, Fields, Habilitation, MaybeVisitor, Routes, Visitor, Web, WebError, assets, sessions,
};

/// The one persistent status line: what the person's desk is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The sentence.
    pub text: String,
    /// The same in at most 20 characters.
    pub short: String,
    /// A code for the shape beside it: `idle`, `waiting`, `ringing`, `talking`, `hold`, `wrap_up`, `work`.
    pub state: &'static str,
    /// Where the work stands.
    pub href: String,
    /// The call, if one is open.
    pub call: Option<i64>,
}

/// A link of the navigation.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// Where it leads.
    pub href: &'static str,
    /// Its name.
    pub text: String,
    /// True on the room's own pages.
    pub current: bool,
}

/// What the frame needs to draw itself around a room's page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Texts in the visitor's language.
    pub talk: Talk,
    /// The title, which is also the `h1`.
    pub title: String,
    /// Set on a page that shows errors, so that the title says so first.
    pub wrong: bool,
    /// What was done by the previous action, told once.
    pub notice: Option<String>,
    /// The status line.
    pub status: Option<Status>,
    /// Minutes to add to UTC for display.
    pub offset: i32,
    /// Who is signed in.
    pub account: Option<Account>,
    /// The kind and code of the centre in which the person stands.
    pub centre: Option<(CentreKind, String)>,
    /// The person's choices.
    pub preferences: Preferences,
    /// The navigation.
    pub nav: Vec<NavLink>,
    /// On a page that is a document: how the address of its braille edition begins.
    pub edition: Option<String>,
}

impl Page {
    /// The frame for a signed-in person; `title` is a key.
    ///
    /// # Errors
    /// What the database says.
    pub async fn new(web: &Web, visitor: &Visitor, title: &str) -> Result<Self, WebError> {
        Self::titled(web, visitor, visitor.talk().t(title).into_owned()).await
    }

    /// The frame with a title that is already a sentence.
    ///
    /// # Errors
    /// What the database says.
    pub async fn titled(web: &Web, visitor: &Visitor, title: String) -> Result<Self, WebError> {
        let status = web.status_of(visitor).await?;
        if visitor.notice.is_some() {
            sessions::forget_notice(web, visitor).await;
        }
        Ok(Self { status, notice: visitor.notice.clone(), ..Self::still(web, visitor, title) })
    }

    /// The frame for a signed-in person without asking the database: for the pages of errors, which get their status when it can be had.
    pub(crate) fn still(web: &Web, visitor: &Visitor, title: String) -> Self {
        let talk = visitor.talk();
        let allowed = web.nav.iter().filter(|item| visitor.may(item.needs).is_ok());
        let nav = allowed
            .map(|item| NavLink { href: item.href, text: talk.t(item.key).into_owned(), current: false })
            .collect();
        Self {
            account: Some(visitor.account.clone()),
            centre: Some((visitor.centre.kind, visitor.centre.code.clone())),
            preferences: visitor.preferences.clone(),
            nav,
            offset: web.config.offset_minutes,
            ..Self::outside(talk, title)
        }
    }

    /// The frame for somebody who has not signed in.
    pub fn outside(talk: Talk, title: String) -> Self {
        Self {
            talk,
            title,
            wrong: false,
            notice: None,
            status: None,
            offset: 0,
            account: None,
            centre: None,
            preferences: Preferences { language: talk.lang, ..Preferences::default() },
            nav: vec![],
            edition: None,
        }
    }

    /// The frame of a page that is open to all: a signed-in person keeps their navigation and status line.
    ///
    /// # Errors
    /// What the database says.
    pub async fn open(web: &Web, talk: Talk, visitor: Option<Visitor>, title: String) -> Result<Self, WebError> {
        match visitor {
            Some(visitor) => Self::titled(web, &visitor, title).await,
            None => Ok(Self { offset: web.config.offset_minutes, ..Self::outside(talk, title) }),
        }
    }

    /// Marks the link of the room that the page belongs to.
    pub fn under(mut self, href: &str) -> Self {
        for link in &mut self.nav {
            link.current = link.href == href;
        }
        self
    }

    /// Marks the page as a document: it ends with links to its braille edition.
    pub fn document(self) -> Self {
        self.document_of("")
    }

    /// The same for a page whose address goes on after `?`: what is asked there is asked of the edition too.
    pub fn document_of(mut self, query: &str) -> Self {
        self.edition = Some(if query.is_empty() { "?braille=".to_owned() } else { format!("?{query}&braille=") });
        self
    }

    /// Marks the page as showing errors.
    pub fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// Date and time of a moment, in the centre's time.
    pub fn when(&self, ms: &i64) -> String {
        format!("{} {}", self.talk.date(*ms, self.offset), self.talk.time(*ms, self.offset))
    }

    /// A count with its thousands apart.
    pub fn number(&self, n: &i64) -> String {
        self.talk.number(*n)
    }

    /// Time of a moment, in the centre's time.
    pub fn hour(&self, ms: &i64) -> String {
        self.talk.time(*ms, self.offset)
    }

    /// Renders a room's template as the answer.
    ///
    /// # Errors
    /// [`WebError::Broken`] when the template fails.
    pub fn show(template: &impl Template) -> Answer {
        Ok(Html(template.render()?).into_response())
    }

    /// The same with a status: 422 for a form that shows errors.
    ///
    /// # Errors
    /// [`WebError::Broken`] when the template fails.
    pub fn show_wrong(template: &impl Template) -> Answer {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(template.render()?)).into_response())
    }

    /// The name of the centre, so that practice is never taken for real work.
    pub fn centre_name(&self) -> Option<String> {
        self.centre.as_ref().map(|(kind, code)| match kind {
            CentreKind::Production => self.talk.t("frame-centre-production").into_owned(),
            CentreKind::Training => self.talk.t("frame-centre-training").into_owned(),
            CentreKind::Sandbox => self.talk.html("frame-centre-sandbox", &[("code", Arg::ltr(code))]),
        })
    }

    /// The languages to choose from before sign-in.
    pub fn languages(&self) -> [Lang; 3] {
        Lang::ALL
    }

    /// The part of an asset's address that changes with its content.
    pub fn assets(&self) -> &'static str {
        assets::version()
    }
}

/// A redirect after a post.
pub fn see_other(to: &str) -> Response {
    let place = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

#[derive(Template)]
#[template(path = "frame/error.html")]
struct ErrorPage {
    page: Page,
    text: String,
    again: Option<(String, Fields)>,
    code: u16,
}

impl ErrorPage {
    fn shown<'a>(&self, fields: &'a Fields) -> impl Iterator<Item = &'a (String, String)> {
        fields.0.iter().filter(|(name, value)| !name.starts_with('_') && !value.is_empty())
    }
}

/// A page that says what happened and what to do.
pub(crate) fn told_page(page: Page, status: StatusCode, text: String) -> Response {
    let shown = ErrorPage { page, text, again: None, code: status.as_u16() };
    answered(&shown, status)
}

/// The page of a fault. `again` holds the address and the fields of a form that can be sent once more.
pub(crate) fn error_page(page: Page, status: StatusCode, fault: Fault, again: Option<(String, Fields)>) -> Response {
    let talk = page.talk;
    let page = Page { title: talk.t(fault.title).into_owned(), ..page };
    let again = again.filter(|(_, fields)| !fields.0.is_empty());
    let shown = ErrorPage { page, text: talk.t(fault.text).into_owned(), again, code: status.as_u16() };
    answered(&shown, status)
}

fn answered(shown: &ErrorPage, status: StatusCode) -> Response {
    match shown.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the error page itself");
            status.into_response()
        }
    }
}

#[derive(Template)]
#[template(path = "frame/shortcuts.html")]
struct Shortcuts {
    page: Page,
    keys: [(&'static str, &'static str); 10],
}

/// The keyboard map: key and the key of what it does.
pub(crate) const KEYS: [(&str, &str); 10] = [
    ("Enter", "frame-key-answer"),
    ("Escape", "frame-key-decline"),
    ("F2", "frame-key-status"),
    ("Shift+F2", "frame-key-where"),
    ("F4", "frame-key-repeat"),
    ("F8", "frame-key-call"),
    ("Shift+F8", "frame-key-what"),
    ("F9", "frame-key-help"),
    ("Ctrl+Enter", "frame-key-send"),
    ("↑ ↓", "frame-key-list"),
];

async fn shortcuts(State(web): State<Web>, visitor: Visitor) -> Answer {
    let page = Page::new(&web, &visitor, "frame-shortcuts").await?;
    Page::show(&Shortcuts { page, keys: KEYS })
}

/// Where a person starts: at the open call, if there is one, else at the year whose head they are, else at the first link of their
/// navigation.
async fn home(State(web): State<Web>, visitor: Visitor) -> Answer {
    if let Some(status) = web.status_of(&visitor).await?
        && status.call.is_some()
    {
        return Ok(see_other(&status.href));
    }
    let mut allowed = web.nav.iter().filter(|item| visitor.may(item.needs).is_ok());
    let own = allowed.clone().find(|item| item.needs == Habilitation::ReadYear);
    let own = own.filter(|_| visitor.may(Habilitation::KeepYear).is_ok());
    let first = own.or_else(|| allowed.next());
    Ok(see_other(first.map_or("/preferences", |item| item.href)))
}

#[derive(Template)]
#[template(path = "frame/statement.html")]
struct About {
    page: Page,
}

/// What Plateau is and what it writes down, for everybody, signed in or not.
async fn about(State(web): State<Web>, MaybeVisitor(talk): MaybeVisitor, visitor: Option<Visitor>) -> Answer {
    let page = Page::open(&web, talk, visitor, talk.t("frame-about").into_owned()).await?;
    Page::show(&About { page })
}

/// Pages that need no sign-in.
pub(crate) fn open_routes(web: Web) -> Routes {
    Routes::new().page("/about", about).with_state(web)
}

pub(crate) fn routes(web: Web) -> Routes {
    Routes::new().get("/", home).page("/shortcuts", shortcuts).with_state(web)
}
