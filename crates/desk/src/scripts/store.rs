//! Queries of scripts.

use serde_json::json;
use store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};

use super::format;
use super::{PublishError, Script, ScriptId};

/// A line of a list of scripts.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Identity of the version.
    pub id: i64,
    /// Code.
    pub code: String,
    /// Version.
    pub version: i64,
    /// Language.
    pub language: String,
    /// Title.
    pub title: String,
    /// When it was published.
    pub published_at: i64,
    /// How many steps it has; 0 when it no longer reads.
    pub steps: usize,
}

#[derive(FromQueryResult)]
struct ListedRow {
    id: i64,
    code: String,
    version: i64,
    language: String,
    title: String,
    published_at: i64,
    body: String,
}

impl From<ListedRow> for Listed {
    fn from(row: ListedRow) -> Self {
        let steps = format::Script::parse(&row.body).map_or(0, |script| script.steps.len());
        let (id, code, version, language, title) = (row.id, row.code, row.version, row.language, row.title);
        Self { id, code, version, language, title, published_at: row.published_at, steps }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    version: i64,
    language: String,
    title: String,
    body: String,
}

impl Row {
    fn read(self) -> Result<Script> {
        let definition = format::Script::parse(&self.body).map_err(|faults| {
            tracing::error!(code = self.code, version = self.version, %faults, "a published script no longer reads");
            StoreError::NotFound
        })?;
        let id = ScriptId(self.id);
        Ok(Script {
            id,
            code: self.code,
            version: self.version,
            language: self.language,
            title: self.title,
            definition,
        })
    }
}

const COLUMNS: &str = "id, code, version, language, title, body";

/// Publishes a script in the centre of the change as the next version of its code.
///
/// # Errors
/// [`PublishError::Faulty`] with every fault and its line.
pub async fn publish(change: &Change, source: &str) -> std::result::Result<ScriptId, PublishError> {
    let script = format::Script::parse(source).map_err(PublishError::Faulty)?;
    let centre = change.scope().centre.0;
    let sql = "SELECT MAX(version) FROM script WHERE centre_id = $1 AND code = $2";
    let version = change.number(sql, params![centre, script.code.as_str()]).await? + 1;
    let sql = "INSERT INTO script (centre_id, code, version, language, title, body, published_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let (code, language) = (script.code.as_str(), script.language.code());
    let params = params![centre, code, version, language, script.title.as_str(), source, change.now().0];
    let id = change.number(sql, params).await?;
    let detail = json!({"code": code, "version": version});
    change.record(Entry::new("script.published", "script", id).detail(detail)).await?;
    Ok(ScriptId(id))
}

/// One version of a script.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such script.
pub async fn get(db: &impl ConnectionTrait, scope: Scope, id: ScriptId) -> Result<Script> {
    let sql = format!("SELECT {COLUMNS} FROM script WHERE id = $1 AND centre_id = $2");
    db.one::<Row>(&sql, params![id.0, scope.centre.0]).await?.ok_or(StoreError::NotFound)?.read()
}

/// The newest version of a script, if the centre has it.
///
/// # Errors
/// What the database says.
pub async fn latest(db: &impl ConnectionTrait, scope: Scope, code: &str) -> Result<Option<Script>> {
    let sql = format!("SELECT {COLUMNS} FROM script WHERE centre_id = $1 AND code = $2 ORDER BY version DESC LIMIT 1");
    db.one::<Row>(&sql, params![scope.centre.0, code]).await?.map(Row::read).transpose()
}

/// A page of the newest versions, in the order of their first publication.
///
/// # Errors
/// What the database says.
pub async fn list(db: &impl ConnectionTrait, scope: Scope, after: Option<i64>) -> Result<Keyset<Listed>> {
    let sql = "SELECT s.id, s.code, s.version, s.language, s.title, s.published_at, s.body FROM script s
        WHERE s.centre_id = $1 AND s.id > $2 AND NOT EXISTS
            (SELECT 1 FROM script n WHERE n.centre_id = s.centre_id AND n.code = s.code AND n.version > s.version)
        ORDER BY s.id LIMIT $3";
    let rows = db.all::<ListedRow>(sql, params![scope.centre.0, after.unwrap_or(0), PAGE as i64 + 1]).await?;
    Ok(Keyset::of(rows.into_iter().map(Listed::from).collect(), |row| row.id))
}

/// A page of the versions of one code, newest first: those before version number `before`.
///
/// # Errors
/// What the database says.
pub async fn versions(
    db: &impl ConnectionTrait,
    scope: Scope,
    code: &str,
    before: Option<i64>,
) -> Result<Keyset<Listed>> {
    let sql = "SELECT id, code, version, language, title, published_at, body FROM script
        WHERE centre_id = $1 AND code = $2 AND version < $3 ORDER BY version DESC LIMIT $4";
    let params = params![scope.centre.0, code, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    let rows = db.all::<ListedRow>(sql, params).await?;
    Ok(Keyset::of(rows.into_iter().map(Listed::from).collect(), |row| row.version))
}
