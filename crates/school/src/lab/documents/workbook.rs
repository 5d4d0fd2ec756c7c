//! A workbook as the checks see it, whoever wrote it.

use std::collections::BTreeMap;
use std::fmt;

use super::package::{FileKind, Package, Refused};
use super::{calc, excel};

/// The most rows and columns that are looked at.
pub(super) const MOST_ROWS: u32 = 20_000;
pub(super) const MOST_COLUMNS: u32 = 1_000;

/// A cell's place, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
}

impl Place {
    /// Reads `B12`, with or without `$`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.replace('$', "").to_ascii_uppercase();
        let at = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = text.split_at(at);
        let fine = (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        let column = letters.bytes().fold(0, |sum, byte| sum * 26 + u32::from(byte - b'A') + 1);
        let row = digits.parse().ok().filter(|row| *row > 0)?;
        fine.then_some(Self { row, column })
    }
}

/// `B12`
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut letters, mut left) = (String::new(), self.column);
        while left > 0 {
            let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + digit));
            left = (left - 1) / 26;
        }
        write!(f, "{letters}{}", self.row)
    }
}

/// Cells from one to another: `D2:D9`, or `D2` alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    from: Place,
    to: Place,
}

impl Range {
    /// The most cells of a range.
    const MOST: u32 = 2_000;

    /// Reads a range.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(':').unwrap_or((text, text));
        let (from, to) = (Place::parse(from)?, Place::parse(to)?);
        let ordered =
            from.row <= to.row && from.column <= to.column && to.row <= MOST_ROWS && to.column <= MOST_COLUMNS;
        let small = ordered && (to.row - from.row + 1) * (to.column - from.column + 1) <= Self::MOST;
        small.then_some(Self { from, to })
    }

    /// The cells, row by row.
    pub fn cells(self) -> impl Iterator<Item = Place> {
        let columns = move |row| (self.from.column..=self.to.column).map(move |column| Place { row, column });
        (self.from.row..=self.to.row).flat_map(columns)
    }
}

/// `D2:D9`
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to { write!(f, "{}", self.from) } else { write!(f, "{}:{}", self.from, self.to) }
    }
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// A number, a date, true or false.
    Number(f64),
    /// A text.
    Text(String),
    /// An error of a formula, as `#DIV/0!`.
    Error(String),
}

/// How numbers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// As they are typed.
    #[default]
    General,
    /// With decimals or separators chosen.
    Number {
        /// How many decimals.
        decimals: u8,
    },
    /// With a currency.
    Currency,
    /// In per cent.
    Percent,
    /// As a date or an hour.
    Date,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub value: Value,
    /// Its formula in the English form in which files keep it, without `=`; `SOMME` is kept as `SUM`.
    pub formula: Option<String>,
    /// How a number is shown.
    pub format: NumberFormat,
    /// True for bold.
    pub bold: bool,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The cells that hold something.
    pub cells: BTreeMap<Place, Cell>,
}

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
    /// How many charts it holds, and how many of them have a title.
    pub charts: usize,
    /// How many of the charts have a title.
    pub titled_charts: usize,
}

impl Workbook {
    /// Reads a workbook.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn read(package: &mut Package<'_>) -> Result<Self, Refused> {
        match package.kind {
            FileKind::Xlsx => excel::read(package),
            FileKind::Ods => calc::read(package),
            FileKind::Docx | FileKind::Odt => Err(Refused::NotADocument),
        }
    }

    /// A sheet by its name without case, or the first one.
    pub fn sheet(&self, name: Option<&str>) -> Option<&Sheet> {
        match name {
            Some(name) => self.sheets.iter().find(|sheet| sheet.name.to_lowercase() == name.to_lowercase()),
            None => self.sheets.first(),
        }
    }
}

/// The functions that a formula calls: the names that stand before a parenthesis, outside texts.
pub fn functions(formula: &str) -> Vec<String> {
    let (mut found, mut word, mut quoted) = (vec![], String::new(), false);
    for c in formula.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted && !word.is_empty() => found.push(std::mem::take(&mut word)),
            c if !quoted && (c.is_ascii_alphanumeric() || c == '.' || c == '_') => word.push(c.to_ascii_uppercase()),
            _ => word.clear(),
        }
    }
    // Functions younger than the format bear a prefix in the file.
    found
        .into_iter()
        .map(|name| name.trim_start_matches("_XLFN.").trim_start_matches("COM.MICROSOFT.").to_owned())
        .collect()
}

/// True when a formula looks at another cell: `2+3` is a number typed with an equal sign.
pub fn looks_at_cells(formula: &str) -> bool {
    let mut outside_quotes = formula.split('"').step_by(2);
    let words = |part: &str| {
        part.split(|c: char| !(c.is_ascii_alphanumeric() || c == '$')).any(|word| Place::parse(word).is_some())
    };
    outside_quotes.any(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_ranges_are_read_and_written() {
        assert_eq!(Place::parse("$aa$10").unwrap().to_string(), "AA10");
        assert_eq!(
            Range::parse("B2:C3").unwrap().cells().map(|place| place.to_string()).collect::<Vec<_>>(),
            ["B2", "C2", "B3", "C3"]
        );
        for wrong in ["", "A", "1", "A0", "B2:A1", "A1:ZZZ999999", "A1:Z20000"] {
            assert!(Range::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn functions_and_cells_of_a_formula_are_found() {
        assert_eq!(functions("IF(SUM(B2:B5)>10,\"MAX(\",_xlfn.CONCAT(A1))"), ["IF", "SUM", "CONCAT"]);
        assert!(looks_at_cells("B2*$C$1") && looks_at_cells("Notes!B2"));
        assert!(!looks_at_cells("2+3") && !looks_at_cells("\"A1\""));
    }
}
