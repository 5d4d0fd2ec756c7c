//! What the exercises of the lab have in common: their brief, how they begin, how they are given up.

use ::store::Change;
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use desk::scripts::faults::Faults;
use desk::scripts::reader::Texts;

use crate::exercises::{self, Conditions, Exercise, Kind, said};
use crate::practice::store::{advance, examined, unfinished};
use crate::practice::{Attempt, AttemptId, AttemptState, Mode, ScenarioId, StoredScenario, attempt_by_id};

/// A stored exercise that this program can no longer read.
pub(super) fn no_longer_reads(stored: &StoredScenario, faults: &Faults) -> WebError {
    WebError::Broken(format!("exercise {} version {} no longer reads: {faults}", stored.code, stored.version))
}

/// The moment in the centre's time, in milliseconds.
pub(super) fn local(web: &Web) -> i64 {
    web.clock().now().0 + i64::from(web.config.offset_minutes) * 60_000
}

#[derive(Template)]
#[template(path = "lab/brief.html")]
struct BriefPage {
    page: Page,
    code: String,
    version: u32,
    brief: String,
    asked: Vec<String>,
    action: String,
    busy: Option<String>,
    module: String,
    module_title: String,
    criteria: Vec<(String, String)>,
    document: bool,
}

/// The page before an exercise.
pub(super) async fn brief(
    web: &Web,
    visitor: &Visitor,
    head: &Exercise,
    text: &Texts,
    action: &str,
    kind: Kind,
) -> Answer {
    let talk = visitor.talk();
    let page = Page::titled(web, visitor, said(&head.title, talk).to_owned()).await?.under("/practice");
    let (programme, lang) = (crate::programme::programme(), talk.lang.code());
    let named = |id: &String| {
        let found = programme.criterion(id).map(|found| found.criterion().text.get(lang).to_owned());
        (id.clone(), found.unwrap_or_default())
    };
    let document = kind == Kind::Document;
    let asked = head.items.values().map(|text| said(text, talk).to_owned()).filter(|_| document).collect();
    Page::show(&BriefPage {
        page,
        code: head.code.clone(),
        version: head.version,
        brief: said(text, talk).to_owned(),
        asked,
        action: action.to_owned(),
        busy: unfinished(web.store.read(), visitor.account.id, kind).await?.map(|attempt| place(&attempt)),
        module_title: programme.module(&head.module).map_or("", |module| module.title.get(lang)).to_owned(),
        module: head.module.clone(),
        criteria: head.criteria.iter().map(named).collect(),
        document,
    })
}

/// Where an open attempt goes on.
pub(super) fn place(attempt: &Attempt) -> String {
    let room = if attempt.kind == Kind::Document { "checks" } else { "consoles" };
    format!("/lab/{room}/{}", attempt.id.0)
}

/// The change in which an attempt may begin, and its mode; nothing while another of its kind is open.
pub(super) async fn ready(
    web: &Web,
    visitor: &Visitor,
    code: &str,
    kind: Kind,
    fields: &Fields,
) -> Result<Option<(Change, Mode)>, WebError> {
    if unfinished(web.store.read(), visitor.account.id, kind).await?.is_some() {
        return Ok(None);
    }
    let mode = if fields.get("mode") == "exam" { Mode::Exam } else { Mode::Practice };
    if mode == Mode::Exam && examined(&web.store, visitor.account.id, code).await? {
        return Err(WebError::Conflict("practice-exam-done"));
    }
    Ok(Some((web.store.begin(exercises::own_centre(visitor)).await?, mode)))
}

/// Opens an attempt under the conditions of the person.
pub(super) async fn begin(
    change: &Change,
    visitor: &Visitor,
    exercise: ScenarioId,
    mode: Mode,
) -> ::store::Result<Attempt> {
    let profile = visitor.preferences.profile();
    let conditions = Conditions { profile: &profile, factor: visitor.preferences.time_factor };
    exercises::begin(change, visitor.account.id, exercise, mode, conditions).await
}

/// The person's own attempt of a kind while it is open; nothing once it is over.
pub(super) async fn open_attempt(
    web: &Web,
    visitor: &Visitor,
    id: i64,
    kind: Kind,
) -> Result<Option<Attempt>, WebError> {
    let attempt = attempt_by_id(web.store.read(), AttemptId(id)).await?;
    if attempt.trainee != visitor.account.id || attempt.kind != kind {
        return Err(WebError::NotFound);
    }
    Ok(Some(attempt).filter(|attempt| attempt.state == AttemptState::Open))
}

/// Gives up an open attempt; what was done stays in the journal. An exam cannot be given up.
pub(super) async fn abandon(web: &Web, visitor: &Visitor, id: i64, kind: Kind) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = open_attempt(web, visitor, id, kind).await? else { return Ok(see_other("/lab")) };
    if attempt.mode == Mode::Exam {
        return Err(WebError::Conflict("lab-exam-goes-on"));
    }
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    if advance(&change, attempt.id, AttemptState::Open, AttemptState::Abandoned).await? {
        change.commit().await?;
        sessions::tell(web, visitor, "practice-abandoned").await?;
    }
    Ok(see_other("/lab"))
}
