//! The head of an attempt's pages: whose it is, of what scenario, how it was taken, where its review stands.

use ::web::Page;
use askama::Template;
use words::Talk;

use crate::assessment::scene::Scene;
use crate::assessment::shown::{Badge, means};
use crate::practice::{AttemptState, Mode};
use crate::programme::programme;

/// The head of one attempt.
#[derive(Clone, Debug, Template)]
#[template(path = "assessment/head.html")]
pub(super) struct Head {
    talk: Talk,
    trainee: String,
    code: String,
    version: u32,
    module: String,
    module_title: String,
    mode: String,
    closed: String,
    means: String,
    factor: f64,
    review: Badge,
}

impl askama::filters::HtmlSafe for Head {}

impl Head {
    pub(super) fn of(scene: &Scene, page: &Page) -> Self {
        let (talk, exercise, attempt) = (page.talk, &scene.exercise, &scene.attempt);
        let title = programme().module(&exercise.module).map_or("", |module| module.title.get(talk.lang.code()));
        let mode = match attempt.mode {
            Mode::Practice => "assessment-mode-practice",
            Mode::Exam => "assessment-mode-exam",
        };
        let review = if attempt.state == AttemptState::Reviewed {
            ("good", "assessment-review-done")
        } else {
            ("neutral", "assessment-review-waits")
        };
        Self {
            talk,
            trainee: scene.trainee.name.clone(),
            code: exercise.code.clone(),
            version: exercise.version,
            module: exercise.module.clone(),
            module_title: title.to_owned(),
            mode: talk.t(mode).into_owned(),
            closed: page.when(&attempt.closed_at),
            means: means(&attempt.profile, talk),
            factor: attempt.factor,
            review: Badge { tone: review.0, word: talk.t(review.1).into_owned() },
        }
    }
}
