//! Lines whose client is in the file already: what they change there, and the way back.

use std::collections::{BTreeMap, BTreeSet};

use ::store::{Change, ConnectionTrait, Entry, Scope, StoreError};
use ::web::{FieldError, Fields};
use names::Phone;
use serde_json::json;
use words::Lang;

use super::store::{self, KnownLine};
use super::{Import, Known};
use crate::clients::{self, Client, ClientData, ClientId, Customs, Day, FIELDS, MOST_PHONES, own_field};

/// What became of a line whose client is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// It was left out, as the plan says.
    Skipped,
    /// A line above it, in the same file, is of the same client.
    Twice,
    /// Several files are like it, so that none is changed.
    Several,
    /// The file holds all that it gives.
    Same,
    /// It filled fields that were empty.
    Filled,
    /// It replaced fields.
    Replaced,
}

impl What {
    const ALL: [Self; 6] = [Self::Skipped, Self::Twice, Self::Several, Self::Same, Self::Filled, Self::Replaced];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Skipped => "skipped",
            Self::Twice => "twice",
            Self::Several => "several",
            Self::Same => "same",
            Self::Filled => "filled",
            Self::Replaced => "replaced",
        }
    }

    /// The text key of what is said of the line.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Skipped => "exchange-line-skipped",
            Self::Twice => "exchange-line-twice",
            Self::Several => "exchange-line-several",
            Self::Same => "exchange-line-same",
            Self::Filled => "exchange-line-filled",
            Self::Replaced => "exchange-line-replaced",
        }
    }

    pub(super) fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|what| what.code() == code).unwrap_or(Self::Skipped)
    }
}

/// What a line would make of a file.
pub(super) enum Outcome {
    /// Nothing.
    Same,
    /// These fields change; both sides as [`Client::values`] gives them.
    Changed { data: Box<ClientData>, held: BTreeMap<String, String>, given: BTreeMap<String, String> },
    /// The file would break a rule.
    Refused(Vec<FieldError>),
}

/// Fields that mean something together only.
const TOGETHER: [[&str; 2]; 4] = [
    ["given_latin", "family_latin"],
    ["given_arabic", "family_arabic"],
    ["wilaya", "commune"],
    ["wilaya2", "commune2"],
];
const PHONES: [&str; MOST_PHONES] = ["phone", "phone2", "phone3", "phone4"];

/// The form of a file after a line: what the line gives (`given`, never empty) put over what the file holds.
fn over(held: &Fields, given: &Fields, known: Known) -> Fields {
    let mut all = held.clone();
    let replaces = known == Known::Replace;
    for group in TOGETHER {
        let asked: Vec<&str> = group.into_iter().filter(|field| given.has(field)).collect();
        let empty = group.into_iter().all(|field| held.get(field).is_empty());
        // A commune goes with its wilaya: it is filled only where that is the same.
        let same_place = given.has(group[0]) && given.get(group[0]) == held.get(group[0]);
        let completes = group[0].starts_with("wilaya") && same_place && held.get(group[1]).is_empty();
        if asked.is_empty() || !(replaces || empty || completes) {
            continue;
        }
        if group[0].starts_with("wilaya") && given.has(group[0]) && !same_place {
            all.set(group[1], "");
        }
        asked.iter().for_each(|field| all.set(field, given.get(field)));
    }
    for (field, value) in phones(held, given, replaces) {
        all.set(field, value);
    }
    let apart = |field: &str| !PHONES.contains(&field) && !TOGETHER.iter().any(|group| group.contains(&field));
    for (field, value) in given.0.iter().filter(|(field, _)| apart(field)) {
        if replaces || held.get(field).is_empty() {
            all.set(field, value.as_str());
        }
    }
    all
}

/// The numbers of a file after a line: new ones after its own where there is room, or in the places for which the line gives them.
fn phones(held: &Fields, given: &Fields, replaces: bool) -> Vec<(&'static str, String)> {
    let own = PHONES.iter().map(|field| held.get(field));
    let new = PHONES.iter().map(|field| given.get(field));
    let ordered: Vec<&str> = if replaces {
        own.zip(new).map(|(own, new)| if new.is_empty() { own } else { new }).collect()
    } else {
        own.chain(new).collect()
    };
    let mut seen = BTreeSet::new();
    let first = |number: &&str| {
        let key = Phone::parse(number).map_or_else(|_| (*number).to_owned(), |phone| phone.e164().to_owned());
        !number.is_empty() && seen.insert(key)
    };
    let mut all: Vec<String> = ordered.into_iter().filter(first).map(str::to_owned).collect();
    all.resize(all.len().max(MOST_PHONES), String::new());
    PHONES.into_iter().zip(all).collect()
}

