//! One session: what it is, the form that places or moves it, and what else can be done with it.

use std::collections::BTreeSet;

use ::store::{Change, Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Role, Visitor, Web, WebError, drafts,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use desk::clients::Day;
use school::programme::programme;
use words::{Arg, Talk};

use super::{Choices, PLACE, day_name, may_read, said, week_place};
use crate::cohorts::led_to;
use crate::common::{id_of, module_line, read_day, school, shown_day};
use crate::timetable::judge::{clashes, unusual};
use crate::timetable::rules::Warning;
use crate::timetable::store::{self, Edit, Lesson};
use crate::timetable::{Calendar, Deed, Kind, Placed, State as Standing, Teaching};

/// The most hours of one session.
const MOST_HOURS: i64 = 4;
/// The most weeks of one repetition: more than a semester has.
const MOST_WEEKS: i64 = 30;
const NEW: &str = "/timetable/lessons/new";

pub(super) fn place_of(id: i64) -> String {
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
pub(super) struct LessonPage {
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
pub(super) struct Typed<'a> {
    pub which: Which,
    pub values: Option<&'a Fields>,
    pub errors: Vec<FieldError>,
    pub warnings: Vec<String>,
    pub restored: bool,
}

/// The forms of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Which {
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
pub(super) async fn page_of(
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
        let found = unusual(db, std::slice::from_ref(&placed), &BTreeSet::from([own.id])).await?;
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

/// What came of judging sessions inside a change.
pub(super) enum Judged {
    Fine,
    Clash(Vec<FieldError>),
    Unusual(Vec<String>),
}

/// Judges sessions beside what stands; what is unusual is fine when the person said so.
pub(super) async fn judge(
    change: &Change,
    visitor: &Visitor,
    placed: &[Placed],
    own: &BTreeSet<i64>,
    anyway: bool,
) -> Result<Judged, WebError> {
    let calendar = store::calendar(&**change).await?;
    let clashes = clashes(&**change, &calendar, placed, own).await?;
    if !clashes.is_empty() {
        return Ok(Judged::Clash(said::errors(visitor, &calendar, &clashes)));
    }
    if anyway {
        return Ok(Judged::Fine);
    }
    let found: Vec<Warning> = unusual(&**change, placed, own).await?;
    let Some(first) = placed.first() else { return Ok(Judged::Fine) };
    let said: Vec<String> = found.iter().map(|warning| said::warning(visitor, first, warning)).collect();
    Ok(if said.is_empty() { Judged::Fine } else { Judged::Unusual(said) })
}

/// The page again, with what stands in the way or is unusual.
pub(super) async fn told(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Lesson>,
    which: Which,
    fields: &Fields,
    judged: Judged,
) -> Answer {
    let mut typed = Typed { which, values: Some(fields), ..Typed::default() };
    match judged {
        Judged::Fine => {}
        Judged::Clash(errors) => typed.errors = errors,
        Judged::Unusual(warnings) => {
            typed.errors = vec![FieldError { field: "anyway".to_owned(), key: "timetable-error-anyway", args: vec![] }];
            typed.warnings = warnings;
        }
    }
    Page::show_wrong(&page_of(web, visitor, own, typed).await?)
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

/// The field at which somebody is told that another person was faster.
fn stale_field(which: Which) -> &'static str {
    match which {
        Which::Place => "day",
        Which::Substitute => "substitute",
        Which::Cancel => "why_not",
        Which::Remove => "which",
    }
}

/// Writes edits and says what was done; when somebody else changed a session meanwhile, the page shows what stands now.
pub(super) async fn settle(
    web: &Web,
    visitor: &Visitor,
    change: Change,
    deed: Deed,
    edits: &[Edit],
    (own, which, fields): (&Lesson, Which, &Fields),
) -> Answer {
    match store::alter(&change, deed, edits).await {
        Ok(()) => {}
        Err(StoreError::Stale) => {
            drop(change);
            let now = store::lesson(web.store.read(), own.id).await?;
            let error = FieldError { field: stale_field(which).to_owned(), key: "timetable-error-stale", args: vec![] };
            return told(web, visitor, Some(&now), which, fields, Judged::Clash(vec![error])).await;
        }
        Err(error) => return Err(error.into()),
    }
    change.commit().await?;
    let key = match deed {
        Deed::Substituted => "timetable-did-substitute",
        Deed::Cancelled => "timetable-did-cancel",
        Deed::Removed => "timetable-did-remove",
        _ => "timetable-did-move",
    };
    let told = visitor.talk().with(key, &[("n", Arg::from(edits.len()))]);
    sessions::notify(web, visitor, told).await?;
    let day = edits.first().map_or(own.on_day.as_str(), |edit| edit.to.day.as_str());
    Ok(see_other(&week_place(own.section_id, day)))
}
