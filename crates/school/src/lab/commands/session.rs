//! One attempt at the command line: the computer as it stands, what was given, what is reached.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use words::{Lang, Talk, lang_attr_for};

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

/// A part of a line, and whether it reads left to right whatever stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its text.
    pub text: String,
    /// True for a path, a name, a number inside an Arabic sentence.
    pub ltr: bool,
}

impl Shown {
    /// The lines in parts: a path or a number inside an Arabic sentence keeps its own direction.
    pub fn parts(&self) -> Vec<Vec<Part>> {
        self.lines.iter().map(|line| parts(line)).collect()
    }
}

fn parts(line: &str) -> Vec<Part> {
    let part = |text: &str, ltr| Part { text: text.to_owned(), ltr };
    if lang_attr_for(line, Lang::Fr) != Some("ar") {
        return vec![part(line, false)];
    }
    let mut parts = vec![];
    for word in line.split_inclusive(char::is_whitespace) {
        let code = word.trim_end().trim_end_matches(['.', ',', ':', ';']);
        let own = code.is_ascii() && code.contains(|c: char| c.is_ascii_alphanumeric());
        let (code, rest) = if own { word.split_at(code.len()) } else { ("", word) };
        if own {
            parts.push(part(code, true));
        }
        parts.push(part(rest, false));
    }
    parts
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_an_arabic_sentence_keeps_its_direction() {
        let codes = |line: &str| {
            let found = parts(line);
            assert_eq!(found.iter().map(|part| part.text.as_str()).collect::<String>(), line);
            found.into_iter().filter(|part| part.ltr).map(|part| part.text).collect::<Vec<_>>()
        };
        assert_eq!(codes(r"محتوى المجلد C:\COURS"), [r"C:\COURS"]);
        assert_eq!(codes("الرقم التسلسلي للقرص هو 1735-744D."), ["1735-744D"]);
        assert!(codes("COURS <DIR> 01/09/2026 08:00").is_empty(), "the whole line reads left to right");
    }
}
