//! Everything that the desk knows of one person: for the person who asks for it (law 18-07, article 34, to be confirmed by the
//! institution). As a page that is read, and as JSON that is handed over.

mod web;

#[cfg(test)]
mod tests;

pub(super) use self::web::routes;

use ::store::{ConnectionTrait, Moment, Result, Scope};
use serde_json::{Value as Json, json};
use words::{Lang, Talk};

use super::consents::{self, Row};
use super::notices;
use super::requests::{self, Request};
use crate::calls::{self, CallOfClient};
use crate::clients::{self, Client, Day, HistoryLine};
use crate::links::{self, Link};

/// What is known of a person.
struct Known {
    client: Client,
    /// The files that were merged into it, as they were.
    merged: Vec<Client>,
    consents: Vec<Row>,
    /// Versions of the notice that the person was given, and when, in milliseconds.
    notices: Vec<(i64, i64)>,
    calls: Vec<CallOfClient>,
    requests: Vec<Request>,
    links: Vec<Link>,
    history: Vec<HistoryLine>,
}

/// Reads everything, however long it is.
async fn known(db: &impl ConnectionTrait, scope: Scope, client: Client) -> Result<Known> {
    let id = client.id;
    let (mut decisions, mut before) = (vec![], None);
    loop {
        let page = consents::all(db, scope, id, before).await?;
        decisions.extend(page.rows);
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    let (mut history, mut before) = (vec![], None);
    loop {
        let page = clients::history(db, scope, id, before).await?;
        history.extend(page.rows);
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    let mut merged = vec![];
    for other in clients::files_of(db, scope, id).await?.into_iter().filter(|other| *other != id) {
        merged.push(clients::get(db, scope, other).await?);
    }
    Ok(Known {
        merged,
        consents: decisions,
        notices: notices::all_shown(db, scope, id).await?,
        calls: calls::calls_of_client(db, scope, id).await?,
        requests: requests::of_client(db, scope, id).await?,
        links: links::every(db, scope, id).await?,
        history,
        client,
    })
}

/// A moment as data: `2026-11-23 09:00`, in the centre's time.
fn moment(ms: i64, offset: i32) -> String {
    let time = Talk { lang: Lang::En, short: false }.time(ms, offset);
    format!("{} {time}", Day::of(Moment(ms), offset))
}

/// The same as data. Names of fields are those of the program; the names of the people who worked on the file and of those with
/// whom it is linked stay out, for they are other people's data.
fn as_json(known: &Known, now: i64, offset: i32) -> Json {
    let file = |client: &Client| -> serde_json::Map<String, Json> {
        client.values().0.into_iter().map(|(field, value)| (field, Json::from(value))).collect()
    };
    let merged = known.merged.iter().map(|client| {
        json!({"client": client.id.0, "created_at": moment(client.created_at.0, offset), "file": file(client)})
    });
    let consents = known.consents.iter().map(|row| {
        json!({
            "purpose": row.purpose(Lang::Fr), "channel": row.channel().code(), "decision": row.decision().code(),
            "source": row.source().code(), "said_on": row.said_on, "proof": row.proof, "call": row.call_id,
            "notice_version": row.notice_version, "recorded_at": moment(row.at, offset),
        })
    });
    let notices =
        known.notices.iter().map(|(version, at)| json!({"version": version, "given_at": moment(*at, offset)}));
    let calls = known.calls.iter().map(|call| {
        json!({
            "call": call.id, "number": call.number, "at": moment(call.rings_at, offset), "reason": call.reason,
            "outcome": call.outcome, "note": call.note,
        })
    });
    let requests = known.requests.iter().map(|row| {
        json!({
            "request": row.id, "kind": row.kind().code(), "asked_by": row.asked_by, "way": row.way().code(),
            "received_on": row.received_on, "due_on": row.due_on, "identity": row.identity().code(),
            "state": row.state().code(), "wanted": row.wanted, "outcome": row.outcome,
        })
    });
    let links = known.links.iter().map(|link| {
        json!({
            "link": link.id, "relation": link.relation.code(), "word": link.word, "client": link.other.id.0,
            "since": link.since, "until": link.until, "note": link.note,
        })
    });
    let history = known
        .history
        .iter()
        .map(|line| json!({"what": line.verb, "fields": line.changed(), "at": moment(line.at, offset)}));
    json!({
        "written_at": moment(now, offset),
        "client": known.client.id.0,
        "created_at": moment(known.client.created_at.0, offset),
        "updated_at": moment(known.client.updated_at.0, offset),
        "file": file(&known.client),
        "merged": merged.collect::<Vec<_>>(),
        "consents": consents.collect::<Vec<_>>(),
        "notices": notices.collect::<Vec<_>>(),
        "calls": calls.collect::<Vec<_>>(),
        "requests": requests.collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
        "history": history.collect::<Vec<_>>(),
    })
}
