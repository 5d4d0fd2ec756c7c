//! The pages of validation: what waits, one file, the rules of the centre, the files that need somebody's eye.

mod anomalies;
mod deciding;
mod ruling;

use std::collections::BTreeMap;

use ::store::{Change, Once, spend};
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State as Shared};
use words::{Arg, Talk};

use super::store::{self, After};
use super::{State, Validation, completeness, state_of};
use crate::clients::{self, Client, ClientId, CustomField, Customs, FIELDS, asked, id_of, own_of};
use crate::duplicates::Named;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/validation", queue)
        .page("/validation/rules", ruling::open)
        .post("/validation/rules", ruling::save)
        .page("/validation/anomalies", anomalies::list)
        .page("/validation/{id}", deciding::open)
        .post("/validation/{id}/approval", deciding::approve)
        .post("/validation/{id}/return", deciding::give_back)
        .post("/clients/{id}/submission", submit)
        .with_state(web)
}

/// A remark and the field that it is about.
struct Remark {
    field: String,
    label: String,
    text: String,
}

/// Remarks in the order of the form; that on the whole file first.
fn remarks(found: &Validation, own: &Customs, talk: Talk) -> Vec<Remark> {
    let all = found.remarks();
    let remark = |field: String| {
        let text = all.get(&field)?.clone();
        Some(Remark { label: label(&field, own, talk), field, text })
    };
    fields_of(own).into_iter().filter_map(remark).collect()
}

/// The name under which a remark on the whole file is kept.
const WHOLE: &str = "file";
/// The first field of those that the form folds away; the fields of the centre stand before it.
const FURTHER: &str = "organisation_latin";

/// Everything that may be remarked about, in the order of the form: the whole file, then its fields and those of the centre,
/// also those that are put away.
fn fields_of(own: &Customs) -> Vec<String> {
    let all: &[&str] = &FIELDS;
    let (first, further) = all.split_at(all.iter().position(|field| *field == FURTHER).unwrap_or(all.len()));
    let named = |field: &&str| (*field).to_owned();
    let own = own.0.iter().map(CustomField::name);
    [WHOLE].iter().chain(first).map(named).chain(own).chain(further.iter().map(named)).collect()
}

/// What is written beside a field, or beside the whole file.
fn label(field: &str, own: &Customs, talk: Talk) -> String {
    if field == WHOLE { talk.label("validation-whole").into_owned() } else { own.label(field, talk) }
}

/// Where a file stands, as its page shows it.
#[derive(Template)]
#[template(path = "validation/standing.html")]
pub(crate) struct Standing {
    talk: Talk,
    id: i64,
    version: i64,
    once: String,
    state: State,
    who: Option<String>,
    when: String,
    remarks: Vec<Remark>,
    complete: String,
    may_submit: bool,
    may_decide: bool,
}

impl askama::filters::HtmlSafe for Standing {}

/// Reads where a file stands, for its page.
pub(crate) async fn standing(web: &Web, visitor: &Visitor, client: &Client) -> Result<Standing, WebError> {
    let (db, scope, talk) = (web.store.read(), visitor.scope(), visitor.talk());
    let found = store::of(db, scope, client.id).await?;
    let rules = web.chosen(visitor, store::rules(db, scope)).await?;
    let state = state_of(found.as_ref(), client.version, *rules);
    let (who, at) = match (&found, state) {
        (Some(found), State::Submitted) => (found.submitted_name.clone(), found.submitted_at),
        (Some(found), _) => (found.decided_name.clone(), found.decided_at),
        (None, _) => (None, 0),
    };
    let moment = || {
        let offset = web.config.offset_minutes;
        format!("{} {}", talk.date(at, offset), talk.time(at, offset))
    };
    let points = Arg::from(i64::from(completeness::score(client)));
    let remarks = match found.filter(|_| state == State::Returned) {
        Some(found) => {
            let own = own_of(web, visitor).await?;
            remarks(&found, &own, talk)
        }
        None => vec![],
    };
    Ok(Standing {
        talk,
        id: client.id.0,
        version: client.version,
        once: web.chance.token(16),
        state,
        who,
        when: if at == 0 { String::new() } else { moment() },
        remarks,
        complete: talk.with("validation-complete", &[("n", points)]),
        may_submit: visitor.may(Habilitation::WriteClients).is_ok() && state.can_be_submitted(),
        may_decide: visitor.may(Habilitation::ValidateClients).is_ok() && state == State::Submitted,
    })
}

/// The remarks with which a file came back, by field, for its form.
pub(crate) async fn remarks_of(
    web: &Web,
    visitor: &Visitor,
    id: ClientId,
) -> Result<BTreeMap<String, String>, WebError> {
    let found = store::of(web.store.read(), visitor.scope(), id).await?;
    Ok(found.filter(|found| found.word == "returned").map_or_else(BTreeMap::new, |found| found.remarks()))
}

/// Submits a file. A post that comes twice submits once.
async fn submit(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let id = id_of(&id)?;
    let place = format!("/clients/{}", id.0);
    let change = web.store.begin(visitor.scope()).await?;
    if is_again(&change, &fields, &place).await? {
        return Ok(see_other(&place));
    }
    super::submit(&change, id, fields.get("version").parse().unwrap_or(0)).await?;
    change.commit().await?;
    sessions::tell(&web, &visitor, "validation-submitted").await?;
    Ok(see_other(&place))
}

/// Spends the token of a form, if it has one; true when it was spent before.
async fn is_again(change: &Change, fields: &Fields, place: &str) -> Result<bool, WebError> {
    let once = fields.get("once");
    Ok(!once.is_empty() && matches!(spend(change, once, place).await?, Once::Again(_)))
}

/// A file that waits.
struct Line {
    file: Named,
    found: Validation,
}

#[derive(Template)]
#[template(path = "validation/queue.html")]
struct QueuePage {
    page: Page,
    lines: Vec<Line>,
    next: Option<String>,
}

/// The files that wait for a decision, those that wait longest first.
async fn queue(Shared(web): Shared<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    let (scope, db) = (visitor.scope(), web.store.read());
    let (rows, next) = store::waiting(db, scope, after(&asked(query))).await?;
    let mut lines = vec![];
    for found in rows {
        let client = clients::get(db, scope, ClientId(found.client_id)).await?;
        lines.push(Line { file: Named::new(&client, visitor.preferences.script, visitor.talk()), found });
    }
    let page = framed(&web, &visitor, "validation-title").await?;
    Page::show(&QueuePage { page, lines, next: next.map(|next| format!("/validation?{}", code(next))) })
}

/// Where a list goes on, as its address says.
fn after(asked: &Fields) -> After {
    After(asked.get("at").parse().unwrap_or(i64::MIN), asked.get("after").parse().unwrap_or(0))
}

fn code(after: After) -> String {
    format!("at={}&after={}", after.0, after.1)
}

async fn framed(web: &Web, visitor: &Visitor, title: &str) -> Result<Page, WebError> {
    Ok(Page::new(web, visitor, title).await?.under("/clients"))
}
