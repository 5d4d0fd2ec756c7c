//! The desk: a complete call-centre workplace. It knows nothing of a school.

pub mod calls;
pub mod clients;
pub mod law;
mod migration;
pub mod places;
pub mod scripts;

pub use migration::migrations;
