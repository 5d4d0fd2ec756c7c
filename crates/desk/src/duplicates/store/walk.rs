//! The pairs of a whole centre, found on demand: an index is walked in its order, a window of bounded size at a time, so that
//! a page is as quick at the end of a million files as at the beginning.

use std::collections::{BTreeMap, BTreeSet};

use ::store::{ConnectionTrait, FromQueryResult, PAGE, Result, Scope, Sql, params};
use names::{NameFields, PersonName, index_keys};

use super::distinct;
use crate::clients::{self, Client, ClientId};
use crate::duplicates::{LIKELY, Traits, weigh};

/// Rows of an index of numbers or addresses in one window.
const ROWS: i64 = 20_000;
/// Files in one window of days of birth, whose names are read.
const BORN: usize = 1_000;
/// Windows read for one page.
const WINDOWS: usize = 5;
/// Files compared with each other that share one number or address; more of them are a switchboard.
const GROUP: i64 = 8;

/// What the files of a pair have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::duplicates) enum Kind {
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// The day of birth and a name alike.
    Birth,
}

impl Kind {
    pub(in crate::duplicates) const ALL: [Self; 3] = [Self::Phone, Self::Email, Self::Birth];

    /// The word in the address of the page.
    pub(in crate::duplicates) fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Birth => "birth",
        }
    }
}

/// Two files that may be of one client, the older first.
#[derive(Clone, Debug)]
pub(in crate::duplicates) struct Pair {
    pub first: Client,
    pub second: Client,
    pub reasons: Vec<&'static str>,
}

/// Where a walk goes on: at a key, or after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    key: String,
    after: bool,
}

impl Place {
    /// Reads what [`Place::code`] wrote; anything else is the beginning.
    fn parse(code: &str) -> Self {
        let (after, key) = match code.split_once(':') {
            Some(("after", key)) => (true, key),
            Some(("at", key)) => (false, key),
            _ => (false, ""),
        };
        Self { key: key.to_owned(), after }
    }

    fn code(&self) -> String {
        format!("{}:{}", if self.after { "after" } else { "at" }, self.key)
    }
}

/// What one window of an index holds: groups of files under their keys, and where the next window begins.
struct Window {
    groups: Vec<(String, Vec<ClientId>)>,
    next: Option<Place>,
}

/// Some twenty pairs of one kind from a place of the walk on, and the place where it goes on; no place when all was walked.
/// A page may be empty and still go on: it has then read a hundred thousand numbers without finding any.
pub(in crate::duplicates) async fn walk(
    db: &impl ConnectionTrait,
    scope: Scope,
    kind: Kind,
    from: &str,
) -> Result<(Vec<Pair>, Option<String>)> {
    let (mut pairs, mut place) = (vec![], Some(Place::parse(from)));
    for _ in 0..WINDOWS {
        let Some(here) = place else { break };
        let window = match kind {
            Kind::Phone => reach(db, scope, PHONES, &here).await?,
            Kind::Email => reach(db, scope, EMAILS, &here).await?,
            Kind::Birth => births(db, scope, &here).await?,
        };
        place = window.next;
        for (key, ids) in window.groups {
            pairs.extend(pairs_of(db, scope, &ids).await?);
            if pairs.len() >= PAGE {
                return Ok((pairs, Some(Place { key, after: true }.code())));
            }
        }
    }
    Ok((pairs, place.map(|place| place.code())))
}

/// Every two of a group that weigh enough and that nobody declared distinct.
async fn pairs_of(db: &impl ConnectionTrait, scope: Scope, ids: &[ClientId]) -> Result<Vec<Pair>> {
    let files = clients::each(db, scope, ids).await?;
    let traits: Vec<Traits> = files.iter().map(Traits::of_client).collect();
    let mut pairs = vec![];
    for (at, (first, one)) in files.iter().zip(&traits).enumerate() {
        for (second, other) in files.iter().zip(&traits).skip(at + 1) {
            let (score, reasons) = weigh(one, other);
            if score >= LIKELY && !distinct::known(db, scope, first.id, second.id).await? {
                pairs.push(Pair { first: first.clone(), second: second.clone(), reasons });
            }
        }
    }
    Ok(pairs)
}

/// The index of numbers: its table, its column, and which of its keys are meant.
const PHONES: [&str; 3] = ["client_phone", "e164", ""];
/// The index of names, numbers and addresses, of which whole addresses hold two signs `@`.
const EMAILS: [&str; 3] = ["client_key", "key", "AND key >= '@' AND key < 'A' AND key LIKE '@%@%'"];

#[derive(FromQueryResult)]
struct Key {
    key: String,
}

