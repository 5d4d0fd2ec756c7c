//! The pages of client files: the list with its search, the file, its history.

mod form;
mod writing;

pub(crate) use self::writing::{encoded, file_form};

use ::store::{Entry, Scope};
use ::web::preferences::Script;
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::{Arg, Talk, lang_attr_for};

use super::store::{self, Found, HistoryLine};
use super::{Client, ClientId, Day, Status, commune_name, label_of, shown_phone, wilaya_name};
use crate::law::{Masking, masking_of_file, masking_of_lists, unmasking_address};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients", list)
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

/// A line of the list.
struct Line {
    id: i64,
    name: Text,
    phone: String,
    commune: &'static str,
    status: Status,
    reason: Option<&'static str>,
}

impl Line {
    fn new(client: &Client, reason: Option<&'static str>, script: Script, talk: Talk, masking: &Masking) -> Self {
        Self {
            id: client.id.0,
            name: Text::new(client.filed_name(script), talk),
            phone: masking.phone(client.phones.first().map_or_else(String::new, |phone| shown_phone(phone)), talk),
            commune: commune_name(client.commune, talk.lang),
            status: client.status,
            reason,
        }
    }
}

#[derive(Template)]
#[template(path = "clients/list.html")]
struct ListPage {
    page: Page,
    sought: String,
    status: Option<Status>,
    lines: Vec<Line>,
    next: Option<i64>,
    may_write: bool,
    /// True when the numbers are words, which read in the direction of the page.
    masked: bool,
}

impl ListPage {
    fn statuses(&self) -> [Status; 6] {
        Status::ALL
    }

    fn chosen(&self, status: &Status) -> bool {
        self.status == Some(*status)
    }

    fn status_code(&self) -> &'static str {
        self.status.map_or("", Status::code)
    }
}

/// The list: the newest files, or what answers the search box, best first.
async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let asked = asked(query);
    let sought: String = asked.get("q").trim().chars().take(120).collect();
    let status = Status::parse(asked.get("status"));
    let (scope, talk, script) = (visitor.scope(), visitor.talk(), visitor.preferences.script);
    let masking = masking_of_lists(&web, &visitor).await?;
    let (lines, next) = if sought.is_empty() {
        let found = store::list(web.store.read(), scope, status, asked.get("before").parse().ok()).await?;
        (found.rows.iter().map(|client| Line::new(client, None, script, talk, &masking)).collect(), found.next)
    } else {
        let mut found: Vec<Found> = store::search(web.store.read(), scope, &sought).await?;
        found.retain(|one| status.is_none_or(|status| one.client.status == status));
        let line = |one: &Found| Line::new(&one.client, Some(one.reason), script, talk, &masking);
        (found.iter().map(line).collect(), None)
    };
    let page = Page::new(&web, &visitor, "clients-title").await?.under("/clients");
    let may_write = visitor.may(Habilitation::WriteClients).is_ok();
    let masked = !masking.is_off();
    Page::show(&ListPage { page, sought, status, lines, next, may_write, masked })
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
            verb => talk.t(crate::law::history_key(verb).unwrap_or("clients-history-other")).into_owned(),
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
    law: Vec<(&'static str, &'static str)>,
    /// Where a reason is given to see what is masked.
    unmask: Option<String>,
}

impl RecordPage {
    fn edit(&self) -> String {
        let place = format!("/clients/{}/edit", self.client.id.0);
        self.back.as_ref().map_or_else(|| place.clone(), |back| format!("{place}?return={}", encoded(back)))
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
    let masking = masking_of_file(&web, &visitor, id).await?;
    let record = RecordPage {
        unmask: (!masking.is_off()).then(|| unmasking_address(id, &format!("/clients/{}", id.0))),
        missing: client.missing_fields(),
        facts: facts(&masking.applied(&client, talk), visitor.preferences.script, talk),
        events: lines?.into_iter().map(|line| Event::new(line, talk)).collect(),
        back: writing::back(&asked(query)),
        may_write: visitor.may(Habilitation::WriteClients).is_ok(),
        law: crate::law::links_of_a_file(&visitor),
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
    // A value that is masked reads as words, in the direction of the page.
    add(
        "clients-phone",
        client.phones.iter().all(|phone| phone.starts_with('+')),
        client.phones.iter().map(|phone| shown_phone(phone)).collect(),
    );
    let birth = Day::parse(&client.birth_date);
    add("clients-birth-date", birth.is_ok(), vec![birth.map_or_else(|_| client.birth_date.clone(), Day::shown)]);
    let wilaya = match wilaya_name(client.wilaya, talk.lang) {
        "" => String::new(),
        name => format!("{name} ({:02})", client.wilaya),
    };
    let commune = commune_name(client.commune, talk.lang).to_owned();
    add("clients-address", false, vec![client.street.clone(), commune, wilaya]);
    add("clients-email", client.email.contains('@'), vec![client.email.clone()]);
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
