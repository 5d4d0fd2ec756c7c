use std::io::{self, Read, Seek, SeekFrom};

use super::scan::{Outcome, Span, breaks, scan};
use crate::{
    SheetError,
    encoding::{self, Doubt, Encoding},
};

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The encoding of its text.
    pub encoding: Encoding,
    /// The ASCII character between two cells.
    pub delimiter: u8,
}

/// What the first part of a file says about the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The most likely way in which the file is written.
    pub dialect: Dialect,
    /// Why the guess may be wrong.
    pub doubts: Vec<Doubt>,
}

/// The delimiters that are tried, in the order in which equals are preferred.
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];
/// How much is read to guess, in bytes.
const HEAD: usize = 256 << 10;
/// How much is read after the first byte that is not ASCII, in bytes.
const BEYOND: usize = 64 << 10;
/// How many rows are looked at to find the delimiter.
const LOOKED_AT: usize = 60;

/// Guesses encoding and delimiter. A file that begins with plain ASCII is read until something else comes, however far that
/// is: only there its encoding shows. `source` is left at its beginning.
///
/// # Errors
/// An empty file, and those of `source`.
pub fn sniff<R: Read + Seek>(source: &mut R) -> Result<Sniffed, SheetError> {
    source.seek(SeekFrom::Start(0))?;
    let head = part(source, HEAD)?;
    let telling = if head.is_ascii() { first_letters(source)?.0 } else { head.clone() };
    source.seek(SeekFrom::Start(0))?;
    let encoding = if telling.is_empty() { encoding::guess(&head) } else { encoding::guess(&telling) };
    let text = encoding::decode_all(&head, encoding);
    if text.trim().is_empty() {
        return Err(SheetError::Empty);
    }
    let doubts = encoding::doubts(if telling.is_empty() { &head } else { &telling }, encoding);
    Ok(Sniffed { dialect: Dialect { encoding, delimiter: delimiter(&text) }, doubts })
}

/// Says whether a file can be what was announced, and guesses its delimiter. `source` is left at its beginning.
///
/// # Errors
/// [`SheetError::WrongEncoding`] when it cannot be; an empty file; those of `source`.
pub fn sniff_as<R: Read + Seek>(source: &mut R, announced: Encoding) -> Result<Sniffed, SheetError> {
    let found = sniff(source)?;
    let head = part(source, HEAD)?;
    let (telling, skipped) = if head.is_ascii() { first_letters(source)? } else { Default::default() };
    source.seek(SeekFrom::Start(0))?;
    let (sample, lines) = if telling.is_empty() { (&head, 0) } else { (&telling, breaks(&head) + skipped) };
    if let Some(line) = encoding::contradicted(sample, announced, found.dialect.encoding) {
        return Err(SheetError::WrongEncoding { announced, likely: found.dialect.encoding, line: lines + line });
    }
    let text = encoding::decode_all(&head, announced);
    let doubts = encoding::doubts(sample, announced);
    Ok(Sniffed { dialect: Dialect { encoding: announced, delimiter: delimiter(&text) }, doubts })
}

/// The delimiter said by a first line `sep=;`, or the one that cuts the first rows most evenly. A semicolon without any clue.
pub fn delimiter(text: &str) -> u8 {
    if let Some((said, _)) = separator_line(text.as_bytes()) {
        return said;
    }
    let mut best = (0, 0, b';');
    for candidate in DELIMITERS {
        let (even, columns) = evenness(text.as_bytes(), candidate);
        if columns > 1 && (even, columns) > (best.0, best.1) {
            best = (even, columns, candidate);
        }
    }
    best.2
}

/// The delimiter that a first line `sep=;` names, and the length of that line with its end.
pub(crate) fn separator_line(bytes: &[u8]) -> Option<(u8, usize)> {
    let rest = bytes.strip_prefix(b"\"").unwrap_or(bytes);
    let quoted = rest.len() != bytes.len();
    if !rest.get(..4)?.eq_ignore_ascii_case(b"sep=") {
        return None;
    }
    let said = *rest.get(4)?;
    let mut at = 5 + usize::from(quoted);
    if quoted {
        (*rest.get(5)? == b'"').then_some(())?;
        at += 1;
    }
    if !said.is_ascii() || matches!(said, b'\r' | b'\n' | b'"') {
        return None;
    }
    match bytes.get(at) {
        Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => Some((said, at + 2)),
        Some(b'\r' | b'\n') => Some((said, at + 1)),
        None => Some((said, at)),
        Some(_) => None,
    }
}

/// How even the rows are with this delimiter (the share of rows as long as most, in percent), and how long most are.
fn evenness(bytes: &[u8], delimiter: u8) -> (usize, usize) {
    let mut spans: Vec<Span> = Vec::new();
    let mut lengths: Vec<usize> = Vec::new();
    let mut at = 0;
    while lengths.len() < LOOKED_AT {
        let rest = bytes.get(at..).unwrap_or_default();
        match scan(rest, bytes.len() < HEAD, delimiter, &mut spans) {
            Outcome::Record { length, .. } => {
                if !matches!(rest.first(), Some(b'\r' | b'\n')) {
                    lengths.push(spans.len());
                }
                at += length;
            }
            Outcome::Stray { resume, .. } => {
                lengths.push(0);
                at += resume;
            }
            Outcome::More | Outcome::Open { .. } | Outcome::End => break,
        }
    }
    let mut most = (0, 0);
    for length in &lengths {
        let as_long = lengths.iter().filter(|other| *other == length).count();
        if (as_long, *length) > most {
            most = (as_long, *length);
        }
    }
    if lengths.is_empty() { (0, 0) } else { (most.0 * 100 / lengths.len(), most.1) }
}

fn part<R: Read>(source: &mut R, most: usize) -> io::Result<Vec<u8>> {
    let mut read = Vec::new();
    source.by_ref().take(most as u64).read_to_end(&mut read)?;
    Ok(read)
}

/// What stands around and after the first byte that is not ASCII, and how many lines before; nothing if there is none.
fn first_letters<R: Read>(source: &mut R) -> io::Result<(Vec<u8>, u64)> {
    let mut piece = Vec::new();
    let mut lines = 0;
    loop {
        piece.clear();
        source.by_ref().take(HEAD as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            return Ok((piece, 0));
        }
        if let Some(first) = piece.iter().position(|byte| !byte.is_ascii()) {
            let before = first.saturating_sub(64);
            lines += breaks(piece.get(..before).unwrap_or_default());
            piece.drain(..before);
            piece.extend(part(source, BEYOND)?);
            return Ok((piece, lines));
        }
        lines += breaks(&piece);
    }
}
