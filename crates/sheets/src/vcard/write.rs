use std::io::Write;

use super::card::COLUMNS;
use crate::{SheetError, WriteRows};

/// The longest line in bytes, without its end (RFC 6350, 3.2).
const LONGEST: usize = 75;

/// Writes cards of version 4.0 (RFC 6350). A name in two scripts is one name with two forms.
pub struct VcardWriter<W> {
    output: W,
    /// For each of [`COLUMNS`], the cell that holds it.
    places: Vec<Option<usize>>,
    card: Vec<u8>,
    line: String,
}

impl<W: Write> VcardWriter<W> {
    /// Writes to `output`, which should be buffered. `columns` names the cells of the rows to come; those that are none of
    /// [`COLUMNS`] are left out.
    pub fn new(output: W, columns: &[&str]) -> Self {
        let places = COLUMNS.iter().map(|name| columns.iter().position(|column| column == name)).collect();
        VcardWriter { output, places, card: Vec::new(), line: String::new() }
    }

    /// Ends the file and gives its destination back.
    ///
    /// # Errors
    /// Those of the destination.
    pub fn into_inner(mut self) -> Result<W, SheetError> {
        self.output.flush()?;
        Ok(self.output)
    }

    fn cell<'a>(&self, cells: &[&'a str], name: &str) -> &'a str {
        let place =
            COLUMNS.iter().position(|column| *column == name).and_then(|at| self.places.get(at).copied().flatten());
        place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
    }

    /// Ends the line and folds it.
    fn end(&mut self) {
        let mut rest = self.line.as_str();
        let mut room = LONGEST;
        while rest.len() > room {
            let mut cut = room;
            while !rest.is_char_boundary(cut) {
                cut -= 1;
            }
            let (line, after) = rest.split_at(cut);
            self.card.extend_from_slice(line.as_bytes());
            self.card.extend_from_slice(b"\r\n ");
            rest = after;
            room = LONGEST - 1;
        }
        self.card.extend_from_slice(rest.as_bytes());
        self.card.extend_from_slice(b"\r\n");
        self.line.clear();
    }

    fn put(&mut self, head: &str, value: &str) {
        self.line.push_str(head);
        self.line.push(':');
        escape(&mut self.line, value);
        self.end();
    }

    fn put_parts(&mut self, head: &str, parts: &[&str]) {
        if parts.iter().all(|part| part.is_empty()) {
            return;
        }
        self.line.push_str(head);
        for (index, part) in parts.iter().enumerate() {
            self.line.push(if index == 0 { ':' } else { ';' });
            escape(&mut self.line, part);
        }
        self.end();
    }

    fn put_names(&mut self, cells: &[&str]) {
        let [family, given, family_arabic, given_arabic, full, organisation, organisation_arabic] = [
            "family_latin",
            "given_latin",
            "family_arabic",
            "given_arabic",
            "full_name",
            "organisation_latin",
            "organisation_arabic",
        ]
        .map(|name| self.cell(cells, name));
        let latin = format!("{given} {family}");
        let arabic = format!("{given_arabic} {family_arabic}");
        let shown = [
            full,
            latin.trim(),
            arabic.trim(),
            organisation,
            organisation_arabic,
            self.cell(cells, "phone"),
            self.cell(cells, "email"),
        ];
        // A card must have it, be it empty.
        self.put("FN", shown.into_iter().find(|name| !name.is_empty()).unwrap_or_default());
        let is_double = !latin.trim().is_empty() && !arabic.trim().is_empty();
        self.put_parts(if is_double { "N;ALTID=1" } else { "N" }, &[family, given, "", "", ""]);
        self.put_parts(
            if is_double { "N;ALTID=1;LANGUAGE=ar" } else { "N;LANGUAGE=ar" },
            &[family_arabic, given_arabic, "", "", ""],
        );
        let is_double = !organisation.is_empty() && !organisation_arabic.is_empty();
        self.put_parts(if is_double { "ORG;ALTID=1" } else { "ORG" }, &[organisation]);
        self.put_parts(if is_double { "ORG;ALTID=1;LANGUAGE=ar" } else { "ORG;LANGUAGE=ar" }, &[organisation_arabic]);
    }

    fn put_reached(&mut self, cells: &[&str], property: &str, column: &str, count: usize, more: &str) {
        let mut rank = 0;
        for index in 1..=count {
            let name = if index == 1 { column.to_owned() } else { format!("{column}{index}") };
            let value = self.cell(cells, &name);
            let kinds = self.cell(cells, &format!("{name}_type"));
            if !value.is_empty() {
                rank += 1;
                let kinds: String = kinds
                    .chars()
                    .filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ',' | '-'))
                    .collect();
                let kinds = if kinds.is_empty() { String::new() } else { format!(";TYPE=\"{kinds}\"") };
                self.put(&format!("{property}{kinds};PREF={rank}"), value);
            }
        }
        for value in self.cell(cells, more).lines().map(str::trim).filter(|value| !value.is_empty()) {
            self.put(property, value);
        }
    }
}

impl<W: Write> WriteRows for VcardWriter<W> {
    fn write_row(&mut self, cells: &[&str]) -> Result<(), SheetError> {
        self.card.clear();
        self.card.extend_from_slice(b"BEGIN:VCARD\r\nVERSION:4.0\r\n");
        self.put_names(cells);
        self.put_reached(cells, "TEL", "phone", 3, "more_phones");
        self.put_reached(cells, "EMAIL", "email", 2, "more_emails");
        let [street, commune, wilaya, postcode, country] =
            ["street", "commune", "wilaya", "postcode", "country"].map(|name| self.cell(cells, name));
        self.put_parts("ADR", &["", "", street, commune, wilaya, postcode, country]);
        for address in self.cell(cells, "more_addresses").lines().filter(|address| !address.trim().is_empty()) {
            self.put_parts("ADR", &["", "", address, "", "", "", ""]);
        }
        match basic_date(self.cell(cells, "birth_date")) {
            Ok(date) => self.put("BDAY", &date),
            Err("") => {}
            Err(text) => self.put("BDAY;VALUE=text", text),
        }
        for (property, column) in [("LANG", "language"), ("NOTE", "notes")] {
            let value = self.cell(cells, column);
            if !value.is_empty() {
                self.put(property, value);
            }
        }
        let categories: Vec<&str> =
            self.cell(cells, "categories").split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
        if !categories.is_empty() {
            self.line.push_str("CATEGORIES:");
            for (index, category) in categories.iter().enumerate() {
                self.line.push_str(if index == 0 { "" } else { "," });
                escape(&mut self.line, category);
            }
            self.end();
        }
        self.card.extend_from_slice(b"END:VCARD\r\n");
        self.output.write_all(&self.card)?;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), SheetError> {
        self.into_inner().map(drop)
    }
}

fn escape(line: &mut String, value: &str) {
    for letter in value.replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' => line.push_str("\\n"),
            ',' | ';' | '\\' => line.extend(['\\', letter]),
            _ => line.push(letter),
        }
    }
}

/// A date such as `1986-05-12` as version 4.0 writes it, `19860512`; what is none, as it was.
fn basic_date(text: &str) -> Result<String, &str> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year, month, day]
            if [year.len(), month.len(), day.len()] == [4, 2, 2]
                && parts.concat().bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Ok(parts.concat())
        }
        _ => Err(text),
    }
}
