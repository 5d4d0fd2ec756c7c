//! What can be wrong with a programme, in one list.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($name:ident = $key:literal, $sentence:literal;)*) => {
        /// The kind of a problem. [`Code::key`] is stable: texts of the interface are found by it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $sentence] $name,)*
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable name, in kebab-case.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// The English sentence, with its arguments in braces.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence),* }
            }
        }
    };
}

codes! {
    FileMissing = "file-missing", "The file is missing.";
    FileUnreadable = "file-unreadable", "It cannot be read: {reason}.";
    Syntax = "syntax", "This is not valid TOML: {detail}.";
    FormatMissing = "format-missing", "The version of the format is missing; write format = {known}.";
    FormatTooNew = "format-too-new", "The file has format {found}; this program knows formats up to {known}. Update the program.";
    FormatUnknown = "format-unknown", "There is no format {found}; write format = {known}.";
    WrongShape = "wrong-shape", "The file does not follow the format: {detail}.";
    UnknownKey = "unknown-key", "The key {key} is not part of the format.";
    TextMissing = "text-missing", "{place}: the text in language {lang} is missing.";
    TextScript = "text-script", "{place}: the text in language {lang} is not written in the script of that language.";
    ListEmpty = "list-empty", "{place}: the list is empty.";
    IdMalformed = "id-malformed", "{id} is not a well-formed identifier; {expected} is expected.";
    IdDuplicate = "id-duplicate", "{id} is given twice.";
    IdOrder = "id-order", "{id} stands where {expected} is expected.";
    ModuleFile = "module-file", "The file holds module {found}, but its name says {expected}.";
    ModuleKind = "module-kind", "{module} is marked {found}, but its code says {expected}.";
    ModuleUnlisted = "module-unlisted", "{module} has a file but is not in the list of modules of the programme.";
    ModuleUnknown = "module-unknown", "{module} is not a module of the programme.";
    RowMissing = "row-missing", "{module} has no row.";
    EquipmentUnknown = "equipment-unknown", "{module} names the equipment {equipment}, which the programme does not define.";
    ReferenceDuplicate = "reference-duplicate", "{place} names {id} twice.";
    MatrixKind = "matrix-kind", "{module} is not a {expected} module.";
    MatrixCount = "matrix-count", "{module}: {found} modules are proposed, but the document gives {expected} links.";
    BlockEmpty = "block-empty", "{module}: block {block} has no hours.";
    ModuleHours = "module-hours", "{module}: the blocks give {found} h ({weekly} h a week for {weeks} weeks), but the module has {expected} h.";
    ProposalLength = "proposal-length", "{module}: {found} semesters are given for {expected} blocks.";
    ProposalRange = "proposal-range", "{module}: semester {found} does not exist; there are {semesters}.";
    ProposalOrder = "proposal-order", "{module}: the semesters do not increase from block to block ({found}).";
    SemesterHours = "semester-hours", "Semester {semester} has {found} h a week ({found_hours} h) instead of {expected} ({expected_hours} h).";
    TrainingHours = "training-hours", "The modules add up to {found} h, but the semesters to {expected} h.";
    TotalHours = "total-hours", "Training and internship add up to {found} h, but the programme announces {expected} h.";
    TotalMonths = "total-months", "The semesters and the internship add up to {found} months, but the programme announces {expected}.";
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// One problem of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, relative to the folder of the programme.
    pub file: String,
    /// The line, from 1, when it is known.
    pub line: Option<usize>,
    /// What kind of problem.
    pub code: Code,
    /// The arguments of the sentence, by name.
    pub args: BTreeMap<&'static str, String>,
    /// The whole sentence in English, for the command line.
    pub message: String,
}

impl Problem {
    /// A problem in `file`, without a line.
    pub fn new<const N: usize>(code: Code, file: &str, args: [(&'static str, String); N]) -> Self {
        let args = BTreeMap::from(args);
        Self { file: file.to_owned(), line: None, code, message: fill(code.sentence(), &args), args }
    }

    /// The same problem, at `line`.
    #[must_use]
    pub fn at(mut self, line: Option<usize>) -> Self {
        self.line = line;
        self
    }
}

/// `file:line: sentence [code]`, as the command line shows it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {} [{}]", self.message, self.code)
    }
}

/// Replaces each `{name}` once, from left to right, so that a value which holds braces stays as it is.
fn fill(sentence: &str, args: &BTreeMap<&'static str, String>) -> String {
    let mut message = String::new();
    let mut rest = sentence;
    while let Some((before, tail)) = rest.split_once('{') {
        message.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            break;
        };
        message.push_str(args.get(name).map_or("…", String::as_str));
        rest = after;
    }
    message + rest
}
