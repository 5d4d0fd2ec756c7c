//! A semester plan that somebody tries: the proposal, with the blocks of some modules moved. Nothing of it is saved.

use ::programme::{Assignment, Module, Problem, Programme, SemesterSum};
use ::web::Fields;

/// The proposal of the programme with the changes of one person.
#[derive(Clone, Debug)]
pub struct Trial {
    programme: &'static Programme,
    assignment: Assignment,
    changed: Vec<(&'static str, Vec<u8>)>,
}

/// One semester of a trial.
#[derive(Clone, Debug)]
pub struct SemesterTable {
    /// What the semester adds up to.
    pub sum: SemesterSum,
    /// The modules taught in it, in the order of the programme.
    pub modules: Vec<TaughtModule>,
}

/// A module in one semester.
#[derive(Clone, Debug)]
pub struct TaughtModule {
    /// The module.
    pub module: &'static Module,
    /// Lectures, hours a week.
    pub lecture: u32,
    /// Tutorials and practical work, hours a week.
    pub practical: u32,
    /// Both, hours a week.
    pub weekly: u32,
    /// Hours of the semester.
    pub hours: u32,
}

impl Trial {
    /// Reads the modules that were moved: `MQ1=1&MQ1=3&MQ1=4` gives a semester to each block of MQ1, in order. A value
    /// that is no semester counts as 0, which the checks report; what is no module of the programme is left out.
    pub fn read(programme: &'static Programme, fields: &Fields) -> Self {
        let mut assignment = programme.semesters.assignment();
        let mut changed = Vec::new();
        for row in &programme.semesters.rows {
            let asked: Vec<u8> = fields.each(&row.module).map(|place| place.parse().unwrap_or(0)).collect();
            if !asked.is_empty() && asked != row.proposal {
                assignment.insert(row.module.clone(), asked.clone());
                changed.push((row.module.as_str(), asked));
            }
        }
        Self { programme, assignment, changed }
    }

    /// The modules whose blocks were moved, with the semester of each block.
    pub fn changed(&self) -> &[(&'static str, Vec<u8>)] {
        &self.changed
    }

    /// The same changes without those of one module, for the form that asks for them again.
    pub fn changed_but(&self, module: &str) -> Vec<(&'static str, Vec<u8>)> {
        self.changed.iter().filter(|(code, _)| *code != module).cloned().collect()
    }

    /// What the plan breaks; empty when it holds.
    pub fn problems(&self) -> Vec<Problem> {
        self.programme.check_assignment(&self.assignment)
    }

    /// The semester of each block of a module.
    pub fn places(&self, module: &str) -> &[u8] {
        self.assignment.get(module).map(Vec::as_slice).unwrap_or_default()
    }

    /// The semesters, with the modules taught in each.
    pub fn tables(&self) -> Vec<SemesterTable> {
        let sums = self.programme.semester_sums(&self.assignment);
        sums.into_iter().map(|sum| SemesterTable { modules: self.taught_in(sum.semester), sum }).collect()
    }

    fn taught_in(&self, semester: u8) -> Vec<TaughtModule> {
        let weeks = u32::from(self.programme.sheet.weeks_per_semester);
        let rows = self.programme.semesters.rows.iter();
        let taught = rows.filter_map(|row| {
            let blocks = row.blocks.iter().zip(self.places(&row.module)).filter(|(_, place)| **place == semester);
            let (lecture, practical) = blocks.fold((0, 0), |(lecture, practical), (block, _)| {
                (lecture + u32::from(block.lecture), practical + u32::from(block.practical))
            });
            let weekly = lecture + practical;
            let module = self.programme.module(&row.module).filter(|_| weekly > 0)?;
            Some(TaughtModule { module, lecture, practical, weekly, hours: weekly * weeks })
        });
        taught.collect()
    }
}
