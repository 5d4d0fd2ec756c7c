//! The school year: the people of the school, the semester plan of a promotion, timetable, attendance, marks, competence,
//! councils, visits and meetings, papers and badges.

pub mod attendance;
pub mod badges;
pub mod cohorts;
mod common;
pub mod competence;
pub mod council;
pub mod marks;
pub mod meetings;
mod migration;
pub mod papers;
pub mod plan;
pub mod timetable;

#[cfg(test)]
mod house;

pub use migration::migrations;

/// The pages of the school year; `folder` is the data folder, for the key of the institution and its fonts.
pub fn routes(web: &web::Web, folder: &std::path::Path) -> web::Routes {
    web::Routes::new()
        .merge(cohorts::routes(web.clone()))
        .merge(plan::routes(web.clone()))
        .merge(timetable::routes(web.clone()))
        .merge(attendance::routes(web.clone()))
        .merge(marks::routes(web.clone()))
        .merge(competence::routes(web.clone()))
        .merge(council::routes(web.clone()))
        .merge(meetings::routes(web.clone()))
        .merge(papers::routes(web.clone(), papers::Press::in_folder(folder)))
        .merge(badges::routes(web.clone(), badges::Keys::in_folder(folder)))
}

/// The pages of the school year that are open to all.
pub fn open_routes(web: &web::Web) -> web::Routes {
    badges::open_routes(web.clone()).merge(timetable::open_routes(web.clone()))
}
