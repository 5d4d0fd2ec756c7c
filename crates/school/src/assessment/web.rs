//! The pages of assessment: the result of an attempt, the trainer's reviews, and progress.

mod change;
mod grid;
mod head;
mod progress;
mod result;
mod review;
mod reviews;

use ::web::Web;
use axum::Router;
use axum::routing::{get, post};

/// The routes of assessment.
pub fn routes(web: Web) -> Router {
    Router::new()
        .route("/attempts/{id}/result", get(result::show))
        .route("/reviews", get(reviews::list))
        .route("/reviews/{attempt}", get(review::show))
        .route("/reviews/{attempt}/agreements", post(review::agree_with_all))
        .route("/reviews/{attempt}/completion", post(review::complete))
        .route("/reviews/{attempt}/grid", post(review::save_grid))
        .route("/reviews/{attempt}/evidence/{id}/agreement", post(review::agree))
        .route("/reviews/{attempt}/evidence/{id}/change", get(change::show).post(change::save))
        .route("/progress", get(progress::own))
        .route("/trainees", get(progress::trainees))
        .route("/trainees/{id}/progress", get(progress::of_trainee))
        .with_state(web)
}
