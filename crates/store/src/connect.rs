//! Opening the database that the operator chose.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, Connection, Executor};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::notes::Notes;
use crate::{Change, Clock, Entry, Result, Scope, Sql, StoreError, params};

/// Which engine holds the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file under the data folder.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// Where the data is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `plateau.db` in this folder, which is made when missing.
    Folder(PathBuf),
    /// A `postgres://` address. It may hold a password and is never logged.
    Postgres(String),
}

impl Target {
    /// The target of a data folder and the `DATABASE_URL` of the environment, which wins when set.
    pub fn choose(folder: &Path, database_url: Option<String>) -> Self {
        match database_url {
            Some(url) if !url.is_empty() => Self::Postgres(url),
            _ => Self::Folder(folder.to_owned()),
        }
    }

    /// The SQLite file of a folder.
    pub fn file(folder: &Path) -> PathBuf {
        folder.join("plateau.db")
    }
}

/// The open database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    read: DatabaseConnection,
    write: DatabaseConnection,
    engine: Engine,
    clock: Clock,
    notes: Notes,
    bulk: Arc<tokio::sync::Mutex<()>>,
}

impl Store {
    /// Opens the target and brings it to the newest of `M`'s migrations.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for data of a newer version, [`StoreError::Folder`], [`StoreError::ReadOnly`],
    /// [`StoreError::Full`] or [`StoreError::Away`] with the operator's explanation.
    pub async fn open<M: MigratorTrait>(target: &Target, clock: Clock) -> Result<Self> {
        let store = match target {
            Target::Folder(folder) => Self::sqlite(folder, clock).await?,
            Target::Postgres(url) => Self::postgres(url, clock).await?,
        };
        store.migrate::<M>().await?;
        Ok(store)
    }

    /// SQLite: several readers, exactly one writer, so that writers wait in a queue and never fail on a lock.
    pub(crate) async fn sqlite(folder: &Path, clock: Clock) -> Result<Self> {
        let fail = |error| StoreError::Folder(folder.display().to_string(), error);
        fs::create_dir_all(folder).map_err(fail)?;
        restrict(folder).map_err(fail)?;
        let file = Target::file(folder);
        let write = Database::connect(writer_options(&file)).await?;
        let read = Database::connect(sqlite_options(&file, 4)).await?;
        let notes = Notes::start(write.clone(), clock.clone());
        Ok(Self { read, write, engine: Engine::Sqlite, clock, notes, bulk: Arc::default() })
    }

