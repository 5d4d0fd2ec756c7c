//! What a measure is: its name, its unit, what it needs to know, and what it answers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::trace::Field;

/// A measure that a scenario can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Facts recorded ÷ facts given that have a field.
    FactsRecorded,
    /// Facts asked for ÷ facts that could be asked for.
    FactsAsked,
    /// Fields correct ÷ fields expected.
    FieldsCorrect,
    /// Whether the reason coded is one of the right ones.
    ReasonCoded,
    /// Whether the outcome coded is one of the right ones.
    OutcomeCoded,
    /// Whether the satisfaction coded is the one the caller showed.
    SatisfactionCoded,
    /// Whether the talk lasted as long as it should.
    TalkInBand,
    /// Whether the after-call work was done in time.
    WrapUpInTime,
    /// Required steps passed ÷ required steps on the path.
    ScriptSteps,
    /// Steps passed in order ÷ steps passed.
    ScriptOrder,
    /// Required closing steps passed ÷ required closing steps.
    ClosingProtocol,
    /// Files opened that the case did not need.
    AccessesOutsideCase,
    /// Protected values said before the caller was identified.
    DisclosureBeforeIdentification,
    /// Of a typing drill: 1 − errors ÷ strokes expected, not below 0. An error is one insertion, omission or replacement
    /// of the alignment of what was typed with the text. Source: Klavaro’s accuracy, its goals 95 % (basic course),
    /// 98 % (adaptability) and 97 % (speed and fluidity).
    TypingAccuracy,
    /// Of a typing drill: strokes per minute, that is characters typed ÷ minutes between the first and the last.
    /// Source: Tipp10’s strokes per minute.
    TypingSpeed,
    /// Of a typing drill: net words per minute, that is characters right ÷ 5 ÷ minutes, five characters being a word.
    NetTypingSpeed,
    /// Of a typing drill: 1 − σ ÷ mean of √(1 ÷ time between two keys), not below 0. Source: Klavaro’s fluidity, its goal
    /// 70 %.
    TypingRegularity,
    /// Of an exercise on the command line: tasks reached ÷ tasks.
    TasksReached,
    /// Of an exercise on the command line: commands without a fault ÷ commands given.
    CommandsRight,
    /// Of a document: points found in it ÷ points asked for.
    PointsMet,
    /// Of a round with the commands of a screen reader: commands right at the first try ÷ commands asked for.
    KeysKnown,
    /// Of desk work: weight of the fields that hold what is expected ÷ weight of the fields expected.
    FieldsFilled,
    /// Of desk work: anomalies repaired ÷ anomalies put in.
    AnomaliesRepaired,
    /// Of desk work: files changed that the case did not ask to change, and fields of its own files likewise.
    ChangesOutsideCase,
    /// Of desk work: files handed to the supervisor ÷ files to hand.
    FilesSubmitted,
    /// Of desk work: pairs of files merged ÷ pairs to merge.
    PairsMerged,
    /// Of desk work: merges that stand and should not.
    WrongMerges,
    /// Of desk work: parameters right of the reports made ÷ parameters expected.
    ReportMade,
    /// Of desk work: answers right ÷ questions that have a right answer.
    AnswersRight,
    /// Of desk work: what was tried without the habilitation for it.
    RefusedAttempts,
    /// Of desk work: particulars right of the request taken in ÷ particulars expected.
    RequestRegistered,
    /// Of desk work: segments that hold the files expected ÷ segments expected.
    SegmentsRight,
    /// Of desk work: whether it was handed over in the time allowed.
    WorkInTime,
}

/// What a measure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// From 0 to 1.
    Ratio,
    /// 0 or 1.
    Flag,
    /// 0 and more.
    Count,
    /// From 0 to 1, and not made of counts.
    Share,
    /// So many a minute.
    Rate,
}

/// On which side of its target a measure is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The value must reach the target.
    AtLeast,
    /// The value must not pass the target.
    AtMost,
}

