//! Commands that copy, move and rename: `COPY`, `XCOPY`, `MOVE`, `REN`.

use super::ask::type_into;
use super::disk::Node;
use super::files::not_found;
use super::line::Line;
use super::path::{Path, fold, is_wild, renamed};
use super::screen::code;
use super::work::Work;

/// Where something goes: the folder, and the name or the pattern of its name.
struct Goal {
    folder: Path,
    name: String,
}

impl Goal {
    /// The place of a file that bore `old`.
    fn of(&self, old: &str) -> Path {
        self.folder.join(&renamed(&self.name, old))
    }
}

/// Reads where to: a folder that is there keeps the names; else the last word is the new name.
fn goal(work: &mut Work<'_>, word: Option<&str>) -> Option<Goal> {
    let keep = |folder: Path| Goal { folder, name: "*.*".to_owned() };
    let Some(word) = word else { return Some(keep(work.machine.here())) };
    let path = work.place(word)?;
    if work.is_folder(&path) {
        return Some(keep(path));
    }
    let (folder, name) = path.split()?;
    if word.ends_with(['\\', '/']) || !work.is_folder(&folder) {
        work.screen.wrong("dos-no-path");
        return None;
    }
    Some(Goal { folder, name: name.to_owned() })
}

/// A copy, an overwriting of which the person is asked, or nothing to do.
fn may_write(work: &mut Work<'_>, line: &Line, goals: &[Path]) -> bool {
    let taken = goals.iter().find(|goal| work.find(goal).is_some_and(|node| !node.is_folder()));
    match taken.cloned() {
        Some(taken) if !work.sure && !line.has("Y") => {
            work.ask_sure("dos-overwrite", &[("path", code(taken))]);
            false
        }
        _ => true,
    }
}

/// `COPY FROM [TO]`, `COPY A+B TO`, `COPY CON FILE`
pub(super) fn copy(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 2) {
        return;
    }
    let Some(from) = line.word(0).map(str::to_owned) else { return };
    if from.eq_ignore_ascii_case("con") {
        return from_keyboard(work, line);
    }
    if from.contains('+') {
        return join(work, line, &from);
    }
    let Some(source) = work.place(&from) else { return };
    let files = work.files(&source);
    if files.is_empty() {
        return not_found(work, &source);
    }
    let Some(goal) = goal(work, line.word(1)) else { return };
    if files.len() > 1 && !is_wild(&goal.name) {
        return work.screen.wrong("dos-not-many");
    }
    copy_all(work, line, &files, &goal);
}

fn copy_all(work: &mut Work<'_>, line: &Line, files: &[Path], goal: &Goal) {
    let pairs: Vec<(Path, Path)> = files.iter().map(|file| (file.clone(), goal.of(last(file)))).collect();
    if let Some((file, _)) = pairs.iter().find(|(from, to)| from.holds(to)) {
        work.screen.wrong_with("dos-on-itself", &[("name", code(last(file)))]);
        return work.screen.say_with("dos-copied", &[("count", 0_usize.into())]);
    }
    let goals: Vec<Path> = pairs.iter().map(|(_, to)| to.clone()).collect();
    if !may_write(work, line, &goals) {
        return;
    }
    let mut done = 0_usize;
    for (from, to) in pairs {
        let Some(node) = work.find(&from).cloned() else { continue };
        if files.len() > 1 {
            work.screen.line(from.to_string());
        }
        if !place_copy(work, &node, &to) {
            break;
        }
        done += 1;
    }
    work.screen.say_with("dos-copied", &[("count", done.into())]);
}

/// A copy keeps the date of what was copied, not its protection.
fn place_copy(work: &mut Work<'_>, node: &Node, to: &Path) -> bool {
    let Some((folder, name)) = to.split() else { return false };
    let text = node.text().unwrap_or_default().to_owned();
    work.put(&folder, Node::file(name, text, node.at))
}

fn last(path: &Path) -> &str {
    path.steps.last().map_or("", String::as_str)
}

