//! Making and correcting a file.

use std::sync::Arc;

use ::store::{Once, StoreError, spend};
use ::web::fields::is_local;
use ::web::{Answer, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::lang_attr_for;

use super::form::{Stand, form};
use super::{asked, deleting, id_of, merged, note_opened, putting_back, store};
use crate::clients::store::Changed;
use crate::clients::{Client, ClientData, ClientId, Customs, Day, Status, custom_fields, readable};
use crate::duplicates;
use crate::law::{is_erased, masking_of_file, unmasking_address};
use crate::{merge, validation};

#[derive(Template)]
#[template(path = "clients/form.html")]
pub(super) struct FormPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) stale: bool,
}

/// A field that somebody else changed while the form was open.
pub(super) struct Conflict {
    pub(super) label: String,
    pub(super) field: String,
    pub(super) theirs: Shown,
    pub(super) mine: Shown,
    pub(super) who: Option<String>,
    pub(super) at: i64,
    /// True when the form now holds their value, because this person had not touched the field.
    pub(super) taken: bool,
}

pub(super) struct Shown {
    pub(super) text: String,
    pub(super) lang: Option<&'static str>,
}

/// The local address to return to after saving, if one was given.
pub(crate) fn back(fields: &Fields) -> Option<String> {
    Some(fields.get("return")).filter(|place| is_local(place) && place.len() <= 200).map(str::to_owned)
}

/// A text as it stands in the query of an address.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut done, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => done.push(char::from(byte)),
            _ => done.push_str(&format!("%{byte:02X}")),
        }
        done
    })
}

