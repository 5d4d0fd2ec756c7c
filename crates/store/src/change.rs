//! A change: one transaction, one actor, one moment, and at least one line of the journal.

use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

use crate::journal::{self, Entry};
use crate::{CentreId, Moment, Result, Sql, StoreError};

/// The identity of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(pub i64);

/// Where and for whom a query runs. Every desk query takes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The centre whose data is seen.
    pub centre: CentreId,
    /// Who acts; `None` for the program itself (seeding, the simulated client).
    pub actor: Option<AccountId>,
}

/// An open write transaction. Dropping it rolls back; [`Change::commit`] refuses a change that recorded nothing.
#[derive(Debug)]
pub struct Change {
    transaction: DatabaseTransaction,
    scope: Scope,
    now: Moment,
    recorded: AtomicBool,
}

impl Change {
    pub(crate) fn new(transaction: DatabaseTransaction, scope: Scope, now: Moment) -> Self {
        Self { transaction, scope, now, recorded: AtomicBool::new(false) }
    }

    /// The scope that the change was opened for.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The one moment of the whole change.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The same open transaction, seen from another centre: used to fill a new sandbox in one transaction.
    pub fn for_centre(mut self, centre: CentreId) -> Self {
        self.scope.centre = centre;
        self
    }

    /// The same open transaction, with no person acting: what the program writes on its own account.
    pub fn by_nobody(mut self) -> Self {
        self.scope.actor = None;
        self
    }

    /// Writes a line of the journal and gives its number.
    ///
    /// # Errors
    /// What the database says.
    pub async fn record(&self, entry: Entry) -> Result<i64> {
        let id = journal::append(&self.transaction, self.scope, self.now, entry).await?;
        self.recorded.store(true, Ordering::Relaxed);
        Ok(id)
    }

    /// Lets PostgreSQL tell of the commit before it is durable, a moment later: for a part of long work that goes on where the base
    /// stands, whatever the moment at which the machine stops. SQLite waits as always, for its log is everybody's.
    ///
    /// # Errors
    /// What the database says.
    pub async fn durable_soon(&self) -> Result<()> {
        if self.transaction.get_database_backend() == DbBackend::Postgres {
            self.transaction.run("SET LOCAL synchronous_commit = off", vec![]).await?;
        }
        Ok(())
    }

    /// Makes the change durable.
    ///
    /// # Errors
    /// [`StoreError::Unjournaled`] when nothing was recorded; else what the database says. Nothing is saved then.
    pub async fn commit(self) -> Result<()> {
        if !self.recorded.load(Ordering::Relaxed) {
            self.transaction.rollback().await?;
            return Err(StoreError::Unjournaled);
        }
        Ok(self.transaction.commit().await?)
    }
}

impl Deref for Change {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.transaction
    }
}
