//! The announcement log: everything that was told briefly can be read again.

mod store;
mod web;

pub(crate) use web::routes;

pub(crate) use self::store::add;

/// How long an announcement can be read again, in milliseconds: thirty days.
const KEPT_MS: i64 = 30 * 24 * 3_600_000;

/// Forgets old announcements; how many that were.
///
/// # Errors
/// What the database says.
pub async fn sweep(store: &::store::Store) -> ::store::Result<u64> {
    self::store::sweep(store, store.clock().now().plus_ms(-KEPT_MS)).await
}
