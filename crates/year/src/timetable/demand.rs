//! What a generation is asked for: the demand of the plan, and what stands already.

use std::collections::{BTreeMap, BTreeSet};

use ::store::{ConnectionTrait, Result};
use desk::clients::Day;
use school::programme::programme;

use super::calendar::week_of;
use super::generate::{Busy, Need, Problem, SectionAsk, TrainerAsk};
use super::judge::semester_on;
use super::store::{self, Taken};
use super::{Calendar, Teaching};
use crate::cohorts::{self, Room};
use crate::plan;

/// Why nothing can be generated for a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoDemand {
    /// The day lies in no semester of the promotion of this section.
    NoSemester(String),
    /// The plan has no module in the semester of this section.
    EmptyPlan(String),
}

/// The rooms that a section may have: its own, else those that hold it, the smallest first.
fn rooms_for(own: i64, people: usize, rooms: &[Room]) -> Vec<i64> {
    if own > 0 {
        return vec![own];
    }
    let people = i64::try_from(people).unwrap_or(i64::MAX);
    let mut fit: Vec<&Room> = rooms.iter().filter(|room| room.capacity >= people).collect();
    fit.sort_by_key(|room| (room.capacity, room.id));
    fit.into_iter().map(|room| room.id).collect()
}

/// The hours that a section has of each module and teaching in a week.
fn standing(taken: &[Taken], section: i64, week: Day) -> BTreeMap<(String, String), i64> {
    let (from, until) = (week.to_string(), week.plus_days(6).to_string());
    let mut found = BTreeMap::new();
    for own in taken.iter().filter(|own| own.section_id == section && from <= own.on_day && own.on_day <= until) {
        *found.entry((own.module.clone(), own.teaching.clone())).or_default() += own.slots;
    }
    found
}

fn busy(taken: &[Taken]) -> Vec<Busy> {
    let mut found = BTreeSet::new();
    for own in taken {
        let Ok(day) = Day::parse(&own.on_day) else { continue };
        for slot in own.from_slot..own.from_slot + own.slots {
            found.insert((day.weekday(), slot, own.section_id, own.trainer_id, own.room_id));
        }
    }
    let one = |(weekday, slot, section, trainer, room)| Busy { weekday, slot, section, trainer, room };
    found.into_iter().map(one).collect()
}

/// Everything that a generation needs to know, for the weeks from a day to another.
pub(super) async fn problem(
    db: &impl ConnectionTrait,
    calendar: &Calendar,
    sections: &[i64],
    (from, until): (Day, Day),
    seed: u32,
) -> Result<std::result::Result<Problem, NoDemand>> {
    let (trainers, modules, rooms) =
        tokio::try_join!(cohorts::trainers(db), cohorts::modules_of(db), cohorts::rooms(db))?;
    let taken = store::taken(db, &from.to_string(), &until.to_string()).await?;
    let mut problem = Problem {
        days: calendar.days.clone(),
        slots: calendar.count(),
        pauses: calendar.pauses(),
        busy: busy(&taken),
        seed,
        ..Problem::default()
    };
    problem.trainers = trainers
        .iter()
        .map(|own| {
            let taught = modules.iter().filter(|(id, _)| *id == own.id).map(|(_, module)| module.clone());
            TrainerAsk { id: own.id, modules: taught.collect() }
        })
        .collect();
    for (at, id) in sections.iter().enumerate() {
        let section = cohorts::section(db, *id).await?;
        let name = format!("{} {}", section.code, section.promotion);
        let (members, semesters, plan) = tokio::try_join!(
            cohorts::members(db, section.id),
            cohorts::semesters(db, section.promotion_id),
            plan::plan_of(db, section.promotion_id),
        )?;
        let semester = semester_on(&semesters, &from.to_string()).unwrap_or(0);
        if semester == 0 {
            return Ok(Err(NoDemand::NoSemester(name)));
        }
        problem.sections.push(SectionAsk { id: section.id, rooms: rooms_for(section.room_id, members.len(), &rooms) });
        let stands = standing(&taken, section.id, week_of(from));
        let before = problem.needs.len();
        for row in &programme().semesters.rows {
            let places = plan.get(&row.module).map(Vec::as_slice).unwrap_or_default();
            let own = row.blocks.iter().zip(places).filter(|(_, place)| i64::from(**place) == semester);
            let (lecture, practical) = own.fold((0, 0), |(lecture, practical), (block, _)| {
                (lecture + i64::from(block.lecture), practical + i64::from(block.practical))
            });
            for (teaching, due) in [(Teaching::Lecture, lecture), (Teaching::Practical, practical)] {
                let key = (row.module.clone(), teaching.code().to_owned());
                let hours = due - stands.get(&key).copied().unwrap_or(0);
                if hours > 0 {
                    problem.needs.push(Need { section: at, module: row.module.clone(), teaching, hours });
                }
            }
        }
        if problem.needs.len() == before && stands.is_empty() {
            return Ok(Err(NoDemand::EmptyPlan(name)));
        }
    }
    Ok(Ok(problem))
}
