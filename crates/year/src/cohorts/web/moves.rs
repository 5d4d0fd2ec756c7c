//! What happens to a trainee: another state, another section. Both have a day, and the last one stands.

use ::store::{Change, StoreError};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Visitor, Web, WebError, see_other, sessions,
};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::Talk;

use super::{section_choices, trainees};
use crate::cohorts::store::{self, Trainee};
use crate::cohorts::{State as Standing, TEXT};
use crate::common::{id_of, read_day, school, today};

fn place(trainee: &Trainee) -> String {
    format!("/year/trainees/{}", trainee.id)
}

/// The form of another state; nothing after the last one.
pub(super) fn state_form(talk: Talk, trainee: &Trainee, typed: (&Fields, &[FieldError])) -> Option<Form> {
    let next = trainee.state().next();
    let choice = |state: &Standing| (state.code().to_owned(), talk.t(state.key()).into_owned());
    let fields = vec![
        Field::select(talk, "state", "cohorts-state", next.iter().map(choice).collect()).required(talk),
        Field::line(talk, "state_from", "cohorts-from").required(talk).hint(talk, "cohorts-hint-day"),
        Field::area(talk, "reason", "cohorts-reason", 2).required(talk),
    ];
    let place = place(trainee);
    let form = Form::new(talk, format!("{place}/state"), &*place, "cohorts-state-change")
        .fields(fields, typed.0, typed.1)
        .hidden("version", trainee.version.to_string());
    (!next.is_empty()).then_some(form)
}

/// The form of another section; nothing when there is no other.
pub(super) fn section_form(
    talk: Talk,
    trainee: &Trainee,
    others: Vec<(String, String)>,
    typed: (&Fields, &[FieldError]),
) -> Option<Form> {
    if others.is_empty() {
        return None;
    }
    let fields = vec![
        Field::select(talk, "section", "cohorts-section", others).required(talk),
        Field::line(talk, "section_from", "cohorts-from").required(talk).hint(talk, "cohorts-hint-day"),
    ];
    let place = place(trainee);
    let form = Form::new(talk, format!("{place}/section"), &*place, "cohorts-move")
        .fields(fields, typed.0, typed.1)
        .hidden("version", trainee.version.to_string());
    Some(form)
}

/// Which of the two forms was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    State,
    Section,
}

/// Shows the page again with what was typed and what is wrong.
async fn again(
    web: &Web,
    visitor: &Visitor,
    trainee: Trainee,
    sent: Sent,
    fields: &Fields,
    errors: &[FieldError],
) -> Answer {
    let none = Fields::default();
    let typed: [(&Fields, &[FieldError]); 2] = match sent {
        Sent::State => [(fields, errors), (&none, &[])],
        Sent::Section => [(&none, &[]), (fields, errors)],
    };
    let page = trainees::page_of(web, visitor, trainee, typed).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
}

/// Commits what was done, or shows the page again when somebody else was faster.
async fn settle(
    web: &Web,
    visitor: &Visitor,
    change: Change,
    done: ::store::Result<()>,
    (trainee, sent, fields): (Trainee, Sent, &Fields),
) -> Answer {
    match done {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(web, visitor, "cohorts-saved").await?;
            Ok(see_other(&place(&trainee)))
        }
        Err(StoreError::Stale | StoreError::Duplicate(_)) => {
            drop(change);
            let now = store::trainee(web.store.read(), trainee.id).await?;
            let field = if sent == Sent::State { "reason" } else { "section" };
            let error = FieldError { field: field.to_owned(), key: "cohorts-error-stale", args: vec![] };
            again(web, visitor, now, sent, fields, &[error]).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives another state from a day on, with a reason.
pub(super) async fn state(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let db = web.store.read();
    let trainee = store::trainee(db, id_of(&id)?).await?;
    let mut check = Check::new(&fields);
    let next = Standing::parse(fields.get("state")).filter(|state| trainee.state().next().contains(state));
    if next.is_none() {
        check.wrong("state", "cohorts-error-state");
    }
    let from = read_day(&mut check, "state_from", Some("cohorts-error-day"));
    let reason = check.text("reason", TEXT);
    if reason.is_empty() {
        check.wrong("reason", "cohorts-error-reason");
    }
    let last = store::states(db, trainee.id).await?.into_iter().next().map(|own| own.from_on).unwrap_or_default();
    if from.is_some_and(|from| from.to_string() < last) {
        check.wrong("state_from", "cohorts-error-before");
    }
    if from.is_some_and(|from| from > today(&web)) {
        check.wrong("state_from", "cohorts-error-future");
    }
    let (Some(next), Some(from), true) = (next, from, check.errors.is_empty()) else {
        return again(&web, &visitor, trainee, Sent::State, &fields, &check.errors).await;
    };
    let change = web.store.begin(school(&visitor)).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    let done = store::change_state(&change, &trainee, version, next, from, &reason).await;
    settle(&web, &visitor, change, done, (trainee, Sent::State, &fields)).await
}

/// Moves to another section from a day on: the stay in the present one ends that day.
pub(super) async fn section(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let db = web.store.read();
    let trainee = store::trainee(db, id_of(&id)?).await?;
    if trainee.state().leaves() {
        return Err(WebError::Conflict("cohorts-left"));
    }
    let mut check = Check::new(&fields);
    let chosen = section_choices(&web, None).await?.into_iter().find(|(id, _)| *id == fields.get("section"));
    let stays = store::memberships(db, trainee.id).await?;
    let last = stays.first();
    let section = chosen.and_then(|(id, _)| id.parse::<i64>().ok());
    if section.is_none() || last.is_some_and(|own| own.until_on.is_empty() && Some(own.section_id) == section) {
        check.wrong("section", "cohorts-error-choose-section");
    }
    let from = read_day(&mut check, "section_from", Some("cohorts-error-day"));
    let before = last.map(|own| own.from_on.as_str().max(own.until_on.as_str()).to_owned()).unwrap_or_default();
    if from.is_some_and(|from| from.to_string() < before) {
        check.wrong("section_from", "cohorts-error-before");
    }
    let (Some(section), Some(from), true) = (section, from, check.errors.is_empty()) else {
        return again(&web, &visitor, trainee, Sent::Section, &fields, &check.errors).await;
    };
    let change = web.store.begin(school(&visitor)).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    let done = store::move_to(&change, &trainee, version, section, from).await;
    settle(&web, &visitor, change, done, (trainee, Sent::Section, &fields)).await
}
