use std::{
    collections::BTreeMap,
    io::{Read, Seek, SeekFrom},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Cell, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::{
    inspect::{Inspected, damaged, inspect},
    value::write_value,
};
use crate::{Bomb, Fault, FaultKind, Limits, Nature, Position, Row, Rows, SheetError, Step, row::refuse};

/// A workbook of Excel 2007 or later. Its macros are not even read.
pub struct Workbook<R> {
    inside: Xlsx<R>,
    seen: Inspected,
    limits: Limits,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// False if the person who opens the workbook does not see it.
    pub is_visible: bool,
}

/// Cells shown as one: first and last row, first and last column, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u32, u32),
}

impl<R: Read + Seek> Workbook<R> {
    /// Opens a workbook, after it was unpacked once within the bounds. Its shared texts are kept in memory.
    ///
    /// # Errors
    /// [`SheetError::Bomb`] and [`SheetError::Damaged`], and those of `source`.
    pub fn open(mut source: R, limits: Limits) -> Result<Self, SheetError> {
        let seen = inspect(&mut source, &limits)?;
        source.seek(SeekFrom::Start(0))?;
        let inside = guarded(|| Xlsx::new(source))?;
        Ok(Workbook { inside, seen, limits })
    }

    /// The sheets that have cells, in their order.
    pub fn sheets(&self) -> Vec<Sheet> {
        let all = self.inside.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        all.map(|sheet| Sheet { name: sheet.name.clone(), is_visible: sheet.visible == SheetVisible::Visible })
            .collect()
    }

    /// The merged cells of a sheet, from above. Without any, this costs nothing; else the sheet is read once for it.
    ///
    /// # Errors
    /// [`SheetError::NoSheet`] and [`SheetError::Damaged`].
    pub fn merged(&mut self, sheet: &str) -> Result<Vec<Merged>, SheetError> {
        self.has(sheet)?;
        if !self.seen.merged {
            return Ok(Vec::new());
        }
        let found = guarded(|| self.inside.merge_cells_by_sheet_name(sheet))?;
        let mut merged: Vec<Merged> = found
            .into_iter()
            .map(|area| Merged { rows: (area.start.0, area.end.0), columns: (area.start.1, area.end.1) })
            .collect();
        merged.sort_by_key(|area| (area.rows.0, area.columns.0));
        Ok(merged)
    }

    /// The rows of a sheet, as a stream.
    ///
    /// A formula gives the value that it had when the workbook was saved. Where cells are merged over several rows, each row
    /// has their value, as a person sees it; merged over several columns, only the first has it. Rows without any cell are
    /// passed over, and the others are as long as the first one, at least.
    ///
    /// # Errors
    /// [`SheetError::NoSheet`] and [`SheetError::Damaged`].
    pub fn rows(&mut self, sheet: &str) -> Result<XlsxRows<'_, R>, SheetError> {
        let merged = self.merged(sheet)?;
        let limits = self.limits;
        let cells = guarded(|| self.inside.worksheet_cells_reader(sheet))?;
        Ok(XlsxRows {
            cells,
            limits,
            merged: merged.into_iter().filter(|area| area.rows.1 > area.rows.0).rev().collect(),
            going_on: BTreeMap::new(),
            waiting: None,
            line: Line::default(),
            record: 1,
            row: 0,
            width: 0,
            ended: false,
        })
    }

    fn has(&self, sheet: &str) -> Result<(), SheetError> {
        let known = self.sheets().iter().any(|known| known.name == sheet);
        known.then_some(()).ok_or_else(|| SheetError::NoSheet(sheet.to_owned()))
    }
}

/// Runs a piece of the reading library. Made-up references of cells overflow in it, which is an abort of this file only.
fn guarded<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, SheetError> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(damaged),
        Err(_) => Err(SheetError::Damaged("the reader gave up".to_owned())),
    }
}

/// The rows of one sheet. A workbook is packed, so there is no byte to go on from: after an interruption the rows before the
/// record that was kept are read again and passed over.
pub struct XlsxRows<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    limits: Limits,
    /// Areas over several rows that are still to come, the first one last.
    merged: Vec<Merged>,
    /// By column: until which row, and the value.
    going_on: BTreeMap<u32, (u32, String, Nature)>,
    waiting: Option<(Cell<DataRef<'a>>, usize)>,
    line: Line,
    record: u64,
    row: u32,
    width: usize,
    ended: bool,
}

