//! Lines of an import that resemble a file or a line above.

use ::store::{ConnectionTrait, FromQueryResult, Result, Sql, params};

use crate::exchange::ImportId;
use crate::exchange::alike::{Like, Likeness};

/// A line that became a file, or would, although it resembles another.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(in crate::exchange) struct AlikeLine {
    /// The line of the file.
    pub line: i64,
    /// The file that it resembles; 0 when it is a line above.
    pub client: i64,
    /// The line above that it resembles; 0 when it is a file.
    pub above: i64,
    /// The word of [`crate::exchange::alike::Why`].
    pub why: String,
    /// The name that it gives.
    pub name: String,
}

impl AlikeLine {
    pub(in crate::exchange) fn new(line: i64, likeness: Likeness, name: String) -> Self {
        let (client, above) = match likeness.to {
            Like::File(client) => (client.0, 0),
            Like::Line(above) => (0, above),
        };
        Self { line, client, above, why: likeness.why.code().to_owned(), name }
    }
}

/// Keeps lines that resemble others. A dry run that was killed says the same line again.
pub(in crate::exchange) async fn note_alike(
    db: &impl ConnectionTrait,
    id: ImportId,
    lines: &[AlikeLine],
) -> Result<()> {
    for some in lines.chunks(50) {
        let row = |at: usize| {
            let places: Vec<String> = (5 * at + 2..5 * at + 7).map(|place| format!("${place}")).collect();
            format!("($1, {})", places.join(", "))
        };
        let sql = format!(
            "INSERT INTO import_alike (import_id, line, client_id, above, why, name) VALUES {}
            ON CONFLICT (import_id, line) DO NOTHING",
            (0..some.len()).map(row).collect::<Vec<_>>().join(", ")
        );
        let mut params = params![id.0];
        for one in some {
            params.extend(params![one.line, one.client, one.above, one.why.as_str(), one.name.as_str()]);
        }
        db.run(&sql, params).await?;
    }
    Ok(())
}

/// Lines that resemble others, after a line, in the order of the file.
pub(in crate::exchange) async fn alike_lines(
    db: &impl ConnectionTrait,
    id: ImportId,
    after: i64,
    most: i64,
) -> Result<Vec<AlikeLine>> {
    let sql = "SELECT line, client_id AS client, above, why, name FROM import_alike
        WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3";
    db.all(sql, params![id.0, after, most]).await
}

/// Forgets the lines that resemble others.
pub(in crate::exchange) async fn forget_alike(db: &impl ConnectionTrait, id: ImportId) -> Result<()> {
    db.run("DELETE FROM import_alike WHERE import_id = $1", params![id.0]).await?;
    Ok(())
}
