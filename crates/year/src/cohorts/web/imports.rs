//! Lists of trainees from a file: read, looked at line by line, enrolled in one go, taken back while nothing hangs on them.

use std::collections::BTreeMap;

use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Upload, Visitor, Web, WebError, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, Query, State};
use desk::clients::Day;
use serde::Deserialize;
use words::{Arg, Talk};

use super::{PLACE, section_choices};
use crate::cohorts::file::{self, FIELDS, MOST_LINES, label_of};
use crate::cohorts::store::{self, Import};
use crate::cohorts::{NewTrainee, Verdict, judge};
use crate::common::{id_of, read_day, school, shown_day, today};

const LIST: &str = "/year/imports";
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// The section that a list is for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    section: Option<i64>,
}

#[derive(Template)]
#[template(path = "cohorts/imports.html")]
struct ImportsPage {
    page: Page,
    imports: Vec<Import>,
    /// Nothing while there is no section.
    fields: Option<[Field; 2]>,
    error: Option<String>,
    errors: Vec<(String, String)>,
}

async fn list_page(
    web: &Web,
    visitor: &Visitor,
    values: &Fields,
    errors: &[FieldError],
    error: Option<String>,
) -> Result<ImportsPage, WebError> {
    let talk = visitor.talk();
    let imports = store::imports(web.store.read()).await?;
    let sections = section_choices(web, None).await?;
    let fields = (!sections.is_empty()).then(|| {
        let section = Field::select(talk, "section", "cohorts-section", sections).required(talk);
        let from = Field::line(talk, "from", "cohorts-from").required(talk).hint(talk, "cohorts-hint-day");
        [section.filled(talk, values, errors), from.filled(talk, values, errors)]
    });
    let mut told: Vec<(String, String)> =
        errors.iter().map(|error| (format!("f-{}", error.field), talk.with(error.key, &error.args))).collect();
    told.extend(error.iter().map(|text| ("f-file".to_owned(), text.clone())));
    let page = Page::new(web, visitor, "cohorts-imports").await?.under(PLACE).wrong(!told.is_empty());
    Ok(ImportsPage { page, imports, fields, error, errors: told })
}

/// The form of a list, and the lists before it.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let mut values = Fields::default();
    values.set("section", asked.section.map_or_else(String::new, |id| id.to_string()));
    values.set("from", today(&web).shown());
    Page::show(&list_page(&web, &visitor, &values, &[], None).await?)
}

/// Takes a file and leads to its lines; one that cannot be read changes nothing.
pub(super) async fn receive(State(web): State<Web>, visitor: Visitor, fields: Fields, upload: Upload) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let talk = visitor.talk();
    let mut check = Check::new(&fields);
    let section = fields.get("section").parse().unwrap_or(0);
    if !section_choices(&web, None).await?.iter().any(|(id, _)| *id == fields.get("section")) {
        check.wrong("section", "cohorts-error-choose-section");
    }
    let from = read_day(&mut check, "from", Some("cohorts-error-day"));
    let name: String = upload.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let read = if upload.bytes.is_empty() {
        Err("cohorts-import-missing")
    } else {
        let (told, bytes) = (name.clone(), upload.bytes.clone());
        let read = tokio::task::spawn_blocking(move || file::read(&told, &bytes)).await;
        read.map_err(|error| WebError::Broken(error.to_string()))?.map_err(|error| {
            tracing::info!(%error, "a list of trainees was refused");
            file::refused(&error)
        })
    };
    let most = [("most", Arg::from(MOST_LINES))];
    let read = read.map_err(|key| talk.t(key).into_owned());
    let read = read.and_then(|read| {
        if read.lines.len() > MOST_LINES { Err(talk.with("cohorts-import-long", &most)) } else { Ok(read) }
    });
    match (read, from, check.errors.is_empty()) {
        (Ok(read), Some(from), true) => {
            let change = web.store.begin(school(&visitor)).await?;
            let parts = (&read.header[..], &read.columns[..], &read.lines[..]);
            let id = store::prepare(&change, &name, (section, from), parts).await?;
            change.commit().await?;
            Ok(see_other(&format!("{LIST}/{id}")))
        }
        (read, ..) => Page::show_wrong(&list_page(&web, &visitor, &fields, &check.errors, read.err()).await?),
    }
}

