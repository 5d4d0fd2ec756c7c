//! The bench of the timetable: how long a week of several sections takes to be proposed.

use std::time::{Duration, Instant};

use school::programme::programme;
use year::timetable::Teaching;
use year::timetable::generate::{Need, Problem, SectionAsk, TrainerAsk, generate};

use crate::cli;

/// Sections in semester 1 of the programme, each with a room of its own, and trainers who teach three modules each.
fn problem(sections: usize, trainers: usize, seed: u32) -> Problem {
    let plan = programme().semesters.assignment();
    let mut needs = vec![];
    for section in 0..sections {
        for row in &programme().semesters.rows {
            let places = plan.get(&row.module).map(Vec::as_slice).unwrap_or_default();
            for (block, _) in row.blocks.iter().zip(places).filter(|(_, place)| **place == 1) {
                for (teaching, hours) in [(Teaching::Lecture, block.lecture), (Teaching::Practical, block.practical)] {
                    if hours > 0 {
                        needs.push(Need { section, module: row.module.clone(), teaching, hours: i64::from(hours) });
                    }
                }
            }
        }
    }
    let mut modules: Vec<&str> = needs.iter().map(|need| need.module.as_str()).collect();
    modules.sort_unstable();
    modules.dedup();
    let taught = |at: usize| {
        let own = [at, at * 3 + 5, at * 5 + 2].map(|place| place % modules.len().max(1));
        own.iter().filter_map(|place| modules.get(*place)).map(|module| (*module).to_owned()).collect()
    };
    let number = |at: usize| i64::try_from(at).unwrap_or(i64::MAX - 1) + 1;
    Problem {
        days: vec![0, 1, 2, 3, 4],
        slots: 8,
        pauses: vec![4],
        sections: (0..sections).map(|at| SectionAsk { id: number(at), rooms: vec![number(at)] }).collect(),
        trainers: (0..trainers).map(|at| TrainerAsk { id: number(at), modules: taught(at) }).collect(),
        busy: vec![],
        needs,
        seed,
    }
}

/// Proposes a week with each of five seeds and prints how long it took, and what has no place.
pub(crate) fn run(sections: usize, trainers: usize) -> Result<(), String> {
    for seed in 1..=5 {
        let problem = problem(sections, trainers, seed);
        let hours: i64 = problem.needs.iter().map(|need| need.hours).sum();
        let start = Instant::now();
        let proposal = generate(&problem, move || start.elapsed() > Duration::from_secs(60));
        let placed: i64 = proposal.pieces.iter().map(|piece| piece.slots).sum();
        cli::print(&format!(
            "seed {seed}: {sections} sections, {trainers} trainers, {placed} of {hours} hours in {} sessions, {:.2} s",
            proposal.pieces.len(),
            start.elapsed().as_secs_f64(),
        ))?;
    }
    Ok(())
}
