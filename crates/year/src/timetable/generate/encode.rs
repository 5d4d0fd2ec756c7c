//! What is asked for, as clauses. A session has one beginning, a module of a section one trainer, a section one room for the
//! week; a section, a trainer and a room are in one place in a slot; and sessions of a module stand on different days.

use std::collections::{BTreeMap, BTreeSet};

use batsat::{Callbacks, Lit, Solver, SolverInterface, lbool};

use super::{Problem, lengths};
use crate::timetable::Teaching;

/// A session to place: a cut of a need.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    /// The place of its section.
    pub section: usize,
    pub module: String,
    pub teaching: Teaching,
    pub length: i64,
}

/// A day and its first slot.
type Start = (i64, i64);

/// The variables of a problem.
pub(super) struct Encoded {
    pub cuts: Vec<Cut>,
    /// For each cut: true when it is placed.
    pub placed: Vec<Lit>,
    /// For each cut: where it may begin.
    pub starts: Vec<Vec<(Start, Lit)>>,
    /// For a section and module: who may teach it, by place.
    pub trainers: BTreeMap<(usize, String), Vec<(usize, Lit)>>,
    /// For each section: its rooms.
    pub rooms: Vec<Vec<(i64, Lit)>>,
    /// True when the sessions of a module stand on different days.
    pub spread: Lit,
}

fn fresh(solver: &mut impl SolverInterface) -> Lit {
    // Begins as false: most variables of a timetable are.
    Lit::new(solver.new_var(lbool::FALSE, true), true)
}

fn clause(solver: &mut impl SolverInterface, literals: &[Lit]) {
    solver.add_clause_reuse(&mut literals.to_vec());
}

/// At most one of the literals is true.
fn one_at_most(solver: &mut impl SolverInterface, literals: &[Lit]) {
    for (at, one) in literals.iter().enumerate() {
        for other in &literals[at + 1..] {
            clause(solver, &[!*one, !*other]);
        }
    }
}

/// Every need cut into sessions, the longest first.
fn cuts(problem: &Problem) -> Vec<Cut> {
    let cut = |need: &super::Need| {
        let (section, module, teaching) = (need.section, need.module.clone(), need.teaching);
        lengths(need.hours).into_iter().map(move |length| Cut { section, module: module.clone(), teaching, length })
    };
    problem.needs.iter().flat_map(cut).collect()
}

/// Where a session of a section may begin: within the day, over no pause, over nothing that the section has already.
fn beginnings(problem: &Problem, cut: &Cut) -> Vec<Start> {
    let id = problem.sections.get(cut.section).map_or(0, |section| section.id);
    let taken: BTreeSet<Start> =
        problem.busy.iter().filter(|own| own.section == id).map(|own| (own.weekday, own.slot)).collect();
    let fits = |(day, first): &Start| {
        let last = first + cut.length - 1;
        last <= problem.slots
            && !problem.pauses.iter().any(|pause| *first <= *pause && *pause < last)
            && (*first..=last).all(|slot| !taken.contains(&(*day, slot)))
    };
    let all = problem.days.iter().flat_map(|day| (1..=problem.slots).map(|first| (*day, first)));
    all.filter(fits).collect()
}

/// The slots of a session that begins there.
fn slots((day, first): Start, length: i64) -> impl Iterator<Item = Start> {
    (first..first + length).map(move |slot| (day, slot))
}

impl Encoded {
    /// Writes a problem into a solver.
    pub(super) fn new<C: Callbacks>(problem: &Problem, solver: &mut Solver<C>) -> Self {
        let cuts = cuts(problem);
        let spread = fresh(solver);
        let mut own = Self {
            placed: cuts.iter().map(|_| fresh(solver)).collect(),
            starts: vec![],
            trainers: BTreeMap::new(),
            rooms: vec![],
            spread,
            cuts,
        };
        own.beginnings(problem, solver);
        let taken = own.taken(solver);
        own.sections(solver, &taken);
        own.days(solver);
        own.people(problem, solver, &taken);
        own.places(problem, solver, &taken);
        own
    }

    fn beginnings(&mut self, problem: &Problem, solver: &mut impl SolverInterface) {
        for (cut, placed) in self.cuts.iter().zip(&self.placed) {
            let starts: Vec<(Start, Lit)> =
                beginnings(problem, cut).into_iter().map(|start| (start, fresh(solver))).collect();
            let literals: Vec<Lit> = starts.iter().map(|(_, literal)| *literal).collect();
            one_at_most(solver, &literals);
            let mut somewhere = literals;
            somewhere.push(!*placed);
            clause(solver, &somewhere);
            self.starts.push(starts);
        }
    }

    /// For each cut and slot: true when it takes the slot.
    fn taken(&self, solver: &mut impl SolverInterface) -> Vec<BTreeMap<Start, Lit>> {
        let mut all = vec![];
        for (cut, starts) in self.cuts.iter().zip(&self.starts) {
            let mut taken: BTreeMap<Start, Lit> = BTreeMap::new();
            for (start, begins) in starts {
                for slot in slots(*start, cut.length) {
                    let takes = *taken.entry(slot).or_insert_with(|| fresh(solver));
                    clause(solver, &[!*begins, takes]);
                }
            }
            all.push(taken);
        }
        all
    }

