//! Requests: what a person asks about their own data (access, rectification, opposition, erasure), its clock and its outcome.

mod calendar;
mod delays;
mod erasing;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub(super) use self::erasing::erase_person;
pub use self::store::{
    Added, Registered, add_delay, add_holiday, due_on, is_erased, receive, registered, seed_delays, step,
};
pub(super) use self::store::{Request, of_client};
pub(super) use self::web::Line;

use ::web::{Check, FieldError, Fields, Routes, Web};

use super::coded::coded;
use super::purposes;
use crate::clients::{ClientId, Day};

pub(super) fn routes(web: Web) -> Routes {
    self::web::routes(web.clone()).merge(erasing::routes(web.clone())).merge(delays::routes(web))
}

coded! {
    /// What a person asks for.
    Kind {
        /// To know what is known of them (law 18-07, article 34).
        Access = "access", "law-kind-access";
        /// To have it corrected (article 35).
        Rectification = "rectification", "law-kind-rectification";
        /// To be left alone (articles 36 and 37).
        Opposition = "opposition", "law-kind-opposition";
        /// To be forgotten (article 35).
        Erasure = "erasure", "law-kind-erasure";
    }
}

coded! {
    /// How a request came in.
    Way {
        /// In a call.
        Call = "call", "law-way-call";
        /// In a letter.
        Letter = "letter", "law-way-letter";
        /// By e-mail.
        Email = "email", "law-way-email";
        /// At the counter.
        Visit = "visit", "law-way-visit";
    }
}

coded! {
    /// How the identity of the person who asks was checked.
    Identity {
        /// Not yet.
        Unchecked = "unchecked", "law-identity-none";
        /// By an identity document.
        Document = "document", "law-identity-document";
        /// By what only this person knows of the file.
        Answers = "answers", "law-identity-answers";
        /// By a call back to the number of the file.
        Callback = "callback", "law-identity-callback";
        /// By a mandate in writing of the person.
        Mandate = "mandate", "law-identity-mandate";
    }
}

coded! {
    /// Where a request stands.
    State {
        /// It came in and the identity is checked.
        Received = "received", "law-state-received";
        /// Who asks is still to be checked.
        ToCheck = "to_check", "law-state-to-check";
        /// Somebody works on it.
        InHand = "in_hand", "law-state-in-hand";
        /// It was answered.
        Answered = "answered", "law-state-answered";
        /// It was refused, with the reason.
        Refused = "refused", "law-state-refused";
    }
}

impl State {
    /// True when nothing is left to do.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Answered | Self::Refused)
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Received | Self::InHand => "neutral",
            Self::ToCheck => "attention",
            Self::Answered => "good",
            Self::Refused => "stop",
        }
    }
}

/// The longest wish, outcome or reason, in characters.
const TEXT: usize = 2_000;

/// A request that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// Whose data it is about.
    pub client: ClientId,
    /// What is asked for.
    pub kind: Kind,
    /// Who asks: the person, or whoever stands for them.
    pub asked_by: String,
    /// How it came in.
    pub way: Way,
    /// The day on which it came in.
    pub received_on: Day,
    /// How the identity was checked.
    pub identity: Identity,
    /// What is wanted, in words.
    pub wanted: String,
}

/// What is done with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The identity is checked.
    Checked(Identity),
    /// Somebody takes it in hand.
    Taken,
    /// It is answered, with what was done.
    Answered(String),
    /// It is refused, with the reason.
    Refused(String),
}

/// Why a step is refused.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// It is closed already.
    #[error("the request is closed")]
    Closed,
    /// The identity is to be checked first.
    #[error("the identity is not checked")]
    Unchecked,
    /// The database.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
}

impl From<RequestError> for ::web::WebError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::Closed => Self::Conflict("law-request-closed"),
            RequestError::Unchecked => Self::Conflict("law-request-unchecked"),
            RequestError::Store(error) => error.into(),
        }
    }
}

/// Where a request stands after a step.
///
/// # Errors
/// [`RequestError::Closed`] and [`RequestError::Unchecked`]: nobody is answered before it is known who asks.
fn after(state: State, step: &Step) -> Result<State, RequestError> {
    match (state, step) {
        (state, _) if state.is_closed() => Err(RequestError::Closed),
        (_, Step::Checked(_)) => Ok(State::InHand),
        (_, Step::Refused(_)) => Ok(State::Refused),
        (State::ToCheck, Step::Taken | Step::Answered(_)) => Err(RequestError::Unchecked),
        (_, Step::Taken) => Ok(State::InHand),
        (_, Step::Answered(_)) => Ok(State::Answered),
    }
}

/// Reads the form of a request.
///
/// # Errors
/// Every refused field with its sentence.
fn read(fields: &Fields, client: ClientId, today: Day) -> Result<NewRequest, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let kind = Kind::parse(check.choice("kind", Kind::CODES, "law-error-kind"));
    let asked_by = check.required("asked_by", 200, "law-error-asked-by");
    let way = Way::parse(check.choice("way", Way::CODES, "frame-error-choice"));
    let received = purposes::day(&mut check, "received_on");
    match received {
        None => check.wrong("received_on", "law-error-day"),
        Some(day) if day > today => check.wrong("received_on", "law-error-future"),
        Some(_) => {}
    }
    let identity = Identity::parse(check.choice("identity", Identity::CODES, "frame-error-choice"));
    let wanted = check.text("wanted", TEXT);
    match (kind, way, received, identity) {
        (Some(kind), Some(way), Some(received_on), Some(identity)) if check.errors.is_empty() => {
            Ok(NewRequest { client, kind, asked_by, way, received_on, identity, wanted })
        }
        _ => Err(check.errors),
    }
}
