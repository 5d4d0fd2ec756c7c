//! What a person, a scenario or the generator gives to fill a file, checked.

use ::store::Moment;
use ::web::{Check, FieldError, Fields};
use names::fold::ascii_digits;
use names::{NameField, NameFields, NameReason, PersonName, Phone, PhoneError, Query};
use words::{Arg, Lang};

use super::custom::is_custom;
use super::generator::Person;
use super::{Client, ClientId, Customs, Day, DayError, More, Status, commune_name, more, wilaya_name};
use crate::places;

/// The fields of a file, in the order of the form and under the names that forms, scenarios and the journal use.
pub const FIELDS: [&str; 28] = [
    "given_latin",
    "family_latin",
    "given_arabic",
    "family_arabic",
    "birth_date",
    "phone",
    "phone2",
    "email",
    "street",
    "wilaya",
    "commune",
    "language",
    "status",
    "needs",
    "motivations",
    "notes",
    "organisation_latin",
    "organisation_arabic",
    "registration",
    "phone3",
    "phone4",
    "email2",
    "street2",
    "wilaya2",
    "commune2",
    "script",
    "channel",
    "reference",
];

/// The longest street, in characters.
pub(super) const STREET: usize = 200;
/// The longest needs or motivations, in characters.
const WISHES: usize = 1_000;
/// The longest notes, in characters.
const NOTES: usize = 4_000;
/// The longest e-mail address, in characters (RFC 5321, 4.5.3.1).
const EMAIL: usize = 254;

/// What fills a file. Made by [`ClientData::read`], so that every field holds what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientData {
    /// The name, complete in one script at least; none in the file of an organisation.
    pub name: Option<PersonName>,
    /// The day of birth.
    pub birth: Option<Day>,
    /// At most [`super::MOST_PHONES`] different numbers.
    pub phones: Vec<Phone>,
    /// An e-mail address, or empty.
    pub email: String,
    /// Street and number, or empty.
    pub street: String,
    /// Code of a wilaya, or 0.
    pub wilaya: i32,
    /// Identifier of a commune, or 0.
    pub commune: i64,
    /// The language that the client prefers.
    pub language: Lang,
    /// Where the client stands.
    pub status: Status,
    /// What the client needs, or empty.
    pub needs: String,
    /// What moves the client, or empty.
    pub motivations: String,
    /// Anything else, or empty.
    pub notes: String,
    /// Every further field that was read, empty ones too: what is absent stays as the file has it.
    pub more: More,
}

impl ClientData {
    /// Reads the fields named in [`FIELDS`]; `today` bounds the day of birth, `lang` is that of the sentences.
    ///
    /// # Errors
    /// Every refused field with its sentence; one sentence a field.
    pub fn read(fields: &Fields, lang: Lang, today: Day) -> Result<Self, Vec<FieldError>> {
        Self::read_with(fields, lang, today, &Customs::default())
    }

