//! Fresh databases for tests: every test of a room runs on each of [`stores`].

mod template;

use sea_orm_migration::MigratorTrait;

use crate::{Clock, Moment, Result, Store, StoreError, Target};

/// 2026-11-23 08:00 UTC, the first morning of every test.
pub const MORNING: Moment = Moment(1_795_420_800_000);

/// A store that lives as long as this value, and its name for messages.
#[derive(Debug)]
pub struct Fresh {
    /// The open, migrated, otherwise empty store.
    pub store: Store,
    /// `sqlite` or `postgres`.
    pub name: &'static str,
    place: Place,
}

/// What is gone with the test.
#[derive(Debug)]
enum Place {
    Folder(tempfile::TempDir),
    /// Dropping it drops the database.
    Database(template::Database),
}

impl Fresh {
    /// The data folder, on SQLite.
    pub fn folder(&self) -> Option<&std::path::Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder.path()),
            Place::Database(_) => None,
        }
    }

    /// Where another program opens the same data.
    pub fn target(&self) -> Target {
        match &self.place {
            Place::Folder(folder) => Target::Folder(folder.path().to_owned()),
            Place::Database(database) => Target::Postgres(database.url().to_owned()),
        }
    }
}

/// A fresh SQLite store and, when `PLATEAU_TEST_POSTGRES` holds an address, a fresh PostgreSQL database. Both are copies of
/// one that was migrated once for all tests of this program. The check command always sets the address; without it a plain
/// `cargo test` says so on its error stream.
///
/// # Errors
/// What the database says.
pub async fn stores<M: MigratorTrait>() -> Result<Vec<Fresh>> {
    let clock = Clock::fixed(MORNING);
    let fail = |error| StoreError::Folder("temp".to_owned(), error);
    let folder = tempfile::tempdir().map_err(fail)?;
    template::copy_into::<M>(folder.path(), &clock).await?;
    let store = Store::sqlite(folder.path(), clock.clone()).await?;
    let mut all = vec![Fresh { store, name: "sqlite", place: Place::Folder(folder) }];
    match std::env::var("PLATEAU_TEST_POSTGRES") {
        Ok(url) => {
            let database = template::Database::copy::<M>(&url, &clock).await?;
            let store = Store::postgres(database.url(), clock).await?;
            all.push(Fresh { store, name: "postgres", place: Place::Database(database) });
        }
        Err(_) => tracing::warn!("PLATEAU_TEST_POSTGRES is not set: SQLite only"),
    }
    Ok(all)
}
