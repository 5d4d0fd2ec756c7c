//! Personal names in two scripts and phone numbers: folding, keys, matching.
//!
//! One person, two scripts: a name heard in Arabic finds the file written in Latin letters, and the
//! other way round. Nothing here reads a file, a clock or a database.
//!
//! # What it is for
//!
//! In Algeria a person is Khadidja Bouzid on a bill and خديجة بوزيد at the town hall, and Khadija, Kheddidja or Bouzide in the
//! ear of the agent who takes the call. This crate finds the one from the other. It compares; it never writes a name in the
//! other script, because how an official name is written is not for software to decide.
//!
//! ```
//! use names::{NameFields, PersonName, Query, index_keys, query_keys};
//!
//! let file = PersonName::new(&NameFields {
//!     given_arabic: "خديجة".into(),
//!     family_arabic: "بوزيد".into(),
//!     ..NameFields::default()
//! })
//! .expect("one script is complete");
//! let stored = index_keys(&file);
//! let asked = "Bouzid Khadidja";
//! assert!(query_keys(asked).iter().any(|key| stored.iter().any(|stored| stored.starts_with(key))));
//! assert!(Query::new(asked).score(&file) > 0.8);
//! ```
//!
//! # How a search by name runs
//! 1. When a client is saved, [`index_keys`] gives the keys to store beside the record, in a table with an index on the key:
//!    skeletons of consonants, the same for both scripts.
//! 2. [`query_keys`] gives, most selective first, the keys whose prefix to look for. The caller goes down them until it has some
//!    hundreds of candidates. What is typed so far is enough, from three letters on.
//! 3. [`Query`] ranks the records so fetched: vowels, doubled letters and the shape of each spelling count here, by costs counted
//!    on Algerian names (`costs.rs` says how).
//!
//! From 0.95 on a likeness is the name itself, from 0.80 a good answer, below 0.62 nothing to propose.
//!
//! # How well it does
//! [`evaluate`] measures it on a list of names with their spellings. The example `recall` prints it for the people whose names the
//! costs were counted on and for the others, `speed` the time of a search.

mod align;
mod compare;
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
