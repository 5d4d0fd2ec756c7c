//! Lines of an import whose client is known: left out, or what they changed, so that it can be taken back.

use ::store::{Change, ConnectionTrait, FromQueryResult, Result, Sql, params};

use crate::clients::ClientId;
use crate::exchange::ImportId;
use crate::exchange::update::What;

/// A line whose client is known.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(in crate::exchange) struct KnownLine {
    /// The line of the file.
    pub line: i64,
    /// The file of the client; 0 when it is of a line above.
    pub client: i64,
    /// The word of [`What`].
    pub what: String,
    /// The fields that change, apart by spaces.
    pub fields: String,
    /// What they held, as a JSON object; empty in a dry run.
    pub held: String,
    /// What the line gave them; empty in a dry run.
    pub given: String,
    /// `restored` or `kept` when the import was taken back.
    pub back: String,
    /// The fields that were kept then, because somebody had changed them since.
    pub kept: String,
}

impl KnownLine {
    pub fn new(line: i64, client: ClientId, what: What) -> Self {
        let none = String::new;
        Self {
            line,
            client: client.0,
            what: what.code().to_owned(),
            fields: none(),
            held: none(),
            given: none(),
            back: none(),
            kept: none(),
        }
    }

    /// The same with the names of the fields that change.
    pub fn of_fields<'a>(self, fields: impl Iterator<Item = &'a String>) -> Self {
        Self { fields: fields.map(String::as_str).collect::<Vec<_>>().join(" "), ..self }
    }
}

const KNOWN_SQL: &str = "SELECT line, client_id AS client, what, fields, held, given, back, kept FROM import_known";

/// Keeps what became of lines whose client is known. A dry run that was killed says the same line again.
pub(in crate::exchange) async fn note_known(
    db: &impl ConnectionTrait,
    id: ImportId,
    lines: &[KnownLine],
) -> Result<()> {
    for some in lines.chunks(50) {
        let row = |at: usize| {
            let places: Vec<String> = (6 * at + 2..6 * at + 8).map(|place| format!("${place}")).collect();
            format!("($1, {}, '', '')", places.join(", "))
        };
        let sql = format!(
            "INSERT INTO import_known (import_id, line, client_id, what, fields, held, given, back, kept) VALUES {}
            ON CONFLICT (import_id, line) DO NOTHING",
            (0..some.len()).map(row).collect::<Vec<_>>().join(", ")
        );
        let mut params = params![id.0];
        for one in some {
            params.extend(params![one.line, one.client, one.what.as_str(), one.fields.as_str()]);
            params.extend(params![one.held.as_str(), one.given.as_str()]);
        }
        db.run(&sql, params).await?;
    }
    Ok(())
}

/// Lines whose client is known, after a line, in the order of the file.
pub(in crate::exchange) async fn known_lines(
    db: &impl ConnectionTrait,
    id: ImportId,
    after: i64,
    most: i64,
) -> Result<Vec<KnownLine>> {
    let sql = format!("{KNOWN_SQL} WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3");
    db.all(&sql, params![id.0, after, most]).await
}

/// Lines of which something was kept when the import was taken back.
pub(in crate::exchange) async fn not_restored(db: &impl ConnectionTrait, id: ImportId) -> Result<Vec<KnownLine>> {
    let sql = format!("{KNOWN_SQL} WHERE import_id = $1 AND back = 'kept' ORDER BY line LIMIT 100");
    db.all(&sql, params![id.0]).await
}

/// Lines whose change is still to be taken back, the last ones first.
pub(in crate::exchange) async fn to_restore(
    db: &impl ConnectionTrait,
    id: ImportId,
    most: i64,
) -> Result<Vec<KnownLine>> {
    let sql = format!("{KNOWN_SQL} WHERE import_id = $1 AND held <> '' AND back = '' ORDER BY line DESC LIMIT $2");
    db.all(&sql, params![id.0, most]).await
}

/// Notes that a line was taken back, but for the fields named.
pub(in crate::exchange) async fn note_restored(
    change: &Change,
    id: ImportId,
    line: i64,
    kept: &[String],
) -> Result<()> {
    let back = if kept.is_empty() { "restored" } else { "kept" };
    let sql = "UPDATE import_known SET back = $3, kept = $4 WHERE import_id = $1 AND line = $2";
    change.run(sql, params![id.0, line, back, kept.join(" ")]).await?;
    Ok(())
}
