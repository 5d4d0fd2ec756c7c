//! Purposes: what personal data is used for, on which legal basis, and how long it is kept. Data of a centre.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::store::{purpose_by_code, purposes, seed, update};
pub(super) use self::web::routes;

use ::web::{Check, FieldError, Fields};
use words::{Lang, Talk};

use super::coded::coded;
use crate::clients::Day;

/// The identity of a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PurposeId(pub i64);

coded! {
    /// What makes the use of the data lawful (law 18-07, article 7, to be confirmed by the institution).
    Basis {
        /// The person agreed.
        Consent = "consent", "law-basis-consent";
        /// A contract with the person needs it.
        Contract = "contract", "law-basis-contract";
        /// A law asks for it.
        Duty = "duty", "law-basis-duty";
        /// A legitimate interest of the centre.
        Interest = "interest", "law-basis-interest";
    }
}

/// The purposes that a centre may begin with: code, French, Arabic, English, needs consent, prospecting, basis, article,
/// months kept. Proposals only: articles and months are to be confirmed by the institution.
const FIRST: &str = include_str!("purposes.csv");

/// The longest name, in cells: a purpose is read on a 20-cell line.
const NAME: usize = 20;

/// What a purpose says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurposeData {
    /// Its name in French.
    pub fr: String,
    /// Its name in Arabic.
    pub ar: String,
    /// Its name in English.
    pub en: String,
    /// True when nobody may be contacted for it without a consent.
    pub needs_consent: bool,
    /// True for direct prospecting, which an opposition ends.
    pub prospecting: bool,
    /// Its legal basis.
    pub basis: Basis,
    /// The article, as it is cited.
    pub article: String,
    /// The first day on which it holds.
    pub since: Day,
    /// The last day on which it holds; none while it goes on.
    pub until: Option<Day>,
    /// Months that data is kept after the client's last activity; 0 when there is no rule yet.
    pub months: i64,
}

/// A purpose as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Identity.
    pub id: PurposeId,
    /// The short word that other rooms know it by.
    pub code: String,
    /// What it says.
    pub data: PurposeData,
    /// Grows by one with every change.
    pub version: i64,
}

impl Purpose {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.data.fr,
            Lang::Ar => &self.data.ar,
            Lang::En => &self.data.en,
        }
    }

    /// True when it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.data.since <= day && self.data.until.is_none_or(|until| day <= until)
    }
}

/// Reads the form of a purpose.
///
/// # Errors
/// Every refused field with its sentence.
pub fn read(fields: &Fields) -> Result<PurposeData, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let mut name = |field| {
        let name = check.required(field, 80, "law-error-name");
        if words::cells(&name) > NAME {
            check.wrong(field, "law-error-name-long");
        }
        name
    };
    let (fr, ar, en) = (name("fr"), name("ar"), name("en"));
    let needs_consent = check.choice("needs_consent", &["yes", "no"], "frame-error-choice") == "yes";
    let prospecting = check.choice("prospecting", &["yes", "no"], "frame-error-choice") == "yes";
    if prospecting && !needs_consent {
        check.wrong("needs_consent", "law-error-prospecting");
    }
    let basis = Basis::parse(check.choice("basis", Basis::CODES, "frame-error-choice"));
    let article = check.required("article", 120, "law-error-article");
    let since = day(&mut check, "since");
    let until = day(&mut check, "until");
    if since.is_none() {
        check.wrong("since", "law-error-day");
    }
    if until.is_some() && until < since {
        check.wrong("until", "law-error-until");
    }
    let months = check.line("months", 10);
    let months = if months.is_empty() { Some(0) } else { names::fold::ascii_digits(&months).parse::<i64>().ok() };
    let months = months.filter(|months| (0..=1_200).contains(months));
    if months.is_none() {
        check.wrong("months", "law-error-months");
    }
    match (basis, since, months) {
        (Some(basis), Some(since), Some(months)) if check.errors.is_empty() => {
            Ok(PurposeData { fr, ar, en, needs_consent, prospecting, basis, article, since, until, months })
        }
        _ => Err(check.errors),
    }
}

/// A day of a form; none when it is empty or cannot be read, which is then said at the field.
pub(super) fn day(check: &mut Check<'_>, field: &str) -> Option<Day> {
    let typed = check.line(field, 40);
    if typed.is_empty() {
        return None;
    }
    let day = Day::parse(&typed).ok();
    if day.is_none() {
        check.wrong(field, "law-error-day");
    }
    day
}

/// A purpose as its form shows it.
fn typed(purpose: &Purpose) -> Fields {
    let data = &purpose.data;
    let word = |yes| if yes { "yes" } else { "no" }.to_owned();
    let pairs = [
        ("fr", data.fr.clone()),
        ("ar", data.ar.clone()),
        ("en", data.en.clone()),
        ("needs_consent", word(data.needs_consent)),
        ("prospecting", word(data.prospecting)),
        ("basis", data.basis.code().to_owned()),
        ("article", data.article.clone()),
        ("since", data.since.shown()),
        ("until", data.until.map_or_else(String::new, Day::shown)),
        ("months", if data.months == 0 { String::new() } else { data.months.to_string() }),
        ("version", purpose.version.to_string()),
    ];
    Fields(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Codes and names of the purposes that hold on a day, for a field that offers the choice.
pub(super) fn options(all: &[Purpose], today: Day, talk: Talk) -> Vec<(String, String)> {
    let first = (String::new(), talk.t("law-choose").into_owned());
    let open = all.iter().filter(|purpose| purpose.holds_on(today));
    let named = open.map(|purpose| (purpose.id.0.to_string(), purpose.name(talk.lang).to_owned()));
    std::iter::once(first).chain(named).collect()
}
