//! Commands on files that stay where they are: `TYPE`, `MORE`, `DEL`, `ATTRIB`.

use super::disk::{Attributes, Node};
use super::line::Line;
use super::path::Path;
use super::screen::code;
use super::work::Work;

/// `TYPE FILE`
pub(super) fn type_out(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 1) {
        return;
    }
    let Some(path) = line.word(0).and_then(|word| work.place(word)) else { return };
    if work.is_folder(&path) {
        return work.screen.wrong("dos-denied");
    }
    let found = work.named(&path, |node| !node.is_folder());
    if found.is_empty() {
        return not_found(work, &path);
    }
    let several = found.len() > 1;
    for path in found {
        let text = work.find(&path).and_then(Node::text).unwrap_or_default().to_owned();
        if several {
            work.screen.line(path.to_string());
        }
        work.screen.text(&text);
    }
}

/// `MORE FILE`, or `MORE < FILE`: as `TYPE`, screen by screen.
pub(super) fn more(work: &mut Work<'_>, line: &Line) {
    let words = line.words.iter().map(|word| word.trim_start_matches('<').to_owned()).filter(|word| !word.is_empty());
    let line = Line { words: words.collect(), ..line.clone() };
    type_out(work, &line);
    if !work.screen.fault && line.to.is_none() {
        work.by_screens();
    }
}

/// Says that a file is not there, or its folder.
pub(super) fn not_found(work: &mut Work<'_>, path: &Path) {
    match path.split() {
        Some((folder, _)) if !work.is_folder(&folder) => work.screen.wrong("dos-no-path"),
        Some((_, name)) => work.screen.wrong_with("dos-not-found", &[("name", code(name))]),
        None => work.screen.wrong("dos-denied"),
    }
}

/// `DEL FILE`; all the files of a folder only after a question.
pub(super) fn del(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 1) {
        return;
    }
    let Some(path) = line.word(0).and_then(|word| work.place(word)) else { return };
    let files = work.files(&path);
    if files.is_empty() {
        return not_found(work, &path);
    }
    let all = work.is_folder(&path) || path.steps.last().is_some_and(|last| last == "*.*" || last == "*");
    if all && !work.sure && !line.has("Q") {
        return work.ask_sure("dos-del-sure", &[]);
    }
    for file in files {
        let denied = work.find(&file).is_some_and(|node| node.attributes.read_only);
        if denied {
            let name = file.split().map(|(_, name)| name.to_owned()).unwrap_or_default();
            work.screen.wrong_with("dos-denied-to", &[("name", code(name))]);
        } else {
            work.take(&file);
        }
    }
}

/// `ATTRIB` shows the attributes; `ATTRIB +R FILE` sets them.
pub(super) fn attrib(work: &mut Work<'_>, line: &Line) {
    let (signs, names): (Vec<&String>, Vec<&String>) =
        line.words.iter().partition(|word| word.starts_with(['+', '-']) && word.chars().count() == 2);
    let mut changes = vec![];
    for sign in signs {
        let letter = sign.chars().nth(1).unwrap_or_default();
        if Attributes::default().of(letter).is_none() {
            return work.screen.wrong_with("dos-parameter", &[("word", code(sign))]);
        }
        changes.push((letter, sign.starts_with('+')));
    }
    if let Some(extra) = names.get(1) {
        return work.screen.wrong_with("dos-too-much", &[("word", code(extra))]);
    }
    let name = names.first().map_or("*.*", |name| name.as_str());
    let Some(path) = work.place(name) else { return };
    let mut found = vec![];
    gather(work, &path, line.has("S"), &mut found);
    if found.is_empty() {
        return not_found(work, &path);
    }
    for path in found {
        if changes.is_empty() {
            let letters = work.find(&path).map(|node| node.attributes.letters()).unwrap_or_default();
            work.screen.line(format!("{letters} {path}").trim());
        } else if let Some(node) = work.disk(path.drive).and_then(|disk| disk.find_mut(&path.steps)) {
            for (letter, set) in &changes {
                if let Some(attribute) = node.attributes.of(*letter) {
                    *attribute = *set;
                }
            }
        }
    }
}

/// The files that a path names, hidden ones too, and with `deep` those of the folders below.
fn gather(work: &Work<'_>, path: &Path, deep: bool, found: &mut Vec<Path>) {
    let one_folder = !path.is_wild() && work.is_folder(path);
    found.extend(work.named(path, |node| !node.is_folder() || one_folder));
    let Some((folder, last)) = path.split().filter(|_| deep) else { return };
    for inner in work.named(&folder.join("*.*"), Node::is_folder) {
        gather(work, &inner.join(last), deep, found);
    }
}
