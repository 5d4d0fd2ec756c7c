//! A row of a file as the fields of a form: codes for words, zeros that a workbook lost, names in one cell.

use std::collections::HashMap;
use std::sync::LazyLock;

use ::web::Fields;
use names::fold::{ascii_digits, fold};
use sheets::{Nature, Row};
use words::{Lang, Talk};

use super::{Order, Plan};
use crate::clients::{Channel, CustomKind, Customs, Status, language_key};
use crate::places;

/// Words that stand before a family name and belong to it.
const PARTICLES: [&str; 14] =
    ["ben", "bent", "bin", "bou", "ait", "ould", "el", "al", "abd", "si", "بن", "بو", "ايت", "ال"];

/// The fields of a row, and how many of its cells held signs that nobody sees.
pub(super) fn fields(row: &Row, plan: &Plan, own: &Customs) -> (Fields, i64) {
    let (mut fields, mut cleaned, mut full_name) = (Fields::default(), 0, String::new());
    fields.set("language", plan.language.as_str());
    fields.set("status", plan.status.as_str());
    for (at, field) in plan.fields.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
        let cell = sheets::clean(row.get(at).unwrap_or_default());
        cleaned += i64::from(!cell.removed.is_nothing());
        let text = cell.text.as_ref();
        if text.is_empty() {
            continue;
        }
        if field == "full_name" {
            full_name = text.to_owned();
        } else {
            fields.set(field, value(field, text, row.nature(at), own));
        }
    }
    whole(&mut fields, &full_name, plan.order);
    (fields, cleaned)
}

/// The fields that a row itself gives: without what is empty and without what the plan gives in its place.
pub(super) fn given(fields: &Fields, row: &Row, plan: &Plan) -> Fields {
    let in_row = |field: &str| {
        let cell = plan.column_of(field).and_then(|at| row.get(at));
        cell.is_some_and(|cell| !cell.trim().is_empty())
    };
    let own = |(field, value): &&(String, String)| {
        !value.is_empty() && (in_row(field) || !matches!(field.as_str(), "language" | "status"))
    };
    Fields(fields.0.iter().filter(own).cloned().collect())
}

/// A name in one cell fills the names that no other cell gave.
fn whole(fields: &mut Fields, text: &str, order: Order) {
    let script = if text.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}')) { "arabic" } else { "latin" };
    let (given_field, family_field) = (format!("given_{script}"), format!("family_{script}"));
    if text.is_empty() || !fields.get(&given_field).is_empty() || !fields.get(&family_field).is_empty() {
        return;
    }
    let (given, family) = split(text, order);
    fields.set(&given_field, given);
    fields.set(&family_field, family);
}

/// A cell as its field takes it.
fn value(field: &str, text: &str, nature: Nature, own: &Customs) -> String {
    match field {
        "phone" | "phone2" | "phone3" | "phone4" => phone(text, nature),
        "wilaya" | "wilaya2" => wilaya(text),
        "language" => word(text, &LANGUAGES),
        "status" => word(text, &STATUSES),
        "channel" => word(text, &CHANNELS),
        "script" => word(text, &SCRIPTS),
        _ => match own.named(field) {
            Some(own) if own.kind() == CustomKind::Choice => choice(text, own),
            Some(own) if own.kind() == CustomKind::YesNo => truth(text),
            _ => text.to_owned(),
        },
    }
}

/// A workbook that keeps a number as a number has lost its first zero.
fn phone(text: &str, nature: Nature) -> String {
    let digits = text.chars().all(|c| c.is_ascii_digit());
    let short = matches!(text.len(), 8 | 9) && !text.starts_with('0');
    if digits && short && nature == Nature::Number { format!("0{text}") } else { text.to_owned() }
}

/// The code of a wilaya from its code or its name in either script; the text itself when there is none.
fn wilaya(text: &str) -> String {
    let digits: String = ascii_digits(text).chars().take_while(char::is_ascii_digit).collect();
    if let Ok(code) = digits.parse::<i32>() {
        return code.to_string();
    }
    places::wilaya_named(text).map_or_else(|| text.to_owned(), |wilaya| wilaya.code.to_string())
}

