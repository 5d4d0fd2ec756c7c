//! Merging two files of one client, and undoing it.
//!
//! One file stays; the other keeps its row and all that it held, stands in no list any more, and its address leads to the
//! file that stayed. What referred to it refers to that file. Each merge can be undone later: see `fate.rs`.

mod choice;
mod fate;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub(crate) use self::choice::Group;
pub use self::store::{Merge, Side, merge, undo};
pub use self::web::routes;
pub(crate) use self::web::{Shown, led_to_winner, shown};

use ::store::StoreError;
use ::web::WebError;

use crate::clients::ClientId;

/// Why files are not merged, or a merge is not undone.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// A file cannot be merged with itself.
    #[error("a file and itself")]
    Itself,
    /// One of the files was merged already.
    #[error("one of the files was merged already")]
    Merged,
    /// One of the files was saved since it was read.
    #[error("one of the files was changed since it was read")]
    Changed,
    /// The merge was undone already.
    #[error("the merge was undone already")]
    Undone,
    /// The file that stayed was itself merged into another: that merge is undone first.
    #[error("the file that stayed was merged into {0:?}")]
    Buried(ClientId),
    /// What the database says.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<MergeError> for WebError {
    fn from(error: MergeError) -> Self {
        match error {
            MergeError::Itself => Self::Conflict("merge-refused-itself"),
            MergeError::Merged => Self::Conflict("merge-refused-merged"),
            MergeError::Changed => Self::Conflict("merge-refused-changed"),
            MergeError::Undone => Self::Conflict("merge-refused-undone"),
            MergeError::Buried(_) => Self::Conflict("merge-refused-buried"),
            MergeError::Store(error) => error.into(),
        }
    }
}
