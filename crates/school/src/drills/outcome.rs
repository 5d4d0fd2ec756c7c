//! What a try shows: computed on the server from what was sent, and the measures that it proposes.

use desk::scripts::reader::Language;
use serde::{Deserialize, Serialize};

use super::Entry;
use super::braille::{Table, is_cell};
use super::compare::{Compared, compare, normal};
use super::drill::Drill;
use super::rhythm::{Against, Rhythm, rhythm};
use crate::assessment::measure::{Measure, Measured, NotMeasurable};

/// What was sent at the end of a try.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// What was typed; the cells for six keys.
    pub typed: &'a str,
    /// The times of the keys, as [`super::rhythm`] reads them.
    pub times: &'a str,
    /// How long the try lasted for the server, in milliseconds.
    pub lasted: i64,
    /// The person's time factor.
    pub factor: f64,
}

/// What a try shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// What was typed beside what was asked for.
    pub compared: Compared,
    /// What the times say.
    pub rhythm: Rhythm,
}

/// What was typed, as text: cells are read with the table of the language.
#[must_use]
pub fn as_text(typed: &str, language: Language) -> String {
    match Table::of(language).filter(|_| typed.contains(is_cell)) {
        Some(table) => table.decode(typed),
        None => typed.to_owned(),
    }
}

impl Outcome {
    /// Computes it.
    #[must_use]
    pub fn of(drill: &Drill, entry: Entry, sent: Sent<'_>) -> Self {
        let expected = normal(&drill.text(), drill.alef);
        let typed = normal(&as_text(sent.typed, drill.language), drill.alef);
        // A chord makes a cell; a key makes a character.
        let made = if entry == Entry::SixKeys { sent.typed.chars().count() } else { typed.len() };
        let against = Against { made, lasted: sent.lasted, factor: sent.factor };
        Self { compared: compare(&expected, &typed), rhythm: rhythm(sent.times, against) }
    }

    /// 1 − errors ÷ characters asked for, not below 0.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        let (expected, good) = (self.compared.expected, self.good());
        if expected == 0 { 0.0 } else { f64::from(good) / f64::from(expected) }
    }

    fn good(&self) -> u32 {
        self.compared.expected.saturating_sub(self.compared.errors)
    }

    /// Characters right ÷ 5, per minute.
    #[must_use]
    pub fn net_speed(&self) -> Option<f64> {
        let timed = self.rhythm.speed.is_some() && self.rhythm.seconds > 0.0;
        timed.then(|| f64::from(self.compared.right) / 5.0 * 60.0 / self.rhythm.seconds)
    }

    /// The value of a measure; nothing when the times do not give it, or when it is none of a drill.
    #[must_use]
    pub fn value(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::TypingAccuracy => Some(self.accuracy()),
            Measure::TypingSpeed => self.rhythm.speed,
            Measure::NetTypingSpeed => self.net_speed(),
            Measure::TypingRegularity => self.rhythm.regularity,
            _ => None,
        }
    }

    /// A measure as evidence, read from these lines of the journal.
    ///
    /// # Errors
    /// [`NotMeasurable::NoTimes`] when the times do not give it.
    pub fn measured(&self, measure: Measure, sources: &[i64]) -> Result<Measured, NotMeasurable> {
        let value = self.value(measure).ok_or(NotMeasurable::NoTimes)?;
        let (numerator, denominator) = match measure {
            Measure::TypingAccuracy => (self.good(), self.compared.expected),
            Measure::NetTypingSpeed => (self.compared.right, whole(self.rhythm.seconds)),
            _ => (self.rhythm.strokes, whole(self.rhythm.seconds)),
        };
        let (unit, sources) = (measure.unit(), sources.to_vec());
        Ok(Measured { measure, value, unit, numerator, denominator, sources, detail: Vec::new(), timing: None })
    }
}

fn whole(seconds: f64) -> u32 {
    // `as` stops at the limits of the type, and a try lasts hours at most.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, bounded, never negative")]
    let whole = seconds.round() as u32;
    whole
}
