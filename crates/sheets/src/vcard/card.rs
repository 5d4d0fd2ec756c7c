use super::property::{Head, parts, whole};
use crate::Row;

/// The columns that a card gives, and that [`super::VcardWriter`] understands. Names and organisations stand in the column of
/// their script. What goes beyond the numbered columns stands in `more_…`, one on a line.
pub const COLUMNS: [&str; 29] = [
    "family_latin",
    "given_latin",
    "family_arabic",
    "given_arabic",
    "full_name",
    "organisation_latin",
    "organisation_arabic",
    "phone",
    "phone_type",
    "phone2",
    "phone2_type",
    "phone3",
    "phone3_type",
    "more_phones",
    "email",
    "email_type",
    "email2",
    "email2_type",
    "more_emails",
    "street",
    "commune",
    "wilaya",
    "postcode",
    "country",
    "more_addresses",
    "birth_date",
    "language",
    "categories",
    "notes",
];

/// A number or an address of mail, with its use and its rank.
struct Reached {
    value: String,
    types: String,
    preference: u8,
}

/// What was read of a card.
#[derive(Default)]
pub(super) struct Card {
    is_old: bool,
    latin: Names,
    arabic: Names,
    full_name: String,
    phones: Vec<Reached>,
    emails: Vec<Reached>,
    addresses: Vec<Vec<String>>,
    birth_date: String,
    languages: Vec<(u8, String)>,
    categories: Vec<String>,
    notes: Vec<String>,
}

#[derive(Default)]
struct Names {
    family: String,
    given: String,
    organisation: String,
}

impl Card {
    /// Takes a property. Those that a client file has no place for are left.
    pub(super) fn take(&mut self, head: &Head<'_>, line: &[u8]) {
        let text = head.text(line);
        let cut = |separator| parts(&text, separator, !self.is_old);
        let name = head.name.to_ascii_uppercase();
        match name.as_slice() {
            b"VERSION" => self.is_old = text.trim() == "2.1",
            b"FN" if self.full_name.is_empty() => self.full_name = whole(&text, !self.is_old),
            b"N" => {
                let names = cut(';');
                let at = |index: usize| names.get(index).map(|part| listed(part)).unwrap_or_default();
                let given = joined(&[at(1), at(2)], " ");
                let family = at(0);
                // Each half by its own letters: a card may have one in each script.
                keep(&mut self.side(&family).family, family);
                keep(&mut self.side(&given).given, given);
            }
            b"ORG" => {
                let organisation = joined(&cut(';').iter().map(|part| listed(part)).collect::<Vec<_>>(), ", ");
                keep(&mut self.side(&organisation).organisation, organisation);
            }
            b"TEL" => add(&mut self.phones, head, whole(&text, false).trim_start_matches("tel:")),
            b"EMAIL" => add(&mut self.emails, head, whole(&text, false).trim_start_matches("mailto:")),
            b"ADR" => {
                let address: Vec<String> = cut(';').iter().map(|part| listed(part)).collect();
                if address.iter().any(|part| !part.is_empty()) {
                    self.addresses.push(address);
                }
            }
            b"BDAY" => self.birth_date = date(text.trim()),
            b"LANG" => self.languages.push((head.preference(), whole(&text, false))),
            b"CATEGORIES" => {
                let categories = cut(',');
                self.categories
                    .extend(categories.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()));
            }
            b"NOTE" => self.notes.push(whole(&text, !self.is_old)),
            _ => {}
        }
    }

    /// True for a card of version 2.1.
    pub(super) fn is_old(&self) -> bool {
        self.is_old
    }

    fn side(&mut self, text: &str) -> &mut Names {
        let is_arabic = text.chars().any(|letter| matches!(letter, '\u{621}'..='\u{64A}'));
        if is_arabic { &mut self.arabic } else { &mut self.latin }
    }

    /// Writes the cells, in the order of [`COLUMNS`].
    pub(super) fn fill(mut self, row: &mut Row) {
        let names = [&self.latin.family, &self.latin.given, &self.arabic.family, &self.arabic.given, &self.full_name];
        names.into_iter().for_each(|name| row.push(name));
        row.push(&self.latin.organisation);
        row.push(&self.arabic.organisation);
        fill_reached(row, &mut self.phones, 3);
        fill_reached(row, &mut self.emails, 2);
        let mut addresses = self.addresses.iter();
        let first = addresses.next().cloned().unwrap_or_default();
        let at = |index: usize| first.get(index).cloned().unwrap_or_default();
        row.push(&joined(&[at(1), at(2), at(0)], ", "));
        (3..=6).for_each(|index| row.push(&at(index)));
        row.push(&addresses.map(|address| joined(address, ", ")).collect::<Vec<_>>().join("\n"));
        row.push(&self.birth_date);
        self.languages.sort_by_key(|(preference, _)| *preference);
        row.push(self.languages.first().map_or("", |(_, language)| language));
        row.push(&self.categories.join(", "));
        row.push(&self.notes.join("\n"));
    }
}

fn keep(place: &mut String, value: String) {
    if place.is_empty() {
        *place = value;
    }
}

fn add(reached: &mut Vec<Reached>, head: &Head<'_>, value: &str) {
    if !value.is_empty() {
        reached.push(Reached { value: value.to_owned(), types: head.types(), preference: head.preference() });
    }
}

/// The preferred ones in their columns, each with its use, and the others together.
fn fill_reached(row: &mut Row, reached: &mut [Reached], columns: usize) {
    reached.sort_by_key(|one| one.preference);
    for index in 0..columns {
        let one = reached.get(index);
        row.push(one.map_or("", |one| &one.value));
        row.push(one.map_or("", |one| &one.types));
    }
    let more: Vec<&str> = reached.iter().skip(columns).map(|one| one.value.as_str()).collect();
    row.push(&more.join("\n"));
}

/// A part of a value. Of several in one part, as in `Karim,Ali`, the comma stays.
fn listed(part: &str) -> String {
    part.trim().replace("\r\n", "\n")
}

fn joined(parts: &[String], with: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(with)
}

/// A date of version 4 (`19860512`) as it is written elsewhere; anything else as it is, without an hour.
fn date(text: &str) -> String {
    let day = text.split('T').next().unwrap_or_default();
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = day.split_at(4);
        let (month, day) = rest.split_at(2);
        return format!("{year}-{month}-{day}");
    }
    if day.is_empty() { text.to_owned() } else { day.to_owned() }
}
