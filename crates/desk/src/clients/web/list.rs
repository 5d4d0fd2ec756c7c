//! The list of files: in three orders, of all files or of those that a filter leaves, or what answers the search box.

use ::web::preferences::Script;
use ::web::{Answer, Field, FieldError, Fields, Habilitation, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{RawQuery, State};
use words::{Arg, Talk};

use super::filtering::{Sentence, Terms, filter_fields, filter_values, sentences, terms};
use super::{Text, asked, encoded};
use crate::clients::filtering::{self, Order, Place};
use crate::clients::{Asked, Client, Filter, Status, commune_name, is_parameter, shown_phone, store};
use crate::law::{Masking, masking_of_lists};

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

/// A name and a value that travel with a form unseen.
struct Carried {
    name: String,
    value: String,
}

#[derive(Template)]
#[template(path = "clients/list.html")]
struct ListPage {
    page: Page,
    sought: String,
    order: Order,
    sentences: Vec<Sentence>,
    /// The filter as a query, empty for every file.
    query: String,
    fields: Vec<Field>,
    wrong: Vec<(String, String)>,
    carried: Vec<Carried>,
    lines: Vec<Line>,
    /// How many answers of the search stand on the pages before.
    before: usize,
    next: Option<String>,
    further: Option<String>,
    /// How many answers were ranked, when there may be more than those.
    cut: Option<usize>,
    may_write: bool,
    may_segment: bool,
    may_assign: bool,
    may_report: bool,
    may_export: bool,
    tools: Vec<(&'static str, &'static str)>,
    /// True when the numbers are words, which read in the direction of the page.
    masked: bool,
}

/// What stands beside the list for those who may: address and text key.
const TOOLS: [(Habilitation, &str, &str); 9] = [
    (Habilitation::UseSegments, "/segments", "segments-title"),
    (Habilitation::ReadClients, "/duplicates", "duplicates-title"),
    (Habilitation::MergeClients, "/merges", "merge-list-title"),
    (Habilitation::ValidateClients, "/validation", "validation-title"),
    (Habilitation::ValidateClients, "/validation/anomalies", "validation-anomalies-title"),
    (Habilitation::ImportClients, "/imports", "exchange-title"),
    (Habilitation::ExportClients, "/exports", "exchange-export-title"),
    (Habilitation::DefineFields, "/clients/fields", "clients-fields-title"),
    (Habilitation::MergeClients, "/clients/deleted", "clients-deleted-title"),
];

impl ListPage {
    fn orders(&self) -> [Order; 3] {
        Order::ALL
    }

    fn chosen(&self, order: &Order) -> bool {
        self.order == *order
    }

    /// An address of the list with a filter and a place.
    fn place(&self, query: &str, after: &str) -> String {
        address(query, self.order, &self.sought, after)
    }

    fn filtered(&self) -> bool {
        !self.sentences.is_empty()
    }

    /// What stands above the lines: their order, how many answer, or which of the answers these are.
    fn heading(&self) -> String {
        let talk = self.page.talk;
        let last = self.before + self.lines.len();
        match (self.sought.is_empty(), self.before > 0 || self.next.is_some()) {
            (true, _) => talk.t(self.order.key()).into_owned(),
            (false, true) if last > self.before => {
                talk.with("clients-found-part", &[("from", Arg::from(self.before + 1)), ("to", Arg::from(last))])
            }
            (false, _) => talk.with("clients-found", &[("n", Arg::from(self.lines.len()))]),
        }
    }
}

fn address(query: &str, order: Order, sought: &str, after: &str) -> String {
    let mut parts: Vec<String> = vec![];
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            parts.push(format!("{name}={}", encoded(value)));
        }
    };
    add("q", sought);
    add("sort", if order == Order::Newest { "" } else { order.code() });
    add("after", after);
    if !query.is_empty() {
        parts.insert(0, query.to_owned());
    }
    if parts.is_empty() { "/clients".to_owned() } else { format!("/clients?{}", parts.join("&")) }
}

/// What is found.
#[derive(Default)]
struct Found {
    lines: Vec<Line>,
    /// How many stand on the pages before.
    before: usize,
    /// Where the next page begins.
    next: Option<String>,
    /// Where to look further.
    further: Option<String>,
    /// How many were ranked, when there may be more.
    cut: Option<usize>,
}

