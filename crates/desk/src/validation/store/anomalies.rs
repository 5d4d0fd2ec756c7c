//! Files that need somebody's eye: walked in the order of an index, a window of bounded size at a time.

use ::store::{ConnectionTrait, FromQueryResult, Moment, PAGE, Result, Scope, Sql, params};

use super::{After, Rules};
use crate::clients::{self, Client, ClientId, Day};
use crate::places;
use crate::validation::completeness;

/// Files looked through at once.
const ROWS: i64 = 5_000;
/// Windows read for one page.
const WINDOWS: usize = 4;
/// A month of the calendar on average, in milliseconds: a twelfth of 365.25 days.
const MONTH_MS: i64 = 2_629_800_000;
/// The greatest age that is believed, in years.
const OLDEST: u16 = 110;

/// What is wrong with the files of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::validation) enum Kind {
    /// Nobody updated them for long.
    Overdue,
    /// What they hold cannot all be true.
    Contradictory,
    /// They lack much, or a field that the centre requires.
    Incomplete,
}

impl Kind {
    pub(in crate::validation) const ALL: [Self; 3] = [Self::Overdue, Self::Contradictory, Self::Incomplete];

    /// The word in the address of the page.
    pub(in crate::validation) fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Contradictory => "contradictory",
            Self::Incomplete => "incomplete",
        }
    }
}

/// A file, and the text key of what is wrong with it.
#[derive(Clone, Debug)]
pub(in crate::validation) struct Anomaly {
    pub client: Client,
    pub reason: &'static str,
}

/// Some twenty files of one kind after a place, and the place where the list goes on; no place when all was looked through. A
/// page may be empty and still go on.
pub(in crate::validation) async fn anomalies(
    db: &impl ConnectionTrait,
    scope: Scope,
    kind: Kind,
    rules: Rules,
    now: Moment,
    after: After,
) -> Result<(Vec<Anomaly>, Option<After>)> {
    if kind == Kind::Overdue {
        return overdue(db, scope, rules, now, after).await;
    }
    let (mut found, mut place) = (vec![], after.1);
    for _ in 0..WINDOWS {
        let ids = match kind {
            Kind::Incomplete => incomplete(db, scope, rules, place).await?,
            _ => contradictory(db, scope, now, place).await?,
        };
        for (id, reason) in ids {
            found.push((id, reason));
            if found.len() == PAGE {
                return Ok((read(db, scope, &found).await?, Some(After(0, id))));
            }
        }
        match end_of_window(db, scope, place).await? {
            Some(end) => place = end,
            None => return Ok((read(db, scope, &found).await?, None)),
        }
    }
    Ok((read(db, scope, &found).await?, Some(After(0, place))))
}

