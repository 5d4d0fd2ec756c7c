//! Filling a week: what the plan asks for is placed by a SAT solver, so that nobody is at two places at once.
//!
//! What is asked for goes into the solver as it is; what the solver says comes out as a proposal. Nothing here decides how to
//! search, reads a database or a clock.

mod encode;
mod solve;

use serde::{Deserialize, Serialize};

use super::Teaching;

pub use self::solve::generate;

/// The longest session that is proposed, in slots.
const LONGEST: i64 = 2;

/// What is to be taught in a week: hours of one teaching of a module to a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The section, by its place in [`Problem::sections`].
    pub section: usize,
    /// The code of the module.
    pub module: String,
    /// Lectures or practical work.
    pub teaching: Teaching,
    /// Hours a week.
    pub hours: i64,
}

/// A section and the rooms that it may have, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionAsk {
    /// Its identity.
    pub id: i64,
    /// Identities of rooms.
    pub rooms: Vec<i64>,
}

/// A trainer and what they teach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainerAsk {
    /// Their identity.
    pub id: i64,
    /// Codes of modules.
    pub modules: Vec<String>,
}

/// Something that stands already: nobody and nothing of it is free then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    /// The day of the week, 0 for Sunday.
    pub weekday: i64,
    /// The slot, from 1.
    pub slot: i64,
    /// The section.
    pub section: i64,
    /// The trainer.
    pub trainer: i64,
    /// The room.
    pub room: i64,
}

/// What is to be filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// The days of teaching, 0 for Sunday.
    pub days: Vec<i64>,
    /// How many slots a day has.
    pub slots: i64,
    /// The slots after which the day pauses: no session goes over a pause.
    pub pauses: Vec<i64>,
    /// The sections.
    pub sections: Vec<SectionAsk>,
    /// The trainers.
    pub trainers: Vec<TrainerAsk>,
    /// What is to be taught.
    pub needs: Vec<Need>,
    /// What stands already.
    pub busy: Vec<Busy>,
    /// Two runs with the same seed propose the same week.
    pub seed: u32,
}

/// A session of the week that is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The section.
    pub section: i64,
    /// The code of the module.
    pub module: String,
    /// Lectures or practical work.
    pub teaching: Teaching,
    /// The day of the week, 0 for Sunday.
    pub weekday: i64,
    /// The first slot, from 1.
    pub first: i64,
    /// How many slots.
    pub slots: i64,
    /// The trainer.
    pub trainer: i64,
    /// The room.
    pub room: i64,
}

/// Why hours could not be placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// No trainer is said to teach the module.
    NoTrainer,
    /// No room holds the section.
    NoRoom,
    /// The week of the section has no free hours of that length.
    NoHours,
    /// No hour is left at which the section, a trainer of the module and a room are free, beside these modules.
    Beside(Vec<String>),
    /// The time was over.
    Time,
}

/// Hours that are not placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The section.
    pub section: i64,
    /// The code of the module.
    pub module: String,
    /// Lectures or practical work.
    pub teaching: Teaching,
    /// Hours a week.
    pub hours: i64,
    /// Why.
    pub why: Why,
}

/// A week as it is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What is placed, by section, day and slot.
    pub pieces: Vec<Piece>,
    /// What is not.
    pub left: Vec<Left>,
}

/// The lengths of the sessions that a number of hours is cut into.
fn lengths(hours: i64) -> Vec<i64> {
    let whole = usize::try_from(hours / LONGEST).unwrap_or(0);
    let rest = hours % LONGEST;
    std::iter::repeat_n(LONGEST, whole).chain((rest > 0).then_some(rest)).collect()
}

#[cfg(test)]
mod tests;
