//! What the review shows of desk work beside its measures: the answers, and the lines of the journal in words.

use ::store::JournalRow;
use ::web::{Visitor, Web, WebError};
use askama::Template;
use async_trait::async_trait;
use desk::scripts::faults::Faults;
use words::{Arg, Talk, lang_attr_for};

use super::read;
use crate::exercises::{Exercise, Kind, Workshop, said};
use crate::practice::{Attempt, scenario_by_id};
use crate::work::{Answer, Question, check, keys, store};

/// The workshop of desk work.
pub(crate) struct Work;

/// A question with what was answered and what was right.
struct Line {
    question: String,
    /// The answer with its language; nothing when there is none.
    answer: Option<(String, &'static str)>,
    /// What was right; nothing for free words, and where the answer is.
    right: Option<String>,
    /// Whether it is right; nothing for free words.
    good: Option<bool>,
}

#[derive(Template)]
#[template(path = "work/result.html")]
struct ResultPart {
    talk: Talk,
    lines: Vec<Line>,
}

/// An answer as it is told: the text of a choice, else what was typed.
fn told(question: &Question, answer: &str, talk: Talk) -> String {
    let Answer::Choice { options, .. } = &question.answer else { return answer.to_owned() };
    let found = options.iter().find(|(id, _)| id == answer);
    found.map_or(answer, |(_, text)| said(text, talk)).to_owned()
}

/// What was right, as it is told: of choices their texts, else what was kept when the work was handed over.
fn told_right(question: &Question, right: &str, talk: Talk) -> String {
    match &question.answer {
        Answer::Choice { .. } => {
            let texts: Vec<_> = right.split(' ').map(|id| told(question, id, talk)).collect();
            texts.join(&talk.t("assessment-or"))
        }
        _ => right.to_owned(),
    }
}

#[async_trait]
impl Workshop for Work {
    fn kind(&self) -> Kind {
        Kind::Work
    }

    fn read(&self, body: &str) -> Result<Exercise, Faults> {
        Ok(check(body)?.head)
    }

    async fn result(&self, web: &Web, visitor: &Visitor, attempt: &Attempt) -> Result<String, WebError> {
        let talk = visitor.talk();
        let exercise = read(&scenario_by_id(web.store.read(), attempt.scenario).await?)?;
        let given = store::given(web.store.read(), attempt.id).await?;
        let line = |question: &Question| {
            let own = given.get(&question.id);
            let answer = own.map(|own| told(question, &own.answer, talk)).filter(|answer| !answer.is_empty());
            let right = own.map(|own| own.right_answer.as_str()).filter(|right| !right.is_empty());
            let good = right.map(|right| own.is_some_and(|own| keys::was_right(question, &own.answer, right)));
            Line {
                question: said(&question.text, talk).to_owned(),
                answer: answer.map(|text| {
                    let lang = lang_attr_for(&text, talk.lang).unwrap_or(talk.lang.code());
                    (text, lang)
                }),
                right: right.filter(|_| good == Some(false)).map(|right| told_right(question, right, talk)),
                good,
            }
        };
        Ok(ResultPart { talk, lines: exercise.questions.iter().map(line).collect() }.render()?)
    }

    fn line(&self, row: &JournalRow, talk: Talk) -> Option<String> {
        let detail = row.json();
        let plain = |key: &str| Some(talk.t(key).into_owned());
        let named = |key: &str, what: &str| {
            Some(talk.html(key, &[("what", Arg::from(detail[what].as_str().unwrap_or_default()))]))
        };
        match row.verb.as_str() {
            "work.answered" => {
                let answer = detail["answer"].as_str().unwrap_or_default();
                Some(talk.html("work-line-answered", &[("what", Arg::from(answer))]))
            }
            "work.handed_over" => plain("work-line-handed-over"),
            "access.refused" => {
                let reason = detail["reason"].as_str().and_then(|reason| talk.try_t(reason)).unwrap_or_default();
                let args = [
                    ("place", Arg::ltr(detail["place"].as_str().unwrap_or_default())),
                    ("reason", Arg::from(reason.as_ref())),
                ];
                Some(talk.html("work-line-refused", &args))
            }
            "client.submitted" => plain("work-line-submitted"),
            "client.merged" => plain("work-line-merged"),
            "client.unmerged" => plain("work-line-unmerged"),
            "duplicate.dismissed" => plain("work-line-distinct"),
            "report.created" => named("work-line-report-kept", "name"),
            "report.taken" => plain("work-line-report-taken"),
            "segment.created" => named("work-line-segment", "name"),
            "segment.updated" => plain("work-line-segment-changed"),
            "segment.deleted" => named("work-line-segment-deleted", "name"),
            "request.received" => plain("work-line-request"),
            "portfolio.assigned" => plain("work-line-assigned"),
            // What the same act wrote a second time, and what only counts.
            "client.absorbed" | "client.restored" | "segment.counted" | "draft.kept" => None,
            verb => Some(talk.html("assessment-line-other", &[("what", Arg::ltr(verb))])),
        }
    }
}
