//! The marks of a section in one semester: its mark sheets, and what each trainee's average has come to.

use ::store::{Once, StoreError, spend};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Role, Visitor, Web, WebError, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use school::programme::programme;
use words::Arg;

use super::sheet_place;
use crate::cohorts::{self, Section, led_to};
use crate::common::{id_of, module_line, school, today};
use crate::marks::results::Results;
use crate::marks::semester::{Semester, planned};
use crate::marks::{Outcome, Standing, shown, store};

/// A module of the semester.
struct Module {
    code: String,
    line: String,
    /// Its mark sheet, and how many trainees have a mark there.
    sheet: Option<(i64, usize, usize)>,
}

/// The choice that opens a sheet for every module of the semester that has none.
const ALL: &str = "all";

/// What a trainee has come to.
struct Row {
    id: i64,
    name: String,
    average: Option<String>,
    standing: Option<Standing>,
    missing: String,
}

#[derive(Template)]
#[template(path = "marks/section.html")]
struct SectionPage {
    page: Page,
    section: Section,
    semester: i64,
    /// Each semester, and whether it is the one shown.
    semesters: Vec<(i64, bool)>,
    modules: Vec<Module>,
    rows: Vec<Row>,
    form: Option<Form>,
}

fn place_of(section: i64) -> String {
    format!("/year/sections/{section}/marks")
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    section: Section,
    semester: i64,
    typed: &Fields,
    errors: &[FieldError],
) -> Result<SectionPage, WebError> {
    let (talk, db, script) = (visitor.talk(), web.store.read(), visitor.preferences.script);
    let own = Semester::read(db, &section, semester, script).await?;
    let module = |code: &String| {
        let sheet = own.sheet(code);
        let done = |own: &Results| own.people.iter().filter(|one| own.outcome(one.id) != Outcome::Open).count();
        Module {
            line: module_line(talk, code),
            sheet: sheet.map(|own| (own.sheet.id, done(own), own.people.len())),
            code: code.clone(),
        }
    };
    let modules: Vec<Module> = own.codes.iter().map(module).collect();
    let mut people = cohorts::members(db, section.id).await?;
    cohorts::in_order(&mut people, script);
    let row = |one: &cohorts::Trainee| {
        let average = own.average(one.id);
        Row {
            id: one.id,
            name: one.filed(script),
            average: average.mark.map(|mark| shown(mark, talk)),
            standing: average.mark.zip(own.rules()).map(|(mark, rules)| Standing::of(rules, mark)),
            missing: average.missing.join(", "),
        }
    };
    let rows = people.iter().map(row).collect();
    let mut open: Vec<String> = modules.iter().filter(|own| own.sheet.is_none()).map(|own| own.code.clone()).collect();
    if visitor.account.role == Role::Trainer {
        let mut own = vec![];
        for code in open {
            if cohorts::teaches(db, visitor.account.id, &code).await? {
                own.push(code);
            }
        }
        open = own;
    }
    let form = (!open.is_empty() && visitor.may(Habilitation::EnterMarks).is_ok()).then(|| {
        let every = may_open_all(visitor) && open.len() > 1;
        let every = every.then(|| (ALL.to_owned(), talk.t("marks-module-all").into_owned()));
        let each = open.into_iter().map(|code| (code.clone(), module_line(talk, &code)));
        let choices = every.into_iter().chain(each).collect();
        let once = if typed.get("once").is_empty() { web.chance.token(16) } else { typed.get("once").to_owned() };
        let place = place_of(section.id);
        Form::new(talk, &*place, format!("{place}?semester={semester}"), "marks-sheet-open")
            .fields(vec![Field::select(talk, "module", "marks-module", choices).required(talk)], typed, errors)
            .hidden("semester", semester.to_string())
            .hidden("once", once)
    });
    let args = [("section", Arg::from(section.code.as_str())), ("semester", Arg::from(semester))];
    let page = Page::titled(web, visitor, talk.with("marks-section-title", &args)).await?.under("/year");
    let wrong = form.as_ref().is_some_and(Form::is_wrong);
    let semesters = (1..=i64::from(programme().sheet.semesters)).map(|number| (number, number == semester)).collect();
    let query = format!("semester={semester}");
    Ok(SectionPage { page: page.document_of(&query).wrong(wrong), section, semester, semesters, modules, rows, form })
}

