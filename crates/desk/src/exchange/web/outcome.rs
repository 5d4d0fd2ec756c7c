//! What an import found and made, its refused lines as a file, and exports.

use std::io;

use ::store::{Keyset, PAGE};
use ::web::{Answer, Fields, Habilitation, Page, Visitor, Web};
use askama::Template;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::IntoResponse;
use sheets::csv::CsvWriter;
use sheets::{SheetError, WriteRows};
use tokio::sync::mpsc;
use words::lang_attr_for;

use super::{Import, Room, Stand, id_of, store};
use crate::clients::{self, Status};
use crate::exchange::export::{self, Format, Pipe, Wanted};
use crate::exchange::problem;

#[derive(Template)]
#[template(path = "exchange/import.html")]
struct ImportPage {
    page: Page,
    import: Import,
    lines: Vec<Line>,
    next: Option<i64>,
    kept: Vec<i64>,
}

/// A refused line, ready to be read.
struct Line {
    number: i64,
    problems: Vec<problem::Said>,
    cells: String,
    lang: Option<&'static str>,
}

/// Characters of a refused line that are shown.
const SHOWN: usize = 160;

impl ImportPage {
    fn may_check(&self) -> bool {
        let nothing = self.import.state == Stand::Stopped && self.import.counts.made == 0;
        nothing || matches!(self.import.state, Stand::Prepared | Stand::Checked)
    }

    fn may_begin(&self) -> bool {
        self.import.state == Stand::Checked
    }

    fn may_resume(&self) -> bool {
        self.import.state == Stand::Stopped && self.import.reached > 0
    }

    fn may_go_back(&self) -> bool {
        matches!(self.import.state, Stand::Imported | Stand::Stopped) && self.import.counts.made > 0
    }

    fn is_kept(&self) -> bool {
        self.import.state == Stand::Reverted && !self.kept.is_empty()
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let (scope, talk) = (visitor.scope(), visitor.talk());
    let import = store::get(web.store.read(), scope, id_of(&id)?).await?;
    let own = clients::custom_fields(web.store.read(), scope).await?;
    let after = Fields::parse(query.unwrap_or_default().as_bytes()).get("after").parse().unwrap_or(-1);
    let rows = store::refusals(web.store.read(), import.id, after, PAGE as i64 + 1).await?;
    let found = Keyset::of(rows, |row| row.line);
    let line = |row: store::Refusal| {
        let cells: Vec<String> = serde_json::from_str(&row.cells).unwrap_or_default();
        let cells: String = cells.join(" ; ").chars().take(SHOWN).collect();
        Line {
            number: row.line,
            problems: problem::said(&row.why, &own, talk),
            lang: lang_attr_for(&cells, talk.lang),
            cells,
        }
    };
    let lines = found.rows.into_iter().map(line).collect();
    let kept = match import.state {
        Stand::Reverted => store::kept(web.store.read(), scope, import.id).await?,
        _ => vec![],
    };
    let page = Page::new(&web, &visitor, "exchange-import-title").await?.under("/clients");
    Page::show(&ImportPage { page, import, lines, next: found.next, kept })
}

/// The refused lines with the reason, as the file gave them, to be corrected and brought in again.
pub(super) async fn refusals(State(room): State<Room>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    visitor.may(Habilitation::ImportClients)?;
    let (web, scope, talk) = (room.web.clone(), visitor.scope(), visitor.talk());
    let import = store::get(web.store.read(), scope, id_of(&id)?).await?;
    let own = clients::custom_fields(web.store.read(), scope).await?;
    let mut header = vec![talk.t("exchange-line").into_owned(), talk.t("exchange-reason").into_owned()];
    header.extend(import.plan.columns.iter().cloned());
    let (sender, body) = mpsc::channel(4);
    let (rows, pages) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        if let Err(error) = write(Pipe(sender), pages) {
            tracing::info!(%error, "refused lines were not taken to the end");
        }
    });
    tokio::spawn(async move {
        let mut page = vec![header];
        let mut after = -1;
        while rows.send(std::mem::take(&mut page)).await.is_ok() {
            let some = match store::refusals(web.store.read(), import.id, after, 500).await {
                Ok(some) => some,
                Err(error) => return tracing::warn!(%error, "refused lines"),
            };
            let Some(last) = some.last() else { return };
            after = last.line;
            page = some.iter().map(|row| cells(row, &own, talk)).collect();
        }
    });
    download(body, &format!("refus-{}.csv", import.id.0), Format::Csv)
}

fn write(pipe: Pipe, mut pages: mpsc::Receiver<Vec<Vec<String>>>) -> Result<(), SheetError> {
    let mut writer = CsvWriter::new(pipe, b';');
    while let Some(page) = pages.blocking_recv() {
        for cells in page {
            writer.write_row(&cells.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
    }
    Box::new(writer).finish()
}

fn cells(row: &store::Refusal, own: &clients::Customs, talk: words::Talk) -> Vec<String> {
    let mut cells = vec![row.line.to_string(), problem::in_a_line(&row.why, own, talk)];
    cells.extend(serde_json::from_str::<Vec<String>>(&row.cells).unwrap_or_default());
    cells
}

#[derive(Template)]
#[template(path = "exchange/exports.html")]
struct ExportPage {
    page: Page,
}

impl ExportPage {
    fn statuses(&self) -> [Status; 6] {
        Status::ALL
    }
}

pub(super) async fn exports(State(web): State<Web>, visitor: Visitor) -> Answer {
    visitor.may(Habilitation::ExportClients)?;
    let page = Page::new(&web, &visitor, "exchange-export-title").await?.under("/clients");
    Page::show(&ExportPage { page })
}

/// The files of the centre, as a stream.
pub(super) async fn export(State(room): State<Room>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::ExportClients)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let format = Format::parse(asked.get("format")).unwrap_or(Format::Csv);
    let wanted = Wanted { status: Status::parse(asked.get("status")), lang: visitor.preferences.language, format };
    let (sender, body) = mpsc::channel(4);
    let (store, scope) = (room.web.store, visitor.scope());
    tokio::spawn(async move {
        let broken = sender.clone();
        if let Err(error) = export::write(&store, scope, &wanted, Pipe(sender)).await {
            tracing::warn!(%error, "an export has stopped");
            // The download breaks off, so that a part is not taken for the whole.
            let _gone = broken.send(Err(io::Error::other("the export has stopped"))).await;
        }
    });
    download(body, &format!("clients.{}", format.extension()), format)
}

fn download(mut body: mpsc::Receiver<io::Result<Vec<u8>>>, name: &str, format: Format) -> Answer {
    let stream = futures_util::stream::poll_fn(move |context| body.poll_recv(context));
    let headers = [
        (header::CONTENT_TYPE, format.media().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, Body::from_stream(stream)).into_response())
}
