//! Papers over sealed minutes: transcripts, and the minutes themselves.

use ::store::ConnectionTrait;
use ::web::WebError;
use words::{Arg, Lang, Talk};

use super::{Cell, Paper, Part, about, module_name, names_of, programme_title};
use crate::cohorts::{self, Trainee};
use crate::common::shown_day;
use crate::council::{self, Council, Decided, Minutes, ModuleFact, Person};
use crate::marks::shown;

fn mark_of(talk: Talk, mark: Option<i64>) -> Cell {
    Cell::figures(mark.map_or_else(|| "–".to_owned(), |mark| shown(mark, talk)))
}

fn standing_of(talk: Talk, own: &ModuleFact) -> String {
    let key = match own.standing.as_str() {
        "passed" => "marks-standing-passed",
        "compensable" => "marks-standing-compensable",
        "failed" => "marks-standing-failed",
        "eliminatory" => "marks-standing-eliminatory",
        "exempt" => "marks-exempt",
        _ => "marks-open",
    };
    talk.t(key).into_owned()
}

/// What the institution calls a decision, in the language of the paper.
pub(super) fn decision_of(talk: Talk, own: &Decided) -> String {
    if talk.lang == Lang::Ar { own.ar.clone() } else { own.fr.clone() }
}

fn semester(talk: Talk, own: &Minutes) -> String {
    talk.with("cohorts-semester-number", &[("number", Arg::from(own.semester))])
}

fn semester_parts(talk: Talk, minutes: &Minutes, own: &Person) -> Vec<Part> {
    let row = |module: &ModuleFact| {
        vec![
            Cell::words(module_name(talk, &module.code)),
            Cell::figures(module.coefficient.to_string()),
            mark_of(talk, module.mark),
            Cell::words(standing_of(talk, module)),
        ]
    };
    let head = ["marks-module", "marks-coefficient", "papers-mark-of-20", "marks-standing"];
    let head = head.map(|key| talk.t(key).into_owned()).to_vec();
    let caption = talk.with("papers-marks-caption", &[("semester", Arg::from(minutes.semester))]);
    let facts = vec![
        (talk.t("marks-average").into_owned(), mark_of(talk, own.average)),
        (talk.t("council-decision").into_owned(), Cell::words(decision_of(talk, &own.decided))),
        (talk.t("council-minutes").into_owned(), Cell::figures(minutes.reference())),
        (talk.t("papers-on").into_owned(), Cell::figures(shown_day(&minutes.sealed_on))),
    ];
    vec![
        Part::Heading(semester(talk, minutes)),
        Part::Table(caption, head, own.modules.iter().map(row).collect()),
        Part::Facts(facts),
    ]
}

fn transcript_of(talk: Talk, trainee: &Trainee, all: &[Minutes]) -> Paper {
    let mut parts = vec![about(talk, trainee)];
    let own = |minutes: &Minutes| minutes.people.iter().find(|own| own.trainee == trainee.id).cloned();
    let mut numbers = vec![];
    for minutes in all {
        let Some(person) = own(minutes) else { continue };
        if numbers.is_empty() {
            parts.push(Part::Facts(course(talk, minutes)));
        }
        parts.extend(semester_parts(talk, minutes, &person));
        numbers.push(minutes.reference());
    }
    if numbers.is_empty() {
        parts.push(Part::Sentence(talk.html("papers-nothing-sealed", &[])));
    }
    let number =
        if numbers.is_empty() { String::new() } else { format!("{} – {}", trainee.number, numbers.join(", ")) };
    let title = talk.t("papers-transcript").into_owned();
    Paper { title, number, parts, signatures: vec![talk.t("papers-director").into_owned()] }
}

/// Programme, promotion and section.
fn course(talk: Talk, minutes: &Minutes) -> Vec<(String, Cell)> {
    let programme = format!("{} {}", minutes.programme, programme_title(talk, &minutes.programme));
    vec![
        (talk.t("papers-programme").into_owned(), Cell::words(programme.trim().to_owned())),
        (talk.t("papers-promotion").into_owned(), Cell::words(minutes.promotion.as_str())),
        (talk.t("cohorts-section").into_owned(), Cell::words(minutes.section.as_str())),
    ]
}

