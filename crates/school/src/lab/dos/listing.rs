//! `DIR`: what is in a folder, what differs first on each line.

use words::Arg;

use super::disk::Node;
use super::files::not_found;
use super::line::Line;
use super::path::{Path, fits};
use super::screen::code;
use super::work::Work;

/// The names on a line of `DIR /W`.
const ABREAST: usize = 5;

struct Wish {
    pattern: String,
    wide: bool,
    bare: bool,
    deep: bool,
    folders: Option<bool>,
    hidden: bool,
}

impl Wish {
    fn takes(&self, node: &Node) -> bool {
        let kind = self.folders.is_none_or(|folders| folders == node.is_folder());
        kind && (self.hidden || !node.is_hidden()) && fits(&self.pattern, &node.name)
    }
}

/// `DIR [PATH] [/P] [/W] [/S] [/B] [/A…]`
pub(super) fn dir(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 0, 1) {
        return;
    }
    let path = match line.word(0) {
        Some(word) => work.place(word),
        None => Some(work.machine.here()),
    };
    let Some(path) = path else { return };
    if work.disk(path.drive).is_none() {
        return;
    }
    let (folder, pattern) = if work.is_folder(&path) {
        (path.clone(), "*.*".to_owned())
    } else {
        path.split().map_or_else(|| (path.clone(), "*.*".to_owned()), |(folder, last)| (folder, last.to_owned()))
    };
    // `DIR LETTRE` finds `LETTRE.TXT` too, as MS-DOS did.
    let plain = !pattern.contains(['.', '*', '?']) && work.named(&folder.join(&pattern), |_| true).is_empty();
    let pattern = if plain { format!("{pattern}.*") } else { pattern };
    let wish = Wish {
        pattern,
        wide: line.has("W"),
        bare: line.has("B"),
        deep: line.has("S"),
        folders: if line.has("AD") { Some(true) } else { line.has("A-D").then_some(false) },
        hidden: line.has("A") || line.has("AH"),
    };
    if !work.is_folder(&folder) {
        return work.screen.wrong("dos-no-path");
    }
    show(work, &folder, &wish, &path);
    if line.has("P") && line.to.is_none() && !work.screen.fault {
        work.by_screens();
    }
}

/// Counts of what was listed.
#[derive(Default)]
struct Sum {
    files: usize,
    bytes: u64,
    folders: usize,
}

fn show(work: &mut Work<'_>, folder: &Path, wish: &Wish, asked: &Path) {
    if !wish.bare {
        heading(work, folder.drive);
    }
    let mut sum = Sum::default();
    list(work, folder, wish, &mut sum);
    // A folder with nothing in it is listed as such; a name that nothing bears is an error.
    if sum.files + sum.folders == 0 && !work.is_folder(asked) {
        return not_found(work, asked);
    }
    if wish.bare {
        return;
    }
    if wish.deep {
        work.screen.say("dos-dir-total");
    }
    total(work, &sum);
    let free = work.disk(folder.drive).map_or(0, |disk| disk.free());
    let args = [("count", Arg::from(sum.folders)), ("free", whole(free))];
    work.screen.say_with("dos-dir-folders", &args);
}

fn heading(work: &mut Work<'_>, letter: char) {
    let Some(disk) = work.disk(letter) else { return };
    let (label, serial) = (disk.label.clone(), disk.serial());
    if label.is_empty() {
        work.screen.say_with("dos-vol-none", &[("drive", code(letter))]);
    } else {
        work.screen.say_with("dos-vol", &[("drive", code(letter)), ("label", code(label))]);
    }
    work.screen.say_with("dos-serial", &[("serial", code(serial))]);
}

/// `VOL`: the label and the number of a disk.
pub(super) fn volume(work: &mut Work<'_>, letter: char) {
    heading(work, letter);
}

fn list(work: &mut Work<'_>, folder: &Path, wish: &Wish, sum: &mut Sum) {
    let Some(entries) = work.find(folder).and_then(Node::entries).cloned() else { return };
    let shown: Vec<&Node> = entries.values().filter(|node| wish.takes(node)).collect();
    if !shown.is_empty() {
        let (folders, files): (Vec<&Node>, Vec<&Node>) = shown.iter().partition(|node| node.is_folder());
        let bytes = files.iter().map(|file| file.size()).sum();
        lines(work, folder, &shown, wish);
        let own = Sum { files: files.len(), bytes, folders: folders.len() };
        if wish.deep && !wish.bare {
            total(work, &own);
        }
        *sum = Sum { files: sum.files + own.files, bytes: sum.bytes + bytes, folders: sum.folders + own.folders };
    }
    if wish.deep {
        let inner = entries.values().filter(|node| node.is_folder() && (wish.hidden || !node.is_hidden()));
        for node in inner {
            list(work, &folder.join(&node.name), wish, sum);
        }
    }
}

fn lines(work: &mut Work<'_>, folder: &Path, shown: &[&Node], wish: &Wish) {
    if !wish.bare {
        work.screen.say_with("dos-dir-of", &[("path", code(folder))]);
    }
    let name =
        |node: &Node| if node.is_folder() && !wish.bare { format!("[{}]", node.name) } else { node.name.clone() };
    if wish.wide && !wish.bare {
        for row in shown.chunks(ABREAST) {
            work.screen.line(row.iter().map(|node| name(node)).collect::<Vec<_>>().join("  "));
        }
        return;
    }
    for node in shown {
        let line = match wish.bare {
            true if wish.deep => folder.join(&node.name).to_string(),
            true => node.name.clone(),
            false => long_line(work, node),
        };
        work.screen.line(line);
    }
}

/// `LETTRE.TXT 120 23/11/2026 08:00`: single spaces, the name first.
fn long_line(work: &Work<'_>, node: &Node) -> String {
    let talk = work.screen.talk;
    let size = if node.is_folder() { talk.t("dos-dir-mark").into_owned() } else { node.size().to_string() };
    format!("{} {size} {} {}", node.name, talk.date(node.at, 0), talk.time(node.at, 0))
}

fn total(work: &mut Work<'_>, sum: &Sum) {
    work.screen.say_with("dos-dir-files", &[("count", sum.files.into()), ("bytes", whole(sum.bytes))]);
}

fn whole(bytes: u64) -> Arg {
    Arg::from(usize::try_from(bytes).unwrap_or(usize::MAX))
}
