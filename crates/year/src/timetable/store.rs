//! Queries of the timetable.

mod calendar;
mod changes;
mod feeds;
mod lessons;
mod proposals;

pub(crate) use self::calendar::calendar;
pub(super) use self::calendar::{add_off, confirm_off, last_slot, off, remove_off, set_week};
pub(super) use self::changes::{Edit, LastDeed, Undone, alter, last_deed, lock, place, undo};
pub use self::changes::{lay, lay_weekly};
pub(super) use self::feeds::{close_feed, feed_by_token, feed_of, open_feed};
pub use self::lessons::Lesson;
pub(crate) use self::lessons::lesson;
pub(super) use self::lessons::{Done, Whose, beside, done, following, of_days, sections_of, trainer_of};
pub use self::proposals::propose;
pub(super) use self::proposals::{Taken, proposed, take, taken};
