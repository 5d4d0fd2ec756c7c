//! Links between files: a household, an employer, the contact person of an organisation, or another tie in a word.
//!
//! A link is kept once and named from both sides. It never moves: the links of a file are its own and those of the files that
//! were merged into it, and whom it is linked with is the file that stands for the other one. So a link follows a merge, and
//! goes back when the merge is undone.

mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::store::{Link, add, of_file, remove};
pub(crate) use self::store::{every, forget};
pub use self::web::routes;
pub(crate) use self::web::{Section, section, term};

use ::store::StoreError;
use ::web::{Check, FieldError, Fields, WebError};

use crate::clients::{ClientId, Day, DayError};

/// What the other file is to the one that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// A person of the same household.
    Household,
    /// The organisation or the person that employs this one.
    Employer,
    /// A person whom this one employs.
    Employee,
    /// The person to speak to about this organisation.
    Contact,
    /// An organisation about which this person is spoken to.
    ContactOf,
    /// What the word of the link says, from either side.
    Other,
}

impl Relation {
    /// Every relation, in the order of lists.
    pub const ALL: [Self; 6] =
        [Self::Household, Self::Employer, Self::Employee, Self::Contact, Self::ContactOf, Self::Other];
    const CODES: [&'static str; 6] = ["household", "employer", "employee", "contact", "contact_of", "other"];

    /// The word of forms, of the journal and of a person's data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Employer => "employer",
            Self::Employee => "employee",
            Self::Contact => "contact",
            Self::ContactOf => "contact_of",
            Self::Other => "other",
        }
    }

    /// Reads a word of a form.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.code() == code)
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Household => "links-household",
            Self::Employer => "links-employer",
            Self::Employee => "links-employee",
            Self::Contact => "links-contact",
            Self::ContactOf => "links-contact-of",
            Self::Other => "links-other",
        }
    }

    /// The text key of the sentence that offers it in the form.
    fn choice_key(self) -> &'static str {
        match self {
            Self::Household => "links-choice-household",
            Self::Employer => "links-choice-employer",
            Self::Employee => "links-choice-employee",
            Self::Contact => "links-choice-contact",
            Self::ContactOf => "links-choice-contact-of",
            Self::Other => "links-choice-other",
        }
    }

    /// What this file is to the other one.
    pub fn seen_from_there(self) -> Self {
        match self {
            Self::Employer => Self::Employee,
            Self::Employee => Self::Employer,
            Self::Contact => Self::ContactOf,
            Self::ContactOf => Self::Contact,
            both @ (Self::Household | Self::Other) => both,
        }
    }

    /// How it is stored: the kind, the file that it goes from, and the one that it goes to. The employee and the contact person
    /// come first; where both sides are alike, the older file does.
    fn stored(self, own: ClientId, other: ClientId) -> (&'static str, ClientId, ClientId) {
        match self {
            Self::Household => ("household", own.min(other), own.max(other)),
            Self::Other => ("other", own.min(other), own.max(other)),
            Self::Employer => ("employer", own, other),
            Self::Employee => ("employer", other, own),
            Self::ContactOf => ("contact", own, other),
            Self::Contact => ("contact", other, own),
        }
    }

    /// Reads what is stored, from the side of the file that the link goes from, or of the other one.
    fn read(kind: &str, from: bool) -> Self {
        match (kind, from) {
            ("household", _) => Self::Household,
            ("employer", true) => Self::Employer,
            ("employer", false) => Self::Employee,
            ("contact", true) => Self::ContactOf,
            ("contact", false) => Self::Contact,
            _ => Self::Other,
        }
    }
}

/// The longest word of another link, in characters: it stands as a term on 20 cells.
const WORD: usize = 20;
/// The longest note, in characters.
const NOTE: usize = 300;

/// A link to make, as it is seen from the file that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// What the other file is to this one.
    pub relation: Relation,
    /// The word of [`Relation::Other`], else empty.
    pub word: String,
    /// Anything else, or empty.
    pub note: String,
    /// The first day, if it is known.
    pub since: Option<Day>,
    /// The last day, if there is one.
    pub until: Option<Day>,
}

impl NewLink {
    /// Reads a form.
    ///
    /// # Errors
    /// Every refused field with its sentence.
    pub fn read(fields: &Fields) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::new(fields);
        let relation = Relation::parse(check.choice("relation", &Relation::CODES, "links-error-relation"));
        let mut word = check.line("word", WORD);
        match relation {
            Some(Relation::Other) if word.is_empty() => check.wrong("word", "links-error-word"),
            Some(Relation::Other) | None => {}
            Some(_) => word.clear(),
        }
        let (since, until) = (day(&mut check, "since"), day(&mut check, "until"));
        if since.zip(until).is_some_and(|(since, until)| since > until) {
            check.wrong("until", "filters-error-order");
        }
        let note = check.text("note", NOTE);
        match relation {
            Some(relation) if check.errors.is_empty() => Ok(Self { relation, word, note, since, until }),
            _ => Err(check.errors),
        }
    }
}

fn day(check: &mut Check<'_>, field: &str) -> Option<Day> {
    let typed = check.line(field, 40);
    match Day::parse(&typed) {
        _ if typed.is_empty() => return None,
        Ok(day) if day < Day::OLDEST => check.wrong(field, "clients-error-birth-old"),
        Ok(day) => return Some(day),
        Err(DayError::Unreadable) => check.wrong(field, "clients-error-birth"),
        Err(DayError::Impossible) => check.wrong(field, "clients-error-birth-impossible"),
    }
    None
}

/// Why two files are not linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// A file is not linked with itself.
    #[error("a file and itself")]
    Itself,
    /// The files are linked in this way already.
    #[error("the files are linked in this way already")]
    Known,
    /// One of the persons was erased.
    #[error("one of the persons was erased")]
    Erased,
    /// What the database says.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<LinkError> for WebError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Itself => Self::Conflict("links-refused-itself"),
            LinkError::Known => Self::Conflict("links-error-known"),
            LinkError::Erased => Self::Conflict("law-erased"),
            LinkError::Store(error) => error.into(),
        }
    }
}

/// What the history of a client says of a line that this room wrote: a text key.
pub(crate) fn history_key(verb: &str) -> Option<&'static str> {
    match verb {
        "link.added" => Some("links-history-added"),
        "link.removed" => Some("links-history-removed"),
        _ => None,
    }
}
