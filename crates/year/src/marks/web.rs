//! The pages of marks.

mod entry;
mod one;
mod regime;
mod section;
mod sheet;

use ::web::{Habilitation, Refusal, Role, Routes, Visitor, Web, WebError};
use words::{Lang, Talk};

use super::store::{self, Sheet};
use super::{Component, Rules};
use crate::cohorts;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/year/sections/{id}/marks", section::show)
        .post("/year/sections/{id}/marks", section::open)
        .page("/year/marks/{id}", sheet::show)
        .page("/year/marks/{id}/{component}", entry::show)
        .post("/year/marks/{id}/{component}", entry::save)
        .post("/year/marks/{id}/{component}/undoing", entry::undo)
        .page("/year/marks/{id}/trainees/{trainee}", one::show)
        .post("/year/marks/{id}/trainees/{trainee}", one::save)
        .page("/year/promotions/{id}/regime", regime::show)
        .post("/year/promotions/{id}/regime", regime::save)
        .with_state(web)
}

fn sheet_place(id: i64) -> String {
    format!("/year/marks/{id}")
}

/// Allowed to give marks in a module: the head of studies, and the trainers who teach it.
async fn may_enter(web: &Web, visitor: &Visitor, module: &str) -> Result<(), WebError> {
    visitor.may(Habilitation::EnterMarks)?;
    if visitor.account.role == Role::Trainer && !cohorts::teaches(web.store.read(), visitor.account.id, module).await? {
        return Err(WebError::Refused(Refusal("frame-refused-marks-module")));
    }
    Ok(())
}

/// What a component is called, the second session included.
fn component_name(talk: Talk, rules: &Rules, code: &str) -> String {
    let name = |own: &Component| if talk.lang == Lang::Ar { own.ar.clone() } else { own.fr.clone() };
    let own = rules.components.iter().find(|own| own.code == code).map(name);
    own.unwrap_or_else(|| talk.t("marks-resit").into_owned())
}

/// The codes of what marks can be given for, in order, the second session last.
fn components(rules: &Rules) -> Vec<String> {
    let resit = rules.has(Rules::RESIT).then(|| Rules::RESIT.to_owned());
    rules.components.iter().map(|own| own.code.clone()).chain(resit).collect()
}

/// A mark sheet that exists.
async fn sheet_of(web: &Web, id: &str) -> Result<Sheet, WebError> {
    Ok(store::sheet(web.store.read(), crate::common::id_of(id)?).await?)
}
