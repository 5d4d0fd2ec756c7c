//! A try being typed: the lines as they are given, the field, and what is sent.

use ::web::{Answer, Check, Field, FieldError, Fields, Form, Habilitation, Page, Visitor, Web, WebError, drafts};
use ::web::{see_other, sessions};
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use desk::scripts::reader::Language;
use words::{Talk, lang_attr_for, runs};

use super::{Room, entry_key, lang_of, language_key, result, way_key};
use crate::drills::braille::{Table, is_cell};
use crate::drills::drill::{Drill, plain};
use crate::drills::handover::drill_of;
use crate::drills::outcome::{Outcome, Sent};
use crate::drills::{DrillError, Entry, Try, TryId, TryState, Way, compare, rhythm, store};
use crate::exercises::{own_centre, said};
use crate::practice::voice;

/// A stretch of a line in one language.
struct Part {
    text: String,
    lang: &'static str,
}

/// A line to type, as it is given.
struct Line {
    number: usize,
    /// Nothing in a dictation by voice.
    parts: Vec<Part>,
    /// The cells, in a dictation by braille.
    cells: String,
}

#[derive(Template)]
#[template(path = "drills/typing.html")]
struct TypingPage {
    page: Page,
    id: i64,
    code: String,
    brief: String,
    entry: Entry,
    entry_word: &'static str,
    way: Way,
    way_word: &'static str,
    language: &'static str,
    lang: &'static str,
    dir: &'static str,
    lines: Vec<Line>,
    form: Form,
}

impl TypingPage {
    fn line_name(&self, number: &usize) -> String {
        self.page.talk.with("drills-line", &[("n", (*number).into())])
    }
}

pub(super) fn place(id: TryId) -> String {
    format!("/drills/tries/{}", id.0)
}

/// The visitor's own try; somebody else's does not exist for them.
pub(super) async fn own_try(web: &Web, visitor: &Visitor, id: i64) -> Result<Try, WebError> {
    visitor.may(Habilitation::Practise)?;
    let own = store::by_id(web.store.read(), TryId(id)).await?;
    if own.trainee == visitor.account.id { Ok(own) } else { Err(WebError::NotFound) }
}

/// An open try to go on with, or the result of a finished one.
pub(super) async fn show(State(room): State<Room>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let own = own_try(&room.web, &visitor, id).await?;
    match own.state {
        TryState::Done => result::show(&room.web, &visitor, &own).await,
        TryState::Dropped => Err(WebError::Conflict("drills-dropped")),
        TryState::Open => {
            let kept = drafts::draft(&room.web, &visitor, &place(own.id)).await?;
            let restored = kept.is_some();
            let mut shown = typing_page(&room.web, &visitor, &own, &kept.unwrap_or_default(), &[]).await?;
            shown.form = shown.form.kept(restored);
            Page::show(&shown)
        }
    }
}

async fn typing_page(
    web: &Web,
    visitor: &Visitor,
    own: &Try,
    values: &Fields,
    errors: &[FieldError],
) -> Result<TypingPage, WebError> {
    let talk = visitor.talk();
    let drill = drill_of(web, own).await?;
    let lang = lang_of(own.language);
    let page = Page::titled(web, visitor, said(&drill.head.title, talk).to_owned()).await?;
    let mut field = Field::area(talk, "typed", "drills-typed", 6).hint(talk, hint_key(own)).required(talk);
    field = field.in_language(lang.code()).exact();
    let form = Form::new(talk, format!("{}/text", place(own.id)), place(own.id), "drills-send")
        .fields(vec![field], values, errors)
        .hidden("times", values.get("times"))
        .hidden("cells", values.get("cells"))
        .kept(false);
    Ok(TypingPage {
        page: page.under("/practice").wrong(form.is_wrong()),
        id: own.id.0,
        code: drill.head.code.clone(),
        brief: said(&drill.brief, talk).to_owned(),
        entry: own.entry,
        entry_word: entry_key(own.entry),
        way: own.way,
        way_word: way_key(own.way),
        language: language_key(own.language),
        lang: lang.code(),
        dir: lang.dir(),
        lines: lines(&drill, own.way, talk),
        form,
    })
}

fn hint_key(own: &Try) -> &'static str {
    match own.entry {
        Entry::Keyboard => "drills-hint-keyboard",
        Entry::SixKeys => "drills-hint-six-keys",
        Entry::Display => "drills-hint-display",
    }
}

