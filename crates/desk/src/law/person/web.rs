//! The page of everything that is known of a person, and the file to hand over.

use ::store::Entry;
use ::web::{Answer, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use words::Talk;

use super::{Known, as_json, known};
use crate::calls::codes::codes;
use crate::calls::{Code, CodeKind};
use crate::clients::{Client, Customs, Event, custom_fields, readable, shown_phone};
use crate::law::consents::Row;
use crate::law::requests::Line;
use crate::law::web::{Shown, head, shown_day, today};
use crate::links::{Link, term};

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new().page("/clients/{id}/data", read).get("/clients/{id}/data.json", download).with_state(web)
}

/// A link, ready to be read: the name of the other person is not theirs to have.
struct Linked {
    term: Shown,
    client: i64,
    since: String,
    until: String,
    note: Shown,
}

impl Linked {
    fn new(link: Link, talk: Talk) -> Self {
        Self {
            term: Shown::new(term(&link, talk), talk),
            client: link.other.id.0,
            since: shown_day(&link.since),
            until: shown_day(&link.until),
            note: Shown::new(link.note, talk),
        }
    }
}

/// A call, ready to be read.
struct Call {
    id: i64,
    at: i64,
    number: String,
    codes: String,
    note: Shown,
}

#[derive(Template)]
#[template(path = "law/person/data.html")]
struct DataPage {
    page: Page,
    id: i64,
    back: (String, Shown),
    facts: Vec<(String, Shown)>,
    /// The files that were merged into this one: number and facts.
    merged: Vec<(i64, Vec<(String, Shown)>)>,
    consents: Vec<Row>,
    notices: Vec<(i64, i64)>,
    calls: Vec<Call>,
    requests: Vec<Line>,
    links: Vec<Linked>,
    events: Vec<Event>,
}

impl DataPage {
    fn purpose<'a>(&self, row: &'a Row) -> &'a str {
        row.purpose(self.page.talk.lang)
    }

    fn day(&self, row: &Row) -> String {
        shown_day(&row.said_on)
    }
}

/// Everything on one page. Who reads it leaves a line in the journal first.
async fn read(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let head = head(&web, &visitor, &id).await?;
    let (talk, scope, db) = (visitor.talk(), visitor.scope(), web.store.read());
    let id = head.client.id;
    web.store.note(scope, Entry::new("client.opened", "client", id.0)).await?;
    let Known { client, merged, consents, notices, calls, requests, links, history } =
        known(db, scope, head.client).await?;
    let (reasons, outcomes) = (codes(db, scope, CodeKind::Reason).await?, codes(db, scope, CodeKind::Outcome).await?);
    let named = |all: &[Code], code: &str| {
        all.iter().find(|own| own.code == code).map_or_else(|| code.to_owned(), |own| own.name(talk.lang).to_owned())
    };
    let calls = calls.into_iter().map(|call| Call {
        codes: [named(&reasons, &call.reason), named(&outcomes, &call.outcome)].join(" "),
        number: shown_phone(&call.number),
        note: Shown::new(call.note, talk),
        id: call.id,
        at: call.rings_at,
    });
    let own = custom_fields(db, scope).await?;
    let now = today(&web);
    let script = visitor.preferences.script;
    let page = Page::new(&web, &visitor, "law-data-title").await?.under("/clients").document();
    Page::show(&DataPage {
        page,
        id: id.0,
        back: head.back,
        facts: facts(&client, &own, talk),
        merged: merged.iter().map(|other| (other.id.0, facts(other, &own, talk))).collect(),
        consents,
        notices,
        calls: calls.collect(),
        requests: requests.iter().map(|row| Line::new(row, script, talk, now)).collect(),
        links: links.into_iter().map(|link| Linked::new(link, talk)).collect(),
        events: history.into_iter().map(|line| Event::new(line, &own, talk)).collect(),
    })
}

/// Every field that holds something, in the order of the form, those of the centre last.
fn facts(client: &Client, own: &Customs, talk: Talk) -> Vec<(String, Shown)> {
    let held = client.typed(talk.lang).0.into_iter().filter(|(_, value)| !value.is_empty());
    let shown = |(field, value): (String, String)| {
        let text = readable(talk, own, &field, &value);
        (own.label(&field, talk), Shown::new(text, talk))
    };
    held.map(shown).collect()
}

/// The same as a file of JSON. That it was given out is in the journal before it leaves.
async fn download(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let client = head(&web, &visitor, &id).await?.client;
    let (scope, id) = (visitor.scope(), client.id.0);
    web.store.note(scope, Entry::new("client.data_given", "client", id)).await?;
    let known = known(web.store.read(), scope, client).await?;
    let data = as_json(&known, web.clock().now().0, web.config.offset_minutes);
    let text = serde_json::to_string_pretty(&data).map_err(|error| WebError::Broken(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"client-{id}.json\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, text).into_response())
}
