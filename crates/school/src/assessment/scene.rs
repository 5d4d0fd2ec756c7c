//! Everything behind one attempt, read once for a page: its scenario, script, journal, files, codes, evidence and people.

use std::collections::BTreeMap;

use ::store::{JournalRow, Store};
use ::web::preferences::Script as NameScript;
use ::web::{Account, WebError, accounts};
use desk::calls::codes::codes;
use desk::calls::{CallId, Code, CodeKind, call_by_id};
use desk::clients::{self, ClientId};
use desk::scripts;
use desk::scripts::format::Script;
use desk::scripts::reader::{Language, Texts};
use words::{Lang, Talk};

use super::evidence_of::{clients_of_the_scenario, journal, mark_of_file};
use super::{Evidence, Mark, store};
use crate::practice::scenario::Scenario;
use crate::practice::{Attempt, library, scenario_by_id};

/// What the pages know of one attempt.
pub(super) struct Scene {
    pub attempt: Attempt,
    pub scenario: Scenario,
    pub trainee: Account,
    pub evidence: Vec<Evidence>,
    pub marks: Vec<Mark>,
    pub journal: Vec<JournalRow>,
    pub script: Option<Script>,
    /// Names of the files of the sandbox that the journal speaks of, by the word that the traces use for them.
    clients: BTreeMap<String, String>,
    codes: Vec<(CodeKind, Code)>,
    people: BTreeMap<i64, String>,
}

/// The scenario that an attempt is pinned to.
///
/// # Errors
/// [`WebError::Broken`] when the pinned text no longer reads.
pub(super) async fn scenario_of(store: &Store, attempt: &Attempt) -> Result<Scenario, WebError> {
    let stored = scenario_by_id(store.read(), attempt.scenario).await?;
    library::check(&stored.body).map_err(|faults| {
        WebError::Broken(format!("scenario {} version {} no longer reads: {faults}", stored.code, stored.version))
    })
}

/// A text of a scenario in the language of the page.
pub(super) fn said(texts: &Texts, talk: Talk) -> &str {
    texts.get(match talk.lang {
        Lang::Fr => Language::Fr,
        Lang::Ar => Language::Ar,
        Lang::En => Language::En,
    })
}

impl Scene {
    /// Reads everything; `names` is the script in which names are shown first.
    ///
    /// # Errors
    /// What the database says.
    pub(super) async fn read(store: &Store, attempt: Attempt, names: NameScript) -> Result<Self, WebError> {
        let (db, scope) = (store.read(), attempt.sandbox());
        let call = call_by_id(db, scope, CallId(attempt.call)).await?;
        let script = match call.script {
            Some(id) => Some(scripts::get(db, scope, id).await?.definition),
            None => None,
        };
        let mut named = Vec::new();
        for kind in [CodeKind::Reason, CodeKind::Outcome] {
            named.extend(codes(db, scope, kind).await?.into_iter().map(|code| (kind, code)));
        }
        let evidence = store::evidence_of(db, attempt.id).await?;
        let marks = store::marks_of(db, attempt.id).await?;
        let deciders = evidence.iter().filter_map(|own| own.decision.as_ref()).map(|own| own.by.0);
        let people: Vec<i64> = deciders.chain(marks.iter().map(|mark| mark.by.0)).collect();
        let mut scene = Self {
            scenario: scenario_of(store, &attempt).await?,
            trainee: accounts::account_of(db, attempt.trainee).await?,
            people: accounts::names(store, &people).await?,
            journal: journal(db, &attempt).await?,
            clients: BTreeMap::new(),
            codes: named,
            script,
            evidence,
            marks,
            attempt,
        };
        scene.name_clients(store, names).await?;
        Ok(scene)
    }

    /// Names the files that the trainee touched; not the hundreds that only stand around.
    async fn name_clients(&mut self, store: &Store, names: NameScript) -> Result<(), WebError> {
        let of_scenario = clients_of_the_scenario(&self.journal);
        let touched = self.journal.iter().filter(|row| row.actor_id.is_some()).filter_map(file_of);
        for file in touched.collect::<std::collections::BTreeSet<_>>() {
            let client = clients::get(store.read(), self.attempt.sandbox(), ClientId(file)).await?;
            let name = client.filed_name(names);
            if let Some(desk) = of_scenario.get(&file) {
                self.clients.insert(desk.clone(), name.clone());
            }
            self.clients.insert(mark_of_file(file), name);
        }
        Ok(())
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
        let found = self.codes.iter().find(|(own, named)| *own == kind && named.code == code);
        found.map_or(code, |(_, named)| named.name(lang))
    }

    /// The name of somebody who decided.
    pub(super) fn person(&self, account: i64) -> &str {
        self.people.get(&account).map_or("", String::as_str)
    }
}

fn file_of(row: &JournalRow) -> Option<i64> {
    match row.verb.as_str() {
        "client.opened" | "client.created" | "client.updated" => Some(row.subject_id),
        "call.client_chosen" | "call.identified" => row.json()["client"].as_i64(),
        _ => None,
    }
}
