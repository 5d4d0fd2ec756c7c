//! Fresh databases for tests: every test of a room runs on each of [`stores`].

use sea_orm_migration::MigratorTrait;

use crate::{Chance, Clock, Moment, Result, Sql, Store, Target, params};

/// 2026-11-23 08:00 UTC, the first morning of every test.
pub const MORNING: Moment = Moment(1_795_420_800_000);

/// A store that lives as long as this value, and its name for messages.
#[derive(Debug)]
pub struct Fresh {
    /// The open, migrated, otherwise empty store.
    pub store: Store,
    /// `sqlite` or `postgres`.
    pub name: &'static str,
    folder: Option<tempfile::TempDir>,
}

impl Fresh {
    /// The data folder, on SQLite.
    pub fn folder(&self) -> Option<&std::path::Path> {
        self.folder.as_ref().map(tempfile::TempDir::path)
    }
}

/// A fresh SQLite store and, when `PLATEAU_TEST_POSTGRES` holds an address, a fresh PostgreSQL schema. The check
/// command always sets it; without it a plain `cargo test` says so on its error stream.
///
/// # Errors
/// What the database says.
pub async fn stores<M: MigratorTrait>() -> Result<Vec<Fresh>> {
    let clock = Clock::fixed(MORNING);
    let folder = tempfile::tempdir().map_err(|error| crate::StoreError::Folder("temp".to_owned(), error))?;
    let store = Store::open::<M>(&Target::Folder(folder.path().to_owned()), clock.clone()).await?;
    let mut all = vec![Fresh { store, name: "sqlite", folder: Some(folder) }];
    match std::env::var("PLATEAU_TEST_POSTGRES") {
        Ok(url) => all.push(Fresh { store: schema::<M>(&url, clock).await?, name: "postgres", folder: None }),
        Err(_) => tracing::warn!("PLATEAU_TEST_POSTGRES is not set: SQLite only"),
    }
    Ok(all)
}

async fn schema<M: MigratorTrait>(url: &str, clock: Clock) -> Result<Store> {
    // By chance: the numbers of processes come again on a server that outlives them.
    let name = format!("t_{}", Chance::system().token(12));
    let plain = Store::postgres(url, None, clock.clone()).await?;
    plain.scratch().run(&format!("CREATE SCHEMA {name}"), params![]).await?;
    plain.close().await;
    let store = Store::postgres(url, Some(&name), clock).await?;
    store.migrate::<M>().await?;
    Ok(store)
}
