//! Queries of semester plans.

use ::programme::Assignment;
use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, StoreError, params};
use school::programme::programme;
use serde_json::json;

use super::open_plan;

#[derive(FromQueryResult)]
struct Row {
    module: String,
    block: i64,
    semester: i64,
}

/// The plan of a promotion: for each module the semester of each block, 0 for none.
///
/// # Errors
/// What the database says.
pub async fn plan_of(db: &impl ConnectionTrait, promotion: i64) -> Result<Assignment> {
    let sql = "SELECT module, block, semester FROM plan_block WHERE promotion_id = $1";
    let mut plan = open_plan(programme());
    for row in db.all::<Row>(sql, params![promotion]).await? {
        let (Ok(block), Some(places)) = (usize::try_from(row.block), plan.get_mut(&row.module)) else { continue };
        if let Some(place) = places.get_mut(block) {
            *place = u8::try_from(row.semester).unwrap_or(0);
        }
    }
    Ok(plan)
}

/// Takes the next version of a plan, so that of two people who change it at once the second is told.
async fn advance(change: &Change, promotion: i64, version: i64) -> Result<()> {
    let sql = "UPDATE promotion SET plan_version = plan_version + 1 WHERE id = $1 AND plan_version = $2";
    if change.run(sql, params![promotion, version]).await? == 0 {
        return Err(StoreError::Stale);
    }
    Ok(())
}

async fn put(change: &Change, promotion: i64, module: &str, places: &[u8]) -> Result<()> {
    for (block, semester) in (0_i64..).zip(places) {
        let sql = "INSERT INTO plan_block (promotion_id, module, block, semester) VALUES ($1, $2, $3, $4)
            ON CONFLICT (promotion_id, module, block) DO UPDATE SET semester = excluded.semester";
        change.run(sql, params![promotion, module, block, i64::from(*semester)]).await?;
    }
    Ok(())
}

/// Places the blocks of one module and writes `plan.placed` with where they stood.
///
/// # Errors
/// [`StoreError::Stale`] when the plan is no longer at `version`; else what the database says.
pub(super) async fn place(change: &Change, promotion: i64, version: i64, module: &str, places: &[u8]) -> Result<()> {
    advance(change, promotion, version).await?;
    let old = plan_of(&**change, promotion).await?;
    put(change, promotion, module, places).await?;
    let detail = json!({"module": module, "old": old.get(module), "new": places});
    change.record(Entry::new("plan.placed", "promotion", promotion).detail(detail)).await?;
    Ok(())
}

/// Takes a whole plan over and writes `plan.filled` with the modules that changed.
///
/// # Errors
/// [`StoreError::Stale`] when the plan is no longer at `version`; else what the database says.
pub async fn fill(change: &Change, promotion: i64, version: i64, plan: &Assignment) -> Result<()> {
    advance(change, promotion, version).await?;
    let old = plan_of(&**change, promotion).await?;
    let changed: Assignment = plan
        .iter()
        .filter(|(module, places)| old.get(*module) != Some(*places))
        .map(|(a, b)| (a.clone(), b.clone()))
        .collect();
    for (module, places) in &changed {
        put(change, promotion, module, places).await?;
    }
    change.record(Entry::new("plan.filled", "promotion", promotion).detail(json!({"placed": changed}))).await?;
    Ok(())
}
