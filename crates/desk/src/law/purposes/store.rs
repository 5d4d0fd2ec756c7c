//! Queries of purposes.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use super::{Basis, FIRST, Purpose, PurposeData, PurposeId};
use crate::clients::Day;

const COLUMNS: &str = "id, code, fr, ar, en, needs_consent, prospecting, basis, article, since, until, months, version";

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    fr: String,
    ar: String,
    en: String,
    needs_consent: bool,
    prospecting: bool,
    basis: String,
    article: String,
    since: String,
    until: String,
    months: i64,
    version: i64,
}

impl From<Row> for Purpose {
    fn from(row: Row) -> Self {
        let data = PurposeData {
            fr: row.fr,
            ar: row.ar,
            en: row.en,
            needs_consent: row.needs_consent,
            prospecting: row.prospecting,
            basis: Basis::parse(&row.basis).unwrap_or(Basis::Consent),
            article: row.article,
            since: Day::parse(&row.since).unwrap_or(Day::OLDEST),
            until: Day::parse(&row.until).ok(),
            months: row.months,
        };
        Self { id: PurposeId(row.id), code: row.code, data, version: row.version }
    }
}

/// Every purpose of the centre, in the order of their making.
///
/// # Errors
/// What the database says.
pub async fn purposes(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Purpose>> {
    let sql = format!("SELECT {COLUMNS} FROM law_purpose WHERE centre_id = $1 ORDER BY id");
    Ok(db.all::<Row>(&sql, params![scope.centre.0]).await?.into_iter().map(Purpose::from).collect())
}

/// One purpose of the centre.
pub(in crate::law) async fn get(db: &impl ConnectionTrait, scope: Scope, id: PurposeId) -> Result<Purpose> {
    let sql = format!("SELECT {COLUMNS} FROM law_purpose WHERE centre_id = $1 AND id = $2");
    let row = db.one::<Row>(&sql, params![scope.centre.0, id.0]).await?;
    row.map(Purpose::from).ok_or(StoreError::NotFound)
}

/// The purpose of a code, if the centre has it.
///
/// # Errors
/// What the database says.
pub async fn purpose_by_code(db: &impl ConnectionTrait, scope: Scope, code: &str) -> Result<Option<Purpose>> {
    let sql = format!("SELECT {COLUMNS} FROM law_purpose WHERE centre_id = $1 AND code = $2");
    Ok(db.one::<Row>(&sql, params![scope.centre.0, code]).await?.map(Purpose::from))
}

/// Makes a purpose and writes `purpose.created`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the centre has the code already; else what the database says.
pub async fn insert(change: &Change, code: &str, data: &PurposeData) -> Result<PurposeId> {
    let sql = "INSERT INTO law_purpose (centre_id, code, fr, ar, en, needs_consent, prospecting, basis, article, since,
            until, months, version, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13) RETURNING id";
    let mut params = params![change.scope().centre.0, code];
    params.extend(values(data));
    params.extend(params![change.now().0]);
    let id = change.number(sql, params).await?;
    change.record(Entry::new("purpose.created", "purpose", id).detail(told(code, data))).await?;
    Ok(PurposeId(id))
}

/// Replaces what a purpose says and writes `purpose.updated` with the old and the new.
///
/// # Errors
/// [`StoreError::Stale`] when it is no longer at `version`, [`StoreError::NotFound`]; else what the database says.
pub async fn update(change: &Change, id: PurposeId, version: i64, data: &PurposeData) -> Result<()> {
    let old = get(&**change, change.scope(), id).await?;
    let sql = "UPDATE law_purpose SET fr = $4, ar = $5, en = $6, needs_consent = $7, prospecting = $8, basis = $9,
            article = $10, since = $11, until = $12, months = $13, updated_at = $14, version = version + 1
        WHERE centre_id = $1 AND id = $2 AND version = $3";
    let mut params = params![change.scope().centre.0, id.0, version];
    params.extend(values(data));
    params.extend(params![change.now().0]);
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": told(&old.code, &old.data), "new": told(&old.code, data)});
    change.record(Entry::new("purpose.updated", "purpose", id.0).detail(detail)).await?;
    Ok(())
}

fn values(data: &PurposeData) -> Vec<::store::Value> {
    params![
        data.fr.as_str(),
        data.ar.as_str(),
        data.en.as_str(),
        data.needs_consent,
        data.prospecting,
        data.basis.code(),
        data.article.as_str(),
        data.since.to_string(),
        data.until.map_or_else(String::new, |day| day.to_string()),
        data.months,
    ]
}

fn told(code: &str, data: &PurposeData) -> serde_json::Value {
    json!({
        "code": code, "fr": data.fr, "ar": data.ar, "en": data.en, "needs_consent": data.needs_consent,
        "prospecting": data.prospecting, "basis": data.basis.code(), "article": data.article,
        "since": data.since.to_string(), "until": data.until.map(|day| day.to_string()), "months": data.months,
    })
}

/// Gives a centre the proposed purposes that it does not have yet, from `since` on.
///
/// # Errors
/// What the database says.
pub async fn seed(change: &Change, since: Day) -> Result<()> {
    for line in FIRST.lines() {
        let parts: Vec<&str> = line.split(';').collect();
        let [code, fr, ar, en, needs_consent, prospecting, basis, article, months] = parts[..] else { continue };
        if purpose_by_code(&**change, change.scope(), code).await?.is_some() {
            continue;
        }
        let data = PurposeData {
            fr: fr.to_owned(),
            ar: ar.to_owned(),
            en: en.to_owned(),
            needs_consent: needs_consent == "yes",
            prospecting: prospecting == "yes",
            basis: Basis::parse(basis).unwrap_or(Basis::Consent),
            article: article.to_owned(),
            since,
            until: None,
            months: months.parse().unwrap_or(0),
        };
        insert(change, code, &data).await?;
    }
    Ok(())
}
