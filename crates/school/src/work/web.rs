//! The pages of desk work: documents, tasks and questions while it is under way, and the hand-over.

mod answers;
mod handover;
mod result;

use std::collections::BTreeMap;

use ::web::{
    Answer, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts, see_other, sessions,
};
use askama::Template;
use axum::extract::State;
use desk::scripts::reader::Language;
use words::{Arg, Lang, Talk, lang_attr_for};

pub(crate) use self::result::Work;
use super::store::{self, Given};
use super::{Document, WorkExercise, check, sandbox};
use crate::exercises::{Kind, said};
use crate::practice::store::unfinished;
use crate::practice::{Attempt, Mode, ScenarioId, StoredScenario, scenario_by_id};

/// Where desk work stands while it is under way.
pub(crate) const PLACE: &str = "/practice/work";

/// The routes of desk work.
pub(crate) fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, show)
        .post("/practice/work/answers", save)
        .page("/practice/work/handover", handover::confirm)
        .post("/practice/work/handover", handover::hand_over)
        .with_state(web)
}

/// Reads the stored text of an exercise.
pub(crate) fn read(stored: &StoredScenario) -> Result<WorkExercise, WebError> {
    check(&stored.body).map_err(|faults| {
        WebError::Broken(format!("exercise {} version {} no longer reads: {faults}", stored.code, stored.version))
    })
}

/// Begins an exercise of desk work, and says where it goes on.
pub(crate) async fn begin(
    web: &Web,
    visitor: &Visitor,
    stored: &StoredScenario,
    mode: Mode,
) -> Result<&'static str, WebError> {
    sandbox::start(web, visitor, ScenarioId(stored.id), &read(stored)?, mode).await?;
    // What was typed in an earlier attempt and never saved belongs to that attempt.
    drafts::forget(web, visitor, PLACE).await?;
    Ok(PLACE)
}

/// The desk work that a person has under way, with its exercise.
pub(super) async fn under_way(web: &Web, visitor: &Visitor) -> Result<Option<(Attempt, WorkExercise)>, WebError> {
    let Some(attempt) = unfinished(web.store.read(), visitor.account.id, Kind::Work).await? else { return Ok(None) };
    let exercise = read(&scenario_by_id(web.store.read(), attempt.scenario).await?)?;
    Ok(Some((attempt, exercise)))
}

/// A text with its language.
struct Said {
    text: String,
    lang: &'static str,
}

impl Said {
    fn new(text: &str, language: Language) -> Self {
        let own = Lang::parse(language.code()).unwrap_or(Lang::Fr);
        Self { text: text.to_owned(), lang: lang_attr_for(text, own).unwrap_or(own.code()) }
    }
}

/// A document as the page shows it.
struct Paper {
    id: String,
    title: String,
    paragraphs: Vec<Said>,
    columns: Vec<Said>,
    /// The first cell of each line heads it.
    rows: Vec<(Said, Vec<(Said, String)>)>,
}

impl Paper {
    fn new(document: &Document, talk: Talk) -> Self {
        let own = |text: &String| Said::new(text, document.language);
        let row = |cells: &Vec<String>| {
            let (head, rest) = cells.split_first()?;
            let named = rest.iter().zip(document.columns.iter().skip(1));
            Some((own(head), named.map(|(cell, column)| (own(cell), column.clone())).collect()))
        };
        Self {
            id: document.id.clone(),
            title: said(&document.title, talk).to_owned(),
            paragraphs: document.paragraphs.iter().map(own).collect(),
            columns: document.columns.iter().map(own).collect(),
            rows: document.rows.iter().filter_map(row).collect(),
        }
    }
}

/// A task as the page shows it: the text, and where it is done.
struct Todo {
    text: String,
    place: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "work/work.html")]
struct WorkPage {
    page: Page,
    code: String,
    brief: String,
    /// Until when, as HTML.
    until: String,
    exam: bool,
    papers: Vec<Paper>,
    tasks: Vec<Todo>,
    questions: Option<Form>,
}

async fn show(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some((attempt, exercise)) = under_way(&web, &visitor).await? else { return Ok(see_other("/practice")) };
    let kept = drafts::draft(&web, &visitor, PLACE).await?;
    let restored = kept.is_some();
    let values = match kept {
        Some(kept) => kept,
        None => values(&store::given(web.store.read(), attempt.id).await?),
    };
    let mut shown = draw(&web, &visitor, &attempt, &exercise, &values, &[]).await?;
    shown.questions = shown.questions.map(|form| form.kept(restored));
    Page::show(&shown)
}

/// The answers that are saved, as the form holds them.
fn values(given: &BTreeMap<String, Given>) -> Fields {
    Fields(given.iter().map(|(question, given)| (question.clone(), given.answer.clone())).collect())
}

async fn draw(
    web: &Web,
    visitor: &Visitor,
    attempt: &Attempt,
    exercise: &WorkExercise,
    values: &Fields,
    errors: &[FieldError],
) -> Result<WorkPage, WebError> {
    let talk = visitor.talk();
    let title = said(&exercise.head.title, talk).to_owned();
    let page = Page::titled(web, visitor, title).await?.under("/practice").wrong(!errors.is_empty());
    let task = |task: &super::Task| Todo {
        text: said(&task.text, talk).to_owned(),
        place: task.place.map(|(place, key)| (place, talk.t(key).into_owned())),
    };
    let questions = (!exercise.questions.is_empty()).then(|| {
        Form::new(talk, "/practice/work/answers", PLACE, "work-save-answers")
            .fields(answers::fields(exercise, talk), values, errors)
            .kept(false)
    });
    Ok(WorkPage {
        until: until(web, &page, attempt, exercise),
        code: exercise.head.code.clone(),
        brief: said(&exercise.brief, talk).to_owned(),
        exam: attempt.mode == Mode::Exam,
        papers: exercise.documents.iter().map(|document| Paper::new(document, talk)).collect(),
        tasks: exercise.tasks.iter().map(task).collect(),
        questions,
        page,
    })
}

/// Until when the work may last with the person's time factor, or that this moment has passed; as HTML.
fn until(web: &Web, page: &Page, attempt: &Attempt, exercise: &WorkExercise) -> String {
    let end = attempt.started_at + exercise.allowed_ms(attempt.factor);
    let key = if web.clock().now().0 > end { "work-time-over" } else { "work-time-until" };
    let args = [
        ("hour", Arg::ltr(&page.hour(&end))),
        ("minutes", Arg::from(i64::from(exercise.minutes))),
        ("factor", Arg::from(attempt.factor.max(1.0))),
    ];
    page.talk.html(key, &args)
}

/// Saves the answers that were typed. Sent twice, they are saved once.
async fn save(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some((attempt, exercise)) = under_way(&web, &visitor).await? else {
        return Err(WebError::Conflict("work-over"));
    };
    let (read, errors) = answers::read(&exercise, &fields);
    if !errors.is_empty() {
        return Page::show_wrong(&draw(&web, &visitor, &attempt, &exercise, &fields, &errors).await?);
    }
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    if !store::hold(&change, attempt.id).await? {
        return Err(WebError::Conflict("work-over"));
    }
    if store::save(&change, &attempt, &read).await? {
        change.commit().await?;
    } else {
        drop(change);
    }
    drafts::forget(&web, &visitor, PLACE).await?;
    sessions::tell(&web, &visitor, "work-saved").await?;
    Ok(see_other(PLACE))
}
