//! The costs of writing one thing for another, read once from the tables of `costs/`.
//!
//! They were counted: Algerian names of public lists, each in Arabic with its Latin spellings, were aligned letter by letter, the
//! alignment with the costs so far and the costs from the alignment, five times over. One half of the people was counted, the
//! other kept to measure. A cost is `-ln` of the share of a spelling, in tenths: 7 is a coin's toss, 23 one in ten. Shares are
//! smoothed, and a counted rule stands in a table only if three names showed it, or two pairs of Latin spellings. Exchanges between
//! Latin spellings that are usual but were not counted stand at 25. No name is in the tables.

use std::sync::LazyLock;

/// The Arabic letters after folding, in the order of their codes; `L` is the article.
pub(crate) const ARABIC: [char; 30] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل',
    'م', 'ن', 'ه', 'و', 'ي', 'ڨ', 'L',
];
/// No such rule.
pub(crate) const NONE: u16 = 9_999;
/// Latin letters that a rule joins at most.
pub(crate) const JOINED: usize = 3;

const LETTERS: &str = include_str!("costs/letters.txt");
const VOWELS: &str = include_str!("costs/vowels.txt");
const USUAL: &str = include_str!("costs/usual.txt");
const USUAL_ARABIC: &str = include_str!("costs/usual-arabic.txt");
const SPELLINGS: &str = include_str!("costs/spellings.txt");

/// Distinct texts of a table, numbered; number 0 is the empty text.
pub(crate) struct Texts {
    of: Vec<u8>,
    count: usize,
}

/// No text of the table.
pub(crate) const UNKNOWN: u8 = u8::MAX;

impl Texts {
    fn new() -> Self {
        let mut of = vec![UNKNOWN; 27 * 27 * 27];
        of[0] = 0;
        Self { of, count: 1 }
    }

    fn add(&mut self, text: &str) -> usize {
        let Some(at) = place(text.bytes().filter(u8::is_ascii_lowercase).map(|letter| letter - b'a' + 1)) else {
            return 0;
        };
        if self.of[at] == UNKNOWN {
            self.of[at] = self.count as u8;
            self.count += 1;
        }
        usize::from(self.of[at])
    }

    /// The number of these letters (1 for a to 26 for z), at most [`JOINED`] of them.
    pub(crate) fn number(&self, letters: &[u8]) -> u8 {
        place(letters.iter().copied()).map_or(UNKNOWN, |at| self.of[at])
    }
}

fn place(letters: impl Iterator<Item = u8>) -> Option<usize> {
    let at = letters.fold(0, |at, letter| at * 27 + usize::from(letter));
    (at < 27 * 27 * 27).then_some(at)
}

/// Every table.
pub(crate) struct Costs {
    /// Spellings of Arabic letters.
    pub letters: Texts,
    letter: Vec<u16>,
    /// Vowels between Arabic letters.
    pub vowels: Texts,
    vowel: Vec<u16>,
    usual: Vec<u16>,
    usual_arabic: Vec<u16>,
    /// Spellings that another writer exchanges.
    pub spellings: Texts,
    exchange: Vec<[u16; 3]>,
}

/// The tables of the crate.
pub(crate) static COSTS: LazyLock<Costs> = LazyLock::new(Costs::read);

/// Texts of one table at most.
const WIDTH: usize = 128;

impl Costs {
    fn read() -> Self {
        let mut costs = Self {
            letters: Texts::new(),
            letter: vec![NONE; ARABIC.len() * 3 * WIDTH],
            vowels: Texts::new(),
            vowel: vec![NONE; 10 * 8 * WIDTH],
            usual: table(USUAL, 27),
            usual_arabic: table(USUAL_ARABIC, 31),
            spellings: Texts::new(),
            exchange: vec![[NONE; 3]; WIDTH * WIDTH],
        };
        for line in lines(LETTERS) {
            costs.read_letter(&line);
        }
        for line in lines(VOWELS) {
            costs.read_vowel(&line);
        }
        for line in lines(SPELLINGS) {
            costs.read_spelling(&line);
        }
        costs
    }

    fn read_letter(&mut self, line: &[&str]) {
        let [letter, text, places @ ..] = line else { return };
        let Some(code) = ARABIC.iter().position(|known| letter.starts_with(*known)) else { return };
        let number = self.letters.add(text);
        for (place, cost) in numbers(places).take(3).enumerate() {
            self.letter[(code * 3 + place) * WIDTH + number] = cost;
        }
    }

