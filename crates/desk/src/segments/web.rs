//! The pages of segments: the list, one segment with its partition, the form, the confirmation of a deletion.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, drafts,
    see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};

use super::NAME;
use super::store::{self, Segment};
use crate::clients::counting::{self, Grouping};
use crate::clients::{Asked, Filter, filter_fields, filter_values, in_words, terms, unsent};
use crate::reports;

const PLACE: &str = "/segments";
const NEW: &str = "/segments/new";
/// The longest address under which a draft is kept.
const LONGEST_PLACE: usize = 300;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page(PLACE, list)
        .post(PLACE, create)
        .page("/segments/new", blank)
        .page("/segments/{id}", show)
        .post("/segments/{id}/count", count)
        .page("/segments/{id}/edit", open)
        .post("/segments/{id}/edit", save)
        .page("/segments/{id}/deletion", confirm)
        .post("/segments/{id}/deletion", delete)
        .with_state(web)
}

fn id_of(text: &str) -> Result<i64, WebError> {
    text.parse().map_err(|_| WebError::NotFound)
}

fn asked(web: &Web) -> Asked {
    Asked { now: web.clock().now(), offset: web.config.offset_minutes }
}

/// The filter of a segment; one that a later version no longer understands is not taken for every file.
fn filter_of(segment: &Segment) -> Result<Filter, WebError> {
    Filter::parse(&segment.query).map_err(|_| WebError::Conflict("segments-unreadable"))
}

struct Line {
    segment: Segment,
    words: String,
}

#[derive(Template)]
#[template(path = "segments/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
}

async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let (all, terms) = tokio::try_join!(store::list(db, scope), terms(db, &visitor))?;
    let line = |segment: Segment| Line {
        words: Filter::parse(&segment.query)
            .map_or_else(|_| talk.t("segments-unreadable").into_owned(), |filter| in_words(talk, &filter, &terms)),
        segment,
    };
    let page = Page::new(&web, &visitor, "segments-title").await?.under("/clients");
    Page::show(&ListPage { page, lines: all.into_iter().map(line).collect() })
}

#[derive(Template)]
#[template(path = "segments/segment.html")]
struct SegmentPage {
    page: Page,
    segment: Segment,
    words: String,
    by: &'static str,
    table: reports::Table,
    may_assign: bool,
    may_report: bool,
    may_export: bool,
}

/// One segment, counted now, by status or by wilaya.
async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let segment = store::get(db, scope, id_of(&id)?).await?;
    let filter = filter_of(&segment)?;
    let query = query.unwrap_or_default();
    let wilayas = Fields::parse(query.as_bytes()).get("by") == "wilaya";
    let (by, grouping, group) = if wilayas {
        ("wilaya", Grouping::Wilaya, reports::Group::Wilaya)
    } else {
        ("status", Grouping::Status, reports::Group::Status)
    };
    let (rows, terms) = tokio::try_join!(counting::by(db, scope, &filter, asked(&web), grouping), terms(db, &visitor))?;
    let columns = [reports::Column::Files, reports::Column::Share];
    let table = reports::files_table(talk, group, &columns, &rows, &terms, &filter);
    let page = Page::titled(&web, &visitor, segment.name.clone()).await?.under("/clients").document_of(&query);
    let words = in_words(talk, &filter, &terms);
    let may_assign = visitor.may(Habilitation::ManagePortfolios).is_ok();
    let may_report = visitor.may(Habilitation::ReadReports).is_ok();
    let may_export = visitor.may(Habilitation::ExportClients).is_ok();
    Page::show(&SegmentPage { page, segment, words, by, table, may_assign, may_report, may_export })
}

/// Counts a segment now and keeps the count with its moment.
async fn count(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, _: Fields) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let segment = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let filter = filter_of(&segment)?;
    let files = crate::clients::filtering::count(web.store.read(), visitor.scope(), &filter, asked(&web)).await?;
    let change = web.store.begin(visitor.scope()).await?;
    store::keep_count(&change, segment.id, files).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "segments-counted").await?;
    Ok(see_other(PLACE))
}

#[derive(Template)]
#[template(path = "segments/form.html")]
struct FormPage {
    page: Page,
    form: Form,
}

/// Where a form goes, what it is called, and what travels with it.
struct Stand<'a> {
    action: &'a str,
    place: &'a str,
    title: &'static str,
    hidden: (&'static str, String),
}

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    stand: Stand<'_>,
    values: &Fields,
    errors: &[FieldError],
    restored: bool,
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let terms = terms(web.store.read(), visitor).await?;
    let mut fields = vec![Field::line(talk, "name", "segments-name").required(talk).hint(talk, "segments-hint-name")];
    fields.extend(filter_fields(talk, &terms, values));
    let form = Form::new(talk, stand.action, stand.place, "segments-save")
        .fields(fields, values, errors)
        .hidden(stand.hidden.0, stand.hidden.1)
        .kept(restored);
    let page = Page::new(web, visitor, stand.title).await?.under("/clients").wrong(form.is_wrong());
    Ok(FormPage { page, form })
}

