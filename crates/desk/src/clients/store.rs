//! Queries of client files.

mod brought;
mod conditions;
pub(crate) mod counting;
mod custom;
mod deleting;
mod erasing;
pub(crate) mod filtering;
mod finding;
mod holding;
mod keying;
mod keys;
mod known;
mod listing;
mod own;
mod past;
mod rekeying;
mod writing;

use ::store::{ConnectionTrait, FromQueryResult, Moment, PAGE, Result, Scope, Sql, StoreError, params};
use words::Lang;

pub(super) use self::brought::{Brought, brought};
pub use self::custom::custom_fields;
pub(super) use self::custom::{deactivate, define, field, redefine, shift};
pub use self::deleting::delete;
pub(super) use self::deleting::{Deleted, deleted, deleted_file, held_by};
pub use self::erasing::{Nobody, erase};
pub(crate) use self::finding::{DEEPEST, answers};
pub use self::finding::{Found, search};
pub(crate) use self::holding::hold;
pub(crate) use self::keying::{FILES, Keys, forget_changed, read_keys, write_keys};
#[cfg(test)]
pub(crate) use self::keys::testing::wrong_keys;
pub(crate) use self::keys::{add_keys, forget_keys};
pub(crate) use self::known::{KnownFile, known};
pub(crate) use self::listing::stream;
pub(super) use self::past::{Changed, Replaced, changes_since, correction, once_merged};
pub use self::past::{HistoryLine, history, recent_history};
pub use self::rekeying::rekey;
pub(crate) use self::writing::{Ready, import, take_back};
pub use self::writing::{insert, seed, update};
use super::{Client, ClientId, More, Status};

/// In SQL, a file and those that were merged into it, at any remove; the centre is `$1`.
macro_rules! with_merged {
    ($name:literal, $place:literal) => {
        concat!(
            $name,
            " (id) AS (SELECT CAST(",
            $place,
            " AS BIGINT)
            UNION SELECT c.id FROM ",
            $name,
            " o JOIN client c ON c.centre_id = $1 AND c.merged_into = o.id)"
        )
    };
}
pub(crate) use with_merged;

/// In SQL, the files of one person: file `$2`, and those that were merged into it. What was agreed, asked and told under a file that
/// was merged stays with it, so that undoing the merge gives each its own again.
pub(crate) const FILES_OF_PERSON: &str =
    concat!("IN (WITH RECURSIVE ", with_merged!("own", "$2"), " SELECT id FROM own)");

/// The tables that grow with each file that is made; the keys are written later.
pub(crate) const TABLES: [&str; 2] = ["client", "client_phone"];

/// Indexes in which each file has a place of its own, among those of all others: orders and filters of lists, days of birth, numbers.
pub(crate) const SCATTERED: [&str; 6] =
    ["client_filed", "client_birth", "client_status", "client_wilaya", "client_commune", "client_phone_number"];

/// The whole file with its numbers, in one query.
macro_rules! select_clients {
    // A number by its place. No join: PostgreSQL would go through the numbers of all files before those of a page.
    (@phone $place:literal) => {
        concat!(
            "COALESCE((SELECT e164 FROM client_phone WHERE client_id = c.id AND place = ",
            $place,
            "), '') AS phone",
            $place
        )
    };
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic, c.birth_date, c.email, c.street,
                c.wilaya, c.commune, c.language, c.status, c.needs, c.motivations, c.notes, c.more, c.version, c.created_at,
                c.updated_at, c.merged_into, ",
            select_clients!(@phone 1),
            ", ",
            select_clients!(@phone 2),
            ", ",
            select_clients!(@phone 3),
            ", ",
            select_clients!(@phone 4),
            " FROM client c ",
            $rest
        )
    };
}
use select_clients;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    given_latin: String,
    family_latin: String,
    given_arabic: String,
    family_arabic: String,
    birth_date: String,
    email: String,
    street: String,
    wilaya: i64,
    commune: i64,
    language: String,
    status: String,
    needs: String,
    motivations: String,
    notes: String,
    more: String,
    version: i64,
    created_at: i64,
    updated_at: i64,
    merged_into: Option<i64>,
    phone1: String,
    phone2: String,
    phone3: String,
    phone4: String,
}

