//! Queries of the people of the school.

mod accommodations;
mod imports;
mod logo;
mod places;
mod promotions;
mod trainees;
mod trainers;

use ::store::{Change, ConnectionTrait, FromQueryResult, Result, Sql, params};
use serde_json::{Value as Json, json};

pub(in crate::cohorts) use self::accommodations::accommodation;
pub use self::accommodations::{Granted, keep_accommodation};
#[cfg(test)]
pub(in crate::cohorts) use self::imports::WORKED;
pub(in crate::cohorts) use self::imports::{Import, enrol, get as import, hold, list as imports, map, prepare, revert};
pub use self::logo::keep_logo;
pub(crate) use self::logo::{Logo, kept_logo, logo_png};
pub(in crate::cohorts) use self::logo::{change_logo, remove_logo};
pub(in crate::cohorts) use self::places::{Campus, campuses, change_campus, change_room};
pub use self::places::{Institution, add_campus, add_room, change_institution};
pub(crate) use self::places::{Room, institution, rooms};
pub(crate) use self::promotions::{Counted, Semester, promotion, section, sections, semester_at, semesters};
pub use self::promotions::{NewPromotion, Promotion, Section, add_promotion, add_section};
pub(in crate::cohorts) use self::promotions::{change_promotion, change_section, promotions};
pub(in crate::cohorts) use self::trainees::{
    Membership, StateLine, all_for_comparison, change_trainee, former_members, list, register,
};
pub use self::trainees::{NewTrainee, add_trainee};
pub(crate) use self::trainees::{
    Trainee, change_state, members, members_on, memberships, move_to, states, stay, trainee,
};
pub use self::trainers::add_trainer;
pub(crate) use self::trainers::{Trainer, modules_of, teaches, trainers};
pub(in crate::cohorts) use self::trainers::{change_trainer, trainer};

#[derive(FromQueryResult)]
struct Spent {
    location: String,
}

/// Where a form that was sent before led to.
pub(crate) async fn led_to(db: &impl ConnectionTrait, token: &str) -> Result<Option<String>> {
    let row = db.one::<Spent>("SELECT location FROM spent WHERE token = $1", params![token]).await?;
    Ok(row.map(|row| row.location))
}

/// An identity and what it is called.
#[derive(Clone, Debug, FromQueryResult)]
struct Named {
    id: i64,
    name: String,
}

/// The active accounts of a role that no record of a table holds yet, or that its own record `own` holds, by name.
pub(in crate::cohorts) async fn free_accounts(
    db: &impl ConnectionTrait,
    role: &str,
    table: Holder,
    own: i64,
) -> Result<Vec<(i64, String)>> {
    let sql = match table {
        Holder::Trainers => {
            "SELECT id, name FROM account WHERE active AND role = $1
            AND id NOT IN (SELECT account_id FROM trainer WHERE id <> $2) ORDER BY name, id LIMIT 500"
        }
        Holder::Trainees => {
            "SELECT id, name FROM account WHERE active AND role = $1 AND id NOT IN
            (SELECT account_id FROM trainee WHERE id <> $2 AND account_id IS NOT NULL) ORDER BY name, id LIMIT 500"
        }
    };
    let rows = db.all::<Named>(sql, params![role, own]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Which records hold accounts.
#[derive(Clone, Copy, Debug)]
pub(in crate::cohorts) enum Holder {
    Trainers,
    Trainees,
}

/// The name as the journal keeps it.
fn named(name: &names::PersonName) -> Json {
    let fields = name.fields();
    json!([fields.family_latin, fields.given_latin, fields.family_arabic, fields.given_arabic])
}

/// Who acts, for a column.
fn actor(change: &Change) -> i64 {
    change.scope().actor.map_or(0, |actor| actor.0)
}
