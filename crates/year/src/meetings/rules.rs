//! What may be done to a visit, a meeting or a decision, and when. Each rule gives the text key of the reason why not.

use super::store::Meeting;
use super::{DECISIONS, Decision};

/// Why its report cannot be written on `today`, YYYY-MM-DD.
pub(super) fn unreportable(own: &Meeting, today: &str) -> Option<&'static str> {
    if own.on_day.as_str() > today { Some("meetings-error-early") } else { off(own) }
}

/// Why nothing more can be decided at it, after so many decisions.
pub(super) fn undecidable(own: &Meeting, decisions: usize) -> Option<&'static str> {
    off(own).or((decisions >= DECISIONS).then_some("meetings-error-many"))
}

fn off(own: &Meeting) -> Option<&'static str> {
    (!own.off.is_empty()).then_some("meetings-error-off")
}

/// Why it cannot be called off.
pub(super) fn unstoppable(own: &Meeting) -> Option<&'static str> {
    (!own.report.is_empty()).then_some("meetings-error-held")
}

/// Why it cannot be moved to `day`: what took place is not to come.
pub(super) fn unmovable(own: &Meeting, day: &str, today: &str) -> Option<&'static str> {
    (!own.report.is_empty() && day > today).then_some("meetings-error-moved")
}

/// Why a decision cannot be worded otherwise.
pub(super) fn unwordable(own: &Decision) -> Option<&'static str> {
    (!own.withdrawn.is_empty()).then_some("meetings-error-withdrawn")
}

/// Why a decision cannot be withdrawn.
pub(super) fn irrevocable(own: &Decision) -> Option<&'static str> {
    (!own.done_on.is_empty()).then_some("meetings-error-done")
}
