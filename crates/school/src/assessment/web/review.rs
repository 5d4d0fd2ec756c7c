//! The review of one attempt: agreeing costs one key, and the next thing to decide is under the finger.

use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use serde::Deserialize;
use words::Arg;

use super::grid::{self, Grid};
use super::head::Head;
use super::result::check_closed;
use crate::assessment::decide::{self, is_complete};
use crate::assessment::scene::Scene;
use crate::assessment::shown::{Shower, ShownEvidence};
use crate::assessment::timeline::Timeline;
use crate::assessment::{Evidence, EvidenceId, ReviewError, State as EvidenceState, store};
use crate::exercises::{Exercise, exercise_of, said};
use crate::practice::{Attempt, AttemptId, AttemptState, attempt_by_id};

#[derive(Template)]
#[template(path = "assessment/review.html")]
pub(super) struct ReviewPage {
    page: Page,
    attempt: i64,
    trainee: i64,
    head: Head,
    pieces: Vec<ShownEvidence>,
    /// How much is left to decide, in words.
    remaining: String,
    /// The first thing to decide.
    first: Option<i64>,
    /// The thing whose button takes the focus.
    focus: Option<i64>,
    grid: Grid,
    may_finish: bool,
    timeline: Timeline,
    /// Who decided what in the meantime, as HTML.
    conflict: Option<String>,
}

impl ReviewPage {
    fn has_focus(&self, piece: &ShownEvidence) -> bool {
        self.conflict.is_none() && self.focus == Some(piece.id)
    }
}

#[derive(Deserialize)]
pub(super) struct Next {
    next: Option<String>,
}

/// The attempt and its exercise, for a trainer, once the attempt is closed.
pub(super) async fn open(web: &Web, visitor: &Visitor, id: i64) -> Result<(Attempt, Exercise), WebError> {
    visitor.may(Habilitation::Review)?;
    let attempt = attempt_by_id(web.store.read(), AttemptId(id)).await?;
    check_closed(&attempt)?;
    let exercise = exercise_of(web.store.read(), attempt.scenario).await?;
    Ok((attempt, exercise))
}

pub(super) async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(next): Query<Next>,
) -> Answer {
    let (attempt, _) = open(&web, &visitor, id).await?;
    let kept = drafts::draft(&web, &visitor, &grid::draft_page(id)).await?;
    let mut shown = review_page(&web, &visitor, attempt, kept.as_ref(), &[]).await?;
    shown.grid = shown.grid.restored(kept.is_some()).focused(next.next.as_deref() == Some("grid"));
    shown.focus = next.next.and_then(|next| next.parse().ok());
    Page::show(&shown)
}

/// The page; `typed` stands in the grid instead of what was saved.
async fn review_page(
    web: &Web,
    visitor: &Visitor,
    attempt: Attempt,
    typed: Option<&Fields>,
    errors: &[::web::FieldError],
) -> Result<ReviewPage, WebError> {
    let scene = Scene::read(web, visitor, attempt).await?;
    let talk = visitor.talk();
    let title = talk.with("assessment-review-title", &[("title", Arg::from(said(&scene.exercise.title, talk)))]);
    let page = Page::titled(web, visitor, title).await?.under("/reviews").document().wrong(!errors.is_empty());
    let timeline = Timeline::of(&scene, &page);
    let shower = Shower { scene: &scene, page: &page, timeline: &timeline };
    let saved = scene.marks.iter().max_by_key(|mark| mark.at).map(|mark| shower.marked(mark));
    let values = grid::saved_values(&scene.exercise, &scene.marks);
    let open: Vec<_> = scene.evidence.iter().filter(|evidence| evidence.is_undecided()).collect();
    let complete = is_complete(&scene.exercise, &scene.evidence, &scene.marks);
    Ok(ReviewPage {
        attempt: scene.attempt.id.0,
        trainee: scene.attempt.trainee.0,
        head: Head::of(&scene, &page),
        pieces: shower.all(),
        remaining: talk.with("assessment-remaining", &[("n", open.len().into())]),
        first: open.first().map(|evidence| evidence.id.0),
        focus: None,
        grid: Grid::of(&scene, talk, typed.unwrap_or(&values), errors).saved_by(saved),
        may_finish: complete && scene.attempt.state == AttemptState::Closed,
        conflict: None,
        timeline,
        page,
    })
}

