//! The simulated caller: hears what the agent says, answers with lines of the scenario, and gives a fact only when it is due.
//!
//! A pure state machine: everything the caller remembers is in [`Memory`], which is kept with the attempt, so that a
//! talk goes on where it was after a server or a browser has died.

use serde::{Deserialize, Serialize};

use super::scenario::{Fact, Lines, Point, Scenario, When};
use super::understanding::{ANYTHING_ELSE, LEAVE, REFUSE, Utterance};

/// Everything the caller remembers of the talk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Memory {
    /// How many times the agent has spoken.
    pub turn: u32,
    /// The facts given, in order, each once.
    pub given: Vec<String>,
    /// The facts asked for, in order, each once.
    pub asked: Vec<String>,
    /// How many times the agent has refused.
    pub refusals: u32,
    /// How many times the caller has not understood.
    pub not_understood: u32,
    /// How many times the caller has only said yes.
    pub acknowledged: u32,
    /// Whether the caller has answered the greeting.
    pub greeted: bool,
    /// Whether the caller is on hold.
    pub held: bool,
    /// Whether the caller has said goodbye.
    pub over: bool,
}

/// What the agent says to the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Heard<'h> {
    /// The words.
    pub text: &'h str,
    /// The topics that the script step asks for, when it is a step.
    pub topics: &'h [String],
    /// The script step, when it is one.
    pub step: Option<&'h str>,
}

/// Something the caller says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// The facts given by these words for the first time.
    pub facts: Vec<String>,
    /// The facts that the agent has just asked for, for the first time, and that these words answer.
    pub asked: Vec<String>,
    /// Whether the caller hangs up after these words.
    pub ends: bool,
}

impl Said {
    fn line(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// The caller of a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Conversation<'s> {
    scenario: &'s Scenario,
}

impl<'s> Conversation<'s> {
    /// The caller of a scenario, who remembers nothing by itself.
    #[must_use]
    pub fn new(scenario: &'s Scenario) -> Self {
        Self { scenario }
    }

    fn lines(&self) -> &'s Lines {
        &self.scenario.caller.lines
    }

    /// The first words, when the call is answered, with the facts that come with them.
    pub fn opening(&self, memory: &mut Memory) -> Vec<Said> {
        let mut said = vec![Said::line(&self.scenario.caller.opening)];
        self.volunteer(memory, &mut said, |point| *point == Point::Opening);
        said
    }

    /// What the caller answers. Every question is answered, in the order of the scenario's facts; a question put again gets
    /// the same answer again, without counting twice.
    pub fn hears(&self, memory: &mut Memory, heard: Heard<'_>) -> Vec<Said> {
        if memory.over || memory.held {
            return Vec::new();
        }
        if heard.text.trim().is_empty() && heard.topics.is_empty() && heard.step.is_none() {
            return vec![Said::line(&self.lines().silence)];
        }
        memory.turn += 1;
        let utterance = Utterance::new(heard.text, self.scenario.language);
        let about = |topic: &str| heard.topics.iter().any(|known| known == topic);
        let anything_else = about(ANYTHING_ELSE) || utterance.asks_for_anything_else();
        let leaves = about(LEAVE) || utterance.leaves();

        let mut said = Vec::new();
        self.greet(memory, &mut said);
        if about(REFUSE) || utterance.refuses() {
            self.insist(memory, &mut said);
        }
        self.answer(memory, &mut said, |fact| {
            fact.topics.iter().any(|topic| about(topic)) || utterance.asks_for(&fact.asked_by)
        });
        let turn = memory.turn;
        self.volunteer(memory, &mut said, |point| match point {
            Point::Opening | Point::After(_) => false,
            Point::Turn(due) => *due <= turn,
            Point::Step(step) => heard.step == Some(step.as_str()),
            Point::AnythingElse => anything_else,
        });
        if said.is_empty() && !leaves {
            said.push(self.reply(memory, anything_else, utterance.asks() && heard.step.is_none()));
        }
        if leaves {
            said.extend(self.leave(memory));
        }
        said
    }

    /// What the caller says when put on hold.
    pub fn held(&self, memory: &mut Memory) -> Vec<Said> {
        if memory.over || memory.held {
            return Vec::new();
        }
        memory.held = true;
        vec![Said::line(&self.lines().on_hold)]
    }

