use std::io::{self, Read};

use crate::encoding::Encoding;

/// How much is asked of the file at once, in bytes.
const PIECE: usize = 128 << 10;

/// Bytes of a file ahead of the reader: those of the file, or UTF-8 made of its UTF-16.
pub(crate) struct Source<R> {
    input: R,
    wide: Option<Wide>,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
}

impl<R: Read> Source<R> {
    pub(crate) fn new(input: R, encoding: Encoding) -> Self {
        let wide = encoding.is_wide().then(|| Wide { high_first: encoding == Encoding::Utf16Be, left: Vec::new() });
        Source { input, wide, buffer: Vec::new(), start: 0, ended: false }
    }

    /// What is ahead, as far as it was read.
    pub(crate) fn ahead(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// True once nothing comes after what is ahead.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// Goes on by `length` bytes of what is ahead, and says how many bytes of the file that is.
    pub(crate) fn pass(&mut self, length: usize) -> u64 {
        let passed = self.buffer.get(self.start..self.start + length).unwrap_or_default();
        let in_file = if self.wide.is_some() { 2 * units(passed) } else { passed.len() as u64 };
        self.start += passed.len();
        in_file
    }

    /// Reads more.
    pub(crate) fn fill(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        // A long row is read in ever larger pieces, so that looking at it again costs no more than twice its length.
        let piece = PIECE.max(self.buffer.len());
        let before = self.buffer.len();
        match &mut self.wide {
            None => {
                self.input.by_ref().take(piece as u64).read_to_end(&mut self.buffer)?;
                self.ended = self.buffer.len() - before < piece;
            }
            Some(wide) => {
                self.input.by_ref().take(piece as u64).read_to_end(&mut wide.left)?;
                self.ended = wide.left.is_empty() || wide.left.len() < piece;
                wide.decode(&mut self.buffer, self.ended);
            }
        }
        Ok(())
    }
}

/// How many units of UTF-16 some UTF-8 takes.
fn units(text: &[u8]) -> u64 {
    text.iter().map(|byte| u64::from(byte & 0xC0 != 0x80) + u64::from(*byte >= 0xF0)).sum()
}

/// UTF-16 that was read and is not yet text. A lone half of a pair becomes U+FFFD, which is one unit too, so that places
/// in the text can be counted back to places in the file.
struct Wide {
    high_first: bool,
    left: Vec<u8>,
}

impl Wide {
    fn decode(&mut self, out: &mut Vec<u8>, last: bool) {
        let mut usable = self.left.len() & !1;
        // The first half of a pair waits for the other.
        let ends_in_half = usable >= 2 && {
            let pair = [self.left[usable - 2], self.left[usable - 1]];
            (0xD800..0xDC00).contains(&self.unit(pair))
        };
        if ends_in_half && !last {
            usable -= 2;
        }
        let pairs = self.left.get(..usable).unwrap_or_default().as_chunks::<2>().0;
        let mut buffer = [0; 4];
        for letter in char::decode_utf16(pairs.iter().map(|pair| self.unit(*pair))) {
            let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
            out.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
        }
        self.left.drain(..usable);
        if last {
            self.left.clear();
        }
    }

    fn unit(&self, pair: [u8; 2]) -> u16 {
        if self.high_first { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    }
}
