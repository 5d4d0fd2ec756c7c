//! The school year: the people of the school, the semester plan of a promotion, and marks.

pub mod cohorts;
mod common;
pub mod marks;
mod migration;
pub mod plan;

#[cfg(test)]
mod house;

pub use migration::migrations;

/// The pages of the school year.
pub fn routes(web: &web::Web) -> web::Routes {
    web::Routes::new()
        .merge(cohorts::routes(web.clone()))
        .merge(plan::routes(web.clone()))
        .merge(marks::routes(web.clone()))
}
