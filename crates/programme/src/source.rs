//! From the text of one file to its type: syntax, version, shape, unknown keys, texts, and where they stand.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::de::{DeTable, DeValue};

use crate::FORMAT;
use crate::problem::{Code, Problem};

/// Reads the file `name` as a `T` and says what is wrong with it. The value comes back whenever the
/// shape is right, even if texts are missing or keys are unknown: other checks can then go on.
pub(crate) fn read<T: DeserializeOwned + Serialize>(name: &str, text: &str) -> (Option<T>, Vec<Problem>) {
    let (_, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let problems = errors.iter().map(|error| detailed(Code::Syntax, name, text, error));
        return (None, problems.collect());
    }
    if let Some(problem) = version_problem(name, text) {
        return (None, vec![problem]);
    }
    let value: T = match toml::from_str(text) {
        Ok(value) => value,
        Err(error) => return (None, vec![detailed(Code::WrongShape, name, text, &error)]),
    };
    let mut problems = Vec::new();
    if let (Ok(given), Ok(known)) = (toml::from_str::<Value>(text), serde_json::to_value(&value)) {
        let mut walk = Walk { name, text, problems: &mut problems };
        walk.unknown_keys(&given, &known, "");
        walk.texts(&known, "", name);
    }
    (Some(value), problems)
}

/// The line, from 1, of the value at `path` (keys and ranks from 0, joined by dots); when that value
/// is absent, the line of the nearest value around it.
pub(crate) fn line_of(text: &str, path: &str) -> Option<usize> {
    let (root, _) = DeTable::parse_recoverable(text);
    let root = DeValue::Table(root.into_inner());
    let mut value = &root;
    let mut start = None;
    for step in path.split('.') {
        let found = match step.parse::<usize>() {
            Ok(rank) => value.get(rank),
            Err(_) => value.get(step),
        };
        let Some(found) = found else { break };
        start = Some(found.span().start);
        value = found.get_ref();
    }
    start.map(|start| line_at(text, start))
}

fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

fn detailed(code: Code, name: &str, text: &str, error: &toml::de::Error) -> Problem {
    let detail = error.message().trim().trim_end_matches('.').replace('\n', "; ");
    let line = error.span().map(|span| line_at(text, span.start));
    Problem::new(code, name, [("detail", detail)]).at(line)
}

/// Checked before the shape: a newer format may have another shape.
fn version_problem(name: &str, text: &str) -> Option<Problem> {
    let given = toml::from_str::<Value>(text).ok()?;
    let known = ("known", FORMAT.to_string());
    let problem = match given.get("format") {
        None => Problem::new(Code::FormatMissing, name, [known]),
        Some(found) => match found.as_u64() {
            Some(format) if format == u64::from(FORMAT) => return None,
            Some(format) if format > u64::from(FORMAT) => {
                Problem::new(Code::FormatTooNew, name, [known, ("found", format.to_string())])
            }
            _ => Problem::new(Code::FormatUnknown, name, [known, ("found", found.to_string())]),
        },
    };
    Some(problem.at(line_of(text, "format")))
}

struct Walk<'a> {
    name: &'a str,
    text: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Walk<'_> {
    /// A key that the file gives and that reading and writing back loses is not part of the format.
    fn unknown_keys(&mut self, given: &Value, known: &Value, path: &str) {
        match (given, known) {
            (Value::Object(given), Value::Object(known)) => {
                for (key, value) in given {
                    let path = join(path, key);
                    match known.get(key) {
                        Some(known) => self.unknown_keys(value, known, &path),
                        None => self.report(Code::UnknownKey, &path, [("key", key.clone())]),
                    }
                }
            }
            (Value::Array(given), Value::Array(known)) => {
                for (rank, (given, known)) in given.iter().zip(known).enumerate() {
                    self.unknown_keys(given, known, &join(path, &rank.to_string()));
                }
            }
            _ => {}
        }
    }

    /// Every text in every language, in its script. `place` is the nearest identifier.
    fn texts(&mut self, value: &Value, path: &str, place: &str) {
        match value {
            Value::Object(map) if is_text(map) => {
                for lang in ["fr", "ar", "en"] {
                    let content = map.get(lang).and_then(Value::as_str).unwrap_or_default();
                    let code = match content.trim() {
                        "" => Code::TextMissing,
                        content if in_script(content, lang) => continue,
                        _ => Code::TextScript,
                    };
                    let args = [("place", place.to_owned()), ("lang", lang.to_owned())];
                    self.report(code, &join(path, lang), args);
                }
            }
            Value::Object(map) => {
                let id = ["id", "code", "mq", "module"].iter().find_map(|key| map.get(*key)?.as_str());
                let place = id.unwrap_or(place);
                for (key, value) in map {
                    self.texts(value, &join(path, key), &named(place, key, value));
                }
            }
            Value::Array(items) => {
                for (rank, item) in items.iter().enumerate() {
                    self.texts(item, &join(path, &rank.to_string()), place);
                }
            }
            _ => {}
        }
    }

    fn report<const N: usize>(&mut self, code: Code, path: &str, args: [(&'static str, String); N]) {
        let line = line_of(self.text, path);
        self.problems.push(Problem::new(code, self.name, args).at(line));
    }
}

/// `MQ6.O1 contents`: the identifier around and the key that holds a text or texts.
fn named(place: &str, key: &str, value: &Value) -> String {
    let holds_text = match value {
        Value::Array(items) => items.first().and_then(Value::as_object).is_some_and(is_text),
        Value::Object(map) => is_text(map),
        _ => false,
    };
    if holds_text { format!("{place} {key}") } else { place.to_owned() }
}

fn is_text(map: &serde_json::Map<String, Value>) -> bool {
    map.len() == 3 && ["fr", "ar", "en"].iter().all(|lang| map.contains_key(*lang))
}

fn in_script(content: &str, lang: &str) -> bool {
    content.chars().any(|letter| match lang {
        "ar" => ('\u{0620}'..='\u{064A}').contains(&letter),
        _ => letter.is_alphabetic() && letter < '\u{0250}',
    })
}

fn join(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}
