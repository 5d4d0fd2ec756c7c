//! Conditions on the fields that a centre defined. The name of a parameter says what the field holds, so that an address is read
//! without looking anything up: `x_text_5`, `x_word_5`, `x_least_5`, `x_most_5`, `x_since_5`, `x_until_5`.

use std::collections::BTreeSet;

use words::Arg;

use super::reading::Reader;
use super::{Condition, span};
use crate::clients::{CustomKind, Day, number};

/// What a word field holds when it holds nothing.
pub(crate) const NONE: &str = "-";
/// The longest text that is asked for, in characters.
const TEXT: usize = 200;
/// How the names of the parameters begin, before the identity of the field.
const TEXT_OF: &str = "x_text_";
const WORD_OF: &str = "x_word_";
const LEAST_OF: &str = "x_least_";
const MOST_OF: &str = "x_most_";
const SINCE_OF: &str = "x_since_";
const UNTIL_OF: &str = "x_until_";

/// What must be true of a field of the centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Own {
    /// Its text begins so; accents, capitals and forms of letters make no difference.
    Begins(String),
    /// It is one of these words; [`NONE`] is "not given".
    Words(Vec<String>),
    /// It is a number between these, both included, as [`number`] writes them.
    Numbers(Option<String>, Option<String>),
    /// It is one of these days, both included.
    Days(Option<Day>, Option<Day>),
}

/// True for the name of a parameter that asks something of a field of the centre.
pub(super) fn is_parameter(name: &str) -> bool {
    field_of(name).is_some()
}

/// The field that a parameter is about.
pub(crate) fn field_of(name: &str) -> Option<i64> {
    let starts = [TEXT_OF, WORD_OF, LEAST_OF, MOST_OF, SINCE_OF, UNTIL_OF];
    starts.into_iter().find_map(|start| name.strip_prefix(start))?.parse().ok().filter(|id| *id > 0)
}

/// The parameters of a field of a kind.
pub(crate) fn parameters(kind: CustomKind, field: i64) -> Vec<String> {
    let starts: &[&str] = match kind {
        CustomKind::Text => &[TEXT_OF],
        CustomKind::Choice | CustomKind::YesNo => &[WORD_OF],
        CustomKind::Number => &[LEAST_OF, MOST_OF],
        CustomKind::Date => &[SINCE_OF, UNTIL_OF],
    };
    starts.iter().map(|start| format!("{start}{field}")).collect()
}

/// Reads every such parameter, by field.
pub(super) fn read(reader: &mut Reader<'_>) -> Vec<Condition> {
    let fields: BTreeSet<i64> = reader.names().filter_map(field_of).take(super::MOST_VALUES + 1).collect();
    let mut found = vec![];
    for field in fields {
        let mut add = |own: Option<Own>| found.extend(own.map(|own| Condition::Own(field, own)));
        add(reader.line(&format!("{TEXT_OF}{field}"), TEXT).map(Own::Begins));
        let word = |word: &str| (word.chars().count() <= TEXT).then(|| word.to_owned());
        add(reader.all(&format!("{WORD_OF}{field}"), word).map(Own::Words));
        add(numbers(reader, field));
        let days = reader.days(&format!("{SINCE_OF}{field}"), &format!("{UNTIL_OF}{field}"));
        add(days.map(|(from, to)| Own::Days(from, to)));
    }
    found
}

fn numbers(reader: &mut Reader<'_>, field: i64) -> Option<Own> {
    let mut end = |name: String| {
        let typed = reader.line(&name, TEXT)?;
        let read = number(&typed);
        if read.is_none() {
            reader.wrong(&name, "clients-error-own-number", vec![]);
        }
        read
    };
    let (least, most) = (end(format!("{LEAST_OF}{field}")), end(format!("{MOST_OF}{field}")));
    if least.as_deref().and_then(amount).zip(most.as_deref().and_then(amount)).is_some_and(|(one, other)| one > other) {
        reader.wrong(&format!("{MOST_OF}{field}"), "filters-error-least", vec![]);
    }
    (least.is_some() || most.is_some()).then_some(Own::Numbers(least, most))
}

/// A stored number or day as both engines compare it: a day as YYYYMMDD. Nothing for any other text.
pub(crate) fn amount(value: &str) -> Option<f64> {
    if value.len() == 10 && value.as_bytes().get(4) == Some(&b'-') {
        let day = Day::parse(value).ok()?;
        return i32::try_from(day.number()).ok().map(f64::from);
    }
    number(value).filter(|plain| plain == value)?.parse().ok()
}

impl Own {
    /// The values as the form shows them, by parameter.
    pub(super) fn write(&self, field: i64, add: &mut impl FnMut(&str, String)) {
        match self {
            Self::Begins(text) => add(&format!("{TEXT_OF}{field}"), text.clone()),
            Self::Words(all) => all.iter().for_each(|word| add(&format!("{WORD_OF}{field}"), word.clone())),
            Self::Numbers(least, most) => {
                for (start, end) in [(LEAST_OF, least), (MOST_OF, most)] {
                    if let Some(end) = end {
                        add(&format!("{start}{field}"), end.clone());
                    }
                }
            }
            Self::Days(from, to) => {
                let names = [format!("{SINCE_OF}{field}"), format!("{UNTIL_OF}{field}")];
                span(add, [names[0].as_str(), names[1].as_str()], [*from, *to]);
            }
        }
    }
}

/// What was typed and is too long, for the sentence that refuses it.
pub(super) fn too_long(most: usize, length: usize) -> Vec<(&'static str, Arg)> {
    vec![("most", Arg::from(most)), ("length", Arg::from(length))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_amounts_and_texts_are_none() {
        assert_eq!(amount("1250.5"), Some(1250.5));
        assert_eq!(amount("-3"), Some(-3.0));
        assert_eq!(amount("2026-11-23"), Some(20_261_123.0));
        for text in ["", "AB-1234", "12 kg", "007", "2026-13-40", "1e5"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
