//! `cargo xtask test`: every check, in the order in which a mistake is cheapest to find.

use std::process::ExitCode;

use crate::at;
use crate::browser;
use crate::dependencies;
use crate::place::Place;
use crate::postgres::{Durability, Postgres};
use crate::process::{Stop, run};
use crate::report::Report;
use crate::tools::{find, install, said};

/// How much is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Everything,
    /// All but the browser and the screen reader.
    Quick,
}

/// Runs the checks. A failed step does not hide what the next ones find.
pub fn all(extent: Extent) -> ExitCode {
    let place = match Place::find() {
        Ok(place) => place,
        Err(text) => {
            eprintln!("{text}");
            return ExitCode::FAILURE;
        }
    };
    println!("Building in {}", place.target.display());
    let mut report = Report::start();
    report.step("format", || plain(&place, &["fmt", "--all", "--check"]));
    report.step("clippy", || plain(&place, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]));
    // The server lives until the last check that needs it.
    let server = report.step("postgresql", || {
        let server = Postgres::start(Durability::Tests)?;
        let text = server.described();
        Ok((server, text))
    });
    let url = server.as_ref().map(Postgres::url);
    tests(&mut report, &place, url.as_deref());
    dependencies::check(&mut report, &place);
    if extent == Extent::Everything {
        let built = report.step("build", || plain(&place, &["build", "--workspace", "--bin", "plateau"]));
        let tools = report.step("browser tools", || browser::prepare(&place));
        if let (Some(()), Some(tools)) = (built, tools) {
            report.step("browser", || browser::whole(&place, &tools));
            if let Some(url) = &url {
                report.step("browser, pg", || browser::on_postgres(&place, &tools, url));
            }
        }
        let tools = report.step("screen reader tools", || at::prepare(&place));
        if let (Some(()), Some(tools)) = (built, tools) {
            report.step("screen reader", || at::journeys(&place, &tools, &["--again", "--jobs", "4"]));
        }
    }
    report.close()
}

fn plain(place: &Place, arguments: &[&str]) -> Result<((), String), Stop> {
    run(&mut place.cargo(arguments)).map(|_| ((), String::new()))
}

/// The tests of every crate on both engines.
fn tests(report: &mut Report, place: &Place, url: Option<&str>) {
    report.step("braille", braille);
    report.step("fonts", fonts);
    report.step("tests", || {
        let nextest = find(&["cargo-nextest"], &[]).is_some();
        let words: &[&str] = if nextest {
            &["nextest", "run", "--workspace", "--no-fail-fast"]
        } else {
            &["test", "--workspace", "--no-fail-fast"]
        };
        let lines = tested(place, words, url)?;
        let engines = if url.is_some() { "on SQLite and PostgreSQL" } else { "on SQLITE ONLY" };
        Ok(((), format!("{}, {engines}", if nextest { closing_line(&lines) } else { counted(&lines) })))
    });
    if find(&["cargo-nextest"], &[]).is_some() {
        report.step("doc tests", || {
            let lines = tested(place, &["test", "--workspace", "--doc"], url)?;
            Ok(((), counted(&lines)))
        });
    }
}

/// The library and the tables that the tests of braille stand on. Without them these tests fail.
fn braille() -> Result<((), String), Stop> {
    let version =
        || said("dpkg-query", &["--show", "--showformat=${Package} ${Version} ", "liblouis20", "liblouis-data"]);
    if !(version().contains("liblouis20 ") && version().contains("liblouis-data ")) {
        install("liblouis", &["liblouis20", "liblouis-data"])?;
    }
    Ok(((), version()))
}

/// Fonts of both scripts, which the tests of papers need.
fn fonts() -> Result<((), String), Stop> {
    let version = || said("dpkg-query", &["--show", "--showformat=${Package} ${Version} ", "fonts-noto-core"]);
    if !version().contains("fonts-noto-core ") {
        install("Fonts with Latin and Arabic letters", &["fonts-noto-core"])?;
    }
    Ok(((), version()))
}

fn tested(place: &Place, arguments: &[&str], url: Option<&str>) -> Result<Vec<String>, Stop> {
    let mut command = place.cargo(arguments);
    match url {
        Some(url) => command.env("PLATEAU_TEST_POSTGRES", url),
        None => command.env_remove("PLATEAU_TEST_POSTGRES"),
    };
    run(&mut command)
}

/// nextest's own sum: `Summary [1.2s] 40 tests run: 40 passed, 0 skipped`.
fn closing_line(lines: &[String]) -> String {
    let line = lines.iter().rev().find(|line| line.contains("Summary ["));
    line.and_then(|line| line.split_once(']')).map(|(_, sum)| sum.trim().to_owned()).unwrap_or_default()
}

/// The sum of `test result: ok. 12 passed; 0 failed; 1 ignored; …` over all crates.
fn counted(lines: &[String]) -> String {
    let (mut passed, mut ignored) = (0, 0);
    for line in lines.iter().filter(|line| line.starts_with("test result:")) {
        let number = |word: &str| -> u32 {
            let before = line.split(word).next().and_then(|text| text.split_whitespace().last());
            before.and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        passed += number(" passed");
        ignored += number(" ignored");
    }
    format!("{passed} passed, {ignored} ignored")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_every_crate_are_added() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out".to_owned(),
            "running 3 tests".to_owned(),
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out".to_owned(),
        ];
        assert_eq!(counted(&lines), "15 passed, 1 ignored");
    }

    #[test]
    fn the_closing_line_of_the_runner_is_told_in_the_summary() {
        let lines = ["     Summary [   1.204s] 40 tests run: 40 passed, 0 skipped".to_owned()];
        assert_eq!(closing_line(&lines), "40 tests run: 40 passed, 0 skipped");
    }
}
