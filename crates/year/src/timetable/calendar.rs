//! The week of the institution, the hours of its day, and the days on which nobody teaches.

use desk::clients::Day;

/// A slot of the day: minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub begins: i64,
    /// When it ends.
    pub ends: i64,
}

/// Minutes after midnight as HH:MM.
pub(crate) fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A beginning and an end as people read them: `08:00–10:00`.
pub(crate) fn hours_of(begins: i64, ends: i64) -> String {
    format!("{}–{}", clock(begins), clock(ends))
}

/// A day, or days, off.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct DayOff {
    /// Its identity.
    pub id: i64,
    /// The first day: YYYY-MM-DD of one year, or MM-DD of every year.
    pub from_on: String,
    /// The last day, in the same form.
    pub until_on: String,
    /// What it is called in French.
    pub name_fr: String,
    /// The same in Arabic.
    pub name_ar: String,
    /// True when the day depends on the moon and is known only shortly before.
    pub moon: bool,
    /// True when the institution has confirmed the days.
    pub confirmed: bool,
}

impl DayOff {
    /// True when it covers a day.
    pub fn covers(&self, day: Day) -> bool {
        let written = day.to_string();
        // A day of every year is compared without its year.
        let own = written.get(written.len() - self.from_on.len().min(written.len())..).unwrap_or_default();
        self.from_on.as_str() <= own && own <= self.until_on.as_str()
    }

    /// Its name in a language; the other one when it has none.
    pub fn name(&self, lang: words::Lang) -> &str {
        let (first, second) =
            if lang == words::Lang::Ar { (&self.name_ar, &self.name_fr) } else { (&self.name_fr, &self.name_ar) };
        if first.is_empty() { second } else { first }
    }
}

/// The week, the hours and the days off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The days of teaching, 0 for Sunday, in order.
    pub days: Vec<i64>,
    /// The slots of a day, in order; each counts as one hour.
    pub slots: Vec<Slot>,
    /// The days off, in the order of their first day.
    pub off: Vec<DayOff>,
    /// Counts the changes of days and slots.
    pub version: i64,
}

/// What is wrong with the hours of a day that somebody typed: the line, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SlotError {
    /// A line is no beginning and end.
    Unreadable(usize),
    /// A slot ends before it begins, or begins before the one above ends.
    Order(usize),
    /// There is none, or there are more than a day holds.
    Number,
}

/// The most slots of a day.
pub(crate) const MOST_SLOTS: usize = 14;

/// Reads slots as people write them: `08:00-09:00` or `8h00 9h00`, one a line, digits of any kind.
pub(crate) fn read_slots(typed: &str) -> Result<Vec<Slot>, SlotError> {
    let plain = names::fold::ascii_digits(typed);
    let lines: Vec<&str> = plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() || lines.len() > MOST_SLOTS {
        return Err(SlotError::Number);
    }
    let mut slots: Vec<Slot> = vec![];
    for (at, line) in (1..).zip(lines) {
        let numbers: Vec<i64> = line
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty() && part.len() <= 2)
            .filter_map(|part| part.parse().ok())
            .collect();
        let [one, two, three, four] = numbers[..] else { return Err(SlotError::Unreadable(at)) };
        if one > 23 || three > 23 || two > 59 || four > 59 {
            return Err(SlotError::Unreadable(at));
        }
        let slot = Slot { begins: one * 60 + two, ends: three * 60 + four };
        if slot.ends <= slot.begins || slots.last().is_some_and(|last| slot.begins < last.ends) {
            return Err(SlotError::Order(at));
        }
        slots.push(slot);
    }
    Ok(slots)
}

impl Calendar {
    /// Reads what is stored: days `0,1,2`, slots `480-540,…`.
    pub(crate) fn stored(days: &str, slots: &str, version: i64, off: Vec<DayOff>) -> Self {
        let number = |text: &str| text.parse::<i64>().ok();
        let slot = |text: &str| {
            let (begins, ends) = text.split_once('-')?;
            Some(Slot { begins: number(begins)?, ends: number(ends)? })
        };
        Self {
            days: days.split(',').filter_map(number).collect(),
            slots: slots.split(',').filter_map(slot).collect(),
            off,
            version,
        }
    }

