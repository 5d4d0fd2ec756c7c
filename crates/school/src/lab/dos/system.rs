//! Commands on the computer itself: its date and hour, its disks, its prompt, its help.

use words::Talk;

use super::ask::{self, Question};
use super::clock;
use super::line::Line;
use super::listing;
use super::path::{Path, drive_of};
use super::screen::code;
use super::verbs::{VERBS, Verb, find};
use super::work::Work;

/// The longest label of a disk, in characters, as on a FAT disk.
const LONGEST_LABEL: usize = 11;
/// The longest text of `PATH` and `PROMPT`, in characters.
const LONGEST_SETTING: usize = 100;

/// `DATE [DAY]`
pub(super) fn date(work: &mut Work<'_>, line: &Line) {
    if let Some(word) = line.word(0) {
        let word = word.to_owned();
        set_date(work, &word);
        return;
    }
    let day = work.screen.talk.date(work.now, 0);
    work.screen.say_with("dos-date", &[("date", code(day))]);
    if !line.has("T") {
        work.screen.say("dos-date-ask");
        work.machine.waiting = Some(Question::Date);
    }
}

/// Sets the day and keeps the hour; says what is wrong.
pub(super) fn set_date(work: &mut Work<'_>, word: &str) -> bool {
    let Some(day) = clock::day(word) else {
        work.screen.wrong("dos-date-wrong");
        return false;
    };
    work.machine.shift += day - clock::split(work.now).0;
    true
}

/// `TIME [HOUR]`
pub(super) fn time(work: &mut Work<'_>, line: &Line) {
    if let Some(word) = line.word(0) {
        let word = word.to_owned();
        set_time(work, &word);
        return;
    }
    let hour = work.screen.talk.time(work.now, 0);
    work.screen.say_with("dos-time", &[("time", code(hour))]);
    if !line.has("T") {
        work.screen.say("dos-time-ask");
        work.machine.waiting = Some(Question::Time);
    }
}

/// Sets the hour and keeps the day; says what is wrong.
pub(super) fn set_time(work: &mut Work<'_>, word: &str) -> bool {
    let Some(hour) = clock::hour(word) else {
        work.screen.wrong("dos-time-wrong");
        return false;
    };
    work.machine.shift += hour - clock::split(work.now).1;
    true
}

/// The drive named by a word, or the current one.
fn drive(work: &mut Work<'_>, word: Option<&str>) -> Option<char> {
    let letter = match word.map(drive_of) {
        None => work.machine.current,
        Some((Some(letter), "" | "\\")) => letter,
        Some(_) => {
            work.screen.wrong("dos-no-drive");
            return None;
        }
    };
    work.disk(letter).map(|_| letter)
}

/// `VOL [DRIVE]`
pub(super) fn vol(work: &mut Work<'_>, line: &Line) {
    if work.counted(line, 0, 1)
        && let Some(letter) = drive(work, line.word(0))
    {
        listing::volume(work, letter);
    }
}

/// `LABEL [DRIVE][NAME]`
pub(super) fn label(work: &mut Work<'_>, line: &Line) {
    let text = line.words.join(" ");
    let (letter, name) = drive_of(&text);
    let letter = letter.unwrap_or(work.machine.current);
    if work.disk(letter).is_none() {
        return;
    }
    if name.trim().is_empty() {
        listing::volume(work, letter);
        work.screen.say("dos-label-ask");
        work.machine.waiting = Some(Question::Label { drive: letter, formatted: false });
    } else {
        set_label(work, letter, name.trim());
    }
}

