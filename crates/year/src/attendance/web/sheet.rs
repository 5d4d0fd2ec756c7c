//! The sheet of a session: one choice for each trainee, one key each. What two people keep at once is never lost: each field
//! remembers what its reader saw.

use std::collections::BTreeMap;

use ::store::{Once, StoreError, spend};
use ::web::{Answer, Field, FieldError, Fields, Form, Page, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::may_keep;
use crate::attendance::Presence;
use crate::attendance::store::{self, Cell};
use crate::cohorts::{self, Trainee, led_to};
use crate::common::{id_of, school, shown_day, today};
use crate::timetable::{self, Lesson};

struct Row {
    name: String,
    number: String,
    presence: Option<Presence>,
}

#[derive(Template)]
#[template(path = "attendance/sheet.html")]
struct SheetPage {
    page: Page,
    lesson: Lesson,
    hours: String,
    trainer: String,
    /// Why no sheet can be kept: it was called off, or is to come.
    closed: Option<&'static str>,
    form: Option<Form>,
    rows: Vec<Row>,
}

fn place_of(lesson: i64) -> String {
    format!("/attendance/lessons/{lesson}")
}

fn field_of(trainee: i64) -> String {
    format!("p-{trainee}")
}

fn seen_of(trainee: i64) -> String {
    format!("seen-{trainee}")
}

/// A session with who was to be there, and what stands of its sheet: the word and who wrote it.
struct Sheet {
    lesson: Lesson,
    people: Vec<Trainee>,
    lines: BTreeMap<i64, (String, String)>,
}

impl Sheet {
    async fn read(web: &Web, visitor: &Visitor, id: &str) -> Result<Self, WebError> {
        let db = web.store.read();
        let lesson = timetable::lesson(db, id_of(id)?).await?;
        may_keep(visitor, &lesson)?;
        let (mut people, lines) =
            tokio::try_join!(cohorts::members_on(db, lesson.section_id, &lesson.on_day), store::sheet(db, lesson.id))?;
        let script = visitor.preferences.script;
        cohorts::in_order(&mut people, script);
        let lines = lines.into_iter().map(|line| (line.trainee_id, (line.state, line.who))).collect();
        Ok(Self { lesson, people, lines })
    }

    fn stands(&self, trainee: i64) -> Option<Presence> {
        self.lines.get(&trainee).and_then(|(word, _)| Presence::parse(word))
    }

    fn closed(&self, web: &Web) -> Option<&'static str> {
        if self.lesson.is_cancelled() {
            Some("attendance-cancelled")
        } else if self.lesson.on_day > today(web).to_string() {
            Some("attendance-to-come")
        } else {
            None
        }
    }
}

fn word(presence: Option<Presence>) -> &'static str {
    presence.map_or("", Presence::code)
}

/// What each field shows and remembers. A field that the person did not touch takes what stands now; everybody of a new sheet is
/// shown as present.
fn merged(sheet: &Sheet, typed: Option<&Fields>, told: &[FieldError]) -> Fields {
    let mut fields = Fields::default();
    for own in &sheet.people {
        let (field, seen) = (field_of(own.id), seen_of(own.id));
        let now = sheet.stands(own.id);
        let touched = typed.filter(|typed| typed.has(&field) && typed.get(&field) != typed.get(&seen));
        match touched {
            Some(typed) => {
                // Who was told of the other's choice has seen it.
                let conflict = told.iter().any(|error| error.field == field);
                fields.set(&field, typed.get(&field));
                fields.set(&seen, if conflict { word(now) } else { typed.get(&seen) });
            }
            None => {
                fields.set(&field, now.unwrap_or(Presence::Present).code());
                fields.set(&seen, word(now));
            }
        }
    }
    fields
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    sheet: Sheet,
    typed: Option<&Fields>,
    errors: &[FieldError],
    restored: bool,
) -> Result<SheetPage, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let place = place_of(sheet.lesson.id);
    let values = merged(&sheet, typed, errors);
    let choices = Presence::ALL.map(|own| (own.code().to_owned(), talk.t(own.key()).into_owned()));
    let field = |own: &Trainee| {
        let field = Field::select(talk, field_of(own.id), "attendance-presence", choices.to_vec());
        // A name leaves no room for its choice on 20 cells: there the number comes first and the name is the hint.
        if talk.short {
            field.labelled(&own.number).hinted(&own.filed(script))
        } else {
            field.labelled(&own.filed(script))
        }
    };
    let closed = sheet.closed(web);
    let form = (closed.is_none() && !sheet.people.is_empty()).then(|| {
        let fields = sheet.people.iter().map(field).collect();
        let form = Form::new(talk, &*place, &*place, "attendance-keep").fields(fields, &values, errors).kept(restored);
        let once = typed.map(|typed| typed.get("once").to_owned()).filter(|once| !once.is_empty() && !restored);
        let form = form.hidden("once", once.unwrap_or_else(|| web.chance.token(16)));
        sheet.people.iter().fold(form, |form, own| form.hidden(&seen_of(own.id), values.get(&seen_of(own.id))))
    });
    let row =
        |own: &Trainee| Row { name: own.filed(script), number: own.number.clone(), presence: sheet.stands(own.id) };
    let calendar = timetable::calendar(web.store.read()).await?;
    let args = [
        ("module", Arg::ltr(&sheet.lesson.module)),
        ("section", Arg::from(sheet.lesson.section.as_str())),
        ("day", Arg::ltr(&shown_day(&sheet.lesson.on_day))),
    ];
    let page = Page::titled(web, visitor, talk.with("attendance-sheet-title", &args)).await?;
    Ok(SheetPage {
        page: page.under("/timetable").document().wrong(!errors.is_empty()),
        hours: calendar.hours(sheet.lesson.from_slot, sheet.lesson.slots),
        trainer: sheet.lesson.trainer(script),
        closed,
        form,
        rows: sheet.people.iter().map(row).collect(),
        lesson: sheet.lesson,
    })
}

