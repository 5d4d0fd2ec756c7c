//! The pages of portfolios: who is in charge of which files, and how much work that is.

mod moving;
mod transfer;

use std::collections::BTreeMap;

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Role, Routes, Visitor, Web, WebError,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::Talk;

use super::NAME;
use super::store::{self, Portfolio};
use crate::clients::counting::{self, Counted, Grouping};
use crate::clients::{Asked, Condition, Filter};

pub(super) const PLACE: &str = "/portfolios";

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list)
        .post(PLACE, create)
        .page("/portfolios/new", blank)
        .page("/portfolios/{id}/edit", open)
        .post("/portfolios/{id}/edit", save)
        .page("/portfolios/{id}/deletion", confirm)
        .post("/portfolios/{id}/deletion", delete)
        .page("/portfolio-transfer", transfer::preview)
        .post("/portfolio-transfer", transfer::hand_over)
        .page("/portfolios/moves", moving::list)
        .post("/portfolios/moves", moving::assign)
        .page("/portfolios/moves/new", moving::preview)
        .page("/portfolios/moves/{id}", moving::show)
        .post("/portfolios/moves/{id}/undoing", moving::undo)
        .page("/portfolios/files/{id}", moving::file)
        .post("/portfolios/files/{id}", moving::assign_file)
        .with_state(web)
}

fn id_of(text: &str) -> Result<i64, WebError> {
    text.parse().map_err(|_| WebError::NotFound)
}

fn asked(web: &Web) -> Asked {
    Asked { now: web.clock().now(), offset: web.config.offset_minutes }
}

/// A portfolio, or an agent, and the work that it is.
struct Line {
    id: i64,
    name: String,
    agent: String,
    files: i64,
    incomplete: i64,
    stale: i64,
}

#[derive(Template)]
#[template(path = "portfolios/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    agents: Vec<Line>,
    may_manage: bool,
}

/// The portfolios and their work: an agent's own, or all and what each agent has.
async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ReadPortfolios)?;
    let (db, scope) = (web.store.read(), visitor.scope());
    let own = (visitor.account.role == Role::Agent).then_some(visitor.account.id.0);
    let portfolios = store::list(db, scope, own).await?;
    let lines = work(&web, &visitor, &portfolios).await?;
    let page = Page::new(&web, &visitor, "portfolios-title").await?.under(PLACE).document();
    let agents = if own.is_none() { by_agent(&lines) } else { vec![] };
    Page::show(&ListPage { page, agents, lines, may_manage: visitor.may(Habilitation::ManagePortfolios).is_ok() })
}

async fn work(web: &Web, visitor: &Visitor, portfolios: &[Portfolio]) -> Result<Vec<Line>, WebError> {
    let ids: Vec<i64> = portfolios.iter().map(|portfolio| portfolio.id).collect();
    let counted: Vec<Counted> = if ids.is_empty() {
        vec![]
    } else {
        let filter = Filter::default().with(Condition::Portfolio(ids));
        counting::by(web.store.read(), visitor.scope(), &filter, asked(web), Grouping::Portfolio).await?
    };
    let line = |portfolio: &Portfolio| {
        let own = counted.iter().find(|row| row.value == portfolio.id);
        let of = |take: fn(&Counted) -> i64| own.map_or(0, take);
        Line {
            id: portfolio.id,
            name: portfolio.name.clone(),
            agent: portfolio.agent.clone(),
            files: of(|row| row.files),
            incomplete: of(|row| row.files - row.complete),
            stale: of(|row| row.stale),
        }
    };
    Ok(portfolios.iter().map(line).collect())
}

fn by_agent(lines: &[Line]) -> Vec<Line> {
    let mut sums: BTreeMap<&str, Line> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.agent.is_empty()) {
        let empty =
            || Line { id: 0, name: String::new(), agent: line.agent.clone(), files: 0, incomplete: 0, stale: 0 };
        let sum = sums.entry(&line.agent).or_insert_with(empty);
        sum.files += line.files;
        sum.incomplete += line.incomplete;
        sum.stale += line.stale;
    }
    sums.into_values().collect()
}

#[derive(Template)]
#[template(path = "portfolios/form.html")]
struct FormPage {
    page: Page,
    form: Form,
}

struct Stand<'a> {
    action: &'a str,
    place: &'a str,
    title: &'static str,
    hidden: (&'static str, String),
}

/// The people to choose from, nobody first.
fn choices(talk: Talk, agents: Vec<(i64, String)>) -> Vec<(String, String)> {
    let nobody = (String::new(), talk.t("portfolios-nobody").into_owned());
    std::iter::once(nobody).chain(agents.into_iter().map(|(id, name)| (id.to_string(), name))).collect()
}

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    stand: Stand<'_>,
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let agents = store::agents(web.store.read(), visitor.scope()).await?;
    let fields = vec![
        Field::line(talk, "name", "portfolios-name").required(talk).hint(talk, "portfolios-hint-name"),
        Field::select(talk, "agent", "portfolios-agent", choices(talk, agents)),
    ];
    let form = Form::new(talk, stand.action, stand.place, "portfolios-save")
        .fields(fields, values, errors)
        .hidden(stand.hidden.0, stand.hidden.1);
    let page = Page::new(web, visitor, stand.title).await?.under(PLACE).wrong(form.is_wrong());
    Ok(FormPage { page, form })
}

