//! Characters as a braille display counts them, and cutting to twenty.

use std::borrow::Cow;

const LINE: usize = 20;

/// The number of characters that stand alone: Unicode scalar values, combining marks not counted.
///
/// For Latin and Arabic letters this equals the count after canonical composition (NFC) without combining marks,
/// since composing only joins a mark to its base: `é` counts 1 whether written with one scalar value or two.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.chars().filter(|&c| !is_mark(c)).count()
}

/// The text in at most 20 characters: unchanged when it fits, else cut after a word and ended with `…`
/// (inside the word when a single word fills the line).
#[must_use]
pub fn fit20(text: &str) -> Cow<'_, str> {
    if cells(text) <= LINE {
        return Cow::Borrowed(text);
    }
    let mut hard = text.len();
    let mut word = None;
    let standing = text.char_indices().filter(|&(_, c)| !is_mark(c));
    for (count, (at, c)) in standing.enumerate() {
        if c.is_whitespace() && !text[..at].trim().is_empty() {
            word = Some(at);
        }
        if count == LINE - 1 {
            hard = at;
            break;
        }
    }
    let kept = text[..word.unwrap_or(hard)].trim_end();
    let kept = kept.trim_end_matches([',', ';', ':', '-', '،', '؛', '.', '…']).trim_end();
    Cow::Owned(format!("{kept}…"))
}

/// Combining marks of Latin and Arabic writing, variation selectors included.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}
