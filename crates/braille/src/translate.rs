//! Texts into words of cells: one table for each script, and no letter dropped.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;
use words::{Lang, Script, runs};

use crate::louis::Cell;
use crate::{Grade, Grades, Louis, Result, Text};

/// The most bytes that are translated at once. Longer texts are cut at a space, so that memory stays bounded.
const PIECE: usize = 4096;
/// The longest text that is remembered, in characters.
const REMEMBERED: usize = 120;
/// How many are.
const MEMORY: usize = 2048;

/// What stands between two spaces, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its cells.
    pub cells: Vec<u8>,
    /// Where in `text` the character of each cell begins, in bytes.
    pub from: Vec<usize>,
    /// The same in print.
    pub text: String,
    /// The characters that it holds as code points.
    pub lost: Vec<char>,
}

impl Word {
    /// The first `most` cells, or fewer; the rest stays. A line is cut so only inside a word that is longer than it, and
    /// never inside the cells of one character, `⠘⠯⠉` for `ç`.
    pub(crate) fn cut(&mut self, most: usize) -> Self {
        let starts = |at: &usize| self.from.get(*at).is_none_or(|from| self.from.get(at - 1) != Some(from));
        let at = (1..=most).rev().find(starts).unwrap_or(most);
        let byte = self.from.get(at).copied().unwrap_or(self.text.len());
        let rest = Self {
            cells: self.cells.split_off(at),
            from: self.from.split_off(at).into_iter().map(|from| from.saturating_sub(byte)).collect(),
            text: self.text.split_off(byte),
            lost: vec![],
        };
        std::mem::replace(self, rest)
    }
}

/// Writes texts with the codes that were chosen.
#[derive(Debug)]
pub(crate) struct Translator<'l> {
    louis: &'l Louis,
    grades: Grades,
    /// The language of Latin letters in an Arabic text that does not say.
    latin: Lang,
    known: HashMap<(Grade, char), bool>,
    /// What was translated before: tables and lists say the same again and again.
    before: HashMap<(Grade, Vec<char>), Vec<Cell>>,
}

impl<'l> Translator<'l> {
    pub(crate) fn new(louis: &'l Louis, grades: Grades, lang: Lang) -> Self {
        let latin = if lang == Lang::Ar { Lang::Fr } else { lang };
        Self { louis, grades, latin, known: HashMap::new(), before: HashMap::new() }
    }

    /// Hands over the words of a text one by one.
    pub(crate) fn words(&mut self, text: &Text, each: &mut dyn FnMut(Word) -> Result<()>) -> Result<()> {
        let mut word = Open { each, word: Word::default() };
        let mut before = None;
        for span in &text.0 {
            for piece in pieces(&span.text) {
                let piece = clean(piece);
                for run in runs(&piece) {
                    let lang = self.lang_of(run.script, span.lang, before);
                    before = Some(lang);
                    self.run(run.text, lang, &mut word)?;
                }
            }
        }
        word.end()
    }

    /// The words of a text, gathered.
    pub(crate) fn gathered(&mut self, text: &Text) -> Result<Vec<Word>> {
        let mut found = vec![];
        self.words(text, &mut |word| {
            found.push(word);
            Ok(())
        })?;
        Ok(found)
    }

    /// The language whose table writes a run: its script decides, then the span, and signs stay with what is before them.
    fn lang_of(&self, script: Script, span: Lang, before: Option<Lang>) -> Lang {
        match script {
            Script::Arabic => Lang::Ar,
            Script::Latin if span == Lang::Ar => before.filter(|lang| *lang != Lang::Ar).unwrap_or(self.latin),
            Script::Latin => span,
            Script::Common => before.unwrap_or(span),
        }
    }

