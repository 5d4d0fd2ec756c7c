//! A name word letter by letter, as the costs of [`crate::costs`] read it, and how far two of them are apart.
//!
//! Writing an Arabic name in Latin letters goes through it from head to end: between two letters a vowel that Arabic does not
//! write may be heard, then the letter itself is written, in one of its ways (`ou`, `o`, `w` for و) or not at all. The cost of the
//! cheapest way through is minus the logarithm of how likely the spelling is. To find the Arabic from the Latin, the likelihood
//! of the spelling for that name is compared with how usual the spelling is at all.

use crate::{
    costs::{ARABIC, COSTS, Costs, JOINED, NONE, UNKNOWN},
    spoken::Spoken,
};

/// Letters of a word that are compared; the rest of a longer one is not looked at.
const LONGEST: usize = 32;
/// A letter that no rule explains.
const STRANGE: u16 = 70;
/// An Arabic letter that is not written, or a single Latin letter for it, without a rule.
const ODD: u16 = 58;
/// A vowel that no rule puts there.
const ODD_VOWEL: u16 = 65;
/// One vowel for another, or one more or less, between two Latin spellings, without a rule.
const OTHER_VOWEL: u16 = 45;
/// What one letter of an Arabic name costs on average, to bring both ways to one measure.
const ARABIC_LETTER: f32 = 26.0;
/// The same for a Latin letter heard, counted in letters of the Arabic name it stands for.
const HEARD_LETTER: f32 = 18.0;
/// How much an unusual Latin spelling that fits says more than a usual one. 1 would be the share itself, if the letters of a name
/// were independent of each other but for their neighbours; they are not.
const SURPRISE: f32 = 0.7;
/// Below this likeness two words have little in common.
const FAINT: f64 = 0.62;
/// How much the commoner written form is preferred among records that fit alike.
const COMMONER_ARABIC: f32 = 0.05;
const COMMONER_LATIN: f32 = 0.1;

/// The letters of a word.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    arabic: bool,
    long: usize,
    letters: [u8; LONGEST],
    /// By place: of an Arabic word the kinds of the letter before and the letter after; of a Latin one the numbers of the texts
    /// of one, two and three letters that begin there, as letters, vowels and spellings.
    before: [u8; LONGEST + 1],
    after: [u8; LONGEST + 1],
    as_letters: [[u8; JOINED]; LONGEST],
    as_vowels: [[u8; 2]; LONGEST],
    as_spellings: [[u8; JOINED]; LONGEST],
    usual: u16,
}

/// How alike two words are written.
pub(crate) struct Alike {
    /// The whole words, 0 to 1.
    pub whole: f64,
    /// The first word against the best beginning of the second, 0 to 1.
    pub start: f64,
}

impl Written {
    pub(crate) fn new(word: &Spoken) -> Self {
        Self::read(word, true)
    }

    /// The same word, its first ال read as letters of the name (إلياس, إيمان), if it begins so.
    pub(crate) fn without_article(word: &Spoken) -> Option<Self> {
        word.tokens.first().is_some_and(|token| token.starts_with("ال")).then(|| Self::read(word, false))
    }

    fn read(word: &Spoken, article: bool) -> Self {
        let mut written = Self {
            arabic: word.arabic,
            long: 0,
            letters: [0; LONGEST],
            before: [0; LONGEST + 1],
            after: [0; LONGEST + 1],
            as_letters: [[UNKNOWN; JOINED]; LONGEST],
            as_vowels: [[UNKNOWN; 2]; LONGEST],
            as_spellings: [[UNKNOWN; JOINED]; LONGEST],
            usual: 0,
        };
        if word.arabic {
            written.read_arabic(&word.tokens, article, &COSTS);
        } else {
            written.read_latin(&word.tokens, &COSTS);
        }
        written
    }

    fn push(&mut self, letter: u8) {
        if self.long < LONGEST {
            self.letters[self.long] = letter;
            self.long += 1;
        }
    }

    fn read_arabic(&mut self, tokens: &[String], heard: bool, costs: &Costs) {
        for (place, token) in tokens.iter().enumerate() {
            let long = token.chars().count();
            let article = if place == 0 && !heard {
                None
            } else if token.starts_with("ال") && long >= 4 {
                Some(0)
            } else if token.starts_with("عبدال") && long >= 7 {
                Some(3)
            } else if token.ends_with("الدين") && long > 5 {
                Some(long - 5)
            } else {
                None
            };
            for (at, letter) in token.chars().enumerate() {
                if article == Some(at) {
                    self.push(ARABIC.len() as u8 - 1);
                } else if article.is_none_or(|article| at != article + 1)
                    && let Some(code) = ARABIC.iter().position(|known| *known == plain(letter))
                {
                    self.push(code as u8);
                }
            }
        }
        for at in 0..=self.long {
            self.before[at] = self.kind_before(at);
            self.after[at] = self.kind_after(at);
        }
        let mut before = 0;
        for &letter in &self.letters[..self.long] {
            self.usual += costs.usual_arabic(before, letter + 1);
            before = letter + 1;
        }
        self.usual += costs.usual_arabic(before, 0);
    }

