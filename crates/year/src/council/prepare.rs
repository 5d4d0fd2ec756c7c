//! What the program prepares for a council: what the rules propose for each trainee, and what should be talked about.

use std::collections::BTreeMap;

use ::store::{ConnectionTrait, Result};
use ::web::preferences::Script;
use sha2::{Digest, Sha256};

use super::store::{self, Council};
use super::{Kind, ModuleFact, minutes};
use crate::attendance::{self, Reached};
use crate::cohorts::{self, Section, State, Trainee};
use crate::common::{filed, filed_in_other};
use crate::marks::{Average, ModuleMark, Outcome, Resit, Rules, Semester, Standing};

/// A reason to talk about somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// An eliminatory mark in modules.
    Eliminatory(Vec<String>),
    /// The average is below the pass mark.
    Below(i64, i64),
    /// Modules that the average makes up for.
    MadeUp(Vec<String>),
    /// Modules below the pass mark that nothing makes up for.
    Failed(Vec<String>),
    /// Marks that a person set in the place of the computed ones.
    SetByHand(Vec<String>),
    /// Absences from tests.
    Absences(usize),
    /// Absences from sessions that reached a threshold.
    Away(Reached),
    /// Modules without a mark.
    Missing(Vec<String>),
    /// The trainee is suspended or repeats.
    State(State),
}

/// One trainee, ready to be talked about.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub trainee: Trainee,
    pub modules: Vec<ModuleMark>,
    pub average: Average,
    /// What the rules propose; nothing while a mark is missing.
    pub proposal: Option<Kind>,
    pub cases: Vec<Case>,
    /// Stands for all of this: a decision remembers on what it was taken.
    pub digest: String,
}

impl Prepared {
    /// The modules without a mark.
    pub fn missing(&self) -> &[String] {
        &self.average.missing
    }
}

/// What a council has before it.
pub(crate) struct Preparation {
    pub semester: Semester,
    pub people: Vec<Prepared>,
}

/// Prepares a council: everybody who is in the section, and whoever the former minutes decided about.
pub(crate) async fn prepare(
    db: &impl ConnectionTrait,
    council: &Council,
    section: &Section,
    script: Script,
) -> Result<Preparation> {
    let semester = Semester::read(db, section, council.semester, script).await?;
    let mut people = cohorts::members(db, section.id).await?;
    if council.former_id > 0 {
        let former = store::council(db, council.former_id).await?;
        for own in former.minutes()?.people {
            if people.iter().all(|known| known.id != own.trainee) {
                people.push(cohorts::trainee(db, own.trainee).await?);
            }
        }
    }
    cohorts::in_order(&mut people, script);
    let semesters = cohorts::semesters(db, section.promotion_id).await?;
    // While a semester has no days nobody knows which sessions are its own.
    let away = match semesters.iter().find(|own| own.number == council.semester) {
        Some(own) => attendance::reached(db, section.promotion_id, &own.from_on, &own.until_on).await?,
        None => BTreeMap::new(),
    };
    let prepared = |own: Trainee| {
        let away = away.get(&own.id).copied();
        of(&semester, own, away)
    };
    let people = people.into_iter().map(prepared).collect();
    Ok(Preparation { semester, people })
}

