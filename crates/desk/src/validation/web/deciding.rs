//! One file: its values, a remark beside each, and the two decisions.

use std::collections::BTreeMap;

use ::store::CentreKind;
use ::web::{Answer, Check, Fields, Habilitation, Page, Role, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};

use super::{WHOLE, fields_of, framed, is_again, label};
use crate::clients::{self, Client, Customs, id_of, is_spent, own_of};
use crate::duplicates::Named;
use crate::merge::{Shown, shown};
use crate::validation::store::{self, Validation};
use crate::validation::{State, ValidationError, completeness, state_of};

/// The address of the files that wait.
const QUEUE: &str = "/validation";
/// The longest remark, in characters.
const REMARK: usize = 300;

/// A field with its value and what is remarked about it.
struct Line {
    field: String,
    label: String,
    value: Option<Shown>,
    /// The text key of what stands there when it has no value.
    empty: &'static str,
    /// What was remarked when the file came back the last time.
    before: Option<String>,
    remark: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "validation/file.html")]
struct FilePage {
    page: Page,
    file: Named,
    found: Validation,
    version: i64,
    once: String,
    complete: String,
    lines: Vec<Line>,
    errors: Vec<(String, String)>,
    restored: bool,
    changed: bool,
    own: bool,
}

/// What stands on the page besides the file itself.
struct Stand<'a> {
    typed: &'a Fields,
    errors: &'a [::web::FieldError],
    restored: bool,
    changed: bool,
}

fn name_of(field: &str) -> String {
    format!("remark_{field}")
}

fn place_of(client: &Client) -> String {
    format!("/validation/{}", client.id.0)
}

/// The text key of what is said of a field without a value.
fn empty_key(field: &str, own: &Customs) -> &'static str {
    let required = own.named(field).is_some_and(|own| own.active && own.required);
    match field {
        WHOLE => "validation-whole-hint",
        _ if required => "validation-empty-required",
        _ => "clients-stale-empty",
    }
}

/// False for a field that the centre put away and of which nothing is said: it stands on no form.
fn is_asked(line: &Line, own: &Customs) -> bool {
    own.named(&line.field).is_none_or(|own| own.active) || line.value.is_some() || !line.remark.is_empty()
}

/// A trainer of a training centre decides about their own files too: the exercise needs somebody to be the agent.
fn own_too(visitor: &Visitor) -> bool {
    visitor.account.role == Role::Trainer && visitor.centre.kind != CentreKind::Production
}

async fn file_page(
    web: &Web,
    visitor: &Visitor,
    client: &Client,
    found: Validation,
    stand: Stand<'_>,
) -> Result<FilePage, WebError> {
    let (talk, values, before) = (visitor.talk(), client.values(), found.remarks());
    let customs = own_of(web, visitor).await?;
    let line = |field: String| {
        let name = name_of(&field);
        let error = stand.errors.iter().find(|error| error.field == name);
        let value = Some(values.get(&field)).filter(|value| !value.is_empty());
        Line {
            label: label(&field, &customs, talk),
            value: value.map(|value| shown(talk, &customs, &field, value)),
            empty: empty_key(&field, &customs),
            before: before.get(&field).cloned(),
            remark: stand.typed.get(&name).to_owned(),
            error: error.map(|error| talk.with(error.key, &error.args)),
            field,
        }
    };
    let lines = fields_of(&customs).into_iter().map(line);
    let lines: Vec<Line> = lines.filter(|line| is_asked(line, &customs)).collect();
    let told = |line: &Line| Some((format!("f-{}", name_of(&line.field)), line.error.clone()?));
    let points = i64::from(completeness::score(client));
    Ok(FilePage {
        page: framed(web, visitor, "validation-file-title").await?.wrong(stand.changed || !stand.errors.is_empty()),
        file: Named::new(client, visitor.preferences.script, talk),
        version: client.version,
        once: web.chance.token(16),
        complete: talk.with("validation-complete", &[("n", points.into())]),
        errors: lines.iter().filter_map(told).collect(),
        lines,
        restored: stand.restored,
        changed: stand.changed,
        own: !own_too(visitor) && store::own(web.store.read(), visitor.scope(), &found).await?,
        found,
    })
}

