//! Texts of the interface: Fluent messages, short forms, plurals, direction, script runs.
//!
//! The texts live in `locales/{fr,ar,en}/<room>.ftl` and are embedded at build time. A key begins with its room
//! (`clients-…` in `clients.ftl`). A message may carry two attributes: `.label`, of 12 characters or fewer, for the
//! label of a field, and `.short`, of 20 or fewer, for a status, a list line, an outcome, a heading, a button or a
//! link. [`check`] holds these rules; a person who chose short texts gets these forms ([`Talk`]).
//!
//! The crate is pure: no clock, no files, no network.

mod catalogue;
mod cells;
mod check;
mod figures;
mod lang;
mod markup;
mod script;
mod talk;

#[cfg(test)]
mod tests;

pub use catalogue::{Catalogue, catalogue};
pub use cells::{cells, fit20};
pub use check::{Fault, Rule, check};
pub use lang::Lang;
pub use markup::isolated;
pub use script::{Run, Script, dir_of, lang_attr_for, runs};
pub use talk::{Arg, Talk};
