//! The pages of links: those of one file, making one, taking one away.

mod adding;

use ::store::StoreError;
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::Talk;

use super::{Link, Relation, of_file, remove, store};
use crate::clients::{self, Client, ClientId, Day, Text, asked, id_of};
use crate::duplicates::Named;
use crate::law::masking_of_lists;
use crate::merge;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/clients/{id}/links", list)
        .post("/clients/{id}/links", adding::create)
        .page("/clients/{id}/links/new", adding::blank)
        .page("/clients/{id}/links/{link}/removal", confirm)
        .post("/clients/{id}/links/{link}/removal", act)
        .with_state(web)
}

/// A link, ready to be read.
struct Line {
    id: i64,
    file: Named,
    since: String,
    until: String,
    ended: bool,
    note: Text,
    /// What the way to its removal is called.
    removal: String,
}

/// The links of one relation.
struct Group {
    term: Text,
    lines: Vec<Line>,
}

/// The links of a file, as its page shows them.
#[derive(Template)]
#[template(path = "links/section.html")]
pub(crate) struct Section {
    talk: Talk,
    id: i64,
    groups: Vec<Group>,
    /// True when there are more than stand here.
    more: bool,
    may_write: bool,
}

impl askama::filters::HtmlSafe for Section {}

/// What the other file of a link is called: the short name of its relation, or its own word.
pub(crate) fn term(link: &Link, talk: Talk) -> String {
    if link.relation == Relation::Other { link.word.clone() } else { talk.label(link.relation.key()).into_owned() }
}

/// True when the last day of a link, YYYY-MM-DD, is over.
fn ended(until: &str, today: Day) -> bool {
    Day::parse(until).is_ok_and(|until| until < today)
}

fn shown_day(stored: &str) -> String {
    Day::parse(stored).map_or_else(|_| stored.to_owned(), Day::shown)
}

/// Links by relation, in the order of [`Relation::ALL`]; within one, in the order in which they were made.
async fn groups(web: &Web, visitor: &Visitor, links: Vec<Link>) -> Result<Vec<Group>, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let masking = masking_of_lists(web, visitor).await?;
    let today = Day::of(web.clock().now(), web.config.offset_minutes);
    let mut links = links;
    links.sort_by(|a, b| (a.relation, &a.word, a.id).cmp(&(b.relation, &b.word, b.id)));
    let mut groups: Vec<Group> = vec![];
    for link in links {
        let term = term(&link, talk);
        let name = link.other.filed_name(script);
        let line = Line {
            id: link.id,
            file: Named::masked(&link.other, script, talk, &masking),
            ended: ended(&link.until, today),
            since: shown_day(&link.since),
            until: shown_day(&link.until),
            note: Text::new(link.note, talk),
            removal: talk.with("links-remove-one", &[("name", name.into())]),
        };
        match groups.last_mut().filter(|group| group.term.text == term) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group { term: Text::new(term, talk), lines: vec![line] }),
        }
    }
    Ok(groups)
}

/// Reads the first links of a file, for its page.
pub(crate) async fn section(web: &Web, visitor: &Visitor, id: ClientId) -> Result<Section, WebError> {
    let found = of_file(web.store.read(), visitor.scope(), id, 0).await?;
    Ok(Section {
        talk: visitor.talk(),
        id: id.0,
        groups: groups(web, visitor, found.rows).await?,
        more: found.next.is_some(),
        may_write: visitor.may(Habilitation::WriteClients).is_ok(),
    })
}

#[derive(Template)]
#[template(path = "links/list.html")]
struct ListPage {
    page: Page,
    own: Named,
    links: Section,
    next: Option<i64>,
}

/// A page of the links of a file, with its name first.
async fn list(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let own = clients::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    if own.merged_into.is_some() {
        return merge::led_to_winner(&web, &visitor, own.id).await;
    }
    let query = query.unwrap_or_default();
    let after = asked(Some(query.clone())).get("after").parse().unwrap_or(0);
    let found = of_file(web.store.read(), visitor.scope(), own.id, after).await?;
    let links = Section {
        talk,
        id: own.id.0,
        groups: groups(&web, &visitor, found.rows).await?,
        more: false,
        may_write: visitor.may(Habilitation::WriteClients).is_ok(),
    };
    let page = Page::new(&web, &visitor, "links-title").await?.under("/clients").document_of(&query);
    let masking = masking_of_lists(&web, &visitor).await?;
    Page::show(&ListPage { page, own: Named::masked(&own, script, talk, &masking), links, next: found.next })
}

#[derive(Template)]
#[template(path = "links/removal.html")]
struct RemovalPage {
    page: Page,
    own: Named,
    other: Named,
    term: Text,
    id: i64,
}

/// The file of an address and one of its links.
async fn found(web: &Web, visitor: &Visitor, id: &str, link: &str) -> Result<(Client, Link), WebError> {
    let own = clients::get(web.store.read(), visitor.scope(), id_of(id)?).await?;
    let link = link.parse().map_err(|_| WebError::NotFound)?;
    let link = store::get(web.store.read(), visitor.scope(), own.id, link).await?;
    Ok((own, link))
}

/// Asks once more before a link is taken away.
async fn confirm(State(web): State<Web>, visitor: Visitor, Path((id, link)): Path<(String, String)>) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let (own, link) = found(&web, &visitor, &id, &link).await?;
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let masking = masking_of_lists(&web, &visitor).await?;
    let named = |client: &Client| Named::masked(client, script, talk, &masking);
    let page = Page::new(&web, &visitor, "links-remove").await?.under("/clients");
    let (term, id) = (Text::new(term(&link, talk), talk), link.id);
    Page::show(&RemovalPage { page, own: named(&own), other: named(&link.other), term, id })
}

/// Takes a link away. A post that comes twice finds nothing the second time and leads to the file.
async fn act(State(web): State<Web>, visitor: Visitor, Path((id, link)): Path<(String, String)>, _: Fields) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let id = id_of(&id)?;
    let link = link.parse().map_err(|_| WebError::NotFound)?;
    clients::get(web.store.read(), visitor.scope(), id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    match remove(&change, id, link).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "links-removed").await?;
        }
        Err(StoreError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&format!("/clients/{}", id.0)))
}
