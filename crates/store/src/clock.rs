//! One clock for the whole program, handed in, never read from the air.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A moment: milliseconds since 1970-01-01 00:00 UTC, stored as one sortable integer on both engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment `ms` milliseconds later (earlier when negative).
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0 + ms)
    }

    /// Milliseconds from `earlier` to this moment.
    pub fn since(self, earlier: Moment) -> i64 {
        self.0 - earlier.0
    }
}

/// Where the time comes from: the machine, or a hand that a test moves.
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that stands at `start` until [`Clock::advance`] moves it; clones share the same hand.
    pub fn fixed(start: Moment) -> Self {
        Self(Some(Arc::new(AtomicI64::new(start.0))))
    }

    /// Moves a fixed clock forward by `ms`; the machine's clock cannot be moved and ignores it.
    pub fn advance(&self, ms: i64) {
        if let Some(hand) = &self.0 {
            hand.fetch_add(ms, Ordering::SeqCst);
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        match &self.0 {
            Some(hand) => Moment(hand.load(Ordering::SeqCst)),
            None => {
                Moment(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_millis() as i64))
            }
        }
    }
}