    /// The same with the fields that a centre defined.
    ///
    /// # Errors
    /// Every refused field with its sentence; one sentence a field.
    pub fn read_with(fields: &Fields, lang: Lang, today: Day, own: &Customs) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new(fields);
        let mut more = more::read(&mut check, lang);
        let organised =
            ["organisation_latin", "organisation_arabic"].into_iter().any(|field| !fields.get(field).trim().is_empty());
        let nobody = NAMES.into_iter().all(|field| fields.get(field).trim().is_empty());
        let name = if organised && nobody { None } else { read_name(&mut check, fields, NAME_TEXTS) };
        let birth = birth(&mut check, today);
        let phones = phones(&mut check);
        let email = email(&mut check, "email");
        let street = check.line("street", STREET);
        let (wilaya, commune) = place(&mut check, ["wilaya", "commune"], lang);
        let language = check.choice("language", &["fr", "ar", "en"], "frame-error-choice");
        let status = check.choice("status", &Status::ALL.map(Status::code), "frame-error-choice");
        let needs = check.text("needs", WISHES);
        let motivations = check.text("motivations", WISHES);
        let notes = check.text("notes", NOTES);
        more.extend(own.read(&mut check));
        match (Lang::parse(language), Status::parse(status)) {
            (Some(language), Some(status)) if check.errors.is_empty() => Ok(Self {
                name,
                birth,
                phones,
                email,
                street,
                wilaya,
                commune,
                language,
                status,
                needs,
                motivations,
                notes,
                more,
            }),
            _ => Err(check.errors),
        }
    }

    /// A generated person as a file; none if the generator broke a rule of the file.
    pub fn generated(person: &Person) -> Option<Self> {
        let name = PersonName::new(&NameFields {
            given_latin: person.given_latin.clone(),
            family_latin: person.family_latin.clone(),
            given_arabic: person.given_arabic.clone(),
            family_arabic: person.family_arabic.clone(),
        });
        Some(Self {
            name: Some(name.ok()?),
            birth: Some(Day::parse(&person.birth_date).ok()?),
            phones: vec![Phone::parse(&person.phone).ok()?],
            email: person.email.clone().unwrap_or_default(),
            street: person.street.clone(),
            wilaya: person.wilaya,
            commune: person.commune,
            language: Lang::parse(person.language)?,
            status: Status::parse(person.status)?,
            needs: person.needs.to_owned(),
            motivations: person.motivations.to_owned(),
            notes: String::new(),
            more: More::new(),
        })
    }

    /// The same, if its status may follow that of `old`.
    ///
    /// # Errors
    /// The refused status, with its sentence.
    pub(crate) fn following(self, old: &Client) -> Result<Self, Vec<FieldError>> {
        if old.status.may_become(self.status) {
            return Ok(self);
        }
        let key = match self.status {
            Status::Prospect => "clients-error-status-prospect",
            Status::New => "clients-error-status-new",
            _ => "clients-error-status-dormant",
        };
        Err(vec![FieldError { field: "status".to_owned(), key, args: vec![] }])
    }

    /// What `old` becomes when this is saved over it; a further field that was not read stays.
    pub(crate) fn over(&self, old: &Client, version: i64, updated_at: Moment) -> Client {
        let mut new = self.filed(old.id, version, old.created_at, updated_at);
        for (field, value) in &old.more {
            if !self.more.contains_key(field) {
                new.more.insert(field.clone(), value.clone());
            }
        }
        new
    }

    /// The same with every field of the centre among stored values, empty ones too: they were checked when they were stored.
    pub(crate) fn with_own(mut self, values: &Fields) -> Self {
        let own = values.0.iter().filter(|(field, _)| is_custom(field));
        self.more.extend(own.cloned());
        self
    }

    /// Every field of [`FIELDS`] as [`Client::values`] gives it.
    pub fn values(&self) -> Fields {
        self.filed(ClientId(0), 0, Moment(0), Moment(0)).values()
    }

    /// The file that this fills.
    pub(super) fn filed(&self, id: ClientId, version: i64, created_at: Moment, updated_at: Moment) -> Client {
        let name = self.name.as_ref().map(|name| name.fields().clone()).unwrap_or_default();
        Client {
            id,
            given_latin: name.given_latin,
            family_latin: name.family_latin,
            given_arabic: name.given_arabic,
            family_arabic: name.family_arabic,
            birth_date: self.birth.map_or_else(String::new, |day| day.to_string()),
            phones: self.phones.iter().map(|phone| phone.e164().to_owned()).collect(),
            email: self.email.clone(),
            street: self.street.clone(),
            wilaya: self.wilaya,
            commune: self.commune,
            language: self.language,
            status: self.status,
            needs: self.needs.clone(),
            motivations: self.motivations.clone(),
            notes: self.notes.clone(),
            more: self
                .more
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(field, value)| (field.clone(), value.clone()))
                .collect(),
            version,
            created_at,
            updated_at,
            merged_into: None,
        }
    }
}

/// The fields of a person's name.
const NAMES: [&str; 4] = ["given_latin", "family_latin", "given_arabic", "family_arabic"];

/// The text keys of what may be wrong with a name: a part that is missing, letters of the other script.
#[derive(Clone, Copy, Debug)]
pub struct NameTexts {
    /// The given name is missing.
    pub given: &'static str,
    /// The family name is missing.
    pub family: &'static str,
    /// A field for Latin letters holds others.
    pub latin: &'static str,
    /// A field for Arabic letters holds others.
    pub arabic: &'static str,
}

const NAME_TEXTS: NameTexts = NameTexts {
    given: "clients-error-given",
    family: "clients-error-family",
    latin: "clients-error-latin",
    arabic: "clients-error-arabic",
};

/// Reads a person's name out of the fields `given_latin`, `family_latin`, `given_arabic` and `family_arabic`, of which one
/// script is enough; what is wrong is told at its field.
pub fn read_name(check: &mut Check<'_>, fields: &Fields, texts: NameTexts) -> Option<PersonName> {
    let typed = NameFields {
        given_latin: fields.get("given_latin").to_owned(),
        family_latin: fields.get("family_latin").to_owned(),
        given_arabic: fields.get("given_arabic").to_owned(),
        family_arabic: fields.get("family_arabic").to_owned(),
    };
    let errors = match PersonName::new(&typed) {
        Ok(name) => return Some(name),
        Err(errors) => errors,
    };
    for error in errors {
        let (field, missing, script) = match error.field {
            NameField::GivenLatin => ("given_latin", texts.given, texts.latin),
            NameField::FamilyLatin => ("family_latin", texts.family, texts.latin),
            NameField::GivenArabic => ("given_arabic", texts.given, texts.arabic),
            NameField::FamilyArabic => ("family_arabic", texts.family, texts.arabic),
        };
        match error.reason {
            NameReason::Missing => check.wrong(field, missing),
            NameReason::Control => check.wrong(field, "frame-error-control"),
            NameReason::WrongScript => check.wrong(field, script),
            NameReason::TooLong => {
                let _too_long = check.line(field, names::MOST_CHARACTERS);
            }
        }
    }
    None
}

