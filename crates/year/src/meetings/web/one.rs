//! One visit or meeting: what was planned, its report, its decisions.

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::super::{Decision, Kind, LINE, REPORT};
use super::super::{rules, store};
use super::list::{Line, line};
use super::{Sent, held, place_of, version_of, wrong};
use crate::common::{id_of, school, shown_day, today};
use crate::timetable::sessions_at;

struct Decided {
    own: Decision,
    until: String,
    done: String,
    late: bool,
}

/// What the forms of the page hold again after an error.
#[derive(Default)]
pub(super) struct Typed {
    pub report: Option<Sent>,
    pub decision: Option<Sent>,
    pub off: Option<Sent>,
}

#[derive(Template)]
#[template(path = "meetings/one.html")]
pub(super) struct OnePage {
    page: Page,
    line: Line,
    decisions: Vec<Decided>,
    /// Sessions of the section at the same time.
    beside: Vec<String>,
    report: Option<Form>,
    decision: Option<Form>,
    off: Option<Form>,
    may_write: bool,
}

impl OnePage {
    fn is_visit(&self) -> bool {
        self.line.own.kind() == Kind::Visit
    }
}

/// The parts of the page that are forms; what is typed in each is kept under a place of its own.
const REPORT_FORM: &str = "report";
pub(super) const DECISION_FORM: &str = "decide";
const OFF_FORM: &str = "off";

pub(super) fn part_of(id: i64, part: &str) -> String {
    format!("{}#{part}", place_of(id))
}

pub(super) async fn page_of(web: &Web, visitor: &Visitor, id: i64, typed: Typed) -> Result<OnePage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let own = store::meeting(db, id).await?;
    let day = today(web).to_string();
    let decided = |own: Decision| Decided {
        until: shown_day(&own.until_on),
        done: shown_day(&own.done_on),
        late: own.is_open() && !own.until_on.is_empty() && own.until_on < day,
        own,
    };
    let decisions = store::decisions(db, id).await?.into_iter().map(decided).collect();
    let beside = if own.section_id > 0 && own.off.is_empty() {
        sessions_at(db, own.section_id, &own.on_day, (own.begins, own.ends)).await?
    } else {
        vec![]
    };
    let (place, may_write, on) = (place_of(id), visitor.may(Habilitation::KeepMeetings).is_ok(), own.off.is_empty());
    // What was typed is shown even where it no longer has a place: nothing typed is lost.
    let report = if may_write && (on || typed.report.is_some()) {
        let at = part_of(id, REPORT_FORM);
        let mut standing = Fields::default();
        standing.set("report", own.report.as_str());
        let sent = typed.report.is_some();
        let (values, errors, restored) = held(web, visitor, &at, typed.report, standing).await?;
        let version = if sent { own.version } else { version_of(&values, own.version) };
        let about = if own.kind() == Kind::Visit { "meetings-report" } else { "meetings-minutes" };
        let fields = vec![Field::area(talk, "report", about, 14).hint(talk, "meetings-report-hint").required(talk)];
        let form = Form::new(talk, format!("{place}/report"), at, "meetings-report-save");
        Some(form.fields(fields, &values, &errors).kept(restored).hidden("version", version.to_string()))
    } else {
        None
    };
    let decision = if may_write && (on || typed.decision.is_some()) {
        let at = part_of(id, DECISION_FORM);
        let (values, errors, restored) = held(web, visitor, &at, typed.decision, Fields::default()).await?;
        let form = Form::new(talk, format!("{place}/decisions"), at, "meetings-decide");
        Some(
            form.fields(super::decisions::fields(talk), &values, &errors)
                .kept(restored)
                .hidden("once", web.chance.token(16)),
        )
    } else {
        None
    };
    let off = if may_write && ((on && own.report.is_empty()) || typed.off.is_some()) {
        let at = part_of(id, OFF_FORM);
        let (values, errors, restored) = held(web, visitor, &at, typed.off, Fields::default()).await?;
        let fields = vec![Field::line(talk, "reason", "meetings-reason").required(talk)];
        let form = Form::new(talk, format!("{place}/state"), at, "meetings-call-off");
        Some(form.fields(fields, &values, &errors).kept(restored).hidden("version", own.version.to_string()))
    } else {
        None
    };
    let wrong = [&report, &decision, &off].into_iter().flatten().any(Form::is_wrong);
    let title = talk.with(
        "meetings-one-title",
        &[("kind", Arg::from(talk.t(own.kind().key()).as_ref())), ("day", Arg::from(shown_day(&own.on_day).as_str()))],
    );
    let page = Page::titled(web, visitor, title).await?.under("/year").wrong(wrong).document();
    Ok(OnePage { page, line: line(talk, own, &day), decisions, beside, report, decision, off, may_write })
}

/// One of them.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    Page::show(&page_of(&web, &visitor, id_of(&id)?, Typed::default()).await?)
}

/// Keeps the report of a visit, or the minutes of a meeting.
pub(super) async fn report(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let text = check.text("report", REPORT);
    if text.is_empty() {
        check.wrong("report", "meetings-error-report");
    }
    if let Some(why) = rules::unreportable(&own, &today(&web).to_string()) {
        check.wrong("report", why);
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::report(&change, own.id, fields.get("version").parse().unwrap_or(0), &text).await {
            Ok(()) => {
                change.commit().await?;
                drafts::forget(&web, &visitor, &part_of(own.id, REPORT_FORM)).await?;
                sessions::tell(&web, &visitor, "meetings-reported").await?;
                return Ok(see_other(&place_of(own.id)));
            }
            Err(StoreError::Stale) => errors.push(wrong("report", "cohorts-error-stale")),
            Err(error) => return Err(error.into()),
        }
    }
    let typed = Typed { report: Some((fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, own.id, typed).await?)
}

/// Calls it off with a reason, or takes that back.
pub(super) async fn call_off(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let back = fields.has("back");
    let mut check = Check::new(&fields);
    let reason = if back { String::new() } else { check.required("reason", LINE, "meetings-error-reason") };
    if let (false, Some(why)) = (back, rules::unstoppable(&own)) {
        check.wrong("reason", why);
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::call_off(&change, own.id, fields.get("version").parse().unwrap_or(0), &reason).await {
            Ok(()) => {
                change.commit().await?;
                drafts::forget(&web, &visitor, &part_of(own.id, OFF_FORM)).await?;
                sessions::tell(&web, &visitor, if back { "meetings-restored" } else { "meetings-called-off" }).await?;
                return Ok(see_other(&place_of(own.id)));
            }
            // A button has nothing typed: the page shows what a colleague did.
            Err(StoreError::Stale) if back => return Ok(see_other(&place_of(own.id))),
            Err(StoreError::Stale) => errors.push(wrong("reason", "cohorts-error-stale")),
            Err(error) => return Err(error.into()),
        }
    }
    let typed = Typed { off: Some((fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, own.id, typed).await?)
}