    /// What the caller says when taken back from hold.
    pub fn resumed(&self, memory: &mut Memory) -> Vec<Said> {
        if memory.over || !memory.held {
            return Vec::new();
        }
        memory.held = false;
        vec![Said::line(&self.lines().back_from_hold)]
    }

    /// What the caller says when the agent ends the call: nothing more when they have already taken leave.
    pub fn closing(&self, memory: &mut Memory) -> Vec<Said> {
        if memory.over {
            return Vec::new();
        }
        memory.over = true;
        vec![Said { ends: true, ..Said::line(&self.lines().goodbye) }]
    }

    fn greet(&self, memory: &mut Memory, said: &mut Vec<Said>) {
        if !std::mem::replace(&mut memory.greeted, true) {
            said.push(Said::line(&self.lines().greeting_reply));
        }
    }

    /// A refusal makes the caller insist, when the scenario has something to insist with.
    fn insist(&self, memory: &mut Memory, said: &mut Vec<Said>) {
        let lines = &self.lines().insist;
        if let Some(line) = at_most(lines, memory.refusals) {
            memory.refusals += 1;
            said.push(Said::line(line));
        }
    }

    fn answer(&self, memory: &mut Memory, said: &mut Vec<Said>, asked: impl Fn(&Fact) -> bool) {
        for fact in self.scenario.caller.facts.iter().filter(|fact| !fact.line.is_empty() && asked(fact)) {
            let mut answer = Said::line(&fact.line);
            note(&mut memory.asked, &mut answer.asked, &fact.id);
            if fact.when != When::Never {
                note(&mut memory.given, &mut answer.facts, &fact.id);
            }
            // Two facts may be told by one sentence: it is said once and gives both.
            match said.iter_mut().find(|earlier| earlier.text == answer.text) {
                Some(earlier) => {
                    earlier.facts.append(&mut answer.facts);
                    earlier.asked.append(&mut answer.asked);
                }
                None => said.push(answer),
            }
        }
        self.volunteer(memory, said, |_| false);
    }

    /// Gives the facts that are due, then those that follow a fact just given, until nothing follows.
    fn volunteer(&self, memory: &mut Memory, said: &mut Vec<Said>, due: impl Fn(&Point) -> bool) {
        loop {
            let next = self.scenario.caller.facts.iter().find(|fact| match &fact.when {
                When::Volunteered(point) => !memory.given.contains(&fact.id) && self.is_due(memory, point, &due),
                _ => false,
            });
            let Some(fact) = next else { return };
            memory.given.push(fact.id.clone());
            said.push(Said { facts: vec![fact.id.clone()], ..Said::line(&fact.line) });
        }
    }

    fn is_due(&self, memory: &Memory, point: &Point, due: impl Fn(&Point) -> bool) -> bool {
        match point {
            Point::After(fact) => memory.given.contains(fact),
            other => due(other),
        }
    }

    fn reply(&self, memory: &mut Memory, anything_else: bool, asked: bool) -> Said {
        let lines = self.lines();
        if anything_else {
            return Said::line(&lines.nothing_more);
        }
        if asked {
            memory.not_understood += 1;
            return Said::line(in_turn(&lines.not_understood, memory.not_understood));
        }
        memory.acknowledged += 1;
        Said::line(in_turn(&lines.acknowledged, memory.acknowledged))
    }

    fn leave(&self, memory: &mut Memory) -> [Said; 2] {
        memory.over = true;
        let lines = self.lines();
        [Said::line(&lines.thanks), Said { ends: true, ..Said::line(&lines.goodbye) }]
    }
}

/// Adds an identifier to what is remembered, and to what has just happened, if it is new.
fn note(remembered: &mut Vec<String>, now: &mut Vec<String>, id: &str) {
    if !remembered.iter().any(|known| known == id) {
        remembered.push(id.to_owned());
        now.push(id.to_owned());
    }
}

/// The line of a rank, or the last one.
fn at_most(lines: &[String], rank: u32) -> Option<&String> {
    lines.get(usize::try_from(rank).unwrap_or(usize::MAX)).or(lines.last())
}

/// The lines one after the other, and again, from rank 1.
fn in_turn(lines: &[String], rank: u32) -> &str {
    let rank = usize::try_from(rank.saturating_sub(1)).unwrap_or(0);
    lines.get(rank % lines.len().max(1)).map_or("", String::as_str)
}
