//! A try in the words of the page: values beside what is usual for this person, the words and the keys to work on.

use ::web::{Visitor, Web, WebError};
use askama::Template;
use words::{Arg, Lang, Talk, lang_attr_for};

use super::compare::WrongKey;
use super::drill::Drill;
use super::outcome::{Outcome, as_text};
use super::rhythm::Note;
use super::{Entry, Try, Way, store};
use crate::assessment::measure::{Measure, Unit};
use crate::assessment::shown::{measure_key, percent, rate};

/// How many of the last tries make what is usual.
const LAST: i64 = 5;

/// The most keys in the table.
const KEYS: usize = 10;

/// A measure of a drill before it is taken: its name, its target, and what is usual.
pub(super) struct Aimed {
    pub name: String,
    pub target: String,
    pub usual: Vec<(&'static str, String)>,
    /// The direction of its values.
    pub dir: &'static str,
}

/// What a drill measures, with what is usual for this person on each of its entries.
pub(super) async fn aims(web: &Web, visitor: &Visitor, drill: &Drill) -> Result<Vec<Aimed>, WebError> {
    let (talk, db) = (visitor.talk(), web.store.read());
    let mut last = Vec::new();
    for entry in &drill.entries {
        let like = (*entry, drill.language);
        last.push((*entry, store::last_like(db, visitor.account.id, like, i64::MAX, LAST).await?));
    }
    let mut seen = Vec::new();
    let mut aims = Vec::new();
    for aim in &drill.measures {
        if seen.contains(&aim.measure) {
            continue;
        }
        seen.push(aim.measure);
        let usual = |(entry, tries): &(Entry, Vec<Try>)| {
            Some((entry_key(*entry), value(usual(tries, aim.measure)?, aim.measure, talk)))
        };
        aims.push(Aimed {
            name: talk.short(measure_key(aim.measure)).into_owned(),
            target: value(aim.target, aim.measure, talk),
            dir: dir(aim.measure),
            usual: last.iter().filter_map(usual).collect(),
        });
    }
    Ok(aims)
}

/// The median of some tries; nothing without any that has the value.
fn usual(tries: &[Try], measure: Measure) -> Option<f64> {
    let values = tries.iter().filter_map(|own| own.outcome.as_ref()).filter_map(|outcome| outcome.value(measure));
    median(values.collect())
}

pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 { upper } else { f64::midpoint(values[middle - 1], upper) })
}

fn value(value: f64, measure: Measure, talk: Talk) -> String {
    match measure.unit() {
        Unit::Rate => rate(measure, value, talk),
        _ => percent(measure, value, talk.lang),
    }
}

/// The direction of a value: a percentage has no letter that would tell it.
fn dir(measure: Measure) -> &'static str {
    if measure.unit() == Unit::Rate { "auto" } else { "ltr" }
}

pub(super) fn entry_key(entry: Entry) -> &'static str {
    match entry {
        Entry::Keyboard => "drills-entry-keyboard",
        Entry::SixKeys => "drills-entry-six-keys",
        Entry::Display => "drills-entry-display",
    }
}

pub(super) fn way_key(way: Way) -> &'static str {
    match way {
        Way::Voice => "drills-way-voice",
        Way::Braille => "drills-way-braille",
        Way::Text => "drills-way-text",
    }
}

/// A value of the try, and what is usual.
struct ShownValue {
    name: String,
    value: String,
    usual: Option<String>,
    dir: &'static str,
}

/// A text of the drill or of the trainee, with its language.
struct Piece {
    text: String,
    lang: &'static str,
}

struct ShownKey {
    key: Piece,
    errors: u32,
    times: u32,
    typed: Piece,
}

/// The outcome of one try.
#[derive(Template)]
#[template(path = "drills/outcome.html")]
pub(super) struct ShownOutcome {
    talk: Talk,
    entry: &'static str,
    way: &'static str,
    values: Vec<ShownValue>,
    /// True when there is something to compare with.
    has_usual: bool,
    duration: String,
    corrections: u32,
    pauses: u32,
    notes: Vec<String>,
    words: Vec<(Piece, Piece)>,
    more_words: Option<String>,
    keys: Vec<ShownKey>,
    asked: Vec<Piece>,
    typed: Vec<Piece>,
    dir: &'static str,
}

