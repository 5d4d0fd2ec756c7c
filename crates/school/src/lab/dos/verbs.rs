//! The commands, their other names, their switches, and who does their work.

use super::line::Line;
use super::work::Work;
use super::{copying, files, folders, listing, system};

/// A command.
pub(super) struct Verb {
    /// Its first name, in capitals.
    pub name: &'static str,
    /// The key of what it does.
    pub says: &'static str,
    /// The key of how it is written.
    pub how: &'static str,
    /// Its other names.
    also: &'static [&'static str],
    /// The switches it knows.
    pub switches: &'static [&'static str],
    /// Does the work.
    pub run: fn(&mut Work<'_>, &Line),
}

/// The first names of the commands, in alphabetical order.
pub const NAMES: [&str; 25] = [
    "ATTRIB", "CD", "CLS", "COPY", "DATE", "DEL", "DIR", "ECHO", "EXIT", "FORMAT", "HELP", "LABEL", "MD", "MORE",
    "MOVE", "PATH", "PROMPT", "RD", "REN", "TIME", "TREE", "TYPE", "VER", "VOL", "XCOPY",
];

/// Every command, in alphabetical order.
pub(super) static VERBS: [Verb; 25] = [
    Verb {
        name: "ATTRIB",
        says: "dos-help-attrib",
        how: "dos-how-attrib",
        also: &[],
        switches: &["S"],
        run: files::attrib,
    },
    Verb { name: "CD", says: "dos-help-cd", how: "dos-how-cd", also: &["CHDIR"], switches: &["D"], run: folders::cd },
    Verb {
        name: "CLS",
        says: "dos-help-cls",
        how: "dos-how-cls",
        also: &[],
        switches: &[],
        run: |work, _| work.clear = true,
    },
    Verb {
        name: "COPY",
        says: "dos-help-copy",
        how: "dos-how-copy",
        also: &[],
        switches: &["Y", "-Y", "A", "B", "V"],
        run: copying::copy,
    },
    Verb { name: "DATE", says: "dos-help-date", how: "dos-how-date", also: &[], switches: &["T"], run: system::date },
    Verb { name: "DEL", says: "dos-help-del", how: "dos-how-del", also: &["ERASE"], switches: &["Q"], run: files::del },
    Verb {
        name: "DIR",
        says: "dos-help-dir",
        how: "dos-how-dir",
        also: &[],
        switches: &["P", "W", "S", "B", "A", "AD", "AH", "A-D"],
        run: listing::dir,
    },
    Verb { name: "ECHO", says: "dos-help-echo", how: "dos-how-echo", also: &[], switches: &[], run: system::echo },
    Verb { name: "EXIT", says: "dos-help-exit", how: "dos-how-exit", also: &[], switches: &[], run: system::exit },
    Verb {
        name: "FORMAT",
        says: "dos-help-format",
        how: "dos-how-format",
        also: &[],
        switches: &["Q", "S", "U"],
        run: system::format,
    },
    Verb { name: "HELP", says: "dos-help-help", how: "dos-how-help", also: &[], switches: &[], run: system::help },
    Verb { name: "LABEL", says: "dos-help-label", how: "dos-how-label", also: &[], switches: &[], run: system::label },
    Verb { name: "MD", says: "dos-help-md", how: "dos-how-md", also: &["MKDIR"], switches: &[], run: folders::md },
    Verb { name: "MORE", says: "dos-help-more", how: "dos-how-more", also: &[], switches: &[], run: files::more },
    Verb {
        name: "MOVE",
        says: "dos-help-move",
        how: "dos-how-move",
        also: &[],
        switches: &["Y", "-Y"],
        run: copying::move_to,
    },
    Verb { name: "PATH", says: "dos-help-path", how: "dos-how-path", also: &[], switches: &[], run: system::path },
    Verb {
        name: "PROMPT",
        says: "dos-help-prompt",
        how: "dos-how-prompt",
        also: &[],
        switches: &[],
        run: system::set_prompt,
    },
    Verb {
        name: "RD",
        says: "dos-help-rd",
        how: "dos-how-rd",
        also: &["RMDIR"],
        switches: &["S", "Q"],
        run: folders::rd,
    },
    Verb { name: "REN", says: "dos-help-ren", how: "dos-how-ren", also: &["RENAME"], switches: &[], run: copying::ren },
    Verb { name: "TIME", says: "dos-help-time", how: "dos-how-time", also: &[], switches: &["T"], run: system::time },
    Verb {
        name: "TREE",
        says: "dos-help-tree",
        how: "dos-how-tree",
        also: &[],
        switches: &["F", "A"],
        run: folders::tree,
    },
    Verb { name: "TYPE", says: "dos-help-type", how: "dos-how-type", also: &[], switches: &[], run: files::type_out },
    Verb {
        name: "VER",
        says: "dos-help-ver",
        how: "dos-how-ver",
        also: &[],
        switches: &[],
        run: |work, _| work.screen.say("dos-ver"),
    },
    Verb { name: "VOL", says: "dos-help-vol", how: "dos-how-vol", also: &[], switches: &[], run: system::vol },
    Verb {
        name: "XCOPY",
        says: "dos-help-xcopy",
        how: "dos-how-xcopy",
        also: &[],
        switches: &["S", "E", "I", "Y", "-Y"],
        run: copying::xcopy,
    },
];

/// The command of a name, in capitals.
pub(super) fn find(name: &str) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.name == name || verb.also.contains(&name))
}

/// The first name of a command by any of its names, in any case.
pub fn canonical(name: &str) -> Option<&'static str> {
    find(&name.to_uppercase()).map(|verb| verb.name)
}
