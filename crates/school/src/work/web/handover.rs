//! The hand-over: what is still open is told first; then the desk is read, the evidence proposed and the trainee brought home.

use ::store::{Change, Entry};
use ::web::accounts::enter_centre;
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::State;
use desk::clients::Asked;
use serde_json::json;
use words::Arg;

use super::{PLACE, under_way, until};
use crate::assessment::evidence_of::journal;
use crate::assessment::measure::Measure;
use crate::assessment::measures::seconds;
use crate::assessment::propose_measured;
use crate::exercises::{self, said};
use crate::practice::{Attempt, Mode};
use crate::work::ends::Place;
use crate::work::{WorkExercise, keys, measure, store};

#[derive(Template)]
#[template(path = "work/handover.html")]
struct ConfirmPage {
    page: Page,
    /// Until when, as HTML.
    until: String,
    open: Vec<String>,
    unsaved: bool,
    exam: bool,
}

/// What is still open, before the work is handed over.
pub(super) async fn confirm(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some((attempt, exercise)) = under_way(&web, &visitor).await? else { return Ok(see_other("/practice")) };
    let talk = visitor.talk();
    let given = store::given(web.store.read(), attempt.id).await?;
    let answered = |id: &String| given.get(id).is_some_and(|given| !given.answer.is_empty());
    let open = exercise.questions.iter().filter(|question| !answered(&question.id));
    let page = Page::new(&web, &visitor, "work-handover-title").await?.under("/practice");
    Page::show(&ConfirmPage {
        until: until(&web, &page, &attempt, &exercise),
        open: open.map(|question| said(&question.text, talk).to_owned()).collect(),
        unsaved: drafts::draft(&web, &visitor, PLACE).await?.is_some(),
        exam: attempt.mode == Mode::Exam,
        page,
    })
}

/// Closes the attempt, proposes its evidence and brings the trainee home, in one transaction. Sent twice, it is done once.
pub(super) async fn hand_over(State(web): State<Web>, visitor: Visitor, _: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let Some((attempt, exercise)) = under_way(&web, &visitor).await? else {
        return Ok(see_other("/practice/attempts"));
    };
    let change = web.store.begin(visitor.scope()).await?.for_centre(attempt.centre);
    if exercises::close(&change, &attempt).await? {
        let asked = Asked { now: change.now(), offset: web.config.offset_minutes };
        propose(&change, &attempt, &exercise, asked).await?;
        enter_centre(&change, attempt.trainee, None).await?;
        change.commit().await?;
        drafts::forget(&web, &visitor, PLACE).await?;
        sessions::tell(&web, &visitor, "work-handed-over").await?;
    }
    Ok(see_other(&match attempt.mode {
        Mode::Practice => format!("/attempts/{}/result", attempt.id.0),
        Mode::Exam => "/practice".to_owned(),
    }))
}

/// Reads the desk, keeps what was right for each question, and proposes what every measure shows.
async fn propose(change: &Change, attempt: &Attempt, exercise: &WorkExercise, asked: Asked) -> Result<(), WebError> {
    let lasted = seconds(change.now().0 - attempt.started_at);
    let detail = json!({"seconds": lasted, "factor": attempt.factor});
    let event = change.record(Entry::new("work.handed_over", "attempt", attempt.id.0).detail(detail)).await?;
    for question in &exercise.questions {
        if let Some(right) = keys::right(&**change, attempt.sandbox(), exercise, question, asked).await? {
            store::keep_right(change, attempt.id, &question.id, &right.told()).await?;
        }
    }
    let given = store::given(&**change, attempt.id).await?;
    let journal = journal(&**change, attempt).await?;
    let place = Place { db: &**change, attempt, exercise, journal: &journal, asked };
    let ends = place.read(&given).await?;
    let take = |measure| match measure {
        Measure::WorkInTime => measure::work_in_time(exercise, lasted, attempt.factor, vec![event]),
        measure => measure::take(measure, exercise, &ends),
    };
    let taken = exercise.measures.iter().map(|aim| (aim.clone(), take(aim.measure))).collect();
    propose_measured(change, attempt, taken).await?;
    Ok(())
}

impl ConfirmPage {
    fn count(&self) -> String {
        self.page.talk.with("work-unanswered", &[("n", Arg::from(self.open.len()))])
    }
}
