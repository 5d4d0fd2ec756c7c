//! The clock of the simulated computer: days and hours as `DATE` and `TIME` read and write them.

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The years that MS-DOS knows.
const YEARS: std::ops::RangeInclusive<i64> = 1980..=2099;

/// Reads a day typed as day, month and year between `-`, `/` or `.`, in milliseconds at midnight. A year of two figures
/// is 1980 to 2079. `None` when there is no such day.
pub fn day(typed: &str) -> Option<i64> {
    let parts: Vec<&str> = typed.trim().split(['-', '/', '.']).collect();
    let &[day, month, year] = parts.as_slice() else { return None };
    let (day, month, year) = (figures(day, 2)?, figures(month, 2)?, figures(year, 4)?);
    let year = match year {
        0..=79 => year + 2000,
        80..=99 => year + 1900,
        _ => year,
    };
    let right = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
    right.then(|| days(year, month, day) * DAY)
}

/// Reads an hour typed as `8:30` or `8:30:15`, in milliseconds since midnight.
pub fn hour(typed: &str) -> Option<i64> {
    let parts: Vec<&str> = typed.trim().split([':', '.']).collect();
    let (hour, minute, second) = match parts.as_slice() {
        [hour] => (*hour, "0", "0"),
        [hour, minute] => (*hour, *minute, "0"),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    let (hour, minute, second) = (figures(hour, 2)?, figures(minute, 2)?, figures(second, 2)?);
    (hour < 24 && minute < 60 && second < 60).then_some((hour * 3600 + minute * 60 + second) * 1000)
}

/// A moment cut into its day and its hour, both in milliseconds.
pub fn split(ms: i64) -> (i64, i64) {
    (ms.div_euclid(DAY) * DAY, ms.rem_euclid(DAY))
}

fn figures(text: &str, most: usize) -> Option<i64> {
    let fine = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    fine.then(|| text.parse().ok()).flatten()
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01. Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = (month + 9) % 12;
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        assert_eq!(day("01-01-1980"), Some(315_532_800_000));
        assert_eq!(day("29/02/24"), day("29.02.2024"));
        for wrong in
            ["29/02/2023", "31-04-2026", "1/1", "00-01-2026", "01-13-2026", "01-01-1979", "a-b-c", "", "１-1-2026"]
        {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_hour_is_read_as_people_write_it() {
        assert_eq!(hour("8:30"), Some(30_600_000));
        assert_eq!(hour("23:59:59"), Some(86_399_000));
        for wrong in ["24:00", "8:60", "8:30:61", "x", "", "1:2:3:4"] {
            assert_eq!(hour(wrong), None, "{wrong}");
        }
    }
}
