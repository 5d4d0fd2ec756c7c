//! Reading the parameters of a filter.

use std::collections::BTreeSet;

use ::web::{FieldError, Fields};
use names::fold::ascii_digits;
use words::Arg;

use super::{MOST_VALUES, own};
use crate::clients::{Day, DayError};
use crate::places;

/// The longest age asked for, in years.
const OLDEST_AGE: u32 = 130;
/// The longest time without a change asked for, in days.
const LONGEST: u32 = 36_500;

/// The wilaya of a code or of a name in either script; 0 for "not given".
fn wilayas_named(text: &str) -> Vec<i32> {
    let digits = ascii_digits(text);
    match digits.parse() {
        Ok(0) => vec![0],
        Ok(code) => places::wilaya(code).map(|wilaya| wilaya.code).into_iter().collect(),
        Err(_) => places::wilaya_named(text).map(|wilaya| wilaya.code).into_iter().collect(),
    }
}

/// The communes of an identifier or of a name in either script; 0 for "not given".
fn communes_named(text: &str) -> Vec<i64> {
    match ascii_digits(text).parse() {
        Ok(0) => vec![0],
        Ok(id) => places::commune(id).map(|commune| commune.id).into_iter().collect(),
        Err(_) => places::communes_named(text).iter().map(|commune| commune.id).collect(),
    }
}

/// Reads parameters one by one and gathers what is wrong.
pub(super) struct Reader<'a> {
    fields: &'a Fields,
    /// What was found wrong so far.
    pub errors: Vec<FieldError>,
    /// How many values were read.
    pub values: usize,
}

impl<'a> Reader<'a> {
    pub fn new(fields: &'a Fields) -> Self {
        Self { fields, errors: vec![], values: 0 }
    }

    pub fn wrong(&mut self, field: &str, key: &'static str, args: Vec<(&'static str, Arg)>) {
        if !self.errors.iter().any(|error| error.field == field) {
            self.errors.push(FieldError { field: field.to_owned(), key, args });
        }
    }

    fn said(text: &str) -> Vec<(&'static str, Arg)> {
        let shown: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
        vec![("value", Arg::from(shown))]
    }

    /// The names of the parameters.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.fields.0.iter().map(|(name, _)| name.as_str())
    }

    /// A line of text of at most `most` characters; nothing for an empty one.
    pub fn line(&mut self, field: &str, most: usize) -> Option<String> {
        let typed: String = self.fields.get(field).split_whitespace().collect::<Vec<_>>().join(" ");
        let length = typed.chars().count();
        if length > most {
            self.wrong(field, "frame-error-too-long", own::too_long(most, length));
        } else if typed.chars().any(char::is_control) {
            self.wrong(field, "frame-error-control", vec![]);
        }
        self.values += usize::from(!typed.is_empty());
        Some(typed).filter(|typed| !typed.is_empty())
    }

    /// The values of a parameter, each once; a word that is not known is refused.
    pub fn all<T: PartialEq>(&mut self, field: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let typed: Vec<String> =
            self.fields.each(field).filter(|code| !code.is_empty()).take(MOST_VALUES + 1).map(str::to_owned).collect();
        let mut found: Vec<T> = vec![];
        for code in typed {
            match parse(&code) {
                Some(value) if found.contains(&value) => {}
                Some(value) => found.push(value),
                None => self.wrong(field, "filters-error-unknown", Self::said(&code)),
            }
        }
        self.values += found.len();
        (!found.is_empty()).then_some(found)
    }

    /// The value of a parameter that takes one; two that differ are refused.
    pub fn one<T: PartialEq>(&mut self, field: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut all = self.all(field, parse)?;
        if all.len() > 1 {
            self.wrong(field, "filters-error-one", vec![]);
        }
        all.pop()
    }

    /// The values of a line of names or codes, apart by commas.
    fn named<T: Ord + Copy>(
        &mut self,
        field: &'static str,
        named: impl Fn(&str) -> Vec<T>,
        unknown: &'static str,
    ) -> Option<Vec<T>> {
        let typed: Vec<String> = self.fields.each(field).map(str::to_owned).collect();
        let mut found = BTreeSet::new();
        let words = typed.iter().flat_map(|line| line.split([',', ';', '،', '؛'])).map(str::trim);
        for word in words.filter(|word| !word.is_empty()).take(MOST_VALUES + 1) {
            match named(word) {
                none if none.is_empty() => self.wrong(field, unknown, Self::said(word)),
                some => found.extend(some),
            }
        }
        self.values += found.len();
        (!found.is_empty()).then(|| found.into_iter().collect())
    }

    pub fn wilayas(&mut self) -> Option<Vec<i32>> {
        self.named("wilaya", wilayas_named, "filters-error-wilaya")
    }

    pub fn communes(&mut self) -> Option<Vec<i64>> {
        self.named("commune", communes_named, "filters-error-commune")
    }

    fn day(&mut self, field: &str) -> Option<Day> {
        let typed = self.fields.get(field).trim().to_owned();
        match Day::parse(&typed) {
            _ if typed.is_empty() => return None,
            Ok(day) => return Some(day),
            Err(DayError::Unreadable) => self.wrong(field, "clients-error-birth", vec![]),
            Err(DayError::Impossible) => self.wrong(field, "clients-error-birth-impossible", vec![]),
        }
        None
    }

    pub fn days(&mut self, first: &str, last: &str) -> Option<(Option<Day>, Option<Day>)> {
        let (from, to) = (self.day(first), self.day(last));
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            self.wrong(last, "filters-error-order", vec![]);
        }
        (from.is_some() || to.is_some()).then_some((from, to))
    }

    pub fn number(&mut self, field: &'static str) -> Option<u32> {
        let typed = ascii_digits(self.fields.get(field).trim());
        if typed.is_empty() {
            return None;
        }
        let days = typed.parse().ok().filter(|days| (1..=LONGEST).contains(days));
        if days.is_none() {
            self.wrong(field, "filters-error-days", vec![("most", Arg::from(LONGEST as usize))]);
        }
        days
    }

    /// `25`, `18-30`, `60-` or `-17`.
    pub fn age(&mut self) -> Option<(u32, u32)> {
        let typed: String = ascii_digits(self.fields.get("age")).split_whitespace().collect();
        if typed.is_empty() {
            return None;
        }
        let (from, to) = typed.split_once(['-', '–']).unwrap_or((&typed, &typed));
        let end = |text: &str, open: u32| if text.is_empty() { Ok(open) } else { text.parse::<u32>() };
        match (end(from, 0), end(to, OLDEST_AGE)) {
            (Ok(from), Ok(to)) if from <= to && to <= OLDEST_AGE => Some((from, to)),
            _ => {
                self.wrong("age", "filters-error-age", vec![]);
                None
            }
        }
    }
}
