//! The list of attempts that wait for a trainer, and of those reviewed last.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use ::web::{Answer, Habilitation, Page, Visitor, Web, WebError, accounts};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use words::Talk;

use crate::assessment::store;
use crate::exercises::{exercise_of, said};
use crate::practice::{Attempt, Mode, attempt_by_id, attempts_to_review, scenario_by_id};

/// One attempt in one line.
struct Line {
    id: i64,
    trainee: String,
    title: String,
    code: String,
    closed: String,
    exam: bool,
}

#[derive(Template)]
#[template(path = "assessment/reviews.html")]
struct ReviewsPage {
    page: Page,
    waiting: Vec<Line>,
    next: Option<i64>,
    reviewed: Vec<Line>,
}

#[derive(Deserialize)]
pub(super) struct After {
    after: Option<i64>,
}

/// Oldest first: who waits longest is seen first.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, Query(after): Query<After>) -> Answer {
    visitor.may(Habilitation::Review)?;
    let page = Page::new(&web, &visitor, "assessment-reviews-title").await?.under("/reviews");
    let found = attempts_to_review(&web.store, after.after).await?;
    let mut reviewed = Vec::new();
    for id in store::reviewed(&web.store).await? {
        reviewed.push(attempt_by_id(web.store.read(), id).await?);
    }
    let waiting = lines(&web, &page, &found.rows).await?;
    let reviewed = lines(&web, &page, &reviewed).await?;
    Page::show(&ReviewsPage { page, waiting, next: found.next, reviewed })
}

async fn lines(web: &Web, page: &Page, attempts: &[Attempt]) -> Result<Vec<Line>, WebError> {
    let ids: Vec<i64> = attempts.iter().map(|attempt| attempt.trainee.0).collect();
    let names = accounts::names(&web.store, &ids).await?;
    let mut scenarios: BTreeMap<i64, (String, String)> = BTreeMap::new();
    let mut lines = Vec::new();
    for attempt in attempts {
        let (title, code) = match scenarios.entry(attempt.scenario.0) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(place) => place.insert(title_and_code(web, attempt, page.talk).await?).clone(),
        };
        lines.push(Line {
            id: attempt.id.0,
            trainee: names.get(&attempt.trainee.0).cloned().unwrap_or_default(),
            title,
            code,
            closed: page.when(&attempt.closed_at),
            exam: attempt.mode == Mode::Exam,
        });
    }
    Ok(lines)
}

/// One pinned exercise that no longer reads must not close the whole list: its code then stands alone.
async fn title_and_code(web: &Web, attempt: &Attempt, talk: Talk) -> Result<(String, String), WebError> {
    match exercise_of(web.store.read(), attempt.scenario).await {
        Ok(exercise) => Ok((said(&exercise.title, talk).to_owned(), exercise.code)),
        Err(WebError::Broken(why)) => {
            tracing::error!(%why, "an exercise of the list of reviews");
            let stored = scenario_by_id(web.store.read(), attempt.scenario).await?;
            Ok((String::new(), stored.code))
        }
        Err(error) => Err(error),
    }
}
