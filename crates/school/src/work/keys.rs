//! The right answers of questions, computed from the desk and never written by hand.

use ::store::{ConnectionTrait, Result, Scope};
use desk::clients::{self, Asked, Day, Filter, Grouping};
use desk::{law, places};
use names::fold::ascii_digits;

use super::{Answer, Question, WorkExercise};

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// This number of files.
    Number(i64),
    /// One of these wilayas.
    Wilayas(Vec<i32>),
    /// This day.
    Day(Day),
    /// One of these choices.
    Choices(Vec<String>),
}

/// What is right for a question at this desk now; nothing for free words, and where the desk has nothing to answer with.
///
/// # Errors
/// What the database says.
pub(super) async fn right(
    db: &impl ConnectionTrait,
    scope: Scope,
    exercise: &WorkExercise,
    question: &Question,
    asked: Asked,
) -> Result<Option<Right>> {
    Ok(match &question.answer {
        Answer::Count(filter) => Some(Right::Number(clients::count(db, scope, filter, asked).await?)),
        Answer::Wilaya(filter) => fullest(db, scope, filter, asked).await?.map(Right::Wilayas),
        Answer::Due => match &exercise.expected.request {
            Some(request) => match Day::parse(&request.received_on) {
                Ok(received) => law::due_on(db, scope, request.kind, received).await?.map(Right::Day),
                Err(_) => None,
            },
            None => None,
        },
        Answer::Choice { right, .. } => Some(Right::Choices(right.clone())),
        Answer::Words => None,
    })
}

/// The wilayas with the most files of a filter.
async fn fullest(db: &impl ConnectionTrait, scope: Scope, filter: &Filter, asked: Asked) -> Result<Option<Vec<i32>>> {
    let rows = clients::count_by(db, scope, filter, asked, Grouping::Wilaya).await?;
    let given = || rows.iter().filter(|row| row.value != 0);
    let Some(most) = given().map(|row| row.files).max() else { return Ok(None) };
    let codes = given().filter(|row| row.files == most).filter_map(|row| i32::try_from(row.value).ok());
    Ok(Some(codes.collect()))
}

/// A number as it is typed: with spaces, with Arabic-Indic digits.
pub(super) fn number(typed: &str) -> Option<i64> {
    let digits: String = ascii_digits(typed).chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    digits.parse().ok().filter(|number| *number >= 0)
}

/// A wilaya as it is typed: its code or its name in either script.
pub(super) fn wilaya(typed: &str) -> Option<i32> {
    let digits = ascii_digits(typed.trim());
    let found = match digits.parse() {
        Ok(code) => places::wilaya(code),
        Err(_) => places::wilaya_named(typed.trim()),
    };
    found.map(|wilaya| wilaya.code)
}

impl Right {
    /// Whether an answer is right.
    pub(super) fn admits(&self, answer: &str) -> bool {
        match self {
            Self::Number(right) => number(answer) == Some(*right),
            Self::Wilayas(right) => wilaya(answer).is_some_and(|code| right.contains(&code)),
            Self::Day(right) => Day::parse(answer) == Ok(*right),
            Self::Choices(right) => right.iter().any(|choice| choice == answer),
        }
    }

    /// How it is kept, and told where it is a number, a wilaya or a day.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Number(right) => right.to_string(),
            Self::Wilayas(right) => right.iter().map(|code| format!("{code:02}")).collect::<Vec<_>>().join(", "),
            Self::Day(right) => right.shown(),
            Self::Choices(right) => right.join(" "),
        }
    }
}

/// Whether an answer is what was kept as right when the work was handed over ([`Right::told`]).
pub(super) fn was_right(question: &Question, answer: &str, told: &str) -> bool {
    match &question.answer {
        Answer::Count(_) => number(answer).is_some_and(|own| told == own.to_string()),
        Answer::Wilaya(_) => wilaya(answer).is_some_and(|own| told.split(", ").any(|code| code == format!("{own:02}"))),
        Answer::Due => Day::parse(answer).is_ok_and(|own| own.shown() == told),
        Answer::Choice { .. } => told.split(' ').any(|id| id == answer),
        Answer::Words => false,
    }
}
