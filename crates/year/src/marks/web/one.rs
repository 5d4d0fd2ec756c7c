//! How one trainee's mark in a module was computed, line by line, the mark that a person may set in its place, and beside it where
//! the criteria of the module stand.

use ::store::{AccountId, StoreError};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, see_other, sessions,
};
use askama::Template;
use axum::extract::{Path, State};
use school::assessment::{Status, statuses};
use school::programme::programme;
use words::{Arg, Talk};

use super::{component_name, may_enter, sheet_of, sheet_place};
use crate::cohorts::{self, Trainee};
use crate::common::{id_of, school};
use crate::competence;
use crate::marks::results::Results;
use crate::marks::store::{self, Override};
use crate::marks::{Computed, Mark, Outcome, Rules, Standing, shown};

/// The longest reason, in characters.
const REASON: usize = 500;

struct ShownLine {
    name: String,
    mark: String,
    weight: i64,
    product: String,
}

#[derive(Template)]
#[template(path = "marks/one.html")]
struct OnePage {
    page: Page,
    sheet: i64,
    module: String,
    trainee: i64,
    lines: Vec<ShownLine>,
    /// What is done with the lines, one sentence each, as HTML.
    steps: Vec<String>,
    result: String,
    standing: Option<Standing>,
    set: Option<(Override, String, String)>,
    criteria: Vec<(&'static str, &'static str, Option<Status>)>,
    form: Option<Form>,
}

fn place_of(sheet: i64, trainee: i64) -> String {
    format!("{}/trainees/{trainee}", sheet_place(sheet))
}

/// The computation in sentences.
fn steps(talk: Talk, rules: &Rules, computed: &Computed) -> Vec<String> {
    let ltr = |hundredths: i64| Arg::ltr(&shown(hundredths, talk));
    let mut steps = vec![];
    if !computed.missing.is_empty() {
        let names: Vec<String> = computed.missing.iter().map(|code| component_name(talk, rules, code)).collect();
        steps.push(talk.html("marks-step-missing", &[("names", Arg::from(names.join(", ")))]));
    } else if let Some(first) = computed.first {
        let args = [
            ("sum", ltr(computed.sum.0)),
            ("weights", Arg::from(computed.sum.1)),
            ("mark", ltr(first)),
            ("step", ltr(rules.rounding)),
        ];
        steps.push(talk.html("marks-step-mean", &args));
    } else {
        steps.push(talk.html("marks-step-exempt", &[]));
    }
    if let (Some(resit), Some(mark)) = (computed.resit, computed.mark) {
        let key = if rules.resit == crate::marks::Resit::Best { "marks-step-best" } else { "marks-step-replaces" };
        steps.push(talk.html(key, &[("resit", ltr(resit)), ("mark", ltr(mark))]));
    }
    steps
}

fn override_form(
    talk: Talk,
    (sheet, trainee): (i64, i64),
    set: Option<&Override>,
    typed: Option<&Fields>,
    errors: &[FieldError],
) -> Form {
    let mut values = Fields::default();
    if let Some(own) = set {
        values.set("mark", shown(own.hundredths, talk));
        values.set("reason", own.reason.as_str());
    }
    let place = place_of(sheet, trainee);
    let fields = vec![
        Field::line(talk, "mark", "marks-set-mark").hint(talk, "marks-hint-set").exact(),
        Field::area(talk, "reason", "marks-reason", 2).required(talk),
    ];
    Form::new(talk, &*place, &*place, "marks-set-save")
        .fields(fields, typed.unwrap_or(&values), errors)
        .hidden("version", set.map_or(0, |own| own.version).to_string())
}

