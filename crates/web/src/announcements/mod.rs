//! The announcement log: everything that was told briefly can be read again.

mod store;
mod web;

pub(crate) use web::routes;

pub(crate) use self::store::add;
