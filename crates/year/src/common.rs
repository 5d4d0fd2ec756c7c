//! What the rooms of the school year have in common: where they write, days, pages that are one form.

use ::store::{CentreId, Scope};
use ::web::preferences::Script;
use ::web::{Check, Form, Page, Visitor, Web, WebError};
use askama::Template;
use desk::clients::{Day, DayError};
use names::NameFields;
use words::Talk;

/// The school has one journal, that of the training centre, wherever the person stands.
pub(crate) fn school(visitor: &Visitor) -> Scope {
    Scope { centre: CentreId::TRAINING, actor: Some(visitor.account.id) }
}

/// An identity in an address.
pub(crate) fn id_of(text: &str) -> Result<i64, WebError> {
    text.parse().map_err(|_| WebError::NotFound)
}

/// Today at the school.
pub(crate) fn today(web: &Web) -> Day {
    Day::of(web.clock().now(), web.config.offset_minutes)
}

/// A stored day as people read it; nothing for none.
pub(crate) fn shown_day(stored: &str) -> String {
    Day::parse(stored).map_or_else(|_| String::new(), Day::shown)
}

/// Reads a day; an empty field is no day, and wrong when `missing` says so.
pub(crate) fn read_day(check: &mut Check<'_>, field: &str, missing: Option<&'static str>) -> Option<Day> {
    let typed = check.line(field, 40);
    if typed.is_empty() {
        if let Some(missing) = missing {
            check.wrong(field, missing);
        }
        return None;
    }
    match Day::parse(&typed) {
        Ok(day) => Some(day),
        Err(DayError::Unreadable) => {
            check.wrong(field, "cohorts-error-day");
            None
        }
        Err(DayError::Impossible) => {
            check.wrong(field, "cohorts-error-day-impossible");
            None
        }
    }
}

/// A page that is one form.
#[derive(Template)]
#[template(path = "form.html")]
pub(crate) struct FormPage {
    pub page: Page,
    /// Links that lead back, or on: address and text.
    pub links: Vec<(String, String)>,
    /// What is to be known before filling it; empty for nothing.
    pub about: String,
    pub form: Form,
}

/// The name as it is filed, family name first, in the preferred script when it is complete there, else in the other.
pub(crate) fn filed(name: &NameFields, script: Script) -> String {
    in_script(name, script).or_else(|| in_script(name, other(script))).unwrap_or_default()
}

/// The same name in the script that [`filed`] did not use, when it is complete there.
pub(crate) fn filed_in_other(name: &NameFields, script: Script) -> Option<String> {
    in_script(name, script)?;
    in_script(name, other(script))
}

fn in_script(name: &NameFields, script: Script) -> Option<String> {
    let (given, family) = match script {
        Script::Latin => (&name.given_latin, &name.family_latin),
        Script::Arabic => (&name.given_arabic, &name.family_arabic),
    };
    (!given.is_empty() && !family.is_empty()).then(|| format!("{family} {given}"))
}

fn other(script: Script) -> Script {
    match script {
        Script::Latin => Script::Arabic,
        Script::Arabic => Script::Latin,
    }
}

/// A module of the programme as a list shows it: code first.
pub(crate) fn module_line(talk: Talk, code: &str) -> String {
    let title = school::programme::programme().module(code).map_or("", |module| module.title.get(talk.lang.code()));
    format!("{code} {title}")
}
