//! Validation: an agent submits a file, somebody else approves it or returns it with remarks, field by field.
//!
//! An approval is of one version. Whether a later change asks for another approval is a rule of the centre; see [`Rules`].

pub mod completeness;
mod store;
mod web;

#[cfg(test)]
mod tests;

pub use self::store::{Rules, Validation, approve, give_back, of, rules, set_rules, submit};
pub use self::web::routes;
pub(crate) use self::web::{Standing, remarks_of, standing};

use ::store::{AccountId, StoreError};
use ::web::WebError;

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody submitted it yet.
    Open,
    /// It waits for a decision.
    Submitted,
    /// It was approved as it is.
    Approved,
    /// It came back with remarks.
    Returned,
    /// It was approved and has changed since, where the centre asks for a new approval.
    Outdated,
}

impl State {
    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "validation-state-open",
            Self::Submitted => "validation-state-submitted",
            Self::Approved => "validation-state-approved",
            Self::Returned => "validation-state-returned",
            Self::Outdated => "validation-state-outdated",
        }
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Open | Self::Submitted => "neutral",
            Self::Approved => "good",
            Self::Returned | Self::Outdated => "attention",
        }
    }

    /// True when the file can be submitted.
    pub fn can_be_submitted(self) -> bool {
        matches!(self, Self::Open | Self::Returned | Self::Outdated)
    }
}

/// Where a file of this version stands.
pub fn state_of(found: Option<&Validation>, version: i64, rules: Rules) -> State {
    let Some(found) = found else { return State::Open };
    match found.word.as_str() {
        "submitted" => State::Submitted,
        "returned" => State::Returned,
        _ if rules.revalidate && version > found.version => State::Outdated,
        _ => State::Approved,
    }
}

/// Why nothing is decided or submitted.
#[derive(Debug, thiserror::Error)]
pub enum ValidationError {
    /// The file waits already, or is approved as it is.
    #[error("the file cannot be submitted now")]
    NotNow,
    /// The file does not wait for a decision.
    #[error("the file does not wait for a decision")]
    NotSubmitted,
    /// The file was changed since it was read.
    #[error("the file was changed since it was read")]
    Changed,
    /// Who decides made the file or submitted it.
    #[error("nobody approves their own file")]
    Own,
    /// A return without a remark would not say what to correct.
    #[error("a return says what to correct")]
    NoRemark,
    /// What the database says.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ValidationError> for WebError {
    fn from(error: ValidationError) -> Self {
        match error {
            ValidationError::NotNow => Self::Conflict("validation-refused-not-now"),
            ValidationError::NotSubmitted => Self::Conflict("validation-refused-not-submitted"),
            ValidationError::Changed => Self::Conflict("validation-refused-changed"),
            ValidationError::Own => Self::Conflict("validation-refused-own"),
            ValidationError::NoRemark => Self::Conflict("validation-error-remark"),
            ValidationError::Store(error) => error.into(),
        }
    }
}

/// True when `actor` made a file or submitted it.
fn is_own(found: &Validation, maker: Option<i64>, actor: Option<AccountId>) -> bool {
    let Some(AccountId(actor)) = actor else { return false };
    found.submitted_by == Some(actor) || maker == Some(actor)
}
