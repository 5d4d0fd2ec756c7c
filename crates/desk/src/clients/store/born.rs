//! Files by name and day of birth, for many lines of an import at once.

use ::store::{ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};
use names::{NameFields, PersonName};

use crate::clients::ClientId;

/// Keys of one statement: always as many, so that the engine prepares it once.
const KEYS: usize = 200;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    key: String,
    given_latin: String,
    family_latin: String,
    given_arabic: String,
    family_arabic: String,
}

impl Row {
    fn file(self) -> Option<BornFile> {
        let fields = NameFields {
            given_latin: self.given_latin,
            family_latin: self.family_latin,
            given_arabic: self.given_arabic,
            family_arabic: self.family_arabic,
        };
        Some(BornFile { id: ClientId(self.id), key: self.key, name: PersonName::new(&fields).ok()? })
    }
}

/// A file that stands under the key of a name and a day of birth.
pub(crate) struct BornFile {
    /// The file; it is not merged into another.
    pub id: ClientId,
    /// The key.
    pub key: String,
    /// Its name.
    pub name: PersonName,
}

/// The files that stand under any of these keys, each of [`crate::clients::born_key`], the oldest first.
///
/// # Errors
/// What the database says.
pub(crate) async fn born_under(db: &impl ConnectionTrait, scope: Scope, keys: &[String]) -> Result<Vec<BornFile>> {
    let marks: Vec<String> = (2..KEYS + 2).map(|at| format!("${at}")).collect();
    let sql = format!(
        "SELECT c.id, k.key, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic
        FROM client_key k JOIN client c ON c.id = k.client_id
        WHERE k.centre_id = $1 AND k.key IN ({})",
        marks.join(", ")
    );
    let mut found: Vec<BornFile> = vec![];
    for some in keys.chunks(KEYS) {
        let mut params = params![scope.centre.0];
        params.extend((0..KEYS).map(|at| some.get(at).or(some.last()).map_or("", String::as_str).into()));
        found.extend(db.all::<Row>(&sql, params).await?.into_iter().filter_map(Row::file));
    }
    found.sort_by_key(|file| file.id);
    Ok(found)
}