/// The address of a form, under which its draft is kept: one caller's draft never comes up for another.
fn page_of(path: &str, asked: &Fields) -> String {
    let back = back(asked).unwrap_or_default();
    let given = [("phone", asked.get("phone")), ("again", asked.get("again")), ("return", back.as_str())];
    let pairs: Vec<String> = given
        .into_iter()
        .filter(|(_, value)| !value.is_empty() && value.len() <= 200)
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// The page on which a posted form stood.
fn posted_from<'a>(fields: &'a Fields, path: &'a str) -> &'a str {
    fields.page().filter(|page| page.split('?').next() == Some(path)).unwrap_or(path)
}

fn today(web: &Web) -> Day {
    Day::of(web.clock().now(), web.config.offset_minutes)
}

const NEW: &str = "/clients/new";

/// An empty form, or what was typed in it and not sent. `?phone=` fills the number of a caller, `?again=` what a deleted file held.
pub(super) async fn blank(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let asked = asked(query);
    let place = page_of(NEW, &asked);
    let kept = unsent(&web, &visitor, &place).await?;
    let restored = kept.is_some();
    let mut values = match kept {
        Some(kept) => kept,
        None => first_values(&web, &visitor, &asked).await?,
    };
    if values.get("once").is_empty() {
        values.set("once", web.chance.token(16));
    }
    let page = Page::new(&web, &visitor, "clients-new-title").await?.under("/clients");
    let own = own_of(&web, &visitor).await?;
    let form = new_form(&visitor, &own, &place, &values, &[], restored);
    Page::show(&FormPage { page, form, conflicts: vec![], stale: false })
}

async fn first_values(web: &Web, visitor: &Visitor, asked: &Fields) -> Result<Fields, WebError> {
    let mut values = Fields::default();
    values.set("phone", crate::clients::shown_phone(asked.get("phone")));
    values.set("language", visitor.preferences.language.code());
    values.set("status", Status::New.code());
    values.set("return", back(asked).unwrap_or_default());
    if !asked.get("again").is_empty() {
        let held = deleting::values_again(web, visitor, asked.get("again")).await?;
        held.0.iter().for_each(|(field, value)| values.set(field, value.as_str()));
    }
    Ok(values)
}

/// What was typed on a page and not sent; what was sent before the browser could forget it is no draft any more.
pub(crate) async fn unsent(web: &Web, visitor: &Visitor, place: &str) -> Result<Option<Fields>, WebError> {
    let Some(draft) = drafts::draft(web, visitor, place).await? else { return Ok(None) };
    let once = draft.get("once");
    if !once.is_empty() && store::is_spent(web.store.read(), once).await? {
        drafts::forget(web, visitor, place).await?;
        return Ok(None);
    }
    Ok(Some(draft))
}

/// The fields that the visitor's centre defined.
pub(crate) async fn own_of(web: &Web, visitor: &Visitor) -> Result<Arc<Customs>, WebError> {
    Ok(web.chosen(visitor, custom_fields(web.store.read(), visitor.scope())).await?)
}

fn new_form(
    visitor: &Visitor,
    own: &Customs,
    place: &str,
    values: &Fields,
    errors: &[::web::FieldError],
    restored: bool,
) -> Form {
    let hidden = vec![("once", values.get("once").to_owned()), ("return", values.get("return").to_owned())];
    let stand = Stand { action: "/clients", page: place, button: "clients-save", focused: true, hidden };
    form(visitor.talk(), stand, own, values, errors, restored)
}

/// Makes a file. A post that comes twice leads to the file that the first one made.
pub(super) async fn create(State(web): State<Web>, visitor: Visitor, fields: Fields) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let place = posted_from(&fields, NEW).to_owned();
    let own = own_of(&web, &visitor).await?;
    let data = match ClientData::read_with(&fields, visitor.preferences.language, today(&web), &own) {
        Ok(data) => data,
        Err(errors) => {
            let page = Page::new(&web, &visitor, "clients-new-title").await?.under("/clients").wrong(true);
            let form = new_form(&visitor, &own, &place, &fields, &errors, false);
            return Page::show_wrong(&FormPage { page, form, conflicts: vec![], stale: false });
        }
    };
    let once = fields.get("once");
    let made_already = !once.is_empty() && store::is_spent(web.store.read(), once).await?;
    if !made_already && let Some(suspects) = duplicates::unseen(&web, &visitor, &fields, &data).await? {
        let hidden = [("once", once), ("return", fields.get("return")), (duplicates::SEEN, "yes")];
        let hidden = hidden.map(|(name, value)| (name, value.to_owned())).to_vec();
        let button = "duplicates-create-anyway";
        let stand = Stand { action: "/clients", page: &place, button, focused: false, hidden };
        let form = form(visitor.talk(), stand, &own, &fields, &[], false);
        return duplicates::before_creating(&web, &visitor, suspects, form).await;
    }
    let change = web.store.begin(visitor.scope()).await?;
    let id = store::insert(&change, &data).await?;
    let mut made = format!("/clients/{}", id.0);
    let spent = if once.is_empty() { Once::First } else { spend(&change, once, &made).await? };
    match spent {
        Once::First => change.commit().await?,
        Once::Again(first) => {
            drop(change);
            made = first;
        }
    }
    saved(&web, &visitor, &fields, &place, &made).await
}

/// What follows a save: the draft is forgotten, the save is told, and the person goes on where they came from.
async fn saved(web: &Web, visitor: &Visitor, fields: &Fields, place: &str, made: &str) -> Answer {
    drafts::forget(web, visitor, place).await?;
    sessions::tell(web, visitor, "clients-saved").await?;
    Ok(see_other(back(fields).as_deref().unwrap_or(made)))
}

pub(super) fn edit_path(id: ClientId) -> String {
    format!("/clients/{}/edit", id.0)
}

