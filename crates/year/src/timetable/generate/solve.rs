//! Asking the solver: for everything at once, and when that cannot be, for one session after the other, so that what is left
//! out has its reason.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use batsat::{BasicCallbacks, Lit, Solver, SolverInterface, SolverOpts, lbool};

use super::encode::{Cut, Encoded};
use super::{Left, Piece, Problem, Proposal, Why};

/// How many decisions the solver may take for everything at once, and for one session more. Counted and not timed, so that the
/// same seed proposes the same week on every machine.
const AT_ONCE: u64 = 400_000;
const ONE_MORE: u64 = 40_000;

/// Proposes a week. `stop` says that the time is over: what was placed until then is proposed.
pub fn generate(problem: &Problem, stop: impl Fn() -> bool + Clone + 'static) -> Proposal {
    let options =
        SolverOpts { random_seed: f64::from(problem.seed) + 1.0, rnd_init_act: true, ..SolverOpts::default() };
    let left_over = Rc::new(Cell::new(AT_ONCE));
    let mut callbacks = BasicCallbacks::new();
    let (decisions, over) = (Rc::clone(&left_over), stop.clone());
    callbacks.set_stop(move || {
        decisions.set(decisions.get().saturating_sub(1));
        decisions.get() == 0 || over()
    });
    let mut solver = Solver::new(options, callbacks);
    let encoded = Encoded::new(problem, &mut solver);
    let (mut wanted, mut left) = (vec![], vec![]);
    for at in 0..encoded.cuts.len() {
        match hopeless(problem, &encoded, at) {
            Some(why) => left.push((at, why)),
            None => wanted.push(at),
        }
    }
    let assumed = |places: &[usize], spread: bool| {
        let literals = places.iter().map(|at| encoded.placed[*at]);
        literals.chain(spread.then_some(encoded.spread)).collect::<Vec<Lit>>()
    };
    let fits = (0..problem.sections.len()).all(|section| {
        let own = wanted.iter().map(|at| &encoded.cuts[*at]).filter(|cut| cut.section == section);
        own.map(|cut| cut.length).sum::<i64>() <= free(problem, section)
    });
    for spread in [true, false].into_iter().filter(|_| fits) {
        left_over.set(AT_ONCE);
        if solver.solve_limited(&assumed(&wanted, spread)) == lbool::TRUE {
            return proposal(problem, &encoded, &mut solver, &wanted, left);
        }
        if stop() {
            break;
        }
    }
    one_by_one(problem, &encoded, &mut solver, (&wanted, left), &left_over, &stop)
}

/// The free slots of a section in the week.
fn free(problem: &Problem, section: usize) -> i64 {
    let id = problem.sections[section].id;
    let taken: BTreeSet<(i64, i64)> =
        problem.busy.iter().filter(|own| own.section == id).map(|own| (own.weekday, own.slot)).collect();
    let all = problem.days.iter().flat_map(|day| (1..=problem.slots).map(|slot| (*day, slot)));
    i64::try_from(all.filter(|slot| !taken.contains(slot)).count()).unwrap_or(0)
}

/// Why a session has no place whatever the others do.
fn hopeless(problem: &Problem, encoded: &Encoded, at: usize) -> Option<Why> {
    let cut = &encoded.cuts[at];
    let key = (cut.section, cut.module.clone());
    if encoded.trainers.get(&key).is_none_or(Vec::is_empty) {
        return Some(Why::NoTrainer);
    }
    if problem.sections[cut.section].rooms.is_empty() {
        return Some(Why::NoRoom);
    }
    encoded.starts[at].is_empty().then_some(Why::NoHours)
}

