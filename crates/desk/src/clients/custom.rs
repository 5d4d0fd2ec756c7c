//! The fields that a centre adds to its files without any programming.

use std::collections::BTreeMap;

use ::store::FromQueryResult;
use ::web::Check;
use names::fold::ascii_digits;
use words::Lang;

use super::{Day, More};
pub use crate::clients::store::custom_fields;

/// What a field of the centre holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CustomKind {
    /// A line of text, of a given shape if there is one.
    Text,
    /// A number, with decimals if need be.
    Number,
    /// A day.
    Date,
    /// One of a list.
    Choice,
    /// Yes or no.
    YesNo,
}

impl CustomKind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Text, Self::Number, Self::Date, Self::Choice, Self::YesNo];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::YesNo => "yes_no",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "clients-kind-text",
            Self::Number => "clients-kind-number",
            Self::Date => "clients-kind-date",
            Self::Choice => "clients-kind-choice",
            Self::YesNo => "clients-kind-yes-no",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A field that a centre defined.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct CustomField {
    /// Identity.
    pub id: i64,
    /// Its name in French.
    pub fr: String,
    /// Its name in Arabic.
    pub ar: String,
    /// Its name in English.
    pub en: String,
    /// The word of its [`CustomKind`].
    pub kind: String,
    /// True when a file is not saved without it.
    pub required: bool,
    /// The shape of a text: `A` for a letter, `9` for a digit, any other sign for itself; empty for any text.
    pub shape: String,
    /// What is said under the label in French, or empty.
    pub help_fr: String,
    /// In Arabic.
    pub help_ar: String,
    /// In English.
    pub help_en: String,
    /// The options of a choice, one a line: word, French, Arabic, English, apart by tabs.
    pub options: String,
    /// True when the search box finds a file by it.
    pub searchable: bool,
    /// False when it is put away: its values stay, but it is not asked any more.
    pub active: bool,
    /// Its place among the fields of the centre.
    pub place: i64,
    /// Grows by one with every change.
    pub version: i64,
}

/// The longest value, in characters.
const VALUE: usize = 200;

/// True for the name of a field that a centre defined.
pub(super) fn is_custom(field: &str) -> bool {
    field.starts_with("x_")
}

/// The identity in the name of a field that a centre defined.
pub(crate) fn own_field(field: &str) -> Option<i64> {
    field.strip_prefix("x_")?.parse().ok()
}

impl CustomField {
    /// Its name in forms, drafts and the journal.
    pub fn name(&self) -> String {
        format!("x_{}", self.id)
    }

    /// What is written beside it.
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }

    /// What is said under its label, or an empty text.
    pub fn help(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.help_fr,
            Lang::Ar => &self.help_ar,
            Lang::En => &self.help_en,
        }
    }

    /// What it holds.
    pub fn kind(&self) -> CustomKind {
        CustomKind::parse(&self.kind).unwrap_or(CustomKind::Text)
    }

    /// The options of a choice: word and name.
    pub fn choices(&self, lang: Lang) -> Vec<(String, String)> {
        let at = match lang {
            Lang::Fr => 1,
            Lang::Ar => 2,
            Lang::En => 3,
        };
        let named = |line: &str| {
            let mut parts = line.split('\t');
            let word = parts.next()?.to_owned();
            let name = line.split('\t').nth(at).filter(|name| !name.is_empty()).unwrap_or(&word).to_owned();
            Some((word, name))
        };
        self.options.lines().filter_map(named).collect()
    }

    /// Reads a value and gives it as the journal writes it; empty when it is refused or nothing was given.
    fn read(&self, check: &mut Check<'_>) -> String {
        let field = self.name();
        let typed = check.line(&field, VALUE);
        if typed.is_empty() {
            if self.required {
                check.wrong(&field, "clients-error-own-required");
            }
            return typed;
        }
        let read = match self.kind() {
            CustomKind::Text if fits(&typed, &self.shape) => Ok(typed),
            CustomKind::Text => Err("clients-error-own-shape"),
            CustomKind::Number => number(&typed).ok_or("clients-error-own-number"),
            CustomKind::Date => Day::parse(&typed).map(|day| day.to_string()).map_err(|_| "clients-error-birth"),
            CustomKind::Choice => {
                let known = self.choices(Lang::Fr).into_iter().any(|(word, _)| word == typed);
                if known { Ok(typed) } else { Err("frame-error-choice") }
            }
            CustomKind::YesNo if typed == "yes" || typed == "no" => Ok(typed),
            CustomKind::YesNo => Err("frame-error-choice"),
        };
        read.unwrap_or_else(|key| {
            check.wrong_with(&field, key, vec![("shape", words::Arg::from(self.shape.as_str()))]);
            String::new()
        })
    }
}

