//! The status line while desk work is under way: it leads back to the documents and tasks from every page.

use ::store::{CentreKind, Store};
use ::web::{Status, StatusSource, Visitor};
use async_trait::async_trait;
use desk::calls::DeskStatus;
use words::{Arg, Talk};

use super::PLACE;
use crate::exercises::Kind;
use crate::practice::store::unfinished;

/// The status line of the desk, and of desk work in its sandbox.
#[derive(Clone, Copy, Debug, Default)]
pub struct WorkStatus;

#[async_trait]
impl StatusSource for WorkStatus {
    async fn status(&self, store: &Store, visitor: &Visitor) -> ::store::Result<Option<Status>> {
        let line = DeskStatus.status(store, visitor).await?;
        let calls = line.as_ref().is_some_and(|line| line.call.is_some());
        if calls || visitor.centre.kind != CentreKind::Sandbox {
            return Ok(line);
        }
        let Some(attempt) = unfinished(store.read(), visitor.account.id, Kind::Work).await? else { return Ok(line) };
        if attempt.centre != visitor.centre.id {
            return Ok(line);
        }
        let talk = visitor.talk();
        let code = [("code", Arg::from(visitor.centre.code.as_str()))];
        Ok(Some(Status {
            text: Talk { short: false, ..talk }.with("work-status", &code),
            short: Talk { short: true, ..talk }.with("work-status", &code),
            state: "work",
            href: PLACE.to_owned(),
            call: None,
        }))
    }
}
