//! One session: opening it, placing it, moving it.

mod judged;
mod page;

use std::collections::BTreeSet;

use ::store::{Once, spend};
use ::web::{Answer, Check, Fields, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions};
use axum::extract::{Path, RawQuery, State};
use desk::clients::Day;
use school::programme::programme;
use words::Arg;

pub(super) use self::judged::{Judged, judge, settle, told};
pub(super) use self::page::Which;
use self::page::{Typed, page_of};
use super::{Choices, may_read, week_place};
use crate::cohorts::led_to;
use crate::common::{id_of, read_day, school, shown_day};
use crate::timetable::store::{self, Edit, Lesson};
use crate::timetable::{Calendar, Deed, Kind, Placed, State as Standing, Teaching};

/// The most hours of one session.
const MOST_HOURS: i64 = 4;
/// The most weeks of one repetition: more than a semester has.
const MOST_WEEKS: i64 = 30;
const NEW: &str = "/timetable/lessons/new";

/// The session that the address names; nothing for a new one.
async fn own_of(web: &Web, id: &str) -> Result<Option<Lesson>, WebError> {
    Ok(if id == "new" { None } else { Some(store::lesson(web.store.read(), id_of(id)?).await?) })
}

/// A session, or the form of a new one; `?section=1&day=2026-11-29` fills it.
pub(super) async fn open(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let Some(own) = own_of(&web, &id).await? else {
        visitor.may(Habilitation::KeepYear)?;
        let asked = Fields::parse(query.unwrap_or_default().as_bytes());
        let kept = drafts::draft(&web, &visitor, NEW).await?;
        let restored = kept.is_some();
        let values = kept.unwrap_or_else(|| {
            let mut values = Fields::default();
            values.set("section", asked.get("section"));
            values.set("day", shown_day(asked.get("day")));
            values.set("slots", "2");
            values.set("weeks", "1");
            values
        });
        let typed = Typed { values: Some(&values), restored, ..Typed::default() };
        return Page::show(&page_of(&web, &visitor, None, typed).await?);
    };
    may_read(&web, &visitor, own.section_id).await?;
    Page::show(&page_of(&web, &visitor, Some(&own), Typed::default()).await?)
}

/// One of the identities of a list.
fn chosen(check: &mut Check<'_>, fields: &Fields, field: &str, list: &[(i64, String)]) -> i64 {
    let id = fields.get(field).parse().ok().filter(|id| list.iter().any(|(own, _)| own == id));
    if id.is_none() {
        check.wrong(field, "frame-error-choice");
    }
    id.unwrap_or(0)
}

/// What the form says of a session; for one that exists, what it does not ask stays.
fn read(check: &mut Check<'_>, fields: &Fields, choices: &Choices, own: Option<&Lesson>) -> Option<(Placed, Day)> {
    let section = own.map_or_else(|| chosen(check, fields, "section", &choices.sections), |own| own.section_id);
    let module = match own {
        Some(own) => own.module.clone(),
        None => programme().module(fields.get("module")).map(|own| own.code.clone()).unwrap_or_default(),
    };
    if module.is_empty() {
        check.wrong("module", "frame-error-choice");
    }
    let day = read_day(check, "day", Some("timetable-error-day"));
    let number = |check: &mut Check<'_>, field: &str, most: i64| {
        let found = fields.get(field).parse().ok().filter(|n| (1..=most).contains(n));
        if found.is_none() {
            check.wrong(field, "frame-error-choice");
        }
        found.unwrap_or(1)
    };
    let (first, slots) = (number(check, "first", 24), number(check, "slots", MOST_HOURS));
    let trainer = chosen(check, fields, "trainer", &choices.trainers);
    let room = chosen(check, fields, "room", &choices.rooms);
    let teaching = check.choice("teaching", &Teaching::ALL.map(Teaching::code), "frame-error-choice");
    let kind = check.choice("kind", &Kind::ALL.map(Kind::code), "frame-error-choice");
    let day = day.filter(|_| check.errors.is_empty())?;
    let same = own.filter(|own| own.trainer_id == trainer || own.is_cancelled());
    let placed = Placed {
        section,
        module,
        trainer,
        room,
        day: day.to_string(),
        first,
        slots,
        teaching: teaching.to_owned(),
        kind: kind.to_owned(),
        series: own.map(|own| own.series.clone()).unwrap_or_default(),
        state: own.map_or(Standing::Planned.code(), |own| own.state.as_str()).to_owned(),
        replaced: same.map_or(0, |own| own.replaced_id),
        reason: same.map(|own| own.reason.clone()).unwrap_or_default(),
    };
    Some((placed, day))
}

