//! The whole history of a file: what each field held before and after a change, and the way back to it.

use std::collections::BTreeSet;

use ::store::Scope;
use ::web::{Answer, Habilitation, Page, Visitor, Web, WebError};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use words::Talk;

use super::putting_back::{offered, place_of, together};
use super::{Event, Text, asked, id_of, note_opened, own_of, store};
use crate::clients::store::{HistoryLine, Replaced};
use crate::clients::{Client, ClientId, Customs};
use crate::law::{Masking, is_erased, masking_of_file, unmasking_address};
use crate::merge::{Shown, shown};

/// A field that a change touched, ready to be read.
struct Difference {
    label: String,
    /// Before and after: the key of the word and the value, line by line; no line where there was nothing.
    sides: [(&'static str, Vec<Shown>); 2],
    /// Where the earlier value is put back, for those who may and while the file holds another.
    back: Option<String>,
}

/// A line of the history with what it changed.
struct Line {
    event: Event,
    differences: Vec<Difference>,
    /// Where all earlier values of the change are put back, when they are several.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "clients/history.html")]
struct HistoryPage {
    page: Page,
    id: i64,
    name: Text,
    lines: Vec<Line>,
    next: Option<i64>,
    /// True when a person was erased, so that no value is shown.
    silent: bool,
    /// Where a reason is given to see what is masked.
    unmask: Option<String>,
}

/// The history of a file, newest first.
pub(super) async fn past(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    visitor.may(Habilitation::ReadClients)?;
    let (id, scope, talk) = (id_of(&id)?, visitor.scope(), visitor.talk());
    let client = store::get(web.store.read(), scope, id).await?;
    note_opened(&web, scope, id, None).await?;
    let query = query.unwrap_or_default();
    let page = Page::new(&web, &visitor, "clients-history-title").await?.under("/clients").document_of(&query);
    let before: Option<i64> = asked(Some(query)).get("before").parse().ok();
    let found = store::history(web.store.read(), scope, id, before).await?;
    let (own, masking) = (own_of(&web, &visitor).await?, masking_of_file(&web, &visitor, id).await?);
    let silent = is_silent(&web, scope, &client).await?;
    let may_put_back = !silent && client.merged_into.is_none() && visitor.may(Habilitation::WriteClients).is_ok();
    let reading = Reading { client: &client, own: &own, masking: &masking, talk, silent, may_put_back };
    let lines = found.rows.into_iter().map(|line| reading.line(line)).collect();
    Page::show(&HistoryPage {
        page,
        id: id.0,
        name: Text::new(client.name(visitor.preferences.script), talk),
        lines,
        next: found.next,
        silent,
        unmask: (!silent && !masking.is_off()).then(|| unmasking_address(id, &here(id, before))),
    })
}

fn here(id: ClientId, before: Option<i64>) -> String {
    let place = format!("/clients/{}/history", id.0);
    before.map_or_else(|| place.clone(), |before| format!("{place}?before={before}"))
}

/// How one person reads the history of a file.
struct Reading<'a> {
    client: &'a Client,
    own: &'a Customs,
    masking: &'a Masking,
    talk: Talk,
    silent: bool,
    may_put_back: bool,
}

impl Reading<'_> {
    fn line(&self, line: HistoryLine) -> Line {
        let replaced = if self.silent { vec![] } else { line.replaced() };
        let offered = if self.may_put_back { offered(&replaced, self.client, self.own) } else { vec![] };
        let difference = |one: &Replaced| {
            let field = one.field.as_str();
            let back = offered.iter().any(|own| own.field == field) && !self.masking.hides(field);
            let side = |value: &str| read(field, value, self.own, self.masking, self.talk);
            Difference {
                label: self.own.label(field, self.talk),
                sides: [("clients-history-before", side(&one.before)), ("clients-history-after", side(&one.after))],
                back: back.then(|| place_of(self.client.id, line.id, Some(field))),
            }
        };
        let differences = replaced.iter().map(difference).collect();
        let apart: BTreeSet<&str> = offered.iter().map(|one| together(&one.field)).collect();
        let all = apart.len() > 1 && !offered.iter().any(|one| self.masking.hides(&one.field));
        let back = all.then(|| place_of(self.client.id, line.id, None));
        Line { differences, back, event: Event::new(line, self.own, self.talk) }
    }
}

/// A value of the journal as a person reads it, line by line; words where it is masked for them.
pub(super) fn read(field: &str, value: &str, own: &Customs, masking: &Masking, talk: Talk) -> Vec<Shown> {
    let one = |line: &str| {
        let plain = shown(talk, own, field, line);
        if !masking.hides(field) {
            return plain;
        }
        Shown { text: Text::new(masking.value(field, plain.text.text, talk), talk), ltr: false }
    };
    value.lines().map(one).collect()
}

/// Files whose merges are followed at most.
const MOST: usize = 100;

/// True when no value of a file's journal is shown any more: a person was erased from it, from one into which it was merged,
/// or from one that was merged into it, whose values its own lines may hold (ADR 0013).
pub(super) async fn is_silent(web: &Web, scope: Scope, client: &Client) -> Result<bool, WebError> {
    let db = web.store.read();
    let mut above = client.merged_into;
    while let Some(id) = above {
        if is_erased(db, scope, id).await? {
            return Ok(true);
        }
        above = store::get(db, scope, id).await?.merged_into;
    }
    let (mut open, mut seen) = (vec![client.id], vec![]);
    while let Some(id) = open.pop() {
        if seen.contains(&id) {
            continue;
        }
        if seen.len() == MOST || is_erased(db, scope, id).await? {
            return Ok(true);
        }
        seen.push(id);
        let merged = store::once_merged(db, scope, id).await?;
        open.extend(merged);
    }
    Ok(false)
}
