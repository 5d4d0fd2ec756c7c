//! Attendance: the sheet of a session, justifications, and the thresholds of the institution.
//!
//! The official programme says nothing of absences. The thresholds are dated data of the institution, to be confirmed by it.

mod reached;
mod rules;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use self::reached::{Reached, reached};
pub use self::rules::{Presence, Rule, Standing, Tally};
pub(crate) use self::store::sheet;
pub use self::store::{Cell, justify, keep};
pub use self::web::routes;

/// The longest reason, in characters.
const REASON: usize = 300;
