//! Queries of links.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Keyset, PAGE, Result, Scope, Sql, StoreError, params};
use serde_json::{Value as Json, json};

use super::{LinkError, NewLink, Relation};
use crate::clients::with_merged;
use crate::clients::{self, Client, ClientId};
use crate::law;

/// A link as it is seen from one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Identity.
    pub id: i64,
    /// What the other file is to this one.
    pub relation: Relation,
    /// The file that stands for the other one.
    pub other: Client,
    /// The word of [`Relation::Other`], else empty.
    pub word: String,
    /// Anything else, or empty.
    pub note: String,
    /// The first day as YYYY-MM-DD, or empty.
    pub since: String,
    /// The last day as YYYY-MM-DD, or empty.
    pub until: String,
}

#[derive(Clone, Debug, FromQueryResult)]
struct Row {
    id: i64,
    from_id: i64,
    to_id: i64,
    kind: String,
    word: String,
    note: String,
    since: String,
    until: String,
    mine: i64,
}

/// The columns of a link in a statement, with the side from which it is seen. Its identity is hidden in an expression, so that the
/// file and not the order chooses the index; `CROSS JOIN` says the same to SQLite.
macro_rules! seen {
    ($side:literal) => {
        concat!(
            "SELECT (l.id + 0) AS id, l.from_id, l.to_id, l.kind, l.word, l.note, l.since, l.until, CAST(",
            $side,
            " AS BIGINT) AS mine"
        )
    };
}

/// The links of a file ($2), after a link ($3).
const OF_FILE: &str = concat!(
    "WITH RECURSIVE ",
    with_merged!("own", "$2"),
    "
    SELECT t.id, t.from_id, t.to_id, t.kind, t.word, t.note, t.since, t.until, t.mine FROM (
        ",
    seen!("1"),
    " FROM own o CROSS JOIN client_link l WHERE l.centre_id = $1 AND l.from_id = o.id
        UNION ALL ",
    seen!("0"),
    " FROM own o CROSS JOIN client_link l WHERE l.centre_id = $1 AND l.to_id = o.id
    ) t WHERE t.id > $3 ORDER BY t.id, t.mine LIMIT $4"
);

/// The links between two files ($2, $3), seen from the first.
const BETWEEN: &str = concat!(
    "WITH RECURSIVE ",
    with_merged!("own", "$2"),
    ", ",
    with_merged!("other", "$3"),
    "
    ",
    seen!("1"),
    " FROM own o CROSS JOIN client_link l WHERE l.centre_id = $1 AND l.from_id = o.id
        AND l.to_id IN (SELECT id FROM other)
    UNION ALL ",
    seen!("0"),
    " FROM own o CROSS JOIN client_link l WHERE l.centre_id = $1 AND l.to_id = o.id
        AND l.from_id IN (SELECT id FROM other)"
);

/// A page of the links of a file, in the order in which they were made. What two merged files had twice is there once.
///
/// # Errors
/// What the database says.
pub async fn of_file(db: &impl ConnectionTrait, scope: Scope, own: ClientId, after: i64) -> Result<Keyset<Link>> {
    let rows = db.all::<Row>(OF_FILE, params![scope.centre.0, own.0, after, PAGE as i64 + 1]).await?;
    let found = Keyset::of(rows, |row: &Row| row.id);
    Ok(Keyset { rows: seen_from(db, scope, own, found.rows).await?, next: found.next })
}

/// Every link of a file.
///
/// # Errors
/// What the database says.
pub(crate) async fn every(db: &impl ConnectionTrait, scope: Scope, own: ClientId) -> Result<Vec<Link>> {
    let (mut all, mut after) = (vec![], 0);
    loop {
        let page = of_file(db, scope, own, after).await?;
        all.extend(page.rows);
        match page.next {
            Some(next) => after = next,
            None => return Ok(all),
        }
    }
}

/// The links of some rows as a file sees them; a link between two files that became one is none.
async fn seen_from(db: &impl ConnectionTrait, scope: Scope, own: ClientId, rows: Vec<Row>) -> Result<Vec<Link>> {
    let ids: Vec<ClientId> = rows.iter().map(|row| row.other()).collect();
    let standing = clients::each(db, scope, &ids).await?;
    let mut links: Vec<Link> = Vec::with_capacity(rows.len());
    for row in rows {
        let other = match standing.iter().find(|client| client.id == row.other()) {
            Some(client) => client.clone(),
            None => clients::standing(db, scope, row.other()).await?,
        };
        let link = row.seen(other);
        let known =
            |twin: &Link| (twin.relation, twin.other.id, &twin.word) == (link.relation, link.other.id, &link.word);
        if link.other.id != own && !links.iter().any(known) {
            links.push(link);
        }
    }
    Ok(links)
}

impl Row {
    fn other(&self) -> ClientId {
        ClientId(if self.mine == 1 { self.to_id } else { self.from_id })
    }

    fn seen(self, other: Client) -> Link {
        let Self { id, kind, word, note, since, until, mine, .. } = self;
        Link { id, relation: Relation::read(&kind, mine == 1), other, word, note, since, until }
    }
}

