//! The scripts of the centre, to be read. They are written in files and published by the house.

use ::web::{Answer, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use words::{Arg, Lang};

use super::format::{Kind, Phase, Step};
use super::{Listed, Merge, Script, ScriptId, store};

const ROOM: &str = "/scripts";

/// The routes of the scripts.
pub fn routes(web: Web) -> Routes {
    Routes::new().page("/scripts", list).page("/scripts/{id}", show).with_state(web)
}

#[derive(Template)]
#[template(path = "scripts/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Listed>,
    next: Option<i64>,
}

#[derive(Deserialize)]
struct After {
    after: Option<i64>,
}

/// The newest version of every script.
async fn list(State(web): State<Web>, visitor: Visitor, Query(after): Query<After>) -> Answer {
    visitor.may(Habilitation::ReadScripts)?;
    let found = store::list(web.store.read(), visitor.scope(), after.after).await?;
    let page = Page::new(&web, &visitor, "scripts-title").await?.under(ROOM);
    Page::show(&ListPage { page, rows: found.rows, next: found.next })
}

impl ListPage {
    fn facts(&self, row: &Listed) -> String {
        let args = [("version", Arg::from(row.version)), ("steps", Arg::from(row.steps))];
        self.page.talk.html("scripts-line", &args)
    }

    fn spoken(&self, row: &Listed) -> String {
        language(&self.page, Lang::parse(&row.language).unwrap_or(Lang::Fr))
    }
}

/// The name of a language in the language of the page.
fn language(page: &Page, language: Lang) -> String {
    let key = match language {
        Lang::Fr => "scripts-language-fr",
        Lang::Ar => "scripts-language-ar",
        Lang::En => "scripts-language-en",
    };
    page.talk.t(key).into_owned()
}

#[derive(Template)]
#[template(path = "scripts/script.html")]
struct ScriptPage {
    page: Page,
    script: Script,
    newest: bool,
    versions: Vec<Listed>,
    before: Option<i64>,
}

#[derive(Deserialize)]
struct Before {
    before: Option<i64>,
}

/// One version of a script: its steps in order, and the versions of the same code.
async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(before): Query<Before>,
) -> Answer {
    visitor.may(Habilitation::ReadScripts)?;
    let id = id.parse().map(ScriptId).map_err(|_| WebError::NotFound)?;
    let (db, scope) = (web.store.read(), visitor.scope());
    let script = store::get(db, scope, id).await?;
    let latest = store::latest(db, scope, &script.code).await?;
    let newest = latest.is_none_or(|latest| latest.version == script.version);
    let versions = store::versions(db, scope, &script.code, before.before).await?;
    let args = [("code", Arg::ltr(&script.code)), ("version", Arg::from(script.version))];
    let title = visitor.talk().with("scripts-script-title", &args);
    let query = before.before.map(|before| format!("before={before}")).unwrap_or_default();
    let page = Page::titled(&web, &visitor, title).await?.under(ROOM).document_of(&query);
    Page::show(&ScriptPage { page, script, newest, versions: versions.rows, before: versions.next })
}

impl ScriptPage {
    fn spoken(&self) -> String {
        language(&self.page, self.script.lang())
    }

    fn words(&self, step: &Step) -> String {
        Merge::default().said(&self.script, step)
    }

    fn phase(&self, step: &Step) -> String {
        let key = match step.phase {
            Phase::Greeting => "calls-phase-greeting",
            Phase::Identification => "calls-phase-identification",
            Phase::Need => "calls-phase-need",
            Phase::Answer => "calls-phase-answer",
            Phase::Closing => "calls-phase-closing",
        };
        self.page.talk.t(key).into_owned()
    }

    fn kind(&self, step: &Step) -> String {
        let key = match step.kind {
            Kind::Say => "scripts-kind-say",
            Kind::Ask => "scripts-kind-ask",
            Kind::Do => "scripts-kind-do",
        };
        self.page.talk.t(key).into_owned()
    }

    /// The rank, from 1, and the short text of the step that a branch leads to.
    fn target(&self, id: &str) -> Option<(usize, &str)> {
        let steps = &self.script.definition.steps;
        let rank = steps.iter().position(|step| step.id == id)?;
        Some((rank + 1, steps[rank].short.as_str()))
    }

    fn leads(&self, rank: &usize) -> String {
        self.page.talk.html("scripts-branch-to", &[("rank", Arg::from(*rank))])
    }

    fn version(&self, row: &Listed) -> String {
        self.page.talk.with("scripts-version", &[("version", Arg::from(row.version))])
    }
}
