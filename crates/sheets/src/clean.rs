//! Cells without what nobody sees.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What was taken out of a cell: how many characters of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// NUL.
    pub nul: usize,
    /// Other control characters.
    pub controls: usize,
    /// Controls of direction: they can make a name or a number look like another.
    pub bidi: usize,
    /// Characters without width: U+200B, U+2060, U+FEFF, U+00AD.
    pub unseen: usize,
}

impl Removed {
    /// True if nothing was taken out.
    pub fn is_nothing(&self) -> bool {
        *self == Removed::default()
    }
}

/// A cell fit to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned<'a> {
    /// The text: in NFC, trimmed, lines ending with LF, a tab as a space. Digits are as they were, Arabic ones too.
    pub text: Cow<'a, str>,
    /// What was taken out, so that the person can be told.
    pub removed: Removed,
}

/// Cleans a cell. One that needs nothing is not copied.
pub fn clean(cell: &str) -> Cleaned<'_> {
    let mut removed = Removed::default();
    let is_plain = cell.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain || (is_nfc(cell) && !cell.chars().any(is_changed)) {
        return Cleaned { text: Cow::Borrowed(cell.trim()), removed };
    }
    let mut kept = String::with_capacity(cell.len());
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => kept.push('\n'),
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    kept.push('\n');
                }
            }
            '\t' => kept.push(' '),
            '\0' => removed.nul += 1,
            _ if letter.is_control() => removed.controls += 1,
            _ if is_bidi(letter) => removed.bidi += 1,
            _ if is_unseen(letter) => removed.unseen += 1,
            _ => kept.push(letter),
        }
    }
    let text: String = kept.trim().nfc().collect();
    Cleaned { text: Cow::Owned(text), removed }
}

fn is_changed(letter: char) -> bool {
    (letter.is_control() && letter != '\n') || is_bidi(letter) || is_unseen(letter)
}

/// The controls of the Unicode bidirectional algorithm (UAX 9).
fn is_bidi(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}
