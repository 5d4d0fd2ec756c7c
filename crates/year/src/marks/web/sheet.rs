//! A mark sheet: every mark of a section in a module, and what the module has come to for each trainee.

use ::web::{Answer, Habilitation, Page, Visitor, Web};
use askama::Template;
use axum::extract::{Path, State};
use words::Arg;

use super::{component_name, components, may_enter, sheet_of};
use crate::cohorts::{self, Section};
use crate::common::{module_line, shown_day};
use crate::marks::results::Results;
use crate::marks::store::Sheet;
use crate::marks::{Mark, Outcome, Standing, shown};

struct Row {
    id: i64,
    name: String,
    number: String,
    /// One for each component, in order.
    marks: Vec<String>,
    result: String,
    standing: Option<Standing>,
    /// True when a person set the mark.
    set: bool,
}

#[derive(Template)]
#[template(path = "marks/sheet.html")]
struct SheetPage {
    page: Page,
    sheet: Sheet,
    section: Section,
    module: String,
    rules: String,
    /// Code and name of each component.
    components: Vec<(String, String)>,
    rows: Vec<Row>,
    may_enter: bool,
}

/// One mark sheet.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let (talk, db, script) = (visitor.talk(), web.store.read(), visitor.preferences.script);
    let sheet = sheet_of(&web, &id).await?;
    let section = cohorts::section(db, sheet.section_id).await?;
    let results = Results::read(db, sheet, script).await?;
    let codes = components(&results.rules);
    let row = |own: &cohorts::Trainee| {
        let typed =
            |code: &String| results.mark(own.id, code).map_or_else(|| "–".to_owned(), |mark: Mark| mark.typed(talk));
        let outcome = results.outcome(own.id);
        let (result, standing) = match outcome {
            Outcome::Mark(mark) => (shown(mark, talk), Some(Standing::of(&results.rules, mark))),
            Outcome::Open => (talk.t("marks-open").into_owned(), None),
            Outcome::Exempt => (talk.t("marks-exempt").into_owned(), None),
        };
        Row {
            id: own.id,
            name: own.filed(script),
            number: own.number.clone(),
            marks: codes.iter().map(typed).collect(),
            result,
            standing,
            set: results.overrides.contains_key(&own.id),
        }
    };
    let rows = results.people.iter().map(row).collect();
    let args = [
        ("module", Arg::ltr(&results.sheet.module)),
        ("section", Arg::from(section.code.as_str())),
        ("semester", Arg::from(results.sheet.semester)),
    ];
    let title = talk.with("marks-sheet-title", &args);
    let opened = shown_day(&results.sheet.opened_on);
    let args = [("number", Arg::from(results.version)), ("day", Arg::ltr(&opened))];
    let rules = talk.html("marks-under", &args);
    let page = Page::titled(&web, &visitor, title).await?.under("/year").document();
    Page::show(&SheetPage {
        page,
        section,
        module: module_line(talk, &results.sheet.module),
        rules,
        components: codes.into_iter().map(|code| (code.clone(), component_name(talk, &results.rules, &code))).collect(),
        rows,
        may_enter: may_enter(&web, &visitor, &results.sheet.module).await.is_ok(),
        sheet: results.sheet,
    })
}
