//! Personal names in two scripts and phone numbers: folding, keys, matching.
//!
//! One person, two scripts: a name heard in Arabic finds the file written in Latin letters, and the
//! other way round. Nothing here reads a file, a clock or a database.
//!
//! How a search by name runs:
//! 1. when a client is saved, [`index_keys`] gives the keys to store beside the record, in a table
//!    with an index on the key;
//! 2. [`query_keys`] gives, most selective first, the keys whose prefix to look for;
//! 3. [`Query`] ranks the records so fetched.

mod align;
mod costs;
pub mod display;
mod evaluate;
pub mod fold;
mod key;
pub mod matching;
mod person;
pub mod phone;
pub mod script;
mod spoken;
mod written;

pub use evaluate::{Evaluation, Recall, Row, Search, Way, evaluate, recall, searches};
pub use key::{index_keys, keys, query_keys};
pub use matching::{Match, Query, rank};
pub use person::{MOST_CHARACTERS, NameError, NameField, NameFields, NameReason, PersonName};
pub use phone::{Phone, PhoneError};
pub use script::{Detected, Script};
