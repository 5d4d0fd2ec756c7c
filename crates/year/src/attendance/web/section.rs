//! The absences of a section: each trainee beside the thresholds, those over them first.

use ::web::{Answer, Habilitation, Page, Visitor, Web};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::period;
use crate::attendance::reached::tallies;
use crate::attendance::store::{self, Of};
use crate::attendance::{Rule, Standing, Tally};
use crate::cohorts::{self, Trainee};
use crate::common::{id_of, today};

struct Row {
    id: i64,
    name: String,
    number: String,
    tally: Tally,
    counted: i64,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "attendance/section.html")]
struct SectionPage {
    page: Page,
    section: i64,
    /// The thresholds in a sentence.
    rule: String,
    /// The semester in a sentence.
    period: String,
    rows: Vec<Row>,
    may_set: bool,
}

/// The thresholds as a sentence.
pub(super) fn said(visitor: &Visitor, rule: &Rule) -> String {
    let args = [("warn", Arg::from(rule.warn)), ("most", Arg::from(rule.most)), ("lates", Arg::from(rule.lates))];
    if rule.lates > 0 {
        visitor.talk().with("attendance-rule-said", &args)
    } else {
        visitor.talk().with("attendance-rule-said-plain", &args[..2])
    }
}

/// The absences of a section in the semester of today.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let (db, talk, script) = (web.store.read(), visitor.talk(), visitor.preferences.script);
    let section = cohorts::section(db, id_of(&id)?).await?;
    let day = today(&web).to_string();
    let (semester, from, until) = period(db, section.promotion_id, &day).await?;
    let (people, tallies, rule) = tokio::try_join!(
        cohorts::members_on(db, section.id, &day),
        tallies(db, Of::Section(section.id), &from, &until),
        store::rule_on(db, &day),
    )?;
    let row = |own: &Trainee| {
        let tally = tallies.get(&own.id).copied().unwrap_or_default();
        Row {
            id: own.id,
            name: own.filed(script),
            number: own.number.clone(),
            counted: tally.counted(&rule),
            standing: tally.standing(&rule),
            tally,
        }
    };
    let mut rows: Vec<Row> = people.iter().map(row).collect();
    rows.sort_by(|one, other| (one.standing, &one.name, one.id).cmp(&(other.standing, &other.name, other.id)));
    let args = [("section", Arg::from(section.code.as_str())), ("promotion", Arg::from(section.promotion.as_str()))];
    let page =
        Page::titled(&web, &visitor, talk.with("attendance-section-title", &args)).await?.under("/year").document();
    let period = if semester > 0 {
        talk.with("attendance-period", &[("semester", Arg::from(semester))])
    } else {
        talk.t("attendance-period-all").into_owned()
    };
    Page::show(&SectionPage {
        page,
        section: section.id,
        rule: said(&visitor, &rule),
        period,
        rows,
        may_set: visitor.may(Habilitation::KeepYear).is_ok(),
    })
}
