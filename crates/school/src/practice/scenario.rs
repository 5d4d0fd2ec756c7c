//! A scenario: a situation to practise, with its desk, its caller and what is expected of the trainee.
//!
//! The file format is described in `docs/scenario-format.md`; `scenario_file.rs` reads it.

use std::collections::{BTreeMap, BTreeSet};

use ::web::{FieldError, Fields};
use desk::clients::{ClientData, Day, Status};
use desk::scripts::faults::Faults;
use desk::scripts::reader::{Language, Texts};
use words::Lang;

use super::codes::{CallReason, Outcome};
use super::scenario_file;
use crate::assessment::measure::{Expectation, ExpectedFact, ExpectedStep, Measure};
use crate::assessment::trace::Field;
use crate::exercises::Exercise;

/// The version of the format that is read.
pub const FORMAT: i64 = 1;

/// What a scenario refers to and does not hold.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The identifiers of the criteria of the programme, general ones included.
    pub criteria: BTreeSet<String>,
    /// The scripts that exist, by their code.
    pub scripts: BTreeMap<String, ScriptOutline>,
}

/// What a scenario needs to know of a script.
#[derive(Debug, Clone, Default)]
pub struct ScriptOutline {
    /// The identifiers of its steps.
    pub steps: BTreeSet<String>,
    /// The topics that its steps ask for.
    pub topics: BTreeSet<String>,
}

/// The mood in which the caller calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Has time, is at ease.
    Calm,
    /// Has little time.
    Hurried,
    /// Is afraid of something.
    Worried,
    /// Is angry.
    Angry,
}

impl Mood {
    /// The words of the format.
    pub const WORDS: [&str; 4] = ["calm", "hurried", "worried", "angry"];

    /// The mood of a word of the format.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Calm, Self::Hurried, Self::Worried, Self::Angry].into_iter().find(|mood| mood.word() == word)
    }

    /// The word of the format.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// A client written in the scenario, for the desk to start with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskClient {
    /// How the scenario calls this client.
    pub id: String,
    /// The fields that are filled.
    pub fields: BTreeMap<Field, String>,
}

impl DeskClient {
    /// The client as the desk keeps it, checked like anything typed in its form, which also gives what the scenario leaves
    /// out: the language of the call and the status of a new client.
    ///
    /// # Errors
    /// What the form would say of the client.
    pub fn data(&self, language: Language, today: Day) -> Result<ClientData, Vec<FieldError>> {
        let mut fields = Fields::default();
        fields.set(Field::Language.word(), language.code());
        fields.set(Field::Status.word(), Status::New.code());
        for (field, value) in &self.fields {
            fields.set(field.word(), value.as_str());
        }
        ClientData::read(&fields, Lang::Fr, today)
    }
}

/// The desk as the trainee finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The seed of the generated clients: the same seed makes the same clients.
    pub seed: u64,
    /// How many clients are generated around those of the scenario.
    pub background_clients: u32,
    /// The code of the script that runs.
    pub script: String,
    /// The company that the trainee answers for.
    pub company: Texts,
    /// The clients of the scenario.
    pub clients: Vec<DeskClient>,
}

/// The point of the talk at which a volunteered fact comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// With the opening line.
    Opening,
    /// In answer to the Nth thing the agent says, or as soon as possible after it.
    Turn(u32),
    /// Right after another fact.
    After(String),
    /// When the agent passes this step of the script.
    Step(String),
    /// When the agent asks whether there is anything else.
    AnythingElse,
}

/// When the caller gives a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// When asked for it.
    Asked,
    /// At a point of the talk, or earlier when asked for it.
    Volunteered(Point),
    /// Never; with a line, the caller answers beside the question.
    Never,
}

/// Something the caller knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its identifier, once in the scenario.
    pub id: String,
    /// When it is given.
    pub when: When,
    /// The topics of script steps that ask for it.
    pub topics: Vec<String>,
    /// The phrases that ask for it, in the caller's language.
    pub asked_by: Vec<String>,
    /// What the caller says. Empty for a fact that is only known to the file.
    pub line: String,
    /// Where it goes in the client's file.
    pub field: Option<Field>,
    /// The value that goes there.
    pub value: Option<String>,
    /// Other right values, or other ways of saying it.
    pub accept: Vec<String>,
    /// Whether the agent must not say it before knowing who calls.
    pub protected: bool,
}

