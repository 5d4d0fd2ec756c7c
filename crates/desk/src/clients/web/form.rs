//! The form of a file.

use ::web::{Field, FieldError, Fields, Form};
use words::{Lang, Talk};

use crate::clients::{Status, label_of, wilaya_name};
use crate::places;

/// Where a form stands and what travels with it.
pub(super) struct Stand<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// The address of its page, under which its draft is kept.
    pub page: &'a str,
    /// The key of its button.
    pub button: &'static str,
    /// True when the first field takes the focus.
    pub focused: bool,
    /// Names and values that are not shown.
    pub hidden: Vec<(&'static str, String)>,
}

/// The form, filled with `values` and marked with `errors`. What is typed in it is kept while it is typed.
pub(super) fn form(talk: Talk, stand: Stand<'_>, values: &Fields, errors: &[FieldError], restored: bool) -> Form {
    let form =
        Form::new(talk, stand.action, stand.page, stand.button).fields(fields(talk, stand.focused), values, errors);
    let hidden = stand.hidden.into_iter().filter(|(_, value)| !value.is_empty());
    hidden.fold(form, |form, (name, value)| form.hidden(name, value)).kept(restored)
}

/// The text key of a language that a client prefers.
pub(crate) fn language_key(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "clients-language-fr",
        Lang::Ar => "clients-language-ar",
        Lang::En => "clients-language-en",
    }
}

fn fields(talk: Talk, focused: bool) -> Vec<Field> {
    let line = |name: &'static str| Field::line(talk, name, label_of(name));
    let area = |name: &'static str, rows| Field::area(talk, name, label_of(name), rows);
    let languages = Lang::ALL.map(|lang| (lang.code().to_owned(), talk.t(language_key(lang)).into_owned()));
    let statuses = Status::ALL.map(|status| (status.code().to_owned(), talk.t(status.key()).into_owned()));
    let first = line("given_latin").in_language("fr").hint(talk, "clients-hint-latin");
    vec![
        if focused { first.focused() } else { first },
        line("family_latin").in_language("fr"),
        line("given_arabic").in_language("ar").hint(talk, "clients-hint-arabic"),
        line("family_arabic").in_language("ar"),
        line("birth_date").hint(talk, "clients-hint-birth"),
        line("phone").of_type("tel").hint(talk, "clients-hint-phone"),
        line("phone2").of_type("tel"),
        line("email").of_type("email"),
        line("street"),
        Field::select(talk, "wilaya", label_of("wilaya"), wilayas(talk)),
        line("commune").hint(talk, "clients-hint-commune"),
        Field::select(talk, "language", label_of("language"), languages.to_vec()),
        Field::select(talk, "status", label_of("status"), statuses.to_vec()),
        area("needs", 3),
        area("motivations", 3),
        area("notes", 5),
    ]
}

/// The wilayas by code, in the script of the page.
fn wilayas(talk: Talk) -> Vec<(String, String)> {
    let none = (String::new(), talk.t("clients-wilaya-none").into_owned());
    let each = places::wilayas()
        .iter()
        .map(|wilaya| (wilaya.code.to_string(), format!("{:02} {}", wilaya.code, wilaya_name(wilaya.code, talk.lang))));
    std::iter::once(none).chain(each).collect()
}
