//! The scenarios and scripts that come with the program, and those that a school adds to its data folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use ::store::{CentreId, Result, Scope, Store};
use desk::scripts::faults::Faults;
use desk::scripts::format::Script;

use super::scenario::{Scenario, ScriptOutline, Surroundings};
use super::store::{self, ToKeep};
use crate::exercises::Kind;
use crate::work;

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The source of a script by its code.
pub fn script_source(code: &str) -> Option<&'static str> {
    SCRIPTS.iter().find(|(own, _)| *own == code).map(|(_, source)| *source)
}

/// The sources of every script that comes with the program, by code.
pub fn script_sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    SCRIPTS.iter().copied()
}

/// What scenarios may refer to: the criteria of the programme and the scripts.
pub fn surroundings() -> &'static Surroundings {
    static AROUND: LazyLock<Surroundings> = LazyLock::new(|| {
        let programme = crate::programme::programme();
        let criteria = programme.modules.iter().flat_map(|module| module.all_criteria());
        let parsed =
            SCRIPTS.iter().filter_map(|(code, source)| Some(((*code).to_owned(), Script::parse(source).ok()?)));
        Surroundings {
            criteria: criteria.map(|criterion| criterion.id.clone()).collect(),
            scripts: parsed.map(|(code, script)| (code, outline(&script))).collect::<BTreeMap<_, _>>(),
        }
    });
    &AROUND
}

fn outline(script: &Script) -> ScriptOutline {
    ScriptOutline {
        steps: script.steps.iter().map(|step| step.id.clone()).collect(),
        topics: script.steps.iter().flat_map(|step| step.topics.iter().cloned()).collect::<BTreeSet<_>>(),
    }
}

/// Reads and checks one scenario.
///
/// # Errors
/// Every fault with its line.
pub fn check(source: &str) -> std::result::Result<Scenario, Faults> {
    Scenario::parse(source, surroundings())
}

/// A scenario that was not taken, and why.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The file.
    pub file: String,
    /// The faults, one line each, for the operator.
    pub why: String,
}

/// Reads and checks a scenario of a call or of desk work: its code and version.
///
/// # Errors
/// Every fault with its line.
pub fn check_any(source: &str) -> std::result::Result<(String, u32), Faults> {
    if work::is_work(source) {
        return work::check(source).map(|exercise| (exercise.head.code, exercise.head.version));
    }
    check(source).map(|scenario| (scenario.code, scenario.version))
}

/// Brings the scenarios of the program and of `folder` (if it exists) into the database. A version that is already
/// there stays as it is: attempts are pinned to it.
///
/// # Errors
/// What the database says. Broken scenarios are no error: they are left out and reported.
pub async fn load(store: &Store, folder: &Path) -> Result<Vec<Refused>> {
    let mut refused = Vec::new();
    let own = SCENARIOS.iter().chain(WORK).map(|(code, source)| (format!("{code}.toml"), Ok((*source).to_owned())));
    for (file, source) in own.chain(files_of(folder)) {
        let kept = match source {
            Ok(source) => keep(store, &source).await?,
            Err(why) => Err(why),
        };
        if let Err(why) = kept {
            refused.push(Refused { file, why });
        }
    }
    Ok(refused)
}

/// Keeps a scenario of a call or of desk work; its faults, when it has any.
async fn keep(store: &Store, source: &str) -> Result<std::result::Result<(), String>> {
    let kind = if work::is_work(source) { Kind::Work } else { Kind::Call };
    let read = match kind {
        Kind::Work => work::check(source).map(|exercise| exercise.head),
        _ => check(source).map(Scenario::exercise),
    };
    let head = match read {
        Ok(head) => head,
        Err(faults) => return Ok(Err(faults.to_string())),
    };
    let change = store.begin(Scope { centre: CentreId::TRAINING, actor: None }).await?;
    let new = ToKeep { kind, code: &head.code, version: head.version, module: &head.module, body: source };
    if store::keep_exercise(&change, new).await? {
        change.commit().await?;
    }
    Ok(Ok(()))
}

/// The exercise files of a folder in the order of their names, each with its text or why it cannot be read.
pub(crate) fn files_of(folder: &Path) -> Vec<(String, std::result::Result<String, String>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "toml"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).map_err(|error| error.to_string())))
        .collect();
    files.sort();
    files
}
