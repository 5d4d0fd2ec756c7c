//! The register of processing (registre des traitements): what the centre does with personal data, entry by entry.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::store::insert;
pub(super) use self::web::routes;

use ::web::{Check, FieldError, Fields};

/// The fields of an entry, in the order of the form, the page and the file: stored name and text key.
const FIELDS: [(&str, &str); 7] = [
    ("name", "law-register-name"),
    ("purpose", "law-register-purpose"),
    ("people", "law-register-people"),
    ("categories", "law-register-categories"),
    ("recipients", "law-register-recipients"),
    ("retention", "law-register-retention"),
    ("security", "law-register-security"),
];

/// The longest text of a field, in characters.
const TEXT: usize = 2_000;

/// Reads the form of an entry: the texts in the order of [`FIELDS`].
///
/// # Errors
/// Every refused field with its sentence.
fn read(fields: &Fields) -> Result<[String; 7], Vec<FieldError>> {
    let mut check = Check::new(fields);
    let texts = FIELDS.map(|(field, _)| {
        let text = if field == "name" { check.line(field, 120) } else { check.text(field, TEXT) };
        if text.is_empty() {
            check.wrong(field, "law-error-register");
        }
        text
    });
    if check.errors.is_empty() { Ok(texts) } else { Err(check.errors) }
}