/// One of the links of a file.
///
/// # Errors
/// [`StoreError::NotFound`] when the file has no such link; else what the database says.
pub(super) async fn get(db: &impl ConnectionTrait, scope: Scope, own: ClientId, id: i64) -> Result<Link> {
    let rows = db.all::<Row>(OF_FILE, params![scope.centre.0, own.0, id - 1, 2_i64]).await?;
    let rows = rows.into_iter().filter(|row| row.id == id).collect();
    seen_from(db, scope, own, rows).await?.pop().ok_or(StoreError::NotFound)
}

/// The links between two files that say the same: one, or several when files with the same link were merged.
async fn twins(change: &Change, own: ClientId, other: ClientId, relation: Relation, word: &str) -> Result<Vec<Row>> {
    let rows = change.all::<Row>(BETWEEN, params![change.scope().centre.0, own.0, other.0]).await?;
    let same = |row: &Row| Relation::read(&row.kind, row.mine == 1) == relation && row.word == word;
    Ok(rows.into_iter().filter(same).collect())
}

/// Takes hold of two files until the end of the change, always in the same order: nobody erases or merges one meanwhile.
async fn hold(change: &Change, own: ClientId, other: ClientId) -> Result<()> {
    for id in [own.min(other), own.max(other)] {
        clients::hold(change, id).await?;
    }
    Ok(())
}

/// Links two files, or those that stand for them, and writes `link.added` to both. Gives the number of the link.
///
/// # Errors
/// [`LinkError::Itself`], [`LinkError::Known`], [`LinkError::Erased`]; else what the database says.
pub async fn add(change: &Change, own: ClientId, other: ClientId, new: &NewLink) -> Result<i64, LinkError> {
    let scope = change.scope();
    hold(change, own, other).await?;
    let own = clients::standing(&**change, scope, own).await?.id;
    let other = clients::standing(&**change, scope, other).await?.id;
    if own == other {
        return Err(LinkError::Itself);
    }
    for id in [own, other] {
        if law::is_erased(&**change, scope, id).await? {
            return Err(LinkError::Erased);
        }
    }
    if !twins(change, own, other, new.relation, &new.word).await?.is_empty() {
        return Err(LinkError::Known);
    }
    let (kind, from, to) = new.relation.stored(own, other);
    let day = |day: Option<clients::Day>| day.map_or_else(String::new, |day| day.to_string());
    let sql = "INSERT INTO client_link (centre_id, from_id, to_id, kind, word, note, since, until, made_at, made_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (centre_id, from_id, to_id, kind, word) DO NOTHING RETURNING id";
    let mut params = params![scope.centre.0, from.0, to.0, kind, new.word.as_str(), new.note.as_str()];
    params.extend(params![day(new.since), day(new.until), change.now().0, scope.actor.map(|actor| actor.0)]);
    let id = change.number(sql, params).await?;
    if id == 0 {
        return Err(LinkError::Known);
    }
    let told = json!({"word": new.word, "note": new.note, "since": day(new.since), "until": day(new.until)});
    record(change, "link.added", (id, new.relation), [own, other], &told).await?;
    Ok(id)
}

/// Takes a link of a file away and writes `link.removed`, with what it held, to both files.
///
/// # Errors
/// [`StoreError::NotFound`] when the file has no such link; else what the database says.
pub async fn remove(change: &Change, own: ClientId, id: i64) -> Result<()> {
    let link = get(&**change, change.scope(), own, id).await?;
    let sql = "DELETE FROM client_link WHERE centre_id = $1 AND id = $2";
    let mut gone = 0;
    for row in twins(change, own, link.other.id, link.relation, &link.word).await? {
        if change.run(sql, params![change.scope().centre.0, row.id]).await? == 1 {
            let told = json!({"word": row.word, "note": row.note, "since": row.since, "until": row.until});
            record(change, "link.removed", (row.id, link.relation), [own, link.other.id], &told).await?;
            gone += 1;
        }
    }
    if gone == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// A line for each of the two files, named as it sees the other.
async fn record(
    change: &Change,
    verb: &'static str,
    (id, relation): (i64, Relation),
    [own, other]: [ClientId; 2],
    told: &Json,
) -> Result<()> {
    for (subject, relation, other) in [(own, relation, other), (other, relation.seen_from_there(), own)] {
        let mut detail = told.clone();
        detail["link"] = id.into();
        detail["relation"] = relation.code().into();
        detail["other"] = other.0.into();
        change.record(Entry::new(verb, "client", subject.0).detail(detail)).await?;
    }
    Ok(())
}

/// Forgets every link of a file, because its person was erased. The caller records it.
///
/// # Errors
/// What the database says.
pub(crate) async fn forget(change: &Change, id: i64) -> Result<()> {
    for column in ["from_id", "to_id"] {
        let sql = format!("DELETE FROM client_link WHERE centre_id = $1 AND {column} = $2");
        change.run(&sql, params![change.scope().centre.0, id]).await?;
    }
    Ok(())
}
