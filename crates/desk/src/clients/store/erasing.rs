//! Erasing a person from their file: what is left says only that there was a file.

use ::store::{Change, Result, Sql, StoreError, params};

use crate::clients::ClientId;

/// Names that stand in place of a person's: given and family, in Latin and in Arabic letters.
#[derive(Clone, Copy, Debug)]
pub struct Nobody<'a> {
    /// In place of the given name in Latin letters.
    pub given_latin: &'a str,
    /// In place of the family name in Latin letters.
    pub family_latin: &'a str,
    /// In place of the given name in Arabic letters.
    pub given_arabic: &'a str,
    /// In place of the family name in Arabic letters.
    pub family_arabic: &'a str,
}

/// Takes everything personal out of a file: names, numbers, addresses, birth, needs, motivations, notes, keys of the search.
/// The status, the language and the wilaya stay for the counts of reports. It cannot be undone. The caller records it.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such file; else what the database says.
pub async fn erase(change: &Change, id: ClientId, nobody: Nobody<'_>) -> Result<()> {
    let centre = change.scope().centre.0;
    let sql = "UPDATE client SET given_latin = $3, family_latin = $4, given_arabic = $5, family_arabic = $6,
            birth_date = '', email = '', street = '', commune = 0, needs = '', motivations = '', notes = '',
            version = version + 1, updated_at = $7
        WHERE centre_id = $1 AND id = $2";
    let Nobody { given_latin, family_latin, given_arabic, family_arabic } = nobody;
    let params = params![centre, id.0, given_latin, family_latin, given_arabic, family_arabic, change.now().0];
    if change.run(sql, params).await? == 0 {
        return Err(StoreError::NotFound);
    }
    change.run("DELETE FROM client_phone WHERE centre_id = $1 AND client_id = $2", params![centre, id.0]).await?;
    change.run("DELETE FROM client_key WHERE centre_id = $1 AND client_id = $2", params![centre, id.0]).await?;
    Ok(())
}
