//! What a call script must be, and how its faults are told.

use super::faults::Reason;
use super::format::{Phase, Script};

const SCRIPT: &str = r#"
format = 1
code = "test-fr"
version = 1
language = "fr"
title = "Essai"

[[steps]]
id = "greet"
phase = "greeting"
kind = "say"
required = true
key = "1"
short = "Saluer"
text = "Bonjour, {company}, {agent_name}."

[[steps]]
id = "file"
phase = "identification"
kind = "do"
short = "Fiche"
text = "Ouvrir la fiche."
[[steps.branches]]
label = "Trouvée"
to = "leave"
[[steps.branches]]
label = "Absente"
to = "collect"

[[steps]]
id = "collect"
phase = "identification"
kind = "ask"
required = true
short = "Coordonnées"
text = "Quel est votre nom ?"
topics = ["identity.name"]

[[steps]]
id = "leave"
phase = "closing"
kind = "say"
required = true
key = "0"
short = "Congé"
text = "Au revoir {client_name}, {company} vous remercie."
"#;

/// The faults of the script with a part of it changed.
fn faults(part: &str, instead: &str) -> Vec<(usize, Reason)> {
    assert!(SCRIPT.contains(part), "{part} is not in the script");
    let faults = Script::parse(&SCRIPT.replace(part, instead)).expect_err("the script should be refused");
    faults.0.into_iter().map(|fault| (fault.line, fault.reason)).collect()
}

#[test]
fn a_sound_script_is_read_with_its_steps_in_order() {
    let script = Script::parse(SCRIPT).unwrap();
    assert_eq!(
        script.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(),
        ["greet", "file", "collect", "leave"]
    );
    assert_eq!(script.steps[0].phase, Phase::Greeting);
    assert_eq!(script.steps[0].key, Some('1'));
    assert_eq!(script.steps[2].topics, ["identity.name"]);
}

#[test]
fn the_path_of_a_call_follows_the_branches_taken() {
    let script = Script::parse(SCRIPT).unwrap();
    let ids = |chosen: Option<&str>| {
        let path = script.path(|step| chosen.filter(|_| step == "file").map(str::to_owned));
        path.iter().map(|step| step.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(None), ["greet", "file", "leave"]);
    assert_eq!(ids(Some("collect")), ["greet", "file", "collect", "leave"]);
}

#[test]
fn a_merged_field_without_a_value_leaves_no_hole() {
    let script = Script::parse(SCRIPT).unwrap();
    let said = script.steps[3].said(|field| (field == "company").then(|| "Rapid’Colis".to_owned()));
    assert_eq!(said, "Au revoir, Rapid’Colis vous remercie.");
}

#[test]
fn a_step_written_twice_is_refused_at_its_second_line() {
    let faults = faults("id = \"collect\"", "id = \"greet\"");
    assert!(faults.contains(&(30, Reason::Repeated("greet".to_owned()))), "{faults:?}");
}

#[test]
fn a_branch_to_a_step_that_does_not_exist_is_refused() {
    let faults = faults("to = \"collect\"", "to = \"colect\"");
    assert!(faults.contains(&(26, Reason::Dangling { key: "to".to_owned(), id: "colect".to_owned() })), "{faults:?}");
    assert!(faults.contains(&(30, Reason::Unreachable("collect".to_owned()))), "{faults:?}");
}

#[test]
fn a_script_without_a_required_greeting_is_refused() {
    let faults = faults("phase = \"greeting\"", "phase = \"need\"");
    assert_eq!(faults, [(1, Reason::Phase("greeting".to_owned()))]);
}

#[test]
fn a_field_that_cannot_be_merged_is_named_with_its_line() {
    assert_eq!(faults("{company}, {agent_name}", "{society}"), [(15, Reason::Merge("society".to_owned()))]);
    assert_eq!(faults("{company}, {agent_name}", "{company"), [(15, Reason::Braces)]);
}

#[test]
fn a_short_text_longer_than_a_braille_line_is_refused() {
    let faults = faults("\"Saluer\"", "\"Saluer et présenter la société\"");
    assert_eq!(faults, [(14, Reason::Long { key: "short".to_owned(), found: 30, max: 20 })]);
}

#[test]
fn every_fault_of_a_script_is_told_at_once() {
    let broken =
        SCRIPT.replace("kind = \"do\"", "kind = \"think\"").replace("key = \"0\"", "key = \"10\"\ncolour = \"red\"");
    let faults = Script::parse(&broken).expect_err("the script should be refused");
    let keys: Vec<_> = faults.0.iter().map(|fault| fault.reason.key()).collect();
    assert_eq!(keys, ["fault-choice", "fault-form", "fault-unknown-key"], "{faults}");
    assert!(faults.0.iter().all(|fault| !fault.reason.in_french().is_empty()));
}

#[test]
fn a_text_that_is_not_toml_is_refused_at_its_line() {
    let faults = faults("version = 1", "version = = 1");
    assert_eq!(faults[0].0, 4);
    assert!(matches!(faults[0].1, Reason::Unreadable(_)));
}

#[test]
fn a_script_of_another_format_is_refused() {
    assert_eq!(faults("format = 1", "format = 7"), [(2, Reason::Format { found: 7, known: 1 })]);
}

#[test]
fn the_scripts_of_the_programme_are_sound() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/1803-teleconseiller/scripts");
    let mut codes = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let script = Script::parse(&std::fs::read_to_string(&path).unwrap());
        let script = script.unwrap_or_else(|faults| panic!("{}:\n{faults}", path.display()));
        assert_eq!(path.file_stem().unwrap().to_str(), Some(script.code.as_str()));
        assert!((8..=12).contains(&script.steps.len()), "{} has {} steps", script.code, script.steps.len());
        codes.push(script.code);
    }
    codes.sort();
    for code in ["file-capture-fr", "privacy-fr", "reception-ar", "reception-fr"] {
        assert!(codes.iter().any(|known| known == code), "{code} is missing");
    }
}
