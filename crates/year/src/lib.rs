//! The school year: the people of the school, the semester plan of a promotion, the timetable, attendance, and marks.

pub mod attendance;
pub mod cohorts;
mod common;
pub mod marks;
mod migration;
pub mod plan;
pub mod timetable;

#[cfg(test)]
mod house;

pub use migration::migrations;

/// The pages of the school year.
pub fn routes(web: &web::Web) -> web::Routes {
    web::Routes::new()
        .merge(cohorts::routes(web.clone()))
        .merge(plan::routes(web.clone()))
        .merge(timetable::routes(web.clone()))
        .merge(attendance::routes(web.clone()))
        .merge(marks::routes(web.clone()))
}
