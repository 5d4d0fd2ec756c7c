//! The call script as a file: its steps, phases, keys and branches, read with every fault and its line.
//!
//! The format is described in `docs/script-format.md`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::faults::{Faults, Reason};
use super::reader::{self, Language, Section};

/// The version of the format that is read.
pub const FORMAT: i64 = 1;
/// The characters of a short text: one line of a 20-cell display.
pub const CELLS: usize = 20;
/// The fields that a text can merge.
pub const MERGED_FIELDS: [&str; 4] = ["client_name", "agent_name", "company", "reason"];

/// The phases of a call, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Greet and present the company.
    Greeting,
    /// Know who is calling, and make sure of it.
    Identification,
    /// Let the caller say what they call for, and say it again.
    Need,
    /// Answer, do, or direct.
    Answer,
    /// Make sure of the caller's satisfaction and take leave.
    Closing,
}

impl Phase {
    /// The words of the format.
    pub const WORDS: [&str; 5] = ["greeting", "identification", "need", "answer", "closing"];

    /// The phase of a word of the format.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Greeting, Self::Identification, Self::Need, Self::Answer, Self::Closing]
            .into_iter()
            .find(|phase| phase.word() == word)
    }

    /// The word of the format.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// What the agent does with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Say it to the caller.
    Say,
    /// Ask it of the caller.
    Ask,
    /// Do it at the desk; nothing is said.
    Do,
}

impl Kind {
    /// The words of the format.
    pub const WORDS: [&str; 3] = ["say", "ask", "do"];

    /// The kind of a word of the format.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Say, Self::Ask, Self::Do].into_iter().find(|kind| kind.word() == word)
    }

    /// The word of the format.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// A way out of a step, chosen by the agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// What the choice is called, in at most 20 characters.
    pub label: String,
    /// The step it leads to.
    pub to: String,
}

/// One step of a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its identifier, once in the script.
    pub id: String,
    /// The phase of the call it belongs to.
    pub phase: Phase,
    /// What is done with it.
    pub kind: Kind,
    /// Whether adherence counts it.
    pub required: bool,
    /// The words to say or the thing to do, with merged fields between braces.
    pub text: String,
    /// The same in at most 20 characters.
    pub short: String,
    /// What saying this step asks the caller for.
    pub topics: Vec<String>,
    /// The key that reaches it, a digit or a lower-case letter.
    pub key: Option<char>,
    /// The ways out; without any, the step is followed by the next one of the file.
    pub branches: Vec<Branch>,
}

impl Step {
    /// The text with its fields merged; a field without a value is left out.
    #[must_use]
    pub fn said(&self, value: impl Fn(&str) -> Option<String>) -> String {
        let merged = pieces(&self.text).unwrap_or_default().into_iter().map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Field(field) => value(field).unwrap_or_default(),
        });
        let words = merged.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        // A field left out must not leave a space before the sign that followed it.
        [",", ".", "،"].iter().fold(words, |text, sign| text.replace(&format!(" {sign}"), sign))
    }
}

/// A call script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// Its code, which is the name of its file.
    pub code: String,
    /// Its version, which rises at each published change.
    pub version: u32,
    /// The language it is spoken in.
    pub language: Language,
    /// Its title, in its language.
    pub title: String,
    /// Its steps, at least two.
    pub steps: Vec<Step>,
}

impl Script {
    /// Reads a script and checks it whole.
    ///
    /// # Errors
    /// Every fault, with its line.
    pub fn parse(source: &str) -> Result<Self, Faults> {
        reader::read(source, |root| {
            check_format(root, FORMAT);
            let read = |section: &Section<'_>| (read_step(section), section.item_lines(&["branches"]));
            let (steps, branches): (Vec<_>, Vec<_>) = root.sections("steps").iter().map(read).unzip();
            let script = Self {
                code: root.id("code"),
                version: u32::try_from(root.whole("version", 1, 1_000_000)).unwrap_or(1),
                language: root.language("language"),
                title: root.text("title"),
                steps,
            };
            script.check(root, &branches);
            script
        })
    }

    /// A step by its identifier.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The step after one: where the chosen branch leads, else the first branch, else the next of the file.
    #[must_use]
    pub fn after(&self, id: &str, chosen: Option<&str>) -> Option<&Step> {
        let rank = self.steps.iter().position(|step| step.id == id)?;
        let branches = &self.steps[rank].branches;
        match branches.iter().find(|branch| Some(branch.to.as_str()) == chosen).or(branches.first()) {
            Some(branch) => self.step(&branch.to),
            None => self.steps.get(rank + 1),
        }
    }

    /// The steps of a whole call, from the first: at each step, `chosen` gives the branch taken, if any.
    /// A step is on the path once, so that a loop ends it.
    #[must_use]
    pub fn path(&self, chosen: impl Fn(&str) -> Option<String>) -> Vec<&Step> {
        let mut path: Vec<&Step> = Vec::new();
        let mut next = self.steps.first();
        while let Some(step) = next.filter(|step| path.iter().all(|known| known.id != step.id)) {
            path.push(step);
            next = self.after(&step.id, chosen(&step.id).as_deref());
        }
        path
    }