impl From<Row> for Client {
    fn from(row: Row) -> Self {
        let phones =
            [row.phone1, row.phone2, row.phone3, row.phone4].into_iter().filter(|phone| !phone.is_empty()).collect();
        Self {
            id: ClientId(row.id),
            given_latin: row.given_latin,
            family_latin: row.family_latin,
            given_arabic: row.given_arabic,
            family_arabic: row.family_arabic,
            birth_date: row.birth_date,
            phones,
            email: row.email,
            street: row.street,
            wilaya: i32::try_from(row.wilaya).unwrap_or(0),
            commune: row.commune,
            language: Lang::parse(&row.language).unwrap_or(Lang::Fr),
            status: Status::parse(&row.status).unwrap_or(Status::New),
            needs: row.needs,
            motivations: row.motivations,
            notes: row.notes,
            more: more_of(&row.more),
            version: row.version,
            created_at: Moment(row.created_at),
            updated_at: Moment(row.updated_at),
            merged_into: row.merged_into.map(ClientId),
        }
    }
}

/// The further fields as they are stored: nothing, or an object of texts.
fn more_of(stored: &str) -> More {
    if stored.is_empty() { More::new() } else { serde_json::from_str(stored).unwrap_or_default() }
}

fn clients(rows: Vec<Row>) -> Vec<Client> {
    rows.into_iter().map(Client::from).collect()
}

/// One file of the centre, also one that was merged into another.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such file; else what the database says.
pub async fn get(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Client> {
    let sql = select_clients!("WHERE c.centre_id = $1 AND c.id = $2");
    let row = db.one::<Row>(sql, params![scope.centre.0, id.0]).await?;
    row.map(Client::from).ok_or(StoreError::NotFound)
}

/// The file under which a client is kept: this one, or the one into which it was merged, at any remove.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such file; else what the database says.
pub async fn standing(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Client> {
    let mut client = get(db, scope, id).await?;
    while let Some(winner) = client.merged_into {
        client = get(db, scope, winner).await?;
    }
    Ok(client)
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// The files of one person in the order of their making: this one, and those that were merged into it, at any remove.
///
/// # Errors
/// What the database says.
pub(crate) async fn files_of(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Vec<ClientId>> {
    let sql = format!("SELECT c.id FROM client c WHERE c.centre_id = $1 AND c.id {FILES_OF_PERSON} ORDER BY c.id");
    let rows = db.all::<Id>(&sql, params![scope.centre.0, id.0]).await?;
    Ok(rows.into_iter().map(|row| ClientId(row.id)).collect())
}

/// The files of these identities that stand on their own, in the order of their creation; merged ones are left out.
///
/// # Errors
/// What the database says.
pub async fn each(db: &impl ConnectionTrait, scope: Scope, ids: &[ClientId]) -> Result<Vec<Client>> {
    // Always as many parameters, so that the engine prepares the statement once.
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.merged_into IS NULL AND c.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
            $14, $15, $16, $17, $18, $19, $20, $21)"
    );
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(PAGE) {
        let mut params = params![scope.centre.0];
        params.extend((0..PAGE).map(|at| some.get(at).map_or(0_i64, |id| id.0).into()));
        found.extend(clients(db.all::<Row>(sql, params).await?));
    }
    found.sort_by_key(|client| client.id);
    Ok(found)
}

/// The files that hold a number, in the order of their creation, at most [`PAGE`].
///
/// # Errors
/// What the database says.
pub async fn by_phone(db: &impl ConnectionTrait, scope: Scope, e164: &str) -> Result<Vec<Client>> {
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.id IN (SELECT client_id FROM client_phone WHERE centre_id = $1 AND e164 = $2)
        ORDER BY c.id LIMIT $3"
    );
    Ok(clients(db.all(sql, params![scope.centre.0, e164, PAGE as i64]).await?))
}

/// How many files the base holds, in all centres.
///
/// # Errors
/// What the database says.
pub(crate) async fn count_all(db: &impl ConnectionTrait) -> Result<i64> {
    db.number("SELECT COUNT(*) FROM client", params![]).await
}

/// True when a form's token was spent: what it carried is saved already.
pub(crate) async fn is_spent(db: &impl ConnectionTrait, token: &str) -> Result<bool> {
    Ok(db.number("SELECT at FROM spent WHERE token = $1", params![token]).await? != 0)
}
