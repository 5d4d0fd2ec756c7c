//! What other rooms know of a file, in a filter as people read it and fill it in: consents, validation, imports; and the channel
//! that the client prefers.

use ::web::{Field, Fields};
use words::{Arg, Talk};

use super::Terms;
use crate::clients::filter::known::{
    ANSWER, ANSWERS, CHANNEL, PURPOSE, STATES, answer_code, answer_key, channel_code, channel_key, state_code,
};
use crate::clients::store::Brought;
use crate::clients::{ALGERIA, Channel, Consent, MOST_VALUES};
use crate::law::{self, Purpose};

/// What the client answered about a purpose, as a sentence.
pub(super) fn consent_said(talk: Talk, consent: &Consent, purposes: &[Purpose]) -> String {
    let purpose = purposes.iter().find(|one| one.id == consent.purpose);
    let purpose = purpose.map_or_else(|| talk.t("filters-purpose-gone"), |one| one.name(talk.lang).to_owned().into());
    let answers: Vec<String> = consent.answers.iter().map(|answer| talk.t(answer_key(*answer)).into_owned()).collect();
    let values = answers.join(&talk.t("filters-or"));
    let mut args = vec![("purpose", Arg::from(purpose.into_owned())), ("values", Arg::from(values))];
    let Some(channel) = consent.channel else { return talk.with("filters-consent-said-any", &args) };
    args.push(("channel", Arg::from(talk.t(channel.key()).into_owned())));
    talk.with("filters-consent-said", &args)
}

/// An import by the name of its file and its day; by its number when it is none of those that are offered.
pub(super) fn import_named(talk: Talk, id: i64, imports: &[Brought]) -> String {
    let found = imports.iter().find(|one| one.id == id);
    found.map_or_else(|| import_numbered(talk, &id.to_string()), |one| import_of_file(talk, one))
}

fn import_of_file(talk: Talk, import: &Brought) -> String {
    let day = talk.date(import.made_at, ALGERIA);
    talk.with("filters-import-named", &[("name", Arg::from(import.name.as_str())), ("day", Arg::ltr(&day))])
}

fn import_numbered(talk: Talk, id: &str) -> String {
    talk.with("filters-import-other", &[("number", Arg::ltr(id))])
}

/// The fields of the form. What a centre has none of is not asked for, and what `values` ask for stays among the choices.
pub(super) fn known_fields(talk: Talk, terms: &Terms, values: &Fields) -> Vec<Field> {
    let word = |code: &str, key: &str| (code.to_owned(), talk.t(key).into_owned());
    let preferred = Channel::ALL.into_iter().map(Some).chain([None]);
    let preferred = preferred.map(|one| word(channel_code(one), channel_key(one))).collect();
    let states = STATES.iter().map(|one| word(state_code(*one), one.key())).collect();
    let mut fields = vec![Field::boxes(talk, "channel", "clients-channel", preferred)];
    fields.extend(consent_fields(talk, &terms.purposes, values));
    fields.push(Field::boxes(talk, "validation", "filters-validation", states));
    let mut imports = vec![word("", "filters-any")];
    imports.extend(terms.imports.iter().map(|one| (one.id.to_string(), import_of_file(talk, one))));
    keep(&mut imports, values, "import", |id| import_numbered(talk, id));
    if imports.len() > 1 {
        fields.push(Field::select(talk, "import", "filters-import", imports));
    }
    fields
}

/// Purpose, channel and answer; nothing where the centre has no purpose.
fn consent_fields(talk: Talk, purposes: &[Purpose], values: &Fields) -> Vec<Field> {
    let word = |code: &str, key: &str| (code.to_owned(), talk.t(key).into_owned());
    if purposes.is_empty() && [PURPOSE, CHANNEL, ANSWER].into_iter().all(|name| values.get(name).is_empty()) {
        return vec![];
    }
    let mut all = vec![word("", "filters-any")];
    all.extend(purposes.iter().map(|one| (one.id.0.to_string(), one.name(talk.lang).to_owned())));
    keep(&mut all, values, PURPOSE, |_| talk.t("filters-purpose-gone").into_owned());
    let mut channels = vec![word("", "filters-channel-any")];
    channels.extend(law::Channel::options(talk));
    let answers = ANSWERS.iter().map(|one| word(answer_code(*one), answer_key(*one))).collect();
    vec![
        Field::select(talk, PURPOSE, "filters-consent-purpose", all).hint(talk, "filters-hint-consent"),
        Field::select(talk, CHANNEL, "filters-consent-channel", channels),
        Field::boxes(talk, ANSWER, "filters-consent-answer", answers),
    ]
}

/// Adds what is asked for and is not offered.
fn keep(options: &mut Vec<(String, String)>, values: &Fields, name: &str, named: impl Fn(&str) -> String) {
    for asked in values.each(name).take(MOST_VALUES) {
        if !options.iter().any(|(code, _)| code == asked) {
            options.push((asked.to_owned(), named(asked)));
        }
    }
}
