//! One attempt at the command line: the computer as it stands, what was given, what is reached.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use words::Talk;

use super::{CommandExercise, MOST_GIVEN, Seen, Task};
use crate::lab::dos::Machine;

/// The answers that the page still shows.
const SHOWN: usize = 6;

/// An answer that the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What stood before the cursor.
    pub prompt: String,
    /// What was typed.
    pub typed: String,
    /// The answer, line by line.
    pub lines: Vec<String>,
    /// True when something was wrong.
    pub fault: bool,
    /// The tasks that the line reached.
    #[serde(default)]
    pub reached: Vec<String>,
}

/// A line that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What was typed.
    pub typed: String,
    /// True when it was a command, and not an answer to a question.
    pub command: bool,
    /// True when something was wrong.
    pub fault: bool,
    /// The line of the journal that tells it.
    pub event: Option<i64>,
}

/// An attempt between two lines.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    /// The computer.
    pub machine: Machine,
    /// The last answers, oldest first.
    pub shown: Vec<Shown>,
    /// Every line, oldest first.
    pub given: Vec<Given>,
    /// The tasks reached.
    pub reached: BTreeSet<String>,
    /// How many times help was opened.
    pub help: u32,
}

/// What a line has brought.
#[derive(Debug)]
pub(crate) struct Brought {
    pub fault: bool,
    pub command: bool,
    /// The tasks that this line reached.
    pub reached: Vec<String>,
}

impl Session {
    /// The computer as the exercise begins.
    pub fn new(exercise: &CommandExercise) -> Self {
        let machine = exercise.start.clone();
        Self { machine, shown: vec![], given: vec![], reached: BTreeSet::new(), help: 0 }
    }

    /// True when no more lines are taken.
    pub fn is_full(&self) -> bool {
        self.given.len() >= MOST_GIVEN
    }

    /// Gives a line to the computer. `now` is the local time in milliseconds.
    pub(crate) fn give(&mut self, exercise: &CommandExercise, typed: &str, talk: Talk, now: i64) -> Brought {
        let prompt = self.machine.prompt(talk, now);
        let answer = self.machine.run(typed, talk, now);
        let seen = Seen { machine: &self.machine, done: answer.done.as_ref() };
        let begun = |task: &&Task| task.after.as_ref().is_none_or(|before| self.reached.contains(before));
        let (reached, lost): (Vec<_>, Vec<_>) =
            exercise.tasks.iter().partition(|task| begun(task) && task.is_reached(&seen));
        let fresh: Vec<String> =
            reached.iter().map(|task| task.id.clone()).filter(|id| !self.reached.contains(id)).collect();
        self.reached.extend(fresh.iter().cloned());
        for task in lost.iter().filter(|task| task.at_end) {
            self.reached.remove(&task.id);
        }
        self.help += u32::from(answer.help);
        if answer.clear {
            self.shown.clear();
        }
        self.given.push(Given { typed: typed.to_owned(), command: answer.command, fault: answer.fault, event: None });
        self.shown.push(Shown {
            prompt,
            typed: typed.to_owned(),
            lines: answer.lines,
            fault: answer.fault,
            reached: fresh.clone(),
        });
        let extra = self.shown.len().saturating_sub(SHOWN);
        self.shown.drain(..extra);
        Brought { fault: answer.fault, command: answer.command, reached: fresh }
    }
}
