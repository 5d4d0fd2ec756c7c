//! Databases that were migrated once, and their copies: each test has one of its own, and is a process of its own.

use std::any::type_name;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sea_orm::{ConnectOptions, DatabaseConnection};
use sea_orm_migration::MigratorTrait;

use crate::{Chance, Clock, Result, Sql, Store, StoreError, Target, params};

/// The program that runs the tests: its file, when it was built, and a number for it and its migrations.
struct Program {
    file: PathBuf,
    built: SystemTime,
    number: u64,
}

impl Program {
    fn with<M>() -> Result<Self> {
        let file = std::env::current_exe().map_err(|error| folder("the test program", error))?;
        let built = fs::metadata(&file).and_then(|file| file.modified()).map_err(|error| folder("its date", error))?;
        let mut hash = DefaultHasher::new();
        (&file, type_name::<M>()).hash(&mut hash);
        Ok(Self { file, built, number: hash.finish() })
    }
}

/// Puts a migrated SQLite file into the folder of a test. The one that is copied stands beside the program.
pub(super) async fn copy_into<M: MigratorTrait>(test: &Path, clock: &Clock) -> Result<()> {
    let program = Program::with::<M>()?;
    let template = program.file.with_extension(format!("{:016x}.db", program.number));
    let fresh = fs::metadata(&template).and_then(|file| file.modified()).is_ok_and(|made| made > program.built);
    if !fresh {
        let making = tempfile::tempdir().map_err(|error| folder("temp", error))?;
        Store::open::<M>(&Target::Folder(making.path().to_owned()), clock.clone()).await?.close().await;
        // Whoever comes second replaces a whole file by a whole file.
        let whole = template.with_extension(format!("{}.new", Chance::system().token(12)));
        fs::copy(Target::file(making.path()), &whole).map_err(|error| folder("the template", error))?;
        fs::rename(&whole, &template).map_err(|error| folder("the template", error))?;
    }
    fs::copy(&template, Target::file(test)).map_err(|error| folder("the copy", error))?;
    Ok(())
}

/// A database on the server that is dropped with this value.
#[derive(Debug)]
pub(super) struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    /// Copies the migrated database of this program; the first test that needs it makes it.
    pub(super) async fn copy<M: MigratorTrait>(server: &str, clock: &Clock) -> Result<Self> {
        let program = Program::with::<M>()?;
        let built = program.built.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let (of_program, number) = (format!("template_{:016x}_", program.number), program.number.cast_signed());
        let template = format!("{of_program}{built}");
        let connection = connect(server).await?;
        connection.run("SELECT pg_advisory_lock($1)", params![number]).await?;
        let there = "SELECT COUNT(*) FROM pg_database WHERE datname = $1";
        if connection.number(there, params![template.as_str()]).await? == 0 {
            make::<M>(&connection, server, &of_program, &template, clock).await?;
        }
        connection.run("SELECT pg_advisory_unlock($1)", params![number]).await?;
        // By chance: the numbers of processes come again on a server that outlives them.
        let name = format!("test_{}", Chance::system().token(12));
        connection.run(&format!("CREATE DATABASE {name} TEMPLATE {template}"), params![]).await?;
        connection.close().await?;
        Ok(Self { url: address(server, &name), server: server.to_owned(), name })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Database {
    /// In a thread of its own: the test's runtime may be at its end.
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|error| folder("a runtime", error))?;
            runtime.block_on(async {
                connect(&server).await?.run(&format!("DROP DATABASE {name} WITH (FORCE)"), params![]).await
            })
        });
        if !matches!(dropping.join(), Ok(Ok(_))) {
            tracing::warn!(database = self.name, "a test's database stays on the server");
        }
    }
}

/// Makes the template under another name first: who finds it finds it whole. Those of earlier builds go.
async fn make<M: MigratorTrait>(
    connection: &DatabaseConnection,
    server: &str,
    of_program: &str,
    template: &str,
    clock: &Clock,
) -> Result<()> {
    #[derive(sea_orm::FromQueryResult)]
    struct Old {
        datname: String,
    }
    let old = "SELECT datname FROM pg_database WHERE starts_with(datname, $1)";
    for Old { datname } in connection.all::<Old>(old, params![of_program]).await? {
        connection.run(&format!("DROP DATABASE {datname} WITH (FORCE)"), params![]).await?;
    }
    let making = format!("{of_program}making");
    connection.run(&format!("CREATE DATABASE {making}"), params![]).await?;
    Store::open::<M>(&Target::Postgres(address(server, &making)), clock.clone()).await?.close().await;
    connection.run(&format!("ALTER DATABASE {making} RENAME TO {template}"), params![]).await?;
    Ok(())
}

/// One connection, so that what it locks it can unlock.
async fn connect(server: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    Ok(sea_orm::Database::connect(options).await?)
}

/// The address of another database of the same server.
fn address(server: &str, database: &str) -> String {
    let (place, options) =
        server.split_once('?').map_or((server, String::new()), |(place, words)| (place, format!("?{words}")));
    let host = place.rsplit_once('/').map_or(place, |(host, _)| host);
    format!("{host}/{database}{options}")
}

fn folder(what: &str, error: std::io::Error) -> StoreError {
    StoreError::Folder(what.to_owned(), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_of_the_same_server_keeps_the_account_and_the_options() {
        assert_eq!(
            address("postgres://me:pw@h:5/postgres?sslmode=disable", "t"),
            "postgres://me:pw@h:5/t?sslmode=disable"
        );
        assert_eq!(address("postgres://me@h:5/postgres", "t"), "postgres://me@h:5/t");
    }
}
