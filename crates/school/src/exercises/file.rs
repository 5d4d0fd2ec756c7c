//! What the files of all kinds of exercises have in common: who they are, what they measure, what a person judges.

use std::collections::{BTreeMap, BTreeSet};

use desk::scripts::faults::Reason;
use desk::scripts::format::check_format;
use desk::scripts::reader::Section;

use super::Exercise;
use crate::assessment::measure::{Measure, Unit};
use crate::practice::scenario::{Aim, GridLine};

/// The highest target of a speed, per minute.
const FASTEST: f64 = 1_000.0;

/// Reads the head of a file: `format`, `code`, `version`, `module`, `criteria`, `title` and `grid`. The code begins with
/// the module, the criteria exist (`known`) and are the module's.
pub(crate) fn read_head(root: &Section<'_>, format: i64, known: &BTreeSet<String>) -> Exercise {
    check_format(root, format);
    let exercise = Exercise {
        code: root.text("code"),
        version: u32::try_from(root.whole("version", 1, 1_000_000)).unwrap_or(1),
        module: root.text("module"),
        criteria: root.some_texts("criteria"),
        title: root.three_texts("title"),
        grid: root.sections("grid").iter().map(read_grid_line).collect(),
        items: BTreeMap::new(),
        rights: BTreeMap::new(),
    };
    for id in exercise.criteria.iter().filter(|id| !known.contains(*id)) {
        root.fault("criteria", Reason::Dangling { key: "criteria".to_owned(), id: id.clone() });
    }
    check_code(root, &exercise.code, &exercise.module, &exercise.criteria);
    exercise
}

fn read_grid_line(section: &Section<'_>) -> GridLine {
    GridLine { criterion: section.text("criterion"), hint: section.three_texts("hint") }
}

/// The code is upper-case letters, digits and hyphens, and starts with the module; the criteria are the module's.
fn check_code(root: &Section<'_>, code: &str, module: &str, criteria: &[String]) {
    let formed = code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    if !code.is_empty() && (!formed || !code.starts_with(&format!("{module}-"))) {
        root.fault("code", Reason::Form { key: "code".to_owned(), value: code.to_owned() });
    }
    let start = format!("{module}.");
    for id in criteria.iter().filter(|id| !id.starts_with(&start)) {
        root.fault("criteria", Reason::Together { key: id.clone(), with: format!("module = {module}") });
    }
    let mut seen = BTreeSet::new();
    for id in criteria.iter().filter(|id| !seen.insert(*id)) {
        root.fault("criteria", Reason::Repeated(id.clone()));
    }
}

/// Reads `measures`, each one of `allowed`, with a target inside the limits of its unit.
pub(crate) fn read_aims(root: &Section<'_>, allowed: &[Measure]) -> Vec<Aim> {
    let words: Vec<_> = allowed.iter().map(|measure| measure.word()).collect();
    let parse = |word: &str| Measure::parse(word).filter(|measure| allowed.contains(measure));
    let read = |section: &Section<'_>| {
        let measure = section.choice("measure", parse, &words);
        let target = section.number("target");
        let (min, max) = match measure.map(Measure::unit) {
            Some(Unit::Flag) => (1.0, 1.0),
            Some(Unit::Count | Unit::Rate) => (0.0, FASTEST),
            _ => (0.0, 1.0),
        };
        if section.has("target") && measure.is_some() && !(min..=max).contains(&target) {
            let (min, max) = (min.to_string(), max.to_string());
            section.fault("target", Reason::Range { key: "target".to_owned(), min, max });
        }
        // A measure that is missing is already a fault: any stands in for it, so that the rest is still checked.
        Aim { measure: measure.unwrap_or(Measure::FactsRecorded), criterion: section.text("criterion"), target }
    };
    root.sections("measures").iter().map(read).collect()
}

/// Measures and grid speak of the criteria of the exercise, once each, and every criterion has a measure or a line.
pub(crate) fn check_aims(root: &Section<'_>, criteria: &[String], measures: &[Aim], grid: &[GridLine]) {
    if measures.is_empty() {
        root.fault("measures", Reason::Empty("measures".to_owned()));
    }
    let dangling = |id: &str| Reason::Dangling { key: "criterion".to_owned(), id: id.to_owned() };
    let mut seen = BTreeSet::new();
    for (aim, line) in measures.iter().zip(root.item_lines(&["measures"])) {
        if !criteria.contains(&aim.criterion) {
            root.fault_at(line, dangling(&aim.criterion));
        }
        if !seen.insert((aim.measure, &aim.criterion)) {
            root.fault_at(line, Reason::Repeated(aim.measure.to_string()));
        }
    }
    let mut judged = BTreeSet::new();
    for (own, line) in grid.iter().zip(root.item_lines(&["grid"])) {
        if !criteria.contains(&own.criterion) {
            root.fault_at(line, dangling(&own.criterion));
        }
        if !judged.insert(&own.criterion) {
            root.fault_at(line, Reason::Repeated(own.criterion.clone()));
        }
    }
    for (id, line) in criteria.iter().zip(root.item_lines(&["criteria"])) {
        // A criterion that nothing measures and nobody judges would stay empty on every review.
        if !judged.contains(id) && measures.iter().all(|aim| aim.criterion != *id) {
            root.fault_at(line, Reason::Missing(format!("{id}: measure or grid")));
        }
    }
}
