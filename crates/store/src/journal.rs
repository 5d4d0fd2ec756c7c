//! The journal: append-only, written in the transaction of the change, read three ways (history, audit, evidence).

use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use serde_json::{Value as Json, json};

use crate::{Moment, Result, Scope, Sql, params};

/// A line to write.
#[derive(Clone, Debug)]
pub struct Entry {
    verb: &'static str,
    subject: &'static str,
    subject_id: i64,
    call: Option<i64>,
    detail: Json,
}

impl Entry {
    /// `verb` is what happened (`client.updated`), `subject` the kind of record and `subject_id` which one.
    pub fn new(verb: &'static str, subject: &'static str, subject_id: i64) -> Self {
        Self { verb, subject, subject_id, call: None, detail: json!({}) }
    }

    /// The call during which it happened.
    pub fn during(mut self, call: Option<i64>) -> Self {
        self.call = call;
        self
    }

    /// What a reader will need: old and new values, codes, never a secret.
    pub fn detail(mut self, detail: Json) -> Self {
        self.detail = detail;
        self
    }
}

/// A line as it was written.
#[derive(Clone, Debug, FromQueryResult)]
pub struct JournalRow {
    /// Its number, in the order of writing.
    pub id: i64,
    /// When, in milliseconds (see [`Moment`]).
    pub at: i64,
    /// Who, if a person.
    pub actor_id: Option<i64>,
    /// What happened.
    pub verb: String,
    /// The kind of record.
    pub subject: String,
    /// Which record.
    pub subject_id: i64,
    /// During which call.
    pub call_id: Option<i64>,
    /// JSON text.
    pub detail: String,
}

impl JournalRow {
    /// The detail as JSON; an empty object when it cannot be read.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.detail).unwrap_or_else(|_| json!({}))
    }
}

const COLUMNS: &str = "id, at, actor_id, verb, subject, subject_id, call_id, detail";

pub(crate) async fn append(db: &impl ConnectionTrait, scope: Scope, now: Moment, entry: Entry) -> Result<i64> {
    db.number(
        "INSERT INTO journal (centre_id, at, actor_id, verb, subject, subject_id, call_id, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
        values(scope, now, &entry),
    )
    .await
}

/// Appends many lines of one moment with as few statements as the engines' limits on parameters allow.
pub(crate) async fn append_all(db: &impl ConnectionTrait, now: Moment, lines: Vec<(Scope, Entry)>) -> Result<()> {
    for part in lines.chunks(500) {
        let row = |n: usize| {
            let places: Vec<_> = (1..=8).map(|place| format!("${}", n * 8 + place)).collect();
            format!("({})", places.join(", "))
        };
        let rows: Vec<_> = (0..part.len()).map(row).collect();
        let sql = format!(
            "INSERT INTO journal (centre_id, at, actor_id, verb, subject, subject_id, call_id, detail) VALUES {}",
            rows.join(", ")
        );
        db.run(&sql, part.iter().flat_map(|(scope, entry)| values(*scope, now, entry)).collect()).await?;
    }
    Ok(())
}

fn values(scope: Scope, now: Moment, entry: &Entry) -> Vec<Value> {
    params![
        scope.centre.0,
        now.0,
        scope.actor.map(|actor| actor.0),
        entry.verb,
        entry.subject,
        entry.subject_id,
        entry.call,
        entry.detail.to_string(),
    ]
}

/// The history of one record, newest first, at most `limit` lines before journal number `before`.
///
/// # Errors
/// What the database says.
pub async fn journal_of(
    db: &impl ConnectionTrait,
    scope: Scope,
    subject: &str,
    subject_id: i64,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<JournalRow>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM journal WHERE centre_id = $1 AND subject = $2 AND subject_id = $3 AND id < $4
         ORDER BY id DESC LIMIT $5"
    );
    db.all(&sql, params![scope.centre.0, subject, subject_id, before.unwrap_or(i64::MAX), limit as i64]).await
}

/// Every line of a centre after journal number `after`, oldest first: the time line of an attempt.
///
/// # Errors
/// What the database says.
pub async fn journal_since(
    db: &impl ConnectionTrait,
    scope: Scope,
    after: i64,
    limit: usize,
) -> Result<Vec<JournalRow>> {
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE centre_id = $1 AND id > $2 ORDER BY id LIMIT $3");
    db.all(&sql, params![scope.centre.0, after, limit as i64]).await
}
