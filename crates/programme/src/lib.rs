//! A training programme as data, and its checks.
//!
//! A programme is a folder of TOML files: the sheet (`programme.toml`), one file per module
//! (`modules/MQ1.toml`…), the module matrix (`matrix.toml`) and the semester table
//! (`semesters.toml`). The format is described in `docs/programme-format.md`.
//!
//! - [`Programme::load`], [`Programme::embedded`] give a programme without a single problem, or the problems;
//! - [`check`] gives a [`Report`] of whatever could be read;
//! - [`Programme::semester_sums`] and [`Programme::check_assignment`] check an edited semester plan.

mod checks;
mod load;
mod lookup;
mod model;
mod problem;
mod report;
mod rows;
mod source;
mod sums;

pub use load::{Files, check, check_path};
pub use lookup::{FoundCriterion, FoundObjective};
pub use model::{
    Block, Contradiction, Criterion, Equipment, Internship, Kind, Matrix, MatrixRow, Module, Objective, Programme,
    Recommendation, SemesterPlan, SemesterRow, Sheet, Status, Text,
};
pub use problem::{Code, Problem};
pub use report::{ModuleLine, Report};
pub use sums::{Assignment, SemesterSum};

/// The newest version of the data format that this crate reads.
pub const FORMAT: u32 = 1;

/// Months in a semester: four semesters and a six-month internship make the 30 months of programme 1803.
pub const MONTHS_PER_SEMESTER: u32 = 6;

#[cfg(test)]
mod tests;
