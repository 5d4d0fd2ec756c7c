//! The accessibility statement: what the recorded checks found, and no more than that.
//!
//! `cargo xtask statement` writes `docs/accessibility-statement.json` from the records of the checks; it is compiled into
//! the program. Nothing on the page is said by hand that a check can say.

#[cfg(test)]
mod tests;
mod web;

pub(crate) use self::web::routes;

use std::collections::BTreeMap;

use serde::Deserialize;
use words::Lang;

const STATEMENT: &str = include_str!("../../../../docs/accessibility-statement.json");

/// The latest record of each kind of check.
#[derive(Debug, Default, PartialEq, Deserialize)]
struct Statement {
    records: Vec<Record>,
}

/// One run of the checks, summed up.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    kind: Kind,
    /// When it began, in milliseconds since 1970-01-01 UTC.
    at: i64,
    /// The same for people who read the file: year, month, day, then the time.
    date: String,
    /// The version of the program.
    program: String,
    commit: String,
    /// True when the code had changes that were not committed.
    changed: bool,
    /// The options of a run that was not whole; empty for a whole one.
    partial: String,
    /// Tool and version.
    versions: BTreeMap<String, String>,
    /// Braille tables, for a screen reader.
    tables: Vec<String>,
    /// Codes of the languages in which pages were visited.
    languages: Vec<String>,
    presentations: Vec<Sum>,
    pages: Vec<PageSum>,
    journeys: Vec<Journey>,
    /// What failed, in the words of the check.
    failures: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
enum Kind {
    #[serde(rename = "browser")]
    Browser,
    #[serde(rename = "screen reader")]
    ScreenReader,
}

/// How often one presentation was checked, and what was found.
#[derive(Debug, PartialEq, Deserialize)]
struct Sum {
    name: String,
    checks: u32,
    faults: u32,
}

/// The same for a page, over its presentations and languages.
#[derive(Debug, PartialEq, Deserialize)]
struct PageSum {
    name: String,
    /// What its `h1` says, by language.
    headings: BTreeMap<String, String>,
    checks: u32,
    faults: u32,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Journey {
    name: String,
    languages: Vec<String>,
    passed: u32,
    failed: u32,
}

/// What the records support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    Nothing,
    NoFaultFound,
    Faults,
}

impl Statement {
    /// The statement in the program; one that cannot be read claims nothing.
    fn own() -> Self {
        serde_json::from_str(STATEMENT).unwrap_or_else(|error| {
            tracing::error!(%error, "docs/accessibility-statement.json");
            Self::default()
        })
    }

    fn claim(&self) -> Claim {
        if self.records.iter().any(Record::is_faulty) {
            Claim::Faults
        } else if self.records.iter().any(Record::checked_something) {
            Claim::NoFaultFound
        } else {
            Claim::Nothing
        }
    }

    fn has(&self, kind: Kind) -> bool {
        self.records.iter().any(|record| record.kind == kind && record.checked_something())
    }

    /// The languages in which nothing was checked, when something was checked at all.
    fn languages_left_out(&self) -> Vec<Lang> {
        let known = |lang: &Lang| self.records.iter().any(|record| record.languages.iter().any(|l| l == lang.code()));
        if self.claim() == Claim::Nothing {
            vec![]
        } else {
            Lang::ALL.into_iter().filter(|lang| !known(lang)).collect()
        }
    }
}

impl Record {
    fn is_faulty(&self) -> bool {
        !self.failures.is_empty()
            || self.presentations.iter().any(|sum| sum.faults > 0)
            || self.pages.iter().any(|page| page.faults > 0)
            || self.journeys.iter().any(|journey| journey.failed > 0)
    }

    fn checked_something(&self) -> bool {
        let checks = self.presentations.iter().map(|sum| sum.checks);
        checks.chain(self.journeys.iter().map(|journey| journey.passed)).any(|count| count > 0)
    }

    /// The pages as a reader of `lang` knows them: by what they are called, those of one name together.
    fn pages_in(&self, lang: &Lang) -> Vec<Sum> {
        let mut sums: Vec<Sum> = vec![];
        for page in &self.pages {
            let name = page.headings.get(lang.code()).unwrap_or(&page.name);
            match sums.iter_mut().find(|sum| sum.name == *name) {
                Some(sum) => {
                    sum.checks += page.checks;
                    sum.faults += page.faults;
                }
                None => sums.push(Sum { name: name.clone(), checks: page.checks, faults: page.faults }),
            }
        }
        sums
    }
}

impl Sum {
    /// The text key of a presentation; `None` for one that has no text yet.
    fn key(&self) -> Option<&'static str> {
        Some(match self.name.as_str() {
            "structure" => "accessibility-mode-structure",
            "normal" => "accessibility-mode-normal",
            "dark" => "accessibility-mode-dark",
            "forced colours" => "accessibility-mode-forced",
            "320 px" => "accessibility-mode-narrow",
            "320 px, text spacing" => "accessibility-mode-spacing",
            "200 % text" => "accessibility-mode-large",
            "keyboard" => "accessibility-mode-keyboard",
            _ => return None,
        })
    }
}

impl Journey {
    /// Its text key; `None` for one that has no text yet.
    fn key(&self) -> Option<&'static str> {
        Some(match self.name.as_str() {
            "auditor" => "accessibility-journey-auditor",
            "signin" => "accessibility-journey-signin",
            "day" => "accessibility-journey-day",
            "crash" => "accessibility-journey-crash",
            "pages" => "accessibility-journey-pages",
            "first" => "accessibility-journey-first",
            "disk" => "accessibility-journey-disk",
            "drills" => "accessibility-journey-drills",
            "import" => "accessibility-journey-import",
            "lab" => "accessibility-journey-lab",
            "work" => "accessibility-journey-work",
            "year" => "accessibility-journey-year",
            "cells" => "accessibility-journey-cells",
            "plain" => "accessibility-journey-plain",
            "every" => "accessibility-journey-every",
            "sign-in" => "accessibility-journey-sign-in",
            "client-file" => "accessibility-journey-client-file",
            "script" => "accessibility-journey-script",
            "review" => "accessibility-journey-review",
            "progress" => "accessibility-journey-progress",
            "preferences" => "accessibility-journey-preferences",
            "broken" => "accessibility-journey-broken",
            "broken-form" => "accessibility-journey-broken-form",
            _ => return None,
        })
    }
}
