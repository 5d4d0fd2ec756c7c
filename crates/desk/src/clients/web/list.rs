//! The list of files: in three orders, of all files or of those that a filter leaves, or what answers the search box.

use ::store::Scope;
use ::web::preferences::Script;
use ::web::{Answer, Field, FieldError, Fields, Habilitation, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{RawQuery, State};
use words::Talk;

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
    next: Option<String>,
    further: Option<String>,
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
const TOOLS: [(Habilitation, &str, &str); 8] = [
    (Habilitation::UseSegments, "/segments", "segments-title"),
    (Habilitation::ReadClients, "/duplicates", "duplicates-title"),
    (Habilitation::MergeClients, "/merges", "merge-list-title"),
    (Habilitation::ValidateClients, "/validation", "validation-title"),
    (Habilitation::ValidateClients, "/validation/anomalies", "validation-anomalies-title"),
    (Habilitation::ImportClients, "/imports", "exchange-title"),
    (Habilitation::ExportClients, "/exports", "exchange-export-title"),
    (Habilitation::DefineFields, "/clients/fields", "clients-fields-title"),
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

/// What is found: lines, where the next page begins, where to look further.
type Found = (Vec<Line>, Option<String>, Option<String>);

/// The list. A filter that cannot be read shows no file and says what to correct.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let asked = asked(query);
    let (scope, talk) = (visitor.scope(), visitor.talk());
    let sought: String = asked.get("q").trim().chars().take(120).collect();
    let order = Order::parse(asked.get("sort")).unwrap_or_default();
    let terms = terms(web.store.read(), scope).await?;
    let read = Filter::read(&asked);
    let errors = read.as_ref().err().cloned().unwrap_or_default();
    let filter = read.unwrap_or_default();
    let masking = masking_of_lists(&web, &visitor).await?;
    let (lines, next, further) = match (errors.is_empty(), sought.is_empty()) {
        (false, _) => (vec![], None, None),
        (true, true) => page_of(&web, &visitor, &filter, order, asked.get("after"), &masking).await?,
        (true, false) => answers(&web, &visitor, &filter, &sought, &masking).await?,
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
        lines,
        next,
        further,
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
    Ok((lines, code(found.next), code(found.further)))
}

async fn answers(
    web: &Web,
    visitor: &Visitor,
    filter: &Filter,
    sought: &str,
    masking: &Masking,
) -> Result<Found, WebError> {
    let (db, scope): (_, Scope) = (web.store.read(), visitor.scope());
    let mut found = store::search(db, scope, sought).await?;
    if !filter.is_empty() {
        let ids: Vec<_> = found.iter().map(|one| one.client.id).collect();
        let admitted = filtering::admitted(db, scope, filter, asked_now(web), &ids).await?;
        found.retain(|one| admitted.contains(&one.client.id));
    }
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    Ok((found.iter().map(|one| Line::new(&one.client, Some(one.reason), script, talk, masking)).collect(), None, None))
}
