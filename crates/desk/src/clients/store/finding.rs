//! Finding files by number, by name in either script, by e-mail address.

use ::store::{ConnectionTrait, FromQueryResult, PAGE, Result, Scope, Sql, params};
use names::{NameFields, PersonName};

use super::{Row, by_phone, clients, custom_fields, more_of, select_clients};
use crate::clients::search::{Ranking, Sought, after, email_key, name_keys, own_key, reference_key};
use crate::clients::{Client, ClientId};

/// A file that answers what was typed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub client: Client,
    /// The text key of the reason.
    pub reason: &'static str,
}

/// Rows read for one key of a name.
const ROWS: i64 = 80;
/// Candidates after which no further key of a name is looked up.
const CANDIDATES: usize = 240;

/// At most [`PAGE`] files, best first, for a number in any form or its end (four digits or more), a name in either script, or
/// an e-mail address. Empty when nothing answers.
///
/// # Errors
/// What the database says.
pub async fn search(db: &impl ConnectionTrait, scope: Scope, query: &str) -> Result<Vec<Found>> {
    let mut places = references(db, scope, query).await?;
    match Sought::read(query) {
        Sought::Nothing => {}
        Sought::Number { e164, backwards, start } if places.is_empty() => {
            return numbers(db, scope, e164, &backwards, start).await;
        }
        Sought::Number { .. } => {}
        Sought::Email(whole, own) => places.extend(emails(db, scope, &whole, &own).await?),
        Sought::Name(typed) => places.extend(names(db, scope, &typed).await?),
    }
    files(db, scope, &places).await
}

/// Files whose reference, number of a register or searchable field of the centre is exactly this.
async fn references(db: &impl ConnectionTrait, scope: Scope, query: &str) -> Result<Vec<(i64, &'static str)>> {
    let Some(key) = reference_key(query) else { return Ok(vec![]) };
    let mut keys = vec![(key, "clients-found-reference")];
    let own = custom_fields(db, scope).await?;
    let searched = own.active().filter(|field| field.searchable);
    keys.extend(searched.map(|field| (own_key(&field.name(), query), "clients-found-own")));
    let sql = "SELECT client_id AS id FROM client_key WHERE centre_id = $1 AND key = $2 ORDER BY client_id LIMIT $3";
    let mut found = vec![];
    for (key, reason) in keys {
        let rows = db.all::<Id>(sql, params![scope.centre.0, key, PAGE as i64]).await?;
        found.extend(rows.iter().map(|row| (row.id, reason)));
    }
    Ok(found)
}

