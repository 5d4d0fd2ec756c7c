//! The result of a try, handing it to the trainer, and the trainee's own history.

use ::web::{Answer, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;

use super::typing::{own_try, place};
use super::{entry_key, language_key};
use crate::assessment::measure::Measure;
use crate::assessment::shown::percent;
use crate::drills::handover::{self, drill_of};
use crate::drills::shown::ShownOutcome;
use crate::drills::{Try, store};
use crate::exercises::{exercise_of, own_centre, said};

#[derive(Template)]
#[template(path = "drills/result.html")]
struct ResultPage {
    page: Page,
    id: i64,
    code: String,
    outcome: String,
    /// The attempt that it became.
    attempt: Option<i64>,
}

pub(super) async fn show(web: &Web, visitor: &Visitor, own: &Try) -> Answer {
    let talk = visitor.talk();
    let drill = drill_of(web, own).await?;
    let title = talk.with("drills-result-title", &[("title", said(&drill.head.title, talk).into())]);
    let page = Page::titled(web, visitor, title).await?.under("/practice").document();
    let outcome = ShownOutcome::of(web, visitor, own, &drill).await?.html()?;
    let attempt = own.attempt.map(|attempt| attempt.0);
    Page::show(&ResultPage { page, id: own.id.0, code: drill.head.code, outcome, attempt })
}

/// Hands the try to the trainer, once; again leads to what it became.
pub(super) async fn hand_over(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let own = own_try(&web, &visitor, id).await?;
    if own.attempt.is_some() {
        return Ok(see_other(&place(own.id)));
    }
    let drill = drill_of(&web, &own).await?;
    let change = web.store.begin(own_centre(&visitor)).await?;
    if handover::hand_over(&change, &own, &drill).await?.is_some() {
        change.commit().await?;
        sessions::tell(&web, &visitor, "drills-handed-over").await?;
    }
    Ok(see_other(&place(own.id)))
}

struct Line {
    id: i64,
    title: String,
    entry: &'static str,
    language: &'static str,
    accuracy: String,
    at: i64,
    handed: bool,
}

#[derive(Template)]
#[template(path = "drills/history.html")]
struct HistoryPage {
    page: Page,
    lines: Vec<Line>,
    next: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Before {
    before: Option<i64>,
}

/// One's own finished tries: nobody else reads this page.
pub(super) async fn history(State(web): State<Web>, visitor: Visitor, Query(before): Query<Before>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let page = Page::new(&web, &visitor, "drills-history").await?.under("/practice");
    let talk = visitor.talk();
    let found = store::done_by(&web.store, visitor.account.id, before.before).await?;
    let mut lines = Vec::new();
    for own in found.rows {
        lines.push(line(&web, talk, own).await?);
    }
    Page::show(&HistoryPage { page, lines, next: found.next })
}

async fn line(web: &Web, talk: words::Talk, own: Try) -> Result<Line, WebError> {
    let exercise = exercise_of(web.store.read(), own.drill).await?;
    let accuracy = own.outcome.as_ref().map_or(0.0, |outcome| outcome.accuracy());
    Ok(Line {
        id: own.id.0,
        title: said(&exercise.title, talk).to_owned(),
        entry: entry_key(own.entry),
        language: language_key(own.language),
        accuracy: percent(Measure::TypingAccuracy, accuracy, talk.lang),
        at: own.ended_at,
        handed: own.attempt.is_some(),
    })
}
