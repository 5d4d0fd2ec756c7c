//! What may be done to a visit or a meeting, and when. Each rule gives the text key of the reason why not.

use super::store::Meeting;

/// Why its report cannot be written on `today`, YYYY-MM-DD.
pub(super) fn unreportable(own: &Meeting, today: &str) -> Option<&'static str> {
    if own.on_day.as_str() > today { Some("meetings-error-early") } else { undecidable(own) }
}

/// Why nothing can be decided at it.
pub(super) fn undecidable(own: &Meeting) -> Option<&'static str> {
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
