//! The desk: a complete call-centre workplace. It knows nothing of a school.

pub mod calls;
pub mod clients;
pub mod duplicates;
pub mod exchange;
pub mod law;
pub mod links;
pub mod merge;
mod migration;
pub mod places;
pub mod portfolios;
pub mod reports;
pub mod scripts;
pub mod segments;
pub mod validation;

pub use migration::migrations;
