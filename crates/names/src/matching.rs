//! Ranking: which of the records fetched through their keys is the person who was named.

use crate::{
    align::likeness,
    compare::{self, Alike, alike},
    person::PersonName,
    spoken::{self, Spoken},
    written::Written,
};

/// A query prepared once and scored against many records.
///
/// It is meant for the some hundreds of candidates that an index on keys returns, not for a whole base.
pub struct Query {
    words: Vec<Word>,
}

/// A candidate and how well it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<T> {
    /// What the caller gave with the name, usually the record's identifier.
    pub item: T,
    /// 0 (nothing in common) to 1 (the same text).
    pub score: f64,
}

struct Word {
    spoken: Spoken,
    written: Written,
    /// The word without an article, if it may have one.
    bare: Option<Written>,
    /// A Latin word without what may be its article.
    stem: Option<Written>,
    /// What follows `Abd`, if it is the name of a servant of God.
    master: Option<Written>,
}

impl Query {
    /// Hears what was typed, in either script or both.
    pub fn new(text: &str) -> Self {
        Self { words: heard(text) }
    }

    /// Scores a person: the better of the two scripts, 0 to 1.
    pub fn score(&self, name: &PersonName) -> f64 {
        name.texts().map(|text| self.score_text(&text)).fold(0.0, f64::max)
    }

    /// Scores a name written in one script, 0 to 1.
    ///
    /// The likeliest pair of a word asked and a word recorded is taken first, then the next of those left; the mean of the words
    /// asked, weighted by length, is the score. A word of the record that nobody asked for costs 0.02, so that the shorter of
    /// two names comes first; a word asked for which no word is left counts 0.4, since a file may hold less than is said.
    pub fn score_text(&self, recorded: &str) -> f64 {
        let recorded = heard(recorded);
        if self.words.is_empty() || recorded.is_empty() {
            return 0.0;
        }
        let size: f64 = self.words.iter().map(Word::weight).sum();
        if let ([asked], [only]) = (self.words.as_slice(), recorded.as_slice()) {
            return word_score(asked, only, true);
        }
        let more = recorded.len().saturating_sub(self.words.len());
        (self.pairs(&recorded) / size - 0.02 * more as f64).clamp(0.0, 1.0)
    }

    /// The sum of the likenesses of the words asked, each times its weight.
    fn pairs(&self, recorded: &[Word]) -> f64 {
        let last = self.words.len() - 1;
        let all = self.words.iter().enumerate().flat_map(|(at, word)| {
            recorded.iter().enumerate().map(move |(other, name)| (word_score(word, name, at == last), at, other))
        });
        let mut pairs: Vec<(f64, usize, usize)> = all.collect();
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (mut asked, mut taken) = (vec![false; self.words.len()], vec![false; recorded.len()]);
        let mut sum = 0.0;
        for (score, at, other) in pairs {
            if !asked[at] && !taken[other] {
                (asked[at], taken[other]) = (true, true);
                sum += score * self.words[at].weight();
            }
        }
        sum + self
            .words
            .iter()
            .zip(asked)
            .filter(|(_, asked)| !asked)
            .map(|(word, _)| MORE * word.weight())
            .sum::<f64>()
    }
}

impl Word {
    fn weight(&self) -> f64 {
        self.spoken.sounds.len() as f64
    }
}

/// Ranks candidates for a query in either script, best first; equal scores keep the order given.
pub fn rank<'a, T>(query: &str, candidates: impl IntoIterator<Item = (T, &'a PersonName)>) -> Vec<Match<T>> {
    let query = Query::new(query);
    let mut found: Vec<Match<T>> =
        candidates.into_iter().map(|(item, name)| Match { item, score: query.score(name) }).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

fn heard(text: &str) -> Vec<Word> {
    spoken::words(text)
        .into_iter()
        .map(|spoken| Word {
            written: Written::new(&spoken),
            bare: Written::without_article(&spoken),
            stem: spoken.stem().as_ref().map(Written::new),
            master: spoken.master().as_ref().map(Written::new),
            spoken,
        })
        .collect()
}

/// `Abdelhamid` called Hamid: what the short name keeps of its likeness.
const CALLED: f64 = 0.85;
/// `Yazid` for Elyazid: what the name keeps of its likeness when its article was dropped or said otherwise.
const STEM: f64 = 0.96;
/// What a word of the query counts for which the record has no word left.
const MORE: f64 = 0.4;

/// One word against one word. The last word of a query may be unfinished: a beginning counts, less than the whole word.
fn word_score(heard: &Word, recorded: &Word, unfinished: bool) -> f64 {
    if heard.spoken.folded == recorded.spoken.folded {
        return 1.0;
    }
    let mut alike = alike(&heard.written, &recorded.written).unwrap_or_else(|| both_arabic(heard, recorded));
    let bare = match (&heard.bare, &recorded.bare) {
        (Some(heard), _) => compare::alike(heard, &recorded.written),
        (None, Some(recorded)) => compare::alike(&heard.written, recorded),
        _ => None,
    };
    if let Some(bare) = bare {
        alike.whole = alike.whole.max(bare.whole);
        alike.start = alike.start.max(bare.start);
    }
    let both_latin = !heard.spoken.arabic && !recorded.spoken.arabic;
    let (one, other) = (heard.stem.as_ref(), recorded.stem.as_ref());
    if both_latin && (one.is_some() || other.is_some()) {
        let stems = compare::alike(one.unwrap_or(&heard.written), other.unwrap_or(&recorded.written));
        alike.whole = alike.whole.max(stems.map_or(0.0, |stems| STEM * stems.whole));
    }
    let short = match (&heard.master, &recorded.master) {
        (Some(heard), None) => compare::alike(heard, &recorded.written),
        (None, Some(recorded)) => compare::alike(&heard.written, recorded),
        _ => None,
    };
    if let Some(short) = short {
        alike.whole = alike.whole.max(CALLED * short.whole);
    }
    if !unfinished {
        return alike.whole;
    }
    let share = heard.spoken.sounds.len() as f64 / recorded.spoken.sounds.len().max(1) as f64;
    alike.whole.max(alike.start * (0.66 + 0.08 * share.min(1.0)))
}

/// True for عبد المالك called مالك.
fn called(servant: &Word, short: &Word) -> bool {
    servant.master.is_some() && servant.spoken.master().is_some_and(|master| master.folded == short.spoken.folded)
}

/// Two words in Arabic: their sounds count for most, then their letters.
fn both_arabic(heard: &Word, recorded: &Word) -> Alike {
    let sounds = likeness(&heard.spoken, &recorded.spoken);
    let letters = letters_alike(&heard.spoken.folded, &recorded.spoken.folded);
    let whole = 0.86 * sounds.whole + 0.13 * letters;
    let called = called(heard, recorded) || called(recorded, heard);
    Alike { whole: if called { whole.max(CALLED) } else { whole }, start: sounds.start }
}

/// 1 minus the share of letters to change (Levenshtein) in the longer word.
fn letters_alike(left: &str, right: &str) -> f64 {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    let mut long = 0;
    for (line, letter) in left.chars().enumerate() {
        let mut next = vec![line + 1];
        for (at, other) in right.iter().enumerate() {
            next.push((row[at] + usize::from(letter != *other)).min(row[at + 1] + 1).min(next[at] + 1));
        }
        row = next;
        long = line + 1;
    }
    let size = long.max(right.len()).max(1);
    1.0 - row[right.len()] as f64 / size as f64
}
