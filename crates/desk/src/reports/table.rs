//! A report as a table: on the page, with a chart of the same figures, and as a CSV file.

use askama::Template;
use sheets::csv::CsvWriter;
use sheets::xlsx::{self, Layout};
use sheets::{SheetError, WriteRows};
use words::{Arg, Lang, Talk};

use super::Column;
use super::chart::Chart;

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// So many.
    Count(i64),
    /// A part of a whole.
    Share(i64, i64),
    /// The mean of so many milliseconds over so many times.
    Time(i64, i64),
    /// The mean of a sum over so many.
    Mean(i64, i64),
    /// A sum of numbers that may have decimals.
    Amount(f64),
}

impl Cell {
    /// As people read it; empty where there is nothing to divide by.
    pub fn text(self, talk: Talk) -> String {
        match self {
            Self::Count(n) => talk.number(n),
            Self::Share(_, 0) | Self::Time(_, 0) | Self::Mean(_, 0) => String::new(),
            Self::Share(part, whole) => talk.with("reports-percent", &[("n", Arg::from(tenths(part, whole)))]),
            Self::Time(ms, times) => talk.duration((ms / times + 500) / 1_000),
            Self::Mean(sum, times) => talk.with("reports-mean", &[("n", Arg::from(ratio(sum, times)))]),
            Self::Amount(sum) if talk.lang == Lang::En => decimals(sum),
            Self::Amount(sum) => decimals(sum).replace('.', ","),
        }
    }

    /// As a spreadsheet reads it: plain numbers, times in seconds, shares in percent.
    pub fn plain(self) -> String {
        match self {
            Self::Count(n) => n.to_string(),
            Self::Share(_, 0) | Self::Time(_, 0) | Self::Mean(_, 0) => String::new(),
            Self::Share(part, whole) => format!("{:.1}", tenths(part, whole)),
            Self::Time(ms, times) => ((ms / times + 500) / 1_000).to_string(),
            Self::Mean(sum, times) => format!("{:.2}", ratio(sum, times)),
            Self::Amount(sum) => decimals(sum),
        }
    }

    /// The sum of two figures of a column.
    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Count(a), Self::Count(b)) => Self::Count(a + b),
            (Self::Share(a, whole), Self::Share(b, _)) => Self::Share(a + b, whole),
            (Self::Time(a, times), Self::Time(b, more)) => Self::Time(a + b, times + more),
            (Self::Mean(a, times), Self::Mean(b, more)) => Self::Mean(a + b, times + more),
            (Self::Amount(a), Self::Amount(b)) => Self::Amount(a + b),
            (own, _) => own,
        }
    }
}

/// With two decimals at most, and none that say nothing.
fn decimals(sum: f64) -> String {
    let written = format!("{sum:.2}");
    let plain = written.trim_end_matches('0').trim_end_matches('.');
    if plain == "-0" { "0".to_owned() } else { plain.to_owned() }
}

/// A percentage with one decimal.
fn tenths(part: i64, whole: i64) -> f64 {
    (ratio(part, whole) * 1_000.0).round() / 10.0
}

#[expect(clippy::cast_precision_loss, reason = "counts and sums stay far below 2^53")]
fn ratio(part: i64, whole: i64) -> f64 {
    part as f64 / whole as f64
}

/// A line of a report.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it stands for.
    pub label: String,
    /// The list of the files that it counts.
    pub href: Option<String>,
    /// One figure for each column.
    pub cells: Vec<Cell>,
}

/// A report, ready to be read.
#[derive(Clone, Debug, Template)]
#[template(path = "reports/table.html")]
pub struct Table {
    talk: Talk,
    caption: String,
    head: String,
    headings: Vec<String>,
    lines: Vec<Line>,
    total: Vec<Cell>,
    chart: Option<Chart>,
}

impl askama::filters::HtmlSafe for Table {}

impl Table {
    /// A table whose lines add up to its last one; each column with its heading.
    pub fn new(talk: Talk, caption: String, head: String, columns: Vec<(Column, String)>, lines: Vec<Line>) -> Self {
        let (columns, headings): (Vec<Column>, Vec<String>) = columns.into_iter().unzip();
        let total = lines
            .iter()
            .map(|line| line.cells.clone())
            .reduce(|sum, cells| sum.into_iter().zip(cells).map(|(one, other)| one.plus(other)).collect());
        let chart = Chart::of(talk, &caption, &columns, &lines);
        Self { talk, caption, head, headings, lines, total: total.unwrap_or_default(), chart }
    }

    /// The same without a total, where a file is counted in several lines.
    pub fn overlapping(mut self) -> Self {
        self.total.clear();
        self
    }

    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The figures of the last line.
    pub fn total(&self) -> &[Cell] {
        &self.total
    }

    fn text(&self, cell: &Cell) -> String {
        cell.text(self.talk)
    }

    /// Headings, lines and total as they are written to a file.
    fn rows(&self) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = vec![std::iter::once(&self.head).chain(&self.headings).cloned().collect()];
        let plain = |label: &str, cells: &[Cell]| {
            std::iter::once(label.to_owned()).chain(cells.iter().map(|cell| cell.plain())).collect()
        };
        rows.extend(self.lines.iter().map(|line| plain(&line.label, &line.cells)));
        if !self.total.is_empty() {
            rows.push(plain(&self.talk.t("reports-total"), &self.total));
        }
        rows
    }

    /// A CSV file for spreadsheets: UTF-8 with its mark, semicolons, and no cell that would be taken for a formula.
    ///
    /// # Errors
    /// What the writer says.
    pub fn csv(&self) -> Result<Vec<u8>, SheetError> {
        let mut writer = CsvWriter::new(vec![], b';');
        for row in self.rows() {
            writer.write_row(&row.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        writer.into_inner()
    }

    /// A workbook: the same rows, with numbers that can be reckoned with; in Arabic its first column stands at the right.
    ///
    /// # Errors
    /// What the writer says.
    pub fn xlsx(&self) -> Result<Vec<u8>, SheetError> {
        let layout = Layout { name: &self.caption, right_to_left: self.talk.lang == Lang::Ar };
        xlsx::workbook(&layout, self.rows())
    }
}
