//! Badges: an Open Badges 3.0 credential for each module that somebody validated, signed by the institution without any network,
//! and a page where anybody can see what it attests and whether it still stands.
//!
//! A credential is a VC-JWT (Open Badges 3.0, section 8.2): its payload is the credential itself, its header carries the public key
//! that verifies it, and its issuer is that key as a `did:jwk`. What it attests comes from sealed minutes.

mod credential;
mod key;
mod store;
mod web;

#[cfg(test)]
mod tests;

use ::store::{Chance, Change, ConnectionTrait, Result, StoreError};
use desk::clients::Day;

use crate::cohorts;
use crate::council::{self, Minutes, Person, full_names};

pub use self::key::{Key, Keys};
pub use self::web::{open_routes, routes};

/// A module that somebody validated, and the minutes that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validated {
    /// The module.
    pub module: String,
    /// The references of the minutes that say so.
    pub references: Vec<String>,
}

/// Decisions under which a module below the pass mark counts as made up for.
const MAKES_UP: [&str; 3] = ["admitted", "compensated", "graduated"];

fn validates(minutes: &Minutes, trainee: i64, module: &str) -> Option<bool> {
    let own: &Person = minutes.people.iter().find(|own| own.trainee == trainee)?;
    let fact = own.modules.iter().find(|own| own.code == module)?;
    let made_up = fact.standing == "compensable" && MAKES_UP.contains(&own.decided.kind.as_str());
    Some(fact.standing == "passed" || fact.standing == "exempt" || made_up)
}

/// The modules that somebody validated: passed, dispensed or made up for in the standing minutes of every semester in which the
/// plan teaches them. The last minutes of a semester count, also when it was repeated in another section.
///
/// # Errors
/// What the database says.
pub async fn validated(db: &impl ConnectionTrait, trainee: i64) -> Result<Vec<Validated>> {
    let mut all = vec![];
    let mut section = 0;
    for council in council::sealed_of(db, trainee).await? {
        section = council.section_id;
        all.push(council.minutes()?);
    }
    if all.is_empty() {
        return Ok(vec![]);
    }
    let promotion = cohorts::section(db, section).await?.promotion_id;
    let plan = crate::plan::plan_of(db, promotion).await?;
    let mut found = vec![];
    for module in &school::programme::programme().modules {
        let code = module.code.as_str();
        let planned = plan.get(code).map(Vec::as_slice).unwrap_or_default();
        let last = |semester: i64| all.iter().rev().find(|own| own.semester == semester && knows(own, trainee, code));
        let semesters: std::collections::BTreeSet<i64> = planned
            .iter()
            .filter(|place| **place > 0)
            .map(|place| i64::from(*place))
            .chain(all.iter().filter(|own| knows(own, trainee, code)).map(|own| own.semester))
            .collect();
        let judged: Vec<_> = semesters.iter().filter_map(|semester| last(*semester)).collect();
        let passed = judged.iter().all(|own| validates(own, trainee, code) == Some(true));
        if !judged.is_empty() && judged.len() == semesters.len() && passed {
            found.push(Validated {
                module: code.to_owned(),
                references: judged.iter().map(|own| own.reference()).collect(),
            });
        }
    }
    Ok(found)
}

fn knows(minutes: &Minutes, trainee: i64, module: &str) -> bool {
    validates(minutes, trainee, module).is_some()
}

/// Issues a badge for a validated module: signs its credential and keeps it at an address that nobody guesses.
///
/// # Errors
/// [`StoreError::Duplicate`] when the trainee has a standing one for the module; else what the database says.
pub async fn award(
    change: &Change,
    key: &Key,
    chance: &Chance,
    trainee: i64,
    own: &Validated,
    day: Day,
) -> Result<i64, StoreError> {
    let trainee = cohorts::trainee(&**change, trainee).await?;
    let institution = cohorts::institution(&**change).await?;
    let [first, second] = [institution.name_fr, institution.name_ar];
    let named = if first.is_empty() { second } else { first };
    let (latin, arabic) = full_names(&trainee);
    let name = if latin.is_empty() { arabic } else { latin };
    let subject = credential::Subject { name, number: trainee.number.clone() };
    let said = credential::credential(&key.0, chance, change.now(), &named, &subject, own);
    let jwt = credential::sign(&key.0, &said);
    store::issue(change, (trainee.id, &own.module), &chance.token(16), &jwt, &day.to_string()).await
}