/// The form of a file, with what was typed in it and not sent.
pub(super) async fn open(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let (id, asked) = (id_of(&id)?, asked(query));
    let client = store::get(web.store.read(), visitor.scope(), id).await?;
    if client.merged_into.is_some() {
        return merge::led_to_winner(&web, &visitor, id).await;
    }
    if is_erased(web.store.read(), visitor.scope(), id).await? {
        return Err(WebError::Conflict("law-erased"));
    }
    if !asked.get("put_back").is_empty() {
        return putting_back::open(&web, &visitor, &client, &asked).await;
    }
    if !masking_of_file(&web, &visitor, id).await?.is_off() {
        return Ok(see_other(&unmasking_address(id, &page_of(&edit_path(id), &asked))));
    }
    note_opened(&web, visitor.scope(), id, None).await?;
    let form = file_form(&web, &visitor, &client, &asked).await?;
    let page = Page::new(&web, &visitor, "clients-edit-title").await?.under("/clients");
    Page::show(&FormPage { page, form, conflicts: vec![], stale: false })
}

/// The form of a file with what was typed in it and not sent; `asked` may name the local address to return to. It stands on
/// its own page and on the desk of a call.
pub(crate) async fn file_form(web: &Web, visitor: &Visitor, client: &Client, asked: &Fields) -> Result<Form, WebError> {
    let mut given = Fields::default();
    given.set("return", back(asked).unwrap_or_default());
    let place = page_of(&edit_path(client.id), asked);
    Ok(filled_form(web, visitor, client, &place, &given).await?.0)
}

/// The form of a file on the page `place`, filled with what was typed there and not sent, else with what is `given`, else with
/// what the file holds; true when something was typed.
pub(super) async fn filled_form(
    web: &Web,
    visitor: &Visitor,
    client: &Client,
    place: &str,
    given: &Fields,
) -> Result<(Form, bool), WebError> {
    let own = own_of(web, visitor).await?;
    let mut values = client.typed(visitor.preferences.language);
    own.typed(&client.more).into_iter().for_each(|(field, value)| values.set(&field, value));
    values.set("version", client.version.to_string());
    given.0.iter().for_each(|(field, value)| values.set(field, value.as_str()));
    let draft = drafts::draft(web, visitor, place).await?;
    let restored = draft.as_ref().is_some_and(|draft| differs(draft, client, &own, web, visitor));
    match draft {
        // The version of the draft stays with it: what others changed meanwhile comes up when it is sent.
        Some(draft) if restored => draft.0.into_iter().for_each(|(field, value)| values.set(&field, value)),
        Some(_) => drafts::forget(web, visitor, place).await?,
        None => {}
    }
    let remarks = validation::remarks_of(web, visitor, client.id).await?;
    Ok((edit_form(visitor, &own, client.id, place, &values, &[], restored).remarks(&remarks), restored))
}

/// False for a draft that holds what the file holds: it was sent, and its last echo came after.
fn differs(draft: &Fields, client: &Client, own: &Customs, web: &Web, visitor: &Visitor) -> bool {
    let lang = visitor.preferences.language;
    ClientData::read_with(draft, lang, today(web), own).map_or(true, |data| written(&data, client) != client.values())
}

/// The values that `data` would give to the file.
fn written(data: &ClientData, client: &Client) -> Fields {
    data.over(client, client.version, client.updated_at).values()
}

pub(super) fn edit_form(
    visitor: &Visitor,
    own: &Customs,
    id: ClientId,
    place: &str,
    values: &Fields,
    errors: &[::web::FieldError],
    restored: bool,
) -> Form {
    let action = edit_path(id);
    let hidden = vec![("version", values.get("version").to_owned()), ("return", values.get("return").to_owned())];
    let stand = Stand { action: &action, page: place, button: "clients-save", focused: false, hidden };
    form(visitor.talk(), stand, own, values, errors, restored)
}

