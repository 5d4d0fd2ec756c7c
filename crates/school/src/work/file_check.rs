//! What the parts of a file of desk work say of each other: its names exist, and its measures have what they need.

use std::collections::BTreeSet;

use desk::scripts::faults::Reason;
use desk::scripts::reader::Section;

use super::{Answer, WorkExercise};
use crate::assessment::measure::Measure;
use crate::exercises::check_aims;

pub(super) fn check(root: &Section<'_>, exercise: &WorkExercise) {
    check_once(root, exercise);
    check_clients(root, exercise);
    check_needs(root, exercise);
    check_aims(root, &exercise.head.criteria, &exercise.measures, &exercise.head.grid);
}

/// Identifiers that are written twice; those of what is counted are told apart from one another too.
fn check_once(root: &Section<'_>, exercise: &WorkExercise) {
    let expected = &exercise.expected;
    let mut seen = BTreeSet::new();
    let mut once = |path: &[&str], ids: Vec<&String>| {
        for (id, line) in ids.into_iter().zip(root.item_lines(path)) {
            if !seen.insert(id.clone()) {
                root.fault_at(line, Reason::Repeated(id.clone()));
            }
        }
    };
    once(&["questions"], exercise.questions.iter().map(|question| &question.id).collect());
    once(&["expected", "files"], expected.files.iter().map(|file| &file.id).collect());
    once(&["expected", "anomalies"], expected.anomalies.iter().map(|anomaly| &anomaly.id).collect());
    once(&["expected", "reports"], expected.reports.iter().map(|report| &report.id).collect());
    once(&["expected", "segments"], expected.segments.iter().map(|segment| &segment.id).collect());
    let mut clients = BTreeSet::new();
    for (client, line) in exercise.desk.clients.iter().zip(root.item_lines(&["desk", "clients"])) {
        if !clients.insert(&client.id) {
            root.fault_at(line, Reason::Repeated(client.id.clone()));
        }
    }
    let mut documents = BTreeSet::new();
    for (document, line) in exercise.documents.iter().zip(root.item_lines(&["documents"])) {
        if !documents.insert(&document.id) {
            root.fault_at(line, Reason::Repeated(document.id.clone()));
        }
    }
}

fn check_clients(root: &Section<'_>, exercise: &WorkExercise) {
    let expected = &exercise.expected;
    let known = |id: &str| exercise.desk.clients.iter().any(|client| client.id == id);
    let dangling = |line: usize, key: &str, id: &str| {
        root.fault_at(line, Reason::Dangling { key: key.to_owned(), id: id.to_owned() });
    };
    let each = |path: &[&str], key: &str, ids: Vec<Vec<&str>>| {
        for (ids, line) in ids.into_iter().zip(root.item_lines(path)) {
            for id in ids.into_iter().filter(|id| !known(id)) {
                dangling(line, key, id);
            }
        }
    };
    let in_case = expected.clients_in_case.iter().map(|id| vec![id.as_str()]).collect();
    each(&["expected", "clients_in_case"], "clients_in_case", in_case);
    each(
        &["expected", "files"],
        "client",
        expected.files.iter().map(|file| file.client.iter().map(String::as_str).collect()).collect(),
    );
    each(
        &["expected", "anomalies"],
        "client",
        expected.anomalies.iter().map(|one| vec![one.client.as_str()]).collect(),
    );
    each(
        &["expected", "merges"],
        "merges",
        expected.merges.iter().map(|(one, other)| vec![one.as_str(), other.as_str()]).collect(),
    );
    each(
        &["portfolios"],
        "clients",
        exercise.portfolios.iter().map(|own| own.clients.iter().map(String::as_str).collect()).collect(),
    );
    if let Some(request) = expected.request.as_ref().filter(|request| !known(&request.client)) {
        root.fault("expected", Reason::Dangling { key: "client".to_owned(), id: request.client.clone() });
    }
    for (id, line) in expected.submitted.iter().zip(root.item_lines(&["expected", "submitted"])) {
        if !known(id) && expected.files.iter().all(|file| file.id != *id) {
            dangling(line, "submitted", id);
        }
    }
    for (pair, line) in expected.merges.iter().zip(root.item_lines(&["expected", "merges"])) {
        if pair.0 == pair.1 {
            root.fault_at(line, Reason::Repeated(pair.0.clone()));
        }
    }
}

fn check_needs(root: &Section<'_>, exercise: &WorkExercise) {
    for (aim, line) in exercise.measures.iter().zip(root.item_lines(&["measures"])) {
        if let Some(absent) = needs(exercise, aim.measure) {
            root.fault_at(line, Reason::Together { key: aim.measure.to_string(), with: format!("no {absent}") });
        }
    }
    let due = exercise.questions.iter().any(|question| question.answer == Answer::Due);
    if due && exercise.expected.request.is_none() {
        root.fault("questions", Reason::Together { key: "answer = due".to_owned(), with: "no request".to_owned() });
    }
    let merges = exercise.habilitations.iter().any(|word| word == "merge_clients");
    if !exercise.expected.merges.is_empty() && !merges {
        let with = "no habilitations = [\"merge_clients\"]".to_owned();
        root.fault("expected", Reason::Together { key: "merges".to_owned(), with });
    }
}

/// What a measure needs and the exercise does not have.
fn needs(exercise: &WorkExercise, measure: Measure) -> Option<&'static str> {
    let expected = &exercise.expected;
    let asked = exercise.questions.iter().any(|question| question.answer != Answer::Words);
    let needed = match measure {
        Measure::FieldsFilled => (expected.files.is_empty(), "files"),
        Measure::AnomaliesRepaired => (expected.anomalies.is_empty(), "anomalies"),
        Measure::FilesSubmitted => (expected.submitted.is_empty(), "submitted"),
        Measure::PairsMerged => (expected.merges.is_empty(), "merges"),
        // Without the right to merge nothing can be merged wrongly.
        Measure::WrongMerges => (!exercise.habilitations.iter().any(|word| word == "merge_clients"), "merge_clients"),
        Measure::ReportMade => (expected.reports.is_empty(), "reports"),
        Measure::AnswersRight => (!asked, "question with a right answer"),
        Measure::RequestRegistered => (expected.request.is_none(), "request"),
        Measure::SegmentsRight => (expected.segments.is_empty(), "segments"),
        _ => (false, ""),
    };
    Some(needed.1).filter(|_| needed.0)
}
