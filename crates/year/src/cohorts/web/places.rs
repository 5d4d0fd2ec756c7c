//! Campuses and rooms, on one page: the list, and the forms to add or correct one.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use words::{Lang, Talk};

use super::PLACE;
use crate::cohorts::store::{self, Campus, Room};
use crate::cohorts::{CODE, NAME};
use crate::common::school;

const LIST: &str = "/year/places";
/// The most people that a room is said to hold.
const MOST_PLACES: i64 = 1_000;

/// Which record the forms correct; nothing to add one.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Asked {
    campus: Option<i64>,
    room: Option<i64>,
}

struct Line {
    id: i64,
    name: String,
    rooms: Vec<Room>,
}

#[derive(Template)]
#[template(path = "cohorts/places.html")]
struct PlacesPage {
    page: Page,
    lines: Vec<Line>,
    may_keep: bool,
    campus: Form,
    /// Nothing before there is a campus.
    room: Option<Form>,
    /// True when the form of a campus, or of a room, corrects one.
    corrects: (bool, bool),
}

fn name_of(talk: Talk, campus: &Campus) -> String {
    let name = if talk.lang == Lang::Ar { &campus.name_ar } else { &campus.name_fr };
    name.clone()
}

/// What one of the two forms holds again after an error.
#[derive(Default)]
struct Typed {
    campus: (Fields, Vec<FieldError>),
    room: (Fields, Vec<FieldError>),
}

async fn page_of(web: &Web, visitor: &Visitor, asked: Asked, mut typed: Typed) -> Result<PlacesPage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let (campuses, rooms) = tokio::try_join!(store::campuses(db), store::rooms(db))?;
    let campus = match asked.campus {
        Some(id) => Some(campuses.iter().find(|own| own.id == id).ok_or(WebError::NotFound)?),
        None => None,
    };
    let room = match asked.room {
        Some(id) => Some(rooms.iter().find(|own| own.id == id).ok_or(WebError::NotFound)?),
        None => None,
    };
    if let (Some(own), true) = (campus, typed.campus.0.0.is_empty()) {
        typed.campus.0.set("name_fr", own.name_fr.as_str());
        typed.campus.0.set("name_ar", own.name_ar.as_str());
    }
    if let (Some(own), true) = (room, typed.room.0.0.is_empty()) {
        typed.room.0.set("name", own.name.as_str());
        typed.room.0.set("capacity", own.capacity.to_string());
    }
    let hidden = |form: Form, id: Option<(i64, i64)>| match id {
        Some((id, version)) => form.hidden("id", id.to_string()).hidden("version", version.to_string()),
        None => form.hidden("once", web.chance.token(16)),
    };
    let button = |corrects: bool, add: &'static str| if corrects { "cohorts-save" } else { add };
    let fields = vec![
        Field::line(talk, "name_fr", "cohorts-name-fr").in_language("fr").required(talk),
        Field::line(talk, "name_ar", "cohorts-name-ar").in_language("ar").required(talk),
    ];
    let campus_form = Form::new(talk, "/year/campuses", LIST, button(campus.is_some(), "cohorts-campus-add"));
    let campus_form = campus_form.fields(fields, &typed.campus.0, &typed.campus.1);
    let campus_form = hidden(campus_form, campus.map(|own| (own.id, own.version)));
    let mut fields = vec![
        Field::line(talk, "name", "cohorts-room-name").required(talk),
        Field::line(talk, "capacity", "cohorts-capacity").required(talk),
    ];
    if room.is_none() {
        let choices = campuses.iter().map(|own| (own.id.to_string(), name_of(talk, own))).collect();
        fields.insert(0, Field::select(talk, "campus", "cohorts-campus", choices).required(talk));
    }
    let room_form = Form::new(talk, "/year/rooms", LIST, button(room.is_some(), "cohorts-room-add"));
    let room_form = room_form.fields(fields, &typed.room.0, &typed.room.1);
    let room_form = hidden(room_form, room.map(|own| (own.id, own.version)));
    let wrong = campus_form.is_wrong() || room_form.is_wrong();
    let page = Page::new(web, visitor, "cohorts-places").await?.under(PLACE).wrong(wrong);
    let corrects = (campus.is_some(), room.is_some());
    let line = |own: &Campus| Line {
        id: own.id,
        name: name_of(talk, own),
        rooms: rooms.iter().filter(|room| room.campus_id == own.id).cloned().collect(),
    };
    let lines: Vec<Line> = campuses.iter().map(line).collect();
    let room = (!lines.is_empty()).then_some(room_form);
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    Ok(PlacesPage { page, lines, may_keep, campus: campus_form, room, corrects })
}

