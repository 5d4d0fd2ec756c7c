//! The pages of attendance.

mod rules;
mod section;
mod sheet;
mod trainee;

use ::store::ConnectionTrait;
use ::web::{Habilitation, Refusal, Role, Routes, Visitor, Web, WebError};

use crate::cohorts;
use crate::timetable::Lesson;

/// The pages of this room.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/attendance/lessons/{id}", sheet::show)
        .post("/attendance/lessons/{id}", sheet::save)
        .page("/attendance/sections/{id}", section::show)
        .page("/attendance/trainees/{id}", trainee::show)
        .post("/attendance/trainees/{id}", trainee::justify)
        .post("/attendance/justifications/{id}/removal", trainee::take_back)
        .page("/attendance/rules", rules::show)
        .post("/attendance/rules", rules::save)
        .with_state(web)
}

/// Allowed to keep the sheet of a session: the head of studies, and the trainer who gives it.
fn may_keep(visitor: &Visitor, lesson: &Lesson) -> Result<(), WebError> {
    visitor.may(Habilitation::ReadYear)?;
    if visitor.account.role == Role::Trainer && lesson.account_id != visitor.account.id.0 {
        return Err(WebError::Refused(Refusal("frame-refused-attendance-lesson")));
    }
    Ok(())
}

/// The days over which absences are counted: the semester in which a day lies, the last that had begun, or all days while no
/// semester has its days. With the number of the semester, 0 for none.
async fn period(db: &impl ConnectionTrait, promotion: i64, day: &str) -> ::store::Result<(i64, String, String)> {
    let own = cohorts::semester_at(db, promotion, day).await?;
    let all = || (0, "0000-01-01".to_owned(), "9999-12-31".to_owned());
    Ok(own.map_or_else(all, |own| (own.number, own.from_on, own.until_on)))
}
