//! What the agent sees of the open call: the script with its state, the talk, the caller's file or who it may be.

use ::store::{ConnectionTrait, Moment};
use ::web::{Visitor, WebError};

use super::codes::{Code, CodeKind, codes};
use super::status::national;
use super::store::{self, Turn};
use super::{Call, Match, State};
use crate::clients::{self, Client};
use crate::scripts::format::{Kind, Phase};
use crate::scripts::{self, Script};

/// A step of the script as it stands in this call.
#[derive(Clone, Debug)]
pub struct SeenStep {
    /// Its identifier.
    pub id: String,
    /// The words with the fields merged.
    pub text: String,
    /// At most 20 characters.
    pub short: String,
    /// `done`, `skipped`, `current` or `todo`.
    pub state: &'static str,
    /// The key of the state's name.
    pub state_key: &'static str,
    /// The key of the phase's name, on the first step of a phase.
    pub phase_key: Option<&'static str>,
    /// True when the words are said, false when something is done.
    pub is_said: bool,
    /// The key that leads to it inside the list.
    pub key: Option<char>,
    /// Branches: label and where to.
    pub branches: Vec<(String, String)>,
}

/// A file that the caller may belong to.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its identity.
    pub id: i64,
    /// The name in the preferred script.
    pub name: String,
    /// What tells it from the others: birth date or street.
    pub other: String,
}

/// Everything about the open call.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The call.
    pub call: Call,
    /// The number, grouped for reading.
    pub number: String,
    /// The caller's file.
    pub client: Option<Client>,
    /// Its name in the preferred script.
    pub name: String,
    /// Its name in the other script.
    pub other_name: Option<String>,
    /// Who it may be.
    pub offers: Vec<Offer>,
    /// The script.
    pub script: Option<Script>,
    /// Its steps.
    pub steps: Vec<SeenStep>,
    /// What was said.
    pub turns: Vec<Turn>,
    /// The reasons of this centre.
    pub reasons: Vec<Code>,
    /// The outcomes of this centre.
    pub outcomes: Vec<Code>,
}

impl Seen {
    /// Gathers what the agent sees. Inside a change, `db` is that change: a second connection could be one too many.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(db: &impl ConnectionTrait, visitor: &Visitor, call: Call) -> Result<Self, WebError> {
        let (scope, script_choice) = (visitor.scope(), visitor.preferences.script);
        let client = match call.client {
            Some(id) => Some(clients::get(db, scope, id).await?),
            None => None,
        };
        let offers = match (&client, call.matched) {
            (None, Match::Maybe) => clients::by_phone(db, scope, &call.number).await?,
            _ => vec![],
        };
        let offer = |client: Client| Offer {
            id: client.id.0,
            name: client.name(script_choice),
            other: if client.birth_date.is_empty() { client.street } else { client.birth_date },
        };
        let script = match call.script {
            Some(id) => Some(scripts::get(db, scope, id).await?),
            None => None,
        };
        let name = client.as_ref().map(|client| client.name(script_choice)).unwrap_or_default();
        let mut seen = Self {
            number: national(&call.number),
            other_name: client.as_ref().and_then(|client| client.other_name(script_choice)),
            offers: offers.into_iter().map(offer).collect(),
            steps: vec![],
            turns: store::turns_of(db, call.id).await?,
            reasons: codes(db, scope, CodeKind::Reason).await?,
            outcomes: codes(db, scope, CodeKind::Outcome).await?,
            client,
            name,
            script,
            call,
        };
        seen.steps = seen.lay_steps(db, visitor).await?;
        Ok(seen)
    }

    async fn lay_steps(&self, db: &impl ConnectionTrait, visitor: &Visitor) -> Result<Vec<SeenStep>, WebError> {
        let Some(script) = &self.script else { return Ok(vec![]) };
        let passed = store::steps_of(db, self.call.id).await?;
        let mut before = None;
        let lay = |step: &crate::scripts::format::Step| {
            let how = passed.iter().rev().find(|done| done.step == step.id).map(|done| done.how.as_str());
            let (state, state_key) = match how {
                Some("skipped") => ("skipped", "calls-step-skipped"),
                Some(_) => ("done", "calls-step-done"),
                None if step.id == self.call.step => ("current", "calls-step-current"),
                None => ("todo", "calls-step-todo"),
            };
            let phase_key = (before != Some(step.phase)).then(|| phase_key(step.phase));
            before = Some(step.phase);
            SeenStep {
                id: step.id.clone(),
                text: self.words(visitor, step),
                short: step.short.clone(),
                state,
                state_key,
                phase_key,
                is_said: step.kind != Kind::Do,
                key: step.key,
                branches: step.branches.iter().map(|branch| (branch.label.clone(), branch.to.clone())).collect(),
            }
        };
        Ok(script.definition.steps.iter().map(lay).collect())
    }

    /// The words of a step with its fields merged for this call.
    pub fn words(&self, visitor: &Visitor, step: &crate::scripts::format::Step) -> String {
        let talk = visitor.talk();
        step.said(|field| {
            match field {
                "client_name" if self.client.is_some() => Some(self.name.clone()),
                "agent_name" => Some(visitor.account.name.clone()),
                "company" => Some(visitor.centre.name.clone()),
                "reason" => self
                    .reasons
                    .iter()
                    .find(|code| code.code == self.call.reason)
                    .map(|code| code.name(talk.lang).to_owned()),
                _ => None,
            }
            .or_else(|| Some("…".to_owned()))
        })
    }

    /// The caller's last words: what came after the agent's last ones.
    pub fn reply(&self) -> Vec<&Turn> {
        let from = self.turns.iter().rposition(Turn::is_agent).map_or(0, |last| last + 1);
        self.turns[from..].iter().collect()
    }

    /// Seconds of talk so far or in all, holds included.
    pub fn seconds(&self, now: Moment) -> i64 {
        let until = if self.call.ended_at == 0 { now.0 } else { self.call.ended_at };
        if self.call.answered_at == 0 { 0 } else { (until - self.call.answered_at) / 1000 }
    }

    /// True while talking or on hold.
    pub fn is_connected(&self) -> bool {
        self.call.state.is_connected()
    }

    /// True while talking.
    pub fn is_talking(&self) -> bool {
        self.call.state == State::Talking
    }
}

fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Greeting => "calls-phase-greeting",
        Phase::Identification => "calls-phase-identification",
        Phase::Need => "calls-phase-need",
        Phase::Answer => "calls-phase-answer",
        Phase::Closing => "calls-phase-closing",
    }
}
