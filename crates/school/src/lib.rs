//! The school around the desk: the programme, practice on the real desk, and assessment by people.

pub mod assessment;
pub mod drills;
pub mod exercises;
pub mod lab;
mod migration;
pub mod practice;
pub mod programme;
pub mod work;

pub use migration::migrations;
