//! BRF: the plain file that embossers and notetakers read.

use std::io::Write;

use crate::pages::{Page, Sink};
use crate::{Edition, Error, Result};

/// North American ASCII braille: the character of each cell of six dots, dot 1 being bit 0.
const ASCII: &[u8; 64] = b" A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";

/// A cell of six dots in North American ASCII braille. Dots 7 and 8 are not written.
#[must_use]
pub fn ascii(cell: u8) -> u8 {
    ASCII[usize::from(cell & 0x3F)]
}

/// Writes pages as BRF: lines end with CR LF, pages with a form feed.
#[derive(Debug)]
pub struct Brf<W> {
    to: W,
}

impl<W: Write> Brf<W> {
    /// A file in these codes.
    ///
    /// # Errors
    /// [`Error::EightDots`] when one of the codes has eight dots.
    pub fn new(to: W, edition: Edition) -> Result<Self> {
        match edition.grades.eight_dots() {
            Some(grade) => Err(Error::EightDots { grade }),
            None => Ok(Self { to }),
        }
    }
}

impl<W: Write> Sink for Brf<W> {
    fn page(&mut self, page: Page) -> Result<()> {
        let mut bytes = Vec::with_capacity(page.lines.len() * 40);
        for line in page.lines {
            bytes.extend(line.cells.iter().map(|cell| ascii(*cell)));
            bytes.extend(b"\r\n");
        }
        bytes.push(0x0C);
        Ok(self.to.write_all(&bytes)?)
    }
}
