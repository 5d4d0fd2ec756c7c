//! How a file is looked for: what was typed, and the keys under which files stand in the index.
//!
//! One index holds six kinds of keys, which their first character keeps apart: skeletons of names (letters), phone numbers
//! read backwards (digits), so that their end is looked up like a beginning, e-mail addresses (`@`), references (`#`),
//! values of the centre's own fields (`=`), and a name with a day of birth (`~`, see [`super::born`]), for imports only. The last
//! four are only looked up whole: engines order signs in their own way.

use names::fold::ascii_digits;
use names::{PersonName, Phone, Query, query_keys};

use super::Client;
use super::custom::is_custom;

/// Digits of a number that are enough to look for it.
const FEWEST_DIGITS: usize = 3;
/// Keys of a name that are looked up at most.
const MOST_KEYS: usize = 16;

/// What was typed in the search box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// Nothing that can be looked for.
    Nothing,
    /// A phone number or a part of one.
    Number {
        /// The whole number, if it is one.
        e164: Option<String>,
        /// The digits, last first.
        backwards: String,
        /// The beginning in E.164 form, when the digits begin as a national number does.
        start: Option<String>,
    },
    /// An e-mail address: its key, and the key of what stands before the `@`.
    Email(String, String),
    /// A name, in either script.
    Name(String),
}

impl Sought {
    /// Reads the search box.
    pub(super) fn read(typed: &str) -> Self {
        let typed = typed.trim();
        if let Some((own, _)) = typed.split_once('@') {
            return Self::Email(email_key(typed), email_key(own));
        }
        if typed.chars().any(char::is_alphabetic) {
            return Self::Name(typed.to_owned());
        }
        let digits: String = ascii_digits(typed).chars().filter(char::is_ascii_digit).collect();
        if digits.len() < FEWEST_DIGITS {
            return Self::Nothing;
        }
        let national = digits.strip_prefix('0').filter(|rest| !rest.starts_with('0'));
        Self::Number {
            e164: Phone::parse(typed).ok().map(|phone| phone.e164().to_owned()),
            start: national.map(|rest| format!("+213{rest}")),
            backwards: digits.chars().rev().collect(),
        }
    }
}

/// The keys under which a file stands.
pub(super) fn stored_keys(client: &Client) -> Vec<String> {
    let mut keys = found_keys(client);
    keys.extend(exact_keys(client));
    keys
}

/// Those that a search goes through: names, and numbers from their end.
fn found_keys(client: &Client) -> Vec<String> {
    let mut keys = client.person().map(|name| names::index_keys(&name)).unwrap_or_default();
    for organisation in ["organisation_latin", "organisation_arabic"] {
        keys.extend(names::keys(client.extra(organisation)));
    }
    keys.extend(client.phones.iter().map(|phone| number_key(phone)));
    keys
}

/// The key of a number (E.164): its digits, last first.
pub(crate) fn number_key(e164: &str) -> String {
    e164.chars().rev().filter(char::is_ascii_digit).collect()
}

/// Those that are looked up whole, by which a known client is recognised: e-mail addresses, references, own fields.
fn exact_keys(client: &Client) -> Vec<String> {
    let mut keys = vec![];
    for email in [client.email.as_str(), client.extra("email2")] {
        if let Some((own, _)) = email.split_once('@') {
            keys.push(email_key(email));
            keys.push(email_key(own));
        }
    }
    for number in ["reference", "registration"] {
        keys.extend(reference_key(client.extra(number)));
    }
    let own = client.more.iter().filter(|(field, _)| is_custom(field));
    keys.extend(own.map(|(field, value)| own_key(field, value)));
    keys
}

/// The key of a reference or a number of a register; none for an empty one.
pub(crate) fn reference_key(text: &str) -> Option<String> {
    let plain = plain(text);
    (!plain.is_empty()).then(|| format!("#{plain}"))
}

/// The key of a value of a field that the centre defined.
pub(super) fn own_key(field: &str, value: &str) -> String {
    format!("={field}={}", plain(value))
}

