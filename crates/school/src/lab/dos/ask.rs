//! The questions that some commands ask, and what is done with the answer.

use serde::{Deserialize, Serialize};

use super::disk::{Disk, Node};
use super::path::Path;
use super::screen::{SCREEN, code};
use super::system::{set_date, set_label, set_time};
use super::work::Work;
use super::{Answer, command};

/// The most lines typed into a file by `COPY CON`.
const MOST_TYPED: usize = 200;

/// A question that waits for the next line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Question {
    /// Yes or no; yes runs the line again.
    Sure {
        /// The line.
        line: String,
    },
    /// The new date; an empty line keeps the old one.
    Date,
    /// The new time; an empty line keeps the old one.
    Time,
    /// The new label of a disk.
    Label {
        /// The drive.
        drive: char,
        /// True when `FORMAT` asks for it.
        formatted: bool,
    },
    /// Enter when the disk to format is in its drive.
    Ready {
        /// The drive.
        drive: char,
        /// The label given with the command.
        label: Option<String>,
    },
    /// The lines of a file, up to `^Z`.
    Typing {
        /// The file.
        to: String,
        /// The lines so far.
        lines: Vec<String>,
    },
    /// What `MORE` still has to show.
    More {
        /// The lines.
        rest: Vec<String>,
    },
}

/// Takes a line as the answer to a question.
pub(super) fn answered(mut work: Work<'_>, question: Question, typed: &str) -> Answer {
    let word = typed.trim();
    match question {
        Question::Sure { line } => return sure(work, line, word),
        Question::More { rest } => return more(work, &rest, typed),
        Question::Typing { to, lines } => return typing(work, to, lines, typed),
        Question::Date if word.is_empty() => {}
        Question::Time if word.is_empty() => {}
        Question::Date if !set_date(&mut work, word) => work.machine.waiting = Some(Question::Date),
        Question::Time if !set_time(&mut work, word) => work.machine.waiting = Some(Question::Time),
        Question::Date => return work.answer(Some(("DATE", format!("DATE {word}")))),
        Question::Time => return work.answer(Some(("TIME", format!("TIME {word}")))),
        Question::Label { drive, formatted } => {
            let right = set_label(&mut work, drive, word);
            if !right {
                work.machine.waiting = Some(Question::Label { drive, formatted });
            }
            let verb = if formatted { "FORMAT" } else { "LABEL" };
            return work.answer(Some((verb, format!("{verb} {drive}:"))));
        }
        Question::Ready { drive, label } => {
            format(&mut work, drive, label);
            return work.answer(Some(("FORMAT", format!("FORMAT {drive}:"))));
        }
    }
    work.answer(None)
}

fn sure(mut work: Work<'_>, line: String, word: &str) -> Answer {
    let word = word.to_lowercase();
    if ["o", "oui", "y", "yes", "ن", "نعم"].contains(&word.as_str()) {
        return command(work, &line, true);
    }
    if !["n", "non", "no", "ل", "لا"].contains(&word.as_str()) {
        work.screen.say("dos-yes-or-no");
        work.machine.waiting = Some(Question::Sure { line });
    }
    work.answer(None)
}

/// Enter shows the next screen; anything else leaves the list and is taken as a command, so that it is not lost.
fn more(mut work: Work<'_>, rest: &[String], typed: &str) -> Answer {
    if !typed.trim().is_empty() {
        return command(work, typed, false);
    }
    let (now, later) = rest.split_at(rest.len().min(SCREEN - 1));
    work.screen.lines = now.to_vec();
    if !later.is_empty() {
        work.screen.say("dos-more");
        work.machine.waiting = Some(Question::More { rest: later.to_vec() });
    }
    work.answer(None)
}

/// A line more of the file, or its end: `^Z`, as Ctrl+Z and F6 wrote it on the screen.
fn typing(mut work: Work<'_>, to: String, mut lines: Vec<String>, typed: &str) -> Answer {
    let end = typed.trim().eq_ignore_ascii_case("^z");
    if !end && lines.len() < MOST_TYPED {
        lines.push(typed.to_owned());
        work.machine.waiting = Some(Question::Typing { to, lines });
        return work.answer(None);
    }
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let Some(path) = work.place(&to) else { return work.answer(None) };
    if let Some((folder, name)) = path.split() {
        let node = Node::file(name, text, work.now);
        if work.put(&folder, node) {
            work.screen.say_with("dos-copied", &[("count", 1_usize.into())]);
        }
    }
    work.answer(Some(("COPY", format!("COPY CON {to}"))))
}

/// An empty disk in place of what the drive held.
pub(super) fn format(work: &mut Work<'_>, letter: char, label: Option<String>) {
    let now = work.now;
    let Some(drive) = work.machine.drives.get_mut(&letter) else { return };
    let capacity = drive.disk.as_ref().map_or(super::disk::LARGEST_DISK, |disk| disk.capacity);
    drive.disk = Some(Disk::new("", capacity, now));
    drive.current.clear();
    work.screen.say("dos-formatted");
    let size = usize::try_from(capacity).unwrap_or_default();
    work.screen.say_with("dos-format-total", &[("bytes", size.into())]);
    match label {
        Some(label) => {
            set_label(work, letter, &label);
        }
        None => {
            work.screen.say("dos-label-ask");
            work.machine.waiting = Some(Question::Label { drive: letter, formatted: true });
        }
    }
}

/// `COPY CON FILE`: the lines that follow become the file.
pub(super) fn type_into(work: &mut Work<'_>, path: &Path) {
    work.screen.say_with("dos-typing", &[("path", code(path))]);
    work.machine.waiting = Some(Question::Typing { to: path.to_string(), lines: vec![] });
}