    /// A section has one session at a time.
    fn sections(&self, solver: &mut impl SolverInterface, taken: &[BTreeMap<Start, Lit>]) {
        let mut by_slot: BTreeMap<(usize, Start), Vec<Lit>> = BTreeMap::new();
        for (cut, slots) in self.cuts.iter().zip(taken) {
            for (slot, takes) in slots {
                by_slot.entry((cut.section, *slot)).or_default().push(*takes);
            }
        }
        for literals in by_slot.values() {
            one_at_most(solver, literals);
        }
    }

    /// Sessions of a module stand on different days, as long as that is asked for.
    fn days(&self, solver: &mut impl SolverInterface) {
        let mut by_day: BTreeMap<(usize, &str, i64), Vec<Lit>> = BTreeMap::new();
        for (cut, starts) in self.cuts.iter().zip(&self.starts) {
            let mut days: BTreeMap<i64, Lit> = BTreeMap::new();
            for ((day, _), begins) in starts {
                let on = *days.entry(*day).or_insert_with(|| fresh(solver));
                clause(solver, &[!*begins, on]);
            }
            for (day, on) in days {
                by_day.entry((cut.section, cut.module.as_str(), day)).or_default().push(on);
            }
        }
        for literals in by_day.values() {
            for (at, one) in literals.iter().enumerate() {
                for other in &literals[at + 1..] {
                    clause(solver, &[!self.spread, !*one, !*other]);
                }
            }
        }
    }

    /// A module of a section has one trainer, who is in one place at a time.
    fn people(&mut self, problem: &Problem, solver: &mut impl SolverInterface, taken: &[BTreeMap<Start, Lit>]) {
        let mut busy: BTreeMap<(usize, Start), Vec<Lit>> = BTreeMap::new();
        let mut by_module: BTreeMap<(usize, String), BTreeMap<Start, Vec<Lit>>> = BTreeMap::new();
        for (cut, slots) in self.cuts.iter().zip(taken) {
            let own = by_module.entry((cut.section, cut.module.clone())).or_default();
            for (slot, takes) in slots {
                own.entry(*slot).or_default().push(*takes);
            }
        }
        for ((section, module), slots) in by_module {
            let able = problem.trainers.iter().enumerate().filter(|(_, own)| own.modules.contains(&module));
            let choices: Vec<(usize, Lit)> = able.map(|(at, _)| (at, fresh(solver))).collect();
            let literals: Vec<Lit> = choices.iter().map(|(_, literal)| *literal).collect();
            one_at_most(solver, &literals);
            for (cut, placed) in self.cuts.iter().zip(&self.placed) {
                if cut.section == section && cut.module == module {
                    clause(solver, &literals.iter().copied().chain([!*placed]).collect::<Vec<_>>());
                }
            }
            for (at, chosen) in &choices {
                for (slot, sessions) in &slots {
                    let there = fresh(solver);
                    for takes in sessions {
                        clause(solver, &[!*takes, !*chosen, there]);
                    }
                    busy.entry((*at, *slot)).or_default().push(there);
                }
            }
            self.trainers.insert((section, module), choices);
        }
        for ((at, (day, slot)), literals) in &busy {
            let id = problem.trainers[*at].id;
            if problem.busy.iter().any(|own| own.trainer == id && (own.weekday, own.slot) == (*day, *slot)) {
                literals.iter().for_each(|there| clause(solver, &[!*there]));
            }
            one_at_most(solver, literals);
        }
    }

    /// A section has one room for the week, and a room one section at a time.
    fn places(&mut self, problem: &Problem, solver: &mut impl SolverInterface, taken: &[BTreeMap<Start, Lit>]) {
        let mut full: BTreeMap<(i64, Start), Vec<Lit>> = BTreeMap::new();
        for (at, section) in problem.sections.iter().enumerate() {
            let choices: Vec<(i64, Lit)> = section.rooms.iter().map(|id| (*id, fresh(solver))).collect();
            let literals: Vec<Lit> = choices.iter().map(|(_, literal)| *literal).collect();
            one_at_most(solver, &literals);
            let mut slots: BTreeMap<Start, Vec<Lit>> = BTreeMap::new();
            for ((cut, placed), own) in self.cuts.iter().zip(&self.placed).zip(taken) {
                if cut.section == at {
                    clause(solver, &literals.iter().copied().chain([!*placed]).collect::<Vec<_>>());
                    own.iter().for_each(|(slot, takes)| slots.entry(*slot).or_default().push(*takes));
                }
            }
            for (id, chosen) in &choices {
                for (slot, sessions) in &slots {
                    let there = fresh(solver);
                    for takes in sessions {
                        clause(solver, &[!*takes, !*chosen, there]);
                    }
                    full.entry((*id, *slot)).or_default().push(there);
                }
            }
            self.rooms.push(choices);
        }
        for ((id, (day, slot)), literals) in &full {
            if problem.busy.iter().any(|own| own.room == *id && (own.weekday, own.slot) == (*day, *slot)) {
                literals.iter().for_each(|there| clause(solver, &[!*there]));
            }
            one_at_most(solver, literals);
        }
    }
}
