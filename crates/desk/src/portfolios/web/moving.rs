//! Assigning files: many by a filter, with what it would do first; one from its file; and the way back.

use ::store::{Once, StoreError, spend};
use ::web::{Answer, Check, Field, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::Talk;

use super::{PLACE, asked, id_of};
use crate::clients::counting::{self, Grouping};
use crate::clients::{ClientId, Filter, Terms, get, in_words, portfolio_name, terms};
use crate::portfolios::store::moves::{self, Move};
use crate::portfolios::{MOST_MOVED, store};

/// A line of the history of assignments.
struct Told {
    one: Move,
    to: String,
    words: String,
}

fn told(talk: Talk, one: Move, terms: &Terms) -> Told {
    let words = if one.query.is_empty() {
        talk.t("portfolios-one-file").into_owned()
    } else {
        Filter::parse(&one.query).map_or_else(|_| one.query.clone(), |filter| in_words(talk, &filter, terms))
    };
    Told { to: portfolio_name(talk, one.portfolio, &terms.portfolios), words, one }
}

#[derive(Template)]
#[template(path = "portfolios/moves.html")]
struct MovesPage {
    page: Page,
    lines: Vec<Told>,
    next: Option<i64>,
}

/// The assignments, newest first.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let before = Fields::parse(query.unwrap_or_default().as_bytes()).get("before").parse().ok();
    let (found, terms) = tokio::try_join!(moves::list(db, scope, before), terms(db, &visitor))?;
    let page = Page::new(&web, &visitor, "portfolios-moves").await?.under(PLACE);
    let lines = found.rows.into_iter().map(|one| told(talk, one, &terms)).collect();
    Page::show(&MovesPage { page, lines, next: found.next })
}

#[derive(Template)]
#[template(path = "portfolios/move.html")]
struct MovePage {
    page: Page,
    told: Told,
}

/// One assignment, and the button that undoes it.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let (db, scope) = (web.store.read(), visitor.scope());
    let one = moves::get(db, scope, id_of(&id)?).await?;
    let terms = terms(db, &visitor).await?;
    let page = Page::new(&web, &visitor, "portfolios-move").await?.under(PLACE);
    Page::show(&MovePage { page, told: told(visitor.talk(), one, &terms) })
}

/// Undoes an assignment; a second post changes nothing.
pub(super) async fn undo(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, _: Fields) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let change = web.store.begin(visitor.scope()).await?;
    let one = moves::get(&*change, visitor.scope(), id_of(&id)?).await?;
    match moves::undo(&change, &one).await {
        Ok(_) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "portfolios-undone").await?;
        }
        Err(StoreError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&format!("/portfolios/moves/{}", one.id)))
}

/// A portfolio that loses files.
struct Leaving {
    name: String,
    files: i64,
}

#[derive(Template)]
#[template(path = "portfolios/preview.html")]
struct PreviewPage {
    page: Page,
    words: String,
    query: String,
    files: i64,
    form: Form,
    /// Where the files would go and how many would move.
    to: Option<(String, i64)>,
    leaving: Vec<Leaving>,
    most: i64,
    too_many: bool,
    confirmation: Option<Form>,
    /// True when the count is no longer the one that was confirmed.
    changed: bool,
}

/// The portfolios to choose from, "none" last.
fn targets(talk: Talk, portfolios: &[(i64, String)]) -> Vec<(String, String)> {
    let none = ("0".to_owned(), talk.t("filters-portfolio-none").into_owned());
    portfolios.iter().map(|(id, name)| (id.to_string(), name.clone())).chain(std::iter::once(none)).collect()
}

/// The portfolio that a field names, 0 for none.
fn target_of(check: &mut Check<'_>, fields: &Fields, portfolios: &[(i64, String)]) -> Option<i64> {
    let to = fields.get("to").parse().ok().filter(|to| *to == 0 || portfolios.iter().any(|(id, _)| id == to));
    if to.is_none() {
        check.wrong("to", "frame-error-choice");
    }
    to
}

