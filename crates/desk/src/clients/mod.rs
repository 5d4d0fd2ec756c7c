//! Client files: who calls, how to reach them, what they need.
//!
//! A file is found by a number in any form, by a name in either script or by an e-mail address; two people who correct it at
//! the same time never overwrite each other without knowing; its history is read from the journal.

mod born;
mod custom;
mod data;
mod day;
mod filter;
pub mod generator;
mod more;
mod search;
mod store;
mod traits;
mod web;
mod wording;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use self::born::born_key;
pub use self::custom::{CustomField, CustomKind, Customs, custom_fields};
pub(crate) use self::custom::{number, own_field};
pub use self::data::{ClientData, FIELDS, NameTexts, read_name};
pub(crate) use self::day::ALGERIA;
pub use self::day::{Day, DayError};
pub(crate) use self::filter::own as own_conditions;
pub use self::filter::{Asked, Condition, Consent, Filter, MOST_VALUES, Own, is_parameter};
pub use self::more::{Channel, More};
pub(crate) use self::search::{after, email_key, name_keys, number_key, reference_key};
pub use self::store::counting::{Counted, Grouping, by as count_by};
pub use self::store::filtering::count;
#[cfg(test)]
pub(crate) use self::store::wrong_keys;
pub(crate) use self::store::{
    FILES, Keys, KnownFile, Ready, SCATTERED, TABLES, add_keys, count_all, counting, files_of, filtering,
    forget_changed, forget_keys, hold, import, is_spent, known, read_keys, stream, take_back, write_keys,
};
pub(crate) use self::store::{FILES_OF_PERSON, with_merged};
pub use self::store::{
    Found, HistoryLine, Nobody, by_phone, delete, each, erase, get, history, insert, recent_history, rekey, search,
    seed, standing, update,
};
pub use self::traits::Part;
pub(crate) use self::traits::{language_named, status_named};
pub use self::web::routes;
pub(crate) use self::web::{
    Event, Terms, Text, asked, back, encoded, file_form, filter_fields, filter_values, id_of, in_words, own_name,
    own_of, portfolio_name, terms, unsent,
};
pub(crate) use self::wording::{language_key, readable, script_key};

use ::store::Moment;
use ::web::Fields;
use ::web::preferences::Script;
use names::{NameFields, PersonName, Phone};
use words::Lang;

use crate::places;

/// The identity of a client file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientId(pub i64);

/// Where a client stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Has bought nothing yet.
    Prospect,
    /// Has just become a client.
    New,
    /// Buys.
    Active,
    /// Has not bought for a while.
    Dormant,
    /// Needs particular care.
    Difficult,
    /// Has left.
    Lost,
}

impl Status {
    /// Every status, in the order of lists.
    pub const ALL: [Self; 6] = [Self::Prospect, Self::New, Self::Active, Self::Dormant, Self::Difficult, Self::Lost];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::New => "new",
            Self::Active => "active",
            Self::Dormant => "dormant",
            Self::Difficult => "difficult",
            Self::Lost => "lost",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Prospect => "clients-status-prospect",
            Self::New => "clients-status-new",
            Self::Active => "clients-status-active",
            Self::Dormant => "clients-status-dormant",
            Self::Difficult => "clients-status-difficult",
            Self::Lost => "clients-status-lost",
        }
    }

    /// The tone of its badge: `neutral`, `good`, `attention` or `stop`.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Prospect => "neutral",
            Self::New | Self::Active => "good",
            Self::Dormant | Self::Difficult => "attention",
            Self::Lost => "stop",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// True when a file may go from this status to `next`: who has once bought is no prospect again, a prospect who never
    /// bought does not fall asleep, and a client is new once.
    pub fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Prospect, Self::Dormant) => false,
            (Self::Prospect, _) => true,
            (own, Self::Prospect | Self::New) => own == next,
            _ => true,
        }
    }
}

/// Numbers that a file holds at most.
pub const MOST_PHONES: usize = 4;

