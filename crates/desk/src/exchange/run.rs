//! The run of an import: dry, in earnest, or back again. One thread reads and checks, the database writes beside it.

use std::collections::HashMap;
use std::path::Path;

use ::store::{Change, Entry, Scope, Store, StoreError};
use ::web::FieldError;
use names::{PersonName, Query};
use serde_json::json;
use sheets::{Position, Row, SheetError, Step};
use tokio::sync::mpsc;
use words::Lang;

use super::plan::Kind;
use super::store::{self, Refusal};
use super::{Counts, ExchangeError, Import, ImportId, Known, Plan, State, fault_key, problem, source, values};
use crate::clients::{self, ClientData, Customs, Day, Ready};

/// Lines of the first batch, which soon shows that the work goes on, and of any batch: the next one is twice as long as the
/// last. A batch is one change of the database, during which nobody else writes on SQLite (half a second at most).
const BATCH: (usize, usize) = (500, 4_000);
/// Files that are taken back in one change.
const BACK: i64 = 500;
/// From this likeness on two names under one number are the same person.
const SAME: f64 = 0.80;
/// Minutes to add to UTC for the day of today: Algeria, all year.
const OFFSET_MINUTES: i32 = 60;

/// A line that was read.
struct Line {
    number: i64,
    read: Result<Box<(ClientData, Option<Ready>)>, Vec<FieldError>>,
    cells: Vec<String>,
    cleaned: i64,
}

/// Some lines, and the place after them.
struct Batch {
    lines: Vec<Line>,
    reached: Position,
}

/// Reads a file to its end and gives the import as it then stands; `told` hears of it after each batch. `folder` is where the
/// program keeps files to import. With `dry` nothing is written but what was found. A run that was stopped goes on at its place.
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
    let import = store::get(store.read(), scope, id).await?;
    if !import.state.is_running() {
        return Err(ExchangeError::State(import.state));
    }
    store.bulk(true).await;
    let ended = match import.state {
        State::Checking => through(store, folder, scope, &import, told).await.map(|()| State::Checked),
        State::Importing => {
            let ended = through(store, folder, scope, &import, told).await;
            // Files that are there are found, however the run ended.
            let found = make_findable(store, scope, id).await;
            ended.and(found.map_err(ExchangeError::from)).map(|()| State::Imported)
        }
        State::Reverting => back(store, scope, &import, told).await.map(|()| State::Reverted),
        other => Err(ExchangeError::State(other)),
    };
    store.bulk(false).await;
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

