//! A computer with the commands of MS-DOS, in memory: it reads a line, changes its own disks and answers. It does no I/O,
//! knows no clock but the one it is given, and every line has an answer within bounds.
//!
//! What it says are texts of `locales/*/dos.ftl`, as the French MS-DOS said them. Two things differ on purpose, for an
//! ear and for a line of 20 cells: columns are not padded with spaces, and no empty line is written.

mod ask;
mod clock;
mod copying;
mod disk;
mod files;
mod folders;
mod line;
mod listing;
mod path;
mod screen;
mod system;
mod verbs;
mod work;

#[cfg(test)]
mod proptests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use words::Talk;

pub use self::clock::{day, hour};
pub use self::disk::{Attributes, Content, Disk, LARGEST_DISK, Node, Refused, is_name};
pub use self::path::{Path, drive_of, fold, resolve};
pub use self::verbs::{NAMES, canonical};

use self::ask::Question;
use self::line::Line;
use self::screen::Screen;
use self::work::Work;

/// The longest line that is read, in characters, as in MS-DOS.
pub const LONGEST_LINE: usize = 127;

/// A drive, with or without a disk in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drive {
    /// The disk, if there is one.
    pub disk: Option<Disk>,
    /// The current folder.
    pub current: Vec<String>,
}

/// The simulated computer between two lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// The drives by their letters.
    pub drives: BTreeMap<char, Drive>,
    /// The current drive.
    pub current: char,
    prompt: String,
    search: String,
    echo: bool,
    /// What `DATE` and `TIME` added to the clock, in milliseconds.
    shift: i64,
    waiting: Option<Question>,
}

/// What the computer answered to one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The lines, in order.
    pub lines: Vec<String>,
    /// True when something was wrong.
    pub fault: bool,
    /// True when the line was a command, and not the answer to a question.
    pub command: bool,
    /// The command that came to its end without a fault, under its first name, and its line.
    pub done: Option<(&'static str, String)>,
    /// True when help was opened.
    pub help: bool,
    /// True when the screen is to be cleared.
    pub clear: bool,
}

impl Machine {
    /// A computer that stands at the root of `current`.
    pub fn new(drives: BTreeMap<char, Drive>, current: char) -> Self {
        let prompt = "$P$G".to_owned();
        Self { drives, current, prompt, search: String::new(), echo: true, shift: 0, waiting: None }
    }

    /// Where one stands.
    pub fn here(&self) -> Path {
        let steps = self.drives.get(&self.current).map(|drive| drive.current.clone()).unwrap_or_default();
        Path { drive: self.current, steps }
    }

    /// True while a question waits for its answer.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// What stands before the cursor. `now` is the local time in milliseconds.
    pub fn prompt(&self, talk: Talk, now: i64) -> String {
        if !self.echo {
            return String::new();
        }
        system::prompt(&self.prompt, &self.here(), talk, now.saturating_add(self.shift))
    }

    /// What stands at a path, on any drive.
    pub fn find(&self, path: &Path) -> Option<&Node> {
        self.drives.get(&path.drive)?.disk.as_ref()?.find(&path.steps)
    }

    /// Reads one line and answers. `now` is the local time in milliseconds.
    pub fn run(&mut self, typed: &str, talk: Talk, now: i64) -> Answer {
        let mut work = Work::new(self, Screen::new(talk), now);
        if typed.chars().count() > LONGEST_LINE {
            work.screen.wrong_with("dos-too-long", &[("most", LONGEST_LINE.into())]);
            return Answer { command: true, ..work.answer(None) };
        }
        if typed.chars().any(char::is_control) {
            work.screen.wrong("dos-syntax");
            return Answer { command: true, ..work.answer(None) };
        }
        match work.machine.waiting.take() {
            Some(question) => ask::answered(work, question, typed),
            None => command(work, typed, false),
        }
    }
}

/// Runs a command; `sure` when the person has confirmed it.
fn command(mut work: Work<'_>, typed: &str, sure: bool) -> Answer {
    let line = Line::read(typed);
    work.sure = sure;
    if line.verb.is_empty() && line.rest.is_empty() && line.to.is_none() && line.broken.is_none() {
        return work.answer(None);
    }
    let verb = perform(&mut work, &line, typed);
    work.send(&line);
    let mut answer = work.answer(verb.map(|verb| (verb, typed.trim().to_owned())));
    answer.command = !sure;
    answer
}

/// Finds the command and lets it work; gives its first name.
fn perform(work: &mut Work<'_>, line: &Line, typed: &str) -> Option<&'static str> {
    if let Some(broken) = &line.broken {
        if broken.is_empty() {
            work.screen.wrong("dos-syntax");
        } else {
            work.screen.wrong_with("dos-no-pipe", &[("name", screen::code(broken))]);
        }
        return None;
    }
    if let (Some(letter), "") = drive_of(typed.trim()) {
        work.enter(letter);
        return None;
    }
    let Some(verb) = verbs::find(&line.verb) else {
        work.screen.wrong("dos-unknown");
        return None;
    };
    if line.has("?") {
        system::help_of(work, verb);
        return None;
    }
    if let Some(switch) = line.unknown(verb.switches).filter(|_| verb.name != "ECHO") {
        work.screen.wrong_with("dos-switch", &[("switch", screen::code(format!("/{switch}")))]);
        return None;
    }
    work.typed = typed.trim().to_owned();
    (verb.run)(work, line);
    Some(verb.name)
}
