//! Dates, times, numbers and durations, written for the eye, the ear and the finger.

use crate::{Lang, Talk};

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;
/// Narrow no-break space, the separator of thousands (ISO 80000-1 asks for a thin space).
const THOUSANDS: char = '\u{202F}';

impl Talk {
    /// The civil date dd/mm/yyyy, in the three languages, of an instant in milliseconds since 1970-01-01 UTC, seen
    /// `offset_minutes` east of UTC (60 in Algeria).
    #[must_use]
    pub fn date(&self, ms: i64, offset_minutes: i32) -> String {
        let (year, month, day) = civil_from_days(local(ms, offset_minutes).div_euclid(DAY_MS));
        format!("{day:02}/{month:02}/{year:04}")
    }

    /// The time of day HH:MM on 24 hours of an instant in milliseconds since 1970-01-01 UTC, seen `offset_minutes`
    /// east of UTC.
    #[must_use]
    pub fn time(&self, ms: i64, offset_minutes: i32) -> String {
        let minutes = local(ms, offset_minutes).rem_euclid(DAY_MS) / MINUTE_MS;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// A count with its thousands set apart by a narrow no-break space; digits 0-9 in the three languages.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        let sign = if n < 0 { "-" } else { "" };
        format!("{sign}{}", grouped(&n.unsigned_abs().to_string()))
    }

    /// A duration in seconds, in hours, minutes and seconds: `3 min 05 s`, `3 د 05 ث`, `3 min 5 s`. Units that are
    /// zero at either end are left out (`3 min`, `1 h 02 min`, `45 s`); zero is `0 s`.
    #[must_use]
    pub fn duration(&self, seconds: i64) -> String {
        let total = seconds.unsigned_abs();
        let units = match self.lang {
            Lang::Fr | Lang::En => ["h", "min", "s"],
            Lang::Ar => ["سا", "د", "ث"],
        };
        let mut parts: Vec<(u64, &str)> = [total / 3600, total / 60 % 60, total % 60].into_iter().zip(units).collect();
        while parts.len() > 1 && parts.last().is_some_and(|&(n, _)| n == 0) && total != 0 {
            parts.pop();
        }
        let first = parts.iter().position(|&(n, _)| n != 0).unwrap_or(parts.len() - 1);
        let words: Vec<String> = parts[first..]
            .iter()
            .enumerate()
            .map(|(i, (n, unit))| match self.lang {
                Lang::Fr | Lang::Ar if i > 0 => format!("{n:02} {unit}"),
                _ => format!("{n} {unit}"),
            })
            .collect();
        format!("{}{}", if seconds < 0 { "-" } else { "" }, words.join(" "))
    }
}

/// Sets the thousands of a string of digits apart.
pub(crate) fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(THOUSANDS);
        }
        out.push(digit);
    }
    out
}

fn local(ms: i64, offset_minutes: i32) -> i64 {
    ms.saturating_add(i64::from(offset_minutes) * MINUTE_MS)
}

/// Year, month and day of the proleptic Gregorian calendar from a count of days since 1970-01-01.
///
/// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`. Years run from March, in
/// eras of 400 years (146 097 days), so that the leap day is the last of its year.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468; // days since 0000-03-01
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}
