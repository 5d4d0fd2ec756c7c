//! What is done with a session that stands: another trainer, calling off, taking out, and undoing the last deed.

use std::collections::BTreeSet;

use ::web::{Answer, Check, FieldError, Fields, Habilitation, Visitor, Web, WebError, see_other, sessions};
use axum::extract::{Path, State};
use words::Arg;

use super::lesson::{Judged, Which, judge, settle, told};
use super::{PLACE, said};
use crate::common::{id_of, school};
use crate::timetable::store::{self, Edit, Lesson, Undone};
use crate::timetable::{Deed, Placed, State as Standing};

/// The longest reason, in characters.
const REASON: usize = 200;

async fn own_of(web: &Web, visitor: &Visitor, id: &str) -> Result<Lesson, WebError> {
    visitor.may(Habilitation::KeepYear)?;
    Ok(store::lesson(web.store.read(), id_of(id)?).await?)
}

fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(0)
}

/// Gives one session to another trainer, with the reason. That the trainer does not teach the module is told on the page of the
/// session and refuses nothing: whoever is free may have to do it.
pub(super) async fn substitute(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    let own = own_of(&web, &visitor, &id).await?;
    let mut check = Check::new(&fields);
    let reason = check.required("why", REASON, "timetable-error-why");
    let trainers = crate::cohorts::trainers(web.store.read()).await?;
    let chosen = fields.get("substitute").parse().ok();
    let trainer = trainers.iter().map(|own| own.id).find(|id| Some(*id) == chosen && *id != own.trainer_id);
    if trainer.is_none() || own.is_cancelled() {
        check.wrong("substitute", "frame-error-choice");
    }
    let (Some(trainer), true) = (trainer, check.errors.is_empty()) else {
        return told(&web, &visitor, Some(&own), Which::Substitute, &fields, Judged::Clash(check.errors)).await;
    };
    // Back with the first trainer, nobody is replaced any more.
    let first = if own.replaced_id > 0 { own.replaced_id } else { own.trainer_id };
    let replaced = if trainer == first { 0 } else { first };
    let reason = if replaced == 0 { String::new() } else { reason };
    let to = Placed { trainer, replaced, reason, ..own.placed() };
    let change = web.store.begin(school(&visitor)).await?;
    store::lock(&change).await?;
    let judged = judge(&change, &visitor, std::slice::from_ref(&to), &BTreeSet::from([own.id]), true).await?;
    if let Judged::Clash(mut errors) = judged {
        drop(change);
        for error in &mut errors {
            "substitute".clone_into(&mut error.field);
        }
        return told(&web, &visitor, Some(&own), Which::Substitute, &fields, Judged::Clash(errors)).await;
    }
    let edits = [Edit { id: own.id, version: version(&fields), to }];
    settle(&web, &visitor, change, Deed::Substituted, &edits, (&own, Which::Substitute, &fields)).await
}

/// Calls one session off, with the reason. It stays in sight and no longer counts.
pub(super) async fn cancel(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let own = own_of(&web, &visitor, &id).await?;
    let mut check = Check::new(&fields);
    let reason = check.required("why_not", REASON, "timetable-error-why");
    if !check.errors.is_empty() {
        return told(&web, &visitor, Some(&own), Which::Cancel, &fields, Judged::Clash(check.errors)).await;
    }
    let to = Placed { state: Standing::Cancelled.code().to_owned(), reason, ..own.placed() };
    let change = web.store.begin(school(&visitor)).await?;
    store::lock(&change).await?;
    let edits = [Edit { id: own.id, version: version(&fields), to }];
    settle(&web, &visitor, change, Deed::Cancelled, &edits, (&own, Which::Cancel, &fields)).await
}

/// Takes a session out, or it and those of its series that follow. To choose which is the confirmation, and it can be undone.
pub(super) async fn remove(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let own = own_of(&web, &visitor, &id).await?;
    let mut check = Check::new(&fields);
    let which = check.choice("which", &["one", "following"], "timetable-error-which");
    if !check.errors.is_empty() {
        return told(&web, &visitor, Some(&own), Which::Remove, &fields, Judged::Clash(check.errors)).await;
    }
    let gone = |own: &Lesson| Placed { state: Standing::Removed.code().to_owned(), ..own.placed() };
    let change = web.store.begin(school(&visitor)).await?;
    store::lock(&change).await?;
    let mut edits = vec![Edit { id: own.id, version: version(&fields), to: gone(&own) }];
    if which == "following" && !own.series.is_empty() {
        let following = store::following(&*change, &own.series, &own.on_day).await?;
        let others = following.iter().filter(|other| other.id != own.id);
        edits.extend(others.map(|other| Edit { id: other.id, version: other.version, to: gone(other) }));
    }
    settle(&web, &visitor, change, Deed::Removed, &edits, (&own, Which::Remove, &fields)).await
}

/// Undoes the last deed of the person, if nothing changed since and nothing else stands there now.
pub(super) async fn undo(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let last = store::last_deed(web.store.read(), visitor.account.id).await?;
    let asked = fields.get("deed").parse().ok();
    let Some(deed) = last.filter(|last| Some(last.id) == asked) else {
        return Err(WebError::Conflict("timetable-undo-changed"));
    };
    let change = web.store.begin(school(&visitor)).await?;
    let told = match store::undo(&change, &deed).await? {
        Undone::Yes => {
            change.commit().await?;
            visitor.talk().with("timetable-undone", &[("n", Arg::from(deed.sessions))])
        }
        Undone::Changed => return Err(WebError::Conflict("timetable-undo-changed")),
        Undone::Clashes(clash) => {
            drop(change);
            let calendar = store::calendar(web.store.read()).await?;
            let (key, args) = said::conflict(&visitor, &calendar, &clash);
            let why = visitor.talk().with(key, &args);
            format!("{} {why}", visitor.talk().t("timetable-undo-clash"))
        }
    };
    sessions::notify(&web, &visitor, told).await?;
    Ok(see_other(week_in(fields.get("here"))))
}

/// The week from which somebody undid something, when the form names one.
fn week_in(here: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || "=&-".contains(c);
    let query = here.strip_prefix(PLACE).and_then(|rest| rest.strip_prefix('?'));
    if query.is_some_and(|query| query.chars().all(plain)) { here } else { PLACE }
}

/// An error at one field.
pub(super) fn wrong(field: &str, key: &'static str) -> FieldError {
    FieldError { field: field.to_owned(), key, args: vec![] }
}
