//! All councils, the last first, and the form that opens one.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Query, State};
use school::programme::programme;
use serde::Deserialize;
use words::Arg;

use super::{PLACE, place_of};
use crate::cohorts::{self, led_to};
use crate::common::{school, shown_day};
use crate::council::store::{self, Council};

/// Where a page begins, and the section that a link came from.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    after: Option<i64>,
    section: Option<i64>,
}

struct Line {
    id: i64,
    name: String,
    number: String,
    held: String,
    sealed: bool,
    again: bool,
}

#[derive(Template)]
#[template(path = "council/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    next: Option<i64>,
    form: Option<Form>,
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    asked: &Asked,
    typed: &Fields,
    errors: &[FieldError],
) -> Result<ListPage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let found = store::list(db, asked.after).await?;
    let line = |own: Council| {
        let args = [
            ("section", Arg::from(own.section.as_str())),
            ("promotion", Arg::from(own.promotion.as_str())),
            ("semester", Arg::from(own.semester)),
        ];
        Line {
            name: talk.with("council-line", &args),
            number: if own.number > 0 { format!("{}/{}", own.number, own.year) } else { String::new() },
            held: shown_day(&own.held_on),
            sealed: own.is_sealed(),
            again: own.version > 1,
            id: own.id,
        }
    };
    let form = if visitor.may(Habilitation::KeepYear).is_ok() {
        let sections = cohorts::sections(db, None).await?;
        let sections = sections.into_iter().map(|own| (own.id.to_string(), format!("{} {}", own.code, own.promotion)));
        let semesters = (1..=programme().sheet.semesters).map(|number| (number.to_string(), number.to_string()));
        let fields = vec![
            Field::select(talk, "section", "cohorts-section", sections.collect()).required(talk),
            Field::select(talk, "semester", "council-semester", semesters.collect()).required(talk),
        ];
        let mut values = typed.clone();
        if let (Some(section), false) = (asked.section, typed.has("section")) {
            values.set("section", section.to_string());
        }
        let once = if typed.get("once").is_empty() { web.chance.token(16) } else { typed.get("once").to_owned() };
        Some(Form::new(talk, PLACE, PLACE, "council-open").fields(fields, &values, errors).hidden("once", once))
    } else {
        None
    };
    let page = Page::new(web, visitor, "council-title").await?.under("/year").wrong(!errors.is_empty());
    Ok(ListPage { page, lines: found.rows.into_iter().map(line).collect(), next: found.next, form })
}

/// Every council.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    Page::show(&page_of(&web, &visitor, &asked, &Fields::default(), &[]).await?)
}

/// Opens the council of a section's semester; where there is one, leads to it.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    if let Some(place) = led_to(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place));
    }
    let mut check = Check::new(&fields);
    let db = web.store.read();
    let sections = cohorts::sections(db, None).await?;
    let section = sections.iter().map(|own| own.id).find(|id| id.to_string() == fields.get("section"));
    if section.is_none() {
        check.wrong("section", "cohorts-error-choose-section");
    }
    let last = i64::from(programme().sheet.semesters);
    let semester = fields.get("semester").parse::<i64>().ok().filter(|number| (1..=last).contains(number));
    if semester.is_none() {
        check.wrong("semester", "frame-error-choice");
    }
    let (Some(section), Some(semester)) = (section, semester) else {
        return Page::show_wrong(&page_of(&web, &visitor, &Asked::default(), &fields, &check.errors).await?);
    };
    if let Some(own) = store::latest(db, section, semester).await? {
        sessions::tell(&web, &visitor, "council-there").await?;
        return Ok(see_other(&place_of(own.id)));
    }
    let change = web.store.begin(school(&visitor)).await?;
    let id = match store::open(&change, section, semester).await {
        Ok(id) => id,
        Err(StoreError::Duplicate(_)) => {
            drop(change);
            let own = store::latest(db, section, semester).await?.ok_or(WebError::NotFound)?;
            return Ok(see_other(&place_of(own.id)));
        }
        Err(error) => return Err(error.into()),
    };
    if let Once::Again(place) = spend(&change, fields.get("once"), &place_of(id)).await? {
        return Ok(see_other(&place));
    }
    change.commit().await?;
    sessions::tell(&web, &visitor, "council-opened").await?;
    Ok(see_other(&place_of(id)))
}
