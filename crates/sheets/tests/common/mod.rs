//! Reading a whole file in a test.
#![allow(dead_code, reason = "each test takes what it needs")]

use sheets::{Fault, Position, Row, Rows, Step};

/// A row with its place, and what was wrong with it.
pub type Read = (Vec<String>, Position, Option<Fault>);

/// Everything that a reader gives. A reader that does not end fails the test.
pub fn read_all(reader: &mut dyn Rows) -> Vec<Read> {
    let mut row = Row::new();
    let mut read = Vec::new();
    loop {
        let fault = match reader.next_row(&mut row).unwrap() {
            Step::End => return read,
            Step::Row => None,
            Step::Refused(fault) => Some(fault),
        };
        read.push((row.cells().map(str::to_owned).collect(), row.position(), fault));
        assert!(read.len() < 2_000_000, "the reader does not end");
    }
}

/// The rows that were not refused.
pub fn taken(read: &[Read]) -> Vec<Vec<String>> {
    read.iter().filter(|row| row.2.is_none()).map(|row| row.0.clone()).collect()
}
