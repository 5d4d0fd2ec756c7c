//! Tables on paper: columns when they fit, else one line for each value.

use crate::flow::lines;
use crate::layout::Layout;
use crate::pages::Laid;
use crate::translate::Word;
use crate::{Result, Table, Text};

/// Blank cells between two columns.
const BETWEEN: usize = 2;
/// Dots 2 and 5: the rule under the headers.
const RULE: u8 = 0b1_0010;

type Cell = Vec<Word>;

/// Lays a table out, with a blank line before and after it.
pub(crate) fn lay(layout: &mut Layout<'_, '_>, table: &Table) -> Result<()> {
    layout.pages.gap();
    let caption = layout.with.gathered(&table.caption)?;
    let caption = lines(caption, layout.margins(0, 2));
    layout.pages.room(caption.len() + 3)?;
    layout.lines(caption)?;
    let head = row(layout, &table.head)?;
    let rows = table.rows.iter().map(|cells| row(layout, cells)).collect::<Result<Vec<_>>>()?;
    match widths(&head, &rows, layout.pages.size.cells()) {
        Some(widths) => columns(layout, &head, rows, &widths)?,
        None => values(layout, table, rows)?,
    }
    layout.pages.gap();
    Ok(())
}

fn row(layout: &mut Layout<'_, '_>, cells: &[Text]) -> Result<Vec<Cell>> {
    cells.iter().map(|cell| layout.with.gathered(cell)).collect()
}

/// The width of each column; none when the table is wider than the line, or has but one column.
fn widths(head: &[Cell], rows: &[Vec<Cell>], line: usize) -> Option<Vec<usize>> {
    let count = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    let all = || rows.iter().map(Vec::as_slice).chain([head]);
    let widest = |at: usize| all().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let whole: usize = widths.iter().sum::<usize>() + BETWEEN * count.saturating_sub(1);
    (count > 1 && whole <= line).then_some(widths)
}

fn width(cell: &[Word]) -> usize {
    cell.iter().map(|word| word.cells.len() + 1).sum::<usize>().saturating_sub(1)
}

/// The headers stand again on each page that the table goes on to.
fn columns(layout: &mut Layout<'_, '_>, head: &[Cell], rows: Vec<Vec<Cell>>, widths: &[usize]) -> Result<()> {
    let has_head = head.iter().any(|cell| !cell.is_empty());
    let headers = || -> [Laid; 2] { [aligned(head.to_vec(), widths), rule(widths)] };
    if has_head {
        layout.lines(headers())?;
    }
    for row in rows {
        if layout.pages.room(1)? && has_head {
            layout.lines(headers())?;
        }
        layout.pages.line(aligned(row, widths))?;
    }
    Ok(())
}

fn aligned(row: Vec<Cell>, widths: &[usize]) -> Laid {
    let mut laid = Laid::default();
    let mut start = 0;
    for (cell, width) in row.into_iter().zip(widths) {
        if !cell.is_empty() {
            laid.line.cells.resize(start, 0);
            let mut own = Laid::default();
            cell.into_iter().for_each(|word| own.add(word));
            laid.line.cells.extend(own.line.cells);
            laid.lost.extend(own.lost);
            let apart = if laid.line.text.is_empty() { "" } else { "  " };
            laid.line.text.push_str(apart);
            laid.line.text.push_str(&own.line.text);
        }
        start += width + BETWEEN;
    }
    laid
}

fn rule(widths: &[usize]) -> Laid {
    let mut laid = Laid::default();
    for width in widths {
        if !laid.line.cells.is_empty() {
            laid.line.cells.extend([0; BETWEEN]);
        }
        laid.line.cells.extend(std::iter::repeat_n(RULE, *width));
    }
    laid
}

/// The first cell of a row on its line, and under it "header: value" for the others; an empty value has no line.
fn values(layout: &mut Layout<'_, '_>, table: &Table, rows: Vec<Vec<Cell>>) -> Result<()> {
    let mut headers = vec![];
    for header in &table.head {
        let mut header = header.clone();
        if let Some(span) = header.0.last_mut() {
            span.text = format!("{}:", span.text.trim_end());
        }
        headers.push(layout.with.gathered(&header)?);
    }
    for row in rows {
        for (at, cell) in row.into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let margins = if at == 0 { layout.margins(0, 2) } else { layout.margins(2, 4) };
            let header = if at == 0 { vec![] } else { headers.get(at).cloned().unwrap_or_default() };
            layout.lines(lines(header.into_iter().chain(cell).collect(), margins))?;
        }
    }
    Ok(())
}
