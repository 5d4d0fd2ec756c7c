//! What is written down while a council sits: who sat, and a decision for each trainee. What two people decide at once is never
//! lost: each field remembers what its reader saw.

use std::collections::BTreeMap;

use ::store::{ConnectionTrait, StoreError};
use ::web::{
    Answer, Check, Field, FieldError, Fields, Form, Habilitation, Visitor, Web, WebError, drafts, see_other, sessions,
};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use desk::clients::Day;
use words::{Arg, Talk};

use super::one::{Sent, page_of};
use super::{choice_of, council_of, place_of, proposal_of, today, told};
use crate::cohorts;
use crate::common::{read_day, school, shown_day};
use crate::council::Code;
use crate::council::prepare::{Preparation, Prepared, prepare};
use crate::council::store::{self, Council, Decision, NewDecision, Sitting};
use crate::marks::shown;

/// The longest reason, in characters.
const REASON: usize = 500;
/// The longest list of members, and the longest remarks, in characters.
const TEXT: usize = 4_000;

fn field_of(trainee: i64) -> String {
    format!("d-{trainee}")
}

fn reason_of(trainee: i64) -> String {
    format!("r-{trainee}")
}

fn seen_of(trainee: i64) -> String {
    format!("v-{trainee}")
}

fn digest_of(trainee: i64) -> String {
    format!("s-{trainee}")
}

/// What a field shows of the decision that stands; where none does, the proposal when there is nothing to talk about.
fn standing(own: &Prepared, decision: Option<&Decision>, codes: &[Code], day: Day) -> (String, String) {
    match decision {
        Some(decision) if decision.code_id > 0 => (decision.code_id.to_string(), decision.reason.clone()),
        Some(decision) => (String::new(), decision.reason.clone()),
        None if own.cases.is_empty() => {
            let code = codes.iter().find(|code| Some(code.kind) == own.proposal && code.stands(day));
            (code.map_or_else(String::new, |code| code.id.to_string()), String::new())
        }
        None => (String::new(), String::new()),
    }
}

fn values_of(
    council: &Council,
    prepared: &Preparation,
    decisions: &BTreeMap<i64, Decision>,
    codes: &[Code],
    day: Day,
) -> Fields {
    let mut values = Fields::default();
    values.set("held_on", shown_day(&council.held_on));
    values.set("president", council.president.as_str());
    values.set("members", council.members.as_str());
    values.set("remarks", council.remarks.as_str());
    for own in &prepared.people {
        let id = own.trainee.id;
        let (code, reason) = standing(own, decisions.get(&id), codes, day);
        values.set(&field_of(id), code);
        values.set(&reason_of(id), reason);
    }
    values
}

fn hint_of(talk: Talk, own: &Prepared, codes: &[Code], day: Day) -> String {
    let average = match own.average.mark {
        Some(mark) => talk.with("council-average", &[("mark", Arg::ltr(&shown(mark, talk)))]),
        None => talk.t("council-no-average").into_owned(),
    };
    let proposal = own
        .proposal
        .map(|kind| talk.with("council-proposed", &[("decision", Arg::from(proposal_of(talk, codes, kind, day)))]));
    let cases = own.cases.iter().map(|case| told::case(talk, case));
    std::iter::once(average).chain(proposal).chain(cases).collect::<Vec<_>>().join(" ")
}

