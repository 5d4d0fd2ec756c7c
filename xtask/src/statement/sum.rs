//! From the records of single runs to the sums that are kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What one run wrote.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    kind: Kind,
    /// When it began: milliseconds since 1970-01-01 UTC, and the same for people.
    at: i64,
    date: String,
    /// The version of the program.
    program: String,
    commit: String,
    /// True when the code had changes that were not committed.
    changed: bool,
    /// The options of a run that left something out; empty for a whole run.
    partial: String,
    /// Tool and version.
    versions: BTreeMap<String, String>,
    /// Braille tables.
    tables: Vec<String>,
    languages: Vec<String>,
    /// In the order of the visits; a page may be visited more than once.
    pages: Vec<Visit>,
    journeys: Vec<Travel>,
    failures: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
enum Kind {
    #[serde(rename = "browser")]
    Browser,
    #[serde(rename = "screen reader")]
    ScreenReader,
}

/// A page in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Visit {
    name: String,
    lang: String,
    heading: String,
    /// Presentation and number of faults, in the order in which they were looked at.
    faults: Vec<(String, u64)>,
}

/// A journey in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Travel {
    name: String,
    lang: String,
    passed: u32,
    failed: u32,
}

/// What is committed and shown: the latest run of each kind, summed up.
#[derive(Debug, Serialize)]
pub struct Statement {
    records: Vec<Record>,
}

#[derive(Debug, Serialize)]
struct Record {
    kind: Kind,
    at: i64,
    date: String,
    program: String,
    commit: String,
    changed: bool,
    partial: String,
    versions: BTreeMap<String, String>,
    tables: Vec<String>,
    languages: Vec<String>,
    presentations: Vec<Sum>,
    pages: Vec<PageSum>,
    journeys: Vec<Journey>,
    failures: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Sum {
    name: String,
    checks: u64,
    faults: u64,
}

#[derive(Debug, Serialize)]
struct PageSum {
    name: String,
    headings: BTreeMap<String, String>,
    checks: u64,
    faults: u64,
}

#[derive(Debug, Serialize)]
struct Journey {
    name: String,
    languages: Vec<String>,
    passed: u32,
    failed: u32,
}

impl Statement {
    /// The statement of these runs: of each kind, the latest.
    pub fn of(mut runs: Vec<Run>) -> Self {
        runs.sort_by_key(|run| (run.kind, -run.at));
        runs.dedup_by_key(|run| run.kind);
        Self { records: runs.into_iter().map(Record::of).collect() }
    }

    /// The file.
    pub fn text(&self) -> String {
        // Strings, numbers and lists of them: nothing that JSON cannot hold.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// What the file holds, in one line.
    pub fn said(&self) -> String {
        let one = |record: &Record| {
            let partial = if record.partial.is_empty() { "whole" } else { "PARTIAL" };
            let faults: u64 = record.presentations.iter().map(|sum| sum.faults).sum();
            let (pages, failures) = (record.pages.len(), record.failures.len());
            format!(
                "{:?}, {partial}, {}: {pages} pages, {faults} faults, {failures} failures",
                record.kind, record.date
            )
        };
        self.records.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}

impl Record {
    fn of(run: Run) -> Self {
        let (presentations, pages) = sums(run.pages);
        Self {
            kind: run.kind,
            at: run.at,
            date: run.date,
            program: run.program,
            commit: run.commit,
            changed: run.changed,
            partial: run.partial,
            versions: run.versions,
            tables: run.tables,
            languages: run.languages,
            presentations,
            pages,
            journeys: journeys(run.journeys),
            failures: run.failures,
        }
    }
}

/// The sums by presentation and by page, each in the order of the first visit.
fn sums(visits: Vec<Visit>) -> (Vec<Sum>, Vec<PageSum>) {
    let (mut presentations, mut pages) = (Vec::<Sum>::new(), Vec::<PageSum>::new());
    for visit in visits {
        let at = pages.iter().position(|page| page.name == visit.name).unwrap_or_else(|| {
            pages.push(PageSum { name: visit.name.clone(), headings: BTreeMap::new(), checks: 0, faults: 0 });
            pages.len() - 1
        });
        pages[at].headings.entry(visit.lang).or_insert(visit.heading);
        for (name, faults) in visit.faults {
            pages[at].checks += 1;
            pages[at].faults += faults;
            match presentations.iter_mut().find(|sum| sum.name == name) {
                Some(sum) => {
                    sum.checks += 1;
                    sum.faults += faults;
                }
                None => presentations.push(Sum { name, checks: 1, faults }),
            }
        }
    }
    (presentations, pages)
}

fn journeys(travels: Vec<Travel>) -> Vec<Journey> {
    let mut journeys = Vec::<Journey>::new();
    for Travel { name, lang, passed, failed } in travels {
        match journeys.iter_mut().find(|journey| journey.name == name) {
            Some(journey) => {
                journey.languages.push(lang);
                journey.passed += passed;
                journey.failed += failed;
            }
            None => journeys.push(Journey { name, languages: vec![lang], passed, failed }),
        }
    }
    journeys
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = include_str!("record.json");

    fn run() -> Run {
        serde_json::from_str(RECORD).unwrap()
    }

    #[test]
    fn a_run_is_summed_up_by_presentation_by_page_and_by_journey() {
        assert_eq!(Statement::of(vec![run()]).text(), include_str!("expected.json"));
    }

    #[test]
    fn of_two_runs_of_one_kind_the_latest_counts() {
        let later = Run { at: run().at + 1, commit: "later".to_owned(), ..run() };
        let reader = Run { kind: Kind::ScreenReader, pages: vec![], tables: vec!["fr-2007".to_owned()], ..run() };
        let statement = Statement::of(vec![reader, run(), later, run()]);
        let told: Vec<_> = statement.records.iter().map(|record| (record.kind, record.commit.as_str())).collect();
        assert_eq!(told, [(Kind::Browser, "later"), (Kind::ScreenReader, "4d27456a1b")]);
    }

    #[test]
    fn a_record_that_lacks_something_is_refused() {
        let text = RECORD.replace("\"changed\": false,", "");
        assert!(serde_json::from_str::<Run>(&text).unwrap_err().to_string().contains("changed"));
    }

    #[test]
    fn a_partial_run_is_told_as_such() {
        assert!(Statement::of(vec![run()]).said().contains("PARTIAL"));
    }
}
