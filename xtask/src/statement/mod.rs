//! The accessibility statement: sums up what the checks recorded, for the page that the program shows.
//!
//! A check that looks at accessibility writes one [`Run`] as a JSON file into [`Place::records`]: the browser run today.
//! A check with a screen reader writes the same shape with the kind `screen reader`, its braille tables in `tables`, and
//! no pages.

mod sum;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::place::Place;
use sum::{Run, Statement};

/// Where the statement stands in the workspace.
const FILE: &str = "docs/accessibility-statement.json";

/// `cargo xtask statement [RECORD…]`.
pub fn main(records: &[&str]) -> ExitCode {
    match Place::find().and_then(|place| write(&place, records)) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

fn write(place: &Place, records: &[&str]) -> Result<String, String> {
    let files =
        if records.is_empty() { recorded(&place.records())? } else { records.iter().map(PathBuf::from).collect() };
    let runs: Vec<Run> = files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
    let statement = Statement::of(runs);
    fs::write(place.root.join(FILE), statement.text()).map_err(|error| format!("{FILE}: {error}"))?;
    Ok(format!("{FILE}: {}", statement.said()))
}

/// The records in a folder; a statement of nothing would be made by mistake, so there must be one.
fn recorded(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = entries.map(Iterator::collect).unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "json"));
    files.sort();
    if files.is_empty() {
        return Err(format!("{} holds no record: run `cargo xtask test` first", folder.display()));
    }
    Ok(files)
}

fn read(file: &Path) -> Result<Run, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{} is not a record: {error}", file.display()))
}
