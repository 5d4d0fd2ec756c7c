//! Reads the file of an exercise on the command line. The format is `docs/lab-format.md`.

use std::collections::{BTreeMap, BTreeSet};

use desk::scripts::faults::{Faults, Reason};
use desk::scripts::reader::{self, Section};

use super::{CommandExercise, Condition, Task, items};
use crate::assessment::measure::Measure;
use crate::exercises::{check_aims, read_aims, read_head};
use crate::lab::dos::{
    Attributes, Disk, Drive, LARGEST_DISK, Machine, Node, Path, canonical, day, drive_of, fold, hour, is_name, resolve,
};

/// The format that this program reads.
pub const FORMAT: i64 = 1;

/// When what has no date was written: 1 September 2026, 08:00.
const USUAL: &str = "2026-09-01 08:00";

/// Reads and checks one exercise. `known` are the criteria of the programme.
///
/// # Errors
/// Every fault with its line.
pub fn parse(source: &str, known: &BTreeSet<String>) -> Result<CommandExercise, Faults> {
    reader::read(source, |root| {
        let mut head = read_head(root, FORMAT, known);
        let level = u8::try_from(root.whole("level", 1, 5)).unwrap_or(1);
        let brief = root.three_texts("brief");
        let start = read_start(root);
        let tasks: Vec<Task> = root.sections("tasks").iter().map(|section| read_task(section, &start)).collect();
        let measures = read_aims(root, &Measure::OF_COMMANDS);
        check_aims(root, &head.criteria, &measures, &head.grid);
        check_tasks(root, &tasks);
        head.items = items(&tasks);
        CommandExercise { head, level, brief, start, tasks, measures }
    })
}

fn check_tasks(root: &Section<'_>, tasks: &[Task]) {
    if tasks.is_empty() {
        root.fault("tasks", Reason::Empty("tasks".to_owned()));
    }
    let mut seen = BTreeSet::new();
    for (task, line) in tasks.iter().zip(root.item_lines(&["tasks"])) {
        if !seen.insert(&task.id) {
            root.fault_at(line, Reason::Repeated(task.id.clone()));
        }
        // A task can only wait for one that stands before it.
        if let Some(before) = task.after.as_ref().filter(|before| *before == &task.id || !seen.contains(before)) {
            root.fault_at(line, Reason::Dangling { key: "after".to_owned(), id: before.clone() });
        }
    }
}

fn wrong(section: &Section<'_>, key: &str, value: &str) {
    section.fault(key, Reason::Form { key: key.to_owned(), value: value.to_owned() });
}

/// The computer: its disks, then the folders and files on them.
fn read_start(root: &Section<'_>) -> Machine {
    let mut drives = BTreeMap::new();
    for section in root.sections("disks") {
        let Some(letter) = read_drive(&section) else { continue };
        let label = section.text_or_none("label").unwrap_or_default();
        let capacity = section.whole_or_none("capacity", 512, i64::from(LARGEST_DISK)).unwrap_or(65_536);
        let capacity = u32::try_from(capacity).unwrap_or(65_536);
        let disk = (!section.flag("absent")).then(|| Disk::new(&label, capacity, moment(USUAL).unwrap_or_default()));
        if drives.insert(letter, Drive { disk, current: vec![] }).is_some() {
            section.fault("drive", Reason::Repeated(letter.to_string()));
        }
    }
    let here = root.text("start");
    let current = drive_of(&here).0.unwrap_or('C');
    drives.entry(current).or_insert_with(|| {
        root.fault("disks", Reason::Missing(format!("drive = {current}")));
        Drive { disk: None, current: vec![] }
    });
    let mut machine = Machine::new(drives, current);
    for section in root.sections("folders") {
        put(&section, &mut machine, None);
    }
    for section in root.sections("files") {
        let text = section.text_or_none("text").map(|text| format!("{text}\n")).unwrap_or_default();
        put(&section, &mut machine, Some(text));
    }
    enter(root, &mut machine, &here);
    machine
}

fn read_drive(section: &Section<'_>) -> Option<char> {
    let word = section.text("drive");
    let letter = word.chars().next().filter(|letter| letter.is_ascii_uppercase() && word.len() == 1);
    if letter.is_none() && !word.is_empty() {
        wrong(section, "drive", &word);
    }
    letter
}

fn enter(root: &Section<'_>, machine: &mut Machine, here: &str) {
    let Some(path) = place(here) else {
        if !here.is_empty() {
            wrong(root, "start", here);
        }
        return;
    };
    if machine.find(&path).is_some_and(Node::is_folder) {
        if let Some(drive) = machine.drives.get_mut(&path.drive) {
            drive.current = path.steps;
        }
    } else {
        root.fault("start", Reason::Dangling { key: "start".to_owned(), id: here.to_owned() });
    }
}

