//! The run of an import: dry, in earnest, or back again. One thread reads and checks, the database writes beside it.

use std::collections::HashMap;
use std::path::Path;

use ::store::{Change, Entry, Scope, Store, StoreError};
use ::web::{FieldError, Fields};
use names::{PersonName, Query};
use serde_json::json;
use sheets::{Position, Row, SheetError, Step};
use tokio::sync::mpsc;
use words::Lang;

use super::plan::Kind;
use super::store::{self, KnownLine, Refusal};
use super::update::{self, Rules, Update, What};
use super::{Counts, ExchangeError, Import, ImportId, Known, Plan, State, fault_key, problem, source, values};
use crate::clients::{self, ClientData, ClientId, Customs, Day, Ready};

/// Lines of the first batch, which soon shows that the work goes on, and of any batch: the next one is twice as long as the
/// last. A batch is one change of the database, during which nobody else writes on SQLite (half a second at most).
const BATCH: (usize, usize) = (500, 4_000);
/// Files that are taken back in one change.
const BACK: i64 = 500;
/// From this likeness on two names under one number are the same person.
const SAME: f64 = 0.80;
/// Minutes to add to UTC for the day of today: Algeria, all year.
pub(super) const OFFSET_MINUTES: i32 = 60;

/// A line that was read.
struct Line {
    number: i64,
    read: Result<Box<(ClientData, Option<Ready>)>, Vec<FieldError>>,
    cells: Vec<String>,
    cleaned: i64,
    /// What it gives, when a known client may be changed by it.
    given: Option<Fields>,
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
    let customs = own.clone();
    let reader = tokio::task::spawn_blocking(move || read(&path, &plan, &customs, (from, today, earnest), &sender));
    let rules = Rules { known: import.plan.known, own: &own, today };
    let mut place = from;
    while let Some(batch) = batches.recv().await {
        let reached = batch.reached;
        take(store, scope, import, place, batch, rules).await?;
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
        return Some(Line { number, read: wrong(fault_key(fault.kind)), cells: cells(), cleaned: 0, given: None });
    }
    if row.is_blank() {
        return None;
    }
    let beyond = (plan.columns.len()..row.len()).any(|at| row.get(at).is_some_and(|cell| !cell.trim().is_empty()));
    if beyond {
        return Some(Line { number, read: wrong("exchange-fault-long"), cells: cells(), cleaned: 0, given: None });
    }
    let (fields, cleaned) = values::fields(row, plan, own);
    let ready = |data: ClientData| {
        let ready = earnest.then(|| Ready::for_import(&data));
        Box::new((data, ready))
    };
    let read = ClientData::read_with(&fields, Lang::Fr, today, own).map(ready);
    let given = plan.known.updates().then(|| values::given(&fields, row, plan));
    let cells = if read.is_err() || given.is_some() { cells() } else { vec![] };
    Some(Line { number, read, cells, cleaned, given })
}

