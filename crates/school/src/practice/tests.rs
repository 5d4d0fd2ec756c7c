//! Practice through the real pages, on both engines: the sandbox of an attempt, its one call, and the way home.

mod attempts;
mod calls;
pub(crate) mod house;
mod scenarios;

use house::{FR, House, attempt_of, houses};

use super::*;
