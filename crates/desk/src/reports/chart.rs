//! The chart of a report: bars that begin where the language begins, with a pattern for each column, labels and figures. The
//! table beside it holds the same figures for whoever does not see it.

use words::{Arg, Lang, Talk};

use super::Column;
use super::table::{Cell, Line};

/// Bars shown at most; the table shows every line.
const BARS: usize = 20;
/// Widths and heights, in units of the drawing.
const WIDTH: i64 = 640;
const LABEL: i64 = 190;
const BAR: i64 = 340;
const ROW: i64 = 30;
/// The longest label, in characters.
const LETTERS: usize = 22;

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// From the left.
    pub x: i64,
    /// From the top, of its line of writing.
    pub y: i64,
}

/// A bar: its column, 1 or 2, and where it stands.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The column, from 1.
    pub column: usize,
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// Its length.
    pub width: i64,
}

/// A drawing.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The title.
    pub title: String,
    /// What it shows, in a sentence.
    pub text: String,
    /// Height, in units of the drawing.
    pub height: i64,
    /// The names of the lines, at the beginning.
    pub labels: Vec<Word>,
    /// The bars.
    pub bars: Vec<Bar>,
    /// The figures, at the end of the bars.
    pub figures: Vec<Word>,
    /// The names of the columns, when there are two.
    pub legend: Vec<(Bar, Word)>,
}

impl Chart {
    /// The chart of the first column, or of the two that are parts of one whole; nothing when there is nothing to compare.
    pub(super) fn of(talk: Talk, title: &str, columns: &[Column], lines: &[Line]) -> Option<Self> {
        let drawn: Vec<usize> = match columns {
            [Column::Held, Column::Lacking, ..] | [Column::Created, Column::Updated, ..] => vec![0, 1],
            [Column::Share | Column::HeldShare | Column::Talk | Column::Satisfaction, ..] | [] => return None,
            _ => vec![0],
        };
        let count = |line: &Line, at: usize| match line.cells.get(at) {
            Some(Cell::Count(n)) => (*n).max(0),
            _ => 0,
        };
        let sum = |line: &Line| drawn.iter().map(|at| count(line, *at)).sum::<i64>();
        let most = lines.iter().map(sum).max().filter(|most| *most > 0 && lines.len() > 1)?;
        let top = if drawn.len() > 1 { ROW } else { 0 };
        let mut chart = Self {
            title: title.to_owned(),
            text: talk.with("reports-chart-text", &[("n", Arg::from(lines.len().min(BARS)))]),
            height: top + ROW * lines.len().min(BARS) as i64 + 8,
            labels: vec![],
            bars: vec![],
            figures: vec![],
            legend: if drawn.len() > 1 { legend(talk, columns) } else { vec![] },
        };
        for (at, line) in lines.iter().take(BARS).enumerate() {
            let y = top + ROW * at as i64 + 4;
            let mut start = LABEL + 10;
            for (column, cell) in drawn.iter().enumerate() {
                let width = count(line, *cell) * BAR / most;
                chart.bars.push(Bar { column: column + 1, x: start, y, width });
                start += width;
            }
            chart.labels.push(Word { text: shortened(&line.label), x: LABEL, y: y + 16 });
            let figures: Vec<String> = drawn.iter().map(|cell| talk.number(count(line, *cell))).collect();
            chart.figures.push(Word { text: figures.join(" + "), x: start + 6, y: y + 16 });
        }
        Some(if talk.lang == Lang::Ar { chart.mirrored() } else { chart })
    }

    /// The same from right to left.
    fn mirrored(mut self) -> Self {
        let bars = self.bars.iter_mut().chain(self.legend.iter_mut().map(|(bar, _)| bar));
        bars.for_each(|bar| bar.x = WIDTH - bar.x - bar.width);
        let words = self.labels.iter_mut().chain(&mut self.figures).chain(self.legend.iter_mut().map(|(_, word)| word));
        words.for_each(|word| word.x = WIDTH - word.x);
        self
    }
}

fn legend(talk: Talk, columns: &[Column]) -> Vec<(Bar, Word)> {
    let one = |(at, column): (usize, &Column)| {
        let x = LABEL + 10 + at as i64 * 200;
        (Bar { column: at + 1, x, y: 4, width: 20 }, Word { text: talk.t(column.key()).into_owned(), x: x + 28, y: 20 })
    };
    columns.iter().take(2).enumerate().map(one).collect()
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LETTERS {
        return label.to_owned();
    }
    label.chars().take(LETTERS - 1).chain(std::iter::once('…')).collect()
}
