//! A week: its sessions by day, as a list.

use std::collections::BTreeMap;

use ::web::{Answer, Field, Fields, Form, Habilitation, Page, Role, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{RawQuery, State};
use desk::clients::Day;
use words::Arg;

use super::{Choices, PLACE, day_name, whose, written};
use crate::common::today;
use crate::meetings::{self, Meeting};
use crate::timetable::calendar::week_of;
use crate::timetable::store::{self, Lesson, Whose};
use crate::timetable::{Calendar, Deed, Kind, Teaching, hours_of};

/// A session on one line.
pub(super) struct Line {
    pub id: i64,
    pub hours: String,
    pub module: String,
    pub section: String,
    pub room: String,
    pub trainer: String,
    pub teaching: &'static str,
    pub kind: &'static str,
    pub cancelled: bool,
    /// True when another trainer gives it.
    pub substituted: bool,
}

/// A visit or a meeting on one line.
pub(super) struct Visit {
    pub id: i64,
    pub hours: String,
    pub subject: String,
    pub place: String,
    /// What the section is called; empty for all sections.
    pub section: String,
    pub kind: &'static str,
    pub off: bool,
}

/// What stands in a day.
enum Entry {
    Lesson(Line),
    Visit(Visit),
}

struct ShownDay {
    name: String,
    day: String,
    /// The name of a day off.
    off: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "timetable/week.html")]
struct WeekPage {
    page: Page,
    search: Option<Form>,
    days: Vec<ShownDay>,
    /// Whose week it is; nothing when there is nobody's to show.
    of: Option<Whose>,
    hours: i64,
    here: String,
    previous: String,
    next: String,
    may_keep: bool,
    /// True when visits and meetings are one link away.
    may_read_year: bool,
    /// Where a new session of this week is placed.
    place: String,
    /// The section whose hours are one link away.
    section: Option<i64>,
    /// Where its week is a paper.
    paper: Option<String>,
    /// The last deed of the person and the button that undoes it.
    undo: Option<(i64, String)>,
    /// True for somebody who has sessions of their own.
    feeds: bool,
}

fn line(visitor: &Visitor, calendar: &Calendar, lesson: &Lesson) -> Line {
    Line {
        id: lesson.id,
        hours: calendar.hours(lesson.from_slot, lesson.slots),
        module: lesson.module.clone(),
        section: lesson.section.clone(),
        room: lesson.room.clone(),
        trainer: lesson.trainer(visitor.preferences.script),
        teaching: Teaching::parse(&lesson.teaching).unwrap_or(Teaching::Lecture).key(),
        kind: Kind::parse(&lesson.kind).unwrap_or(Kind::Exposition).key(),
        cancelled: lesson.is_cancelled(),
        substituted: lesson.replaced_id > 0,
    }
}

fn visit(own: Meeting) -> Visit {
    Visit {
        id: own.id,
        hours: hours_of(own.begins, own.ends),
        kind: own.kind().key(),
        off: !own.off.is_empty(),
        subject: own.subject,
        place: own.place,
        section: own.section,
    }
}

/// The week that is shown when the address names none.
async fn own_week(web: &Web, visitor: &Visitor, choices: &Choices) -> Result<Option<Whose>, WebError> {
    let db = web.store.read();
    let own = match visitor.account.role {
        Role::Trainee => store::sections_of(db, visitor.account.id).await?.first().copied().map(Whose::Section),
        Role::Trainer => store::trainer_of(db, visitor.account.id).await?.map(Whose::Trainer),
        _ => None,
    };
    let first = || choices.sections.first().map(|(id, _)| Whose::Section(*id));
    Ok(if visitor.account.role == Role::Trainee { own } else { own.or_else(first) })
}

/// The week that the address names, or the person's own.
async fn asked(web: &Web, visitor: &Visitor, choices: &Choices, of: &str) -> Result<Option<Whose>, WebError> {
    if of.is_empty() {
        return own_week(web, visitor, choices).await;
    }
    let named = whose(of).filter(|own| choices.name(*own).is_some()).ok_or(WebError::NotFound)?;
    if visitor.account.role == Role::Trainee {
        let Whose::Section(section) = named else { return Err(WebError::NotFound) };
        super::may_read(web, visitor, section).await?;
    }
    Ok(Some(named))
}

fn search(visitor: &Visitor, choices: &Choices, of: Whose, week: Day) -> Form {
    let talk = visitor.talk();
    let options = |list: &[(i64, String)], whose: fn(i64) -> Whose| {
        list.iter().map(|(id, name)| (written(whose(*id)), name.clone())).collect::<Vec<_>>()
    };
    let all = [
        options(&choices.sections, Whose::Section),
        options(&choices.trainers, Whose::Trainer),
        options(&choices.rooms, Whose::Room),
    ];
    let mut values = Fields::default();
    values.set("of", written(of));
    values.set("week", week.shown());
    let fields = vec![
        Field::select(talk, "of", "timetable-of", all.concat()),
        Field::line(talk, "week", "timetable-week").hint(talk, "cohorts-hint-day"),
    ];
    Form::search(talk, PLACE, "timetable-show").fields(fields, &values, &[])
}

