//! Checks of files, for people and for machines.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use desk::scripts::faults::Faults;
use school::practice::library;
use serde_json::json;

use crate::cli::print;

fn code(fine: bool) -> ExitCode {
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// `plateau programme check`.
pub(crate) fn programme(file: &Path, as_json: bool) -> Result<ExitCode, String> {
    let report = programme::check_path(file);
    let text =
        if as_json { serde_json::to_string(&report).map_err(|error| error.to_string())? } else { report.table() };
    print(text.trim_end())?;
    Ok(code(report.problems.is_empty()))
}

/// `plateau scenario check`.
pub(crate) fn scenarios(files: &[PathBuf]) -> Result<ExitCode, String> {
    each(files, library::check_any)
}

/// `plateau drill check`.
pub(crate) fn drills(files: &[PathBuf]) -> Result<ExitCode, String> {
    each(files, |source| school::drills::library::check(source).map(|drill| (drill.head.code, drill.head.version)))
}

/// `plateau lab check`.
pub(crate) fn lab(files: &[PathBuf]) -> Result<ExitCode, String> {
    use school::lab::library as lab;
    each(files, |source| lab::check(lab::kind_of(source), source).map(|exercise| (exercise.code, exercise.version)))
}

/// Checks files one by one: the code and the version of each, or every fault with its line.
fn each(files: &[PathBuf], check: impl Fn(&str) -> Result<(String, u32), Faults>) -> Result<ExitCode, String> {
    let mut fine = true;
    for file in files {
        let name = file.display();
        match std::fs::read_to_string(file) {
            Err(error) => {
                fine = false;
                print(&format!("{name}: {error}"))?;
            }
            Ok(source) => match check(&source) {
                Ok((code, version)) => print(&format!("{name}: {code} version {version}"))?,
                Err(faults) => {
                    fine = false;
                    for line in faults.to_string().lines() {
                        print(&format!("{name}: {line}"))?;
                    }
                }
            },
        }
    }
    Ok(code(fine))
}

/// `plateau names evaluate`.
pub(crate) fn names(file: &Path, as_json: bool) -> Result<ExitCode, String> {
    let broken = |error: csv::Error| format!("{}: {error}", file.display());
    let mut reader = csv::Reader::from_path(file).map_err(broken)?;
    let headers = reader.headers().map_err(broken)?.clone();
    let column = |name: &str| {
        headers.iter().position(|own| own == name).ok_or_else(|| format!("{}: no column {name:?}", file.display()))
    };
    let (arabic, latin) = (column("arabic")?, column("latin")?);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        rows.push(names::Row { arabic: cell(arabic), latin: cell(latin) });
    }
    let found = names::evaluate(&rows);
    let lines = [
        ("latin_to_arabic", found.latin_to_arabic),
        ("arabic_to_latin", found.arabic_to_latin),
        ("latin_to_latin", found.latin_to_latin),
    ];
    if as_json {
        let object: serde_json::Map<_, _> = lines
            .iter()
            .map(|(name, recall)| {
                let shares = json!({
                    "searches": recall.searches, "at_1": recall.at_1, "at_10": recall.at_10,
                    "strict_at_1": recall.strict_at_1, "strict_at_10": recall.strict_at_10,
                });
                ((*name).to_owned(), shares)
            })
            .collect();
        print(&serde_json::Value::Object(object).to_string())?;
    } else {
        print("search            searches     @1    @10  strict @1  strict @10")?;
        for (name, recall) in lines {
            print(&format!(
                "{name:<16} {:>9} {:>6.3} {:>6.3} {:>10.3} {:>11.3}",
                recall.searches, recall.at_1, recall.at_10, recall.strict_at_1, recall.strict_at_10
            ))?;
        }
        print("strict: other files before the record count too when they bear a spelling of the name searched")?;
    }
    Ok(ExitCode::SUCCESS)
}
