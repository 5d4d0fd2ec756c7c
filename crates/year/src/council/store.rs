//! Queries of councils.

mod codes;
mod councils;
mod decisions;

pub(super) use self::codes::{add_code, change_code, codes};
pub(crate) use self::councils::{Council, council, councils_of, sealed_of};
pub use self::councils::{Sitting, keep_sitting, open};
pub(super) use self::councils::{
    hold, keep_minutes, last_sealed, latest, list, number, reopen, sealing_moment, versions,
};
pub(super) use self::decisions::{Decision, decisions_of};
pub use self::decisions::{NewDecision, decide};