fn from_keyboard(work: &mut Work<'_>, line: &Line) {
    let Some(word) = line.word(1) else { return work.screen.wrong("dos-missing") };
    let Some(path) = work.place(word) else { return };
    let folder = path.split().map(|(folder, _)| folder);
    if path.is_wild() || work.is_folder(&path) || !folder.is_some_and(|folder| work.is_folder(&folder)) {
        return work.screen.wrong("dos-no-path");
    }
    if may_write(work, line, std::slice::from_ref(&path)) {
        type_into(work, &path);
    }
}

/// `COPY A+B C`: one file of several.
fn join(work: &mut Work<'_>, line: &Line, from: &str) {
    let mut text = String::new();
    let mut first = None;
    for part in from.split('+').filter(|part| !part.is_empty()) {
        let Some(path) = work.place(part) else { return };
        let files = work.files(&path);
        if files.is_empty() {
            return not_found(work, &path);
        }
        for file in files {
            text.push_str(work.find(&file).and_then(Node::text).unwrap_or_default());
            first.get_or_insert(file);
        }
    }
    let Some(first) = first else { return work.screen.wrong("dos-syntax") };
    let to = match line.word(1) {
        Some(word) => goal(work, Some(word)).map(|goal| goal.of(last(&first))),
        None => Some(first),
    };
    let Some(to) = to else { return };
    if may_write(work, line, std::slice::from_ref(&to)) {
        let node = Node::file("", text, work.now);
        if place_copy(work, &node, &to) {
            work.screen.say_with("dos-copied", &[("count", 1_usize.into())]);
        }
    }
}

/// `XCOPY FROM [TO] [/S] [/E]`: also the folders below. A folder that is not there is made.
pub(super) fn xcopy(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 2) {
        return;
    }
    let Some(source) = line.word(0).and_then(|word| work.place(word)) else { return };
    let whole = work.is_folder(&source);
    let (folder, pattern) = match source.split() {
        Some((folder, last)) if !whole => (folder, last.to_owned()),
        _ => (source.clone(), "*.*".to_owned()),
    };
    if !work.is_folder(&folder) {
        return not_found(work, &source);
    }
    let to = match line.word(1) {
        Some(word) => work.place(word),
        None => Some(work.machine.here()),
    };
    let Some(to) = to else { return };
    if !whole && !source.is_wild() && !work.is_folder(&to) && !line.has("I") {
        return copy(work, line);
    }
    if folder.holds(&to) && (line.has("S") || line.has("E") || folder == to) {
        return work.screen.wrong("dos-cyclic");
    }
    let mut pairs = vec![];
    let deep = line.has("S") || line.has("E");
    gather(work, &folder, &pattern, &to, (deep, line.has("E")), &mut pairs);
    let files: Vec<Path> = pairs.iter().filter(|(from, _)| !work.is_folder(from)).map(|(_, to)| to.clone()).collect();
    if files.is_empty() && !line.has("E") {
        return not_found(work, &source);
    }
    if may_write(work, line, &files) {
        write_all(work, &to, &pairs);
    }
}

/// What is copied and where, folders before what is in them.
fn gather(
    work: &Work<'_>,
    from: &Path,
    pattern: &str,
    to: &Path,
    (deep, empty): (bool, bool),
    pairs: &mut Vec<(Path, Path)>,
) {
    let files = work.named(&from.join(pattern), |node| !node.is_folder() && !node.is_hidden());
    pairs.extend(files.into_iter().map(|file| (file.clone(), to.join(last(&file)))));
    if !deep {
        return;
    }
    for inner in work.named(&from.join("*.*"), |node| node.is_folder() && !node.is_hidden()) {
        let (goal, mut below) = (to.join(last(&inner)), vec![]);
        gather(work, &inner, pattern, &goal, (deep, empty), &mut below);
        if empty || !below.is_empty() {
            pairs.push((inner, goal));
            pairs.append(&mut below);
        }
    }
}

