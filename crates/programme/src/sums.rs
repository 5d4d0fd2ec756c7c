//! Hours: of a module, of a week, of a semester, of the training, of the programme.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::MONTHS_PER_SEMESTER;
use crate::checks::Findings;
use crate::load::{Draft, SEMESTERS};
use crate::model::{Programme, SemesterPlan, SemesterRow, Sheet};
use crate::problem::{Code, Problem};

/// Module code → the semester (from 1) of each of its blocks.
pub type Assignment = BTreeMap<String, Vec<u8>>;

/// What one semester adds up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SemesterSum {
    /// The semester, from 1.
    pub semester: u8,
    /// Lectures, hours a week.
    pub lecture: u32,
    /// Tutorials and practical work, hours a week.
    pub practical: u32,
    /// Both, hours a week.
    pub weekly: u32,
    /// Hours of the semester: weekly hours × weeks.
    pub hours: u32,
    /// Hours a week that the programme asks for.
    pub expected_weekly: u32,
    /// Hours of a semester that the programme asks for.
    pub expected_hours: u32,
}

impl SemesterSum {
    /// Whether the semester has exactly the hours that the programme asks for.
    pub fn holds(&self) -> bool {
        self.weekly == self.expected_weekly
    }
}

impl Sheet {
    /// Hours of one semester (36 × 17 = 612 in programme 1803).
    pub fn semester_hours(&self) -> u32 {
        u32::from(self.hours_per_week) * u32::from(self.weeks_per_semester)
    }

    /// Hours of all semesters, the internship not counted (2 448 in programme 1803).
    pub fn training_hours(&self) -> u32 {
        self.semester_hours() * u32::from(self.semesters)
    }
}

impl SemesterPlan {
    /// The proposal of the file.
    pub fn assignment(&self) -> Assignment {
        self.rows.iter().map(|row| (row.module.clone(), row.proposal.clone())).collect()
    }
}

impl SemesterRow {
    /// Hours a week in `semester` when the blocks stand in `semesters`.
    pub fn weekly_in(&self, semester: u8, semesters: &[u8]) -> u32 {
        let placed = self.blocks.iter().zip(semesters);
        placed.filter(|(_, place)| **place == semester).map(|(block, _)| block.weekly()).sum()
    }
}

impl Programme {
    /// What each semester adds up to under an assignment: one entry per semester, in order.
    /// A block without a semester, or in one that does not exist, counts nowhere.
    pub fn semester_sums(&self, assignment: &Assignment) -> Vec<SemesterSum> {
        semester_sums(&self.sheet, &self.semesters, assignment)
    }

    /// What an edited assignment breaks: blocks without semester, semesters that do not exist or do
    /// not increase, weeks that do not have the hours. Empty when the assignment can be kept.
    pub fn check_assignment(&self, assignment: &Assignment) -> Vec<Problem> {
        let faults = assignment_faults(&self.sheet, &self.semesters, assignment);
        faults.into_iter().map(|fault| fault.problem).collect()
    }
}

pub(crate) fn semester_sums(sheet: &Sheet, plan: &SemesterPlan, assignment: &Assignment) -> Vec<SemesterSum> {
    let semesters = 1..=sheet.semesters;
    semesters.map(|semester| semester_sum(semester, sheet, plan, assignment)).collect()
}

fn semester_sum(semester: u8, sheet: &Sheet, plan: &SemesterPlan, assignment: &Assignment) -> SemesterSum {
    let placed = plan.rows.iter().flat_map(|row| {
        let places = assignment.get(&row.module).map(Vec::as_slice).unwrap_or_default();
        row.blocks.iter().zip(places)
    });
    let (mut lecture, mut practical) = (0, 0);
    for (block, _) in placed.filter(|(_, place)| **place == semester) {
        lecture += u32::from(block.lecture);
        practical += u32::from(block.practical);
    }
    let weekly = lecture + practical;
    SemesterSum {
        semester,
        lecture,
        practical,
        weekly,
        hours: weekly * u32::from(sheet.weeks_per_semester),
        expected_weekly: u32::from(sheet.hours_per_week),
        expected_hours: sheet.semester_hours(),
    }
}

/// A problem of an assignment and the value that shows it in `semesters.toml`.
struct Fault {
    path: String,
    problem: Problem,
}

