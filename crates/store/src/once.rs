//! Forms that create something carry a token; a token is spent in the transaction of the creation, so that a post
//! replayed (double click, reload, a lost answer sent again) leads to what was made the first time.

use sea_orm::FromQueryResult;

use crate::{Change, Result, Sql, params};

/// What spending a token found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    /// First time: go on, and the token now leads to the given place.
    First,
    /// Spent before: this is where the first post led.
    Again(String),
}

#[derive(FromQueryResult)]
struct Spent {
    location: String,
}

/// Spends `token` and ties it to `location`. Call it last, when the location is known; drop the change on `Again`.
///
/// # Errors
/// What the database says.
pub async fn spend(change: &Change, token: &str, location: &str) -> Result<Once> {
    let fresh = change
        .run(
            "INSERT INTO spent (token, location, at) VALUES ($1, $2, $3) ON CONFLICT (token) DO NOTHING",
            params![token, location, change.now().0],
        )
        .await?;
    if fresh == 1 {
        return Ok(Once::First);
    }
    let first = change.one::<Spent>("SELECT location FROM spent WHERE token = $1", params![token]).await?;
    Ok(first.map_or(Once::First, |spent| Once::Again(spent.location)))
}
