//! The refused lines of an import as a file.

use std::io::Write;

use ::store::{Scope, Store};
use tokio::sync::mpsc;
use words::Talk;

use super::export::{Format, write_pages};
use super::{ExchangeError, ImportId, problem, store};
use crate::clients::{Customs, custom_fields};

/// Lines read at a time.
const TOGETHER: i64 = 500;

/// Writes the refused lines of an import with the reason, as the file gave them, to be corrected and brought in again: CSV with
/// semicolons, in which no cell is a formula. Gives their number; without any the header stands alone.
///
/// # Errors
/// What the database or the destination says.
pub async fn write_refused(
    store: &Store,
    scope: Scope,
    id: ImportId,
    talk: Talk,
    output: impl Write + Send + 'static,
) -> Result<u64, ExchangeError> {
    let import = store::get(store.read(), scope, id).await?;
    let own = custom_fields(store.read(), scope).await?;
    let mut header = vec![talk.t("exchange-line").into_owned(), talk.t("exchange-reason").into_owned()];
    header.extend(import.plan.columns);
    let (sender, pages) = mpsc::channel(2);
    let writing = tokio::task::spawn_blocking(move || write_pages(Format::Csv, talk, output, pages));
    // A writer that has failed says why when it is waited for.
    let (mut page, mut after, mut count) = (vec![header], -1, 0);
    while sender.send(Some(page)).await.is_ok() {
        let some = store::refusals(store.read(), id, after, TOGETHER).await?;
        let Some(last) = some.last() else { break };
        after = last.line;
        count += some.len() as u64;
        page = some.iter().map(|row| cells(row, &own, talk)).collect();
    }
    let ended = sender.send(None).await;
    writing.await.map_err(|error| ExchangeError::Stopped(error.to_string()))??;
    ended.map_err(|_| ExchangeError::Stopped("nobody takes the rows".to_owned()))?;
    Ok(count)
}

fn cells(row: &store::Refusal, own: &Customs, talk: Talk) -> Vec<String> {
    let mut cells = vec![row.line.to_string(), problem::in_a_line(&row.why, own, talk)];
    cells.extend(serde_json::from_str::<Vec<String>>(&row.cells).unwrap_or_default());
    cells
}
