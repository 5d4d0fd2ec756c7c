//! What an import leaves behind, forgotten after a while: the lines that were refused, those that resemble others, and the file
//! itself. They hold what people gave, outside the files of clients, where no erasure finds it.

use std::path::Path;

use ::store::{Result, Store};

use super::run::restore_indexes;
use super::store;

/// How long these lines and the file are kept after a run has ended, in milliseconds: thirty days, to correct and bring them in
/// again.
pub(super) const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// Forgets these lines and the files of imports that ended long ago; how many imports that were. Indexes that a run could not build are
/// built. A file that stands
/// elsewhere, named on the command line, is left to its owner.
///
/// # Errors
/// What the database says.
pub async fn sweep(db: &Store, folder: &Path) -> Result<u64> {
    let old = store::ended_before(db.read(), db.clock().now().plus_ms(-KEPT_MS)).await?;
    for (id, stored) in &old {
        if is_ours(stored)
            && let Err(error) = std::fs::remove_file(folder.join(stored))
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(import = id.0, %error, "the file of an import stays");
            continue;
        }
        store::forget_lines(db.scratch(), *id).await?;
    }
    restore_indexes(db, None).await;
    Ok(old.len() as u64)
}

/// True for a file that a page brought: it stands in the program's folder under a name of the program's.
fn is_ours(stored: &str) -> bool {
    stored.ends_with(".import") && !stored.contains(['/', '\\'])
}