/// What is said of one line.
struct Told {
    line: i64,
    who: String,
    why: String,
}

/// What enrolling a list would do.
struct Trial {
    people: Vec<NewTrainee>,
    /// Lines that say what the register says already.
    same: Vec<Told>,
    /// Lines that are left aside, with the reason.
    aside: Vec<Told>,
}

/// Tries every line against the register.
async fn attempt(web: &Web, visitor: &Visitor, import: &Import) -> Result<Trial, WebError> {
    let (talk, columns, script) = (visitor.talk(), import.columns(), visitor.preferences.script);
    let lines = import.lines();
    let mut trial = Trial { people: vec![], same: vec![], aside: vec![] };
    let mut read: Vec<(i64, NewTrainee)> = vec![];
    for line in &lines {
        let fields = file::fields(line, &columns);
        let who = if line.broken { String::new() } else { fields.get("number").to_owned() };
        if line.broken {
            trial.aside.push(Told { line: line.line, who, why: talk.t("cohorts-line-broken").into_owned() });
            continue;
        }
        match file::person(&fields, today(web)) {
            Ok(new) => read.push((line.line, new)),
            Err(errors) => {
                let why: Vec<String> = errors.iter().map(|error| talk.with(error.key, &error.args)).collect();
                trial.aside.push(Told { line: line.line, who, why: why.join(" ") });
            }
        }
    }
    let numbers: Vec<String> = read.iter().map(|(_, new)| new.number.clone()).collect();
    let births: Vec<String> = read.iter().filter_map(|(_, new)| Some(new.birth?.to_string())).collect();
    let enrolled = store::all_for_comparison(web.store.read(), &numbers, &births).await?;
    let mut seen: BTreeMap<String, i64> = BTreeMap::new();
    for (line, new) in read {
        let verdict = match seen.get(&new.number) {
            Some(first) => Verdict::Repeats(*first),
            None => judge(&new, &enrolled, script),
        };
        seen.entry(new.number.clone()).or_insert(line);
        let told = |why| Told { line, who: new.number.clone(), why };
        match verdict {
            Verdict::New => trial.people.push(new),
            Verdict::Same => trial.same.push(told(talk.t("cohorts-line-same").into_owned())),
            other => trial.aside.push(told(said(talk, &other))),
        }
    }
    trial.aside.sort_by_key(|own| own.line);
    Ok(trial)
}

/// Why a line is left aside.
fn said(talk: Talk, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Contradicts(name) => talk.with("cohorts-line-contradicts", &[("name", Arg::from(name.as_str()))]),
        Verdict::Resembles(number) => talk.with("cohorts-line-resembles", &[("number", Arg::ltr(number))]),
        Verdict::Repeats(line) => talk.with("cohorts-line-repeats", &[("line", Arg::from(*line))]),
        Verdict::New | Verdict::Same => String::new(),
    }
}

#[derive(Template)]
#[template(path = "cohorts/import.html")]
struct ImportPage {
    page: Page,
    import: Import,
    from: String,
    trial: Option<Trial>,
    columns: Form,
    /// Those on whom something hangs since, when the list was enrolled.
    held: Vec<String>,
    told: Option<String>,
}

