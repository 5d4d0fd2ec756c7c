//! What a text looks like: prose or a line of a screen, and in which letters.

use crate::script::script_of;
use crate::{Lang, Script};

/// Words that an Arabic text may keep in Latin letters: the product, formats and standards, keys, screen readers.
const KEPT: [&str; 41] = [
    "Plateau",
    "plateau",
    "PostgreSQL",
    "SQLite",
    "Unicode",
    "Braille",
    "Alt",
    "AltGr",
    "Ctrl",
    "Shift",
    "Enter",
    "Escape",
    "Esc",
    "Tab",
    "Space",
    "Backspace",
    "Delete",
    "Insert",
    "Home",
    "End",
    "Page",
    "Up",
    "Down",
    "Left",
    "Right",
    "Orca",
    "BRLTTY",
    "Windows",
    "Linux",
    "Chromium",
    "Chrome",
    "Firefox",
    "Wi-Fi",
    "Rust",
    "Excel",
    "LibreOffice",
    "vCard",
    "xlsx",
    "xlsb",
    "vcf",
    "Git",
];

/// Whether a text is prose: it ends as a sentence does, or holds the end of one.
pub(super) fn is_prose(text: &str) -> bool {
    let closing = [')', ']', '»', '”', '"', '’', ' ', '\u{A0}', '\u{202F}'];
    let ended = text.trim_end_matches(closing).ends_with(['.', '?', '!', '…', ':', '؟']);
    let mut after_end = false;
    let broken = text.chars().any(|c| {
        let here = after_end && c.is_whitespace();
        after_end = matches!(c, '.' | '?' | '!' | '…' | '؟');
        here
    });
    ended || broken
}

/// The first thing in a text that is not in the letters of its language: an Arabic letter in French or English, a
/// Latin word of three letters or more in Arabic. Acronyms, keys (`F1`, `Alt+C`), addresses and file names may stay.
pub(super) fn stranger(lang: Lang, text: &str) -> Option<String> {
    if lang != Lang::Ar {
        let arabic = |c: &char| script_of(*c) == Script::Arabic;
        return text.chars().find(arabic).map(String::from);
    }
    let in_word = |c: char| script_of(c) == Script::Latin || c.is_ascii_digit() || "._@/+-:".contains(c);
    text.split(|c| !in_word(c))
        .map(|word| word.trim_matches(['.', ':', '-', '+', '_']))
        .find(|word| !may_stay(word))
        .map(str::to_owned)
}

/// The first mark of a French text that a line may break away from, with its plain space.
pub(super) fn loose(lang: Lang, text: &str) -> Option<&'static str> {
    const LOOSE: [&str; 5] = [" ;", " ?", " !", " »", "« "];
    let colon = || (text.contains(" : ") || text.ends_with(" :")).then_some(" :");
    let mark = || LOOSE.into_iter().find(|mark| text.contains(mark));
    (lang == Lang::Fr).then(|| mark().or_else(colon)).flatten()
}

fn may_stay(word: &str) -> bool {
    let letters = word.chars().filter(|&c| script_of(c) == Script::Latin).count();
    let address = word.contains(['@', '/', '.', '_', ':']);
    letters < 3
        || address
        || KEPT.contains(&word)
        || (word.len() <= 6 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()))
        || (word.contains(['+', '-']) && word.split(['+', '-']).all(may_stay))
}
