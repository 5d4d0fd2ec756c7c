//! Putting earlier values of a file back: its form, filled with what the journal says, which a person checks and saves like
//! any other.

use ::web::{Answer, Fields, Form, Page, Visitor, Web, WebError, see_other};
use askama::Template;
use words::{Arg, Lang, Talk};

use super::history::{is_silent, read};
use super::writing::{edit_path, filled_form};
use super::{encoded, note_opened, own_of, store};
use crate::clients::store::Replaced;
use crate::clients::{Client, ClientId, CustomKind, Customs, FIELDS, Status, commune_name};
use crate::law::{Masking, masking_of_file, unmasking_address};
use crate::merge::{Shown, shown};
use crate::places;

/// The address of the form with what a change replaced: one field of it, or all. It names the line of the journal, and no
/// value.
pub(super) fn place_of(id: ClientId, line: i64, field: Option<&str>) -> String {
    let place = format!("{}?put_back={line}", edit_path(id));
    match field {
        Some(field) => format!("{place}&field={}", encoded(field)),
        None => place,
    }
}

/// Fields that mean little apart go back together, under the name of the first: numbers move up when one goes, and a commune
/// is one of its wilaya.
pub(super) fn together(field: &str) -> &str {
    match field {
        "phone2" | "phone3" | "phone4" => "phone",
        "commune" => "wilaya",
        "commune2" => "wilaya2",
        field => field,
    }
}

/// The fields of a change whose earlier value the form of the file can take, and which hold another now.
pub(super) fn offered<'a>(replaced: &'a [Replaced], client: &Client, own: &Customs) -> Vec<&'a Replaced> {
    let now = client.values();
    let can = |one: &&Replaced| one.before != now.get(&one.field) && fits(&one.field, &one.before, client, own);
    replaced.iter().filter(can).collect()
}

/// False for what the form cannot hold: a field or a choice that the centre put away, a status that may not follow.
fn fits(field: &str, value: &str, client: &Client, own: &Customs) -> bool {
    match own.named(field) {
        Some(own) if own.kind() == CustomKind::Choice && !value.is_empty() => {
            own.active && own.choices(Lang::Fr).iter().any(|(word, _)| word == value)
        }
        Some(own) => own.active,
        None if field == "status" => Status::parse(value).is_some_and(|status| client.status.may_become(status)),
        None => FIELDS.contains(&field),
    }
}

/// A field that the form takes from the history, with what the file holds.
struct Taken {
    field: String,
    label: String,
    now: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "clients/put_back.html")]
struct PutBackPage {
    page: Page,
    form: Form,
    /// What was taken from the history; nothing when what was typed here came back instead.
    told: Option<String>,
    taken: Vec<Taken>,
}

/// The form of a file, filled with the earlier values of a line of its journal: those of one field, or all. Nothing is saved:
/// that is the form's own post.
pub(super) async fn open(web: &Web, visitor: &Visitor, client: &Client, asked: &Fields) -> Answer {
    let line: i64 = asked.get("put_back").parse().map_err(|_| WebError::NotFound)?;
    let field = Some(asked.get("field")).filter(|field| !field.is_empty());
    let (id, scope, talk) = (client.id, visitor.scope(), visitor.talk());
    if is_silent(web, scope, client).await? {
        return Err(WebError::NotFound);
    }
    let replaced = store::correction(web.store.read(), scope, id, line).await?.replaced();
    if field.is_some_and(|field| replaced.iter().all(|one| one.field != field)) {
        return Err(WebError::NotFound);
    }
    let own = own_of(web, visitor).await?;
    let mut wanted = offered(&replaced, client, &own);
    if let Some(field) = field {
        wanted.retain(|one| together(&one.field) == together(field));
    }
    let masking = masking_of_file(web, visitor, id).await?;
    if wanted.iter().any(|one| masking.hides(&one.field)) {
        return Err(WebError::Conflict("clients-put-back-masked"));
    }
    let place = place_of(id, line, field);
    if !masking.is_off() {
        return Ok(see_other(&unmasking_address(id, &place)));
    }
    note_opened(web, scope, id, None).await?;
    let given = proposed(&wanted, client, &own, talk);
    let (form, restored) = filled_form(web, visitor, client, &place, &given).await?;
    let page = Page::new(web, visitor, "clients-edit-title").await?.under("/clients");
    if restored {
        return Page::show(&PutBackPage { page, form, told: None, taken: vec![] });
    }
    let told = Some(told(&wanted, &own, talk));
    Page::show(&PutBackPage { page, form, told, taken: taken(&wanted, client, &own, talk) })
}

/// The earlier values as the form shows them.
fn proposed(wanted: &[&Replaced], client: &Client, own: &Customs, talk: Talk) -> Fields {
    let mut all = client.values();
    wanted.iter().for_each(|one| all.set(&one.field, one.before.as_str()));
    let mut given = Fields::default();
    wanted.iter().for_each(|one| given.set(&one.field, typed(&one.field, &one.before, &all, own, talk)));
    given
}

/// Values of the journal as a form shows them.
pub(super) fn as_typed(values: &Fields, own: &Customs, talk: Talk) -> Fields {
    let one = |(field, value): &(String, String)| (field.clone(), typed(field, value, values, own, talk));
    Fields(values.0.iter().map(one).collect())
}

/// An earlier value as the form shows it: numbers and days in their written form, a commune in the script of the page. `all` are
/// the values beside it.
fn typed(field: &str, value: &str, all: &Fields, own: &Customs, talk: Talk) -> String {
    if let Some(number) = field.strip_prefix("commune") {
        return commune(value, all.get(&format!("wilaya{number}")), talk.lang);
    }
    let day = field == "birth_date" || own.named(field).is_some_and(|own| own.kind() == CustomKind::Date);
    if day || field.starts_with("phone") { shown(talk, own, field, value).text.text } else { value.to_owned() }
}

/// The commune of a Latin name, which several wilayas may share, in the script of a language.
fn commune(latin: &str, wilaya: &str, lang: Lang) -> String {
    let (named, code): (_, Option<i32>) = (places::communes_named(latin), wilaya.parse().ok());
    let found = named.iter().find(|own| Some(own.wilaya) == code).or(named.first());
    found.map_or_else(|| latin.to_owned(), |own| commune_name(own.id, lang).to_owned())
}

fn told(wanted: &[&Replaced], own: &Customs, talk: Talk) -> String {
    if wanted.is_empty() {
        return talk.t("clients-put-back-none").into_owned();
    }
    let fields: Vec<String> = wanted.iter().map(|one| own.label(&one.field, talk).to_lowercase()).collect();
    talk.with("clients-put-back-told", &[("fields", Arg::from(fields.join(&talk.t("clients-separator"))))])
}

fn taken(wanted: &[&Replaced], client: &Client, own: &Customs, talk: Talk) -> Vec<Taken> {
    let now = client.values();
    let taken = |one: &&Replaced| Taken {
        label: own.label(&one.field, talk),
        now: read(&one.field, now.get(&one.field), own, &Masking::default(), talk),
        field: one.field.clone(),
    };
    wanted.iter().map(taken).collect()
}
