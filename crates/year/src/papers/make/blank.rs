//! Papers to write on: the evaluation grid of a module, and the internship sheet of the programme.

use ::programme::Criterion;
use ::store::ConnectionTrait;
use ::web::WebError;
use school::programme::programme;
use words::{Arg, Lang, Talk};

use super::{Cell, Paper, Part, module_name, not_found};
use crate::cohorts;

/// The columns that a trainer ticks, as the grid of a review has them.
const LEVELS: [&str; 5] =
    ["assessment-level-3", "assessment-level-2", "assessment-level-1", "assessment-level-0", "assessment-level-none"];

fn grid_of(talk: Talk, caption: String, criteria: &[Criterion]) -> Part {
    let first = std::iter::once(talk.t("assessment-criterion").into_owned());
    let remark = std::iter::once(talk.t("papers-remark").into_owned());
    let head: Vec<String> = first.chain(LEVELS.map(|key| talk.t(key).into_owned())).chain(remark).collect();
    let row = |own: &Criterion| {
        let text = format!("{} {}", own.id, own.text.get(talk.lang.code()));
        std::iter::once(Cell::words(text)).chain((1..head.len()).map(|_| Cell::default())).collect()
    };
    let rows = criteria.iter().map(row).collect();
    Part::Table(caption, head, rows)
}

/// The blank grid of a module: its criteria, general ones first, with room to tick.
pub(super) fn grid(talk: Talk, code: &str) -> Result<Paper, WebError> {
    let Some(module) = programme().module(code) else { return not_found() };
    let lang = talk.lang.code();
    let mut parts = vec![
        Part::Facts(vec![(talk.t("marks-module").into_owned(), Cell::words(module_name(talk, code)))]),
        Part::Blank(talk.t("papers-name").into_owned()),
        Part::Blank(talk.t("papers-trainer").into_owned()),
        Part::Sentence(talk.html("papers-behaviour", &[("text", Arg::from(module.behaviour.get(lang)))])),
    ];
    if !module.general_criteria.is_empty() {
        parts.push(grid_of(talk, talk.t("papers-general").into_owned(), &module.general_criteria));
    }
    for own in module.objectives.iter().filter(|own| !own.criteria.is_empty()) {
        parts.push(grid_of(talk, format!("{} {}", own.id, own.text.get(lang)), &own.criteria));
    }
    let title = talk.t("papers-grid").into_owned();
    Ok(Paper { title, number: code.to_owned(), parts, signatures: vec![talk.t("papers-trainer").into_owned()] })
}

/// The internship sheet, as the programme gives it, with room for who is followed by whom.
pub(super) async fn internship(db: &impl ConnectionTrait, talk: Talk, code: &str) -> Result<Paper, WebError> {
    let sheet = &programme().sheet;
    if sheet.code != code {
        return not_found();
    }
    let (own, lang) = (&sheet.internship, talk.lang.code());
    let institution = cohorts::institution(db).await?;
    let [promoter, co_promoter] = if talk.lang == Lang::Ar {
        [institution.promoter_ar, institution.co_promoter_ar]
    } else {
        [institution.promoter_fr, institution.co_promoter_fr]
    };
    let length = talk.with(
        "papers-length",
        &[("hours", Arg::from(i64::from(own.hours))), ("months", Arg::from(i64::from(own.months)))],
    );
    let mut parts = vec![
        Part::Facts(vec![
            (talk.t("papers-programme").into_owned(), Cell::words(format!("{code} {}", sheet.title.get(lang)))),
            (talk.t("papers-internship-name").into_owned(), Cell::words(own.title.get(lang))),
            (talk.t("papers-duration").into_owned(), Cell::words(length)),
        ]),
        Part::Blank(talk.t("papers-name").into_owned()),
        Part::Blank(talk.t("papers-company").into_owned()),
        Part::Blank(promoter.clone()),
        Part::Blank(co_promoter.clone()),
    ];
    let prose = [
        ("papers-purpose", &own.purpose),
        ("papers-goal", &own.goal),
        ("papers-running", &own.running),
        ("papers-follow-up", &own.follow_up),
        ("papers-report", &own.report),
        ("papers-assessed", &own.assessment),
    ];
    for (key, text) in prose {
        parts.push(Part::Heading(talk.t(key).into_owned()));
        parts.push(Part::List(text.get(lang).lines().map(Cell::words).collect()));
    }
    parts.push(Part::Heading(talk.t("papers-criteria").into_owned()));
    parts.push(grid_of(talk, talk.t("papers-criteria-caption").into_owned(), &own.criteria));
    let title = talk.t("papers-internship").into_owned();
    Ok(Paper { title, number: own.code.clone(), parts, signatures: vec![promoter, co_promoter] })
}
