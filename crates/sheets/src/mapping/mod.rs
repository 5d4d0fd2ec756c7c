//! Which column fills which field: guessed from the names of the columns and from some values.

mod field;
mod samples;
mod words;

use unicode_normalization::UnicodeNormalization;

pub use self::field::Field;
use self::{
    field::Matter,
    samples::{Samples, Script},
    words::{ARABIC, EMPTY, LATIN, WORDS},
};

/// The field that a column seems to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The field.
    pub field: Field,
    /// How sure it is, from 1 to 100. Below [`Guess::SURE`] a person should look.
    pub score: u8,
}

impl Guess {
    /// From here on the name of the column says it.
    pub const SURE: u8 = 75;
}

/// What each column of a file fills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// For each column its field, if any. A field stands at one column at most.
    pub columns: Vec<Option<Guess>>,
}

/// What is thought of a column before the fields are given out.
struct Thought {
    column: usize,
    matter: Matter,
    score: u8,
    script: Script,
    rank: Option<usize>,
}

impl Mapping {
    /// Guesses from the names of the columns, and from some rows of values below them.
    pub fn guess(names: &[&str], values: &[Vec<&str>]) -> Mapping {
        let mut thoughts: Vec<Thought> = Vec::new();
        for (column, name) in names.iter().enumerate() {
            let samples = Samples::of(values.iter().filter_map(|row| row.get(column).copied()));
            thoughts.extend(think(column, name, &samples));
        }
        whole_names(&mut thoughts, values);
        // The surest first; of equals the one that says its rank, then the one further left.
        thoughts.sort_by_key(|thought| (std::cmp::Reverse(thought.score), thought.rank.is_none(), thought.column));
        let mut mapping = Mapping { columns: vec![None; names.len()] };
        // A second phone is the second one even where it stands first; only then is what is left given out.
        for thought in thoughts.iter().filter(|thought| thought.rank.is_some_and(|rank| rank > 1)) {
            mapping.give(thought, fields(thought).first());
        }
        for thought in &thoughts {
            mapping.give(thought, &fields(thought));
        }
        mapping
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|guess| guess.is_some_and(|guess| guess.field == field))
    }

    /// Gives the column the first of these fields that no column has.
    fn give<'a>(&mut self, thought: &Thought, fields: impl IntoIterator<Item = &'a Field>) {
        let free = fields.into_iter().find(|field| self.column(**field).is_none());
        if let (Some(field), Some(place @ None)) = (free, self.columns.get_mut(thought.column)) {
            *place = Some(Guess { field: *field, score: thought.score });
        }
    }
}

/// The fields that a column can fill, the best first.
fn fields(thought: &Thought) -> Vec<Field> {
    let arabic = thought.script == Script::Arabic;
    let of_script = |arabic_field, latin_field| vec![if arabic { arabic_field } else { latin_field }];
    let rank = thought.rank.unwrap_or(1).saturating_sub(1);
    match thought.matter {
        Matter::Given => of_script(Field::GivenArabic, Field::GivenLatin),
        Matter::Family => of_script(Field::FamilyArabic, Field::FamilyLatin),
        Matter::Organisation => of_script(Field::OrganisationArabic, Field::OrganisationLatin),
        Matter::Full => vec![Field::FullName],
        Matter::Phone => ranked(&[Field::Phone, Field::Phone2, Field::Phone3], rank),
        Matter::Email => ranked(&[Field::Email, Field::Email2], rank),
        Matter::One(field) => vec![field],
    }
}

fn ranked(fields: &[Field], rank: usize) -> Vec<Field> {
    let (before, from) = fields.split_at(rank.min(fields.len()));
    [from, before].concat()
}

fn think(column: usize, name: &str, samples: &Samples) -> Option<Thought> {
    let exact = Field::named(name.trim());
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let rank = words.iter().find_map(|word| word.parse().ok()).filter(|rank| (1..=9).contains(rank));
    let said = said_script(&words);
    words.retain(|word| word.parse::<usize>().is_err());
    if words.len() > 1 {
        words.retain(|word| !ARABIC.contains(word) && !LATIN.contains(word));
    }
    let by_name = match exact {
        Some(field) => Some((matter_of(field), 100)),
        None => by_words(&words),
    };
    let (matter, score) = by_name.or_else(|| samples.matter().map(|matter| (matter, 40)))?;
    let script = match exact {
        Some(Field::GivenArabic | Field::FamilyArabic | Field::OrganisationArabic) => Script::Arabic,
        Some(_) => Script::Latin,
        None => samples.script().or(said).unwrap_or(if has_arabic(name) { Script::Arabic } else { Script::Latin }),
    };
    let rank = match exact {
        Some(Field::Phone2 | Field::Email2) => Some(2),
        Some(Field::Phone3) => Some(3),
        _ => rank,
    };
    Some(Thought { column, matter, score: samples.agree(matter, score), script, rank })
}

