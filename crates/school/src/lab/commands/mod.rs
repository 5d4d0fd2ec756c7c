//! Exercises on the command line: tasks on the simulated computer of [`super::dos`], kept line by line on the server.

mod file;
mod measure;
mod session;
mod store;
mod web;

pub use file::{FORMAT, parse};
pub use session::{Given, Session, Shown};
pub(crate) use web::Commands;
pub use web::routes;

use std::collections::BTreeMap;

use desk::scripts::reader::Texts;

use super::dos::{Attributes, Machine, Node, Path, fold};
use crate::exercises::Exercise;
use crate::practice::scenario::Aim;

/// The most lines given in one attempt.
pub const MOST_GIVEN: usize = 500;

/// An exercise of kind `commands`, as its file says it.
#[derive(Clone, Debug)]
pub struct CommandExercise {
    /// What it has in common with exercises of other kinds.
    pub head: Exercise,
    /// 1 (first commands) to 5.
    pub level: u8,
    /// What is asked, before the tasks.
    pub brief: Texts,
    /// The computer at the start.
    pub start: Machine,
    /// The tasks, in order.
    pub tasks: Vec<Task>,
    /// What is measured.
    pub measures: Vec<Aim>,
}

/// One task.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its identifier.
    pub id: String,
    /// What is asked.
    pub text: Texts,
    /// What shows that it is done; all of it.
    pub when: Vec<Condition>,
    /// The task that must be reached before this one counts.
    pub after: Option<String>,
    /// True when only the end counts; else a task that was reached once stays reached.
    pub at_end: bool,
}

/// Something that can be seen on the computer or in the lines given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A folder is there.
    Folder(Path),
    /// A file is there.
    File {
        /// Where.
        path: Path,
        /// What its text holds, without case.
        text: Option<String>,
        /// Which attributes it has, and which it has not.
        attributes: Vec<(char, bool)>,
    },
    /// Nothing is there.
    Gone(Path),
    /// One stands in this folder.
    At(Path),
    /// A disk bears this label.
    Label {
        /// The drive.
        drive: char,
        /// The label.
        is: String,
    },
    /// A command came to its end without a fault.
    Used {
        /// Its first name.
        verb: String,
        /// What its line held, without case.
        with: Vec<String>,
    },
}

/// What the conditions look at.
pub(crate) struct Seen<'a> {
    pub machine: &'a Machine,
    /// The command that has just come to its end, and its line.
    pub done: Option<&'a (&'static str, String)>,
}

impl Task {
    /// Whether everything that shows the task is there now.
    pub(crate) fn is_reached(&self, seen: &Seen<'_>) -> bool {
        self.when.iter().all(|condition| condition.holds(seen))
    }
}

impl Condition {
    fn holds(&self, seen: &Seen<'_>) -> bool {
        let find = |path: &Path| seen.machine.find(path);
        match self {
            Self::Folder(path) => find(path).is_some_and(Node::is_folder),
            Self::Gone(path) => find(path).is_none(),
            Self::At(path) => {
                let here = seen.machine.here();
                here.holds(path) && path.holds(&here)
            }
            Self::File { path, text, attributes } => find(path).is_some_and(|node| {
                let held =
                    text.as_deref().is_none_or(|wanted| fold(node.text().unwrap_or_default()).contains(&fold(wanted)));
                !node.is_folder()
                    && held
                    && attributes.iter().all(|(letter, set)| has(node.attributes, *letter) == *set)
            }),
            Self::Label { drive, is } => {
                let disk = seen.machine.drives.get(drive).and_then(|drive| drive.disk.as_ref());
                disk.is_some_and(|disk| fold(&disk.label) == fold(is))
            }
            Self::Used { verb, with } => seen
                .done
                .is_some_and(|(own, line)| own == verb && with.iter().all(|wanted| fold(line).contains(&fold(wanted)))),
        }
    }
}

fn has(mut attributes: Attributes, letter: char) -> bool {
    attributes.of(letter).is_some_and(|set| *set)
}

/// The names of the tasks, for the pages of assessment.
fn items(tasks: &[Task]) -> BTreeMap<String, Texts> {
    tasks.iter().map(|task| (task.id.clone(), task.text.clone())).collect()
}
