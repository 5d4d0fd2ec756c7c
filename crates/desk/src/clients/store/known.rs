//! Files by their keys, for many lines of an import at once.

use ::store::{ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};
use names::{NameFields, PersonName};

use crate::clients::ClientId;
use crate::clients::search::{email_key, reference_key};

/// Keys of one statement: always as many, so that the engine prepares it once.
const KEYS: usize = 200;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    import_id: Option<i64>,
    key: String,
    given_latin: String,
    family_latin: String,
    given_arabic: String,
    family_arabic: String,
}

impl Row {
    fn file(self) -> KnownFile {
        let fields = NameFields {
            given_latin: self.given_latin,
            family_latin: self.family_latin,
            given_arabic: self.given_arabic,
            family_arabic: self.family_arabic,
        };
        let name = PersonName::new(&fields).ok();
        KnownFile { id: ClientId(self.id), import: self.import_id, key: self.key, name }
    }
}

/// A file that stands under a key, with its name.
pub(crate) struct KnownFile {
    /// The file.
    pub id: ClientId,
    /// The import that made it, if one did.
    pub import: Option<i64>,
    /// The key: a number, an e-mail address, a reference, or a name with a day of birth.
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
    let mut found = under(db, scope, ("client_phone", "e164"), numbers).await?;
    found.extend(under(db, scope, ("client_key", "key"), &keys.collect::<Vec<_>>()).await?);
    Ok(found)
}

/// The files that stand under any of these keys, each of [`crate::clients::born_key`], the oldest first.
///
/// # Errors
/// What the database says.
pub(crate) async fn born_under(db: &impl ConnectionTrait, scope: Scope, keys: &[String]) -> Result<Vec<KnownFile>> {
    let mut found = under(db, scope, ("client_key", "key"), keys).await?;
    found.sort_by_key(|file| file.id);
    Ok(found)
}

async fn under(
    db: &impl ConnectionTrait,
    scope: Scope,
    (table, column): (&str, &str),
    keys: &[String],
) -> Result<Vec<KnownFile>> {
    let marks: Vec<String> = (2..KEYS + 2).map(|at| format!("${at}")).collect();
    let sql = format!(
        "SELECT c.id, c.import_id, k.{column} AS key, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic
        FROM {table} k JOIN client c ON c.id = k.client_id
        WHERE k.centre_id = $1 AND k.{column} IN ({})",
        marks.join(", ")
    );
    let mut found = vec![];
    for some in keys.chunks(KEYS) {
        let mut params = params![scope.centre.0];
        params.extend((0..KEYS).map(|at| some.get(at).or(some.last()).map_or("", String::as_str).into()));
        found.extend(db.all::<Row>(&sql, params).await?.into_iter().map(Row::file));
    }
    Ok(found)
}
