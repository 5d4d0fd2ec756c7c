//! Queries of requests.

mod clock;

pub use self::clock::{Added, add_delay, add_holiday, seed_delays};
pub(super) use self::clock::{Delay, Holiday, delays, holidays, remove_holiday};

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use serde_json::json;

use super::{Identity, Kind, NewRequest, RequestError, State, Step, Way, after, calendar};
use crate::clients::{self, ClientId, Day, FILES_OF_PERSON};

/// A request as it is stored.
#[derive(Clone, Debug, FromQueryResult)]
pub(in crate::law) struct Request {
    pub id: i64,
    pub client_id: i64,
    kind: String,
    pub asked_by: String,
    way: String,
    pub received_on: String,
    identity: String,
    state: String,
    pub wanted: String,
    pub outcome: String,
    pub due_on: String,
    pub version: i64,
    pub given_latin: String,
    pub family_latin: String,
    pub given_arabic: String,
    pub family_arabic: String,
}

impl Request {
    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind).unwrap_or(Kind::Access)
    }

    pub fn way(&self) -> Way {
        Way::parse(&self.way).unwrap_or(Way::Letter)
    }

    pub fn identity(&self) -> Identity {
        Identity::parse(&self.identity).unwrap_or(Identity::Unchecked)
    }

    pub fn state(&self) -> State {
        State::parse(&self.state).unwrap_or(State::Received)
    }

    /// True when the last day to answer has passed.
    pub fn is_overdue(&self, today: Day) -> bool {
        !self.state().is_closed() && self.due_on < today.to_string()
    }
}

macro_rules! select_requests {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.client_id, r.kind, r.asked_by, r.way, r.received_on, r.identity, r.state, r.wanted, r.outcome,
                r.due_on, r.version, c.given_latin, c.family_latin, c.given_arabic, c.family_arabic
            FROM law_request r JOIN client c ON c.id = r.client_id WHERE r.centre_id = $1 ",
            $rest
        )
    };
}

/// Where a page of the work list begins: the due day and the number of the last request before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct After(pub String, pub i64);

/// A page of the requests that are open, the most urgent first, so that the overdue ones lead.
pub(super) async fn open(
    db: &impl ConnectionTrait,
    scope: Scope,
    after: Option<After>,
) -> Result<(Vec<Request>, Option<After>)> {
    let sql = select_requests!(
        "AND NOT r.closed AND (r.due_on > $2 OR (r.due_on = $2 AND r.id > $3)) ORDER BY r.due_on, r.id LIMIT $4"
    );
    let After(due, id) = after.unwrap_or(After(String::new(), 0));
    let mut rows: Vec<Request> = db.all(sql, params![scope.centre.0, due, id, PAGE as i64 + 1]).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| After(row.due_on.clone(), row.id));
    Ok((rows, next))
}

/// A page of the requests that are closed, the newest first.
pub(super) async fn closed(db: &impl ConnectionTrait, scope: Scope, before: Option<i64>) -> Result<Keyset<Request>> {
    let sql = select_requests!("AND r.closed AND r.id < $2 ORDER BY r.id DESC LIMIT $3");
    let params = params![scope.centre.0, before.unwrap_or(i64::MAX), PAGE as i64 + 1];
    Ok(Keyset::of(db.all(sql, params).await?, |row: &Request| row.id))
}

/// Every request about a client, the newest first.
pub(in crate::law) async fn of_client(
    db: &impl ConnectionTrait,
    scope: Scope,
    client: ClientId,
) -> Result<Vec<Request>> {
    let sql = format!("{} AND r.client_id {FILES_OF_PERSON} ORDER BY r.id DESC", select_requests!(""));
    db.all(&sql, params![scope.centre.0, client.0]).await
}

/// A request as it was taken in, for who compares it with what was to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Its number.
    pub id: i64,
    /// Whose data it is about.
    pub client: ClientId,
    /// What is asked for.
    pub kind: Kind,
    /// How it came in.
    pub way: Way,
    /// How the identity was checked.
    pub identity: Identity,
    /// The day on which it came in, `YYYY-MM-DD`.
    pub received_on: String,
    /// The last day to answer, `YYYY-MM-DD`.
    pub due_on: String,
    /// Who asks.
    pub asked_by: String,
}

/// The first requests of a centre, at most `most`, in the order in which they came in.
///
/// # Errors
/// What the database says.
pub async fn registered(db: &impl ConnectionTrait, scope: Scope, most: usize) -> Result<Vec<Registered>> {
    let sql = select_requests!("ORDER BY r.id LIMIT $2");
    let rows: Vec<Request> = db.all(sql, params![scope.centre.0, most as i64]).await?;
    let registered = |row: Request| Registered {
        id: row.id,
        client: ClientId(row.client_id),
        kind: row.kind(),
        way: row.way(),
        identity: row.identity(),
        received_on: row.received_on,
        due_on: row.due_on,
        asked_by: row.asked_by,
    };
    Ok(rows.into_iter().map(registered).collect())
}