/// Letters in lower case and digits of our days, without anything between them.
fn plain(text: &str) -> String {
    ascii_digits(&text.to_lowercase()).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The key of an e-mail address or of what stands before its `@`.
pub(crate) fn email_key(text: &str) -> String {
    format!("@{}", text.to_lowercase())
}

/// The keys to look up for a name, most selective first.
pub(crate) fn name_keys(typed: &str) -> Vec<String> {
    let mut keys = query_keys(typed);
    keys.truncate(MOST_KEYS);
    keys
}

/// The first text after every text that begins with `prefix`. It holds for digits and for small letters in the order of
/// ASCII as in that of any European or Arabic locale, where digits come before letters too.
pub(crate) fn after(prefix: &str) -> String {
    let mut end = prefix.to_owned();
    while let Some(last) = end.pop() {
        match last {
            '9' | 'z' => {}
            ' ' => return format!("{end}0"),
            last => {
                end.push(char::from_u32(last as u32 + 1).unwrap_or('z'));
                return end;
            }
        }
    }
    // Nothing but the last digit or letter: longer than any key, so that it stands after every one.
    if prefix.starts_with('9') { "9".repeat(64) } else { "z".repeat(64) }
}

/// Scores candidates as they come and keeps the best.
pub(super) struct Ranking {
    query: Query,
    best: Vec<(f64, i64, bool)>,
}

/// Below this likeness a name is not proposed.
const FAINT: f64 = 0.62;
/// From this likeness on a name counts as found.
const GOOD: f64 = 0.80;
/// From this likeness on it is the name itself.
const SAME: f64 = 0.95;

impl Ranking {
    pub(super) fn new(typed: &str) -> Self {
        Self { query: Query::new(typed), best: Vec::new() }
    }

    /// True when this candidate was scored before.
    pub(super) fn knows(&self, id: i64) -> bool {
        self.best.iter().any(|(_, known, _)| *known == id)
    }

    /// How like a person's name is.
    pub(super) fn score(&self, name: &PersonName) -> f64 {
        self.query.score(name)
    }

    /// How like a text is.
    pub(super) fn like(&self, text: &str) -> f64 {
        self.query.score_text(text)
    }

    /// Adds a candidate; `organisation` when it is the organisation that is alike.
    pub(super) fn add(&mut self, id: i64, score: f64, organisation: bool) {
        self.best.push((score, id, organisation));
    }

    /// True when somebody bears the very name.
    pub(super) fn has_the_name(&self) -> bool {
        self.best.iter().any(|(score, ..)| *score >= SAME)
    }

    /// How many were scored, and how many of them are good.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.best.len(), self.best.iter().filter(|(score, ..)| *score >= GOOD).count())
    }

    /// The best `most`, best first, each with the reason why it is proposed.
    pub(super) fn best(mut self, most: usize) -> Vec<(i64, &'static str)> {
        self.best.retain(|(score, ..)| *score >= FAINT);
        self.best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let reason = |score, organisation| match (organisation, score >= SAME) {
            (true, _) => "clients-found-organisation",
            (false, true) => "clients-found-name",
            (false, false) => "clients-found-alike",
        };
        self.best.into_iter().take(most).map(|(score, id, organisation)| (id, reason(score, organisation))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(typed: &str) -> (Option<String>, String, Option<String>) {
        match Sought::read(typed) {
            Sought::Number { e164, backwards, start } => (e164, backwards, start),
            other => panic!("{typed}: {other:?}"),
        }
    }

    #[test]
    fn a_number_is_recognised_in_any_form() {
        for typed in ["0550 12 34 56", "+213550123456", "00213 550-12-34-56", "٠٥٥٠١٢٣٤٥٦"] {
            assert_eq!(number(typed).0.as_deref(), Some("+213550123456"), "{typed}");
        }
        assert_eq!(number("34 56"), (None, "6543".to_owned(), None));
        assert_eq!(number("0550 12").2.as_deref(), Some("+21355012"));
    }

    #[test]
    fn two_digits_are_too_few_and_letters_make_a_name() {
        assert_eq!(Sought::read(" 45 "), Sought::Nothing);
        assert_eq!(Sought::read("  "), Sought::Nothing);
        assert_eq!(Sought::read(" بن علي "), Sought::Name("بن علي".to_owned()));
        assert_eq!(
            Sought::read("Amina@Example.com"),
            Sought::Email("@amina@example.com".to_owned(), "@amina".to_owned())
        );
    }

    #[test]
    fn every_key_that_begins_with_a_prefix_stands_before_its_end() {
        for (prefix, longer) in [
            ("bnl", "bnl mhmd"),
            ("bz", "bzzz"),
            ("6543", "654321055312"),
            ("99", "999"),
            ("z", "zz"),
            ("mhmd ", "mhmd z"),
        ] {
            let end = after(prefix);
            assert!(prefix < end.as_str() && longer < end.as_str(), "{prefix} {end}");
        }
        assert_eq!((after("bnl"), after("bnz")), ("bnm".to_owned(), "bo".to_owned()));
        assert!(after("9999").as_str() < "@amina", "an e-mail address is no number");
    }
}
