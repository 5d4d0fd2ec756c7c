//! Everything behind one attempt, read once for a page: its scenario, script, journal, files, codes, evidence and people.

use std::collections::BTreeMap;

use ::store::{JournalRow, Scope, Store};
use ::web::preferences::Script as NameScript;
use ::web::{Account, Visitor, Web, WebError, accounts};
use desk::calls::codes::codes;
use desk::calls::{CallId, Code, CodeKind, call_by_id};
use desk::clients::{self, ClientId};
use desk::scripts;
use desk::scripts::format::Script;
use words::Lang;

use super::evidence_of::{clients_of_the_scenario, journal, journal_of_attempt, mark_of_file};
use super::{Evidence, Mark, store};
use crate::exercises::{self, Exercise, Kind, Workshop, workshop};
use crate::practice::scenario::{Expected, Fact, Scenario};
use crate::practice::{Attempt, StoredScenario, library, scenario_by_id};

/// What the pages know of one attempt.
pub(super) struct Scene {
    pub attempt: Attempt,
    pub exercise: Exercise,
    pub trainee: Account,
    pub evidence: Vec<Evidence>,
    pub marks: Vec<Mark>,
    pub journal: Vec<JournalRow>,
    /// The workshop of an exercise that is no call, and what it shows of the attempt, as HTML.
    pub workshop: Option<(&'static dyn Workshop, String)>,
    /// What was played, for a call.
    played: Option<Played>,
    /// Names of the files of the sandbox that the journal speaks of, by the word that the traces use for them.
    clients: BTreeMap<String, String>,
    people: BTreeMap<i64, String>,
}

/// What the pages know of the call of an attempt.
struct Played {
    scenario: Scenario,
    script: Option<Script>,
    codes: Vec<(CodeKind, Code)>,
}

impl Scene {
    /// Reads everything.
    ///
    /// # Errors
    /// What the database says.
    pub(super) async fn read(web: &Web, visitor: &Visitor, attempt: Attempt) -> Result<Self, WebError> {
        let (store, db) = (&web.store, web.store.read());
        let evidence = store::evidence_of(db, attempt.id).await?;
        let marks = store::marks_of(db, attempt.id).await?;
        let deciders = evidence.iter().filter_map(|own| own.decision.as_ref()).map(|own| own.by.0);
        let people: Vec<i64> = deciders.chain(marks.iter().map(|mark| mark.by.0)).collect();
        let stored = scenario_by_id(db, attempt.scenario).await?;
        let workshop = match workshop(attempt.kind) {
            Some(workshop) => Some((workshop, workshop.result(web, visitor, &attempt).await?)),
            None => None,
        };
        let (journal, clients) = if attempt.kind.has_sandbox() {
            let journal = journal(db, &attempt).await?;
            let clients = names_of_clients(store, attempt.sandbox(), &journal, visitor.preferences.script).await?;
            (journal, clients)
        } else {
            (journal_of_attempt(db, &attempt).await?, BTreeMap::new())
        };
        let played = match attempt.kind {
            Kind::Call => Some(Played::read(store, &attempt, &stored).await?),
            _ => None,
        };
        Ok(Self {
            exercise: exercises::read(&stored)?,
            trainee: accounts::account_of(db, attempt.trainee).await?,
            people: accounts::names(store, &people).await?,
            journal,
            workshop,
            played,
            clients,
            evidence,
            marks,
            attempt,
        })
    }

    /// The lines of the journal after the sandbox was filled: what happened in the attempt.
    pub(super) fn happened(&self) -> &[JournalRow] {
        let filled = self.journal.iter().position(|row| row.verb == "sandbox.filled");
        &self.journal[filled.map_or(0, |at| at + 1)..]
    }

    /// The name on a file, by its word in the traces; the word itself for a file that nobody touched.
    pub(super) fn client<'a>(&'a self, word: &'a str) -> &'a str {
        self.clients.get(word).map_or(word, String::as_str)
    }

    /// The name on the file that a line of the journal speaks of.
    pub(super) fn client_of(&self, row: &JournalRow) -> &str {
        let name = file_of(row).and_then(|file| self.clients.get(&mark_of_file(file)));
        name.map_or("", String::as_str)
    }

    /// The name of a code; the code itself when the sandbox does not have it.
    pub(super) fn code<'a>(&'a self, kind: CodeKind, code: &'a str, lang: Lang) -> &'a str {
        let mut codes = self.played.iter().flat_map(|played| &played.codes);
        let found = codes.find(|(own, named)| *own == kind && named.code == code);
        found.map_or(code, |(_, named)| named.name(lang))
    }

    /// A fact of the caller.
    pub(super) fn fact(&self, id: &str) -> Option<&Fact> {
        self.played.as_ref()?.scenario.fact(id)
    }

    /// A step of the script in its short words; its identifier when there is no such step.
    pub(super) fn step<'a>(&'a self, id: &'a str) -> &'a str {
        let script = self.played.as_ref().and_then(|played| played.script.as_ref());
        script.and_then(|script| script.step(id)).map_or(id, |step| step.short.as_str())
    }

    /// What was right at the end of the call.
    pub(super) fn expected(&self) -> Option<&Expected> {
        self.played.as_ref().map(|played| &played.scenario.expected)
    }

    /// The name of somebody who decided.
    pub(super) fn person(&self, account: i64) -> &str {
        self.people.get(&account).map_or("", String::as_str)
    }
}

impl Played {
    async fn read(store: &Store, attempt: &Attempt, stored: &StoredScenario) -> Result<Self, WebError> {
        let (db, scope) = (store.read(), attempt.sandbox());
        let call = call_by_id(db, scope, CallId(attempt.call)).await?;
        let script = match call.script {
            Some(id) => Some(scripts::get(db, scope, id).await?.definition),
            None => None,
        };
        let mut codes_of = Vec::new();
        for kind in [CodeKind::Reason, CodeKind::Outcome] {
            codes_of.extend(codes(db, scope, kind).await?.into_iter().map(|code| (kind, code)));
        }
        let scenario = library::check(&stored.body).map_err(|faults| WebError::Broken(faults.to_string()))?;
        Ok(Self { scenario, script, codes: codes_of })
    }
}

/// The names on the files that the trainee touched, in the script that is shown first; not on the hundreds that only stand around.
async fn names_of_clients(
    store: &Store,
    scope: Scope,
    journal: &[JournalRow],
    script: NameScript,
) -> Result<BTreeMap<String, String>, WebError> {
    let (of_scenario, mut named) = (clients_of_the_scenario(journal), BTreeMap::new());
    let touched = journal.iter().filter(|row| row.actor_id.is_some()).filter_map(file_of);
    for file in touched.collect::<std::collections::BTreeSet<_>>() {
        let name = clients::get(store.read(), scope, ClientId(file)).await?.filed_name(script);
        if let Some(desk) = of_scenario.get(&file) {
            named.insert(desk.clone(), name.clone());
        }
        named.insert(mark_of_file(file), name);
    }
    Ok(named)
}

fn file_of(row: &JournalRow) -> Option<i64> {
    match row.verb.as_str() {
        "client.opened" | "client.created" | "client.updated" | "client.submitted" => Some(row.subject_id),
        "client.merged" | "client.absorbed" | "request.received" => Some(row.subject_id),
        "call.client_chosen" | "call.identified" => row.json()["client"].as_i64(),
        _ => None,
    }
}
