//! A batch of lines judged, before anything of it is written: made, changed, left out or refused. The next batch is judged while this
//! one is written.

use ::store::{Scope, Store, StoreError};
use ::web::{FieldError, Fields};
use serde_json::json;
use sheets::Position;
use tokio::sync::{mpsc, oneshot};

use super::alike;
use super::judging::{Found, Verdict, judge};
use super::reading::{Batch, Read};
use super::recent::Recent;
use super::seen::Seen;
use super::store::{AlikeLine, KnownLine, Refusal};
use super::update::Update;
use super::{Counts, Import, problem};
use crate::clients::{self, ClientId, Ready};

/// A batch whose lines are judged.
pub(super) struct Judged {
    /// The place before the batch, none at the beginning of the file, and the place after it.
    pub place: (Option<Position>, Position),
    pub counts: Counts,
    /// Lines that make a file; nothing in a dry run.
    pub made: Vec<Ready>,
    /// Lines whose client is known, which change nothing.
    pub known: Vec<KnownLine>,
    /// Lines that make a file although they resemble another.
    pub resembling: Vec<AlikeLine>,
    /// Lines that may change a known file.
    pub updates: Vec<Update>,
    pub refusals: Vec<Refusal>,
    /// Hears of it when the batch is written.
    pub written: Option<oneshot::Sender<()>>,
}

/// Who judges the lines of a run.
pub(super) struct Judge {
    pub store: Store,
    pub scope: Scope,
    pub import: Import,
    /// The place that was reached; none at the beginning of the file.
    pub place: Option<Position>,
    pub recent: Recent,
    pub seen: Option<Seen>,
}

impl Judge {
    /// Judges batches as they come, until there are no more or nobody takes them.
    ///
    /// # Errors
    /// What the database says.
    pub async fn all(
        mut self,
        mut batches: mpsc::Receiver<Batch>,
        sender: mpsc::Sender<Judged>,
    ) -> Result<(), StoreError> {
        while let Some(batch) = batches.recv().await {
            let mut judged = self.batch(batch).await?;
            // What a batch changes in known files counts for the next one.
            let written = (!judged.updates.is_empty()).then(oneshot::channel);
            let wait = written.map(|(told, wait)| {
                judged.written = Some(told);
                wait
            });
            if sender.send(judged).await.is_err() {
                return Ok(());
            }
            if let Some(wait) = wait {
                // Nobody tells: it is a trial, or the run was given up and the next batch finds nobody.
                let _told = wait.await;
            }
        }
        Ok(())
    }

    async fn batch(&mut self, batch: Batch) -> Result<Judged, StoreError> {
        let mut counts = Counts { read: i64::try_from(batch.lines.len()).unwrap_or(0), ..Counts::default() };
        let (mut good, mut bad) = (vec![], vec![]);
        for line in batch.lines {
            counts.cleaned += line.cleaned;
            match line.read {
                Ok(read) => good.push(Good { number: line.number, read, given: line.given, cells: line.cells }),
                Err(errors) => bad.push((line.number, errors, line.given, line.cells)),
            }
        }
        let (mut updates, refusals) = self.by_reference(bad).await?;
        let data: Vec<(i64, &Read)> = good.iter().map(|one| (one.number, &*one.read)).collect();
        if let Some(seen) = &mut self.seen
            && !seen.holds(self.store.read(), self.scope, &self.import).await?
        {
            self.seen = None;
        }
        let remembered = (&mut self.recent, self.seen.as_mut());
        let verdicts = judge(&self.store, self.scope, &self.import, &data, remembered).await?;
        let (mut made, mut known, mut resembling) = (vec![], vec![], vec![]);
        for (one, verdict) in good.into_iter().zip(verdicts) {
            match verdict {
                Verdict::Known(found) if !verdict.makes(self.import.plan.known) => match (one.given, found) {
                    (Some(given), Found::File(client)) => {
                        updates.push(Update { line: one.number, client, given, cells: one.cells });
                    }
                    (_, found) => known.push(KnownLine::new(one.number, found.client(), found.what())),
                },
                verdict => {
                    if let Verdict::Alike(likeness) = verdict {
                        resembling.push(AlikeLine::new(one.number, likeness, alike::named(&one.read.data)));
                    }
                    counts.made += 1;
                    made.extend(one.read.ready);
                }
            }
        }
        counts.alike = i64::try_from(resembling.len()).unwrap_or(0);
        updates.sort_by_key(|update| update.line);
        let place = (self.place.replace(batch.reached), batch.reached);
        Ok(Judged { place, counts, made, known, resembling, updates, refusals, written: None })
    }

    /// Of the lines that could be no file of their own, those whose reference names one that is there: they may change it. The
    /// others are refused.
    async fn by_reference(&self, bad: Vec<Bad>) -> Result<(Vec<Update>, Vec<Refusal>), StoreError> {
        let of = |given: &Option<Fields>| given.as_ref().map_or("", |given| given.get("reference")).to_owned();
        let references: Vec<String> =
            bad.iter().filter_map(|(_, _, given, _)| clients::reference_key(&of(given))).collect();
        let found = clients::known(self.store.read(), self.scope, &references.iter().collect::<Vec<_>>()).await?;
        let (mut updates, mut refusals) = (vec![], vec![]);
        for (line, errors, given, cells) in bad {
            let key = clients::reference_key(&of(&given));
            let mut files: Vec<ClientId> = found
                .iter()
                .filter(|file| Some(&file.key) == key.as_ref() && file.import != Some(self.import.id.0))
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
}

/// A line that could be a file.
struct Good {
    number: i64,
    read: Box<Read>,
    given: Option<Fields>,
    cells: Vec<String>,
}

/// A line that could be no file, and why; what it gives when a known client may be changed by it.
type Bad = (i64, Vec<FieldError>, Option<Fields>, Vec<String>);

/// A line that is refused, with its cells.
pub(super) fn refusal(line: i64, errors: &[FieldError], cells: &[String]) -> Refusal {
    Refusal { line, why: problem::kept(errors), cells: json!(cells).to_string() }
}
