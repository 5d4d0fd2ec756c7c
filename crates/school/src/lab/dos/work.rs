//! What every command works with: the computer, the answer, the hour, and whether the person is sure.

use words::Arg;

use super::ask::Question;
use super::disk::{Disk, Node, Refused};
use super::line::Line;
use super::path::{Path, drive_of, fits, fold, resolve};
use super::screen::{SCREEN, Screen, code};
use super::{Answer, Machine};

/// One line at work.
pub(super) struct Work<'m> {
    pub machine: &'m mut Machine,
    pub screen: Screen,
    /// The simulated clock, in milliseconds.
    pub now: i64,
    /// True when the person has confirmed.
    pub sure: bool,
    /// The line, for a question that will run it again.
    pub typed: String,
    pub help: bool,
    pub clear: bool,
}

impl<'m> Work<'m> {
    pub fn new(machine: &'m mut Machine, screen: Screen, now: i64) -> Self {
        let now = now.saturating_add(machine.shift);
        Self { machine, screen, now, sure: false, typed: String::new(), help: false, clear: false }
    }

    /// The answer as it stands. `done` counts only when nothing was wrong and nothing is asked.
    pub fn answer(self, done: Option<(&'static str, String)>) -> Answer {
        let asked = self.machine.waiting.is_some() && !matches!(self.machine.waiting, Some(Question::More { .. }));
        let done = done.filter(|_| !self.screen.fault && !asked);
        Answer {
            lines: self.screen.lines,
            fault: self.screen.fault,
            command: false,
            done,
            help: self.help,
            clear: self.clear,
        }
    }

    /// Goes to another drive.
    pub fn enter(&mut self, letter: char) {
        if self.disk(letter).is_some() {
            self.machine.current = letter;
        }
    }

    /// The disk in a drive; says what is wrong when there is none.
    pub fn disk(&mut self, letter: char) -> Option<&mut Disk> {
        match self.machine.drives.get_mut(&letter).map(|drive| drive.disk.as_mut()) {
            Some(Some(disk)) => return Some(disk),
            Some(None) => self.screen.wrong_with("dos-not-ready", &[("drive", code(letter))]),
            None => self.screen.wrong("dos-no-drive"),
        }
        None
    }

    /// Reads a path; says what is wrong when it cannot be one.
    pub fn place(&mut self, text: &str) -> Option<Path> {
        let letter = drive_of(text).0.unwrap_or(self.machine.current);
        self.disk(letter)?;
        let current = self.machine.drives.get(&letter).map(|drive| drive.current.clone()).unwrap_or_default();
        let path = resolve(text, letter, &current);
        if path.is_none() {
            self.screen.wrong("dos-no-path");
        }
        path
    }

    pub fn find(&self, path: &Path) -> Option<&Node> {
        self.machine.find(path)
    }

    pub fn is_folder(&self, path: &Path) -> bool {
        self.find(path).is_some_and(Node::is_folder)
    }

    /// What a path names in its folder, in the order of names: the one entry, or all that fit its wildcards.
    pub fn named(&self, path: &Path, wanted: impl Fn(&Node) -> bool) -> Vec<Path> {
        let Some((folder, last)) = path.split() else { return vec![] };
        let Some(entries) = self.find(&folder).and_then(Node::entries) else { return vec![] };
        let one = |node: &Node| fold(&node.name) == fold(last);
        let fitting = |node: &&Node| if path.is_wild() { fits(last, &node.name) } else { one(node) };
        let found = entries.values().filter(|node| wanted(node)).filter(fitting);
        found.map(|node| folder.join(&node.name)).collect()
    }

    /// The files that a path names, those of a folder if it is one; hidden ones are left out.
    pub fn files(&self, path: &Path) -> Vec<Path> {
        let path = if self.is_folder(path) { path.join("*.*") } else { path.clone() };
        self.named(&path, |node| !node.is_folder() && !node.is_hidden())
    }

    /// Puts an entry into a folder; says why not.
    pub fn put(&mut self, folder: &Path, node: Node) -> bool {
        let Some(disk) = self.disk(folder.drive) else { return false };
        match disk.put(&folder.steps, node) {
            Ok(()) => true,
            Err(refused) => {
                self.refuse(refused);
                false
            }
        }
    }

    pub fn refuse(&mut self, refused: Refused) {
        self.screen.wrong(match refused {
            Refused::NoFolder => "dos-no-path",
            Refused::Full => "dos-full",
            Refused::TooMany => "dos-too-many",
            Refused::Name => "dos-bad-name",
            Refused::ReadOnly | Refused::Taken => "dos-denied",
        });
    }

    /// Takes an entry away, for good or to put it elsewhere.
    pub fn take(&mut self, path: &Path) -> Option<Node> {
        self.machine.drives.get_mut(&path.drive)?.disk.as_mut()?.take(path)
    }

    /// Asks whether the person is sure; the same line runs again when they are.
    pub fn ask_sure(&mut self, key: &str, args: &[(&str, Arg)]) {
        self.screen.say_with(key, args);
        self.machine.waiting = Some(Question::Sure { line: self.typed.clone() });
    }

    /// Sends the answer where the line says: to a file, or through `MORE`.
    pub fn send(&mut self, line: &Line) {
        if self.screen.fault || self.machine.waiting.is_some() {
            return;
        }
        if let Some(to) = &line.to {
            let text: String = std::mem::take(&mut self.screen.lines).iter().map(|line| format!("{line}\n")).collect();
            if !to.to.eq_ignore_ascii_case("nul") {
                self.write(&to.to, &text, to.append);
            }
        } else if line.more {
            self.by_screens();
        }
    }

    fn write(&mut self, to: &str, text: &str, append: bool) {
        let Some(path) = self.place(to) else { return };
        let Some((folder, name)) = path.split().filter(|_| !path.is_wild()) else {
            return self.screen.wrong("dos-bad-name");
        };
        let old = self.find(&path).and_then(Node::text).filter(|_| append).unwrap_or_default();
        let node = Node::file(name, format!("{old}{text}"), self.now);
        self.put(&folder, node);
    }

    /// Keeps what passes a screen for the next Enter.
    pub fn by_screens(&mut self) {
        if self.screen.lines.len() > SCREEN {
            let rest = self.screen.lines.split_off(SCREEN - 1);
            self.screen.say("dos-more");
            self.machine.waiting = Some(Question::More { rest });
        }
    }

    /// Exactly so many words; says which is missing or too much.
    pub fn counted(&mut self, line: &Line, least: usize, most: usize) -> bool {
        if line.words.len() < least {
            self.screen.wrong("dos-missing");
        } else if let Some(word) = line.word(most) {
            let word = word.to_owned();
            self.screen.wrong_with("dos-too-much", &[("word", code(word))]);
        }
        (least..=most).contains(&line.words.len())
    }
}
