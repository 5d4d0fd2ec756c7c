//! What was typed beside what was asked for: the smallest number of errors, the words and the keys that were wrong.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The longest text typed that is compared, in characters.
pub const LONGEST: usize = 3_000;

/// The most words and keys that are kept of one try; the rest is counted.
const TOLD: usize = 40;

/// Which written forms of alef are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alef {
    /// Each form is a letter of its own.
    #[default]
    Exact,
    /// أ إ آ ٱ count as ا.
    Any,
}

impl Alef {
    /// The words of the format.
    pub const WORDS: [&str; 2] = ["exact", "any"];

    /// The form of a word of the format.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Exact, Self::Any].into_iter().zip(Self::WORDS).find(|(_, own)| *own == word).map(|(alef, _)| alef)
    }
}

/// A text as it is compared: one way of writing for what sounds and reads the same.
///
/// NFC; spaces of all kinds and line ends are one space; straight quotes and apostrophes; digits 0-9; without direction
/// marks, tashkeel and tatweel. Case, accents, punctuation and hamza count.
#[must_use]
pub fn normal(text: &str, alef: Alef) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text.nfc() {
        let c = match c {
            c if c.is_whitespace() => ' ',
            // Direction marks and joiners, tatweel, tashkeel and the dagger alef.
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' => continue,
            '\u{FEFF}' | '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{0670}' => continue,
            '’' | '‘' | 'ʼ' => '\'',
            '“' | '”' | '«' | '»' => '"',
            '‐' | '‑' | '–' => '-',
            '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
            'أ' | 'إ' | 'آ' | 'ٱ' if alef == Alef::Any => 'ا',
            c => c,
        };
        if c == ' ' && out.last().is_none_or(|last| *last == ' ') {
            continue;
        }
        out.push(c);
    }
    while out.last() == Some(&' ') {
        out.pop();
    }
    out
}

/// A word that came out otherwise. Either side may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongWord {
    /// What was asked for.
    pub expected: String,
    /// What was typed.
    pub typed: String,
}

/// A character that was missed at least once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongKey {
    /// The character asked for.
    pub key: char,
    /// How often it was missed.
    pub errors: u32,
    /// How often it was asked for.
    pub times: u32,
    /// What was typed in its place, each once; empty when it was only left out.
    pub typed: String,
}

/// What the comparison found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Characters asked for.
    pub expected: u32,
    /// Insertions, omissions and replacements: the edit distance.
    pub errors: u32,
    /// Characters that are right.
    pub right: u32,
    /// The words that came out otherwise, in the order of the text.
    pub words: Vec<WrongWord>,
    /// How many more there were than are kept.
    pub more_words: u32,
    /// The characters that were missed, the most missed first.
    pub keys: Vec<WrongKey>,
}

/// One step of the alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Same(char),
    Other(char, char),
    Left(char),
    Added(char),
}

