//! The pages of a semester plan: the plan with its checks, the form that moves blocks, and what could be filled in.

mod suggestion;

use std::collections::BTreeMap;

use ::programme::{Assignment, Block, Module, SemesterSum};
use ::store::StoreError;
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Routes, Visitor, Web, WebError, see_other,
    sessions,
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use school::programme::{programme, sentence};
use words::{Arg, Talk};

use super::{early, hours, in_order, open_blocks, problems, store};
use crate::cohorts::{self, Promotion};
use crate::common::{id_of, module_line, school};
use crate::timetable;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/year/promotions/{id}/plan", show)
        .post("/year/promotions/{id}/plan", place)
        .page("/year/promotions/{id}/plan/suggestion", suggestion::show)
        .post("/year/promotions/{id}/plan/suggestion", suggestion::take)
        .with_state(web)
}

fn place_of(promotion: i64) -> String {
    format!("/year/promotions/{promotion}/plan")
}

/// A module in one semester.
struct Taught {
    code: &'static str,
    title: &'static str,
    lecture: u32,
    practical: u32,
    weekly: u32,
    hours: u32,
}

struct Semester {
    sum: SemesterSum,
    modules: Vec<Taught>,
}

/// The hours of a module.
struct Due {
    code: &'static str,
    title: &'static str,
    due: u32,
    placed: u32,
    /// What is over: the least and the most of a section.
    done: (i64, i64),
    /// The semesters of its blocks; a dash for none.
    semesters: String,
}

#[derive(Template)]
#[template(path = "plan/plan.html")]
struct PlanPage {
    page: Page,
    promotion: Promotion,
    problems: Vec<String>,
    /// A sentence when blocks stand in no semester.
    open: Option<String>,
    early: Vec<String>,
    semesters: Vec<Semester>,
    dues: Vec<Due>,
    may_keep: bool,
    /// The modules to choose from: code and line.
    choices: Vec<(String, String)>,
    edited: Option<(&'static Module, Form)>,
}

impl PlanPage {
    fn hours(&self, hours: &u32) -> String {
        self.page.talk.with("programme-hours", &[("hours", Arg::from(i64::from(*hours)))])
    }

    /// The hours that are over: of the section that has the least and of the one that has the most.
    fn done(&self, (least, most): &(i64, i64)) -> String {
        let hours = |hours: i64| self.page.talk.with("programme-hours", &[("hours", Arg::from(hours))]);
        if least == most { hours(*least) } else { format!("{}–{}", hours(*least), hours(*most)) }
    }

    fn is_edited(&self, code: &str) -> bool {
        self.edited.as_ref().is_some_and(|(module, _)| module.code == code)
    }
}

/// A sentence for each module that begins before what it leans on.
fn said_early(talk: Talk, plan: &Assignment) -> Vec<String> {
    let say = |own: super::Early| {
        let later: Vec<String> = own.later.iter().map(|(code, _)| code.clone()).collect();
        let args = [
            ("module", Arg::ltr(&own.module)),
            ("semester", Arg::from(i64::from(own.semester))),
            ("later", Arg::ltr(&later.join(", "))),
        ];
        talk.html("plan-early", &args)
    };
    early(programme(), plan).into_iter().map(say).collect()
}

fn semesters(talk: Talk, plan: &Assignment) -> Vec<Semester> {
    let (programme, lang) = (programme(), talk.lang.code());
    let weeks = u32::from(programme.sheet.weeks_per_semester);
    let taught = |semester: u8| {
        let rows = programme.semesters.rows.iter().filter_map(move |row| {
            let places = plan.get(&row.module)?;
            let own: Vec<&Block> = row
                .blocks
                .iter()
                .zip(places)
                .filter(|(_, place)| **place == semester)
                .map(|(block, _)| block)
                .collect();
            let module = programme.module(&row.module).filter(|_| !own.is_empty())?;
            let lecture = own.iter().map(|block| u32::from(block.lecture)).sum();
            let practical = own.iter().map(|block| u32::from(block.practical)).sum();
            let weekly = lecture + practical;
            let (code, title) = (module.code.as_str(), module.title.get(lang));
            Some(Taught { code, title, lecture, practical, weekly, hours: weekly * weeks })
        });
        rows.collect()
    };
    let sums = programme.semester_sums(plan);
    sums.into_iter().map(|sum| Semester { modules: taught(sum.semester), sum }).collect()
}

fn dues(talk: Talk, plan: &Assignment, done: &BTreeMap<String, (i64, i64)>) -> Vec<Due> {
    let (programme, lang) = (programme(), talk.lang.code());
    let due = |module: &'static Module| {
        let (due, placed) = hours(programme, plan, &module.code);
        let place = |place: &u8| if *place == 0 { "–".to_owned() } else { place.to_string() };
        let places: Vec<String> = plan.get(&module.code).into_iter().flatten().map(place).collect();
        let done = done.get(&module.code).copied().unwrap_or_default();
        Due { code: &module.code, title: module.title.get(lang), due, placed, done, semesters: places.join(", ") }
    };
    programme.modules.iter().map(due).collect()
}

