//! Marks: the rules of a promotion, the marks of a section, and how a module's mark comes out of them.
//!
//! The official programme says nothing of marks. Scale, weights, roundings and thresholds are the institution's, dated and to be
//! confirmed. Whether a criterion is acquired is another matter ([`school::assessment`]): it stands beside and is never averaged in.

mod compute;
mod mark;
mod results;
mod rules;
mod semester;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::compute::{Average, Computed, Line, Outcome, Standing, average, compute};
pub use self::mark::{Mark, MarkError, shown};
pub use self::rules::{Component, Resit, Rules};
pub(crate) use self::semester::{ModuleMark, Semester};
#[cfg(test)]
pub(crate) use self::store::add_regime as add_rules;
pub use self::store::{Cell, adopt, enter, open_sheet};
pub use self::web::routes;

/// The highest mark, in hundredths: 20.
pub const HIGHEST: i64 = 2_000;
