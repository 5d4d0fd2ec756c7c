//! Who asks: the signed-in person, read once per request.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use store::{AccountId, Centre, Scope};
use words::Talk;

use crate::preferences::Preferences;
use crate::{Habilitation, Role, WebError};

/// An account as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// What is typed at sign-in.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The person's role.
    pub role: Role,
}

/// The signed-in person of a request.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The account.
    pub account: Account,
    /// The centre in which the person stands.
    pub centre: Centre,
    /// The person's choices.
    pub preferences: Preferences,
    /// The hash of the session's token.
    pub session: String,
    /// What the previous page left to be told, once.
    pub notice: Option<String>,
}

impl Visitor {
    /// Texts in the person's language and length.
    pub fn talk(&self) -> Talk {
        Talk { lang: self.preferences.language, short: self.preferences.short_texts }
    }

    /// The scope of every desk query of this person.
    pub fn scope(&self) -> Scope {
        Scope { centre: self.centre.id, actor: Some(self.account.id) }
    }

    /// Allowed, or the page that says why not.
    ///
    /// # Errors
    /// [`WebError::Refused`].
    pub fn may(&self, what: Habilitation) -> Result<(), WebError> {
        let asked = what.ask(self.account.role, self.centre.kind);
        if asked.is_err() && what.is_granted(&self.centre) { Ok(()) } else { asked.map_err(WebError::Refused) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        parts.extensions.get::<Visitor>().cloned().ok_or(WebError::SignInFirst)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Visitor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, WebError> {
        Ok(parts.extensions.get::<Visitor>().cloned())
    }
}

/// Texts for a page that may be seen before sign-in.
#[derive(Clone, Copy, Debug)]
pub struct MaybeVisitor(pub Talk);

impl<S: Send + Sync> FromRequestParts<S> for MaybeVisitor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        Ok(Self(crate::guard::talk_of(&parts.extensions, &parts.headers)))
    }
}