/// A number with a comma or a point, in digits of any kind, as it is stored: with a point, without leading zeros.
pub(crate) fn number(typed: &str) -> Option<String> {
    let plain = ascii_digits(typed).replace([' ', '\u{a0}', '\u{202f}'], "").replace([',', '٫'], ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let digits = |text: &str| !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    Some(if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
}

/// True when a text has a shape: `A` stands for a letter, `9` for a digit, any other sign for itself.
pub(super) fn fits(text: &str, shape: &str) -> bool {
    if shape.is_empty() {
        return true;
    }
    let one = |(c, mark): (char, char)| match mark {
        'A' => c.is_alphabetic(),
        '9' => c.is_numeric(),
        sign => c == sign,
    };
    text.chars().count() == shape.chars().count() && text.chars().zip(shape.chars()).all(one)
}

/// The fields of a centre, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customs(pub Vec<CustomField>);

impl Customs {
    /// Those that are asked.
    pub fn active(&self) -> impl Iterator<Item = &CustomField> {
        self.0.iter().filter(|field| field.active)
    }

    /// The one of a name, put away or not.
    pub fn named(&self, name: &str) -> Option<&CustomField> {
        self.0.iter().find(|field| field.name() == name)
    }

    /// Reads what a form holds for the fields that are asked.
    pub(super) fn read(&self, check: &mut Check<'_>) -> More {
        self.active().map(|field| (field.name(), field.read(check))).collect()
    }

    /// The label of any field of a file in the short form.
    pub fn label(&self, field: &str, talk: words::Talk) -> String {
        match self.named(field) {
            Some(own) => own.label(talk.lang).to_owned(),
            None => talk.label(super::label_of(field)).into_owned(),
        }
    }

    /// A stored value as a reader knows it: words for choices, yes and no, DD/MM/YYYY for a day.
    pub fn readable(&self, field: &str, value: &str, talk: words::Talk) -> String {
        let Some(own) = self.named(field) else { return value.to_owned() };
        match own.kind() {
            CustomKind::Choice => {
                let named = own.choices(talk.lang).into_iter().find(|(word, _)| word == value);
                named.map_or_else(|| value.to_owned(), |(_, name)| name)
            }
            CustomKind::YesNo if value == "yes" => talk.t("clients-yes").into_owned(),
            CustomKind::YesNo if value == "no" => talk.t("clients-no").into_owned(),
            CustomKind::Date => Day::parse(value).map_or_else(|_| value.to_owned(), Day::shown),
            CustomKind::Number if talk.lang != Lang::En => value.replace('.', ","),
            _ => value.to_owned(),
        }
    }

    /// Values by field for [`CustomField::name`], as a form shows them.
    pub(crate) fn typed(&self, more: &More) -> BTreeMap<String, String> {
        let shown = |field: &CustomField| {
            let value = more.get(&field.name()).map_or("", String::as_str);
            let value = match field.kind() {
                CustomKind::Date => Day::parse(value).map_or_else(|_| value.to_owned(), Day::shown),
                _ => value.to_owned(),
            };
            (field.name(), value)
        };
        self.active().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_letters_digits_and_signs() {
        assert!(fits("AB-1234", "AA-9999") && fits("زق-١٢", "AA-99") && fits("anything", ""));
        assert!(!fits("A-1234", "AA-9999") && !fits("AB-12345", "AA-9999") && !fits("AB 1234", "AA-9999"));
    }

    #[test]
    fn a_number_is_read_as_it_is_written_in_algeria() {
        for (typed, stored) in [("1 250,50", "1250.5"), ("007", "7"), ("-3", "-3"), ("٢٥٫٥", "25.5"), ("0,0", "0")]
        {
            assert_eq!(number(typed).as_deref(), Some(stored), "{typed}");
        }
        for typed in ["", "-", "12,", "1.2.3", "douze", "1e5", "9999999999999999"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
