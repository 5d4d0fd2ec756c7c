//! Conflicts and warnings as sentences.

use ::web::{FieldError, Visitor};
use words::{Arg, Lang};

use crate::common::shown_day;
use crate::timetable::judge::Clash;
use crate::timetable::rules::{Conflict, Warning};
use crate::timetable::{Calendar, Lesson, Placed, hours_of};

/// The key and what it names.
type Said = (&'static str, Vec<(&'static str, Arg)>);

fn about(visitor: &Visitor, calendar: &Calendar, other: &Lesson) -> Vec<(&'static str, Arg)> {
    let hours = calendar.hours(other.from_slot, other.slots);
    vec![
        ("who", Arg::from(other.trainer(visitor.preferences.script))),
        ("room", Arg::from(other.room.as_str())),
        ("module", Arg::ltr(&other.module)),
        ("section", Arg::from(other.section.as_str())),
        ("day", Arg::ltr(&shown_day(&other.on_day))),
        ("hours", Arg::ltr(&hours)),
    ]
}

/// Of what is known of another session, what a sentence names.
fn named(all: Vec<(&'static str, Arg)>, names: &[&str]) -> Vec<(&'static str, Arg)> {
    all.into_iter().filter(|(name, _)| names.contains(name)).collect()
}

/// A conflict as a text key and what it names.
pub(super) fn conflict(visitor: &Visitor, calendar: &Calendar, (placed, conflict): &Clash) -> Said {
    let day = || ("day", Arg::ltr(&shown_day(&placed.day)));
    match conflict {
        Conflict::Slots => ("timetable-conflict-slots", vec![]),
        Conflict::Free => ("timetable-conflict-free", vec![day()]),
        Conflict::Off(fr, ar) => {
            let name = if visitor.talk().lang == Lang::Ar { ar } else { fr };
            ("timetable-conflict-off", vec![day(), ("name", Arg::from(name.as_str()))])
        }
        Conflict::Trainer(other) => (
            "timetable-conflict-trainer",
            named(about(visitor, calendar, other), &["who", "module", "section", "day", "hours"]),
        ),
        Conflict::Room(other) => (
            "timetable-conflict-room",
            named(about(visitor, calendar, other), &["room", "module", "section", "day", "hours"]),
        ),
        Conflict::Section(other) => {
            ("timetable-conflict-section", named(about(visitor, calendar, other), &["module", "day", "hours"]))
        }
    }
}

/// Clashes as errors of fields: the first of each field, and how many dates of a repetition are not free.
pub(super) fn errors(visitor: &Visitor, calendar: &Calendar, clashes: &[Clash]) -> Vec<FieldError> {
    let mut errors: Vec<FieldError> = vec![];
    for clash in clashes {
        let field = clash.1.field();
        if !errors.iter().any(|error| error.field == field) {
            let (key, args) = conflict(visitor, calendar, clash);
            errors.push(FieldError { field: field.to_owned(), key, args });
        }
    }
    let mut days: Vec<&str> = clashes.iter().map(|(placed, _)| placed.day.as_str()).collect();
    days.dedup();
    if let (Some(first), true) = (days.first(), days.len() > 1) {
        let args = vec![("n", Arg::from(days.len())), ("day", Arg::ltr(&shown_day(first)))];
        errors.push(FieldError { field: "weeks".to_owned(), key: "timetable-error-dates", args });
    }
    errors
}

/// A warning as a sentence.
pub(super) fn warning(visitor: &Visitor, placed: &Placed, warning: &Warning) -> String {
    let talk = visitor.talk();
    let module = || ("module", Arg::ltr(&placed.module));
    match warning {
        Warning::Small { seats, people } => {
            talk.with("timetable-warning-small", &[("seats", Arg::from(*seats)), ("people", Arg::from(*people))])
        }
        Warning::NotTheirs => talk.with("timetable-warning-trainer", &[module()]),
        Warning::Full { hours, most } => {
            talk.with("timetable-warning-full", &[("hours", Arg::from(*hours)), ("most", Arg::from(*most))])
        }
        Warning::NotPlanned { semester } => {
            talk.with("timetable-warning-plan", &[module(), ("semester", Arg::from(*semester))])
        }
        Warning::NoSemester => talk.t("timetable-warning-semester").into_owned(),
        Warning::Visit { subject, day, hours: (begins, ends) } => talk.with(
            "timetable-warning-visit",
            &[
                ("subject", Arg::from(subject.as_str())),
                ("day", Arg::ltr(&shown_day(day))),
                ("hours", Arg::ltr(&hours_of(*begins, *ends))),
            ],
        ),
    }
}
