//! The other end of a call, whatever carries it: a simulated client, a browser, SIP. The desk knows a caller only here.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::store::{Change, Result, Store};

use super::Call;

/// What the caller said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The words.
    pub text: String,
    /// What the line wants remembered with them (JSON); the desk stores it and does not read it.
    pub trace: String,
    /// True when the caller hangs up after these words.
    pub ends: bool,
}

/// What the agent said.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// The words.
    pub text: &'a str,
    /// The step of the script that they come from, if any.
    pub step: Option<&'a str>,
    /// What the step asks for.
    pub topics: &'a [String],
}

/// A kind of line. `memory` is the line's own note between two moments, kept with the call.
#[async_trait::async_trait]
pub trait Line: Send + Sync {
    /// The word stored with a call.
    fn kind(&self) -> &'static str;

    /// The agent answered: what the caller opens with.
    async fn answered(&self, change: &Change, call: &Call, memory: &mut String) -> Result<Vec<Spoken>>;

    /// The caller hears the agent.
    async fn hears(&self, change: &Change, call: &Call, memory: &mut String, heard: Heard<'_>) -> Result<Vec<Spoken>>;

    /// The caller is put on hold.
    async fn held(&self, change: &Change, call: &Call, memory: &mut String) -> Result<Vec<Spoken>>;

    /// The agent is back.
    async fn resumed(&self, change: &Change, call: &Call, memory: &mut String) -> Result<Vec<Spoken>>;

    /// The agent hangs up: the caller's last words.
    async fn hung_up(&self, change: &Change, call: &Call, memory: &mut String) -> Result<Vec<Spoken>>;

    /// The call is coded and closed.
    async fn closed(&self, change: &Change, call: &Call) -> Result<()>;

    /// The words as sound (WAV), when this line has a voice; `None` never stops a call.
    async fn voice(&self, store: &Store, call: &Call, text: &str) -> Option<Vec<u8>>;

    /// True when [`Line::voice`] can be asked.
    fn has_voice(&self) -> bool;

    /// Where the agent goes once the call is closed.
    async fn after(&self, store: &Store, call: &Call) -> Result<Option<String>>;
}

/// The lines that this installation has.
#[derive(Clone, Default)]
pub struct Lines(BTreeMap<&'static str, Arc<dyn Line>>);

impl Lines {
    /// Adds a kind of line.
    pub fn with(mut self, line: Arc<dyn Line>) -> Self {
        self.0.insert(line.kind(), line);
        self
    }

    /// The line of a call, when this installation has it.
    pub fn of(&self, call: &Call) -> Option<&dyn Line> {
        self.0.get(call.line.as_str()).map(AsRef::as_ref)
    }
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