/// What the caller says besides the facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// In answer to the agent's first words.
    pub greeting_reply: String,
    /// In answer to something that was said and asks for nothing; in turn.
    pub acknowledged: Vec<String>,
    /// In answer to a question that the caller does not understand or cannot answer; in turn.
    pub not_understood: Vec<String>,
    /// In answer to “anything else?”.
    pub nothing_more: String,
    /// When put on hold.
    pub on_hold: String,
    /// When taken back from hold.
    pub back_from_hold: String,
    /// Before the goodbye, when the agent takes leave.
    pub thanks: String,
    /// The last words.
    pub goodbye: String,
    /// In answer to each refusal; the last one is repeated.
    pub insist: Vec<String>,
    /// When nothing is said to the caller.
    pub silence: String,
}

/// The simulated caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The number shown.
    pub number: String,
    /// The client of the desk who calls; nothing when the caller has no file.
    pub client: Option<String>,
    /// The language of the voice.
    pub voice: Language,
    /// The mood of the call.
    pub mood: Mood,
    /// How long after *ready* the call rings, in seconds.
    pub rings_after: u32,
    /// The first words, when the call is answered.
    pub opening: String,
    /// What the caller knows.
    pub facts: Vec<Fact>,
    /// What the caller says besides.
    pub lines: Lines,
}

/// What is right at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The right reasons.
    pub reasons: Vec<CallReason>,
    /// The right outcomes.
    pub outcomes: Vec<Outcome>,
    /// The satisfaction that the caller shows, lowest and highest, from 1 to 4.
    pub satisfaction: Option<(u8, u8)>,
    /// The band of the talk, in seconds.
    pub talk_seconds: (u32, u32),
    /// The limit of the after-call work, in seconds.
    pub wrap_up_seconds: u32,
    /// The clients whose files the case needs.
    pub clients_in_case: Vec<String>,
}

/// A measure that the scenario takes, for a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Which measure.
    pub measure: Measure,
    /// The criterion that it is evidence for.
    pub criterion: String,
    /// What it should reach, or not pass.
    pub target: f64,
}

/// A line of the grid that a person fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridLine {
    /// The criterion.
    pub criterion: String,
    /// What to look or listen for.
    pub hint: Texts,
}

/// A scenario, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its code, which is the name of its file: `MQ6-FR-1`.
    pub code: String,
    /// Its version, which rises at each change.
    pub version: u32,
    /// The module it practises.
    pub module: String,
    /// The criteria it gives evidence for.
    pub criteria: Vec<String>,
    /// The language of the caller.
    pub language: Language,
    /// From 1 (first call) to 5.
    pub level: u8,
    /// Its title.
    pub title: Texts,
    /// What the trainee is told before the call.
    pub brief: Texts,
    /// The desk at the start.
    pub desk: Desk,
    /// The caller.
    pub caller: Caller,
    /// What is right at the end.
    pub expected: Expected,
    /// What is measured.
    pub measures: Vec<Aim>,
    /// What a person judges.
    pub grid: Vec<GridLine>,
}

impl Scenario {
    /// Reads a scenario and checks it whole.
    ///
    /// # Errors
    /// Every fault, with its line.
    pub fn parse(source: &str, around: &Surroundings) -> Result<Self, Faults> {
        scenario_file::parse(source, around)
    }

    /// A fact by its identifier.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.caller.facts.iter().find(|fact| fact.id == id)
    }

    /// What the pages of every kind of exercise know of it.
    #[must_use]
    pub fn exercise(self) -> Exercise {
        Exercise {
            code: self.code,
            version: self.version,
            module: self.module,
            criteria: self.criteria,
            title: self.title,
            grid: self.grid,
            items: BTreeMap::new(),
            rights: BTreeMap::new(),
        }
    }

    /// What the measures need to know of the scenario and of its script.
    #[must_use]
    pub fn expectation(&self, steps: Vec<ExpectedStep>) -> Expectation {
        let facts = self.caller.facts.iter().map(|fact| ExpectedFact {
            id: fact.id.clone(),
            askable: fact.when == When::Asked,
            field: fact.field,
            value: fact.value.clone(),
            accept: fact.accept.clone(),
            protected: fact.protected,
        });
        Expectation {
            facts: facts.collect(),
            reasons: self.expected.reasons.iter().map(|reason| reason.word().to_owned()).collect(),
            outcomes: self.expected.outcomes.iter().map(|outcome| outcome.word().to_owned()).collect(),
            satisfaction: self.expected.satisfaction,
            talk_seconds: Some(self.expected.talk_seconds),
            wrap_up_seconds: Some(self.expected.wrap_up_seconds),
            clients_in_case: self.expected.clients_in_case.clone(),
            steps,
        }
    }
}