/// Codes by what they are called: by themselves and by their names in the three languages, folded.
type Named = HashMap<String, &'static str>;

static LANGUAGES: LazyLock<Named> = LazyLock::new(|| named(Lang::ALL.map(|lang| (lang.code(), language_key(lang)))));
static STATUSES: LazyLock<Named> = LazyLock::new(|| named(Status::ALL.map(|status| (status.code(), status.key()))));
static CHANNELS: LazyLock<Named> = LazyLock::new(|| named(Channel::ALL.map(|channel| (channel.code(), channel.key()))));
static SCRIPTS: LazyLock<Named> =
    LazyLock::new(|| named([("latin", "clients-script-latin"), ("arabic", "clients-script-arabic")]));

/// `codes` with the text keys of their names.
fn named<const N: usize>(codes: [(&'static str, &'static str); N]) -> Named {
    let names = |(code, key): (&'static str, &'static str)| {
        let names = Lang::ALL.map(|lang| fold(&Talk { lang, short: false }.t(key)));
        names.into_iter().chain([fold(code)]).map(move |name| (name, code))
    };
    codes.into_iter().flat_map(names).collect()
}

/// The code of a word; the text itself when it names none.
fn word(text: &str, codes: &Named) -> String {
    codes.get(&fold(text)).map_or_else(|| text.to_owned(), |code| (*code).to_owned())
}

fn choice(text: &str, own: &crate::clients::CustomField) -> String {
    let sought = fold(text);
    let all = Lang::ALL.into_iter().flat_map(|lang| own.choices(lang));
    let mut named = all.filter(|(word, name)| fold(name) == sought || fold(word) == sought);
    named.next().map_or_else(|| text.to_owned(), |(word, _)| word)
}

/// Yes or no, as spreadsheets write it.
fn truth(text: &str) -> String {
    match fold(text).as_str() {
        "oui" | "yes" | "true" | "vrai" | "1" | "x" | "نعم" => "yes".to_owned(),
        "non" | "no" | "false" | "faux" | "0" | "لا" => "no".to_owned(),
        _ => text.to_owned(),
    }
}

/// Given and family name out of one cell. Particles stay with the word that follows them (Ben Ali, Aït Ahmed, Abd el Kader).
fn split(text: &str, order: Order) -> (String, String) {
    let mut parts: Vec<String> = vec![];
    let mut open = false;
    for word in text.split_whitespace() {
        match parts.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(word);
            }
            _ => parts.push(word.to_owned()),
        }
        open = PARTICLES.contains(&fold(word).as_str());
    }
    if parts.len() < 2 {
        return (String::new(), text.to_owned());
    }
    match order {
        Order::FamilyFirst => (parts[1..].join(" "), parts[0].clone()),
        Order::GivenFirst => {
            let family = parts.pop().unwrap_or_default();
            (parts.join(" "), family)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_one_cell_keeps_its_particles_together() {
        for (text, order, given, family) in [
            ("Benali Karim", Order::FamilyFirst, "Karim", "Benali"),
            ("Ben Ali Karim Amine", Order::FamilyFirst, "Karim Amine", "Ben Ali"),
            ("Abd el Kader Aït Ahmed", Order::GivenFirst, "Abd el Kader", "Aït Ahmed"),
            ("بن علي كريم", Order::FamilyFirst, "كريم", "بن علي"),
            ("Karim", Order::FamilyFirst, "", "Karim"),
        ] {
            assert_eq!(split(text, order), (given.to_owned(), family.to_owned()), "{text}");
        }
    }

    #[test]
    fn words_and_codes_are_understood_in_three_languages() {
        assert_eq!(wilaya("Alger"), "16");
        assert_eq!(wilaya("الجزائر"), "16");
        assert_eq!(wilaya("٣١ - وهران"), "31");
        for text in ["Client actif", "active", "ACTIVE"] {
            assert_eq!(word(text, &STATUSES), "active", "{text}");
        }
        assert_eq!(word("vip", &STATUSES), "vip");
        assert_eq!(phone("550123456", Nature::Number), "0550123456");
        assert_eq!(phone("550123456", Nature::Text), "550123456");
        assert_eq!((truth("Oui"), truth("لا")), ("yes".to_owned(), "no".to_owned()));
    }
}
