//! Finding files by number, by name in either script, by e-mail address.

use std::collections::HashSet;

use ::store::{ConnectionTrait, FromQueryResult, PAGE, Result, Scope, Sql, params};
use names::{NameFields, PersonName};

use super::conditions::Words;
use super::{Row, clients, custom_fields, more_of, select_clients};
use crate::clients::search::{Ranking, Sought, after, name_keys, own_key, reference_key};
use crate::clients::{Asked, Client, ClientId, Filter};

/// A file that answers what was typed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub client: Client,
    /// The text key of the reason.
    pub reason: &'static str,
}

/// A page of the files that answer what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    /// At most [`PAGE`], best first.
    pub rows: Vec<Found>,
    /// How many answers stand before the next page, when there is one.
    pub next: Option<usize>,
    /// True when this page ends at [`DEEPEST`]: there may be more, which nobody ranked.
    pub cut: bool,
}

/// The answers that are ranked at most: whoever looks further than this does better to type one word more.
pub(crate) const DEEPEST: usize = 240;

/// Rows read for one key of a name, for the first page.
const ROWS: usize = 80;
/// Candidates after which no further key of a name is looked up.
const CANDIDATES: usize = 240;
/// Rows of one key among which a filter looks.
const FILTERED: i64 = 4_000;
/// Digits from the middle of a number that are enough to look for it there.
const FEWEST_IN_THE_MIDDLE: usize = 5;

