//! The programme as people read it: the modules and their criteria, the internship, the matrix of modules, the semesters
//! with live checks, and what the official document says against itself. Nothing is stored here: the data is the file.

mod plan;
mod sentences;
#[cfg(test)]
mod tests;
mod web;

use std::sync::OnceLock;

use ::programme::Programme;

pub use plan::{SemesterTable, TaughtModule, Trial};
pub use sentences::sentence;
pub use web::routes;

/// Programme 1803 as it was built in, read once.
///
/// # Panics
/// When the programme built in has a problem: a test of the crate `programme` keeps it without any.
#[expect(clippy::panic, reason = "a program built with a broken programme must not start")]
pub fn programme() -> &'static Programme {
    static PROGRAMME: OnceLock<Programme> = OnceLock::new();
    PROGRAMME.get_or_init(|| match Programme::embedded() {
        Ok(programme) => programme,
        Err(problems) => panic!("the programme built in is broken: {problems:?}"),
    })
}
