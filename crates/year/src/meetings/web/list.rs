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
    let whose = if own.section_id == 0 {
        talk.t("meetings-all-sections").into_owned()
    } else {
        format!("{} {}", own.section, own.promotion)
    };
    Line { day: shown_day(&own.on_day), hours, whose, state: own.state(today), own }
}

/// A decision that waits.
struct Waiting {
    own: store::Open,
    until: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "meetings/list.html")]
struct ListPage {
    page: Page,
    next: Vec<Line>,
    past: Vec<Line>,
    waiting: Vec<Waiting>,
    /// The section that was asked for, and its code.
    section: Option<(i64, String)>,
    /// Visits that were held, of those planned.
    visits: String,
    may_write: bool,
}

/// The list; `?section=` of one section.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let (talk, db) = (visitor.talk(), web.store.read());
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let section = match asked.get("section").parse() {
        Ok(id) => Some(cohorts::section(db, id).await?).map(|own| (own.id, own.code)),
        Err(_) => None,
    };
    let id = section.as_ref().map_or(0, |own| own.0);
    let day = today(&web).to_string();
    let next = store::meetings(db, id, &day, false).await?;
    let past = store::meetings(db, id, &day, true).await?;
    let (held, planned) = store::held_and_planned(db, id).await?;
    let visits = match planned {
        0 => talk.t("meetings-visits-none").into_owned(),
        _ => talk.with("meetings-visits-held", &[("held", Arg::from(held)), ("planned", Arg::from(planned))]),
    };
    let waiting = store::open_decisions(db, id).await?.into_iter().map(|own| Waiting {
        until: shown_day(&own.until_on),
        late: !own.until_on.is_empty() && own.until_on < day,
        own,
    });
    let title = "meetings-title";
    let query = if id > 0 { format!("section={id}") } else { String::new() };
    let page = Page::new(&web, &visitor, title).await?.under("/year").document_of(&query);
    let lines = |all: Vec<Meeting>| all.into_iter().map(|own| line(talk, own, &day)).collect();
    let may_write = visitor.may(Habilitation::KeepMeetings).is_ok();
    Page::show(&ListPage {
        next: lines(next),
        past: lines(past),
        waiting: waiting.collect(),
        page,
        section,
        visits,
        may_write,
    })
}

impl ListPage {
    /// Where a new one is planned.
    fn new_place(&self) -> String {
        let section = self.section.as_ref().map_or_else(String::new, |(id, _)| format!("?section={id}"));
        format!("{PLACE}/new/edit{section}")
    }
}
