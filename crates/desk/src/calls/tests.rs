//! Calls through the real desk, on both engines, with a caller who answers from a list.

mod coding;
mod house;
mod ringing;
mod script;
mod stopping;
mod talking;

use house::{BRANCHED, Desk, House, TALK, houses, karim, yasmine};

use super::*;
