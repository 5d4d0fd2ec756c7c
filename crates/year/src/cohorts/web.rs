//! The pages of the people of the school.

mod accommodation;
mod imports;
mod institution;
mod logo;
mod moves;
mod places;
mod promotions;
mod sections;
mod trainees;
mod trainers;

use ::web::{Answer, Field, Habilitation, Page, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::State;
use words::Talk;

use super::store::{self, Counted, Institution, Promotion};
use crate::common::shown_day;

pub(super) const PLACE: &str = "/year";

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, home)
        .page("/year/institution", institution::open)
        .post("/year/institution", institution::save)
        .get("/year/institution/logo", logo::show)
        .post("/year/institution/logo/file", logo::receive)
        .post("/year/institution/logo/removal", logo::remove)
        .page("/year/places", places::list)
        .post("/year/campuses", places::save_campus)
        .post("/year/rooms", places::save_room)
        .page("/year/trainers", trainers::list)
        .page("/year/trainers/{id}", trainers::open)
        .post("/year/trainers/{id}", trainers::save)
        .page("/year/promotions/{id}", promotions::show)
        .page("/year/promotions/{id}/edit", promotions::open)
        .post("/year/promotions/{id}/edit", promotions::save)
        .post("/year/promotions/{id}/sections", promotions::add_section)
        .page("/year/sections/{id}", sections::show)
        .post("/year/sections/{id}", sections::save)
        .page("/year/trainees", trainees::list)
        .page("/year/trainees/{id}", trainees::show)
        .page("/year/trainees/{id}/edit", trainees::open)
        .post("/year/trainees/{id}/edit", trainees::save)
        .post("/year/trainees/{id}/state", moves::state)
        .post("/year/trainees/{id}/section", moves::section)
        .page("/year/trainees/{id}/accommodation", accommodation::open)
        .post("/year/trainees/{id}/accommodation", accommodation::save)
        .page("/year/imports", imports::list)
        .post("/year/imports/file", imports::receive)
        .page("/year/imports/{id}", imports::show)
        .post("/year/imports/{id}/columns", imports::map)
        .post("/year/imports/{id}/enrolment", imports::enrol)
        .post("/year/imports/{id}/reversal", imports::revert)
        .with_state(web)
}

/// A promotion with its sections.
struct Shown {
    promotion: Promotion,
    starts: String,
    sections: Vec<Counted>,
}

#[derive(Template)]
#[template(path = "cohorts/home.html")]
struct HomePage {
    page: Page,
    name: String,
    promotions: Vec<Shown>,
    may_keep: bool,
}

/// The promotions and their sections: where the year begins.
async fn home(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let db = web.store.read();
    let (own, promotions, sections) =
        tokio::try_join!(store::institution(db), store::promotions(db), store::sections(db, None))?;
    let shown = |promotion: Promotion| Shown {
        starts: shown_day(&promotion.starts_on),
        sections: sections.iter().filter(|own| own.promotion_id == promotion.id).cloned().collect(),
        promotion,
    };
    let promotions = promotions.into_iter().map(shown).collect();
    let page = Page::new(&web, &visitor, "cohorts-title").await?.under(PLACE).document();
    let name = institution_name(page.talk, &own);
    Page::show(&HomePage { page, name, promotions, may_keep: visitor.may(Habilitation::KeepYear).is_ok() })
}

/// The name of the institution in the language of the page; in the other one when it has no other.
fn institution_name(talk: Talk, own: &Institution) -> String {
    let (first, second) =
        if talk.lang == words::Lang::Ar { (&own.name_ar, &own.name_fr) } else { (&own.name_fr, &own.name_ar) };
    if first.is_empty() { second.clone() } else { first.clone() }
}

/// The four fields of a name.
fn name_fields(talk: Talk) -> Vec<Field> {
    vec![
        Field::line(talk, "family_latin", "cohorts-family-latin").hint(talk, "cohorts-hint-name"),
        Field::line(talk, "given_latin", "cohorts-given-latin"),
        Field::line(talk, "family_arabic", "cohorts-family-arabic").in_language("ar"),
        Field::line(talk, "given_arabic", "cohorts-given-arabic").in_language("ar"),
    ]
}

/// The sections to choose from, with their promotion; the empty choice first when there is one.
async fn section_choices(web: &Web, empty: Option<String>) -> Result<Vec<(String, String)>, WebError> {
    let sections = store::sections(web.store.read(), None).await?;
    let choice = |own: Counted| (own.id.to_string(), format!("{} {}", own.code, own.promotion));
    let empty = empty.map(|text| (String::new(), text));
    Ok(empty.into_iter().chain(sections.into_iter().map(choice)).collect())
}
