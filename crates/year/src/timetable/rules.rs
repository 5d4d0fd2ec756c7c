//! What clashes and what is only unusual. Nothing here reads a database.

use desk::clients::Day;

use super::{Calendar, Lesson, Placed};

/// Why a session cannot stand where somebody wants it.
#[derive(Clone, Debug, PartialEq)]
pub enum Conflict {
    /// The day has not so many slots after the first.
    Slots,
    /// The institution does not teach on this day of the week.
    Free,
    /// A day off; what it is called in French and in Arabic.
    Off(String, String),
    /// The trainer gives another session then.
    Trainer(Box<Lesson>),
    /// The room is taken by another session.
    Room(Box<Lesson>),
    /// The section has another session then.
    Section(Box<Lesson>),
}

impl Conflict {
    /// The field of the form at which it is told.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Slots => "slots",
            Self::Free | Self::Off(..) => "day",
            Self::Trainer(_) => "trainer",
            Self::Room(_) => "room",
            Self::Section(_) => "first",
        }
    }
}

/// What is worth knowing of a session and forbids nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The room has fewer places than the section has trainees.
    Small {
        /// Places of the room.
        seats: i64,
        /// Trainees of the section.
        people: i64,
    },
    /// The trainer is not said to teach the module.
    NotTheirs,
    /// The section has more hours in the week than the programme allows.
    Full {
        /// Hours of the week.
        hours: i64,
        /// Hours that the programme allows.
        most: i64,
    },
    /// The plan teaches the module in other semesters.
    NotPlanned {
        /// The semester of the day.
        semester: i64,
    },
    /// The day lies in no semester of the promotion.
    NoSemester,
    /// The section is on a field visit then.
    Visit {
        /// What is visited.
        subject: String,
        /// The day, YYYY-MM-DD.
        day: String,
        /// When the visit begins and ends, in minutes after midnight.
        hours: (i64, i64),
    },
}

/// What stands in the way of one session; `others` are sessions that take place and are not this one.
pub(crate) fn conflicts(calendar: &Calendar, placed: &Placed, others: &[&Lesson]) -> Vec<Conflict> {
    let mut found = vec![];
    if placed.first < 1 || placed.slots < 1 || placed.end() - 1 > calendar.count() {
        found.push(Conflict::Slots);
    }
    if let Ok(day) = Day::parse(&placed.day) {
        if !calendar.teaches_on(day) {
            found.push(Conflict::Free);
        } else if let Some(off) = calendar.off_on(day) {
            found.push(Conflict::Off(off.name(words::Lang::Fr).to_owned(), off.name(words::Lang::Ar).to_owned()));
        }
    }
    let met = |same: fn(&Placed, &Lesson) -> bool| {
        others.iter().find(|other| same(placed, other) && placed.meets(other)).map(|other| Box::new((*other).clone()))
    };
    found.extend(met(|own, other| own.section == other.section_id).map(Conflict::Section));
    found.extend(met(|own, other| own.trainer == other.trainer_id).map(Conflict::Trainer));
    found.extend(met(|own, other| own.room == other.room_id).map(Conflict::Room));
    found
}

/// What the warnings of a session are found from.
#[derive(Clone, Debug, Default)]
pub(crate) struct About {
    /// Places of the room.
    pub seats: i64,
    /// Trainees of the section.
    pub people: i64,
    /// True when the trainer teaches the module.
    pub teaches: bool,
    /// Hours of the section in the week, this session included.
    pub hours: i64,
    /// Hours a week that the programme allows.
    pub most: i64,
    /// True when the promotion has fixed the days of its semesters.
    pub fixed: bool,
    /// The semester of the day, 0 for none.
    pub semester: i64,
    /// True when the plan has a block of the module in that semester.
    pub planned: bool,
}

/// What is unusual about a session.
pub(crate) fn warnings(about: &About) -> Vec<Warning> {
    let mut found = vec![];
    if about.seats < about.people {
        found.push(Warning::Small { seats: about.seats, people: about.people });
    }
    if !about.teaches {
        found.push(Warning::NotTheirs);
    }
    if about.hours > about.most {
        found.push(Warning::Full { hours: about.hours, most: about.most });
    }
    if about.fixed && about.semester == 0 {
        found.push(Warning::NoSemester);
    } else if about.semester > 0 && !about.planned {
        found.push(Warning::NotPlanned { semester: about.semester });
    }
    found
}
