//! What can go wrong below the rooms.

use sea_orm::DbErr;

/// An error of the store. The text is for the operator's log; people see the page that [`StoreError::is_away`] chooses.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The data folder cannot be made or used.
    #[error("the data folder {0} cannot be used: {1}")]
    Folder(String, std::io::Error),
    /// The database was written by a newer Plateau.
    #[error(
        "the database holds a migration that this version does not know ({0}): it was written by a newer Plateau; start that version, or restore a backup"
    )]
    Newer(String),
    /// The database file, its folder or its disk refuses writing.
    #[error("the database is read-only: {0}")]
    ReadOnly(String),
    /// The disk is full.
    #[error("the disk of the database is full: {0}")]
    Full(String),
    /// The database does not answer (network, restart, too many connections).
    #[error("the database does not answer: {0}")]
    Away(String),
    /// A change was committed without a journal entry: a defect of the program.
    #[error("a change was not written to the journal; nothing was saved")]
    Unjournaled,
    /// A record that the caller's centre does not hold.
    #[error("no such record in this centre")]
    NotFound,
    /// The record was saved by someone else since it was read.
    #[error("the record was changed since it was read")]
    Stale,
    /// A row that must be unique exists already; the text names the constraint.
    #[error("already there: {0}")]
    Duplicate(String),
    /// A backup or a restore that could not be made, and why.
    #[error("backup: {0}")]
    Backup(String),
    /// Work beside the database ended by itself: a defect of the program.
    #[error("the work stopped: {0}")]
    Stopped(String),
    /// Anything else the database said.
    #[error("database: {0}")]
    Database(DbErr),
}

impl StoreError {
    /// True when trying again later can help: the database is away, full or read-only, and nothing was saved.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away(_) | Self::Full(_) | Self::ReadOnly(_))
    }

    /// A record that may have gone meanwhile: nothing instead of [`StoreError::NotFound`].
    ///
    /// # Errors
    /// Every other error.
    pub fn missing<T>(found: Result<T, Self>) -> Result<Option<T>, Self> {
        match found {
            Ok(record) => Ok(Some(record)),
            Err(Self::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        let text = error.to_string();
        let low = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| low.contains(word));
        if matches!(error, DbErr::RecordNotFound(_)) {
            Self::NotFound
        } else if says(&["unique constraint", "duplicate key"]) {
            Self::Duplicate(text)
        } else if says(&["readonly database", "read-only", "unable to open database", "permission denied"]) {
            Self::ReadOnly(text)
        } else if says(&["disk is full", "no space left", "disk full"]) {
            Self::Full(text)
        } else if matches!(error, DbErr::Conn(_) | DbErr::ConnectionAcquire(_))
            || says(&[
                "connection refused",
                "connection reset",
                "broken pipe",
                "shutting down",
                "starting up",
                "terminating connection",
                "closed the connection",
                "pool timed out",
                "database is locked",
                "disk i/o error",
            ])
        {
            Self::Away(text)
        } else {
            Self::Database(error)
        }
    }
}
