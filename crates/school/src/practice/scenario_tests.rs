//! What a scenario must be, how its faults are told, and that those of the programme are sound.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use desk::scripts::faults::Reason;
use desk::scripts::format::Script;

use super::scenario::{Fact, Point, Scenario, ScriptOutline, Surroundings, When};
use crate::assessment::trace::Field;

const PROGRAMME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/1803-teleconseiller");
const CODES: [&str; 8] =
    ["MQ1-FR-1", "MQ1-FR-2", "MQ6-AR-1", "MQ6-AR-2", "MQ6-FR-1", "MQ6-FR-2", "MQ6-FR-3", "MQ7-FR-1"];

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(Path::new(PROGRAMME).join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Every identifier that starts with a module's code in the programme's files.
fn criteria() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for path in files("modules") {
        let module: toml::Table = read(&path).parse().unwrap();
        let list =
            |table: &toml::Table, key: &str| table.get(key).and_then(|v| v.as_array()).cloned().unwrap_or_default();
        let mut criteria = list(&module, "general_criteria");
        for objective in list(&module, "objectives") {
            criteria.extend(list(objective.as_table().unwrap(), "criteria"));
        }
        ids.extend(criteria.iter().map(|criterion| criterion["id"].as_str().unwrap().to_owned()));
    }
    ids
}

/// What stands around the scenarios of programme 1803.
pub(super) fn surroundings() -> Surroundings {
    let outline = |script: Script| {
        let steps = script.steps.iter().map(|step| step.id.clone()).collect();
        let topics = script.steps.iter().flat_map(|step| step.topics.clone()).collect();
        (script.code, ScriptOutline { steps, topics })
    };
    let scripts: BTreeMap<_, _> =
        files("scripts").iter().map(|path| outline(Script::parse(&read(path)).unwrap())).collect();
    Surroundings { criteria: criteria(), scripts }
}

/// A scenario of the programme.
pub(super) fn shipped(code: &str) -> Scenario {
    let path = Path::new(PROGRAMME).join(format!("scenarios/{code}.toml"));
    Scenario::parse(&read(&path), &surroundings()).unwrap_or_else(|faults| panic!("{code}:\n{faults}"))
}

/// The faults of the first scenario with a part of it changed.
fn faults(part: &str, instead: &str) -> Vec<(usize, Reason)> {
    let source = read(&Path::new(PROGRAMME).join("scenarios/MQ6-FR-1.toml"));
    assert!(source.contains(part), "{part} is not in the scenario");
    let faults =
        Scenario::parse(&source.replacen(part, instead, 1), &surroundings()).expect_err("it should be refused");
    faults.0.into_iter().map(|fault| (fault.line, fault.reason)).collect()
}

fn line_of(part: &str) -> usize {
    let source = read(&Path::new(PROGRAMME).join("scenarios/MQ6-FR-1.toml"));
    source.lines().position(|line| line.starts_with(part)).unwrap() + 1
}

#[test]
fn the_eight_scenarios_of_the_programme_are_sound_and_rich() {
    for code in CODES {
        let scenario = shipped(code);
        assert_eq!(scenario.code, code);
        assert!((7..=14).contains(&scenario.caller.facts.len()), "{code}: {} facts", scenario.caller.facts.len());
        assert!((6..=10).contains(&scenario.measures.len()), "{code}: {} measures", scenario.measures.len());
        assert!(scenario.grid.len() >= 2, "{code}: a person has little to judge");
        for kind in ["asked", "volunteered", "never"] {
            let is = |fact: &Fact| match fact.when {
                When::Asked => kind == "asked",
                When::Volunteered(_) => kind == "volunteered",
                When::Never => kind == "never",
            };
            assert!(scenario.caller.facts.iter().any(is), "{code}: no fact is {kind}");
        }
    }
}

#[test]
fn every_scenario_file_of_the_programme_is_read_without_a_fault() {
    let around = surroundings();
    for path in files("scenarios") {
        if let Err(faults) = Scenario::parse(&read(&path), &around) {
            panic!("{}:\n{faults}", path.display());
        }
    }
}

#[test]
fn the_brief_never_tells_a_fact_of_the_caller() {
    for code in CODES {
        let scenario = shipped(code);
        for fact in scenario.caller.facts.iter().filter(|fact| fact.field != Some(Field::Status)) {
            let Some(value) = fact.value.as_deref() else {
                continue;
            };
            for brief in [&scenario.brief.fr, &scenario.brief.ar, &scenario.brief.en] {
                assert!(!brief.contains(value), "{code}: the brief tells {}", fact.id);
            }
        }
    }
}

#[test]
fn the_first_scenario_is_a_caller_known_by_one_number_only() {
    let scenario = shipped("MQ6-FR-1");
    let same =
        scenario.desk.clients.iter().filter(|client| client.fields.get(&Field::Phone) == Some(&scenario.caller.number));
    assert_eq!(same.count(), 1);
    assert_eq!(scenario.level, 1);
}

