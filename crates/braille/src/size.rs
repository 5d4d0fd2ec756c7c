//! The size of a page in cells and lines.

use std::ops::RangeInclusive;

/// A page of so many cells and lines. It exists only within the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    cells: u16,
    lines: u16,
}

/// Why a page of that size is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SizeError {
    /// Fewer than 12 or more than 60 cells a line.
    #[error("a line of {0} cells: from 12 to 60 are made")]
    Cells(u16),
    /// Fewer than 10 or more than 40 lines a page.
    #[error("a page of {0} lines: from 10 to 40 are made")]
    Lines(u16),
}

impl Size {
    /// Cells in a line: the smallest displays have 12, the widest embossers some 60.
    pub const CELLS: RangeInclusive<u16> = 12..=60;
    /// Lines on a page.
    pub const LINES: RangeInclusive<u16> = 10..=40;
    /// 30 cells and 28 lines: they fit on A4 (210 × 297 mm) in every embosser, with cells of 6 mm, lines of 10 mm and
    /// a margin of 15 mm to bind the sheets.
    pub const PAPER: Self = Self { cells: 30, lines: 28 };

    /// # Errors
    /// [`SizeError`] outside of the bounds.
    pub fn new(cells: u16, lines: u16) -> Result<Self, SizeError> {
        if !Self::CELLS.contains(&cells) {
            return Err(SizeError::Cells(cells));
        }
        if !Self::LINES.contains(&lines) {
            return Err(SizeError::Lines(lines));
        }
        Ok(Self { cells, lines })
    }

    /// Cells in a line.
    #[must_use]
    pub fn cells(self) -> usize {
        usize::from(self.cells)
    }

    /// Lines on a page.
    #[must_use]
    pub fn lines(self) -> usize {
        usize::from(self.lines)
    }
}
