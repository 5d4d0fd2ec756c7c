//! Stored words of a file as a reader knows them.

use words::{Lang, Talk};

use super::{Channel, Customs, Status, wilaya_name};

/// The text key of a language that a client prefers.
pub(crate) fn language_key(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "clients-language-fr",
        Lang::Ar => "clients-language-ar",
        Lang::En => "clients-language-en",
    }
}

/// The text key of a script that a client prefers.
pub(crate) fn script_key(script: &str) -> &'static str {
    if script == "arabic" { "clients-script-arabic" } else { "clients-script-latin" }
}

/// A value of a field as a reader knows it: codes become words.
pub(crate) fn readable(talk: Talk, own: &Customs, field: &str, value: &str) -> String {
    let word = match field {
        "language" => Lang::parse(value).map(language_key),
        "status" => Status::parse(value).map(Status::key),
        "channel" => Channel::parse(value).map(Channel::key),
        "script" if !value.is_empty() => Some(script_key(value)),
        _ => None,
    };
    match word {
        Some(key) => talk.t(key).into_owned(),
        None if field.starts_with("wilaya") => wilaya_name(value.parse().unwrap_or(0), talk.lang).to_owned(),
        None => own.readable(field, value, talk),
    }
}