#[test]
fn a_criterion_that_the_programme_does_not_have_is_refused_with_its_line() {
    let faults = faults("\"MQ6.O4.C2\"]", "\"MQ6.O4.C2\", \"MQ6.O9.C9\"]");
    assert!(
        faults.contains(&(line_of("criteria"), Reason::Dangling { key: "criteria".into(), id: "MQ6.O9.C9".into() }))
    );
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let faults = faults("mood = \"calm\"", "mood = \"calm\"\nhumour = \"good\"");
    assert_eq!(faults, [(line_of("mood") + 1, Reason::UnknownKey("humour".into()))]);
}

#[test]
fn a_word_outside_its_list_is_refused_with_the_words_allowed() {
    let faults = faults("reasons = [\"bill\"]", "reasons = [\"invoice\"]");
    let (line, Reason::Choice { value, allowed, .. }) = &faults[0] else { panic!("{faults:?}") };
    assert_eq!((*line, value.as_str()), (line_of("reasons"), "invoice"));
    assert!(allowed.contains("bill"));
}

#[test]
fn a_fact_that_nothing_can_ask_for_is_refused() {
    let faults = faults("asked_by = [\"payé\", \"réglé\", \"paiement\", \"règlement\"]\n", "");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].1, Reason::NeverGiven("paid".into()));
}

#[test]
fn a_fact_that_follows_itself_is_refused() {
    let alone = "at = \"anything_else\"\ntopics = [\"identity.email\"]\nasked_by = [\"mail\", \"email\", \"courriel\", \"adresse électronique\"]";
    let itself = faults(alone, "at = \"after:email\"");
    assert_eq!(itself.len(), 1, "{itself:?}");
    assert_eq!(itself[0].1, Reason::NeverGiven("email".into()));
    let never = faults(alone, "at = \"after:box-code\"");
    assert_eq!(never[0].1, Reason::NeverGiven("email".into()));
    let unknown = faults(alone, "at = \"after:nobody\"");
    assert!(unknown.iter().any(|(_, reason)| matches!(reason, Reason::Dangling { id, .. } if id == "nobody")));
}

#[test]
fn a_step_that_the_script_does_not_have_is_refused() {
    let faults = faults("at = \"turn:1\"", "at = \"step:farewell\"");
    assert!(matches!(&faults[0].1, Reason::Dangling { id, .. } if id == "farewell"), "{faults:?}");
}

#[test]
fn a_phrase_of_words_that_are_ignored_is_refused() {
    let faults = faults("\"habitez\", ", "\"et vous\", ");
    assert_eq!(faults[0].1, Reason::Negligible("et vous".into()));
}

#[test]
fn a_client_number_with_letters_a_wilaya_70_and_a_30_february_are_all_told() {
    let source = read(&Path::new(PROGRAMME).join("scenarios/MQ6-FR-1.toml"));
    let broken = source
        .replacen("phone = \"0550142763\"", "phone = \"05 50 AB\"", 1)
        .replacen("wilaya = \"16\"", "wilaya = \"70\"", 1)
        .replacen("birth_date = \"1986-05-12\"", "birth_date = \"1986-02-30\"", 1);
    let faults = Scenario::parse(&broken, &surroundings()).expect_err("it should be refused");
    let forms = faults.0.iter().filter_map(|fault| match &fault.reason {
        Reason::Form { key, .. } => Some(key.as_str()),
        _ => None,
    });
    assert_eq!(forms.collect::<Vec<_>>(), ["birth_date", "phone", "wilaya"]);
}

#[test]
fn a_measure_without_what_it_needs_is_refused() {
    let faults = faults("satisfaction = { min = 3, max = 4 }\n", "");
    let with = "no satisfaction".to_owned();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].1, Reason::Together { key: "satisfaction_coded".into(), with });
}

#[test]
fn a_band_whose_end_comes_before_its_start_is_refused() {
    let faults = faults("talk_seconds = { min = 60, max = 600 }", "talk_seconds = { min = 600, max = 60 }");
    assert_eq!(faults[0].0, line_of("talk_seconds"));
}

#[test]
fn a_file_without_a_caller_is_told_so_and_the_rest_is_still_checked() {
    let source = read(&Path::new(PROGRAMME).join("scenarios/MQ6-FR-1.toml"));
    let start = source.find("[caller]").unwrap();
    let end = source.find("[expected]").unwrap();
    let broken = format!("{}{}", &source[..start], source[end..].replace("\"bill\"", "\"bil\""));
    let faults = Scenario::parse(&broken, &surroundings()).expect_err("it should be refused");
    assert!(faults.0.iter().any(|fault| fault.reason == Reason::Missing("caller".into())));
    assert!(faults.0.iter().any(|fault| matches!(fault.reason, Reason::Choice { .. })));
}

#[test]
fn the_point_of_a_volunteered_fact_is_read() {
    let scenario = shipped("MQ6-AR-1");
    assert_eq!(scenario.fact("pension").unwrap().when, When::Volunteered(Point::After("amount".into())));
    assert_eq!(scenario.fact("reason").unwrap().when, When::Volunteered(Point::Turn(1)));
}
