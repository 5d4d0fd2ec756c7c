//! Finds the string literals of Rust sources and of templates, with the call they are the first argument of.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// A line that says this is left out: the literal only looks like a key.
const NOT_A_TEXT: &str = "not a text";

/// A string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// Line, from 1.
    pub line: usize,
    /// What is between the quotes, as written.
    pub text: String,
    /// `t.label` in `page.t.label("…")`; empty when the literal does not open a call.
    pub call: String,
}

/// The files under a folder with one of these extensions, tests and benches left out, in a stable order.
pub fn files(folder: &Path, extensions: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "tests" | "benches" | "target") {
                found.extend(files(&path, extensions)?);
            }
        } else if !name.ends_with("tests.rs") && extensions.iter().any(|e| path.extension().is_some_and(|x| x == *e)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The literals of a Rust source, those of `#[cfg(test)]` items left out.
pub fn rust(source: &str) -> Vec<Literal> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut i, mut depth) = (0, 0_i32);
    let mut test_pending = false;
    let mut test_until: Option<i32> = None;
    while i < chars.len() {
        let in_word = i > 0 && is_word(chars[i - 1]);
        match chars[i] {
            '/' if chars.get(i + 1) == Some(&'/') => i = until(&chars, i, '\n'),
            '/' if chars.get(i + 1) == Some(&'*') => i = block_comment(&chars, i),
            '#' if starts(&chars, i, "#[cfg(test)]") => {
                test_pending = test_until.is_none();
                i += "#[cfg(test)]".len();
            }
            'r' if (!in_word || raw_prefix(&chars, i)) && raw_opening(&chars, i).is_some() => {
                let hashes = raw_opening(&chars, i).unwrap_or_default();
                let from = i + hashes + 2;
                let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                let to = (from..chars.len()).find(|&at| starts(&chars, at, &end)).unwrap_or(chars.len());
                if !test_pending && test_until.is_none() {
                    found.push(literal(&chars, i, from, to));
                }
                i = to + end.len();
            }
            '"' => {
                let to = closing_quote(&chars, i + 1);
                if !test_pending && test_until.is_none() {
                    found.push(literal(&chars, i, i + 1, to));
                }
                i = to + 1;
            }
            '\'' if chars.get(i + 1) == Some(&'\\') => i = until(&chars, i + 3, '\'') + 1,
            '\'' if chars.get(i + 2) == Some(&'\'') => i += 3,
            c => {
                match c {
                    '{' => {
                        if std::mem::take(&mut test_pending) {
                            test_until = Some(depth);
                        }
                        depth += 1;
                    }
                    '}' => {
                        depth -= 1;
                        test_until = test_until.filter(|&outer| outer != depth);
                    }
                    ';' => test_pending = false,
                    _ => {}
                }
                i += 1;
            }
        }
    }
    without_exceptions(source, found)
}

/// The literals inside `{{ … }}` and `{% … %}` of a template.
pub fn template(source: &str) -> Vec<Literal> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut i = 0;
    let mut end: Option<&str> = None;
    while i < chars.len() {
        match end {
            None if starts(&chars, i, "{#") => {
                i = (i..chars.len()).find(|&at| starts(&chars, at, "#}")).unwrap_or(chars.len());
            }
            None if starts(&chars, i, "{{") => end = Some("}}"),
            None if starts(&chars, i, "{%") => end = Some("%}"),
            Some(close) if starts(&chars, i, close) => end = None,
            Some(_) if chars[i] == '"' => {
                let to = closing_quote(&chars, i + 1);
                found.push(literal(&chars, i, i + 1, to));
                i = to;
            }
            _ => {}
        }
        i += 1;
    }
    without_exceptions(source, found)
}

fn literal(chars: &[char], at: usize, from: usize, to: usize) -> Literal {
    Literal {
        line: chars[..at].iter().filter(|&&c| c == '\n').count() + 1,
        text: chars[from..to].iter().collect(),
        call: call_before(&chars[..at]),
    }
}

/// The last two names before an opening parenthesis: `t.label` before `page.t.label(`.
fn call_before(chars: &[char]) -> String {
    let before: String = chars[chars.len().saturating_sub(120)..].iter().filter(|c| !c.is_whitespace()).collect();
    let Some(head) = before.trim_end_matches('&').strip_suffix('(') else {
        return String::new();
    };
    let start = head.rfind(|c: char| !is_word(c) && c != '.').map_or(0, |at| at + 1);
    let mut names = head[start..].rsplit('.');
    match (names.next(), names.next()) {
        (Some(method), Some(receiver)) => format!("{receiver}.{method}"),
        _ => String::new(),
    }
}

fn without_exceptions(source: &str, found: Vec<Literal>) -> Vec<Literal> {
    let lines: Vec<&str> = source.lines().collect();
    let excepted = |line: usize| lines.get(line - 1).is_some_and(|line| line.contains(NOT_A_TEXT));
    found.into_iter().filter(|literal| !excepted(literal.line)).collect()
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn starts(chars: &[char], at: usize, text: &str) -> bool {
    text.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c))
}

fn until(chars: &[char], from: usize, end: char) -> usize {
    (from..chars.len()).find(|&at| chars[at] == end).unwrap_or(chars.len())
}

fn block_comment(chars: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at < chars.len() {
        if starts(chars, at, "/*") {
            depth += 1;
            at += 2;
        } else if starts(chars, at, "*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// Whether the `r` at `at` ends the prefix `br` or `cr` of a raw literal.
fn raw_prefix(chars: &[char], at: usize) -> bool {
    matches!(chars[at - 1], 'b' | 'c') && (at < 2 || !is_word(chars[at - 2]))
}

/// The number of `#` of a raw string that begins at this `r`.
fn raw_opening(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|&&c| c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

fn closing_quote(chars: &[char], from: usize) -> usize {
    let mut at = from;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at.min(chars.len())
}