/// The sheet; what was chosen and not saved is there again.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let sheet = Sheet::read(&web, &visitor, &id).await?;
    let kept = drafts::draft(&web, &visitor, &place_of(sheet.lesson.id)).await?;
    let restored = kept.is_some();
    Page::show(&page_of(&web, &visitor, sheet, kept.as_ref(), &[], restored).await?)
}

/// What is to be written, and what is wrong.
fn read(visitor: &Visitor, sheet: &Sheet, fields: &Fields) -> (Vec<Cell>, Vec<FieldError>) {
    let (mut cells, mut errors) = (vec![], vec![]);
    for own in &sheet.people {
        let field = field_of(own.id);
        if !fields.has(&field) {
            continue;
        }
        let wrong = |key, args| FieldError { field: field.clone(), key, args };
        let Some(new) = Presence::parse(fields.get(&field)) else {
            errors.push(wrong("frame-error-choice", vec![]));
            continue;
        };
        let (seen, stands) = (Presence::parse(fields.get(&seen_of(own.id))), sheet.stands(own.id));
        if stands == Some(new) {
            continue;
        }
        // A field that nobody touched does not undo what somebody else wrote meanwhile.
        if stands != seen && seen == Some(new) {
            continue;
        }
        if stands != seen {
            let who = sheet.lines.get(&own.id).map_or("", |(_, who)| who.as_str());
            let theirs = stands.map_or_else(String::new, |own| visitor.talk().t(own.key()).into_owned());
            errors
                .push(wrong("attendance-error-conflict", vec![("who", Arg::from(who)), ("state", Arg::from(theirs))]));
            continue;
        }
        cells.push(Cell { trainee: own.id, old: stands, new });
    }
    (cells, errors)
}

/// Keeps the sheet, all or nothing. A correction keeps what stood before in the journal.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let sheet = Sheet::read(&web, &visitor, &id).await?;
    let place = place_of(sheet.lesson.id);
    if let Some(reason) = sheet.closed(&web) {
        return Err(WebError::Conflict(reason));
    }
    if led_to(web.store.read(), fields.get("once")).await?.is_some() {
        return Ok(see_other(&place));
    }
    let (cells, errors) = read(&visitor, &sheet, &fields);
    if !errors.is_empty() {
        drafts::keep(&web, &visitor, &place, fields.clone()).await?;
        return Page::show_wrong(&page_of(&web, &visitor, sheet, Some(&fields), &errors, false).await?);
    }
    if !cells.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::keep(&change, sheet.lesson.id, &cells).await {
            Ok(()) => {
                if spend(&change, fields.get("once"), &place).await? == Once::First {
                    change.commit().await?;
                }
            }
            Err(StoreError::Stale) => {
                // Somebody wrote between the reading and the writing: the page tells whose choice stands.
                drop(change);
                let sheet = Sheet::read(&web, &visitor, &id).await?;
                let (_, errors) = read(&visitor, &sheet, &fields);
                return Page::show_wrong(&page_of(&web, &visitor, sheet, Some(&fields), &errors, false).await?);
            }
            Err(error) => return Err(error.into()),
        }
    }
    drafts::forget(&web, &visitor, &place).await?;
    let told = visitor.talk().with("attendance-kept", &[("n", Arg::from(cells.len()))]);
    sessions::notify(&web, &visitor, told).await?;
    Ok(see_other(&place))
}
