//! Segments: filters of client files that a centre keeps under a name. A segment holds no file: whoever answers its filter
//! is in it, today and tomorrow.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use self::store::list as all;
pub use self::store::{Segment, add, by_name, names};
pub use self::web::routes;

/// The longest name, in characters.
const NAME: usize = 60;
/// The most segments of a centre: they stand in one list to choose from.
const MOST: i64 = 200;
