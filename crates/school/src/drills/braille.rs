//! Six-dot braille, uncontracted, as data: from cells to text for what is typed on six keys, and back for what is read.
//!
//! One table for each language stands in `braille/`. The same table and the same rules are in the page's module
//! (`drill.js`), which only shows what is being typed: what counts is decoded here.

use std::sync::LazyLock;

use desk::scripts::reader::Language;
use serde::{Deserialize, Serialize};

/// The tables, in the order of [`Language`].
const SOURCES: [&str; 3] =
    [include_str!("braille/fr.toml"), include_str!("braille/ar.toml"), include_str!("braille/en.toml")];

/// The table of one language.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The sign of a capital letter; twice, of capitals up to the next space. Empty for a script without capitals.
    #[serde(default)]
    capital: String,
    /// The sign before a number.
    number: String,
    /// The sign that ends a number before a letter whose cell is also a digit. Empty when the code has none.
    #[serde(default)]
    letter: String,
    /// The cells of 0 to 9 in a number.
    digits: String,
    /// The signs that do not end a number.
    in_numbers: String,
    /// Each letter or sign, and its cells.
    signs: std::collections::BTreeMap<String, String>,
}

/// Capitals to come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Capitals {
    None,
    Next,
    Word,
}

/// True for a cell of Unicode’s braille patterns.
pub fn is_cell(c: char) -> bool {
    ('\u{2800}'..='\u{28FF}').contains(&c)
}

