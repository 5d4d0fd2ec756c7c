//! The lab of module MC9: a command line to practise on, checks of documents, and the commands of screen readers.

pub mod commands;
pub mod documents;
pub mod dos;
pub mod keys;
pub mod library;
mod room;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use commands::Commands;
pub(crate) use documents::Documents;
pub(crate) use keys::Keys;
pub use web::routes;
