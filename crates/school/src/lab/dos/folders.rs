//! Commands on folders: `CD`, `MD`, `RD`, `TREE`.

use super::disk::{Entries, Node};
use super::line::Line;
use super::path::{Path, drive_of};
use super::screen::code;
use super::work::Work;

/// `CD` alone says where one stands; `CD FOLDER` goes there.
pub(super) fn cd(work: &mut Work<'_>, line: &Line) {
    let text = line.words.join(" ");
    if text.is_empty() {
        let here = work.machine.here();
        return work.screen.line(here.to_string());
    }
    if let (Some(letter), "") = drive_of(&text) {
        if work.disk(letter).is_some() {
            let steps = work.machine.drives.get(&letter).map(|drive| drive.current.clone()).unwrap_or_default();
            work.screen.line(Path { drive: letter, steps }.to_string());
        }
        return;
    }
    let Some(path) = work.place(&text) else { return };
    if path.is_wild() || !work.is_folder(&path) {
        return work.screen.wrong("dos-no-folder");
    }
    // The names are written as the folders bear them.
    let written = (1..=path.steps.len()).filter_map(|most| {
        let above = Path { drive: path.drive, steps: path.steps[..most].to_vec() };
        work.find(&above).map(|node| node.name.clone())
    });
    let written = written.collect();
    if let Some(drive) = work.machine.drives.get_mut(&path.drive) {
        drive.current = written;
    }
    if line.has("D") {
        work.machine.current = path.drive;
    }
}

/// `MD FOLDER`
pub(super) fn md(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 1) {
        return;
    }
    let Some(path) = line.word(0).and_then(|word| work.place(word)) else { return };
    let Some((above, name)) = path.split().filter(|_| !path.is_wild()) else {
        return work.screen.wrong("dos-md-failed");
    };
    if work.find(&path).is_some() {
        return work.screen.wrong_with("dos-md-taken", &[("name", code(name))]);
    }
    let folder = Node::folder(name, work.now);
    work.put(&above, folder);
}

/// `RD FOLDER`; with `/S` also what is in it, after a question that `/Q` leaves out.
pub(super) fn rd(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 1) {
        return;
    }
    let Some(path) = line.word(0).and_then(|word| work.place(word)) else { return };
    let Some(entries) = work.find(&path).and_then(Node::entries).filter(|_| !path.steps.is_empty()) else {
        return work.screen.wrong("dos-rd-failed");
    };
    let empty = entries.is_empty();
    let kept = entries.values().any(holds_read_only);
    let stands_in = work
        .machine
        .drives
        .get(&path.drive)
        .is_some_and(|drive| path.holds(&Path { drive: path.drive, steps: drive.current.clone() }));
    if stands_in {
        work.screen.wrong("dos-rd-current");
    } else if empty {
        work.take(&path);
    } else if !line.has("S") {
        work.screen.wrong("dos-rd-failed");
    } else if kept {
        work.screen.wrong("dos-denied");
    } else if work.sure || line.has("Q") {
        work.take(&path);
    } else {
        work.ask_sure("dos-rd-sure", &[("path", code(&path))]);
    }
}

fn holds_read_only(node: &Node) -> bool {
    node.attributes.read_only || node.entries().is_some_and(|entries| entries.values().any(holds_read_only))
}

/// `TREE`: each folder on a line that begins with its level. `/A` draws the branches as MS-DOS did, `/F` adds files.
pub(super) fn tree(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 0, 1) {
        return;
    }
    let path = match line.word(0) {
        Some(word) => work.place(word),
        None => Some(work.machine.here()),
    };
    let Some(path) = path else { return };
    let Some(entries) = work.find(&path).and_then(Node::entries).cloned() else {
        return work.screen.wrong("dos-no-folder");
    };
    work.screen.line(path.to_string());
    let drawing = Drawing { files: line.has("F"), drawn: line.has("A") };
    if !drawing.branch(work, &entries, 1, "") {
        work.screen.say("dos-tree-none");
    }
}

#[derive(Clone, Copy)]
struct Drawing {
    files: bool,
    drawn: bool,
}

impl Drawing {
    /// Draws what is in a folder; false when that is nothing.
    fn branch(self, work: &mut Work<'_>, entries: &Entries, level: usize, before: &str) -> bool {
        let mut shown: Vec<&Node> = entries.values().filter(|node| !node.is_hidden()).collect();
        shown.retain(|node| self.files || node.is_folder());
        // Files stand before folders, as in MS-DOS.
        shown.sort_by_key(|node| node.is_folder());
        for (rank, node) in shown.iter().enumerate() {
            let last = rank + 1 == shown.len();
            let (sign, under) = if last { ("\\---", "    ") } else { ("+---", "|   ") };
            let name =
                if self.drawn { format!("{before}{sign}{}", node.name) } else { format!("{level} {}", node.name) };
            work.screen.line(name);
            if let Some(inner) = node.entries() {
                self.branch(work, inner, level + 1, &format!("{before}{under}"));
            }
        }
        !shown.is_empty()
    }
}
