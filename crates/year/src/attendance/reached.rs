//! Who has reached a threshold of absences.

use std::collections::BTreeMap;

use ::store::{ConnectionTrait, Result};

use super::store::{self, Of};
use super::{Presence, Standing, Tally};

/// Hours of absence that count, beside the threshold that they reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    /// Hours that count.
    pub hours: i64,
    /// The threshold, in hours.
    pub threshold: i64,
    /// True above the threshold of absences, false from the warning on.
    pub over: bool,
}

/// What sheets say of each trainee who was not there all the time, from a day to another (YYYY-MM-DD).
pub(super) async fn tallies(
    db: &impl ConnectionTrait,
    of: Of,
    from: &str,
    until: &str,
) -> Result<BTreeMap<i64, Tally>> {
    let mut tallies: BTreeMap<i64, Tally> = BTreeMap::new();
    for own in store::missed(db, of, from, until).await? {
        if let Some(presence) = Presence::parse(&own.state) {
            tallies.entry(own.trainee_id).or_default().add(presence, own.slots, own.justified > 0);
        }
    }
    Ok(tallies)
}

/// The trainees of a promotion who reached a threshold from a day to another, whatever the section, by the thresholds of the last
/// day.
///
/// # Errors
/// What the database says.
pub(crate) async fn reached(
    db: &impl ConnectionTrait,
    promotion: i64,
    from: &str,
    until: &str,
) -> Result<BTreeMap<i64, Reached>> {
    let rule = store::rule_on(db, until).await?;
    let told = |(trainee, tally): (i64, Tally)| {
        let hours = tally.counted(&rule);
        let at = |threshold, over| Some((trainee, Reached { hours, threshold, over }));
        match tally.standing(&rule) {
            Standing::Over => at(rule.most, true),
            Standing::Warned => at(rule.warn, false),
            Standing::Fine => None,
        }
    };
    Ok(tallies(db, Of::Promotion(promotion), from, until).await?.into_iter().filter_map(told).collect())
}
