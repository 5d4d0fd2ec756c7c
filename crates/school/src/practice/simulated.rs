//! The simulated client: the first thing that the desk can have at the other end of a call.

use std::path::PathBuf;

use ::store::{Change, Result, Store, StoreError};
use ::web::accounts::enter_centre;
use async_trait::async_trait;
use desk::calls::{Call, Heard, Line, Spoken};
use desk::scripts;
use serde_json::json;

use super::conversation::{self, Conversation, Memory, Said};
use super::scenario::Scenario;
use super::{Attempt, AttemptState, Mode, library, store, voice};
use crate::assessment;

/// The kind of line of a simulated client.
pub const KIND: &str = "simulated";

/// The simulated client of the attempt that owns the sandbox in which a call stands.
#[derive(Clone, Debug)]
pub struct Simulated {
    recordings: PathBuf,
}

impl Simulated {
    /// `recordings` is the folder where a school may keep recorded answers: `<scenario code>/<fact id>.wav`.
    pub fn new(recordings: PathBuf) -> Self {
        Self { recordings }
    }
}

/// The attempt and the pinned scenario behind a change in its sandbox.
async fn played(change: &Change) -> Result<(Attempt, Scenario)> {
    let attempt = store::attempt_of_centre(&**change, change.scope().centre).await?;
    let scenario = scenario_of(&attempt, &**change).await?;
    Ok((attempt, scenario))
}

async fn scenario_of(attempt: &Attempt, db: &impl ::store::ConnectionTrait) -> Result<Scenario> {
    let stored = store::scenario_by_id(db, attempt.scenario).await?;
    library::check(&stored.body).map_err(|faults| {
        tracing::error!(code = stored.code, version = stored.version, %faults, "a pinned scenario no longer reads");
        StoreError::NotFound
    })
}

fn remembered(memory: &str) -> Memory {
    serde_json::from_str(memory).unwrap_or_default()
}

fn keep(memory: &mut String, talk: &Memory) {
    *memory = serde_json::to_string(talk).unwrap_or_default();
}

fn spoken(said: Vec<Said>) -> Vec<Spoken> {
    let words = |said: Said| Spoken {
        trace: json!({"facts": said.facts, "asked": said.asked}).to_string(),
        text: said.text,
        ends: said.ends,
    };
    said.into_iter().map(words).collect()
}

async fn turn(
    change: &Change,
    memory: &mut String,
    take: impl for<'s> FnOnce(&Conversation<'s>, &mut Memory) -> Vec<Said>,
) -> Result<Vec<Spoken>> {
    let (_, scenario) = played(change).await?;
    let mut talk = remembered(memory);
    let said = take(&Conversation::new(&scenario), &mut talk);
    keep(memory, &talk);
    Ok(spoken(said))
}

#[async_trait]
impl Line for Simulated {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn answered(&self, change: &Change, _: &Call, memory: &mut String) -> Result<Vec<Spoken>> {
        turn(change, memory, |talk, memory| talk.opening(memory)).await
    }

    async fn hears(&self, change: &Change, _: &Call, memory: &mut String, heard: Heard<'_>) -> Result<Vec<Spoken>> {
        let heard = conversation::Heard { text: heard.text, topics: heard.topics, step: heard.step };
        turn(change, memory, move |talk, memory| talk.hears(memory, heard)).await
    }

    async fn held(&self, change: &Change, _: &Call, memory: &mut String) -> Result<Vec<Spoken>> {
        turn(change, memory, |talk, memory| talk.held(memory)).await
    }

    async fn resumed(&self, change: &Change, _: &Call, memory: &mut String) -> Result<Vec<Spoken>> {
        turn(change, memory, |talk, memory| talk.resumed(memory)).await
    }

    async fn hung_up(&self, change: &Change, _: &Call, memory: &mut String) -> Result<Vec<Spoken>> {
        turn(change, memory, |talk, memory| talk.closing(memory)).await
    }

    /// The call is coded: the attempt closes, its evidence is proposed, and the trainee goes home, in one transaction.
    async fn closed(&self, change: &Change, call: &Call) -> Result<()> {
        let (attempt, scenario) = played(change).await?;
        if !store::advance(change, attempt.id, AttemptState::Open, AttemptState::Closed).await? {
            return Ok(());
        }
        let script = match call.script {
            Some(id) => Some(scripts::get(&**change, change.scope(), id).await?),
            None => None,
        };
        assessment::propose(change, &attempt, &scenario, call, script.as_ref().map(|script| &script.definition))
            .await?;
        enter_centre(change, attempt.trainee, None).await
    }

    async fn voice(&self, store: &Store, call: &Call, text: &str) -> Option<Vec<u8>> {
        let db = store.read();
        let attempt = store::attempt_of_call(db, call.id.0).await.ok()?;
        let scenario = scenario_of(&attempt, db).await.ok()?;
        if let Some(recorded) = voice::recorded(&self.recordings, &scenario, text).await {
            return Some(recorded);
        }
        voice::synthetic(text, scenario.caller.voice.code(), voice::SPOKEN).await
    }

    fn has_voice(&self) -> bool {
        voice::is_installed() || self.recordings.is_dir()
    }

    async fn after(&self, store: &Store, call: &Call) -> Result<Option<String>> {
        let attempt = store::attempt_of_call(store.read(), call.id.0).await?;
        Ok(Some(match attempt.mode {
            Mode::Practice => format!("/attempts/{}/result", attempt.id.0),
            Mode::Exam => "/practice".to_owned(),
        }))
    }
}