fn of(semester: &Semester, trainee: Trainee, away: Option<Reached>) -> Prepared {
    let modules = semester.of(trainee.id);
    let average = semester.average(trainee.id);
    let proposal = semester.rules().and_then(|rules| propose(rules, &modules, &average));
    let mut cases = cases(semester.rules(), &modules, &average, proposal, trainee.state());
    cases.extend(away.map(Case::Away));
    let facts: Vec<String> = facts(&modules).iter().map(minutes::module_line).collect();
    let seen = format!("{facts:?} {:?} {proposal:?} {:?}", average.mark, semester.versions());
    let digest = Sha256::digest(seen.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Prepared { trainee, modules, average, proposal, cases, digest }
}

/// The modules as the minutes keep them.
pub(super) fn facts(modules: &[ModuleMark]) -> Vec<ModuleFact> {
    let fact = |own: &ModuleMark| {
        let (mark, standing) = match own.outcome {
            Outcome::Mark(mark) => (Some(mark), own.standing.map_or("", minutes::standing_word)),
            Outcome::Exempt => (None, "exempt"),
            Outcome::Open => (None, "missing"),
        };
        ModuleFact { code: own.code.clone(), coefficient: own.coefficient, mark, standing: standing.to_owned() }
    };
    modules.iter().map(fact).collect()
}

fn codes(modules: &[ModuleMark], which: impl Fn(&ModuleMark) -> bool) -> Vec<String> {
    modules.iter().filter(|own| which(own)).map(|own| own.code.clone()).collect()
}

/// What the rules propose. With an average at or above the pass mark and every module passed: admitted. With modules that the
/// average makes up for: admitted by compensation. Else the second session where the rules have one and the trainee did not sit
/// it in every module that is not passed; after it, the semester is repeated. Nothing while a mark is missing, and nothing when
/// no module counts. Graduation and exclusion are never proposed.
fn propose(rules: &Rules, modules: &[ModuleMark], average: &Average) -> Option<Kind> {
    let mark = average.mark?;
    let is = |own: &ModuleMark, standing| own.standing == Some(standing);
    let all_passed = modules.iter().all(|own| own.standing.is_none_or(|own| own == Standing::Passed));
    let lost = modules.iter().any(|own| is(own, Standing::Eliminatory) || is(own, Standing::Failed));
    if mark >= rules.pass && all_passed {
        return Some(Kind::Admitted);
    }
    if mark >= rules.pass && !lost {
        return Some(Kind::Compensated);
    }
    let open = |own: &ModuleMark| own.standing.is_some_and(|own| own != Standing::Passed) && !own.resit;
    let can_resit = rules.resit != Resit::None && modules.iter().any(open);
    Some(if can_resit { Kind::Resit } else { Kind::Repeats })
}

fn cases(
    rules: Option<&Rules>,
    modules: &[ModuleMark],
    average: &Average,
    proposal: Option<Kind>,
    state: State,
) -> Vec<Case> {
    let standing = |wanted| codes(modules, |own| own.standing == Some(wanted));
    let mut found = vec![];
    let mut listed = |codes: Vec<String>, case: fn(Vec<String>) -> Case| {
        if !codes.is_empty() {
            found.push(case(codes));
        }
    };
    listed(average.missing.clone(), Case::Missing);
    listed(standing(Standing::Eliminatory), Case::Eliminatory);
    listed(standing(Standing::Failed), Case::Failed);
    if proposal == Some(Kind::Compensated) {
        listed(standing(Standing::Compensable), Case::MadeUp);
    }
    listed(codes(modules, |own| own.set), Case::SetByHand);
    if let (Some(mark), Some(rules)) = (average.mark, rules)
        && mark < rules.pass
    {
        found.push(Case::Below(mark, rules.pass));
    }
    let absences = modules.iter().map(|own| own.absences).sum();
    if absences > 0 {
        found.push(Case::Absences(absences));
    }
    if matches!(state, State::Suspended | State::Repeating) {
        found.push(Case::State(state));
    }
    found
}

/// The name in Latin and in Arabic letters, each empty when the record does not hold it.
pub(crate) fn full_names(trainee: &Trainee) -> (String, String) {
    let name = trainee.name();
    let (latin, arabic) = (filed(&name, Script::Latin), filed(&name, Script::Arabic));
    match filed_in_other(&name, Script::Latin) {
        // Both are there.
        Some(_) => (latin, arabic),
        None if name.family_latin.is_empty() => (String::new(), arabic),
        None => (latin, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(code: &str, mark: i64, rules: &Rules) -> ModuleMark {
        ModuleMark {
            code: code.to_owned(),
            coefficient: 1,
            outcome: Outcome::Mark(mark),
            standing: Some(Standing::of(rules, mark)),
            set: false,
            resit: false,
            absences: 0,
        }
    }

    fn proposed(rules: &Rules, marks: &[i64]) -> Option<Kind> {
        let modules: Vec<_> = marks.iter().map(|mark| module("MQ1", *mark, rules)).collect();
        let given: Vec<_> = modules.iter().map(|own| (own.code.clone(), 1, own.outcome)).collect();
        propose(rules, &modules, &crate::marks::average(&given))
    }

    #[test]
    fn the_rules_propose_and_an_eliminatory_mark_is_made_up_by_nothing() {
        let rules = Rules::usual();
        assert_eq!(proposed(&rules, &[1_200, 1_000]), Some(Kind::Admitted));
        assert_eq!(proposed(&rules, &[1_400, 800]), Some(Kind::Compensated));
        assert_eq!(proposed(&rules, &[2_000, 499]), Some(Kind::Resit), "eliminatory");
        assert_eq!(proposed(&rules, &[1_100, 800]), Some(Kind::Resit), "the average is below 10");
        let hard = Rules { compensation: false, resit: Resit::None, ..rules.clone() };
        assert_eq!(proposed(&hard, &[1_400, 800]), Some(Kind::Repeats), "nothing makes up, and no second session");
        assert_eq!(proposed(&rules, &[]), None, "no module counts");
    }

    #[test]
    fn after_the_second_session_the_semester_is_repeated() {
        let rules = Rules::usual();
        let sat = ModuleMark { resit: true, ..module("MQ1", 700, &rules) };
        let average = crate::marks::average(&[("MQ1".to_owned(), 1, sat.outcome)]);
        assert_eq!(propose(&rules, &[sat], &average), Some(Kind::Repeats));
    }
}