/// One key: the trainer agrees, and the next thing to decide waits.
pub(super) async fn agree(State(web): State<Web>, visitor: Visitor, Path((id, evidence)): Path<(i64, i64)>) -> Answer {
    let (attempt, exercise) = open(&web, &visitor, id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    match decide::agree(&change, &attempt, EvidenceId(evidence)).await {
        Ok(()) => {
            let finished = decide::finish(&change, &attempt, &exercise).await?;
            change.commit().await?;
            go_on(&web, &visitor, &attempt, evidence, finished).await
        }
        Err(ReviewError::Decided) => {
            drop(change);
            decided_before(&web, &visitor, attempt, evidence).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Where a trainer goes after a decision: the next thing to decide, then the grid, then the list.
pub(super) async fn go_on(web: &Web, visitor: &Visitor, attempt: &Attempt, after: i64, finished: bool) -> Answer {
    let id = attempt.id.0;
    if finished {
        sessions::tell(web, visitor, "assessment-review-finished").await?;
        return Ok(see_other("/reviews"));
    }
    let all = store::evidence_of(web.store.read(), attempt.id).await?;
    let open: Vec<_> = all.iter().filter(|evidence| evidence.is_undecided()).map(|evidence| evidence.id.0).collect();
    let next = open.iter().find(|open| **open > after).or(open.first());
    // No fragment: browsers pass over autofocus on a page that was asked for with one.
    Ok(see_other(&match next {
        Some(next) => format!("/reviews/{id}?next={next}"),
        None if attempt.state == AttemptState::Closed => format!("/reviews/{id}?next=grid"),
        None => format!("/reviews/{id}"),
    }))
}

/// The same post again goes on; somebody else's decision is shown.
async fn decided_before(web: &Web, visitor: &Visitor, attempt: Attempt, evidence: i64) -> Answer {
    let old = store::evidence_by_id(web.store.read(), attempt.id, EvidenceId(evidence)).await?;
    let own = old.decision.as_ref().is_some_and(|own| own.by == visitor.account.id);
    if own && old.state == EvidenceState::Agreed {
        return go_on(web, visitor, &attempt, evidence, false).await;
    }
    let mut shown = review_page(web, visitor, attempt, None, &[]).await?;
    shown.conflict = Some(who_decided(web, &shown.page, &old).await?);
    shown_conflict(&shown)
}

/// Who decided what and when, as HTML.
pub(super) async fn who_decided(web: &Web, page: &Page, evidence: &Evidence) -> Result<String, WebError> {
    let Some(own) = &evidence.decision else {
        return Ok(page.talk.t("assessment-nothing-to-agree").into_owned());
    };
    let who = ::web::accounts::account_of(web.store.read(), own.by).await?.name;
    let args = [
        ("who", Arg::from(who)),
        ("when", Arg::ltr(&page.when(&own.at))),
        ("criterion", Arg::ltr(&evidence.criterion)),
        ("status", Arg::from(page.talk.t(own.status.key()).into_owned())),
        ("reason", Arg::from(own.reason.as_str())),
    ];
    let key = if own.reason.is_empty() { "assessment-conflict-agreed" } else { "assessment-conflict-changed" };
    Ok(page.talk.html(key, &args))
}

fn shown_conflict(template: &impl Template) -> Answer {
    Ok((StatusCode::CONFLICT, Html(template.render()?)).into_response())
}

/// One key for everything that is not decided yet.
pub(super) async fn agree_with_all(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (attempt, exercise) = open(&web, &visitor, id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    let finished = if decide::agree_with_all(&change, &attempt).await? == 0 {
        false
    } else {
        let finished = decide::finish(&change, &attempt, &exercise).await?;
        change.commit().await?;
        finished
    };
    go_on(&web, &visitor, &attempt, 0, finished).await
}

/// The whole grid at once.
pub(super) async fn save_grid(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let (attempt, exercise) = open(&web, &visitor, id).await?;
    let marks = match grid::read(&exercise, &fields) {
        Ok(marks) => marks,
        Err(errors) => return Page::show_wrong(&review_page(&web, &visitor, attempt, Some(&fields), &errors).await?),
    };
    if marks.is_empty() {
        return Ok(see_other(&format!("/reviews/{id}")));
    }
    let change = web.store.begin(visitor.scope()).await?;
    let seen = fields.get("seen").parse().unwrap_or(0);
    match decide::save_grid(&change, &attempt, visitor.account.id, seen, marks).await {
        Ok(()) => {}
        Err(ReviewError::Decided) => {
            drop(change);
            return grid_saved_since(&web, &visitor, attempt, fields).await;
        }
        Err(error) => return Err(error.into()),
    }
    let finished = decide::finish(&change, &attempt, &exercise).await?;
    change.commit().await?;
    drafts::forget(&web, &visitor, &grid::draft_page(id)).await?;
    if !finished {
        sessions::tell(&web, &visitor, "assessment-grid-saved").await?;
    }
    go_on(&web, &visitor, &attempt, 0, finished).await
}

/// Somebody saved the grid meanwhile: the page says who, keeps what was typed, and a second sending replaces it knowingly.
async fn grid_saved_since(web: &Web, visitor: &Visitor, attempt: Attempt, mut typed: Fields) -> Answer {
    let marks = store::marks_of(web.store.read(), attempt.id).await?;
    typed.set("seen", decide::grid_seen(&marks).to_string());
    let mut shown = review_page(web, visitor, attempt, Some(&typed), &[]).await?;
    let (page, last) = (&shown.page, marks.iter().max_by_key(|mark| mark.at));
    let who = match last {
        Some(mark) => ::web::accounts::account_of(web.store.read(), mark.by).await?.name,
        None => String::new(),
    };
    let levels = marks.iter().map(|mark| format!("{} {}", mark.criterion, page.talk.t(mark.level.key())));
    let args = [
        ("who", Arg::from(who)),
        ("when", Arg::ltr(&last.map_or_else(String::new, |mark| page.when(&mark.at)))),
        ("marks", Arg::from(levels.collect::<Vec<_>>().join(&page.talk.t("assessment-comma")))),
    ];
    shown.conflict = Some(page.talk.html("assessment-conflict-grid", &args));
    shown_conflict(&shown)
}

/// Ends a review in which nothing was left to decide from the start.
pub(super) async fn complete(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let (attempt, exercise) = open(&web, &visitor, id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    let finished = decide::finish(&change, &attempt, &exercise).await?;
    if finished {
        change.commit().await?;
    }
    go_on(&web, &visitor, &attempt, 0, finished).await
}
