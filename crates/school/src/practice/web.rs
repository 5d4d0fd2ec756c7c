//! The pages where a trainee chooses a scenario, reads or hears its brief, and says ready.

use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use desk::scripts::reader::Language;
use serde::Deserialize;
use words::Talk;

use super::scenario::Scenario;
use super::store::{self, StoredScenario};
use super::{Attempt, AttemptState, Mode, ScenarioId, library, sandbox, voice};
use ::web::accounts::enter_centre;

use crate::exercises::{Kind, exercise_of, said};

/// The routes of practice.
pub fn routes(web: Web) -> Router {
    Router::new()
        .route("/practice", get(list))
        .route("/practice/attempts", get(attempts))
        .route("/practice/abandonment", post(abandon))
        .route("/practice/restart", post(restart))
        .route("/practice/{code}", get(brief))
        .route("/practice/{code}/attempts", post(start))
        .route("/practice/{code}/voice", get(speak))
        .with_state(web)
}

struct Line {
    code: String,
    title: String,
    language: &'static str,
    level: String,
}

#[derive(Template)]
#[template(path = "practice/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    open: Option<(String, bool)>,
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let page = Page::new(&web, &visitor, "practice-title").await?.under("/practice");
    let talk = visitor.talk();
    let lines = store::newest(&web.store, Kind::Call).await?.iter().filter_map(|stored| line(stored, talk)).collect();
    let open = match store::unfinished(web.store.read(), visitor.account.id, Kind::Call).await? {
        Some(attempt) => Some((title_of(&web, &attempt, talk).await?, attempt.mode == Mode::Exam)),
        None => None,
    };
    Page::show(&ListPage { page, lines, open })
}

fn line(stored: &StoredScenario, talk: Talk) -> Option<Line> {
    let scenario = read(stored).ok()?;
    Some(Line {
        title: said(&scenario.title, talk).to_owned(),
        language: language_key(scenario.language),
        level: talk.with("practice-level", &[("level", i64::from(scenario.level).into())]),
        code: scenario.code,
    })
}

fn language_key(language: Language) -> &'static str {
    match language {
        Language::Fr => "practice-in-french",
        Language::Ar => "practice-in-arabic",
        Language::En => "practice-in-english",
    }
}

fn read(stored: &StoredScenario) -> Result<Scenario, WebError> {
    library::check(&stored.body).map_err(|faults| {
        WebError::Broken(format!("scenario {} version {} no longer reads: {faults}", stored.code, stored.version))
    })
}

async fn title_of(web: &Web, attempt: &Attempt, talk: Talk) -> Result<String, WebError> {
    let exercise = exercise_of(web.store.read(), attempt.scenario).await?;
    Ok(said(&exercise.title, talk).to_owned())
}

#[derive(Template)]
#[template(path = "practice/brief.html")]
struct BriefPage {
    page: Page,
    code: String,
    version: i64,
    module: String,
    module_title: String,
    language: &'static str,
    brief: String,
    criteria: Vec<(String, String)>,
    has_voice: bool,
    busy: bool,
}

async fn brief(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let stored = store::newest_of(&web.store, Kind::Call, &code).await?;
    let scenario = read(&stored)?;
    let talk = visitor.talk();
    let page = Page::titled(&web, &visitor, said(&scenario.title, talk).to_owned()).await?.under("/practice");
    let programme = crate::programme::programme();
    let lang = talk.lang.code();
    let named = |id: &String| {
        let found = programme.criterion(id).map(|found| found.criterion().text.get(lang).to_owned());
        (id.clone(), found.unwrap_or_default())
    };
    let module_title = programme.module(&scenario.module).map_or("", |module| module.title.get(lang)).to_owned();
    Page::show(&BriefPage {
        page,
        version: stored.version,
        module_title,
        language: language_key(scenario.language),
        brief: said(&scenario.brief, talk).to_owned(),
        criteria: scenario.criteria.iter().map(named).collect(),
        has_voice: voice::is_installed(),
        busy: store::unfinished(web.store.read(), visitor.account.id, Kind::Call).await?.is_some(),
        module: scenario.module,
        code,
    })
}

