//! Queries of the register.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Scope, Sql, StoreError, Value, params};
use serde_json::json;

/// An entry as it is stored.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: i64,
    pub name: String,
    pub purpose: String,
    pub people: String,
    pub categories: String,
    pub recipients: String,
    pub retention: String,
    pub security: String,
    pub version: i64,
    pub updated_at: i64,
}

impl Row {
    /// The texts in the order of [`super::FIELDS`].
    pub fn texts(&self) -> [&str; 7] {
        [&self.name, &self.purpose, &self.people, &self.categories, &self.recipients, &self.retention, &self.security]
    }
}

const COLUMNS: &str = "id, name, purpose, people, categories, recipients, retention, security, version, updated_at";

/// The register of the centre, in the order of its making. A centre has some tens of entries.
pub(super) async fn all(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Row>> {
    let sql = format!("SELECT {COLUMNS} FROM law_register WHERE centre_id = $1 ORDER BY id");
    db.all(&sql, params![scope.centre.0]).await
}

/// One entry.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Row> {
    let sql = format!("SELECT {COLUMNS} FROM law_register WHERE centre_id = $1 AND id = $2");
    db.one(&sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)
}

fn values(texts: &[String; 7]) -> impl Iterator<Item = Value> {
    texts.iter().map(|text| Value::from(text.as_str()))
}

/// Adds an entry, its texts in the order name, purpose, people, categories, recipients, retention, security; writes
/// `register.added`.
///
/// # Errors
/// What the database says.
pub async fn insert(change: &Change, texts: &[String; 7]) -> Result<i64> {
    let sql = "INSERT INTO law_register (centre_id, updated_at, version, name, purpose, people, categories, recipients,
            retention, security)
        VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
    let mut params = params![change.scope().centre.0, change.now().0];
    params.extend(values(texts));
    let id = change.number(sql, params).await?;
    change.record(Entry::new("register.added", "register", id).detail(json!({"new": texts}))).await?;
    Ok(id)
}

/// Replaces an entry and writes `register.changed` with the old and new texts.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`; else what the database says.
pub(super) async fn update(change: &Change, id: i64, version: i64, texts: &[String; 7]) -> Result<()> {
    let old = get(&**change, change.scope(), id).await?;
    let sql = "UPDATE law_register SET updated_at = $4, name = $5, purpose = $6, people = $7, categories = $8,
            recipients = $9, retention = $10, security = $11, version = version + 1
        WHERE centre_id = $1 AND id = $2 AND version = $3";
    let mut params = params![change.scope().centre.0, id, version, change.now().0];
    params.extend(values(texts));
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": old.texts(), "new": texts});
    change.record(Entry::new("register.changed", "register", id).detail(detail)).await?;
    Ok(())
}