/// The list. A filter that cannot be read shows no file and says what to correct.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let asked = asked(query);
    let talk = visitor.talk();
    let sought: String = asked.get("q").trim().chars().take(120).collect();
    let order = Order::parse(asked.get("sort")).unwrap_or_default();
    let terms = terms(web.store.read(), &visitor).await?;
    let read = Filter::read(&asked);
    let errors = read.as_ref().err().cloned().unwrap_or_default();
    let filter = read.unwrap_or_default();
    let masking = masking_of_lists(&web, &visitor).await?;
    let found = match (errors.is_empty(), sought.is_empty()) {
        (false, _) => Found::default(),
        (true, true) => page_of(&web, &visitor, &filter, order, asked.get("after"), &masking).await?,
        (true, false) => answers(&web, &visitor, &filter, (&sought, asked.get("after")), &masking).await?,
    };
    let values = if errors.is_empty() { filter_values(talk, &filter) } else { asked };
    let page = Page::new(&web, &visitor, "clients-title").await?.under("/clients").wrong(!errors.is_empty());
    let may = |what| visitor.may(what).is_ok();
    let shown = ListPage {
        sentences: sentences(talk, &filter, &terms),
        query: filter.query(),
        wrong: errors.iter().map(|error| (format!("f-{}", error.field), talk.with(error.key, &error.args))).collect(),
        fields: filled(talk, &values, &errors, &terms),
        carried: carried(&filter),
        may_write: may(Habilitation::WriteClients),
        may_segment: may(Habilitation::UseSegments),
        may_assign: may(Habilitation::ManagePortfolios),
        may_report: may(Habilitation::ReadReports),
        may_export: may(Habilitation::ExportClients),
        masked: !masking.is_off(),
        tools: TOOLS.into_iter().filter(|(needs, ..)| may(*needs)).map(|(_, place, key)| (place, key)).collect(),
        page,
        sought,
        order,
        lines: found.lines,
        before: found.before,
        next: found.next,
        further: found.further,
        cut: found.cut,
    };
    if shown.wrong.is_empty() { Page::show(&shown) } else { Page::show_wrong(&shown) }
}

fn filled(talk: Talk, values: &Fields, errors: &[FieldError], terms: &Terms) -> Vec<Field> {
    filter_fields(talk, terms, values).into_iter().map(|field| field.filled(talk, values, errors)).collect()
}

/// The filter as hidden fields of the search box.
fn carried(filter: &Filter) -> Vec<Carried> {
    let own = filter.fields().0.into_iter().filter(|(name, _)| is_parameter(name));
    own.map(|(name, value)| Carried { name, value }).collect()
}

fn asked_now(web: &Web) -> Asked {
    Asked { now: web.clock().now(), offset: web.config.offset_minutes }
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    filter: &Filter,
    order: Order,
    after: &str,
    masking: &Masking,
) -> Result<Found, WebError> {
    let after = Place::parse(after, order);
    let db = web.store.read();
    let found = filtering::list(db, visitor.scope(), filter, asked_now(web), order, after.as_ref()).await?;
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let lines = found.rows.iter().map(|client| Line::new(client, None, script, talk, masking)).collect();
    let code = |place: Option<Place>| place.map(|place| place.code(order));
    Ok(Found { lines, next: code(found.next), further: code(found.further), ..Found::default() })
}

/// A page of what answers `sought` within the filter, after so many answers.
async fn answers(
    web: &Web,
    visitor: &Visitor,
    filter: &Filter,
    (sought, after): (&str, &str),
    masking: &Masking,
) -> Result<Found, WebError> {
    let before = after.parse().unwrap_or(0).min(store::DEEPEST);
    let (db, within) = (web.store.read(), (filter, asked_now(web)));
    let found = store::answers(db, visitor.scope(), sought, within, before).await?;
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let line = |one: &store::Found| Line::new(&one.client, Some(one.reason), script, talk, masking);
    Ok(Found {
        lines: found.rows.iter().map(line).collect(),
        before,
        next: found.next.map(|next| next.to_string()),
        further: None,
        cut: found.cut.then_some(store::DEEPEST),
    })
}
