//! The run of an import: dry, in earnest, or back again. One thread reads and checks, the database writes beside it.

use std::path::Path;

use ::store::{Scope, Store, StoreError};
use tokio::sync::mpsc;

use super::gathering::Gathered;
use super::judged::Judge;
use super::reading::read;
use super::recent::Recent;
use super::seen::Seen;
use super::store;
use super::taking::take;
use super::update::{self, Rules};
use super::{ExchangeError, Import, ImportId, State};
use crate::clients::{self, ALGERIA, Day};

/// Files that are taken back in one change.
const BACK: i64 = 500;

/// Reads a file to its end and gives the import as it then stands; `told` hears of it after each batch. `folder` is where the
/// program keeps files to import. With `dry` nothing is written but what was found. A run that was stopped goes on at its place. Of
/// several that write, each waits for the one before, so that it knows the clients of that.
///
/// # Errors
/// What the file or the database says; the import then stands as [`State::broken_off`] says.
pub async fn run(
    store: &Store,
    folder: &Path,
    scope: Scope,
    id: ImportId,
    told: impl FnMut(&Import) + Send,
) -> Result<Import, ExchangeError> {
    let import = running(store, scope, id).await?;
    if import.state == State::Checking {
        let ended = through(store, folder, scope, &import, told).await.map(|()| State::Checked);
        return end(store, scope, &import, ended).await;
    }
    let work = async {
        // Somebody may have stopped it while it waited.
        let import = running(store, scope, id).await?;
        let ended = match import.state {
            State::Reverting => back(store, scope, &import, told).await.map(|()| State::Reverted),
            _ => bring(store, folder, scope, &import, told).await.map(|()| State::Imported),
        };
        end(store, scope, &import, ended).await
    };
    store.bulk(work).await
}

async fn running(store: &Store, scope: Scope, id: ImportId) -> Result<Import, ExchangeError> {
    let import = store::get(store.read(), scope, id).await?;
    if import.state.is_running() { Ok(import) } else { Err(ExchangeError::State(import.state)) }
}

/// Brings the file in. Files that are there are found, however the run ends.
async fn bring(
    store: &Store,
    folder: &Path,
    scope: Scope,
    import: &Import,
    told: impl FnMut(&Import) + Send,
) -> Result<(), ExchangeError> {
    let ended = through(store, folder, scope, import, told).await;
    let found = make_findable(store, scope, import.id).await;
    restore_indexes(store, Some(import.id)).await;
    ended.and(found.map_err(ExchangeError::from))
}

/// Builds the indexes of lists that stood aside, unless an import besides this one still brings files in. What cannot be built now is
/// tried again every hour, and at the next start.
pub(super) async fn restore_indexes(store: &Store, besides: Option<ImportId>) {
    let restored = match store::others_bring(store.read(), besides).await {
        Ok(true) => return,
        Ok(false) => store.restore_indexes().await,
        Err(error) => Err(error),
    };
    if let Err(error) = restored {
        tracing::warn!(%error, "indexes of lists still stand aside");
    }
}

/// Writes how a run ended.
async fn end(
    store: &Store,
    scope: Scope,
    import: &Import,
    ended: Result<State, ExchangeError>,
) -> Result<Import, ExchangeError> {
    if let Err(error @ ExchangeError::State(_)) = ended {
        // Somebody stopped it, and may have begun it again.
        return Err(error);
    }
    let id = import.id;
    let (state, why) = match &ended {
        Ok(state) => (*state, ""),
        Err(error) => (import.state.broken_off(), error.key()),
    };
    let change = store.begin(scope).await?;
    match store::turn(&change, id, import.state, state, why).await {
        Ok(()) => change.commit().await?,
        // Somebody stopped it meanwhile.
        Err(StoreError::Stale) => drop(change),
        Err(error) => return Err(error.into()),
    }
    ended?;
    Ok(store::get(store.read(), scope, id).await?)
}

/// Begins a run: dry, or in earnest; [`run`] does it.
///
/// # Errors
/// [`StoreError::Stale`] when the program works on the import, or has brought it in already.
pub async fn start(store: &Store, scope: Scope, id: ImportId, dry: bool) -> Result<(), ExchangeError> {
    let change = store.begin(scope).await?;
    store::begin(&change, id, if dry { State::Checking } else { State::Importing }).await?;
    Ok(change.commit().await?)
}

/// Goes on with an import that stopped in the middle; [`run`] does it.
///
/// # Errors
/// [`StoreError::Stale`] when it has not stopped.
pub async fn go_on(store: &Store, scope: Scope, id: ImportId) -> Result<(), ExchangeError> {
    let change = store.begin(scope).await?;
    store::turn(&change, id, State::Stopped, State::Importing, "").await?;
    Ok(change.commit().await?)
}

/// Stops an import at the end of the batch under way.
///
/// # Errors
/// What the database says.
pub(super) async fn stop(store: &Store, scope: Scope, id: ImportId) -> Result<(), ExchangeError> {
    let import = store::get(store.read(), scope, id).await?;
    if !import.state.is_running() {
        return Ok(());
    }
    let change = store.begin(scope).await?;
    let key = match import.state {
        State::Importing => "exchange-stopped",
        _ => "exchange-broken-off",
    };
    store::turn(&change, id, import.state, import.state.broken_off(), key).await?;
    Ok(change.commit().await?)
}

