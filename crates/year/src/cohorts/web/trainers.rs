//! Trainers: the list, and the form of one.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use school::programme::programme;

use super::{PLACE, name_fields};
use crate::cohorts::store::{self, Holder, Trainer};
use crate::cohorts::{NAMES, read_name};
use crate::common::{FormPage, id_of, module_line, school};

const LIST: &str = "/year/trainers";

struct Line {
    id: i64,
    name: String,
    modules: String,
}

#[derive(Template)]
#[template(path = "cohorts/trainers.html")]
struct TrainersPage {
    page: Page,
    lines: Vec<Line>,
    may_keep: bool,
}

/// The trainers and what they teach.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let db = web.store.read();
    let (trainers, modules) = tokio::try_join!(store::trainers(db), store::modules_of(db))?;
    let taught = |id: i64| {
        let order = |code: &str| programme().modules.iter().position(|module| module.code == code);
        let mut codes: Vec<&str> =
            modules.iter().filter(|(own, _)| *own == id).map(|(_, code)| code.as_str()).collect();
        codes.sort_by_key(|code| order(code));
        codes.join(", ")
    };
    let script = visitor.preferences.script;
    let line = |own: Trainer| Line { id: own.id, name: own.filed(script), modules: taught(own.id) };
    let mut lines: Vec<Line> = trainers.into_iter().map(line).collect();
    lines.sort_by(|one, other| one.name.cmp(&other.name));
    let page = Page::new(&web, &visitor, "cohorts-trainers").await?.under(PLACE).document();
    Page::show(&TrainersPage { page, lines, may_keep: visitor.may(Habilitation::KeepYear).is_ok() })
}

/// The trainer that the form corrects; nothing for a new one.
async fn own_of(web: &Web, id: &str) -> Result<Option<Trainer>, WebError> {
    Ok(if id == "new" { None } else { Some(store::trainer(web.store.read(), id_of(id)?).await?) })
}

async fn form_page(
    web: &Web,
    visitor: &Visitor,
    own: Option<&Trainer>,
    hidden: (&str, String),
    values: &Fields,
    errors: &[FieldError],
) -> Result<FormPage, WebError> {
    let talk = visitor.talk();
    let place = own.map_or_else(|| format!("{LIST}/new"), |own| format!("{LIST}/{}", own.id));
    let mut fields = vec![];
    let mut about = String::new();
    if own.is_none() {
        let accounts = store::free_accounts(web.store.read(), "trainer", Holder::Trainers, 0).await?;
        if accounts.is_empty() {
            about = talk.t("cohorts-accounts-none").into_owned();
        }
        let choices = accounts.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        fields.push(Field::select(talk, "account", "cohorts-account", choices).required(talk));
    }
    fields.extend(name_fields(talk));
    // On 20 cells the code says which module it is.
    let choice = |module: &::programme::Module| {
        let text = if talk.short { module.code.clone() } else { module_line(talk, &module.code) };
        (module.code.clone(), text)
    };
    let modules = programme().modules.iter().map(choice);
    fields.push(Field::boxes(talk, "modules", "cohorts-modules", modules.collect()));
    let form =
        Form::new(talk, &*place, &*place, "cohorts-save").fields(fields, values, errors).hidden(hidden.0, hidden.1);
    let title = if own.is_some() { "cohorts-trainer-edit" } else { "cohorts-trainer-new" };
    let page = Page::new(web, visitor, title).await?.under(PLACE).wrong(form.is_wrong());
    Ok(FormPage { page, links: vec![], about, form })
}

/// The form of a trainer, or of a new one.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    let mut values = Fields::default();
    let mut hidden = ("once", web.chance.token(16));
    if let Some(own) = &own {
        let texts = [&own.family_latin, &own.given_latin, &own.family_arabic, &own.given_arabic];
        values.0.extend(NAMES.iter().zip(texts).map(|(name, text)| ((*name).to_owned(), text.clone())));
        let modules = store::modules_of(web.store.read()).await?.into_iter().filter(|(id, _)| *id == own.id);
        values.0.extend(modules.map(|(_, code)| ("modules".to_owned(), code)));
        hidden = ("version", own.version.to_string());
    }
    Page::show(&form_page(&web, &visitor, own.as_ref(), hidden, &values, &[]).await?)
}

/// Saves a trainer, or adds one.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let own = own_of(&web, &id).await?;
    if own.is_none()
        && let Some(place) = store::led_to(web.store.read(), fields.get("once")).await?
    {
        return Ok(see_other(&place));
    }
    let mut check = Check::new(&fields);
    let account = match &own {
        Some(own) => own.account_id,
        None => {
            let accounts = store::free_accounts(web.store.read(), "trainer", Holder::Trainers, 0).await?;
            let chosen = fields.get("account").parse().ok();
            let found = accounts.iter().map(|(id, _)| *id).find(|id| Some(*id) == chosen);
            if found.is_none() {
                check.wrong("account", "cohorts-error-account");
            }
            found.unwrap_or(0)
        }
    };
    let name = read_name(&mut check, &fields);
    let chosen: Vec<&str> = fields.each("modules").collect();
    let known = programme().modules.iter().map(|module| module.code.as_str());
    let modules: Vec<&str> = known.filter(|code| chosen.contains(code)).collect();
    let mut hidden = ("once", fields.get("once").to_owned());
    if own.is_some() {
        hidden = ("version", fields.get("version").to_owned());
    }
    let mut errors = check.errors;
    if let (Some(name), true) = (name, errors.is_empty()) {
        let change = web.store.begin(school(&visitor)).await?;
        let done = match &own {
            Some(own) => {
                let version = fields.get("version").parse().unwrap_or(0);
                store::change_trainer(&change, own.id, version, &name, &modules).await
            }
            None => store::add_trainer(&change, account, &name, &modules).await.map(|_| ()),
        };
        let wrong = |field: &str, key| FieldError { field: field.to_owned(), key, args: vec![] };
        match done {
            Ok(()) => {
                if own.is_none()
                    && let Once::Again(place) = spend(&change, fields.get("once"), LIST).await?
                {
                    return Ok(see_other(&place));
                }
                change.commit().await?;
                sessions::tell(&web, &visitor, "cohorts-saved").await?;
                return Ok(see_other(LIST));
            }
            Err(StoreError::Stale) => {
                hidden.1 = own.as_ref().map_or_else(String::new, |own| own.version.to_string());
                errors.push(wrong("family_latin", "cohorts-error-stale"));
            }
            Err(StoreError::Duplicate(_)) => errors.push(wrong("account", "cohorts-error-account")),
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&form_page(&web, &visitor, own.as_ref(), hidden, &fields, &errors).await?)
}
