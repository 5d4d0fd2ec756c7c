//! One decision: its wording corrected, or withdrawn with a reason.

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};

use super::super::{Decision, LINE, Meeting, rules, store};
use super::{Sent, held, place_of, version_of, wrong};
use crate::common::{id_of, school, shown_day};

/// What the forms of the page hold again after an error.
#[derive(Default)]
struct Typed {
    wording: Option<Sent>,
    reason: Option<Sent>,
}

#[derive(Template)]
#[template(path = "meetings/decision.html")]
struct DecisionPage {
    page: Page,
    meeting: Meeting,
    own: Decision,
    /// Where the page is, without what is done there.
    place: String,
    /// True where what stands is shown beside what was typed.
    stands_apart: bool,
    /// Nothing while it is withdrawn.
    wording: Option<Form>,
    withdrawal: Option<Form>,
}

fn place_of_decision(meeting: i64, id: i64) -> String {
    format!("{}/decisions/{id}", place_of(meeting))
}

/// Where the form of its withdrawal stands; what is typed there is kept under this place.
fn withdrawal_of(meeting: i64, id: i64) -> String {
    format!("{}/edit#withdrawal", place_of_decision(meeting, id))
}

fn values_of(own: &Decision) -> Fields {
    let mut values = Fields::default();
    values.set("text", own.text.as_str());
    values.set("who", own.who.as_str());
    values.set("until", shown_day(&own.until_on));
    values
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    meeting: Meeting,
    own: Decision,
    typed: Typed,
) -> Result<DecisionPage, WebError> {
    let (talk, place, stands) = (visitor.talk(), place_of_decision(meeting.id, own.id), own.withdrawn.is_empty());
    let stands_apart = !stands || typed.wording.is_some();
    // What was typed is shown even where it no longer has a place: nothing typed is lost.
    let wording = if stands || typed.wording.is_some() {
        let (at, sent) = (format!("{place}/edit"), typed.wording.is_some());
        let (values, errors, restored) = held(web, visitor, &at, typed.wording, values_of(&own)).await?;
        let version = if sent { own.version } else { version_of(&values, own.version) };
        let form = Form::new(talk, &*at, &*at, "cohorts-save").fields(super::decisions::fields(talk), &values, &errors);
        Some(form.kept(restored).hidden("version", version.to_string()))
    } else {
        None
    };
    let withdrawal = if own.is_open() || typed.reason.is_some() {
        let at = withdrawal_of(meeting.id, own.id);
        let (values, errors, restored) = held(web, visitor, &at, typed.reason, Fields::default()).await?;
        let fields = vec![Field::line(talk, "reason", "meetings-reason").required(talk)];
        let form = Form::new(talk, format!("{place}/withdrawal"), at, "meetings-withdraw");
        Some(form.fields(fields, &values, &errors).kept(restored).hidden("version", own.version.to_string()))
    } else {
        None
    };
    let is_wrong = [&wording, &withdrawal].into_iter().flatten().any(Form::is_wrong);
    let page = Page::new(web, visitor, "meetings-decision-edit").await?.under("/year").wrong(is_wrong);
    Ok(DecisionPage { page, meeting, own, place, stands_apart, wording, withdrawal })
}

async fn asked(web: &Web, (id, decision): &(String, String)) -> Result<(Meeting, Decision), WebError> {
    let (db, id) = (web.store.read(), id_of(id)?);
    Ok((store::meeting(db, id).await?, store::decision(db, id, id_of(decision)?).await?))
}

/// Its forms.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, Path(path): Path<(String, String)>) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let (meeting, own) = asked(&web, &path).await?;
    Page::show(&page_of(&web, &visitor, meeting, own, Typed::default()).await?)
}

/// Corrects its wording.
pub(super) async fn save(
    State(web): State<Web>,
    visitor: Visitor,
    Path(path): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let (meeting, own) = asked(&web, &path).await?;
    let mut check = Check::new(&fields);
    let wording = super::decisions::read(&mut check);
    if let Some(why) = rules::unwordable(&own) {
        check.wrong("text", why);
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::reword(&change, meeting.id, own.id, version_of(&fields, 0), &wording).await {
            Ok(()) => {
                change.commit().await?;
                drafts::forget(&web, &visitor, &format!("{}/edit", place_of_decision(meeting.id, own.id))).await?;
                sessions::tell(&web, &visitor, "meetings-reworded").await?;
                return Ok(see_other(&place_of(meeting.id)));
            }
            Err(StoreError::Stale) => errors.push(wrong("text", "cohorts-error-stale")),
            Err(error) => return Err(error.into()),
        }
    }
    let typed = Typed { wording: Some((fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, meeting, own, typed).await?)
}

/// Withdraws it with a reason, or takes that back.
pub(super) async fn withdraw(
    State(web): State<Web>,
    visitor: Visitor,
    Path(path): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepMeetings)?;
    let (meeting, own) = asked(&web, &path).await?;
    let (back, place) = (fields.has("back"), place_of(meeting.id));
    let mut check = Check::new(&fields);
    let reason = if back { String::new() } else { check.required("reason", LINE, "meetings-error-withdrawal") };
    if let (false, Some(why)) = (back, rules::irrevocable(&own)) {
        check.wrong("reason", why);
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::withdraw(&change, meeting.id, own.id, version_of(&fields, 0), &reason).await {
            Ok(()) => {
                change.commit().await?;
                drafts::forget(&web, &visitor, &withdrawal_of(meeting.id, own.id)).await?;
                sessions::tell(&web, &visitor, if back { "meetings-reinstated" } else { "meetings-withdrawn-told" })
                    .await?;
                return Ok(see_other(&place));
            }
            // A button has nothing typed: the page shows what a colleague did.
            Err(StoreError::Stale) if back => return Ok(see_other(&place)),
            Err(StoreError::Stale) => errors.push(wrong("reason", "cohorts-error-stale")),
            Err(error) => return Err(error.into()),
        }
    }
    let typed = Typed { reason: Some((fields, errors)), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, meeting, own, typed).await?)
}
