//! Calls as they were: the list, one call, the caller's words as sound.

use ::web::{Answer, Habilitation, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;

use super::Desk;
use crate::calls::codes::{Code, CodeKind, codes};
use crate::calls::seen::Seen;
use crate::calls::store::{self, Listed};
use crate::calls::{CallId, State as Stand, status};
use crate::law::{Masking, masking_of_file, masking_of_lists};

/// The caller's last words as sound, when the line has a voice.
pub(super) async fn voice(State(desk): State<Desk>, visitor: Visitor, Path((id, turn)): Path<(i64, i64)>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let call = store::call_by_id(desk.web.store.read(), visitor.scope(), CallId(id)).await?;
    let turns = store::turns_of(desk.web.store.read(), call.id).await?;
    let words = turns.iter().skip_while(|own| own.id != turn).take_while(|own| !own.is_agent());
    let text = words.map(|own| own.text.as_str()).collect::<Vec<_>>().join(" ");
    let sound = match desk.lines.of(&call) {
        Some(line) if !text.is_empty() => line.voice(&desk.web.store, &call, &text).await,
        _ => None,
    };
    match sound {
        Some(wav) => Ok(([(header::CONTENT_TYPE, "audio/wav")], wav).into_response()),
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}

#[derive(Template)]
#[template(path = "calls/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Line>,
    next: Option<i64>,
}

/// A call of the list, ready to be read.
struct Line {
    id: i64,
    /// The client's name, else the number.
    name: String,
    reason: String,
    outcome: String,
    rings_at: i64,
}

#[derive(Deserialize)]
pub(super) struct Before {
    before: Option<i64>,
}

pub(super) async fn list(State(desk): State<Desk>, visitor: Visitor, Query(before): Query<Before>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let (web, talk) = (&desk.web, visitor.talk());
    let page = Page::new(web, &visitor, "calls-title").await?.under("/desk");
    let names = names_of(web, &visitor).await?;
    let masking = masking_of_lists(web, &visitor).await?;
    let found = store::list(&web.store, visitor.scope(), before.before).await?;
    let named = |code: &str| names.iter().find(|own| own.code == code).map_or("", |own| own.name(talk.lang)).to_owned();
    let line = |row: Listed| {
        let latin_first = visitor.preferences.script == ::web::preferences::Script::Latin;
        let (first, second) = if latin_first { (&row.latin, &row.arabic) } else { (&row.arabic, &row.latin) };
        let both = [first, second].map(|name| name.as_deref().unwrap_or("").trim().to_owned());
        let number = || masking.phone(status::national(&row.number), talk);
        let name = both.into_iter().find(|name| !name.is_empty()).unwrap_or_else(number);
        let (reason, outcome) = (named(&row.reason), named(&row.outcome));
        Line { id: row.id, name, reason, outcome, rings_at: row.rings_at }
    };
    Page::show(&ListPage { page, rows: found.rows.into_iter().map(line).collect(), next: found.next })
}

async fn names_of(web: &Web, visitor: &Visitor) -> Result<Vec<Code>, WebError> {
    let (db, scope) = (web.store.read(), visitor.scope());
    let mut all = codes(db, scope, CodeKind::Reason).await?;
    all.extend(codes(db, scope, CodeKind::Outcome).await?);
    Ok(all)
}

#[derive(Template)]
#[template(path = "calls/show.html")]
struct ShowPage {
    page: Page,
    seen: Seen,
    reason: String,
    outcome: String,
    seconds: i64,
    /// False when the number is masked: words stand in its place.
    ltr: bool,
}

impl ShowPage {
    fn length(&self) -> String {
        self.page.talk.duration(self.seconds)
    }
}

pub(super) async fn show(State(desk): State<Desk>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    let call = store::call_by_id(desk.web.store.read(), visitor.scope(), CallId(id)).await?;
    let mut seen = Seen::of(desk.web.store.read(), &visitor, call).await?;
    let talk = visitor.talk();
    let masking = match (seen.call.state, seen.call.client) {
        (Stand::Closed, Some(client)) => masking_of_file(&desk.web, &visitor, client).await?,
        (Stand::Closed, None) => masking_of_lists(&desk.web, &visitor).await?,
        _ => Masking::default(),
    };
    seen.number = masking.phone(seen.number, talk);
    let named = |codes: &[Code], code: &str| {
        codes.iter().find(|own| own.code == code).map_or("", |own| own.name(talk.lang)).to_owned()
    };
    let reason = named(&seen.reasons, &seen.call.reason);
    let outcome = named(&seen.outcomes, &seen.call.outcome);
    let seconds = seen.seconds(desk.web.clock().now());
    let page = Page::new(&desk.web, &visitor, "calls-one-title").await?.under("/desk").document();
    Page::show(&ShowPage { page, seen, reason, outcome, seconds, ltr: masking.is_off() })
}