/// The form of an open council.
pub(super) fn form(
    visitor: &Visitor,
    council: &Council,
    prepared: &Preparation,
    decisions: &BTreeMap<i64, Decision>,
    codes: &[Code],
    day: Day,
    sent: &Sent<'_>,
) -> Form {
    let talk = visitor.talk();
    let place = place_of(council.id);
    let mut fields = vec![
        Field::line(talk, "held_on", "council-held").hint(talk, "cohorts-hint-day"),
        Field::line(talk, "president", "council-president"),
        Field::area(talk, "members", "council-members", 4).hint(talk, "council-hint-members"),
        Field::area(talk, "remarks", "council-remarks", 3),
    ];
    let none = (String::new(), talk.t("council-undecided").into_owned());
    for own in &prepared.people {
        let id = own.trainee.id;
        let standing = decisions.get(&id).map_or(0, |own| own.code_id);
        let choices = codes.iter().filter(|code| code.stands(day) || code.id == standing);
        let choices = std::iter::once(none.clone()).chain(choices.map(|code| choice_of(talk, code)));
        let name = own.trainee.filed(visitor.preferences.script);
        let label = if talk.short { own.trainee.number.clone() } else { name.clone() };
        let hint = hint_of(talk, own, codes, day);
        let hint = if talk.short { format!("{name}. {hint}") } else { hint };
        fields.push(
            Field::select(talk, field_of(id), "council-decision", choices.collect()).labelled(&label).hinted(&hint),
        );
        // On 20 cells the end of the number tells whose reason it is.
        let whose = if talk.short { label.rsplit('/').next().unwrap_or_default() } else { label.as_str() };
        let label = talk.with("council-reason-of", &[("name", Arg::from(whose))]);
        fields.push(Field::line(talk, reason_of(id), "council-reason").labelled(&label));
    }
    let values = values_of(council, prepared, decisions, codes, day);
    let errors = if sent.decided.is_some() { sent.errors } else { &[] };
    let form = Form::new(talk, &*place, &*place, "council-save")
        .fields(fields, sent.decided.unwrap_or(&values), errors)
        .hidden("sat", sat(council))
        .kept(sent.restored);
    prepared.people.iter().fold(form, |form, own| {
        let id = own.trainee.id;
        let told = sent.errors.iter().any(|error| error.field == field_of(id) && error.key == "council-error-conflict");
        let now = decisions.get(&id).map_or(0, |own| own.version).to_string();
        // Who was told of the other's decision has seen it.
        let typed = sent.decided.map(|typed| typed.get(&seen_of(id))).filter(|seen| !seen.is_empty() && !told);
        form.hidden(&seen_of(id), typed.map_or(now, str::to_owned)).hidden(&digest_of(id), own.digest.as_str())
    })
}

/// What was written down, and what is wrong with it.
struct Read {
    sitting: Sitting,
    decisions: Vec<NewDecision>,
    errors: Vec<FieldError>,
}

/// Stands for who sat as the page showed it.
fn sat(council: &Council) -> String {
    crate::council::minutes::hash(&format!("{:?}", council.sitting()))
}

fn read_sitting(check: &mut Check<'_>, fields: &Fields, council: &Council, day: Day) -> Sitting {
    let held = read_day(check, "held_on", None);
    if held.is_some_and(|held| held > day) {
        check.wrong("held_on", "council-error-future");
    }
    let new = Sitting {
        held_on: held.map_or_else(String::new, |day| day.to_string()),
        president: check.line("president", 160),
        members: check.text("members", TEXT),
        remarks: check.text("remarks", TEXT),
    };
    let now = council.sitting();
    if new != now && fields.has("sat") && fields.get("sat") != sat(council) {
        let stands = [shown_day(&now.held_on), now.president, now.members, now.remarks].join(" / ");
        check.wrong_with("held_on", "council-error-sitting", vec![("stands", Arg::from(stands))]);
    }
    new
}

