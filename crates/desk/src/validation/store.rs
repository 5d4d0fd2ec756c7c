//! Queries of validation.

mod anomalies;

use std::collections::BTreeMap;

use ::store::{
    Change, ConnectionTrait, Entry, FromQueryResult, PAGE, Result, Scope, Sql, StoreError, count_choice, params,
};
use serde_json::json;

pub(super) use self::anomalies::{Anomaly, Kind, anomalies};
use super::{State, ValidationError, is_own, state_of};
use crate::clients::{self, Client, ClientId};

/// What a centre asks of its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// A change after the approval asks for another one.
    pub revalidate: bool,
    /// A file that nobody updated for so many months is overdue.
    pub months: i64,
    /// A file with fewer points of completeness is incomplete.
    pub points: i64,
}

impl Default for Rules {
    fn default() -> Self {
        Self { revalidate: true, months: 12, points: 60 }
    }
}

#[derive(FromQueryResult)]
struct Rule {
    name: String,
    value: i64,
}

/// The rules of the centre; the usual ones where it set none.
///
/// # Errors
/// What the database says.
pub async fn rules(db: &impl ConnectionTrait, scope: Scope) -> Result<Rules> {
    let sql = "SELECT name, value FROM centre_rule WHERE centre_id = $1";
    let mut rules = Rules::default();
    for rule in db.all::<Rule>(sql, params![scope.centre.0]).await? {
        match rule.name.as_str() {
            "revalidate" => rules.revalidate = rule.value != 0,
            "months" => rules.months = rule.value,
            "points" => rules.points = rule.value,
            _ => {}
        }
    }
    Ok(rules)
}

/// Sets the rules of the centre and writes `validation.ruled` with the old and the new ones.
///
/// # Errors
/// What the database says.
pub async fn set_rules(change: &Change, new: Rules) -> Result<()> {
    let (scope, old) = (change.scope(), rules(&**change, change.scope()).await?);
    let sql = "INSERT INTO centre_rule (centre_id, name, value) VALUES ($1, $2, $3)
        ON CONFLICT (centre_id, name) DO UPDATE SET value = excluded.value";
    for (name, value) in [("revalidate", i64::from(new.revalidate)), ("months", new.months), ("points", new.points)] {
        change.run(sql, params![scope.centre.0, name, value]).await?;
    }
    count_choice(change).await?;
    let told = |rules: Rules| json!({"revalidate": rules.revalidate, "months": rules.months, "points": rules.points});
    let detail = json!({"old": told(old), "new": told(new)});
    change.record(Entry::new("validation.ruled", "centre", scope.centre.0).detail(detail)).await?;
    Ok(())
}

/// What was decided about a file, or is to be.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Validation {
    /// The file.
    pub client_id: i64,
    /// `submitted`, `approved` or `returned`.
    pub(super) word: String,
    /// The version that was submitted or decided about.
    pub version: i64,
    /// Who submitted it.
    pub submitted_by: Option<i64>,
    /// That person's name.
    pub submitted_name: Option<String>,
    /// When, in milliseconds.
    pub submitted_at: i64,
    /// The name of who decided last.
    pub decided_name: Option<String>,
    /// When, in milliseconds; 0 for never.
    pub decided_at: i64,
    remarks: String,
}

impl Validation {
    /// The remarks of the last return, by field.
    pub fn remarks(&self) -> BTreeMap<String, String> {
        serde_json::from_str(&self.remarks).unwrap_or_default()
    }
}

const COLUMNS: &str =
    "v.client_id, v.state AS word, v.version, v.submitted_by, s.name AS submitted_name, v.submitted_at,
        d.name AS decided_name, v.decided_at, v.remarks
    FROM client_validation v LEFT JOIN account s ON s.id = v.submitted_by LEFT JOIN account d ON d.id = v.decided_by";

/// What is known of a file; nothing when it was never submitted.
///
/// # Errors
/// What the database says.
pub async fn of(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Option<Validation>> {
    let sql = format!("SELECT {COLUMNS} WHERE v.centre_id = $1 AND v.client_id = $2");
    db.one(&sql, params![scope.centre.0, id.0]).await
}

/// Where the list of what waits goes on: after this moment and file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct After(pub i64, pub i64);

/// A page of the files that wait for a decision, those that wait longest first.
pub(super) async fn waiting(
    db: &impl ConnectionTrait,
    scope: Scope,
    after: After,
) -> Result<(Vec<Validation>, Option<After>)> {
    let sql = format!(
        "SELECT {COLUMNS} JOIN client c ON c.id = v.client_id AND c.merged_into IS NULL
        WHERE v.centre_id = $1 AND v.state = 'submitted' AND (v.submitted_at, v.client_id) > ($2, $3)
        ORDER BY v.submitted_at, v.client_id LIMIT $4"
    );
    let mut rows: Vec<Validation> = db.all(&sql, params![scope.centre.0, after.0, after.1, PAGE as i64 + 1]).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| After(row.submitted_at, row.client_id));
    Ok((rows, next))
}

