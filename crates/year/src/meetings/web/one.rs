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
use super::place_of;
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

fn report_place(id: i64) -> String {
    format!("{}/report", place_of(id))
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
    let (place, may_write) = (place_of(id), visitor.may(Habilitation::EnterMarks).is_ok());
    let draft = drafts::draft(web, visitor, &report_place(id)).await?.filter(|_| may_write && typed.report.is_none());
    let restored = draft.is_some();
    let form = |action: String, button: &str, fields: Vec<Field>, (values, errors): (Fields, Vec<FieldError>)| {
        Form::new(talk, action, &*place, button).fields(fields, &values, &errors)
    };
    let about = if own.kind() == Kind::Visit { "meetings-report" } else { "meetings-minutes" };
    let report = (may_write && own.off.is_empty()).then(|| {
        let mut standing = Fields::default();
        standing.set("report", own.report.as_str());
        let fields = vec![Field::area(talk, "report", about, 14).hint(talk, "meetings-report-hint").required(talk)];
        let values = typed.report.unwrap_or_else(|| (draft.unwrap_or(standing), vec![]));
        let form = Form::new(talk, report_place(id), report_place(id), "meetings-report-save");
        let form = form.fields(fields, &values.0, &values.1).kept(restored);
        form.hidden("version", own.version.to_string())
    });
    let decision = (may_write && own.off.is_empty()).then(|| {
        let fields = vec![
            Field::line(talk, "text", "meetings-decision").required(talk),
            Field::line(talk, "who", "meetings-who"),
            Field::line(talk, "until", "meetings-until").hint(talk, "cohorts-hint-day"),
        ];
        form(format!("{place}/decisions"), "meetings-decide", fields, typed.decision.unwrap_or_default())
            .hidden("once", web.chance.token(16))
    });
    let off = (may_write && own.off.is_empty() && own.report.is_empty()).then(|| {
        let fields = vec![Field::line(talk, "reason", "meetings-reason").required(talk)];
        form(format!("{place}/state"), "meetings-call-off", fields, typed.off.unwrap_or_default())
            .hidden("version", own.version.to_string())
    });
    let wrong = [&report, &decision, &off].into_iter().flatten().any(Form::is_wrong);
    let title = talk.with(
        "meetings-one-title",
        &[("kind", Arg::from(talk.t(own.kind().key()).as_ref())), ("day", Arg::from(shown_day(&own.on_day).as_str()))],
    );
    let page = Page::titled(web, visitor, title).await?.under("/year").wrong(wrong).document();
    Ok(OnePage { page, line: line(talk, own), decisions, beside, report, decision, off, may_write })
}

/// One of them.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    Page::show(&page_of(&web, &visitor, id_of(&id)?, Typed::default()).await?)
}

fn stale(field: &str) -> FieldError {
    FieldError { field: field.to_owned(), key: "cohorts-error-stale", args: vec![] }
}

/// Keeps the report of a visit, or the minutes of a meeting.
pub(super) async fn report(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let text = check.text("report", REPORT);
    if text.is_empty() {
        check.wrong("report", "meetings-error-report");
    }
    let mut errors = check.errors;
    if !own.off.is_empty() {
        return Err(WebError::Conflict("meetings-error-off"));
    }
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::report(&change, own.id, fields.get("version").parse().unwrap_or(0), &text).await {
            Ok(()) => {
                change.commit().await?;
                drafts::forget(&web, &visitor, &report_place(own.id)).await?;
                sessions::tell(&web, &visitor, "meetings-reported").await?;
                return Ok(see_other(&place_of(own.id)));
            }
            Err(StoreError::Stale) => errors.push(stale("report")),
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
    visitor.may(Habilitation::EnterMarks)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let back = fields.has("back");
    let reason = if back { String::new() } else { check.required("reason", LINE, "meetings-error-reason") };
    let mut errors = check.errors;
    if !back && !own.report.is_empty() {
        return Err(WebError::Conflict("meetings-error-held"));
    }
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::call_off(&change, own.id, fields.get("version").parse().unwrap_or(0), &reason).await {
            Ok(()) => {
                change.commit().await?;
                sessions::tell(&web, &visitor, if back { "meetings-restored" } else { "meetings-called-off" }).await?;
                return Ok(see_other(&place_of(own.id)));
            }
            Err(StoreError::Stale) => errors.push(stale("reason")),
            Err(error) => return Err(error.into()),
        }
    }
    let typed = Typed { off: Some((fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, own.id, typed).await?)
}

/// Adds a decision.
pub(super) async fn decide(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    if !own.off.is_empty() {
        return Err(WebError::Conflict("meetings-error-off"));
    }
    let mut check = Check::new(&fields);
    let text = check.required("text", DECISION, "meetings-error-decision");
    let who = check.line("who", LINE);
    let until = read_day(&mut check, "until", None).map_or_else(String::new, |day| day.to_string());
    let errors = check.errors;
    if !errors.is_empty() {
        let typed = Typed { decision: Some((fields, errors)), ..Typed::default() };
        return Page::show_wrong(&page_of(&web, &visitor, own.id, typed).await?);
    }
    let place = format!("{}#decisions", place_of(own.id));
    let change = web.store.begin(school(&visitor)).await?;
    store::decide(&change, own.id, &text, &who, &until).await?;
    if spend(&change, fields.get("once"), &place).await? == Once::First {
        change.commit().await?;
        sessions::tell(&web, &visitor, "meetings-decided").await?;
    }
    Ok(see_other(&place))
}

/// Says that a decision is done, or that it is not.
pub(super) async fn follow(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, decision)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let own = store::meeting(web.store.read(), id_of(&id)?).await?;
    let done = fields.get("done") == "yes";
    let day = if done { today(&web).to_string() } else { String::new() };
    let change = web.store.begin(school(&visitor)).await?;
    store::follow(&change, own.id, id_of(&decision)?, &day).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, if done { "meetings-done" } else { "meetings-not-done" }).await?;
    Ok(see_other(&format!("{}#decisions", place_of(own.id))))
}
