//! Delays and holidays: the data of the clock.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use crate::clients::Day;
use crate::law::requests::Kind;

/// The delays that a centre may begin with: kind, working days, source. To be confirmed by the institution.
const DELAYS: &str = include_str!("../delays.csv");
/// The holidays of every year that have a fixed date. Those that follow the moon are announced each year and added then.
const HOLIDAYS: &str = include_str!("../holidays.csv");

/// A delay to answer, from a day on.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::law::requests) struct Delay {
    kind: String,
    pub days: i64,
    pub source: String,
    pub since: String,
}

impl Delay {
    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind).unwrap_or(Kind::Access)
    }
}

/// A delay to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// For which kind of request.
    pub kind: Kind,
    /// Working days.
    pub days: i64,
    /// Text and article, or the rule of the house.
    pub source: String,
    /// The first day on which it holds.
    pub since: Day,
}

/// Every delay of the centre, by kind, the newest first.
pub(in crate::law::requests) async fn delays(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Delay>> {
    let sql = "SELECT kind, days, source, since FROM law_delay WHERE centre_id = $1 ORDER BY kind, since DESC, id DESC";
    db.all(sql, params![scope.centre.0]).await
}

/// The working days to answer a request that came in on a day.
pub(super) async fn days(db: &impl ConnectionTrait, scope: Scope, kind: Kind, day: Day) -> Result<Option<i64>> {
    let sql = "SELECT kind, days, source, since FROM law_delay WHERE centre_id = $1 AND kind = $2 AND since <= $3
        ORDER BY since DESC, id DESC LIMIT 1";
    let found = db.one::<Delay>(sql, params![scope.centre.0, kind.code(), day.to_string()]).await?;
    Ok(found.map(|delay| delay.days))
}

/// Adds a delay and writes `delay.added`. Earlier ones stay, so that an old request keeps the delay of its day.
///
/// # Errors
/// What the database says.
pub async fn add_delay(change: &Change, delay: &Added) -> Result<()> {
    let centre = change.scope().centre.0;
    let Added { kind, days, source, since } = delay;
    let sql = "INSERT INTO law_delay (centre_id, kind, days, source, since) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    let id = change.number(sql, params![centre, kind.code(), *days, source.as_str(), since.to_string()]).await?;
    let detail = json!({"kind": kind.code(), "days": days, "source": source, "since": since.to_string()});
    change.record(Entry::new("delay.added", "delay", id).detail(detail)).await?;
    Ok(())
}

/// A day on which nobody works.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::law::requests) struct Holiday {
    pub id: i64,
    /// `YYYY-MM-DD`, or `MM-DD` for every year.
    pub day: String,
    pub name: String,
}

/// The holidays of the centre, those of every year first.
pub(in crate::law::requests) async fn holidays(db: &impl ConnectionTrait, scope: Scope) -> Result<Vec<Holiday>> {
    let sql = "SELECT id, day, name FROM law_holiday WHERE centre_id = $1 ORDER BY LENGTH(day), day, id";
    db.all(sql, params![scope.centre.0]).await
}

/// Adds a holiday and writes `holiday.added`.
///
/// # Errors
/// [`StoreError::Duplicate`] when the day is one already; else what the database says.
pub async fn add_holiday(change: &Change, day: &str, name: &str) -> Result<()> {
    let sql = "INSERT INTO law_holiday (centre_id, day, name) VALUES ($1, $2, $3) RETURNING id";
    let id = change.number(sql, params![change.scope().centre.0, day, name]).await?;
    let detail = json!({"day": day, "name": name});
    change.record(Entry::new("holiday.added", "holiday", id).detail(detail)).await?;
    Ok(())
}

/// Takes a holiday out and writes `holiday.removed`. The due days that were counted stay as they are.
pub(in crate::law::requests) async fn remove_holiday(change: &Change, id: i64) -> Result<()> {
    let sql = "DELETE FROM law_holiday WHERE centre_id = $1 AND id = $2";
    if change.run(sql, params![change.scope().centre.0, id]).await? == 0 {
        return Err(StoreError::NotFound);
    }
    change.record(Entry::new("holiday.removed", "holiday", id)).await?;
    Ok(())
}

/// Gives a centre that has none the proposed delays and holidays.
///
/// # Errors
/// What the database says.
pub async fn seed_delays(change: &Change, since: Day) -> Result<()> {
    if delays(&**change, change.scope()).await?.is_empty() {
        for line in DELAYS.lines() {
            let parts: Vec<&str> = line.split(';').collect();
            if let [kind, days, source] = parts[..]
                && let (Some(kind), Ok(days)) = (Kind::parse(kind), days.parse())
            {
                add_delay(change, &Added { kind, days, source: source.to_owned(), since }).await?;
            }
        }
    }
    if holidays(&**change, change.scope()).await?.is_empty() {
        for (day, name) in HOLIDAYS.lines().filter_map(|line| line.split_once(';')) {
            add_holiday(change, day, name).await?;
        }
    }
    Ok(())
}
