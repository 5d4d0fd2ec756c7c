//! Days of the calendar as people type them.

use ::store::Moment;
use names::fold::ascii_digits;
use words::{Lang, Talk};

/// Minutes east of UTC of Algeria, all year: for days that no setting of a site is asked for.
pub(crate) const ALGERIA: i32 = 60;

/// A day of the Gregorian calendar that exists. It displays as YYYY-MM-DD.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u16,
    day: u16,
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// It is not three numbers with a year of four digits at one end.
    #[error("not a day")]
    Unreadable,
    /// The calendar has no such day.
    #[error("no such day")]
    Impossible,
}

impl Day {
    /// The first day that a living person may be born on.
    pub const OLDEST: Self = Self { year: 1900, month: 1, day: 1 };

    /// Reads DD/MM/YYYY or YYYY-MM-DD in digits of any kind; spaces, dots, slashes and hyphens separate.
    ///
    /// # Errors
    /// A [`DayError`].
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let plain = ascii_digits(text);
        let marks = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let separates = |c: char| matches!(c, '/' | '-' | '.') || c.is_whitespace() || marks(c);
        let parts: Vec<&str> = plain.split(separates).filter(|part| !part.is_empty()).collect();
        let [first, second, third] = parts[..] else { return Err(DayError::Unreadable) };
        if parts.iter().any(|part| part.contains(|c: char| !c.is_ascii_digit())) {
            return Err(DayError::Unreadable);
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| DayError::Unreadable);
        let (year, month, day) = match (first.len(), second.len(), third.len()) {
            (4, 1..=2, 1..=2) => (number(first)?, number(second)?, number(third)?),
            (1..=2, 1..=2, 4) => (number(third)?, number(second)?, number(first)?),
            _ => return Err(DayError::Unreadable),
        };
        let exists = (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
        exists.then_some(Self { year, month, day }).ok_or(DayError::Impossible)
    }

    /// The day of a moment, `offset_minutes` east of UTC.
    pub fn of(moment: Moment, offset_minutes: i32) -> Self {
        let written = Talk { lang: Lang::Fr, short: false }.date(moment.0, offset_minutes);
        Self::parse(&written).unwrap_or(Self::OLDEST)
    }

    /// Whole years from this day to another; 0 when the other comes first.
    pub fn years_before(self, other: Self) -> u16 {
        let passed = (other.month, other.day) >= (self.month, self.day);
        other.year.saturating_sub(self.year).saturating_sub(u16::from(!passed))
    }

    /// The day as a number whose order is that of the days: 20261123.
    pub fn number(self) -> i64 {
        (i64::from(self.year) * 100 + i64::from(self.month)) * 100 + i64::from(self.day)
    }

    /// The first and the last day of its month.
    pub fn month(self) -> (Self, Self) {
        (Self { day: 1, ..self }, Self { day: length(self.year, self.month), ..self })
    }

    /// The moment at which it begins, `offset_minutes` east of UTC.
    pub fn begins(self, offset_minutes: i32) -> Moment {
        Moment(self.counted() * 86_400_000 - i64::from(offset_minutes) * 60_000)
    }

    /// The day so many days later (earlier when negative).
    pub fn plus_days(self, days: i64) -> Self {
        Self::of(Moment((self.counted() + days) * 86_400_000), 0)
    }

    /// 0 on a Sunday, 5 on a Friday, 6 on a Saturday.
    pub fn weekday(self) -> i64 {
        (self.counted() + 4).rem_euclid(7)
    }

    /// Days since 1970-01-01, counted by years, leap days and months of the Gregorian calendar.
    fn counted(self) -> i64 {
        let before = i64::from(self.year) - 1;
        let leaps = before / 4 - before / 100 + before / 400;
        let months: i64 = (1..self.month).map(|month| i64::from(length(self.year, month))).sum();
        // 719 162 days stand between 0001-01-01 and 1970-01-01.
        before * 365 + leaps + months + i64::from(self.day) - 1 - 719_162
    }

    /// DD/MM/YYYY, as the three languages write it.
    pub fn shown(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The number of days of a month.
fn length(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_type_it() {
        for typed in [
            "05/07/1962",
            "5/7/1962",
            "1962-07-05",
            "05-07-1962",
            "5.7.1962",
            "٠٥/٠٧/١٩٦٢",
            "۰۵ ۰۷ ۱۹۶۲",
            "\u{200E}05/07/1962",
        ] {
            assert_eq!(Day::parse(typed).map(|day| day.to_string()), Ok("1962-07-05".to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_its_reason() {
        for typed in ["05/07/62", "05/07", "hier", "", "1962", "05/07/1962/3", "5 juillet 1962", "+5/07/1962"] {
            assert_eq!(Day::parse(typed), Err(DayError::Unreadable), "{typed}");
        }
        for typed in ["31/04/1980", "29/02/1900", "00/01/1980", "01/13/1980", "1980-02-30"] {
            assert_eq!(Day::parse(typed), Err(DayError::Impossible), "{typed}");
        }
        assert!(Day::parse("29/02/2000").is_ok());
    }

    #[test]
    fn a_day_begins_at_midnight_of_the_centre() {
        for written in ["1970-01-01", "2000-02-29", "2026-11-23", "1999-12-31"] {
            let day = Day::parse(written).unwrap();
            let start = day.begins(60);
            assert_eq!(Day::of(start, 60), day);
            assert_ne!(Day::of(Moment(start.0 - 1), 60), day, "{written}");
        }
        let day = Day::parse("15/02/2028").unwrap();
        assert_eq!((day.number(), day.month().1.number()), (20_280_215, 20_280_229));
    }

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(day("01/01/1970").begins(0), Moment(0));
        assert_eq!(day("23/11/2026").begins(60), Moment(1_795_420_800_000 - 9 * 3_600_000));
        assert_eq!(day("28/02/2028").plus_days(2), day("01/03/2028"));
        assert_eq!(day("01/01/2027").plus_days(-1), day("31/12/2026"));
        assert_eq!((day("27/11/2026").weekday(), day("29/11/2026").weekday()), (5, 0));
    }

    #[test]
    fn the_day_of_a_moment_is_that_of_the_centre() {
        let before_midnight = Moment(1_795_475_000_000);
        assert_eq!(Day::of(before_midnight, 0).to_string(), "2026-11-23");
        assert_eq!(Day::of(before_midnight, 60).to_string(), "2026-11-24");
    }
}
