//! Proposing a week from the plan: the question, the proposal, and taking it over.

use std::time::{Duration, Instant};

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use desk::clients::Day;
use words::Arg;

use super::{Choices, PLACE, day_name, said, week_place};
use crate::common::{FormPage, id_of, read_day, school, shown_day, today};
use crate::timetable::calendar::week_of;
use crate::timetable::demand::{NoDemand, problem};
use crate::timetable::generate::{Left, Piece, Proposal, Why, generate};
use crate::timetable::judge::{beside_visits, clashes};
use crate::timetable::store::{self, Whose};
use crate::timetable::{Calendar, Deed, Kind, Placed, State as Standing, Teaching};

const ASK: &str = "/timetable/generation";
/// How long the solver may search.
const LIMIT: Duration = Duration::from_secs(8);
/// The most sections of one proposal.
const MOST_SECTIONS: usize = 12;
/// The most weeks that a proposal is placed for.
const MOST_WEEKS: i64 = 30;

async fn ask_page(
    web: &Web,
    visitor: &Visitor,
    typed: Option<&Fields>,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let choices = Choices::read(web, visitor).await?;
    let mut standing = Fields::default();
    let next = week_of(today(web)).plus_days(7);
    standing.set("from", next.shown());
    standing.set("until", next.plus_days(4).shown());
    standing.set("seed", "1");
    let sections = choices.sections.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let fields = vec![
        Field::boxes(talk, "sections", "timetable-sections", sections),
        Field::line(talk, "from", "timetable-from").required(talk).hint(talk, "cohorts-hint-day"),
        Field::line(talk, "until", "timetable-until").required(talk).hint(talk, "timetable-until-hint"),
        Field::line(talk, "seed", "timetable-seed").of_type("number").hint(talk, "timetable-seed-hint"),
    ];
    let form = Form::new(talk, ASK, ASK, "timetable-generate").fields(fields, typed.unwrap_or(&standing), errors);
    let page = Page::new(web, visitor, "timetable-generation").await?.under(PLACE).wrong(form.is_wrong());
    let links = vec![(PLACE.to_owned(), talk.t("timetable-title").into_owned())];
    Ok(FormPage { page, links, about: talk.t("timetable-generation-text").into_owned(), form })
}

/// What to propose a week for.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    Page::show(&ask_page(&web, &visitor, None, &[]).await?)
}

/// What was asked for: sections, days, seed.
struct Asked {
    sections: Vec<i64>,
    days: (Day, Day),
    seed: u32,
}

fn read(check: &mut Check<'_>, fields: &Fields, choices: &Choices) -> Option<Asked> {
    let known = |id: &i64| choices.name(Whose::Section(*id)).is_some();
    let sections: Vec<i64> = fields.each("sections").filter_map(|id| id.parse().ok()).filter(known).collect();
    if sections.is_empty() || sections.len() > MOST_SECTIONS {
        check.wrong_with("sections", "timetable-error-sections", vec![("most", Arg::from(MOST_SECTIONS))]);
    }
    let from = read_day(check, "from", Some("timetable-error-day"));
    let until = read_day(check, "until", Some("timetable-error-day"));
    if let (Some(from), Some(until)) = (from, until)
        && (until < from || from.plus_days(7 * MOST_WEEKS) < until)
    {
        check.wrong_with("until", "timetable-error-until", vec![("most", Arg::from(MOST_WEEKS))]);
    }
    let seed = fields.get("seed").trim().parse().ok();
    if seed.is_none() {
        check.wrong("seed", "timetable-error-seed");
    }
    let days = from.zip(until)?;
    seed.filter(|_| check.errors.is_empty()).map(|seed| Asked { sections, days, seed })
}

