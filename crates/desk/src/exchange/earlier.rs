//! What was chosen for an earlier import of the same columns.

use ::store::{ConnectionTrait, Result, Scope};

use super::{Plan, source, store};
use crate::clients::Customs;

/// Puts what was chosen for the newest import of the same columns over what is proposed for a file; true when there was one. A
/// field of the centre that is no longer asked is left out.
///
/// # Errors
/// What the database says.
pub async fn recall(db: &impl ConnectionTrait, scope: Scope, own: &Customs, plan: &mut Plan) -> Result<bool> {
    let (earlier, _) = store::earlier(db, scope, &plan.columns, "").await?;
    let Some(earlier) = earlier.filter(|earlier| earlier.fields.len() == plan.columns.len()) else { return Ok(false) };
    let exists = |field: &str| source::is_field(field) || own.active().any(|own| own.name() == field);
    plan.fields = earlier.fields;
    plan.fields.iter_mut().filter(|field| !exists(field)).for_each(String::clear);
    (plan.known, plan.order) = (earlier.known, earlier.order);
    (plan.language, plan.status) = (earlier.language, earlier.status);
    Ok(true)
}
