//! Finding things in a programme.

use crate::model::{Criterion, Equipment, MatrixRow, Module, Objective, Programme, SemesterRow};

/// An objective and its module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundObjective<'p> {
    /// The module that holds it.
    pub module: &'p Module,
    /// The objective.
    pub objective: &'p Objective,
}

/// A criterion and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundCriterion<'p> {
    /// A criterion of an intermediate objective.
    OfObjective {
        /// The module.
        module: &'p Module,
        /// The objective.
        objective: &'p Objective,
        /// The criterion.
        criterion: &'p Criterion,
    },
    /// A general criterion of a module.
    General {
        /// The module.
        module: &'p Module,
        /// The criterion.
        criterion: &'p Criterion,
    },
    /// A criterion of the internship sheet.
    Internship {
        /// The criterion.
        criterion: &'p Criterion,
    },
}

impl<'p> FoundCriterion<'p> {
    /// The criterion itself.
    pub fn criterion(self) -> &'p Criterion {
        match self {
            Self::OfObjective { criterion, .. } | Self::General { criterion, .. } | Self::Internship { criterion } => {
                criterion
            }
        }
    }

    /// Its module; none for the internship.
    pub fn module(self) -> Option<&'p Module> {
        match self {
            Self::OfObjective { module, .. } | Self::General { module, .. } => Some(module),
            Self::Internship { .. } => None,
        }
    }

    /// Its objective; none for a general criterion or the internship.
    pub fn objective(self) -> Option<&'p Objective> {
        match self {
            Self::OfObjective { objective, .. } => Some(objective),
            Self::General { .. } | Self::Internship { .. } => None,
        }
    }
}

impl Module {
    /// The objective `id` of this module.
    pub fn objective(&self, id: &str) -> Option<&Objective> {
        self.objectives.iter().find(|objective| objective.id == id)
    }

    /// General criteria first, then those of each objective, in order.
    pub fn all_criteria(&self) -> impl Iterator<Item = &Criterion> {
        let of_objectives = self.objectives.iter().flat_map(|objective| &objective.criteria);
        self.general_criteria.iter().chain(of_objectives)
    }
}

impl Programme {
    /// The module `code`.
    pub fn module(&self, code: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.code == code)
    }

    /// The objective `id` (`MQ6.O1`) with its module.
    pub fn objective(&self, id: &str) -> Option<FoundObjective<'_>> {
        let module = self.module(id.split('.').next()?)?;
        let objective = module.objective(id)?;
        Some(FoundObjective { module, objective })
    }

    /// The criterion `id` (`MQ6.O1.C1`, `MQ6.G1`, `SP.C1`) and where it stands.
    pub fn criterion(&self, id: &str) -> Option<FoundCriterion<'_>> {
        let named = |criterion: &&Criterion| criterion.id == id;
        let Some(module) = self.module(id.split('.').next()?) else {
            let criterion = self.sheet.internship.criteria.iter().find(named)?;
            return Some(FoundCriterion::Internship { criterion });
        };
        if let Some(criterion) = module.general_criteria.iter().find(named) {
            return Some(FoundCriterion::General { module, criterion });
        }
        module.objectives.iter().find_map(|objective| {
            let criterion = objective.criteria.iter().find(named)?;
            Some(FoundCriterion::OfObjective { module, objective, criterion })
        })
    }

    /// The equipment `id`.
    pub fn equipment(&self, id: &str) -> Option<&Equipment> {
        self.sheet.equipment.iter().find(|equipment| equipment.id == id)
    }

    /// The row of a qualifying module in the matrix.
    pub fn matrix_row(&self, mq: &str) -> Option<&MatrixRow> {
        self.matrix.rows.iter().find(|row| row.mq == mq)
    }

    /// The qualifying modules that lean on the complementary module `mc`, in the order of the matrix.
    pub fn leaning_on(&self, mc: &str) -> impl Iterator<Item = &Module> {
        let rows = self.matrix.rows.iter().filter(move |row| row.proposal.iter().any(|code| code == mc));
        rows.filter_map(|row| self.module(&row.mq))
    }

    /// The blocks of a module in the semester table.
    pub fn semester_row(&self, module: &str) -> Option<&SemesterRow> {
        self.semesters.rows.iter().find(|row| row.module == module)
    }
}
