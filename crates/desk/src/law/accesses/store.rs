//! Queries of accesses. The partial indexes `journal_opened` and `journal_opened_actor` hold these lines only, and each
//! statement names the verbs just as they do.

use ::store::{ConnectionTrait, FromQueryResult, PAGE, Result, Scope, Sql, params};

use super::{After, Asked};

/// One access.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: i64,
    pub at: i64,
    pub verb: String,
    pub client_id: i64,
    pub call_id: Option<i64>,
    pub detail: String,
    pub actor: Option<String>,
    pub role: Option<String>,
    pub given_latin: String,
    pub family_latin: String,
    pub given_arabic: String,
    pub family_arabic: String,
}

macro_rules! select_accesses {
    ($rest:literal) => {
        concat!(
            "SELECT j.id, j.at, j.verb, j.subject_id AS client_id, j.call_id, j.detail, a.name AS actor, a.role,
                COALESCE(c.given_latin, '') AS given_latin, COALESCE(c.family_latin, '') AS family_latin,
                COALESCE(c.given_arabic, '') AS given_arabic, COALESCE(c.family_arabic, '') AS family_arabic
            FROM (SELECT id, at, verb, subject_id, call_id, detail, actor_id FROM journal
                WHERE centre_id = $1 AND verb IN ('client.opened', 'client.unmasked', 'client.data_given')
                    AND at >= $2 AND at < $3 AND (at < $4 OR (at = $4 AND id < $5)) ",
            $rest,
            " ORDER BY at DESC, id DESC LIMIT $6) j
            LEFT JOIN account a ON a.id = j.actor_id LEFT JOIN client c ON c.id = j.subject_id AND c.centre_id = $1
            ORDER BY j.at DESC, j.id DESC"
        )
    };
}

/// A page of accesses, the newest first, and where the next begins.
pub(super) async fn page(db: &impl ConnectionTrait, scope: Scope, asked: Asked) -> Result<(Vec<Row>, Option<After>)> {
    let mut params = params![scope.centre.0, asked.from, asked.until, asked.after.at, asked.after.id, PAGE as i64 + 1];
    let sql = match (asked.actor, asked.client) {
        (None, None) => select_accesses!(""),
        (Some(_), None) => select_accesses!("AND actor_id = $7"),
        (None, Some(_)) => select_accesses!("AND subject = 'client' AND subject_id = $7"),
        (Some(_), Some(_)) => select_accesses!("AND actor_id = $7 AND subject = 'client' AND subject_id = $8"),
    };
    params.extend([asked.actor, asked.client].into_iter().flatten().map(::store::Value::from));
    let mut rows: Vec<Row> = db.all(sql, params).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| After { at: row.at, id: row.id });
    Ok((rows, next))
}

/// The account of a login, if there is one.
pub(super) async fn account(db: &impl ConnectionTrait, login: &str) -> Result<Option<i64>> {
    let id = db.number("SELECT id FROM account WHERE login = $1", params![login]).await?;
    Ok((id != 0).then_some(id))
}