/// The cells of the row that is being read.
#[derive(Default)]
struct Line {
    text: String,
    /// Column, end in the text, what it is.
    cells: Vec<(u32, std::ops::Range<usize>, Nature)>,
    fault: Option<(FaultKind, u32)>,
}

impl Line {
    fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.fault = None;
    }

    fn add(&mut self, column: u32, limits: &Limits, write: impl FnOnce(&mut String) -> Option<Nature>) {
        let start = self.text.len();
        let Some(nature) = write(&mut self.text) else {
            return;
        };
        let kind = if column as usize >= limits.columns {
            FaultKind::TooManyColumns
        } else if self.text.len() - start > limits.cell {
            FaultKind::CellTooLong
        } else if self.text.len() > limits.record {
            FaultKind::RowTooLong { until: 0 }
        } else {
            self.cells.push((column, start..self.text.len(), nature));
            return;
        };
        self.text.truncate(start);
        self.fault.get_or_insert((kind, column));
    }
}

impl<R: Read + Seek> XlsxRows<'_, R> {
    /// Reads the cells of the next row that has any. False at the end.
    fn read_line(&mut self) -> Result<bool, SheetError> {
        self.line.clear();
        let mut of_row = None;
        loop {
            let next = match self.waiting.take() {
                Some(waiting) => Some(waiting),
                None if self.ended => None,
                None => guarded(|| self.cells.next_cell_with_style_id())?,
            };
            let Some((cell, style_id)) = next else {
                self.ended = true;
                return Ok(of_row.is_some());
            };
            let (row, column) = cell.get_position();
            if of_row.is_some_and(|of_row| of_row != row) {
                self.waiting = Some((cell, style_id));
                return Ok(true);
            }
            if *cell.get_value() == DataRef::Empty && of_row.is_none() {
                // Coloured, empty cells make no row.
                continue;
            }
            of_row = Some(row);
            self.row = row;
            let style = self.cells.styles().get(style_id);
            self.line.add(column, &self.limits, |out| write_value(out, cell.get_value(), style));
        }
    }

    /// Gives the row the values of cells merged with cells above, and remembers those that go on below.
    fn merge(&mut self) {
        while let Some(area) = self.merged.last().copied().filter(|area| area.rows.0 <= self.row) {
            self.merged.pop();
            let value = self.line.cells.iter().find(|(column, ..)| *column == area.columns.0);
            if let (Some((_, range, nature)), true) = (value, area.rows.0 == self.row) {
                let text = self.line.text.get(range.clone()).unwrap_or_default().to_owned();
                self.going_on.insert(area.columns.0, (area.rows.1, text, *nature));
            }
        }
        self.going_on.retain(|_, (until, ..)| *until >= self.row);
        for (column, (_, text, nature)) in &self.going_on {
            if !self.line.cells.iter().any(|(other, ..)| other == column) {
                self.line.add(*column, &self.limits, |out| {
                    out.push_str(text);
                    Some(*nature)
                });
            }
        }
    }
}

impl<R: Read + Seek> Rows for XlsxRows<'_, R> {
    fn next_row(&mut self, row: &mut Row) -> Result<Step, SheetError> {
        if !self.read_line()? {
            return Ok(Step::End);
        }
        if self.record > self.limits.rows {
            return Err(SheetError::Bomb(Bomb::Rows));
        }
        self.merge();
        let at = Position { record: self.record, line: u64::from(self.row) + 1, byte: 0 };
        self.record += 1;
        if let Some((kind, column)) = self.line.fault {
            let kind = if matches!(kind, FaultKind::RowTooLong { .. }) {
                FaultKind::RowTooLong { until: at.line + 1 }
            } else {
                kind
            };
            refuse(row, at, &self.line.text);
            return Ok(Step::Refused(Fault { kind, line: at.line, column: Some(column as usize) }));
        }
        row.begin(at);
        self.line.cells.sort_by_key(|(column, ..)| *column);
        self.line.cells.dedup_by_key(|(column, ..)| *column);
        for (column, range, nature) in &self.line.cells {
            while row.len() < *column as usize {
                row.push("");
            }
            row.open().push_str(self.line.text.get(range.clone()).unwrap_or_default());
            row.close(*nature);
        }
        if self.width == 0 {
            self.width = row.len();
        }
        while row.len() < self.width {
            row.push("");
        }
        Ok(Step::Row)
    }

    fn position(&self) -> Position {
        let line =
            self.waiting.as_ref().map_or(u64::from(self.row) + 2, |(cell, _)| u64::from(cell.get_position().0) + 1);
        Position { record: self.record, line: if self.record == 1 { 1 } else { line }, byte: 0 }
    }
}
