//! What the parts of a scenario say of each other: its names exist, its facts can be given, its measures have what they need.

use std::collections::BTreeSet;

use desk::scripts::faults::Reason;
use desk::scripts::reader::Section;

use super::scenario::{Aim, Fact, Point, Scenario, ScriptOutline, Surroundings, When};
use super::understanding::{ANYTHING_ELSE, LEAVE, Phrase, REFUSE};
use crate::assessment::measure::Measure;

pub(super) fn check(root: &Section<'_>, scenario: &Scenario, around: &Surroundings) {
    check_code(root, scenario);
    check_clients(root, scenario);
    if let Some(script) = around.scripts.get(&scenario.desk.script) {
        check_script(root, scenario, script);
    }
    check_facts(root, scenario);
    check_measures(root, scenario);
    check_grid(root, scenario);
}

fn dangling(key: &str, id: &str) -> Reason {
    Reason::Dangling { key: key.to_owned(), id: id.to_owned() }
}

/// The code is upper-case letters, digits and hyphens, and starts with the module; the criteria are the module's.
fn check_code(root: &Section<'_>, scenario: &Scenario) {
    let code = &scenario.code;
    let formed = code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    if !code.is_empty() && (!formed || !code.starts_with(&format!("{}-", scenario.module))) {
        root.fault("code", Reason::Form { key: "code".to_owned(), value: code.clone() });
    }
    let module = format!("{}.", scenario.module);
    for id in scenario.criteria.iter().filter(|id| !id.starts_with(&module)) {
        let with = format!("module = {}", scenario.module);
        root.fault("criteria", Reason::Together { key: id.clone(), with });
    }
    let mut seen = BTreeSet::new();
    for id in scenario.criteria.iter().filter(|id| !seen.insert(*id)) {
        root.fault("criteria", Reason::Repeated(id.clone()));
    }
}

fn check_clients(root: &Section<'_>, scenario: &Scenario) {
    let known = |id: &String| scenario.desk.clients.iter().any(|client| client.id == *id);
    if let Some(id) = scenario.caller.client.as_ref().filter(|id| !known(id)) {
        root.fault("caller", dangling("client", id));
    }
    for (id, line) in scenario.expected.clients_in_case.iter().zip(root.item_lines(&["expected", "clients_in_case"])) {
        if !known(id) {
            root.fault_at(line, dangling("clients_in_case", id));
        }
    }
    if scenario.language != scenario.caller.voice {
        let with = format!("language = {}", scenario.language.code());
        root.fault("caller", Reason::Together { key: "voice".to_owned(), with });
    }
}

/// The facts with the lines where they are written.
fn facts<'s>(root: &Section<'_>, scenario: &'s Scenario) -> Vec<(&'s Fact, usize)> {
    scenario.caller.facts.iter().zip(root.item_lines(&["caller", "facts"])).collect()
}

fn check_script(root: &Section<'_>, scenario: &Scenario, script: &ScriptOutline) {
    for (fact, line) in facts(root, scenario) {
        if let When::Volunteered(Point::Step(step)) = &fact.when
            && !script.steps.contains(step)
        {
            root.fault_at(line, dangling("at", step));
        }
        // A topic that no step asks for is a slip of the pen, unless a phrase can ask for the fact all the same.
        for topic in fact.topics.iter().filter(|topic| !script.topics.contains(*topic) && fact.asked_by.is_empty()) {
            root.fault_at(line, dangling("topics", topic));
        }
    }
}

fn check_facts(root: &Section<'_>, scenario: &Scenario) {
    for (fact, line) in facts(root, scenario) {
        for phrase in fact.asked_by.iter().filter(|phrase| Phrase::new(phrase, scenario.language).is_empty()) {
            root.fault_at(line, Reason::Negligible(phrase.clone()));
        }
        for topic in fact.topics.iter().filter(|topic| [LEAVE, ANYTHING_ELSE, REFUSE].contains(&topic.as_str())) {
            root.fault_at(line, Reason::Form { key: "topics".to_owned(), value: topic.clone() });
        }
        match &fact.when {
            When::Asked if fact.topics.is_empty() && fact.asked_by.is_empty() => {
                root.fault_at(line, Reason::NeverGiven(fact.id.clone()));
            }
            When::Volunteered(Point::After(other)) => {
                check_after(root, scenario, (fact, line), other);
            }
            _ => {}
        }
    }
}

/// A fact that follows another needs that other to be given: it exists, it is not *never*, and it does not follow this one.
fn check_after(root: &Section<'_>, scenario: &Scenario, (fact, line): (&Fact, usize), other: &str) {
    let Some(mut before) = scenario.fact(other) else {
        root.fault_at(line, dangling("at", other));
        return;
    };
    for _ in 0..scenario.caller.facts.len() {
        match &before.when {
            When::Volunteered(Point::After(next)) if before.topics.is_empty() && before.asked_by.is_empty() => {
                let Some(next) = scenario.fact(next) else {
                    return;
                };
                before = next;
            }
            When::Never => break,
            _ => return,
        }
    }
    root.fault_at(line, Reason::NeverGiven(fact.id.clone()));
}

fn check_measures(root: &Section<'_>, scenario: &Scenario) {
    if scenario.measures.is_empty() {
        root.fault("measures", Reason::Empty("measures".to_owned()));
    }
    let mut seen = BTreeSet::new();
    for (aim, line) in scenario.measures.iter().zip(root.item_lines(&["measures"])) {
        if !scenario.criteria.contains(&aim.criterion) {
            root.fault_at(line, dangling("criterion", &aim.criterion));
        }
        if !seen.insert((aim.measure, &aim.criterion)) {
            root.fault_at(line, Reason::Repeated(aim.measure.to_string()));
        }
        if let Some(absent) = needs(scenario, aim) {
            root.fault_at(line, Reason::Together { key: aim.measure.to_string(), with: format!("no {absent}") });
        }
    }
}

/// What a measure needs and the scenario does not have.
fn needs(scenario: &Scenario, aim: &Aim) -> Option<&'static str> {
    let facts = &scenario.caller.facts;
    match aim.measure {
        Measure::FactsRecorded | Measure::FieldsCorrect if facts.iter().all(|fact| fact.field.is_none()) => {
            Some("field")
        }
        Measure::FactsAsked if facts.iter().all(|fact| fact.when != When::Asked) => Some("when = asked"),
        Measure::SatisfactionCoded if scenario.expected.satisfaction.is_none() => Some("satisfaction"),
        Measure::DisclosureBeforeIdentification if facts.iter().all(|fact| !fact.protected) => Some("protected"),
        _ => None,
    }
}

fn check_grid(root: &Section<'_>, scenario: &Scenario) {
    let mut seen = BTreeSet::new();
    for (grid, line) in scenario.grid.iter().zip(root.item_lines(&["grid"])) {
        if !scenario.criteria.contains(&grid.criterion) {
            root.fault_at(line, dangling("criterion", &grid.criterion));
        }
        if !seen.insert(&grid.criterion) {
            root.fault_at(line, Reason::Repeated(grid.criterion.clone()));
        }
    }
    let shown = |id: &String| {
        scenario.measures.iter().any(|aim| aim.criterion == *id)
            || scenario.grid.iter().any(|line| line.criterion == *id)
    };
    for (id, line) in scenario.criteria.iter().zip(root.item_lines(&["criteria"])) {
        // A criterion that nothing measures and nobody judges would stay empty on every review.
        if !shown(id) {
            root.fault_at(line, Reason::Missing(format!("{id}: measure or grid")));
        }
    }
}