fn assignment_faults(sheet: &Sheet, plan: &SemesterPlan, assignment: &Assignment) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (rank, row) in plan.rows.iter().enumerate() {
        let places = assignment.get(&row.module).map(Vec::as_slice).unwrap_or_default();
        let problems = row_problems(row, places, sheet);
        let path = format!("rows.{rank}.proposal");
        faults.extend(problems.into_iter().map(|problem| Fault { path: path.clone(), problem }));
    }
    let sums = semester_sums(sheet, plan, assignment);
    faults.extend(sums.iter().filter(|sum| !sum.holds()).map(|sum| Fault {
        path: "rows".to_owned(),
        problem: Problem::new(
            Code::SemesterHours,
            SEMESTERS,
            [
                ("semester", sum.semester.to_string()),
                ("found", sum.weekly.to_string()),
                ("found_hours", sum.hours.to_string()),
                ("expected", sum.expected_weekly.to_string()),
                ("expected_hours", sum.expected_hours.to_string()),
            ],
        ),
    }));
    faults
}

fn row_problems(row: &SemesterRow, places: &[u8], sheet: &Sheet) -> Vec<Problem> {
    let module = || ("module", row.module.clone());
    let mut problems = Vec::new();
    if places.len() != row.blocks.len() {
        let args = [module(), ("found", places.len().to_string()), ("expected", row.blocks.len().to_string())];
        problems.push(Problem::new(Code::ProposalLength, SEMESTERS, args));
    }
    for place in places.iter().filter(|place| !(1..=sheet.semesters).contains(*place)) {
        let args = [module(), ("found", place.to_string()), ("semesters", sheet.semesters.to_string())];
        problems.push(Problem::new(Code::ProposalRange, SEMESTERS, args));
    }
    if !places.is_sorted_by(|before, after| before < after) {
        let list: Vec<String> = places.iter().map(u8::to_string).collect();
        let args = [module(), ("found", list.join(", "))];
        problems.push(Problem::new(Code::ProposalOrder, SEMESTERS, args));
    }
    problems
}

/// Every sum of the programme, as far as its files could be read.
pub(crate) fn run(draft: &Draft, sheet: &Sheet, found: &mut Findings<'_>) {
    if let Some(plan) = &draft.semesters {
        module_hours(draft, plan, sheet, found);
        for fault in assignment_faults(sheet, plan, &plan.assignment()) {
            let line = found.files.line(SEMESTERS, &fault.path);
            found.problems.push(fault.problem.at(line));
        }
    }
    // A module that could not be read is reported as such; a sum without it would only mislead.
    let complete = sheet.modules.iter().all(|code| draft.modules.iter().any(|(_, module)| module.code == *code));
    let taught: u32 = draft.modules.iter().map(|(_, module)| u32::from(module.hours)).sum();
    let internship = &sheet.internship;
    let months = u32::from(sheet.semesters) * MONTHS_PER_SEMESTER + u32::from(internship.months);
    let all = sheet.training_hours() + u32::from(internship.hours);
    let sums = [
        (Code::TrainingHours, "hours_per_week", taught, sheet.training_hours(), complete),
        (Code::TotalHours, "total_hours", all, sheet.total_hours, true),
        (Code::TotalMonths, "months", months, u32::from(sheet.months), true),
    ];
    let file = found.files.sheet_name().to_owned();
    for (code, path, sum, expected, known) in sums {
        if known && sum != expected {
            found.add(code, &file, path, [("found", sum.to_string()), ("expected", expected.to_string())]);
        }
    }
}

fn module_hours(draft: &Draft, plan: &SemesterPlan, sheet: &Sheet, found: &mut Findings<'_>) {
    for (rank, row) in plan.rows.iter().enumerate() {
        for (place, _) in row.blocks.iter().enumerate().filter(|(_, block)| block.weekly() == 0) {
            let args = [("module", row.module.clone()), ("block", (place + 1).to_string())];
            found.add(Code::BlockEmpty, SEMESTERS, &format!("rows.{rank}.blocks.{place}"), args);
        }
        let Some((_, module)) = draft.modules.iter().find(|(_, module)| module.code == row.module) else {
            continue;
        };
        let weekly: u32 = row.blocks.iter().map(|block| block.weekly()).sum();
        let hours = weekly * u32::from(sheet.weeks_per_semester);
        if hours != u32::from(module.hours) {
            let args = [
                ("module", row.module.clone()),
                ("found", hours.to_string()),
                ("weekly", weekly.to_string()),
                ("weeks", sheet.weeks_per_semester.to_string()),
                ("expected", module.hours.to_string()),
            ];
            found.add(Code::ModuleHours, SEMESTERS, &format!("rows.{rank}.blocks"), args);
        }
    }
}
