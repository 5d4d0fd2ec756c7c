//! Queries of notices.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Moment, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use super::{Notice, NoticeTexts};
use crate::clients::{ClientId, FILES_OF_PERSON};

#[derive(FromQueryResult)]
struct Row {
    version: i64,
    fr: String,
    ar: String,
    en: String,
    published_at: i64,
}

impl From<Row> for Notice {
    fn from(row: Row) -> Self {
        let texts = NoticeTexts { fr: row.fr, ar: row.ar, en: row.en };
        Self { version: row.version, texts, published_at: Moment(row.published_at) }
    }
}

/// The notice in force, if the centre has published one.
///
/// # Errors
/// What the database says.
pub async fn current_notice(db: &impl ConnectionTrait, scope: Scope) -> Result<Option<Notice>> {
    Ok(all(db, scope, 1).await?.into_iter().next())
}

/// The newest notices of the centre, at most `most`.
pub(super) async fn all(db: &impl ConnectionTrait, scope: Scope, most: usize) -> Result<Vec<Notice>> {
    let sql = "SELECT version, fr, ar, en, published_at FROM law_notice WHERE centre_id = $1
        ORDER BY version DESC LIMIT $2";
    Ok(db.all::<Row>(sql, params![scope.centre.0, most as i64]).await?.into_iter().map(Notice::from).collect())
}

/// One version.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, version: i64) -> Result<Notice> {
    let sql = "SELECT version, fr, ar, en, published_at FROM law_notice WHERE centre_id = $1 AND version = $2";
    let row = db.one::<Row>(sql, params![scope.centre.0, version]).await?;
    row.map(Notice::from).ok_or(StoreError::NotFound)
}

/// Publishes the next version and gives its number; writes `notice.published`.
///
/// # Errors
/// [`StoreError::Duplicate`] when somebody else publishes at the same moment; else what the database says.
pub async fn publish(change: &Change, texts: &NoticeTexts) -> Result<i64> {
    let scope = change.scope();
    let last =
        change.number("SELECT MAX(version) FROM law_notice WHERE centre_id = $1", params![scope.centre.0]).await?;
    let version = last + 1;
    let sql = "INSERT INTO law_notice (centre_id, version, fr, ar, en, published_at, actor_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let params = params![
        scope.centre.0,
        version,
        texts.fr.as_str(),
        texts.ar.as_str(),
        texts.en.as_str(),
        change.now().0,
        scope.actor.map(|actor| actor.0),
    ];
    change.run(sql, params).await?;
    change.record(Entry::new("notice.published", "notice", version).detail(json!({"version": version}))).await?;
    Ok(version)
}

/// Notes that a client was told a version; writes `notice.shown`.
pub(in crate::law) async fn shown(change: &Change, client: ClientId, version: i64, call: Option<i64>) -> Result<()> {
    let scope = change.scope();
    let sql = "INSERT INTO law_notice_shown (centre_id, client_id, version, at, actor_id) VALUES ($1, $2, $3, $4, $5)";
    let params = params![scope.centre.0, client.0, version, change.now().0, scope.actor.map(|actor| actor.0)];
    change.run(sql, params).await?;
    let entry = Entry::new("notice.shown", "client", client.0).during(call).detail(json!({"version": version}));
    change.record(entry).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Told {
    version: i64,
    at: i64,
}

/// Every version that a client was told, and when, in milliseconds, the newest first.
pub(in crate::law) async fn all_shown(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
) -> Result<Vec<(i64, i64)>> {
    let sql = format!(
        "SELECT version, at FROM law_notice_shown WHERE centre_id = $1 AND client_id {FILES_OF_PERSON} ORDER BY id DESC"
    );
    let told = db.all::<Told>(&sql, params![scope.centre.0, client.0]).await?;
    Ok(told.into_iter().map(|told| (told.version, told.at)).collect())
}

/// The last version that a client was told, and when, in milliseconds.
pub(in crate::law) async fn last_shown(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
) -> Result<Option<(i64, i64)>> {
    let sql = format!(
        "SELECT version, at FROM law_notice_shown WHERE centre_id = $1 AND client_id {FILES_OF_PERSON}
        ORDER BY id DESC LIMIT 1"
    );
    let told = db.one::<Told>(&sql, params![scope.centre.0, client.0]).await?;
    Ok(told.map(|told| (told.version, told.at)))
}
