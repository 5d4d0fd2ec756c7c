//! The form of the questions: a short label, the question as its hint, and what is refused at its field.

use ::web::{Check, Field, FieldError, Fields};
use words::{Arg, Talk};

use crate::exercises::said;
use crate::work::{Answer, WorkExercise, keys};

/// The longest answer in free words, in characters.
const WORDS: usize = 2_000;
/// The longest answer of one line, in characters.
const LINE: usize = 100;

/// The fields of the questions.
pub(super) fn fields(exercise: &WorkExercise, talk: Talk) -> Vec<Field> {
    let questions = exercise.questions.iter().enumerate();
    let field = |(at, question): (usize, &crate::work::Question)| {
        let name = question.id.clone();
        let field = match &question.answer {
            Answer::Choice { options, .. } => {
                let option = |(id, text): &(String, _)| (id.clone(), said(text, talk).to_owned());
                Field::radio(talk, name, "work-answer", options.iter().map(option).collect())
            }
            Answer::Words => Field::area(talk, name, "work-answer", 4),
            _ => Field::line(talk, name, "work-answer"),
        };
        let label = talk.with("work-answer-n", &[("n", Arg::from(at + 1))]);
        field.labelled(&label).hinted(said(&question.text, talk))
    };
    questions.map(field).collect()
}

/// The answers as they are kept, and what is wrong with them. An empty answer is none.
pub(super) fn read<'e>(exercise: &'e WorkExercise, fields: &Fields) -> (Vec<(&'e str, String)>, Vec<FieldError>) {
    let mut check = Check::new(fields);
    let mut answers = Vec::new();
    for question in &exercise.questions {
        let (id, typed) = (question.id.as_str(), fields.get(&question.id));
        let answer = match &question.answer {
            Answer::Words => check.text(id, WORDS),
            _ => check.line(id, LINE),
        };
        let wrong = match &question.answer {
            _ if typed.trim().is_empty() => None,
            Answer::Count(_) => keys::number(&answer).is_none().then_some("work-error-number"),
            Answer::Wilaya(_) => keys::wilaya(&answer).is_none().then_some("work-error-wilaya"),
            Answer::Due => desk::clients::Day::parse(&answer).is_err().then_some("work-error-day"),
            Answer::Choice { options, .. } => {
                options.iter().all(|(own, _)| *own != answer).then_some("frame-error-choice")
            }
            Answer::Words => None,
        };
        if let Some(key) = wrong {
            check.wrong(id, key);
        }
        answers.push((id, answer));
    }
    (answers, check.errors)
}
