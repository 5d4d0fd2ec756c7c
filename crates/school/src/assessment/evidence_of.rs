//! From what an attempt left in its sandbox to the plain values that the measures read.

use std::collections::BTreeMap;

use ::store::{ConnectionTrait, JournalRow, Result, journal_of, journal_since};
use desk::calls::{Call, PassedStep, Turn, steps_of, turns_of};
use desk::clients::{self, Client};
use desk::scripts::format::Script;
use serde::Deserialize;

use super::trace::{Access, Coded, Field, FileField, Hold, Moment, Named, Score, Trace, Utterance};
use crate::practice::Attempt;

/// The lines of the journal read at a time.
const LINES: usize = 500;

/// The whole journal of the attempt's sandbox, oldest first.
///
/// # Errors
/// What the database says.
pub(crate) async fn journal(db: &impl ConnectionTrait, attempt: &Attempt) -> Result<Vec<JournalRow>> {
    let mut all: Vec<JournalRow> = Vec::new();
    loop {
        let after = all.last().map_or(0, |row| row.id);
        let some = journal_since(db, attempt.sandbox(), after, LINES).await?;
        let last = some.len() < LINES;
        all.extend(some);
        if last {
            return Ok(all);
        }
    }
}

/// The journal of an attempt that has no sandbox, oldest first: the lines whose subject is the attempt.
///
/// # Errors
/// What the database says.
pub(super) async fn journal_of_attempt(db: &impl ConnectionTrait, attempt: &Attempt) -> Result<Vec<JournalRow>> {
    let mut all: Vec<JournalRow> = Vec::new();
    loop {
        let before = all.last().map(|row| row.id);
        let some = journal_of(db, attempt.sandbox(), "attempt", attempt.id.0, before, LINES).await?;
        let last = some.len() < LINES;
        all.extend(some);
        if last {
            all.reverse();
            return Ok(all);
        }
    }
}

/// The clients that the scenario names, by the identity of their file in the sandbox.
pub(crate) fn clients_of_the_scenario(journal: &[JournalRow]) -> BTreeMap<i64, String> {
    let filled = journal.iter().find(|row| row.verb == "sandbox.filled").map(JournalRow::json);
    let clients = filled.as_ref().and_then(|detail| detail["clients"].as_object());
    let pairs = clients.into_iter().flatten();
    pairs.filter_map(|(desk, file)| Some((file.as_i64()?, desk.clone()))).collect()
}

/// What one call of an attempt left behind.
struct Left<'a> {
    attempt: &'a Attempt,
    call: &'a Call,
    script: Option<&'a Script>,
    journal: &'a [JournalRow],
    turns: &'a [Turn],
    steps: &'a [PassedStep],
    file: Option<&'a Client>,
}

/// Reads what the call left, in the transaction that closes it.
///
/// # Errors
/// What the database says.
pub(super) async fn trace(
    db: &impl ConnectionTrait,
    attempt: &Attempt,
    call: &Call,
    script: Option<&Script>,
) -> Result<Trace> {
    let journal = journal(db, attempt).await?;
    let turns = turns_of(db, call.id).await?;
    let steps = steps_of(db, call.id).await?;
    let file = match call.client {
        Some(id) => Some(clients::get(db, attempt.sandbox(), id).await?),
        None => None,
    };
    let left = Left { attempt, call, script, journal: &journal, turns: &turns, steps: &steps, file: file.as_ref() };
    Ok(left.trace())
}

/// What the simulated client notes with each of its sentences.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Noted {
    facts: Vec<String>,
    asked: Vec<String>,
}

