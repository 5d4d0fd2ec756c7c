//! Queries of marks.

mod regimes;
mod sheets;

pub(crate) use self::regimes::add_regime;
pub use self::regimes::adopt;
pub(super) use self::regimes::{Regime, regime, regimes, sheets_under};
pub use self::sheets::{Cell, enter, open_sheet};
pub(super) use self::sheets::{
    Override, Session, Sheet, marks_of, override_of, overrides_of, people_of, put_override, sessions_of, sheet,
    sheets_of, undo,
};