/// Takes a batch: judges its lines, makes and changes the files unless it is a dry run, and keeps the place, all in one change.
async fn take(
    store: &Store,
    scope: Scope,
    import: &Import,
    from: Option<Position>,
    batch: Batch,
    rules: Rules<'_>,
) -> Result<(), ExchangeError> {
    let mut counts = Counts { read: i64::try_from(batch.lines.len()).unwrap_or(0), ..Counts::default() };
    let (mut good, mut bad) = (vec![], vec![]);
    for line in batch.lines {
        counts.cleaned += line.cleaned;
        match line.read {
            Ok(file) => {
                let (data, ready) = *file;
                good.push(Good { number: line.number, data, ready, given: line.given, cells: line.cells });
            }
            Err(errors) => bad.push((line.number, errors, line.given, line.cells)),
        }
    }
    let (mut updates, mut refusals) = by_reference(store, scope, import.id, bad).await?;
    let verdicts = judge(store, scope, import.id, &good).await?;
    let (mut made, mut known) = (vec![], vec![]);
    for (one, verdict) in good.into_iter().zip(verdicts) {
        match verdict {
            Verdict::Known(found) if import.plan.known != Known::Make => match (one.given, found) {
                (Some(given), Found::File(client)) => {
                    updates.push(Update { line: one.number, client, given, cells: one.cells });
                }
                (_, found) => known.push(KnownLine::new(one.number, found.client(), found.what())),
            },
            verdict => {
                counts.alike += i64::from(verdict == Verdict::Alike);
                counts.made += 1;
                made.extend(one.ready);
            }
        }
    }
    updates.sort_by_key(|update| update.line);
    let dry = import.state == State::Checking;
    let change = if dry { None } else { Some(store.begin(scope).await?) };
    for update in &updates {
        let judged = match &change {
            None => update::foresee(store.read(), scope, update, rules).await?,
            Some(change) => update::apply(change, update, rules).await?,
        };
        match judged {
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
        return Ok(store::advance(store.scratch(), import.id, counts, (from, batch.reached), &refusals).await?);
    };
    make(&change, import, &made, counts.updated).await?;
    store::note_known(&*change, import.id, &known).await?;
    store::advance(&*change, import.id, counts, (from, batch.reached), &refusals).await?;
    Ok(change.commit().await?)
}

/// A line that could be a file.
struct Good {
    number: i64,
    data: ClientData,
    /// Nothing in a dry run.
    ready: Option<Ready>,
    given: Option<Fields>,
    cells: Vec<String>,
}

/// A line that could be no file, and why; what it gives when a known client may be changed by it.
type Bad = (i64, Vec<FieldError>, Option<Fields>, Vec<String>);

/// Of the lines that could be no file of their own, those whose reference names one that is there: they may change it. The others
/// are refused.
async fn by_reference(
    store: &Store,
    scope: Scope,
    import: ImportId,
    bad: Vec<Bad>,
) -> Result<(Vec<Update>, Vec<Refusal>), StoreError> {
    let of = |given: &Option<Fields>| given.as_ref().map_or("", |given| given.get("reference")).to_owned();
    let references: Vec<String> =
        bad.iter().map(|(_, _, given, _)| of(given)).filter(|text| !text.is_empty()).collect();
    let found = match references.is_empty() {
        true => vec![],
        false => clients::known(store.read(), scope, &[], &[], &references).await?,
    };
    let (mut updates, mut refusals) = (vec![], vec![]);
    for (line, errors, given, cells) in bad {
        let key = clients::reference_key(&of(&given));
        let mut files: Vec<ClientId> = found
            .iter()
            .filter(|file| Some(&file.key) == key.as_ref() && file.import != Some(import.0))
            .map(|file| file.id)
            .collect();
        files.sort();
        files.dedup();
        match (given, files.as_slice()) {
            (Some(given), [client]) => updates.push(Update { line, client: *client, given, cells }),
            _ => refusals.push(refusal(line, &errors, &cells)),
        }
    }
    Ok((updates, refusals))
}

async fn make(change: &Change, import: &Import, made: &[Ready], updated: i64) -> Result<(), StoreError> {
    let ids = if made.is_empty() { vec![] } else { clients::import(change, made, import.id.0).await? };
    let detail = json!({"count": ids.len(), "first": ids.first(), "last": ids.last(), "updated": updated});
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
    Known(Found),
}

/// The file of a client that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// It is there.
    File(ClientId),
    /// A line above, of the same file, makes it.
    Above,
    /// There are several.
    Several,
}

impl Found {
    fn client(self) -> ClientId {
        if let Self::File(client) = self { client } else { ClientId(0) }
    }

    fn what(self) -> What {
        match self {
            Self::File(_) => What::Skipped,
            Self::Above => What::Twice,
            Self::Several => What::Several,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            // What a line above is of is there already.
            (file @ Self::File(_), Self::Above) | (Self::Above, file @ Self::File(_)) => file,
            (one, two) if one == two => one,
            _ => Self::Several,
        }
    }
}

/// Looks the clients up by reference, number and e-mail address; those of the same batch count too.
async fn judge(store: &Store, scope: Scope, import: ImportId, all: &[Good]) -> Result<Vec<Verdict>, StoreError> {
    let all_numbers: Vec<String> = all.iter().flat_map(|one| numbers(&one.data)).collect();
    let all_emails: Vec<String> = all.iter().flat_map(|one| emails(&one.data)).collect();
    let references: Vec<String> = all.iter().filter_map(|one| reference(&one.data)).collect();
    let mut known: HashMap<String, Vec<(Found, Option<PersonName>)>> = HashMap::new();
    for file in clients::known(store.read(), scope, &all_numbers, &all_emails, &references).await? {
        let found = if file.import == Some(import.0) { Found::Above } else { Found::File(file.id) };
        known.entry(file.key).or_default().push((found, file.name));
    }
    let verdict = |one: &Good| {
        let data = &one.data;
        let own = reference(data).and_then(|text| clients::reference_key(&text));
        let referred = own.as_ref().and_then(|key| known.get(key)).into_iter().flatten().map(|(found, _)| *found);
        let mut verdict = referred.reduce(Found::and).map_or(Verdict::Unknown, Verdict::Known);
        let by_reference = verdict != Verdict::Unknown;
        let keys: Vec<String> = numbers(data).chain(emails(data).map(|email| clients::email_key(&email))).collect();
        for (found, name) in keys.iter().filter_map(|key| known.get(key)).flatten().filter(|_| !by_reference) {
            verdict = match (verdict, alike(data.name.as_ref(), name.as_ref())) {
                (Verdict::Known(other), true) => Verdict::Known(other.and(*found)),
                (_, true) => Verdict::Known(*found),
                (Verdict::Known(other), false) => Verdict::Known(other),
                (_, false) => Verdict::Alike,
            };
        }
        for key in keys.into_iter().chain(own) {
            known.entry(key).or_default().push((Found::Above, data.name.clone()));
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
    let today = Day::of(store.clock().now(), OFFSET_MINUTES);
    loop {
        let change = store.begin(scope).await?;
        if !update::restore(&change, import, today).await? {
            return Ok(());
        }
        change.commit().await?;
        told(&store::get(store.read(), scope, import.id).await?);
    }
}
