//! The school around the desk: the programme, practice on the real desk, and assessment by people.

mod migration;
pub mod programme;

pub use migration::migrations;
