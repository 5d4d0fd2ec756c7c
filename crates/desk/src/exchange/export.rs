//! Client files as a stream of rows: CSV, a workbook, address cards.

use std::io::{self, Write};
use std::path::Path;

use ::store::{Entry, Scope, Store};
use serde_json::json;
use sheets::csv::CsvWriter;
use sheets::vcard::VcardWriter;
use sheets::xlsx::{Layout, XlsxWriter};
use sheets::{SheetError, WriteRows};
use tokio::sync::mpsc;
use words::{Lang, Talk};

use super::ExchangeError;
use crate::clients::{self, ALGERIA, Asked, Client, Customs, FIELDS, Filter};

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with semicolons, as spreadsheets of our country open it.
    Csv,
    /// A workbook.
    Xlsx,
    /// Address cards, version 4.0.
    Vcard,
}

impl Format {
    /// Reads `csv`, `xlsx` or `vcf`.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "vcf" => Some(Self::Vcard),
            _ => None,
        }
    }

    /// The end of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Vcard => "vcf",
        }
    }

    /// The media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => sheets::xlsx::MEDIA,
            Self::Vcard => "text/vcard; charset=utf-8",
        }
    }
}

/// Files read at a time.
const TOGETHER: i64 = 1_000;

/// Which files, and in what words.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Those that answer this; every file when it is empty.
    pub filter: Filter,
    /// The language of headers and words.
    pub lang: Lang,
    /// The form.
    pub format: Format,
}

/// Writes the files of the centre to `output` and gives their number; `client.exported` is in the journal before the first row
/// leaves.
///
/// # Errors
/// What the database or the destination says.
pub async fn write(
    store: &Store,
    scope: Scope,
    wanted: &Wanted,
    output: impl Write + Send + 'static,
) -> Result<u64, ExchangeError> {
    let detail = json!({
        "filter": wanted.filter.query(),
        "format": wanted.format.extension(),
    });
    store.note(scope, Entry::new("clients.exported", "centre", scope.centre.0).detail(detail)).await?;
    // One moment for the whole export: its days and ages do not change on the way.
    let asked = Asked { now: store.clock().now(), offset: ALGERIA };
    let own = clients::custom_fields(store.read(), scope).await?;
    let talk = Talk { lang: wanted.lang, short: false };
    let fields: Vec<String> =
        FIELDS.iter().map(|field| (*field).to_owned()).chain(own.0.iter().map(clients::CustomField::name)).collect();
    let format = wanted.format;
    let header = (format != Format::Vcard).then(|| fields.iter().map(|field| label(field, &own, talk)).collect());
    let (sender, pages) = mpsc::channel(2);
    // One thread makes rows of the files while the database reads the next ones.
    let writing = tokio::task::spawn_blocking(move || {
        let row = |client: Client| cells(&client, &fields, format, &own, talk);
        write_each(format, talk, output, header, pages, row)
    });
    let (mut after, mut count, mut open) = (0, 0, true);
    // A writer that has failed takes no more, and says why when it is waited for.
    while open {
        let some = clients::stream(store.read(), scope, &wanted.filter, asked, after, TOGETHER).await?;
        let Some(last) = some.last() else { break };
        after = last.id.0;
        count += some.len() as u64;
        open = sender.send(Some(some)).await.is_ok();
    }
    let ended = sender.send(None).await;
    writing.await.map_err(|error| ExchangeError::Stopped(error.to_string()))??;
    ended.map_err(|_| ExchangeError::Stopped("nobody takes the rows".to_owned()))?;
    Ok(count)
}

/// Pages of what becomes rows; nothing at the end, so that a file that is cut off is never finished like a whole one.
type Pages<T> = mpsc::Receiver<Option<Vec<T>>>;

/// Writes pages of rows as they come, until their end.
///
/// # Errors
/// What the destination says, and pages that break off.
pub(super) fn write_pages(
    format: Format,
    talk: Talk,
    output: impl Write + Send + 'static,
    pages: Pages<Vec<String>>,
) -> Result<(), SheetError> {
    write_each(format, talk, output, None, pages, |row| row)
}

/// The same of what `row` makes the cells of, after a header.
fn write_each<T>(
    format: Format,
    talk: Talk,
    output: impl Write + Send + 'static,
    header: Option<Vec<String>>,
    mut pages: Pages<T>,
    row: impl Fn(T) -> Vec<String>,
) -> Result<(), SheetError> {
    let mut rows = writer(format, talk, output)?;
    let mut write = |cells: &[String]| rows.write_row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    header.into_iter().try_for_each(|header| write(&header))?;
    loop {
        match pages.blocking_recv() {
            Some(Some(page)) => page.into_iter().try_for_each(|one| write(&row(one)))?,
            Some(None) => return rows.finish(),
            None => return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()),
        }
    }
}

fn writer<W: Write + Send + 'static>(format: Format, talk: Talk, output: W) -> Result<Box<dyn WriteRows>, SheetError> {
    let title = talk.t("clients-title");
    Ok(match format {
        Format::Csv => Box::new(CsvWriter::new(output, b';')),
        Format::Vcard => Box::new(VcardWriter::new(output, &FIELDS)),
        Format::Xlsx => {
            let layout = Layout { name: &title, right_to_left: talk.lang == Lang::Ar };
            Box::new(XlsxWriter::new(output, &layout)?)
        }
    })
}

/// The header of a column: what the import understands again.
pub(super) fn label(field: &str, own: &Customs, talk: Talk) -> String {
    match own.named(field) {
        Some(own) => own.label(talk.lang).to_owned(),
        None => talk.t(clients::label_of(field)).into_owned(),
    }
}

/// The cells of a file, in words; a card keeps days and languages in their codes.
fn cells(client: &Client, fields: &[String], format: Format, own: &Customs, talk: Talk) -> Vec<String> {
    let typed = client.typed(talk.lang);
    // The fields that every file has stand in the same order on both sides.
    let value = |at: usize, field: &str| match typed.0.get(at) {
        Some((own, value)) if own == field => value.as_str(),
        _ => typed.get(field),
    };
    let cell = |(at, field): (usize, &String)| match (format, field.as_str()) {
        (Format::Vcard, "birth_date") => client.birth_date.clone(),
        (Format::Vcard, "language") => client.language.code().to_owned(),
        _ => clients::readable(talk, own, field, value(at, field)),
    };
    fields.iter().enumerate().map(cell).collect()
}

/// A destination that hands what is written to a channel, piece by piece; it ends with an error when nobody reads any more.
#[derive(Debug)]
pub(super) struct Pipe(pub mpsc::Sender<io::Result<Vec<u8>>>);

/// Bytes that are handed on together.
const PIECE: usize = 64 << 10;

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = bytes[..bytes.len().min(PIECE)].to_vec();
        let length = piece.len();
        self.0.blocking_send(Ok(piece)).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the files of the centre into a file of the disk; on an error nothing stays there.
///
/// # Errors
/// What the database or the disk says.
pub async fn to_file(store: &Store, scope: Scope, wanted: &Wanted, path: &Path) -> Result<u64, ExchangeError> {
    let part = path.with_added_extension("part");
    let output = io::BufWriter::new(std::fs::File::create(&part).map_err(SheetError::from)?);
    let written = write(store, scope, wanted, output).await;
    let kept = match &written {
        Ok(_) => std::fs::rename(&part, path),
        Err(_) => std::fs::remove_file(&part),
    };
    kept.map_err(SheetError::from)?;
    written
}
