//! Judging sessions beside what stands: reads what the rules need, and decides nothing itself.

use std::collections::{BTreeMap, BTreeSet};

use ::store::{ConnectionTrait, Result};
use desk::clients::Day;
use school::programme::programme;

use super::calendar::week_of;
use super::rules::{About, Conflict, Warning, conflicts, warnings};
use super::store::{self, Lesson};
use super::{Calendar, Placed, State};
use crate::cohorts;
use crate::meetings::{self, Meeting};
use crate::plan;

/// A conflict and the session that it is about.
pub(crate) type Clash = (Placed, Conflict);

/// What stands in the way of sessions; those of `own` are about to be changed and stand in nobody's way.
pub(crate) async fn clashes(
    db: &impl ConnectionTrait,
    calendar: &Calendar,
    placed: &[Placed],
    own: &BTreeSet<i64>,
) -> Result<Vec<Clash>> {
    let mut together: BTreeMap<(i64, i64, i64), Vec<&Placed>> = BTreeMap::new();
    for one in placed.iter().filter(|one| one.state == State::Planned.code()) {
        together.entry((one.section, one.trainer, one.room)).or_default().push(one);
    }
    let mut found = vec![];
    for (who, group) in together {
        let days = || group.iter().map(|one| one.day.as_str());
        let (Some(from), Some(until)) = (days().min(), days().max()) else { continue };
        let beside = store::beside(db, who, from, until).await?;
        let mut by_day: BTreeMap<&str, Vec<&Lesson>> = BTreeMap::new();
        for lesson in beside.iter().filter(|lesson| !own.contains(&lesson.id)) {
            by_day.entry(lesson.on_day.as_str()).or_default().push(lesson);
        }
        for one in group {
            let others = by_day.get(one.day.as_str()).map(Vec::as_slice).unwrap_or_default();
            found.extend(conflicts(calendar, one, others).into_iter().map(|conflict| (one.clone(), conflict)));
        }
    }
    found.sort_by(|one, other| one.0.day.cmp(&other.0.day));
    Ok(found)
}

/// The semester of a promotion in which a day lies, 0 for none; nothing when no semester has its days.
pub(crate) fn semester_on(semesters: &[cohorts::Semester], day: &str) -> Option<i64> {
    if semesters.is_empty() {
        return None;
    }
    let own = semesters.iter().find(|own| own.from_on.as_str() <= day && day <= own.until_on.as_str());
    Some(own.map_or(0, |own| own.number))
}

/// What is unusual about sessions of one section, each kind of warning once: the first week tells.
pub(crate) async fn unusual(
    db: &impl ConnectionTrait,
    calendar: &Calendar,
    placed: &[Placed],
    own: &BTreeSet<i64>,
) -> Result<Vec<Warning>> {
    let Some(first) = placed.first() else { return Ok(vec![]) };
    let section = cohorts::section(db, first.section).await?;
    let (members, rooms, taught, semesters, plan) = tokio::try_join!(
        cohorts::members(db, section.id),
        cohorts::rooms(db),
        cohorts::modules_of(db),
        cohorts::semesters(db, section.promotion_id),
        plan::plan_of(db, section.promotion_id),
    )?;
    let days = || placed.iter().filter_map(|one| Day::parse(&one.day).ok());
    let (Some(from), Some(until)) = (days().min(), days().max()) else { return Ok(vec![]) };
    let (from, until) = (week_of(from).to_string(), week_of(until).plus_days(6).to_string());
    let week = |day: &str| Day::parse(day).map_or_else(|_| String::new(), |day| week_of(day).to_string());
    let mut hours: BTreeMap<String, i64> = BTreeMap::new();
    for lesson in store::beside(db, (section.id, 0, 0), &from, &until).await? {
        if !own.contains(&lesson.id) {
            *hours.entry(week(&lesson.on_day)).or_default() += lesson.slots;
        }
    }
    for one in placed {
        *hours.entry(week(&one.day)).or_default() += one.slots;
    }
    let mut found: Vec<Warning> = vec![];
    for one in placed {
        let semester = semester_on(&semesters, &one.day);
        let number = semester.unwrap_or(0);
        let about = About {
            seats: rooms.iter().find(|room| room.id == one.room).map_or(0, |room| room.capacity),
            people: i64::try_from(members.len()).unwrap_or(i64::MAX),
            teaches: taught.iter().any(|(trainer, module)| *trainer == one.trainer && *module == one.module),
            hours: hours.get(&week(&one.day)).copied().unwrap_or(0),
            most: i64::from(programme().sheet.hours_per_week),
            fixed: semester.is_some(),
            semester: number,
            planned: plan.get(&one.module).is_some_and(|places| places.iter().any(|own| i64::from(*own) == number)),
        };
        for warning in warnings(&about) {
            let same = |own: &Warning| std::mem::discriminant(own) == std::mem::discriminant(&warning);
            if !found.iter().any(same) {
                found.push(warning);
            }
        }
    }
    let visits = meetings::visits(db, section.id, &from, &until).await?;
    let held = placed.iter().filter(|one| one.state == State::Planned.code());
    found.extend(held.filter_map(|one| visit_at(calendar, &visits, one)).next());
    Ok(found)
}

/// The visit that the section of a session makes at its hours.
fn visit_at(calendar: &Calendar, visits: &[Meeting], one: &Placed) -> Option<Warning> {
    let (begins, ends) = calendar.span(one.first, one.slots);
    let at = |own: &&Meeting| own.off.is_empty() && own.on_day == one.day && own.begins < ends && begins < own.ends;
    visits.iter().find(at).map(|own| Warning::Visit {
        subject: own.subject.clone(),
        day: own.on_day.clone(),
        hours: (own.begins, own.ends),
    })
}

/// Of sessions, those at whose hours their section is on no visit.
pub(crate) async fn beside_visits(
    db: &impl ConnectionTrait,
    calendar: &Calendar,
    mut placed: Vec<Placed>,
) -> Result<Vec<Placed>> {
    let days = || placed.iter().map(|one| one.day.as_str());
    let (Some(from), Some(until)) = (days().min(), days().max()) else { return Ok(placed) };
    let mut visits: BTreeMap<i64, Vec<Meeting>> = BTreeMap::new();
    for section in placed.iter().map(|one| one.section).collect::<BTreeSet<_>>() {
        visits.insert(section, meetings::visits(db, section, from, until).await?);
    }
    placed.retain(|one| visits.get(&one.section).is_none_or(|visits| visit_at(calendar, visits, one).is_none()));
    Ok(placed)
}
