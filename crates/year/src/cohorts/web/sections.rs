//! A section: who is in it, who left it, and its form.

use ::store::StoreError;
use ::web::{Answer, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::PLACE;
use super::promotions::{read_section, section_fields};
use crate::cohorts::State as Standing;
use crate::cohorts::store::{self, Section, Trainee};
use crate::common::{id_of, school};

/// A trainee on one line.
pub(super) struct Line {
    pub id: i64,
    pub name: String,
    /// The same in the other script, when the record holds it.
    pub other: Option<String>,
    pub number: String,
    pub state: Standing,
}

/// The lines of trainees by name, as the person reads names.
pub(super) fn lines(visitor: &Visitor, trainees: Vec<Trainee>) -> Vec<Line> {
    let mut lines = unsorted(visitor, trainees);
    lines.sort_by(|one, other| (&one.name, &one.number).cmp(&(&other.name, &other.number)));
    lines
}

/// The same in the order given.
pub(super) fn unsorted(visitor: &Visitor, trainees: Vec<Trainee>) -> Vec<Line> {
    let script = visitor.preferences.script;
    let line = |own: Trainee| Line {
        id: own.id,
        name: own.filed(script),
        other: own.filed_in_other(script),
        state: own.state(),
        number: own.number,
    };
    trainees.into_iter().map(line).collect()
}

#[derive(Template)]
#[template(path = "cohorts/section.html")]
struct SectionPage {
    page: Page,
    section: Section,
    room: String,
    /// True when the section has more trainees than its room has places.
    crowded: bool,
    /// The code of the programme, for its internship sheet.
    programme: &'static str,
    trainees: Vec<Line>,
    former: Vec<Line>,
    form: Option<Form>,
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    section: Section,
    version: i64,
    typed: Option<&Fields>,
    errors: &[FieldError],
) -> Result<SectionPage, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let (members, former, rooms) =
        tokio::try_join!(store::members(db, section.id), store::former_members(db, section.id), store::rooms(db))?;
    let own_room = rooms.iter().find(|room| room.id == section.room_id);
    let crowded = own_room.is_some_and(|room| i64::try_from(members.len()).unwrap_or(0) > room.capacity);
    let form = visitor.may(Habilitation::KeepYear).is_ok().then(|| {
        let mut values = Fields::default();
        values.set("code", section.code.as_str());
        values.set("room", if section.room_id == 0 { String::new() } else { section.room_id.to_string() });
        let place = format!("{PLACE}/sections/{}", section.id);
        let fields = section_fields(talk, rooms.iter().map(|room| (room.id, room.name.clone())));
        Form::new(talk, &*place, &*place, "cohorts-save")
            .fields(fields, typed.unwrap_or(&values), errors)
            .hidden("version", version.to_string())
    });
    let args = [("code", Arg::from(section.code.as_str())), ("promotion", Arg::from(section.promotion.as_str()))];
    let title = talk.with("cohorts-section-title", &args);
    let wrong = form.as_ref().is_some_and(Form::is_wrong);
    let page = Page::titled(web, visitor, title).await?.under(PLACE).document().wrong(wrong);
    Ok(SectionPage {
        room: own_room.map_or_else(String::new, |room| room.name.clone()),
        crowded,
        programme: &school::programme::programme().sheet.code,
        trainees: lines(visitor, members),
        former: lines(visitor, former),
        page,
        section,
        form,
    })
}

/// One section.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let section = store::section(web.store.read(), id_of(&id)?).await?;
    let version = section.version;
    Page::show(&page_of(&web, &visitor, section, version, None, &[]).await?)
}

/// Changes code and room of a section.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let section = store::section(web.store.read(), id_of(&id)?).await?;
    let mut version = fields.get("version").parse().unwrap_or(0);
    let errors = match read_section(&web, &fields).await? {
        Err(errors) => errors,
        Ok((code, room)) => {
            let change = web.store.begin(school(&visitor)).await?;
            let key = match store::change_section(&change, &section, version, &code, room).await {
                Ok(()) => {
                    change.commit().await?;
                    sessions::tell(&web, &visitor, "cohorts-saved").await?;
                    return Ok(see_other(&format!("{PLACE}/sections/{}", section.id)));
                }
                Err(StoreError::Stale) => {
                    version = section.version;
                    "cohorts-error-stale"
                }
                Err(StoreError::Duplicate(_)) => "cohorts-error-taken",
                Err(error) => return Err(error.into()),
            };
            vec![FieldError { field: "code".to_owned(), key, args: vec![] }]
        }
    };
    Page::show_wrong(&page_of(&web, &visitor, section, version, Some(&fields), &errors).await?)
}
