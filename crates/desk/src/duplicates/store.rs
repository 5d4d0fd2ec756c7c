//! Queries of duplicates. Each reads a bounded number of rows of an index, however many files the centre has.

mod distinct;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use ::store::{ConnectionTrait, FromQueryResult, PAGE, Result, Scope, Sql, params};
use names::{NameFields, PersonName};

pub(super) use self::distinct::{Distinct, dismiss, dismissed, restore};
pub(super) use self::walk::{Kind, walk};
use super::{LIKELY, Suspect, Traits, weigh};
use crate::clients::{self, Client, ClientData, ClientId, after, email_key, name_keys};

/// Suspects shown of one file.
const MOST: usize = 10;
/// Keys of two words of a name that are looked up in each script.
const NAME_KEYS: usize = 4;
/// Rows read for one key of a name: the newest of those who bear a frequent name.
const NAME_ROWS: i64 = 40;
/// Rows read for one day of birth.
const BIRTH_ROWS: i64 = 200;
/// Values of one statement of [`exact`].
const TOGETHER: usize = 100;

/// The files that may be of the client whose file would hold this, likeliest first, at most ten.
///
/// # Errors
/// What the database says.
pub async fn suspects(db: &impl ConnectionTrait, scope: Scope, data: &ClientData) -> Result<Vec<Suspect>> {
    find(db, scope, &Traits::of_data(data), None).await
}

/// The files that may be of the same client as this one, without those that somebody declared distinct; likeliest first, at
/// most ten.
///
/// # Errors
/// What the database says.
pub async fn suspects_of(db: &impl ConnectionTrait, scope: Scope, client: &Client) -> Result<Vec<Suspect>> {
    find(db, scope, &Traits::of_client(client), Some(client.id)).await
}

async fn find(db: &impl ConnectionTrait, scope: Scope, traits: &Traits, own: Option<ClientId>) -> Result<Vec<Suspect>> {
    let mut ids = candidates(db, scope, traits).await?;
    if let Some(own) = own {
        ids.remove(&own);
        for other in distinct::of(db, scope, own).await? {
            ids.remove(&other);
        }
    }
    let ids: Vec<ClientId> = ids.into_iter().collect();
    let weighed = clients::each(db, scope, &ids).await?.into_iter().filter_map(|client| {
        let (score, reasons) = weigh(traits, &Traits::of_client(&client));
        (score >= LIKELY).then_some(Suspect { client, score, reasons })
    });
    let mut found: Vec<Suspect> = weighed.collect();
    found.sort_by(|a, b| b.score.cmp(&a.score).then(a.client.id.cmp(&b.client.id)));
    found.truncate(MOST);
    Ok(found)
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
}

/// The files that share a number, an address or a day of birth, or whose names share a key of two words.
async fn candidates(db: &impl ConnectionTrait, scope: Scope, traits: &Traits) -> Result<BTreeSet<ClientId>> {
    let (centre, mut ids) = (scope.centre.0, BTreeSet::new());
    let few = PAGE as i64;
    for phone in &traits.phones {
        let sql = "SELECT client_id AS id FROM client_phone WHERE centre_id = $1 AND e164 = $2 LIMIT $3";
        ids.extend(db.all::<Id>(sql, params![centre, phone.as_str(), few]).await?.iter().map(|row| ClientId(row.id)));
    }
    if !traits.email.is_empty() {
        let sql = "SELECT client_id AS id FROM client_key WHERE centre_id = $1 AND key = $2 LIMIT $3";
        let rows = db.all::<Id>(sql, params![centre, email_key(&traits.email), few]).await?;
        ids.extend(rows.iter().map(|row| ClientId(row.id)));
    }
    for text in traits.texts() {
        let sql = "SELECT client_id AS id FROM client_key WHERE centre_id = $1 AND key >= $2 AND key < $3
            ORDER BY key, client_id DESC LIMIT $4";
        for key in name_keys(&text).into_iter().filter(|key| key.contains(' ')).take(NAME_KEYS) {
            let rows = db.all::<Id>(sql, params![centre, key.as_str(), after(&key), NAME_ROWS]).await?;
            ids.extend(rows.iter().map(|row| ClientId(row.id)));
        }
    }
    ids.extend(born_alike(db, scope, traits).await?);
    Ok(ids)
}

/// Those born on the same day whose names sound alike: the names are read before the files, which would be many.
async fn born_alike(db: &impl ConnectionTrait, scope: Scope, traits: &Traits) -> Result<Vec<ClientId>> {
    if traits.birth.is_empty() {
        return Ok(vec![]);
    }
    let sql = "SELECT id, given_latin, family_latin, given_arabic, family_arabic FROM client
        WHERE centre_id = $1 AND birth_date = $2 AND merged_into IS NULL ORDER BY id DESC LIMIT $3";
    let rows = db.all::<Named>(sql, params![scope.centre.0, traits.birth.as_str(), BIRTH_ROWS]).await?;
    let alike = |row: &Named| row.name().is_some_and(|name| traits.likeness(&name) >= super::ALIKE);
    Ok(rows.iter().filter(|row| alike(row)).map(|row| ClientId(row.id)).collect())
}

impl Named {
    fn name(&self) -> Option<PersonName> {
        let fields = NameFields {
            given_latin: self.given_latin.clone(),
            family_latin: self.family_latin.clone(),
            given_arabic: self.given_arabic.clone(),
            family_arabic: self.family_arabic.clone(),
        };
        PersonName::new(&fields).ok()
    }
}

#[derive(FromQueryResult)]
struct Held {
    value: String,
    id: i64,
}

/// For many files at once, as an import brings them: which files of the centre hold one of the same numbers or the same
/// e-mail address, in the order given. One statement for each hundred values; names are not compared.
///
/// # Errors
/// What the database says.
pub async fn exact(db: &impl ConnectionTrait, scope: Scope, all: &[ClientData]) -> Result<Vec<Vec<ClientId>>> {
    let phones = all.iter().flat_map(|data| data.phones.iter().map(|phone| phone.e164().to_owned()));
    let emails = all.iter().filter(|data| !data.email.is_empty()).map(|data| email_key(&data.email));
    let by_phone = held(db, scope, "client_phone", "e164", phones.collect()).await?;
    let by_email = held(db, scope, "client_key", "key", emails.collect()).await?;
    let of = |data: &ClientData| {
        let phones = data.phones.iter().filter_map(|phone| by_phone.get(phone.e164()));
        let email = by_email.get(&email_key(&data.email));
        let found: BTreeSet<ClientId> = phones.chain(email).flatten().copied().collect();
        found.into_iter().collect()
    };
    Ok(all.iter().map(of).collect())
}

async fn held(
    db: &impl ConnectionTrait,
    scope: Scope,
    table: &str,
    column: &str,
    values: BTreeSet<String>,
) -> Result<BTreeMap<String, Vec<ClientId>>> {
    let places: Vec<String> = (2..2 + TOGETHER).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT {column} AS value, client_id AS id FROM {table} WHERE centre_id = $1 AND {column} IN ({})",
        places.join(", ")
    );
    let values: Vec<String> = values.into_iter().collect();
    let mut found: BTreeMap<String, Vec<ClientId>> = BTreeMap::new();
    for some in values.chunks(TOGETHER) {
        let mut params = params![scope.centre.0];
        params.extend((0..TOGETHER).map(|at| some.get(at).map_or("", String::as_str).into()));
        for row in db.all::<Held>(&sql, params).await? {
            found.entry(row.value).or_default().push(ClientId(row.id));
        }
    }
    Ok(found)
}
