//! Deleting a file that was made by mistake, after a question, and making it again.

use ::store::StoreError;
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};

use super::putting_back::as_typed;
use super::{Text, asked, id_of, own_of, store};
use crate::clients::{Client, ClientId};
use crate::duplicates::Named;
use crate::law::masking_of_lists;
use crate::merge;

/// The address of the files that were deleted.
const DELETED: &str = "/clients/deleted";

#[derive(Template)]
#[template(path = "clients/deletion.html")]
struct DeletionPage {
    page: Page,
    file: Named,
    version: i64,
    /// What hangs on the file: it is not deleted then.
    held: Vec<&'static str>,
    /// True when somebody changed it since the question was asked.
    changed: bool,
}

async fn question(
    web: &Web,
    visitor: &Visitor,
    client: &Client,
    held: Vec<&'static str>,
    changed: bool,
) -> Result<DeletionPage, WebError> {
    let masking = masking_of_lists(web, visitor).await?;
    let wrong = changed || !held.is_empty();
    let page = Page::new(web, visitor, "clients-deletion-title").await?.under("/clients").wrong(wrong);
    let file = Named::masked(client, visitor.preferences.script, visitor.talk(), &masking);
    Ok(DeletionPage { page, file, version: client.version, held, changed })
}

/// Asks once more, or says what hangs on the file.
pub(super) async fn ask(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let (scope, db) = (visitor.scope(), web.store.read());
    let client = store::get(db, scope, id_of(&id)?).await?;
    if client.merged_into.is_some() {
        return merge::led_to_winner(&web, &visitor, client.id).await;
    }
    let held = store::held_by(db, scope, client.id).await?;
    Page::show(&question(&web, &visitor, &client, held, false).await?)
}

/// Deletes the file as it was read. A post that comes twice finds nothing the second time.
pub(super) async fn act(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let (id, scope) = (id_of(&id)?, visitor.scope());
    let version = fields.get("version").parse().unwrap_or(0);
    let change = web.store.begin(scope).await?;
    let done = store::delete(&change, id, version).await;
    match done {
        Ok(held) if held.is_empty() => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "clients-deleted").await?;
        }
        Ok(held) => {
            drop(change);
            let client = store::get(web.store.read(), scope, id).await?;
            return Page::show_wrong(&question(&web, &visitor, &client, held, false).await?);
        }
        Err(StoreError::Stale) => {
            drop(change);
            let client = store::get(web.store.read(), scope, id).await?;
            return Page::show_wrong(&question(&web, &visitor, &client, vec![], true).await?);
        }
        Err(StoreError::NotFound) => {
            drop(change);
            if !was_deleted(&web, &visitor, id).await? {
                return Err(WebError::NotFound);
            }
        }
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(DELETED))
}

/// True when the newest line of the history of a file says that it was deleted.
async fn was_deleted(web: &Web, visitor: &Visitor, id: ClientId) -> Result<bool, WebError> {
    let lines = store::recent_history(web.store.read(), visitor.scope(), id).await?;
    Ok(lines.first().is_some_and(|line| line.verb == "client.deleted"))
}

/// A file that was deleted, ready to be read.
struct Line {
    id: i64,
    name: Text,
    who: Option<String>,
    at: i64,
}

#[derive(Template)]
#[template(path = "clients/deleted.html")]
struct DeletedPage {
    page: Page,
    lines: Vec<Line>,
    next: Option<i64>,
}

/// The files that were deleted in the last thirty days, the newest first.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let before = asked(query).get("before").parse().ok();
    let found = store::deleted(web.store.read(), visitor.scope(), web.clock().now(), before).await?;
    let talk = visitor.talk();
    let line = |row: store::Deleted| Line {
        name: Text::new(name_of(&row.values()), talk),
        id: row.id,
        at: row.at,
        who: row.actor,
    };
    let lines = found.rows.into_iter().map(line).collect();
    let page = Page::new(&web, &visitor, "clients-deleted-title").await?.under("/clients");
    Page::show(&DeletedPage { page, lines, next: found.next })
}

/// The name under which a file stood: of the person or of the organisation, in the script that it has.
fn name_of(values: &Fields) -> String {
    let pairs = [["family_latin", "given_latin"], ["family_arabic", "given_arabic"]];
    let person = pairs.map(|pair| pair.map(|field| values.get(field)).join(" ").trim().to_owned());
    let organisation = ["organisation_latin", "organisation_arabic"].map(|field| values.get(field).to_owned());
    person.into_iter().chain(organisation).find(|name| !name.is_empty()).unwrap_or_default()
}

/// The values of a deleted file as the form of a new one shows them; what is masked for the visitor stays empty. `line` is its
/// number in the journal.
pub(super) async fn values_again(web: &Web, visitor: &Visitor, line: &str) -> Result<Fields, WebError> {
    visitor.may(Habilitation::MergeClients)?;
    let line = line.parse().map_err(|_| WebError::NotFound)?;
    let row = store::deleted_file(web.store.read(), visitor.scope(), web.clock().now(), line).await?;
    let (own, masking) = (own_of(web, visitor).await?, masking_of_lists(web, visitor).await?);
    let mut values = as_typed(&row.values(), &own, visitor.talk());
    values.0.retain(|(field, _)| !masking.hides(field));
    Ok(values)
}