impl Table {
    /// The table of a language; nothing when the built-in data does not read, which a test excludes.
    pub fn of(language: Language) -> Option<&'static Self> {
        static TABLES: LazyLock<[Option<Table>; 3]> =
            LazyLock::new(|| SOURCES.map(|source| toml::from_str(source).ok()));
        TABLES[language as usize].as_ref()
    }

    fn digit(&self, cell: char) -> Option<char> {
        let value = self.digits.chars().position(|own| own == cell)?;
        char::from_digit(u32::try_from(value).ok()?, 10)
    }

    /// The longest sign at the start of some cells: its text and how many cells it takes.
    fn sign<'t>(&'t self, cells: &[char]) -> Option<(&'t str, usize)> {
        (1..=cells.len().min(3)).rev().find_map(|length| {
            let asked: String = cells[..length].iter().collect();
            let found = self.signs.iter().find(|(_, own)| **own == asked);
            found.map(|(text, _)| (text.as_str(), length))
        })
    }

    /// From cells to text. What stands for nothing in this table stays a cell; what is no cell stays as it is.
    pub fn decode(&self, cells: &str) -> String {
        let cells: Vec<char> = cells.chars().collect();
        let (mut text, mut at) = (String::new(), 0);
        let (mut capitals, mut number) = (Capitals::None, false);
        while at < cells.len() {
            let cell = cells[at];
            if !is_cell(cell) || cell == '\u{2800}' {
                text.push(if is_cell(cell) { ' ' } else { cell });
                (capitals, number) = (Capitals::None, false);
                at += 1;
                continue;
            }
            if let Some(digit) = self.digit(cell).filter(|_| number) {
                text.push(digit);
                at += 1;
                continue;
            }
            let sign = self.sign(&cells[at..]);
            number &= sign.is_some_and(|(own, _)| self.in_numbers.contains(own));
            match sign {
                Some((own, length)) => {
                    if capitals == Capitals::None {
                        text.push_str(own);
                    } else {
                        text.extend(own.chars().flat_map(char::to_uppercase));
                    }
                    if capitals == Capitals::Next {
                        capitals = Capitals::None;
                    }
                    at += length;
                }
                None if self.is(&self.capital, cell) => {
                    capitals = if capitals == Capitals::None { Capitals::Next } else { Capitals::Word };
                    at += 1;
                }
                None => {
                    number = self.is(&self.number, cell);
                    if !number && !self.is(&self.letter, cell) {
                        text.push(cell);
                    }
                    at += 1;
                }
            }
        }
        text
    }

    fn is(&self, sign: &str, cell: char) -> bool {
        sign.chars().eq([cell])
    }

    /// From text to cells; the character that has none when there is one.
    pub fn encode(&self, text: &str) -> Result<String, char> {
        let mut cells = String::new();
        for part in text.split_inclusive(char::is_whitespace) {
            self.encode_word(part, &mut cells)?;
        }
        // A text that would not be read back as it was is refused at the first letter that comes out otherwise.
        let back = self.decode(&cells);
        let other = text.chars().zip(back.chars()).find(|(own, back)| own != back && !own.is_whitespace());
        match other {
            Some((own, _)) => Err(own),
            None if back.chars().count() != text.chars().count() => Err(text.chars().last().unwrap_or(' ')),
            None => Ok(cells),
        }
    }

    fn encode_word(&self, word: &str, cells: &mut String) -> Result<(), char> {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        let all_capitals = letters.len() > 1 && letters.iter().all(|c| c.is_uppercase());
        let (mut number, mut said) = (false, false);
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            if first.is_whitespace() {
                cells.push(if first == '\n' { '\n' } else { '\u{2800}' });
                rest = &rest[first.len_utf8()..];
                continue;
            }
            if let Some(value) = first.to_digit(10) {
                if !number {
                    cells.push_str(&self.number);
                }
                number = true;
                cells.extend(self.digits.chars().nth(value as usize));
                rest = &rest[1..];
                continue;
            }
            if first.is_uppercase() && !said {
                cells.push_str(&self.capital);
                if all_capitals {
                    cells.push_str(&self.capital);
                    said = true;
                }
            }
            let (text, own) = self.of_text(rest).ok_or(first)?;
            if number && own.chars().next().is_some_and(|cell| self.digit(cell).is_some()) {
                cells.push_str(&self.letter);
            }
            number &= self.in_numbers.contains(text.as_str());
            cells.push_str(own);
            rest = &rest[rest.char_indices().nth(text.chars().count()).map_or(rest.len(), |(at, _)| at)..];
        }
        Ok(())
    }

    /// The longest letter or sign at the start of a text, in lower case, and its cells.
    fn of_text(&self, text: &str) -> Option<(String, &str)> {
        (1..=2).rev().find_map(|length| {
            let asked: String = text.chars().take(length).flat_map(char::to_lowercase).collect();
            let own = self.signs.get(&asked).filter(|_| asked.chars().count() == length)?;
            Some((asked, own.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(language: Language) -> &'static Table {
        Table::of(language).unwrap()
    }

    /// What liblouis 3.24 writes for the same texts (fr-bfu-comp6, en-ueb-g1, ar-ar-g1).
    #[test]
    fn texts_are_written_as_the_codes_of_the_three_languages_write_them() {
        let known = [
            (Language::Fr, "Le 10/05 à 14:30, 3,5 kg", "⠨⠇⠑⠀⠠⠡⠼⠌⠼⠱⠀⠷⠀⠠⠡⠹⠒⠩⠼⠂⠀⠠⠩⠂⠱⠀⠅⠛"),
            (Language::Fr, "SMS de Karim: a1b 12c", "⠨⠨⠎⠍⠎⠀⠙⠑⠀⠨⠅⠁⠗⠊⠍⠒⠀⠁⠠⠡⠃⠀⠠⠡⠣⠉"),
            (Language::Fr, "amina.b2@exemple.dz", "⠁⠍⠊⠝⠁⠲⠃⠠⠣⠜⠑⠭⠑⠍⠏⠇⠑⠲⠙⠵"),
            (Language::Fr, "l'abonné (facture)", "⠇⠄⠁⠃⠕⠝⠝⠿⠀⠦⠋⠁⠉⠞⠥⠗⠑⠴"),
            (Language::En, "SMS from Karim 12c 3d", "⠠⠠⠎⠍⠎⠀⠋⠗⠕⠍⠀⠠⠅⠁⠗⠊⠍⠀⠼⠁⠃⠰⠉⠀⠼⠉⠰⠙"),
            (Language::En, "(bill) a/b", "⠐⠣⠃⠊⠇⠇⠐⠜⠀⠁⠸⠌⠃"),
            (Language::Ar, "سلام، كيف؟", "⠎⠧⠍⠐⠀⠅⠊⠋⠦"),
            (Language::Ar, "الهاتف 0550 12 34 56", "⠁⠇⠓⠁⠞⠋⠀⠼⠚⠑⠑⠚⠀⠼⠁⠃⠀⠼⠉⠙⠀⠼⠑⠋"),
        ];
        for (language, text, cells) in known {
            assert_eq!(table(language).encode(text).as_deref(), Ok(cells), "{text}");
            assert_eq!(table(language).decode(cells), text);
        }
    }

    #[test]
    fn what_a_table_does_not_have_is_told_and_an_unknown_cell_is_not_lost() {
        assert_eq!(table(Language::Ar).encode("شركة Djezzy"), Err('D'));
        assert_eq!(table(Language::Fr).encode("1ê"), Err('ê'));
        assert_eq!(table(Language::Fr).decode("⠁⣿⠃"), "a⣿b");
    }

    #[test]
    fn every_sign_of_every_table_survives_the_round_trip() {
        for language in [Language::Fr, Language::Ar, Language::En] {
            for sign in table(language).signs.keys() {
                let text = format!("{sign} {sign}");
                assert_eq!(table(language).encode(&text).map(|cells| table(language).decode(&cells)), Ok(text));
            }
        }
    }
}