/// Takes hold of a file in the version that was read, until the end of the change.
async fn hold(change: &Change, client: &Client, version: i64) -> Result<(), ValidationError> {
    let sql = "UPDATE client SET version = version WHERE centre_id = $1 AND id = $2 AND version = $3
        AND merged_into IS NULL";
    let held = change.run(sql, params![change.scope().centre.0, client.id.0, version]).await?;
    if held == 1 { Ok(()) } else { Err(ValidationError::Changed) }
}

/// Submits a file in the version that was read, and writes `client.submitted`. The remarks of a return stay with it, so that
/// who decides sees what had been asked.
///
/// # Errors
/// [`ValidationError::Changed`], [`ValidationError::NotNow`]; else what the database says.
pub async fn submit(change: &Change, id: ClientId, version: i64) -> Result<(), ValidationError> {
    let scope = change.scope();
    let client = clients::get(&**change, scope, id).await?;
    hold(change, &client, version).await?;
    let found = of(&**change, scope, id).await?;
    if !state_of(found.as_ref(), version, rules(&**change, scope).await?).can_be_submitted() {
        return Err(ValidationError::NotNow);
    }
    let sql = "INSERT INTO client_validation
            (client_id, centre_id, state, version, submitted_by, submitted_at, decided_at, remarks)
        VALUES ($1, $2, 'submitted', $3, $4, $5, 0, '')
        ON CONFLICT (client_id) DO UPDATE SET state = 'submitted', version = excluded.version,
            submitted_by = excluded.submitted_by, submitted_at = excluded.submitted_at";
    let by = scope.actor.map(|actor| actor.0);
    change.run(sql, params![id.0, scope.centre.0, version, by, change.now().0]).await?;
    change.record(Entry::new("client.submitted", "client", id.0).detail(json!({"version": version}))).await?;
    Ok(())
}

/// The account that made a file, from the journal.
async fn maker(db: &impl ConnectionTrait, scope: Scope, id: ClientId) -> Result<Option<i64>> {
    let sql = "SELECT actor_id FROM journal WHERE centre_id = $1 AND subject = 'client' AND subject_id = $2
        AND verb = 'client.created' ORDER BY id LIMIT 1";
    Ok(Some(db.number(sql, params![scope.centre.0, id.0]).await?).filter(|id| *id != 0))
}

/// True when the person of `scope` made a file or submitted it.
pub(super) async fn own(db: &impl ConnectionTrait, scope: Scope, found: &Validation) -> Result<bool> {
    Ok(is_own(found, maker(db, scope, ClientId(found.client_id)).await?, scope.actor))
}

/// Approves a file in the version that was read and writes `client.approved`. `own_too` is for the exercises of a training
/// centre, where a trainer may approve what they made.
///
/// # Errors
/// [`ValidationError::NotSubmitted`], [`ValidationError::Own`], [`ValidationError::Changed`]; else what the database says.
pub async fn approve(change: &Change, id: ClientId, version: i64, own_too: bool) -> Result<(), ValidationError> {
    let found = submitted(change, id).await?;
    if !own_too && own(&**change, change.scope(), &found).await? {
        return Err(ValidationError::Own);
    }
    decide(change, id, version, "approved", &BTreeMap::new()).await?;
    change.record(Entry::new("client.approved", "client", id.0).detail(json!({"version": version}))).await?;
    Ok(())
}

/// Returns a file with remarks, by field, and writes `client.returned` with them.
///
/// # Errors
/// [`ValidationError::NoRemark`], [`ValidationError::NotSubmitted`], [`ValidationError::Changed`]; else what the database says.
pub async fn give_back(
    change: &Change,
    id: ClientId,
    version: i64,
    remarks: &BTreeMap<String, String>,
) -> Result<(), ValidationError> {
    submitted(change, id).await?;
    if remarks.is_empty() {
        return Err(ValidationError::NoRemark);
    }
    decide(change, id, version, "returned", remarks).await?;
    let detail = json!({"version": version, "remarks": remarks});
    change.record(Entry::new("client.returned", "client", id.0).detail(detail)).await?;
    Ok(())
}

async fn submitted(change: &Change, id: ClientId) -> Result<Validation, ValidationError> {
    let found = of(&**change, change.scope(), id).await?.ok_or(StoreError::NotFound)?;
    let waits = state_of(Some(&found), found.version, Rules::default()) == State::Submitted;
    if waits { Ok(found) } else { Err(ValidationError::NotSubmitted) }
}

async fn decide(
    change: &Change,
    id: ClientId,
    version: i64,
    word: &str,
    remarks: &BTreeMap<String, String>,
) -> Result<(), ValidationError> {
    let (scope, client) = (change.scope(), clients::get(&**change, change.scope(), id).await?);
    hold(change, &client, version).await?;
    let sql = "UPDATE client_validation SET state = $3, version = $4, decided_by = $5, decided_at = $6, remarks = $7
        WHERE centre_id = $1 AND client_id = $2 AND state = 'submitted'";
    let by = scope.actor.map(|actor| actor.0);
    let remarks = json!(remarks).to_string();
    let params = params![scope.centre.0, id.0, word, version, by, change.now().0, remarks];
    if change.run(sql, params).await? == 1 { Ok(()) } else { Err(ValidationError::NotSubmitted) }
}
