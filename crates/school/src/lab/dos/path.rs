//! Paths and wildcards, as MS-DOS reads them.

use std::fmt;

use super::disk::DEEPEST;

/// The longest path that is read, in characters.
const LONGEST: usize = 255;

/// A name without case, so that `Lettre.txt` and `LETTRE.TXT` are the same file.
pub fn fold(name: &str) -> String {
    name.to_uppercase()
}

/// A place on a disk, from its root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The letter of the drive, a capital.
    pub drive: char,
    /// The folders to go through and the last name; empty for the root. The last may hold wildcards.
    pub steps: Vec<String>,
}

impl Path {
    /// The root of a drive.
    pub fn root(drive: char) -> Self {
        Self { drive, steps: vec![] }
    }

    /// One step further.
    pub fn join(&self, name: &str) -> Self {
        let mut steps = self.steps.clone();
        steps.push(name.to_owned());
        Self { drive: self.drive, steps }
    }

    /// The folder above and the last name; nothing for a root.
    pub fn split(&self) -> Option<(Self, &str)> {
        let (last, above) = self.steps.split_last()?;
        Some((Self { drive: self.drive, steps: above.to_vec() }, last))
    }

    /// True when the last name holds `*` or `?`.
    pub fn is_wild(&self) -> bool {
        self.steps.last().is_some_and(|last| is_wild(last))
    }

    /// True when `other` is this place or stands inside it.
    pub fn holds(&self, other: &Self) -> bool {
        let begins = |(mine, theirs): (&String, &String)| fold(mine) == fold(theirs);
        self.drive == other.drive
            && self.steps.len() <= other.steps.len()
            && self.steps.iter().zip(&other.steps).all(begins)
    }
}

/// `C:\COURS\A.TXT`
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:\\{}", self.drive, self.steps.join("\\"))
    }
}

/// The letter of a drive written at the beginning of a path, and the rest.
pub fn drive_of(text: &str) -> (Option<char>, &str) {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), Some(':')) if letter.is_ascii_alphabetic() => {
            (Some(letter.to_ascii_uppercase()), chars.as_str())
        }
        _ => (None, text),
    }
}

/// Reads a path seen from a drive and its current folder. `None` when it is no path: too long, too deep, an empty name,
/// wildcards before the last name.
pub fn resolve(text: &str, drive: char, current: &[String]) -> Option<Path> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let rest = drive_of(text).1.replace('/', "\\");
    let (mut steps, rest) = match rest.strip_prefix('\\') {
        Some(rest) => (vec![], rest.to_owned()),
        None => (current.to_vec(), rest),
    };
    for step in rest.trim_end_matches('\\').split('\\').filter(|step| *step != ".") {
        match step {
            "" if rest.trim_end_matches('\\').is_empty() => {}
            "" => return None,
            ".." => drop(steps.pop()),
            _ => steps.push(step.to_owned()),
        }
    }
    let wild_before = steps.iter().rev().skip(1).any(|step| is_wild(step));
    (!wild_before && steps.len() <= DEEPEST + 1).then_some(Path { drive, steps })
}

/// True when a name holds `*` or `?`.
pub fn is_wild(name: &str) -> bool {
    name.contains(['*', '?'])
}

/// Whether a name fits a pattern: `?` is one letter or none at the end of a part, `*` any letters; `*.*` and `*` are
/// every name, and `NAME.` is a name without an extension.
pub fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (fold(pattern), fold(name));
    if pattern == "*.*" {
        return true;
    }
    let name = if pattern.contains('.') && !name.contains('.') { format!("{name}.") } else { name };
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    fits_from(&pattern, &name)
}

/// Greedy matching with one place to come back to: linear but for the last star.
fn fits_from(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n, mut star) = (0, 0, None);
    loop {
        match (pattern.get(p), name.get(n)) {
            (Some('*'), _) => {
                star = Some((p, n));
                p += 1;
            }
            (Some('?'), Some(c)) if *c != '.' => (p, n) = (p + 1, n + 1),
            // At the end of a part, `?` is no letter.
            (Some('?'), None | Some('.')) => p += 1,
            (Some(a), Some(b)) if a == b => (p, n) = (p + 1, n + 1),
            (None, None) => return true,
            _ => match star {
                Some((at, from)) if from < name.len() => {
                    star = Some((at, from + 1));
                    (p, n) = (at + 1, from + 1);
                }
                _ => return false,
            },
        }
    }
}

/// The new name that a pattern makes of an old one: `REN *.TXT *.BAK`. `*` takes the rest of the part, `?` one letter.
pub fn renamed(pattern: &str, old: &str) -> String {
    let halves = |name: &str| match name.rsplit_once('.') {
        Some((stem, ext)) => (stem.to_owned(), Some(ext.to_owned())),
        None => (name.to_owned(), None),
    };
    let ((stem, ext), (old_stem, old_ext)) = (halves(pattern), halves(old));
    let stem = part(&stem, &old_stem);
    match ext {
        Some(ext) => {
            let ext = part(&ext, old_ext.as_deref().unwrap_or_default());
            if ext.is_empty() { stem } else { format!("{stem}.{ext}") }
        }
        None => stem,
    }
}

fn part(pattern: &str, old: &str) -> String {
    let mut made = String::new();
    for (at, c) in pattern.chars().enumerate() {
        match c {
            '*' => {
                made.extend(old.chars().skip(at));
                break;
            }
            '?' => made.extend(old.chars().nth(at)),
            _ => made.push(c),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_find_what_ms_dos_finds() {
        let found = |pattern: &str| {
            let names = ["LETTRE.TXT", "Liste.doc", "LISEZMOI", "A.B.TXT"];
            names.into_iter().filter(|name| fits(pattern, name)).collect::<Vec<_>>()
        };
        assert_eq!(found("*.*").len(), 4);
        assert_eq!(found("*").len(), 4);
        assert_eq!(found("*.TXT"), ["LETTRE.TXT", "A.B.TXT"]);
        assert_eq!(found("l*.*"), ["LETTRE.TXT", "Liste.doc", "LISEZMOI"]);
        assert_eq!(found("LIS??.DOC"), ["Liste.doc"]);
        assert_eq!(found("LISTE????.DOC"), ["Liste.doc"]);
        assert_eq!(found("*."), ["LISEZMOI"]);
        assert!(found("X*").is_empty());
    }

    #[test]
    fn a_path_is_read_from_where_one_stands() {
        let at = ["COURS".to_owned()];
        let read = |text: &str| resolve(text, 'C', &at).map(|path| path.to_string());
        assert_eq!(read("A.TXT").unwrap(), r"C:\COURS\A.TXT");
        assert_eq!(read(r"..\A.TXT").unwrap(), r"C:\A.TXT");
        assert_eq!(read(r"..\..\..").unwrap(), r"C:\");
        assert_eq!(read(r"\").unwrap(), r"C:\");
        assert_eq!(read("/X/Y/").unwrap(), r"C:\X\Y");
        assert_eq!(read(".").unwrap(), r"C:\COURS");
        assert_eq!(read(r"A\\B"), None);
        assert_eq!(read(r"*\B"), None);
    }

    #[test]
    fn a_pattern_makes_new_names() {
        assert_eq!(renamed("*.BAK", "LETTRE.TXT"), "LETTRE.BAK");
        assert_eq!(renamed("B*.*", "LETTRE.TXT"), "BETTRE.TXT");
        assert_eq!(renamed("NOTE", "LETTRE.TXT"), "NOTE");
        assert_eq!(renamed("?X.TXT", "AB.TXT"), "AX.TXT");
    }
}
