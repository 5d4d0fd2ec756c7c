//! How often search by name finds the right record, measured on a list of names with their spellings.

use std::collections::{BTreeMap, HashMap};

use crate::{fold::fold, key, matching::Query};

/// Keys looked up at most, rows read for one, candidates after which no further key is looked up: the desk's own bounds
/// (`desk::clients`), so that a name which the desk would not read counts as not found.
const KEYS: usize = 16;
const ROWS: usize = 80;
const CANDIDATES: usize = 240;
/// As many candidates of at least this likeness end the search too.
const PAGE: usize = 20;
const GOOD: f64 = 0.80;
/// Once somebody bears both words of a name (from this likeness on), single words are not looked up.
const SAME: f64 = 0.95;
/// Below this likeness a name is not proposed.
const FAINT: f64 = 0.62;

/// One attested pair: a name in Arabic and one of its Latin spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name in Arabic letters.
    pub arabic: String,
    /// One spelling in Latin letters.
    pub latin: String,
}

/// The share of searches whose record comes first, or among the first ten.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Recall {
    /// Number of searches made.
    pub searches: usize,
    /// Share whose record comes first, 0 to 1.
    pub at_1: f64,
    /// Share whose record is among the first ten, 0 to 1.
    pub at_10: f64,
    /// The same two shares when every other file before the record counts, also one that bears a spelling of the name searched.
    pub strict_at_1: f64,
    /// See `strict_at_1`.
    pub strict_at_10: f64,
    /// Share whose record the search read at all, 0 to 1.
    pub fetched: f64,
}

/// The three ways in which a name heard differs from the name recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evaluation {
    /// A Latin spelling is heard, only the Arabic is recorded.
    pub latin_to_arabic: Recall,
    /// The Arabic is heard, only a Latin spelling is recorded.
    pub arabic_to_latin: Recall,
    /// A Latin spelling is heard, another one is recorded.
    pub latin_to_latin: Recall,
}

/// Which of the three measures a search belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// A Latin spelling is heard, only the Arabic is recorded.
    LatinToArabic,
    /// The Arabic is heard, only a Latin spelling is recorded.
    ArabicToLatin,
    /// A Latin spelling is heard, another one is recorded.
    LatinToLatin,
}

/// One search of an evaluation, and how it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Search<'a> {
    /// The measure it counts for.
    pub way: Way,
    /// The person, by their Arabic name.
    pub person: &'a str,
    /// What was typed.
    pub heard: &'a str,
    /// What the file holds.
    pub recorded: &'a str,
    /// The place of the record among the answers, kin not counted, 1 for the first; nothing when it was not among them.
    pub place: Option<usize>,
    /// Kin before it: files of other people whose recorded name is a spelling of the name searched.
    pub kin: usize,
    /// True when the record was read, even if it was then ranked too low to be proposed.
    pub fetched: bool,
    /// The best other name, with its likeness.
    pub rival: Option<(&'a str, f64)>,
    /// The likeness of the record, when it was read.
    pub likeness: Option<f64>,
}

/// Measures search over the names of `rows`, through the same keys, bounds and ranking as the desk.
///
/// Each distinct Arabic value is one person, whose recorded Latin spelling is the first of the list. Heard in Latin against
/// Arabic records, every row is one search; in Arabic against Latin records, every person is one; in Latin against Latin
/// records, every other spelling is one, unless it differs by case or accents only. The base holds every person. The place of a
/// record is one plus the number of *other* names before it: people who share the name written in their file share a place, and
/// a file that holds another spelling of the name searched, or that very spelling, is no rival: it bears the same name.
pub fn evaluate(rows: &[Row]) -> Evaluation {
    let searches = searches(rows);
    Evaluation {
        latin_to_arabic: recall(&searches, Way::LatinToArabic),
        arabic_to_latin: recall(&searches, Way::ArabicToLatin),
        latin_to_latin: recall(&searches, Way::LatinToLatin),
    }
}

