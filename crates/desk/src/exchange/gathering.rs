//! What is done once for many files of a run, beside it: their keys, and what the engine knows of its tables.

use ::store::{Scope, Store, StoreError};
use tokio::task::JoinHandle;

use super::ImportId;
use super::recent::Written;
use super::store;
use crate::clients::{self, Keys, Ready, SCATTERED, TABLES};

/// Files from which on an import is a large one.
const LARGE: i64 = 10_000;
/// Files after which the engine looks at its tables for the first time; then after four times as many, and so on.
const LOOK: usize = 4_000;

/// The files of a run whose keys are not written yet.
pub(super) struct Gathered {
    store: Store,
    scope: Scope,
    import: ImportId,
    keys: Keys,
    /// Files of a run so far, and those after which the engine looks at its tables.
    made: usize,
    look: usize,
    writing: Option<JoinHandle<Result<(), StoreError>>>,
    /// How often keys were written.
    times: u32,
    written: Written,
    /// Files that were there before, until the indexes of lists stand aside.
    before: Option<i64>,
}

impl Gathered {
    /// For a run that begins; `before` are the files of the base that are not of this import.
    pub fn new(store: &Store, scope: Scope, import: ImportId, before: i64) -> Self {
        Self {
            store: store.clone(),
            scope,
            import,
            keys: Keys::of_import(import.0),
            made: 0,
            look: LOOK,
            writing: None,
            times: 0,
            written: Written::default(),
            before: Some(before),
        }
    }

    /// How many of the files have their keys.
    pub fn written(&self) -> Written {
        self.written.clone()
    }

    /// Adds files that were just made.
    pub fn add(&mut self, ids: &[i64], made: &[Ready]) {
        for (id, ready) in ids.iter().zip(made) {
            self.keys.add_new(*id, ready.keys());
        }
        self.made += ids.len();
    }

    /// Writes the keys beside the run, when there are many, and looks after the tables. `foreseen` are the files that the import
    /// will probably make.
    ///
    /// # Errors
    /// What the database says.
    pub async fn look_after(&mut self, foreseen: i64) -> Result<(), StoreError> {
        if self.before.is_some_and(|before| foreseen >= LARGE && foreseen > before) {
            self.before = None;
            // Nothing depends on it but the time that it takes.
            if let Err(error) = self.store.set_indexes_aside(&SCATTERED).await {
                tracing::warn!(import = self.import.0, %error, "the indexes of lists stay while much is imported");
            }
        }
        if self.made >= self.look {
            self.look = 4 * self.made;
            self.store.look_at_tables(&TABLES).await;
        }
        if self.keys.is_full() {
            self.write().await?;
        }
        Ok(())
    }

    /// Begins to write the keys, after those that are being written.
    async fn write(&mut self) -> Result<(), StoreError> {
        self.wait().await?;
        let Some(last) = self.keys.last() else { return Ok(()) };
        let keys = std::mem::replace(&mut self.keys, Keys::of_import(self.import.0));
        self.times += 1;
        // The table has twice as many keys as when the engine looked last.
        let look = self.times.is_power_of_two();
        let (store, scope, import, written) = (self.store.clone(), self.scope, self.import, self.written.clone());
        self.writing = Some(tokio::spawn(async move {
            let count = keys.len();
            clients::write_keys(&store, scope.centre, keys, look).await?;
            store::set_keyed(store.scratch(), import, last).await?;
            written.add(count);
            Ok(())
        }));
        Ok(())
    }

    async fn wait(&mut self) -> Result<(), StoreError> {
        let Some(writing) = self.writing.take() else { return Ok(()) };
        writing.await.map_err(|error| StoreError::Stopped(error.to_string()))?
    }

    /// Writes all keys that are left.
    ///
    /// # Errors
    /// What the database says.
    pub async fn end(mut self) -> Result<(), StoreError> {
        self.write().await?;
        self.wait().await
    }
}
