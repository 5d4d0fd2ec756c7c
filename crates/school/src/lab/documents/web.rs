//! The pages of documents: what is asked, the file that is sent, what was found in it.

use std::sync::LazyLock;

use ::store::{Entry, JournalRow};
use ::web::{Answer, Fields, Habilitation, Page, Routes, Upload, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use async_trait::async_trait;
use axum::extract::{Path, State};
use desk::scripts::faults::Faults;
use serde_json::json;
use tokio::sync::Semaphore;
use words::{Arg, Talk, lang_attr_for};

use super::store::{self, Checked};
use super::{Document, DocumentExercise, Finding, LARGEST, Refused};
use crate::assessment::propose_measured;
use crate::exercises::{self, Exercise, Kind, Workshop, said};
use crate::lab::room;
use crate::practice::store::newest_of;
use crate::practice::{Attempt, AttemptId, Mode, ScenarioId, library, scenario_by_id};

/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// The largest file, in megabytes.
const MEGABYTES: usize = LARGEST / (1024 * 1024);

/// How many documents are read at once: each may take a hundred megabytes of memory for a moment.
static READERS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

/// The routes of documents.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/lab/documents/{code}", brief)
        .post("/lab/documents/{code}/attempts", start)
        .page("/lab/checks/{id}", show)
        .post("/lab/checks/{id}/file", check)
        .post("/lab/checks/{id}/closure", close)
        .post("/lab/checks/{id}/abandonment", abandon)
        .with_state(web)
}

/// The workshop of exercises that ask for a document.
pub(crate) struct Documents;

fn read(body: &str) -> Result<DocumentExercise, Faults> {
    super::parse(body, &library::surroundings().criteria)
}

async fn exercise_of(web: &Web, id: ScenarioId) -> Result<DocumentExercise, WebError> {
    let stored = scenario_by_id(web.store.read(), id).await?;
    read(&stored.body).map_err(|faults| room::no_longer_reads(&stored, &faults))
}

async fn brief(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let stored = newest_of(&web.store, Kind::Document, &code).await?;
    let exercise = read(&stored.body).map_err(|faults| room::no_longer_reads(&stored, &faults))?;
    let action = format!("/lab/documents/{code}/attempts");
    room::brief(&web, &visitor, &exercise.head, &exercise.brief, &action, Kind::Document).await
}

async fn start(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let stored = newest_of(&web.store, Kind::Document, &code).await?;
    let Some((change, mode)) = room::ready(&web, &visitor, &code, Kind::Document, &fields).await? else {
        return Ok(see_other("/lab"));
    };
    let attempt = room::begin(&change, &visitor, ScenarioId(stored.id), mode).await?;
    change.commit().await?;
    Ok(see_other(&address(attempt.id)))
}

fn address(id: AttemptId) -> String {
    format!("/lab/checks/{}", id.0)
}

/// What was found about a point, in the words of the page.
struct ShownFinding {
    good: bool,
    text: String,
    notes: Vec<String>,
}

fn shown(exercise: &DocumentExercise, findings: &[Finding], talk: Talk) -> Vec<ShownFinding> {
    let mut all: Vec<ShownFinding> = findings
        .iter()
        .map(|finding| ShownFinding {
            good: finding.good,
            text: exercise.head.items.get(&finding.point).map_or("", |name| said(name, talk)).to_owned(),
            notes: finding.notes.iter().map(|note| note.html(talk)).collect(),
        })
        .collect();
    // What is missing comes first: it is what there is to do.
    all.sort_by_key(|finding| finding.good);
    all
}

#[derive(Template)]
#[template(path = "lab/documents/check.html")]
struct CheckPage {
    page: Page,
    action: String,
    code: String,
    brief: String,
    material: Option<(String, &'static str)>,
    exam: bool,
    accept: &'static str,
    hint: String,
    asked: Vec<String>,
    /// The name of the file, and how many of the points were found in it.
    checked: Option<(String, String)>,
    findings: Vec<ShownFinding>,
    error: Option<String>,
}

async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = room::open_attempt(&web, &visitor, id, Kind::Document).await? else {
        return Ok(see_other(&format!("/attempts/{id}/result")));
    };
    Page::show(&draw(&web, &visitor, &attempt, None).await?)
}

async fn draw(web: &Web, visitor: &Visitor, attempt: &Attempt, error: Option<Refused>) -> Result<CheckPage, WebError> {
    let (exercise, talk) = (exercise_of(web, attempt.scenario).await?, visitor.talk());
    let title = said(&exercise.head.title, talk).to_owned();
    let page = Page::titled(web, visitor, title).await?.under("/practice").wrong(error.is_some());
    let checked = store::checked(web.store.read(), attempt.id).await?;
    let findings = checked.as_ref().map(|own| shown(&exercise, &own.findings, talk)).unwrap_or_default();
    let good = findings.iter().filter(|finding| finding.good).count();
    let sum = talk.html("documents-sum", &[("good", Arg::from(good)), ("all", Arg::from(findings.len()))]);
    let accept = if exercise.is_text { ".docx,.odt" } else { ".xlsx,.ods" };
    let material = exercise.material.map(|text| {
        let lang = lang_attr_for(&text, talk.lang).unwrap_or(talk.lang.code());
        (text, lang)
    });
    Ok(CheckPage {
        action: address(attempt.id),
        brief: said(&exercise.brief, talk).to_owned(),
        exam: attempt.mode == Mode::Exam,
        accept,
        hint: talk.html("documents-file-hint", &[("kinds", Arg::ltr(accept)), ("most", Arg::from(MEGABYTES))]),
        asked: exercise.points.iter().map(|point| said(&point.text, talk).to_owned()).collect(),
        checked: checked.map(|own| (own.name, sum)),
        error: error.map(|refused| talk.with(refused.key(), &[("most", Arg::from(MEGABYTES))])),
        code: exercise.head.code,
        material,
        findings,
        page,
    })
}

