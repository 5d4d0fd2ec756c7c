//! The merges of the centre, and undoing one.

use ::store::{Once, Scope, Store, spend};
use ::web::{Answer, FieldError, Fields, Habilitation, Page, Visitor, Web, WebError, see_other, sessions};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use words::Talk;

use super::{GroupLine, OptionLine, all_shown, framed, listed};
use crate::clients::{self, Client, ClientData, Customs, Day, asked};
use crate::duplicates::Named;
use crate::merge::fate::{Fate, Pick, fates, unmerged};
use crate::merge::store::{self, Merge};
use crate::merge::{Group, MergeError, Side};

/// A merge as it stands in the list.
struct Line {
    merge: Merge,
    kept: Named,
    other: Named,
}

#[derive(Template)]
#[template(path = "merge/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    next: Option<i64>,
}

/// The merges of the centre, the newest first.
pub(super) async fn list(State(web): State<Web>, visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let found = store::list(web.store.read(), visitor.scope(), asked(query).get("before").parse().ok()).await?;
    let mut lines = vec![];
    for merge in found.rows {
        let (kept, other) = both(&web.store, visitor.scope(), &merge).await?;
        let named = |client| Named::new(client, visitor.preferences.script, visitor.talk());
        lines.push(Line { kept: named(&kept), other: named(&other), merge });
    }
    Page::show(&ListPage { page: framed(&web, &visitor, "merge-list-title").await?, lines, next: found.next })
}

async fn both(store: &Store, scope: Scope, merge: &Merge) -> ::store::Result<(Client, Client)> {
    let kept = clients::get(store.read(), scope, merge.kept).await?;
    Ok((kept, clients::get(store.read(), scope, merge.other).await?))
}

#[derive(Template)]
#[template(path = "merge/undo.html")]
struct UndoPage {
    page: Page,
    line: Line,
    /// The merge that took the file that stayed out of the lists, which is to be undone first.
    above: Option<i64>,
    conflicts: Vec<GroupLine>,
    back: String,
    version: i64,
    once: String,
    changed: bool,
}

impl UndoPage {
    fn calls(&self) -> usize {
        self.line.merge.calls.len()
    }
}

async fn undo_page(
    web: &Web,
    visitor: &Visitor,
    merge: Merge,
    fields: &Fields,
    errors: &[FieldError],
    changed: bool,
) -> Result<UndoPage, WebError> {
    let (talk, script, scope) = (visitor.talk(), visitor.preferences.script, visitor.scope());
    let (kept, other) = both(&web.store, scope, &merge).await?;
    let above = match kept.merged_into {
        Some(_) => Some(store::of_loser(web.store.read(), scope, kept.id).await?),
        None => None,
    };
    let own = clients::custom_fields(web.store.read(), scope).await?;
    let now = kept.values();
    let fates = fates(&merge.before, &merge.result, &now);
    let of = |wanted: Fate| fates.iter().filter(move |(_, fate)| *fate == wanted).map(|(group, _)| group.clone());
    let values = [&merge.before, &merge.result, &now];
    let wrong = |group: &Group| errors.iter().find(|error| group.fields.iter().any(|field| *field == error.field));
    let shown = fates.iter().filter(|(group, fate)| *fate == Fate::Conflict || wrong(group).is_some());
    let conflicts = shown.map(|(group, _)| {
        let error = wrong(group).map(|error| talk.with(error.key, &error.args));
        conflict(talk, &own, group, values, fields, error)
    });
    Ok(UndoPage {
        page: framed(web, visitor, "merge-undo-title").await?.wrong(changed || !errors.is_empty()),
        conflicts: conflicts.collect(),
        back: listed(talk, &own, &of(Fate::GoesBack).collect::<Vec<_>>()),
        version: kept.version,
        once: web.chance.token(16),
        line: Line { kept: Named::new(&kept, script, talk), other: Named::new(&other, script, talk), merge },
        above,
        changed,
    })
}

fn conflict(
    talk: Talk,
    own: &Customs,
    group: &Group,
    values: [&Fields; 3],
    fields: &Fields,
    error: Option<String>,
) -> GroupLine {
    let chosen = Pick::parse(fields.get(group.name())).unwrap_or(Pick::Now);
    let sources = ["merge-source-before", "merge-source-merge", "merge-source-now"];
    let options = Pick::ALL.into_iter().zip(values).zip(sources).map(|((pick, values), source)| OptionLine {
        code: pick.code(),
        values: all_shown(talk, own, group, values),
        source,
        chosen: pick == chosen,
    });
    let (name, label) = (group.name().to_owned(), own.label(group.name(), talk));
    GroupLine { talk, name, label, error, options: options.collect() }
}

/// One merge: what it did, and the form that undoes it.
pub(super) async fn show(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let merge = store::get(web.store.read(), visitor.scope(), id).await?;
    Page::show(&undo_page(&web, &visitor, merge, &Fields::default(), &[], false).await?)
}

/// Undoes a merge. A post that comes twice undoes once.
pub(super) async fn act(State(web): State<Web>, visitor: Visitor, Path(id): Path<i64>, fields: Fields) -> Answer {
    visitor.may(Habilitation::MergeClients)?;
    let place = format!("/merges/{id}");
    let change = web.store.begin(visitor.scope()).await?;
    if let Once::Again(first) = spend(&change, fields.get("once"), &place).await? {
        return Ok(see_other(&first));
    }
    let merge = store::get(web.store.read(), visitor.scope(), id).await?;
    let kept = clients::get(web.store.read(), visitor.scope(), merge.kept).await?;
    let read = fields.get("version").parse().unwrap_or(0);
    let result = unmerged(&merge.before, &merge.result, &kept.values(), &fields);
    let today = Day::of(web.clock().now(), web.config.offset_minutes);
    let data = match ClientData::read(&result, visitor.preferences.language, today) {
        Ok(data) => data.with_own(&result),
        Err(errors) => {
            drop(change);
            return Page::show_wrong(&undo_page(&web, &visitor, merge, &fields, &errors, false).await?);
        }
    };
    match crate::merge::undo(&change, id, Side { id: merge.kept, version: read }, &data).await {
        Ok(()) => change.commit().await?,
        Err(MergeError::Changed) => {
            drop(change);
            let shown = undo_page(&web, &visitor, merge, &fields, &[], true).await?;
            return Ok((StatusCode::CONFLICT, Html(shown.render()?)).into_response());
        }
        Err(refused) => return Err(refused.into()),
    }
    sessions::tell(&web, &visitor, "merge-undone").await?;
    Ok(see_other(&place))
}