    /// The slots as they are stored.
    pub(crate) fn written_slots(slots: &[Slot]) -> String {
        let written: Vec<String> = slots.iter().map(|slot| format!("{}-{}", slot.begins, slot.ends)).collect();
        written.join(",")
    }

    /// True for a day of the week on which the institution teaches.
    pub fn teaches_on(&self, day: Day) -> bool {
        self.days.contains(&day.weekday())
    }

    /// The days off that cover a day, the first of them.
    pub fn off_on(&self, day: Day) -> Option<&DayOff> {
        self.off.iter().find(|own| own.covers(day))
    }

    /// How many slots a day has.
    pub fn count(&self) -> i64 {
        i64::try_from(self.slots.len()).unwrap_or(0)
    }

    /// The slot of a number, from 1.
    pub fn slot(&self, number: i64) -> Option<Slot> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.slots.get(at).copied()
    }

    /// When a session begins and ends, in minutes after midnight; what lies beyond the day is left out.
    pub fn span(&self, first: i64, slots: i64) -> (i64, i64) {
        let begins = self.slot(first).map_or(0, |slot| slot.begins);
        let ends = self.slot(first + slots - 1).or(self.slots.last().copied()).map_or(begins, |slot| slot.ends);
        (begins, ends)
    }

    /// The same as people read it: `08:00–10:00`.
    pub fn hours(&self, first: i64, slots: i64) -> String {
        let (begins, ends) = self.span(first, slots);
        hours_of(begins, ends)
    }

    /// The slots after which the day pauses for longer than a quarter of an hour.
    pub fn pauses(&self) -> Vec<i64> {
        let pairs = (1..).zip(self.slots.iter().zip(self.slots.iter().skip(1)));
        pairs.filter(|(_, (one, next))| next.begins - one.ends > 15).map(|(at, _)| at).collect()
    }

    /// How many slots of a day have ended after so many minutes.
    pub fn ended(&self, minutes: i64) -> i64 {
        i64::try_from(self.slots.iter().filter(|slot| slot.ends <= minutes).count()).unwrap_or(0)
    }
}

/// The first day of the week of a day: Sunday, as the working week of Algeria begins.
pub(crate) fn week_of(day: Day) -> Day {
    day.plus_days(-day.weekday())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn hours_of_a_day_are_read_as_people_write_them() {
        let read = read_slots("08:00-09:00\n9h00 – 10h30\n\n١٣:٠٠-١٤:٠٠").unwrap();
        let spans: Vec<_> = read.iter().map(|slot| (slot.begins, slot.ends)).collect();
        assert_eq!(spans, [(480, 540), (540, 630), (780, 840)]);
        assert_eq!(read_slots("8"), Err(SlotError::Unreadable(1)));
        assert_eq!(read_slots("08:00-09:00\n08:30-10:00"), Err(SlotError::Order(2)));
        assert_eq!(read_slots("09:00-08:00"), Err(SlotError::Order(1)));
        assert_eq!(read_slots(" \n "), Err(SlotError::Number));
        assert_eq!(read_slots("25:00-26:00"), Err(SlotError::Unreadable(1)));
    }

    #[test]
    fn a_day_off_is_of_one_year_or_of_every_year() {
        let off = |from: &str, until: &str| DayOff {
            id: 1,
            from_on: from.to_owned(),
            until_on: until.to_owned(),
            name_fr: "Essai".to_owned(),
            name_ar: String::new(),
            moon: false,
            confirmed: false,
        };
        let every = off("11-01", "11-01");
        assert!(every.covers(day("01/11/2026")) && every.covers(day("01/11/2027")) && !every.covers(day("02/11/2026")));
        let once = off("2027-03-09", "2027-03-11");
        assert!(once.covers(day("10/03/2027")) && !once.covers(day("10/03/2028")) && !once.covers(day("12/03/2027")));
        assert_eq!(once.name(words::Lang::Ar), "Essai", "one name is enough");
    }

    #[test]
    fn a_week_begins_on_sunday() {
        assert_eq!(week_of(day("28/11/2026")), day("22/11/2026"));
        assert_eq!(week_of(day("29/11/2026")), day("29/11/2026"));
    }
}
