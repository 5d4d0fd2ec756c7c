//! The pages of assessment: the result of an attempt, the trainer's reviews, and progress.

mod change;
mod grid;
mod head;
mod progress;
mod result;
mod review;
mod reviews;

use ::web::Routes;
use ::web::Web;

/// The routes of assessment.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/attempts/{id}/result", result::show)
        .page("/reviews", reviews::list)
        .page("/reviews/{attempt}", review::show)
        .post("/reviews/{attempt}/agreements", review::agree_with_all)
        .post("/reviews/{attempt}/completion", review::complete)
        .post("/reviews/{attempt}/grid", review::save_grid)
        .post("/reviews/{attempt}/evidence/{id}/agreement", review::agree)
        .page("/reviews/{attempt}/evidence/{id}/change", change::show)
        .post("/reviews/{attempt}/evidence/{id}/change", change::save)
        .page("/progress", progress::own)
        .page("/trainees", progress::trainees)
        .page("/trainees/{id}/progress", progress::of_trainee)
        .with_state(web)
}
