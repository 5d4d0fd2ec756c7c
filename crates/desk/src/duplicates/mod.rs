//! Duplicates: two files that may be of the same client. They are shown, and never stop anybody.
//!
//! What speaks for one client is weighed in points of a hundred; see [`weigh`].

mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::store::{exact, suspects, suspects_of};
pub use self::web::routes;
pub(crate) use self::web::{Named, SEEN, before_creating, unseen};

use std::sync::OnceLock;

use names::{PersonName, Query, Script};

use crate::clients::{Client, ClientData};

/// From so many points on, two files are shown as possible duplicates.
pub const LIKELY: u8 = 50;

/// The same phone number, or the same e-mail address: it may be a household's.
const SAME_REACH: i32 = 60;
/// The same name, in either script.
const SAME_NAME: i32 = 50;
/// A name that sounds nearly so.
const NAME_ALIKE: i32 = 35;
/// Born on the same day: about one in twenty thousand.
const SAME_BIRTH: i32 = 35;
/// Born on different days: two people, unless somebody mistyped.
const OTHER_BIRTH: i32 = -40;

/// From this likeness of `names` on, it is the same name.
pub(crate) const SAME: f64 = 0.95;
/// From this likeness of `names` on, the names sound alike.
pub(crate) const ALIKE: f64 = 0.85;

/// A file that may be of the same client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// The file.
    pub client: Client,
    /// Points of a hundred; [`LIKELY`] at least.
    pub score: u8,
    /// The text keys of what speaks for it, the strongest first.
    pub reasons: Vec<&'static str>,
}

/// What is compared of a file, kept or only typed. Empty where nothing is known.
pub(crate) struct Traits {
    name: Option<PersonName>,
    /// The name made ready for comparing, when it is the one that is compared with others.
    heard: OnceLock<Vec<Query>>,
    birth: String,
    phones: Vec<String>,
    email: String,
}

impl Traits {
    fn new(name: Option<PersonName>, birth: String, phones: Vec<String>, email: &str) -> Self {
        Self { name, heard: OnceLock::new(), birth, phones, email: email.to_lowercase() }
    }

    /// What a form or a line of an import gives.
    pub(crate) fn of_data(data: &ClientData) -> Self {
        let phones = data.phones.iter().map(|phone| phone.e164().to_owned()).collect();
        let birth = data.birth.map_or_else(String::new, |day| day.to_string());
        Self::new(data.name.clone(), birth, phones, &data.email)
    }

    /// What a file holds.
    pub(crate) fn of_client(client: &Client) -> Self {
        Self::new(client.person(), client.birth_date.clone(), client.phones.clone(), &client.email)
    }

    /// The name in each script that is complete.
    fn texts(&self) -> Vec<String> {
        let full = |name: &PersonName| [name.full(Script::Latin), name.full(Script::Arabic)];
        self.name.as_ref().map(full).into_iter().flatten().flatten().collect()
    }

    fn likeness(&self, name: &PersonName) -> f64 {
        let heard = self.heard.get_or_init(|| self.texts().iter().map(|text| Query::new(text)).collect());
        heard.iter().map(|heard| heard.score(name)).fold(0.0, f64::max)
    }
}

/// Points of a hundred for two files being of one client, with the text keys of what speaks for it, the strongest first.
///
/// Same number 60, same e-mail address 60, same name in either script 50, name alike 35, same day of birth 35; different
/// days of birth take 40 away. So a shared number is enough; a shared name is, unless the days of birth differ; a name that
/// only sounds alike needs the day of birth.
pub(crate) fn weigh(one: &Traits, other: &Traits) -> (u8, Vec<&'static str>) {
    let likeness = other.name.as_ref().map_or(0.0, |name| one.likeness(name));
    let known = !one.birth.is_empty() && !other.birth.is_empty();
    let found = [
        (one.phones.iter().any(|phone| other.phones.contains(phone)), SAME_REACH, "duplicates-same-phone"),
        (!one.email.is_empty() && one.email == other.email, SAME_REACH, "duplicates-same-email"),
        (likeness >= SAME, SAME_NAME, "duplicates-same-name"),
        ((ALIKE..SAME).contains(&likeness), NAME_ALIKE, "duplicates-name-alike"),
        (known && one.birth == other.birth, SAME_BIRTH, "duplicates-same-birth"),
    ];
    let held = found.into_iter().filter(|(holds, _, _)| *holds);
    let (sum, reasons) = held.fold((0, vec![]), |(sum, mut reasons), (_, points, reason)| {
        reasons.push(reason);
        (sum + points, reasons)
    });
    let against = if known && one.birth != other.birth { OTHER_BIRTH } else { 0 };
    (u8::try_from((sum + against).clamp(0, 100)).unwrap_or(0), reasons)
}