fn read(
    fields: &Fields,
    council: &Council,
    prepared: &Preparation,
    decisions: &BTreeMap<i64, Decision>,
    codes: &[Code],
    day: Day,
) -> Read {
    let mut check = Check::new(fields);
    let sitting = read_sitting(&mut check, fields, council, day);
    let mut new = vec![];
    for own in &prepared.people {
        let id = own.trainee.id;
        let field = field_of(id);
        if !fields.has(&field) {
            continue;
        }
        let reason = check.line(&reason_of(id), REASON);
        let standing = decisions.get(&id);
        let stood = standing.map_or(0, |own| own.code_id);
        let code = codes.iter().find(|code| code.id.to_string() == fields.get(&field));
        if code.is_none() && !fields.get(&field).is_empty()
            || code.is_some_and(|code| !code.stands(day) && code.id != stood)
        {
            check.wrong(&field, "frame-error-choice");
            continue;
        }
        let seen = fields.get(&digest_of(id));
        let chosen = code.map_or(0, |code| code.id);
        let same = standing.is_some_and(|own| own.code_id == chosen && own.reason == reason && own.seen == seen);
        if same || (standing.is_none() && chosen == 0 && reason.is_empty()) {
            continue;
        }
        let version = fields.get(&seen_of(id)).parse().unwrap_or(0);
        if standing.map_or(0, |own| own.version) != version {
            let who = standing.map_or("", |own| own.who.as_str());
            let theirs = codes.iter().find(|code| code.id == stood).map_or("–", |code| code.code.as_str());
            check.wrong_with(
                &field,
                "council-error-conflict",
                vec![("who", Arg::from(who)), ("decision", Arg::ltr(theirs))],
            );
            continue;
        }
        if code.is_some_and(|code| own.proposal != Some(code.kind)) && reason.is_empty() {
            check.wrong(&reason_of(id), "council-error-differs");
            continue;
        }
        new.push(NewDecision { trainee: id, code: chosen, reason, seen: seen.to_owned(), version });
    }
    Read { sitting, decisions: new, errors: check.errors }
}

/// A page that shows what is wrong.
pub(super) fn wrong(page: String) -> Answer {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
}

async fn ready(
    db: &impl ConnectionTrait,
    visitor: &Visitor,
    council: &Council,
) -> Result<(Preparation, BTreeMap<i64, Decision>, Vec<Code>), WebError> {
    let section = cohorts::section(db, council.section_id).await?;
    let prepared = prepare(db, council, &section, visitor.preferences.script).await?;
    Ok((prepared, store::decisions_of(db, council.id).await?, store::codes(db).await?))
}

/// Saves who sat and what was decided, all or nothing.
pub(super) async fn save(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::KeepYear)?;
    let council = council_of(&web, &id).await?;
    if council.is_sealed() {
        return Err(WebError::Conflict("council-error-sealed"));
    }
    let (place, day) = (place_of(council.id), today(&web).await?);
    let (prepared, decisions, codes) = ready(web.store.read(), &visitor, &council).await?;
    let found = read(&fields, &council, &prepared, &decisions, &codes, day);
    if !found.errors.is_empty() {
        drafts::keep(&web, &visitor, &place, fields.clone()).await?;
        let sent = Sent { decided: Some(&fields), errors: &found.errors, ..Sent::default() };
        return wrong(page_of(&web, &visitor, council, sent).await?);
    }
    if found.sitting != council.sitting() || !found.decisions.is_empty() {
        match write(&web, &visitor, &council, &found).await {
            Ok(()) => {}
            Err(StoreError::Stale) => {
                // Somebody decided between the reading and the writing: the page tells whose decision stands.
                let council = council_of(&web, &id).await?;
                let (prepared, decisions, codes) = ready(web.store.read(), &visitor, &council).await?;
                let errors = read(&fields, &council, &prepared, &decisions, &codes, day).errors;
                if errors.is_empty() {
                    return Err(WebError::Conflict("council-error-sealed"));
                }
                let sent = Sent { decided: Some(&fields), errors: &errors, ..Sent::default() };
                return wrong(page_of(&web, &visitor, council, sent).await?);
            }
            Err(error) => return Err(error.into()),
        }
    }
    drafts::forget(&web, &visitor, &place).await?;
    let told = visitor.talk().with("council-saved", &[("n", Arg::from(found.decisions.len()))]);
    sessions::notify(&web, &visitor, told).await?;
    Ok(see_other(&place))
}

async fn write(web: &Web, visitor: &Visitor, council: &Council, found: &Read) -> ::store::Result<()> {
    let change = web.store.begin(school(visitor)).await?;
    if !store::hold(&change, council.id, None).await? {
        return Err(StoreError::Stale);
    }
    if found.sitting != council.sitting() {
        store::keep_sitting(&change, council.id, &found.sitting).await?;
    }
    if !found.decisions.is_empty() {
        store::decide(&change, council.id, &found.decisions).await?;
    }
    change.commit().await
}
