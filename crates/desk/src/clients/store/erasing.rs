//! Erasing a person from their file: what is left says only that there was a file.

use ::store::{Change, Result, Sql, StoreError, params};

use super::keys::{forget_keys, home};
use super::{files_of, hold};
use crate::clients::ClientId;
use crate::links;

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

/// Gaps of [`crate::clients::Part`] in a file that holds nothing but a name, and the bits of `traits` that hold status and
/// language.
const GAPS: i64 = 126;
const KEPT: i64 = 64_512;

/// Takes everything personal out of a file and out of those that were merged into it: names, numbers, addresses, birth, needs,
/// motivations, notes, further fields, keys of the search, remarks, links, what a merge kept for its undoing. The status, the language
/// and the wilaya stay for the counts of reports. It cannot be undone. The caller records it.
///
/// # Errors
/// [`StoreError::NotFound`] when the centre has no such file; else what the database says.
pub async fn erase(change: &Change, id: ClientId, nobody: Nobody<'_>) -> Result<()> {
    let centre = change.scope().centre.0;
    let sql = "UPDATE client SET given_latin = $3, family_latin = $4, given_arabic = $5, family_arabic = $6,
            birth_date = '', email = '', street = '', commune = 0, needs = '', motivations = '', notes = '', more = '',
            filed = LOWER($4 || ' ' || $3), traits = CASE WHEN traits < 0 THEN traits ELSE (traits & $8) + $9 END,
            version = version + 1, updated_at = $7
        WHERE centre_id = $1 AND id = $2";
    let Nobody { given_latin, family_latin, given_arabic, family_arabic } = nobody;
    let all = files_of(&**change, change.scope(), id).await?;
    if all.is_empty() {
        return Err(StoreError::NotFound);
    }
    for file in all {
        let held = hold(change, file).await?;
        forget_keys(&**change, home(centre, held.merged_into.is_some()), &[held]).await?;
        let ClientId(id) = file;
        let mut params = params![centre, id, given_latin, family_latin, given_arabic, family_arabic, change.now().0];
        params.extend(params![KEPT, GAPS]);
        change.run(sql, params).await?;
        for statement in [
            "DELETE FROM client_phone WHERE client_id = $1",
            "DELETE FROM client_own WHERE client_id = $1",
            "DELETE FROM client_validation WHERE client_id = $1",
            "DELETE FROM import_known WHERE client_id = $1 AND client_id > 0",
            "DELETE FROM import_alike WHERE client_id = $1 AND client_id > 0",
            // Which of the lines made this file is not kept: all those of its import go.
            "DELETE FROM import_alike WHERE import_id IN (SELECT import_id FROM client WHERE id = $1)",
            "DELETE FROM client_merge WHERE winner_id = $1 OR loser_id = $1",
        ] {
            change.run(statement, params![id]).await?;
        }
        links::forget(change, id).await?;
    }
    Ok(())
}
