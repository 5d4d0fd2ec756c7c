//! What stands on each paper.

mod blank;
mod certificate;
mod meeting;
mod sealed;
mod session;
mod table;

pub(super) use self::sealed::transcripts as transcripts_of;
pub(super) use self::table::marks_table;

use ::store::{ConnectionTrait, StoreError};
use ::web::WebError;
use ::web::preferences::Script;
use names::NameFields;
use words::{Lang, Talk};

use super::{Cell, Kind, Paper, Part};
use crate::cohorts::Trainee;
use crate::common::{filed, filed_in_other, id_of};

/// The papers that an address asks for; several for a whole section. `today` is the day that certificates bear, as people read it.
pub(super) async fn make(
    db: &impl ConnectionTrait,
    talk: Talk,
    kind: Kind,
    id: &str,
    today: &str,
) -> Result<Vec<Paper>, WebError> {
    let one = |paper| Ok(vec![paper]);
    match kind {
        Kind::Transcript => one(sealed::transcript(db, talk, id_of(id)?).await?),
        Kind::Transcripts => sealed::transcripts(db, talk, id_of(id)?).await,
        Kind::Minutes => one(sealed::minutes(db, talk, id_of(id)?).await?),
        Kind::School => one(certificate::school(db, talk, id_of(id)?, today).await?),
        Kind::Success => one(certificate::success(db, talk, id_of(id)?, today).await?),
        Kind::Grid => one(blank::grid(talk, id)?),
        Kind::Internship => one(blank::internship(db, talk, id).await?),
        Kind::Attendance => one(session::attendance(db, talk, id_of(id)?).await?),
        Kind::Week => one(session::week(db, talk, id, today).await?),
        Kind::Meeting => one(meeting::report(db, talk, id_of(id)?).await?),
    }
}

/// The script of the language of a paper.
fn script_of(talk: Talk) -> Script {
    if talk.lang == Lang::Ar { Script::Arabic } else { Script::Latin }
}

/// The name as the paper writes it: in its own script first, then in the other one.
fn names_of(talk: Talk, name: &NameFields) -> (String, Option<String>) {
    let script = script_of(talk);
    (filed(name, script), filed_in_other(name, script))
}

/// Who a paper is about.
fn about(talk: Talk, trainee: &Trainee) -> Part {
    let (name, other) = names_of(talk, &trainee.name());
    let label = |key| talk.t(key).into_owned();
    let mut facts = vec![(label("papers-name"), Cell::words(name))];
    facts.extend(other.map(|other| (label("papers-name-other"), Cell::words(other))));
    facts.push((label("papers-register"), Cell::figures(trainee.number.as_str())));
    if !trainee.birth_date.is_empty() {
        facts.push((label("papers-born"), Cell::figures(crate::common::shown_day(&trainee.birth_date))));
    }
    Part::Facts(facts)
}

/// A module as a table names it.
fn module_name(talk: Talk, code: &str) -> String {
    let module = school::programme::programme().module(code);
    module.map_or_else(|| code.to_owned(), |own| format!("{code} {}", own.title.get(talk.lang.code())))
}

/// The programme of the house, when it is the one that is named.
fn programme_title(talk: Talk, code: &str) -> String {
    let sheet = &school::programme::programme().sheet;
    if sheet.code == code { sheet.title.get(talk.lang.code()).to_owned() } else { String::new() }
}

fn not_found<T>() -> Result<T, WebError> {
    Err(StoreError::NotFound.into())
}
