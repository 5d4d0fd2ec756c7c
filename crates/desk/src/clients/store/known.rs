//! Files by their keys, for many lines of an import at once.

use ::store::{ConnectionTrait, FromQueryResult, Result, Scope, Sql, params};
use names::{NameFields, PersonName};
use sea_orm::DbBackend;

use crate::clients::ClientId;

/// Files of one key that are read: one that hundreds share was put in for want of a better one.
const MOST: i64 = 50;
/// Keys of one statement.
const TOGETHER: usize = 1_000;

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

/// The files that stand under any of these keys, the oldest first: [`crate::clients::number_key`], [`crate::clients::email_key`],
/// [`crate::clients::reference_key`], [`crate::clients::born_key`]; of each key the first fifty.
///
/// # Errors
/// What the database says.
pub(crate) async fn known(db: &impl ConnectionTrait, scope: Scope, keys: &[&String]) -> Result<Vec<KnownFile>> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => format!(
            "SELECT {FILE}, sought.key FROM json_array_elements_text(CAST($2 AS json)) AS sought (key),
                LATERAL (SELECT client_id FROM client_key WHERE centre_id = $1 AND key = sought.key
                    ORDER BY client_id LIMIT {MOST}) k
                JOIN client c ON c.id = k.client_id"
        ),
        _ => format!(
            "SELECT {FILE}, sought.value AS key FROM json_each($2) sought CROSS JOIN client c ON c.id IN
                (SELECT client_id FROM client_key WHERE centre_id = $1 AND key = sought.value
                    ORDER BY client_id LIMIT {MOST})"
        ),
    };
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys.dedup();
    let mut found = vec![];
    for some in keys.chunks(TOGETHER) {
        let params = params![scope.centre.0, serde_json::json!(some).to_string()];
        found.extend(db.all::<Row>(&sql, params).await?.into_iter().map(Row::file));
    }
    found.sort_by_key(|file| file.id);
    Ok(found)
}

/// What is read of a file.
const FILE: &str = "c.id, c.import_id, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic";
