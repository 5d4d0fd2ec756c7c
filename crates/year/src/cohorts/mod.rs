//! The people of the school: the institution and its rooms, trainers, promotions and their sections, trainees with their
//! states, what was granted to some of them, and lists of trainees that come from a file.
//!
//! The official programme says nothing of all this: names, dates and roles are data of the institution.

mod file;
mod logo;
mod search;
mod store;
mod web;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ::store::Change;
use ::web::preferences::Script;
use ::web::{Check, Fields};
use desk::clients::{Day, NameTexts};
use names::{NameFields, PersonName};

use crate::common::{filed, filed_in_other};

pub use self::store::{
    Granted, Institution, NewPromotion, NewTrainee, Promotion, Section, add_campus, add_promotion, add_room,
    add_section, add_trainee, add_trainer, change_institution, keep_accommodation, keep_logo,
};
pub(crate) use self::store::{
    Logo, Room, Semester, Trainee, Trainer, change_state, institution, kept_logo, led_to, logo_png, members,
    members_on, memberships, modules_of, move_to, promotion, rooms, section, sections, semester_at, semesters, states,
    stay, teaches, trainee, trainers,
};
pub use self::web::routes;

/// The longest short name: of a promotion, a section, a room, in characters.
const CODE: usize = 30;
/// The longest name of an institution or campus, in characters.
const NAME: usize = 160;
/// The longest text: header lines, reasons, remarks, in characters.
const TEXT: usize = 1_000;
/// The most sections of a promotion: they stand in one list.
const MOST_SECTIONS: usize = 40;
/// The most trainees of a section: they stand in one list.
pub(crate) const MOST_MEMBERS: i64 = 300;

/// Where a trainee stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// inscrit
    Enrolled,
    /// suspendu
    Suspended,
    /// abandon
    Dropped,
    /// exclu
    Excluded,
    /// redoublant
    Repeating,
    /// diplômé
    Graduated,
}

impl State {
    /// Every state, in the order of lists.
    pub const ALL: [Self; 6] =
        [Self::Enrolled, Self::Suspended, Self::Repeating, Self::Dropped, Self::Excluded, Self::Graduated];

    /// The word stored in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Suspended => "suspended",
            Self::Dropped => "dropped",
            Self::Excluded => "excluded",
            Self::Repeating => "repeating",
            Self::Graduated => "graduated",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Enrolled => "cohorts-state-enrolled",
            Self::Suspended => "cohorts-state-suspended",
            Self::Dropped => "cohorts-state-dropped",
            Self::Excluded => "cohorts-state-excluded",
            Self::Repeating => "cohorts-state-repeating",
            Self::Graduated => "cohorts-state-graduated",
        }
    }

    /// The shape beside its name.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Enrolled | Self::Graduated => "good",
            Self::Suspended | Self::Repeating => "attention",
            Self::Dropped | Self::Excluded => "stop",
        }
    }

    /// Reads a stored word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The states that may follow. Who dropped out or was excluded can be enrolled again by a decision; a diploma is final.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Enrolled => &[Self::Suspended, Self::Repeating, Self::Dropped, Self::Excluded, Self::Graduated],
            Self::Suspended => &[Self::Enrolled, Self::Repeating, Self::Dropped, Self::Excluded],
            Self::Repeating => &[Self::Enrolled, Self::Suspended, Self::Dropped, Self::Excluded, Self::Graduated],
            Self::Dropped | Self::Excluded => &[Self::Enrolled],
            Self::Graduated => &[],
        }
    }

    /// True when the person is no longer in a section from that day on.
    pub fn leaves(self) -> bool {
        matches!(self, Self::Dropped | Self::Excluded | Self::Graduated)
    }
}

impl Trainee {
    /// The name as it is filed, family name first.
    pub fn filed(&self, script: Script) -> String {
        filed(&self.name(), script)
    }

    /// The same in the other script, when the record holds it.
    pub fn filed_in_other(&self, script: Script) -> Option<String> {
        filed_in_other(&self.name(), script)
    }

    /// Where the person stands.
    pub fn state(&self) -> State {
        State::parse(&self.state).unwrap_or(State::Enrolled)
    }

    /// The four parts of the name.
    pub fn name(&self) -> NameFields {
        NameFields {
            given_latin: self.given_latin.clone(),
            family_latin: self.family_latin.clone(),
            given_arabic: self.given_arabic.clone(),
            family_arabic: self.family_arabic.clone(),
        }
    }
}

/// Puts people in the order of a list: by the name as it is filed, those of one name by their number.
pub(crate) fn in_order(people: &mut [Trainee], script: Script) {
    people.sort_by_cached_key(|own| (own.filed(script), own.number.clone()));
}