/// What a line makes of a file, checked as its form is checked.
pub(super) fn look(client: &Client, given: &Fields, known: Known, own: &Customs, today: Day) -> Outcome {
    let mut held = client.typed(Lang::Fr);
    own.typed(&client.more).into_iter().for_each(|(field, value)| held.set(&field, value));
    let read = ClientData::read_with(&over(&held, given, known), Lang::Fr, today, own);
    let data = match read.and_then(|data| data.following(client)) {
        Ok(data) => data,
        Err(errors) => return Outcome::Refused(errors),
    };
    let (old, new) = (client.values(), data.over(client, client.version, client.updated_at).values());
    let (held, given) = differing(&old, &new);
    if held.is_empty() { Outcome::Same } else { Outcome::Changed { data: Box::new(data), held, given } }
}

/// The fields in which two states of a file differ, with both values.
fn differing(old: &Fields, new: &Fields) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let own = old.0.iter().chain(&new.0).map(|(field, _)| field.as_str()).filter(|field| own_field(field).is_some());
    let fields: BTreeSet<&str> = FIELDS.into_iter().chain(own).collect();
    let changed = fields.into_iter().filter(|field| old.get(field) != new.get(field));
    let pair = |field: &str, values: &Fields| (field.to_owned(), values.get(field).to_owned());
    changed.map(|field| (pair(field, old), pair(field, new))).unzip()
}

/// A line that may change a file: its number, the file, what it gives, and its cells.
pub(super) struct Update {
    pub line: i64,
    pub client: ClientId,
    pub given: Fields,
    pub cells: Vec<String>,
}

/// What an update is judged by.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub known: Known,
    pub own: &'a Customs,
    pub today: Day,
}

impl Rules<'_> {
    fn what(self) -> What {
        if self.known == Known::Replace { What::Replaced } else { What::Filled }
    }
}

/// A line that was looked at or written: what became of it, or why it is refused.
pub(super) type Judged = Result<KnownLine, Vec<FieldError>>;

/// What an update would do: for a dry run.
pub(super) async fn foresee(
    db: &impl ConnectionTrait,
    scope: Scope,
    update: &Update,
    rules: Rules<'_>,
) -> Result<Judged, StoreError> {
    let Some(client) = StoreError::missing(clients::get(db, scope, update.client).await)? else {
        return Ok(Ok(gone(update)));
    };
    Ok(match look(&client, &update.given, rules.known, rules.own, rules.today) {
        Outcome::Same => Ok(KnownLine::new(update.line, update.client, What::Same)),
        Outcome::Changed { held, .. } => {
            Ok(KnownLine::new(update.line, update.client, rules.what()).of_fields(held.keys()))
        }
        Outcome::Refused(errors) => Err(errors),
    })
}

/// Does it: the file is held, changed and journaled, and what it held is kept for the way back.
pub(super) async fn apply(change: &Change, update: &Update, rules: Rules<'_>) -> Result<Judged, StoreError> {
    let client = StoreError::missing(clients::hold(change, update.client).await)?;
    let Some(client) = client.filter(|client| client.merged_into.is_none()) else { return Ok(Ok(gone(update))) };
    Ok(match look(&client, &update.given, rules.known, rules.own, rules.today) {
        Outcome::Same => Ok(KnownLine::new(update.line, update.client, What::Same)),
        Outcome::Changed { data, held, given } => {
            clients::update(change, client.id, client.version, &data).await?;
            let line = KnownLine::new(update.line, update.client, rules.what()).of_fields(held.keys());
            Ok(KnownLine { held: json!(held).to_string(), given: json!(given).to_string(), ..line })
        }
        Outcome::Refused(errors) => Err(errors),
    })
}

/// A line whose file somebody merged or deleted since it was judged: no file is certainly that of its client.
fn gone(update: &Update) -> KnownLine {
    KnownLine::new(update.line, update.client, What::Several)
}

/// Changes of an import that are taken back in one change.
const BACK: i64 = 100;

