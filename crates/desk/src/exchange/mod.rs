//! Import and export of client files: CSV, workbooks and address cards come in after a dry run, and go out as a stream.
//!
//! An import is read in batches. Each batch and the place in the file where it ends are one change, so that an import that was
//! killed goes on where it stopped; taking an import back goes in batches too.

mod alike;
mod earlier;
pub mod export;
mod gathering;
mod import;
mod judged;
mod judging;
mod plan;
mod problem;
mod reading;
mod recent;
mod refused;
mod run;
mod seen;
mod source;
mod store;
mod sweep;
mod taking;
mod update;
mod values;
mod web;

#[cfg(test)]
mod tests;

pub use self::earlier::recall;
pub use self::import::{Counts, Import, ImportId, State};
pub use self::plan::{Known, Order, Plan};
pub use self::refused::write_refused;
pub use self::run::{go_on, resume_all, revert, run, start};
pub use self::source::{Opened, Said, inspect};
pub use self::store::{Arrived, get, prepare};
pub use self::sweep::sweep;
pub use self::web::routes;

use ::store::{Scope, Store, StoreError};
use sheets::{FaultKind, Foreign, SheetError};
use words::Talk;

use crate::clients::custom_fields;

/// Why an import or an export ends before its end.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// What the database says.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What the file says.
    #[error(transparent)]
    File(#[from] SheetError),
    /// The import is not in a state for this.
    #[error("the import is {0:?}")]
    State(State),
    /// Reading or judging ended by itself.
    #[error("reading stopped: {0}")]
    Stopped(String),
}

impl ExchangeError {
    /// The text key of the sentence for the person who imports.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Store(_) | Self::Stopped(_) => "exchange-error-broken",
            Self::State(_) => "exchange-error-state",
            Self::File(error) => file_key(error),
        }
    }
}

/// The text key of what is wrong with a whole file.
pub fn file_key(error: &SheetError) -> &'static str {
    match error {
        SheetError::Empty => "exchange-error-empty",
        SheetError::Foreign(foreign) => match foreign {
            Foreign::OldExcel => "exchange-error-old-excel",
            Foreign::Protected => "exchange-error-protected",
            Foreign::BinaryWorkbook => "exchange-error-binary",
            Foreign::OpenDocument => "exchange-error-open-document",
            Foreign::WebPage => "exchange-error-web-page",
            Foreign::Packed => "exchange-error-packed",
            _ => "exchange-error-foreign",
        },
        SheetError::WrongEncoding { .. } => "exchange-error-encoding",
        SheetError::Bomb(_) => "exchange-error-bomb",
        _ => "exchange-error-unreadable",
    }
}

/// The text key of what is wrong with one row.
pub fn fault_key(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::QuoteNotClosed => "exchange-fault-quote",
        FaultKind::StrayQuote => "exchange-fault-stray-quote",
        FaultKind::CellTooLong => "exchange-fault-cell",
        FaultKind::RowTooLong { .. } => "exchange-fault-row",
        FaultKind::TooManyColumns => "exchange-fault-columns",
        FaultKind::NotInEncoding => "exchange-fault-encoding",
        FaultKind::CardBroken => "exchange-fault-card",
    }
}

/// Refused lines that are told on the command line.
const TOLD: i64 = 20;

/// The first refused lines: the line and what is wrong with it, in words.
///
/// # Errors
/// What the database says.
pub async fn first_refusals(
    store: &Store,
    scope: Scope,
    id: ImportId,
    talk: Talk,
) -> ::store::Result<Vec<(i64, String)>> {
    let own = custom_fields(store.read(), scope).await?;
    let rows = store::refusals(store.read(), id, -1, TOLD).await?;
    Ok(rows.iter().map(|row| (row.line, problem::in_a_line(&row.why, &own, talk))).collect())
}
