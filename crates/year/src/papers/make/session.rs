//! The attendance sheet of a session, to be signed, and the week of a section.

use ::store::ConnectionTrait;
use ::web::WebError;
use desk::clients::Day;
use words::{Arg, Talk};

use super::{Cell, Paper, Part, module_name, script_of};
use crate::attendance::{self, Presence};
use crate::cohorts;
use crate::common::{id_of, shown_day};
use crate::meetings::{self, Meeting};
use crate::timetable::{self, Calendar, Kind, Lesson, day_name, hours_of, week_of};

/// Day, minute, and the cells after the day.
type Line = (String, i64, Vec<Cell>);

fn head(talk: Talk, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| talk.t(key).into_owned()).collect()
}

/// The sheet of a session: what was kept of it, and room to sign.
pub(super) async fn attendance(db: &impl ConnectionTrait, talk: Talk, id: i64) -> Result<Paper, WebError> {
    let lesson = timetable::lesson(db, id).await?;
    if lesson.is_cancelled() {
        return Err(WebError::Conflict("attendance-cancelled"));
    }
    let (calendar, mut people, lines) = tokio::try_join!(
        timetable::calendar(db),
        cohorts::members_on(db, lesson.section_id, &lesson.on_day),
        attendance::sheet(db, lesson.id),
    )?;
    let script = script_of(talk);
    cohorts::in_order(&mut people, script);
    let presence = |trainee: i64| {
        let line = lines.iter().find(|own| own.trainee_id == trainee);
        let kept = line.and_then(|own| Presence::parse(&own.state));
        kept.map_or_else(Cell::default, |own| Cell::words(talk.t(own.key())))
    };
    let row = |own: &cohorts::Trainee| {
        let (name, number) = (Cell::words(own.filed(script)), Cell::figures(own.number.as_str()));
        vec![name, number, presence(own.id), Cell::default()]
    };
    let facts = vec![
        ("marks-module", Cell::words(module_name(talk, &lesson.module))),
        ("cohorts-section", Cell::words(format!("{} {}", lesson.section, lesson.promotion))),
        ("timetable-day", Cell::figures(shown_day(&lesson.on_day))),
        ("meetings-hours", Cell::figures(calendar.hours(lesson.from_slot, lesson.slots))),
        ("timetable-room", Cell::words(lesson.room.as_str())),
        ("timetable-trainer", Cell::words(lesson.trainer(script))),
    ];
    let facts = facts.into_iter().map(|(key, cell)| (talk.t(key).into_owned(), cell)).collect();
    let title = talk.t("papers-attendance").into_owned();
    let names = ["attendance-name", "attendance-number", "attendance-presence", "attendance-signature"];
    let table = Part::Table(title.clone(), head(talk, &names), people.iter().map(row).collect());
    let signatures = vec![talk.t("papers-trainer").into_owned()];
    Ok(Paper { title, number: String::new(), parts: vec![Part::Facts(facts), table], signatures })
}

/// The week of a section in which a day lies, as `3.2026-11-22`; without a day that of `today`. What was called off is not on it.
pub(super) async fn week(db: &impl ConnectionTrait, talk: Talk, id: &str, today: &str) -> Result<Paper, WebError> {
    let (section, day) = id.split_once('.').unwrap_or((id, today));
    let first = week_of(Day::parse(day).map_err(|_| WebError::NotFound)?);
    let section = cohorts::section(db, id_of(section)?).await?;
    let (from, until) = (first.to_string(), first.plus_days(6).to_string());
    let (calendar, lessons, visits) = tokio::try_join!(
        timetable::calendar(db),
        timetable::of_section(db, section.id, &from, &until),
        meetings::visits(db, section.id, &from, &until),
    )?;
    let held = lessons.iter().filter(|own| !own.is_cancelled()).map(|own| session(talk, &calendar, own));
    let visits = visits.iter().filter(|own| own.off.is_empty()).map(|own| visit(talk, own));
    let mut lines: Vec<Line> = held.chain(visits).collect();
    if lines.is_empty() {
        return Err(WebError::Conflict("papers-error-week"));
    }
    lines.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let row = |(day, _, cells): Line| {
        let name = Day::parse(&day)
            .map_or_else(|_| day.clone(), |own| format!("{} {}", day_name(talk, own.weekday()), own.shown()));
        std::iter::once(Cell::words(name)).chain(cells).collect()
    };
    let args = [
        ("section", Arg::from(format!("{} {}", section.code, section.promotion))),
        ("from", Arg::ltr(&first.shown())),
        ("until", Arg::ltr(&first.plus_days(6).shown())),
    ];
    let names =
        ["timetable-day", "meetings-hours", "timetable-module", "meetings-kind", "timetable-room", "timetable-trainer"];
    let table =
        Part::Table(talk.with("papers-week-caption", &args), head(talk, &names), lines.into_iter().map(row).collect());
    let title = talk.t("papers-week").into_owned();
    let signatures = vec![talk.t("papers-director").into_owned()];
    Ok(Paper { title, number: String::new(), parts: vec![table], signatures })
}

fn session(talk: Talk, calendar: &Calendar, own: &Lesson) -> Line {
    let kind = Kind::parse(&own.kind).map_or_else(String::new, |kind| talk.t(kind.key()).into_owned());
    let cells = vec![
        Cell::figures(calendar.hours(own.from_slot, own.slots)),
        Cell::words(module_name(talk, &own.module)),
        Cell::words(kind),
        Cell::words(own.room.as_str()),
        Cell::words(own.trainer(script_of(talk))),
    ];
    (own.on_day.clone(), calendar.span(own.from_slot, own.slots).0, cells)
}

fn visit(talk: Talk, own: &Meeting) -> Line {
    let cells = vec![
        Cell::figures(hours_of(own.begins, own.ends)),
        Cell::words(own.subject.as_str()),
        Cell::words(talk.t(own.kind().key())),
        Cell::words(own.place.as_str()),
        Cell::default(),
    ];
    (own.on_day.clone(), own.begins, cells)
}
