//! The pages of the command trainer: one question after the other, and the round that is handed over.

use ::store::{Entry, JournalRow, Once, spend};
use ::web::{Answer, Fields, Habilitation, Page, Routes, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use async_trait::async_trait;
use axum::extract::{Path, Query, State};
use desk::scripts::faults::Faults;
use serde::Deserialize;
use serde_json::json;
use words::{Arg, Talk};

use super::{Card, Command, FEWEST, KeyExercise, next, store};
use crate::assessment::measure::{Item, Measure, Measured, NotMeasurable};
use crate::assessment::measures::ratio;
use crate::assessment::propose_measured;
use crate::exercises::{self, Exercise, Kind, Workshop, own_centre, said};
use crate::lab::room;
use crate::practice::store::newest_of;
use crate::practice::{Attempt, Mode, ScenarioId, StoredScenario, library};

/// The choices of a question.
const CHOICES: usize = 4;
/// The longest answer that is typed, in characters.
const LONGEST: usize = 60;
/// The most answers that one piece of evidence lists.
const MOST_ITEMS: usize = 300;

/// The routes of the command trainer.
pub fn routes(web: Web) -> Routes {
    Routes::new()
        .page("/lab/keys/{code}", question)
        .post("/lab/keys/{code}/answers", answer)
        .post("/lab/keys/{code}/rounds", hand_over)
        .with_state(web)
}

/// The workshop of the command trainer.
pub(crate) struct Keys;

fn read(body: &str) -> Result<KeyExercise, Faults> {
    super::parse(body, &library::surroundings().criteria)
}

async fn exercise_of(web: &Web, code: &str) -> Result<(StoredScenario, KeyExercise), WebError> {
    let stored = newest_of(&web.store, Kind::Keys, code).await?;
    let exercise = read(&stored.body).map_err(|faults| room::no_longer_reads(&stored, &faults))?;
    Ok((stored, exercise))
}

/// What was answered just before, as the address tells it.
#[derive(Default, Deserialize)]
struct After {
    #[serde(default)]
    after: String,
    #[serde(default)]
    was: String,
}

struct Feedback {
    right: bool,
    text: String,
}

#[derive(Template)]
#[template(path = "lab/keys/question.html")]
struct Question {
    page: Page,
    code: String,
    once: String,
    brief: String,
    feedback: Option<Feedback>,
    command: String,
    asks: String,
    choices: Vec<String>,
    asked: i64,
    right: i64,
    enough: bool,
    known: usize,
    all: usize,
    typed: String,
    error: Option<String>,
}

async fn question(
    State(web): State<Web>,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(after): Query<After>,
) -> Answer {
    visitor.may(Habilitation::Practise)?;
    Page::show(&draw(&web, &visitor, &code, &after, None).await?)
}

/// `again` is a question to ask once more, with what was typed and the key of what is wrong with it.
async fn draw(
    web: &Web,
    visitor: &Visitor,
    code: &str,
    after: &After,
    again: Option<(&Command, &str, &'static str)>,
) -> Result<Question, WebError> {
    let ((_, exercise), talk) = (exercise_of(web, code).await?, visitor.talk());
    let cards = store::cards(web.store.read(), visitor.account.id, code).await?;
    let chosen = match again {
        Some((command, ..)) => Some(command),
        None => next(&exercise, &cards, &after.after, web.clock().now().0),
    };
    let command = chosen.ok_or(WebError::NotFound)?;
    let (asked, right) = sums(cards.values());
    let title = said(&exercise.head.title, talk).to_owned();
    let page = Page::titled(web, visitor, title).await?.under("/practice").wrong(again.is_some());
    Ok(Question {
        once: web.chance.token(16),
        brief: said(&exercise.brief, talk).to_owned(),
        feedback: feedback(&exercise, after, talk).filter(|_| again.is_none()),
        asks: said(&command.does, talk).to_owned(),
        choices: choices(web, &exercise, command),
        command: command.id.clone(),
        enough: asked >= FEWEST,
        known: cards.values().filter(|card| card.level >= super::BOXES - 1).count(),
        all: exercise.commands.len(),
        typed: again.map(|(_, typed, _)| typed.to_owned()).unwrap_or_default(),
        error: again.map(|(.., key)| talk.with(key, &[("most", Arg::from(LONGEST))])),
        code: code.to_owned(),
        asked,
        right,
        page,
    })
}

fn sums<'c>(cards: impl Iterator<Item = &'c Card>) -> (i64, i64) {
    cards.fold((0, 0), |(asked, right), card| (asked + card.asked, right + card.right))
}

fn feedback(exercise: &KeyExercise, after: &After, talk: Talk) -> Option<Feedback> {
    let command = exercise.commands.iter().find(|own| own.id == after.after)?;
    let right = match after.was.as_str() {
        "right" => true,
        "wrong" => false,
        _ => return None,
    };
    let keys = command.keys.first().map(String::as_str).unwrap_or_default();
    let args = [("does", Arg::from(said(&command.does, talk))), ("keys", Arg::ltr(keys))];
    let key = if right { "keys-right" } else { "keys-wrong" };
    Some(Feedback { right, text: talk.html(key, &args) })
}

/// The right keys among others of the same reader, in no order.
fn choices(web: &Web, exercise: &KeyExercise, command: &Command) -> Vec<String> {
    let mut bytes = [0_u8; 64];
    web.chance.fill(&mut bytes);
    let mut others: Vec<&Command> = exercise.commands.iter().filter(|own| own.id != command.id).collect();
    // A shuffle by random keys: each other command draws a number.
    others.sort_by_cached_key(|own| own.id.bytes().fold(0_u64, |sum, byte| mix(sum, byte, &bytes)));
    let mut all: Vec<&Command> = others.into_iter().take(CHOICES - 1).collect();
    all.insert(usize::from(bytes[0]) % CHOICES.min(all.len() + 1), command);
    all.iter().filter_map(|own| own.keys.first().cloned()).collect()
}

fn mix(sum: u64, byte: u8, bytes: &[u8; 64]) -> u64 {
    sum.wrapping_mul(0x0100_0000_01B3) ^ u64::from(byte ^ bytes[usize::from(byte) % bytes.len()])
}

async fn answer(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>, fields: Fields) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let (_, exercise) = exercise_of(&web, &code).await?;
    let asked = exercise.commands.iter().find(|own| own.id == fields.get("command"));
    let command = asked.ok_or_else(|| WebError::Malformed("no such command".to_owned()))?;
    let typed = fields.get("typed").trim();
    let given = if typed.is_empty() { fields.get("keys").trim() } else { typed };
    let wrong = if given.is_empty() {
        Some("keys-error-empty")
    } else if given.chars().count() > LONGEST || given.chars().any(char::is_control) {
        Some("keys-error-long")
    } else {
        None
    };
    if let Some(key) = wrong {
        let again = Some((command, typed, key));
        return Page::show_wrong(&draw(&web, &visitor, &code, &After::default(), again).await?);
    }
    let right = command.is_answered_by(given);
    let change = web.store.begin(own_centre(&visitor)).await?;
    let person = visitor.account.id;
    let mut card =
        store::cards(&*change, person, &code).await?.remove(&command.id).unwrap_or_else(|| Card::new(&command.id));
    card.answered(right, change.now().0);
    let detail = json!({"reader": code, "command": command.id, "given": given, "right": right});
    card.event = change.record(Entry::new("keys.answered", "account", person.0).detail(detail)).await?;
    store::save(&change, person, &code, &card).await?;
    let to = format!("/lab/keys/{code}?after={}&was={}", command.id, if right { "right" } else { "wrong" });
    let once = fields.get("once");
    if once.is_empty() || spend(&change, once, &to).await? == Once::First {
        change.commit().await?;
    }
    Ok(see_other(&to))
}