/// The button that undoes the last deed of the person.
async fn undo(web: &Web, visitor: &Visitor) -> Result<Option<(i64, String)>, WebError> {
    let last = store::last_deed(web.store.read(), visitor.account.id).await?;
    let button = |last: store::LastDeed| {
        let deed = Deed::parse(&last.verb)?;
        Some((last.id, visitor.talk().with(deed.undo_key(), &[("n", Arg::from(last.sessions))])))
    };
    Ok(last.and_then(button))
}

/// What stands in a week, by day and hour; days without teaching are left out while nothing stands on them.
fn shown_days(
    visitor: &Visitor,
    calendar: &Calendar,
    week: Day,
    lessons: &[Lesson],
    visits: Vec<Meeting>,
) -> Vec<ShownDay> {
    let mut by_day: BTreeMap<String, Vec<(i64, Entry)>> = BTreeMap::new();
    for own in visits {
        by_day.entry(own.on_day.clone()).or_default().push((own.begins, Entry::Visit(visit(own))));
    }
    for lesson in lessons {
        let begins = calendar.span(lesson.from_slot, lesson.slots).0;
        let entry = (begins, Entry::Lesson(line(visitor, calendar, lesson)));
        by_day.entry(lesson.on_day.clone()).or_default().push(entry);
    }
    let shown = |at: i64| {
        let day = week.plus_days(at);
        let mut entries = by_day.remove(&day.to_string()).unwrap_or_default();
        entries.sort_by_key(|(begins, _)| *begins);
        let talk = visitor.talk();
        (calendar.teaches_on(day) || !entries.is_empty()).then(|| ShownDay {
            name: day_name(talk, at),
            day: day.shown(),
            off: calendar.off_on(day).map(|off| off.name(talk.lang).to_owned()),
            entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        })
    };
    (0..7).filter_map(shown).collect()
}

/// The visits of a section, or the visits and meetings of a trainer, from a day to another.
pub(super) async fn visits(web: &Web, of: Option<Whose>, from: &str, until: &str) -> Result<Vec<Meeting>, WebError> {
    let db = web.store.read();
    Ok(match of {
        Some(Whose::Section(id)) => meetings::visits(db, id, from, until).await?,
        Some(Whose::Trainer(id)) => meetings::of_trainer(db, id, from, until).await?,
        Some(Whose::Room(_)) | None => vec![],
    })
}

/// The week of a section, a trainer or a room: one's own when none is named.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadTimetable)?;
    let (talk, db) = (visitor.talk(), web.store.read());
    let query = query.unwrap_or_default();
    let fields = Fields::parse(query.as_bytes());
    let (choices, calendar) = (Choices::read(&web, &visitor).await?, store::calendar(db).await?);
    let of = asked(&web, &visitor, &choices, fields.get("of")).await?;
    let week = week_of(Day::parse(fields.get("week")).unwrap_or_else(|_| today(&web)));
    let (from, until) = (week.to_string(), week.plus_days(6).to_string());
    let lessons = match of {
        Some(of) => store::of_days(db, of, &from, &until).await?,
        None => vec![],
    };
    let visits = visits(&web, of, &from, &until).await?;
    let who = of.and_then(|of| choices.name(of)).unwrap_or_default().to_owned();
    let title = match of {
        Some(_) => talk.with("timetable-week-title", &[("who", Arg::from(who)), ("day", Arg::ltr(&week.shown()))]),
        None => talk.t("timetable-title").into_owned(),
    };
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let may_read_year = visitor.may(Habilitation::ReadYear).is_ok();
    let beside = |days: i64| {
        let of = of.map(written).unwrap_or_default();
        format!("{PLACE}?of={of}&week={}", week.plus_days(days))
    };
    let section = match of {
        Some(Whose::Section(id)) => Some(id),
        _ => None,
    };
    let kept = of.filter(|_| visitor.account.role != Role::Trainee);
    Page::show(&WeekPage {
        search: kept.map(|of| search(&visitor, &choices, of, week)),
        days: shown_days(&visitor, &calendar, week, &lessons, visits),
        of,
        hours: lessons.iter().filter(|own| !own.is_cancelled()).map(|own| own.slots).sum(),
        here: beside(0),
        previous: beside(-7),
        next: beside(7),
        place: format!("/timetable/lessons/new?section={}&day={week}", section.unwrap_or(0)),
        paper: section.filter(|_| may_read_year).map(|id| format!("/year/papers/week/{id}.{week}")),
        section,
        undo: if may_keep { undo(&web, &visitor).await? } else { None },
        may_keep,
        may_read_year,
        feeds: super::feed::is_for(visitor.account.role),
        page: Page::titled(&web, &visitor, title).await?.under(PLACE).document_of(&query),
    })
}
