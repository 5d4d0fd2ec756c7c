//! What was typed in a form, and what is wrong with it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use words::Arg;

use crate::{Typed, WebError};

/// The names and values of a form, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fields(pub Vec<(String, String)>);

/// Fields that never leave the request they came in.
const SECRETS: [&str; 3] = ["password", "new_password", "again"];

impl Fields {
    /// Reads `application/x-www-form-urlencoded`.
    pub fn parse(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// The first value of a field, as typed; empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str())
    }

    /// True when the field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    /// Every value of a field (checkboxes).
    pub fn each<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Adds or replaces a field.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        match self.0.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => *old = value.into(),
            None => self.0.push((name.to_owned(), value.into())),
        }
    }

    /// The same without passwords, fit for keeping.
    pub fn without_secrets(mut self) -> Self {
        self.0.retain(|(name, _)| !SECRETS.contains(&name.as_str()));
        self
    }

    /// The page on which the form stands, when it names one of ours.
    pub fn page(&self) -> Option<&str> {
        Some(self.get("_page")).filter(|page| is_local(page))
    }
}

/// True for an address on this site: a path, and no protocol-relative one. Browsers leave control characters out of an
/// address, so `/<tab>/other.example` would be one.
pub fn is_local(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains(|c: char| c == '\\' || c.is_control())
}

impl<S: Send + Sync> FromRequestParts<S> for Fields {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        let typed = parts.extensions.get::<Typed>();
        typed.map(|typed| typed.0.clone()).ok_or_else(|| WebError::Malformed("not a form".to_owned()))
    }
}

/// One thing that is wrong with one field: a text key and what it names.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The field.
    pub field: String,
    /// The key of the sentence, which ends with what to do.
    pub key: &'static str,
    /// What the sentence names.
    pub args: Vec<(&'static str, Arg)>,
}

/// Reads fields one by one and gathers what is wrong.
#[derive(Debug)]
pub struct Check<'a> {
    fields: &'a Fields,
    /// What was found so far.
    pub errors: Vec<FieldError>,
}

impl<'a> Check<'a> {
    /// Starts reading.
    pub fn new(fields: &'a Fields) -> Self {
        Self { fields, errors: Vec::new() }
    }

    /// Notes that a field is wrong.
    pub fn wrong(&mut self, field: &str, key: &'static str) {
        self.wrong_with(field, key, vec![]);
    }

    /// Notes that a field is wrong, with what the sentence names.
    pub fn wrong_with(&mut self, field: &str, key: &'static str, args: Vec<(&'static str, Arg)>) {
        if !self.errors.iter().any(|error| error.field == field) {
            self.errors.push(FieldError { field: field.to_owned(), key, args });
        }
    }

    /// A single line of at most `most` characters, without control characters, spaces folded; empty is fine.
    pub fn line(&mut self, field: &str, most: usize) -> String {
        let typed = self.fields.get(field);
        if typed.chars().any(|c| c.is_control() && c != '\t') {
            self.wrong(field, "frame-error-control");
        }
        self.bounded(field, typed.split_whitespace().collect::<Vec<_>>().join(" "), most)
    }

    /// Several lines of at most `most` characters; line ends are kept, other control characters refused.
    pub fn text(&mut self, field: &str, most: usize) -> String {
        let typed = self.fields.get(field).replace("\r\n", "\n");
        if typed.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.wrong(field, "frame-error-control");
        }
        self.bounded(field, typed.trim().to_owned(), most)
    }

    fn bounded(&mut self, field: &str, value: String, most: usize) -> String {
        let length = value.chars().count();
        if length > most {
            let args = vec![("most", Arg::from(most)), ("length", Arg::from(length))];
            self.wrong_with(field, "frame-error-too-long", args);
        }
        value
    }

    /// A line that must not be empty.
    pub fn required(&mut self, field: &str, most: usize, missing: &'static str) -> String {
        let value = self.line(field, most);
        if value.is_empty() {
            self.wrong(field, missing);
        }
        value
    }

    /// Every value of a field, as typed.
    pub fn each(&self, field: &str) -> Vec<String> {
        self.fields.each(field).map(str::to_owned).collect()
    }

    /// A choice out of `codes`; anything else is `unknown`.
    pub fn choice(&mut self, field: &str, codes: &[&'static str], unknown: &'static str) -> &'static str {
        let typed = self.fields.get(field);
        let found = codes.iter().find(|code| **code == typed);
        if found.is_none() {
            self.wrong(field, unknown);
        }
        found.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_read_in_order_and_passwords_are_not_kept() {
        let fields = Fields::parse("name=Ali%20Benali&password=x&tags=a&tags=b".as_bytes());
        assert_eq!(fields.get("name"), "Ali Benali");
        assert_eq!(fields.each("tags").collect::<Vec<_>>(), ["a", "b"]);
        assert!(!fields.without_secrets().has("password"));
    }

    #[test]
    fn a_line_is_folded_bounded_and_free_of_control_characters() {
        let fields = Fields(vec![
            ("a".into(), "  Ali   Benali ".into()),
            ("b".into(), "x\u{7}".into()),
            ("c".into(), "x".repeat(9)),
        ]);
        let mut check = Check::new(&fields);
        assert_eq!(check.line("a", 20), "Ali Benali");
        check.line("b", 20);
        check.line("c", 8);
        let wrong: Vec<_> = check.errors.iter().map(|error| (error.field.as_str(), error.key)).collect();
        assert_eq!(wrong, [("b", "frame-error-control"), ("c", "frame-error-too-long")]);
    }

    #[test]
    fn only_addresses_of_this_site_are_followed() {
        assert!(is_local("/clients/1?x=2"));
        for address in
            ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "/\r\n/evil.example", ""]
        {
            assert!(!is_local(address), "{address}");
        }
    }
}
