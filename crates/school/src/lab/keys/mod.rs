//! The commands of screen readers, learnt by heart: a question, an answer by the name of the keys, and boxes that bring a
//! command back the sooner the less it is known.
//!
//! A running screen reader swallows its own keys, so that a page never sees them pressed. Therefore keys are chosen from a
//! list or typed by their names, which works with any reader and without JavaScript.

mod file;
mod store;
mod web;

pub use file::{FORMAT, parse};
pub(crate) use web::Keys;
pub use web::routes;

use std::collections::BTreeMap;

use desk::scripts::reader::Texts;

use crate::exercises::Exercise;
use crate::practice::scenario::Aim;

/// The fewest answers from which evidence is proposed.
pub const FEWEST: i64 = 10;

/// An exercise of kind `keys`: the commands of one screen reader or display.
#[derive(Clone, Debug)]
pub struct KeyExercise {
    /// What it has in common with exercises of other kinds.
    pub head: Exercise,
    /// Which layout, and what the names of its keys mean.
    pub brief: Texts,
    /// The commands, the first to learn first.
    pub commands: Vec<Command>,
    /// What is measured.
    pub measures: Vec<Aim>,
}

/// A command.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its identifier.
    pub id: String,
    /// What it does.
    pub does: Texts,
    /// The keys, each way of pressing them; the first is the one that is taught.
    pub keys: Vec<String>,
}

impl Command {
    /// Whether an answer names its keys, without case, spaces and the order of the keys.
    pub fn is_answered_by(&self, answer: &str) -> bool {
        self.keys.iter().any(|keys| same_keys(keys, answer))
    }
}

fn same_keys(one: &str, other: &str) -> bool {
    let sorted = |keys: &str| {
        let parts = keys.split('+').map(|part| part.split_whitespace().collect::<String>().to_lowercase());
        let mut parts: Vec<String> = parts.map(|part| usual(&part).to_owned()).collect();
        parts.sort();
        parts
    };
    sorted(one) == sorted(other)
}

/// Other names that people give to keys, in the three languages of the keyboard’s owners.
fn usual(key: &str) -> &str {
    match key {
        "control" | "ctl" => "ctrl",
        "maj" | "majuscule" => "shift",
        "inser" | "ins" => "insert",
        "espace" | "المسافة" => "space",
        "haut" | "uparrow" | "↑" => "up",
        "bas" | "downarrow" | "↓" => "down",
        "droite" | "rightarrow" | "→" => "right",
        "gauche" | "leftarrow" | "←" => "left",
        "fin" => "end",
        "pagesuiv" | "pagesuivante" | "pgdn" => "pagedown",
        key => key,
    }
}

/// What is known of one command, by one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The command.
    pub command: String,
    /// Its box, 1 to [`BOXES`].
    pub level: i64,
    /// When it should be asked again, in milliseconds.
    pub due_at: i64,
    /// How often it was asked since the last round was handed over.
    pub asked: i64,
    /// How often it was answered right since then.
    pub right: i64,
    /// The line of the journal that tells the last answer.
    pub event: i64,
}

/// After how many days a command of each box comes back (Leitner’s boxes).
const DAYS: [i64; 5] = [0, 1, 3, 7, 21];
/// The number of boxes.
pub const BOXES: i64 = DAYS.len() as i64;
/// After how long a command that was not known comes back, in milliseconds: others come first.
const SOON: i64 = 60_000;
const DAY: i64 = 86_400_000;

impl Card {
    /// A command that was never asked.
    pub fn new(command: &str) -> Self {
        Self { command: command.to_owned(), level: 1, due_at: 0, asked: 0, right: 0, event: 0 }
    }

    /// One box up for a right answer, back to the first for a wrong one.
    pub fn answered(&mut self, right: bool, now: i64) {
        self.asked += 1;
        self.right += i64::from(right);
        self.level = if right { (self.level + 1).min(BOXES) } else { 1 };
        let days = usize::try_from(self.level - 1).ok().and_then(|at| DAYS.get(at)).copied().unwrap_or_default();
        self.due_at = now + if right { days * DAY } else { SOON };
    }
}

/// The command to ask now: one whose day has come, else a new one, else the one that comes first. Not the one that was
/// asked just before, when there is another.
pub fn next<'e>(
    exercise: &'e KeyExercise,
    cards: &BTreeMap<String, Card>,
    before: &str,
    now: i64,
) -> Option<&'e Command> {
    let others = || exercise.commands.iter().filter(|own| own.id != before || exercise.commands.len() == 1);
    let due_at = |own: &&Command| cards.get(&own.id).map(|card| card.due_at);
    let due = others().filter(|own| due_at(own).is_some_and(|at| at <= now)).min_by_key(due_at);
    let fresh = || others().find(|own| !cards.contains_key(&own.id));
    due.or_else(fresh).or_else(|| others().min_by_key(due_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::library::KEYS;
    use crate::practice::library::surroundings;

    fn exercise(code: &str) -> KeyExercise {
        let source = KEYS.iter().find(|(own, _)| *own == code).unwrap().1;
        parse(source, &surroundings().criteria).unwrap_or_else(|faults| panic!("{code}: {faults}"))
    }

    #[test]
    fn each_reader_has_its_commands_and_no_two_share_their_keys() {
        for (code, _) in KEYS {
            let all = exercise(code);
            assert!(all.commands.len() >= 25, "{code} has {}", all.commands.len());
            for one in &all.commands {
                let same = all.commands.iter().filter(|own| own.is_answered_by(&one.keys[0])).count();
                assert_eq!(same, 1, "{code}: {}", one.id);
            }
        }
        assert_eq!(KEYS.len(), 4);
    }

    #[test]
    fn keys_are_known_by_their_names_in_any_order_and_case() {
        let all = exercise("MC9-KEYS-NVDA");
        let find = all.commands.iter().find(|own| own.id == "find").unwrap();
        for right in ["NVDA+Ctrl+F", "ctrl + nvda + f", "Control+NVDA+f"] {
            assert!(find.is_answered_by(right), "{right}");
        }
        for wrong in ["NVDA+F", "", "NVDA+Ctrl+F+F", "Ctrl+F"] {
            assert!(!find.is_answered_by(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_command_comes_back_the_later_the_better_it_is_known() {
        let all = exercise("MC9-KEYS-JAWS");
        let mut cards = BTreeMap::new();
        let first = next(&all, &cards, "", 0).unwrap().id.clone();
        let mut card = Card::new(&first);
        card.answered(true, 0);
        assert_eq!((card.level, card.due_at), (2, DAY));
        card.answered(true, DAY);
        assert_eq!((card.level, card.due_at), (3, 4 * DAY));
        cards.insert(first.clone(), card.clone());
        assert_ne!(next(&all, &cards, &first, DAY).unwrap().id, first, "a new one comes before one that is known");
        assert_eq!(next(&all, &cards, "", 4 * DAY).unwrap().id, first, "its day has come");
        card.answered(false, 4 * DAY);
        assert_eq!((card.level, card.asked, card.right), (1, 3, 2));
    }
}
