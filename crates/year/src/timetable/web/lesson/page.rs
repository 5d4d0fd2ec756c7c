//! The page of a session: what it is, and its forms.

use std::collections::BTreeSet;

use ::web::{Field, FieldError, Fields, Form, Habilitation, Page, Role, Visitor, Web, WebError};
use askama::Template;
use desk::clients::Day;
use school::programme::programme;
use words::{Arg, Talk};

use super::{MOST_HOURS, NEW};
use crate::common::{module_line, shown_day};
use crate::timetable::judge::unusual;
use crate::timetable::store::{self, Lesson};
use crate::timetable::web::{Choices, PLACE, day_name, said, week_place};
use crate::timetable::{Calendar, Kind, Teaching};

fn place_of(id: i64) -> String {
    format!("/timetable/lessons/{id}")
}

/// What the page of a session says of it.
struct Facts {
    day: String,
    hours: String,
    module: String,
    section: String,
    week: String,
    room: String,
    trainer: String,
    teaching: &'static str,
    kind: &'static str,
    cancelled: bool,
    /// The trainer who was replaced.
    replaced: Option<String>,
    /// Where its attendance sheet is, for those who keep it.
    sheet: Option<String>,
    reason: String,
}

#[derive(Template)]
#[template(path = "timetable/lesson.html")]
pub(in crate::timetable::web) struct LessonPage {
    page: Page,
    facts: Option<Facts>,
    warnings: Vec<String>,
    form: Option<Form>,
    substitution: Option<Form>,
    cancellation: Option<Form>,
    removal: Option<Form>,
}

/// What one of the forms of the page holds again after an error, and what is unusual about what it asks.
#[derive(Default)]
pub(in crate::timetable::web) struct Typed<'a> {
    pub which: Which,
    pub values: Option<&'a Fields>,
    pub errors: Vec<FieldError>,
    pub warnings: Vec<String>,
    pub restored: bool,
}

/// The forms of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::timetable::web) enum Which {
    #[default]
    Place,
    Substitute,
    Cancel,
    Remove,
}

impl Typed<'_> {
    fn of(&self, which: Which) -> (Option<&Fields>, &[FieldError]) {
        if self.which == which { (self.values, &self.errors) } else { (None, &[]) }
    }
}

fn options(list: &[(i64, String)]) -> Vec<(String, String)> {
    list.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
}

/// The fields that every session has.
fn fields(talk: Talk, calendar: &Calendar, choices: &Choices, own: Option<&Lesson>, unusual: bool) -> Vec<Field> {
    let mut fields = vec![];
    if own.is_none() {
        // On 20 cells the code says which module it is.
        let choice = |module: &::programme::Module| {
            let text = if talk.short { module.code.clone() } else { module_line(talk, &module.code) };
            (module.code.clone(), text)
        };
        let modules = programme().modules.iter().map(choice).collect();
        fields.push(Field::select(talk, "section", "timetable-section", options(&choices.sections)));
        fields.push(Field::select(talk, "module", "timetable-module", modules));
    }
    let teachings = Teaching::ALL.map(|own| (own.code().to_owned(), talk.t(own.key()).into_owned()));
    let kinds = Kind::ALL.map(|own| (own.code().to_owned(), talk.t(own.key()).into_owned()));
    let slots = (1..=calendar.count()).map(|at| (at.to_string(), calendar.hours(at, 1))).collect();
    let lengths = (1..=MOST_HOURS).map(|n| (n.to_string(), talk.with("timetable-hours", &[("n", Arg::from(n))])));
    fields.extend([
        Field::line(talk, "day", "timetable-day").required(talk).hint(talk, "cohorts-hint-day"),
        Field::select(talk, "first", "timetable-first", slots),
        Field::select(talk, "slots", "timetable-length", lengths.collect()),
        Field::select(talk, "trainer", "timetable-trainer", options(&choices.trainers)),
        Field::select(talk, "room", "timetable-room", options(&choices.rooms)),
        Field::select(talk, "teaching", "timetable-teaching", teachings.to_vec()),
        Field::select(talk, "kind", "timetable-kind", kinds.to_vec()).hint(talk, "timetable-kind-hint"),
    ]);
    match own {
        None => fields.push(
            Field::line(talk, "weeks", "timetable-weeks-repeated").of_type("number").hint(talk, "timetable-weeks-hint"),
        ),
        Some(own) if !own.series.is_empty() => fields.push(scope(talk, "scope", true)),
        Some(_) => {}
    }
    if unusual {
        let yes = vec![("yes".to_owned(), talk.t("timetable-anyway").into_owned())];
        fields.push(Field::boxes(talk, "anyway", "timetable-anyway-title", yes));
    }
    fields
}

/// One session, or of a `series` those that follow it as well.
fn scope(talk: Talk, name: &'static str, series: bool) -> Field {
    let mut scopes = vec![("one".to_owned(), talk.t("timetable-scope-one").into_owned())];
    if series {
        scopes.push(("following".to_owned(), talk.t("timetable-scope-following").into_owned()));
    }
    Field::radio(talk, name, "timetable-scope", scopes)
}