/// Name and filter, or what is wrong with them. A segment of every file would be no segment.
async fn read(
    web: &Web,
    visitor: &Visitor,
    fields: &Fields,
    own: i64,
) -> Result<Result<(String, Filter), Vec<FieldError>>, WebError> {
    let mut check = Check::new(fields);
    let name = check.required("name", NAME, "segments-error-name");
    let filter = match Filter::read(fields) {
        Ok(filter) => filter,
        Err(errors) => {
            check.errors.extend(errors);
            Filter::default()
        }
    };
    let (db, scope) = (web.store.read(), visitor.scope());
    if check.errors.is_empty() && filter.is_empty() {
        check.wrong("status", "segments-error-empty");
    }
    if check.errors.is_empty() && store::is_taken(db, scope, &name, own).await? {
        check.wrong("name", "segments-error-taken");
    }
    if check.errors.is_empty() && own == 0 && store::is_full(db, scope).await? {
        check.wrong("name", "segments-error-full");
    }
    Ok(if check.errors.is_empty() { Ok((name, filter)) } else { Err(check.errors) })
}

/// The address of the form of a new segment, under which its draft is kept: that of one filter never comes up for another.
fn place_of(query: &str) -> String {
    let place = format!("{NEW}?{query}");
    if query.is_empty() || place.len() > LONGEST_PLACE { NEW.to_owned() } else { place }
}

/// The form of a new segment, filled with the filter of the address.
async fn blank(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let read = Filter::read(&asked);
    let place = place_of(read.as_ref().map_or_else(|_| String::new(), Filter::query).as_str());
    let kept = unsent(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let values = kept.unwrap_or_else(|| read.map_or(asked, |filter| filter_values(visitor.talk(), &filter)));
    let once = Some(values.get("once")).filter(|once| !once.is_empty());
    let once = once.map_or_else(|| web.chance.token(16), str::to_owned);
    let stand = Stand { action: PLACE, place: &place, title: "segments-new", hidden: ("once", once) };
    Page::show(&form_page(&web, &visitor, stand, &values, &[], restored).await?)
}

async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let from = fields.page().filter(|page| page.starts_with(NEW)).unwrap_or(NEW).to_owned();
    let (name, filter) = match read(&web, &visitor, &fields, 0).await? {
        Ok(read) => read,
        Err(errors) => {
            let once = fields.get("once").to_owned();
            if let Some(place) = store::led_to(web.store.read(), &once).await? {
                return Ok(see_other(&place));
            }
            let stand = Stand { action: PLACE, place: &from, title: "segments-new", hidden: ("once", once) };
            return Page::show_wrong(&form_page(&web, &visitor, stand, &fields, &errors, false).await?);
        }
    };
    let change = web.store.begin(visitor.scope()).await?;
    let id = store::add(&change, &name, &filter).await?;
    let place = format!("/segments/{id}");
    match spend(&change, fields.get("once"), &place).await? {
        Once::First => change.commit().await?,
        Once::Again(place) => return Ok(see_other(&place)),
    }
    drafts::forget(&web, &visitor, &from).await?;
    sessions::tell(&web, &visitor, "segments-saved").await?;
    Ok(see_other(&place))
}

async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let segment = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let place = format!("/segments/{}/edit", segment.id);
    let kept = drafts::draft(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let values = kept.unwrap_or_else(|| {
        let mut values = filter_values(visitor.talk(), &Filter::parse(&segment.query).unwrap_or_default());
        values.set("name", segment.name);
        values.set("version", segment.version.to_string());
        values
    });
    // The version of the draft stays with it: what others changed meanwhile comes up when it is sent.
    let hidden = ("version", values.get("version").to_owned());
    let stand = Stand { action: &place, place: &place, title: "segments-edit", hidden };
    Page::show(&form_page(&web, &visitor, stand, &values, &[], restored).await?)
}

async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let segment = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let place = format!("/segments/{}/edit", segment.id);
    let again =
        |version: String| Stand { action: &place, place: &place, title: "segments-edit", hidden: ("version", version) };
    let (name, filter) = match read(&web, &visitor, &fields, segment.id).await? {
        Ok(read) => read,
        Err(errors) => {
            let stand = again(fields.get("version").to_owned());
            return Page::show_wrong(&form_page(&web, &visitor, stand, &fields, &errors, false).await?);
        }
    };
    let version = fields.get("version").parse().unwrap_or(0);
    let change = web.store.begin(visitor.scope()).await?;
    match store::change_to(&change, &segment, version, &name, &filter).await {
        Ok(()) => change.commit().await?,
        Err(StoreError::Stale) => {
            drop(change);
            let error = FieldError { field: "name".to_owned(), key: "segments-error-stale", args: vec![] };
            let stand = again(segment.version.to_string());
            return Page::show_wrong(&form_page(&web, &visitor, stand, &fields, &[error], false).await?);
        }
        Err(error) => return Err(error.into()),
    }
    drafts::forget(&web, &visitor, &place).await?;
    sessions::tell(&web, &visitor, "segments-saved").await?;
    Ok(see_other(&format!("/segments/{}", segment.id)))
}

#[derive(Template)]
#[template(path = "segments/deletion.html")]
struct DeletionPage {
    page: Page,
    segment: Segment,
}

async fn confirm(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let segment = store::get(web.store.read(), visitor.scope(), id_of(&id)?).await?;
    let page = Page::new(&web, &visitor, "segments-deletion").await?.under("/clients");
    Page::show(&DeletionPage { page, segment })
}

/// A deletion sent twice finds nothing the second time and leads to the list.
async fn delete(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, _: Fields) -> Answer {
    visitor.may(Habilitation::UseSegments)?;
    let change = web.store.begin(visitor.scope()).await?;
    match store::get(&*change, visitor.scope(), id_of(&id)?).await {
        Ok(segment) => {
            store::delete(&change, &segment).await?;
            change.commit().await?;
            sessions::tell(&web, &visitor, "segments-deleted").await?;
        }
        Err(StoreError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(PLACE))
}
