//! The exercises of the lab that come with the program, and those that a school adds to its data folder.

use std::path::Path;

use ::store::{CentreId, Result, Scope, Store};
use desk::scripts::faults::Faults;

use super::{commands, documents, keys};
use crate::exercises::{Exercise, Kind};
use crate::practice::library::{Refused, files_of, surroundings};
use crate::practice::store::{ToKeep, keep_exercise};

include!(concat!(env!("OUT_DIR"), "/lab.rs"));

/// The kinds of the lab, with the folder of each below a data folder.
const KINDS: [(Kind, &str); 3] = [(Kind::Commands, "lab"), (Kind::Document, "documents"), (Kind::Keys, "keys")];

/// Reads and checks the file of an exercise of the lab.
///
/// # Errors
/// Every fault with its line.
pub fn check(kind: Kind, source: &str) -> std::result::Result<Exercise, Faults> {
    let known = &surroundings().criteria;
    match kind {
        Kind::Document => documents::parse(source, known).map(|exercise| exercise.head),
        Kind::Keys => keys::parse(source, known).map(|exercise| exercise.head),
        _ => commands::parse(source, known).map(|exercise| exercise.head),
    }
}

/// The kind of a file by what only its kind has: a document says which, keys are listed as commands.
pub fn kind_of(source: &str) -> Kind {
    match source.parse::<toml::Table>() {
        Ok(file) if file.contains_key("document") => Kind::Document,
        Ok(file) if file.contains_key("commands") => Kind::Keys,
        _ => Kind::Commands,
    }
}

fn own(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Document => DOCUMENTS,
        Kind::Keys => KEYS,
        _ => LAB,
    }
}

/// Brings the exercises of the program and those of `folder` into the database. A version that is already there stays
/// as it is: attempts are pinned to it.
///
/// # Errors
/// What the database says. Broken files are no error: they are left out and reported.
pub async fn load(store: &Store, folder: &Path) -> Result<Vec<Refused>> {
    let mut refused = vec![];
    for (kind, below) in KINDS {
        let own = own(kind).iter().map(|(code, source)| (format!("{code}.toml"), Ok((*source).to_owned())));
        for (file, source) in own.chain(files_of(&folder.join(below))) {
            let read = source.and_then(|source| match check(kind, &source) {
                Ok(exercise) => Ok((exercise, source)),
                Err(faults) => Err(faults.to_string()),
            });
            match read {
                Ok((exercise, source)) => keep(store, kind, &exercise, &source).await?,
                Err(why) => refused.push(Refused { file, why }),
            }
        }
    }
    Ok(refused)
}

async fn keep(store: &Store, kind: Kind, exercise: &Exercise, source: &str) -> Result<()> {
    let change = store.begin(Scope { centre: CentreId::TRAINING, actor: None }).await?;
    let Exercise { code, version, module, .. } = exercise;
    if keep_exercise(&change, ToKeep { kind, code, version: *version, module, body: source }).await? {
        change.commit().await?;
    }
    Ok(())
}
