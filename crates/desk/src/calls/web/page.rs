//! The desk page: the open call in reading order, and its forms.

use ::web::{Answer, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::Desk;
use super::ringing::ring_and_attach;
use crate::calls::codes::Code;
use crate::calls::seen::Seen;
use crate::calls::{Line, store};
use crate::clients::{self, Event, Found};

#[derive(Template)]
#[template(path = "calls/desk.html")]
pub(super) struct DeskPage {
    pub(super) page: Page,
    seen: Option<Seen>,
    query: String,
    found: Vec<Found>,
    file: Option<Form>,
    events: Vec<Event>,
    say: Form,
    reason: Form,
    wrap_up: Form,
    voice: Option<i64>,
    seconds: i64,
    once: String,
}

impl DeskPage {
    fn length(&self) -> String {
        self.page.talk.duration(self.seconds)
    }

    fn name_of(&self, found: &Found) -> String {
        found.client.name(self.page.preferences.script)
    }

    fn lang_of(&self, text: &str) -> &'static str {
        words::lang_attr_for(text, self.page.talk.lang).unwrap_or(self.page.talk.lang.code())
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
}

/// The agent's desk: the open call in reading order, or what to do when there is none.
pub(super) async fn desk(State(desk): State<Desk>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.may(Habilitation::TakeCalls)?;
    ring_and_attach(&desk, &visitor).await?;
    Page::show(&desk_page(&desk, &visitor, asked.q.as_deref().unwrap_or(""), &Wrong::Nothing).await?)
}

/// Which form of the desk comes back with errors: what was typed, and what is wrong with it.
pub(super) enum Wrong<'a> {
    Nothing,
    Say(&'a Fields, &'a [FieldError]),
    WrapUp(&'a Fields, &'a [FieldError]),
}

pub(super) async fn desk_page(
    desk: &Desk,
    visitor: &Visitor,
    query: &str,
    wrong: &Wrong<'_>,
) -> Result<DeskPage, WebError> {
    let (web, talk) = (&desk.web, visitor.talk());
    let page = Page::new(web, visitor, "calls-desk-title").await?.under("/desk");
    let seen = match store::open_call(web.store.read(), visitor.scope()).await? {
        Some(call) => Some(Seen::of(web.store.read(), visitor, call).await?),
        None => None,
    };
    let found = if query.trim().is_empty() {
        vec![]
    } else {
        clients::search(web.store.read(), visitor.scope(), query).await?
    };
    let (file, events) = match seen.as_ref().and_then(|seen| seen.client.as_ref()) {
        Some(client) => file_of(web, visitor, client).await?,
        None => (None, vec![]),
    };
    let id = seen.as_ref().map_or(0, |seen| seen.call.id.0);
    let once = web.chance.token(16);
    let say = say_form(web, visitor, id, wrong).await?.hidden("once", once.clone());
    let (reasons, outcomes) = seen.as_ref().map_or((&[][..], &[][..]), |seen| (&seen.reasons[..], &seen.outcomes[..]));
    let mut given = Fields::default();
    if let Some(seen) = &seen {
        given.set("reason", seen.call.reason.clone());
    }
    let reason = Form::new(talk, format!("/calls/{id}/reason"), "/desk", "calls-save-reason").fields(
        vec![reason_field(talk, reasons)],
        &given,
        &[],
    );
    let place = wrap_up_place(id);
    let kept = drafts::draft(web, visitor, &place).await?;
    let (values, errors, restored) = match wrong {
        Wrong::WrapUp(fields, errors) => (*fields, *errors, false),
        _ => (kept.as_ref().unwrap_or(&given), &[][..], kept.is_some()),
    };
    let wrap_up = Form::new(talk, format!("/calls/{id}/wrap-up"), place, "calls-close")
        .fields(wrap_up_fields(talk, reasons, outcomes), values, errors)
        .kept(restored);
    let voice = seen.as_ref().filter(|seen| desk.lines.of(&seen.call).is_some_and(Line::has_voice));
    let voice = voice.and_then(|seen| seen.reply().first().map(|turn| turn.id));
    let seconds = seen.as_ref().map_or(0, |seen| seen.seconds(web.clock().now()));
    Ok(DeskPage {
        page,
        seen,
        query: query.to_owned(),
        found,
        file,
        events,
        say,
        reason,
        wrap_up,
        voice,
        seconds,
        once,
    })
}

/// The page under which an unsent sentence of a call is kept.
pub(super) fn say_place(id: i64) -> String {
    format!("/desk#say-{id}")
}

/// The page under which the unsent coding of a call is kept.
pub(super) fn wrap_up_place(id: i64) -> String {
    format!("/desk#wrap-up-{id}")
}

/// The agent's next sentence, with what was kept of it when a session had ended.
async fn say_form(web: &Web, visitor: &Visitor, id: i64, wrong: &Wrong<'_>) -> Result<Form, WebError> {
    let (talk, place) = (visitor.talk(), say_place(id));
    let kept = drafts::draft(web, visitor, &place).await?;
    let nothing = Fields::default();
    let (values, errors, restored) = match wrong {
        Wrong::Say(fields, errors) => (*fields, *errors, false),
        _ => (kept.as_ref().unwrap_or(&nothing), &[][..], kept.is_some()),
    };
    let field = Field::line(talk, "text", "calls-say-field").hint(talk, "calls-say-hint");
    let form =
        Form::new(talk, format!("/calls/{id}/utterances"), place, "calls-say").fields(vec![field], values, errors);
    Ok(if restored { form.kept(true) } else { form })
}

/// The caller's file as a form that returns to the desk, for those who may write, and its last events.
async fn file_of(
    web: &Web,
    visitor: &Visitor,
    client: &clients::Client,
) -> Result<(Option<Form>, Vec<Event>), WebError> {
    let mut asked = Fields::default();
    asked.set("return", "/desk");
    let form = match visitor.may(Habilitation::WriteClients) {
        Ok(()) => Some(clients::file_form(web, visitor, client, &asked).await?),
        Err(_) => None,
    };
    let lines = clients::recent_history(web.store.read(), visitor.scope(), client.id).await?;
    let own = clients::own_of(web, visitor).await?;
    Ok((form, lines.into_iter().take(5).map(|line| Event::new(line, &own, visitor.talk())).collect()))
}

fn choices(talk: words::Talk, codes: &[Code]) -> Vec<(String, String)> {
    let first = (String::new(), talk.t("calls-choose").into_owned());
    let named = codes.iter().map(|code| (code.code.clone(), code.name(talk.lang).to_owned()));
    std::iter::once(first).chain(named).collect()
}

fn reason_field(talk: words::Talk, reasons: &[Code]) -> Field {
    Field::select(talk, "reason", "calls-reason", choices(talk, reasons))
}

fn wrap_up_fields(talk: words::Talk, reasons: &[Code], outcomes: &[Code]) -> Vec<Field> {
    let marks = [
        ("4", "calls-satisfied-4"),
        ("3", "calls-satisfied-3"),
        ("2", "calls-satisfied-2"),
        ("1", "calls-satisfied-1"),
        ("5", "calls-satisfied-none"),
    ];
    let marks = marks.map(|(code, key)| (code.to_owned(), talk.t(key).into_owned()));
    vec![
        reason_field(talk, reasons).required(talk),
        Field::select(talk, "outcome", "calls-outcome", choices(talk, outcomes)).required(talk),
        Field::radio(talk, "satisfaction", "calls-satisfaction", marks.to_vec()).required(talk),
        Field::area(talk, "note", "calls-note", 3),
    ]
}
