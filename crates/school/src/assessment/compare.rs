//! When two values of a file are the same: compared without case, accents, spaces, tashkeel and ways of writing a number.

use super::trace::Field;

/// The months as they are said, in French, English, and Arabic as spoken in Algeria, folded by [`words`] before use.
const MONTHS: [[&str; 3]; 12] = [
    ["janvier", "january", "جانفي"],
    ["février", "february", "فيفري"],
    ["mars", "march", "مارس"],
    ["avril", "april", "أفريل"],
    ["mai", "may", "ماي"],
    ["juin", "june", "جوان"],
    ["juillet", "july", "جويلية"],
    ["août", "august", "أوت"],
    ["septembre", "september", "سبتمبر"],
    ["octobre", "october", "أكتوبر"],
    ["novembre", "november", "نوفمبر"],
    ["décembre", "december", "ديسمبر"],
];

/// The folded words of a text, without punctuation.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    // An apostrophe parts words (“l’adresse”), where folding alone would join them.
    let folded = names::fold::fold(&text.replace(['\'', '’'], " "));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a file's value is the one expected, for its field.
///
/// Free fields (needs, motivations, notes) hold several facts: the expected words must stand in them, in a row.
/// The other fields must be equal once written the same way.
#[must_use]
pub fn same(field: Field, found: &str, expected: &str) -> bool {
    match field {
        Field::Needs | Field::Motivations | Field::Notes => holds(&words(found), &words(expected)),
        Field::Phone | Field::Phone2 => national(found).is_some_and(|n| Some(n) == national(expected)),
        Field::Wilaya => found.trim().parse::<u8>().ok().is_some_and(|n| expected.trim().parse() == Ok(n)),
        Field::Email => found.trim().to_lowercase() == expected.trim().to_lowercase(),
        Field::BirthDate => date(found).is_some_and(|d| Some(d) == date(expected)),
        // A street, a commune and a name are one string of letters: “Sidi-Aïch” and “sidi aich” are the same.
        _ => !found.trim().is_empty() && words(found).concat() == words(expected).concat(),
    }
}

/// Whether what was said contains a value, in the ways in which such a value is said.
#[must_use]
pub fn says(utterance: &str, field: Field, value: &str) -> bool {
    let said = words(utterance);
    match field {
        Field::Phone | Field::Phone2 => {
            let digits: String = said.concat().chars().filter(char::is_ascii_digit).collect();
            national(value).is_some_and(|number| digits.contains(&number))
        }
        Field::BirthDate => date(value).map_or_else(|| holds(&said, &words(value)), |day| says_day(&said, day)),
        _ => holds(&said, &words(value)),
    }
}

/// Whether words hold other words, in a row.
fn holds(text: &[String], part: &[String]) -> bool {
    !part.is_empty() && text.windows(part.len()).any(|window| window == part)
}

/// The digits of an Algerian number without its prefix: `0550 12 34 56`, `+213550123456`, `00213 550…` are the same.
/// Nothing for a short code, a foreign number, or what is no number.
#[must_use]
pub fn national(number: &str) -> Option<String> {
    let phone = names::Phone::parse(number).ok()?;
    phone.e164().strip_prefix("+213").map(str::to_owned)
}

/// A day written `YYYY-MM-DD` or `DD/MM/YYYY`.
#[must_use]
pub fn date(text: &str) -> Option<(u16, u8, u8)> {
    let parts = words(text);
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1880..=2200).contains(&year) && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day))
        .then_some((year, month, day))
}

fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn says_day(said: &[String], (year, month, day): (u16, u8, u8)) -> bool {
    let number = |word: &str, n: u16| word.parse() == Ok(n);
    let is_month = |word: &str| {
        number(word, month.into())
            || MONTHS[usize::from(month) - 1].iter().any(|name| words(name).iter().any(|folded| folded == word))
    };
    said.windows(3).any(|window| {
        let [a, b, c] = window else { return false };
        is_month(b) && ((number(a, day.into()) && number(c, year)) || (number(a, year) && number(c, day.into())))
    })
}
