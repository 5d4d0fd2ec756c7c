//! The memory of Plateau: connections, migrations, transactions, keyset pages, centres and the journal.
//!
//! One [`Store`] serves SQLite (one file, write-ahead log, durable commits) or PostgreSQL with the same SQL: every
//! statement numbers its parameters (`$1`, `$2`, …), which both engines understand.
//!
//! Two rules are kept here by types: a query takes a [`Scope`], and a [`Change`] that recorded nothing in the journal
//! cannot be committed.

mod aside;
mod backup;
mod centre;
mod chance;
mod change;
mod clock;
mod connect;
mod error;
mod journal;
mod keyset;
mod migrate;
mod notes;
mod once;
mod pairs;
mod sql;
pub mod testing;

pub use backup::{backup, restore};
pub use centre::{Centre, CentreId, CentreKind, centre_by_id, count_choice, create_centre, grant};
pub use chance::Chance;
pub use change::{AccountId, Change, Scope};
pub use clock::{Clock, Moment};
pub use connect::{Engine, Store, Target};
pub use error::StoreError;
pub use journal::{Entry, JournalRow, journal_of, journal_since};
pub use keyset::{Keyset, PAGE};
pub use migrate::{SqlMigration, migrations};
pub use once::{Once, spend};
pub use pairs::Pairs;
pub use sea_orm::{ConnectionTrait, DatabaseConnection, FromQueryResult, Value};
pub use sea_orm_migration::{MigrationTrait, MigratorTrait};
pub use sql::Sql;

/// The result of anything that touches the database.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
