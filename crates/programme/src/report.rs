//! What a check found, for a program (JSON) and for a person (a table in the terminal).

use std::fmt::Write as _;

use serde::Serialize;

use crate::load::Draft;
use crate::model::{Module, SemesterRow, Sheet};
use crate::problem::Problem;
use crate::sums::{SemesterSum, semester_sums};

/// The result of a check. As JSON it has exactly the public keys `modules`, `hours`,
/// `internship_hours`, `objectives`, `criteria` and `problems`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many modules could be read.
    pub modules: usize,
    /// Hours of these modules together, the internship not counted.
    pub hours: u32,
    /// Hours of the internship.
    pub internship_hours: u32,
    /// Intermediate objectives of the modules.
    pub objectives: usize,
    /// Criteria of the objectives and general criteria of the modules; those of the internship sheet are not counted.
    pub criteria: usize,
    /// Everything that is wrong; empty for a good programme.
    pub problems: Vec<Problem>,
    /// Title line of the table.
    #[serde(skip)]
    pub heading: String,
    /// Hours that the programme announces in all, when its sheet could be read.
    #[serde(skip)]
    pub announced_hours: Option<u32>,
    /// One line per module that could be read.
    #[serde(skip)]
    pub lines: Vec<ModuleLine>,
    /// What the proposed semesters add up to.
    #[serde(skip)]
    pub semesters: Vec<SemesterSum>,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleLine {
    /// The module.
    pub code: String,
    /// Its hours.
    pub hours: u16,
    /// Its objectives.
    pub objectives: usize,
    /// Its criteria: of its objectives and general.
    pub criteria: usize,
    /// Hours a week in each semester, as proposed.
    pub weekly: Vec<u32>,
    /// Its title in English.
    pub title: String,
}

impl Report {
    pub(crate) fn new(draft: &Draft, problems: Vec<Problem>) -> Self {
        let sheet = draft.sheet.as_ref();
        let plan = draft.semesters.as_ref();
        let lines: Vec<ModuleLine> = draft
            .modules
            .iter()
            .map(|(_, module)| {
                let row = plan.and_then(|plan| plan.rows.iter().find(|row| row.module == module.code));
                ModuleLine::new(module, row, sheet.map_or(0, |sheet| sheet.semesters))
            })
            .collect();
        let semesters = match (sheet, plan) {
            (Some(sheet), Some(plan)) => semester_sums(sheet, plan, &plan.assignment()),
            _ => Vec::new(),
        };
        Self {
            modules: lines.len(),
            hours: lines.iter().map(|line| u32::from(line.hours)).sum(),
            internship_hours: sheet.map_or(0, |sheet| u32::from(sheet.internship.hours)),
            objectives: lines.iter().map(|line| line.objectives).sum(),
            criteria: lines.iter().map(|line| line.criteria).sum(),
            problems,
            heading: sheet.map_or_else(|| "Programme".to_owned(), heading),
            announced_hours: sheet.map(|sheet| sheet.total_hours),
            lines,
            semesters,
        }
    }

    /// The report as a person reads it in a terminal: a heading, one aligned line per module, the totals,
    /// the semesters, then the problems. Plain text, no colour and no frame: a screen reader reads it line by line.
    pub fn table(&self) -> String {
        let mut out = format!("{}\n\n", self.heading);
        let columns: String = self.semesters.iter().map(|sum| format!("{:>5}", format!("S{}", sum.semester))).collect();
        line(&mut out, "module", "hours", "objectives", "criteria", &columns, "title");
        for module in &self.lines {
            let weekly: String = module.weekly.iter().map(|hours| cell(*hours)).collect();
            let counts = (module.objectives.to_string(), module.criteria.to_string());
            line(&mut out, &module.code, &module.hours.to_string(), &counts.0, &counts.1, &weekly, &module.title);
        }
        let weekly: String = self.semesters.iter().map(|sum| format!("{:>5}", sum.weekly)).collect();
        let counts = (self.objectives.to_string(), self.criteria.to_string());
        let title = format!("{} modules", self.modules);
        line(&mut out, "total", &self.hours.to_string(), &counts.0, &counts.1, &weekly, &title);
        out.push('\n');
        self.sums(&mut out);
        out.push('\n');
        match self.problems.len() {
            0 => out.push_str("No problem.\n"),
            1 => out.push_str("1 problem:\n"),
            count => out.push_str(&format!("{count} problems:\n")),
        }
        for problem in &self.problems {
            out.push_str(&format!("  {problem}\n"));
        }
        out
    }

    fn sums(&self, out: &mut String) {
        for sum in &self.semesters {
            let verdict = if sum.holds() { "as expected" } else { "NOT as expected" };
            out.push_str(&format!(
                "semester {}: {} h a week ({} lecture, {} practical), {} h; {verdict} ({} h a week, {} h)\n",
                sum.semester,
                sum.weekly,
                sum.lecture,
                sum.practical,
                sum.hours,
                sum.expected_weekly,
                sum.expected_hours,
            ));
        }
        let all = self.hours + self.internship_hours;
        out.push_str(&format!("modules {} h + internship {} h = {all} h", self.hours, self.internship_hours));
        match self.announced_hours {
            Some(hours) => out.push_str(&format!("; the programme announces {hours} h\n")),
            None => out.push('\n'),
        }
    }
}

impl ModuleLine {
    fn new(module: &Module, row: Option<&SemesterRow>, semesters: u8) -> Self {
        let weekly_in = |semester| row.map_or(0, |row| row.weekly_in(semester, &row.proposal));
        Self {
            code: module.code.clone(),
            hours: module.hours,
            objectives: module.objectives.len(),
            criteria: module.all_criteria().count(),
            weekly: (1..=semesters).map(weekly_in).collect(),
            title: module.title.en.clone(),
        }
    }
}

fn heading(sheet: &Sheet) -> String {
    format!("Programme {}, {} ({}), format {}", sheet.code, sheet.title.en, sheet.version, sheet.format)
}

fn cell(hours: u32) -> String {
    let shown = if hours == 0 { "-".to_owned() } else { hours.to_string() };
    format!("{shown:>5}")
}

fn line(out: &mut String, code: &str, hours: &str, objectives: &str, criteria: &str, weekly: &str, title: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{code:<7}{hours:>6}{objectives:>12}{criteria:>10}{weekly}  {title}");
}