/// The recall of the searches of one way.
pub fn recall(searches: &[Search<'_>], way: Way) -> Recall {
    let own: Vec<_> = searches.iter().filter(|search| search.way == way).collect();
    let share = |found: usize| {
        if own.is_empty() { 0.0 } else { found as f64 / own.len() as f64 }
    };
    let within = |most: usize| own.iter().filter(|search| search.place.is_some_and(|place| place <= most)).count();
    let strictly =
        |most: usize| own.iter().filter(|search| search.place.is_some_and(|place| place + search.kin <= most)).count();
    Recall {
        searches: own.len(),
        at_1: share(within(1)),
        at_10: share(within(10)),
        strict_at_1: share(strictly(1)),
        strict_at_10: share(strictly(10)),
        fetched: share(own.iter().filter(|search| search.fetched).count()),
    }
}

/// Every search of [`evaluate`], one by one.
pub fn searches(rows: &[Row]) -> Vec<Search<'_>> {
    let people = people(rows);
    let arabic = Base::new(people.iter().map(|(arabic, _)| *arabic));
    let latin = Base::new(people.iter().map(|(_, spellings)| spellings[0]));
    let mut made = Vec::new();
    for (person, spellings) in &people {
        let recorded = spellings[0];
        for heard in spellings {
            made.push(arabic.search(Way::LatinToArabic, (person, &[]), heard, person));
            if fold(heard) != fold(recorded) {
                made.push(latin.search(Way::LatinToLatin, (person, spellings), heard, recorded));
            }
        }
        made.push(latin.search(Way::ArabicToLatin, (person, spellings), person, recorded));
    }
    made
}

/// The people of the list in its order, each with the distinct spellings, the recorded one first.
fn people(rows: &[Row]) -> Vec<(&str, Vec<&str>)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut people: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in rows {
        let at = *places.entry(&row.arabic).or_insert(people.len());
        if at == people.len() {
            people.push((&row.arabic, Vec::new()));
        }
        if !people[at].1.contains(&row.latin.as_str()) {
            people[at].1.push(&row.latin);
        }
    }
    people
}

/// The names of one script behind an index on keys.
struct Base<'a> {
    names: Vec<&'a str>,
    index: BTreeMap<String, Vec<usize>>,
}

impl<'a> Base<'a> {
    fn new(all: impl Iterator<Item = &'a str>) -> Self {
        let mut names: Vec<&str> = Vec::new();
        let mut known = std::collections::HashSet::new();
        names.extend(all.filter(|name| known.insert(*name)));
        let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            for key in key::stored_keys(name) {
                index.entry(key).or_default().push(at);
            }
        }
        Self { names, index }
    }

    fn search(&self, way: Way, (person, kin): (&'a str, &[&str]), heard: &'a str, recorded: &'a str) -> Search<'a> {
        let read = self.read(heard);
        let likeness = read.iter().find(|(_, at)| self.names[*at] == recorded).map(|(score, _)| *score);
        let proposed = || read.iter().filter(|(score, _)| *score >= FAINT).map(|(score, at)| (self.names[*at], *score));
        let before: Vec<&str> = proposed().map(|(name, _)| name).take_while(|name| *name != recorded).collect();
        let is_kin = |name: &str| kin.iter().any(|other| fold(other) == fold(name));
        let rivals = before.iter().filter(|name| !is_kin(name)).count();
        Search {
            way,
            person,
            heard,
            recorded,
            place: proposed().any(|(name, _)| name == recorded).then_some(rivals + 1),
            kin: before.len() - rivals,
            fetched: likeness.is_some(),
            rival: proposed().find(|(name, _)| *name != recorded && !is_kin(name)),
            likeness,
        }
    }

    /// What the desk reads for a name, best first: down the keys until there are enough candidates.
    fn read(&self, heard: &str) -> Vec<(f64, usize)> {
        let query = Query::new(heard);
        let mut read: Vec<(f64, usize)> = Vec::new();
        let mut pairs = false;
        for key in key::query_keys(heard).into_iter().take(KEYS) {
            let pair = key.contains(' ');
            if pairs && !pair && read.iter().any(|(score, _)| *score >= SAME) {
                break;
            }
            pairs |= pair;
            let stored = self.index.range(key.clone()..).take_while(|(stored, _)| stored.starts_with(key.as_str()));
            for at in stored.flat_map(|(_, at)| at).take(ROWS) {
                if !read.iter().any(|(_, known)| known == at) {
                    read.push((query.score_text(self.names[*at]), *at));
                }
            }
            if read.len() >= CANDIDATES || read.iter().filter(|(score, _)| *score >= GOOD).count() >= PAGE {
                break;
            }
        }
        read.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        read
    }
}
