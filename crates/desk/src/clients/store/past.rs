//! What happened to a file, read from the journal. That somebody opened it, saw it unmasked or gave it out is no event
//! of the client's history: those lines are for the audit.

use ::store::{ConnectionTrait, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use serde_json::Value as Json;

use crate::clients::{ClientId, FIELDS};

/// One line of the history.
#[derive(Clone, Debug, FromQueryResult)]
pub struct HistoryLine {
    /// Its number in the journal.
    pub id: i64,
    /// When, in milliseconds.
    pub at: i64,
    /// What happened: `client.created`, `client.updated`, …
    pub verb: String,
    /// The name of who did it; none for the program itself.
    pub actor: Option<String>,
    detail: String,
}

impl HistoryLine {
    /// The fields that changed, in the order of the form; those of the centre last.
    pub fn changed(&self) -> Vec<String> {
        let detail = self.json();
        let Some(new) = detail["new"].as_object().filter(|_| self.verb == "client.updated") else { return vec![] };
        let mut changed: Vec<String> = new.keys().cloned().collect();
        changed.sort_by_key(|field| order(field));
        changed
    }

    /// The same with what each field held before and after.
    pub(in crate::clients) fn replaced(&self) -> Vec<Replaced> {
        let detail = self.json();
        let held = |when: &str, field: &str| detail[when][field].as_str().unwrap_or_default().to_owned();
        let replaced = |field: String| Replaced { before: held("old", &field), after: held("new", &field), field };
        self.changed().into_iter().map(replaced).collect()
    }

    fn json(&self) -> Json {
        serde_json::from_str(&self.detail).unwrap_or(Json::Null)
    }
}

/// A value that a change replaced, and the one that it gave, as the journal writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::clients) struct Replaced {
    /// The field.
    pub field: String,
    /// What it held before the change; empty for nothing.
    pub before: String,
    /// What it held after it.
    pub after: String,
}

/// The place of a field in the form.
fn order(field: &str) -> usize {
    FIELDS.iter().position(|own| *own == field).unwrap_or(FIELDS.len())
}

/// How many of the newest journal lines [`recent_history`] looks through: a file that many people opened stays quick to show.
const WINDOW: i64 = 100;

/// The newest lines, at most ten.
///
/// # Errors
/// What the database says.
pub async fn recent_history(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Vec<HistoryLine>> {
    let sql = "SELECT j.id, j.at, j.verb, j.detail, a.name AS actor
        FROM (SELECT id, at, verb, detail, actor_id FROM journal
            WHERE centre_id = $1 AND subject = 'client' AND subject_id = $2 ORDER BY id DESC LIMIT $3) j
        LEFT JOIN account a ON a.id = j.actor_id
        WHERE j.verb NOT IN ('client.opened', 'client.unmasked', 'client.data_given') ORDER BY j.id DESC LIMIT 10";
    db.all(sql, params![scope.centre.0, id.0, WINDOW]).await
}

/// A page of the whole history, newest first, before journal number `before`.
///
/// # Errors
/// What the database says.
pub async fn history(
    db: &impl ConnectionTrait,
    scope: Scope,
    id: ClientId,
    before: Option<i64>,
) -> Result<Keyset<HistoryLine>> {
    let sql = "SELECT j.id, j.at, j.verb, j.detail, a.name AS actor
        FROM journal j LEFT JOIN account a ON a.id = j.actor_id
        WHERE j.centre_id = $1 AND j.subject = 'client' AND j.subject_id = $2 AND j.id < $3
            AND j.verb NOT IN ('client.opened', 'client.unmasked', 'client.data_given')
        ORDER BY j.id DESC LIMIT $4";
    let params = params![scope.centre.0, id.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(db.all(sql, params).await?, |line: &HistoryLine| line.id))
}

/// A correction of a file by its number in the journal.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such line, or it is about another file; else what the database says.
pub(in crate::clients) async fn correction(
    db: &impl ConnectionTrait,
    scope: Scope,
    id: ClientId,
    line: i64,
) -> Result<HistoryLine> {
    let sql = "SELECT j.id, j.at, j.verb, j.detail, a.name AS actor
        FROM journal j LEFT JOIN account a ON a.id = j.actor_id
        WHERE j.centre_id = $1 AND j.subject = 'client' AND j.subject_id = $2 AND j.id = $3
            AND j.verb = 'client.updated'";
    db.one(sql, params![scope.centre.0, id.0, line]).await?.ok_or(StoreError::NotFound)
}

#[derive(FromQueryResult)]
struct Merged {
    detail: String,
}

/// The files that were merged into a file, those that stand on their own again too; at most a hundred. What they held may
/// stand in its journal.
///
/// # Errors
/// What the database says.
pub(in crate::clients) async fn once_merged(
    db: &impl ConnectionTrait,
    scope: Scope,
    id: ClientId,
) -> Result<Vec<ClientId>> {
    let sql = "SELECT detail FROM journal WHERE centre_id = $1 AND subject = 'client' AND subject_id = $2
            AND verb = 'client.merged' ORDER BY id DESC LIMIT 100";
    let lines: Vec<Merged> = db.all(sql, params![scope.centre.0, id.0]).await?;
    let other = |line: &Merged| serde_json::from_str::<Json>(&line.detail).ok()?["other"].as_i64().map(ClientId);
    Ok(lines.iter().filter_map(other).collect())
}

/// A field that somebody else changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::clients) struct Changed {
    /// The field.
    pub field: String,
    /// What it held in the version that was read, as the journal writes it.
    pub base: String,
    /// Who changed it last.
    pub by: Option<String>,
    /// When, in milliseconds.
    pub at: i64,
}

/// The fields that changed since `version`, in the order of the form.
pub(in crate::clients) async fn changes_since(
    db: &impl ConnectionTrait,
    scope: Scope,
    id: ClientId,
    version: i64,
) -> Result<Vec<Changed>> {
    let sql = "SELECT j.id, j.at, j.verb, j.detail, a.name AS actor
        FROM journal j LEFT JOIN account a ON a.id = j.actor_id
        WHERE j.centre_id = $1 AND j.subject = 'client' AND j.subject_id = $2 AND j.verb = 'client.updated'
        ORDER BY j.id DESC LIMIT 200";
    let lines: Vec<HistoryLine> = db.all(sql, params![scope.centre.0, id.0]).await?;
    let newer = lines.iter().filter(|line| line.json()["version"].as_i64() > Some(version));
    let mut found: Vec<Changed> = vec![];
    for line in newer {
        let detail = line.json();
        for field in line.changed() {
            let base = detail["old"][&field].as_str().unwrap_or_default().to_owned();
            match found.iter_mut().find(|changed| changed.field == field) {
                Some(changed) => changed.base = base,
                None => found.push(Changed { field, base, by: line.actor.clone(), at: line.at }),
            }
        }
    }
    found.sort_by_key(|changed| order(&changed.field));
    Ok(found)
}