/// Reads the file that was sent. What cannot be read changes nothing but a line of the journal.
async fn check(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>, upload: Upload) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = room::open_attempt(&web, &visitor, id, Kind::Document).await? else {
        return Err(WebError::Conflict("documents-attempt-over"));
    };
    let exercise = exercise_of(&web, attempt.scenario).await?;
    let name: String = upload.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let size = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
    let read = open(upload).await?.and_then(|document| fits(&exercise, document));
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    let document = match read {
        Ok(document) => document,
        Err(refused) => {
            let detail = json!({"name": name, "size": size, "why": refused.to_string()});
            change.record(Entry::new("document.refused", "attempt", attempt.id.0).detail(detail)).await?;
            change.commit().await?;
            return Page::show_wrong(&draw(&web, &visitor, &attempt, Some(refused)).await?);
        }
    };
    let findings = exercise.check(&document);
    let missing: Vec<&str> = findings.iter().filter(|own| !own.good).map(|own| own.point.as_str()).collect();
    let detail = json!({"name": name, "size": size, "points": findings.len(), "missing": missing});
    let event = change.record(Entry::new("document.checked", "attempt", attempt.id.0).detail(detail)).await?;
    store::save(&change, attempt.id, &Checked { name, size, findings, checks: 1, event }).await?;
    if attempt.mode == Mode::Exam {
        // One document, and it is handed over: else the findings would tell what is asked for.
        return hand_over(&web, &visitor, change, &attempt, &exercise).await;
    }
    change.commit().await?;
    Ok(see_other(&format!("{}#findings", address(attempt.id))))
}

/// Reads a document away from the threads that answer requests.
async fn open(upload: Upload) -> Result<Result<Document, Refused>, WebError> {
    let _place = READERS.acquire().await.map_err(|error| WebError::Broken(error.to_string()))?;
    let read = tokio::task::spawn_blocking(move || Document::read(&upload.name, &upload.bytes)).await;
    read.map_err(|error| WebError::Broken(error.to_string()))
}

/// A workbook is no answer to an exercise that asks for a text.
fn fits(exercise: &DocumentExercise, document: Document) -> Result<Document, Refused> {
    let right = exercise.is_text == matches!(document, Document::Text(_));
    if right { Ok(document) } else { Err(Refused::Other) }
}

async fn close(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some(attempt) = room::open_attempt(&web, &visitor, id, Kind::Document).await? else {
        return Ok(see_other(&format!("/attempts/{id}/result")));
    };
    let exercise = exercise_of(&web, attempt.scenario).await?;
    if store::checked(web.store.read(), attempt.id).await?.is_none() {
        return Page::show_wrong(&draw(&web, &visitor, &attempt, Some(Refused::Empty)).await?);
    }
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    hand_over(&web, &visitor, change, &attempt, &exercise).await
}

/// Closes the attempt with what its last check found, and proposes the evidence, all or nothing.
async fn hand_over(
    web: &Web,
    visitor: &Visitor,
    change: ::store::Change,
    attempt: &Attempt,
    exercise: &DocumentExercise,
) -> Answer {
    let checked = store::checked(&*change, attempt.id).await?.unwrap_or_default();
    if exercises::close(&change, attempt).await? {
        let take = |criterion: &str| exercise.take(criterion, &checked.findings, checked.event);
        let taken = exercise.measures.iter().map(|aim| (aim.clone(), take(&aim.criterion))).collect();
        propose_measured(&change, attempt, taken).await?;
        change.commit().await?;
        sessions::tell(web, visitor, "lab-closed").await?;
    }
    Ok(see_other(&format!("/attempts/{}/result", attempt.id.0)))
}

async fn abandon(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    room::abandon(&web, &visitor, id, Kind::Document).await
}

#[derive(Template)]
#[template(path = "lab/documents/result.html")]
struct ResultPart {
    talk: Talk,
    checked: Checked,
    checks: String,
    findings: Vec<ShownFinding>,
}

#[async_trait]
impl Workshop for Documents {
    fn kind(&self) -> Kind {
        Kind::Document
    }

    fn read(&self, body: &str) -> Result<Exercise, Faults> {
        Ok(read(body)?.head)
    }

    async fn result(&self, web: &Web, visitor: &Visitor, attempt: &Attempt) -> Result<String, WebError> {
        let (exercise, talk) = (exercise_of(web, attempt.scenario).await?, visitor.talk());
        let checked = store::checked(web.store.read(), attempt.id).await?.unwrap_or_default();
        let findings = shown(&exercise, &checked.findings, talk);
        let checks = talk.html("documents-checks", &[("count", Arg::from(checked.checks))]);
        Ok(ResultPart { talk, checked, checks, findings }.render()?)
    }

    fn line(&self, row: &JournalRow, talk: Talk) -> Option<String> {
        let key = match row.verb.as_str() {
            "document.checked" => "documents-line-checked",
            "document.refused" => "documents-line-refused",
            _ => return None,
        };
        let detail = row.json();
        Some(talk.html(key, &[("name", Arg::ltr(detail["name"].as_str().unwrap_or_default()))]))
    }
}
