use std::io::Write;

use super::guard;
use crate::{SheetError, WriteRows};

/// Writes CSV that spreadsheets open: UTF-8 with its mark, CRLF, quotes where they are needed.
///
/// What a spreadsheet would take for a formula gets an apostrophe before it; [`super::guard`] has the rule. Cells are
/// quoted if they hold the delimiter, a quote or a line end, or begin or end with a space.
pub struct CsvWriter<W> {
    output: W,
    delimiter: u8,
    line: Vec<u8>,
    marked: bool,
}

impl<W: Write> CsvWriter<W> {
    /// Writes to `output`, which should be buffered, with this ASCII character between the cells.
    pub fn new(output: W, delimiter: u8) -> Self {
        CsvWriter { output, delimiter, line: Vec::new(), marked: false }
    }

    /// Ends the file and gives its destination back.
    ///
    /// # Errors
    /// Those of the destination.
    pub fn into_inner(mut self) -> Result<W, SheetError> {
        self.mark()?;
        self.output.flush()?;
        Ok(self.output)
    }

    fn mark(&mut self) -> Result<(), SheetError> {
        if !self.marked {
            self.output.write_all(crate::Encoding::Utf8.mark())?;
            self.marked = true;
        }
        Ok(())
    }

    fn cell(&mut self, cell: &str) {
        let guarded = guard::needs_guard(cell);
        let edges = [cell.as_bytes().first(), cell.as_bytes().last()];
        let quoted = cell.bytes().any(|byte| byte == self.delimiter || matches!(byte, b'"' | b'\r' | b'\n'))
            || edges.contains(&Some(&b' '))
            || edges.contains(&Some(&b'\t'));
        if quoted {
            self.line.push(b'"');
        }
        if guarded {
            self.line.push(b'\'');
        }
        if quoted {
            for byte in cell.bytes() {
                if byte == b'"' {
                    self.line.push(b'"');
                }
                self.line.push(byte);
            }
            self.line.push(b'"');
        } else {
            self.line.extend_from_slice(cell.as_bytes());
        }
    }
}

impl<W: Write> WriteRows for CsvWriter<W> {
    fn write_row(&mut self, cells: &[&str]) -> Result<(), SheetError> {
        self.mark()?;
        self.line.clear();
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                self.line.push(self.delimiter);
            }
            self.cell(cell);
        }
        // A line without anything is no row to any reader.
        if self.line.is_empty() {
            self.line.extend_from_slice(b"\"\"");
        }
        self.line.extend_from_slice(b"\r\n");
        self.output.write_all(&self.line)?;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), SheetError> {
        self.into_inner().map(drop)
    }
}
