//! The pages of the command line: an exercise, its console, what was done in it.

use ::store::{Entry, JournalRow, Once, spend};
use ::web::{
    Answer, Check, FieldError, Fields, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use async_trait::async_trait;
use axum::extract::{Path, State};
use desk::scripts::faults::Faults;
use serde_json::json;
use words::{Arg, Talk};

use super::{CommandExercise, Session, Shown, Task, measure, store};
use crate::assessment::propose_measured;
use crate::exercises::{self, Exercise, Kind, Workshop, said};
use crate::lab::dos::LONGEST_LINE;
use crate::lab::room;
use crate::practice::store::newest_of;
use crate::practice::{Attempt, AttemptId, Mode, ScenarioId, library, scenario_by_id};

/// The routes of the command line.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/lab/commands/{code}", brief)
        .post("/lab/commands/{code}/attempts", start)
        .page("/lab/consoles/{id}", console)
        .post("/lab/consoles/{id}/lines", give)
        .post("/lab/consoles/{id}/closure", close)
        .post("/lab/consoles/{id}/abandonment", abandon)
        .with_state(web)
}

/// The workshop of exercises on the command line.
pub(crate) struct Commands;

/// Reads an exercise on the command line.
fn read(body: &str) -> Result<CommandExercise, Faults> {
    super::parse(body, &library::surroundings().criteria)
}

/// The exercise that an attempt is pinned to.
async fn exercise_of(web: &Web, id: ScenarioId) -> Result<CommandExercise, WebError> {
    let stored = scenario_by_id(web.store.read(), id).await?;
    read(&stored.body).map_err(|faults| room::no_longer_reads(&stored, &faults))
}

async fn brief(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let stored = newest_of(&web.store, Kind::Commands, &code).await?;
    let exercise = read(&stored.body).map_err(|faults| room::no_longer_reads(&stored, &faults))?;
    let action = format!("/lab/commands/{code}/attempts");
    room::brief(&web, &visitor, &exercise.head, &exercise.brief, &action, Kind::Commands).await
}

async fn start(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let stored = newest_of(&web.store, Kind::Commands, &code).await?;
    let exercise = read(&stored.body).map_err(|faults| room::no_longer_reads(&stored, &faults))?;
    let Some((change, mode)) = room::ready(&web, &visitor, &code, Kind::Commands, &fields).await? else {
        return Ok(see_other("/lab"));
    };
    let attempt = room::begin(&change, &visitor, ScenarioId(stored.id), mode).await?;
    store::insert(&change, attempt.id, &Session::new(&exercise)).await?;
    change.commit().await?;
    Ok(see_other(&address(attempt.id)))
}

fn address(id: AttemptId) -> String {
    format!("/lab/consoles/{}", id.0)
}

/// A task as the page shows it.
struct ShownTask {
    text: String,
    /// Nothing in an exam: what is reached is told at the end.
    reached: Option<bool>,
}

fn tasks(exercise: &CommandExercise, session: &Session, talk: Talk, open: bool) -> Vec<ShownTask> {
    let task = |task: &Task| ShownTask {
        text: said(&task.text, talk).to_owned(),
        reached: open.then(|| session.reached.contains(&task.id)),
    };
    exercise.tasks.iter().map(task).collect()
}

#[derive(Template)]
#[template(path = "lab/commands/console.html")]
struct Console {
    page: Page,
    action: String,
    once: String,
    brief: String,
    code: String,
    exam: bool,
    prompt: String,
    waiting: bool,
    full: bool,
    last: Option<Shown>,
    fresh: Vec<String>,
    earlier: Vec<Shown>,
    tasks: Vec<ShownTask>,
    typed: String,
    error: Option<String>,
}

async fn console(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let attempt = room::open_attempt(&web, &visitor, id, Kind::Commands).await?;
    let Some(attempt) = attempt else { return Ok(see_other(&format!("/attempts/{id}/result"))) };
    Page::show(&draw(&web, &visitor, &attempt, "", &[]).await?)
}

async fn draw(
    web: &Web,
    visitor: &Visitor,
    attempt: &Attempt,
    typed: &str,
    errors: &[FieldError],
) -> Result<Console, WebError> {
    let (exercise, talk) = (exercise_of(web, attempt.scenario).await?, visitor.talk());
    let mut session = store::session_of(web.store.read(), attempt.id).await?;
    let title = said(&exercise.head.title, talk).to_owned();
    let page = Page::titled(web, visitor, title).await?.under("/practice").wrong(!errors.is_empty());
    let exam = attempt.mode == Mode::Exam;
    let last = session.shown.pop();
    let names = last.iter().flat_map(|last| &last.reached).filter_map(|id| exercise.head.items.get(id));
    let fresh = names.map(|name| said(name, talk).to_owned()).filter(|_| !exam).collect();
    session.shown.reverse();
    Ok(Console {
        action: address(attempt.id),
        once: web.chance.token(16),
        brief: said(&exercise.brief, talk).to_owned(),
        exam,
        prompt: session.machine.prompt(talk, room::local(web)),
        waiting: session.machine.is_waiting(),
        full: session.is_full(),
        last,
        fresh,
        tasks: tasks(&exercise, &session, talk, !exam),
        earlier: session.shown,
        typed: typed.to_owned(),
        error: errors.first().map(|error| talk.with(error.key, &error.args)),
        code: exercise.head.code,
        page,
    })
}

