//! Identifiers and references of the sheet and the modules; tables are checked in `rows.rs`, hours in `sums.rs`.

use std::collections::BTreeSet;

use crate::load::{Draft, Files};
use crate::model::{Criterion, Kind, Module, Sheet};
use crate::problem::{Code, Problem};
use crate::{rows, sums};

/// Every check that needs more than one value.
pub(crate) fn run(draft: &Draft, files: &Files) -> Vec<Problem> {
    let mut found = Findings { files, problems: Vec::new() };
    if let Some(sheet) = &draft.sheet {
        sheet_ids(sheet, &mut found);
    }
    for (file, module) in &draft.modules {
        module_ids(file, module, &mut found);
        if let Some(sheet) = &draft.sheet {
            module_references(file, module, sheet, &mut found);
        }
    }
    if let Some(sheet) = &draft.sheet {
        if let Some(matrix) = &draft.matrix {
            rows::matrix(matrix, sheet, &mut found);
        }
        if let Some(plan) = &draft.semesters {
            rows::semesters(plan, sheet, &mut found);
        }
        sums::run(draft, sheet, &mut found);
    }
    found.problems
}

/// Problems as they are found, with the line of the value concerned.
pub(crate) struct Findings<'a> {
    pub files: &'a Files,
    pub problems: Vec<Problem>,
}

impl Findings<'_> {
    pub(crate) fn add<const N: usize>(
        &mut self,
        code: Code,
        file: &str,
        path: &str,
        args: [(&'static str, String); N],
    ) {
        let line = self.files.line(file, path);
        self.problems.push(Problem::new(code, file, args).at(line));
    }

    pub(crate) fn not_empty<T>(&mut self, items: &[T], file: &str, path: &str, place: &str) {
        if items.is_empty() {
            self.add(Code::ListEmpty, file, path, [("place", place.to_owned())]);
        }
    }

    /// Identifiers that count from 1 after a fixed beginning: `MQ6.O1`, `MQ6.O2`…
    fn ranked<'i>(
        &mut self,
        ids: impl Iterator<Item = &'i str>,
        prefix: &str,
        file: &str,
        path_of: impl Fn(usize) -> String,
    ) {
        let mut seen = BTreeSet::new();
        for (rank, id) in ids.enumerate() {
            let expected = format!("{prefix}{}", rank + 1);
            let code = if !seen.insert(id) {
                Code::IdDuplicate
            } else if id == expected {
                continue;
            } else if is_ranked(id, prefix) {
                Code::IdOrder
            } else {
                Code::IdMalformed
            };
            self.add(code, file, &path_of(rank), [("id", id.to_owned()), ("expected", expected)]);
        }
    }

    /// No identifier twice in a list of references.
    pub(crate) fn once(&mut self, ids: &[String], file: &str, path: &str, place: &str) {
        let mut seen = BTreeSet::new();
        for (rank, id) in ids.iter().enumerate() {
            if !seen.insert(id) {
                let args = [("place", place.to_owned()), ("id", id.clone())];
                self.add(Code::ReferenceDuplicate, file, &format!("{path}.{rank}"), args);
            }
        }
    }
}

fn is_ranked(id: &str, prefix: &str) -> bool {
    let rank = id.strip_prefix(prefix).unwrap_or_default();
    matches!(rank.parse::<u32>(), Ok(n) if n > 0 && n.to_string() == rank)
}

fn sheet_ids(sheet: &Sheet, found: &mut Findings<'_>) {
    let file = found.files.sheet_name().to_owned();
    found.not_empty(&sheet.modules, &file, "modules", "modules");
    found.not_empty(&sheet.recommendations, &file, "recommendations", "recommendations");
    found.not_empty(&sheet.internship.preparation, &file, "internship.preparation", "preparation");
    found.not_empty(&sheet.internship.criteria, &file, "internship.criteria", "criteria");
    module_codes(sheet, &file, found);

    let mut seen = BTreeSet::new();
    for (rank, equipment) in sheet.equipment.iter().enumerate() {
        let id = equipment.id.as_str();
        let code = if !is_kebab(id) {
            Code::IdMalformed
        } else if !seen.insert(id) {
            Code::IdDuplicate
        } else {
            continue;
        };
        let expected = ("expected", "lower-case-words".to_owned());
        found.add(code, &file, &format!("equipment.{rank}.id"), [("id", id.to_owned()), expected]);
    }
    let ids = sheet.recommendations.iter().map(|item| item.id.as_str());
    found.ranked(ids, "R", &file, |rank| format!("recommendations.{rank}.id"));
    let ids = sheet.contradictions.iter().map(|item| item.id.as_str());
    found.ranked(ids, "X", &file, |rank| format!("contradictions.{rank}.id"));
    let prefix = format!("{}.C", sheet.internship.code);
    let ids = sheet.internship.criteria.iter().map(|item| item.id.as_str());
    found.ranked(ids, &prefix, &file, |rank| format!("internship.criteria.{rank}.id"));
}