fn read(councils: &[Council]) -> Result<Vec<Minutes>, WebError> {
    Ok(councils.iter().map(Council::minutes).collect::<::store::Result<_>>()?)
}

/// The marks of one trainee in every semester that was judged.
pub(super) async fn transcript(db: &impl ConnectionTrait, talk: Talk, id: i64) -> Result<Paper, WebError> {
    let trainee = cohorts::trainee(db, id).await?;
    let all = read(&council::sealed_of(db, id).await?)?;
    Ok(transcript_of(talk, &trainee, &all))
}

/// The transcripts of a section, in one document: everybody the minutes name, in the order of the register.
pub(in crate::papers) async fn transcripts(
    db: &impl ConnectionTrait,
    talk: Talk,
    section: i64,
) -> Result<Vec<Paper>, WebError> {
    let section = cohorts::section(db, section).await?;
    let all = read(&council::councils_of(db, section.id).await?)?;
    let mut people = cohorts::members(db, section.id).await?;
    for own in all.iter().flat_map(|own| &own.people) {
        if people.iter().all(|known| known.id != own.trainee) {
            people.push(cohorts::trainee(db, own.trainee).await?);
        }
    }
    people.sort_by(|one, other| one.number.cmp(&other.number));
    Ok(people.iter().map(|own| transcript_of(talk, own, &all)).collect())
}

fn person_name(talk: Talk, own: &Person) -> String {
    let [first, second] = if talk.lang == Lang::Ar { [&own.arabic, &own.latin] } else { [&own.latin, &own.arabic] };
    if first.is_empty() { second.clone() } else { first.clone() }
}

/// The minutes of a council.
pub(super) async fn minutes(db: &impl ConnectionTrait, talk: Talk, id: i64) -> Result<Paper, WebError> {
    let council = council::council(db, id).await?;
    if !council.is_sealed() {
        return Err(WebError::Conflict("papers-error-open"));
    }
    let own = council.minutes()?;
    let label = |key| talk.t(key).into_owned();
    let mut facts = course(talk, &own);
    facts.push((label("council-semester"), Cell::figures(own.semester.to_string())));
    facts.push((label("council-held"), Cell::figures(shown_day(&own.held_on))));
    facts.push((label("council-sealed-on"), Cell::figures(shown_day(&own.sealed_on))));
    facts.push((label("council-president"), Cell::words(own.president.as_str())));
    let mut parts = vec![Part::Facts(facts)];
    if !own.again_because.is_empty() {
        parts.push(Part::Sentence(talk.html("papers-replaces", &[("reason", Arg::from(own.again_because.as_str()))])));
    }
    parts.push(Part::Heading(label("council-members")));
    parts.push(Part::List(own.members.lines().map(Cell::words).collect()));
    let row = |person: &Person| {
        vec![
            Cell::words(person_name(talk, person)),
            Cell::figures(person.number.as_str()),
            mark_of(talk, person.average),
            Cell::words(decision_of(talk, &person.decided)),
            Cell::words(person.decided.reason.as_str()),
        ]
    };
    let head = ["marks-trainee", "papers-register", "marks-average", "council-decision", "council-reason"];
    let head = head.map(|key| talk.t(key).into_owned()).to_vec();
    parts.push(Part::Heading(label("council-decisions")));
    parts.push(Part::Table(label("council-decided-caption"), head, own.people.iter().map(row).collect()));
    if !own.remarks.is_empty() {
        parts.push(Part::Heading(label("council-remarks")));
        parts.push(Part::List(own.remarks.lines().map(Cell::words).collect()));
    }
    parts.push(Part::Facts(vec![("SHA-256".to_owned(), Cell::figures(council.hash.as_str()))]));
    let signatures = std::iter::once(own.president.clone()).chain(own.members.lines().map(str::to_owned)).collect();
    Ok(Paper { title: label("papers-minutes"), number: own.reference(), parts, signatures })
}

/// The name on a certificate, in the script of the paper.
pub(super) fn certified(talk: Talk, trainee: &Trainee) -> String {
    names_of(talk, &trainee.name()).0
}
