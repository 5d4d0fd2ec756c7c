//! Filling what is open in a plan, so that every semester has its hours.

use std::collections::HashSet;

use ::programme::{Assignment, Programme, SemesterRow};

use super::in_order;

/// Why no filling was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The blocks of this module stand in the wrong order.
    Order(String),
    /// This semester has too many hours a week already.
    Full(u8),
    /// The blocks that are placed leave no way. Taking those of one of these modules out would open one.
    Stuck(Vec<String>),
}

/// The most dead ends that are remembered; beyond, the search gives up. Programme 1803 needs some thousands.
const MOST_DEAD_ENDS: usize = 200_000;

/// Places every open block and moves none that is placed. Of all fillings that give each semester its hours it takes one that
/// stays near the proposal of the programme.
///
/// # Errors
/// Why there is none.
pub fn suggest(programme: &Programme, plan: &Assignment) -> Result<Assignment, Impossible> {
    if let Some((module, _)) = plan.iter().find(|(_, places)| !in_order(places)) {
        return Err(Impossible::Order(module.clone()));
    }
    let sums = programme.semester_sums(plan);
    if let Some(full) = sums.iter().find(|sum| sum.weekly > sum.expected_weekly) {
        return Err(Impossible::Full(full.semester));
    }
    if let Some(found) = Search::new(programme, plan).run() {
        return Ok(found);
    }
    Err(Impossible::Stuck(ways_out(programme, plan)))
}

/// The modules whose placed blocks stand in the way: with one of them taken out, a filling exists.
fn ways_out(programme: &Programme, plan: &Assignment) -> Vec<String> {
    let placed = plan.iter().filter(|(_, places)| places.iter().any(|place| *place > 0));
    let opens = |module: &&String| {
        let mut without = plan.clone();
        if let Some(places) = without.get_mut(*module) {
            places.fill(0);
        }
        Search::new(programme, &without).run().is_some()
    };
    let order = |module: &str| programme.modules.iter().position(|own| own.code == module);
    let mut found: Vec<String> = placed.map(|(module, _)| module).filter(opens).cloned().collect();
    found.sort_by_key(|module| order(module));
    found
}

/// A module and the places that its blocks may take, the best first.
struct Choice<'a> {
    row: &'a SemesterRow,
    ways: Vec<Vec<u8>>,
}

struct Search<'a> {
    choices: Vec<Choice<'a>>,
    /// Hours a week that a semester holds.
    most: u32,
    /// Hours a week of each semester so far.
    loads: Vec<u32>,
    chosen: Vec<usize>,
    dead: HashSet<(usize, Vec<u32>)>,
}

impl<'a> Search<'a> {
    fn new(programme: &'a Programme, plan: &Assignment) -> Self {
        let semesters = programme.sheet.semesters;
        let choice = |row: &'a SemesterRow| {
            let fixed = plan.get(&row.module).cloned().unwrap_or_else(|| vec![0; row.blocks.len()]);
            Choice { row, ways: ways(&fixed, &row.proposal, semesters) }
        };
        let mut choices: Vec<Choice<'a>> = programme.semesters.rows.iter().map(choice).collect();
        // What leaves no choice comes first: it shows soonest that a way is closed.
        choices.sort_by_key(|own| own.ways.len());
        let most = u32::from(programme.sheet.hours_per_week);
        Self { choices, most, loads: vec![0; usize::from(semesters)], chosen: vec![], dead: HashSet::new() }
    }

    fn run(mut self) -> Option<Assignment> {
        if !self.place(0) {
            return None;
        }
        let chosen = self.choices.iter().zip(&self.chosen);
        Some(chosen.filter_map(|(own, way)| Some((own.row.module.clone(), own.ways.get(*way)?.clone()))).collect())
    }

    /// Places the module of this rank and those after it.
    fn place(&mut self, rank: usize) -> bool {
        if rank == self.choices.len() {
            return self.loads.iter().all(|load| *load == self.most);
        }
        let state = (rank, self.loads.clone());
        if self.dead.contains(&state) || self.dead.len() > MOST_DEAD_ENDS {
            return false;
        }
        for way in 0..self.choices[rank].ways.len() {
            self.add(rank, way);
            if self.loads.iter().all(|load| *load <= self.most) {
                self.chosen.push(way);
                if self.place(rank + 1) {
                    return true;
                }
                self.chosen.pop();
            }
            self.loads.clone_from(&state.1);
        }
        self.dead.insert(state);
        false
    }

    fn add(&mut self, rank: usize, way: usize) {
        let own = &self.choices[rank];
        for (block, semester) in own.row.blocks.iter().zip(&own.ways[way]) {
            if let Some(load) = self.loads.get_mut(usize::from(*semester).saturating_sub(1)) {
                *load += block.weekly();
            }
        }
    }
}

/// Every way to place the open blocks of a module in order, the nearest to the proposal first.
fn ways(fixed: &[u8], proposal: &[u8], semesters: u8) -> Vec<Vec<u8>> {
    let mut ways: Vec<Vec<u8>> = vec![vec![]];
    for place in fixed {
        let longer = |way: &Vec<u8>| {
            let from = way.last().map_or(1, |last| last + 1);
            let all = if *place == 0 { from..=semesters } else { *place..=*place };
            let way = way.clone();
            all.filter(move |next| *next >= from).map(move |next| [way.as_slice(), &[next]].concat())
        };
        ways = ways.iter().flat_map(longer).collect();
    }
    ways.sort_by_key(|way| way.iter().zip(proposal).filter(|(own, proposed)| own != proposed).count());
    ways
}
