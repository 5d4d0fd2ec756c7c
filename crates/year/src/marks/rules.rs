//! The rules of marks of a promotion: components, weights, coefficients, rounding, thresholds.

use std::collections::BTreeMap;

use ::programme::Kind;
use serde::{Deserialize, Serialize};

/// What a module's mark is made of: an exam, tests in class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// `C1`, `C2`… in the order of the rules.
    pub code: String,
    /// What it is called in French.
    pub fr: String,
    /// What it is called in Arabic.
    pub ar: String,
    /// How much it counts beside the others, from 1.
    pub weight: i64,
}

/// What a second session does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resit {
    /// There is none.
    None,
    /// The better of the two stands.
    Best,
    /// Its mark replaces the other.
    Replaces,
}

impl Resit {
    /// The words of the form.
    pub const CODES: [&'static str; 3] = ["none", "best", "replaces"];

    /// The word of the form.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Best => "best",
            Self::Replaces => "replaces",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "marks-resit-none",
            Self::Best => "marks-resit-best",
            Self::Replaces => "marks-resit-replaces",
        }
    }

    /// Reads the word of the form.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::None, Self::Best, Self::Replaces].into_iter().find(|own| own.code() == code)
    }
}

/// The rules of a promotion. Marks are hundredths of a point on a scale of 20.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// What a module's mark is made of.
    pub components: Vec<Component>,
    /// A module's mark is rounded to a multiple of this, half upwards: 1, 25, 50 or 100.
    pub rounding: i64,
    /// From here on a module is passed.
    pub pass: i64,
    /// Below this a module cannot be made up for by others; 0 for no such rule.
    pub eliminatory: i64,
    /// True when the average of the semester can make up for a module.
    pub compensation: bool,
    /// True when an absence counts as 0; false when it leaves the mark open until somebody decides.
    pub absent_is_zero: bool,
    /// What a second session does.
    pub resit: Resit,
    /// How much each module counts in the average of its semester.
    pub coefficients: BTreeMap<String, i64>,
}

impl Rules {
    /// The steps of rounding that can be chosen, in hundredths.
    pub const ROUNDINGS: [i64; 4] = [1, 25, 50, 100];
    /// The code of the second session as a component.
    pub const RESIT: &'static str = "R";

    /// What many Algerian institutes do, as a beginning: two marks in class, an exam that counts twice, pass at 10, nothing made
    /// up for below 5. To be confirmed by the institution; no official text is behind it.
    pub fn usual() -> Self {
        let component = |code: &str, fr: &str, ar: &str, weight| Component {
            code: code.to_owned(),
            fr: fr.to_owned(),
            ar: ar.to_owned(),
            weight,
        };
        let coefficient = |kind| if kind == Kind::Qualifying { 3 } else { 2 };
        let modules = &school::programme::programme().modules;
        Self {
            components: vec![
                component("C1", "Contrôle continu", "المراقبة المستمرة", 1),
                component("C2", "Travaux pratiques", "الأعمال التطبيقية", 1),
                component("C3", "Examen", "الامتحان", 2),
            ],
            rounding: 1,
            pass: 1_000,
            eliminatory: 500,
            compensation: true,
            absent_is_zero: true,
            resit: Resit::Best,
            coefficients: modules.iter().map(|module| (module.code.clone(), coefficient(module.kind))).collect(),
        }
    }

    /// True for a component that marks can be given for, the second session included.
    pub fn has(&self, component: &str) -> bool {
        self.components.iter().any(|own| own.code == component)
            || (component == Self::RESIT && self.resit != Resit::None)
    }

    /// How much a module counts in its semester; 1 when nothing is said.
    pub fn coefficient(&self, module: &str) -> i64 {
        self.coefficients.get(module).copied().unwrap_or(1)
    }
}
