//! The calendar of the institution: days of teaching, hours of a day, days off.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use desk::clients::Day;
use words::{Arg, Talk};

use super::acts::wrong;
use super::{PLACE, day_name};
use crate::cohorts::led_to;
use crate::common::{id_of, read_day, school};
use crate::timetable::calendar::{MOST_SLOTS, SlotError, clock, read_slots};
use crate::timetable::store;
use crate::timetable::{Calendar, DayOff};

const LIST: &str = "/timetable/calendar";
/// The longest name of a day off, in characters.
const NAME: usize = 60;

struct Shown {
    id: i64,
    name: String,
    days: String,
    /// True for the same days of every year.
    yearly: bool,
    moon: bool,
    confirmed: bool,
}

#[derive(Template)]
#[template(path = "timetable/calendar.html")]
struct CalendarPage {
    page: Page,
    week: Form,
    off: Vec<Shown>,
    add: Form,
}

/// What the two forms hold again after an error.
#[derive(Default)]
struct Typed<'a> {
    week: Option<(&'a Fields, Vec<FieldError>)>,
    add: Option<(&'a Fields, Vec<FieldError>)>,
}

/// A stored day as people read it: of one year, or day and month of every year.
fn shown_day(stored: &str) -> String {
    match stored.split_once('-') {
        Some((month, day)) if month.len() == 2 => format!("{day}/{month}"),
        _ => crate::common::shown_day(stored),
    }
}

fn shown(talk: Talk, own: &DayOff) -> Shown {
    let (from, until) = (shown_day(&own.from_on), shown_day(&own.until_on));
    Shown {
        id: own.id,
        name: own.name(talk.lang).to_owned(),
        days: if from == until { from } else { format!("{from}–{until}") },
        yearly: own.from_on.len() == 5,
        moon: own.moon,
        confirmed: own.confirmed,
    }
}

fn week_form(talk: Talk, calendar: &Calendar, typed: Option<&(&Fields, Vec<FieldError>)>) -> Form {
    let mut standing = Fields::default();
    standing.0.extend(calendar.days.iter().map(|day| ("days".to_owned(), day.to_string())));
    let slots = calendar.slots.iter().map(|slot| format!("{}-{}", clock(slot.begins), clock(slot.ends)));
    standing.set("hours", slots.collect::<Vec<_>>().join("\n"));
    let days = (0..7).map(|day| (day.to_string(), day_name(talk, day))).collect();
    let fields = vec![
        Field::boxes(talk, "days", "timetable-days", days),
        Field::area(talk, "hours", "timetable-slots", 8).hint(talk, "timetable-slots-hint").exact(),
    ];
    let (values, errors) = typed.map_or((&standing, [].as_slice()), |(values, errors)| (*values, errors.as_slice()));
    Form::new(talk, LIST, LIST, "timetable-week-save")
        .fields(fields, values, errors)
        .hidden("version", calendar.version.to_string())
}

async fn page_of(web: &Web, visitor: &Visitor, typed: Typed<'_>) -> Result<CalendarPage, WebError> {
    let talk = visitor.talk();
    let calendar = store::calendar(web.store.read()).await?;
    let week = week_form(talk, &calendar, typed.week.as_ref());
    let moon = vec![("yes".to_owned(), talk.t("timetable-moon").into_owned())];
    let fields = vec![
        Field::line(talk, "name_fr", "timetable-off-name-fr").in_language("fr").hint(talk, "timetable-off-name-hint"),
        Field::line(talk, "name_ar", "timetable-off-name-ar").in_language("ar"),
        Field::line(talk, "from", "timetable-off-from").required(talk).hint(talk, "timetable-off-hint"),
        Field::line(talk, "until", "timetable-off-until").hint(talk, "timetable-off-until-hint"),
        Field::boxes(talk, "moon", "timetable-moon-title", moon),
    ];
    let empty = Fields::default();
    let (values, errors) =
        typed.add.as_ref().map_or((&empty, [].as_slice()), |(values, errors)| (*values, errors.as_slice()));
    let add = Form::new(talk, "/timetable/days-off", LIST, "timetable-off-add")
        .fields(fields, values, errors)
        .hidden("once", web.chance.token(16));
    let wrong = week.is_wrong() || add.is_wrong();
    let page = Page::new(web, visitor, "timetable-calendar").await?.under(PLACE).wrong(wrong).document();
    Ok(CalendarPage { page, week, off: calendar.off.iter().map(|own| shown(talk, own)).collect(), add })
}

/// The calendar.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    Page::show(&page_of(&web, &visitor, Typed::default()).await?)
}

