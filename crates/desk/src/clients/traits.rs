//! What a filter asks of a file, packed into one whole number, so that every index of the list can hold it.
//!
//! From the low end: 9 bits of what is missing, 1 spare, 2 of the language, 4 of the status, then the day of birth as
//! YYYYMMDD. The migration `segments` writes the same number in SQL for files that are older than it.

use words::Lang;

use super::{Client, Day, Status};

/// Where the language stands.
pub(super) const LANGUAGE: u32 = 10;
/// Where the status stands.
pub(super) const STATUS: u32 = 12;
/// Where the day of birth stands.
pub(super) const BIRTH: u32 = 16;

/// Something that a file should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Everything that is important.
    Everything,
    /// The name in both scripts.
    BothNames,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// The day of birth.
    Birth,
    /// Street, commune and wilaya.
    Address,
    /// What the client needs.
    Needs,
    /// What moves the client.
    Motivations,
}

impl Part {
    /// Every part, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Everything,
        Self::BothNames,
        Self::Phone,
        Self::Email,
        Self::Birth,
        Self::Address,
        Self::Needs,
        Self::Motivations,
    ];

    /// The word of addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::BothNames => "both_names",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Birth => "birth_date",
            Self::Address => "address",
            Self::Needs => "needs",
            Self::Motivations => "motivations",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Everything => "filters-part-everything",
            Self::BothNames => "filters-part-both-names",
            Self::Phone => "clients-phone",
            Self::Email => "clients-email",
            Self::Birth => "clients-birth-date",
            Self::Address => "clients-address",
            Self::Needs => "clients-needs",
            Self::Motivations => "clients-motivations",
        }
    }

    /// Reads a word of an address.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// The bits that are set when it is missing.
    pub(crate) fn bits(self) -> i64 {
        match self {
            Self::Everything => 511,
            Self::BothNames => 1 | 128 | 256,
            Self::Phone => 2,
            Self::Birth => 4,
            Self::Address => 8,
            Self::Needs => 16,
            Self::Motivations => 32,
            Self::Email => 64,
        }
    }
}

/// The number of a status.
pub(crate) fn status_number(status: Status) -> i64 {
    match status {
        Status::Prospect => 1,
        Status::New => 2,
        Status::Active => 3,
        Status::Dormant => 4,
        Status::Difficult => 5,
        Status::Lost => 6,
    }
}

/// The number of a language.
pub(crate) fn language_number(lang: Lang) -> i64 {
    match lang {
        Lang::Fr => 1,
        Lang::Ar => 2,
        Lang::En => 3,
    }
}

/// The traits of a file.
pub(super) fn traits(client: &Client) -> i64 {
    let bit = |key: &str| match key {
        "clients-name" => 1,
        "clients-phone" => 2,
        "clients-birth-date" => 4,
        "clients-address" => 8,
        "clients-needs" => 16,
        "clients-motivations" => 32,
        "clients-email" => 64,
        "clients-name-latin" => 128,
        "clients-name-arabic" => 256,
        _ => 0,
    };
    let gaps = client.missing().into_iter().map(bit).fold(0, |all, bit| all | bit);
    let birth = Day::parse(&client.birth_date).map_or(0, Day::number);
    (birth << BIRTH) | (status_number(client.status) << STATUS) | (language_number(client.language) << LANGUAGE) | gaps
}

/// The status of a number.
pub(crate) fn status_named(number: i64) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status_number(*status) == number)
}

/// The language of a number.
pub(crate) fn language_named(number: i64) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| language_number(*lang) == number)
}