/// Where a file stands in an index, and the text key of the reason why it answers.
type Spot = (i64, &'static str);

/// At most [`PAGE`] files, best first, for a number in any form or a part of it (its end from three digits on, its beginning,
/// its middle from five on), a name in either script, an e-mail address, a reference. Empty when nothing answers.
///
/// # Errors
/// What the database says.
pub async fn search(db: &impl ConnectionTrait, scope: Scope, query: &str) -> Result<Vec<Found>> {
    let spots = Look { db, scope, within: None, most: PAGE, rows: ROWS }.spots(query).await?;
    files(db, scope, &spots).await
}

/// A page of the files that answer what was typed and a filter, after `from` answers. The first page costs as little as
/// [`search`]; the others go on behind it with a look at [`DEEPEST`] answers, so that no file stands on two pages.
///
/// # Errors
/// What the database says.
pub(crate) async fn answers(
    db: &impl ConnectionTrait,
    scope: Scope,
    query: &str,
    within: (&Filter, Asked),
    from: usize,
) -> Result<Answers> {
    let look =
        |most, rows| Look { db, scope, within: Some(within).filter(|(filter, _)| !filter.is_empty()), most, rows };
    let mut spots = each_once(look(PAGE + 1, ROWS).spots(query).await?);
    if from > 0 {
        spots.truncate(PAGE);
        spots.extend(look(DEEPEST, DEEPEST).spots(query).await?);
        spots = each_once(spots);
    }
    spots.truncate(DEEPEST);
    let from = from.min(spots.len());
    let until = spots.len().min(from + PAGE);
    Ok(Answers {
        rows: files(db, scope, &spots[from..until]).await?,
        next: (until < spots.len()).then_some(until),
        cut: until == DEEPEST,
    })
}

fn each_once(mut spots: Vec<Spot>) -> Vec<Spot> {
    let mut known = HashSet::new();
    spots.retain(|(id, _)| known.insert(*id));
    spots
}

/// A look into the index of a centre.
struct Look<'a, C> {
    db: &'a C,
    scope: Scope,
    /// What must be true of a file as well.
    within: Option<(&'a Filter, Asked)>,
    /// Answers that are wanted.
    most: usize,
    /// Rows read for one key of a name.
    rows: usize,
}

/// What a key must be, between two texts or exactly one.
#[derive(Clone, Copy)]
enum Key<'a> {
    Is(&'a str),
    Begins(&'a str),
    Holds(&'a str),
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

#[derive(FromQueryResult)]
struct Named {
    id: i64,
    given_latin: String,
    family_latin: String,
    given_arabic: String,
    family_arabic: String,
    more: String,
}

impl Named {
    /// How like the name is: of the person and of the organisation, the better one.
    fn score(self, ranking: &Ranking) -> (f64, bool) {
        let more = more_of(&self.more);
        let organisation =
            ["organisation_latin", "organisation_arabic"].into_iter().filter_map(|field| more.get(field));
        let organisation = organisation.map(|name| ranking.like(name)).fold(0.0, f64::max);
        let fields = NameFields {
            given_latin: self.given_latin,
            family_latin: self.family_latin,
            given_arabic: self.given_arabic,
            family_arabic: self.family_arabic,
        };
        let person = PersonName::new(&fields).map_or(0.0, |name| ranking.score(&name));
        (person.max(organisation), organisation > person)
    }
}

/// The columns of [`Named`].
const NAMED: &str = "c.id, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic, c.more";

impl<C: ConnectionTrait> Look<'_, C> {
    /// The places of what answers, best first; a file may stand there twice.
    async fn spots(&self, query: &str) -> Result<Vec<Spot>> {
        let mut spots = self.references(query).await?;
        match Sought::read(query) {
            Sought::Nothing => {}
            Sought::Number { e164, backwards, start } if spots.is_empty() => {
                return self.numbers(e164, &backwards, start).await;
            }
            Sought::Number { .. } => {}
            Sought::Email(whole, own) => {
                spots.extend(self.keys(Key::Is(&whole), "clients-found-email").await?);
                spots.extend(self.keys(Key::Is(&own), "clients-found-email-alike").await?);
            }
            Sought::Name(typed) => spots.extend(self.names(&typed).await?),
        }
        Ok(spots)
    }

    /// Files whose reference, number of a register or searchable field of the centre is exactly this.
    async fn references(&self, query: &str) -> Result<Vec<Spot>> {
        let Some(key) = reference_key(query) else { return Ok(vec![]) };
        let mut spots = self.keys(Key::Is(&key), "clients-found-reference").await?;
        let own = custom_fields(self.db, self.scope).await?;
        for field in own.active().filter(|field| field.searchable) {
            spots.extend(self.keys(Key::Is(&own_key(&field.name(), query)), "clients-found-own").await?);
        }
        Ok(spots)
    }

    /// The exact number first; else the numbers that end so, then those that begin so; else those that hold it somewhere.
    async fn numbers(&self, e164: Option<String>, backwards: &str, start: Option<String>) -> Result<Vec<Spot>> {
        if let Some(e164) = &e164 {
            let exact = self.phones(Key::Is(e164), "clients-found-number").await?;
            if !exact.is_empty() {
                return Ok(exact);
            }
        }
        let mut spots = self.keys(Key::Begins(backwards), "clients-found-end").await?;
        if let Some(start) = start.filter(|_| spots.len() < self.most) {
            spots.extend(self.phones(Key::Begins(&start), "clients-found-start").await?);
        }
        if spots.is_empty() && e164.is_none() && backwards.len() >= FEWEST_IN_THE_MIDDLE {
            let digits: String = backwards.chars().rev().collect();
            return self.phones(Key::Holds(&digits), "clients-found-middle").await;
        }
        Ok(spots)
    }

    async fn keys(&self, key: Key<'_>, reason: &'static str) -> Result<Vec<Spot>> {
        let rows: Vec<Id> = self.read("c.id", ("client_key", "key"), key, self.most).await?;
        Ok(rows.into_iter().map(|row| (row.id, reason)).collect())
    }

    async fn phones(&self, key: Key<'_>, reason: &'static str) -> Result<Vec<Spot>> {
        let rows: Vec<Id> = self.read("c.id", ("client_phone", "e164"), key, self.most).await?;
        Ok(rows.into_iter().map(|row| (row.id, reason)).collect())
    }

    /// Goes down the keys of the name, most selective first, until there are enough good candidates. When somebody bears both
    /// words of a name, those who share only one of them are not looked for.
    async fn names(&self, typed: &str) -> Result<Vec<Spot>> {
        let mut ranking = Ranking::new(typed);
        let mut pairs = false;
        for key in name_keys(typed) {
            let pair = key.contains(' ');
            if pairs && !pair && ranking.has_the_name() {
                break;
            }
            pairs |= pair;
            let rows: Vec<Named> = self.read(NAMED, ("client_key", "key"), Key::Begins(&key), self.rows).await?;
            for row in rows {
                if ranking.knows(row.id) {
                    continue;
                }
                let id = row.id;
                let (score, organisation) = row.score(&ranking);
                ranking.add(id, score, organisation);
            }
            let (scored, good) = ranking.counts();
            if good >= self.most || scored >= CANDIDATES {
                break;
            }
        }
        Ok(ranking.best(self.most))
    }

    /// The first rows of an index of clients whose key is so, and whose file answers the filter. The rows among which a filter
    /// looks are bounded for names and parts of numbers: [`FILTERED`] of one key.
    async fn read<R: FromQueryResult + Send>(
        &self,
        columns: &str,
        (table, column): (&str, &str),
        key: Key<'_>,
        most: usize,
    ) -> Result<Vec<R>> {
        let mut words = Words::new(self.scope);
        let wanted = match key {
            Key::Is(whole) => format!("k.{column} = {}", words.put(whole)),
            Key::Begins(start) => {
                format!("k.{column} >= {} AND k.{column} < {}", words.put(start), words.put(after(start)))
            }
            Key::Holds(part) => format!("k.{column} LIKE {}", words.put(format!("%{part}%"))),
        };
        let most = words.put(i64::try_from(most).unwrap_or(i64::MAX));
        let sql = match self.within {
            None => format!(
                "SELECT {columns} FROM {table} k JOIN client c ON c.id = k.client_id
                WHERE k.centre_id = $1 AND {wanted} ORDER BY k.{column}, k.client_id LIMIT {most}"
            ),
            Some((filter, asked)) => {
                let conditions = words.conditions(filter, asked);
                format!(
                    "SELECT {columns} FROM (SELECT k.client_id, k.{column} AS spot FROM {table} k
                        WHERE k.centre_id = $1 AND {wanted} ORDER BY k.{column}, k.client_id LIMIT {FILTERED}) k
                    CROSS JOIN client c WHERE c.id = k.client_id AND c.centre_id = $1{conditions}
                    ORDER BY k.spot, c.id LIMIT {most}"
                )
            }
        };
        self.db.all(&sql, words.params).await
    }
}

/// The files of these spots of the index, in their order, each once, at most [`PAGE`].
async fn files(db: &impl ConnectionTrait, scope: Scope, spots: &[Spot]) -> Result<Vec<Found>> {
    let Some((last, _)) = spots.last() else { return Ok(vec![]) };
    // Always as many parameters, so that the engine prepares the statement once.
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21)"
    );
    let mut ordered = each_once(spots.to_vec());
    ordered.truncate(PAGE);
    let mut params = params![scope.centre.0];
    params.extend((0..PAGE).map(|at| ordered.get(at).map_or(*last, |(id, _)| *id).into()));
    let mut read = clients(db.all::<Row>(sql, params).await?);
    let take = |(id, reason): Spot| {
        let at = read.iter().position(|client| client.id == ClientId(id))?;
        Some(Found { client: read.swap_remove(at), reason })
    };
    Ok(ordered.into_iter().filter_map(take).collect())
}
