//! The people of the school, on both engines.

mod lists;
mod logo;
mod people;