    fn read_vowel(&mut self, line: &[&str]) {
        let [text, before, after @ ..] = line else { return };
        let number = self.vowels.add(text);
        let before = before.parse::<usize>().unwrap_or(0).min(9);
        for (after, cost) in numbers(after).take(8).enumerate() {
            self.vowel[(before * 8 + after) * WIDTH + number] = cost;
        }
    }

    fn read_spelling(&mut self, line: &[&str]) {
        let [recorded, heard, places @ ..] = line else { return };
        let (recorded, heard) = (self.spellings.add(recorded), self.spellings.add(heard));
        for (place, cost) in numbers(places).take(3).enumerate() {
            self.exchange[recorded * WIDTH + heard][place] = cost;
        }
    }

    /// Arabic letter `code` at the head (0), inside (1) or at the end (2), written as text `number` of `letters`.
    pub(crate) fn letter(&self, code: u8, place: usize, number: u8) -> u16 {
        if number == UNKNOWN {
            NONE
        } else {
            self.letter[(usize::from(code) * 3 + place) * WIDTH + usize::from(number)]
        }
    }

    /// Text `number` of `vowels` between letters of these kinds.
    pub(crate) fn vowel(&self, before: u8, after: u8, number: u8) -> u16 {
        if number == UNKNOWN {
            NONE
        } else {
            self.vowel[(usize::from(before) * 8 + usize::from(after)) * WIDTH + usize::from(number)]
        }
    }

    /// Latin letter after Latin letter; 0 is the head or the end.
    pub(crate) fn usual(&self, before: u8, after: u8) -> u16 {
        self.usual[usize::from(before) * 27 + usize::from(after)]
    }

    /// Arabic letter after Arabic letter, codes from 1; 0 is the head or the end.
    pub(crate) fn usual_arabic(&self, before: u8, after: u8) -> u16 {
        self.usual_arabic[usize::from(before) * 31 + usize::from(after)]
    }

    /// What is recorded as one text of `spellings`, heard as another.
    pub(crate) fn exchange(&self, recorded: u8, heard: u8, place: usize) -> u16 {
        self.exchange[usize::from(recorded) * WIDTH + usize::from(heard)][place]
    }
}

/// A square of costs, by the letter before and the letter after.
fn table(text: &str, width: usize) -> Vec<u16> {
    let mut all = vec![0; width * width];
    for (before, line) in lines(text).iter().enumerate().take(width) {
        for (after, cost) in numbers(&line[1..]).take(width).enumerate() {
            all[before * width + after] = cost;
        }
    }
    all
}

fn lines(table: &str) -> Vec<Vec<&str>> {
    let kept = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    kept.map(|line| line.split(' ').collect()).collect()
}

fn numbers(cells: &[&str]) -> impl Iterator<Item = u16> {
    cells.iter().map(|cell| cell.parse().unwrap_or(NONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_table_is_read() {
        for (table, cells) in [(LETTERS, 5), (VOWELS, 10), (USUAL, 28), (USUAL_ARABIC, 32), (SPELLINGS, 5)] {
            for line in lines(table) {
                let costs = if cells > 20 { &line[1..] } else { &line[2..] };
                assert_eq!(line.len(), cells, "{line:?}");
                assert!(costs.iter().all(|cost| cost.parse::<u16>().is_ok_and(|cost| cost <= 200)), "{line:?}");
            }
        }
        assert_eq!((lines(USUAL).len(), lines(USUAL_ARABIC).len()), (27, 31));
        let costs = &*COSTS;
        assert!(costs.letters.count.max(costs.vowels.count).max(costs.spellings.count) < WIDTH);
    }

    #[test]
    fn a_letter_is_cheap_in_its_usual_spelling_and_dear_in_another() {
        let costs = &*COSTS;
        let letter = |text: &[u8]| costs.letters.number(&text.iter().map(|byte| byte - b'a' + 1).collect::<Vec<_>>());
        let kha = ARABIC.iter().position(|known| *known == 'خ').map_or(0, |at| at as u8);
        assert!(costs.letter(kha, 0, letter(b"kh")) < 10);
        assert_eq!(costs.letter(kha, 0, letter(b"ch")), NONE);
        assert_eq!(letter(b"zzz"), UNKNOWN);
    }
}
