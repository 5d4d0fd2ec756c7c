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
            let kept = owner_only(&part).and_then(|()| std::fs::rename(&part, file));
            kept.map_err(|error| StoreError::Backup(error.to_string()))
        }
        (Engine::Postgres, Target::Postgres(url)) => {
            let (address, password) = without_password(url);
            let mut dump = Command::new("pg_dump");
            dump.env("PGPASSWORD", password).args(["--format=custom", "--no-owner", "--dbname"]).arg(address);
            run(dump.arg("--file").arg(file), "pg_dump")?;
            owner_only(file).map_err(|error| StoreError::Backup(error.to_string()))
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
            let (address, password) = without_password(url);
            let mut load = Command::new("pg_restore");
            load.env("PGPASSWORD", password).args(["--clean", "--if-exists", "--no-owner", "--single-transaction"]);
            run(load.arg("--dbname").arg(address).arg(file), "pg_restore")
        }
    }
}

/// The present file is kept beside, with its log: after a kill the log holds what the file does not have yet.
fn restore_file(folder: &Path, file: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let (present, next) = (Target::file(folder), folder.join("plateau.db.restoring"));
    std::fs::copy(file, &next)?;
    owner_only(&next)?;
    for part in ["", "-wal", "-shm"] {
        let (now, aside) = (format!("plateau.db{part}"), format!("plateau.db.before-restore{part}"));
        match std::fs::rename(folder.join(now), folder.join(&aside)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // An older log beside a newer file would be read as its own.
                let _nothing_there = std::fs::remove_file(folder.join(aside));
            }
            renamed => renamed?,
        }
    }
    std::fs::rename(next, present)
}

/// Personal data: a copy is for its owner alone.
fn owner_only(file: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// An address without its password, and the password: arguments of a program can be read by other users, its
/// environment cannot.
fn without_password(url: &str) -> (String, String) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), String::new()) };
    let end = rest.find('/').unwrap_or(rest.len());
    let Some((user, host)) = rest[..end].rsplit_once('@') else { return (url.to_owned(), String::new()) };
    let Some((user, password)) = user.split_once(':') else { return (url.to_owned(), String::new()) };
    (format!("{scheme}://{user}@{host}{}", &rest[end..]), percent_decoded(password))
}

fn percent_decoded(text: &str) -> String {
    let (bytes, mut done, mut at) = (text.as_bytes(), Vec::new(), 0);
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                done.push(byte);
                at += 3;
            }
            None => {
                done.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&done).into_owned()
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

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_never_stands_in_the_arguments_of_a_program() {
        let (address, password) =
            without_password("postgres://plateau:a%40b%2Fc@db.example:5432/school?sslmode=require");
        assert_eq!(address, "postgres://plateau@db.example:5432/school?sslmode=require");
        assert_eq!(password, "a@b/c");
        assert_eq!(without_password("postgres://localhost/school").1, "");
    }
}
