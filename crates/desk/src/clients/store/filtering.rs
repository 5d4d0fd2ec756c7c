//! Files by filter: pages of the list in three orders, and the words of SQL that other rooms count with.
//!
//! A page reads one index, which holds all that a filter asks, and at most [`WINDOW`] of its entries: a filter that few files
//! answer gives what was found so far and the place where to look further. When one condition alone leaves few files, they
//! are read and sorted instead, in any order.

use ::store::{ConnectionTrait, FromQueryResult, PAGE, Result, Scope, Sql, Value, params};

use super::conditions::FEW;
pub(crate) use super::conditions::Words;
use super::{Row, clients, select_clients};
use crate::clients::filter::{Asked, Filter};
use crate::clients::{Client, ClientId};

/// Entries of an index that one page looks through at most.
const WINDOW: i64 = 5_000;
/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest files first.
    #[default]
    Newest,
    /// The files that were changed last first.
    Updated,
    /// By name, family name first, as it is written in Latin letters, else in Arabic ones.
    Name,
}

impl Order {
    /// Every order, in that of the form.
    pub const ALL: [Self; 3] = [Self::Newest, Self::Updated, Self::Name];

    /// The word of addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Updated => "updated",
            Self::Name => "name",
        }
    }

    /// The text key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Newest => "filters-sort-newest",
            Self::Updated => "filters-sort-updated",
            Self::Name => "filters-sort-name",
        }
    }

    /// Reads a word of an address.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }

    fn column(self) -> &'static str {
        match self {
            Self::Newest => "created_at",
            Self::Updated => "updated_at",
            Self::Name => "filed",
        }
    }

    /// What a place is read from: columns of the index of this order only, so that a page need not leave it.
    fn place(self) -> &'static str {
        match self {
            Self::Newest => "c.created_at AS moment, '' AS name, c.id",
            Self::Updated => "c.updated_at AS moment, '' AS name, c.id",
            Self::Name => "c.id AS moment, c.filed AS name, c.id",
        }
    }

    /// The comparison that goes on after a place, and the word of ORDER BY.
    fn direction(self) -> (&'static str, &'static str) {
        if self == Self::Name { (">", "ASC") } else { ("<", "DESC") }
    }
}

/// A place in a list: what it is ordered by, and the file.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Place {
    moment: i64,
    name: String,
    id: i64,
}

impl Place {
    /// As it stands in an address: `1795420800000.12` or `benali karim.12`.
    pub fn code(&self, order: Order) -> String {
        if order == Order::Name { format!("{}.{}", self.name, self.id) } else { format!("{}.{}", self.moment, self.id) }
    }

    /// Reads it; nothing when it is no place of this order.
    pub fn parse(code: &str, order: Order) -> Option<Self> {
        let (key, id) = code.rsplit_once('.')?;
        let id = id.parse().ok()?;
        match order {
            Order::Name => Some(Self { moment: 0, name: key.chars().take(400).collect(), id }),
            _ => Some(Self { moment: key.parse().ok()?, name: String::new(), id }),
        }
    }

    fn key(&self, order: Order) -> Value {
        if order == Order::Name { self.name.as_str().into() } else { self.moment.into() }
    }
}

/// A page of files.
#[derive(Clone, Debug)]
pub struct Looked {
    /// At most [`PAGE`].
    pub rows: Vec<Client>,
    /// The last file shown, when more are known to follow.
    pub next: Option<Place>,
    /// Where the look ended, when there was no time to look to the end.
    pub further: Option<Place>,
}

