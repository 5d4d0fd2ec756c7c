//! The pages where a trainee chooses a scenario, reads or hears its brief, and says ready.

use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use desk::scripts::reader::{Language, Texts};
use serde::Deserialize;
use words::{Arg, Talk};

use super::scenario::Scenario;
use super::store::{self, StoredScenario};
use super::{Attempt, AttemptState, Mode, ScenarioId, library, sandbox, voice};
use ::web::accounts::enter_centre;

use crate::exercises::{Kind, exercise_of, said};
use crate::work;

/// The routes of practice.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/practice", list)
        .page("/practice/attempts", attempts)
        .post("/practice/abandonment", abandon)
        .post("/practice/restart", restart)
        .page("/practice/{code}", brief)
        .post("/practice/{code}/attempts", start)
        .get("/practice/{code}/voice", speak)
        .with_state(web.clone())
        .merge(work::routes(web))
}

struct Line {
    code: String,
    title: String,
    /// The key of what it consists of: a call in a language, or desk work.
    language: &'static str,
    level: String,
}

#[derive(Template)]
#[template(path = "practice/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    /// Title, whether it is an exam, and where it goes on.
    open: Option<(String, bool, &'static str)>,
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let page = Page::new(&web, &visitor, "practice-title").await?.under("/practice");
    let talk = visitor.talk();
    let mut stored = store::newest(&web.store, Kind::Call).await?;
    stored.extend(store::newest(&web.store, Kind::Work).await?);
    stored.sort_by(|one, other| one.code.cmp(&other.code));
    let lines = stored.iter().filter_map(|stored| line(stored, talk)).collect();
    let open = match store::at_desk(web.store.read(), visitor.account.id).await? {
        Some(attempt) => {
            let place = if attempt.kind == Kind::Work { work::PLACE } else { "/desk" };
            Some((title_of(&web, &attempt, talk).await?, attempt.mode == Mode::Exam, place))
        }
        None => None,
    };
    Page::show(&ListPage { page, lines, open })
}

fn line(stored: &StoredScenario, talk: Talk) -> Option<Line> {
    let told = Told::read(stored).ok()?;
    Some(Line {
        title: said(&told.title, talk).to_owned(),
        language: told.kind_key,
        level: talk.with("practice-level", &[("level", i64::from(told.level).into())]),
        code: stored.code.clone(),
    })
}

/// What is told of an exercise before it begins, whether it is a call or desk work.
struct Told {
    title: Texts,
    brief: Texts,
    module: String,
    criteria: Vec<String>,
    kind_key: &'static str,
    level: u8,
    /// The minutes allowed, for desk work.
    minutes: Option<u32>,
}

impl Told {
    fn read(stored: &StoredScenario) -> Result<Self, WebError> {
        if stored.kind == Kind::Work.code() {
            let work = work::read(stored)?;
            return Ok(Self {
                title: work.head.title,
                brief: work.brief,
                module: work.head.module,
                criteria: work.head.criteria,
                kind_key: "work-kind",
                level: work.level,
                minutes: Some(work.minutes),
            });
        }
        let call = read(stored)?;
        Ok(Self {
            title: call.title,
            brief: call.brief,
            module: call.module,
            criteria: call.criteria,
            kind_key: language_key(call.language),
            level: call.level,
            minutes: None,
        })
    }
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

/// Begins an exercise at the desk of a sandbox, and says where it goes on.
async fn begin(web: &Web, visitor: &Visitor, stored: &StoredScenario, mode: Mode) -> Result<&'static str, WebError> {
    if stored.kind == Kind::Work.code() {
        return work::begin(web, visitor, stored, mode).await;
    }
    sandbox::start(web, visitor, ScenarioId(stored.id), &read(stored)?, mode).await?;
    Ok("/desk")
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
    /// The time allowed, for desk work.
    time: Option<String>,
    brief: String,
    criteria: Vec<(String, String)>,
    has_voice: bool,
    busy: bool,
}

async fn brief(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let stored = store::newest_at_desk(&web.store, &code).await?;
    let told = Told::read(&stored)?;
    let talk = visitor.talk();
    let page = Page::titled(&web, &visitor, said(&told.title, talk).to_owned()).await?.under("/practice");
    let programme = crate::programme::programme();
    let lang = talk.lang.code();
    let named = |id: &String| {
        let found = programme.criterion(id).map(|found| found.criterion().text.get(lang).to_owned());
        (id.clone(), found.unwrap_or_default())
    };
    let module_title = programme.module(&told.module).map_or("", |module| module.title.get(lang)).to_owned();
    let time = |minutes: u32| {
        let factor = Arg::from(visitor.preferences.time_factor);
        talk.with("work-time-allowed", &[("minutes", Arg::from(i64::from(minutes))), ("factor", factor)])
    };
    Page::show(&BriefPage {
        page,
        version: stored.version,
        module_title,
        language: told.kind_key,
        time: told.minutes.map(time),
        brief: said(&told.brief, talk).to_owned(),
        criteria: told.criteria.iter().map(named).collect(),
        has_voice: voice::is_installed(),
        busy: store::at_desk(web.store.read(), visitor.account.id).await?.is_some(),
        module: told.module,
        code,
    })
}

async fn start(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    if store::at_desk(web.store.read(), visitor.account.id).await?.is_some() {
        return Ok(see_other("/practice"));
    }
    let stored = store::newest_at_desk(&web.store, &code).await?;
    let mode = if fields.get("mode") == "exam" { Mode::Exam } else { Mode::Practice };
    if mode == Mode::Exam && store::examined(&web.store, visitor.account.id, &code).await? {
        return Err(WebError::Conflict("practice-exam-done"));
    }
    Ok(see_other(begin(&web, &visitor, &stored, mode).await?))
}

/// Gives up the open attempt; its sandbox and journal stay. An exam cannot be given up.
async fn give_up(web: &Web, visitor: &Visitor) -> Result<Option<Attempt>, WebError> {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = store::at_desk(web.store.read(), visitor.account.id).await? else {
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
    let place = begin(&web, &visitor, &stored, attempt.mode).await?;
    sessions::tell(&web, &visitor, "practice-restarted").await?;
    Ok(see_other(place))
}

/// The brief as sound.
async fn speak(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let told = Told::read(&store::newest_at_desk(&web.store, &code).await?)?;
    let talk = visitor.talk();
    match voice::synthetic(said(&told.brief, talk), talk.lang.code(), voice::SPOKEN).await {
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