impl Measure {
    /// The measures, in their order.
    pub const ALL: [Self; 33] = [
        Self::FactsRecorded,
        Self::FactsAsked,
        Self::FieldsCorrect,
        Self::ReasonCoded,
        Self::OutcomeCoded,
        Self::SatisfactionCoded,
        Self::TalkInBand,
        Self::WrapUpInTime,
        Self::ScriptSteps,
        Self::ScriptOrder,
        Self::ClosingProtocol,
        Self::AccessesOutsideCase,
        Self::DisclosureBeforeIdentification,
        Self::TypingAccuracy,
        Self::TypingSpeed,
        Self::NetTypingSpeed,
        Self::TypingRegularity,
        Self::TasksReached,
        Self::CommandsRight,
        Self::PointsMet,
        Self::KeysKnown,
        Self::FieldsFilled,
        Self::AnomaliesRepaired,
        Self::ChangesOutsideCase,
        Self::FilesSubmitted,
        Self::PairsMerged,
        Self::WrongMerges,
        Self::ReportMade,
        Self::AnswersRight,
        Self::RefusedAttempts,
        Self::RequestRegistered,
        Self::SegmentsRight,
        Self::WorkInTime,
    ];
    /// The measures of a call.
    pub const OF_CALLS: [Self; 13] = [
        Self::FactsRecorded,
        Self::FactsAsked,
        Self::FieldsCorrect,
        Self::ReasonCoded,
        Self::OutcomeCoded,
        Self::SatisfactionCoded,
        Self::TalkInBand,
        Self::WrapUpInTime,
        Self::ScriptSteps,
        Self::ScriptOrder,
        Self::ClosingProtocol,
        Self::AccessesOutsideCase,
        Self::DisclosureBeforeIdentification,
    ];
    /// The measures of a typing drill.
    pub const OF_DRILLS: [Self; 4] =
        [Self::TypingAccuracy, Self::TypingSpeed, Self::NetTypingSpeed, Self::TypingRegularity];
    /// The measures of an exercise on the command line.
    pub const OF_COMMANDS: [Self; 2] = [Self::TasksReached, Self::CommandsRight];
    /// The measures of a round with the commands of a screen reader.
    pub const OF_KEYS: [Self; 1] = [Self::KeysKnown];
    /// The measures of a document.
    pub const OF_DOCUMENTS: [Self; 1] = [Self::PointsMet];
    /// The measures of desk work without a call.
    pub const OF_WORK: [Self; 13] = [
        Self::AccessesOutsideCase,
        Self::FieldsFilled,
        Self::AnomaliesRepaired,
        Self::ChangesOutsideCase,
        Self::FilesSubmitted,
        Self::PairsMerged,
        Self::WrongMerges,
        Self::ReportMade,
        Self::AnswersRight,
        Self::RefusedAttempts,
        Self::RequestRegistered,
        Self::SegmentsRight,
        Self::WorkInTime,
    ];
    /// The words of the measures, in their order.
    pub const WORDS: [&str; 33] = [
        "facts_recorded",
        "facts_asked",
        "fields_correct",
        "reason_coded",
        "outcome_coded",
        "satisfaction_coded",
        "talk_in_band",
        "wrap_up_in_time",
        "script_steps",
        "script_order",
        "closing_protocol",
        "accesses_outside_case",
        "disclosure_before_identification",
        "typing_accuracy",
        "typing_speed",
        "net_typing_speed",
        "typing_regularity",
        "tasks_reached",
        "commands_right",
        "points_met",
        "keys_known",
        "fields_filled",
        "anomalies_repaired",
        "changes_outside_case",
        "files_submitted",
        "pairs_merged",
        "wrong_merges",
        "report_made",
        "answers_right",
        "refused_attempts",
        "request_registered",
        "segments_right",
        "work_in_time",
    ];

