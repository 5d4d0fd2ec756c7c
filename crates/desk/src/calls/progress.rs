//! The progress of a call: each function is one state change, with its guard and its journal line.

use ::store::{AccountId, Change, Entry, Moment};
use serde_json::json;

use super::codes::{CodeKind, codes};
use super::store::{self, New, Speaker};
use super::{Call, CallError, CallId, Heard, Line, Match, Result, Spoken, State};
use crate::clients::{self, ClientId};
use crate::scripts::{Script, ScriptId};

/// Milliseconds after which a declined caller tries again.
const TRIES_AGAIN_MS: i64 = 15_000;

/// Announces a call that will ring at `rings_at` on an agent's desk.
///
/// # Errors
/// What the database says.
pub async fn expect(
    change: &Change,
    agent: AccountId,
    number: &str,
    line: &'static str,
    rings_at: Moment,
    script: Option<ScriptId>,
) -> Result<CallId> {
    let id = store::insert(change, New { agent, number, line, rings_at: rings_at.0, script }).await?;
    change.record(entry("call.expected", id).detail(json!({"line": line}))).await?;
    Ok(id)
}

fn entry(verb: &'static str, id: CallId) -> Entry {
    Entry::new(verb, "call", id.0).during(Some(id.0))
}

fn only_in(call: &Call, states: &[State]) -> Result<()> {
    if states.contains(&call.state) { Ok(()) } else { Err(CallError::NotNow(call.state)) }
}

/// Lets a due call ring: the files with its number are looked up, and a single one is opened with certainty. False when
/// there is nothing to do.
///
/// # Errors
/// What the database says.
pub async fn ring_if_due(change: &Change, call: &mut Call) -> Result<bool> {
    if call.state != State::Waiting || call.rings_at > change.now().0 {
        return Ok(false);
    }
    let found = clients::by_phone(&**change, change.scope(), &call.number).await?;
    (call.matched, call.client) = match found.as_slice() {
        [] => (Match::Unknown, None),
        [only] => (Match::Certain, Some(only.id)),
        _ => (Match::Maybe, None),
    };
    call.state = State::Ringing;
    store::save(change, call).await?;
    let ids: Vec<_> = found.iter().map(|client| client.id.0).collect();
    change.record(entry("call.rang", call.id).detail(json!({"match": call.matched.code(), "clients": ids}))).await?;
    Ok(true)
}

/// The agent answers.
///
/// # Errors
/// [`CallError::NotNow`] unless it rings.
pub async fn answer(change: &Change, call: &mut Call, line: &dyn Line, script: Option<&Script>) -> Result<()> {
    only_in(call, &[State::Ringing])?;
    call.state = State::Talking;
    call.answered_at = change.now().0;
    call.step =
        script.and_then(|script| script.definition.steps.first()).map_or_else(String::new, |step| step.id.clone());
    change.record(entry("call.answered", call.id)).await?;
    let mut memory = std::mem::take(&mut call.line_memory);
    let spoken = line.answered(change, call, &mut memory).await?;
    hear(change, call, memory, spoken).await
}

/// The agent declines; the caller tries again a little later.
///
/// # Errors
/// [`CallError::NotNow`] unless it rings.
pub async fn refuse(change: &Change, call: &mut Call) -> Result<()> {
    only_in(call, &[State::Ringing])?;
    call.state = State::Waiting;
    call.rings_at = change.now().plus_ms(TRIES_AGAIN_MS).0;
    store::save(change, call).await?;
    change.record(entry("call.refused", call.id)).await?;
    Ok(())
}

/// The agent says something, freely.
///
/// # Errors
/// [`CallError::NotNow`] unless they are talking.
pub async fn say(change: &Change, call: &mut Call, line: &dyn Line, text: &str) -> Result<()> {
    only_in(call, &[State::Talking])?;
    speak(change, call, line, Heard { text, step: None, topics: &[] }).await
}

async fn speak(change: &Change, call: &mut Call, line: &dyn Line, heard: Heard<'_>) -> Result<()> {
    let detail = json!({"text": heard.text, "step": heard.step});
    let journal = change.record(entry("call.said", call.id).detail(detail)).await?;
    store::add_turn(change, call.id, Speaker::Agent, heard.text, "", journal).await?;
    let mut memory = std::mem::take(&mut call.line_memory);
    let spoken = line.hears(change, call, &mut memory, heard).await?;
    hear(change, call, memory, spoken).await
}