async fn page_of(
    web: &Web,
    visitor: &Visitor,
    results: &Results,
    trainee: &Trainee,
    typed: Option<&Fields>,
    errors: &[FieldError],
) -> Result<OnePage, WebError> {
    let (talk, rules) = (visitor.talk(), &results.rules);
    let computed = results.computed(trainee.id);
    let set = store::override_of(web.store.read(), results.sheet.id, trainee.id).await?;
    let line = |own: &crate::marks::Line| ShownLine {
        name: component_name(talk, rules, &own.component),
        mark: own.mark.map_or_else(|| "–".to_owned(), |mark| mark.typed(talk)),
        weight: own.weight,
        product: own.counts.map_or_else(|| "–".to_owned(), |counts| shown(counts * own.weight, talk)),
    };
    let (result, standing) = match computed.outcome(set.as_ref().map(|own| own.hundredths)) {
        Outcome::Mark(mark) => (shown(mark, talk), Some(Standing::of(rules, mark))),
        Outcome::Open => (talk.t("marks-open").into_owned(), None),
        Outcome::Exempt => (talk.t("marks-exempt").into_owned(), None),
    };
    let module = programme().module(&results.sheet.module);
    let criteria = match module {
        Some(module) if trainee.account_id > 0 => {
            let section = cohorts::section(web.store.read(), results.sheet.section_id).await?;
            let rule = competence::rule_of(web.store.read(), section.promotion_id).await?;
            statuses(&web.store, AccountId(trainee.account_id), module, rule).await?
        }
        _ => vec![],
    };
    let lang = talk.lang.code();
    let criteria = criteria.into_iter().map(|(own, status)| (own.id.as_str(), own.text.get(lang), status)).collect();
    let form = may_enter(web, visitor, &results.sheet.module)
        .await
        .is_ok()
        .then(|| override_form(talk, (results.sheet.id, trainee.id), set.as_ref(), typed, errors));
    let set = set.map(|own| {
        let computed = if own.computed < 0 { talk.t("marks-open").into_owned() } else { shown(own.computed, talk) };
        let mark = shown(own.hundredths, talk);
        (own, mark, computed)
    });
    let page = Page::titled(web, visitor, trainee.filed(visitor.preferences.script)).await?;
    Ok(OnePage {
        page: page.under("/year").document().wrong(!errors.is_empty()),
        sheet: results.sheet.id,
        module: crate::common::module_line(talk, &results.sheet.module),
        trainee: trainee.id,
        lines: computed.lines.iter().map(line).collect(),
        steps: steps(talk, rules, &computed),
        result,
        standing,
        set,
        criteria,
        form,
    })
}

async fn read(web: &Web, visitor: &Visitor, (id, trainee): (&str, &str)) -> Result<(Results, Trainee), WebError> {
    let sheet = sheet_of(web, id).await?;
    let trainee = cohorts::trainee(web.store.read(), id_of(trainee)?).await?;
    let results = Results::read(web.store.read(), sheet, visitor.preferences.script).await?;
    if results.people.iter().any(|own| own.id == trainee.id) { Ok((results, trainee)) } else { Err(WebError::NotFound) }
}

/// The computation of one mark.
pub(super) async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, trainee)): Path<(String, String)>,
) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let (results, trainee) = read(&web, &visitor, (&id, &trainee)).await?;
    Page::show(&page_of(&web, &visitor, &results, &trainee, None, &[]).await?)
}

/// Sets a mark in the place of the computed one, or gives it up when the field is empty. The computed one is kept beside it.
pub(super) async fn save(
    State(web): State<Web>,
    visitor: Visitor,
    Path((id, trainee)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    visitor.may(Habilitation::EnterMarks)?;
    let (results, trainee) = read(&web, &visitor, (&id, &trainee)).await?;
    may_enter(&web, &visitor, &results.sheet.module).await?;
    let mut check = Check::new(&fields);
    let new = match Mark::parse(fields.get("mark")) {
        Ok(Some(Mark::Given(mark))) => Some(mark),
        Ok(None) => None,
        Ok(Some(_)) | Err(_) => {
            check.wrong_with("mark", "marks-error-scale", vec![("typed", Arg::ltr(fields.get("mark")))]);
            None
        }
    };
    let reason = check.text("reason", REASON);
    if reason.is_empty() {
        check.wrong("reason", "marks-error-reason");
    }
    let mut errors = check.errors;
    let own = (results.sheet.id, trainee.id);
    if errors.is_empty() {
        let computed = results.computed(trainee.id).mark;
        let version = fields.get("version").parse().unwrap_or(0);
        let change = web.store.begin(school(&visitor)).await?;
        match store::put_override(&change, own, version, new, computed, &reason).await {
            Ok(()) => {
                change.commit().await?;
                sessions::tell(&web, &visitor, "marks-set-saved").await?;
                return Ok(see_other(&place_of(own.0, own.1)));
            }
            Err(StoreError::Stale) => {
                errors.push(FieldError { field: "mark".to_owned(), key: "marks-error-stale", args: vec![] });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Page::show_wrong(&page_of(&web, &visitor, &results, &trainee, Some(&fields), &errors).await?)
}
