//! The pages of client files: the list with its search, the file, its history.

mod custom;
mod deleting;
mod facts;
mod filtering;
mod form;
mod history;
mod list;
mod merged;
mod putting_back;
mod writing;

use self::facts::{Fact, facts};
#[cfg(test)]
pub(super) use self::filtering::terms_of;
pub(crate) use self::filtering::{Terms, filter_fields, filter_values, in_words, own_name, portfolio_name, terms};
pub(crate) use self::writing::{back, encoded, file_form, own_of, unsent};

use ::store::{Entry, Scope};
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::{Arg, Talk, lang_attr_for};

use super::store::{self, HistoryLine};
use super::{Client, ClientId, Customs};
use crate::law::{masking_of_file, unmasking_address};
use crate::{links, merge, validation};

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients", list::list)
        .post("/clients", writing::create)
        .page("/clients/new", writing::blank)
        .page("/clients/deleted", deleting::list)
        .page("/clients/fields", custom::list)
        .post("/clients/fields", custom::define)
        .page("/clients/fields/new", custom::blank)
        .page("/clients/fields/{field}", custom::open)
        .post("/clients/fields/{field}", custom::redefine)
        .post("/clients/fields/{field}/place", custom::shift)
        .post("/clients/fields/{field}/state", custom::deactivate)
        .page("/clients/{id}", record)
        .page("/clients/{id}/edit", writing::open)
        .post("/clients/{id}/edit", writing::save)
        .page("/clients/{id}/history", history::past)
        .page("/clients/{id}/deletion", deleting::ask)
        .post("/clients/{id}/deletion", deleting::act)
        .with_state(web)
}

/// What stands behind the question mark, read as leniently as a form.
pub(crate) fn asked(query: Option<String>) -> Fields {
    Fields::parse(query.unwrap_or_default().as_bytes())
}

/// The identity of a file in an address.
///
/// # Errors
/// [`WebError::NotFound`] when it is no number.
pub(crate) fn id_of(text: &str) -> Result<ClientId, WebError> {
    text.parse().map(ClientId).map_err(|_| WebError::NotFound)
}

/// A run of text and how it is marked up.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) lang: Option<&'static str>,
}

impl Text {
    pub(crate) fn new(text: impl Into<String>, talk: Talk) -> Self {
        let text = text.into();
        Self { lang: lang_attr_for(&text, talk.lang), text }
    }
}

/// A line of the history, ready to be read.
pub(crate) struct Event {
    pub(crate) what: String,
    pub(crate) who: Option<String>,
    pub(crate) at: i64,
}

impl Event {
    pub(crate) fn new(line: HistoryLine, own: &Customs, talk: Talk) -> Self {
        let changed: Vec<String> = line.changed().iter().map(|field| own.label(field, talk).to_lowercase()).collect();
        let what = match line.verb.as_str() {
            "client.created" => talk.t("clients-history-created").into_owned(),
            "client.updated" if changed.is_empty() => talk.t("clients-history-same").into_owned(),
            "client.updated" => {
                let separator = talk.t("clients-separator");
                talk.with("clients-history-updated", &[("fields", Arg::from(changed.join(&separator)))])
            }
            "client.deleted" => talk.t("clients-history-deleted").into_owned(),
            "client.merged" => talk.t("merge-history-merged").into_owned(),
            "client.absorbed" => talk.t("merge-history-absorbed").into_owned(),
            "client.unmerged" => talk.t("merge-history-unmerged").into_owned(),
            "client.restored" => talk.t("merge-history-restored").into_owned(),
            "client.submitted" => talk.t("validation-history-submitted").into_owned(),
            "client.approved" => talk.t("validation-history-approved").into_owned(),
            "client.returned" => talk.t("validation-history-returned").into_owned(),
            verb => {
                let key = crate::law::history_key(verb).or_else(|| links::history_key(verb));
                talk.t(key.unwrap_or("clients-history-other")).into_owned()
            }
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
    standing: validation::Standing,
    links: links::Section,
    back: Option<String>,
    may_write: bool,
    may_assign: bool,
    may_delete: bool,
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
    if client.merged_into.is_some() {
        return merge::led_to_winner(&web, &visitor, id).await;
    }
    let page = Page::titled(&web, &visitor, client.name(visitor.preferences.script)).await?;
    let page = page.under("/clients").document();
    let call = page.status.as_ref().and_then(|status| status.call);
    let db = web.store.read();
    let (opened, lines, own, standing, links, masking) = tokio::join!(
        note_opened(&web, scope, id, call),
        store::recent_history(db, scope, id),
        own_of(&web, &visitor),
        validation::standing(&web, &visitor, &client),
        links::section(&web, &visitor, id),
        masking_of_file(&web, &visitor, id)
    );
    opened?;
    let (own, masking) = (own?, masking?);
    let record = RecordPage {
        unmask: (!masking.is_off()).then(|| unmasking_address(id, &format!("/clients/{}", id.0))),
        missing: client.missing_fields(),
        facts: facts(&masking.applied(&client, talk), &own, visitor.preferences.script, talk),
        events: lines?.into_iter().map(|line| Event::new(line, &own, talk)).collect(),
        standing: standing?,
        links: links?,
        back: writing::back(&asked(query)),
        may_write: visitor.may(Habilitation::WriteClients).is_ok(),
        may_assign: visitor.may(Habilitation::ManagePortfolios).is_ok(),
        may_delete: visitor.may(Habilitation::MergeClients).is_ok(),
        law: crate::law::links_of_a_file(&visitor),
        page,
        client,
    };
    Page::show(&record)
}

async fn note_opened(web: &Web, scope: Scope, id: ClientId, call: Option<i64>) -> ::store::Result<()> {
    web.store.note(scope, Entry::new("client.opened", "client", id.0).during(call)).await
}
