//! The pages of client files: the list with its search, the file, its history.

mod filtering;
mod form;
mod list;
mod writing;

pub(crate) use self::filtering::{filter_fields, filter_values, in_words, portfolio_name};
pub(crate) use self::form::language_key;
pub(crate) use self::writing::{encoded, file_form};

use ::store::{Entry, Scope};
use ::web::preferences::Script;
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::{Arg, Talk, lang_attr_for};

use super::store::{self, HistoryLine};
use super::{Client, ClientId, Day, commune_name, label_of, shown_phone, wilaya_name};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients", list::list)
        .post("/clients", writing::create)
        .page("/clients/new", writing::blank)
        .page("/clients/{id}", record)
        .page("/clients/{id}/edit", writing::open)
        .post("/clients/{id}/edit", writing::save)
        .page("/clients/{id}/history", past)
        .with_state(web)
}

/// What stands behind the question mark, read as leniently as a form.
fn asked(query: Option<String>) -> Fields {
    Fields::parse(query.unwrap_or_default().as_bytes())
}

fn id_of(text: &str) -> Result<ClientId, WebError> {
    text.parse().map(ClientId).map_err(|_| WebError::NotFound)
}

/// A run of text and how it is marked up.
struct Text {
    text: String,
    lang: Option<&'static str>,
}

impl Text {
    fn new(text: impl Into<String>, talk: Talk) -> Self {
        let text = text.into();
        Self { lang: lang_attr_for(&text, talk.lang), text }
    }
}

/// A term of the file and what stands beside it.
struct Fact {
    term: &'static str,
    texts: Vec<Text>,
    /// True for numbers, dates and addresses of the network, read left to right on any page.
    ltr: bool,
}

/// A line of the history, ready to be read.
pub(crate) struct Event {
    pub(crate) what: String,
    pub(crate) who: Option<String>,
    pub(crate) at: i64,
}

impl Event {
    pub(crate) fn new(line: HistoryLine, talk: Talk) -> Self {
        let changed: Vec<String> =
            line.changed().into_iter().map(|field| talk.label(label_of(field)).to_lowercase()).collect();
        let what = match line.verb.as_str() {
            "client.created" => talk.t("clients-history-created").into_owned(),
            "client.updated" if changed.is_empty() => talk.t("clients-history-same").into_owned(),
            "client.updated" => {
                let separator = talk.t("clients-separator");
                talk.with("clients-history-updated", &[("fields", Arg::from(changed.join(&separator)))])
            }
            _ => talk.t("clients-history-other").into_owned(),
        };
        Self { what, who: line.actor, at: line.at }
    }
}

#[derive(Template)]
#[template(path = "clients/record.html")]
struct RecordPage {
    page: Page,
    client: Client,
    missing: Vec<(&'static str, &'static str)>,
    facts: Vec<Fact>,
    events: Vec<Event>,
    back: Option<String>,
    may_write: bool,
    may_assign: bool,
}

impl RecordPage {
    fn edit(&self) -> String {
        let place = format!("/clients/{}/edit", self.client.id.0);
        self.back.as_ref().map_or_else(|| place.clone(), |back| format!("{place}?return={}", writing::encoded(back)))
    }
}

/// The file. Whoever opens it leaves a line in the journal before seeing it.
async fn record(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (id, scope, talk) = (id_of(&id)?, visitor.scope(), visitor.talk());
    let client = store::get(web.store.read(), scope, id).await?;
    let page = Page::titled(&web, &visitor, client.name(visitor.preferences.script)).await?;
    let page = page.under("/clients").document();
    let call = page.status.as_ref().and_then(|status| status.call);
    let (opened, lines) =
        tokio::join!(note_opened(&web, scope, id, call), store::recent_history(web.store.read(), scope, id));
    opened?;
    let record = RecordPage {
        missing: client.missing_fields(),
        facts: facts(&client, visitor.preferences.script, talk),
        events: lines?.into_iter().map(|line| Event::new(line, talk)).collect(),
        back: writing::back(&asked(query)),
        may_write: visitor.may(Habilitation::WriteClients).is_ok(),
        may_assign: visitor.may(Habilitation::ManagePortfolios).is_ok(),
        page,
        client,
    };
    Page::show(&record)
}

async fn note_opened(web: &Web, scope: Scope, id: ClientId, call: Option<i64>) -> ::store::Result<()> {
    web.store.note(scope, Entry::new("client.opened", "client", id.0).during(call)).await
}

/// What the file holds, without what is empty.
fn facts(client: &Client, script: Script, talk: Talk) -> Vec<Fact> {
    let mut facts = Vec::with_capacity(11);
    let mut add = |term: &'static str, ltr: bool, texts: Vec<String>| {
        let texts: Vec<Text> =
            texts.into_iter().filter(|text| !text.is_empty()).map(|text| Text::new(text, talk)).collect();
        if !texts.is_empty() {
            facts.push(Fact { term, texts, ltr });
        }
    };
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    add("clients-name", false, [Some(client.name(script)), client.other_name(script)].into_iter().flatten().collect());
    add("clients-phone", true, client.phones.iter().map(|phone| shown_phone(phone)).collect());
    let birth = Day::parse(&client.birth_date).map_or_else(|_| String::new(), Day::shown);
    add("clients-birth-date", true, vec![birth]);
    let wilaya = match wilaya_name(client.wilaya, talk.lang) {
        "" => String::new(),
        name => format!("{name} ({:02})", client.wilaya),
    };
    let commune = commune_name(client.commune, talk.lang).to_owned();
    add("clients-address", false, vec![client.street.clone(), commune, wilaya]);
    add("clients-email", true, vec![client.email.clone()]);
    add("clients-language", false, vec![talk.t(form::language_key(client.language)).into_owned()]);
    add("clients-needs", false, lines(&client.needs));
    add("clients-motivations", false, lines(&client.motivations));
    add("clients-notes", false, lines(&client.notes));
    facts
}

#[derive(Template)]
#[template(path = "clients/history.html")]
struct HistoryPage {
    page: Page,
    id: i64,
    name: Text,
    events: Vec<Event>,
    next: Option<i64>,
}

/// The whole history of a file, newest first.
async fn past(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (id, scope, talk) = (id_of(&id)?, visitor.scope(), visitor.talk());
    let client = store::get(web.store.read(), scope, id).await?;
    note_opened(&web, scope, id, None).await?;
    let query = query.unwrap_or_default();
    let page = Page::new(&web, &visitor, "clients-history-title").await?.under("/clients").document_of(&query);
    let found = store::history(web.store.read(), scope, id, asked(Some(query)).get("before").parse().ok()).await?;
    let name = Text::new(client.name(visitor.preferences.script), talk);
    let events = found.rows.into_iter().map(|line| Event::new(line, talk)).collect();
    Page::show(&HistoryPage { page, id: id.0, name, events, next: found.next })
}
