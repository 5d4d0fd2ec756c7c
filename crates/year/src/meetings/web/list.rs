//! What is to come, what was, and what is still to be done.

use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web};
use askama::Template;
use axum::extract::{RawQuery, State};
use words::{Arg, Talk};

use super::super::State as Standing;
use super::super::store::{self, Meeting};
use super::PLACE;
use crate::cohorts;
use crate::common::{shown_day, today};
use crate::timetable::hours_of;

/// One of them on a line.
pub(super) struct Line {
    pub own: Meeting,
    pub state: Standing,
    pub day: String,
    pub hours: String,
    /// Section and promotion; what is said of all sections.
    pub whose: String,
}

/// `today` is YYYY-MM-DD.
pub(super) fn line(talk: Talk, own: Meeting, today: &str) -> Line {
    let hours = hours_of(own.begins, own.ends);
    let whose = own.whose(talk);
    Line { day: shown_day(&own.on_day), hours, whose, state: own.state(today), own }
}

/// A decision that waits.
struct Waiting {
    own: store::Open,
    until: String,
    late: bool,
}

/// The part of the list that is shown, and where it begins.
enum Part {
    /// The first page of each.
    All,
    /// What is to come, from a place on.
    Next(store::Place),
    /// What was, from a place on.
    Past(store::Place),
    /// Decisions that wait, from a place on.
    Waiting(store::Due),
}

impl Part {
    /// What the address asks for: `after`, `before` or `due`. A place that cannot be read is none.
    fn asked(asked: &Fields) -> Self {
        let after = store::Place::parse(asked.get("after")).map(Self::Next);
        let before = || store::Place::parse(asked.get("before")).map(Self::Past);
        let due = || store::Due::parse(asked.get("due")).map(Self::Waiting);
        after.or_else(before).or_else(due).unwrap_or(Self::All)
    }
}

/// A list, and the address of its next page.
struct Listed<T> {
    lines: Vec<T>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "meetings/list.html")]
struct ListPage {
    page: Page,
    /// Nothing while a page shows another part only.
    next: Option<Listed<Line>>,
    past: Option<Listed<Line>>,
    waiting: Option<Listed<Waiting>>,
    /// The section that was asked for, and its code.
    section: Option<(i64, String)>,
    /// Visits that were held, of those planned.
    visits: String,
    /// True on the first page.
    is_first: bool,
    may_write: bool,
}

/// The list; `?section=` of one section.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let (talk, db, query) = (visitor.talk(), web.store.read(), query.unwrap_or_default());
    let asked = Fields::parse(query.as_bytes());
    let section = match asked.get("section").parse() {
        Ok(id) => Some(cohorts::section(db, id).await?).map(|own| (own.id, own.code)),
        Err(_) => None,
    };
    let id = section.as_ref().map_or(0, |own| own.0);
    let day = today(&web).to_string();
    let (part, from) = (Part::asked(&asked), store::Place::day(&day));
    let address = |name: &str, place: String| match id {
        0 => format!("{PLACE}?{name}={place}"),
        _ => format!("{PLACE}?section={id}&{name}={place}"),
    };
    let lines = |(all, next): (Vec<Meeting>, Option<String>), name: &str| Listed {
        lines: all.into_iter().map(|own| line(talk, own, &day)).collect(),
        next: next.map(|place| address(name, place)),
    };
    let next = match &part {
        Part::All => Some(lines(store::meetings(db, id, &from, false).await?, "after")),
        Part::Next(place) => Some(lines(store::meetings(db, id, place, false).await?, "after")),
        Part::Past(_) | Part::Waiting(_) => None,
    };
    let past = match &part {
        Part::All => Some(lines(store::meetings(db, id, &from, true).await?, "before")),
        Part::Past(place) => Some(lines(store::meetings(db, id, place, true).await?, "before")),
        Part::Next(_) | Part::Waiting(_) => None,
    };
    let open = match &part {
        Part::All => Some(store::open_decisions(db, id, &store::Due::default()).await?),
        Part::Waiting(place) => Some(store::open_decisions(db, id, place).await?),
        Part::Next(_) | Part::Past(_) => None,
    };
    let wait = |own: store::Open| Waiting {
        until: shown_day(&own.until_on),
        late: !own.until_on.is_empty() && own.until_on < day,
        own,
    };
    let waiting = open.map(|(all, next)| Listed {
        lines: all.into_iter().map(wait).collect(),
        next: next.map(|place| address("due", place)),
    });
    let (held, planned) = store::held_and_planned(db, id).await?;
    let visits = match planned {
        0 => talk.t("meetings-visits-none").into_owned(),
        _ => talk.with("meetings-visits-held", &[("held", Arg::from(held)), ("planned", Arg::from(planned))]),
    };
    let (is_first, may_write) = (matches!(part, Part::All), visitor.may(Habilitation::KeepMeetings).is_ok());
    let page = Page::new(&web, &visitor, "meetings-title").await?.under("/year").document_of(&query);
    Page::show(&ListPage { next, past, waiting, page, section, visits, is_first, may_write })
}

impl ListPage {
    /// Where a new one is planned.
    fn new_place(&self) -> String {
        let section = self.section.as_ref().map_or_else(String::new, |(id, _)| format!("?section={id}"));
        format!("{PLACE}/new/edit{section}")
    }

    /// The first page of the same list.
    fn first_place(&self) -> String {
        let section = self.section.as_ref().map_or_else(String::new, |(id, _)| format!("?section={id}"));
        format!("{PLACE}{section}")
    }
}