fn birth(check: &mut Check<'_>, today: Day) -> Option<Day> {
    let typed = check.line("birth_date", 40);
    if typed.is_empty() {
        return None;
    }
    let wrong = match Day::parse(&typed) {
        Ok(day) if day > today => "clients-error-birth-future",
        Ok(day) if day < Day::OLDEST => "clients-error-birth-old",
        Ok(day) => return Some(day),
        Err(DayError::Unreadable) => "clients-error-birth",
        Err(DayError::Impossible) => "clients-error-birth-impossible",
    };
    check.wrong("birth_date", wrong);
    None
}

fn phones(check: &mut Check<'_>) -> Vec<Phone> {
    let mut found: Vec<Phone> = Vec::new();
    for field in ["phone", "phone2", "phone3", "phone4"] {
        let wrong = match Phone::parse(&check.line(field, 40)) {
            Err(PhoneError::Empty) => continue,
            Ok(phone) if phone.is_short() => "clients-error-phone-service",
            Ok(phone) if found.contains(&phone) => "clients-error-phone-twice",
            Ok(phone) => {
                found.push(phone);
                continue;
            }
            Err(PhoneError::Letters) => "clients-error-phone-letters",
            Err(PhoneError::TooShort) => "clients-error-phone-short",
            Err(PhoneError::TooLong) => "clients-error-phone-long",
            Err(PhoneError::Unknown) => "clients-error-phone",
        };
        check.wrong(field, wrong);
    }
    found
}

/// An address has one `@`, something before it, and after it a name with a dot and no space.
pub(super) fn email(check: &mut Check<'_>, field: &'static str) -> String {
    let typed = check.line(field, EMAIL);
    let well_formed = typed.split_once('@').is_some_and(|(own, domain)| {
        let plain = |c: char| c.is_alphanumeric() || c == '-';
        let labels = domain.split('.');
        !own.is_empty()
            && !own.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>'))
            && domain.contains('.')
            && labels.into_iter().all(|label| !label.is_empty() && label.chars().all(plain))
    });
    match (typed.is_empty(), typed.contains('@')) {
        (true, _) => {}
        (false, false) => check.wrong(field, "clients-error-email-at"),
        (false, true) if !well_formed => check.wrong(field, "clients-error-email"),
        _ => {}
    }
    typed
}

/// The wilaya and the commune of an address, from these two fields; 0 for what is empty or refused.
pub(super) fn place(check: &mut Check<'_>, at: [&'static str; 2], lang: Lang) -> (i32, i64) {
    let (code, name) = (ascii_digits(&check.line(at[0], 40)), check.line(at[1], 80));
    let wilaya = code.parse().ok().and_then(places::wilaya);
    match (wilaya, code.is_empty(), name.is_empty()) {
        (Some(wilaya), _, true) => (wilaya.code, 0),
        (Some(wilaya), _, false) => (wilaya.code, commune(check, at[1], wilaya, &name, lang)),
        (None, true, true) => (0, 0),
        (None, true, false) => {
            check.wrong(at[0], "clients-error-wilaya-first");
            (0, 0)
        }
        (None, false, _) => {
            check.wrong(at[0], "clients-error-wilaya");
            (0, 0)
        }
    }
}

/// The commune of a name in a wilaya. The communes of the wilayas of 2025 still stand under their former wilaya in the
/// project's list, so that any commune is accepted there.
fn commune(check: &mut Check<'_>, field: &'static str, wilaya: &places::Wilaya, name: &str, lang: Lang) -> i64 {
    let named = places::communes_named(name);
    let here = named.iter().find(|commune| commune.wilaya == wilaya.code || wilaya.since.is_some());
    if let Some(commune) = here {
        return commune.id;
    }
    if let Some(elsewhere) = named.first() {
        let args = vec![("wilaya", Arg::from(wilaya_name(elsewhere.wilaya, lang)))];
        check.wrong_with(field, "clients-error-commune-elsewhere", args);
        return 0;
    }
    let near = nearest(wilaya, name, lang);
    if near.is_empty() {
        check.wrong(field, "clients-error-commune");
    } else {
        check.wrong_with(field, "clients-error-commune-near", vec![("names", Arg::from(near))]);
    }
    0
}

/// The three communes whose names are likest, in the script of the page.
fn nearest(wilaya: &places::Wilaya, name: &str, lang: Lang) -> String {
    let query = Query::new(name);
    let own = places::communes_of(wilaya.code);
    let all = if own.is_empty() { places::communes() } else { own };
    let score = |commune: &places::Commune| query.score_text(commune.latin).max(query.score_text(commune.arabic));
    let mut near: Vec<(f64, i64)> = all.iter().map(|commune| (score(commune), commune.id)).collect();
    near.retain(|(score, _)| *score >= 0.45);
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let names: Vec<&str> = near.iter().take(3).map(|(_, id)| commune_name(*id, lang)).collect();
    names.join(if lang == Lang::Ar { "، " } else { ", " })
}