/// A client file as it is stored. Texts are empty and numbers 0 where nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Identity.
    pub id: ClientId,
    /// Given name in Latin letters.
    pub given_latin: String,
    /// Family name in Latin letters.
    pub family_latin: String,
    /// Given name in Arabic letters.
    pub given_arabic: String,
    /// Family name in Arabic letters.
    pub family_arabic: String,
    /// YYYY-MM-DD.
    pub birth_date: String,
    /// At most [`MOST_PHONES`] numbers in E.164 form, the preferred one first; [`shown_phone`] writes them for a reader.
    pub phones: Vec<String>,
    /// E-mail address.
    pub email: String,
    /// Street and number.
    pub street: String,
    /// Code of the wilaya.
    pub wilaya: i32,
    /// Identifier of the commune.
    pub commune: i64,
    /// The language that the client prefers.
    pub language: Lang,
    /// Where the client stands.
    pub status: Status,
    /// What the client needs.
    pub needs: String,
    /// What moves the client.
    pub motivations: String,
    /// Anything else, in several lines.
    pub notes: String,
    /// What only some files hold: an organisation, further contacts, the centre's own fields; only what is filled.
    pub more: More,
    /// Grows by one with every change; what an editor must have read to save.
    pub version: i64,
    /// When the file was made.
    pub created_at: Moment,
    /// When it last changed.
    pub updated_at: Moment,
    /// The file into which this one was merged; such a file stands in no list and is not written to.
    pub merged_into: Option<ClientId>,
}

impl Client {
    /// The name as it is spoken, given name first: in the preferred script, else in the other one.
    pub fn name(&self, script: Script) -> String {
        self.ordered(script, false)
    }

    /// The name of the person, to be compared; nothing for an organisation without one.
    pub(crate) fn person(&self) -> Option<PersonName> {
        let fields = NameFields {
            given_latin: self.given_latin.clone(),
            family_latin: self.family_latin.clone(),
            given_arabic: self.given_arabic.clone(),
            family_arabic: self.family_arabic.clone(),
        };
        PersonName::new(&fields).ok()
    }

    /// The name as it is filed, family name first: for lists, where what differs comes first.
    pub fn filed_name(&self, script: Script) -> String {
        self.ordered(script, true)
    }

    /// The same name in the script that [`Client::name`] did not use, when the file holds it in full.
    pub fn other_name(&self, script: Script) -> Option<String> {
        self.full(script, false)?;
        self.full(other(script), false)
    }

    /// A filled field of [`Client::more`], or an empty text.
    pub fn extra(&self, field: &str) -> &str {
        self.more.get(field).map_or("", String::as_str)
    }

    /// The organisation's name: in the preferred script, else in the other one; empty when there is none.
    pub fn organisation(&self, script: Script) -> &str {
        let (first, second) = match script {
            Script::Latin => ("organisation_latin", "organisation_arabic"),
            Script::Arabic => ("organisation_arabic", "organisation_latin"),
        };
        let named = self.extra(first);
        if named.is_empty() { self.extra(second) } else { named }
    }

    /// True for the file of an organisation: no person is named in it.
    pub fn is_organisation(&self) -> bool {
        let nobody = |script| self.full(script, false).is_none();
        nobody(Script::Latin) && nobody(Script::Arabic) && !self.organisation(Script::Latin).is_empty()
    }

    fn ordered(&self, script: Script, family_first: bool) -> String {
        let person = self.full(script, family_first).or_else(|| self.full(other(script), family_first));
        person.unwrap_or_else(|| self.organisation(script).to_owned())
    }

    fn full(&self, script: Script, family_first: bool) -> Option<String> {
        let (given, family) = match script {
            Script::Latin => (&self.given_latin, &self.family_latin),
            Script::Arabic => (&self.given_arabic, &self.family_arabic),
        };
        let (first, second) = if family_first { (family, given) } else { (given, family) };
        (!given.is_empty() && !family.is_empty()).then(|| format!("{first} {second}"))
    }

