//! What a mark sheet has come to: its rules, its people, their marks, what was set by hand.

use std::collections::BTreeMap;

use ::store::{ConnectionTrait, Result};
use ::web::preferences::Script;

use super::store::{self, Override, Sheet};
use super::{Computed, Mark, Outcome, Rules, compute};
use crate::cohorts::{self, Trainee};

/// A mark sheet with everything on it.
pub(super) struct Results {
    pub sheet: Sheet,
    /// The number of the version of the rules.
    pub version: i64,
    pub rules: Rules,
    /// The people, by name.
    pub people: Vec<Trainee>,
    pub overrides: BTreeMap<i64, Override>,
    marks: BTreeMap<i64, BTreeMap<String, Mark>>,
}

impl Results {
    /// Reads a mark sheet.
    pub async fn read(db: &impl ConnectionTrait, sheet: Sheet, script: Script) -> Result<Self> {
        let regime = store::regime(db, sheet.regime_id).await?;
        let mut people = store::people_of(db, &sheet).await?;
        cohorts::in_order(&mut people, script);
        let mut marks: BTreeMap<i64, BTreeMap<String, Mark>> = BTreeMap::new();
        for own in store::marks_of(db, sheet.id).await? {
            if let Some(mark) = Mark::stored(&own.value) {
                marks.entry(own.trainee_id).or_default().insert(own.component, mark);
            }
        }
        let overrides = store::overrides_of(db, sheet.id).await?;
        Ok(Self { version: regime.number, rules: regime.rules()?, sheet, people, overrides, marks })
    }

    /// What was given to one trainee for a component.
    pub fn mark(&self, trainee: i64, component: &str) -> Option<Mark> {
        self.marks.get(&trainee)?.get(component).copied()
    }

    /// The computation of one trainee's mark.
    pub fn computed(&self, trainee: i64) -> Computed {
        compute(&self.rules, self.marks.get(&trainee).unwrap_or(&BTreeMap::new()))
    }

    /// What the module gives for one trainee: the mark that was set, else the computed one.
    pub fn outcome(&self, trainee: i64) -> Outcome {
        self.computed(trainee).outcome(self.overrides.get(&trainee).map(|own| own.hundredths))
    }
}
