//! Client files: who calls, how to reach them, what they need.
//!
//! A file is found by a number in any form, by a name in either script or by an e-mail address; two people who correct it at
//! the same time never overwrite each other without knowing; its history is read from the journal.

mod data;
mod day;
pub mod generator;
mod search;
mod store;
mod web;

#[cfg(test)]
pub(crate) mod tests;

pub use self::data::{ClientData, FIELDS};
pub use self::day::{Day, DayError};
pub(crate) use self::store::is_spent;
pub use self::store::{
    Found, HistoryLine, Nobody, by_phone, erase, get, history, insert, recent_history, search, seed, update,
};
pub use self::web::routes;
pub(crate) use self::web::{Event, encoded, file_form};

use ::store::Moment;
use ::web::Fields;
use ::web::preferences::Script;
use names::Phone;
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
}

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
    /// At most two numbers in E.164 form, the preferred one first; [`shown_phone`] writes them for a reader.
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
    /// Grows by one with every change; what an editor must have read to save.
    pub version: i64,
    /// When the file was made.
    pub created_at: Moment,
    /// When it last changed.
    pub updated_at: Moment,
}

impl Client {
    /// The name as it is spoken, given name first: in the preferred script, else in the other one.
    pub fn name(&self, script: Script) -> String {
        self.ordered(script, false)
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

    fn ordered(&self, script: Script, family_first: bool) -> String {
        self.full(script, family_first).or_else(|| self.full(other(script), family_first)).unwrap_or_default()
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
        [
            (latin.is_none() && arabic.is_none(), "clients-name", "given_latin"),
            (self.phones.is_empty(), "clients-phone", "phone"),
            (self.birth_date.is_empty(), "clients-birth-date", "birth_date"),
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

    /// Every field of [`FIELDS`] as the journal keeps it: YYYY-MM-DD, E.164, the wilaya's code, the commune's Latin name.
    pub fn values(&self) -> Fields {
        let commune = places::commune(self.commune).map_or("", |commune| commune.latin);
        self.written(self.birth_date.clone(), &self.phones, commune)
    }

    /// Every field as a form in `lang` shows it: DD/MM/YYYY, national numbers, the commune in the script of the page.
    pub fn typed(&self, lang: Lang) -> Fields {
        let birth = Day::parse(&self.birth_date).map_or_else(|_| String::new(), Day::shown);
        let phones: Vec<String> = self.phones.iter().map(|phone| shown_phone(phone)).collect();
        self.written(birth, &phones, commune_name(self.commune, lang))
    }

    fn written(&self, birth: String, phones: &[String], commune: &str) -> Fields {
        let phone = |at: usize| phones.get(at).cloned().unwrap_or_default();
        let wilaya = if self.wilaya == 0 { String::new() } else { self.wilaya.to_string() };
        let values = [
            self.given_latin.clone(),
            self.family_latin.clone(),
            self.given_arabic.clone(),
            self.family_arabic.clone(),
            birth,
            phone(0),
            phone(1),
            self.email.clone(),
            self.street.clone(),
            wilaya,
            commune.to_owned(),
            self.language.code().to_owned(),
            self.status.code().to_owned(),
            self.needs.clone(),
            self.motivations.clone(),
            self.notes.clone(),
        ];
        Fields(FIELDS.iter().map(|field| (*field).to_owned()).zip(values).collect())
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
        _ => "clients-notes",
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