/// Hands a round over: an attempt that is closed at once, with what was asked and answered since the last one.
async fn hand_over(State(web): State<Web>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let (stored, exercise) = exercise_of(&web, &code).await?;
    let so_far = store::cards(web.store.read(), visitor.account.id, &code).await?;
    if sums(so_far.values()).0 < FEWEST {
        sessions::tell(&web, &visitor, "keys-too-few").await?;
        return Ok(see_other(&format!("/lab/keys/{code}")));
    }
    let change = web.store.begin(own_centre(&visitor)).await?;
    let cards = store::cards(&*change, visitor.account.id, &code).await?;
    let (asked, right) = sums(cards.values());
    let attempt = room::begin(&change, &visitor, ScenarioId(stored.id), Mode::Practice).await?;
    let taken = exercise.measures.iter().map(|aim| (aim.clone(), known(cards.values()))).collect();
    if exercises::close(&change, &attempt).await? {
        propose_measured(&change, &attempt, taken).await?;
        store::keep_round(&change, attempt.id.0, asked, right).await?;
        store::begin_round(&change, visitor.account.id, &code).await?;
        change.commit().await?;
        sessions::tell(&web, &visitor, "lab-closed").await?;
    }
    Ok(see_other(&format!("/attempts/{}/result", attempt.id.0)))
}

/// Answers right at the first try ÷ answers, of one reader. Every answer is a first try: after it the right keys are told
/// and the command goes back to its boxes. Source: MC9 “Utilisation appropriée des logiciels”.
fn known<'c>(cards: impl Iterator<Item = &'c Card>) -> Result<Measured, NotMeasurable> {
    let items = cards.flat_map(|card| {
        let item = |rank| Item { id: card.command.clone(), good: rank < card.right, event: Some(card.event) };
        (0..card.asked).map(item)
    });
    let detail: Vec<Item> = items.take(MOST_ITEMS).collect();
    if detail.is_empty() { Err(NotMeasurable::NothingDone) } else { Ok(ratio(Measure::KeysKnown, detail)) }
}

#[derive(Template)]
#[template(path = "lab/keys/result.html")]
struct ResultPart {
    talk: Talk,
    asked: i64,
    right: i64,
}

#[async_trait]
impl Workshop for Keys {
    fn kind(&self) -> Kind {
        Kind::Keys
    }

    fn read(&self, body: &str) -> Result<Exercise, Faults> {
        Ok(read(body)?.head)
    }

    async fn result(&self, web: &Web, visitor: &Visitor, attempt: &Attempt) -> Result<String, WebError> {
        let (asked, right) = store::round_of(web.store.read(), attempt.id.0).await?;
        Ok(ResultPart { talk: visitor.talk(), asked, right }.render()?)
    }

    /// The answers stand in the journal of the person, not of the attempt.
    fn line(&self, _: &JournalRow, _: Talk) -> Option<String> {
        None
    }
}
