//! From marks to the mark of a module, line by line, and to the average of a semester.

use std::collections::BTreeMap;

use super::{Mark, Resit, Rules};

/// One component in the computation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The component.
    pub component: String,
    /// What was given; nothing while it is missing.
    pub mark: Option<Mark>,
    /// How much it counts; 0 for what does not.
    pub weight: i64,
    /// What it counts for before it is weighed, in hundredths; nothing when it does not count or is not known.
    pub counts: Option<i64>,
}

/// Where a module stands by its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// At or above the pass mark.
    Passed,
    /// Below it, and the semester's average may make up for it.
    Compensable,
    /// Below it.
    Failed,
    /// Below the eliminatory mark.
    Eliminatory,
}

impl Standing {
    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Passed => "marks-standing-passed",
            Self::Compensable => "marks-standing-compensable",
            Self::Failed => "marks-standing-failed",
            Self::Eliminatory => "marks-standing-eliminatory",
        }
    }

    /// The shape beside its name.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Passed => "good",
            Self::Compensable => "attention",
            Self::Failed | Self::Eliminatory => "stop",
        }
    }

    /// Where a mark stands by the rules.
    pub fn of(rules: &Rules, mark: i64) -> Self {
        if mark >= rules.pass {
            Self::Passed
        } else if mark < rules.eliminatory {
            Self::Eliminatory
        } else if rules.compensation {
            Self::Compensable
        } else {
            Self::Failed
        }
    }
}

/// The computation of a module's mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The components in the order of the rules.
    pub lines: Vec<Line>,
    /// The sum of marks times weights, in hundredths, and of weights.
    pub sum: (i64, i64),
    /// The mark of the first session, rounded; nothing while something is missing or nothing counts.
    pub first: Option<i64>,
    /// What the second session gave, when there was one.
    pub resit: Option<i64>,
    /// The mark of the module.
    pub mark: Option<i64>,
    /// The components that are missing.
    pub missing: Vec<String>,
}

/// Computes the mark of a module: the weighted mean of its components, rounded half upwards to the step of the rules; then what
/// the second session does. A dispensed component leaves the mean with its weight; an absence counts 0 or stays open, as the rules
/// say. Whole numbers throughout: nothing depends on how a machine holds fractions.
pub fn compute(rules: &Rules, marks: &BTreeMap<String, Mark>) -> Computed {
    let mut found = Computed { lines: vec![], sum: (0, 0), first: None, resit: None, mark: None, missing: vec![] };
    for component in &rules.components {
        let mark = marks.get(&component.code).copied();
        let (weight, counts) = match mark {
            Some(Mark::Given(given)) => (component.weight, Some(given)),
            Some(Mark::Absent) if rules.absent_is_zero => (component.weight, Some(0)),
            Some(Mark::Exempt) => (0, None),
            Some(Mark::Absent) | None => {
                found.missing.push(component.code.clone());
                (component.weight, None)
            }
        };
        if let Some(counts) = counts {
            found.sum = (found.sum.0 + counts * weight, found.sum.1 + weight);
        }
        found.lines.push(Line { component: component.code.clone(), mark, weight, counts });
    }
    if found.missing.is_empty() && found.sum.1 > 0 {
        found.first = Some(rounded(found.sum.0, found.sum.1, rules.rounding));
    }
    if let (Some(Mark::Given(given)), true) = (marks.get(Rules::RESIT), rules.resit != Resit::None) {
        found.resit = Some(*given);
    }
    found.mark = match (found.first, found.resit, rules.resit) {
        (Some(first), Some(resit), Resit::Best) => Some(first.max(resit)),
        (Some(_), Some(resit), Resit::Replaces) => Some(resit),
        (first, ..) => first,
    };
    found
}

/// `sum` ÷ `weights` to the nearest multiple of `step`, half upwards.
fn rounded(sum: i64, weights: i64, step: i64) -> i64 {
    let whole = weights * step;
    (2 * sum + whole) / (2 * whole) * step
}

/// What a module gives to the average of its semester.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A mark, in hundredths.
    Mark(i64),
    /// Something is missing.
    Open,
    /// The person is dispensed from all of it: it does not count.
    Exempt,
}

impl Computed {
    /// What the module gives to the average; `set` is the mark that a person set in its place.
    pub fn outcome(&self, set: Option<i64>) -> Outcome {
        match (set.or(self.mark), self.missing.is_empty()) {
            (Some(mark), _) => Outcome::Mark(mark),
            (None, true) => Outcome::Exempt,
            (None, false) => Outcome::Open,
        }
    }
}

/// The average of a semester.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Average {
    /// The average in hundredths; nothing while a module is open, or when none counts.
    pub mark: Option<i64>,
    /// The modules that are open.
    pub missing: Vec<String>,
}

/// The average of the modules of a semester (code, coefficient, what it gives), rounded to hundredths. An open module leaves it
/// open: an average over what happens to be there would mislead.
pub fn average(modules: &[(String, i64, Outcome)]) -> Average {
    let (mut sum, mut weights, mut missing) = (0, 0, vec![]);
    for (code, coefficient, outcome) in modules {
        match outcome {
            Outcome::Mark(mark) => {
                sum += mark * coefficient;
                weights += coefficient;
            }
            Outcome::Open => missing.push(code.clone()),
            Outcome::Exempt => {}
        }
    }
    let mark = (missing.is_empty() && weights > 0).then(|| rounded(sum, weights, 1));
    Average { mark, missing }
}
