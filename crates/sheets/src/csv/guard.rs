//! What a spreadsheet would take for a formula.
//!
//! The rule, after the advice of OWASP on "CSV injection": a cell is guarded by an apostrophe before it if its first
//! character that is no space is one of `= + - @`, their full-width forms `＝ ＋ － ＠`, a tab or a carriage return. Left
//! alone are a phone and a number: `+` or `-` followed only by digits, spaces, dots, commas, hyphens, parentheses and
//! slashes, with a digit at least and no second `+`. A spreadsheet can only compute a number from these: `+213-550` would at
//! worst show as one, and calls nothing.
//! A text that already begins with an apostrophe and such a character gets a second apostrophe, so that reading back, which
//! takes one away, gives the same text.

/// True if the cell has to be written with an apostrophe before it.
pub fn needs_guard(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    begins_formula(bare)
}

/// The cell without the apostrophe of the rule.
pub fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => cell,
    }
}

fn begins_formula(cell: &str) -> bool {
    // Nearly every cell of a client file begins with a letter or a digit.
    if cell.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return false;
    }
    for letter in cell.chars() {
        match letter {
            '\t' | '\r' | '=' | '@' | '＝' | '＠' | '＋' | '－' => return true,
            '+' | '-' => return !is_number(cell.trim_start()),
            _ if letter.is_whitespace() || is_unseen(letter) => {}
            _ => return false,
        }
    }
    false
}

/// Characters without width, which a spreadsheet or an editor may drop.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_number(cell: &str) -> bool {
    let rest = cell.get(1..).unwrap_or_default();
    rest.bytes().any(|byte| byte.is_ascii_digit())
        && rest.chars().all(|letter| {
            letter.is_ascii_digit() || matches!(letter, ' ' | '\u{A0}' | '\u{202F}' | '.' | ',' | '-' | '(' | ')' | '/')
        })
}