/// Keeps what the caller said; a caller who hangs up ends the call.
async fn hear(change: &Change, call: &mut Call, memory: String, spoken: Vec<Spoken>) -> Result<()> {
    call.line_memory = memory;
    for words in spoken {
        let journal = change.record(entry("call.heard", call.id).detail(json!({"text": words.text}))).await?;
        store::add_turn(change, call.id, Speaker::Client, &words.text, &words.trace, journal).await?;
        if words.ends && call.state.is_connected() {
            hang_up(change, call, "client").await?;
        }
    }
    Ok(store::save(change, call).await?)
}

/// What the agent does with a step of the script.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// Which step.
    pub id: &'a str,
    /// True when it is left out on purpose.
    pub skipped: bool,
    /// The branch chosen, if the step has some.
    pub branch: Option<&'a str>,
    /// The words of the step with its fields merged.
    pub text: &'a str,
}

/// Passes or skips a step of the script. Words of a step are said to the caller.
///
/// # Errors
/// [`CallError::NotNow`] unless they are talking, [`CallError::NoStep`] for a step that the script does not have.
pub async fn pass_step(
    change: &Change,
    call: &mut Call,
    line: &dyn Line,
    script: &Script,
    step: Step<'_>,
) -> Result<()> {
    only_in(call, &[State::Talking])?;
    let own = script.definition.step(step.id).ok_or(CallError::NoStep)?;
    let how = if step.skipped { "skipped" } else { step.branch.unwrap_or("passed") };
    let detail = json!({"step": own.id, "how": how, "script": script.code, "version": script.version});
    let journal = change.record(entry("call.step", call.id).detail(detail)).await?;
    store::add_step(change, call.id, &own.id, how, journal).await?;
    let branch = if step.skipped { None } else { step.branch };
    call.step = script.definition.after(&own.id, branch).map_or_else(String::new, |next| next.id.clone());
    if step.skipped || own.kind == crate::scripts::format::Kind::Do {
        return Ok(store::save(change, call).await?);
    }
    speak(change, call, line, Heard { text: step.text, step: Some(&own.id), topics: &own.topics }).await
}

/// Puts the caller on hold.
///
/// # Errors
/// [`CallError::NotNow`] unless they are talking.
pub async fn hold(change: &Change, call: &mut Call, line: &dyn Line) -> Result<()> {
    only_in(call, &[State::Talking])?;
    let mut memory = std::mem::take(&mut call.line_memory);
    let spoken = line.held(change, call, &mut memory).await?;
    call.state = State::Hold;
    call.held_since = change.now().0;
    change.record(entry("call.held", call.id)).await?;
    hear(change, call, memory, spoken).await
}

/// Takes the caller back.
///
/// # Errors
/// [`CallError::NotNow`] unless the caller is on hold.
pub async fn resume(change: &Change, call: &mut Call, line: &dyn Line) -> Result<()> {
    only_in(call, &[State::Hold])?;
    end_hold(change, call);
    call.state = State::Talking;
    change.record(entry("call.resumed", call.id)).await?;
    let mut memory = std::mem::take(&mut call.line_memory);
    let spoken = line.resumed(change, call, &mut memory).await?;
    hear(change, call, memory, spoken).await
}

fn end_hold(change: &Change, call: &mut Call) {
    if call.held_since != 0 {
        call.held_ms += change.now().0 - call.held_since;
        call.held_since = 0;
    }
}

/// Ties the call to a file of the centre. Who was identified was identified in the file before: another file asks again.
///
/// # Errors
/// [`CallError::NotNow`] before it rings and once it is closed; [`::store::StoreError::NotFound`] for a file of another
/// centre; else what the database says.
pub async fn attach(change: &Change, call: &mut Call, client: ClientId) -> Result<()> {
    only_in(call, &[State::Ringing, State::Talking, State::Hold, State::WrapUp])?;
    // A page may still name a file that was merged meanwhile.
    let client = clients::standing(&**change, change.scope(), client).await?.id;
    if call.client.replace(client) != Some(client) {
        call.identified_at = 0;
    }
    store::save(change, call).await?;
    change.record(entry("call.client_chosen", call.id).detail(json!({"client": client.0}))).await?;
    Ok(())
}

