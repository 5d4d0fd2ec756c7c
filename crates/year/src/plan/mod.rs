//! The semester plan of a promotion: in which semester each block of a module is taught.
//!
//! The official document lost the column that says so. What it says is kept: the hours of each block, their order, and what
//! a semester adds up to. Everything else is the institution's, and a proposal to be confirmed.

mod store;
mod suggest;
mod web;

#[cfg(test)]
mod tests;

use ::programme::{Assignment, Code, Kind, Problem, Programme};

pub use self::store::{fill, plan_of};
pub use self::suggest::{Impossible, suggest};
pub use self::web::routes;

/// A plan without a single block placed: 0 stands for no semester yet.
pub fn open_plan(programme: &Programme) -> Assignment {
    programme.semesters.rows.iter().map(|row| (row.module.clone(), vec![0; row.blocks.len()])).collect()
}

/// How many blocks stand in no semester.
pub(crate) fn open_blocks(plan: &Assignment) -> usize {
    plan.values().flatten().filter(|place| **place == 0).count()
}

/// True when the blocks that are placed follow one another, each in a later semester than the one before.
pub(crate) fn in_order(places: &[u8]) -> bool {
    let placed: Vec<u8> = places.iter().copied().filter(|place| *place > 0).collect();
    placed.is_sorted_by(|before, after| before < after)
}

/// What the plan breaks. A block without a semester is no fault of its own: it shows in the hours of the semesters.
pub(crate) fn problems(programme: &Programme, plan: &Assignment) -> Vec<Problem> {
    let broken = |module: &str| plan.get(module).is_some_and(|places| !in_order(places));
    let module = |problem: &Problem| {
        let named = problem.args.iter().find_map(|(name, value)| (*name == "module").then(|| value.clone()));
        named.unwrap_or_default()
    };
    let stands = |problem: &Problem| match problem.code {
        Code::ProposalOrder => broken(&module(problem)),
        Code::ProposalRange => problem.args.iter().all(|(name, value)| *name != "found" || value != "0"),
        _ => true,
    };
    programme.check_assignment(plan).into_iter().filter(stands).collect()
}

/// A qualifying module that begins before modules it leans on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Early {
    pub module: String,
    /// The semester of its first block.
    pub semester: u8,
    /// The modules it leans on that begin later, with their semester; 0 for none yet.
    pub later: Vec<(String, u8)>,
}

/// The first semester of a module; nothing while no block of it is placed.
fn first(plan: &Assignment, module: &str) -> Option<u8> {
    plan.get(module)?.iter().copied().filter(|place| *place > 0).min()
}

/// The qualifying modules that begin before what they lean on. The matrix is to be confirmed, so this is worth knowing and
/// forbids nothing.
pub(crate) fn early(programme: &Programme, plan: &Assignment) -> Vec<Early> {
    let qualifying = programme.modules.iter().filter(|module| module.kind == Kind::Qualifying);
    let early = qualifying.filter_map(|module| {
        let semester = first(plan, &module.code)?;
        let supports = programme.matrix_row(&module.code)?.proposal.iter();
        let later = supports.filter_map(|code| {
            let begins = first(plan, code).unwrap_or(0);
            (begins == 0 || begins > semester).then(|| (code.clone(), begins))
        });
        let later: Vec<(String, u8)> = later.collect();
        (!later.is_empty()).then(|| Early { module: module.code.clone(), semester, later })
    });
    early.collect()
}

/// The hours of a module: due by the programme, and placed in a semester so far.
pub(crate) fn hours(programme: &Programme, plan: &Assignment, module: &str) -> (u32, u32) {
    let weeks = u32::from(programme.sheet.weeks_per_semester);
    let Some(row) = programme.semester_row(module) else { return (0, 0) };
    let places = plan.get(module).map(Vec::as_slice).unwrap_or_default();
    let due = row.blocks.iter().map(|block| block.weekly()).sum::<u32>() * weeks;
    let placed = row.blocks.iter().zip(places).filter(|(_, place)| **place > 0);
    (due, placed.map(|(block, _)| block.weekly()).sum::<u32>() * weeks)
}
