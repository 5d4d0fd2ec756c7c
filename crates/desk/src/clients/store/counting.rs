//! Counting files by what they hold. One index is read whole and in one statement, so that the lines of a count add up.

use ::store::{ConnectionTrait, FromQueryResult, Result, Scope, Sql};

use super::filtering::Words;
use crate::clients::filter::{Asked, Filter};
use crate::clients::traits::{BIRTH, LANGUAGE, STATUS};
use crate::clients::{Day, Part};

/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;
/// A file that nobody changed for so many days is to be looked at again.
pub(crate) const STALE_DAYS: i64 = 180;

/// What files are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The number of the status.
    Status,
    /// The code of the wilaya, 0 for "not given".
    Wilaya,
    /// The number of the language.
    Language,
    /// The portfolio, 0 for none.
    Portfolio,
    /// The age in years, -1 for "not given".
    Age,
    /// The day on which the file was made, counted from 1970-01-01 in the centre's time.
    CreatedDay,
}

/// The files of one value.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Counted {
    /// The value.
    pub value: i64,
    /// Files.
    pub files: i64,
    /// Those that hold all that is important.
    pub complete: i64,
    /// Those without a phone number.
    pub no_phone: i64,
    /// Those without an e-mail address.
    pub no_email: i64,
    /// Those that nobody changed for 180 days.
    pub stale: i64,
}

/// The files that answer a filter, by a value.
///
/// # Errors
/// What the database says.
pub async fn by(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    grouping: Grouping,
) -> Result<Vec<Counted>> {
    let mut words = Words::new(scope);
    let value = match grouping {
        Grouping::Status => format!("((c.traits >> {STATUS}) & 15)"),
        Grouping::Wilaya => "(c.wilaya + 0)".to_owned(),
        Grouping::Language => format!("((c.traits >> {LANGUAGE}) & 3)"),
        Grouping::Portfolio => "(c.portfolio + 0)".to_owned(),
        Grouping::Age => {
            let today = Day::of(asked.now, asked.offset).number();
            format!("(CASE WHEN (c.traits >> {BIRTH}) = 0 THEN -1 ELSE ({today} - (c.traits >> {BIRTH})) / 10000 END)")
        }
        Grouping::CreatedDay => format!("((c.created_at + {}) / {DAY_MS})", i64::from(asked.offset) * 60_000),
    };
    let old = asked.now.0 - STALE_DAYS * DAY_MS;
    let conditions = words.conditions(filter, asked);
    let sql = format!(
        "SELECT {value} AS value, COUNT(*) AS files,
            COUNT(CASE WHEN (c.traits & {}) = 0 THEN 1 END) AS complete,
            COUNT(CASE WHEN (c.traits & {}) <> 0 THEN 1 END) AS no_phone,
            COUNT(CASE WHEN (c.traits & {}) <> 0 THEN 1 END) AS no_email,
            COUNT(CASE WHEN c.updated_at <= {old} THEN 1 END) AS stale
        FROM client c WHERE c.centre_id = $1{conditions} GROUP BY {value} ORDER BY 1",
        Part::Everything.bits(),
        Part::Phone.bits(),
        Part::Email.bits(),
    );
    db.all(&sql, words.params).await
}

#[derive(FromQueryResult)]
struct Traits {
    gaps: i64,
    files: i64,
}

/// How many of the files that answer a filter lack a part, for each part, and how many files there are.
///
/// # Errors
/// What the database says.
pub(crate) async fn gaps(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
) -> Result<(Vec<(Part, i64)>, i64)> {
    let mut words = Words::new(scope);
    let (mask, conditions) = (Part::Everything.bits(), words.conditions(filter, asked));
    let sql = format!(
        "SELECT (c.traits & {mask}) AS gaps, COUNT(*) AS files FROM client c
        WHERE c.centre_id = $1{conditions} GROUP BY (c.traits & {mask})"
    );
    let rows = db.all::<Traits>(&sql, words.params).await?;
    let lacking = |part: Part| rows.iter().filter(|row| row.gaps & part.bits() != 0).map(|row| row.files).sum();
    let each = Part::ALL.into_iter().map(|part| (part, lacking(part))).collect();
    Ok((each, rows.iter().map(|row| row.files).sum()))
}
