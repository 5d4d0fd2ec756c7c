//! Sealing a council: everything is looked at once more inside the change, then minutes, number and the states of the trainees
//! are written together or not at all.

use std::collections::BTreeMap;

use ::store::{Change, ConnectionTrait, Moment};
use ::web::preferences::Script;
use desk::clients::Day;

use super::prepare::{self, Preparation, Prepared, full_names, prepare};
use super::store::{self, Council, Decision};
use super::{Blocker, Code, Decided, Kind, Minutes, Person, SealError};
use crate::cohorts::{self, State};

/// What the sealed minutes before this council gave to each trainee.
pub(super) async fn former_effects(
    db: &impl ConnectionTrait,
    council: &Council,
) -> ::store::Result<BTreeMap<i64, State>> {
    if council.former_id == 0 {
        return Ok(BTreeMap::new());
    }
    let former = store::council(db, council.former_id).await?.minutes()?;
    let effect = |own: Person| Some((own.trainee, Kind::parse(&own.decided.kind)?.state()?));
    Ok(former.people.into_iter().filter_map(effect).collect())
}

/// The states that lead from the present one to what is decided. What the former minutes did is undone first. Nothing when there
/// is no way: a diploma is final, and who was excluded otherwise must be enrolled again by hand.
pub(super) fn steps(present: State, former: Option<State>, decided: Option<State>) -> Option<Vec<State>> {
    if decided == Some(present) {
        return Some(vec![]);
    }
    let (mut at, mut steps) = (present, vec![]);
    if former == Some(present) {
        if !present.next().contains(&State::Enrolled) {
            return None;
        }
        at = State::Enrolled;
        steps.push(at);
    }
    match decided {
        None => Some(steps),
        Some(state) if at.next().contains(&state) => {
            steps.push(state);
            Some(steps)
        }
        Some(_) => None,
    }
}

/// What stands in the way of the seal on a day; people are named in a script.
pub(super) fn blockers(
    council: &Council,
    prepared: &Preparation,
    decisions: &BTreeMap<i64, Decision>,
    codes: &[Code],
    former: &BTreeMap<i64, State>,
    (day, script): (Day, Script),
) -> Vec<Blocker> {
    let mut found = vec![];
    if prepared.people.is_empty() {
        found.push(Blocker::Nobody);
    }
    if [&council.held_on, &council.president, &council.members].iter().any(|own| own.is_empty()) {
        found.push(Blocker::Sitting);
    }
    found.extend(prepared.semester.unopened().into_iter().map(|code| Blocker::NoSheet(code.to_owned())));
    for own in &prepared.people {
        let decision = decisions.get(&own.trainee.id).filter(|own| own.code_id > 0);
        let code = decision.and_then(|own| codes.iter().find(|code| code.id == own.code_id));
        found.extend(about(own, decision.zip(code), former.get(&own.trainee.id).copied(), (day, script)));
    }
    found
}

fn about(
    own: &Prepared,
    decided: Option<(&Decision, &Code)>,
    former: Option<State>,
    (day, script): (Day, Script),
) -> Option<Blocker> {
    let id = own.trainee.id;
    let name = || own.trainee.filed(script);
    let without_marks = decided.is_some_and(|(_, code)| code.kind.without_marks());
    if !own.missing().is_empty() && !without_marks {
        return Some(Blocker::Missing(id, name(), own.missing().to_vec()));
    }
    let Some((decision, code)) = decided else { return Some(Blocker::Undecided(id, name())) };
    if decision.seen != own.digest {
        return Some(Blocker::Overtaken(id, name()));
    }
    if own.proposal != Some(code.kind) && decision.reason.is_empty() {
        return Some(Blocker::NoReason(id, name()));
    }
    if !code.stands(day) {
        return Some(Blocker::Withdrawn(id, name()));
    }
    steps(own.trainee.state(), former, code.kind.state()).is_none().then(|| Blocker::State(id, name()))
}

/// What a decision about a trainee is taken on, as [`super::NewDecision::seen`] wants it.
///
/// # Errors
/// [`::store::StoreError::NotFound`] when the council is not about them; else what the database says.
pub async fn digest(change: &Change, id: i64, trainee: i64) -> ::store::Result<String> {
    let council = store::council(&**change, id).await?;
    let section = cohorts::section(&**change, council.section_id).await?;
    let prepared = prepare(&**change, &council, &section, Script::Latin).await?;
    let own = prepared.people.into_iter().find(|own| own.trainee.id == trainee);
    own.map(|own| own.digest).ok_or(::store::StoreError::NotFound)
}

/// How often an open council was touched, as [`seal`] wants it.
///
/// # Errors
/// What the database says.
pub async fn touched(change: &Change, id: i64) -> ::store::Result<i64> {
    Ok(store::council(&**change, id).await?.touched)
}

