//! Measures search among generated people: `cargo run --release -p names --example speed -- FILE.csv [PEOPLE]`.
//!
//! The file has the columns `arabic,latin` first; people are pairs of its names, one third in each script, one third in both.
//! The index stands in memory: what a database adds is not in the figures.
#![expect(clippy::print_stdout, reason = "it is a command")]

use std::{collections::BTreeMap, hint::black_box, time::Instant};

use names::{NameFields, PersonName, Query, index_keys, query_keys};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let file = words.next().ok_or("speed FILE.csv [PEOPLE]")?;
    let many: usize = words.next().map_or(Ok(100_000), |many| many.parse())?;
    let text = std::fs::read_to_string(file)?;
    let names: Vec<(&str, &str)> = text.lines().skip(1).filter_map(pair).collect();
    let people: Vec<PersonName> = (0..many).filter_map(|at| person(&names, at)).collect();
    let began = Instant::now();
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, person) in people.iter().enumerate() {
        for key in index_keys(person) {
            index.entry(key).or_default().push(at);
        }
    }
    let keys: usize = index.values().map(Vec::len).sum();
    let each = began.elapsed().as_secs_f64() * 1e6 / people.len() as f64;
    println!("{} people, {:.1} keys each, {each:.1} µs to index one", people.len(), keys as f64 / people.len() as f64);
    let mut times: Vec<f64> = (0..400).map(|at| search(&names, &people, &index, at)).collect();
    times.sort_by(f64::total_cmp);
    println!("a search: median {:.2} ms, p95 {:.2} ms", times[times.len() / 2], times[times.len() * 95 / 100]);
    for (way, heard) in [("Latin", "Mohamed Benkhelifa"), ("Arabic", "محمد بن خليفة")] {
        let query = Query::new(heard);
        let batch = |people: &[PersonName]| {
            let began = Instant::now();
            people.iter().for_each(|person| {
                black_box(query.score(person));
            });
            began.elapsed().as_secs_f64() * 1e9 / people.len() as f64
        };
        let mut times: Vec<f64> = people.chunks_exact(10).take(400).map(batch).collect();
        times.sort_by(f64::total_cmp);
        println!("a score, heard in {way}: {:.0} ns", times.get(times.len() / 10).copied().unwrap_or_default());
    }
    Ok(())
}

fn pair(line: &str) -> Option<(&str, &str)> {
    let mut cells = line.split(',');
    Some((cells.next()?, cells.next()?))
}

/// Two names of the list, far from each other, the same at each run.
fn person(names: &[(&str, &str)], at: usize) -> Option<PersonName> {
    let (given, family) = (names[at * 7_919 % names.len()], names[(at * 104_729 + at / 11) % names.len()]);
    let mut fields = NameFields::default();
    if !at.is_multiple_of(3) {
        (fields.given_latin, fields.family_latin) = (given.1.to_owned(), family.1.to_owned());
    }
    if at % 3 != 1 {
        (fields.given_arabic, fields.family_arabic) = (given.0.to_owned(), family.0.to_owned());
    }
    PersonName::new(&fields).ok()
}

/// Milliseconds of one search, the best of five on a shared machine, as the desk does it; every other one for a single name.
fn search(names: &[(&str, &str)], people: &[PersonName], index: &BTreeMap<String, Vec<usize>>, at: usize) -> f64 {
    let (given, family) = (names[at * 31 % names.len()], names[at * 57 % names.len()]);
    let heard = if at.is_multiple_of(2) { given.1.to_owned() } else { format!("{} {}", given.0, family.0) };
    (0..5).map(|_| once(&heard, people, index)).fold(f64::INFINITY, f64::min)
}

fn once(heard: &str, people: &[PersonName], index: &BTreeMap<String, Vec<usize>>) -> f64 {
    let began = Instant::now();
    let query = Query::new(heard);
    let mut read: Vec<(usize, f64)> = Vec::new();
    for key in query_keys(heard).iter().take(16) {
        let stored = index.range(key.clone()..).take_while(|(stored, _)| stored.starts_with(key.as_str()));
        for person in stored.flat_map(|(_, people)| people).take(80) {
            if !read.iter().any(|(known, _)| known == person) {
                read.push((*person, query.score(&people[*person])));
            }
        }
        if read.len() >= 240 || read.iter().filter(|(_, score)| *score >= 0.8).count() >= 20 {
            break;
        }
    }
    black_box(read);
    began.elapsed().as_secs_f64() * 1e3
}