async fn preview_page(web: &Web, visitor: &Visitor, fields: &Fields, changed: bool) -> Result<PreviewPage, WebError> {
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let filter = Filter::read(fields).map_err(|_| WebError::Conflict("portfolios-unreadable"))?;
    let terms = terms(db, visitor).await?;
    let portfolios = &terms.portfolios;
    let mut check = Check::new(fields);
    let chosen = if fields.has("to") { target_of(&mut check, fields, portfolios) } else { None };
    let query = filter.query();
    let form = Form::search(talk, "/portfolios/moves/new", "portfolios-preview").fields(
        vec![Field::select(talk, "to", "portfolios-target", targets(talk, portfolios))],
        fields,
        &check.errors,
    );
    let form = filter.fields().0.into_iter().fold(form, |form, (name, value)| form.hidden(&name, value));
    let now = asked(web);
    let rows = counting::by(db, scope, &filter, now, Grouping::Portfolio).await?;
    let files = rows.iter().map(|row| row.files).sum();
    let moving = match chosen {
        Some(to) => Some((to, moves::would_move(db, scope, &filter, now, to).await?)),
        None => None,
    };
    let leaving = rows.iter().filter(|row| chosen.is_some_and(|to| to != row.value));
    let confirmation = moving.filter(|(_, moved)| (1..=MOST_MOVED).contains(moved)).map(|(to, moved)| {
        Form::new(talk, "/portfolios/moves", format!("/portfolios/moves/new?{query}&to={to}"), "portfolios-assign")
            .hidden("query", query.as_str())
            .hidden("to", to.to_string())
            .hidden("files", moved.to_string())
            .hidden("once", web.chance.token(16))
    });
    let page = Page::new(web, visitor, "portfolios-move-new").await?.under(PLACE).wrong(form.is_wrong());
    Ok(PreviewPage {
        words: in_words(talk, &filter, &terms),
        to: moving.map(|(to, moved)| (portfolio_name(talk, to, portfolios), moved)),
        leaving: leaving
            .map(|row| Leaving { name: portfolio_name(talk, row.value, portfolios), files: row.files })
            .collect(),
        most: MOST_MOVED,
        too_many: moving.is_some_and(|(_, moved)| moved > MOST_MOVED),
        page,
        query,
        files,
        form,
        confirmation,
        changed,
    })
}

/// What an assignment would do.
pub(super) async fn preview(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let shown = preview_page(&web, &visitor, &fields, false).await?;
    if shown.page.wrong { Page::show_wrong(&shown) } else { Page::show(&shown) }
}

/// Assigns what was confirmed; when the files are no longer as many, it shows the preview again.
pub(super) async fn assign(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let filter = Filter::parse(fields.get("query")).map_err(|_| WebError::Conflict("portfolios-unreadable"))?;
    let portfolios = store::names(web.store.read(), visitor.scope()).await?;
    let mut check = Check::new(&fields);
    let to = target_of(&mut check, &fields, &portfolios).ok_or(WebError::Conflict("portfolios-unreadable"))?;
    let change = web.store.begin(visitor.scope()).await?;
    let place = "/portfolios/moves";
    if let Once::Again(place) = spend(&change, fields.get("once"), place).await? {
        return Ok(see_other(&place));
    }
    let files = moves::assign(&change, &filter, asked(&web), to).await?;
    if files.to_string() != fields.get("files") || files > MOST_MOVED {
        drop(change);
        let mut again = filter.fields();
        again.set("to", to.to_string());
        let shown = preview_page(&web, &visitor, &again, true).await?;
        return Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response());
    }
    change.commit().await?;
    sessions::tell(&web, &visitor, "portfolios-assigned").await?;
    Ok(see_other(place))
}

#[derive(Template)]
#[template(path = "portfolios/file.html")]
struct FilePage {
    page: Page,
    id: i64,
    name: String,
    portfolio: String,
    form: Form,
    lines: Vec<Told>,
}

/// The portfolio of one file, how it came there, and the form that changes it.
pub(super) async fn file(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let id = ClientId(id_of(&id)?);
    let client = get(db, scope, id).await?;
    let (terms, own) = tokio::try_join!(terms(db, &visitor), moves::portfolio_of(db, scope, id))?;
    let portfolios = &terms.portfolios;
    let mut values = Fields::default();
    values.set("to", own.to_string());
    let place = format!("/portfolios/files/{}", id.0);
    let form = Form::new(talk, place.as_str(), place.as_str(), "portfolios-assign-one")
        .fields(vec![Field::select(talk, "to", "portfolios-target", targets(talk, portfolios))], &values, &[])
        .hidden("once", web.chance.token(16));
    let lines = moves::of_file(db, scope, id).await?.into_iter().map(|one| told(talk, one, &terms)).collect();
    let page = Page::new(&web, &visitor, "portfolios-file").await?.under("/clients");
    Page::show(&FilePage {
        page,
        id: id.0,
        name: client.name(visitor.preferences.script),
        portfolio: portfolio_name(talk, own, portfolios),
        form,
        lines,
    })
}

pub(super) async fn assign_file(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::ManagePortfolios)?;
    let (db, scope) = (web.store.read(), visitor.scope());
    let id = ClientId(id_of(&id)?);
    get(db, scope, id).await?;
    let portfolios = store::names(db, scope).await?;
    let mut check = Check::new(&fields);
    let to = target_of(&mut check, &fields, &portfolios).ok_or(WebError::Conflict("portfolios-unreadable"))?;
    let place = format!("/clients/{}", id.0);
    let change = web.store.begin(scope).await?;
    let moved = moves::assign_one(&change, id, to).await?;
    if moved > 0 && spend(&change, fields.get("once"), &place).await? == Once::First {
        change.commit().await?;
        sessions::tell(&web, &visitor, "portfolios-assigned").await?;
    }
    Ok(see_other(&place))
}