/// Begins to take an import back; [`run`] does it.
///
/// # Errors
/// [`StoreError::Stale`] when the import is in no state for it.
pub async fn revert(store: &Store, scope: Scope, id: ImportId) -> Result<(), ExchangeError> {
    let import = store::get(store.read(), scope, id).await?;
    let change = store.begin(scope).await?;
    store::turn(&change, id, import.state, State::Reverting, "").await?;
    Ok(change.commit().await?)
}

/// Writes the keys by which the files of an import are found and recognised, those that are not written yet.
pub(super) async fn make_findable(store: &Store, scope: Scope, id: ImportId) -> Result<(), StoreError> {
    loop {
        let after = store::keyed(store.read(), id).await?;
        let keys = clients::read_keys(store, scope, Some(id.0), after).await?;
        let Some(last) = keys.last() else { return Ok(()) };
        clients::write_keys(store, scope.centre, keys, true).await?;
        store::set_keyed(store.scratch(), id, last).await?;
    }
}

/// The same for an import whose keys another run may have begun to write when it was killed.
pub(super) async fn make_up(store: &Store, scope: Scope, id: ImportId) -> Result<(), StoreError> {
    clients::forget_changed(store, id.0, store::keyed(store.read(), id).await?).await?;
    make_findable(store, scope, id).await?;
    // Those that were erased have no keys.
    store::set_all_keyed(store.scratch(), id).await
}

/// Goes on, in the background, with every import that the program was working on when it ended.
///
/// # Errors
/// What the database says.
pub async fn resume_all(store: &Store, folder: &Path) -> Result<usize, ExchangeError> {
    let all = store::unfinished(store.read()).await?;
    let hidden = store::unkeyed(store.read()).await?;
    let count = all.len();
    let (store, folder) = (store.clone(), folder.to_owned());
    tokio::spawn(async move {
        for (scope, id) in all {
            background(&store, &folder, scope, id).await;
        }
        restore_indexes(&store, None).await;
        for (scope, id) in hidden {
            if let Err(error) = make_up(&store, scope, id).await {
                tracing::warn!(import = id.0, %error, "files of an import are not found by name yet");
            }
        }
    });
    Ok(count)
}

/// A run that nobody waits for: what goes wrong stands in the import and in the operator's log.
pub(super) async fn background(store: &Store, folder: &Path, scope: Scope, id: ImportId) {
    if let Err(error) = run(store, folder, scope, id, |_| {}).await {
        tracing::warn!(import = id.0, %error, "an import has stopped");
    }
}

async fn through(
    store: &Store,
    folder: &Path,
    scope: Scope,
    import: &Import,
    mut told: impl FnMut(&Import) + Send,
) -> Result<(), ExchangeError> {
    let from = store::reached(store.read(), import.id).await?;
    let own = clients::custom_fields(store.read(), scope).await?;
    let earnest = import.state == State::Importing;
    if earnest && from.is_some() {
        // What was made before the stop is recognised by its keys.
        make_up(store, scope, import.id).await?;
    }
    let (sender, batches) = mpsc::channel(1);
    let (path, plan) = (folder.join(&import.stored), import.plan.clone());
    let today = Day::of(store.clock().now(), ALGERIA);
    let customs = own.clone();
    let reader = tokio::task::spawn_blocking(move || read(&path, &plan, &customs, (from, today, earnest), &sender));
    let before = if earnest { clients::count_all(store.read()).await? - import.counts.made } else { 0 };
    let mut gathered = Gathered::new(store, scope, import.id, before);
    let (sender, mut batches_judged) = mpsc::channel(1);
    let judge = Judge {
        store: store.clone(),
        scope,
        import: import.clone(),
        place: from,
        recent: Recent::new(gathered.written()),
        seen: Seen::of(store, scope, import, from.is_none()).await?,
    };
    let judging = tokio::spawn(judge.all(batches, sender));
    let rules = Rules { known: import.plan.known, own: &own, today };
    let run = async {
        while let Some(judged) = batches_judged.recv().await {
            take(store, scope, import, judged, rules, &mut gathered).await?;
            let now = store::get(store.read(), scope, import.id).await?;
            if earnest {
                gathered.look_after(now.foreseen() - import.counts.made).await?;
            }
            told(&now);
            if now.state != import.state {
                return Err(ExchangeError::State(now.state));
            }
        }
        judging.await.map_err(|error| ExchangeError::Stopped(error.to_string()))??;
        reader.await.map_err(|error| ExchangeError::Stopped(error.to_string()))?.map_err(ExchangeError::from)
    };
    let ended = run.await;
    // Whatever happened, no keys are being written any more when it is told.
    let written = gathered.end().await;
    ended.and(written.map_err(ExchangeError::from))
}

/// Takes the files of an import away again, but those that somebody worked on, then what it changed in others.
async fn back(
    store: &Store,
    scope: Scope,
    import: &Import,
    mut told: impl FnMut(&Import) + Send,
) -> Result<(), ExchangeError> {
    let mut last = import.reached;
    loop {
        let change = store.begin(scope).await?;
        let (seen, gone, reached) = clients::take_back(&change, import.id.0, last, BACK).await?;
        if seen == 0 {
            drop(change);
            break;
        }
        store::taken_back(&change, import.id, gone, reached).await?;
        change.commit().await?;
        last = reached;
        told(&store::get(store.read(), scope, import.id).await?);
    }
    let today = Day::of(store.clock().now(), ALGERIA);
    loop {
        let change = store.begin(scope).await?;
        if !update::restore(&change, import, today).await? {
            return Ok(());
        }
        change.commit().await?;
        told(&store::get(store.read(), scope, import.id).await?);
    }
}
