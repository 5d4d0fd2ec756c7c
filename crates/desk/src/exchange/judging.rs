//! Whether the client of a line is known already.

use std::cell::OnceCell;
use std::collections::HashMap;

use ::store::{Scope, Store, StoreError};
use names::{PersonName, Query};

use super::alike::{Like, Likeness, Why, likeness};
use super::reading::Read;
use super::recent::{Passed, Recent, texts};
use super::seen::Seen;
use super::update::What;
use super::{Import, Known};
use crate::clients::{self, ClientData, ClientId, KnownFile, Ready};

/// Files and lines under one key that are compared: one that hundreds share was put in for want of a better one.
const CROWD: usize = 100;
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

impl Verdict {
    /// True when the line makes a file.
    pub fn makes(self, known: Known) -> bool {
        !matches!(self, Self::Known(_)) || known == Known::Make
    }
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

/// Who stands under a number, an e-mail address or a reference: a file, a line of the batches before, or one of the same batch.
struct Bearer<'a> {
    found: Found,
    like: Like,
    name: Name<'a>,
}

/// The name of somebody, none of an organisation.
enum Name<'a> {
    File(Option<PersonName>),
    Passed(&'a Passed),
    Line(Option<&'a PersonName>),
}

/// Who stands under the keys of the lines of a batch.
type Bearers<'a> = HashMap<&'a str, Vec<Bearer<'a>>>;

/// Looks the clients of lines up by reference, number and e-mail address, those of the same batch too, and those of the batches
/// before that are not written yet (`recent`); then by name and day of birth. Lines that make a file are remembered. Keys that the run
/// has not `seen` are not looked up.
pub(super) async fn judge(
    store: &Store,
    scope: Scope,
    import: &Import,
    all: &[(i64, &Read)],
    (recent, mut seen): (&mut Recent, Option<&mut Seen>),
) -> Result<Vec<Verdict>, StoreError> {
    recent.forget();
    let mut keys: Vec<&String> = all.iter().flat_map(|(_, read)| &read.keys).collect();
    keys.sort_unstable();
    keys.dedup();
    let files = look_up(store, scope, keys.clone(), seen.as_deref()).await?;
    let mut bearers: Bearers<'_> = HashMap::with_capacity(keys.len());
    for file in &files {
        let found = if file.import == Some(import.id.0) { Found::Above } else { Found::File(file.id) };
        let bearer = Bearer { found, like: Like::File(file.id), name: Name::File(file.name.clone()) };
        bearers.entry(&file.key).or_default().push(bearer);
    }
    for key in keys {
        for passed in recent.get(key) {
            let bearer = Bearer { found: Found::Above, like: Like::Line(passed.line), name: Name::Passed(passed) };
            bearers.entry(key).or_default().push(bearer);
        }
    }
    let mut verdicts: Vec<Verdict> = all.iter().map(|(line, read)| by_keys(&mut bearers, *line, read)).collect();
    let born = born_alike(store, scope, all, &verdicts, seen.as_deref()).await?;
    for ((line, read), verdict) in all.iter().zip(&mut verdicts) {
        let open = !matches!(verdict, Verdict::Known(_));
        if let (true, Some(key), Some(name)) = (open, &read.born, &read.data.name) {
            let there = born.get(key).map_or(&[][..], Vec::as_slice);
            if let Some(likeness) = likeness(name, there, recent.get(key)) {
                *verdict = Verdict::Alike(likeness);
            }
        }
        if verdict.makes(import.plan.known) {
            let keys = read.keys.iter().chain(&read.born).chain(read.ready.iter().flat_map(Ready::further));
            if let Some(seen) = &mut seen {
                keys.clone().for_each(|key| seen.add(key));
            }
            recent.add(keys, *line, read.data.name.as_ref());
        }
    }
    Ok(verdicts)
}

/// Whether somebody stands under a key of a line; the line then stands under its keys too.
fn by_keys<'a>(bearers: &mut Bearers<'a>, line: i64, read: &'a Read) -> Verdict {
    let (references, others): (Vec<&String>, Vec<&String>) = read.keys.iter().partition(|key| key.starts_with('#'));
    let referred = references.into_iter().filter_map(|key| bearers.get(key.as_str())).flatten();
    let mut verdict = referred.map(|bearer| bearer.found).reduce(Found::and).map_or(Verdict::Unknown, Verdict::Known);
    let by_reference = verdict != Verdict::Unknown;
    let heard: OnceCell<Vec<Query>> = OnceCell::new();
    let heard = || heard.get_or_init(|| read.data.name.iter().flat_map(texts).map(|text| Query::new(&text)).collect());
    for key in others.into_iter().filter(|_| !by_reference) {
        for bearer in bearers.get(key.as_str()).into_iter().flatten() {
            verdict = match (verdict, same(read.data.name.is_some(), heard(), &bearer.name)) {
                (Verdict::Known(other), true) => Verdict::Known(other.and(bearer.found)),
                (_, true) => Verdict::Known(bearer.found),
                (Verdict::Unknown, false) => Verdict::Alike(Likeness { to: bearer.like, why: Why::of_key(key) }),
                (other, false) => other,
            };
        }
    }
    for key in &read.keys {
        let name = Name::Line(read.data.name.as_ref());
        let there = bearers.entry(key).or_default();
        if there.len() < CROWD {
            there.push(Bearer { found: Found::Above, like: Like::Line(line), name });
        }
    }
    verdict
}

