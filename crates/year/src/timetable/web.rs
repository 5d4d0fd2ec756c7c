//! The pages of the timetable.

mod acts;
mod calendar;
mod feed;
mod generation;
mod hours;
mod lesson;
mod said;
mod week;

use ::web::{Habilitation, Role, Routes, Visitor, Web, WebError};
use words::Talk;

pub(crate) use self::hours::done_by_module;
use super::store::{self, Whose};
use crate::cohorts;

pub(super) const PLACE: &str = "/timetable";

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, week::show)
        .page("/timetable/lessons/{id}", lesson::open)
        .post("/timetable/lessons/{id}", lesson::save)
        .post("/timetable/lessons/{id}/substitution", acts::substitute)
        .post("/timetable/lessons/{id}/cancellation", acts::cancel)
        .post("/timetable/lessons/{id}/removal", acts::remove)
        .post("/timetable/undoing", acts::undo)
        .page("/timetable/sections/{id}", hours::show)
        .page("/timetable/calendar", calendar::show)
        .post("/timetable/calendar", calendar::save)
        .post("/timetable/days-off", calendar::add)
        .post("/timetable/days-off/{id}/removal", calendar::remove)
        .post("/timetable/days-off/{id}/confirmation", calendar::confirm)
        .page("/timetable/feed", feed::show)
        .post("/timetable/feed", feed::open)
        .post("/timetable/feed/removal", feed::close)
        .page("/timetable/generation", generation::open)
        .post("/timetable/generation", generation::propose)
        .page("/timetable/generation/{id}", generation::show)
        .post("/timetable/generation/{id}/taking", generation::take)
        .with_state(web)
}

/// What programs that read calendars ask for: whoever has the address is let in.
pub fn open_routes(web: Web) -> Routes {
    Routes::new().get("/feeds/{token}", feed::read).with_state(web)
}

/// The text keys of the days of the week, Sunday first.
const DAYS: [&str; 7] = [
    "timetable-day-0",
    "timetable-day-1",
    "timetable-day-2",
    "timetable-day-3",
    "timetable-day-4",
    "timetable-day-5",
    "timetable-day-6",
];

/// The name of a day of the week, counted from Sunday, 0.
pub(crate) fn day_name(talk: Talk, weekday: i64) -> String {
    let key = usize::try_from(weekday).ok().and_then(|at| DAYS.get(at)).copied().unwrap_or(DAYS[0]);
    talk.t(key).into_owned()
}

/// Allowed to read the week of a section: everybody of the school, a trainee that of their own only.
async fn may_read(web: &Web, visitor: &Visitor, section: i64) -> Result<(), WebError> {
    visitor.may(Habilitation::ReadTimetable)?;
    if visitor.account.role == Role::Trainee
        && !store::sections_of(web.store.read(), visitor.account.id).await?.contains(&section)
    {
        return Err(WebError::NotFound);
    }
    Ok(())
}

/// Sections, trainers and rooms to choose from: identity and name.
struct Choices {
    sections: Vec<(i64, String)>,
    trainers: Vec<(i64, String)>,
    rooms: Vec<(i64, String)>,
}

impl Choices {
    async fn read(web: &Web, visitor: &Visitor) -> Result<Self, WebError> {
        let (db, script) = (web.store.read(), visitor.preferences.script);
        let (sections, trainers, rooms) =
            tokio::try_join!(cohorts::sections(db, None), cohorts::trainers(db), cohorts::rooms(db))?;
        let mut trainers: Vec<(i64, String)> = trainers.iter().map(|own| (own.id, own.filed(script))).collect();
        trainers.sort_by(|one, other| one.1.cmp(&other.1));
        Ok(Self {
            sections: sections.into_iter().map(|own| (own.id, format!("{} {}", own.code, own.promotion))).collect(),
            trainers,
            rooms: rooms.into_iter().map(|own| (own.id, own.name)).collect(),
        })
    }

    fn name(&self, whose: Whose) -> Option<&str> {
        let (list, id) = match whose {
            Whose::Section(id) => (&self.sections, id),
            Whose::Trainer(id) => (&self.trainers, id),
            Whose::Room(id) => (&self.rooms, id),
        };
        list.iter().find(|(own, _)| *own == id).map(|(_, name)| name.as_str())
    }
}

/// Whose week an address names: `section-1`, `trainer-2`, `room-3`.
fn whose(text: &str) -> Option<Whose> {
    let (kind, id) = text.split_once('-')?;
    let id = id.parse().ok()?;
    match kind {
        "section" => Some(Whose::Section(id)),
        "trainer" => Some(Whose::Trainer(id)),
        "room" => Some(Whose::Room(id)),
        _ => None,
    }
}

/// The same, as an address names it.
fn written(whose: Whose) -> String {
    match whose {
        Whose::Section(id) => format!("section-{id}"),
        Whose::Trainer(id) => format!("trainer-{id}"),
        Whose::Room(id) => format!("room-{id}"),
    }
}

/// The week of a section in which a day lies.
fn week_place(section: i64, day: &str) -> String {
    format!("{PLACE}?of=section-{section}&week={day}")
}