/// A trainer opens the sheets of their own modules, one by one.
fn may_open_all(visitor: &Visitor) -> bool {
    visitor.account.role != Role::Trainer
}

/// The semester that an address or a form asks for.
fn semester_of(text: &str) -> Option<i64> {
    let last = i64::from(programme().sheet.semesters);
    text.parse().ok().filter(|number| (1..=last).contains(number))
}

/// The mark sheets of a section, and averages, of the semester that is asked for, else that of today.
pub(super) async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let section = cohorts::section(web.store.read(), id_of(&id)?).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let semester = match semester_of(asked.get("semester")) {
        Some(number) => number,
        None => cohorts::semester_at(web.store.read(), section.promotion_id, &today(&web).to_string())
            .await?
            .map_or(1, |own| own.number),
    };
    Page::show(&page_of(&web, &visitor, section, semester, &Fields::default(), &[]).await?)
}

/// Opens the mark sheet of a module.
pub(super) async fn open(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let section = cohorts::section(web.store.read(), id_of(&id)?).await?;
    if let Some(place) = led_to(web.store.read(), fields.get("once")).await? {
        return Ok(see_other(&place));
    }
    let semester = semester_of(fields.get("semester")).unwrap_or(1);
    let module = fields.get("module");
    if module == ALL && may_open_all(&visitor) {
        return open_all(&web, &visitor, section, semester, &fields).await;
    }
    let mut check = Check::new(&fields);
    if planned(web.store.read(), section.promotion_id, semester).await?.iter().all(|code| code != module) {
        check.wrong("module", "marks-error-module");
    } else {
        super::may_enter(&web, &visitor, module).await?;
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        match store::open_sheet(&change, section.id, module, semester, today(&web)).await {
            Ok(sheet) => {
                let place = sheet_place(sheet);
                if let Once::Again(place) = spend(&change, fields.get("once"), &place).await? {
                    return Ok(see_other(&place));
                }
                change.commit().await?;
                sessions::tell(&web, &visitor, "marks-opened").await?;
                return Ok(see_other(&place));
            }
            Err(StoreError::Duplicate(_)) => {
                errors.push(FieldError { field: "module".to_owned(), key: "marks-error-opened", args: vec![] });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&page_of(&web, &visitor, section, semester, &fields, &errors).await?)
}

/// Opens every sheet of the semester that is not open yet, all or none.
async fn open_all(web: &Web, visitor: &Visitor, section: Section, semester: i64, fields: &Fields) -> Answer {
    let own = Semester::read(web.store.read(), &section, semester, visitor.preferences.script).await?;
    let place = format!("{}?semester={semester}", place_of(section.id));
    let change = web.store.begin(school(visitor)).await?;
    if let Once::Again(place) = spend(&change, fields.get("once"), &place).await? {
        return Ok(see_other(&place));
    }
    for code in own.codes.iter().filter(|code| own.sheet(code).is_none()) {
        match store::open_sheet(&change, section.id, code, semester, today(web)).await {
            Ok(_) => {}
            Err(StoreError::Duplicate(_)) => {
                drop(change);
                let error = FieldError { field: "module".to_owned(), key: "marks-error-opened", args: vec![] };
                return Page::show_wrong(&page_of(web, visitor, section, semester, fields, &[error]).await?);
            }
            Err(error) => return Err(error.into()),
        }
    }
    change.commit().await?;
    sessions::tell(web, visitor, "marks-opened-all").await?;
    Ok(see_other(&place))
}