    fn kind_before(&self, at: usize) -> u8 {
        let Some(before) = at.checked_sub(1) else { return 0 };
        match (kind(self.letters[before]), at) {
            (3, 1) => 9,
            (plain_or_back @ (1 | 2), 1) if ARABIC[usize::from(self.letters[before])] != 'L' => plain_or_back + 6,
            (kind, _) => kind,
        }
    }

    fn kind_after(&self, at: usize) -> u8 {
        if at == self.long {
            0
        } else if at + 1 == self.long && ARABIC[usize::from(self.letters[at])] == 'ه' {
            7
        } else {
            kind(self.letters[at])
        }
    }

    fn read_latin(&mut self, tokens: &[String], costs: &Costs) {
        tokens
            .iter()
            .flat_map(|token| token.bytes())
            .filter(u8::is_ascii_lowercase)
            .for_each(|letter| self.push(letter - b'a' + 1));
        let letters = &self.letters[..self.long];
        let mut before = 0;
        for at in 0..self.long {
            for joined in 1..=JOINED.min(self.long - at) {
                let text = &letters[at..at + joined];
                self.as_letters[at][joined - 1] = costs.letters.number(text);
                self.as_spellings[at][joined - 1] = costs.spellings.number(text);
                if joined <= 2 {
                    self.as_vowels[at][joined - 1] = costs.vowels.number(text);
                }
            }
            self.usual += costs.usual(before, letters[at]);
            before = letters[at];
        }
        self.usual += costs.usual(before, 0);
    }
}

fn plain(letter: char) -> char {
    match letter {
        'ڤ' | 'گ' | 'ڭ' => 'ڨ',
        'پ' => 'ب',
        'چ' => 'ج',
        other => other,
    }
}

/// Plain 1, back 2 (the vowel beside it sounds `a` rather than `e`), then alef, waw, ya, ayn.
fn kind(code: u8) -> u8 {
    match ARABIC[usize::from(code)] {
        'ح' | 'خ' | 'ر' | 'ص' | 'ض' | 'ط' | 'ظ' | 'غ' | 'ق' => 2,
        'ا' => 3,
        'و' => 4,
        'ي' => 5,
        'ع' => 6,
        _ => 1,
    }
}

/// How alike two words are, of which one at least is Latin; nothing when both are Arabic.
pub(crate) fn alike(heard: &Written, recorded: &Written) -> Option<Alike> {
    let costs = &*COSTS;
    let size = heard.long as f32 + 1.0;
    let (whole, start) = match (heard.arabic, recorded.arabic) {
        (true, true) => return None,
        (false, true) => {
            let (whole, start) = across(recorded, heard, false, costs);
            let commoner = COMMONER_ARABIC * (f32::from(recorded.usual) - HEARD_LETTER * size);
            (f32::from(whole) + commoner, f32::from(start))
        }
        (true, false) => {
            let (whole, start) = across(heard, recorded, true, costs);
            let surprise = SURPRISE * (heard.long as f32 * ARABIC_LETTER - f32::from(recorded.usual));
            (f32::from(whole) + surprise, f32::from(start))
        }
        (false, false) => {
            let (whole, start) = within(recorded, heard, costs);
            let commoner = COMMONER_LATIN * (f32::from(recorded.usual) - f32::from(heard.usual));
            (f32::from(whole) + commoner, f32::from(start))
        }
    };
    Some(Alike { whole: likeness(whole, size), start: likeness(start, size) })
}

/// From a cost in tenths of a nat and a number of letters to a likeness. What costs nothing at all is never reached, so that
/// likenesses near the top stay apart; below [`FAINT`] they fall fast, so that a strange word weighs on a name of several.
fn likeness(cost: f32, size: f32) -> f64 {
    let straight = 1.0 - 0.013 * f64::from(cost) / f64::from(size);
    if straight > 0.9 {
        0.9 + 0.09 * (1.0 - (-(straight - 0.9) / 0.09).exp())
    } else if straight > FAINT {
        straight
    } else {
        (FAINT - 3.0 * (FAINT - straight)).max(0.0)
    }
}

type Line = [u16; LONGEST + 1];