/// Qualifying modules first, then complementary ones, each numbered from 1.
fn module_codes(sheet: &Sheet, file: &str, found: &mut Findings<'_>) {
    let qualifying = sheet.modules.iter().filter(|code| code.starts_with("MQ")).count();
    let mut seen = BTreeSet::new();
    for (rank, id) in sheet.modules.iter().enumerate() {
        let expected = match rank.checked_sub(qualifying) {
            None => format!("MQ{}", rank + 1),
            Some(rank) => format!("MC{}", rank + 1),
        };
        let code = if !seen.insert(id) {
            Code::IdDuplicate
        } else if *id == expected {
            continue;
        } else if Kind::of_code(id).is_some() {
            Code::IdOrder
        } else {
            Code::IdMalformed
        };
        let args = [("id", id.clone()), ("expected", expected)];
        found.add(code, file, &format!("modules.{rank}"), args);
    }
}

fn is_kebab(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    })
}

fn module_ids(file: &str, module: &Module, found: &mut Findings<'_>) {
    let code = &module.code;
    let named = file.trim_start_matches("modules/").trim_end_matches(".toml");
    if code != named {
        let args = [("found", code.clone()), ("expected", named.to_owned())];
        found.add(Code::ModuleFile, file, "code", args);
    }
    match Kind::of_code(code) {
        None => {
            let args = [("id", code.clone()), ("expected", named.to_owned())];
            found.add(Code::IdMalformed, file, "code", args);
        }
        Some(kind) if kind != module.kind => {
            let args = [
                ("module", code.clone()),
                ("found", module.kind.as_str().to_owned()),
                ("expected", kind.as_str().to_owned()),
            ];
            found.add(Code::ModuleKind, file, "kind", args);
        }
        Some(_) => {}
    }
    found.not_empty(&module.from, file, "from", &format!("{code} from"));
    found.not_empty(&module.with, file, "with", &format!("{code} with"));
    criteria(&module.general_criteria, &format!("{code}.G"), file, "general_criteria", found);

    found.not_empty(&module.objectives, file, "objectives", &format!("{code} objectives"));
    let ids = module.objectives.iter().map(|objective| objective.id.as_str());
    found.ranked(ids, &format!("{code}.O"), file, |rank| format!("objectives.{rank}.id"));
    for (rank, objective) in module.objectives.iter().enumerate() {
        let path = format!("objectives.{rank}");
        found.not_empty(&objective.contents, file, &format!("{path}.contents"), &format!("{} contents", objective.id));
        criteria(&objective.criteria, &format!("{}.C", objective.id), file, &format!("{path}.criteria"), found);
    }
}

fn criteria(items: &[Criterion], prefix: &str, file: &str, path: &str, found: &mut Findings<'_>) {
    found.not_empty(items, file, path, &format!("{prefix}…"));
    let ids = items.iter().map(|criterion| criterion.id.as_str());
    found.ranked(ids, prefix, file, |rank| format!("{path}.{rank}.id"));
}

fn module_references(file: &str, module: &Module, sheet: &Sheet, found: &mut Findings<'_>) {
    if !sheet.modules.contains(&module.code) {
        found.add(Code::ModuleUnlisted, file, "code", [("module", module.code.clone())]);
    }
    for (rank, id) in module.with.iter().enumerate() {
        if !sheet.equipment.iter().any(|equipment| equipment.id == *id) {
            let args = [("module", module.code.clone()), ("equipment", id.clone())];
            found.add(Code::EquipmentUnknown, file, &format!("with.{rank}"), args);
        }
    }
    found.once(&module.with, file, "with", &module.code);
}
