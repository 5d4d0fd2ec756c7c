//! A drill: lines to type, in one language, with what is measured. The format is described in `docs/drill-format.md`.

use desk::scripts::faults::{Faults, Reason};
use desk::scripts::reader::{self, Language, Section, Texts};

use super::braille::Table;
use super::compare::Alef;
use super::{Entry, Family, Way};
use crate::assessment::measure::Measure;
use crate::exercises::{Exercise, check_aims, read_aims, read_head};
use crate::practice::library::surroundings;
use crate::practice::scenario::Aim;

/// The version of the format that is read.
pub const FORMAT: i64 = 1;

/// The longest line, in characters: what is dictated in one breath.
const LINE: usize = 120;

/// The longest drill, in characters.
const WHOLE: usize = 1_000;

/// The most lines.
const LINES: usize = 20;

/// A drill, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// What every kind of exercise has.
    pub head: Exercise,
    /// What it trains.
    pub family: Family,
    /// From 1 to 5.
    pub level: u8,
    /// The language of the lines.
    pub language: Language,
    /// What the trainee is told.
    pub brief: Texts,
    /// How it may be typed.
    pub entries: Vec<Entry>,
    /// How the lines may be given.
    pub ways: Vec<Way>,
    /// Which written forms of alef are the same.
    pub alef: Alef,
    /// The lines.
    pub lines: Vec<String>,
    /// What is measured.
    pub measures: Vec<Aim>,
}

impl Drill {
    /// Reads a drill and checks it whole.
    ///
    /// # Errors
    /// Every fault, with its line.
    pub fn parse(source: &str) -> Result<Self, Faults> {
        reader::read(source, |root| {
            let drill = Self {
                head: read_head(root, FORMAT, &surroundings().criteria),
                family: root.choice("family", Family::parse, &Family::WORDS).unwrap_or(Family::Words),
                level: u8::try_from(root.whole("level", 1, 5)).unwrap_or(1),
                language: root.language("language"),
                brief: root.three_texts("brief"),
                entries: words(root, "entries", Entry::parse, &Entry::WORDS),
                ways: words(root, "ways", Way::parse, &Way::WORDS),
                alef: root.choice_or_none("alef", Alef::parse, &Alef::WORDS).unwrap_or_default(),
                lines: root.some_texts("lines"),
                measures: read_aims(root, &Measure::OF_DRILLS),
            };
            drill.check(root);
            drill
        })
    }

    /// The whole text, a line end between the lines.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }

    fn check(&self, root: &Section<'_>) {
        check_aims(root, &self.head.criteria, &self.measures, &self.head.grid);
        let of_lines = root.item_lines(&["lines"]);
        let long = |found, max| Reason::Long { key: "lines".to_owned(), found, max };
        for (line, at) in self.lines.iter().zip(&of_lines) {
            if line.chars().count() > LINE {
                root.fault_at(*at, long(line.chars().count(), LINE));
            }
            if line.chars().any(|c| c.is_control() || is_mark(c)) || self.braille_fault(line).is_some() {
                root.fault_at(*at, Reason::Form { key: "lines".to_owned(), value: line.clone() });
            }
        }
        let whole = self.text().chars().count();
        if whole > WHOLE {
            root.fault("lines", long(whole, WHOLE));
        }
        if self.lines.len() > LINES {
            let (min, max) = ("1".to_owned(), LINES.to_string());
            root.fault("lines", Reason::Range { key: "lines".to_owned(), min, max });
        }
        if root.has("alef") && self.language != Language::Ar {
            let with = format!("language = {}", self.language.code());
            root.fault("alef", Reason::Together { key: "alef".to_owned(), with });
        }
    }

    /// The character that keeps a line from being read or typed in braille, when the drill asks for that.
    fn braille_fault(&self, line: &str) -> Option<char> {
        let asked = self.ways.contains(&Way::Braille) || self.entries.contains(&Entry::SixKeys);
        let table = Table::of(self.language).filter(|_| asked)?;
        table.encode(&plain(line)).err()
    }
}

/// A line with the signs that keyboards have and without tashkeel and tatweel: the tables of braille know no others.
#[must_use]
pub fn plain(line: &str) -> String {
    let sign = |c| match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '\u{A0}' | '\u{202F}' => ' ',
        c => c,
    };
    let silent = |c: &char| matches!(c, '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{0670}');
    line.chars().filter(|c| !silent(c)).map(sign).collect()
}

/// Direction marks: they are seen by nobody and typed by few.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}')
}

fn words<T: PartialEq>(root: &Section<'_>, key: &str, parse: impl Fn(&str) -> Option<T>, allowed: &[&str]) -> Vec<T> {
    let mut found = Vec::new();
    for word in root.some_texts(key) {
        match parse(&word) {
            Some(one) if found.contains(&one) => root.fault(key, Reason::Repeated(word)),
            Some(one) => found.push(one),
            None => {
                let allowed = allowed.join(", ");
                root.fault(key, Reason::Choice { key: key.to_owned(), value: word, allowed });
            }
        }
    }
    found
}
