//! The reading thread of an import: rows become lines that were read and checked, and lines become batches.

use std::path::Path;

use ::web::{FieldError, Fields};
use sheets::{Position, Row, SheetError, Step};
use tokio::sync::mpsc;
use words::Lang;

use super::judging::exact;
use super::plan::Kind;
use super::{Plan, fault_key, source, values};
use crate::clients::{ClientData, Customs, Day, Ready, born_key};

/// Lines of the first batch, which soon shows that the work goes on, and of any batch: the next one is twice as long as the
/// last. A batch is one change of the database, during which nobody else writes on SQLite (a tenth of a second).
const BATCH: (usize, usize) = (500, 2_000);
/// Bytes of cells after which a batch ends, however few lines it has: several batches are under way at a time.
const BYTES: usize = 1 << 20;

/// A line that was read.
pub(super) struct Line {
    pub number: i64,
    pub read: Result<Box<Read>, Vec<FieldError>>,
    pub cells: Vec<String>,
    pub cleaned: i64,
    /// What it gives, when a known client may be changed by it.
    pub given: Option<Fields>,
}

/// A file that a line gives.
pub(super) struct Read {
    pub data: ClientData,
    /// The keys by which its client is recognised for certain.
    pub keys: Vec<String>,
    /// The key of its name and day of birth.
    pub born: Option<String>,
    /// What is written, in earnest.
    pub ready: Option<Ready>,
}

impl Read {
    fn new(data: ClientData, earnest: bool) -> Self {
        let ready = earnest.then(|| Ready::new(&data));
        let born = match &ready {
            Some(ready) => ready.born().map(str::to_owned),
            None => data.name.as_ref().zip(data.birth).and_then(|(name, birth)| born_key(name, &birth.to_string())),
        };
        Self { keys: exact(&data), data, born, ready }
    }
}

/// Some lines, and the place after them.
pub(super) struct Batch {
    pub lines: Vec<Line>,
    pub reached: Position,
}

/// The reading thread: it ends early when nobody takes its batches any more.
pub(super) fn read(
    path: &Path,
    plan: &Plan,
    own: &Customs,
    (from, today, earnest): (Option<Position>, Day, bool),
    sender: &mpsc::Sender<Batch>,
) -> Result<(), SheetError> {
    let mut lines: Vec<Line> = vec![];
    // Cards have no header.
    let (mut head, mut last) = (from.is_none() && plan.kind != Kind::Vcard, Position::START);
    let (mut length, mut bytes) = (BATCH.0, 0);
    source::read(path, plan, from, |row, step, reached| {
        if std::mem::take(&mut head) {
            return true;
        }
        lines.extend(line(row, step, plan, own, (today, earnest)));
        last = reached;
        bytes += row.cells().map(str::len).sum::<usize>();
        if lines.len() < length && bytes < BYTES {
            return true;
        }
        (length, bytes) = (BATCH.1.min(2 * length), 0);
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
    let read = ClientData::read_with(&fields, Lang::Fr, today, own).map(|data| Box::new(Read::new(data, earnest)));
    let given = plan.known.updates().then(|| values::given(&fields, row, plan));
    let cells = if read.is_err() || given.is_some() { cells() } else { vec![] };
    Some(Line { number, read, cells, cleaned, given })
}