/// Searches a week and keeps what was found, to be looked at.
pub(super) async fn propose(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let choices = Choices::read(&web, &visitor).await?;
    let mut check = Check::new(&fields);
    let asked = read(&mut check, &fields, &choices);
    let mut errors = check.errors;
    if let Some(asked) = asked {
        let db = web.store.read();
        let calendar = store::calendar(db).await?;
        let found = problem(db, &calendar, &asked.sections, asked.days, asked.seed).await?;
        match found {
            Ok(problem) => {
                let until = Instant::now() + LIMIT;
                let searched = tokio::task::spawn_blocking(move || generate(&problem, move || Instant::now() >= until));
                let week = searched.await.map_err(|error| WebError::Broken(error.to_string()))?;
                let (from, until) = (asked.days.0.to_string(), asked.days.1.to_string());
                let change = web.store.begin(school(&visitor)).await?;
                let id = store::propose(&change, (&from, &until), asked.seed, &week).await?;
                change.commit().await?;
                return Ok(see_other(&format!("{ASK}/{id}")));
            }
            Err(no) => {
                let (key, name) = match no {
                    NoDemand::NoSemester(name) => ("timetable-error-no-semester", name),
                    NoDemand::EmptyPlan(name) => ("timetable-error-no-plan", name),
                };
                let args = vec![("section", Arg::from(name))];
                errors.push(FieldError { field: "from".to_owned(), key, args });
            }
        }
    }
    Page::show_wrong(&ask_page(&web, &visitor, Some(&fields), &errors).await?)
}

struct Line {
    day: String,
    hours: String,
    module: String,
    trainer: String,
    room: String,
    teaching: &'static str,
}

#[derive(Template)]
#[template(path = "timetable/proposal.html")]
struct ProposalPage {
    page: Page,
    id: i64,
    taken: bool,
    /// How many sessions a week, and over which days.
    about: String,
    left: Vec<String>,
    sections: Vec<(String, Vec<Line>)>,
    /// Why it was not taken over.
    clash: Option<String>,
}

fn said_left(visitor: &Visitor, choices: &Choices, left: &Left) -> String {
    let talk = visitor.talk();
    let section = choices.name(Whose::Section(left.section)).unwrap_or_default();
    let teaching = talk.t(left.teaching.key());
    let mut args = vec![
        ("section", Arg::from(section)),
        ("module", Arg::ltr(&left.module)),
        ("hours", Arg::from(left.hours)),
        ("teaching", Arg::from(teaching.as_ref())),
    ];
    let key = match &left.why {
        Why::NoTrainer => "timetable-left-trainer",
        Why::NoRoom => "timetable-left-room",
        Why::NoHours => "timetable-left-hours",
        Why::Beside(modules) => {
            args.push(("modules", Arg::ltr(&modules.join(", "))));
            "timetable-left-beside"
        }
        Why::Time => "timetable-left-time",
    };
    talk.html(key, &args)
}

fn lines(visitor: &Visitor, choices: &Choices, calendar: &Calendar, week: &Proposal) -> Vec<(String, Vec<Line>)> {
    let talk = visitor.talk();
    let name = |whose| choices.name(whose).unwrap_or_default().to_owned();
    let line = |piece: &Piece| Line {
        day: day_name(talk, piece.weekday),
        hours: calendar.hours(piece.first, piece.slots),
        module: piece.module.clone(),
        trainer: name(Whose::Trainer(piece.trainer)),
        room: name(Whose::Room(piece.room)),
        teaching: piece.teaching.key(),
    };
    let mut found: Vec<(i64, String, Vec<Line>)> = vec![];
    for piece in &week.pieces {
        match found.last_mut().filter(|(id, ..)| *id == piece.section) {
            Some((_, _, lines)) => lines.push(line(piece)),
            None => found.push((piece.section, name(Whose::Section(piece.section)), vec![line(piece)])),
        }
    }
    found.into_iter().map(|(_, name, lines)| (name, lines)).collect()
}