/// The files that stand under any of these keys, those left out that cannot stand in the base.
async fn look_up(
    store: &Store,
    scope: Scope,
    mut keys: Vec<&String>,
    seen: Option<&Seen>,
) -> Result<Vec<KnownFile>, StoreError> {
    if let Some(seen) = seen {
        keys.retain(|key| seen.may_hold(key));
    }
    clients::known(store.read(), scope, &keys).await
}

/// The files that bear the name and the day of birth of a line whose client is not known, by their key.
async fn born_alike(
    store: &Store,
    scope: Scope,
    all: &[(i64, &Read)],
    verdicts: &[Verdict],
    seen: Option<&Seen>,
) -> Result<HashMap<String, Vec<KnownFile>>, StoreError> {
    let open = all.iter().zip(verdicts).filter(|(_, verdict)| !matches!(verdict, Verdict::Known(_)));
    let sought: Vec<&String> = open.filter_map(|((_, read), _)| read.born.as_ref()).collect();
    let mut files: HashMap<String, Vec<KnownFile>> = HashMap::new();
    for file in look_up(store, scope, sought, seen).await? {
        files.entry(file.key.clone()).or_default().push(file);
    }
    Ok(files)
}

/// The keys by which a client is recognised for certain: reference, numbers and e-mail address.
pub(super) fn exact(data: &ClientData) -> Vec<String> {
    let reference = data.more.get("reference").and_then(|text| clients::reference_key(text));
    let numbers = data.phones.iter().map(|phone| clients::number_key(phone.e164()));
    let email = Some(data.email.as_str()).filter(|email| !email.is_empty()).map(clients::email_key);
    reference.into_iter().chain(numbers).chain(email).collect()
}

/// True for names that are the same person's when a number is shared; two files without a person's name are the same
/// organisation's.
fn same(person: bool, heard: &[Query], other: &Name<'_>) -> bool {
    match other {
        Name::File(None) | Name::Line(None) => !person,
        Name::File(Some(name)) => heard.iter().any(|query| query.score(name) >= SAME),
        Name::Line(Some(name)) => heard.iter().any(|query| query.score(name) >= SAME),
        Name::Passed(passed) => match passed.names() {
            None => !person,
            Some(mut names) => names.any(|name| heard.iter().any(|query| query.score_text(name) >= SAME)),
        },
    }
}