    fn run(&mut self, text: &str, lang: Lang, word: &mut Open<'_>) -> Result<()> {
        let grade = self.grades.get(lang);
        let mut written: Vec<char> = Vec::with_capacity(text.len());
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if self.knows(grade, c)? {
                written.push(c);
                if grade.lang() == Lang::En && is_between_numbers(&written, rest.peek()) {
                    word.push(&self.translated(grade, &written)?, &written)?;
                    written.clear();
                }
            } else if let Some(plain) = self.plain(grade, c)? {
                written.extend(plain);
            } else {
                let mut lost = vec![c];
                while let Some(next) = rest.peek().copied()
                    && !self.writes(grade, next)?
                {
                    lost.push(next);
                    rest.next();
                }
                word.push(&self.translated(grade, &written)?, &written)?;
                written.clear();
                self.code_points(lost, word)?;
            }
        }
        word.push(&self.translated(grade, &written)?, &written)
    }

    /// `[U+0416 0438]`, with the table of Latin letters: Arabic braille has the same cells for `U` and for a vowel.
    fn code_points(&mut self, lost: Vec<char>, word: &mut Open<'_>) -> Result<()> {
        let codes: Vec<String> = lost.iter().map(|c| format!("{:04X}", u32::from(*c))).collect();
        let written: Vec<char> = format!("[U+{}]", codes.join(" ")).chars().collect();
        let cells = self.translated(self.grades.get(self.latin), &written)?;
        word.word.lost.extend(lost);
        word.push(&cells, &written)
    }

    fn translated(&mut self, grade: Grade, written: &[char]) -> Result<Vec<Cell>> {
        let plain: Vec<char> = written.iter().map(|c| if is_space(*c) { ' ' } else { *c }).collect();
        if plain.len() > REMEMBERED {
            return self.louis.cells(grade, &plain);
        }
        let key = (grade, plain);
        if let Some(cells) = self.before.get(&key) {
            return Ok(cells.clone());
        }
        let cells = self.louis.cells(grade, &key.1)?;
        if self.before.len() >= MEMORY {
            self.before.clear();
        }
        self.before.insert(key, cells.clone());
        Ok(cells)
    }

    fn writes(&mut self, grade: Grade, c: char) -> Result<bool> {
        Ok(self.knows(grade, c)? || self.plain(grade, c)?.is_some())
    }

    /// A character as simpler ones that the table knows: `ﷲ`, `①`, `ﬁ`, and an Arabic comma after a Latin word.
    fn plain(&mut self, grade: Grade, c: char) -> Result<Option<Vec<char>>> {
        let mut plain = vec![];
        match western(c) {
            Some(mark) => plain.push(mark),
            None => decompose_compatible(c, |part| plain.push(part)),
        }
        if plain == [c] {
            return Ok(None);
        }
        let plain: Vec<char> = plain.into_iter().nfc().collect();
        for part in &plain {
            if !self.knows(grade, *part)? {
                return Ok(None);
            }
        }
        Ok(Some(plain))
    }

    /// True when the table has cells for a character. French tables answer an unknown one with a blank, others with
    /// nothing. What lies outside of the first plane is in none.
    fn knows(&mut self, grade: Grade, c: char) -> Result<bool> {
        if is_space(c) || c.is_ascii_alphanumeric() {
            return Ok(true);
        }
        if c.is_control() || u32::from(c) > 0xFFFF || matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}') {
            return Ok(false);
        }
        if let Some(known) = self.known.get(&(grade, c)) {
            return Ok(*known);
        }
        let known = self.louis.cells(grade, &[c])?.iter().any(|cell| cell.dots != 0);
        self.known.insert((grade, c), known);
        Ok(known)
    }
}

/// The word that is being written.
struct Open<'e> {
    each: &'e mut dyn FnMut(Word) -> Result<()>,
    word: Word,
}

impl Open<'_> {
    /// Adds cells, and hands over the words that end in them.
    fn push(&mut self, cells: &[Cell], written: &[char]) -> Result<()> {
        let mut copied = 0;
        for cell in cells {
            let ends = cell.dots == 0 && written.get(cell.from) == Some(&' ');
            let until = if ends { cell.from } else { cell.from.max(copied) };
            self.word.text.extend(written[copied.min(until)..until].iter());
            copied = copied.max(until);
            if ends {
                self.end()?;
                copied = cell.from + 1;
            } else {
                self.word.cells.push(cell.dots);
                self.word.from.push(self.word.text.len());
            }
        }
        self.word.text.extend(written[copied.min(written.len())..].iter());
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        let word = std::mem::take(&mut self.word);
        if word.cells.is_empty() { Ok(()) } else { (self.each)(word) }
    }
}

/// The mark or digit of Latin writing that says the same as one of Arabic writing.
fn western(c: char) -> Option<char> {
    Some(match c {
        '،' | '٫' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '٬' => '\u{A0}',
        '\u{0660}'..='\u{0669}' => char::from_digit(u32::from(c) - 0x0660, 10)?,
        _ => return None,
    })
}

/// True after a space between two numbers. UEB joins them with a sign of its own in place of the blank, `0550⠐14⠐27`, and a
/// line could not end there any more: each number is written on its own, with its number sign.
fn is_between_numbers(written: &[char], next: Option<&char>) -> bool {
    matches!(written, [.., before, ' '] if before.is_ascii_digit()) && next.is_some_and(char::is_ascii_digit)
}

/// A space that is not broken at keeps what it joins on one line.
fn is_space(c: char) -> bool {
    c == ' ' || c == '\u{A0}'
}

/// Composed letters; every space one of two kinds; without the marks that have no shape: direction, joining, hyphenation.
fn clean(text: &str) -> String {
    text.nfc().filter(|c| !is_shapeless(*c)).map(spaced).collect()
}

fn spaced(c: char) -> char {
    match c {
        '\u{A0}' | '\u{202F}' | '\u{2007}' => '\u{A0}',
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn is_shapeless(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

/// A text in pieces that are translated at once, cut after a space where there is one.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let most = rest.floor_char_boundary(PIECE.min(rest.len()));
        let space = rest[..most].char_indices().rev().find(|(_, c)| c.is_whitespace());
        let cut = match space {
            _ if most == rest.len() => most,
            Some((at, space)) => at + space.len_utf8(),
            None => most,
        };
        let (piece, after) = rest.split_at(cut);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_after_spaces_and_nothing_is_lost() {
        let text = "appel عميل ".repeat(2000);
        let cut: Vec<_> = pieces(&text).collect();
        assert!(cut.len() > 5 && cut.iter().all(|piece| piece.len() <= PIECE && piece.ends_with(' ')));
        assert_eq!(cut.concat(), text);
        let solid = "é".repeat(5000);
        assert_eq!(pieces(&solid).collect::<String>(), solid);
    }

    #[test]
    fn marks_without_a_shape_go_and_every_space_is_one_of_two() {
        assert_eq!(clean("\u{200F}12\u{202F}%\tde\u{2028}plus\u{AD}\u{FEFF}"), "12\u{A0}% de plus");
        assert_eq!(clean("e\u{301}"), "é");
    }
}
