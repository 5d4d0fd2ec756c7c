//! Fields of the centre in reports: lines of their values, and what they add to a line.

use words::Talk;

use super::Column;
use super::lines::Band;
use super::table::Cell;
use crate::clients::counting::{Counted, OTHERS, OwnCount};
use crate::clients::own_conditions::{NONE, amount};
use crate::clients::{Condition, CustomField, CustomKind, Customs, Day, Own};

/// Where a line stands among the others.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// By a number.
    At(i64),
    /// By a number with decimals.
    Amount(f64),
    /// By a word.
    Word(String),
    /// After all values: first those that are not told apart, then "not given".
    After(i64),
}

impl Place {
    /// After every value.
    pub(super) const LAST: Self = Self::At(i64::MAX);
}

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let rank = |place: &Self| match place {
            Self::At(_) | Self::Amount(_) | Self::Word(_) => 0,
            Self::After(n) => 1 + n,
        };
        match (self, other) {
            (Self::At(one), Self::At(two)) => one.cmp(two),
            (Self::Amount(one), Self::Amount(two)) => one.total_cmp(two),
            (Self::Word(one), Self::Word(two)) => one.cmp(two),
            (one, two) => rank(one).cmp(&rank(two)),
        }
    }
}

/// The line of a value of a field of the centre.
pub(super) fn band(talk: Talk, field: i64, row: &Counted, own: &Customs) -> Band {
    let found = own.0.iter().find(|one| one.id == field);
    let kind = found.map_or(CustomKind::Text, CustomField::kind);
    let words = matches!(kind, CustomKind::Choice | CustomKind::YesNo);
    let condition = |own: Own| Some(Condition::Own(field, own));
    if row.value == OTHERS {
        return Band { place: Place::After(0), label: talk.t("reports-others").into_owned(), condition: None };
    }
    let value = row.word.as_str();
    if value.is_empty() {
        let none = condition(Own::Words(vec![NONE.to_owned()])).filter(|_| words);
        return Band { place: Place::After(1), label: talk.t("filters-not-given").into_owned(), condition: none };
    }
    let label = own.readable(&format!("x_{field}"), value, talk);
    let word = || condition(Own::Words(vec![value.to_owned()]));
    match kind {
        CustomKind::Choice => {
            let at = found.and_then(|one| one.choices(talk.lang).iter().position(|(word, _)| word == value));
            Band { place: Place::Word(format!("{:03} {value}", at.unwrap_or(999))), label, condition: word() }
        }
        CustomKind::YesNo => Band { place: Place::At(i64::from(value != "yes")), label, condition: word() },
        CustomKind::Number => {
            let end = || Some(value.to_owned());
            let place = Place::Amount(amount(value).unwrap_or(f64::MAX));
            Band { place, label, condition: condition(Own::Numbers(end(), end())) }
        }
        CustomKind::Date => month(field, value),
        CustomKind::Text => Band { place: Place::Word(names::fold::fold(value) + value), label, condition: None },
    }
}

/// The line of a month, written YYYY-MM.
fn month(field: i64, value: &str) -> Band {
    let days = Day::parse(&format!("{value}-01")).ok().map(Day::month);
    let label =
        days.map_or_else(|| value.to_owned(), |(first, _)| first.shown().get(3..).unwrap_or_default().to_owned());
    let condition = days.map(|(first, last)| Condition::Own(field, Own::Days(Some(first), Some(last))));
    Band { place: Place::Word(value.to_owned()), label, condition }
}

/// What a field of the centre adds to a line.
pub(super) fn cell(field: i64, sum: f64, own: &Customs) -> Cell {
    match Column::counted(field, own) {
        OwnCount::Sum(_) => Cell::Amount(sum),
        OwnCount::Yes(_) | OwnCount::Filled(_) => Cell::Count(whole(sum)),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a count of files, far below 2^53")]
fn whole(sum: f64) -> i64 {
    sum.round() as i64
}