/// Compares two texts, each as [`normal`] gives it; what was typed beyond [`LONGEST`] is not looked at.
#[must_use]
pub fn compare(expected: &[char], typed: &[char]) -> Compared {
    let steps = align(expected, &typed[..typed.len().min(LONGEST)]);
    let right = steps.iter().filter(|step| matches!(step, Step::Same(_))).count();
    let mut words = words(&steps);
    let more_words = count(words.len().saturating_sub(TOLD));
    words.truncate(TOLD);
    Compared {
        expected: count(expected.len()),
        errors: count(steps.len() - right),
        right: count(right),
        words,
        more_words,
        keys: keys(&steps),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The shortest way from one text to the other (Levenshtein), read back from the end.
fn align(expected: &[char], typed: &[char]) -> Vec<Step> {
    let width = typed.len() + 1;
    let mut table = vec![0_u16; (expected.len() + 1) * width];
    let cost = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    for (column, cell) in table.iter_mut().enumerate().take(width) {
        *cell = cost(column);
    }
    for (row, own) in expected.iter().enumerate() {
        table[(row + 1) * width] = cost(row + 1);
        for (column, other) in typed.iter().enumerate() {
            let corner = table[row * width + column].saturating_add(u16::from(own != other));
            let above = table[row * width + column + 1].saturating_add(1);
            let before = table[(row + 1) * width + column].saturating_add(1);
            table[(row + 1) * width + column + 1] = corner.min(above).min(before);
        }
    }
    let (mut row, mut column, mut steps) = (expected.len(), typed.len(), Vec::new());
    while row > 0 || column > 0 {
        let here = table[row * width + column];
        if row > 0 && column > 0 {
            let (own, other) = (expected[row - 1], typed[column - 1]);
            let corner = table[(row - 1) * width + column - 1];
            if own == other && corner == here {
                steps.push(Step::Same(own));
                (row, column) = (row - 1, column - 1);
                continue;
            }
            if own != other && corner.checked_add(1) == Some(here) {
                steps.push(Step::Other(own, other));
                (row, column) = (row - 1, column - 1);
                continue;
            }
        }
        if row > 0 && table[(row - 1) * width + column].checked_add(1) == Some(here) {
            row -= 1;
            steps.push(Step::Left(expected[row]));
        } else {
            column = column.saturating_sub(1);
            steps.push(Step::Added(typed[column]));
        }
    }
    steps.reverse();
    steps
}

/// The words that are wrong. A word ends at a space that both texts have; one that was run into the next stays with it.
fn words(steps: &[Step]) -> Vec<WrongWord> {
    let (mut wrong, mut word, mut faulty) =
        (Vec::new(), WrongWord { expected: String::new(), typed: String::new() }, false);
    for step in steps {
        match *step {
            Step::Same(' ') => {
                if std::mem::take(&mut faulty) {
                    wrong.push(word.clone());
                }
                word = WrongWord { expected: String::new(), typed: String::new() };
            }
            Step::Same(own) => {
                word.expected.push(own);
                word.typed.push(own);
            }
            Step::Other(own, other) => {
                word.expected.push(own);
                word.typed.push(other);
                faulty = true;
            }
            Step::Left(own) => {
                word.expected.push(own);
                faulty = true;
            }
            Step::Added(other) => {
                word.typed.push(other);
                faulty = true;
            }
        }
    }
    if faulty {
        wrong.push(word);
    }
    let trimmed =
        |word: WrongWord| WrongWord { expected: word.expected.trim().to_owned(), typed: word.typed.trim().to_owned() };
    wrong.into_iter().map(trimmed).collect()
}

fn keys(steps: &[Step]) -> Vec<WrongKey> {
    let mut all: BTreeMap<char, WrongKey> = BTreeMap::new();
    for step in steps {
        let (key, typed, missed) = match *step {
            Step::Same(own) => (own, None, false),
            Step::Other(own, other) => (own, Some(other), true),
            Step::Left(own) => (own, None, true),
            Step::Added(_) => continue,
        };
        let own = all.entry(key).or_insert(WrongKey { key, errors: 0, times: 0, typed: String::new() });
        own.times += 1;
        own.errors += u32::from(missed);
        if let Some(other) = typed.filter(|other| !own.typed.contains(*other)) {
            own.typed.push(other);
        }
    }
    let mut missed: Vec<_> = all.into_values().filter(|key| key.errors > 0).collect();
    missed.sort_by(|a, b| b.errors.cmp(&a.errors).then(a.key.cmp(&b.key)));
    missed.truncate(TOLD);
    missed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(expected: &str, typed: &str) -> Compared {
        compare(&normal(expected, Alef::Exact), &normal(typed, Alef::Exact))
    }

    fn pairs(compared: &Compared) -> Vec<(&str, &str)> {
        compared.words.iter().map(|word| (word.expected.as_str(), word.typed.as_str())).collect()
    }

    #[test]
    fn a_missing_letter_costs_one_error_and_not_the_rest_of_the_line() {
        let found = compared("votre facture de novembre", "votre factur de novembre");
        assert_eq!((found.expected, found.errors, found.right), (25, 1, 24));
        assert_eq!(pairs(&found), [("facture", "factur")]);
        assert_eq!((found.keys.len(), found.keys[0].key, found.keys[0].errors, found.keys[0].times), (1, 'e', 1, 5));
    }

    #[test]
    fn words_run_together_and_words_too_many_are_told_as_they_were_typed() {
        assert_eq!(pairs(&compared("de la ligne", "dela ligne")), [("de la", "dela")]);
        assert_eq!(pairs(&compared("bonjour madame", "bonjour chère madame")).len(), 1);
        assert_eq!(compared("bonjour", "").errors, 7);
        assert_eq!(pairs(&compared("", "bonjour")), [("", "bonjour")]);
    }

    #[test]
    fn ways_of_writing_the_same_are_no_errors_and_letters_are() {
        assert_eq!(compared("l’abonné « Amina »", "l'abonne\u{301} \" Amina \"").errors, 0);
        assert_eq!(compared("ligne\nsuivante", "ligne   suivante ").errors, 0);
        assert_eq!(compared("مُحَمَّد", "محمـد").errors, 0);
        assert_eq!(compared("0550", "٠٥٥٠").errors, 0);
        assert_eq!(compared("\u{200F}سلام\u{200E}", "سلام").errors, 0);
        assert_eq!(compared("إلى", "الى").errors, 1);
        assert_eq!(compare(&normal("إلى", Alef::Any), &normal("الى", Alef::Any)).errors, 0);
        assert_eq!(compared("Amina", "amina").errors, 1);
    }

    #[test]
    fn a_french_name_in_an_arabic_line_is_compared_in_the_order_of_typing() {
        let found = compared("اشترى الزبون هاتف Condor Plume", "اشترى الزبون هاتف Kondor Plume");
        assert_eq!(pairs(&found), [("Condor", "Kondor")]);
    }

    #[test]
    fn a_text_without_end_is_cut_and_answered() {
        let found = compared("abc", &"x".repeat(20_000));
        assert_eq!(found.errors, u32::try_from(LONGEST).unwrap());
    }
}