/// The name of the field of a block, counted from 1.
fn field_of(rank: usize) -> String {
    format!("block-{rank}")
}

/// The form that places the blocks of a module.
fn move_form(
    talk: Talk,
    promotion: &Promotion,
    module: &'static Module,
    values: &Fields,
    errors: &[FieldError],
) -> Form {
    let semesters = 1..=programme().sheet.semesters;
    let number = |number: u8| {
        (number.to_string(), talk.with("programme-semester-number", &[("number", Arg::from(i64::from(number)))]))
    };
    let none = ("0".to_owned(), talk.t("programme-nowhere").into_owned());
    let choices: Vec<_> = std::iter::once(none).chain(semesters.map(number)).collect();
    let blocks = programme().semester_row(&module.code).map(|row| row.blocks.as_slice()).unwrap_or_default();
    let field = |(rank, block): (usize, &Block)| {
        let label = talk.with("programme-block", &[("number", Arg::from(rank))]);
        let hours =
            [("lecture", Arg::from(i64::from(block.lecture))), ("practical", Arg::from(i64::from(block.practical)))];
        Field::select(talk, field_of(rank), "plan-block", choices.clone())
            .labelled(&label)
            .hinted(&talk.with("programme-block-hours", &hours))
    };
    let place = place_of(promotion.id);
    Form::new(talk, &*place, format!("{place}?edit={}", module.code), "plan-place")
        .fields((1..).zip(blocks).map(field).collect(), values, errors)
        .hidden("module", module.code.as_str())
        .hidden("version", promotion.plan_version.to_string())
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    promotion: Promotion,
    edited: Option<&'static Module>,
    typed: Option<(&Fields, &[FieldError])>,
) -> Result<PlanPage, WebError> {
    let talk = visitor.talk();
    let plan = store::plan_of(web.store.read(), promotion.id).await?;
    let done = timetable::done_by_module(web, promotion.id).await?;
    let open = open_blocks(&plan);
    let may_keep = visitor.may(Habilitation::KeepYear).is_ok();
    let edited = edited.filter(|_| may_keep).map(|module| {
        let mut values = Fields::default();
        for (rank, place) in (1..).zip(plan.get(&module.code).into_iter().flatten()) {
            values.set(&field_of(rank), place.to_string());
        }
        let (values, errors) = typed.unwrap_or((&values, &[]));
        (module, move_form(talk, &promotion, module, values, errors))
    });
    let title = talk.with("plan-title", &[("promotion", Arg::from(promotion.code.as_str()))]);
    let page = Page::titled(web, visitor, title).await?.under("/year").document();
    let wrong = edited.as_ref().is_some_and(|(_, form)| form.is_wrong());
    Ok(PlanPage {
        problems: problems(programme(), &plan).iter().map(|problem| sentence(talk, problem)).collect(),
        open: (open > 0).then(|| talk.with("plan-open", &[("n", Arg::from(open))])),
        early: said_early(talk, &plan),
        semesters: semesters(talk, &plan),
        dues: dues(talk, &plan, &done),
        may_keep,
        choices: programme().modules.iter().map(|own| (own.code.clone(), module_line(talk, &own.code))).collect(),
        edited,
        page: page.wrong(wrong),
        promotion,
    })
}

/// The plan of a promotion with its checks; `?edit=MQ6` opens the form of that module.
async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ReadYear)?;
    let promotion = cohorts::promotion(web.store.read(), id_of(&id)?).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    Page::show(&page_of(&web, &visitor, promotion, programme().module(asked.get("edit")), None).await?)
}

/// Places the blocks of one module. They must follow one another; hours are checked on the page and refuse nothing, because a
/// plan is moved one block at a time.
async fn place(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let promotion = cohorts::promotion(web.store.read(), id_of(&id)?).await?;
    let module = programme().module(fields.get("module")).ok_or(WebError::NotFound)?;
    let blocks = programme().semester_row(&module.code).map_or(0, |row| row.blocks.len());
    let mut check = Check::new(&fields);
    let mut places: Vec<u8> = vec![];
    for rank in 1..=blocks {
        let field = field_of(rank);
        let chosen = fields.get(&field).parse().ok().filter(|place| *place <= programme().sheet.semesters);
        match chosen {
            Some(place) => places.push(place),
            None => check.wrong(&field, "frame-error-choice"),
        }
        if !in_order(&places) {
            check.wrong(&field, "plan-error-order");
        }
    }
    let mut errors = check.errors;
    if errors.is_empty() {
        let change = web.store.begin(school(&visitor)).await?;
        let version = fields.get("version").parse().unwrap_or(0);
        match store::place(&change, promotion.id, version, &module.code, &places).await {
            Ok(()) => {
                change.commit().await?;
                sessions::tell(&web, &visitor, "plan-placed").await?;
                return Ok(see_other(&format!("{}?edit={}", place_of(promotion.id), module.code)));
            }
            Err(StoreError::Stale) => {
                errors.push(FieldError { field: field_of(1), key: "plan-error-stale", args: vec![] });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&page_of(&web, &visitor, promotion, Some(module), Some((&fields, &errors))).await?)
}