async fn page_of(web: &Web, visitor: &Visitor, import: Import, told: Option<String>) -> Result<ImportPage, WebError> {
    let talk = visitor.talk();
    let trial = if import.state == "prepared" { Some(attempt(web, visitor, &import).await?) } else { None };
    let held = if import.state == "enrolled" { store::hold(web.store.read(), import.id).await? } else { vec![] };
    let (header, columns) = (import.header(), import.columns());
    let none = (String::new(), talk.t("cohorts-column-none").into_owned());
    let choice = |(at, name): (usize, &String)| (at.to_string(), format!("{} {name}", at + 1));
    let choices: Vec<_> = std::iter::once(none).chain(header.iter().enumerate().map(choice)).collect();
    let field = |name: &'static str| {
        Field::select(talk, format!("column-{name}"), "cohorts-number", choices.clone())
            .labelled(&talk.label(label_of(name)))
    };
    let mut values = Fields::default();
    for name in FIELDS {
        let at = columns.iter().position(|own| own == name).map_or_else(String::new, |at| at.to_string());
        values.set(&format!("column-{name}"), at);
    }
    let place = format!("{LIST}/{}", import.id);
    let columns = Form::new(talk, format!("{place}/columns"), place, "cohorts-columns-set");
    let columns = columns.fields(FIELDS.map(field).to_vec(), &values, &[]);
    let page = Page::titled(web, visitor, import.name.clone()).await?.under(PLACE).wrong(told.is_some());
    let from = shown_day(&import.from_on);
    let held = held.into_iter().map(|own| own.number).collect();
    Ok(ImportPage { page, import, from, trial, columns, held, told })
}

/// A list: what enrolling it would do, or what it did.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let import = store::import(web.store.read(), id_of(&id)?).await?;
    Page::show(&page_of(&web, &visitor, import, None).await?)
}

/// Says which column fills which field.
pub(super) async fn map(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let import = store::import(web.store.read(), id_of(&id)?).await?;
    let mut columns = vec![String::new(); import.header().len()];
    for name in FIELDS {
        let at: Option<usize> = fields.get(&format!("column-{name}")).parse().ok();
        if let Some(column) = at.and_then(|at| columns.get_mut(at)) {
            name.clone_into(column);
        }
    }
    let change = web.store.begin(school(&visitor)).await?;
    match store::map(&change, import.id, &columns).await {
        Ok(()) => change.commit().await?,
        Err(StoreError::Stale) => return Err(WebError::Conflict("cohorts-import-used")),
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&format!("{LIST}/{}", import.id)))
}

/// Enrols everybody of the list whom the page announced; when the register changed meanwhile, the page is shown again.
pub(super) async fn enrol(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let import = store::import(web.store.read(), id_of(&id)?).await?;
    let place = format!("{LIST}/{}", import.id);
    if import.state != "prepared" {
        return Ok(see_other(&place));
    }
    let trial = attempt(&web, &visitor, &import).await?;
    let changed = |talk: Talk| Some(talk.t("cohorts-import-changed").into_owned());
    if trial.people.is_empty() || trial.people.len().to_string() != fields.get("expected") {
        let told = changed(visitor.talk());
        return Page::show_wrong(&page_of(&web, &visitor, import, told).await?);
    }
    let from = Day::parse(&import.from_on).unwrap_or_else(|_| today(&web));
    let change = web.store.begin(school(&visitor)).await?;
    match store::enrol(&change, &import, &trial.people, from).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "cohorts-enrolled").await?;
            Ok(see_other(&place))
        }
        Err(StoreError::Stale) => Ok(see_other(&place)),
        Err(StoreError::Duplicate(_)) => {
            drop(change);
            let told = changed(visitor.talk());
            Page::show_wrong(&page_of(&web, &visitor, import, told).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes a list back: only while nothing hangs on anybody of it.
pub(super) async fn revert(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, _: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let import = store::import(web.store.read(), id_of(&id)?).await?;
    let place = format!("{LIST}/{}", import.id);
    if import.state != "enrolled" {
        return Ok(see_other(&place));
    }
    let change = web.store.begin(school(&visitor)).await?;
    match store::revert(&change, import.id).await {
        Ok(()) => {
            change.commit().await?;
            sessions::tell(&web, &visitor, "cohorts-reverted").await?;
            Ok(see_other(&place))
        }
        Err(StoreError::Stale) => Err(WebError::Conflict("cohorts-import-held")),
        Err(error) => Err(error.into()),
    }
}
