//! A batch of an import taken into the base: made, changed, left out or refused, with the place that was reached.

use ::store::{Change, Entry, Scope, Store, StoreError};
use ::web::{FieldError, Fields};
use serde_json::json;
use sheets::Position;

use super::alike::{self, Above};
use super::judging::{Found, Verdict, exact, judge};
use super::reading::Batch;
use super::recent::Recent;
use super::store::{self, AlikeLine, KnownLine, Refusal};
use super::update::{self, Rules, Update};
use super::{Counts, ExchangeError, Import, ImportId, Known, State, problem};
use crate::clients::{self, ClientData, ClientId, Ready};

/// Takes a batch: judges its lines, makes and changes the files unless it is a dry run, and keeps the place, all in one change.
pub(super) async fn take(
    store: &Store,
    scope: Scope,
    import: &Import,
    from: Option<Position>,
    batch: Batch,
    rules: Rules<'_>,
    (recent, above): (&mut Recent, &mut Above),
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
    let data: Vec<(i64, &ClientData)> = good.iter().map(|one| (one.number, &one.data)).collect();
    let verdicts = judge(store, scope, import.id, &data, (recent, above)).await?;
    let (mut made, mut known, mut resembling) = (vec![], vec![], vec![]);
    for (one, verdict) in good.into_iter().zip(verdicts) {
        match verdict {
            Verdict::Known(found) if import.plan.known != Known::Make => match (one.given, found) {
                (Some(given), Found::File(client)) => {
                    updates.push(Update { line: one.number, client, given, cells: one.cells });
                }
                (_, found) => known.push(KnownLine::new(one.number, found.client(), found.what())),
            },
            verdict => {
                if let Verdict::Alike(likeness) = verdict {
                    resembling.push(AlikeLine::new(one.number, likeness, alike::named(&one.data)));
                }
                recent.add(exact(&one.data), one.number, one.data.name.as_ref());
                counts.made += 1;
                made.extend(one.ready);
            }
        }
    }
    counts.alike = i64::try_from(resembling.len()).unwrap_or(0);
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
        store::note_alike(store.scratch(), import.id, &resembling).await?;
        return Ok(store::advance(store.scratch(), import.id, counts, (from, batch.reached), &refusals).await?);
    };
    make(&change, import, &made, counts.updated).await?;
    store::note_known(&*change, import.id, &known).await?;
    store::note_alike(&*change, import.id, &resembling).await?;
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