/// The lines as they are given. A dictation by voice holds nothing of its text; one by braille holds cells only.
fn lines(drill: &Drill, way: Way, talk: Talk) -> Vec<Line> {
    let own = lang_of(drill.language);
    let part = |run: words::Run<'_>| Part {
        text: run.text.to_owned(),
        lang: lang_attr_for(run.text, own).unwrap_or(own.code()),
    };
    let cells = |line: &str| {
        let encoded = Table::of(drill.language).and_then(|table| table.encode(&plain(line)).ok());
        // An ordinary space lets the line wrap where a display or a narrow page needs it.
        encoded.map(|cells| cells.replace('\u{2800}', " ")).unwrap_or_else(|| talk.t("drills-no-cells").into_owned())
    };
    let line = |(at, line): (usize, &String)| Line {
        number: at + 1,
        parts: if way == Way::Text { runs(line).into_iter().map(part).collect() } else { Vec::new() },
        cells: if way == Way::Braille { cells(line) } else { String::new() },
    };
    drill.lines.iter().enumerate().map(line).collect()
}

/// What was typed, checked: the text, or the cells of six keys.
fn read(own: &Try, fields: &Fields) -> Result<String, Vec<FieldError>> {
    let mut check = Check::new(fields);
    let typed = check.text("typed", compare::LONGEST);
    let cells = fields.get("cells").replace("\r\n", "\n");
    if own.entry == Entry::SixKeys {
        if !cells.chars().all(|c| is_cell(c) || c == '\n' || c == ' ') {
            check.wrong("typed", "drills-error-cells");
        } else if cells.trim().is_empty() && !typed.is_empty() {
            check.wrong("typed", "drills-error-six-keys");
        } else if cells.chars().count() > compare::LONGEST {
            check.wrong("typed", "drills-error-cells");
        }
    }
    let sent = if own.entry == Entry::SixKeys { cells } else { typed };
    if sent.trim().is_empty() {
        check.wrong("typed", "drills-error-empty");
    }
    if check.errors.is_empty() { Ok(sent) } else { Err(check.errors) }
}

/// Ends the try. The same post again, or one after the end, leads to the result.
pub(super) async fn send(State(room): State<Room>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    let web = &room.web;
    let own = own_try(web, &visitor, id).await?;
    if own.state != TryState::Open {
        return Ok(see_other(&place(own.id)));
    }
    let typed = match read(&own, &fields) {
        Ok(typed) => typed,
        Err(errors) => return Page::show_wrong(&typing_page(web, &visitor, &own, &fields, &errors).await?),
    };
    let drill = drill_of(web, &own).await?;
    let change = web.store.begin(own_centre(&visitor)).await?;
    let times = fields.get("times");
    let sent = Sent { typed: &typed, times, lasted: change.now().0 - own.started_at, factor: own.factor };
    let outcome = Outcome::of(&drill, own.entry, sent);
    // Times that do not even fit are not kept: the outcome says that they were impossible.
    let kept = if times.len() > rhythm::LONGEST { "" } else { times };
    if store::finish(&change, &own, &typed, kept, &outcome).await? {
        change.commit().await?;
        sessions::tell(web, &visitor, "drills-done").await?;
    }
    drafts::forget(web, &visitor, &place(own.id)).await?;
    Ok(see_other(&place(own.id)))
}

pub(super) async fn abandon(State(room): State<Room>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let web = &room.web;
    let own = own_try(web, &visitor, id).await?;
    let change = web.store.begin(own_centre(&visitor)).await?;
    if store::abandon(&change, own.id).await? {
        change.commit().await?;
        drafts::forget(web, &visitor, &place(own.id)).await?;
        sessions::tell(web, &visitor, "drills-abandoned").await?;
    }
    Ok(see_other("/drills"))
}

/// A line as sound: the school's recording, or the synthesiser. Only in a dictation by voice.
pub(super) async fn speak(State(room): State<Room>, visitor: Visitor, Path((id, line)): Path<(i64, usize)>) -> Answer {
    let own = own_try(&room.web, &visitor, id).await?;
    if own.way != Way::Voice || own.state != TryState::Open {
        return Err(DrillError::NotSo.into());
    }
    let drill = drill_of(&room.web, &own).await?;
    let text = line.checked_sub(1).and_then(|at| drill.lines.get(at)).ok_or(WebError::NotFound)?;
    let file = room.recordings.join(&drill.head.code).join(format!("{line}.wav"));
    let sound = match tokio::fs::read(file).await {
        Ok(recorded) => Some(recorded),
        Err(_) => voice::synthetic(text, own.language.code(), voice::DICTATED).await,
    };
    match sound {
        Some(wav) => Ok(([(header::CONTENT_TYPE, "audio/wav")], wav).into_response()),
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}

/// The table of a language, for the page's module that shows what is typed on six keys.
pub(super) async fn table(visitor: Visitor, Path(language): Path<String>) -> Answer {
    visitor.may(Habilitation::Practise)?;
    let table = Language::parse(&language).and_then(Table::of).ok_or(WebError::NotFound)?;
    Ok(Json(table).into_response())
}