fn matter_of(field: Field) -> Matter {
    match field {
        Field::GivenLatin | Field::GivenArabic => Matter::Given,
        Field::FamilyLatin | Field::FamilyArabic => Matter::Family,
        Field::OrganisationLatin | Field::OrganisationArabic => Matter::Organisation,
        Field::FullName => Matter::Full,
        Field::Phone | Field::Phone2 | Field::Phone3 => Matter::Phone,
        Field::Email | Field::Email2 => Matter::Email,
        other => Matter::One(other),
    }
}

fn said_script(words: &[&str]) -> Option<Script> {
    if words.iter().any(|word| ARABIC.contains(word)) {
        Some(Script::Arabic)
    } else if words.iter().any(|word| LATIN.contains(word)) {
        Some(Script::Latin)
    } else {
        None
    }
}

/// The matter whose name is all of these words, or most of them.
fn by_words(words: &[&str]) -> Option<(Matter, u8)> {
    let whole = words.join(" ");
    let mut best: Option<(Matter, u8)> = None;
    for (matter, names) in WORDS {
        for name in *names {
            let parts: Vec<&str> = name.split(' ').collect();
            let score = if *name == whole {
                100
            } else if words.windows(parts.len()).any(|window| window == parts.as_slice()) {
                let others = words.iter().filter(|word| !parts.contains(word) && !EMPTY.contains(word)).count();
                (80 + parts.len().min(4) * 4).saturating_sub(others * 15) as u8
            } else {
                0
            };
            if score >= 50 && best.is_none_or(|(_, found)| score > found) {
                best = Some((*matter, score));
            }
        }
    }
    best
}

/// A column *nom*, *name* or *الاسم* without its other half, with several words in most cells, holds whole names.
fn whole_names(thoughts: &mut [Thought], values: &[Vec<&str>]) {
    let has = |matter, script| thoughts.iter().any(|thought| thought.matter == matter && thought.script == script);
    let alone: Vec<usize> = thoughts
        .iter()
        .enumerate()
        .filter(|(_, thought)| match thought.matter {
            Matter::Family => !has(Matter::Given, thought.script),
            Matter::Given => !has(Matter::Family, thought.script),
            _ => false,
        })
        .filter(|(_, thought)| {
            let cells: Vec<&str> = values
                .iter()
                .filter_map(|row| row.get(thought.column).copied())
                .filter(|cell| !cell.trim().is_empty())
                .collect();
            let several = cells.iter().filter(|cell| cell.split_whitespace().count() > 1).count();
            several * 3 > cells.len() * 2
        })
        .map(|(at, _)| at)
        .collect();
    for at in alone {
        if let Some(thought) = thoughts.get_mut(at) {
            thought.matter = Matter::Full;
            thought.score = thought.score.min(70);
        }
    }
}

fn has_arabic(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{621}'..='\u{64A}'))
}

/// A name of a column as it is compared: small letters without accents or vowel signs, one form of alef, ha and ya, one space
/// between words, digits apart.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut before = ' ';
    for letter in name.nfkd().flat_map(char::to_lowercase) {
        let letter = match letter {
            '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}' => continue,
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ة' => 'ه',
            'ى' => 'ي',
            'œ' => 'o',
            '\u{660}'..='\u{669}' => char::from(b'0' + (u32::from(letter) - 0x660) as u8),
            _ if letter.is_alphanumeric() => letter,
            _ => ' ',
        };
        let parts = letter == ' ' || (before != ' ' && before.is_ascii_digit() != letter.is_ascii_digit());
        if parts && before != ' ' {
            folded.push(' ');
        }
        if letter != ' ' {
            folded.push(letter);
        }
        before = letter;
    }
    folded.trim_end().to_owned()
}
