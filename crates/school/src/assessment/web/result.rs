//! The result of an attempt, for the trainee and for trainers.

use ::web::{Answer, Habilitation, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::head::Head;
use crate::assessment::scene::Scene;
use crate::assessment::shown::{Badge, Shower, ShownCriterion, ShownEvidence, criterion, language_of};
use crate::assessment::timeline::Timeline;
use crate::exercises::said;
use crate::practice::{Attempt, AttemptId, AttemptState, Mode, attempt_by_id};

/// One line of the grid as it was marked.
struct ShownMark {
    criterion: ShownCriterion,
    level: Badge,
    remark: Option<(String, &'static str)>,
    /// Who and when, as HTML.
    by: String,
}

struct Shown {
    criteria: Vec<(ShownCriterion, Vec<ShownEvidence>)>,
    marks: Vec<ShownMark>,
    timeline: Timeline,
}

#[derive(Template)]
#[template(path = "assessment/result.html")]
struct ResultPage {
    page: Page,
    head: Head,
    /// Nothing while the trainee of an exam waits for the review.
    shown: Option<Shown>,
}

/// What was measured and decided, criterion by criterion, with the time line. Nothing of an attempt is shown before it is
/// closed; an exam is shown to its trainee after the review.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let attempt = attempt_by_id(web.store.read(), AttemptId(id)).await?;
    let own = attempt.trainee == visitor.account.id;
    if !own {
        visitor.may(Habilitation::Review)?;
    }
    check_closed(&attempt)?;
    let waits = own && attempt.mode == Mode::Exam && attempt.state != AttemptState::Reviewed;
    let scene = Scene::read(&web, &visitor, attempt).await?;
    let talk = visitor.talk();
    let title = talk.with("assessment-result-title", &[("title", Arg::from(said(&scene.exercise.title, talk)))]);
    let page = Page::titled(&web, &visitor, title).await?.under(if own { "/practice" } else { "/reviews" });
    let page = page.document();
    let shown = (!waits).then(|| shown(&scene, &page));
    Page::show(&ResultPage { head: Head::of(&scene, &page), shown, page })
}

/// Refuses an attempt that is still open or was given up.
pub(super) fn check_closed(attempt: &Attempt) -> Result<(), WebError> {
    match attempt.state {
        AttemptState::Closed | AttemptState::Reviewed => Ok(()),
        AttemptState::Open => Err(WebError::Conflict("assessment-not-closed")),
        AttemptState::Abandoned => Err(WebError::Conflict("assessment-abandoned")),
    }
}

fn shown(scene: &Scene, page: &Page) -> Shown {
    let timeline = Timeline::of(scene, page);
    let shower = Shower { scene, page, timeline: &timeline };
    let mut criteria: Vec<(ShownCriterion, Vec<ShownEvidence>)> = Vec::new();
    for piece in shower.all() {
        match criteria.iter_mut().find(|(criterion, _)| criterion.id == piece.criterion.id) {
            Some((_, pieces)) => pieces.push(piece),
            None => criteria.push((piece.criterion.clone(), vec![piece])),
        }
    }
    let mark = |mark: &crate::assessment::Mark| ShownMark {
        criterion: criterion(&mark.criterion, page.talk),
        level: Badge {
            tone: mark.level.status().map_or("neutral", crate::assessment::Status::tone),
            word: page.talk.t(mark.level.key()).into_owned(),
        },
        remark: (!mark.remark.is_empty()).then(|| (mark.remark.clone(), language_of(&mark.remark, page.talk.lang))),
        by: shower.marked(mark),
    };
    let marks = scene.marks.iter().map(mark).collect();
    Shown { criteria, marks, timeline }
}
