//! A batch of an import taken into the base: files made and changed, and what became of each line, with the place that was reached.

use ::store::{Change, Entry, Scope, Store, StoreError};
use serde_json::json;

use super::gathering::Gathered;
use super::judged::{Judged, refusal};
use super::store;
use super::update::{self, Rules};
use super::{ExchangeError, Import, State};
use crate::clients;

/// Takes a batch: makes and changes the files unless it is a dry run, and keeps the place, all in one change.
pub(super) async fn take(
    store: &Store,
    scope: Scope,
    import: &Import,
    judged: Judged,
    rules: Rules<'_>,
    gathered: &mut Gathered,
) -> Result<(), ExchangeError> {
    let Judged { place, mut counts, made, mut known, resembling, updates, mut refusals, written } = judged;
    let dry = import.state == State::Checking;
    let change = if dry { None } else { Some(store.begin(scope).await?) };
    for update in &updates {
        let done = match &change {
            None => update::foresee(store.read(), scope, update, rules).await?,
            Some(change) => update::apply(change, update, rules).await?,
        };
        match done {
            Ok(line) => {
                counts.updated += i64::from(!line.fields.is_empty());
                known.push(line);
            }
            Err(errors) => refusals.push(refusal(update.line, &errors, &update.cells)),
        }
    }
    counts.known = i64::try_from(known.len()).unwrap_or(0) - counts.updated;
    counts.refused = i64::try_from(refusals.len()).unwrap_or(0);
    let Some(change) = change else {
        store::note_known(store.scratch(), import.id, &known).await?;
        store::note_alike(store.scratch(), import.id, &resembling).await?;
        return Ok(store::advance(store.scratch(), import.id, counts, place, &refusals).await?);
    };
    change.durable_soon().await?;
    let ids = if made.is_empty() { vec![] } else { clients::import(&change, &made, import.id.0).await? };
    note(&change, import, &ids, counts.updated).await?;
    store::note_known(&*change, import.id, &known).await?;
    store::note_alike(&*change, import.id, &resembling).await?;
    store::advance(&*change, import.id, counts, place, &refusals).await?;
    change.commit().await?;
    gathered.add(&ids, &made);
    if let Some(written) = written {
        // Who waited for it may have given up.
        let _told = written.send(());
    }
    Ok(())
}

async fn note(change: &Change, import: &Import, made: &[i64], updated: i64) -> Result<(), StoreError> {
    let detail = json!({"count": made.len(), "first": made.first(), "last": made.last(), "updated": updated});
    change.record(Entry::new("clients.imported", "import", import.id.0).detail(detail)).await?;
    Ok(())
}
