//! Retention: what is kept too long, by the rules of the purposes. A rule is previewed, then run by a person, a part at a time.
//!
//! The months of a purpose count from the client's last activity: the last change of the file, call, decision or request. A
//! purpose that rests on a contract, a duty or an interest keeps the file itself, and when every such purpose that has a rule
//! has run out, the person is erased. A purpose that needs a consent keeps that consent: when it runs out, it is withdrawn.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub(super) use self::web::routes;

use crate::clients::Day;

use super::purposes::Purpose;

/// How many files one run takes: a person waits for it, and repeats it while files are left.
const RUN: usize = 200;

/// What running a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The person is erased from the file.
    Erases,
    /// The consents to the purpose are withdrawn.
    Withdraws,
}

impl Outcome {
    fn of(purpose: &Purpose) -> Self {
        if purpose.data.needs_consent { Self::Withdraws } else { Self::Erases }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Erases => "law-retention-erases",
            Self::Withdraws => "law-retention-withdraws",
        }
    }
}

/// The first day that is still kept when months count back from today: the same day of the month, or the last one it has.
fn kept_since(today: Day, months: i64) -> Day {
    let written = today.to_string();
    let part = |range: std::ops::Range<usize>| written.get(range).and_then(|text| text.parse::<i64>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else { return today };
    let before = year * 12 + month - 1 - months;
    let (year, month) = (before.div_euclid(12), before.rem_euclid(12) + 1);
    let last = (1..=day).rev().find_map(|day| Day::parse(&format!("{year:04}-{month:02}-{day:02}")).ok());
    last.unwrap_or(Day::OLDEST)
}
