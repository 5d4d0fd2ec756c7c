//! The wilayas and communes of Algeria, in both scripts: for addresses, their checks and their lists.
//!
//! The lists are part of the program; `data/SOURCES.md` names their sources and what is still to be confirmed.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use names::fold::fold;

/// A wilaya.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wilaya {
    /// Official code, 1 to 69.
    pub code: i32,
    /// Name in Latin letters.
    pub latin: &'static str,
    /// Name in Arabic letters.
    pub arabic: &'static str,
    /// Day it was created (YYYY-MM-DD) when it is one of the new ones; nothing for the 58 older wilayas.
    pub since: Option<&'static str>,
}

/// A commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Identifier, 1 to 1541.
    pub id: i64,
    /// Code of its wilaya, among the 58 older ones.
    pub wilaya: i32,
    /// Name in Latin letters.
    pub latin: &'static str,
    /// Name in Arabic letters.
    pub arabic: &'static str,
}

static WILAYAS: LazyLock<Vec<Wilaya>> = LazyLock::new(|| {
    rows(include_str!("../../../data/wilayas.csv"))
        .filter_map(|[code, latin, arabic, since]| {
            Some(Wilaya { code: code.parse().ok()?, latin, arabic, since: Some(since).filter(|day| !day.is_empty()) })
        })
        .collect()
});

static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    let mut all: Vec<Commune> = rows(include_str!("../../../data/communes.csv"))
        .filter_map(|[id, wilaya, latin, arabic]| {
            Some(Commune { id: id.parse().ok()?, wilaya: wilaya.parse().ok()?, latin, arabic })
        })
        .collect();
    all.sort_by_key(|commune| commune.id);
    all
});

static BY_WILAYA: LazyLock<BTreeMap<i32, Vec<Commune>>> = LazyLock::new(|| {
    let mut by_wilaya: BTreeMap<i32, Vec<Commune>> = BTreeMap::new();
    for commune in communes() {
        by_wilaya.entry(commune.wilaya).or_default().push(*commune);
    }
    by_wilaya.values_mut().for_each(|communes| communes.sort_by_cached_key(|commune| fold(commune.latin)));
    by_wilaya
});

/// Wilayas by their names without signs between the letters; an import asks for one on every line.
static WILAYAS_BY_NAME: LazyLock<HashMap<String, &'static Wilaya>> = LazyLock::new(|| {
    let names = |wilaya: &'static Wilaya| [(bare(wilaya.latin), wilaya), (bare(wilaya.arabic), wilaya)];
    wilayas().iter().flat_map(names).collect()
});

/// Communes by their names, in the order of their identifiers.
static COMMUNES_BY_NAME: LazyLock<HashMap<String, Vec<&'static Commune>>> = LazyLock::new(|| {
    let mut by_name: HashMap<String, Vec<&'static Commune>> = HashMap::new();
    for commune in communes() {
        let (latin, arabic) = (bare(commune.latin), bare(commune.arabic));
        if latin != arabic {
            by_name.entry(arabic).or_default().push(commune);
        }
        by_name.entry(latin).or_default().push(commune);
    }
    by_name
});

/// The 69 wilayas, by code.
pub fn wilayas() -> &'static [Wilaya] {
    &WILAYAS
}

/// The 1 541 communes, by identifier.
pub fn communes() -> &'static [Commune] {
    &COMMUNES
}

/// The wilaya of a code.
pub fn wilaya(code: i32) -> Option<&'static Wilaya> {
    wilayas().iter().find(|wilaya| wilaya.code == code)
}

/// The commune of an identifier.
pub fn commune(id: i64) -> Option<&'static Commune> {
    communes().binary_search_by_key(&id, |commune| commune.id).ok().map(|at| &communes()[at])
}

/// The communes of a wilaya in the order of their Latin names; none for an unknown code, nor for the wilayas created in 2025, whose
/// communes are not in our source yet.
pub fn communes_of(wilaya: i32) -> &'static [Commune] {
    BY_WILAYA.get(&wilaya).map_or(&[], Vec::as_slice)
}

/// The wilaya of a name in either script; case, accents, hyphens, spaces and Arabic letter forms do not count.
pub fn wilaya_named(name: &str) -> Option<&'static Wilaya> {
    WILAYAS_BY_NAME.get(&bare(name)).copied()
}

/// The communes of a name in either script, compared as for a wilaya; several when wilayas share it.
pub fn communes_named(name: &str) -> &'static [&'static Commune] {
    COMMUNES_BY_NAME.get(&bare(name)).map_or(&[], Vec::as_slice)
}

fn bare(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The rows of one of our lists, without its heading; no cell of them holds a comma.
fn rows(list: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    list.lines().skip(1).filter_map(|line| line.split(',').collect::<Vec<_>>().try_into().ok())
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