/// The file and what is known of it, if it waits for a decision.
async fn waiting(web: &Web, visitor: &Visitor, id: &str) -> Result<(Client, Validation), WebError> {
    let (db, scope) = (web.store.read(), visitor.scope());
    let client = clients::standing(db, scope, id_of(id)?).await?;
    let found = store::of(db, scope, client.id).await?.ok_or(ValidationError::NotSubmitted)?;
    let state = state_of(Some(&found), client.version, store::rules(db, scope).await?);
    if state == State::Submitted { Ok((client, found)) } else { Err(ValidationError::NotSubmitted.into()) }
}

/// The values of a file that waits, with a remark field beside each.
pub(super) async fn open(Shared(web): Shared<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    let (client, found) = waiting(&web, &visitor, &id).await?;
    let opened = ::store::Entry::new("client.opened", "client", client.id.0);
    web.store.note(visitor.scope(), opened).await?;
    let kept = drafts::draft(&web, &visitor, &place_of(&client)).await?;
    let restored = kept.is_some();
    let typed = kept.unwrap_or_default();
    let stand = Stand { typed: &typed, errors: &[], restored, changed: false };
    Page::show(&file_page(&web, &visitor, &client, found, stand).await?)
}

/// Approves the file as it was read.
pub(super) async fn approve(
    Shared(web): Shared<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    if is_spent(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(QUEUE));
    }
    let (client, found) = waiting(&web, &visitor, &id).await?;
    let change = web.store.begin(visitor.scope()).await?;
    if is_again(&change, &fields, QUEUE).await? {
        return Ok(see_other(QUEUE));
    }
    let read = fields.get("version").parse().unwrap_or(0);
    match crate::validation::approve(&change, client.id, read, own_too(&visitor)).await {
        Ok(()) => change.commit().await?,
        Err(ValidationError::Changed) => {
            drop(change);
            return overtaken(&web, &visitor, &client, found, &fields).await;
        }
        Err(refused) => return Err(refused.into()),
    }
    decided(&web, &visitor, &client, "validation-approved").await
}

/// Returns the file with the remarks that were written.
pub(super) async fn give_back(
    Shared(web): Shared<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::ValidateClients)?;
    if is_spent(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(QUEUE));
    }
    let (client, found) = waiting(&web, &visitor, &id).await?;
    let own = own_of(&web, &visitor).await?;
    let mut check = Check::new(&fields);
    let remark = |field: String| {
        let text = check.line(&name_of(&field), REMARK);
        (field, text)
    };
    let written = fields_of(&own).into_iter().map(remark);
    let remarks: BTreeMap<String, String> = written.filter(|(_, text)| !text.is_empty()).collect();
    if remarks.is_empty() {
        check.wrong(&name_of(WHOLE), "validation-error-remark");
    }
    if !check.errors.is_empty() {
        let stand = Stand { typed: &fields, errors: &check.errors, restored: false, changed: false };
        return Page::show_wrong(&file_page(&web, &visitor, &client, found, stand).await?);
    }
    let change = web.store.begin(visitor.scope()).await?;
    if is_again(&change, &fields, QUEUE).await? {
        return Ok(see_other(QUEUE));
    }
    let read = fields.get("version").parse().unwrap_or(0);
    match crate::validation::give_back(&change, client.id, read, &remarks).await {
        Ok(()) => change.commit().await?,
        Err(ValidationError::Changed) => {
            drop(change);
            return overtaken(&web, &visitor, &client, found, &fields).await;
        }
        Err(refused) => return Err(refused.into()),
    }
    decided(&web, &visitor, &client, "validation-returned").await
}

/// The file as it is now, with the remarks that were written, because somebody changed it meanwhile.
async fn overtaken(web: &Web, visitor: &Visitor, client: &Client, found: Validation, fields: &Fields) -> Answer {
    let stand = Stand { typed: fields, errors: &[], restored: false, changed: true };
    let shown = file_page(web, visitor, client, found, stand).await?;
    Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response())
}

async fn decided(web: &Web, visitor: &Visitor, client: &Client, told: &'static str) -> Answer {
    drafts::forget(web, visitor, &place_of(client)).await?;
    sessions::tell(web, visitor, told).await?;
    Ok(see_other(QUEUE))
}