    pub(crate) async fn postgres(url: &str, clock: Clock) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(5))
            .connect_timeout(Duration::from_secs(5))
            .sqlx_logging(false);
        let pool = Database::connect(options).await?;
        let notes = Notes::start(pool.clone(), clock.clone());
        Ok(Self { read: pool.clone(), write: pool, engine: Engine::Postgres, clock, notes, bulk: Arc::default() })
    }

    async fn migrate<M: MigratorTrait>(&self) -> Result<()> {
        if self.engine == Engine::Sqlite {
            self.write.run("PRAGMA optimize", params![]).await?;
        }
        // What is wrong with the migrations, `up` says.
        if !M::get_pending_migrations(&self.write).await.unwrap_or_default().is_empty() {
            self.restore_indexes().await?;
        }
        M::up(&self.write, None).await.map_err(|error| match error.to_string() {
            text if text.contains("this migration has been applied but its file is missing") => {
                StoreError::Newer(text.split('\'').nth(1).unwrap_or("?").to_owned())
            }
            _ => error.into(),
        })
    }

    /// For reading.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For the program's own working memory that is no record of anybody's work (sessions' last use, drafts, the
    /// announcement log). Records go through [`Store::begin`].
    pub fn scratch(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Opens a change for `scope`, at the clock's present moment.
    ///
    /// # Errors
    /// What the database says.
    pub async fn begin(&self, scope: Scope) -> Result<Change> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.engine == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.write.begin_with_options(options).await?;
        Ok(Change::new(transaction, scope, self.clock.now()))
    }

    /// Writes a journal line that stands alone (who opened which file) and waits until it is durable. Many such lines
    /// share one transaction.
    ///
    /// # Errors
    /// What the database says.
    pub async fn note(&self, scope: Scope, entry: Entry) -> Result<()> {
        self.notes.add(scope, entry).await
    }

    /// Does work that writes much, one such work of this program after the other. SQLite meanwhile keeps more pages in memory and
    /// folds its log into the file less often: pages that every change touches are folded once.
    pub async fn bulk<T>(&self, work: impl Future<Output = T>) -> T {
        let _turn = self.bulk.lock().await;
        self.keep_pages(BULK_PAGES).await;
        let done = work.await;
        self.keep_pages(USUAL_PAGES).await;
        if self.engine == Engine::Sqlite {
            self.set("PRAGMA wal_checkpoint").await;
        }
        done
    }

    /// The cache and the length of the log, in pages. Nothing depends on them but the speed.
    async fn keep_pages(&self, (cache, log): (u32, u32)) {
        if self.engine == Engine::Sqlite {
            self.set(&format!("PRAGMA cache_size = {cache}")).await;
            self.set(&format!("PRAGMA wal_autocheckpoint = {log}")).await;
        }
    }

    async fn set(&self, pragma: &str) {
        if let Err(error) = self.write.run(pragma, params![]).await {
            tracing::warn!(%error, pragma, "the database does not take a setting");
        }
    }

    /// Lets PostgreSQL look at tables that grew a lot: it plans by what it saw there last, and looks by itself after a minute only.
    /// Nothing depends on it but the speed.
    pub async fn look_at_tables(&self, tables: &[&str]) {
        if self.engine == Engine::Sqlite {
            return;
        }
        for table in tables {
            if let Err(error) = self.write.run(&format!("ANALYZE {table}"), params![]).await {
                tracing::warn!(%error, table, "the database does not look at a table");
            }
        }
    }

    /// Waits until every change is over that was open on PostgreSQL when it was called, ten seconds at most: they may not have seen
    /// what was written outside of them, and nobody sees yet what they write. On SQLite nobody else writes meanwhile.
    ///
    /// # Errors
    /// What the database says.
    pub async fn settle(&self) -> Result<()> {
        if self.engine == Engine::Sqlite {
            return Ok(());
        }
        let newest = "SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)";
        let oldest = "SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)";
        let newest = self.write.number(newest, params![]).await?;
        for _ in 0..500 {
            if self.write.number(oldest, params![]).await? >= newest {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tracing::warn!("a change has been open on the database for longer than ten seconds");
        Ok(())
    }

    /// The engine in use.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The clock in use.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Closes every connection; SQLite folds its log into the file.
    pub async fn close(self) {
        let closed = match self.engine {
            Engine::Sqlite => {
                let read = self.read.close().await;
                let folded = self.write.run("PRAGMA wal_checkpoint(TRUNCATE)", params![]).await;
                if let Err(error) = folded {
                    tracing::warn!(%error, "the log was not folded into the database file");
                }
                read.and(self.write.close().await)
            }
            Engine::Postgres => self.write.close().await,
        };
        if let Err(error) = closed {
            tracing::warn!(%error, "closing the database");
        }
    }
}

/// Cache and length of the log of SQLite in everyday work, in pages of 4 KiB.
const USUAL_PAGES: (u32, u32) = (2_000, 1_000);
/// The same while much is written: 24 MB and 120 MB.
const BULK_PAGES: (u32, u32) = (6_000, 30_000);

// No pages are mapped into memory (`mmap_size`): SQLite lets go of the whole map after every change by another connection, and
// every opened file is a change. Measured: 4 % more pages a second without it.
fn sqlite_options(file: &Path, connections: u32) -> ConnectOptions {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite::memory:");
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |defaults| {
            defaults
                .in_memory(false)
                .shared_cache(false)
                .filename(&file)
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .pragma("cache_size", USUAL_PAGES.0.to_string())
                .pragma("journal_size_limit", "16777216")
                .statement_cache_capacity(256)
        });
    options
}

/// The writer's connection goes back to work only if it stands outside every transaction.
fn writer_options(file: &Path) -> ConnectOptions {
    let mut options = sqlite_options(file, 1);
    options.map_sqlx_sqlite_pool_opts(|pool| pool.after_release(|connection, _| Box::pin(is_free(connection))));
    options
}

/// False for a connection that is left inside a transaction, or believes so: the pool closes it and opens another. A disk
/// that is full makes SQLite end a transaction by itself; whoever counts transactions outside then counts one too many,
/// and everything written afterwards would stand in a transaction that nobody commits.
async fn is_free(connection: &mut SqliteConnection) -> std::result::Result<bool, sqlx::Error> {
    // A rollback may still wait in the connection's queue: this comes after it.
    let outside = connection.execute("BEGIN; ROLLBACK").await.is_ok();
    Ok(outside && !connection.is_in_transaction())
}

/// Personal data: the folder is for its owner alone.
#[cfg(unix)]
fn restrict(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder)?.permissions().mode();
    if mode & 0o077 != 0 && mode & 0o200 != 0 {
        fs::set_permissions(folder, fs::Permissions::from_mode(mode & 0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn restrict(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}
