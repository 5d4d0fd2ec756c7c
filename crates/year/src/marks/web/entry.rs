//! Entering the marks of a section for one component: a list of fields, one for each trainee. What two trainers type at once is
//! never lost: each field remembers what its reader saw, and a value that somebody else wrote meanwhile is shown, not replaced.

use std::collections::BTreeMap;

use ::store::{Change, Once, StoreError, spend};
use ::web::{Answer, Field, FieldError, Fields, Form, Page, Role, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::{Path, State};
use words::{Arg, Talk};

use super::{component_name, may_enter, sheet_of, sheet_place};
use crate::common::school;
use crate::marks::results::Results;
use crate::marks::store::{self, Session, Sheet};
use crate::marks::{Cell, Mark, MarkError};

#[derive(Template)]
#[template(path = "marks/entry.html")]
struct EntryPage {
    page: Page,
    sheet: Sheet,
    form: Option<Form>,
    component: String,
    sessions: Vec<ShownSession>,
}

struct ShownSession {
    session: String,
    who: String,
    when: String,
    marks: i64,
    /// True when the person may undo it and something is left to undo.
    undoable: bool,
}

fn place_of(sheet: i64, component: &str) -> String {
    format!("{}/{component}", sheet_place(sheet))
}

fn field_of(trainee: i64) -> String {
    format!("m-{trainee}")
}

fn seen_of(trainee: i64) -> String {
    format!("seen-{trainee}")
}

fn word(mark: Option<Mark>) -> String {
    mark.map_or_else(String::new, Mark::code)
}

/// What stands in the database for each trainee of the sheet, and who wrote it.
async fn standing(web: &Web, sheet: i64, component: &str) -> Result<BTreeMap<i64, (String, String)>, WebError> {
    let all = store::marks_of(web.store.read(), sheet).await?;
    let own = all.into_iter().filter(|own| own.component == component);
    Ok(own.map(|own| (own.trainee_id, (own.value, own.who))).collect())
}

/// What each field shows and remembers. A field that the person did not touch takes what stands now; one that they touched
/// keeps what they typed.
fn merged(talk: Talk, results: &Results, component: &str, typed: Option<&Fields>, told: &[FieldError]) -> Fields {
    let mut fields = Fields::default();
    for own in &results.people {
        let now = results.mark(own.id, component);
        let shown = now.map_or_else(String::new, |mark| mark.typed(talk));
        let (field, seen) = (field_of(own.id), seen_of(own.id));
        let touched = typed.filter(|typed| typed.has(&field)).filter(|typed| {
            let read = Mark::parse(typed.get(&field));
            read != Ok(Mark::stored(typed.get(&seen)))
        });
        match touched {
            Some(typed) => {
                // Who was told of the other's value has seen it.
                let conflict = told.iter().any(|error| error.field == field && error.key == "marks-error-conflict");
                fields.set(&field, typed.get(&field));
                fields.set(&seen, if conflict { word(now) } else { typed.get(&seen).to_owned() });
            }
            None => {
                fields.set(&field, shown);
                fields.set(&seen, word(now));
            }
        }
    }
    fields
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    (results, component): (Results, &str),
    typed: Option<&Fields>,
    errors: &[FieldError],
    restored: bool,
) -> Result<EntryPage, WebError> {
    let (talk, script) = (visitor.talk(), visitor.preferences.script);
    let place = place_of(results.sheet.id, component);
    let values = merged(talk, &results, component, typed, errors);
    let field = |own: &crate::cohorts::Trainee| {
        let field = Field::line(talk, field_of(own.id), "marks-mark").exact();
        // A name leaves no room for its mark on 20 cells: there the number comes first and the name is the hint.
        if talk.short {
            field.labelled(&own.number).hinted(&own.filed(script))
        } else {
            field.labelled(&own.filed(script))
        }
    };
    let form = (!results.people.is_empty()).then(|| {
        let fields = results.people.iter().map(field).collect();
        let form = Form::new(talk, &*place, &*place, "marks-save").fields(fields, &values, errors).kept(restored);
        let once = typed.map(|typed| typed.get("once").to_owned()).filter(|once| !once.is_empty() && !restored);
        let form = form.hidden("once", once.unwrap_or_else(|| web.chance.token(16)));
        results.people.iter().fold(form, |form, own| form.hidden(&seen_of(own.id), values.get(&seen_of(own.id))))
    });
    let name = component_name(talk, &results.rules, component);
    let args = [("module", Arg::ltr(&results.sheet.module)), ("component", Arg::from(name.as_str()))];
    let page = Page::titled(web, visitor, talk.with("marks-entry-title", &args))
        .await?
        .under("/year")
        .wrong(!errors.is_empty());
    let sessions = store::sessions_of(web.store.read(), results.sheet.id, component).await?;
    let studies = visitor.account.role == Role::Studies;
    let shown = |own: Session| ShownSession {
        when: page.when(&own.at),
        undoable: own.undone < own.marks && (studies || own.by_id == visitor.account.id.0),
        session: own.session,
        who: own.who,
        marks: own.marks,
    };
    let sessions = sessions.into_iter().map(shown).collect();
    Ok(EntryPage { page, sheet: results.sheet, form, component: component.to_owned(), sessions })
}

/// A sheet whose rules have the component, for somebody who may give marks in its module.
async fn ready(web: &Web, visitor: &Visitor, id: &str, component: &str) -> Result<Results, WebError> {
    let sheet = sheet_of(web, id).await?;
    may_enter(web, visitor, &sheet.module).await?;
    let results = Results::read(web.store.read(), sheet, visitor.preferences.script).await?;
    if results.rules.has(component) { Ok(results) } else { Err(WebError::NotFound) }
}

/// The fields, with what stands; what was typed and not saved is there again.
pub(super) async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, component)): Path<(String, String)>,
) -> Answer {
    let results = ready(&web, &visitor, &id, &component).await?;
    let kept = drafts::draft(&web, &visitor, &place_of(results.sheet.id, &component)).await?;
    let restored = kept.is_some();
    Page::show(&page_of(&web, &visitor, (results, &component), kept.as_ref(), &[], restored).await?)
}

