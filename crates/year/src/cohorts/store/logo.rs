//! The logo on the papers of the institution: one picture at most.

use ::store::{Change, ConnectionTrait, Entry, FromQueryResult, Result, Sql, params};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::cohorts::logo::{self, Picture};

/// What a page needs to show the logo.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Logo {
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// Says which picture it is: another one has another.
    pub hash: String,
}

#[derive(FromQueryResult)]
struct Kept {
    png: String,
}

/// The logo, where there is one.
pub(crate) async fn kept_logo(db: &impl ConnectionTrait) -> Result<Option<Logo>> {
    db.one("SELECT width, height, hash FROM institution_logo WHERE id = 1", params![]).await
}

/// The picture itself, as PNG. One that was damaged in the database is none: papers are made without it.
pub(crate) async fn logo_png(db: &impl ConnectionTrait) -> Result<Option<Vec<u8>>> {
    let row = db.one::<Kept>("SELECT png FROM institution_logo WHERE id = 1", params![]).await?;
    Ok(row.and_then(|row| STANDARD.decode(row.png).ok()))
}

/// Puts a logo in the place of the one before and writes `institution.logo_changed`.
///
/// # Errors
/// What the database says.
pub(in crate::cohorts) async fn change_logo(change: &Change, new: &Picture) -> Result<()> {
    let old = kept_logo(&**change).await?.map(|own| own.hash);
    let hash: String = Sha256::digest(&new.png).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let sql = "INSERT INTO institution_logo (id, png, width, height, hash, at) VALUES (1, $1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET png = excluded.png, width = excluded.width, height = excluded.height,
        hash = excluded.hash, at = excluded.at";
    let png = STANDARD.encode(&new.png);
    let values = params![png, i64::from(new.width), i64::from(new.height), hash.as_str(), change.now().0];
    change.run(sql, values).await?;
    let detail = json!({"old": old, "new": hash, "width": new.width, "height": new.height});
    change.record(Entry::new("institution.logo_changed", "institution", 1).detail(detail)).await?;
    Ok(())
}

/// Keeps a picture that came as a file; false, and nothing is written, when it is none. For a database that is filled by a program.
///
/// # Errors
/// What the database says.
pub async fn keep_logo(change: &Change, file: &[u8]) -> Result<bool> {
    let Ok(picture) = logo::read(file) else { return Ok(false) };
    change_logo(change, &picture).await?;
    Ok(true)
}

/// Takes the logo off and writes `institution.logo_removed`; false, and nothing is written, when there is none.
///
/// # Errors
/// What the database says.
pub(in crate::cohorts) async fn remove_logo(change: &Change) -> Result<bool> {
    let Some(old) = kept_logo(&**change).await? else { return Ok(false) };
    change.run("DELETE FROM institution_logo WHERE id = 1", params![]).await?;
    let detail = json!({"old": old.hash});
    change.record(Entry::new("institution.logo_removed", "institution", 1).detail(detail)).await?;
    Ok(true)
}
