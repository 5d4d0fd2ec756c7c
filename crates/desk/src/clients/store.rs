//! Queries of client files.

mod erasing;
mod finding;
mod past;
mod writing;

use ::store::{ConnectionTrait, FromQueryResult, Keyset, Moment, PAGE, Result, Scope, Sql, StoreError, params};
use words::Lang;

pub use self::erasing::{Nobody, erase};
pub use self::finding::{Found, search};
pub(super) use self::past::{Changed, changes_since};
pub use self::past::{HistoryLine, history, recent_history};
pub use self::writing::{insert, seed, update};
use super::{Client, ClientId, Status};

/// The whole file with its two numbers, in one query.
macro_rules! select_clients {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic, c.birth_date, c.email, c.street,
                c.wilaya, c.commune, c.language, c.status, c.needs, c.motivations, c.notes, c.version, c.created_at,
                c.updated_at, COALESCE(p1.e164, '') AS phone1, COALESCE(p2.e164, '') AS phone2
            FROM client c
            LEFT JOIN client_phone p1 ON p1.client_id = c.id AND p1.place = 1
            LEFT JOIN client_phone p2 ON p2.client_id = c.id AND p2.place = 2 ",
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
    version: i64,
    created_at: i64,
    updated_at: i64,
    phone1: String,
    phone2: String,
}

impl From<Row> for Client {
    fn from(row: Row) -> Self {
        let phones = [row.phone1, row.phone2].into_iter().filter(|phone| !phone.is_empty()).collect();
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
            version: row.version,
            created_at: Moment(row.created_at),
            updated_at: Moment(row.updated_at),
        }
    }
}

fn clients(rows: Vec<Row>) -> Vec<Client> {
    rows.into_iter().map(Client::from).collect()
}

/// One file of the centre.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such file; else what the database says.
pub async fn get(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Client> {
    let sql = select_clients!("WHERE c.centre_id = $1 AND c.id = $2");
    let row = db.one::<Row>(sql, params![scope.centre.0, id.0]).await?;
    row.map(Client::from).ok_or(StoreError::NotFound)
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

/// A page of the centre's files, the newest first; of one status only when it is given.
pub(super) async fn list(
    db: &impl ConnectionTrait,
    scope: Scope,
    status: Option<Status>,
    before: Option<i64>,
) -> Result<Keyset<Client>> {
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.id < $2 AND ($3 = '' OR c.status = $3) ORDER BY c.id DESC LIMIT $4"
    );
    let status = status.map_or("", Status::code);
    let params = params![scope.centre.0, before.unwrap_or(i64::MAX), status, PAGE as i64 + 1];
    Ok(Keyset::of(clients(db.all(sql, params).await?), |client| client.id.0))
}

/// True when a form's token was spent: what it carried is saved already.
pub(crate) async fn is_spent(db: &impl ConnectionTrait, token: &str) -> Result<bool> {
    Ok(db.number("SELECT at FROM spent WHERE token = $1", params![token]).await? != 0)
}
