//! The first page of the lab: its exercises, and what is open.

use ::web::{Answer, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::State;
use words::Talk;

use super::{commands, documents, keys, room};
use crate::exercises::{self, Kind, said};
use crate::practice::scenario_by_id;
use crate::practice::store::{newest, unfinished};

/// The routes of the lab.
pub fn routes(web: Web) -> Routes {
    let home = Routes::new().page("/lab", home).with_state(web.clone());
    home.merge(commands::routes(web.clone())).merge(documents::routes(web.clone())).merge(keys::routes(web))
}

struct Line {
    code: String,
    title: String,
}

struct Open {
    title: String,
    place: String,
}

#[derive(Template)]
#[template(path = "lab/home.html")]
struct Home {
    page: Page,
    open: Vec<Open>,
    commands: Vec<Line>,
    documents: Vec<Line>,
    keys: Vec<Line>,
}

async fn home(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let page = Page::new(&web, &visitor, "lab-title").await?.under("/practice");
    let talk = visitor.talk();
    let mut open = vec![];
    for kind in [Kind::Commands, Kind::Document] {
        if let Some(attempt) = unfinished(web.store.read(), visitor.account.id, kind).await? {
            let exercise = exercises::read(&scenario_by_id(web.store.read(), attempt.scenario).await?)?;
            open.push(Open { title: said(&exercise.title, talk).to_owned(), place: room::place(&attempt) });
        }
    }
    let commands = lines(&web, Kind::Commands, talk).await?;
    let documents = lines(&web, Kind::Document, talk).await?;
    let keys = lines(&web, Kind::Keys, talk).await?;
    Page::show(&Home { page, open, commands, documents, keys })
}

/// The exercises of a kind, in the order of the numbers at the end of their codes.
async fn lines(web: &Web, kind: Kind, talk: Talk) -> Result<Vec<Line>, WebError> {
    let mut lines = vec![];
    for stored in newest(&web.store, kind).await? {
        let exercise = exercises::read(&stored)?;
        lines.push(Line { title: said(&exercise.title, talk).to_owned(), code: exercise.code });
    }
    lines.sort_by_key(|line| line.code.rsplit('-').next().and_then(|number| number.parse::<u32>().ok()));
    Ok(lines)
}