/// The same session in the weeks that follow; weeks in which its day is off are left out, the first is not.
fn repeated(calendar: &Calendar, placed: &Placed, day: Day, weeks: i64) -> Vec<Placed> {
    let days = (0..weeks).map(|week| day.plus_days(7 * week));
    let kept = days.filter(|own| *own == day || calendar.off_on(*own).is_none());
    kept.map(|own| Placed { day: own.to_string(), ..placed.clone() }).collect()
}

/// Places a session, for several weeks when asked, or moves one.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    if own.is_none()
        && let Some(place) = led_to(web.store.read(), fields.get("once")).await?
    {
        return Ok(see_other(&place));
    }
    let choices = Choices::read(&web, &visitor).await?;
    let mut check = Check::new(&fields);
    let read = read(&mut check, &fields, &choices, own.as_ref());
    let weeks = if own.is_some() { Some(1) } else { fields.get("weeks").trim().parse().ok() };
    let weeks = weeks.filter(|weeks| (1..=MOST_WEEKS).contains(weeks));
    if weeks.is_none() {
        check.wrong_with("weeks", "timetable-error-weeks", vec![("most", Arg::from(MOST_WEEKS))]);
    }
    let (Some((placed, day)), Some(weeks), true) = (read, weeks, check.errors.is_empty()) else {
        return told(&web, &visitor, own.as_ref(), Which::Place, &fields, Judged::Clash(check.errors)).await;
    };
    match &own {
        Some(own) => shift(&web, &visitor, own, &placed, day, &fields).await,
        None => add(&web, &visitor, &placed, day, weeks, &fields).await,
    }
}

async fn add(web: &Web, visitor: &Visitor, placed: &Placed, day: Day, weeks: i64, fields: &Fields) -> Answer {
    let series = if weeks > 1 { web.chance.token(8) } else { String::new() };
    let change = web.store.begin(school(visitor)).await?;
    store::lock(&change).await?;
    let calendar = store::calendar(&*change).await?;
    let all = repeated(&calendar, &Placed { series, ..placed.clone() }, day, weeks);
    let judged = judge(&change, visitor, &all, &BTreeSet::new(), fields.get("anyway") == "yes").await?;
    if !matches!(judged, Judged::Fine) {
        drop(change);
        return told(web, visitor, None, Which::Place, fields, judged).await;
    }
    store::place(&change, Deed::Placed, &all).await?;
    let place = week_place(placed.section, &placed.day);
    if let Once::Again(place) = spend(&change, fields.get("once"), &place).await? {
        return Ok(see_other(&place));
    }
    change.commit().await?;
    drafts::forget(web, visitor, NEW).await?;
    let left = weeks - i64::try_from(all.len()).unwrap_or(weeks);
    let mut told = visitor.talk().with("timetable-placed", &[("n", Arg::from(all.len()))]);
    if left > 0 {
        told = format!("{told} {}", visitor.talk().with("timetable-left-out", &[("n", Arg::from(left))]));
    }
    sessions::notify(web, visitor, told).await?;
    Ok(see_other(&place))
}

/// Moves a session, and those of its series that follow when asked: each by as many days as this one.
async fn shift(web: &Web, visitor: &Visitor, own: &Lesson, to: &Placed, day: Day, fields: &Fields) -> Answer {
    let days = Day::parse(&own.on_day).map_or(0, |old| days_between(old, day));
    let change = web.store.begin(school(visitor)).await?;
    store::lock(&change).await?;
    let mut edits = vec![Edit { id: own.id, version: fields.get("version").parse().unwrap_or(0), to: to.clone() }];
    if fields.get("scope") == "following" && !own.series.is_empty() {
        let following = store::following(&*change, &own.series, &own.on_day).await?;
        for other in following.into_iter().filter(|other| other.id != own.id && !other.is_cancelled()) {
            let Ok(old) = Day::parse(&other.on_day) else { continue };
            let same = other.trainer_id == to.trainer;
            let placed = Placed {
                day: old.plus_days(days).to_string(),
                replaced: if same { other.replaced_id } else { 0 },
                reason: if same { other.reason.clone() } else { String::new() },
                state: other.state.clone(),
                ..to.clone()
            };
            edits.push(Edit { id: other.id, version: other.version, to: placed });
        }
    }
    let ids: BTreeSet<i64> = edits.iter().map(|edit| edit.id).collect();
    let all: Vec<Placed> = edits.iter().map(|edit| edit.to.clone()).collect();
    let judged = judge(&change, visitor, &all, &ids, fields.get("anyway") == "yes").await?;
    if !matches!(judged, Judged::Fine) {
        drop(change);
        return told(web, visitor, Some(own), Which::Place, fields, judged).await;
    }
    settle(web, visitor, change, Deed::Moved, &edits, (own, Which::Place, fields)).await
}

/// How many days the second comes after the first.
fn days_between(one: Day, other: Day) -> i64 {
    (other.begins(0).0 - one.begins(0).0) / 86_400_000
}
