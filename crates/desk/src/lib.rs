//! The desk: a complete call-centre workplace. It knows nothing of a school.

pub mod calls;
pub mod clients;
mod migration;
pub mod places;
pub mod portfolios;
pub mod reports;
pub mod scripts;
pub mod segments;

pub use migration::migrations;