/// A whole path, drive and all.
fn place(text: &str) -> Option<Path> {
    let letter = drive_of(text).0?;
    resolve(text, letter, &[]).filter(|path| path.steps.iter().all(|step| is_name(step)))
}

/// `2026-11-20 08:30` as local milliseconds.
fn moment(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(' ')?;
    let parts: Vec<&str> = date.split('-').collect();
    let &[year, month, of_month] = parts.as_slice() else { return None };
    Some(day(&format!("{of_month}-{month}-{year}"))? + hour(time)?)
}

/// Puts a file or a folder on its disk, and the folders above it that are not there yet.
fn put(section: &Section<'_>, machine: &mut Machine, text: Option<String>) {
    let written = section.text("path");
    let date = section.text_or_none("date").unwrap_or_else(|| USUAL.to_owned());
    let letters = section.text_or_none("attributes").unwrap_or_default();
    let Some(at) = moment(&date) else { return wrong(section, "date", &date) };
    let mut attributes = Attributes { archive: text.is_some(), ..Attributes::default() };
    for letter in letters.chars() {
        match attributes.of(letter) {
            Some(attribute) => *attribute = true,
            None => wrong(section, "attributes", &letters),
        }
    }
    let Some(path) = place(&written).filter(|path| !path.steps.is_empty()) else {
        return wrong(section, "path", &written);
    };
    let Some(disk) = machine.drives.get_mut(&path.drive).and_then(|drive| drive.disk.as_mut()) else {
        return section.fault("path", Reason::Dangling { key: "path".to_owned(), id: written });
    };
    for most in 1..path.steps.len() {
        if disk.find(&path.steps[..most]).is_none() {
            let made = disk.put(&path.steps[..most - 1], Node::folder(&path.steps[most - 1], at));
            if made.is_err() {
                return wrong(section, "path", &written);
            }
        }
    }
    let Some((name, above)) = path.steps.split_last() else { return };
    let node = text.map_or_else(|| Node::folder(name, at), |text| Node::file(name, text, at));
    if disk.put(above, Node { attributes, ..node }).is_err() {
        wrong(section, "path", &written);
    }
}

fn read_task(section: &Section<'_>, start: &Machine) -> Task {
    let when: Vec<Condition> =
        section.sections("when").iter().filter_map(|condition| read_condition(condition, start)).collect();
    if !section.has("when") {
        section.fault("when", Reason::Missing("when".to_owned()));
    }
    Task {
        id: section.id("id"),
        text: section.three_texts("text"),
        when,
        after: section.text_or_none("after"),
        at_end: section.flag("at_end"),
    }
}

/// The keys that say what a condition looks at; one of them is written.
const LOOKS: [&str; 6] = ["folder", "file", "gone", "at", "label", "used"];

fn read_condition(section: &Section<'_>, start: &Machine) -> Option<Condition> {
    let looks: Vec<&str> = LOOKS.into_iter().filter(|key| section.has(key)).collect();
    let &[look] = looks.as_slice() else {
        match looks.as_slice() {
            [one, other, ..] => {
                section.fault(other, Reason::Together { key: (*other).to_owned(), with: (*one).to_owned() });
            }
            _ => section.fault("when", Reason::Missing(LOOKS.join(", "))),
        }
        return None;
    };
    if look == "used" {
        return read_used(section);
    }
    let written = section.text(look);
    let path = place(&written);
    if path.is_none() {
        wrong(section, look, &written);
    }
    let path = path?;
    if !start.drives.contains_key(&path.drive) {
        section.fault(look, Reason::Dangling { key: look.to_owned(), id: written });
        return None;
    }
    Some(match look {
        "folder" => Condition::Folder(path),
        "gone" => Condition::Gone(path),
        "at" => Condition::At(path),
        "label" => Condition::Label { drive: path.drive, is: section.text("is") },
        _ => Condition::File { path, text: section.text_or_none("text"), attributes: read_signs(section) },
    })
}

fn read_used(section: &Section<'_>) -> Option<Condition> {
    let written = section.text("used");
    let with = section.texts("with").iter().map(|text| fold(text)).collect();
    let verb = canonical(&written);
    if verb.is_none() && !written.is_empty() {
        wrong(section, "used", &written);
    }
    Some(Condition::Used { verb: verb?.to_owned(), with })
}

/// `+R -H` as letters that must be set or not.
fn read_signs(section: &Section<'_>) -> Vec<(char, bool)> {
    let written = section.text_or_none("attributes").unwrap_or_default();
    let mut signs = vec![];
    for word in written.split_whitespace() {
        let mut chars = word.chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some(sign @ ('+' | '-')), Some(letter), None) if Attributes::default().of(letter).is_some() => {
                signs.push((letter, sign == '+'));
            }
            _ => wrong(section, "attributes", &written),
        }
    }
    signs
}
