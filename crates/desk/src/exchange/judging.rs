//! Whether the client of a line is known already.

use std::collections::HashMap;

use ::store::{Scope, Store, StoreError};
use names::{PersonName, Query};

use super::ImportId;
use super::alike::{Above, Like, Likeness, Why, suspect};
use super::recent::Recent;
use super::update::What;
use crate::clients::{self, ClientData, ClientId};

/// From this likeness on two names under one number are the same person.
const SAME: f64 = 0.80;

/// Whether the client of a line is in the file already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Unknown,
    /// It resembles a file or a line above, which is not certain enough to be it.
    Alike(Likeness),
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

/// Who stands under a number, an e-mail address or a reference: a file, or a line of the same batch.
struct Bearer {
    found: Found,
    like: Like,
    name: Option<PersonName>,
}

/// Looks the clients of lines up by reference, number and e-mail address, those of the same batch too, and those of the batches
/// before whose keys are not written yet (`recent`); then by name and day of birth, for which the lines of all batches (`above`)
/// count.
pub(super) async fn judge(
    store: &Store,
    scope: Scope,
    import: ImportId,
    all: &[(i64, &ClientData)],
    (recent, above): (&Recent, &mut Above),
) -> Result<Vec<Verdict>, StoreError> {
    let all_numbers: Vec<String> = all.iter().flat_map(|(_, one)| numbers(one)).collect();
    let all_emails: Vec<String> = all.iter().flat_map(|(_, one)| emails(one)).collect();
    let references: Vec<String> = all.iter().filter_map(|(_, one)| reference(one)).collect();
    let mut known: HashMap<String, Vec<Bearer>> = HashMap::new();
    for file in clients::known(store.read(), scope, &all_numbers, &all_emails, &references).await? {
        let found = if file.import == Some(import.0) { Found::Above } else { Found::File(file.id) };
        known.entry(file.key).or_default().push(Bearer { found, like: Like::File(file.id), name: file.name });
    }
    for key in all.iter().flat_map(|(_, data)| exact(data)) {
        if let Some(passed) = recent.get(&key) {
            let (like, name) = (Like::Line(passed.line), passed.name.as_deref().cloned());
            known.entry(key).or_default().push(Bearer { found: Found::Above, like, name });
        }
    }
    let verdict = |(line, data): &(i64, &ClientData)| {
        let own = reference(data).and_then(|text| clients::reference_key(&text));
        let referred = own.as_ref().and_then(|key| known.get(key)).into_iter().flatten().map(|bearer| bearer.found);
        let mut verdict = referred.reduce(Found::and).map_or(Verdict::Unknown, Verdict::Known);
        let by_reference = verdict != Verdict::Unknown;
        let keys: Vec<String> = numbers(data).chain(emails(data).map(|email| clients::email_key(&email))).collect();
        for key in keys.iter().filter(|_| !by_reference) {
            for bearer in known.get(key).into_iter().flatten() {
                verdict = match (verdict, alike(data.name.as_ref(), bearer.name.as_ref())) {
                    (Verdict::Known(other), true) => Verdict::Known(other.and(bearer.found)),
                    (_, true) => Verdict::Known(bearer.found),
                    (Verdict::Unknown, false) => Verdict::Alike(Likeness { to: bearer.like, why: Why::of_key(key) }),
                    (other, false) => other,
                };
            }
        }
        for key in keys.into_iter().chain(own) {
            let bearer = Bearer { found: Found::Above, like: Like::Line(*line), name: data.name.clone() };
            known.entry(key).or_default().push(bearer);
        }
        verdict
    };
    let mut verdicts: Vec<Verdict> = all.iter().map(verdict).collect();
    suspect(store, scope, all, &mut verdicts, above).await?;
    Ok(verdicts)
}

/// The keys by which a client is recognised that only the index of keys holds: reference and e-mail address.
pub(super) fn exact(data: &ClientData) -> impl Iterator<Item = String> + '_ {
    let own = reference(data).and_then(|text| clients::reference_key(&text));
    own.into_iter().chain(emails(data).map(|email| clients::email_key(&email)))
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
