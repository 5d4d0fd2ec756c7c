//! Queries of masking.

use ::store::{
    Change, ConnectionTrait, Entry, FromQueryResult, Moment, Result, Scope, Sql, StoreError, count_choice, params,
};
use serde_json::json;

use super::{Sensitive, Unmasking};
use crate::clients::ClientId;

#[derive(FromQueryResult)]
struct Row {
    fields: String,
}

/// The fields that the centre chose to mask; none when it never chose.
pub(super) async fn fields(db: &impl ConnectionTrait, scope: Scope) -> Result<Option<Vec<Sensitive>>> {
    let row = db.one::<Row>("SELECT fields FROM law_masking WHERE centre_id = $1", params![scope.centre.0]).await?;
    Ok(row.map(|row| row.fields.split(' ').filter_map(Sensitive::parse).collect()))
}

/// Chooses the fields that the centre masks and writes `masking.chosen` with the old and new ones.
pub(super) async fn choose(change: &Change, fields: &[Sensitive]) -> Result<()> {
    let scope = change.scope();
    let words = |fields: &[Sensitive]| fields.iter().map(|field| field.code()).collect::<Vec<_>>();
    let old = self::fields(&**change, scope).await?;
    let sql = "INSERT INTO law_masking (centre_id, fields, updated_at) VALUES ($1, $2, $3)
        ON CONFLICT (centre_id) DO UPDATE SET fields = excluded.fields, updated_at = excluded.updated_at";
    change.run(sql, params![scope.centre.0, words(fields).join(" "), change.now().0]).await?;
    count_choice(change).await?;
    let detail = json!({"old": old.map(|old| words(&old)), "new": words(fields)});
    change.record(Entry::new("masking.chosen", "centre", scope.centre.0).detail(detail)).await?;
    Ok(())
}

/// True when this person has this client on the line, or gave a reason for this file since a moment, in this very session.
pub(super) async fn is_open(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
    session: &str,
    since: Moment,
) -> Result<bool> {
    let sql = "SELECT CASE WHEN EXISTS (SELECT 1 FROM law_unmasking WHERE centre_id = $1 AND client_id = $2
                AND account_id = $3 AND session = $4 AND at >= $5)
            OR EXISTS (SELECT 1 FROM call WHERE agent_id = $3 AND state <> 'closed' AND centre_id = $1 AND client_id = $2)
        THEN CAST(1 AS BIGINT) ELSE 0 END";
    let account = scope.actor.map_or(0, |actor| actor.0);
    Ok(db.number(sql, params![scope.centre.0, client.0, account, session, since.0]).await? != 0)
}

/// Writes an unmasking and `client.unmasked` with its reason.
pub(super) async fn unmask(change: &Change, unmasking: &Unmasking<'_>) -> Result<()> {
    let scope = change.scope();
    let account = scope.actor.ok_or(StoreError::NotFound)?;
    let Unmasking { client, session, reason, call, at } = unmasking;
    let sql = "INSERT INTO law_unmasking (centre_id, client_id, account_id, session, reason, at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    change.run(sql, params![scope.centre.0, client.0, account.0, *session, reason.code(), at.0]).await?;
    let entry = Entry::new("client.unmasked", "client", client.0).during(*call);
    change.record(entry.detail(json!({"reason": reason.code()}))).await?;
    Ok(())
}
