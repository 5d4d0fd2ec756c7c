//! The fields that a centre defined.

use ::store::{Change, ConnectionTrait, Entry, Result, Scope, Sql, StoreError, count_choice, params};
use serde_json::json;

use crate::clients::{CustomField, Customs};

/// Every field of the centre, in its order, those that are put away too.
///
/// # Errors
/// What the database says.
pub async fn custom_fields(db: &impl ConnectionTrait, scope: Scope) -> Result<Customs> {
    let sql =
        "SELECT id, fr, ar, en, kind, required, shape, help_fr, help_ar, help_en, options, searchable, active, place,
            version
        FROM client_field WHERE centre_id = $1 ORDER BY place, id LIMIT 200";
    Ok(Customs(db.all(sql, params![scope.centre.0]).await?))
}

/// One field of the centre.
pub(in crate::clients) async fn field(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<CustomField> {
    let all = custom_fields(db, scope).await?;
    all.0.into_iter().find(|field| field.id == id).ok_or(StoreError::NotFound)
}

/// Adds a field at the end and writes `client_field.defined`.
pub(in crate::clients) async fn define(change: &Change, new: &CustomField) -> Result<i64> {
    let centre = change.scope().centre.0;
    let last = change.number("SELECT MAX(place) FROM client_field WHERE centre_id = $1", params![centre]).await?;
    let sql =
        "INSERT INTO client_field (centre_id, fr, ar, en, kind, required, shape, help_fr, help_ar, help_en, options,
            searchable, active, place, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1) RETURNING id";
    let mut params =
        params![centre, new.fr.as_str(), new.ar.as_str(), new.en.as_str(), new.kind.as_str(), new.required];
    params.extend(params![new.shape.as_str(), new.help_fr.as_str(), new.help_ar.as_str(), new.help_en.as_str()]);
    params.extend(params![new.options.as_str(), new.searchable, true, last + 1]);
    let id = change.number(sql, params).await?;
    count_choice(change).await?;
    change.record(Entry::new("client_field.defined", "client_field", id).detail(told(new))).await?;
    Ok(id)
}

/// Replaces what a field is, but for its kind, and writes `client_field.redefined` with what it was.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else changed it since `new` was read.
pub(in crate::clients) async fn redefine(change: &Change, new: &CustomField) -> Result<()> {
    let old = field(&**change, change.scope(), new.id).await?;
    let sql =
        "UPDATE client_field SET fr = $3, ar = $4, en = $5, required = $6, shape = $7, help_fr = $8, help_ar = $9,
            help_en = $10, options = $11, searchable = $12, version = version + 1
        WHERE centre_id = $1 AND id = $2 AND version = $13";
    let mut params = params![change.scope().centre.0, new.id, new.fr.as_str(), new.ar.as_str(), new.en.as_str()];
    params.extend(params![new.required, new.shape.as_str(), new.help_fr.as_str(), new.help_ar.as_str()]);
    params.extend(params![new.help_en.as_str(), new.options.as_str(), new.searchable, new.version]);
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale);
    }
    let detail = json!({"old": told(&old), "new": told(new)});
    count_choice(change).await?;
    change.record(Entry::new("client_field.redefined", "client_field", new.id).detail(detail)).await?;
    Ok(())
}

/// Puts a field away, or takes it out again; the values in the files stay.
pub(in crate::clients) async fn deactivate(change: &Change, id: i64, active: bool) -> Result<()> {
    let sql = "UPDATE client_field SET active = $3, version = version + 1 WHERE centre_id = $1 AND id = $2";
    if change.run(sql, params![change.scope().centre.0, id, active]).await? == 0 {
        return Err(StoreError::NotFound);
    }
    let verb = if active { "client_field.taken_out" } else { "client_field.put_away" };
    count_choice(change).await?;
    change.record(Entry::new(verb, "client_field", id)).await?;
    Ok(())
}

/// Changes places with the field before; nothing happens to the first.
pub(in crate::clients) async fn shift(change: &Change, id: i64) -> Result<()> {
    let all = custom_fields(&**change, change.scope()).await?;
    let at = all.0.iter().position(|field| field.id == id).ok_or(StoreError::NotFound)?;
    let mut order: Vec<i64> = all.0.iter().map(|field| field.id).collect();
    if at > 0 {
        order.swap(at, at - 1);
    }
    for (place, id) in (1_i64..).zip(order) {
        let sql = "UPDATE client_field SET place = $3 WHERE centre_id = $1 AND id = $2";
        change.run(sql, params![change.scope().centre.0, id, place]).await?;
    }
    count_choice(change).await?;
    change.record(Entry::new("client_field.moved", "client_field", id)).await?;
    Ok(())
}

fn told(field: &CustomField) -> serde_json::Value {
    json!({
        "fr": field.fr, "ar": field.ar, "en": field.en, "kind": field.kind, "required": field.required,
        "shape": field.shape, "options": field.options, "searchable": field.searchable,
    })
}
