//! A name word letter by letter, as the costs of [`crate::costs`] read it.

use crate::{
    costs::{ARABIC, COSTS, Costs, JOINED, UNKNOWN},
    spoken::Spoken,
};

/// Letters of a word that are compared; the rest of a longer one is not looked at.
pub(crate) const LONGEST: usize = 32;
/// The letters of a word.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub arabic: bool,
    pub long: usize,
    pub letters: [u8; LONGEST],
    /// By place: of an Arabic word the kinds of the letter before and the letter after; of a Latin one the numbers of the texts
    /// of one, two and three letters that begin there, as letters, vowels and spellings.
    pub before: [u8; LONGEST + 1],
    pub after: [u8; LONGEST + 1],
    pub as_letters: [[u8; JOINED]; LONGEST],
    pub as_vowels: [[u8; 2]; LONGEST],
    pub as_spellings: [[u8; JOINED]; LONGEST],
    pub usual: u16,
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