/// Name and agent, or what is wrong with them.
async fn read(
    web: &Web,
    visitor: &Visitor,
    fields: &Fields,
    own: i64,
) -> Result<Result<(String, i64), Vec<FieldError>>, WebError> {
    let mut check = Check::new(fields);
    let name = check.required("name", NAME, "portfolios-error-name");
    let (db, scope) = (web.store.read(), visitor.scope());
    let agent = agent_of(web, visitor, &mut check, fields, "agent").await?;
    let (taken, full) = store::is_taken(db, scope, &name, own).await?;
    if taken {
        check.wrong("name", "portfolios-error-taken");
    }
    if full && own == 0 {
        check.wrong("name", "portfolios-error-full");
    }
    Ok(if check.errors.is_empty() { Ok((name, agent)) } else { Err(check.errors) })
}

/// The account that a field names, 0 for nobody.
async fn agent_of(
    web: &Web,
    visitor: &Visitor,
    check: &mut Check<'_>,
    fields: &Fields,
    field: &str,
) -> Result<i64, WebError> {
    let agents = store::agents(web.store.read(), visitor.scope()).await?;
    match fields.get(field) {
        "" => Ok(0),
        code => {
            let found = code.parse().ok().filter(|id| agents.iter().any(|(own, _)| own == id));
            if found.is_none() {
                check.wrong(field, "frame-error-choice");
            }
            Ok(found.unwrap_or(0))
        }
    }
}

async fn blank(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let stand = new_stand(web.chance.token(16));
    Page::show(&form_page(&web, &visitor, stand, &Fields::default(), &[]).await?)
}

fn new_stand(once: String) -> Stand<'static> {
    Stand { action: PLACE, place: "/portfolios/new", title: "portfolios-new", hidden: ("once", once) }
}

async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let once = fields.get("once");
    let read = read(&web, &visitor, &fields, 0).await?;
    let change = web.store.begin(visitor.scope()).await?;
    let (name, agent) = match read {
        Ok(read) => read,
        Err(errors) => {
            // The second of two posts finds its own name taken.
            if matches!(spend(&change, once, PLACE).await?, Once::Again(_)) {
                return Ok(see_other(PLACE));
            }
            drop(change);
            let stand = new_stand(once.to_owned());
            return Page::show_wrong(&form_page(&web, &visitor, stand, &fields, &errors).await?);
        }
    };
    store::add(&change, &name, agent).await?;
    if spend(&change, once, PLACE).await? == Once::First {
        change.commit().await?;
        sessions::tell(&web, &visitor, "portfolios-saved").await?;
    }
    Ok(see_other(PLACE))
}

fn edit_stand(place: &str, version: String) -> Stand<'_> {
    Stand { action: place, place, title: "portfolios-edit", hidden: ("version", version) }
}

async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let portfolio = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let mut values = Fields::default();
    values.set("name", portfolio.name);
    values.set("agent", if portfolio.agent_id == 0 { String::new() } else { portfolio.agent_id.to_string() });
    let place = format!("/portfolios/{}/edit", portfolio.id);
    Page::show(&form_page(&web, &visitor, edit_stand(&place, portfolio.version.to_string()), &values, &[]).await?)
}

async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let portfolio = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let place = format!("/portfolios/{}/edit", portfolio.id);
    let (errors, version) = match read(&web, &visitor, &fields, portfolio.id).await? {
        Err(errors) => (errors, fields.get("version").to_owned()),
        Ok((name, agent)) => {
            let change = web.store.begin(visitor.scope()).await?;
            let version = fields.get("version").parse().unwrap_or(0);
            match store::change_to(&change, &portfolio, version, &name, agent).await {
                Ok(()) => {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "portfolios-saved").await?;
                    return Ok(see_other(PLACE));
                }
                Err(StoreError::Stale) => {
                    let error = FieldError { field: "name".to_owned(), key: "portfolios-error-stale", args: vec![] };
                    (vec![error], portfolio.version.to_string())
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    Page::show_wrong(&form_page(&web, &visitor, edit_stand(&place, version), &fields, &errors).await?)
}

#[derive(Template)]
#[template(path = "portfolios/deletion.html")]
struct DeletionPage {
    page: Page,
    portfolio: Portfolio,
    holds: bool,
}

async fn confirm(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let (db, scope) = (web.store.read(), visitor.scope());
    let portfolio = store::get(db, scope, id_of(&id)?).await?;
    let holds = store::holds_files(db, scope, portfolio.id).await?;
    let page = Page::new(&web, &visitor, "portfolios-deletion").await?.under(PLACE);
    Page::show(&DeletionPage { page, portfolio, holds })
}

/// Only an empty portfolio is deleted; a second post finds nothing and leads to the list.
async fn delete(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, _: Fields) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let change = web.store.begin(visitor.scope()).await?;
    match store::get(&*change, visitor.scope(), id_of(&id)?).await {
        Ok(portfolio) if store::holds_files(&*change, visitor.scope(), portfolio.id).await? => {
            return Err(WebError::Conflict("portfolios-deletion-holds"));
        }
        Ok(portfolio) => {
            store::delete(&change, &portfolio).await?;
            change.commit().await?;
            sessions::tell(&web, &visitor, "portfolios-deleted").await?;
        }
        Err(StoreError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(PLACE))
}
