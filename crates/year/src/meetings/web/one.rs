//! One visit or meeting: what was planned, its report, its decisions.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::super::store;
use super::super::{DECISION, Decision, Kind, LINE, REPORT};
use super::list::{Line, line};
use super::{place_of, version_of};
use crate::common::{id_of, read_day, school, shown_day, today};
use crate::timetable::sessions_at;

struct Decided {
    own: Decision,
    until: String,
    done: String,
    late: bool,
}

/// What the forms of the page hold again after an error.
#[derive(Default)]
struct Typed {
    report: Option<(Fields, Vec<FieldError>)>,
    decision: Option<(Fields, Vec<FieldError>)>,
    off: Option<(Fields, Vec<FieldError>)>,
}

#[derive(Template)]
#[template(path = "meetings/one.html")]
struct OnePage {
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
const DECISION_FORM: &str = "decide";
const OFF_FORM: &str = "off";

fn part_of(id: i64, part: &str) -> String {
    format!("{}#{part}", place_of(id))
}

/// What a form of the page holds: what was sent and is wrong, else what was kept, else what stands. True when it was kept.
async fn held(
    web: &Web,
    visitor: &Visitor,
    place: &str,
    typed: Option<(Fields, Vec<FieldError>)>,
    standing: Fields,
) -> Result<(Fields, Vec<FieldError>, bool), WebError> {
    if let Some((fields, errors)) = typed {
        return Ok((fields, errors, false));
    }
    let kept = drafts::draft(web, visitor, place).await?;
    let restored = kept.is_some();
    Ok((kept.unwrap_or(standing), vec![], restored))
}

async fn page_of(web: &Web, visitor: &Visitor, id: i64, typed: Typed) -> Result<OnePage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let own = store::meeting(db, id).await?;
    let day = today(web).to_string();
    let decided = |own: Decision| Decided {
        until: shown_day(&own.until_on),
        done: shown_day(&own.done_on),
        late: own.done_on.is_empty() && !own.until_on.is_empty() && own.until_on < day,
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
        let fields = vec![
            Field::line(talk, "text", "meetings-decision").required(talk),
            Field::line(talk, "who", "meetings-who"),
            Field::line(talk, "until", "meetings-until").hint(talk, "cohorts-hint-day"),
        ];
        let form = Form::new(talk, format!("{place}/decisions"), at, "meetings-decide");
        Some(form.fields(fields, &values, &errors).kept(restored).hidden("once", web.chance.token(16)))
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

fn wrong(field: &str, key: &'static str) -> FieldError {
    FieldError { field: field.to_owned(), key, args: vec![] }
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
    if !own.off.is_empty() {
        check.wrong("report", "meetings-error-off");
    }
    if own.on_day > today(&web).to_string() {
        check.wrong("report", "meetings-error-early");
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
    if !back && !own.report.is_empty() {
        check.wrong("reason", "meetings-error-held");
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

/// Adds a decision.
pub(super) async fn decide(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let text = check.required("text", DECISION, "meetings-error-decision");
    let who = check.line("who", LINE);
    let until = read_day(&mut check, "until", None).map_or_else(String::new, |day| day.to_string());
    if !own.off.is_empty() {
        check.wrong("text", "meetings-error-off");
    }
    let errors = check.errors;
    if !errors.is_empty() {
        let typed = Typed { decision: Some((fields, errors)), ..Typed::default() };
        return Page::show_wrong(&page_of(&web, &visitor, own.id, typed).await?);
    }
    let place = place_of(own.id);
    let change = web.store.begin(school(&visitor)).await?;
    store::decide(&change, own.id, &text, &who, &until).await?;
    if spend(&change, fields.get("once"), &place).await? == Once::First {
        change.commit().await?;
        drafts::forget(&web, &visitor, &part_of(own.id, DECISION_FORM)).await?;
        sessions::tell(&web, &visitor, "meetings-decided").await?;
    }
    Ok(see_other(&place))
}

/// Says that a decision is done, or that it is not; who comes second changes nothing.
pub(super) async fn follow(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, decision)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let done = fields.get("done") == "yes";
    let day = if done { today(&web).to_string() } else { String::new() };
    let change = web.store.begin(school(&visitor)).await?;
    match store::follow(&change, own.id, id_of(&decision)?, &day).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, if done { "meetings-done" } else { "meetings-not-done" }).await?;
        }
        Err(StoreError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&place_of(own.id)))
}