/// A page of the files that answer a filter, after a place.
///
/// # Errors
/// What the database says.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    order: Order,
    after: Option<&Place>,
) -> Result<Looked> {
    let (found, further) = match few(db, scope, filter).await? {
        Some(true) => (sorted(db, scope, filter, asked, order, after).await?, None),
        few => looked(db, scope, filter, asked, order, after, few == Some(false)).await?,
    };
    let more = found.len() > PAGE;
    let shown = &found[..found.len().min(PAGE)];
    let next = shown.last().filter(|_| more).cloned();
    let rows = files(db, scope, &shown.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    Ok(Looked { rows, further: further.filter(|_| !more), next })
}

/// True when one condition alone leaves few files; false when it leaves many and has one value.
async fn few(db: &impl ConnectionTrait, scope: Scope, filter: &Filter) -> Result<Option<bool>> {
    let mut words = Words::new(scope);
    let Some((driver, single)) = words.driver(filter) else { return Ok(None) };
    let most = words.put(FEW + 1);
    let sql =
        format!("SELECT COUNT(*) FROM (SELECT 1 FROM client c WHERE centre_id = $1 AND {driver} LIMIT {most}) probe");
    let count = db.number(&sql, words.params).await?;
    Ok(if count <= FEW { Some(true) } else { Some(false).filter(|_| single) })
}

/// The files that one condition leaves, sorted here and now.
async fn sorted(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    order: Order,
    after: Option<&Place>,
) -> Result<Vec<Place>> {
    let mut words = Words::new(scope);
    let Some((driver, _)) = words.driver(filter) else { return Ok(vec![]) };
    let (most, conditions) = (words.put(FEW), words.conditions(filter, asked));
    let (column, place, (beyond, direction)) = (order.column(), order.place(), order.direction());
    let from = after.map_or_else(String::new, |place| {
        let (key, id) = (words.put(place.key(order)), words.put(place.id));
        format!(" AND (c.{column}, c.id) {beyond} ({key}, {id})")
    });
    let sql = format!(
        "SELECT {place} FROM (SELECT id FROM client WHERE centre_id = $1 AND {driver} LIMIT {most}) d
        CROSS JOIN client c WHERE c.id = d.id AND c.centre_id = $1{conditions}{from}
        ORDER BY c.{column} {direction}, c.id {direction} LIMIT {}",
        PAGE + 1
    );
    db.all(&sql, words.params).await
}

/// The files found in one window of an index, and where the window ended when it was not the end of the index.
async fn looked(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &Filter,
    asked: Asked,
    order: Order,
    after: Option<&Place>,
    driven: bool,
) -> Result<(Vec<Place>, Option<Place>)> {
    let mut words = Words::new(scope);
    let (column, place, (beyond, direction)) = (order.column(), order.place(), order.direction());
    let mut base = "c.centre_id = $1".to_owned();
    if let Some((driver, _)) = words.driver(filter).filter(|_| driven && order == Order::Newest) {
        base.push_str(&format!(" AND c.{driver}"));
    } else {
        words = Words::new(scope);
    }
    if let Some(place) = after {
        let (key, id) = (words.put(place.key(order)), words.put(place.id));
        base.push_str(&format!(" AND (c.{column}, c.id) {beyond} ({key}, {id})"));
    }
    let end = if filter.is_empty() {
        None
    } else {
        let sql = format!(
            "SELECT {place} FROM client c WHERE {base} ORDER BY c.{column} {direction}, c.id {direction}
            LIMIT 1 OFFSET {WINDOW}"
        );
        db.one::<Place>(&sql, words.params.clone()).await?
    };
    if let Some(place) = &end {
        let (key, id) = (words.put(place.key(order)), words.put(place.id));
        let within = if beyond == "<" { ">=" } else { "<=" };
        base.push_str(&format!(" AND (c.{column}, c.id) {within} ({key}, {id})"));
    }
    let conditions = words.conditions(filter, asked);
    let sql = format!(
        "SELECT {place} FROM client c WHERE {base}{conditions} ORDER BY c.{column} {direction}, c.id {direction} LIMIT {}",
        PAGE + 1
    );
    Ok((db.all(&sql, words.params).await?, end))
}

/// The files of these identities, in their order.
async fn files(db: &impl ConnectionTrait, scope: Scope, ids: &[i64]) -> Result<Vec<Client>> {
    let Some(last) = ids.last() else { return Ok(vec![]) };
    // Always as many parameters, so that the engine prepares the statement once.
    let sql = select_clients!(
        "WHERE c.centre_id = $1 AND c.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21)"
    );
    let mut params = params![scope.centre.0];
    params.extend((0..PAGE).map(|at| Value::from(*ids.get(at).unwrap_or(last))));
    let mut read = clients(db.all::<Row>(sql, params).await?);
    read.sort_by_key(|client| ids.iter().position(|id| client.id == ClientId(*id)));
    Ok(read)
}

/// How many files answer a filter. It reads a whole index: for a count that somebody asked for.
///
/// # Errors
/// What the database says.
pub async fn count(db: &impl ConnectionTrait, scope: Scope, filter: &Filter, asked: Asked) -> Result<i64> {
    let mut words = Words::new(scope);
    let conditions = words.conditions(filter, asked);
    let sql = format!("SELECT COUNT(*) FROM client c WHERE c.centre_id = $1{conditions}");
    db.number(&sql, words.params).await
}
