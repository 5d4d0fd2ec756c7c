//! What the simulated computer answers, line by line, within bounds.

use words::{Arg, Talk};

/// The most lines of one answer.
pub const MOST_LINES: usize = 300;
/// The longest line of an answer, in characters.
pub const LONGEST_LINE: usize = 400;
/// The lines of a screen, after which `MORE` and `DIR /P` wait.
pub const SCREEN: usize = 24;

/// The answer to one line, while it is made.
#[derive(Debug)]
pub struct Screen {
    /// The language of the person.
    pub talk: Talk,
    /// The lines so far.
    pub lines: Vec<String>,
    /// True once something was wrong.
    pub fault: bool,
    cut: bool,
}

impl Screen {
    /// An empty answer.
    pub fn new(talk: Talk) -> Self {
        // The sentences of the computer are always whole: only pages have short forms.
        let talk = Talk { short: false, ..talk };
        Self { talk, lines: vec![], fault: false, cut: false }
    }

    /// Says a sentence.
    pub fn say(&mut self, key: &str) {
        self.say_with(key, &[]);
    }

    /// Says a sentence about something.
    pub fn say_with(&mut self, key: &str, args: &[(&str, Arg)]) {
        self.line(self.talk.with(key, args));
    }

    /// Says what is wrong.
    pub fn wrong(&mut self, key: &str) {
        self.wrong_with(key, &[]);
    }

    /// Says what is wrong with something.
    pub fn wrong_with(&mut self, key: &str, args: &[(&str, Arg)]) {
        self.fault = true;
        self.say_with(key, args);
    }

    /// Writes a line as it is. What passes the bounds is cut, and the answer says so.
    pub fn line(&mut self, text: impl Into<String>) {
        if self.lines.len() >= MOST_LINES {
            if !self.cut {
                self.cut = true;
                let text = self.talk.with("dos-cut", &[("most", Arg::from(MOST_LINES))]);
                self.lines.push(text);
            }
            return;
        }
        let text: String = text.into();
        self.lines.push(text.chars().take(LONGEST_LINE).collect());
    }

    /// Writes a text of several lines.
    pub fn text(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }
}

/// A code in an answer: a path, a command, a number.
pub fn code(text: impl std::fmt::Display) -> Arg {
    Arg::Ltr(text.to_string())
}
