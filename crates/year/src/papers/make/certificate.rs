//! Certificates: that somebody is enrolled, and that somebody succeeded.

use ::store::ConnectionTrait;
use ::web::WebError;
use words::{Arg, Talk};

use super::sealed::{certified, decision_of};
use super::{Cell, Paper, Part, about, programme_title};
use crate::cohorts;
use crate::common::shown_day;
use crate::council;

/// A certificate that somebody is enrolled today.
pub(super) async fn school(db: &impl ConnectionTrait, talk: Talk, id: i64, today: &str) -> Result<Paper, WebError> {
    let trainee = cohorts::trainee(db, id).await?;
    let stays = cohorts::memberships(db, id).await?;
    let Some(now) = stays.iter().find(|own| own.until_on.is_empty() && !trainee.state().leaves()) else {
        return Err(WebError::Conflict("papers-error-left"));
    };
    let section = cohorts::section(db, now.section_id).await?;
    let promotion = cohorts::promotion(db, section.promotion_id).await?;
    let since = stays.last().map_or_else(String::new, |own| shown_day(&own.from_on));
    let sentence = talk.html(
        "papers-school-says",
        &[
            ("name", Arg::from(certified(talk, &trainee))),
            ("programme", Arg::from(programme_title(talk, &promotion.programme))),
            ("code", Arg::ltr(&promotion.programme)),
            ("promotion", Arg::from(promotion.code.as_str())),
            ("section", Arg::from(section.code.as_str())),
            ("since", Arg::ltr(&since)),
        ],
    );
    let parts = vec![Part::Sentence(sentence), about(talk, &trainee), Part::Sentence(talk.html("papers-for-use", &[]))];
    let title = talk.t("papers-school").into_owned();
    let number = format!("{} – {today}", trainee.number);
    Ok(Paper { title, number, parts, signatures: vec![talk.t("papers-director").into_owned()] })
}

/// A certificate of the semesters that somebody passed, by the minutes that stand.
pub(super) async fn success(db: &impl ConnectionTrait, talk: Talk, id: i64, today: &str) -> Result<Paper, WebError> {
    let trainee = cohorts::trainee(db, id).await?;
    let mut rows = vec![];
    let mut programme = String::new();
    for own in council::sealed_of(db, id).await? {
        let minutes = own.minutes()?;
        let person = minutes.people.iter().find(|own| own.trainee == id);
        let passed = person.filter(|own| ["admitted", "compensated", "graduated"].contains(&own.decided.kind.as_str()));
        if let Some(person) = passed {
            programme.clone_from(&minutes.programme);
            rows.push(vec![
                Cell::words(talk.with("cohorts-semester-number", &[("number", Arg::from(minutes.semester))])),
                Cell::words(decision_of(talk, &person.decided)),
                Cell::figures(minutes.reference()),
                Cell::figures(shown_day(&minutes.sealed_on)),
            ]);
        }
    }
    if rows.is_empty() {
        return Err(WebError::Conflict("papers-error-no-success"));
    }
    let sentence = talk.html(
        "papers-success-says",
        &[
            ("name", Arg::from(certified(talk, &trainee))),
            ("programme", Arg::from(programme_title(talk, &programme))),
            ("code", Arg::ltr(&programme)),
        ],
    );
    let head = ["council-semester", "council-decision", "council-minutes", "papers-on"];
    let head = head.map(|key| talk.t(key).into_owned()).to_vec();
    let parts = vec![
        Part::Sentence(sentence),
        about(talk, &trainee),
        Part::Table(talk.t("papers-success-caption").into_owned(), head, rows),
        Part::Sentence(talk.html("papers-for-use", &[])),
    ];
    let title = talk.t("papers-success").into_owned();
    let number = format!("{} – {today}", trainee.number);
    Ok(Paper { title, number, parts, signatures: vec![talk.t("papers-director").into_owned()] })
}