/// Gives a disk its label; an empty one takes the label away. Says what is wrong.
pub(super) fn set_label(work: &mut Work<'_>, letter: char, name: &str) -> bool {
    let right = name.chars().count() <= LONGEST_LABEL
        && !name.contains(r#"\/:*?"<>|.,;=+[]"#.chars().collect::<Vec<_>>().as_slice());
    if !right {
        work.screen.wrong_with("dos-label-wrong", &[("most", LONGEST_LABEL.into())]);
        return false;
    }
    if let Some(disk) = work.disk(letter) {
        disk.label = name.to_uppercase();
    }
    true
}

/// `FORMAT DRIVE`: everything on it goes. A floppy is asked for, the hard disk asks whether the person is sure.
pub(super) fn format(work: &mut Work<'_>, line: &Line) {
    if !work.counted(line, 1, 1) {
        return;
    }
    let Some((Some(letter), "" | "\\")) = line.word(0).map(drive_of) else {
        return work.screen.wrong("dos-no-drive");
    };
    if !work.machine.drives.contains_key(&letter) {
        return work.screen.wrong("dos-no-drive");
    }
    if letter < 'C' {
        work.screen.say_with("dos-format-ready", &[("drive", code(letter))]);
        work.machine.waiting = Some(Question::Ready { drive: letter, label: None });
    } else if work.sure {
        ask::format(work, letter, None);
    } else {
        work.ask_sure("dos-format-sure", &[("drive", code(letter))]);
    }
}

/// `PATH [FOLDERS]`: `PATH ;` empties it.
pub(super) fn path(work: &mut Work<'_>, line: &Line) {
    let text = line.rest.trim().trim_start_matches('=').trim();
    match text {
        "" if work.machine.search.is_empty() => work.screen.say("dos-path-none"),
        "" => {
            let line = format!("PATH={}", work.machine.search);
            work.screen.line(line);
        }
        ";" => work.machine.search.clear(),
        text if text.chars().count() > LONGEST_SETTING => work.screen.wrong("dos-no-path"),
        text => text.to_uppercase().clone_into(&mut work.machine.search),
    }
}

/// `PROMPT [SIGNS]`: alone it brings the usual one back.
pub(super) fn set_prompt(work: &mut Work<'_>, line: &Line) {
    let text = line.rest.trim();
    if text.chars().count() > LONGEST_SETTING {
        return work.screen.wrong("dos-syntax");
    }
    work.machine.prompt = if text.is_empty() { "$P$G".to_owned() } else { text.to_owned() };
}

/// The prompt that the signs make: `$P` the place, `$G` `>`, `$N` the drive, `$D` the date, `$T` the time.
pub(super) fn prompt(signs: &str, here: &Path, talk: Talk, now: i64) -> String {
    let (mut made, mut chars) = (String::new(), signs.chars());
    while let Some(c) = chars.next() {
        if c != '$' {
            made.push(c);
            continue;
        }
        match chars.next().map(|sign| sign.to_ascii_uppercase()) {
            Some('P') => made.push_str(&here.to_string()),
            Some('G') => made.push('>'),
            Some('L') => made.push('<'),
            Some('B') => made.push('|'),
            Some('Q') => made.push('='),
            Some('N') => made.push(here.drive),
            Some('D') => made.push_str(&talk.date(now, 0)),
            Some('T') => made.push_str(&talk.time(now, 0)),
            Some('V') => made.push_str(&talk.t("dos-ver")),
            Some('$') => made.push('$'),
            Some('_') => made.push(' '),
            _ => {}
        }
    }
    made
}

/// `ECHO [ON | OFF | TEXT]`; `ECHO.` is an empty line.
pub(super) fn echo(work: &mut Work<'_>, line: &Line) {
    let text = line.rest.strip_prefix([' ', '.']).unwrap_or(&line.rest);
    match text.trim().to_uppercase().as_str() {
        "ON" => work.machine.echo = true,
        "OFF" => work.machine.echo = false,
        "" if line.rest.starts_with('.') => work.screen.line(""),
        "" => work.screen.say(if work.machine.echo { "dos-echo-on" } else { "dos-echo-off" }),
        // The space before a `>` belongs to the sign.
        _ if line.to.is_some() => work.screen.line(text.trim_end()),
        _ => work.screen.line(text),
    }
}

/// `EXIT` has no window to close: it says how an exercise ends.
pub(super) fn exit(work: &mut Work<'_>, _: &Line) {
    work.screen.say("dos-exit");
}

/// `HELP` lists the commands; `HELP COMMAND` explains one.
pub(super) fn help(work: &mut Work<'_>, line: &Line) {
    work.help = true;
    let Some(word) = line.word(0) else {
        for verb in &VERBS {
            let says = work.screen.talk.t(verb.says);
            work.screen.line(format!("{} {says}", verb.name));
        }
        return work.screen.say("dos-help-end");
    };
    match find(&word.to_uppercase()) {
        Some(verb) => help_of(work, verb),
        None => work.screen.wrong("dos-help-none"),
    }
}

/// `COMMAND /?`
pub(super) fn help_of(work: &mut Work<'_>, verb: &Verb) {
    work.help = true;
    work.screen.say(verb.says);
    let how = work.screen.talk.t(verb.how).into_owned();
    work.screen.text(&how);
}
