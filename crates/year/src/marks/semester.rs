//! The marks of a section in one semester: its modules with their sheets, and what each trainee has come to.

use ::store::{ConnectionTrait, Result};
use ::web::preferences::Script;
use school::programme::programme;

use super::results::Results;
use super::{Average, Mark, Outcome, Rules, Standing, average, store};
use crate::cohorts::Section;
use crate::plan::plan_of;

/// The marks of a section in one semester.
pub(crate) struct Semester {
    /// The modules taught by the plan, and those that have a sheet all the same; in the order of the programme.
    pub codes: Vec<String>,
    /// The sheets that are open.
    pub(super) results: Vec<Results>,
}

/// One trainee's module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ModuleMark {
    pub code: String,
    pub coefficient: i64,
    pub outcome: Outcome,
    pub standing: Option<Standing>,
    /// True when a person set the mark in the place of the computed one.
    pub set: bool,
    /// True when the second session was sat.
    pub resit: bool,
    /// How many components the person was absent from.
    pub absences: usize,
}

/// The modules taught in a semester by the plan of a promotion.
pub(crate) async fn planned(db: &impl ConnectionTrait, promotion: i64, semester: i64) -> Result<Vec<String>> {
    let plan = plan_of(db, promotion).await?;
    let in_semester =
        |code: &String| plan.get(code).is_some_and(|places| places.iter().any(|place| i64::from(*place) == semester));
    let codes = programme().modules.iter().map(|module| module.code.clone());
    Ok(codes.filter(in_semester).collect())
}

impl Semester {
    /// Reads the semester of a section.
    pub(crate) async fn read(
        db: &impl ConnectionTrait,
        section: &Section,
        semester: i64,
        script: Script,
    ) -> Result<Self> {
        let mut codes = planned(db, section.promotion_id, semester).await?;
        let mut results = vec![];
        for sheet in store::sheets_of(db, section.id).await?.into_iter().filter(|own| own.semester == semester) {
            if !codes.contains(&sheet.module) {
                codes.push(sheet.module.clone());
            }
            results.push(Results::read(db, sheet, script).await?);
        }
        Ok(Self { codes, results })
    }

    /// The sheet of a module.
    pub(super) fn sheet(&self, code: &str) -> Option<&Results> {
        self.results.iter().find(|own| own.sheet.module == code)
    }

    /// The rules of the semester: the newest version that one of its sheets follows.
    pub(crate) fn rules(&self) -> Option<&Rules> {
        self.results.iter().max_by_key(|own| own.version).map(|own| &own.rules)
    }

    /// The versions of the rules that the sheets follow, in order.
    pub(crate) fn versions(&self) -> Vec<i64> {
        let all: std::collections::BTreeSet<i64> = self.results.iter().map(|own| own.version).collect();
        all.into_iter().collect()
    }

    /// The modules that have no sheet.
    pub(crate) fn unopened(&self) -> Vec<&str> {
        self.codes.iter().filter(|code| self.sheet(code).is_none()).map(String::as_str).collect()
    }

    /// The modules of one trainee.
    pub(crate) fn of(&self, trainee: i64) -> Vec<ModuleMark> {
        self.codes.iter().map(|code| self.module(trainee, code)).collect()
    }

    fn module(&self, trainee: i64, code: &str) -> ModuleMark {
        let Some(own) = self.sheet(code) else {
            let (outcome, standing) = (Outcome::Open, None);
            let code = code.to_owned();
            return ModuleMark { code, coefficient: 1, outcome, standing, set: false, resit: false, absences: 0 };
        };
        let computed = own.computed(trainee);
        let outcome = own.outcome(trainee);
        let standing = match outcome {
            Outcome::Mark(mark) => Some(Standing::of(&own.rules, mark)),
            Outcome::Open | Outcome::Exempt => None,
        };
        ModuleMark {
            code: code.to_owned(),
            coefficient: own.rules.coefficient(code),
            outcome,
            standing,
            set: own.overrides.contains_key(&trainee),
            resit: computed.resit.is_some(),
            absences: computed.lines.iter().filter(|line| line.mark == Some(Mark::Absent)).count(),
        }
    }

    /// The average of one trainee.
    pub(crate) fn average(&self, trainee: i64) -> Average {
        let given: Vec<_> = self.of(trainee).into_iter().map(|own| (own.code, own.coefficient, own.outcome)).collect();
        average(&given)
    }
}