    /// `branches` holds, for each step, the lines of its branches.
    fn check(&self, root: &Section<'_>, branches: &[Vec<usize>]) {
        let lines = root.item_lines(&["steps"]);
        let mut ids = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for (step, line) in self.steps.iter().zip(&lines) {
            if !ids.insert(step.id.as_str()) {
                root.fault_at(*line, Reason::Repeated(step.id.clone()));
            }
            if step.key.is_some_and(|key| !keys.insert(key)) {
                root.fault_at(*line, Reason::Repeated(step.key.map(String::from).unwrap_or_default()));
            }
        }
        for phase in [Phase::Greeting, Phase::Closing] {
            if !self.steps.iter().any(|step| step.required && step.phase == phase) {
                root.fault_at(root.line(), Reason::Phase(phase.word().to_owned()));
            }
        }
        let ways = self.steps.iter().flat_map(|step| &step.branches).zip(branches.iter().flatten());
        for (branch, line) in ways.filter(|(branch, _)| !ids.contains(branch.to.as_str())) {
            root.fault_at(*line, Reason::Dangling { key: "to".to_owned(), id: branch.to.clone() });
        }
        let reached = self.reached();
        for (rank, step) in self.steps.iter().enumerate().filter(|(rank, _)| !reached.contains(rank)) {
            root.fault_at(lines[rank], Reason::Unreachable(step.id.clone()));
        }
    }

    /// The ranks of the steps that some choice of branches reaches.
    fn reached(&self) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut ahead = vec![0];
        while let Some(rank) = ahead.pop().filter(|rank| *rank < self.steps.len()) {
            if !reached.insert(rank) {
                continue;
            }
            let branches = &self.steps[rank].branches;
            ahead.extend(branches.iter().filter_map(|b| self.steps.iter().position(|step| step.id == b.to)));
            if branches.is_empty() && rank + 1 < self.steps.len() {
                ahead.push(rank + 1);
            }
        }
        reached
    }
}

/// Notes a fault when the file follows another format than the one that is read.
pub fn check_format(root: &Section<'_>, known: i64) {
    let found = root.whole("format", 0, i64::MAX);
    if root.has("format") && found != known {
        root.fault("format", Reason::Format { found, known });
    }
}

fn read_step(section: &Section<'_>) -> Step {
    let step = Step {
        id: section.id("id"),
        phase: section.choice("phase", Phase::parse, &Phase::WORDS).unwrap_or(Phase::Need),
        kind: section.choice("kind", Kind::parse, &Kind::WORDS).unwrap_or(Kind::Say),
        required: section.flag("required"),
        text: section.text("text"),
        short: short(section, "short"),
        topics: section.texts("topics"),
        key: read_key(section),
        branches: section.sections("branches").iter().map(read_branch).collect(),
    };
    check_text(section, &step);
    step
}

fn read_branch(section: &Section<'_>) -> Branch {
    Branch { label: short(section, "label"), to: section.text("to") }
}

fn short(section: &Section<'_>, key: &str) -> String {
    let text = section.text(key);
    let found = text.chars().count();
    if found > CELLS {
        section.fault(key, Reason::Long { key: key.to_owned(), found, max: CELLS });
    }
    text
}

fn read_key(section: &Section<'_>) -> Option<char> {
    let text = section.text_or_none("key")?;
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(key), None) if key.is_ascii_lowercase() || key.is_ascii_digit() => Some(key),
        _ => {
            section.fault("key", Reason::Form { key: "key".to_owned(), value: text });
            None
        }
    }
}

fn check_text(section: &Section<'_>, step: &Step) {
    for topic in step.topics.iter().filter(|topic| !reader::is_identifier(topic)) {
        section.fault("topics", Reason::Form { key: "topics".to_owned(), value: topic.clone() });
    }
    let Some(pieces) = pieces(&step.text) else {
        section.fault("text", Reason::Braces);
        return;
    };
    for piece in pieces {
        match piece {
            Piece::Field(field) if !MERGED_FIELDS.contains(&field) => {
                section.fault("text", Reason::Merge(field.to_owned()));
            }
            _ => {}
        }
    }
}

enum Piece<'t> {
    Words(&'t str),
    Field(&'t str),
}

/// Cuts a text at its merged fields; nothing when a brace is alone.
fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let close = rest[open..].strip_prefix('{')?.find(['{', '}'])? + open + 1;
        if !rest[close..].starts_with('}') {
            return None;
        }
        pieces.extend([Piece::Words(&rest[..open]), Piece::Field(&rest[open + 1..close])]);
        rest = &rest[close + 1..];
    }
    pieces.push(Piece::Words(rest));
    Some(pieces)
}