/// The cost of a Latin spelling for an Arabic name: whole, and up to the best beginning of the recorded one.
fn across(arabic: &Written, latin: &Written, latin_recorded: bool, costs: &Costs) -> (u16, u16) {
    let (n, m) = (arabic.long, latin.long);
    let mut line: Line = [NONE; LONGEST + 1];
    line[0] = 0;
    let mut start = NONE;
    for at in 0..=n {
        line = vowels(&line, arabic, at, latin, costs);
        if !latin_recorded {
            start = start.min(line[m]);
        }
        if at < n {
            line = letter(&line, arabic, at, latin, costs);
        }
    }
    if latin_recorded {
        start = line[..=m].iter().copied().fold(NONE, u16::min);
    }
    (line[m], start)
}

/// What may be heard before the letter at `at`.
fn vowels(line: &Line, arabic: &Written, at: usize, latin: &Written, costs: &Costs) -> Line {
    let m = latin.long;
    let (before, after) = (arabic.before[at], arabic.after[at]);
    let mut next: Line = [NONE; LONGEST + 1];
    let none = costs.vowel(before, after, 0);
    for from in 0..=m {
        let so_far = line[from];
        if so_far < NONE {
            next[from] = next[from].min(so_far + none);
            for joined in 1..=2.min(m - from) {
                let number = latin.as_vowels[from][joined - 1];
                if number != UNKNOWN {
                    let cost = costs.vowel(before, after, number).min(ODD_VOWEL);
                    next[from + joined] = next[from + joined].min(so_far + cost);
                }
            }
        }
        if from < m && next[from] < NONE {
            next[from + 1] = next[from + 1].min(next[from] + STRANGE);
        }
    }
    next
}

/// The letter at `at`, in one of its ways.
fn letter(line: &Line, arabic: &Written, at: usize, latin: &Written, costs: &Costs) -> Line {
    let m = latin.long;
    let code = arabic.letters[at];
    let place = place(at, at + 1, arabic.long);
    let mut next: Line = [NONE; LONGEST + 1];
    let silent = costs.letter(code, place, 0).min(ODD);
    for from in 0..=m {
        let so_far = line[from];
        if so_far >= NONE {
            continue;
        }
        next[from] = next[from].min(so_far + silent);
        for joined in 1..=JOINED.min(m - from) {
            let mut cost = costs.letter(code, place, latin.as_letters[from][joined - 1]);
            if joined == 1 {
                cost = cost.min(ODD);
            }
            if cost < NONE {
                next[from + joined] = next[from + joined].min(so_far + cost);
            }
        }
    }
    next
}

/// Head 0, inside 1, end 2.
fn place(from: usize, to: usize, long: usize) -> usize {
    if to == long { 2 } else { usize::from(from > 0) }
}

/// The cost of hearing one Latin spelling for another: whole, and up to the best beginning of the recorded one.
fn within(recorded: &Written, heard: &Written, costs: &Costs) -> (u16, u16) {
    let (n, m) = (recorded.long, heard.long);
    let mut grid = [[NONE; LONGEST + 1]; LONGEST + 1];
    grid[0][0] = 0;
    for at in 0..=n {
        for from in 0..=m {
            let so_far = grid[at][from];
            if so_far >= NONE {
                continue;
            }
            for taken in 0..=JOINED.min(n - at) {
                let own = if taken == 0 { 0 } else { recorded.as_spellings[at][taken - 1] };
                for joined in 0..=JOINED.min(m - from) {
                    let other = if joined == 0 { 0 } else { heard.as_spellings[from][joined - 1] };
                    let place = if at == 0 { 0 } else { place(at, at + taken, n) };
                    let rule =
                        if own == UNKNOWN || other == UNKNOWN { NONE } else { costs.exchange(own, other, place) };
                    let cost = if taken <= 1 && joined <= 1 {
                        rule.min(free(&recorded.letters[at..at + taken], &heard.letters[from..from + joined]))
                    } else {
                        rule
                    };
                    if cost < NONE {
                        let reached = &mut grid[at + taken][from + joined];
                        *reached = (*reached).min(so_far + cost);
                    }
                }
            }
        }
    }
    (grid[n][m], grid.iter().take(n + 1).map(|line| line[m]).fold(NONE, u16::min))
}

/// The cost of a letter for a letter, or for none, without a rule.
fn free(recorded: &[u8], heard: &[u8]) -> u16 {
    let is_vowel = |letter: &u8| matches!(letter + b'a' - 1, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w');
    match (recorded, heard) {
        ([], []) => NONE,
        ([one], [other]) if one == other => 1,
        (one, other) if one.iter().chain(other).all(is_vowel) => OTHER_VOWEL,
        ([_], [_]) => STRANGE,
        _ => ODD,
    }
}