/// The last day to answer a request of a kind that comes in on a day; nothing when the centre has no delay for it.
///
/// # Errors
/// What the database says.
pub async fn due_on(db: &impl ConnectionTrait, scope: Scope, kind: Kind, received: Day) -> Result<Option<Day>> {
    let Some(days) = clock::days(db, scope, kind, received).await? else { return Ok(None) };
    let kept: Vec<String> = holidays(db, scope).await?.into_iter().map(|holiday| holiday.day).collect();
    Ok(Some(calendar::due(received, days, &kept)))
}

/// One request.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, id: i64) -> Result<Request> {
    let sql = select_requests!("AND r.id = $2");
    db.one(sql, params![scope.centre.0, id]).await?.ok_or(StoreError::NotFound)
}

/// Takes a request in and writes `request.received`. None when the centre has no delay for this kind on that day.
///
/// # Errors
/// [`StoreError::NotFound`] for a client of another centre; else what the database says.
pub async fn receive(change: &Change, new: &NewRequest) -> Result<Option<i64>> {
    let scope = change.scope();
    clients::get(&**change, scope, new.client).await?;
    let Some(due) = due_on(&**change, scope, new.kind, new.received_on).await? else { return Ok(None) };
    let state = if new.identity == Identity::Unchecked { State::ToCheck } else { State::Received };
    let sql =
        "INSERT INTO law_request (centre_id, client_id, kind, asked_by, way, received_on, identity, state, wanted,
            outcome, due_on, closed, version, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10, FALSE, 1, $11, $11) RETURNING id";
    let params = params![
        scope.centre.0,
        new.client.0,
        new.kind.code(),
        new.asked_by.as_str(),
        new.way.code(),
        new.received_on.to_string(),
        new.identity.code(),
        state.code(),
        new.wanted.as_str(),
        due.to_string(),
        change.now().0,
    ];
    let id = change.number(sql, params).await?;
    let detail = json!({"request": id, "kind": new.kind.code(), "way": new.way.code(), "due_on": due.to_string()});
    change.record(Entry::new("request.received", "client", new.client.0).detail(detail)).await?;
    Ok(Some(id))
}

/// Does a step with a request that is still at `version`, and writes `request.checked`, `.taken`, `.answered` or `.refused`.
/// What is written in words stays out of the journal, which cannot forget.
///
/// # Errors
/// [`StoreError::Stale`] when somebody else did a step meanwhile, the other [`RequestError`]s, and what the database says.
pub async fn step(change: &Change, id: i64, version: i64, step: &Step) -> Result<(), RequestError> {
    let old = get(&**change, change.scope(), id).await?;
    let state = after(old.state(), step)?;
    if old.version != version {
        return Err(StoreError::Stale.into());
    }
    let (verb, identity, outcome) = match step {
        Step::Checked(identity) => ("request.checked", *identity, ""),
        Step::Taken => ("request.taken", old.identity(), ""),
        Step::Answered(outcome) => ("request.answered", old.identity(), outcome.as_str()),
        Step::Refused(reason) => ("request.refused", old.identity(), reason.as_str()),
    };
    let sql = "UPDATE law_request SET state = $4, identity = $5, outcome = $6, closed = $7, updated_at = $8,
            version = version + 1
        WHERE centre_id = $1 AND id = $2 AND version = $3";
    let params = params![
        change.scope().centre.0,
        id,
        version,
        state.code(),
        identity.code(),
        outcome,
        state.is_closed(),
        change.now().0,
    ];
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::Stale.into());
    }
    let detail = json!({"request": id, "kind": old.kind().code(), "identity": identity.code()});
    change.record(Entry::new(verb, "client", old.client_id).detail(detail)).await?;
    Ok(())
}

/// True when the person was erased from this file.
///
/// # Errors
/// What the database says.
pub async fn is_erased(db: &impl ConnectionTrait, scope: Scope, client: ClientId) -> Result<bool> {
    let sql = "SELECT client_id FROM law_erasure WHERE centre_id = $1 AND client_id = $2";
    Ok(db.number(sql, params![scope.centre.0, client.0]).await? != 0)
}

/// Notes that a person was erased, takes what they said out of the consents and requests of all their files, and writes
/// `client.erased`.
pub(super) async fn note_erased(change: &Change, client: ClientId, request: Option<i64>) -> Result<()> {
    let scope = change.scope();
    let own = || params![scope.centre.0, client.0];
    for words in ["law_consent SET proof = ''", "law_request SET asked_by = '', wanted = ''"] {
        let sql = format!("UPDATE {words} WHERE centre_id = $1 AND client_id {FILES_OF_PERSON}");
        change.run(&sql, own()).await?;
    }
    // Two requests of one person may each have begun at another of their files.
    let sql = "INSERT INTO law_erasure (centre_id, client_id, request_id, at, actor_id) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING";
    for file in clients::files_of(&**change, scope, client).await? {
        ::web::drafts::forget_under(change, &format!("/clients/{}/", file.0)).await?;
        let actor = scope.actor.map(|actor| actor.0);
        change.run(sql, params![scope.centre.0, file.0, request, change.now().0, actor]).await?;
    }
    change.record(Entry::new("client.erased", "client", client.0).detail(json!({"request": request}))).await?;
    Ok(())
}
