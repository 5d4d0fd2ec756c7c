//! The timetable: the week and the hours of the institution, its days off, and the sessions of sections, trainers and rooms.
//!
//! One slot of the day counts as one hour of the programme. What clashes is refused with a sentence; what is only unusual is
//! said, and a person decides.

mod calendar;
mod demand;
pub mod generate;
mod ics;
mod judge;
mod rules;
mod store;
mod web;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use self::calendar::{Calendar, DayOff, Slot};
pub(crate) use self::calendar::{clock, hours_of, read_slots, week_of};
pub use self::rules::{Conflict, Warning};
pub use self::store::{Lesson, lay, lay_weekly, propose};
pub(crate) use self::store::{calendar, lesson};
pub(crate) use self::web::{day_name, done_by_module};
pub use self::web::{open_routes, routes};

/// How a session is taught, as the semester plan counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Teaching {
    /// cours
    Lecture,
    /// travaux dirigés et pratiques
    Practical,
}

impl Teaching {
    /// Both, in the order of lists.
    pub const ALL: [Self; 2] = [Self::Lecture, Self::Practical];

    /// The word stored in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lecture => "lecture",
            Self::Practical => "practical",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Lecture => "timetable-lecture",
            Self::Practical => "timetable-practical",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// What happens in a session, as the recommendations of the programme divide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// exposé court
    Exposition,
    /// exercice
    Exercise,
    /// mise en situation
    RolePlay,
    /// évaluation
    Evaluation,
    /// restitution
    Feedback,
}

impl Kind {
    /// Every kind, in the order of the recommendations.
    pub const ALL: [Self; 5] = [Self::Exposition, Self::Exercise, Self::RolePlay, Self::Evaluation, Self::Feedback];

    /// The word stored in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exposition => "exposition",
            Self::Exercise => "exercise",
            Self::RolePlay => "role_play",
            Self::Evaluation => "evaluation",
            Self::Feedback => "feedback",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Exposition => "timetable-kind-exposition",
            Self::Exercise => "timetable-kind-exercise",
            Self::RolePlay => "timetable-kind-role-play",
            Self::Evaluation => "timetable-kind-evaluation",
            Self::Feedback => "timetable-kind-feedback",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It takes place, or took place.
    Planned,
    /// It did not, or will not, take place; the reason is kept.
    Cancelled,
    /// It was taken out and is shown nowhere; undoing brings it back.
    Removed,
}

impl State {
    /// The word stored in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Removed => "removed",
        }
    }
}

/// All that is said of one session, without its identity. Words are those that the database stores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The section.
    pub section: i64,
    /// The code of the module.
    pub module: String,
    /// Who gives it.
    pub trainer: i64,
    /// Where.
    pub room: i64,
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Its first slot, from 1.
    pub first: i64,
    /// How many slots it takes, one after the other.
    pub slots: i64,
    /// The word of a [`Teaching`].
    pub teaching: String,
    /// The word of a [`Kind`].
    pub kind: String,
    /// What sessions placed together for several weeks share.
    pub series: String,
    /// The word of a [`State`].
    pub state: String,
    /// The trainer who was to give it and was replaced, 0 for none.
    pub replaced: i64,
    /// Why the trainer was replaced, or why it does not take place.
    pub reason: String,
}

impl Placed {
    /// The slot after its last.
    fn end(&self) -> i64 {
        self.first + self.slots
    }

    /// True when the two share a slot of one day.
    fn meets(&self, other: &Lesson) -> bool {
        self.day == other.on_day && self.first < other.from_slot + other.slots && other.from_slot < self.end()
    }
}

/// What was done to sessions, all at once; the last of them can be undone by whoever did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Sessions were placed.
    Placed,
    /// Sessions were moved or changed.
    Moved,
    /// A trainer was replaced.
    Substituted,
    /// Sessions were called off.
    Cancelled,
    /// Sessions were taken out.
    Removed,
    /// A proposal was taken over.
    Generated,
}

impl Deed {
    const ALL: [Self; 6] =
        [Self::Placed, Self::Moved, Self::Substituted, Self::Cancelled, Self::Removed, Self::Generated];

    /// The verb of the journal.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Placed => "lesson.placed",
            Self::Moved => "lesson.moved",
            Self::Substituted => "lesson.substituted",
            Self::Cancelled => "lesson.cancelled",
            Self::Removed => "lesson.removed",
            Self::Generated => "lesson.generated",
        }
    }

    /// The text key of the button that undoes it; it takes the number of sessions.
    pub fn undo_key(self) -> &'static str {
        match self {
            Self::Placed => "timetable-undo-placed",
            Self::Moved => "timetable-undo-moved",
            Self::Substituted => "timetable-undo-substituted",
            Self::Cancelled => "timetable-undo-cancelled",
            Self::Removed => "timetable-undo-removed",
            Self::Generated => "timetable-undo-generated",
        }
    }

    /// Reads the verb of a stored deed.
    pub fn parse(verb: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.verb() == verb)
    }
}

/// The sessions of a section from a day to another (YYYY-MM-DD), those that were called off included, in their order.
///
/// # Errors
/// What the database says.
pub(crate) async fn of_section(
    db: &impl ::store::ConnectionTrait,
    section: i64,
    from: &str,
    until: &str,
) -> ::store::Result<Vec<Lesson>> {
    store::of_days(db, store::Whose::Section(section), from, until).await
}

/// The sessions of a section that take place on a day between two minutes after midnight, as `MQ1 09:00–10:00`.
///
/// # Errors
/// What the database says.
pub(crate) async fn sessions_at(
    db: &impl ::store::ConnectionTrait,
    section: i64,
    day: &str,
    (begins, ends): (i64, i64),
) -> ::store::Result<Vec<String>> {
    let calendar = store::calendar(db).await?;
    let lessons = of_section(db, section, day, day).await?;
    let told = lessons.iter().filter(|own| !own.is_cancelled()).filter_map(|own| {
        let (from, until) = calendar.span(own.from_slot, own.slots);
        (from < ends && begins < until).then(|| format!("{} {}", own.module, hours_of(from, until)))
    });
    Ok(told.collect())
}