    /// The measure of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.word() == word)
    }

    /// The word of the measure.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What it counts in.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::FactsRecorded | Self::FactsAsked | Self::FieldsCorrect => Unit::Ratio,
            Self::ScriptSteps | Self::ScriptOrder | Self::ClosingProtocol => Unit::Ratio,
            Self::ReasonCoded | Self::OutcomeCoded | Self::SatisfactionCoded => Unit::Flag,
            Self::TalkInBand | Self::WrapUpInTime => Unit::Flag,
            Self::AccessesOutsideCase | Self::DisclosureBeforeIdentification => Unit::Count,
            Self::TypingAccuracy => Unit::Ratio,
            Self::TasksReached | Self::CommandsRight | Self::PointsMet | Self::KeysKnown => Unit::Ratio,
            Self::FieldsFilled | Self::AnomaliesRepaired | Self::FilesSubmitted | Self::PairsMerged => Unit::Ratio,
            Self::ReportMade | Self::AnswersRight | Self::RequestRegistered | Self::SegmentsRight => Unit::Ratio,
            Self::ChangesOutsideCase | Self::WrongMerges | Self::RefusedAttempts => Unit::Count,
            Self::WorkInTime => Unit::Flag,
            Self::TypingRegularity => Unit::Share,
            Self::TypingSpeed | Self::NetTypingSpeed => Unit::Rate,
        }
    }

    /// On which side of its target it is good.
    #[must_use]
    pub fn direction(self) -> Direction {
        match self.unit() {
            Unit::Ratio | Unit::Flag | Unit::Share | Unit::Rate => Direction::AtLeast,
            Unit::Count => Direction::AtMost,
        }
    }

    /// What a value counts for with a person's time factor: a speed is multiplied by it, because reading by speech or by
    /// braille takes time that is no slowness of the hands. The raw value is what is kept and shown.
    #[must_use]
    pub fn weighed(self, value: f64, factor: f64) -> f64 {
        if self.unit() == Unit::Rate { value * factor } else { value }
    }

    /// Whether a value reaches a target, on the good side for this measure.
    #[must_use]
    pub fn reaches(self, value: f64, target: f64) -> bool {
        match self.direction() {
            // A ratio such as 9/10 and a target written 0.9 are the same number.
            Direction::AtLeast => value >= target - 1e-9,
            Direction::AtMost => value <= target + 1e-9,
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A fact of the caller, as the measures need it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExpectedFact {
    /// Its identifier.
    pub id: String,
    /// Whether the agent has to ask for it.
    pub askable: bool,
    /// Where it goes in the file.
    pub field: Option<Field>,
    /// The right value.
    pub value: Option<String>,
    /// Other right values.
    pub accept: Vec<String>,
    /// Whether it must not be said before the caller is identified.
    pub protected: bool,
}

/// A step of the script, as the measures need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedStep {
    /// Its identifier.
    pub id: String,
    /// Whether adherence counts it.
    pub required: bool,
    /// Whether it belongs to the closing phase.
    pub closing: bool,
}

/// What a scenario expects of an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expectation {
    /// The caller's facts.
    pub facts: Vec<ExpectedFact>,
    /// The right reasons.
    pub reasons: Vec<String>,
    /// The right outcomes.
    pub outcomes: Vec<String>,
    /// The satisfaction the caller shows, lowest and highest.
    pub satisfaction: Option<(u8, u8)>,
    /// The band of the talk, in seconds.
    pub talk_seconds: Option<(u32, u32)>,
    /// The limit of the after-call work, in seconds.
    pub wrap_up_seconds: Option<u32>,
    /// The clients whose files the case needs.
    pub clients_in_case: Vec<String>,
    /// The steps of the script, in the order of the script.
    pub steps: Vec<ExpectedStep>,
}

/// One thing that was counted: a fact, a field, a step, a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its identifier.
    pub id: String,
    /// Whether it counted as good.
    pub good: bool,
    /// The journal entry that shows it.
    pub event: Option<i64>,
}

/// A measured duration, raw, with the limits and the factor applied to the upper one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Timing {
    /// What was measured, in seconds.
    pub seconds: f64,
    /// The lower limit, in seconds; never multiplied.
    pub min: f64,
    /// The upper limit before the factor, in seconds.
    pub max: f64,
    /// The factor applied to the upper limit.
    pub factor: f64,
}

/// The result of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Which measure.
    pub measure: Measure,
    /// The value, in the measure's unit.
    pub value: f64,
    /// The unit.
    pub unit: Unit,
    /// What was good, or the count.
    pub numerator: u32,
    /// What was counted; 1 for a flag and a count.
    pub denominator: u32,
    /// The journal entries read, in order, each once.
    pub sources: Vec<i64>,
    /// What was counted, one by one.
    pub detail: Vec<Item>,
    /// The duration, for a measure of time.
    pub timing: Option<Timing>,
}

/// Why a measure has no value in an attempt. `key` is its text key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotMeasurable {
    /// The caller gave no fact that has a field.
    #[error("the caller gave nothing that goes in the file")]
    NothingGiven,
    /// The scenario has no fact to ask for.
    #[error("the scenario has nothing to ask for")]
    NothingToAsk,
    /// The scenario does not say what is right.
    #[error("the scenario does not say what is expected")]
    NothingExpected,
    /// The call was not answered.
    #[error("the call was not answered")]
    NotAnswered,
    /// The talk has not ended.
    #[error("the talk has not ended")]
    NotEnded,
    /// The after-call state has not been closed.
    #[error("the after-call work has not ended")]
    NotWrappedUp,
    /// No step of the script was passed, or none is required.
    #[error("no step of the script to count")]
    NoStep,
    /// Nothing tells how long each key took.
    #[error("no times of keys")]
    NoTimes,
    /// Nothing was given to count.
    #[error("nothing was given")]
    NothingDone,
}

impl NotMeasurable {
    /// The text key of the reason.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NothingGiven => "not-measurable-nothing-given",
            Self::NothingToAsk => "not-measurable-nothing-to-ask",
            Self::NothingExpected => "not-measurable-nothing-expected",
            Self::NotAnswered => "not-measurable-not-answered",
            Self::NotEnded => "not-measurable-not-ended",
            Self::NotWrappedUp => "not-measurable-not-wrapped-up",
            Self::NoStep => "not-measurable-no-step",
            Self::NoTimes => "not-measurable-no-times",
            Self::NothingDone => "not-measurable-nothing-done",
        }
    }
}
