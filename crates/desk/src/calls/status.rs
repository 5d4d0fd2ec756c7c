//! The status line of every page: what the agent's desk is doing.

use ::store::Store;
use ::web::{Habilitation, Status, StatusSource, Visitor};
use words::{Arg, Talk};

use super::{Call, State, store};
use crate::clients;

/// The desk's own status line.
#[derive(Clone, Copy, Debug, Default)]
pub struct DeskStatus;

#[async_trait::async_trait]
impl StatusSource for DeskStatus {
    async fn status(&self, store: &Store, visitor: &Visitor) -> ::store::Result<Option<Status>> {
        if visitor.may(Habilitation::TakeCalls).is_err() {
            return Ok(None);
        }
        let call = store::open_call(store.read(), visitor.scope()).await?;
        let name = match call.as_ref().and_then(|call| call.client) {
            Some(client) => clients::get(store.read(), visitor.scope(), client).await?.name(visitor.preferences.script),
            None => String::new(),
        };
        Ok(Some(of(visitor.talk(), call.as_ref(), &name, store.clock().now().0)))
    }
}

/// The line for a call in its state; `name` is the caller's, empty when unknown.
fn of(talk: Talk, call: Option<&Call>, name: &str, now: i64) -> Status {
    let (state, key) = match call.map(|call| call.state) {
        None | Some(State::Closed) => ("idle", "calls-status-idle"),
        Some(State::Waiting) => ("waiting", "calls-status-waiting"),
        Some(State::Ringing) => ("ringing", "calls-status-ringing"),
        Some(State::Talking) => ("talking", "calls-status-talking"),
        Some(State::Hold) => ("hold", "calls-status-hold"),
        Some(State::WrapUp) => ("wrap_up", "calls-status-wrap-up"),
    };
    let number = call.map_or("", |call| call.number.as_str());
    // Plain text cannot isolate a number: without spaces its digits keep their order in an Arabic sentence.
    let who = if name.is_empty() { national(number).replace(' ', "") } else { name.to_owned() };
    let who = if who.is_empty() { talk.t("calls-hidden-number").into_owned() } else { who };
    let minutes = call.filter(|call| call.answered_at != 0).map_or(0, |call| (now - call.answered_at) / 60_000);
    let args = [("who", Arg::from(who.as_str())), ("minutes", Arg::from(minutes))];
    let word = Talk { short: true, ..talk }.with(key, &args);
    let short = words::fit20(&format!("{word} {who}")).into_owned();
    let short = if state == "ringing" || state == "talking" { short } else { words::fit20(&word).into_owned() };
    Status {
        text: Talk { short: false, ..talk }.with(key, &args),
        short,
        state,
        href: "/desk".to_owned(),
        call: call.map(|call| call.id.0),
    }
}

/// A number as it is read aloud, or as it is when it cannot be read.
pub(super) fn national(e164: &str) -> String {
    names::Phone::parse(e164).map_or_else(|_| e164.to_owned(), |phone| phone.national().to_owned())
}