async fn start(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    if store::unfinished(web.store.read(), visitor.account.id, Kind::Call).await?.is_some() {
        return Ok(see_other("/practice"));
    }
    let stored = store::newest_of(&web.store, Kind::Call, &code).await?;
    let mode = if fields.get("mode") == "exam" { Mode::Exam } else { Mode::Practice };
    if mode == Mode::Exam && store::examined(&web.store, visitor.account.id, &code).await? {
        return Err(WebError::Conflict("practice-exam-done"));
    }
    sandbox::start(&web, &visitor, ScenarioId(stored.id), &read(&stored)?, mode).await?;
    Ok(see_other("/desk"))
}

/// Gives up the open attempt; its sandbox and journal stay. An exam cannot be given up.
async fn give_up(web: &Web, visitor: &Visitor) -> Result<Option<Attempt>, WebError> {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = store::unfinished(web.store.read(), visitor.account.id, Kind::Call).await? else {
        return Ok(None);
    };
    if attempt.mode == Mode::Exam {
        return Err(WebError::Conflict("practice-exam-goes-on"));
    }
    let change = web.store.begin(visitor.scope()).await?;
    // Another post may have given it up, or its call may just have been closed.
    if !store::advance(&change, attempt.id, AttemptState::Open, AttemptState::Abandoned).await? {
        return Ok(None);
    }
    enter_centre(&change, attempt.trainee, None).await?;
    change.commit().await?;
    Ok(Some(attempt))
}

async fn abandon(State(web): State<Web>, visitor: Visitor) -> Answer {
    if give_up(&web, &visitor).await?.is_some() {
        sessions::tell(&web, &visitor, "practice-abandoned").await?;
    }
    Ok(see_other("/practice"))
}

/// The same scenario again, in a fresh sandbox.
async fn restart(State(web): State<Web>, visitor: Visitor) -> Answer {
    let Some(attempt) = give_up(&web, &visitor).await? else { return Ok(see_other("/practice")) };
    let stored = store::scenario_by_id(web.store.read(), attempt.scenario).await?;
    sandbox::start(&web, &visitor, attempt.scenario, &read(&stored)?, attempt.mode).await?;
    sessions::tell(&web, &visitor, "practice-restarted").await?;
    Ok(see_other("/desk"))
}

/// The brief as sound.
async fn speak(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let scenario = read(&store::newest_of(&web.store, Kind::Call, &code).await?)?;
    let talk = visitor.talk();
    match voice::synthetic(said(&scenario.brief, talk), talk.lang.code(), voice::SPOKEN).await {
        Some(wav) => Ok(([(header::CONTENT_TYPE, "audio/wav")], wav).into_response()),
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}

struct Done {
    id: i64,
    title: String,
    at: i64,
    state: AttemptState,
    exam: bool,
}

impl Done {
    fn state_key(&self) -> &'static str {
        match self.state {
            AttemptState::Open => "practice-state-open",
            AttemptState::Closed => "practice-state-closed",
            AttemptState::Reviewed => "practice-state-reviewed",
            AttemptState::Abandoned => "practice-state-abandoned",
        }
    }

    fn has_result(&self) -> bool {
        self.state == AttemptState::Reviewed || (self.state == AttemptState::Closed && !self.exam)
    }
}

#[derive(Template)]
#[template(path = "practice/attempts.html")]
struct AttemptsPage {
    page: Page,
    lines: Vec<Done>,
    next: Option<i64>,
}

#[derive(Deserialize)]
struct Before {
    before: Option<i64>,
}

async fn attempts(State(web): State<Web>, visitor: Visitor, Query(before): Query<Before>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let page = Page::new(&web, &visitor, "practice-attempts").await?.under("/practice");
    let found = store::attempts_of(&web.store, visitor.account.id, before.before).await?;
    let mut lines = Vec::new();
    for attempt in found.rows {
        lines.push(Done {
            id: attempt.id.0,
            title: title_of(&web, &attempt, visitor.talk()).await?,
            at: attempt.started_at,
            state: attempt.state,
            exam: attempt.mode == Mode::Exam,
        });
    }
    Page::show(&AttemptsPage { page, lines, next: found.next })
}
