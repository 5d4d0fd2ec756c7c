//! The hours of a section: due, in the timetable and over, and how they are divided among the kinds of sessions.

use std::collections::BTreeMap;

use ::web::{Answer, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, State};
use school::programme::programme;
use words::Arg;

use super::{PLACE, may_read, week_place};
use crate::cohorts;
use crate::common::{id_of, today};
use crate::plan;
use crate::timetable::Kind;
use crate::timetable::store::{self, Done};

struct Row {
    code: String,
    title: String,
    due: i64,
    planned: i64,
    done: i64,
    /// The share of each kind of session, the largest first.
    shares: Vec<String>,
}

#[derive(Template)]
#[template(path = "timetable/hours.html")]
struct HoursPage {
    page: Page,
    week: String,
    rows: Vec<Row>,
    /// The sum of what is due, in the timetable, and over.
    sums: [i64; 3],
    /// The share of each kind over all modules.
    shares: Vec<String>,
}

impl HoursPage {
    fn hours(&self, n: &i64) -> String {
        self.page.talk.with("timetable-hours", &[("n", Arg::from(*n))])
    }
}

/// The minutes of the day that have passed at the school.
pub(super) fn minutes(web: &Web) -> i64 {
    let now = web.clock().now().0 + i64::from(web.config.offset_minutes) * 60_000;
    now.rem_euclid(86_400_000) / 60_000
}

/// The hours of each module that are over: of the section that has the least and of the one that has the most.
pub(crate) async fn done_by_module(web: &Web, promotion: i64) -> Result<BTreeMap<String, (i64, i64)>, WebError> {
    let db = web.store.read();
    let calendar = store::calendar(db).await?;
    let (day, ended) = (today(web).to_string(), calendar.ended(minutes(web)));
    let (sections, done) =
        tokio::try_join!(cohorts::sections(db, Some(promotion)), store::done(db, promotion, &day, ended))?;
    let mut found: BTreeMap<String, BTreeMap<i64, i64>> = BTreeMap::new();
    for own in done {
        let all = sections.iter().map(|section| (section.id, 0));
        let hours = found.entry(own.module).or_insert_with(|| all.collect());
        *hours.entry(own.section_id).or_default() += own.done;
    }
    let ends = |hours: BTreeMap<i64, i64>| {
        let (least, most) = (hours.values().min().copied(), hours.values().max().copied());
        (least.unwrap_or(0), most.unwrap_or(0))
    };
    Ok(found.into_iter().map(|(module, hours)| (module, ends(hours))).collect())
}

/// The share of each kind in hours, in whole per cent, the largest first.
fn shares(visitor: &Visitor, hours: impl Fn(Kind) -> i64) -> Vec<String> {
    let all: i64 = Kind::ALL.into_iter().map(&hours).sum();
    let mut found: Vec<(i64, Kind)> = Kind::ALL.into_iter().map(|kind| (hours(kind), kind)).collect();
    found.retain(|(own, _)| *own > 0);
    found.sort_by_key(|(own, _)| -own);
    let talk = visitor.talk();
    let say = |(own, kind): (i64, Kind)| {
        let percent = (own * 100 + all / 2) / all.max(1);
        let kind = talk.t(kind.key());
        talk.with("timetable-share", &[("kind", Arg::from(kind.as_ref())), ("percent", Arg::from(percent))])
    };
    found.into_iter().map(say).collect()
}

/// The hours of a section.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let db = web.store.read();
    let section = cohorts::section(db, id_of(&id)?).await?;
    may_read(&web, &visitor, section.id).await?;
    let talk = visitor.talk();
    let (calendar, plan) = tokio::try_join!(store::calendar(db), plan::plan_of(db, section.promotion_id))?;
    let (day, ended) = (today(&web).to_string(), calendar.ended(minutes(&web)));
    let done = store::done(db, section.promotion_id, &day, ended).await?;
    let own: Vec<&Done> = done.iter().filter(|own| own.section_id == section.id).collect();
    let of = |module: &str| own.iter().filter(|own| own.module == module).copied().collect::<Vec<&Done>>();
    let rows: Vec<Row> = programme()
        .modules
        .iter()
        .map(|module| {
            let parts = of(&module.code);
            let kind = |kind: Kind| parts.iter().filter(|own| own.kind == kind.code()).map(|own| own.planned).sum();
            Row {
                code: module.code.clone(),
                title: module.title.get(talk.lang.code()).to_owned(),
                due: i64::from(plan::hours(programme(), &plan, &module.code).0),
                planned: parts.iter().map(|own| own.planned).sum(),
                done: parts.iter().map(|own| own.done).sum(),
                shares: shares(&visitor, kind),
            }
        })
        .collect();
    let sum = |of: fn(&Row) -> i64| rows.iter().map(of).sum::<i64>();
    let sums = [sum(|row| row.due), sum(|row| row.planned), sum(|row| row.done)];
    let all = |kind: Kind| own.iter().filter(|own| own.kind == kind.code()).map(|own| own.planned).sum();
    let shares = shares(&visitor, all);
    let args = [("section", Arg::from(section.code.as_str())), ("promotion", Arg::from(section.promotion.as_str()))];
    let title = talk.with("timetable-done-of", &args);
    let page = Page::titled(&web, &visitor, title).await?.under(PLACE).document();
    Page::show(&HoursPage { page, week: week_place(section.id, &day), rows, sums, shares })
}
