//! Sessions as an iCalendar file (RFC 5545), for the calendar of a phone or a computer.

use ::store::Moment;
use desk::clients::Day;
use icalendar::{Calendar as Ics, Component, Event, EventLike, EventStatus};
use school::programme::programme;
use words::{Arg, Lang, Talk};

use super::{Calendar, Kind, Lesson, Teaching};
use crate::meetings::Meeting;

/// Minutes of a day at the school as a moment of UTC: `20261129T070000Z`.
fn utc(day: Day, minutes: i64, offset_minutes: i32) -> String {
    let moment = day.begins(offset_minutes).0 + minutes * 60_000;
    let minutes = moment.rem_euclid(86_400_000) / 60_000;
    format!("{}T{:02}{:02}00Z", Day::of(Moment(moment), 0).number(), minutes / 60, minutes % 60)
}

/// The file of sessions, visits and meetings. Who takes part is not named in it, and no reason: a link may be read by others than the
/// one it was made for.
pub(super) fn written(
    lang: Lang,
    offset_minutes: i32,
    calendar: &Calendar,
    lessons: &[Lesson],
    visits: &[Meeting],
) -> String {
    let talk = Talk { lang, short: false };
    let mut file = Ics::new();
    file.name(&talk.t("timetable-title"));
    for lesson in lessons {
        let Ok(day) = Day::parse(&lesson.on_day) else { continue };
        let (begins, ends) = calendar.span(lesson.from_slot, lesson.slots);
        let title = programme().module(&lesson.module).map_or("", |module| module.title.get(lang.code()));
        let section = [("section", Arg::from(lesson.section.as_str()))];
        let mut about = vec![talk.with("timetable-feed-section", &section)];
        about.extend(Teaching::parse(&lesson.teaching).map(|own| talk.t(own.key()).into_owned()));
        about.extend(Kind::parse(&lesson.kind).map(|own| talk.t(own.key()).into_owned()));
        if lesson.replaced_id > 0 {
            about.push(talk.t("timetable-substituted").into_owned());
        }
        let own = Standing {
            identity: format!("lesson-{}@plateau", lesson.id),
            version: lesson.version,
            begins: utc(day, begins, offset_minutes),
            ends: utc(day, ends, offset_minutes),
            off: lesson.is_cancelled(),
        };
        file.push(own.event(&format!("{} {title}", lesson.module), &lesson.room, &about.join(", ")));
    }
    for visit in visits {
        let Ok(day) = Day::parse(&visit.on_day) else { continue };
        let own = Standing {
            identity: format!("meeting-{}@plateau", visit.id),
            version: visit.version,
            begins: utc(day, visit.begins, offset_minutes),
            ends: utc(day, visit.ends, offset_minutes),
            off: !visit.off.is_empty(),
        };
        file.push(own.event(&visit.subject, &visit.place, &talk.t(visit.kind().key())));
    }
    file.to_string()
}

/// Of an entry, what a calendar tells it apart by and when it is.
struct Standing {
    identity: String,
    version: i64,
    begins: String,
    ends: String,
    off: bool,
}

impl Standing {
    fn event(self, summary: &str, place: &str, about: &str) -> Event {
        let status = if self.off { EventStatus::Cancelled } else { EventStatus::Confirmed };
        Event::new()
            .uid(&self.identity)
            .sequence(u32::try_from(self.version - 1).unwrap_or(0))
            // The same file for the same sessions, so that a reader is told when nothing changed.
            .add_property("DTSTAMP", &self.begins)
            .add_property("DTSTART", &self.begins)
            .add_property("DTEND", &self.ends)
            .summary(summary)
            .location(place)
            .description(about)
            .status(status)
            .done()
    }
}