    /// The text keys of what is important and still empty, most urgent first.
    pub fn missing(&self) -> Vec<&'static str> {
        self.missing_fields().into_iter().map(|(key, _)| key).collect()
    }

    /// The same, each with the field of the form where it is filled.
    pub fn missing_fields(&self) -> Vec<(&'static str, &'static str)> {
        let (latin, arabic) = (self.full(Script::Latin, false), self.full(Script::Arabic, false));
        let address = self.street.is_empty() || self.wilaya == 0 || self.commune == 0;
        let gap = match (self.wilaya, self.commune) {
            (0, _) => "wilaya",
            (_, 0) => "commune",
            _ => "street",
        };
        let person = !self.is_organisation();
        [
            (person && latin.is_none() && arabic.is_none(), "clients-name", "given_latin"),
            (self.phones.is_empty(), "clients-phone", "phone"),
            (person && self.birth_date.is_empty(), "clients-birth-date", "birth_date"),
            (address, "clients-address", gap),
            (self.needs.is_empty(), "clients-needs", "needs"),
            (self.motivations.is_empty(), "clients-motivations", "motivations"),
            (self.email.is_empty(), "clients-email", "email"),
            (latin.is_none() && arabic.is_some(), "clients-name-latin", "given_latin"),
            (arabic.is_none() && latin.is_some(), "clients-name-arabic", "given_arabic"),
        ]
        .into_iter()
        .filter(|(empty, _, _)| *empty)
        .map(|(_, key, field)| (key, field))
        .collect()
    }

    /// Every field of [`FIELDS`] and every filled field of the centre, as the journal keeps it: YYYY-MM-DD, E.164, the wilaya's
    /// code, the commune's Latin name.
    pub fn values(&self) -> Fields {
        self.written(&self.birth_date, &self.phones, |id| places::commune(id).map_or("", |commune| commune.latin))
    }

    /// Every field as a form in `lang` shows it: DD/MM/YYYY, national numbers, the commune in the script of the page.
    pub fn typed(&self, lang: Lang) -> Fields {
        let birth = Day::parse(&self.birth_date).map_or_else(|_| String::new(), Day::shown);
        let phones: Vec<String> = self.phones.iter().map(|phone| shown_phone(phone)).collect();
        self.written(&birth, &phones, |id| commune_name(id, lang))
    }

    fn written(&self, birth: &str, phones: &[String], commune: impl Fn(i64) -> &'static str) -> Fields {
        let phone = |at: usize| phones.get(at).cloned().unwrap_or_default();
        let wilaya = if self.wilaya == 0 { String::new() } else { self.wilaya.to_string() };
        let value = |field: &str| match field {
            "given_latin" => self.given_latin.clone(),
            "family_latin" => self.family_latin.clone(),
            "given_arabic" => self.given_arabic.clone(),
            "family_arabic" => self.family_arabic.clone(),
            "birth_date" => birth.to_owned(),
            "phone" => phone(0),
            "phone2" => phone(1),
            "phone3" => phone(2),
            "phone4" => phone(3),
            "email" => self.email.clone(),
            "street" => self.street.clone(),
            "wilaya" => wilaya.clone(),
            "commune" => commune(self.commune).to_owned(),
            "commune2" => commune(self.extra("commune2").parse().unwrap_or(0)).to_owned(),
            "language" => self.language.code().to_owned(),
            "status" => self.status.code().to_owned(),
            "needs" => self.needs.clone(),
            "motivations" => self.motivations.clone(),
            "notes" => self.notes.clone(),
            other => self.extra(other).to_owned(),
        };
        let own = self.more.iter().filter(|(field, _)| custom::is_custom(field));
        let own = own.map(|(field, value)| (field.clone(), value.clone()));
        Fields(FIELDS.iter().map(|field| ((*field).to_owned(), value(field))).chain(own).collect())
    }
}

fn other(script: Script) -> Script {
    match script {
        Script::Latin => Script::Arabic,
        Script::Arabic => Script::Latin,
    }
}

/// A number as it is shown and read out: `0550 12 34 56`. Put it in `<bdi dir="ltr">`.
pub fn shown_phone(e164: &str) -> String {
    Phone::parse(e164).map_or_else(|_| e164.to_owned(), |phone| phone.national().to_owned())
}

/// The text key of a field of [`FIELDS`].
pub fn label_of(field: &str) -> &'static str {
    match field {
        "given_latin" => "clients-given-latin",
        "family_latin" => "clients-family-latin",
        "given_arabic" => "clients-given-arabic",
        "family_arabic" => "clients-family-arabic",
        "birth_date" => "clients-birth-date",
        "phone" => "clients-phone",
        "phone2" => "clients-phone2",
        "email" => "clients-email",
        "street" => "clients-street",
        "wilaya" => "clients-wilaya",
        "commune" => "clients-commune",
        "language" => "clients-language",
        "status" => "clients-status",
        "needs" => "clients-needs",
        "motivations" => "clients-motivations",
        "notes" => "clients-notes",
        "organisation_latin" => "clients-organisation-latin",
        "organisation_arabic" => "clients-organisation-arabic",
        "registration" => "clients-registration",
        "phone3" => "clients-phone3",
        "phone4" => "clients-phone4",
        "email2" => "clients-email2",
        "street2" => "clients-street2",
        "wilaya2" => "clients-wilaya2",
        "commune2" => "clients-commune2",
        "script" => "clients-script",
        "channel" => "clients-channel",
        "reference" => "clients-reference",
        _ => "clients-own-field",
    }
}

/// The name of a commune in the script of a language; empty when there is none.
pub fn commune_name(id: i64, lang: Lang) -> &'static str {
    let named = |commune: &'static places::Commune| if lang == Lang::Ar { commune.arabic } else { commune.latin };
    places::commune(id).map_or("", named)
}

/// The name of a wilaya in the script of a language; empty when there is none.
pub fn wilaya_name(code: i32, lang: Lang) -> &'static str {
    let named = |wilaya: &'static places::Wilaya| if lang == Lang::Ar { wilaya.arabic } else { wilaya.latin };
    places::wilaya(code).map_or("", named)
}
