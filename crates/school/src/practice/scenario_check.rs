//! What the parts of a scenario say of each other: its names exist, its facts can be given, its measures have what they need.

use desk::scripts::faults::Reason;
use desk::scripts::reader::Section;

use super::scenario::{Aim, Fact, Point, Scenario, ScriptOutline, Surroundings, When};
use super::understanding::{ANYTHING_ELSE, LEAVE, Phrase, REFUSE};
use crate::assessment::measure::Measure;
use crate::exercises::check_aims;

pub(super) fn check(root: &Section<'_>, scenario: &Scenario, around: &Surroundings) {
    check_clients(root, scenario);
    if let Some(script) = around.scripts.get(&scenario.desk.script) {
        check_script(root, scenario, script);
    }
    check_facts(root, scenario);
    check_needs(root, scenario);
    check_aims(root, &scenario.criteria, &scenario.measures, &scenario.grid);
}

fn dangling(key: &str, id: &str) -> Reason {
    Reason::Dangling { key: key.to_owned(), id: id.to_owned() }
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

fn check_needs(root: &Section<'_>, scenario: &Scenario) {
    for (aim, line) in scenario.measures.iter().zip(root.item_lines(&["measures"])) {
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
