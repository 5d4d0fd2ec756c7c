//! Checks and benches of the workspace: `cargo xtask test [--quick]`, `cargo xtask at`, `cargo xtask bench`, `cargo xtask statement`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks on its output")]

mod at;
mod bench;
mod browser;
mod check;
mod dependencies;
mod place;
mod postgres;
mod process;
mod report;
mod statement;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test [--quick]
    Every check: format, clippy, tests on SQLite and PostgreSQL, dependencies, the day in a browser, the crash test,
    the journeys with a screen reader.
    --quick    leave out the browser and the screen reader

cargo xtask at [--journey NAME] [--lang fr|ar] [--braille computer|contracted] [--runs N] [--jobs N] [--shots DIR]
    The journeys with a screen reader, a voice and 20 braille cells. The last line counts what passed.
    --journey  only this one; may be given again
    --runs     walks each of them N times (1)
    --jobs     seats at the same time (2)
    --shots    a picture of the page where a step fails

cargo xtask bench [files|trainees] [--clients N] [--people N] [--seconds N] [--engine sqlite|postgres] [--folder DIR]
        [--markdown]
    The figures of docs/benchmarks.md: a release build, 100 000 clients, SQLite then PostgreSQL.
    files      instead, those of a big base: import, export, search, lists and duplicates with 1 000 000 clients
    trainees   instead, those of a room of trainees at work, with pauses of 0.5 to 1.5 s and 2 000 clients
    --clients  size of the client base (100000; 1000000 for files, 2000 for trainees)
    --people   trainees at work at the same time (40)
    --seconds  length of each load (5); 30 is sensible for trainees
    --engine   one engine only
    --folder   where the data stands while it is measured (/var/tmp)
    --markdown print the table in Markdown, with date, machine and commit

cargo xtask statement [RECORD...]
    Sums up what the last full runs recorded, in docs/accessibility-statement.json, which the program shows.
    RECORD     files to read instead of those that the checks wrote

Without CARGO_TARGET_DIR both build in $HOME/.cache/plateau/target. With CI=true a check that cannot run is a failure.";

fn main() -> ExitCode {
    if let Err(error) = process::watch_for_interruption() {
        eprintln!("Signals cannot be watched: {error}");
        return ExitCode::FAILURE;
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["test"] => check::all(check::Extent::Everything),
        ["test", "--quick"] => check::all(check::Extent::Quick),
        ["at", options @ ..] => at::main(options),
        ["bench", options @ ..] => bench::main(options),
        ["statement", records @ ..] => statement::main(records),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
