//! Judging a session that somebody wants, saying what stands in the way, and writing what does not.

use std::collections::BTreeSet;

use ::store::{Change, StoreError};
use ::web::{Answer, FieldError, Fields, Page, Visitor, Web, WebError, see_other, sessions};
use words::Arg;

use super::page::{Typed, Which, page_of};
use crate::timetable::judge::{clashes, unusual};
use crate::timetable::rules::Warning;
use crate::timetable::store::{self, Edit, Lesson};
use crate::timetable::web::{said, week_place};
use crate::timetable::{Deed, Placed};

/// What came of judging sessions inside a change.
pub(in crate::timetable::web) enum Judged {
    Fine,
    Clash(Vec<FieldError>),
    Unusual(Vec<String>),
}

/// Judges sessions beside what stands; what is unusual is fine when the person said so.
pub(in crate::timetable::web) async fn judge(
    change: &Change,
    visitor: &Visitor,
    placed: &[Placed],
    own: &BTreeSet<i64>,
    anyway: bool,
) -> Result<Judged, WebError> {
    let calendar = store::calendar(&**change).await?;
    let clashes = clashes(&**change, &calendar, placed, own).await?;
    if !clashes.is_empty() {
        return Ok(Judged::Clash(said::errors(visitor, &calendar, &clashes)));
    }
    if anyway {
        return Ok(Judged::Fine);
    }
    let found: Vec<Warning> = unusual(&**change, &calendar, placed, own).await?;
    let Some(first) = placed.first() else { return Ok(Judged::Fine) };
    let said: Vec<String> = found.iter().map(|warning| said::warning(visitor, first, warning)).collect();
    Ok(if said.is_empty() { Judged::Fine } else { Judged::Unusual(said) })
}

/// The page again, with what stands in the way or is unusual.
pub(in crate::timetable::web) async fn told(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Lesson>,
    which: Which,
    fields: &Fields,
    judged: Judged,
) -> Answer {
    let mut typed = Typed { which, values: Some(fields), ..Typed::default() };
    match judged {
        Judged::Fine => {}
        Judged::Clash(errors) => typed.errors = errors,
        Judged::Unusual(warnings) => {
            typed.errors = vec![FieldError { field: "anyway".to_owned(), key: "timetable-error-anyway", args: vec![] }];
            typed.warnings = warnings;
        }
    }
    Page::show_wrong(&page_of(web, visitor, own, typed).await?)
}

/// The field at which somebody is told that another person was faster.
fn stale_field(which: Which) -> &'static str {
    match which {
        Which::Place => "day",
        Which::Substitute => "substitute",
        Which::Cancel => "why_not",
        Which::Remove => "which",
    }
}

/// Writes edits and says what was done; when somebody else changed a session meanwhile, the page shows what stands now.
pub(in crate::timetable::web) async fn settle(
    web: &Web,
    visitor: &Visitor,
    change: Change,
    deed: Deed,
    edits: &[Edit],
    (own, which, fields): (&Lesson, Which, &Fields),
) -> Answer {
    match store::alter(&change, deed, edits).await {
        Ok(()) => {}
        Err(StoreError::Stale) => {
            drop(change);
            let now = store::lesson(web.store.read(), own.id).await?;
            let error = FieldError { field: stale_field(which).to_owned(), key: "timetable-error-stale", args: vec![] };
            return told(web, visitor, Some(&now), which, fields, Judged::Clash(vec![error])).await;
        }
        Err(error) => return Err(error.into()),
    }
    change.commit().await?;
    let key = match deed {
        Deed::Substituted => "timetable-did-substitute",
        Deed::Cancelled => "timetable-did-cancel",
        Deed::Removed => "timetable-did-remove",
        _ => "timetable-did-move",
    };
    let told = visitor.talk().with(key, &[("n", Arg::from(edits.len()))]);
    sessions::notify(web, visitor, told).await?;
    let day = edits.first().map_or(own.on_day.as_str(), |edit| edit.to.day.as_str());
    Ok(see_other(&week_place(own.section_id, day)))
}
