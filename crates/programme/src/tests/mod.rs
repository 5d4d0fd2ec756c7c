//! A small programme in `tests/small`, broken on purpose, and the real one.

use std::path::Path;

use crate::{Files, Problem, Programme};

mod programme_1803;
mod refusals;
mod reports;

const SHEET: &str = include_str!("../../tests/small/programme.toml");
const MATRIX: &str = include_str!("../../tests/small/matrix.toml");
const SEMESTERS: &str = include_str!("../../tests/small/semesters.toml");
const MQ1: &str = include_str!("../../tests/small/modules/MQ1.toml");
const MC1: &str = include_str!("../../tests/small/modules/MC1.toml");

/// The small programme with one passage of one file replaced.
fn edited(file: &str, before: &str, after: &str) -> Files {
    let mut found = false;
    let files = [
        ("programme.toml", SHEET),
        ("matrix.toml", MATRIX),
        ("semesters.toml", SEMESTERS),
        ("modules/MQ1.toml", MQ1),
        ("modules/MC1.toml", MC1),
    ];
    let pairs = files.map(|(name, text)| {
        if name != file {
            return (name, text.to_owned());
        }
        found |= text.contains(before);
        (name, text.replacen(before, after, 1))
    });
    assert!(found, "{file} does not contain {before}");
    Files::from_pairs(pairs)
}

fn problems(file: &str, before: &str, after: &str) -> Vec<Problem> {
    Programme::from_files(&edited(file, before, after)).expect_err("the programme should be refused")
}

fn only(file: &str, before: &str, after: &str) -> Problem {
    let mut found = problems(file, before, after);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

fn line_with(text: &str, passage: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(passage)).map(|line| line + 1)
}

fn real_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/1803-teleconseiller"))
}