async fn read(db: &impl ConnectionTrait, scope: Scope, found: &[(i64, &'static str)]) -> Result<Vec<Anomaly>> {
    let ids: Vec<ClientId> = found.iter().map(|(id, _)| ClientId(*id)).collect();
    let reason = |client: Client| {
        let reason = found.iter().find(|(id, _)| *id == client.id.0).map_or("", |(_, reason)| *reason);
        Anomaly { client, reason }
    };
    Ok(clients::each(db, scope, &ids).await?.into_iter().map(reason).collect())
}

#[derive(FromQueryResult)]
struct Old {
    id: i64,
    updated_at: i64,
}

async fn overdue(
    db: &impl ConnectionTrait,
    scope: Scope,
    rules: Rules,
    now: Moment,
    after: After,
) -> Result<(Vec<Anomaly>, Option<After>)> {
    let sql = "SELECT id, updated_at FROM client
        WHERE centre_id = $1 AND updated_at < $2 AND (updated_at, id) > ($3, $4) AND merged_into IS NULL
        ORDER BY updated_at, id LIMIT $5";
    let limit = now.0 - rules.months * MONTH_MS;
    let mut rows = db.all::<Old>(sql, params![scope.centre.0, limit, after.0, after.1, PAGE as i64 + 1]).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| After(row.updated_at, row.id));
    let found: Vec<(i64, &'static str)> = rows.iter().map(|row| (row.id, "validation-overdue")).collect();
    let mut read = read(db, scope, &found).await?;
    read.sort_by_key(|own| (own.client.updated_at.0, own.client.id));
    Ok((read, next))
}

/// The files of a window: those of the centre after `$2`, in the order of their creation.
macro_rules! window {
    ($columns:literal) => {
        concat!(
            "(SELECT ",
            $columns,
            " FROM client WHERE centre_id = $1 AND id > $2 AND merged_into IS NULL ORDER BY id LIMIT $3) c"
        )
    };
}

/// The last file of a window that is full.
async fn end_of_window(db: &impl ConnectionTrait, scope: Scope, place: i64) -> Result<Option<i64>> {
    let sql = concat!("SELECT CASE WHEN COUNT(*) < $3 THEN 0 ELSE MAX(id) END AS id FROM ", window!("id"));
    let end = db.number(sql, params![scope.centre.0, place, ROWS]).await?;
    Ok(Some(end).filter(|end| *end != 0))
}

#[derive(FromQueryResult)]
struct Id {
    id: i64,
}

/// Holds for a file `c` in which a field that the centre requires is empty.
const LACKS_OWN: &str = "EXISTS (SELECT 1 FROM client_field f WHERE f.centre_id = $1 AND f.required AND f.active
    AND NOT EXISTS (SELECT 1 FROM client_own o WHERE o.client_id = c.id AND o.field_id = f.id))";

async fn incomplete(
    db: &impl ConnectionTrait,
    scope: Scope,
    rules: Rules,
    place: i64,
) -> Result<Vec<(i64, &'static str)>> {
    let window = window!(
        "id, given_latin, family_latin, given_arabic, family_arabic, birth_date, email, street, wilaya, commune, needs,
            motivations, more"
    );
    let points = completeness::sql();
    let sql = format!("SELECT c.id FROM {window} WHERE ({points} < $4 OR {LACKS_OWN}) ORDER BY c.id LIMIT $5");
    let params = params![scope.centre.0, place, ROWS, rules.points, PAGE as i64];
    Ok(db.all::<Id>(&sql, params).await?.into_iter().map(|row| (row.id, "validation-incomplete")).collect())
}

#[derive(FromQueryResult)]
struct Held {
    id: i64,
    birth_date: String,
    wilaya: i64,
    commune: i64,
    ordered: i64,
}

async fn contradictory(
    db: &impl ConnectionTrait,
    scope: Scope,
    now: Moment,
    place: i64,
) -> Result<Vec<(i64, &'static str)>> {
    let sql = concat!(
        "SELECT c.id, c.birth_date, c.wilaya, c.commune, CAST(CASE WHEN c.status = 'prospect' AND EXISTS (SELECT 1 FROM call k
            WHERE k.centre_id = $1 AND k.client_id = c.id AND k.reason = 'order' AND k.outcome = 'resolved')
            THEN 1 ELSE 0 END AS BIGINT) AS ordered FROM ",
        window!("id, birth_date, wilaya, commune, status"),
        " ORDER BY c.id"
    );
    let today = Day::of(now, 0);
    let rows = db.all::<Held>(sql, params![scope.centre.0, place, ROWS]).await?;
    Ok(rows.into_iter().filter_map(|row| contradiction(&row, today).map(|reason| (row.id, reason))).collect())
}

/// The text key of what cannot be true in a file.
fn contradiction(row: &Held, today: Day) -> Option<&'static str> {
    let birth = Day::parse(&row.birth_date).ok();
    let elsewhere = || {
        let commune = places::commune(row.commune)?;
        let wilaya = places::wilaya(i32::try_from(row.wilaya).ok()?)?;
        // The communes of the wilayas of 2025 still stand under their former one in the list of the project.
        (commune.wilaya != wilaya.code && wilaya.since.is_none()).then_some(())
    };
    if birth.is_some_and(|day| day > today) {
        Some("validation-birth-future")
    } else if birth.is_some_and(|day| day.years_before(today) > OLDEST) {
        Some("validation-birth-old")
    } else if elsewhere().is_some() {
        Some("validation-commune")
    } else {
        (row.ordered != 0).then_some("validation-prospect")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_true_is_named() {
        let today = Day::parse("27/11/2026").unwrap();
        let alger = places::communes_named("Kouba").first().copied().unwrap().id;
        let of = |birth: &str, wilaya, ordered| {
            let row = Held { id: 1, birth_date: birth.to_owned(), wilaya, commune: alger, ordered };
            contradiction(&row, today)
        };
        assert_eq!(of("1985-11-23", 16, 0), None);
        assert_eq!(of("2026-11-28", 16, 0), Some("validation-birth-future"));
        assert_eq!(of("1916-11-28", 16, 0), None);
        assert_eq!(of("1915-11-27", 16, 0), Some("validation-birth-old"));
        assert_eq!(of("1985-11-23", 31, 0), Some("validation-commune"));
        assert_eq!(of("", 16, 1), Some("validation-prospect"));
    }
}
