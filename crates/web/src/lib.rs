//! What every room's pages share: the page frame, forms and their errors, sign-in and sessions, habilitations,
//! preferences, drafts, the announcement log, and the guards around every request.

mod accessibility;
pub mod accounts;
pub mod announcements;
mod app;
pub mod assets;
mod braille;
mod chosen;
pub mod drafts;
mod error;
pub mod fields;
pub mod form;
pub mod frame;
mod guard;
mod guide;
mod habilitation;
mod migration;
pub mod preferences;
mod routes;
pub mod sessions;
mod upload;
mod visitor;

pub use app::{Config, NavItem, StatusSource, Web, serve_routes, serve_with_open, sweep};
pub use error::{Fault, WebError};
pub use fields::{Check, FieldError, Fields};
pub use form::{Field, Form};
pub use frame::{Page, Status, see_other};
pub use guard::Typed;
pub use habilitation::{Habilitation, Refusal, Role};
pub use migration::migrations;
pub use routes::Routes;
pub use upload::Upload;
pub use visitor::{Account, MaybeVisitor, Visitor};

/// What a handler answers.
pub type Answer = Result<axum::response::Response, WebError>;
