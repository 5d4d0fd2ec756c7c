use std::io::{Read, Seek, SeekFrom};

use super::{
    Dialect,
    dialect::separator_line,
    guard,
    scan::{Outcome, Span, breaks, next_line, scan},
};
use crate::{
    Fault, FaultKind, Limits, Position, Row, Rows, SheetError, Step,
    encoding::{Encoding, decode_all},
    row::refuse,
    source::Source,
};

/// Reads a CSV file row by row, in the memory of one row.
///
/// Lines end with LF, CR or both. A cell that begins with a quote ends with one, and quotes inside are doubled; elsewhere a
/// quote is an ordinary character. Empty lines are passed over. The apostrophe that [`super::CsvWriter`] puts before what a
/// spreadsheet would take for a formula is taken away.
pub struct CsvReader<R> {
    source: Source<R>,
    dialect: Dialect,
    limits: Limits,
    next: Position,
    spans: Vec<Span>,
    /// How many cells the first row had: it tells rows from a long text.
    columns: usize,
    started: bool,
}

impl<R: Read> CsvReader<R> {
    /// Reads from the beginning of a file. A mark and a first line `sep=;` are passed over.
    pub fn new(input: R, dialect: Dialect, limits: Limits) -> Self {
        let source = Source::new(input, dialect.encoding);
        CsvReader { source, dialect, limits, next: Position::START, spans: Vec::new(), columns: 0, started: false }
    }

    /// Reads on from where another reader of the same file and dialect was.
    ///
    /// # Errors
    /// Those of `input`.
    pub fn resume(mut input: R, dialect: Dialect, limits: Limits, at: Position) -> Result<Self, SheetError>
    where
        R: Seek,
    {
        input.seek(SeekFrom::Start(0))?;
        let columns = first_length(&mut input, dialect, limits)?;
        input.seek(SeekFrom::Start(at.byte))?;
        let mut reader = CsvReader::new(input, dialect, limits);
        reader.columns = columns;
        reader.next = at;
        reader.started = at != Position::START;
        Ok(reader)
    }

    fn start(&mut self) -> Result<(), SheetError> {
        self.started = true;
        self.source.fill()?;
        let mark = if self.dialect.encoding.is_wide() { Encoding::Utf8.mark() } else { self.dialect.encoding.mark() };
        if !mark.is_empty() && self.source.ahead().starts_with(mark) {
            self.next.byte += self.source.pass(mark.len());
        }
        if let Some((_, length)) = separator_line(self.source.ahead()) {
            self.pass(length, 1);
        }
        Ok(())
    }

    fn pass(&mut self, length: usize, lines: u64) {
        self.next.byte += self.source.pass(length);
        self.next.line += lines;
    }

    /// Passes over `length` bytes that are no row, and says what is wrong with them.
    fn refused(&mut self, row: &mut Row, length: usize, kind: FaultKind, line: u64, column: Option<usize>) -> Step {
        let raw = self.source.ahead().get(..length).unwrap_or_default();
        let lines = breaks(raw);
        let shown = raw.get(..raw.len().min(4 * 4096)).unwrap_or_default();
        let text = if self.dialect.encoding.is_wide() {
            decode_all(shown, Encoding::Utf8)
        } else {
            decode_all(shown, self.dialect.encoding)
        };
        refuse(row, self.next, &text);
        self.pass(length, lines);
        self.next.record += 1;
        Step::Refused(Fault { kind, line, column })
    }

    fn line_of(&self, at: usize) -> u64 {
        self.next.line + breaks(self.source.ahead().get(..at).unwrap_or_default())
    }

    /// A quote that does not close in what is ahead, which is all there is or more than a row may have.
    fn not_closed(&mut self, row: &mut Row, opened: usize) -> Result<Step, SheetError> {
        let ahead = self.source.ahead();
        match next_line(ahead, opened, self.source.ended()) {
            Some(resume) if self.source.ended() || self.looks_like_rows(ahead.get(resume..).unwrap_or_default()) => {
                let line = self.line_of(opened);
                Ok(self.refused(row, resume, FaultKind::QuoteNotClosed, line, Some(self.spans.len())))
            }
            _ => self.too_long(row),
        }
    }