impl Left<'_> {
    fn trace(&self) -> Trace {
        let (given, asked) = self.facts();
        let answered = self.of_call("call.answered").next().map(moment);
        let ended = self.of_call("call.ended").last().map(moment);
        let closed = self.of_call("call.closed").last();
        let satisfaction = closed.and_then(|row| {
            // 5 says that the caller was not asked: no satisfaction was coded.
            let score = row.json()["satisfaction"].as_u64().filter(|score| (1..=4).contains(score))?;
            Some(Score { score: u8::try_from(score).ok()?, event: row.id })
        });
        Trace {
            given,
            asked,
            file: self.fields(),
            reason: self.coded("reason", &["call.reason", "call.closed"]),
            outcome: self.coded("outcome", &["call.closed"]),
            satisfaction,
            answered,
            ended,
            wrapped: closed.map(moment),
            holds: self.holds(ended),
            path: self.path(),
            steps: self.passed(),
            accesses: accesses(self.journal),
            utterances: self.utterances(),
            identified_at: (self.call.identified_at != 0).then_some(self.call.identified_at),
            time_factor: self.attempt.factor,
        }
    }

    fn of_call<'b>(&'b self, verb: &'b str) -> impl DoubleEndedIterator<Item = &'b JournalRow> {
        let own = |row: &&JournalRow| row.subject == "call" && row.subject_id == self.call.id.0;
        self.journal.iter().filter(own).filter(move |row| row.verb == verb)
    }

    /// The facts given and those asked for, each once. A fact given is read from the caller's sentence; a fact asked for,
    /// from the sentence of the agent that it answers.
    fn facts(&self) -> (Vec<Named>, Vec<Named>) {
        let (mut given, mut asked) = (Vec::new(), Vec::new());
        let mut question = None;
        for turn in self.turns {
            let heard = Moment { event: turn.journal_id, at: turn.at };
            if turn.is_agent() {
                question = Some(heard);
                continue;
            }
            let noted: Noted = serde_json::from_str(&turn.trace).unwrap_or_default();
            note(&mut given, noted.facts, heard);
            note(&mut asked, noted.asked, question.unwrap_or(heard));
        }
        (given, asked)
    }

    /// The caller's file at the end, each field with the entry of its last save by a person.
    fn fields(&self) -> Vec<FileField> {
        let Some(file) = self.file else { return Vec::new() };
        let saves: Vec<_> = self
            .journal
            .iter()
            .filter(|row| row.subject == "client" && row.subject_id == file.id.0 && row.actor_id.is_some())
            .filter(|row| row.verb == "client.created" || row.verb == "client.updated")
            .map(|row| (row.id, row.json()))
            .collect();
        let values = file.values();
        let field = |field: Field| FileField {
            field,
            value: values.get(field.word()).to_owned(),
            event: saves.iter().rev().find(|(_, detail)| detail["new"].get(field.word()).is_some()).map(|(id, _)| *id),
        };
        Field::ALL.map(field).to_vec()
    }

    fn coded(&self, what: &str, verbs: &[&str]) -> Option<Coded> {
        let all = verbs.iter().flat_map(|verb| self.of_call(verb));
        let last = all.max_by_key(|row| row.id)?;
        let code = last.json()[what].as_str().filter(|code| !code.is_empty())?.to_owned();
        Some(Coded { code, event: last.id })
    }

    /// The times on hold; one that nobody ended lasted until the end of the talk.
    fn holds(&self, ended: Option<Moment>) -> Vec<Hold> {
        // The order of the journal pairs them: two entries may share one millisecond.
        let resumed: Vec<_> = self.of_call("call.resumed").map(|row| (row.id, row.at)).collect();
        let until = ended.map_or(i64::MAX, |ended| ended.at);
        let hold = |row: &JournalRow| {
            let back = resumed.iter().find(|(id, _)| *id > row.id).map_or(until, |(_, at)| *at);
            Hold { from: row.at, to: back.min(until) }
        };
        self.of_call("call.held").map(hold).collect()
    }

    /// The steps on the way that the agent's branches made.
    fn path(&self) -> Vec<String> {
        let chosen = |step: &str| {
            let taken = self.steps.iter().rev().find(|done| done.step == step && done.how != "skipped")?;
            Some(taken.how.clone())
        };
        let path = self.script.map(|script| script.path(chosen)).unwrap_or_default();
        path.into_iter().map(|step| step.id.clone()).collect()
    }

    fn passed(&self) -> Vec<Named> {
        let passed = self.steps.iter().filter(|done| done.how != "skipped");
        passed
            .map(|done| Named { id: done.step.clone(), moment: Moment { event: done.journal_id, at: done.at } })
            .collect()
    }

    fn utterances(&self) -> Vec<Utterance> {
        let said = self.turns.iter().filter(|turn| turn.is_agent());
        said.map(|turn| Utterance { text: turn.text.clone(), moment: Moment { event: turn.journal_id, at: turn.at } })
            .collect()
    }
}

/// The files that the trainee opened or chose. A file made during the attempt is nobody else's.
pub(crate) fn accesses(journal: &[JournalRow]) -> Vec<Access> {
    let of_scenario = clients_of_the_scenario(journal);
    let by_person = || journal.iter().filter(|row| row.actor_id.is_some());
    let made: Vec<_> = by_person().filter(|row| row.verb == "client.created").map(|row| row.subject_id).collect();
    let access = |row: &JournalRow| {
        let file = match row.verb.as_str() {
            "client.opened" => row.subject_id,
            "call.client_chosen" => row.json()["client"].as_i64()?,
            _ => return None,
        };
        let known = || of_scenario.get(&file).cloned().unwrap_or_else(|| mark_of_file(file));
        Some(Access { client: (!made.contains(&file)).then(known), moment: moment(row) })
    };
    by_person().filter_map(access).collect()
}

/// How a file that the scenario does not name is called in a trace.
pub(crate) fn mark_of_file(file: i64) -> String {
    format!("#{file}")
}

fn moment(row: &JournalRow) -> Moment {
    Moment { event: row.id, at: row.at }
}

fn note(list: &mut Vec<Named>, ids: Vec<String>, moment: Moment) {
    for id in ids {
        if list.iter().all(|known| known.id != id) {
            list.push(Named { id, moment });
        }
    }
}
