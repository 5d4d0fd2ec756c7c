//! The form of a file.

use ::web::{Field, FieldError, Fields, Form};
use words::{Lang, Talk};

use crate::clients::{
    Channel, CustomField, CustomKind, Customs, Status, label_of, language_key, script_key, wilaya_name,
};
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
pub(super) fn form(
    talk: Talk,
    stand: Stand<'_>,
    own: &Customs,
    values: &Fields,
    errors: &[FieldError],
    restored: bool,
) -> Form {
    let mut all = fields(talk, stand.focused);
    all.extend(own.active().map(|field| own_field(talk, field)));
    all.extend(further(talk));
    let form = Form::new(talk, stand.action, stand.page, stand.button).fields(all, values, errors);
    let form = form.folding("clients-further");
    let hidden = stand.hidden.into_iter().filter(|(_, value)| !value.is_empty());
    hidden.fold(form, |form, (name, value)| form.hidden(name, value)).kept(restored)
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

/// What few files need: it stands folded away.
fn further(talk: Talk) -> Vec<Field> {
    let line = |name: &'static str| Field::line(talk, name, label_of(name));
    let none = || (String::new(), talk.t("clients-no-preference").into_owned());
    let channels = Channel::ALL.map(|channel| (channel.code().to_owned(), talk.t(channel.key()).into_owned()));
    let scripts = ["latin", "arabic"].map(|script| (script.to_owned(), talk.t(script_key(script)).into_owned()));
    let with_none = |choices: &[(String, String)]| std::iter::once(none()).chain(choices.iter().cloned()).collect();
    let fields = vec![
        line("organisation_latin").in_language("fr").hint(talk, "clients-hint-organisation"),
        line("organisation_arabic").in_language("ar"),
        line("registration").hint(talk, "clients-hint-registration"),
        line("phone3").of_type("tel"),
        line("phone4").of_type("tel"),
        line("email2").of_type("email"),
        line("street2"),
        Field::select(talk, "wilaya2", label_of("wilaya2"), wilayas(talk)),
        line("commune2"),
        Field::select(talk, "channel", label_of("channel"), with_none(&channels)),
        Field::select(talk, "script", label_of("script"), with_none(&scripts)),
        line("reference").hint(talk, "clients-hint-reference"),
    ];
    fields.into_iter().map(Field::folded).collect()
}

/// A field that the centre defined.
fn own_field(talk: Talk, own: &CustomField) -> Field {
    let name = own.name();
    let none = (String::new(), talk.t("clients-choose").into_owned());
    let field = match own.kind() {
        CustomKind::Text | CustomKind::Number | CustomKind::Date => Field::line(talk, name, "clients-own-field"),
        CustomKind::Choice => {
            let choices = std::iter::once(none).chain(own.choices(talk.lang)).collect();
            Field::select(talk, name, "clients-own-field", choices)
        }
        CustomKind::YesNo => {
            let both = ["yes", "no"].map(|word| (word.to_owned(), talk.t(answer_key(word)).into_owned()));
            let choices = std::iter::once(none).chain(both).collect();
            Field::select(talk, name, "clients-own-field", choices)
        }
    };
    let field = field.labelled(own.label(talk.lang)).hinted(own.help(talk.lang));
    if own.required { field.required(talk) } else { field }
}

/// The text key of yes or no.
pub(super) fn answer_key(word: &str) -> &'static str {
    if word == "yes" { "clients-yes" } else { "clients-no" }
}

/// The wilayas by code, in the script of the page.
fn wilayas(talk: Talk) -> Vec<(String, String)> {
    let none = (String::new(), talk.t("clients-wilaya-none").into_owned());
    let each = places::wilayas()
        .iter()
        .map(|wilaya| (wilaya.code.to_string(), format!("{:02} {}", wilaya.code, wilaya_name(wilaya.code, talk.lang))));
    std::iter::once(none).chain(each).collect()
}
