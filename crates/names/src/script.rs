//! Which script a text is written in.

use unicode_normalization::char::is_combining_mark;

/// One of the two scripts of a client's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Latin letters, as on the passport.
    Latin,
    /// Arabic letters, as on the civil-status record.
    Arabic,
}

impl Script {
    /// The other script.
    pub fn other(self) -> Self {
        match self {
            Self::Latin => Self::Arabic,
            Self::Arabic => Self::Latin,
        }
    }
}

/// What the letters of a text say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detected {
    /// Every letter is Latin.
    Latin,
    /// Every letter is Arabic.
    Arabic,
    /// Latin and Arabic letters together.
    Mixed,
    /// No letter of either script.
    Neither,
}

/// Says which script or scripts the letters of `text` belong to; digits and signs do not count.
pub fn detect(text: &str) -> Detected {
    match (text.chars().any(is_latin), text.chars().any(is_arabic)) {
        (true, true) => Detected::Mixed,
        (true, false) => Detected::Latin,
        (false, true) => Detected::Arabic,
        (false, false) => Detected::Neither,
    }
}

/// True when every character may stand in a personal name of that script: its letters, vowel signs,
/// spaces, apostrophes, hyphens and the full stop of an abbreviation.
pub(crate) fn suits(text: &str, script: Script) -> bool {
    text.chars().all(|c| {
        is_joiner(c)
            || match script {
                Script::Latin => is_latin(c) || matches!(c, '\u{0300}'..='\u{036F}'),
                Script::Arabic => is_arabic(c) || (is_combining_mark(c) && is_arabic_block(c)) || c == 'ـ',
            }
    })
}

pub(crate) fn is_arabic(c: char) -> bool {
    c.is_alphabetic() && is_arabic_block(c)
}

fn is_arabic_block(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, 'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FB00}'..='\u{FB06}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, ' ' | '\u{00A0}' | '\u{202F}' | '-' | '‐' | '‑' | '\'' | '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | '`' | '.')
}
