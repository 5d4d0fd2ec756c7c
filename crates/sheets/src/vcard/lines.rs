use std::io::Read;

use memchr::memchr2;

use super::property::Head;
use crate::{SheetError, source::Source};

/// One property as it stands in the file, unfolded.
#[derive(Debug, Default)]
pub(super) struct Logical {
    /// Its bytes; cut if it is longer than the bound.
    pub bytes: Vec<u8>,
    /// The line on which it begins.
    pub line: u64,
    /// The offset of its first byte.
    pub byte: u64,
    /// It was longer than the bound.
    pub is_cut: bool,
    /// It is one of those that are not kept: a photo, a sound.
    pub is_skipped: bool,
}

/// The properties of a file, one after the other, in the memory of one.
pub(super) struct Lines<R> {
    source: Source<R>,
    longest: usize,
    /// The card is of version 2.1, in which a line is folded at a space that stays.
    pub is_old: bool,
    pub line: u64,
    pub byte: u64,
}

/// What is too large to be kept, and of no use to a client file.
const SKIPPED: [&[u8]; 6] = [b"PHOTO", b"LOGO", b"SOUND", b"KEY", b"X-PHOTO", b"X-MS-CARDPICTURE"];
/// How much of a line is looked at to see whether it is a piece of a photo.
const GLANCE: usize = 256;

impl<R: Read> Lines<R> {
    pub(super) fn new(source: Source<R>, longest: usize, line: u64, byte: u64) -> Self {
        Lines { source, longest, is_old: false, line, byte }
    }

    /// Passes over the mark of UTF-8.
    pub(super) fn pass_mark(&mut self) -> Result<(), SheetError> {
        self.glance(3)?;
        if self.source.ahead().starts_with(crate::Encoding::Utf8.mark()) {
            self.byte += self.source.pass(3);
        }
        Ok(())
    }

    /// Reads the next property. False at the end.
    pub(super) fn next(&mut self, into: &mut Logical) -> Result<bool, SheetError> {
        loop {
            into.bytes.clear();
            (into.is_cut, into.is_skipped, into.line, into.byte) = (false, false, self.line, self.byte);
            self.glance(1)?;
            if self.source.ahead().is_empty() {
                return Ok(false);
            }
            self.physical(into, true)?;
            if !into.bytes.iter().all(u8::is_ascii_whitespace) || into.is_cut {
                break;
            }
        }
        let head = Head::of(&into.bytes);
        let (is_quoted, is_base64) = head.as_ref().map_or((false, false), |head| (head.is_quoted(), head.is_base64()));
        into.is_skipped = head.is_some_and(|head| SKIPPED.iter().any(|name| head.name.eq_ignore_ascii_case(name)));
        loop {
            self.glance(GLANCE)?;
            let ahead = self.source.ahead();
            let is_folded = matches!(ahead.first(), Some(b' ' | b'\t'));
            if is_quoted && into.bytes.last() == Some(&b'=') && !ahead.is_empty() {
                into.bytes.pop();
                self.physical(into, !into.is_skipped)?;
            } else if is_folded {
                let fold = usize::from(!self.is_old);
                self.byte += self.source.pass(fold);
                self.physical(into, !into.is_skipped)?;
            } else if into.is_skipped && is_base64 && is_piece(ahead) {
                self.physical(into, false)?;
            } else {
                return Ok(true);
            }
        }
    }

    /// Reads to the end of the line, and keeps it if told so.
    fn physical(&mut self, into: &mut Logical, keep: bool) -> Result<(), SheetError> {
        loop {
            let ahead = self.source.ahead();
            let end = memchr2(b'\n', b'\r', ahead);
            let piece = ahead.get(..end.unwrap_or(ahead.len())).unwrap_or_default();
            if keep {
                let room = self.longest.saturating_sub(into.bytes.len());
                into.is_cut |= piece.len() > room;
                into.bytes.extend_from_slice(piece.get(..piece.len().min(room)).unwrap_or_default());
            }
            let length = piece.len();
            self.byte += self.source.pass(length);
            if end.is_some() {
                break;
            }
            if self.source.ended() {
                return Ok(());
            }
            self.source.fill()?;
        }
        self.glance(2)?;
        let length = if self.source.ahead().starts_with(b"\r\n") { 2 } else { 1 };
        self.byte += self.source.pass(length);
        self.line += 1;
        Ok(())
    }

    /// Makes sure that so many bytes are ahead, if there are as many.
    fn glance(&mut self, bytes: usize) -> Result<(), SheetError> {
        while self.source.ahead().len() < bytes && !self.source.ended() {
            self.source.fill()?;
        }
        Ok(())
    }
}

/// True for a line of a photo that does not begin with a space, as it should: letters of Base64 without a colon.
fn is_piece(ahead: &[u8]) -> bool {
    let line = ahead.get(..ahead.len().min(GLANCE)).unwrap_or_default();
    let line = line.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    !line.is_empty() && line.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
}
