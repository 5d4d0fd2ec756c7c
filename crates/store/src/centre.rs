//! Centres: production, training, or the sandbox of one attempt. All desk data belongs to a centre.

use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{Change, Result, Sql, StoreError, params};

/// The identity of a centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CentreId(pub i64);

impl CentreId {
    /// The installation's production centre, made by the first migration.
    pub const PRODUCTION: Self = Self(1);
    /// The installation's training centre, made by the first migration.
    pub const TRAINING: Self = Self(2);
}

/// What a centre is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CentreKind {
    /// Real clients.
    Production,
    /// Shared practice data.
    Training,
    /// The private copy of one attempt.
    Sandbox,
}

impl CentreKind {
    /// The word stored in the database and used as a CSS class.
    pub fn code(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Training => "training",
            Self::Sandbox => "sandbox",
        }
    }

    /// Reads a stored word; an unknown one is taken for training.
    pub fn parse(code: &str) -> Self {
        match code {
            "production" => Self::Production,
            "sandbox" => Self::Sandbox,
            _ => Self::Training,
        }
    }
}

/// A centre as the pages need it.
#[derive(Clone, Debug)]
pub struct Centre {
    /// Its identity.
    pub id: CentreId,
    /// Its kind.
    pub kind: CentreKind,
    /// A short code: `production`, `training` or the scenario's code.
    pub code: String,
    /// The name a caller hears ("company" of a script).
    pub name: String,
    /// What is allowed in this sandbox beyond a person's role, as words that the rooms know; empty elsewhere.
    pub grants: Vec<String>,
    /// How often something was chosen for it; see [`count_choice`].
    pub chosen: i64,
}

impl Centre {
    /// Reads the stored words of what is granted: apart by spaces.
    pub fn granted(stored: &str) -> Vec<String> {
        stored.split_whitespace().map(str::to_owned).collect()
    }
}

#[derive(FromQueryResult)]
struct CentreRow {
    id: i64,
    kind: String,
    code: String,
    name: String,
    grants: String,
    chosen: i64,
}

/// Reads one centre.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub async fn centre_by_id(db: &impl ConnectionTrait, id: CentreId) -> Result<Centre> {
    let sql = "SELECT id, kind, code, name, grants, chosen FROM centre WHERE id = $1";
    let row = db.one::<CentreRow>(sql, params![id.0]).await?.ok_or(StoreError::NotFound)?;
    let (kind, grants) = (CentreKind::parse(&row.kind), Centre::granted(&row.grants));
    Ok(Centre { id: CentreId(row.id), kind, code: row.code, name: row.name, grants, chosen: row.chosen })
}

/// Makes a centre inside a change.
///
/// # Errors
/// What the database says.
pub async fn create_centre(change: &Change, kind: CentreKind, code: &str, name: &str) -> Result<CentreId> {
    let id = change
        .number(
            "INSERT INTO centre (kind, code, name, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
            params![kind.code(), code, name, change.now().0],
        )
        .await?;
    Ok(CentreId(id))
}

/// Counts a choice of the change's centre (its fields, its rules): whoever keeps choices in memory reads them again.
///
/// # Errors
/// What the database says.
pub async fn count_choice(change: &Change) -> Result<()> {
    change.run("UPDATE centre SET chosen = chosen + 1 WHERE id = $1", params![change.scope().centre.0]).await?;
    Ok(())
}

/// Allows in a sandbox what an exercise is about, beyond a person's role. `grants` are words that the rooms know.
///
/// # Errors
/// What the database says.
pub async fn grant(change: &Change, sandbox: CentreId, grants: &[&str]) -> Result<()> {
    let sql = "UPDATE centre SET grants = $1 WHERE id = $2 AND kind = 'sandbox'";
    change.run(sql, params![grants.join(" "), sandbox.0]).await?;
    Ok(())
}
