//! Backups: one file, taken while the program runs, and put back when it does not.

use std::path::Path;
use std::process::Command;

use crate::{Engine, Result, Sql, Store, StoreError, Target, params};

/// Writes a consistent copy of the whole database to `file`, which must not exist yet. SQLite copies itself
/// (`VACUUM INTO`); PostgreSQL is asked through `pg_dump`, which must be installed.
///
/// # Errors
/// [`StoreError::Backup`] says what to do.
pub async fn backup(store: &Store, target: &Target, file: &Path) -> Result<()> {
    if file.exists() {
        return Err(StoreError::Backup(format!("{} exists already; choose another name", file.display())));
    }
    match (store.engine(), target) {
        (Engine::Sqlite, _) => {
            let part = file.with_extension("part");
            remove_if_there(&part)?;
            store.read().run("VACUUM INTO $1", params![part.display().to_string()]).await?;
            std::fs::rename(&part, file).map_err(|error| StoreError::Backup(error.to_string()))
        }
        (Engine::Postgres, Target::Postgres(url)) => {
            let mut dump = Command::new("pg_dump");
            dump.args(["--format=custom", "--no-owner", "--file"]).arg(file);
            run(dump.env("PGDATABASE", url).arg("--dbname").arg(url), "pg_dump")
        }
        (Engine::Postgres, Target::Folder(_)) => Err(StoreError::Backup("no PostgreSQL address".to_owned())),
    }
}

/// Puts a backup back. The program must not be running on the target; the present SQLite file is kept beside as
/// `plateau.db.before-restore`.
///
/// # Errors
/// [`StoreError::Backup`] says what to do; the present data is untouched then.
pub fn restore(target: &Target, file: &Path) -> Result<()> {
    let head = read_head(file)?;
    match target {
        Target::Folder(folder) => {
            if !head.starts_with(b"SQLite format 3\0") {
                return Err(StoreError::Backup(format!("{} is not a backup of a SQLite database", file.display())));
            }
            restore_file(folder, file).map_err(|error| StoreError::Backup(error.to_string()))
        }
        Target::Postgres(url) => {
            if !head.starts_with(b"PGDMP") {
                return Err(StoreError::Backup(format!("{} is not a backup of a PostgreSQL database", file.display())));
            }
            let mut command = Command::new("pg_restore");
            command
                .args(["--clean", "--if-exists", "--no-owner", "--single-transaction", "--dbname"])
                .arg(url)
                .arg(file);
            run(&mut command, "pg_restore")
        }
    }
}

fn restore_file(folder: &Path, file: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let (present, next) = (Target::file(folder), folder.join("plateau.db.restoring"));
    std::fs::copy(file, &next)?;
    if present.exists() {
        std::fs::rename(&present, folder.join("plateau.db.before-restore"))?;
    }
    for log in ["plateau.db-wal", "plateau.db-shm"] {
        let log = folder.join(log);
        if log.exists() {
            std::fs::remove_file(log)?;
        }
    }
    std::fs::rename(next, present)
}

fn read_head(file: &Path) -> Result<Vec<u8>> {
    use std::io::Read;
    let mut head = Vec::new();
    let opened = std::fs::File::open(file).and_then(|opened| opened.take(16).read_to_end(&mut head));
    opened.map_err(|error| StoreError::Backup(format!("{}: {error}", file.display())))?;
    Ok(head)
}

fn remove_if_there(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::Backup(error.to_string())),
        _ => Ok(()),
    }
}

fn run(command: &mut Command, name: &str) -> Result<()> {
    let done = command.output().map_err(|error| {
        StoreError::Backup(format!("{name} cannot be started ({error}); install PostgreSQL's client programs"))
    })?;
    if done.status.success() {
        return Ok(());
    }
    Err(StoreError::Backup(format!("{name}: {}", String::from_utf8_lossy(&done.stderr).trim())))
}
