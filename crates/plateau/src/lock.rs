//! One server per data folder.

use std::fs::{File, TryLockError};
use std::path::Path;

/// Holds the data folder while the value lives.
pub(crate) fn hold(folder: &Path) -> Result<File, String> {
    let name = folder.join("plateau.lock");
    let cannot =
        |error: &dyn std::fmt::Display| format!("the data folder {} cannot be used: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
    let file = File::create(&name).map_err(|error| cannot(&error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(format!(
            "Plateau already runs on {}; stop it first, or name another folder with --data",
            folder.display()
        )),
        Err(TryLockError::Error(error)) => Err(cannot(&error)),
    }
}