    /// True if these lines are cut by the delimiter like the first row, and so are no long text in one cell.
    fn looks_like_rows(&self, bytes: &[u8]) -> bool {
        let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_empty()).take(16);
        let (mut all, mut alike) = (0, 0);
        for line in lines {
            all += 1;
            alike += usize::from(memchr::memchr_iter(self.dialect.delimiter, line).count() + 1 == self.columns);
        }
        self.columns < 2 || alike * 2 > all
    }

    /// Passes over a row that is longer than the bound: until a line end that is not inside quotes.
    fn too_long(&mut self, row: &mut Row) -> Result<Step, SheetError> {
        let (record, line) = (self.next.record, self.next.line);
        let column = self.spans.len();
        let mut is_first = true;
        let mut inside = false;
        loop {
            let ahead = self.source.ahead();
            let mut end = None;
            for (at, byte) in ahead.iter().enumerate() {
                match byte {
                    b'"' => inside = !inside,
                    b'\n' | b'\r' if !inside => {
                        // A CR at the very end may have its LF to come: both are then passed over as an empty line.
                        end = Some(next_line(ahead, at, self.source.ended()).unwrap_or(at));
                        break;
                    }
                    _ => {}
                }
            }
            let length = end.unwrap_or(ahead.len());
            let lines = breaks(ahead.get(..length).unwrap_or_default());
            if is_first {
                self.refused(row, length, FaultKind::RowTooLong { until: 0 }, line, None);
                is_first = false;
            } else {
                self.pass(length, lines);
            }
            if end.is_some() || self.source.ended() {
                break;
            }
            self.source.fill()?;
        }
        self.next.record = record + 1;
        let kind = FaultKind::RowTooLong { until: self.next.line };
        Ok(Step::Refused(Fault { kind, line, column: Some(column) }))
    }

    /// Makes a row of the record of `length` bytes whose cells are in `self.spans`.
    fn take(&mut self, row: &mut Row, length: usize, lines: u64) -> Step {
        if let Some((kind, column)) = self.unfit() {
            let at = self.spans.get(column).map_or(0, |span| span.start);
            let line = self.line_of(at);
            return self.refused(row, length, kind, line, Some(column));
        }
        row.begin(self.next);
        let record = self.source.ahead().get(..length).unwrap_or_default();
        let filled = match self.dialect.encoding {
            Encoding::Windows1252 | Encoding::Windows1256 => {
                old_cells(row, record, &self.spans, self.dialect.encoding.table());
                Ok(())
            }
            _ => cells(row, record, &self.spans),
        };
        if let Err(column) = filled {
            let line = self.line_of(self.spans.get(column).map_or(0, |span| span.start));
            return self.refused(row, length, FaultKind::NotInEncoding, line, Some(column));
        }
        if self.columns == 0 {
            self.columns = self.spans.len();
        }
        self.pass(length, lines);
        self.next.record += 1;
        Step::Row
    }

    fn unfit(&self) -> Option<(FaultKind, usize)> {
        if self.spans.len() > self.limits.columns {
            return Some((FaultKind::TooManyColumns, self.limits.columns));
        }
        let long = self.spans.iter().position(|span| span.end - span.start > self.limits.cell)?;
        Some((FaultKind::CellTooLong, long))
    }
}

impl<R: Read> Rows for CsvReader<R> {
    fn next_row(&mut self, row: &mut Row) -> Result<Step, SheetError> {
        if !self.started {
            self.start()?;
        }
        loop {
            if let Some(b'\r' | b'\n') = self.source.ahead().first()
                && let Some(length) = next_line(self.source.ahead(), 0, self.source.ended())
            {
                self.pass(length, 1);
                continue;
            }
            let ahead = self.source.ahead();
            let is_full = ahead.len() > self.limits.record;
            match scan(ahead, self.source.ended(), self.dialect.delimiter, &mut self.spans) {
                Outcome::Record { length, lines } => return Ok(self.take(row, length, lines)),
                Outcome::End => return Ok(Step::End),
                Outcome::Open { opened } if is_full || self.source.ended() => return self.not_closed(row, opened),
                Outcome::More | Outcome::Open { .. } if !is_full => self.source.fill()?,
                Outcome::More | Outcome::Open { .. } => return self.too_long(row),
                Outcome::Stray { opened, at, resume } => {
                    let line = self.line_of(opened);
                    let kind = if at < resume { FaultKind::StrayQuote } else { FaultKind::QuoteNotClosed };
                    return Ok(self.refused(row, resume, kind, line, Some(self.spans.len())));
                }
            }
        }
    }

    fn position(&self) -> Position {
        self.next
    }
}

/// How many cells the first row of a file has.
fn first_length<R: Read>(input: R, dialect: Dialect, limits: Limits) -> Result<usize, SheetError> {
    let mut reader = CsvReader::new(input, dialect, limits);
    let mut row = Row::new();
    while let Step::Refused(_) = reader.next_row(&mut row)? {}
    Ok(reader.columns)
}

/// The cells of UTF-8. An error is the first cell that is none.
fn cells(row: &mut Row, record: &[u8], spans: &[Span]) -> Result<(), usize> {
    let text = std::str::from_utf8(record)
        .map_err(|error| spans.iter().position(|span| span.end > error.valid_up_to()).unwrap_or_default())?;
    for (column, span) in spans.iter().enumerate() {
        let cell = text.get(span.start..span.end).ok_or(column)?;
        let cell = guard::bare(cell);
        if span.doubled { undouble(row, cell) } else { row.push(cell) }
    }
    Ok(())
}

/// The cells of text in one byte a letter, which has a letter for every byte.
fn old_cells(row: &mut Row, record: &[u8], spans: &[Span], table: &'static encoding_rs::Encoding) {
    for span in spans {
        let (cell, _) = table.decode_without_bom_handling(record.get(span.start..span.end).unwrap_or_default());
        let cell = guard::bare(&cell);
        if span.doubled { undouble(row, cell) } else { row.push(cell) }
    }
}

fn undouble(row: &mut Row, cell: &str) {
    let text = row.open();
    let mut rest = cell;
    while let Some(at) = rest.find("\"\"") {
        text.push_str(rest.get(..=at).unwrap_or_default());
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    text.push_str(rest);
    row.close(crate::Nature::Text);
}
