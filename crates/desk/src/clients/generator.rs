//! Believable Algerian clients, as many as asked, always the same for one seed: for the demonstration and the benches.
//!
//! Nobody here exists: names are drawn from lists of common names, e-mail addresses use the domains reserved for examples.

use std::sync::LazyLock;

use names::fold::fold;

use self::draw::Draw;
use self::words::{MOTIVATIONS, NEEDS, STREETS, SUBURBS};
use crate::places::{Commune, communes_of, wilaya};

#[path = "generator_draw.rs"]
mod draw;
#[path = "generator_words.rs"]
mod words;

/// A client to write to a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Given name in Latin letters; empty, with the family name, for one client in ten.
    pub given_latin: String,
    /// Family name in Latin letters.
    pub family_latin: String,
    /// Given name in Arabic letters; empty, with the family name, for one client in five.
    pub given_arabic: String,
    /// Family name in Arabic letters.
    pub family_arabic: String,
    /// Day of birth, YYYY-MM-DD; aged 18 to 85 on 2026-01-01.
    pub birth_date: String,
    /// Mobile number in E.164 form, unlike any other of the same seed.
    pub phone: String,
    /// E-mail address in a domain reserved for examples, for six clients in ten.
    pub email: Option<String>,
    /// Street, in French.
    pub street: String,
    /// Code of the wilaya, 1 to 58: the communes of the newer ones are not known yet.
    pub wilaya: i32,
    /// Identifier of a commune of that wilaya.
    pub commune: i64,
    /// `fr`, `ar` or `en`.
    pub language: &'static str,
    /// `prospect`, `new`, `active`, `dormant`, `difficult` or `lost`.
    pub status: &'static str,
    /// What the client needs, in the client's language; empty for one in four.
    pub needs: &'static str,
    /// What moves the client to buy, in the client's language; empty with `needs`.
    pub motivations: &'static str,
}

/// Thousands of inhabitants of wilayas 1 to 58, rounded from the census of 2008; shares of the ten wilayas of 2019 are estimates.
/// They only weigh the draw.
const INHABITANTS: [u64; 58] = [
    261, 1002, 456, 622, 1120, 913, 548, 220, 1003, 695, 115, 649, 949, 847, 1128, 2988, 1092, 637, 1490, 331, 899,
    605, 609, 482, 938, 820, 737, 991, 784, 312, 1454, 229, 35, 629, 802, 408, 49, 295, 486, 387, 438, 591, 767, 766,
    193, 371, 307, 726, 122, 16, 174, 50, 50, 11, 247, 17, 162, 57,
];

const LANGUAGES: [(&str, u64); 3] = [("fr", 52), ("ar", 44), ("en", 4)];
const STATUSES: [(&str, u64); 6] =
    [("active", 54), ("prospect", 16), ("new", 12), ("dormant", 10), ("difficult", 4), ("lost", 4)];
const MAILBOXES: [(&str, u64); 4] =
    [("example.com", 5), ("example.org", 2), ("example.net", 2), ("courrier.example", 3)];

/// Mobile ranges of the three operators, after the country code; seven digits follow.
const MOBILE: [&str; 3] = ["55", "66", "77"];
/// How many numbers these ranges hold.
const NUMBERS: u64 = 30_000_000;

/// Gives `count` people; the same seed gives the same people, and a longer list begins with the shorter one.
///
/// Phones differ up to 30 000 000 people.
pub fn people(seed: u64, count: usize) -> impl Iterator<Item = Person> {
    (0_u64..).take(count).map(move |rank| person(seed, rank))
}

fn person(seed: u64, rank: u64) -> Person {
    let draw = &mut Draw::new(seed, rank);
    let (given, family) = (given(draw), drawn_name(draw, &LISTS.families));
    let (scripts, days) = (draw.below(10), draw.below(AGES_IN_DAYS).min(draw.below(AGES_IN_DAYS)));
    let wilaya = draw_wilaya(draw);
    let commune = draw_commune(draw, wilaya);
    let language = draw.weighed(&LANGUAGES);
    let (needs, motivations) = wishes(draw, language);
    let birth_date = date(YOUNGEST - days as i64);
    let email = (draw.below(10) < 6).then(|| mailbox(draw, &given.0, &family.0, &birth_date));
    let latin = |text: &str| {
        if scripts == 0 { String::new() } else { text.to_owned() }
    };
    let arabic = |text: &str| {
        if (1..=2).contains(&scripts) { String::new() } else { text.to_owned() }
    };
    Person {
        given_latin: latin(&given.0),
        family_latin: latin(&family.0),
        given_arabic: arabic(&given.1),
        family_arabic: arabic(&family.1),
        birth_date,
        phone: phone(seed, rank),
        email,
        street: street(draw),
        wilaya,
        commune,
        language,
        status: draw.weighed(&STATUSES),
        needs,
        motivations,
    }
}

/// Two spellings of a name: Latin, Arabic.
type Spelled = (String, String);

/// A name of the lists: its Arabic and its Latin spellings, the usual one first.
struct Known {
    arabic: &'static str,
    latin: Vec<&'static str>,
}