impl ShownOutcome {
    /// Puts a finished try into words. What is usual comes from tries that only the trainee sees: nobody else is told it.
    ///
    /// # Errors
    /// What the database says; [`WebError::Broken`] for a try without an outcome.
    pub(super) async fn of(web: &Web, visitor: &Visitor, own: &Try, drill: &Drill) -> Result<Self, WebError> {
        let talk = visitor.talk();
        let outcome =
            own.outcome.as_ref().ok_or_else(|| WebError::Broken(format!("try {} has no outcome", own.id.0)))?;
        let like = (own.entry, own.language);
        let before = if visitor.account.id == own.trainee {
            store::last_like(web.store.read(), own.trainee, like, own.id.0, LAST).await?
        } else {
            Vec::new()
        };
        let lang = Lang::parse(own.language.code()).unwrap_or(talk.lang);
        let piece =
            |text: &str| Piece { text: text.to_owned(), lang: lang_attr_for(text, lang).unwrap_or(lang.code()) };
        let part = |text: &str| if text.is_empty() { piece_of_page(talk, "drills-nothing") } else { piece(text) };
        let values = values(outcome, &before, talk);
        let compared = &outcome.compared;
        Ok(Self {
            talk,
            entry: entry_key(own.entry),
            way: way_key(own.way),
            has_usual: values.iter().any(|value| value.usual.is_some()),
            values,
            duration: talk.duration((own.ended_at - own.started_at) / 1000),
            corrections: outcome.rhythm.corrections,
            pauses: outcome.rhythm.pauses,
            notes: outcome.rhythm.notes.iter().map(|note| note_text(*note, talk)).collect(),
            words: compared.words.iter().map(|word| (part(&word.expected), part(&word.typed))).collect(),
            more_words: (compared.more_words > 0)
                .then(|| talk.with("drills-more-words", &[("n", i64::from(compared.more_words).into())])),
            keys: compared.keys.iter().take(KEYS).map(|key| shown_key(key, talk, &piece)).collect(),
            asked: drill.lines.iter().map(|line| piece(line)).collect(),
            typed: as_text(&own.typed, own.language).lines().map(piece).collect(),
            dir: lang.dir(),
        })
    }

    /// Its sections, as HTML.
    ///
    /// # Errors
    /// [`WebError::Broken`] when the template fails.
    pub(super) fn html(&self) -> Result<String, WebError> {
        Ok(self.render()?)
    }
}

fn piece_of_page(talk: Talk, key: &str) -> Piece {
    Piece { text: talk.t(key).into_owned(), lang: talk.lang.code() }
}

fn values(outcome: &Outcome, before: &[Try], talk: Talk) -> Vec<ShownValue> {
    let of = |measure: Measure| ShownValue {
        name: talk.short(measure_key(measure)).into_owned(),
        value: outcome
            .value(measure)
            .map_or_else(|| talk.t("drills-not-measured").into_owned(), |own| value(own, measure, talk)),
        usual: usual(before, measure).map(|own| value(own, measure, talk)),
        dir: dir(measure),
    };
    Measure::OF_DRILLS.map(of).into()
}

fn note_text(note: Note, talk: Talk) -> String {
    let counted = |key: &str, n: u32| talk.with(key, &[("n", Arg::from(i64::from(n)))]);
    match note {
        Note::NoTimes => talk.t("drills-note-no-times").into_owned(),
        Note::Pasted(n) => counted("drills-note-pasted", n),
        Note::WithoutKeys(n) => counted("drills-note-without-keys", n),
        Note::Resumed(n) => counted("drills-note-resumed", n),
        Note::Impossible => talk.t("drills-note-impossible").into_owned(),
    }
}

/// A key of the table. What was typed in its place is parted by commas, so that Arabic letters do not join.
fn shown_key(key: &WrongKey, talk: Talk, piece: &impl Fn(&str) -> Piece) -> ShownKey {
    let named = |c: char| if c == ' ' { talk.t("drills-space").into_owned() } else { c.to_string() };
    let typed: Vec<_> = key.typed.chars().map(named).collect();
    ShownKey {
        key: if key.key == ' ' { piece_of_page(talk, "drills-space") } else { piece(&named(key.key)) },
        errors: key.errors,
        times: key.times,
        typed: if typed.is_empty() {
            piece_of_page(talk, "drills-nothing")
        } else {
            piece(&typed.join(&talk.t("assessment-comma")))
        },
    }
}
