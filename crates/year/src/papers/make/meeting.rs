//! The report of a field visit, and the minutes of a meeting of trainers.

use ::store::ConnectionTrait;
use ::web::WebError;
use words::{Arg, Talk, isolated};

use super::{Cell, Paper, Part};
use crate::common::shown_day;
use crate::meetings::{self, Decision, Kind, Meeting};
use crate::timetable::hours_of;

/// What was written of a visit or a meeting, with who took part and what was decided; there must be a report.
pub(super) async fn report(db: &impl ConnectionTrait, talk: Talk, id: i64) -> Result<Paper, WebError> {
    let own = meetings::meeting(db, id).await?;
    if own.report.is_empty() {
        return Err(WebError::Conflict("papers-error-no-report"));
    }
    let is_visit = own.kind() == Kind::Visit;
    let text = |key: &str| talk.t(key).into_owned();
    let mut parts = vec![facts(talk, &own), present(talk, &own)];
    parts.push(Part::Heading(text(if is_visit { "meetings-report" } else { "meetings-minutes" })));
    let lines = own.report.lines().filter(|line| !line.trim().is_empty());
    parts.extend(lines.map(|line| Part::Sentence(isolated(line))));
    let decisions = meetings::decisions(db, id).await?;
    if !decisions.is_empty() {
        parts.push(decided(talk, &decisions));
    }
    let title = text(if is_visit { "papers-visit-report" } else { "papers-meeting-minutes" });
    let signatures = vec![text("papers-reporter"), text("papers-director")];
    Ok(Paper { title, number: String::new(), parts, signatures })
}

fn facts(talk: Talk, own: &Meeting) -> Part {
    let mut all = vec![
        ("meetings-subject", Cell::words(own.subject.as_str())),
        ("meetings-kind", Cell::words(talk.t(own.kind().key()))),
        ("meetings-day", Cell::figures(shown_day(&own.on_day))),
        ("meetings-hours", Cell::figures(hours_of(own.begins, own.ends))),
        ("cohorts-section", Cell::words(own.whose(talk))),
    ];
    if !own.place.is_empty() {
        all.push(("meetings-place", Cell::words(own.place.as_str())));
    }
    Part::Facts(all.into_iter().map(|(key, cell)| (talk.t(key).into_owned(), cell)).collect())
}

/// Who took part, with room to sign; room to write the names where nobody did.
fn present(talk: Talk, own: &Meeting) -> Part {
    let people = own.people.lines().map(str::trim).filter(|line| !line.is_empty());
    let rows: Vec<_> = people.map(|name| vec![Cell::words(name), Cell::default()]).collect();
    if rows.is_empty() {
        return Part::Blank(talk.t("meetings-people").into_owned());
    }
    let head = ["papers-name", "papers-signature"].map(|key| talk.t(key).into_owned()).to_vec();
    Part::Table(talk.t("meetings-people").into_owned(), head, rows)
}

fn decided(talk: Talk, all: &[Decision]) -> Part {
    let head = ["meetings-decision", "meetings-who", "meetings-until", "meetings-follow-up"];
    let row = |own: &Decision| {
        let until = Cell::figures(shown_day(&own.until_on));
        vec![Cell::words(own.text.as_str()), Cell::words(own.who.as_str()), until, Cell::words(follow_up(talk, own))]
    };
    let head = head.map(|key| talk.t(key).into_owned()).to_vec();
    Part::Table(talk.t("meetings-decisions").into_owned(), head, all.iter().map(row).collect())
}

/// What became of a decision.
fn follow_up(talk: Talk, own: &Decision) -> String {
    if !own.withdrawn.is_empty() {
        talk.with("meetings-withdrawn-so", &[("reason", Arg::from(own.withdrawn.as_str()))])
    } else if own.done_on.is_empty() {
        talk.t("meetings-open").into_owned()
    } else {
        talk.with("meetings-done-so", &[("day", Arg::ltr(&shown_day(&own.done_on)))])
    }
}
