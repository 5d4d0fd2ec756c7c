//! A person's name as a file holds it: given and family name, in Latin letters, in Arabic letters, or in both.

use crate::script::{Script, suits};

/// The longest part of a name, in characters.
pub const MOST_CHARACTERS: usize = 80;

/// A valid name: at least one script holds both the given and the family name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PersonName {
    fields: NameFields,
}

/// The four fields of the form; an empty text is a field left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct NameFields {
    /// Given name or names in Latin letters.
    pub given_latin: String,
    /// Family name in Latin letters.
    pub family_latin: String,
    /// Given name or names in Arabic letters.
    pub given_arabic: String,
    /// Family name in Arabic letters.
    pub family_arabic: String,
}

/// Which field of the form is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameField {
    /// Given name in Latin letters.
    GivenLatin,
    /// Family name in Latin letters.
    FamilyLatin,
    /// Given name in Arabic letters.
    GivenArabic,
    /// Family name in Arabic letters.
    FamilyArabic,
}

/// Why a field is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameReason {
    /// Neither script is complete, and this field would complete one.
    Missing,
    /// It holds a tab, a line break or another control character.
    Control,
    /// It holds letters of the other script, digits or signs that are no part of a name.
    WrongScript,
    /// It is longer than [`MOST_CHARACTERS`].
    TooLong,
}

/// One refused field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{field:?}: {reason:?}")]
pub struct NameError {
    /// The field.
    pub field: NameField,
    /// The reason.
    pub reason: NameReason,
}

impl PersonName {
    /// Checks the four fields; spaces are made single, direction marks left by a paste are removed.
    ///
    /// # Errors
    /// Every refused field with its reason, in the order of the form; one reason a field.
    pub fn new(fields: &NameFields) -> Result<Self, Vec<NameError>> {
        let tidy = NameFields {
            given_latin: tidied(&fields.given_latin),
            family_latin: tidied(&fields.family_latin),
            given_arabic: tidied(&fields.given_arabic),
            family_arabic: tidied(&fields.family_arabic),
        };
        let mut errors: Vec<NameError> = [
            (NameField::GivenLatin, &tidy.given_latin, Script::Latin),
            (NameField::FamilyLatin, &tidy.family_latin, Script::Latin),
            (NameField::GivenArabic, &tidy.given_arabic, Script::Arabic),
            (NameField::FamilyArabic, &tidy.family_arabic, Script::Arabic),
        ]
        .into_iter()
        .filter_map(|(field, text, script)| refusal(text, script).map(|reason| NameError { field, reason }))
        .collect();
        if errors.is_empty() {
            errors = missing(&tidy);
        }
        if errors.is_empty() { Ok(Self { fields: tidy }) } else { Err(errors) }
    }

    /// The given name in a script, or an empty text.
    pub fn given(&self, script: Script) -> &str {
        match script {
            Script::Latin => &self.fields.given_latin,
            Script::Arabic => &self.fields.given_arabic,
        }
    }

    /// The family name in a script, or an empty text.
    pub fn family(&self, script: Script) -> &str {
        match script {
            Script::Latin => &self.fields.family_latin,
            Script::Arabic => &self.fields.family_arabic,
        }
    }

    /// The four fields, for a form or a record.
    pub fn fields(&self) -> &NameFields {
        &self.fields
    }

    /// Given then family name in a script; nothing when that script is not complete.
    pub fn full(&self, script: Script) -> Option<String> {
        let (given, family) = (self.given(script), self.family(script));
        (!given.is_empty() && !family.is_empty()).then(|| format!("{given} {family}"))
    }

    /// What is written in each script, complete or not: for search.
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        [Script::Latin, Script::Arabic]
            .into_iter()
            .map(|script| format!("{} {}", self.given(script), self.family(script)).trim().to_owned())
            .filter(|text| !text.is_empty())
    }
}

/// Trims and makes spaces single; control characters stay, to be refused.
fn tidied(text: &str) -> String {
    let marks = |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}');
    let visible: String = text.chars().filter(|c| !marks(*c)).collect();
    visible.split([' ', '\u{00A0}', '\u{202F}']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn refusal(text: &str, script: Script) -> Option<NameReason> {
    if text.chars().any(char::is_control) {
        Some(NameReason::Control)
    } else if text.chars().count() > MOST_CHARACTERS {
        Some(NameReason::TooLong)
    } else if !text.is_empty() && (!suits(text, script) || !text.chars().any(char::is_alphabetic)) {
        Some(NameReason::WrongScript)
    } else {
        None
    }
}

/// The fields that would complete the script in which something was written, Latin when nothing was.
fn missing(fields: &NameFields) -> Vec<NameError> {
    let latin = [(NameField::GivenLatin, &fields.given_latin), (NameField::FamilyLatin, &fields.family_latin)];
    let arabic = [(NameField::GivenArabic, &fields.given_arabic), (NameField::FamilyArabic, &fields.family_arabic)];
    let complete = |pair: &[(NameField, &String); 2]| pair.iter().all(|(_, text)| !text.is_empty());
    let started = |pair: &[(NameField, &String); 2]| pair.iter().any(|(_, text)| !text.is_empty());
    if complete(&latin) || complete(&arabic) {
        return Vec::new();
    }
    let asked = if started(&arabic) && !started(&latin) { arabic } else { latin };
    asked
        .into_iter()
        .filter(|(_, text)| text.is_empty())
        .map(|(field, _)| NameError { field, reason: NameReason::Missing })
        .collect()
}
