//! From a folder, from pairs of name and text, or from the program itself, to a checked programme.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::checks;
use crate::model::{Matrix, Module, Programme, SemesterPlan, Sheet};
use crate::problem::{Code, Problem};
use crate::report::Report;
use crate::source;

const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

pub(crate) const SHEET: &str = "programme.toml";
pub(crate) const MATRIX: &str = "matrix.toml";
pub(crate) const SEMESTERS: &str = "semesters.toml";

/// The files of one programme: names relative to its folder (`modules/MQ1.toml`) and texts.
#[derive(Debug, Clone)]
pub struct Files {
    sheet: String,
    texts: BTreeMap<String, String>,
    problems: Vec<Problem>,
}

impl Files {
    /// Files given as pairs of name and text.
    pub fn from_pairs<N: Into<String>, T: Into<String>>(pairs: impl IntoIterator<Item = (N, T)>) -> Self {
        let texts = pairs.into_iter().map(|(name, text)| (name.into(), text.into())).collect();
        Self { sheet: SHEET.to_owned(), texts, problems: Vec::new() }
    }

    /// Programme 1803, as it was when the program was built.
    pub fn embedded() -> Self {
        Self::from_pairs(EMBEDDED.iter().copied())
    }

    /// Reads a programme from disk. `path` is its folder, or its sheet: any file then stands for
    /// `programme.toml`, and the other files are looked for beside it. What cannot be read becomes a problem.
    pub fn read(path: &Path) -> Self {
        let mut files = Self::from_pairs::<String, String>([]);
        let folder = if path.is_dir() {
            path
        } else {
            if let Some(name) = path.file_name() {
                files.sheet = name.to_string_lossy().into_owned();
            }
            path.parent().unwrap_or(Path::new(""))
        };
        let mut names = vec![files.sheet.clone(), MATRIX.to_owned(), SEMESTERS.to_owned()];
        if path.exists() {
            names.extend(files.module_names(&folder.join("modules")));
        } else {
            names.truncate(1);
        }
        for name in names {
            files.read_one(folder, &name);
        }
        files
    }

    /// Names of the module files of a folder, sorted so that reports do not depend on the disk.
    fn module_names(&mut self, folder: &Path) -> Vec<String> {
        let listed: io::Result<Vec<_>> = folder.read_dir().and_then(|entries| {
            entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned())).collect()
        });
        match listed {
            Ok(mut names) => {
                names.retain(|name| name.ends_with(".toml"));
                names.sort();
                names.iter().map(|name| format!("modules/{name}")).collect()
            }
            Err(error) => {
                self.problems.push(unreadable("modules", &error));
                Vec::new()
            }
        }
    }

    fn read_one(&mut self, folder: &Path, name: &str) {
        match std::fs::read_to_string(folder.join(name)) {
            Ok(text) => {
                self.texts.insert(name.to_owned(), text);
            }
            // Said once, where the programme needs it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => self.problems.push(unreadable(name, &error)),
        }
    }

    /// Name of the file that stands for the sheet.
    pub(crate) fn sheet_name(&self) -> &str {
        &self.sheet
    }

    /// The line of the value at `path` in the file `name`.
    pub(crate) fn line(&self, name: &str, path: &str) -> Option<usize> {
        source::line_of(self.texts.get(name)?, path)
    }

    fn parse<T: serde::de::DeserializeOwned + serde::Serialize>(
        &self,
        name: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let Some(text) = self.texts.get(name) else {
            if !self.problems.iter().any(|problem| problem.file == name) {
                problems.push(Problem::new(Code::FileMissing, name, []));
            }
            return None;
        };
        let (value, found) = source::read(name, text);
        problems.extend(found);
        value
    }
}

fn unreadable(name: &str, error: &io::Error) -> Problem {
    Problem::new(Code::FileUnreadable, name, [("reason", error.to_string())])
}

/// Whatever could be read of a programme.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub sheet: Option<Sheet>,
    /// File name and module, in the order of the sheet, then the files that it does not list.
    pub modules: Vec<(String, Module)>,
    pub matrix: Option<Matrix>,
    pub semesters: Option<SemesterPlan>,
}

impl Draft {
    /// Reads and checks everything.
    pub(crate) fn read(files: &Files) -> (Self, Vec<Problem>) {
        let mut problems = files.problems.clone();
        let sheet: Option<Sheet> = files.parse(files.sheet_name(), &mut problems);
        if sheet.is_none() && files.texts.is_empty() {
            return (Self::default(), problems);
        }
        let modules = module_files(files, sheet.as_ref())
            .into_iter()
            .filter_map(|name| files.parse(&name, &mut problems).map(|module| (name, module)))
            .collect();
        let matrix = files.parse(MATRIX, &mut problems);
        let semesters = files.parse(SEMESTERS, &mut problems);
        let draft = Self { sheet, modules, matrix, semesters };
        problems.extend(checks::run(&draft, files));
        (draft, problems)
    }
}

fn module_files(files: &Files, sheet: Option<&Sheet>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let listed = sheet.map(|sheet| sheet.modules.as_slice()).unwrap_or_default();
    let listed = listed.iter().map(|code| format!("modules/{code}.toml"));
    let present = files.texts.keys().filter(|name| name.starts_with("modules/")).cloned();
    for name in listed.chain(present) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

impl Programme {
    /// Loads and checks the programme of a folder (or of its `programme.toml`).
    ///
    /// # Errors
    /// Every problem found; a programme with a single problem is refused.
    pub fn load(path: &Path) -> Result<Self, Vec<Problem>> {
        Self::from_files(&Files::read(path))
    }

    /// Programme 1803 as built into the program.
    ///
    /// # Errors
    /// Its problems; the tests of this crate keep it without any.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        Self::from_files(&Files::embedded())
    }

    /// Loads and checks a programme from its files.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_files(files: &Files) -> Result<Self, Vec<Problem>> {
        let (draft, problems) = Draft::read(files);
        match draft {
            Draft { sheet: Some(sheet), modules, matrix: Some(matrix), semesters: Some(semesters) }
                if problems.is_empty() =>
            {
                let modules = modules.into_iter().map(|(_, module)| module).collect();
                Ok(Self { sheet, modules, matrix, semesters })
            }
            _ => Err(problems),
        }
    }
}

/// Checks the files of a programme and counts whatever could be read.
pub fn check(files: &Files) -> Report {
    let (draft, problems) = Draft::read(files);
    Report::new(&draft, problems)
}

/// Checks a programme on disk; `path` is its folder or its `programme.toml`.
pub fn check_path(path: &Path) -> Report {
    check(&Files::read(path))
}
