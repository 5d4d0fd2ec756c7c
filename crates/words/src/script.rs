//! Scripts and directions: which run of a text is Arabic, which is Latin.

use crate::Lang;

/// The script of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Arabic letters.
    Arabic,
    /// Neither: only a text without a Latin or Arabic letter is such a run.
    Common,
}

/// A stretch of a text in one script.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run<'a> {
    /// The stretch, as written; the runs of a text put end to end give the text back.
    pub text: &'a str,
    /// Its script.
    pub script: Script,
}

/// Cuts a text into script runs, so that each gets its `lang`, voice or braille table.
///
/// Digits, spaces, marks and punctuation join the run before them, or the first run when they open the text; an
/// opening bracket or guillemet goes with what it opens. An empty text has no run.
#[must_use]
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut current = Script::Common;
    for (at, c) in text.char_indices() {
        let script = script_of(c);
        if script == Script::Common || script == current {
            continue;
        }
        if current != Script::Common {
            let cut = before_opening(text, at);
            found.push(Run { text: &text[start..cut], script: current });
            start = cut;
        }
        current = script;
    }
    if start < text.len() {
        found.push(Run { text: &text[start..], script: current });
    }
    found
}

/// The direction of the first strong character: `rtl` or `ltr`; `ltr` when there is none (a phone number, a mark).
#[must_use]
pub fn dir_of(text: &str) -> &'static str {
    let strong = text.chars().find_map(|c| match c {
        '\u{200E}' => Some("ltr"),
        '\u{200F}' | '\u{061C}' => Some("rtl"),
        _ if !c.is_alphabetic() => None,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => Some("rtl"),
        _ => Some("ltr"),
    });
    strong.unwrap_or("ltr")
}

/// The `lang` attribute that a run needs on a page of another script: `ar` for Arabic letters on a French or English
/// page, `fr` for Latin letters on an Arabic page, `None` otherwise. A mixed text is judged by its first letter: cut
/// it with [`runs`] first.
#[must_use]
pub fn lang_attr_for(text: &str, page: Lang) -> Option<&'static str> {
    let first = text.chars().map(script_of).find(|&script| script != Script::Common)?;
    match (first, page) {
        (Script::Arabic, Lang::Fr | Lang::En) => Some("ar"),
        (Script::Latin, Lang::Ar) => Some("fr"),
        _ => None,
    }
}

pub(crate) fn script_of(c: char) -> Script {
    if !c.is_alphabetic() {
        return Script::Common;
    }
    match c {
        '\u{0600}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{0870}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}' => Script::Arabic,
        '\u{0041}'..='\u{024F}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A720}'..='\u{A7FF}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{FF21}'..='\u{FF5A}' => Script::Latin,
        _ => Script::Common,
    }
}

/// Where a run that begins at `at` really begins: at the brackets that open it, if any.
fn before_opening(text: &str, at: usize) -> usize {
    let opening = ['(', '[', '{', '«', '“', '‘', '‹'];
    let mut cut = at;
    loop {
        let head = text[..cut].trim_end().trim_end_matches(opening);
        if head.len() == text[..cut].trim_end().len() {
            return cut;
        }
        cut = head.len();
    }
}
