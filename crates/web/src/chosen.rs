//! What a centre chose (its fields, its rules), kept in memory: nearly every page asks for it, and it changes once in a while.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use store::CentreId;

use crate::{Visitor, Web};

/// Choices that are kept; sandboxes come and go, so that the memory is emptied when it is full.
const MOST: usize = 2_000;

type Choice = (i64, Arc<dyn Any + Send + Sync>);

/// Choices by centre and type, each with the count of [`store::Centre::chosen`] under which it was read.
#[derive(Clone, Default)]
pub(crate) struct Chosen(Arc<RwLock<HashMap<(CentreId, TypeId), Choice>>>);

impl Chosen {
    fn of<T: Any + Send + Sync>(&self, centre: CentreId, count: i64) -> Option<Arc<T>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (_, kept) = known.get(&(centre, TypeId::of::<T>())).filter(|(read_at, _)| *read_at == count)?;
        Arc::clone(kept).downcast().ok()
    }

    fn keep<T: Any + Send + Sync>(&self, centre: CentreId, count: i64, choice: Arc<T>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert((centre, TypeId::of::<T>()), (count, choice));
    }
}

impl Web {
    /// What the visitor's centre chose: `read` is asked only when the choice is not known as it stands now. Every statement that
    /// writes a choice counts it with [`store::count_choice`] in the same transaction; the count comes with the session, so
    /// that a choice made by another process of the same database is seen at the next request. One type is one choice.
    ///
    /// # Errors
    /// What `read` says.
    pub async fn chosen<T: Any + Send + Sync, E>(
        &self,
        visitor: &Visitor,
        read: impl Future<Output = Result<T, E>>,
    ) -> Result<Arc<T>, E> {
        let (centre, count) = (visitor.centre.id, visitor.centre.chosen);
        if let Some(known) = self.choices.of(centre, count) {
            return Ok(known);
        }
        let choice = Arc::new(read.await?);
        self.choices.keep(centre, count, Arc::clone(&choice));
        Ok(choice)
    }
}
