//! The pages of drills: the list, a drill, a try being typed, its result, and the trainee's own history.

mod drill;
mod list;
mod result;
mod typing;

use std::path::PathBuf;

use ::web::{Habilitation, Visitor, Web, WebError};
use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use desk::scripts::reader::Language;
use words::Lang;

use super::Family;
use super::shown::{entry_key, way_key};

/// What the handlers share.
#[derive(Clone, Debug)]
struct Room {
    web: Web,
    /// Where a school may keep recorded lines: `<drill code>/<number of the line>.wav`.
    recordings: PathBuf,
}

impl FromRef<Room> for Web {
    fn from_ref(room: &Room) -> Self {
        room.web.clone()
    }
}

/// The routes of drills; `recordings` is the folder in which a school may keep recorded lines.
pub fn routes(web: Web, recordings: PathBuf) -> Router {
    Router::new()
        .route("/drills", get(list::list))
        .route("/drills/history", get(result::history))
        .route("/drills/tables/{language}", get(typing::table))
        .route("/drills/tries/{id}", get(typing::show))
        .route("/drills/tries/{id}/text", post(typing::send))
        .route("/drills/tries/{id}/abandonment", post(typing::abandon))
        .route("/drills/tries/{id}/handover", post(result::hand_over))
        .route("/drills/tries/{id}/voice/{line}", get(typing::speak))
        .route("/drills/{code}", get(drill::show))
        .route("/drills/{code}/tries", post(drill::start))
        .with_state(Room { web, recordings })
}

/// Trainees take drills; trainers read them.
fn may_read(visitor: &Visitor) -> Result<(), WebError> {
    if visitor.may(Habilitation::Review).is_ok() { Ok(()) } else { visitor.may(Habilitation::Practise) }
}

fn family_key(family: Family) -> &'static str {
    match family {
        Family::Keys => "drills-family-keys",
        Family::Braille => "drills-family-braille",
        Family::Words => "drills-family-words",
        Family::Data => "drills-family-data",
        Family::Mails => "drills-family-mails",
    }
}

fn language_key(language: Language) -> &'static str {
    match language {
        Language::Fr => "drills-in-french",
        Language::Ar => "drills-in-arabic",
        Language::En => "drills-in-english",
    }
}

/// The same language for the pages.
fn lang_of(language: Language) -> Lang {
    match language {
        Language::Fr => Lang::Fr,
        Language::Ar => Lang::Ar,
        Language::En => Lang::En,
    }
}