fn write_all(work: &mut Work<'_>, to: &Path, pairs: &[(Path, Path)]) {
    if !make_folder(work, to) {
        return;
    }
    let mut done = 0_usize;
    for (from, to) in pairs {
        let Some(node) = work.find(from).cloned() else { continue };
        let right = if node.is_folder() {
            make_folder(work, to)
        } else {
            work.screen.line(from.to_string());
            done += 1;
            place_copy(work, &node, to)
        };
        if !right {
            done = done.saturating_sub(usize::from(!node.is_folder()));
            break;
        }
    }
    work.screen.say_with("dos-copied", &[("count", done.into())]);
}

fn make_folder(work: &mut Work<'_>, path: &Path) -> bool {
    if work.is_folder(path) {
        return true;
    }
    let Some((above, name)) = path.split() else { return false };
    let folder = Node::folder(name, work.now);
    work.put(&above, folder)
}

/// `MOVE FROM TO`: files to a folder, or one file or folder to a new name.
pub(super) fn move_to(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 2, 2) {
        return;
    }
    let Some(source) = line.word(0).and_then(|word| work.place(word)) else { return };
    let sources = if work.is_folder(&source) {
        vec![source.clone()]
    } else {
        work.named(&source, |node| !node.is_folder() && !node.is_hidden())
    };
    if sources.is_empty() {
        return not_found(work, &source);
    }
    let Some(goal) = goal(work, line.word(1)) else { return };
    if sources.len() > 1 && !is_wild(&goal.name) {
        return work.screen.wrong("dos-not-many");
    }
    let pairs: Vec<(Path, Path)> = sources.iter().map(|from| (from.clone(), goal.of(last(from)))).collect();
    if pairs.iter().any(|(from, to)| from != to && work.is_folder(from) && from.holds(to)) {
        return work.screen.wrong("dos-cyclic");
    }
    let goals: Vec<Path> = pairs.iter().filter(|(from, to)| !same(from, to)).map(|(_, to)| to.clone()).collect();
    if may_write(work, line, &goals) {
        for (from, to) in pairs {
            if !relocate(work, &from, &to) {
                break;
            }
            work.screen.say_with("dos-moved", &[("from", code(&from)), ("to", code(&to))]);
        }
    }
}

fn same(one: &Path, other: &Path) -> bool {
    one.holds(other) && other.holds(one)
}

/// Takes an entry to another place. What cannot be put there goes back.
fn relocate(work: &mut Work<'_>, from: &Path, to: &Path) -> bool {
    let (Some((old, _)), Some((folder, name))) = (from.split(), to.split()) else {
        work.screen.wrong("dos-denied");
        return false;
    };
    let stands_in = work.machine.drives.get(&from.drive).is_some_and(|drive| {
        work.is_folder(from) && from.holds(&Path { drive: from.drive, steps: drive.current.clone() })
    });
    if stands_in || work.find(from).is_some_and(|node| node.attributes.read_only) {
        work.screen.wrong("dos-denied");
        return false;
    }
    let Some(node) = work.take(from) else { return false };
    let moved = Node { name: name.to_owned(), ..node.clone() };
    if work.put(&folder, moved) {
        return true;
    }
    work.put(&old, node);
    false
}

/// `REN OLD NEW`: the new name is a name, not a place.
pub(super) fn ren(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 2, 2) {
        return;
    }
    let (Some(old), Some(new)) = (line.word(0), line.word(1)) else { return };
    if new.contains(['\\', '/', ':']) {
        return work.screen.wrong("dos-syntax");
    }
    let Some(source) = work.place(old) else { return };
    let found = work.named(&source, |node| !node.is_hidden() && (!source.is_wild() || !node.is_folder()));
    if found.is_empty() {
        return not_found(work, &source);
    }
    for from in found {
        let Some((folder, name)) = from.split() else { continue };
        let to = folder.join(&renamed(new, name));
        let taken = work.find(&to).is_some() && fold(last(&to)) != fold(name);
        if taken {
            return work.screen.wrong("dos-taken");
        }
        if !relocate(work, &from, &to) {
            return;
        }
    }
}