/// The file is not the caller's: the call is untied from it, and the identity is to be verified again.
///
/// # Errors
/// [`CallError::NotNow`] once the call is closed or when no file is chosen.
pub async fn release(change: &Change, call: &mut Call) -> Result<()> {
    let (Some(client), false) = (call.client, call.state == State::Closed) else {
        return Err(CallError::NotNow(call.state));
    };
    (call.client, call.identified_at) = (None, 0);
    store::save(change, call).await?;
    change.record(entry("call.client_released", call.id).detail(json!({"client": client.0}))).await?;
    Ok(())
}

/// The agent confirms that the caller is who the file says.
///
/// # Errors
/// [`CallError::NotNow`] unless connected and a file is chosen.
pub async fn identify(change: &Change, call: &mut Call) -> Result<()> {
    only_in(call, &[State::Talking, State::Hold])?;
    let Some(client) = call.client else { return Err(CallError::NotNow(call.state)) };
    if call.identified_at == 0 {
        call.identified_at = change.now().0;
        store::save(change, call).await?;
        change.record(entry("call.identified", call.id).detail(json!({"client": client.0}))).await?;
    }
    Ok(())
}

/// Codes the reason while the call goes on.
///
/// # Errors
/// [`CallError::NoCode`] for a code that the centre does not have.
pub async fn qualify(change: &Change, call: &mut Call, reason: &str) -> Result<()> {
    only_in(call, &[State::Talking, State::Hold, State::WrapUp])?;
    known(change, CodeKind::Reason, reason).await?;
    call.reason = reason.to_owned();
    store::save(change, call).await?;
    change.record(entry("call.reason", call.id).detail(json!({"reason": reason}))).await?;
    Ok(())
}

async fn known(change: &Change, kind: CodeKind, code: &str) -> Result<()> {
    let all = codes(&**change, change.scope(), kind).await?;
    if all.iter().any(|own| own.code == code) { Ok(()) } else { Err(CallError::NoCode(kind)) }
}

/// The agent hangs up.
///
/// # Errors
/// [`CallError::NotNow`] unless connected.
pub async fn end(change: &Change, call: &mut Call, line: &dyn Line) -> Result<()> {
    only_in(call, &[State::Talking, State::Hold])?;
    let mut memory = std::mem::take(&mut call.line_memory);
    let mut spoken = line.hung_up(change, call, &mut memory).await?;
    spoken.iter_mut().for_each(|words| words.ends = false);
    hang_up(change, call, "agent").await?;
    hear(change, call, memory, spoken).await
}

async fn hang_up(change: &Change, call: &mut Call, by: &str) -> Result<()> {
    end_hold(change, call);
    call.state = State::WrapUp;
    call.ended_at = change.now().0;
    change.record(entry("call.ended", call.id).detail(json!({"by": by, "held_ms": call.held_ms}))).await?;
    Ok(())
}

/// What closes a call.
#[derive(Clone, Debug)]
pub struct WrapUp {
    /// Reason code.
    pub reason: String,
    /// Outcome code.
    pub outcome: String,
    /// 1 to 4; 5 when the caller was not asked or did not answer.
    pub satisfaction: i64,
    /// A note, possibly empty.
    pub note: String,
}

/// Codes the call and closes it.
///
/// # Errors
/// [`CallError::NotNow`] unless it was hung up; [`CallError::NoCode`] for codes that the centre does not have.
pub async fn wrap_up(change: &Change, call: &mut Call, line: &dyn Line, given: WrapUp) -> Result<()> {
    only_in(call, &[State::WrapUp])?;
    known(change, CodeKind::Reason, &given.reason).await?;
    known(change, CodeKind::Outcome, &given.outcome).await?;
    let detail = json!({
        "reason": given.reason, "outcome": given.outcome, "satisfaction": given.satisfaction, "note": given.note,
    });
    (call.reason, call.outcome, call.satisfaction, call.note) =
        (given.reason, given.outcome, given.satisfaction, given.note);
    call.state = State::Closed;
    store::save(change, call).await?;
    change.record(entry("call.closed", call.id).detail(detail)).await?;
    Ok(line.closed(change, call).await?)
}