/// Seals a council: numbers it, keeps its minutes with their hash, and gives the trainees the states that were decided. `touched`
/// is what the page showed; `offset` are minutes east of UTC. The reference of the minutes.
///
/// # Errors
/// A [`SealError`]; nothing is written then.
pub async fn seal(change: &Change, id: i64, touched: i64, offset: i32) -> Result<String, SealError> {
    if !store::hold(change, id, Some(touched)).await? {
        return Err(SealError::Stale);
    }
    let db = &**change;
    let council = store::council(db, id).await?;
    let section = cohorts::section(db, council.section_id).await?;
    let at = store::sealing_moment(change).await?;
    let day = Day::of(Moment(at), offset);
    let prepared = prepare(db, &council, &section, Script::Latin).await?;
    let (decisions, codes) = (store::decisions_of(db, id).await?, store::codes(db).await?);
    let former = former_effects(db, &council).await?;
    if !blockers(&council, &prepared, &decisions, &codes, &former, (day, Script::Latin)).is_empty() {
        return Err(SealError::Blocked);
    }
    let minutes = minutes_of(change, &council, &prepared, &decisions, &codes, day).await?;
    store::keep_minutes(change, id, &minutes, at).await?;
    for (own, person) in prepared.people.iter().map(|own| (own, decided(&decisions, &codes, own))) {
        let Some(code) = person else { continue };
        let reason = format!("PV {} : {} / {}", minutes.reference(), code.fr, code.ar);
        give(change, own, former.get(&own.trainee.id).copied(), code.kind, (section.id, day), &reason).await?;
    }
    Ok(minutes.reference())
}

fn decided<'a>(decisions: &BTreeMap<i64, Decision>, codes: &'a [Code], own: &Prepared) -> Option<&'a Code> {
    let decision = decisions.get(&own.trainee.id)?;
    codes.iter().find(|code| code.id == decision.code_id)
}

async fn minutes_of(
    change: &Change,
    council: &Council,
    prepared: &Preparation,
    decisions: &BTreeMap<i64, Decision>,
    codes: &[Code],
    day: Day,
) -> Result<Minutes, SealError> {
    let db = &**change;
    let section = cohorts::section(db, council.section_id).await?;
    let promotion = cohorts::promotion(db, section.promotion_id).await?;
    let institution = cohorts::institution(db).await?;
    let replaces =
        if council.former_id > 0 { store::council(db, council.former_id).await?.hash } else { String::new() };
    let year = day.number() / 10_000;
    let number = store::number(change, year).await?;
    let person = |own: &Prepared| {
        let (code, decision) = (decided(decisions, codes, own)?, decisions.get(&own.trainee.id)?);
        let (latin, arabic) = full_names(&own.trainee);
        Some(Person {
            trainee: own.trainee.id,
            number: own.trainee.number.clone(),
            latin,
            arabic,
            birth: own.trainee.birth_date.clone(),
            modules: prepare::facts(&own.modules),
            average: own.average.mark,
            proposal: own.proposal.map_or("", Kind::code).to_owned(),
            decided: Decided {
                code: code.code.clone(),
                kind: code.kind.code().to_owned(),
                fr: code.fr.clone(),
                ar: code.ar.clone(),
                reason: decision.reason.clone(),
            },
        })
    };
    let mut people: Vec<Person> = prepared.people.iter().filter_map(person).collect();
    people.sort_by(|one, other| one.number.cmp(&other.number));
    Ok(Minutes {
        institution: [institution.name_fr, institution.name_ar],
        promotion: promotion.code,
        programme: promotion.programme,
        edition: promotion.edition,
        section: section.code,
        semester: council.semester,
        year,
        number,
        version: council.version,
        replaces,
        again_because: council.reason.clone(),
        held_on: council.held_on.clone(),
        sealed_on: day.to_string(),
        president: council.president.clone(),
        members: council.members.clone(),
        remarks: council.remarks.clone(),
        rules: prepared.semester.versions(),
        people,
    })
}

/// Gives a trainee the state that was decided, through the moves of the cohort. The day is never before the last state.
async fn give(
    change: &Change,
    own: &Prepared,
    former: Option<State>,
    kind: Kind,
    (section, day): (i64, Day),
    reason: &str,
) -> Result<(), SealError> {
    for state in steps(own.trainee.state(), former, kind.state()).unwrap_or_default() {
        let now = cohorts::trainee(&**change, own.trainee.id).await?;
        let last = cohorts::states(&**change, now.id).await?.into_iter().next();
        let day = last.and_then(|own| Day::parse(&own.from_on).ok()).map_or(day, |last| last.max(day));
        let comes_back = now.state().leaves();
        cohorts::change_state(change, &now, now.version, state, day, reason).await?;
        if comes_back {
            cohorts::move_to(change, &now, now.version + 1, section, day).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_council_undoes_what_the_former_did_and_a_diploma_stays() {
        assert_eq!(steps(State::Enrolled, None, None), Some(vec![]));
        assert_eq!(steps(State::Enrolled, None, Some(State::Excluded)), Some(vec![State::Excluded]));
        assert_eq!(steps(State::Excluded, Some(State::Excluded), None), Some(vec![State::Enrolled]));
        let both = steps(State::Excluded, Some(State::Excluded), Some(State::Repeating));
        assert_eq!(both, Some(vec![State::Enrolled, State::Repeating]));
        assert_eq!(steps(State::Graduated, Some(State::Graduated), None), None, "final");
        assert_eq!(
            steps(State::Repeating, None, Some(State::Repeating)),
            Some(vec![]),
            "a second time changes nothing"
        );
        assert_eq!(steps(State::Suspended, None, Some(State::Graduated)), None);
    }
}
