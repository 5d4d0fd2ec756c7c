//! Lines that resemble a file or a line above: in what, and those that bear the same name and day of birth.
//!
//! A resemblance is never certain. The line becomes a file of its own whatever the plan does with known clients, and is told.
//!
//! A name without a day of birth is no resemblance here, not even in one commune: among fifty thousand people who bear the names
//! of `data/names.csv`, chance alone puts a hundred pairs of namesakes and more into one commune, and two or three into one day of
//! birth. Who makes a single file is shown its namesakes ([`crate::duplicates`]).

use names::{PersonName, Query, Script};

use super::recent::{Passed, texts};
use crate::clients::{ClientData, ClientId, KnownFile};
use crate::duplicates::{ALIKE, SAME};

/// What a line resembles, and in what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    pub to: Like,
    pub why: Why,
}

/// What a line resembles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Like {
    /// A file that is there.
    File(ClientId),
    /// A line above, of the same file.
    Line(i64),
}

/// In what a line resembles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The number, under another name.
    Phone,
    /// The e-mail address, under another name.
    Email,
    /// The name and the day of birth.
    Name,
    /// The day of birth and a name that sounds nearly so, among them most names in the other script.
    Sound,
}

impl Why {
    const ALL: [Self; 4] = [Self::Phone, Self::Email, Self::Name, Self::Sound];

    /// Of a key under which another name stands: a number or an e-mail address.
    pub(super) fn of_key(key: &str) -> Self {
        if key.starts_with('@') { Self::Email } else { Self::Phone }
    }

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Name => "name",
            Self::Sound => "sound",
        }
    }

    /// The text keys of what is alike.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Phone => &["duplicates-same-phone"],
            Self::Email => &["duplicates-same-email"],
            Self::Name => &["duplicates-same-name", "duplicates-same-birth"],
            Self::Sound => &["duplicates-name-alike", "duplicates-same-birth"],
        }
    }

    pub(super) fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|why| why.code() == code).unwrap_or(Self::Phone)
    }
}

/// The likest of those that stand under the same key, if its name is alike.
pub(super) fn likeness<'a>(
    name: &PersonName,
    there: &[KnownFile],
    above: impl Iterator<Item = &'a Passed>,
) -> Option<Likeness> {
    let mut above = above.peekable();
    if there.is_empty() && above.peek().is_none() {
        return None;
    }
    let heard: Vec<Query> = texts(name).map(|text| Query::new(&text)).collect();
    let files = there.iter().filter_map(|file| {
        let name = file.name.as_ref()?;
        Some((Like::File(file.id), best(&heard, |query| query.score(name))))
    });
    let lines = above.map(|one| {
        let names: Vec<&str> = one.names().into_iter().flatten().collect();
        let score = |query: &Query| names.iter().map(|name| query.score_text(name)).fold(0.0, f64::max);
        (Like::Line(one.line), best(&heard, score))
    });
    let alike = files.chain(lines).filter(|(_, score)| *score >= ALIKE);
    let (to, score) = alike.reduce(|likest, next| if next.1 > likest.1 { next } else { likest })?;
    Some(Likeness { to, why: if score >= SAME { Why::Name } else { Why::Sound } })
}

fn best(heard: &[Query], score: impl Fn(&Query) -> f64) -> f64 {
    heard.iter().map(score).fold(0.0, f64::max)
}

/// The name that a line gives, family name first; that of the organisation when it names no person.
pub(super) fn named(data: &ClientData) -> String {
    let person = data.name.as_ref().and_then(|name| {
        let script = [Script::Latin, Script::Arabic].into_iter().find(|script| name.full(*script).is_some())?;
        Some(format!("{} {}", name.family(script), name.given(script)))
    });
    let organisations = ["organisation_latin", "organisation_arabic"].into_iter();
    let mut organisation = organisations.filter_map(|field| data.more.get(field)).filter(|text| !text.is_empty());
    person.or_else(|| organisation.next().cloned()).unwrap_or_default()
}
