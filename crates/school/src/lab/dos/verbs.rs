//! The commands, their other names, their switches, and who does their work.

use super::line::Line;
use super::work::Work;
use super::{copying, files, folders, listing, system};

/// A command.
pub(super) struct Verb {
    /// Its first name, in capitals.
    pub name: &'static str,
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

static VERBS: [Verb; 25] = [
    Verb { name: "ATTRIB", also: &[], switches: &["S"], run: files::attrib },
    Verb { name: "CD", also: &["CHDIR"], switches: &["D"], run: folders::cd },
    Verb { name: "CLS", also: &[], switches: &[], run: |work, _| work.clear = true },
    Verb { name: "COPY", also: &[], switches: &["Y", "-Y", "A", "B", "V"], run: copying::copy },
    Verb { name: "DATE", also: &[], switches: &["T"], run: system::date },
    Verb { name: "DEL", also: &["ERASE"], switches: &["Q"], run: files::del },
    Verb { name: "DIR", also: &[], switches: &["P", "W", "S", "B", "A", "AD", "AH", "A-D"], run: listing::dir },
    Verb { name: "ECHO", also: &[], switches: &[], run: system::echo },
    Verb { name: "EXIT", also: &[], switches: &[], run: system::exit },
    Verb { name: "FORMAT", also: &[], switches: &["Q", "S", "U"], run: system::format },
    Verb { name: "HELP", also: &[], switches: &[], run: system::help },
    Verb { name: "LABEL", also: &[], switches: &[], run: system::label },
    Verb { name: "MD", also: &["MKDIR"], switches: &[], run: folders::md },
    Verb { name: "MORE", also: &[], switches: &[], run: files::more },
    Verb { name: "MOVE", also: &[], switches: &["Y", "-Y"], run: copying::move_to },
    Verb { name: "PATH", also: &[], switches: &[], run: system::path },
    Verb { name: "PROMPT", also: &[], switches: &[], run: system::set_prompt },
    Verb { name: "RD", also: &["RMDIR"], switches: &["S", "Q"], run: folders::rd },
    Verb { name: "REN", also: &["RENAME"], switches: &[], run: copying::ren },
    Verb { name: "TIME", also: &[], switches: &["T"], run: system::time },
    Verb { name: "TREE", also: &[], switches: &["F", "A"], run: folders::tree },
    Verb { name: "TYPE", also: &[], switches: &[], run: files::type_out },
    Verb { name: "VER", also: &[], switches: &[], run: |work, _| work.screen.say("dos-ver") },
    Verb { name: "VOL", also: &[], switches: &[], run: system::vol },
    Verb { name: "XCOPY", also: &[], switches: &["S", "E", "I", "Y", "-Y"], run: copying::xcopy },
];

/// The command of a name, in capitals.
pub(super) fn find(name: &str) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.name == name || verb.also.contains(&name))
}

/// The first name of a command by any of its names, in any case.
pub fn canonical(name: &str) -> Option<&'static str> {
    find(&name.to_uppercase()).map(|verb| verb.name)
}
