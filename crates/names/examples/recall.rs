//! Measures search by name on a list: `cargo run --release -p names --example recall -- FILE.csv [--failures] [--strict]`.
//!
//! The file has the columns `arabic,latin` first. People are split in two halves by a hash of their Arabic name: the costs of
//! the crate were counted on the first (tuning), so that only the second (held out) says what to expect of other names. With
//! `--strict` kin count as rivals.
#![expect(clippy::print_stdout, reason = "it is a command")]

use std::time::Instant;

use names::{Row, Search, Way, recall, searches};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("recall FILE.csv [--failures]")?;
    let failures = std::env::args().any(|word| word == "--failures");
    let text = std::fs::read_to_string(file)?;
    let rows: Vec<Row> = text.lines().skip(1).filter_map(row).collect();
    let began = Instant::now();
    let mut made = searches(&rows);
    let each = began.elapsed().as_secs_f64() * 1e6 / made.len().max(1) as f64;
    if std::env::args().any(|word| word == "--strict") {
        made.iter_mut().for_each(|search| search.place = search.place.map(|place| place + search.kin));
    }
    let (tuning, held): (Vec<_>, Vec<_>) = made.iter().cloned().partition(|search| is_tuning(search.person));
    for (name, part) in [("all", &made), ("tuning", &tuning), ("held out", &held)] {
        for way in [Way::LatinToArabic, Way::ArabicToLatin, Way::LatinToLatin] {
            let found = recall(part, way);
            let way = format!("{way:?}");
            println!(
                "{name:<9} {way:<14} {:>5} @1 {:.3} @10 {:.3} read {:.3}",
                found.searches, found.at_1, found.at_10, found.fetched
            );
        }
    }
    println!("{each:.0} µs a search");
    if failures {
        tuning.iter().filter(|search| search.place != Some(1)).for_each(failure);
    }
    Ok(())
}

fn row(line: &str) -> Option<Row> {
    let mut cells = line.split(',');
    Some(Row { arabic: cells.next()?.to_owned(), latin: cells.next()?.to_owned() })
}

fn failure(search: &Search<'_>) {
    let place =
        search.place.map_or_else(|| if search.fetched { "low" } else { "unread" }.to_owned(), |at| at.to_string());
    let likeness = search.likeness.unwrap_or_default();
    println!("{:?}\t{place}\t{}\t{} {likeness:.3}\t{:?}", search.way, search.heard, search.recorded, search.rival);
}

/// FNV-1a, even: the half on which costs were counted.
fn is_tuning(person: &str) -> bool {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    person.bytes().fold(0xcbf2_9ce4_8422_2325, mix) % 2 == 0
}
