//! What a file of desk work must be, and how its faults are told: with their line and reason.

use desk::scripts::faults::Reason;

use crate::practice::library::WORK;
use crate::work::check;

/// A file of the programme with some words replaced: its faults.
fn faults(code: &str, from: &str, to: &str) -> Vec<(usize, Reason)> {
    let (_, source) = WORK.iter().find(|(own, _)| *own == code).unwrap();
    assert!(source.contains(from), "{from}");
    match check(&source.replacen(from, to, 1)) {
        Ok(_) => vec![],
        Err(faults) => faults.0.into_iter().map(|fault| (fault.line, fault.reason)).collect(),
    }
}

fn line_of(code: &str, part: &str) -> usize {
    let (_, source) = WORK.iter().find(|(own, _)| *own == code).unwrap();
    source.lines().position(|line| line.contains(part)).unwrap() + 1
}

#[test]
fn the_seven_exercises_of_desk_work_are_sound_and_name_all_that_they_count() {
    assert_eq!(WORK.len(), 7);
    for (code, source) in WORK {
        let exercise = check(source).unwrap_or_else(|faults| panic!("{code}:\n{faults}"));
        assert_eq!(exercise.head.code, *code);
        assert!(exercise.measures.len() >= 3 && !exercise.tasks.is_empty(), "{code}");
        for id in exercise.expected.files.iter().flat_map(|file| file.fields.iter().map(move |own| (file, own))) {
            assert!(exercise.head.items.contains_key(&crate::work::naming::field_item(&id.0.id, id.1)), "{code}");
        }
        for texts in exercise.head.items.values() {
            assert!(!texts.fr.contains('⟦') && !texts.ar.is_empty(), "{code}: {texts:?}");
        }
    }
}

#[test]
fn a_measure_with_nothing_to_work_on_is_refused_with_its_line() {
    let found = faults("MQ1-ETAT-1", "measure = \"report_made\"", "measure = \"pairs_merged\"");
    let line = line_of("MQ1-ETAT-1", "measure = \"report_made\"") - 1;
    let reason = Reason::Together { key: "pairs_merged".to_owned(), with: "no merges".to_owned() };
    assert_eq!(found, [(line, reason)]);
}

#[test]
fn a_measure_of_a_call_is_refused() {
    let found = faults("MQ1-ETAT-1", "measure = \"report_made\"", "measure = \"talk_in_band\"");
    assert!(matches!(&found[..], [(_, Reason::Choice { key, .. })] if key == "measure"), "{found:?}");
}

#[test]
fn a_client_that_the_desk_does_not_have_is_refused() {
    let found = faults("MQ2-DOUBLON-1", "other = \"lynda-arabic\"", "other = \"lynda-arab\"");
    let reason = Reason::Dangling { key: "merges".to_owned(), id: "lynda-arab".to_owned() };
    assert_eq!(found, [(line_of("MQ2-DOUBLON-1", "[[expected.merges]]"), reason)]);
}

#[test]
fn a_merge_without_the_habilitation_for_it_is_refused() {
    let found = faults("MQ2-DOUBLON-1", "habilitations = [\"merge_clients\"]", "");
    assert!(
        found.iter().any(|(_, reason)| matches!(reason, Reason::Together { key, .. } if key == "merges")),
        "{found:?}"
    );
    assert!(found.iter().any(|(_, reason)| matches!(reason, Reason::Together { key, .. } if key == "wrong_merges")));
}

#[test]
fn a_habilitation_that_no_exercise_may_give_is_refused() {
    let found = faults("MQ2-DOUBLON-1", "[\"merge_clients\"]", "[\"merge_clients\", \"manage_accounts\"]");
    let line = line_of("MQ2-DOUBLON-1", "habilitations =");
    assert!(matches!(&found[..], [(own, Reason::Choice { value, .. })] if *own == line && value == "manage_accounts"));
}

#[test]
fn a_filter_that_the_desk_does_not_understand_is_refused() {
    for wrong in ["status=awake", "statut=active", "wilaya=Atlantide"] {
        let found = faults("MQ1-ETAT-1", "filter = \"status=active&missing=email\"", &format!("filter = \"{wrong}\""));
        let line = line_of("MQ1-ETAT-1", "filter = \"status=active&missing=email\"");
        assert!(matches!(&found[..], [(own, Reason::Form { .. })] if *own == line), "{wrong}: {found:?}");
    }
}

#[test]
fn a_line_of_a_table_with_a_cell_too_few_is_refused() {
    let found = faults("MQ2-DOUBLON-1", "\"Langue préférée | français\"", "\"Langue préférée\"");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, line_of("MQ2-DOUBLON-1", "\"Langue préférée | français\""));
}

#[test]
fn a_right_choice_that_is_not_offered_and_a_value_without_its_form_are_refused() {
    let found = faults("MQ1-DROITS-1", "right = [\"supervisor\"]", "right = [\"chief\"]");
    let reason = Reason::Dangling { key: "right".to_owned(), id: "chief".to_owned() };
    assert_eq!(found, [(line_of("MQ1-DROITS-1", "right = [\"supervisor\"]"), reason)]);
    let found = faults("MQ2-DOSSIER-1", "value = \"1951-06-03\"", "value = \"1951-06-33\"");
    assert!(matches!(&found[..], [(_, Reason::Form { .. })]), "{found:?}");
}

#[test]
fn a_question_on_the_delay_needs_a_request() {
    let (_, source) = WORK.iter().find(|(own, _)| *own == "MC3-ACCES-1").unwrap();
    let (before, after) = source.split_once("[expected.request]").unwrap();
    let cut = format!("{before}{}", &after[after.find("[[measures]]").unwrap()..]);
    let found = check(&cut).unwrap_err();
    let together = |key: &str| {
        found.0.iter().any(|fault| matches!(&fault.reason, Reason::Together { key: own, .. } if own == key))
    };
    assert!(together("answer = due") && together("request_registered"), "{found}");
}

#[test]
fn work_without_tasks_or_clients_of_its_portfolio_is_refused_whole() {
    let found = faults("MQ2-DOSSIER-1", "\"toumi-salim\"]", "\"toumi-karim\"]");
    let reason = Reason::Dangling { key: "clients".to_owned(), id: "toumi-karim".to_owned() };
    assert!(found.contains(&(line_of("MQ2-DOSSIER-1", "[[portfolios]]"), reason)), "{found:?}");
}