/// Writes the keys by which a search finds the files of an import, those that are not written yet.
pub(super) async fn make_findable(store: &Store, scope: Scope, id: ImportId) -> Result<(), StoreError> {
    loop {
        let after = store::keyed(store.read(), id).await?;
        let Some(last) = clients::write_keys_of(store, scope, id.0, after).await? else { return Ok(()) };
        store::set_keyed(store.scratch(), id, last).await?;
    }
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
        for (scope, id) in hidden {
            if let Err(error) = make_findable(&store, scope, id).await {
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
    let (sender, mut batches) = mpsc::channel(1);
    let (path, plan) = (folder.join(&import.stored), import.plan.clone());
    let today = Day::of(store.clock().now(), OFFSET_MINUTES);
    let earnest = import.state == State::Importing;
    let reader = tokio::task::spawn_blocking(move || read(&path, &plan, &own, (from, today, earnest), &sender));
    let mut place = from;
    while let Some(batch) = batches.recv().await {
        let reached = batch.reached;
        take(store, scope, import, place, batch).await?;
        place = Some(reached);
        let now = store::get(store.read(), scope, import.id).await?;
        told(&now);
        if now.state != import.state {
            return Err(ExchangeError::State(now.state));
        }
    }
    reader.await.map_err(|error| ExchangeError::Stopped(error.to_string()))??;
    Ok(())
}

/// The reading thread: it ends early when nobody takes its batches any more.
fn read(
    path: &Path,
    plan: &Plan,
    own: &Customs,
    (from, today, earnest): (Option<Position>, Day, bool),
    sender: &mpsc::Sender<Batch>,
) -> Result<(), SheetError> {
    let mut lines: Vec<Line> = vec![];
    // Cards have no header.
    let (mut head, mut last) = (from.is_none() && plan.kind != Kind::Vcard, Position::START);
    let mut length = BATCH.0;
    source::read(path, plan, from, |row, step, reached| {
        if std::mem::take(&mut head) {
            return true;
        }
        lines.extend(line(row, step, plan, own, (today, earnest)));
        last = reached;
        if lines.len() < length {
            return true;
        }
        length = BATCH.1.min(2 * length);
        sender.blocking_send(Batch { lines: std::mem::take(&mut lines), reached }).is_ok()
    })?;
    if !lines.is_empty() {
        // Nobody there: the run was given up.
        let _gone = sender.blocking_send(Batch { lines, reached: last });
    }
    Ok(())
}

/// What a row says; nothing for a blank one. In earnest the file is made ready to be written.
fn line(row: &Row, step: Step, plan: &Plan, own: &Customs, (today, earnest): (Day, bool)) -> Option<Line> {
    let number = i64::try_from(row.position().line).unwrap_or(i64::MAX);
    let cells = || row.cells().map(str::to_owned).collect::<Vec<_>>();
    let wrong = |key| Err(vec![FieldError { field: String::new(), key, args: vec![] }]);
    if let Step::Refused(fault) = step {
        return Some(Line { number, read: wrong(fault_key(fault.kind)), cells: cells(), cleaned: 0 });
    }
    if row.is_blank() {
        return None;
    }
    let beyond = (plan.columns.len()..row.len()).any(|at| row.get(at).is_some_and(|cell| !cell.trim().is_empty()));
    if beyond {
        return Some(Line { number, read: wrong("exchange-fault-long"), cells: cells(), cleaned: 0 });
    }
    let (fields, cleaned) = values::fields(row, plan, own);
    let ready = |data: ClientData| {
        let ready = earnest.then(|| Ready::for_import(&data));
        Box::new((data, ready))
    };
    let read = ClientData::read_with(&fields, Lang::Fr, today, own).map(ready);
    let cells = if read.is_err() { cells() } else { vec![] };
    Some(Line { number, read, cells, cleaned })
}

/// Takes a batch: judges its lines, makes the files unless it is a dry run, and keeps the place, all in one change.
async fn take(
    store: &Store,
    scope: Scope,
    import: &Import,
    from: Option<Position>,
    batch: Batch,
) -> Result<(), ExchangeError> {
    let mut counts = Counts { read: i64::try_from(batch.lines.len()).unwrap_or(0), ..Counts::default() };
    let (mut good, mut refusals) = (vec![], vec![]);
    for line in batch.lines {
        counts.cleaned += line.cleaned;
        match line.read {
            Ok(file) => good.push(*file),
            Err(errors) => refusals.push(refusal(line.number, &errors, &line.cells)),
        }
    }
    counts.refused = i64::try_from(refusals.len()).unwrap_or(0);
    let (data, ready): (Vec<ClientData>, Vec<Option<Ready>>) = good.into_iter().unzip();
    let mut made = vec![];
    for (ready, verdict) in ready.into_iter().zip(judge(store, scope, &data).await?) {
        if verdict == Verdict::Known && import.plan.known == Known::Skip {
            counts.known += 1;
            continue;
        }
        counts.alike += i64::from(verdict == Verdict::Alike);
        counts.made += 1;
        made.extend(ready);
    }
    if import.state == State::Checking {
        return Ok(store::advance(store.scratch(), import.id, counts, (from, batch.reached), &refusals).await?);
    }
    let change = store.begin(scope).await?;
    make(&change, import, &made).await?;
    store::advance(&*change, import.id, counts, (from, batch.reached), &refusals).await?;
    Ok(change.commit().await?)
}

async fn make(change: &Change, import: &Import, made: &[Ready]) -> Result<(), StoreError> {
    let ids = if made.is_empty() { vec![] } else { clients::import(change, made, import.id.0).await? };
    let detail = json!({"count": ids.len(), "first": ids.first(), "last": ids.last()});
    change.record(Entry::new("clients.imported", "import", import.id.0).detail(detail)).await?;
    Ok(())
}

fn refusal(line: i64, errors: &[FieldError], cells: &[String]) -> Refusal {
    Refusal { line, why: problem::kept(errors), cells: json!(cells).to_string() }
}

/// Whether the client of a line is in the file already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Unknown,
    /// Another name stands under the same number or e-mail address.
    Alike,
    Known,
}

/// Looks the clients up by reference, number and e-mail address; those of the same batch count too.
async fn judge(store: &Store, scope: Scope, all: &[ClientData]) -> Result<Vec<Verdict>, StoreError> {
    let all_numbers: Vec<String> = all.iter().flat_map(numbers).collect();
    let all_emails: Vec<String> = all.iter().flat_map(emails).collect();
    let references: Vec<String> = all.iter().filter_map(reference).collect();
    let mut known: HashMap<String, Vec<Option<PersonName>>> = HashMap::new();
    for file in clients::known(store.read(), scope, &all_numbers, &all_emails, &references).await? {
        known.entry(file.key).or_default().push(file.name);
    }
    let verdict = |data: &ClientData| {
        let own = reference(data).and_then(|text| clients::reference_key(&text));
        let by_reference = own.as_ref().is_some_and(|key| known.contains_key(key));
        let mut verdict = if by_reference { Verdict::Known } else { Verdict::Unknown };
        let keys: Vec<String> = numbers(data).chain(emails(data).map(|email| clients::email_key(&email))).collect();
        for name in keys.iter().filter_map(|key| known.get(key)).flatten() {
            if verdict != Verdict::Known {
                verdict = if alike(data.name.as_ref(), name.as_ref()) { Verdict::Known } else { Verdict::Alike };
            }
        }
        for key in keys.into_iter().chain(own) {
            known.entry(key).or_default().push(data.name.clone());
        }
        verdict
    };
    Ok(all.iter().map(verdict).collect())
}

fn numbers(data: &ClientData) -> impl Iterator<Item = String> + '_ {
    data.phones.iter().map(|phone| phone.e164().to_owned())
}

fn emails(data: &ClientData) -> impl Iterator<Item = String> + '_ {
    std::iter::once(data.email.clone()).filter(|email| !email.is_empty())
}

fn reference(data: &ClientData) -> Option<String> {
    data.more.get("reference").filter(|text| !text.is_empty()).cloned()
}

/// True for names that are the same person's when a number is shared; two files without a person's name are the same
/// organisation's.
fn alike(one: Option<&PersonName>, other: Option<&PersonName>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    let texts = [names::Script::Latin, names::Script::Arabic].into_iter().filter_map(|script| one.full(script));
    texts.into_iter().any(|text| Query::new(&text).score(other) >= SAME)
}

/// Takes the files of an import away again, but those that somebody worked on.
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
            return Ok(());
        }
        store::taken_back(&change, import.id, gone, reached).await?;
        change.commit().await?;
        last = reached;
        told(&store::get(store.read(), scope, import.id).await?);
    }
}