#[derive(FromQueryResult)]
struct End {
    key: Option<String>,
    read: i64,
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

async fn reach(db: &impl ConnectionTrait, scope: Scope, index: [&str; 3], from: &Place) -> Result<Window> {
    let [table, column, meant] = index;
    let window = format!(
        "(SELECT {column} AS key FROM {table} WHERE centre_id = $1 AND {column} >= $2 AND ({column} > $2 OR $3 = 0) {meant}
            ORDER BY {column} LIMIT $4) window_of_keys"
    );
    let given = || params![scope.centre.0, from.key.as_str(), i64::from(from.after), ROWS];
    let end = format!("SELECT MAX(key) AS key, COUNT(*) AS read FROM {window}");
    let end = db.one::<End>(&end, given()).await?;
    let cut = end.filter(|end| end.read >= ROWS).and_then(|end| end.key);
    let shared = format!("SELECT key FROM {window} GROUP BY key HAVING COUNT(*) > 1 ORDER BY key LIMIT 100");
    let mut keys: Vec<String> = db.all::<Key>(&shared, given()).await?.into_iter().map(|row| row.key).collect();
    let next = match (keys.len() == 100, cut) {
        (true, _) => keys.last().cloned().map(|key| Place { key, after: true }),
        // The last key of a window may have more rows behind it: the next window begins with it.
        (false, Some(key)) => {
            keys.retain(|own| *own != key);
            Some(Place { after: key == from.key, key })
        }
        (false, None) => None,
    };
    let holders = format!(
        "SELECT DISTINCT client_id AS id FROM {table} WHERE centre_id = $1 AND {column} = $2 ORDER BY client_id LIMIT $3"
    );
    let mut groups = vec![];
    for key in keys {
        let rows = db.all::<Id>(&holders, params![scope.centre.0, key.as_str(), GROUP]).await?;
        groups.push((key, rows.iter().map(|row| ClientId(row.id)).collect()));
    }
    Ok(Window { groups, next })
}

#[derive(FromQueryResult)]
struct Born {
    id: i64,
    birth_date: String,
    given_latin: String,
    family_latin: String,
    given_arabic: String,
    family_arabic: String,
}

impl Born {
    /// The keys of two words of the name, in either script.
    fn keys(&self) -> Vec<String> {
        let fields = NameFields {
            given_latin: self.given_latin.clone(),
            family_latin: self.family_latin.clone(),
            given_arabic: self.given_arabic.clone(),
            family_arabic: self.family_arabic.clone(),
        };
        let keys = PersonName::new(&fields).map(|name| index_keys(&name)).unwrap_or_default();
        keys.into_iter().filter(|key| key.contains(' ')).collect()
    }
}

/// Those born on one day whose names share a key of two words stand in one group.
async fn births(db: &impl ConnectionTrait, scope: Scope, from: &Place) -> Result<Window> {
    let sql = "SELECT id, birth_date, given_latin, family_latin, given_arabic, family_arabic FROM client
        WHERE centre_id = $1 AND birth_date >= $2 AND (birth_date > $2 OR $3 = 0) AND birth_date > ''
            AND merged_into IS NULL
        ORDER BY birth_date, id LIMIT $4";
    let given = params![scope.centre.0, from.key.as_str(), i64::from(from.after), BORN as i64];
    let mut rows = db.all::<Born>(sql, given).await?;
    let cut = (rows.len() >= BORN).then(|| rows.last().map(|row| row.birth_date.clone())).flatten();
    let next = cut.map(|key| {
        // A day with more files than a window is the sign of a date put in for want of a better one: it is compared in part.
        let one_day = rows.first().is_some_and(|row| row.birth_date == key);
        if !one_day {
            rows.retain(|row| row.birth_date != key);
        }
        Place { key, after: one_day }
    });
    let mut shared: BTreeMap<(String, String), BTreeSet<ClientId>> = BTreeMap::new();
    for row in &rows {
        for key in row.keys() {
            shared.entry((row.birth_date.clone(), key)).or_default().insert(ClientId(row.id));
        }
    }
    // One group a day, so that a page that ends after a group has shown the whole day.
    let mut days: BTreeMap<String, BTreeSet<ClientId>> = BTreeMap::new();
    for ((day, _), ids) in shared.into_iter().filter(|(_, ids)| ids.len() > 1) {
        days.entry(day).or_default().extend(ids.into_iter().take(PAGE));
    }
    let groups = days.into_iter().map(|(day, ids)| (day, ids.into_iter().collect())).collect();
    Ok(Window { groups, next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_goes_through_an_address_and_back() {
        for place in
            [Place { key: "@a:b@example.com".to_owned(), after: true }, Place { key: String::new(), after: false }]
        {
            assert_eq!(Place::parse(&place.code()), place);
        }
        assert_eq!(Place::parse("nonsense"), Place { key: String::new(), after: false });
    }
}
