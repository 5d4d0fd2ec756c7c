//! Folding: the spelling that remains when case, accents, vowel signs and letter forms are set aside.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds a text of either script; two texts that a reader takes for the same fold to the same string.
///
/// - Latin: lower case, no accents, `ç` as `c`, `œ` as `oe`; apostrophes vanish, hyphens become a space.
/// - Arabic: no tashkeel, no tatweel; `أ إ آ ٱ` as `ا`, `ؤ` as `و`, `ئ` as `ي`, no lone hamza; `ة` as `ه`,
///   `ى` as `ي`; Persian `ک ی` as Arabic; presentation forms as plain letters.
/// - Digits of both Arabic sets become ASCII; spaces are single, none at the ends; direction marks vanish.
///
/// Folding is idempotent: `fold(&fold(x)) == fold(x)`.
///
/// ```
/// assert_eq!(names::fold::fold("Aït-Ouâret"), "ait ouaret");
/// assert_eq!(names::fold::fold("عَائِشَة"), "عايشه");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let plain = text.chars().filter(|c| !is_apostrophe(*c));
    let lower = plain.nfkd().flat_map(char::to_lowercase);
    for c in lower.nfkd().filter(|c| !is_combining_mark(*c)) {
        push(&mut folded, c);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Turns every decimal digit that a client may type (ASCII, Arabic-Indic, Persian, full width) into ASCII.
pub fn ascii_digits(text: &str) -> String {
    text.chars().map(digit).collect()
}

/// Gives the ASCII digit of `c`, or `c` itself when it is no digit.
fn digit(c: char) -> char {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '0'..='9' => '0',
        _ => return c,
    };
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

fn push(folded: &mut String, c: char) {
    match c {
        'ـ' | 'ء' => {}
        c if is_apostrophe(c) || is_invisible(c) => {}
        'ٱ' => folded.push('ا'),
        'ة' | 'ہ' | 'ھ' => folded.push('ه'),
        'ى' | 'ی' | 'ې' => folded.push('ي'),
        'ک' => folded.push('ك'),
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' => folded.push('d'),
        'ħ' => folded.push('h'),
        'ı' => folded.push('i'),
        c if c.is_whitespace() || c.is_control() || is_separator(c) => {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        c => folded.push(digit(c)),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | 'ʿ' | 'ʾ' | '′' | 'ʻ' | '"')
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '_' | '.' | ',' | ';' | '/' | '،' | '؛' | '−' | '•' | '·')
}

/// Marks that direct the layout and have no place in a comparison.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}' | '\u{00AD}')
}