/// The exact number first; else the numbers that end so, then those that begin so.
async fn numbers(
    db: &impl ConnectionTrait,
    scope: Scope,
    e164: Option<String>,
    backwards: &str,
    start: Option<String>,
) -> Result<Vec<Found>> {
    if let Some(e164) = e164 {
        let exact = by_phone(db, scope, &e164).await?;
        if !exact.is_empty() {
            let found = |client| Found { client, reason: "clients-found-number" };
            return Ok(exact.into_iter().map(found).collect());
        }
    }
    let sql =
        "SELECT client_id AS id FROM client_key WHERE centre_id = $1 AND key >= $2 AND key < $3 ORDER BY key LIMIT $4";
    let params = params![scope.centre.0, backwards, after(backwards), PAGE as i64];
    let mut ids: Vec<(i64, &'static str)> =
        db.all::<Id>(sql, params).await?.iter().map(|row| (row.id, "clients-found-end")).collect();
    if let Some(start) = start.filter(|_| ids.len() < PAGE) {
        let sql = "SELECT client_id AS id FROM client_phone WHERE centre_id = $1 AND e164 >= $2 AND e164 < $3
            ORDER BY e164 LIMIT $4";
        let params = params![scope.centre.0, start.as_str(), after(&start), PAGE as i64];
        ids.extend(db.all::<Id>(sql, params).await?.iter().map(|row| (row.id, "clients-found-start")));
    }
    files(db, scope, &ids).await
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

async fn emails(db: &impl ConnectionTrait, scope: Scope, whole: &str, own: &str) -> Result<Vec<(i64, &'static str)>> {
    let sql = "SELECT client_id AS id FROM client_key WHERE centre_id = $1 AND key = $2 ORDER BY client_id LIMIT $3";
    let mut found = vec![];
    for (key, reason) in [(whole, "clients-found-email"), (own, "clients-found-email-alike")] {
        let rows = db.all::<Id>(sql, params![scope.centre.0, key, PAGE as i64]).await?;
        found.extend(rows.iter().map(|row| (row.id, reason)));
    }
    Ok(found)
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

/// Goes down the keys of the name, most selective first, until there are enough good candidates. When somebody bears both
/// words of a name, those who share only one of them are not looked for.
async fn names(db: &impl ConnectionTrait, scope: Scope, typed: &str) -> Result<Vec<(i64, &'static str)>> {
    let sql = "SELECT c.id, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic, c.more
        FROM client_key k JOIN client c ON c.id = k.client_id
        WHERE k.centre_id = $1 AND k.key >= $2 AND k.key < $3 ORDER BY k.key, k.client_id LIMIT $4";
    let mut ranking = Ranking::new(typed);
    let mut pairs = false;
    for key in name_keys(typed) {
        let pair = key.contains(' ');
        if pairs && !pair && ranking.has_the_name() {
            break;
        }
        pairs |= pair;
        for row in db.all::<Named>(sql, params![scope.centre.0, key.as_str(), after(&key), ROWS]).await? {
            if ranking.knows(row.id) {
                continue;
            }
            let id = row.id;
            let (score, organisation) = row.score(&ranking);
            ranking.add(id, score, organisation);
        }
        let (scored, good) = ranking.counts();
        if good >= PAGE || scored >= CANDIDATES {
            break;
        }
    }
    Ok(ranking.best(PAGE))
}

/// The files of these places of the index, in their order, each once.
async fn files(db: &impl ConnectionTrait, scope: Scope, places: &[(i64, &'static str)]) -> Result<Vec<Found>> {
    let Some((last, _)) = places.last() else { return Ok(vec![]) };
    // Always as many parameters, so that the engine prepares the statement once.
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21)"
    );
    let mut ordered: Vec<(i64, &'static str)> = Vec::with_capacity(PAGE);
    for (id, reason) in places {
        if ordered.len() < PAGE && !ordered.iter().any(|(known, _)| known == id) {
            ordered.push((*id, reason));
        }
    }
    let mut params = params![scope.centre.0];
    params.extend((0..PAGE).map(|at| ordered.get(at).map_or(*last, |(id, _)| *id).into()));
    let mut read = clients(db.all::<Row>(sql, params).await?);
    let take = |(id, reason): (i64, &'static str)| {
        let at = read.iter().position(|client| client.id == ClientId(id))?;
        Some(Found { client: read.swap_remove(at), reason })
    };
    Ok(ordered.into_iter().filter_map(take).collect())
}

/// Rows of a lookup with many keys.
const KEYS: usize = 200;

#[derive(FromQueryResult)]
struct Known {
    id: i64,
    import_id: Option<i64>,
    key: String,
    given_latin: String,
    family_latin: String,
    given_arabic: String,
    family_arabic: String,
}

/// A file that stands under a key, with its name.
pub(crate) struct KnownFile {
    /// The file.
    pub id: ClientId,
    /// The import that made it, if one did.
    pub import: Option<i64>,
    /// The key: a number, an e-mail address or a reference.
    pub key: String,
    /// Its name; none for an organisation.
    pub name: Option<PersonName>,
}

/// The files that stand under any of these numbers (E.164), e-mail addresses and references.
///
/// # Errors
/// What the database says.
pub(crate) async fn known(
    db: &impl ConnectionTrait,
    scope: Scope,
    numbers: &[String],
    emails: &[String],
    references: &[String],
) -> Result<Vec<KnownFile>> {
    let keys =
        emails.iter().map(|email| email_key(email)).chain(references.iter().filter_map(|text| reference_key(text)));
    let keys: Vec<String> = keys.collect();
    let mut found = vec![];
    for (table, column, sought) in [("client_phone", "e164", numbers), ("client_key", "key", keys.as_slice())] {
        for some in sought.chunks(KEYS) {
            // Always as many parameters, so that the engine prepares the statement once.
            let marks: Vec<String> = (2..KEYS + 2).map(|at| format!("${at}")).collect();
            let sql = format!(
                "SELECT c.id, c.import_id, k.{column} AS key, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic
                FROM {table} k JOIN client c ON c.id = k.client_id
                WHERE k.centre_id = $1 AND k.{column} IN ({})",
                marks.join(", ")
            );
            let mut params = params![scope.centre.0];
            params.extend((0..KEYS).map(|at| some.get(at).or(some.last()).map_or("", String::as_str).into()));
            found.extend(db.all::<Known>(&sql, params).await?);
        }
    }
    let file = |row: Known| {
        let fields = NameFields {
            given_latin: row.given_latin,
            family_latin: row.family_latin,
            given_arabic: row.given_arabic,
            family_arabic: row.family_arabic,
        };
        KnownFile { id: ClientId(row.id), import: row.import_id, key: row.key, name: PersonName::new(&fields).ok() }
    };
    Ok(found.into_iter().map(file).collect())
}
