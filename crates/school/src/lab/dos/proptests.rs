//! Any lines at all: the computer answers within bounds, never panics, and its disks stay within theirs.

use std::collections::BTreeMap;

use proptest::prelude::*;
use words::{Lang, Talk};

use super::disk::{DEEPEST, MOST_ENTRIES};
use super::screen::{LONGEST_LINE, MOST_LINES};
use super::*;

fn computer() -> Machine {
    let mut disk = Disk::new("X", 3_000, 0);
    disk.put(&[], Node::folder("D", 0)).unwrap();
    disk.put(&["D".to_owned()], Node::file("A.TXT", "a\nb\n".to_owned(), 0)).unwrap();
    disk.put(&[], Node::file("B.TXT", "b\n".repeat(60), 0)).unwrap();
    let drive = |disk| Drive { disk, current: vec![] };
    Machine::new(
        BTreeMap::from([('A', drive(None)), ('B', drive(Some(Disk::new("", 800, 0)))), ('C', drive(Some(disk)))]),
        'C',
    )
}

/// Lines made of what commands are made of, so that most of them do something.
fn line() -> impl Strategy<Value = String> {
    let verb = prop::sample::select(NAMES.as_slice());
    let word = prop::sample::select(vec![
        "A.TXT",
        "B.TXT",
        "D",
        "D\\A.TXT",
        "..",
        ".",
        "\\",
        "*.*",
        "?.TXT",
        "C:\\D",
        "A:",
        "B:",
        "C:",
        "/S",
        "/P",
        "/W",
        "/Y",
        "/F",
        "/A",
        "/Q",
        "/E",
        "+R",
        "-R",
        "+H",
        ">",
        ">>",
        "|",
        "MORE",
        "CON",
        "NUL",
        "\"L N.TXT\"",
        "E",
        "E\\F",
        "A+B.TXT",
        "B.TXT+B.TXT",
        "ى",
        "é",
        "10-10-2030",
        "23:59",
        "$P$G",
        ";",
        "",
    ]);
    let usual =
        (verb, prop::collection::vec(word, 0..4)).prop_map(|(verb, words)| format!("{verb} {}", words.join(" ")));
    let answer = prop::sample::select(vec!["", "o", "n", "ن", "^Z", "x", "A:", "c:"]).prop_map(str::to_owned);
    prop_oneof![6 => usual, 2 => answer, 1 => ".{0,140}", 1 => "[ -~]{0,40}"]
}

fn depth(node: &Node) -> usize {
    node.entries().map_or(0, |entries| 1 + entries.values().map(depth).max().unwrap_or(0))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_have_answers_and_leave_the_disks_within_bounds(lines in prop::collection::vec(line(), 1..25)) {
        let mut machine = computer();
        for (n, typed) in lines.iter().enumerate() {
            let lang = Lang::ALL[n % 3];
            let answer = machine.run(typed, Talk { lang, short: n % 2 == 0 }, n as i64 * 60_000);
            prop_assert!(answer.lines.len() <= MOST_LINES + 1);
            prop_assert!(answer.lines.iter().all(|line| line.chars().count() <= LONGEST_LINE && !line.contains('\n')));
            prop_assert!(!answer.lines.concat().contains('⟦'), "a text is missing: {:?}", answer.lines);
            prop_assert!(!(answer.fault && answer.done.is_some()));
            for (letter, drive) in &machine.drives {
                let Some(disk) = &drive.disk else { continue };
                prop_assert!(disk.used() <= u64::from(disk.capacity), "{letter} after {typed:?}");
                prop_assert!(disk.entries() <= MOST_ENTRIES && depth(&disk.root) <= DEEPEST + 1);
                prop_assert!(disk.folder(&drive.current).is_some(), "{letter} stands nowhere after {typed:?}");
            }
            let prompt = machine.prompt(Talk { lang, short: false }, 0);
            prop_assert!(prompt.chars().count() < 4_000);
        }
        let written = serde_json::to_string(&machine).unwrap();
        prop_assert_eq!(serde_json::from_str::<Machine>(&written).unwrap(), machine);
    }
}