async fn give(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = room::open_attempt(&web, &visitor, id, Kind::Commands).await? else {
        return Err(WebError::Conflict("lab-attempt-over"));
    };
    let typed = fields.get("line");
    let errors = faults_of(&fields);
    if !errors.is_empty() {
        return Page::show_wrong(&draw(&web, &visitor, &attempt, typed, &errors).await?);
    }
    let exercise = exercise_of(&web, attempt.scenario).await?;
    // A line belongs to the centre in which the attempt began, wherever the person stands by now.
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    let mut session = store::hold(&change, attempt.id).await?;
    if session.is_full() {
        return Err(WebError::Conflict("commands-full"));
    }
    let brought = session.give(&exercise, typed, visitor.talk(), room::local(&web));
    let detail = json!({
        "line": typed, "command": brought.command, "fault": brought.fault, "reached": brought.reached,
    });
    let event = change.record(Entry::new("command.given", "attempt", attempt.id.0).detail(detail)).await?;
    if let Some(last) = session.given.last_mut() {
        last.event = Some(event);
    }
    store::save(&change, attempt.id, &session).await?;
    let to = format!("{}#answer", address(attempt.id));
    let once = fields.get("once");
    if once.is_empty() || spend(&change, once, &to).await? == Once::First {
        change.commit().await?;
    }
    Ok(see_other(&to))
}

/// A line has no control characters and is no longer than MS-DOS reads; an empty one is a line too.
fn faults_of(fields: &Fields) -> Vec<FieldError> {
    let (typed, mut check) = (fields.get("line"), Check::new(fields));
    let length = typed.chars().count();
    if typed.chars().any(char::is_control) {
        check.wrong("line", "frame-error-control");
    } else if length > LONGEST_LINE {
        let args = vec![("most", Arg::from(LONGEST_LINE)), ("length", Arg::from(length))];
        check.wrong_with("line", "frame-error-too-long", args);
    }
    check.errors
}

async fn close(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let result = format!("/attempts/{id}/result");
    let Some(attempt) = room::open_attempt(&web, &visitor, id, Kind::Commands).await? else {
        return Ok(see_other(&result));
    };
    let exercise = exercise_of(&web, attempt.scenario).await?;
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    let session = store::hold(&change, attempt.id).await?;
    if exercises::close(&change, &attempt).await? {
        let aims = exercise.measures.iter();
        let taken = aims.map(|aim| (aim.clone(), measure::take(aim.measure, &exercise, &session))).collect();
        propose_measured(&change, &attempt, taken).await?;
        change.commit().await?;
        sessions::tell(&web, &visitor, "lab-closed").await?;
    }
    Ok(see_other(&result))
}

async fn abandon(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    room::abandon(&web, &visitor, id, Kind::Commands).await
}

#[derive(Template)]
#[template(path = "lab/commands/result.html")]
struct ResultPart {
    talk: Talk,
    tasks: Vec<ShownTask>,
    session: Session,
    commands: usize,
    faults: usize,
    help: i64,
}

#[async_trait]
impl Workshop for Commands {
    fn kind(&self) -> Kind {
        Kind::Commands
    }

    fn read(&self, body: &str) -> Result<Exercise, Faults> {
        Ok(read(body)?.head)
    }

    async fn result(&self, web: &Web, visitor: &Visitor, attempt: &Attempt) -> Result<String, WebError> {
        let (exercise, talk) = (exercise_of(web, attempt.scenario).await?, visitor.talk());
        let session = store::session_of(web.store.read(), attempt.id).await?;
        let part = ResultPart {
            tasks: tasks(&exercise, &session, talk, true),
            commands: session.given.iter().filter(|given| given.command).count(),
            faults: session.given.iter().filter(|given| given.command && given.fault).count(),
            help: i64::from(session.help),
            session,
            talk,
        };
        Ok(part.render()?)
    }

    fn line(&self, row: &JournalRow, talk: Talk) -> Option<String> {
        if row.verb != "command.given" {
            return None;
        }
        let detail = row.json();
        let line = detail["line"].as_str().unwrap_or_default();
        let key = match (line.trim().is_empty(), detail["fault"].as_bool()) {
            (true, _) => "commands-line-enter",
            (false, Some(true)) => "commands-line-wrong",
            (false, _) => "commands-line-given",
        };
        Some(talk.html(key, &[("line", Arg::ltr(line))]))
    }
}