/// Corrects a file, unless somebody else did since the form was opened.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::WriteClients)?;
    let id = id_of(&id)?;
    let path = edit_path(id);
    let place = posted_from(&fields, &path);
    let (lang, own) = (visitor.preferences.language, own_of(&web, &visitor).await?);
    let current = store::get(web.store.read(), visitor.scope(), id).await?;
    let read = ClientData::read_with(&fields, lang, today(&web), &own).and_then(|data| data.following(&current));
    let data = match read {
        Ok(data) => data,
        Err(errors) => {
            let page = Page::new(&web, &visitor, "clients-edit-title").await?.under("/clients").wrong(true);
            let remarks = validation::remarks_of(&web, &visitor, id).await?;
            let form = edit_form(&visitor, &own, id, place, &fields, &errors, false).remarks(&remarks);
            return Page::show_wrong(&FormPage { page, form, conflicts: vec![], stale: false });
        }
    };
    let expected = fields.get("version").parse().unwrap_or(0);
    if is_erased(web.store.read(), visitor.scope(), id).await? {
        return Err(WebError::Conflict("law-erased"));
    }
    let change = web.store.begin(visitor.scope()).await?;
    match store::update(&change, id, expected, &data).await {
        Ok(()) => change.commit().await?,
        Err(StoreError::Stale) => {
            drop(change);
            let standing = store::standing(web.store.read(), visitor.scope(), id).await?;
            if !masking_of_file(&web, &visitor, standing.id).await?.is_off() {
                return unmask_first(&web, &visitor, &standing, &fields).await;
            }
            if standing.id != id {
                return merged::merged_away(&web, &visitor, &own, standing, &data, &fields).await;
            }
            return overtaken(&web, &visitor, &own, id, &data, &fields).await;
        }
        Err(error) => return Err(error.into()),
    }
    saved(&web, &visitor, &fields, place, &format!("/clients/{}", id.0)).await
}

/// What others changed is compared by whoever may see it: what was typed is kept as a draft, and the reason is asked first.
async fn unmask_first(web: &Web, visitor: &Visitor, standing: &Client, fields: &Fields) -> Answer {
    let path = edit_path(standing.id);
    let place = posted_from(fields, &path);
    drafts::keep(web, visitor, place, fields.clone()).await?;
    Ok(see_other(&unmasking_address(standing.id, place)))
}

/// The form again, with everything that was typed; beside it, what somebody else changed. A field that this person had left
/// as it was takes the other's value, so that saving again undoes nothing unseen.
async fn overtaken(
    web: &Web,
    visitor: &Visitor,
    own: &Customs,
    id: ClientId,
    data: &ClientData,
    fields: &Fields,
) -> Answer {
    let lang = visitor.preferences.language;
    let current = store::get(web.store.read(), visitor.scope(), id).await?;
    let read = fields.get("version").parse().unwrap_or(0);
    let changes = store::changes_since(web.store.read(), visitor.scope(), id, read).await?;
    let (mine, now, mut theirs) = (written(data, &current), current.values(), current.typed(lang));
    own.typed(&current.more).into_iter().for_each(|(field, value)| theirs.set(&field, value));
    let mut values = fields.clone();
    values.set("version", current.version.to_string());
    let mut conflicts = vec![];
    for Changed { field, base, by, at } in changes {
        let field = field.as_str();
        if now.get(field) == mine.get(field) || now.get(field) == base {
            continue;
        }
        let taken = mine.get(field) == base;
        let shown = |value: &str| {
            let text = readable(visitor.talk(), own, field, value);
            Shown { lang: lang_attr_for(&text, lang), text }
        };
        conflicts.push(Conflict {
            label: own.label(field, visitor.talk()),
            field: field.to_owned(),
            theirs: shown(theirs.get(field)),
            mine: shown(fields.get(field)),
            who: by,
            at,
            taken,
        });
        if taken {
            values.set(field, theirs.get(field));
        }
    }
    let path = edit_path(id);
    let page = Page::new(web, visitor, "clients-edit-title").await?.under("/clients").wrong(true);
    let form = edit_form(visitor, own, id, posted_from(fields, &path), &values, &[], false);
    let shown = FormPage { page, form, conflicts, stale: true };
    Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response())
}