/// Changes the days of teaching and the hours of a day.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let mut check = Check::new(&fields);
    let days: Vec<i64> = (0..7).filter(|day| fields.each("days").any(|own| own == day.to_string())).collect();
    if days.is_empty() {
        check.wrong("days", "timetable-error-days");
    }
    let typed = check.text("hours", 400);
    let slots = match read_slots(&typed) {
        Ok(slots) => slots,
        Err(error) => {
            match error {
                SlotError::Unreadable(line) => {
                    check.wrong_with("hours", "timetable-error-slot", vec![("line", Arg::from(line))]);
                }
                SlotError::Order(line) => {
                    check.wrong_with("hours", "timetable-error-slot-order", vec![("line", Arg::from(line))]);
                }
                SlotError::Number => {
                    check.wrong_with("hours", "timetable-error-slot-number", vec![("most", Arg::from(MOST_SLOTS))]);
                }
            }
            vec![]
        }
    };
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        store::lock(&change).await?;
        if store::last_slot(&*change).await? > i64::try_from(slots.len()).unwrap_or(0) {
            errors.push(wrong("hours", "timetable-error-slot-taken"));
        } else {
            match store::set_week(&change, fields.get("version").parse().unwrap_or(0), &days, &slots).await {
                Ok(()) => {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "timetable-week-saved").await?;
                    return Ok(see_other(LIST));
                }
                Err(StoreError::Stale) => errors.push(wrong("days", "timetable-error-week-stale")),
                Err(error) => return Err(error.into()),
            }
        }
    }
    let typed = Typed { week: Some((&fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, typed).await?)
}

/// A day as the form of days off takes it: with a year, or day and month of every year. It is stored as `from_on` is.
fn read_off(check: &mut Check<'_>, field: &str, missing: Option<&'static str>) -> Option<String> {
    let typed = names::fold::ascii_digits(&check.line(field, 40));
    let parts: Vec<&str> = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if let [day, month] = parts[..] {
        // A leap year, so that the 29th of February is a day.
        if let Ok(day) = Day::parse(&format!("{day}/{month}/2028")) {
            return Some(day.to_string().split_off(5));
        }
    }
    read_day(check, field, missing).map(|day| day.to_string())
}

/// Adds days off.
pub(super) async fn add(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    if let Some(place) = led_to(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place));
    }
    let mut check = Check::new(&fields);
    let (name_fr, name_ar) = (check.line("name_fr", NAME), check.line("name_ar", NAME));
    if name_fr.is_empty() && name_ar.is_empty() {
        check.wrong("name_fr", "timetable-error-off-name");
    }
    let from_on = read_off(&mut check, "from", Some("timetable-error-day"));
    let until_on = read_off(&mut check, "until", None).or_else(|| from_on.clone());
    if let (Some(from), Some(until)) = (&from_on, &until_on)
        && (from.len() != until.len() || from > until)
    {
        check.wrong("until", "timetable-error-off-until");
    }
    let mut errors = check.errors;
    if let (Some(from_on), Some(until_on), true) = (from_on, until_on, errors.is_empty()) {
        let moon = fields.get("moon") == "yes";
        let new = DayOff { id: 0, from_on, until_on, name_fr, name_ar, moon, confirmed: false };
        let change = web.store.begin(school(&visitor)).await?;
        match store::add_off(&change, &new).await {
            Ok(_) => {
                if spend(&change, fields.get("once"), LIST).await? == Once::First {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "timetable-off-added").await?;
                }
                return Ok(see_other(LIST));
            }
            Err(StoreError::Duplicate(_)) => errors.push(wrong("from", "timetable-error-off-twice")),
            Err(error) => return Err(error.into()),
        }
    }
    let typed = Typed { add: Some((&fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, typed).await?)
}

/// Takes days off out.
pub(super) async fn remove(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let old = store::off(web.store.read(), id_of(&id)?).await?;
    let change = web.store.begin(school(&visitor)).await?;
    store::remove_off(&change, &old).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "timetable-off-removed").await?;
    Ok(see_other(LIST))
}

/// Marks days off as confirmed.
pub(super) async fn confirm(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let change = web.store.begin(school(&visitor)).await?;
    store::confirm_off(&change, id_of(&id)?).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "timetable-off-confirmed").await?;
    Ok(see_other(LIST))
}
