//! The drills that come with the program, and those that a school adds to its data folder.

use std::path::Path;

use ::store::{CentreId, Result, Scope, Store, StoreError};
use desk::scripts::faults::Faults;

use super::drill::Drill;
use crate::exercises::Kind;
use crate::practice::library::{Refused, files_of};
use crate::practice::store::{self, ToKeep};

include!(concat!(env!("OUT_DIR"), "/drills.rs"));

/// Reads and checks one drill.
///
/// # Errors
/// Every fault with its line.
pub fn check(source: &str) -> std::result::Result<Drill, Faults> {
    Drill::parse(source)
}

/// Brings the drills of the program and of `folder` (if it exists) into the database. A version that is already there
/// stays as it is: tries are pinned to it.
///
/// # Errors
/// What the database says. Broken drills are no error: they are left out and reported.
pub async fn load(store: &Store, folder: &Path) -> Result<Vec<Refused>> {
    let mut refused = Vec::new();
    let own = DRILLS.iter().map(|(code, source)| (format!("{code}.toml"), Ok((*source).to_owned())));
    for (file, source) in own.chain(files_of(folder)) {
        let read = source.and_then(|source| match check(&source) {
            Ok(drill) => Ok((drill, source)),
            Err(faults) => Err(faults.to_string()),
        });
        match read {
            Ok((drill, source)) => {
                if !keep(store, &drill, &source).await? {
                    let why =
                        format!("the code {} is that of an exercise of another kind; choose another", drill.head.code);
                    refused.push(Refused { file, why });
                }
            }
            Err(why) => refused.push(Refused { file, why }),
        }
    }
    Ok(refused)
}

/// False when the code belongs to an exercise of another kind.
async fn keep(store: &Store, drill: &Drill, source: &str) -> Result<bool> {
    let change = store.begin(Scope { centre: CentreId::TRAINING, actor: None }).await?;
    let head = &drill.head;
    let new = ToKeep { kind: Kind::Drill, code: &head.code, version: head.version, module: &head.module, body: source };
    if store::keep_exercise(&change, new).await? {
        change.commit().await?;
    } else {
        drop(change);
    }
    match store::newest_of(store, Kind::Drill, &head.code).await {
        Ok(_) => Ok(true),
        Err(StoreError::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
