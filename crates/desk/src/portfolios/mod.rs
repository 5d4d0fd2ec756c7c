//! Portfolios: files that an agent is in charge of. A file is in one portfolio at most; every assignment is kept with what it
//! replaced, so that it can be undone.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::store::moves::{assign, assign_one};
pub use self::store::{add, names};
pub use self::web::routes;

/// The longest name, in characters.
const NAME: usize = 60;
/// The most portfolios of a centre: they stand in one list to choose from.
const MOST: i64 = 200;
/// The most files that one assignment moves: it is one transaction.
const MOST_MOVED: i64 = 100_000;
