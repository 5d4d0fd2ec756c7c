//! The pages of councils.

mod codes;
mod list;
mod one;
mod sitting;
mod told;

use ::store::Moment;
use ::web::{Routes, Web, WebError};
use desk::clients::Day;
use words::{Lang, Talk};

use super::store::{self, Council};
use super::{Code, Kind};
use crate::common::id_of;

pub(super) const PLACE: &str = "/year/councils";

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list::show)
        .post(PLACE, list::open)
        .page("/year/councils/codes", codes::show)
        .post("/year/councils/codes", codes::save)
        .page("/year/councils/{id}", one::show)
        .post("/year/councils/{id}", sitting::save)
        .post("/year/councils/{id}/seal", one::seal)
        .post("/year/councils/{id}/reopening", one::reopen)
        .get("/year/councils/{id}/minutes.txt", one::text)
        .with_state(web)
}

fn place_of(id: i64) -> String {
    format!("{PLACE}/{id}")
}

async fn council_of(web: &Web, id: &str) -> Result<Council, WebError> {
    Ok(store::council(web.store.read(), id_of(id)?).await?)
}

/// What a decision is called in the language of the page; English has no words of the institution and shows the French ones.
fn name_of(talk: Talk, fr: &str, ar: &str) -> String {
    if talk.lang == Lang::Ar { ar.to_owned() } else { fr.to_owned() }
}

/// A decision in a list of choices: code first.
fn choice_of(talk: Talk, own: &Code) -> (String, String) {
    (own.id.to_string(), format!("{} {}", own.code, name_of(talk, &own.fr, &own.ar)))
}

/// What is proposed, in the institution's words when it has some for it.
fn proposal_of(talk: Talk, codes: &[Code], kind: Kind, day: Day) -> String {
    let own = codes.iter().find(|own| own.kind == kind && own.stands(day));
    own.map_or_else(|| talk.t(kind.key()).into_owned(), |own| name_of(talk, &own.fr, &own.ar))
}

/// Today, and never before the last seal.
async fn today(web: &Web) -> Result<Day, WebError> {
    let last = store::last_sealed(web.store.read()).await?;
    Ok(Day::of(Moment(web.clock().now().0.max(last)), web.config.offset_minutes))
}
