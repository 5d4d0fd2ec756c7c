//! The pages of accesses: of one file, and of the whole centre with filters.

use ::web::accounts::fold_login;
use ::web::preferences::Script;
use ::web::{Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Role, Routes, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use names::fold::ascii_digits;
use words::Talk;

use super::store::{self, Row};
use super::{After, Asked};
use crate::clients::Day;
use crate::law::masking::Reason;
use crate::law::purposes::day;
use crate::law::web::{Shown, head};

pub(in crate::law) fn routes(web: Web) -> Routes {
    Routes::new().page("/clients/{id}/accesses", of_a_file).page("/law/accesses", of_the_centre).with_state(web)
}

/// An access, ready to be read.
struct Line {
    who: Option<String>,
    role: Option<&'static str>,
    at: i64,
    what: &'static str,
    call: Option<i64>,
    /// The reason that was given to see it in full.
    reason: Option<&'static str>,
    client: i64,
    name: Shown,
}

impl Line {
    fn new(row: Row, script: Script, talk: Talk) -> Self {
        let what = match (row.verb.as_str(), row.call_id) {
            ("client.data_given", _) => "law-access-data",
            ("client.unmasked", _) => "law-access-unmasked",
            (_, Some(_)) => "law-access-call",
            (_, None) => "law-access-search",
        };
        Self {
            name: Shown::new(name(&row, script), talk),
            role: row.role.as_deref().and_then(Role::parse).map(Role::key),
            who: row.actor,
            at: row.at,
            what,
            call: row.call_id,
            reason: reason_of(&row.detail),
            client: row.client_id,
        }
    }
}

/// The text key of the reason that stands in a line of the journal.
fn reason_of(detail: &str) -> Option<&'static str> {
    let detail: serde_json::Value = serde_json::from_str(detail).ok()?;
    Reason::parse(detail["reason"].as_str()?).map(Reason::key)
}

/// The name as lists show it, in the preferred script when the file has it.
fn name(row: &Row, script: Script) -> String {
    let latin = format!("{} {}", row.family_latin, row.given_latin);
    let arabic = format!("{} {}", row.family_arabic, row.given_arabic);
    let (first, second) = if script == Script::Arabic { (arabic, latin) } else { (latin, arabic) };
    let shown = if first.trim().is_empty() { second } else { first };
    shown.trim().to_owned()
}

#[derive(Template)]
#[template(path = "law/accesses/list.html")]
struct ListPage {
    page: Page,
    /// The file and its name; none on the page of the centre.
    back: Option<(String, Shown)>,
    form: Option<Form>,
    lines: Vec<Line>,
    /// The address of the next page.
    next: Option<String>,
}

async fn of_a_file(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let head = head(&web, &visitor, &id).await?;
    let query = query.unwrap_or_default();
    let after = After::parse(Fields::parse(query.as_bytes()).get("after")).unwrap_or(After::NEWEST);
    let id = head.client.id.0;
    let asked = Asked { client: Some(id), after, ..Asked::ALL };
    let (rows, next) = store::page(web.store.read(), visitor.scope(), asked).await?;
    let page = Page::new(&web, &visitor, "law-accesses-title").await?.under("/clients").document_of(&query);
    let next = next.map(|next| format!("/clients/{id}/accesses?after={next}"));
    Page::show(&ListPage { page, back: Some(head.back), form: None, lines: lines(rows, &visitor), next })
}

fn lines(rows: Vec<Row>, visitor: &Visitor) -> Vec<Line> {
    rows.into_iter().map(|row| Line::new(row, visitor.preferences.script, visitor.talk())).collect()
}

/// The accesses of the centre. What is asked stands in the address; what cannot be read is told at its field.
async fn of_the_centre(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::KeepLaw)?;
    let query = query.unwrap_or_default();
    let fields = Fields::parse(query.as_bytes());
    let (asked, errors) = read(&web, &fields).await?;
    let wrong = !errors.is_empty();
    let (rows, next) = match wrong {
        true => (vec![], None),
        false => store::page(web.store.read(), visitor.scope(), asked).await?,
    };
    let page = Page::new(&web, &visitor, "law-accesses-all").await?.under("/law").wrong(wrong).document_of(&query);
    let form = form(visitor.talk(), &fields, &errors);
    let next = next.map(|next| next_page(&fields, next));
    let shown = ListPage { page, back: None, form: Some(form), lines: lines(rows, &visitor), next };
    if wrong { Page::show_wrong(&shown) } else { Page::show(&shown) }
}

const FILTERS: [&str; 4] = ["person", "file", "from", "to"];

fn next_page(fields: &Fields, next: After) -> String {
    let kept = FILTERS.into_iter().filter(|name| !fields.get(name).is_empty());
    let kept: String = kept.map(|name| format!("{name}={}&", crate::clients::encoded(fields.get(name)))).collect();
    format!("/law/accesses?{kept}after={next}")
}

fn form(talk: Talk, values: &Fields, errors: &[FieldError]) -> Form {
    let fields = vec![
        Field::line(talk, "person", "law-access-person").hint(talk, "law-access-person-hint").exact(),
        Field::line(talk, "file", "law-access-file").hint(talk, "law-access-file-hint"),
        Field::line(talk, "from", "law-access-from").hint(talk, "law-day-hint"),
        Field::line(talk, "to", "law-access-to"),
    ];
    Form::search(talk, "/law/accesses", "law-access-filter").fields(fields, values, errors)
}

async fn read(web: &Web, fields: &Fields) -> Result<(Asked, Vec<FieldError>), WebError> {
    let mut check = Check::new(fields);
    let login = fold_login(&check.line("person", 80));
    let actor = if login.is_empty() { None } else { store::account(web.store.read(), &login).await? };
    if actor.is_none() && !login.is_empty() {
        check.wrong("person", "law-error-person");
    }
    let file = ascii_digits(&check.line("file", 20));
    let client = file.parse::<i64>().ok();
    if client.is_none() && !file.is_empty() {
        check.wrong("file", "law-error-file");
    }
    let (from, to) = (day(&mut check, "from"), day(&mut check, "to"));
    if from.is_some() && to.is_some() && to < from {
        check.wrong("to", "law-error-until");
    }
    let begins = |day: Day| day.begins(web.config.offset_minutes).0;
    let asked = Asked {
        actor,
        client,
        from: from.map_or(0, begins),
        until: to.map_or(i64::MAX, |day| begins(day.plus_days(1))),
        after: After::parse(fields.get("after")).unwrap_or(After::NEWEST),
    };
    Ok((asked, check.errors))
}
