//! What a file holds, ready to be read.

use ::web::preferences::Script;
use words::Talk;

use super::Text;
use crate::clients::{Channel, Client, Customs, Day, commune_name, language_key, script_key, shown_phone, wilaya_name};

/// A term of the file and what stands beside it.
pub(super) struct Fact {
    pub term: String,
    pub texts: Vec<Text>,
    /// True for numbers, dates and addresses of the network, read left to right on any page.
    pub ltr: bool,
}

/// What the file holds, without what is empty.
pub(super) fn facts(client: &Client, own: &Customs, script: Script, talk: Talk) -> Vec<Fact> {
    let mut facts = Vec::with_capacity(12);
    let mut add = |term: String, ltr: bool, texts: Vec<String>| {
        let texts: Vec<Text> =
            texts.into_iter().filter(|text| !text.is_empty()).map(|text| Text::new(text, talk)).collect();
        if !texts.is_empty() {
            facts.push(Fact { term, texts, ltr });
        }
    };
    let term = |key: &str| talk.label(key).into_owned();
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let extra = |field: &str| client.extra(field).to_owned();
    if !client.is_organisation() {
        let names = [Some(client.name(script)), client.other_name(script)];
        add(term("clients-name"), false, names.into_iter().flatten().collect());
    }
    let organisation = vec![extra("organisation_latin"), extra("organisation_arabic")];
    add(term("clients-organisation"), false, organisation);
    add(term("clients-registration"), true, vec![extra("registration")]);
    // A value that is masked reads as words, in the direction of the page.
    let plain = client.phones.iter().all(|phone| phone.starts_with('+'));
    add(term("clients-phone"), plain, client.phones.iter().map(|phone| shown_phone(phone)).collect());
    let birth = Day::parse(&client.birth_date);
    let shown = birth.map_or_else(|_| client.birth_date.clone(), Day::shown);
    add(term("clients-birth-date"), birth.is_ok(), vec![shown]);
    add(term("clients-address"), false, address(&client.street, client.wilaya, client.commune, talk));
    let (wilaya, commune) = (extra("wilaya2").parse().unwrap_or(0), extra("commune2").parse().unwrap_or(0));
    add(term("clients-address2"), false, address(client.extra("street2"), wilaya, commune, talk));
    add(term("clients-email"), client.email.contains('@'), vec![client.email.clone(), extra("email2")]);
    add(term("clients-language"), false, vec![talk.t(language_key(client.language)).into_owned()]);
    let preferred = match client.extra("script") {
        "" => String::new(),
        script => talk.t(script_key(script)).into_owned(),
    };
    add(term("clients-script"), false, vec![preferred]);
    let channel = Channel::parse(client.extra("channel"));
    add(term("clients-channel"), false, vec![channel.map_or_else(String::new, |one| talk.t(one.key()).into_owned())]);
    add(term("clients-needs"), false, lines(&client.needs));
    add(term("clients-motivations"), false, lines(&client.motivations));
    for field in &own.0 {
        let value = own.readable(&field.name(), client.extra(&field.name()), talk);
        add(field.label(talk.lang).to_owned(), false, vec![value]);
    }
    add(term("clients-reference"), true, vec![extra("reference")]);
    add(term("clients-notes"), false, lines(&client.notes));
    facts
}

fn address(street: &str, wilaya: i32, commune: i64, talk: Talk) -> Vec<String> {
    let named = match wilaya_name(wilaya, talk.lang) {
        "" => String::new(),
        name => format!("{name} ({wilaya:02})"),
    };
    vec![street.to_owned(), commune_name(commune, talk.lang).to_owned(), named]
}
