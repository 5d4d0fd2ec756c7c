//! Reads the file of the commands of a screen reader. The format is `docs/lab-format.md`.

use std::collections::BTreeSet;

use desk::scripts::faults::{Faults, Reason};
use desk::scripts::reader::{self, Section};

use super::{Command, KeyExercise};
use crate::assessment::measure::Measure;
use crate::exercises::{check_aims, read_aims, read_head};

/// The format that this program reads.
pub const FORMAT: i64 = 1;
/// The fewest commands of a file: a question needs wrong answers beside the right one.
const FEWEST: usize = 4;

/// Reads and checks one file. `known` are the criteria of the programme.
///
/// # Errors
/// Every fault with its line.
pub fn parse(source: &str, known: &BTreeSet<String>) -> Result<KeyExercise, Faults> {
    reader::read(source, |root| {
        let mut head = read_head(root, FORMAT, known);
        let commands: Vec<Command> = root.sections("commands").iter().map(read_command).collect();
        let measures = read_aims(root, &Measure::OF_KEYS);
        check_aims(root, &head.criteria, &measures, &head.grid);
        check_commands(root, &commands);
        head.items = commands.iter().map(|command| (command.id.clone(), command.does.clone())).collect();
        KeyExercise { head, brief: root.three_texts("brief"), commands, measures }
    })
}

fn read_command(section: &Section<'_>) -> Command {
    Command { id: section.id("id"), does: section.three_texts("does"), keys: section.some_texts("keys") }
}

/// Identifiers and keys are written once: two commands on the same keys would both be right.
fn check_commands(root: &Section<'_>, commands: &[Command]) {
    if commands.len() < FEWEST {
        let (min, max) = (FEWEST.to_string(), "500".to_owned());
        root.fault("commands", Reason::Range { key: "commands".to_owned(), min, max });
    }
    let mut seen = BTreeSet::new();
    for (command, line) in commands.iter().zip(root.item_lines(&["commands"])) {
        if !seen.insert(command.id.clone()) {
            root.fault_at(line, Reason::Repeated(command.id.clone()));
        }
        for keys in &command.keys {
            let shared = commands.iter().filter(|own| own.is_answered_by(keys)).count() > 1;
            if shared {
                root.fault_at(line, Reason::Repeated(keys.clone()));
            }
        }
    }
}
