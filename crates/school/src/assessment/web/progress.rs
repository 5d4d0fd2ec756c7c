//! The progress of a trainee, per module and objective, and the list of trainees.

use std::collections::BTreeMap;

use ::programme::Module;
use ::store::AccountId;
use ::web::{Answer, Habilitation, Page, Role, Visitor, Web, WebError, accounts};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use words::{Arg, Talk};

use crate::assessment::progress::{Rule, Standing, Sum, groups, standings};
use crate::assessment::shown::{Badge, badge};
use crate::assessment::{Status, store};
use crate::programme::programme;

struct ShownStanding {
    badge: Badge,
    pieces: usize,
    date: String,
    by: String,
    /// The result that it comes from, for those who may open it.
    href: Option<String>,
}

struct Row {
    id: String,
    text: String,
    standing: Option<ShownStanding>,
}

struct Group {
    /// The objective; nothing for the general criteria.
    id: Option<String>,
    title: String,
    rows: Vec<Row>,
}

struct ShownModule {
    code: String,
    title: String,
    sum: String,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "assessment/progress.html")]
struct ProgressPage {
    page: Page,
    name: String,
    modules: Vec<ShownModule>,
    untouched: Vec<(String, String)>,
    /// True on the trainee's own page, which leads to what they say of themselves.
    own: bool,
}

/// The trainee's own progress.
pub(super) async fn own(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let page = Page::new(&web, &visitor, "assessment-progress-title").await?.under("/progress").document();
    let id = visitor.account.id;
    Page::show(&progress_page(&web, page, (id, &visitor.account.name), true, true).await?)
}

/// The progress of one trainee, for trainers and the head of studies.
pub(super) async fn of_trainee(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::ReadProgress)?;
    let account = accounts::account_of(web.store.read(), AccountId(id)).await?;
    if account.role != Role::Trainee {
        return Err(WebError::NotFound);
    }
    let page = Page::new(&web, &visitor, "assessment-progress-one").await?.under("/trainees").document();
    let may_open = visitor.may(Habilitation::Review).is_ok();
    Page::show(&progress_page(&web, page, (account.id, &account.name), false, may_open).await?)
}

/// `published` leaves out exams whose review goes on; `may_open` links to the results.
async fn progress_page(
    web: &Web,
    page: Page,
    (trainee, name): (AccountId, &str),
    published: bool,
    may_open: bool,
) -> Result<ProgressPage, WebError> {
    let pieces = store::pieces_of(&web.store, trainee, published).await?;
    let standings = standings(&pieces, Rule::default());
    let deciders: Vec<i64> = standings.values().map(|own| own.by.0).collect();
    let people = accounts::names(&web.store, &deciders).await?;
    let teller = Teller { page: &page, people: &people, may_open };
    let (mut modules, mut untouched) = (Vec::new(), Vec::new());
    for module in &programme().modules {
        let sum = Sum::of(module, &standings);
        if sum.is_empty() {
            untouched.push((module.code.clone(), module.title.get(page.talk.lang.code()).to_owned()));
        } else {
            modules.push(teller.module(module, sum, &standings));
        }
    }
    Ok(ProgressPage { name: name.to_owned(), modules, untouched, own: published, page })
}

struct Teller<'a> {
    page: &'a Page,
    people: &'a BTreeMap<i64, String>,
    may_open: bool,
}

impl Teller<'_> {
    fn module(&self, module: &'static Module, sum: Sum, standings: &BTreeMap<&str, Standing>) -> ShownModule {
        let (talk, lang) = (self.page.talk, self.page.talk.lang.code());
        let row = |criterion: &::programme::Criterion| Row {
            id: criterion.id.clone(),
            text: criterion.text.get(lang).to_owned(),
            standing: standings.get(criterion.id.as_str()).map(|own| self.standing(own)),
        };
        let group = |(objective, criteria): (Option<&::programme::Objective>, &[::programme::Criterion])| Group {
            id: objective.map(|own| own.id.clone()),
            title: objective
                .map_or_else(|| talk.t("assessment-general").into_owned(), |own| own.text.get(lang).to_owned()),
            rows: criteria.iter().map(row).collect(),
        };
        ShownModule {
            code: module.code.clone(),
            title: module.title.get(lang).to_owned(),
            sum: sentence(talk, "assessment-sum", sum),
            groups: groups(module).into_iter().map(group).collect(),
        }
    }

    fn standing(&self, own: &Standing) -> ShownStanding {
        ShownStanding {
            badge: badge(own.status, self.page.talk),
            pieces: own.pieces,
            date: self.page.talk.date(own.at, self.page.offset),
            by: self.people.get(&own.by.0).cloned().unwrap_or_default(),
            href: self.may_open.then(|| format!("/attempts/{}/result", own.attempt.0)),
        }
    }
}

/// A sum in one sentence.
fn sentence(talk: Talk, key: &str, sum: Sum) -> String {
    let args = [
        ("acquired", Arg::from(sum.acquired)),
        ("progress", Arg::from(sum.in_progress)),
        ("not", Arg::from(sum.not_acquired)),
        ("open", Arg::from(sum.undecided)),
    ];
    talk.with(key, &args)
}

struct Line {
    id: i64,
    name: String,
    sum: String,
    last: Option<String>,
}

#[derive(Template)]
#[template(path = "assessment/trainees.html")]
struct TraineesPage {
    page: Page,
    lines: Vec<Line>,
    next: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct After {
    after: Option<i64>,
}

/// The trainees, each in one line.
pub(super) async fn trainees(State(web): State<Web>, visitor: Visitor, Query(after): Query<After>) -> Answer {
    visitor.may(Habilitation::ReadProgress)?;
    let page = Page::new(&web, &visitor, "assessment-trainees-title").await?.under("/trainees");
    let found = accounts::list(&web.store, Some(Role::Trainee), after.after).await?;
    let mut lines = Vec::new();
    for account in found.rows {
        let pieces = store::pieces_of(&web.store, AccountId(account.id), false).await?;
        let standings = standings(&pieces, Rule::default());
        let count = |status: Status| standings.values().filter(|own| own.status == status).count();
        let sum = Sum {
            acquired: count(Status::Acquired),
            in_progress: count(Status::InProgress),
            not_acquired: count(Status::NotAcquired),
            undecided: 0,
        };
        let last = standings.values().map(|own| own.at).max();
        lines.push(Line {
            id: account.id,
            name: account.name,
            sum: match last {
                Some(_) => sentence(page.talk, "assessment-trainee-sum", sum),
                None => page.talk.t("assessment-nothing-yet").into_owned(),
            },
            last: last.map(|at| page.talk.date(at, page.offset)),
        });
    }
    Page::show(&TraineesPage { page, lines, next: found.next })
}