impl Trainer {
    /// The name as it is filed, family name first.
    pub fn filed(&self, script: Script) -> String {
        filed(&self.name(), script)
    }

    /// The four parts of the name.
    pub fn name(&self) -> NameFields {
        NameFields {
            given_latin: self.given_latin.clone(),
            family_latin: self.family_latin.clone(),
            given_arabic: self.given_arabic.clone(),
            family_arabic: self.family_arabic.clone(),
        }
    }
}

/// Reads a list of trainees for a section and keeps it, to be looked at before anybody is enrolled; its identity.
///
/// # Errors
/// What is wrong with the file, or what the database says.
pub async fn read_list(
    change: &Change,
    name: &str,
    bytes: &[u8],
    section: i64,
    from: Day,
) -> Result<i64, Box<dyn std::error::Error + Send + Sync>> {
    let read = file::read(name, bytes)?;
    Ok(store::prepare(change, name, (section, from), (&read.header, &read.columns, &read.lines)).await?)
}

/// The fields of a person's name, in the order of the form.
pub(crate) const NAMES: [&str; 4] = ["family_latin", "given_latin", "family_arabic", "given_arabic"];

/// What may be wrong with the name of somebody of the school.
const NAME_TEXTS: NameTexts = NameTexts {
    given: "cohorts-error-given",
    family: "cohorts-error-family",
    latin: "cohorts-error-latin",
    arabic: "cohorts-error-arabic",
};

/// Reads a name: one script is enough, and Arabic alone is.
fn read_name(check: &mut Check<'_>, fields: &Fields) -> Option<PersonName> {
    desk::clients::read_name(check, fields, NAME_TEXTS)
}

/// Reads what the record of a trainee holds: number, name, day of birth.
fn read_trainee(check: &mut Check<'_>, fields: &Fields, today: Day) -> Option<NewTrainee> {
    let number = check.required("number", CODE, "cohorts-error-number");
    let name = read_name(check, fields);
    let birth = crate::common::read_day(check, "birth_date", None);
    if birth.is_some_and(|day| day >= today) {
        check.wrong("birth_date", "cohorts-error-birth");
    }
    let name = name.filter(|_| check.errors.is_empty())?;
    Some(NewTrainee { number, name, birth })
}

/// What a list of trainees says of one line, beside those who are enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nobody has this number: the line would enrol somebody.
    New,
    /// Somebody with this name was born the same day, under another number: a person has to look.
    Resembles(String),
    /// The line says what the record says already.
    Same,
    /// The number belongs to somebody with another name or another day of birth.
    Contradicts(String),
    /// The number stands on an earlier line of the same file.
    Repeats(i64),
}

/// Judges a line. Names are compared in the scripts that both have, without accents and vowel signs.
fn judge(new: &NewTrainee, enrolled: &[Trainee], script: Script) -> Verdict {
    if let Some(own) = enrolled.iter().find(|own| own.number == new.number) {
        let same_day = new.birth.is_none_or(|day| own.birth_date.is_empty() || own.birth_date == day.to_string());
        return if same_day && alike(new.name.fields(), &own.name()) != Some(false) {
            Verdict::Same
        } else {
            Verdict::Contradicts(own.filed(script))
        };
    }
    let day = new.birth.map(|day| day.to_string());
    let twin = enrolled.iter().find(|own| {
        day.as_ref().is_some_and(|day| *day == own.birth_date) && alike(new.name.fields(), &own.name()) == Some(true)
    });
    twin.map_or(Verdict::New, |own| Verdict::Resembles(own.number.clone()))
}

/// Whether two names say the same in the scripts that both hold in full; nothing when they have none in common.
fn alike(one: &NameFields, other: &NameFields) -> Option<bool> {
    let latin = |name: &NameFields| words_of(&name.given_latin, &name.family_latin);
    let arabic = |name: &NameFields| words_of(&name.given_arabic, &name.family_arabic);
    let same = |one: Option<BTreeSet<String>>, other: Option<BTreeSet<String>>| one.zip(other).map(|(a, b)| a == b);
    let found = [same(latin(one), latin(other)), same(arabic(one), arabic(other))];
    let mut said = found.into_iter().flatten().peekable();
    said.peek().is_some().then(|| said.all(|same| same))
}

fn words_of(given: &str, family: &str) -> Option<BTreeSet<String>> {
    if given.is_empty() || family.is_empty() {
        return None;
    }
    let folded = names::fold::fold(&format!("{family} {given}"));
    Some(folded.split_whitespace().map(str::to_owned).collect())
}