/// Takes some of the changes of an import back, the last ones first; false when none is left. A field that somebody has changed
/// since is kept, and so is a file that was merged into another: both are told.
pub(super) async fn restore(change: &Change, import: &Import, today: Day) -> Result<bool, StoreError> {
    let lines = store::to_restore(&**change, import.id, BACK).await?;
    let mut restored = 0;
    for line in &lines {
        let kept = restore_line(change, line, today).await?;
        restored += i64::from(kept.is_empty());
        store::note_restored(change, import.id, line.line, &kept).await?;
    }
    if !lines.is_empty() {
        store::restored(change, import.id, restored).await?;
        let detail = json!({"restored": restored, "lines": lines.len()});
        change.record(Entry::new("clients.restored", "import", import.id.0).detail(detail)).await?;
    }
    Ok(!lines.is_empty())
}

/// Puts back what a line changed; gives the fields that are kept as they are now.
async fn restore_line(change: &Change, line: &KnownLine, today: Day) -> Result<Vec<String>, StoreError> {
    let read = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap_or_default();
    let (held, given) = (read(&line.held), read(&line.given));
    let client = match clients::hold(change, ClientId(line.client)).await {
        Ok(client) if client.merged_into.is_none() => client,
        Ok(_) => return Ok(held.into_keys().collect()),
        // It was taken away meanwhile: nothing is left to restore.
        Err(StoreError::NotFound) => return Ok(vec![]),
        Err(error) => return Err(error),
    };
    let mut values = client.values();
    let (mut kept, mut changes) = (vec![], false);
    for (field, before) in held {
        let now = values.get(&field).to_owned();
        if now == before {
            continue;
        }
        if Some(&now) == given.get(&field) {
            values.set(&field, before);
            changes = true;
        } else {
            kept.push(field);
        }
    }
    if !changes {
        return Ok(kept);
    }
    match ClientData::read(&values, Lang::Fr, today) {
        Ok(data) => clients::update(change, client.id, client.version, &data.with_own(&values)).await?,
        // A rule that came since refuses the former values: the file stays as it is.
        Err(errors) => kept.extend(errors.into_iter().map(|error| error.field)),
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn filling_changes_nothing_that_is_there_and_replacing_nothing_that_is_not_given() {
        let held = fields(&[("street", "A"), ("email", ""), ("given_latin", "Karim"), ("family_latin", "Benali")]);
        let given =
            fields(&[("street", "B"), ("email", "k@b.dz"), ("family_latin", "Ben Ali"), ("given_arabic", "كريم")]);
        let filled = over(&held, &given, Known::Fill);
        assert_eq!((filled.get("street"), filled.get("email")), ("A", "k@b.dz"));
        assert_eq!((filled.get("family_latin"), filled.get("given_arabic")), ("Benali", "كريم"));
        let replaced = over(&held, &given, Known::Replace);
        assert_eq!((replaced.get("street"), replaced.get("given_latin")), ("B", "Karim"));
        assert_eq!(replaced.get("family_latin"), "Ben Ali");
    }

    #[test]
    fn a_commune_never_stands_in_another_wilaya() {
        let held = fields(&[("wilaya", "16"), ("commune", "Kouba")]);
        let moved = over(&held, &fields(&[("wilaya", "31")]), Known::Replace);
        assert_eq!((moved.get("wilaya"), moved.get("commune")), ("31", ""));
        let stays = over(&held, &fields(&[("wilaya", "31"), ("commune", "Oran")]), Known::Fill);
        assert_eq!((stays.get("wilaya"), stays.get("commune")), ("16", "Kouba"));
        let held = fields(&[("wilaya", "16"), ("commune", "")]);
        let filled = over(&held, &fields(&[("wilaya", "16"), ("commune", "Kouba")]), Known::Fill);
        assert_eq!(filled.get("commune"), "Kouba");
    }

    #[test]
    fn numbers_are_added_where_there_is_room_and_never_stand_twice() {
        let held = fields(&[("phone", "0550 12 34 56"), ("phone2", "0661 22 33 44")]);
        let added = over(&held, &fields(&[("phone", "+213661223344"), ("phone2", "0770123458")]), Known::Fill);
        assert_eq!(PHONES.map(|field| added.get(field)), ["0550 12 34 56", "0661 22 33 44", "0770123458", ""]);
        let replaced = over(&held, &fields(&[("phone", "0661223344")]), Known::Replace);
        assert_eq!(PHONES.map(|field| replaced.get(field)), ["0661223344", "", "", ""]);
    }
}