/// Adds one session after the other; one that does not fit any more is left, with the modules that stand in its way.
fn one_by_one(
    problem: &Problem,
    encoded: &Encoded,
    solver: &mut Solver<BasicCallbacks>,
    (wanted, mut left): (&[usize], Vec<(usize, Why)>),
    left_over: &Cell<u64>,
    stop: &impl Fn() -> bool,
) -> Proposal {
    let mut kept: Vec<usize> = vec![];
    let mut best = Proposal::default();
    for (done, at) in wanted.iter().enumerate() {
        if stop() {
            left.extend(wanted[done..].iter().map(|at| (*at, Why::Time)));
            break;
        }
        let section = encoded.cuts[*at].section;
        let mut tried = kept.clone();
        tried.push(*at);
        let own = tried.iter().map(|own| &encoded.cuts[*own]).filter(|cut| cut.section == section);
        if own.map(|cut| cut.length).sum::<i64>() > free(problem, section) {
            left.push((*at, Why::NoHours));
            continue;
        }
        left_over.set(ONE_MORE);
        let literals: Vec<Lit> = tried.iter().map(|own| encoded.placed[*own]).collect();
        let answer = solver.solve_limited(&literals);
        if answer == lbool::TRUE {
            kept = tried;
            best = proposal(problem, encoded, solver, &kept, vec![]);
        } else if answer == lbool::FALSE {
            let others = kept.iter().filter(|own| solver.unsat_core_contains_var(encoded.placed[**own].var()));
            let mut modules: Vec<String> = others.map(|own| encoded.cuts[*own].module.clone()).collect();
            modules.sort();
            modules.dedup();
            left.push((*at, if modules.is_empty() { Why::NoHours } else { Why::Beside(modules) }));
        } else {
            left.push((*at, Why::Time));
        }
    }
    Proposal { left: gathered(problem, encoded, left), ..best }
}

/// What the solver found, for the sessions that were asked for.
fn proposal(
    problem: &Problem,
    encoded: &Encoded,
    solver: &mut Solver<BasicCallbacks>,
    kept: &[usize],
    left: Vec<(usize, Why)>,
) -> Proposal {
    let is_true = |literal: Lit| solver.value_lit(literal) == lbool::TRUE;
    let piece = |at: &usize| {
        let cut: &Cut = &encoded.cuts[*at];
        let ((weekday, first), _) = *encoded.starts[*at].iter().find(|(_, begins)| is_true(*begins))?;
        let trainers = encoded.trainers.get(&(cut.section, cut.module.clone()))?;
        let (trainer, _) = *trainers.iter().find(|(_, chosen)| is_true(*chosen))?;
        let (room, _) = *encoded.rooms[cut.section].iter().find(|(_, chosen)| is_true(*chosen))?;
        Some(Piece {
            section: problem.sections[cut.section].id,
            module: cut.module.clone(),
            teaching: cut.teaching,
            weekday,
            first,
            slots: cut.length,
            trainer: problem.trainers[trainer].id,
            room,
        })
    };
    let mut pieces: Vec<Piece> = kept.iter().filter_map(piece).collect();
    pieces.sort_by_key(|piece| (piece.section, piece.weekday, piece.first));
    Proposal { pieces, left: gathered(problem, encoded, left) }
}

/// What is left, the sessions of one need and reason together.
fn gathered(problem: &Problem, encoded: &Encoded, left: Vec<(usize, Why)>) -> Vec<Left> {
    let mut found: Vec<Left> = vec![];
    let mut places: BTreeMap<(usize, String, super::Teaching), Vec<usize>> = BTreeMap::new();
    for (at, why) in left {
        let cut = &encoded.cuts[at];
        let own = places.entry((cut.section, cut.module.clone(), cut.teaching)).or_default();
        match own.iter().find(|place| found[**place].why == why) {
            Some(place) => found[*place].hours += cut.length,
            None => {
                own.push(found.len());
                found.push(Left {
                    section: problem.sections[cut.section].id,
                    module: cut.module.clone(),
                    teaching: cut.teaching,
                    hours: cut.length,
                    why,
                });
            }
        }
    }
    found
}
