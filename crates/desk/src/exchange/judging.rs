//! Whether the client of a line is known already.

use std::collections::HashMap;

use ::store::{Scope, Store, StoreError};
use names::{PersonName, Query};

use super::ImportId;
use super::update::What;
use crate::clients::{self, ClientData, ClientId};

/// From this likeness on two names under one number are the same person.
const SAME: f64 = 0.80;

/// Whether the client of a line is in the file already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Unknown,
    /// Another name stands under the same number or e-mail address.
    Alike,
    Known(Found),
}

/// The file of a client that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// It is there.
    File(ClientId),
    /// A line above, of the same file, makes it.
    Above,
    /// There are several.
    Several,
}

impl Found {
    pub fn client(self) -> ClientId {
        if let Self::File(client) = self { client } else { ClientId(0) }
    }

    pub fn what(self) -> What {
        match self {
            Self::File(_) => What::Skipped,
            Self::Above => What::Twice,
            Self::Several => What::Several,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            // What a line above is of is there already.
            (file @ Self::File(_), Self::Above) | (Self::Above, file @ Self::File(_)) => file,
            (one, two) if one == two => one,
            _ => Self::Several,
        }
    }
}

/// Looks the clients up by reference, number and e-mail address; those of the same batch count too.
pub(super) async fn judge(
    store: &Store,
    scope: Scope,
    import: ImportId,
    all: &[&ClientData],
) -> Result<Vec<Verdict>, StoreError> {
    let all_numbers: Vec<String> = all.iter().flat_map(|one| numbers(one)).collect();
    let all_emails: Vec<String> = all.iter().flat_map(|one| emails(one)).collect();
    let references: Vec<String> = all.iter().filter_map(|one| reference(one)).collect();
    let mut known: HashMap<String, Vec<(Found, Option<PersonName>)>> = HashMap::new();
    for file in clients::known(store.read(), scope, &all_numbers, &all_emails, &references).await? {
        let found = if file.import == Some(import.0) { Found::Above } else { Found::File(file.id) };
        known.entry(file.key).or_default().push((found, file.name));
    }
    let verdict = |data: &&ClientData| {
        let own = reference(data).and_then(|text| clients::reference_key(&text));
        let referred = own.as_ref().and_then(|key| known.get(key)).into_iter().flatten().map(|(found, _)| *found);
        let mut verdict = referred.reduce(Found::and).map_or(Verdict::Unknown, Verdict::Known);
        let by_reference = verdict != Verdict::Unknown;
        let keys: Vec<String> = numbers(data).chain(emails(data).map(|email| clients::email_key(&email))).collect();
        for (found, name) in keys.iter().filter_map(|key| known.get(key)).flatten().filter(|_| !by_reference) {
            verdict = match (verdict, alike(data.name.as_ref(), name.as_ref())) {
                (Verdict::Known(other), true) => Verdict::Known(other.and(*found)),
                (_, true) => Verdict::Known(*found),
                (Verdict::Known(other), false) => Verdict::Known(other),
                (_, false) => Verdict::Alike,
            };
        }
        for key in keys.into_iter().chain(own) {
            known.entry(key).or_default().push((Found::Above, data.name.clone()));
        }
        verdict
    };
    Ok(all.iter().map(verdict).collect())
}

fn numbers(data: &ClientData) -> impl Iterator<Item = String> + '_ {
    data.phones.iter().map(|phone| phone.e164().to_owned())
}

fn emails(data: &ClientData) -> impl Iterator<Item = String> + '_ {
    std::iter::once(data.email.clone()).filter(|email| !email.is_empty())
}

fn reference(data: &ClientData) -> Option<String> {
    data.more.get("reference").filter(|text| !text.is_empty()).cloned()
}

/// True for names that are the same person's when a number is shared; two files without a person's name are the same
/// organisation's.
fn alike(one: Option<&PersonName>, other: Option<&PersonName>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    let texts = [names::Script::Latin, names::Script::Arabic].into_iter().filter_map(|script| one.full(script));
    texts.into_iter().any(|text| Query::new(&text).score(other) >= SAME)
}