async fn page_of(web: &Web, visitor: &Visitor, id: i64, clash: Option<String>) -> Result<ProposalPage, WebError> {
    let db = web.store.read();
    let proposed = store::proposed(db, id).await?;
    let (week, choices) = (proposed.week()?, Choices::read(web, visitor).await?);
    let calendar = store::calendar(db).await?;
    let args = [
        ("n", Arg::from(week.pieces.len())),
        ("from", Arg::ltr(&shown_day(&proposed.from_on))),
        ("until", Arg::ltr(&shown_day(&proposed.until_on))),
        ("seed", Arg::from(proposed.seed)),
    ];
    let page = Page::new(web, visitor, "timetable-proposal").await?.under(PLACE).document();
    Ok(ProposalPage {
        id,
        taken: proposed.taken,
        about: visitor.talk().with("timetable-proposal-text", &args),
        left: week.left.iter().map(|left| said_left(visitor, &choices, left)).collect(),
        sections: lines(visitor, &choices, &calendar, &week),
        clash,
        page,
    })
}

/// A proposal.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    Page::show(&page_of(&web, &visitor, id_of(&id)?, None).await?)
}

/// The sessions of a proposal: each of its week, on every day from one to the other that is not off.
fn dated(web: &Web, calendar: &Calendar, week: &Proposal, (from, until): (Day, Day)) -> Vec<Placed> {
    let mut all = vec![];
    for piece in &week.pieces {
        let series = web.chance.token(8);
        let kind = match piece.teaching {
            Teaching::Lecture => Kind::Exposition,
            Teaching::Practical => Kind::Exercise,
        };
        let mut day = week_of(from).plus_days(piece.weekday);
        while day <= until {
            if day >= from && calendar.off_on(day).is_none() {
                all.push(Placed {
                    section: piece.section,
                    module: piece.module.clone(),
                    trainer: piece.trainer,
                    room: piece.room,
                    day: day.to_string(),
                    first: piece.first,
                    slots: piece.slots,
                    teaching: piece.teaching.code().to_owned(),
                    kind: kind.code().to_owned(),
                    series: series.clone(),
                    state: Standing::Planned.code().to_owned(),
                    replaced: 0,
                    reason: String::new(),
                });
            }
            day = day.plus_days(7);
        }
    }
    all
}

/// Places a proposal over its days, all of it or nothing.
pub(super) async fn take(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let id = id_of(&id)?;
    let proposed = store::proposed(web.store.read(), id).await?;
    let week = proposed.week()?;
    let days = Day::parse(&proposed.from_on).ok().zip(Day::parse(&proposed.until_on).ok());
    let (Some(days), false) = (days, week.pieces.is_empty()) else { return Ok(see_other(&format!("{ASK}/{id}"))) };
    let change = web.store.begin(school(&visitor)).await?;
    store::lock(&change).await?;
    match store::take(&change, id).await {
        Ok(()) => {}
        // Sent twice: it stands already.
        Err(StoreError::Stale) => return Ok(see_other(&format!("{ASK}/{id}"))),
        Err(error) => return Err(error.into()),
    }
    let calendar = store::calendar(&*change).await?;
    let all = dated(&web, &calendar, &week, days);
    let asked = all.len();
    let all = beside_visits(&*change, &calendar, all).await?;
    let found = clashes(&*change, &calendar, &all, &std::collections::BTreeSet::new()).await?;
    if let Some(clash) = found.first() {
        let (key, args) = said::conflict(&visitor, &calendar, clash);
        let why = visitor.talk().with(key, &args);
        drop(change);
        return Page::show_wrong(&page_of(&web, &visitor, id, Some(why)).await?);
    }
    store::place(&change, Deed::Generated, &all).await?;
    change.commit().await?;
    let mut told = visitor.talk().with("timetable-placed", &[("n", Arg::from(all.len()))]);
    if all.len() < asked {
        let left = visitor.talk().with("timetable-placed-visits", &[("n", Arg::from(asked - all.len()))]);
        told = format!("{told} {left}");
    }
    sessions::notify(&web, &visitor, told).await?;
    let section = week.pieces.first().map_or(0, |piece| piece.section);
    Ok(see_other(&week_place(section, &proposed.from_on)))
}