fn values_of(own: &Lesson) -> Fields {
    let mut values = Fields::default();
    values.set("day", shown_day(&own.on_day));
    values.set("first", own.from_slot.to_string());
    values.set("slots", own.slots.to_string());
    values.set("trainer", own.trainer_id.to_string());
    values.set("room", own.room_id.to_string());
    values.set("teaching", own.teaching.as_str());
    values.set("kind", own.kind.as_str());
    values.set("scope", "one");
    values
}

fn facts(visitor: &Visitor, calendar: &Calendar, choices: &Choices, own: &Lesson) -> Facts {
    let talk = visitor.talk();
    let name = Day::parse(&own.on_day).map_or_else(|_| String::new(), |day| day_name(talk, day.weekday()));
    let keeps = match visitor.account.role {
        Role::Studies => true,
        Role::Trainer => own.account_id == visitor.account.id.0,
        _ => false,
    };
    let replaced = choices.trainers.iter().find(|(id, _)| *id == own.replaced_id).map(|(_, name)| name.clone());
    Facts {
        day: format!("{name} {}", shown_day(&own.on_day)),
        hours: calendar.hours(own.from_slot, own.slots),
        module: module_line(talk, &own.module),
        section: format!("{} {}", own.section, own.promotion),
        week: week_place(own.section_id, &own.on_day),
        room: own.room.clone(),
        trainer: own.trainer(visitor.preferences.script),
        teaching: Teaching::parse(&own.teaching).unwrap_or(Teaching::Lecture).key(),
        kind: Kind::parse(&own.kind).unwrap_or(Kind::Exposition).key(),
        cancelled: own.is_cancelled(),
        replaced,
        sheet: keeps.then(|| format!("/attendance/lessons/{}", own.id)),
        // Why somebody is away is not for everybody.
        reason: if visitor.account.role == Role::Trainee { String::new() } else { own.reason.clone() },
    }
}

/// The page of a session, or of a new one.
pub(in crate::timetable::web) async fn page_of(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Lesson>,
    typed: Typed<'_>,
) -> Result<LessonPage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let (choices, calendar) = (Choices::read(web, visitor).await?, store::calendar(db).await?);
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let place = own.map_or_else(|| NEW.to_owned(), |own| place_of(own.id));
    let version = own.map(|own| own.version.to_string()).unwrap_or_default();
    let (values, errors) = typed.of(Which::Place);
    let standing = own.map(values_of).unwrap_or_default();
    let button = if own.is_some() { "timetable-move" } else { "timetable-place" };
    let form = may_keep.then(|| {
        let fields = fields(talk, &calendar, &choices, own, !typed.warnings.is_empty());
        let form = Form::new(talk, &*place, &*place, button).fields(fields, values.unwrap_or(&standing), errors);
        match own {
            Some(_) => form.hidden("version", version.as_str()),
            None => {
                let once = values.map(|values| values.get("once")).filter(|once| !once.is_empty() && !typed.restored);
                let once = once.map_or_else(|| web.chance.token(16), str::to_owned);
                form.hidden("once", once).kept(typed.restored)
            }
        }
    });
    let planned = own.filter(|own| may_keep && !own.is_cancelled());
    let empty = Fields::default();
    let substitution = planned.map(|own| {
        let (values, errors) = typed.of(Which::Substitute);
        let others: Vec<(i64, String)> =
            choices.trainers.iter().filter(|(id, _)| *id != own.trainer_id).cloned().collect();
        let fields = vec![
            Field::select(talk, "substitute", "timetable-substitute", options(&others)),
            Field::line(talk, "why", "timetable-why").required(talk),
        ];
        Form::new(talk, format!("{place}/substitution"), &*place, "timetable-substitute-save")
            .fields(fields, values.unwrap_or(&empty), errors)
            .hidden("version", version.as_str())
    });
    let cancellation = planned.map(|_| {
        let (values, errors) = typed.of(Which::Cancel);
        let field = Field::line(talk, "why_not", "timetable-why").required(talk);
        Form::new(talk, format!("{place}/cancellation"), &*place, "timetable-cancel")
            .fields(vec![field], values.unwrap_or(&empty), errors)
            .hidden("version", version.as_str())
    });
    let removal = own.filter(|_| may_keep).map(|own| {
        let (values, errors) = typed.of(Which::Remove);
        Form::new(talk, format!("{place}/removal"), &*place, "timetable-remove")
            .fields(vec![scope(talk, "which", !own.series.is_empty())], values.unwrap_or(&empty), errors)
            .hidden("version", version.as_str())
    });
    let mut warnings = typed.warnings;
    if let (Some(own), true, true) = (own, may_keep, warnings.is_empty()) {
        let placed = own.placed();
        let found = unusual(db, &calendar, std::slice::from_ref(&placed), &BTreeSet::from([own.id])).await?;
        warnings = found.iter().map(|warning| said::warning(visitor, &placed, warning)).collect();
    }
    let wrong = !typed.errors.is_empty();
    let title = match own {
        Some(own) => {
            let args = [("module", Arg::ltr(&own.module)), ("day", Arg::ltr(&shown_day(&own.on_day)))];
            talk.with("timetable-lesson-title", &args)
        }
        None => talk.t("timetable-place").into_owned(),
    };
    let facts = own.map(|own| facts(visitor, &calendar, &choices, own));
    let page = Page::titled(web, visitor, title).await?.under(PLACE).wrong(wrong);
    Ok(LessonPage { page, facts, warnings, form, substitution, cancellation, removal })
}
