//! Conditions on what other rooms know of a file: what the client agreed to and where its validation stands; and on the way in
//! which the client prefers to be reached.

use super::Condition;
use super::own::NONE;
use super::reading::Reader;
use crate::clients::Channel;
use crate::law::{self, Decision, PurposeId};
use crate::validation::State;

/// The parameters of a condition on a consent: for what, by which channel, and what was answered.
pub(crate) const PURPOSE: &str = "consent_purpose";
pub(crate) const CHANNEL: &str = "consent_channel";
pub(crate) const ANSWER: &str = "consent_state";

/// The word of addresses for a consent that nobody asked for.
pub(crate) const NEVER: &str = "never";

/// What holds for a purpose: the latest answer of the client, as the page of their consents says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// For what.
    pub purpose: PurposeId,
    /// By which channel; none is "by one of them at least".
    pub channel: Option<law::Channel>,
    /// The answer is one of these; none is "never asked".
    pub answers: Vec<Option<Decision>>,
}

/// Every answer, in the order of the form.
pub(crate) const ANSWERS: [Option<Decision>; 4] =
    [Some(Decision::Given), Some(Decision::Refused), Some(Decision::Withdrawn), None];

/// The word of an answer in an address.
pub(crate) fn answer_code(answer: Option<Decision>) -> &'static str {
    answer.map_or(NEVER, Decision::code)
}

/// The text key of an answer.
pub(crate) fn answer_key(answer: Option<Decision>) -> &'static str {
    answer.map_or("filters-consent-never", Decision::key)
}

/// Every state of validation, in the order of the form.
pub(crate) const STATES: [State; 5] =
    [State::Open, State::Submitted, State::Returned, State::Approved, State::Outdated];

/// The word of a state of validation in an address.
pub(crate) fn state_code(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Submitted => "submitted",
        State::Returned => "returned",
        State::Approved => "approved",
        State::Outdated => "outdated",
    }
}

/// The word of a preferred channel in an address; none is "not given".
pub(crate) fn channel_code(channel: Option<Channel>) -> &'static str {
    channel.map_or(NONE, Channel::code)
}

/// The text key of a preferred channel.
pub(crate) fn channel_key(channel: Option<Channel>) -> &'static str {
    channel.map_or("filters-not-given", Channel::key)
}

/// Reads the states of validation.
pub(super) fn states(reader: &mut Reader<'_>) -> Option<Vec<State>> {
    reader.all("validation", |code| STATES.into_iter().find(|state| state_code(*state) == code))
}

/// Reads the preferred channels.
pub(super) fn channels(reader: &mut Reader<'_>) -> Option<Vec<Option<Channel>>> {
    reader.all("channel", |code| if code == NONE { Some(None) } else { Channel::parse(code).map(Some) })
}

/// Reads the three parameters of a consent. A purpose without an answer asks nothing, nor does an answer without a purpose: each is
/// told at what is missing.
pub(super) fn consent(reader: &mut Reader<'_>) -> Option<Condition> {
    let purpose = reader.one(PURPOSE, |id| id.parse::<i64>().ok().filter(|id| *id > 0).map(PurposeId));
    let channel = reader.one(CHANNEL, law::Channel::parse);
    let answers = reader.all(ANSWER, |code| ANSWERS.into_iter().find(|answer| answer_code(*answer) == code));
    match (purpose, answers) {
        (Some(purpose), Some(answers)) => return Some(Condition::Consent(Consent { purpose, channel, answers })),
        (Some(_), None) => reader.wrong(ANSWER, "filters-error-consent-answer", vec![]),
        (None, None) if channel.is_none() => {}
        (None, _) => reader.wrong(PURPOSE, "filters-error-consent-purpose", vec![]),
    }
    None
}

impl Consent {
    /// The values as the form shows them, by parameter.
    pub(super) fn write(&self, add: &mut impl FnMut(&str, String)) {
        add(PURPOSE, self.purpose.0.to_string());
        if let Some(channel) = self.channel {
            add(CHANNEL, channel.code().to_owned());
        }
        self.answers.iter().for_each(|answer| add(ANSWER, answer_code(*answer).to_owned()));
    }
}