#[derive(Default)]
struct Lists {
    women: Vec<Known>,
    men: Vec<Known>,
    families: Vec<Known>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for line in include_str!("../../../../data/names.csv").lines().skip(1) {
        let mut cells = line.split(',');
        let (Some(arabic), Some(latin), Some(kind)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        let list = match kind {
            "given_f" => &mut lists.women,
            "given_m" => &mut lists.men,
            _ => &mut lists.families,
        };
        match list.last_mut().filter(|known| known.arabic == arabic) {
            Some(known) => known.latin.push(latin),
            None => list.push(Known { arabic, latin: vec![latin] }),
        }
    }
    lists
});

/// A given name; one man in twelve is Mohamed and something else.
fn given(draw: &mut Draw) -> Spelled {
    if draw.below(2) == 0 {
        return drawn_name(draw, &LISTS.women);
    }
    let (latin, arabic) = drawn_name(draw, &LISTS.men);
    if draw.below(12) == 0 && arabic != "محمد" {
        return (format!("Mohamed {latin}"), format!("محمد {arabic}"));
    }
    (latin, arabic)
}

/// A name of a list, its beginning, where the common names stand, drawn oftener; one in five in a less usual spelling.
fn drawn_name(draw: &mut Draw, list: &[Known]) -> Spelled {
    let long = list.len() as u64;
    let known = &list[draw.below(long).min(draw.below(long)) as usize];
    let spelling = if draw.below(5) == 0 { draw.below(known.latin.len() as u64) as usize } else { 0 };
    (known.latin[spelling].to_owned(), known.arabic.to_owned())
}

fn draw_wilaya(draw: &mut Draw) -> i32 {
    let mut left = draw.below(INHABITANTS.iter().sum());
    for (code, inhabitants) in (1..).zip(INHABITANTS) {
        if left < inhabitants {
            return code;
        }
        left -= inhabitants;
    }
    16
}

/// A commune of the wilaya; in one case out of three the town that bears its name.
fn draw_commune(draw: &mut Draw, code: i32) -> i64 {
    static CAPITALS: LazyLock<Vec<Option<i64>>> = LazyLock::new(|| (1..=58).map(capital).collect());
    let all = communes_of(code);
    let any = all[draw.below(all.len() as u64) as usize].id;
    let town = CAPITALS[code as usize - 1];
    town.filter(|_| draw.below(3) == 0).unwrap_or(any)
}

fn capital(code: i32) -> Option<i64> {
    let name = fold(wilaya(code)?.latin);
    communes_of(code).iter().find(|commune: &&Commune| fold(commune.latin) == name).map(|commune| commune.id)
}

fn wishes(draw: &mut Draw, language: &str) -> (&'static str, &'static str) {
    let column = match language {
        "fr" => 0,
        "ar" => 1,
        _ => 2,
    };
    let (need, motive) = (draw.pick(&NEEDS)[column], draw.pick(&MOTIVATIONS)[column]);
    if draw.below(4) == 0 { ("", "") } else { (need, motive) }
}

fn street(draw: &mut Draw) -> String {
    let number = 1 + draw.below(120);
    match draw.below(10) {
        0..=4 => format!("{number}, {}", draw.pick(&STREETS)),
        5..=6 => {
            let (given, family) = (drawn_name(draw, &LISTS.men).0, drawn_name(draw, &LISTS.families).0);
            format!("{number}, rue {given} {family}")
        }
        7 => format!("{number}, rue des Frères {}", drawn_name(draw, &LISTS.families).0),
        8 => {
            let (homes, block, door) = (50 * (1 + draw.below(24)), 1 + draw.below(40), 1 + draw.below(20));
            format!("Cité des {homes} logements, bâtiment {block}, n° {door}")
        }
        _ => format!("{}, n° {number}", draw.pick(&SUBURBS)),
    }
}

/// `amina.benali87@example.com`: the Latin name, the year of birth, a domain reserved for examples (RFC 2606).
fn mailbox(draw: &mut Draw, given: &str, family: &str, birth_date: &str) -> String {
    let part = |text: &str| fold(text).replace(' ', "");
    let domain = draw.weighed(&MAILBOXES);
    format!("{}.{}{}@{domain}", part(given), part(family), &birth_date[2..4])
}

/// A number of its own for each rank: `step` shares no divisor with [`NUMBERS`], so that no number comes back before all were given.
fn phone(seed: u64, rank: u64) -> String {
    let mut draw = Draw::new(seed, u64::MAX);
    let start = draw.below(NUMBERS);
    let step = 30 * draw.below(NUMBERS / 30) + 7;
    let number = (u128::from(rank) * u128::from(step) + u128::from(start)) % u128::from(NUMBERS);
    let number = number as u64;
    format!("+213{}{:07}", MOBILE[(number / 10_000_000) as usize], number % 10_000_000)
}

/// Days from 1970-01-01 to 2008-01-01: who is born that day is 18 on 2026-01-01.
const YOUNGEST: i64 = 13_879;
/// From there back to 1940-01-02, the oldest at 85.
const AGES_IN_DAYS: u64 = 24_837;

/// The day `days` after 1970-01-01 as YYYY-MM-DD, in the Gregorian calendar.
fn date(days: i64) -> String {
    let shifted = days + 719_468;
    let era_day = shifted.rem_euclid(146_097);
    let era_year = (era_day - era_day / 1_460 + era_day / 36_524 - era_day / 146_096) / 365;
    let year_day = era_day - (365 * era_year + era_year / 4 - era_year / 100);
    let march_month = (5 * year_day + 2) / 153;
    let day = year_day - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era_year + shifted.div_euclid(146_097) * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
#[path = "generator_tests.rs"]
mod tests;
