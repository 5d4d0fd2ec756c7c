//! The clock of a request: working days, with the weekend of Algeria and the holidays that the centre keeps as data.

use crate::clients::Day;

/// Friday and Saturday, as [`Day::weekday`] counts: the weekly rest in Algeria since 2009.
const WEEKEND: [i64; 2] = [5, 6];

/// True when a stored holiday is this day: `YYYY-MM-DD` for one year, `MM-DD` for every year.
fn is_holiday(holidays: &[String], day: Day) -> bool {
    let written = day.to_string();
    holidays.iter().any(|holiday| *holiday == written || (holiday.len() == 5 && written.ends_with(holiday.as_str())))
}

/// The last day to answer: so many working days after the day on which the request came in.
pub(super) fn due(received: Day, working_days: i64, holidays: &[String]) -> Day {
    let (mut day, mut left) = (received, working_days);
    while left > 0 {
        day = day.plus_days(1);
        if !WEEKEND.contains(&day.weekday()) && !is_holiday(holidays, day) {
            left -= 1;
        }
    }
    day
}

/// A holiday as it is stored, from what a person typed: a day of one year, or day and month for every year.
pub(super) fn holiday(typed: &str) -> Option<String> {
    if let Ok(day) = Day::parse(typed) {
        return Some(day.to_string());
    }
    // 2024 has a 29th of February.
    let each_year = Day::parse(&format!("{typed}/2024")).ok()?;
    each_year.to_string().get(5..).map(str::to_owned)
}

/// A stored holiday as people read it.
pub(super) fn shown_holiday(stored: &str) -> String {
    match (Day::parse(stored), stored.split_once('-')) {
        (Ok(day), _) => day.shown(),
        (Err(_), Some((month, day))) => format!("{day}/{month}"),
        (Err(_), None) => stored.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_law_counts_neither_fridays_and_saturdays_nor_holidays() {
        assert_eq!(due(day("23/11/2026"), 3, &[]), day("26/11/2026"));
        assert_eq!(due(day("23/11/2026"), 4, &[]), day("29/11/2026"), "over a weekend, on a Sunday");
        assert_eq!(due(day("27/11/2026"), 1, &[]), day("29/11/2026"), "received on a Friday");
        let kept = ["01-01".to_owned(), "2027-01-03".to_owned()];
        assert_eq!(due(day("31/12/2026"), 1, &kept), day("04/01/2027"));
        assert_eq!(due(day("31/12/2027"), 1, &kept), day("02/01/2028"), "a holiday of one year only");
    }

    #[test]
    fn a_holiday_of_the_law_is_of_one_year_or_of_every_year() {
        for (typed, stored, shown) in [
            ("5/7", Some("07-05"), "05/07"),
            ("20/03/2027", Some("2027-03-20"), "20/03/2027"),
            ("29/02", Some("02-29"), "29/02"),
            ("32/01", None, ""),
            ("Aïd", None, ""),
        ] {
            assert_eq!(holiday(typed).as_deref(), stored, "{typed}");
            assert_eq!(stored.map_or_else(String::new, shown_holiday), shown, "{typed}");
        }
    }
}