/// What is to be written, and what is wrong.
fn read(
    talk: Talk,
    results: &Results,
    fields: &Fields,
    now: &BTreeMap<i64, (String, String)>,
) -> (Vec<Cell>, Vec<FieldError>) {
    let (mut cells, mut errors) = (vec![], vec![]);
    for own in &results.people {
        let field = field_of(own.id);
        if !fields.has(&field) {
            continue;
        }
        let typed = fields.get(&field);
        let wrong = |key, args| FieldError { field: field.clone(), key, args };
        let new = match Mark::parse(typed) {
            Ok(new) => new,
            Err(error) => {
                let key = match error {
                    MarkError::Unreadable => "marks-error-unreadable",
                    MarkError::OutOfScale => "marks-error-scale",
                    MarkError::TooFine => "marks-error-fine",
                };
                errors.push(wrong(key, vec![("typed", Arg::ltr(typed))]));
                continue;
            }
        };
        let seen = Mark::stored(fields.get(&seen_of(own.id)));
        let (stands, who) = now.get(&own.id).map_or(("", ""), |(value, who)| (value.as_str(), who.as_str()));
        let stands = Mark::stored(stands);
        if new == seen || new == stands {
            continue;
        }
        if stands != seen {
            let theirs = stands.map_or_else(|| "–".to_owned(), |mark| mark.typed(talk));
            errors.push(wrong("marks-error-conflict", vec![("who", Arg::from(who)), ("mark", Arg::ltr(&theirs))]));
            continue;
        }
        cells.push(Cell { trainee: own.id, old: stands, new });
    }
    (cells, errors)
}

/// Saves what was typed, all or nothing: one entry session.
pub(super) async fn save(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, component)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let results = ready(&web, &visitor, &id, &component).await?;
    let (sheet, place) = (results.sheet.id, place_of(results.sheet.id, &component));
    if crate::cohorts::led_to(web.store.read(), fields.get("once")).await?.is_some() {
        return Ok(see_other(&place));
    }
    let now = standing(&web, sheet, &component).await?;
    let (cells, errors) = read(visitor.talk(), &results, &fields, &now);
    if !errors.is_empty() {
        drafts::keep(&web, &visitor, &place, fields.clone()).await?;
        return Page::show_wrong(&page_of(&web, &visitor, (results, &component), Some(&fields), &errors, false).await?);
    }
    let session = if fields.get("once").is_empty() { web.chance.token(16) } else { fields.get("once").to_owned() };
    if !cells.is_empty() && !write(&web, &visitor, (sheet, &component, &session), &cells, &place).await? {
        // Somebody wrote between the reading and the writing: the page tells whose value stands.
        let results = ready(&web, &visitor, &id, &component).await?;
        let now = standing(&web, sheet, &component).await?;
        let (_, errors) = read(visitor.talk(), &results, &fields, &now);
        return Page::show_wrong(&page_of(&web, &visitor, (results, &component), Some(&fields), &errors, false).await?);
    }
    drafts::forget(&web, &visitor, &place).await?;
    let told = visitor.talk().with("marks-saved", &[("n", Arg::from(cells.len()))]);
    sessions::notify(&web, &visitor, told).await?;
    Ok(see_other(&place))
}

/// Writes the cells in one change; false when one of them no longer is what was seen.
async fn write(
    web: &Web,
    visitor: &Visitor,
    (sheet, component, session): (i64, &str, &str),
    cells: &[Cell],
    place: &str,
) -> Result<bool, WebError> {
    let change: Change = web.store.begin(school(visitor)).await?;
    match store::enter(&change, sheet, component, session, cells).await {
        Ok(()) => {
            if spend(&change, session, place).await? == Once::First {
                change.commit().await?;
            }
            Ok(true)
        }
        Err(StoreError::Stale) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Puts back what stood before an entry session of one's own; the head of studies may undo any.
pub(super) async fn undo(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, component)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let results = ready(&web, &visitor, &id, &component).await?;
    let (sheet, place) = (results.sheet.id, place_of(results.sheet.id, &component));
    let by = (visitor.account.role != Role::Studies).then_some(visitor.account.id);
    let change = web.store.begin(school(&visitor)).await?;
    match store::undo(&change, sheet, &component, fields.get("session"), by).await {
        Ok((back, stayed)) => {
            change.commit().await?;
            let args = [("n", Arg::from(back)), ("stayed", Arg::from(stayed))];
            let key = if stayed == 0 { "marks-undone" } else { "marks-undone-partly" };
            let told = visitor.talk().with(key, &args[..if stayed == 0 { 1 } else { 2 }]);
            sessions::notify(&web, &visitor, told).await?;
        }
        // Undone already, or not one's own: the page shows which are left.
        Err(StoreError::NotFound) => drop(change),
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&place))
}