/// The campuses with their rooms.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    Page::show(&page_of(&web, &visitor, asked, Typed::default()).await?)
}

fn number(fields: &Fields, name: &str) -> i64 {
    fields.get(name).parse().unwrap_or(0)
}

/// Ends a change that adds or corrects, and says so; what went wrong otherwise, as an error of a field.
async fn settle(
    web: &Web,
    visitor: &Visitor,
    change: ::store::Change,
    fields: &Fields,
    done: ::store::Result<()>,
    field: &str,
) -> Result<Option<FieldError>, WebError> {
    let error = |key| Ok(Some(FieldError { field: field.to_owned(), key, args: vec![] }));
    match done {
        Ok(()) if fields.get("id").is_empty() && spend(&change, fields.get("once"), LIST).await? != Once::First => {
            return Ok(None);
        }
        Ok(()) => change.commit().await?,
        Err(StoreError::Stale) => return error("cohorts-error-stale"),
        Err(StoreError::Duplicate(_)) => return error("cohorts-error-taken"),
        Err(other) => return Err(other.into()),
    }
    sessions::tell(web, visitor, "cohorts-saved").await?;
    Ok(None)
}

/// Adds a campus, or renames one.
pub(super) async fn save_campus(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let mut check = Check::new(&fields);
    let fr = check.required("name_fr", NAME, "cohorts-error-institution");
    let ar = check.required("name_ar", NAME, "cohorts-error-institution");
    let mut errors = check.errors;
    let id = number(&fields, "id");
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        let done = if id > 0 {
            store::change_campus(&change, id, number(&fields, "version"), [&fr, &ar]).await
        } else {
            store::add_campus(&change, &fr, &ar).await.map(|_| ())
        };
        errors.extend(settle(&web, &visitor, change, &fields, done, "name_fr").await?);
    }
    if errors.is_empty() {
        return Ok(see_other(LIST));
    }
    let asked = Asked { campus: (id > 0).then_some(id), room: None };
    let typed = Typed { campus: (fields, errors), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, asked, typed).await?)
}

/// Adds a room, or corrects one.
pub(super) async fn save_room(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let mut check = Check::new(&fields);
    let name = check.required("name", CODE, "cohorts-error-room");
    let typed = names::fold::ascii_digits(&check.line("capacity", 10));
    let capacity = typed.parse().unwrap_or(0);
    if !(1..=MOST_PLACES).contains(&capacity) {
        check.wrong("capacity", "cohorts-error-capacity");
    }
    let (id, campus) = (number(&fields, "id"), number(&fields, "campus"));
    let (campuses, rooms) = tokio::try_join!(store::campuses(web.store.read()), store::rooms(web.store.read()))?;
    let own = rooms.into_iter().find(|own| own.id == id);
    if own.is_none() && (id > 0 || !campuses.iter().any(|own| own.id == campus)) {
        check.wrong("campus", "frame-error-choice");
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        let done = match own {
            Some(own) => {
                let read = Room { version: number(&fields, "version"), ..own };
                store::change_room(&change, &read, &name, capacity).await
            }
            None => store::add_room(&change, campus, &name, capacity).await.map(|_| ()),
        };
        errors.extend(settle(&web, &visitor, change, &fields, done, "name").await?);
    }
    if errors.is_empty() {
        return Ok(see_other(LIST));
    }
    let asked = Asked { room: (id > 0).then_some(id), campus: None };
    let typed = Typed { room: (fields, errors), ..Typed::default() };
    Page::show_wrong(&page_of(&web, &visitor, asked, typed).await?)
}
