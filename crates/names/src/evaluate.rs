//! How often search by name finds the right record, measured on a list of names with their spellings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{fold::fold, key, matching::Query};

/// How many candidates a search fetches through the index before it ranks them.
const FETCHED: usize = 400;

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
    /// Share whose record the index returned at all, 0 to 1.
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

/// Measures search over the names of `rows`, through the same keys and the same ranking as the desk.
///
/// Each row is one search; the base holds every distinct name of the list in the script searched. The place of the record is
/// one plus the number of *other* names ranked before it: other spellings of the name searched are no rivals, since they are the
/// same name. For the third measure, each spelling searches for the next spelling of its name in the list; names with one
/// spelling are left out.
pub fn evaluate(rows: &[Row]) -> Evaluation {
    let arabic = Base::new(rows.iter().map(|row| row.arabic.as_str()));
    let latin = Base::new(rows.iter().map(|row| row.latin.as_str()));
    let kin = Kin::new(rows);
    let mut measured = [Count::default(), Count::default(), Count::default()];
    for row in rows {
        measured[0].add(arabic.place(&row.latin, &row.arabic, |other| kin.same(other, &row.arabic)));
        measured[1].add(latin.place(&row.arabic, &row.latin, |other| kin.same(&row.arabic, other)));
        if let Some(next) = kin.next_spelling(row) {
            measured[2].add(latin.place(&row.latin, next, |other| kin.same(&row.arabic, other)));
        }
    }
    let [latin_to_arabic, arabic_to_latin, latin_to_latin] = measured.map(|count| count.recall());
    Evaluation { latin_to_arabic, arabic_to_latin, latin_to_latin }
}

/// Which spellings belong to which name.
struct Kin<'a> {
    spellings: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Kin<'a> {
    fn new(rows: &'a [Row]) -> Self {
        let mut spellings: HashMap<&str, Vec<&str>> = HashMap::new();
        for row in rows {
            let known = spellings.entry(row.arabic.as_str()).or_default();
            if !known.iter().any(|other| fold(other) == fold(&row.latin)) {
                known.push(&row.latin);
            }
        }
        Self { spellings }
    }

    fn same(&self, arabic: &str, other: &str) -> bool {
        arabic == other || self.spellings.get(arabic).is_some_and(|all| all.contains(&other))
    }

    fn next_spelling(&self, row: &Row) -> Option<&'a str> {
        let all = self.spellings.get(row.arabic.as_str()).filter(|all| all.len() > 1)?;
        let at = all.iter().position(|other| *other == row.latin)?;
        all.get((at + 1) % all.len()).copied()
    }
}

/// The distinct names of one script behind an index on keys.
struct Base<'a> {
    names: Vec<&'a str>,
    index: BTreeMap<String, Vec<usize>>,
}

impl<'a> Base<'a> {
    fn new(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.collect::<BTreeSet<_>>().into_iter().collect();
        let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            for key in key::stored_keys(name) {
                index.entry(key).or_default().push(at);
            }
        }
        Self { names, index }
    }

    /// The place of `record` among the answers to `heard` (1 is first), not counting kin; nothing when it was not fetched.
    fn place(&self, heard: &str, record: &str, kin: impl Fn(&str) -> bool) -> Option<usize> {
        let query = Query::new(heard);
        let mut found: Vec<(f64, &str)> =
            self.fetch(heard).into_iter().map(|at| (query.score_text(self.names[at]), self.names[at])).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let before: Vec<&str> = found.iter().map(|(_, name)| *name).take_while(|name| *name != record).collect();
        (before.len() < found.len()).then(|| 1 + before.iter().filter(|name| !kin(name)).count())
    }

    fn fetch(&self, heard: &str) -> BTreeSet<usize> {
        let keys = key::query_keys(heard);
        let equal = keys.iter().filter_map(|key| self.index.get(key));
        let longer = keys.iter().flat_map(|key| {
            self.index
                .range(key.clone()..)
                .take_while(move |(stored, _)| stored.starts_with(key.as_str()))
                .map(|(_, at)| at)
        });
        let mut found = BTreeSet::new();
        for at in equal.chain(longer).flatten() {
            if found.len() >= FETCHED {
                break;
            }
            found.insert(*at);
        }
        found
    }
}

#[derive(Default)]
struct Count {
    searches: usize,
    first: usize,
    ten: usize,
    fetched: usize,
}

impl Count {
    fn add(&mut self, place: Option<usize>) {
        self.searches += 1;
        self.first += usize::from(place == Some(1));
        self.ten += usize::from(place.is_some_and(|place| place <= 10));
        self.fetched += usize::from(place.is_some());
    }

    fn recall(&self) -> Recall {
        let share = |found: usize| {
            if self.searches == 0 { 0.0 } else { found as f64 / self.searches as f64 }
        };
        Recall {
            searches: self.searches,
            at_1: share(self.first),
            at_10: share(self.ten),
            fetched: share(self.fetched),
        }
    }
}
