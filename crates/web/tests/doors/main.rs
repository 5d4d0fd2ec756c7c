//! The doors of the house: who comes in, how, what is kept for them meanwhile, and who is turned away.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod arrivals;
mod braille;
mod guide;
mod languages;
mod refusals;
mod sessions;
mod site;
mod typed;
